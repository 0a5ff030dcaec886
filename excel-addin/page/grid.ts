import type { ICellData, IRange } from "@univerjs/core";
import type { FWorkbook, FWorksheet } from "@univerjs/sheets/facade";
import type { Address } from "../../core/sheet/address";
import { sameSheet } from "../../core/sheet/apply";
import type { Block } from "../../core/sheet/patch";
import type { Language } from "../../core/sheet/snapshot";
import type { CellValue, Workbook } from "../../core/sheet/workbook";
import { gridData, gridFormula, gridValue, lockId, valueOfGrid, workbookOf } from "./grid-data";
import { typedNumber } from "./grid-typing";
import { startEngine } from "./grid-engine";
import type { Engine } from "./grid-engine";

/** The spreadsheet beside the panel, behind few words. */
export interface Grid {
  /** Shows another workbook; what was there before is gone, its undo steps too. Not `fresh`: all formulas compute anew. */
  load(workbook: Workbook, how?: { readonly fresh: boolean }): void;
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
  /** What the check of a cell asks for. */
  promptAt(at: Address): { readonly title: string; readonly text: string } | null;
  /** Selects a cell, scrolls to it and takes the keyboard there. A hidden sheet is shown. */
  show(at: Address): void;
  /** `computed`: a formula has a new value; nobody typed it. Both return the way out. */
  onEdit(heard: (computed: boolean) => void): () => void;
  onSelect(heard: () => void): () => void;
  setLanguage(language: Language): Promise<void>;
}

/** Rows left to be seen above a cell that is scrolled to. */
const MARGIN = 4;
const CALCULATION_DELAY = 120;
const CALCULATION_LIMIT = 20000;

class UniverGrid implements Grid {
  private books = 0;
  private book: FWorkbook | null = null;
  private readonly edited = new Set<(computed: boolean) => void>();
  private readonly selected = new Set<() => void>();
  private dirtyAt = 0;
  private computing = false;

  constructor(
    private readonly engine: Engine,
    private readonly decimal: () => "," | ".",
  ) {
    const { api, core } = engine;
    api.onCommandExecuted(({ id, type, params }, options) => {
      if (/^sheet\.operation\.set-(selections|worksheet-active)/.test(id)) this.selected.forEach((heard) => heard());
      if (id === "formula.mutation.set-formula-calculation-start") this.computing = true;
      if (id === "formula.mutation.set-formula-calculation-notification") {
        const { functionsExecutedState } = (params ?? {}) as { functionsExecutedState?: unknown };
        if (functionsExecutedState !== undefined) this.computing = false;
      }
      if (type !== core.CommandType.MUTATION || !/^(sheet|data-validation)\.mutation\./.test(id) || /auto-height/.test(id)) return;
      const computed = options?.fromFormula === true;
      if (!computed) this.dirtyAt = Date.now();
      this.edited.forEach((heard) => heard(computed));
    });
  }

  load(workbook: Workbook, { fresh } = { fresh: true }): void {
    const { api } = this.engine;
    if (this.book !== null) api.disposeUnit(this.book.getId());
    const id = `book-${++this.books}`;
    this.book = api.createWorkbook(gridData(workbook, id));
    if (this.books === 1) this.readTyping();
    this.lock(id);
    const active = workbook.active === null ? null : this.sheet(workbook.active);
    if (active !== null) this.book.setActiveSheet(active);
    this.dirtyAt = Date.now();
    if (!fresh) api.getFormula().executeCalculation();
  }

  /** Numbers are read the way people here write them, before the grid reads them its own way. */
  private readTyping(): void {
    const { core, sheets, univer } = this.engine;
    univer.__getInjector().get(sheets.SheetInterceptorService).writeCellInterceptor.intercept(sheets.AFTER_CELL_EDIT, {
      priority: 100,
      handler: (cell, _where, next) => {
        const text = cell?.v;
        if (typeof text !== "string" || cell?.t === core.CellValueType.FORCE_STRING) return next(cell);
        const number = typedNumber(text, this.decimal());
        return next(number === null ? cell : { ...cell, v: number });
      },
    });
  }

  /** The grid closes every point of a lock it loads; looking is free. */
  private lock(unitId: string): void {
    const { univer, core, sheets } = this.engine;
    const permission = univer.__getInjector().get(core.IPermissionService);
    for (const sheet of this.book!.getSheets()) {
      const args = [unitId, sheet.getSheetId(), lockId(sheet.getSheetId())] as const;
      if (permission.getPermissionPoint(new sheets.RangeProtectionPermissionEditPoint(...args).id) === undefined) continue;
      permission.updatePermissionPoint(new sheets.RangeProtectionPermissionViewPoint(...args).id, true);
    }
  }

  save(): Workbook {
    const book = this.book!;
    const spelled = new Map<string, string[][]>();
    return workbookOf(book.save(), book.getActiveSheet().getSheetId(), (id, row, column) => {
      let formulas = spelled.get(id);
      if (formulas === undefined) {
        const sheet = book.getSheetBySheetId(id)!;
        spelled.set(id, (formulas = sheet.getRange(0, 0, sheet.getMaxRows(), sheet.getMaxColumns()).getFormulas()));
      }
      return formulas[row]?.[column] ?? "";
    });
  }

