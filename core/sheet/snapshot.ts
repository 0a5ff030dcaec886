import type { Address } from "./address";
import type { CellValue, SheetState } from "./workbook";

export type Language = "vi" | "en";

/** What the core may not find out by itself: where it runs, how this computer writes numbers, the day. */
export interface Facts {
  readonly host: "page" | "excel" | "sheets";
  readonly language: Language;
  /** The decimal mark of what a person types into a cell here. */
  readonly decimal: "," | ".";
  /** Local day and time, `2026-11-22T08:30`. */
  readonly now: string;
  /** The workbook's or the file's name, where the host knows it. */
  readonly name?: string;
}

/** What was read from one sheet: values and, where a cell computes, its formula (en-US, without `=`). */
export interface SheetSnapshot {
  readonly name: string;
  readonly state: SheetState;
  /** `values[row][column]`, from 0; rows may be of different length. */
  readonly values: readonly (readonly CellValue[])[];
  /** Same shape; null where the cell holds no formula. */
  readonly formulas: readonly (readonly (string | null)[])[];
  /** The text a cell shows, where it differs from its value (dates, formats); same shape, null elsewhere. */
  readonly texts?: readonly (readonly (string | null)[])[];
}

/** What was read from a workbook, as plain data. */
export interface Snapshot {
  readonly facts: Facts;
  /** The cell the person stands on. */
  readonly selection: Address | null;
  readonly sheets: readonly SheetSnapshot[];
}
