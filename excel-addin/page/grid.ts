import type { Address } from "../../core/sheet/address";
import type { Block } from "../../core/sheet/patch";
import type { Language } from "../../core/sheet/snapshot";
import type { CellValue, Workbook } from "../../core/sheet/workbook";

/** The spreadsheet beside the panel, behind few words. */
export interface Grid {
  /** Shows another workbook; what was there before is gone, its undo steps too. Not `fresh`: all formulas compute anew. */
  load(workbook: Workbook, how?: { readonly fresh: boolean }): void;
  /** Waits until the workbook is drawn; before that the grid can neither scroll nor be typed into. */
  drawn(): Promise<void>;
  save(): Workbook;
  /** Waits until formulas are computed, at most some seconds. */
  settled(): Promise<void>;
  /** The value of a cell, undefined where the sheet does not exist. */
  value(sheet: string, row: number, column: number): CellValue | undefined;
  /** Writes values and formulas in place as one undo step; locks and checks do not hinder it. */
  write(blocks: readonly { readonly sheet: string; readonly block: Block }[]): void;
  /** Takes what a person is typing as if Enter had been pressed. */
  endEditing(): Promise<void>;
  selection(): Address | null;
  /** Whether a protected sheet keeps people from typing there. */
  locked(at: Address): boolean;
  /** The check of a cell, or null. */
  checkAt(at: Address): CellCheck | null;
  /** Writes an option as if a person had typed it. */
  choose(at: Address, option: string): void;
  /** Selects a cell, scrolls to it and takes the keyboard there. A hidden sheet is shown. */
  show(at: Address): void;
  /** `computed`: a formula has a new value; nobody typed it. Both return the way out. */
  onEdit(heard: (computed: boolean) => void): () => void;
  onSelect(heard: () => void): () => void;
  setLanguage(language: Language): Promise<void>;
}

/** What a cell's check asks for, and its members where it is a list. */
export interface CellCheck {
  readonly prompt: { readonly title: string; readonly text: string };
  readonly options: readonly string[] | null;
}

export interface GridOptions {
  /** The decimal mark of what is typed. */
  readonly decimal: () => "," | ".";
  /** What is said where a lock does not allow something. */
  readonly refused: () => string;
  /** What is said where a paste would reach a locked cell, `F20` the first of them. */
  readonly refusedPaste: (cell: string) => string;
}