  async settled(): Promise<void> {
    const until = Date.now() + CALCULATION_LIMIT;
    while (Date.now() < until && (this.computing || Date.now() - this.dirtyAt < CALCULATION_DELAY)) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  private sheet(name: string): FWorksheet | null {
    return this.book?.getSheets().find((sheet) => sameSheet(sheet.getSheetName(), name)) ?? null;
  }

  value(name: string, row: number, column: number): CellValue | undefined {
    const sheet = this.sheet(name);
    if (sheet === null) return undefined;
    const held = sheet.getSheet().getCellMatrix().getValue(row, column) as ICellData | undefined;
    return held === undefined || held === null ? null : valueOfGrid(held.si === undefined ? held : { ...held, f: held.f ?? "=" });
  }

  write(blocks: readonly { readonly sheet: string; readonly block: Block }[]): void {
    const { univer, core, sheets } = this.engine;
    const injector = univer.__getInjector();
    const unitId = this.book!.getId();
    const redo = blocks.flatMap(({ sheet: name, block }) => {
      const sheet = this.sheet(name);
      if (sheet === null) return [];
      const cellValue: Record<number, Record<number, ICellData>> = {};
      block.cells.forEach((line, i) =>
        line.forEach((cell, j) => {
          if (cell === null) return;
          const blank = { v: null, t: null, f: null, si: null, p: null, custom: null } as unknown as ICellData;
          const held = "f" in cell ? gridFormula(cell.f, cell.v) : gridValue(cell.v);
          (cellValue[block.row + i] ??= {})[block.column + j] = { ...blank, ...held };
        }),
      );
      return [{ unitId, subUnitId: sheet.getSheetId(), cellValue }];
    });
    const undo = redo.map((params) => sheets.SetRangeValuesUndoMutationFactory(injector, structuredClone(params)));
    const commands = injector.get(core.ICommandService);
    const steps = (list: readonly object[]) => list.map((params) => ({ id: sheets.SetRangeValuesMutation.id, params }));
    for (const { id, params } of steps(structuredClone(redo))) commands.syncExecuteCommand(id, params);
    injector.get(core.IUndoRedoService).pushUndoRedo({ unitID: unitId, undoMutations: steps(undo), redoMutations: steps(redo) });
  }

  async endEditing(): Promise<void> {
    if (this.book?.isCellEditing() === true) await this.book.endEditingAsync(true);
  }

  selection(): Address | null {
    const range: IRange | undefined = this.book?.getActiveCell()?.getRange() ?? this.book?.getActiveRange()?.getRange();
    return range === undefined || this.book === null
      ? null
      : { sheet: this.book.getActiveSheet().getSheetName(), row: range.startRow, column: range.startColumn };
  }

  locked({ sheet: name, row, column }: Address): boolean {
    return this.sheet(name)?.getWorksheetPermission().canEditCell(row, column) === false;
  }

  promptAt({ sheet: name, row, column }: Address): { readonly title: string; readonly text: string } | null {
    const rule = this.sheet(name)?.getRange(row, column).getDataValidation()?.rule;
    if (rule === undefined || (!rule.prompt && !rule.promptTitle)) return null;
    return { title: rule.promptTitle ?? "", text: rule.prompt ?? "" };
  }

  show({ sheet: name, row, column }: Address): void {
    const sheet = this.sheet(name);
    if (sheet === null || this.book === null) return;
    if (sheet.isSheetHidden()) sheet.showSheet();
    if (this.book.getActiveSheet().getSheetId() !== sheet.getSheetId()) this.book.setActiveSheet(sheet);
    sheet.getRange(row, column).activate();
    const seen = sheet.getVisibleRange();
    const above = seen === null || row <= seen.startRow || row >= seen.endRow;
    const aside = seen === null || column < seen.startColumn || column >= seen.endColumn;
    if (above || aside) {
      sheet.scrollToCell(above ? Math.max(row - MARGIN, 0) : seen.startRow, aside ? Math.max(column - 1, 0) : seen.startColumn);
    }
    this.engine.univer.__getInjector().get(this.engine.ui.ILayoutService).focus();
  }

  onEdit(heard: (computed: boolean) => void): () => void {
    this.edited.add(heard);
    return () => this.edited.delete(heard);
  }

  onSelect(heard: () => void): () => void {
    this.selected.add(heard);
    return () => this.selected.delete(heard);
  }

  async setLanguage(language: Language): Promise<void> {
    await this.engine.setLanguage(language);
  }
}

/** Loads the grid's scripts and shows an empty grid in an element. `decimal` is the mark of what is typed. */
export async function startGrid(root: HTMLElement, language: Language, decimal: () => "," | "."): Promise<Grid> {
  return new UniverGrid(await startEngine(root, language, (id) => id.startsWith(lockId(""))), decimal);
}
