import type { ICellData, IRange } from "@univerjs/core";
import type { FWorkbook, FWorksheet } from "@univerjs/sheets/facade";
import type { Address } from "../../core/sheet/address";
import { sameSheet } from "../../core/sheet/apply";
import type { Block } from "../../core/sheet/patch";
import type { Language } from "../../core/sheet/snapshot";
import type { CellValue, Validation, Workbook } from "../../core/sheet/workbook";
import type { CellCheck, Grid, GridOptions } from "./grid";
import { gridFormula, gridValue, valueOfGrid } from "./grid-cell";
import { stepBack } from "./grid-back";
import { checksOfGrid } from "./grid-checks";
import type { GridCheck } from "./grid-checks";
import { gridData, lockId, sheetId, workbookOf } from "./grid-data";
import { returnFromDialogs } from "./grid-dialogs";
import { startEngine } from "./grid-engine";
import type { Engine } from "./grid-engine";
import { readEntries, showNumbers } from "./grid-entry";
import { guardGrid } from "./grid-guard";
import type { Guard } from "./grid-guard";
import { readPastes } from "./grid-paste";
import { GridLines } from "./grid-lines";
import { RowFitter } from "./grid-rows";
import { View, firstSeen } from "./grid-view";

/** Changes of what the workbook holds; row heights follow by themselves. */
const CONTENT = /^(?:sheet|data-validation)\.mutation\.(?!.*auto-height)/;
/** The grid waits 100 ms for more edits before it computes; a busy computer is later. */
const CALCULATION_START = 600;
/** A page that was held up finds all that time gone at once: so many turns it has in any case, in which others come up. */
const CALCULATION_TURNS = 10;
/** Values that are not computed must not get into a file; only a calculation that never ends is given up. */
const CALCULATION_LIMIT = 90000;
const DRAWING_LIMIT = 5000;
/** What the grid's own bars take of its height: tools, the line of the formula, the tabs. */
const BARS = 130;

interface Step {
  readonly direction?: number;
}

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));

class UniverGrid implements Grid {
  private books = 0;
  private book: FWorkbook | null = null;
  private readonly edited = new Set<(computed: boolean) => void>();
  private readonly selected = new Set<() => void>();
  private dirtyAt = 0;
  private startedAt = 0;
  private computing = false;
  private guard: Guard | null = null;
  private readonly rows: RowFitter;
  private readonly view: View;
  private readonly lines = new GridLines();

  constructor(
    private readonly root: HTMLElement,
    private readonly engine: Engine,
    private readonly options: GridOptions,
  ) {
    const { api, core } = engine;
    this.rows = new RowFitter(engine);
    this.view = new View(root, engine, () => this.selection());
    stepBack(root, engine);
    api.onBeforeCommandExecute(({ id, type }) => this.lines.before(id, type === core.CommandType.COMMAND));
    api.onCommandExecuted(({ id, type, params }, options) => {
      this.lines.heard(id, params ?? {});
      if (/^sheet\.operation\.set-(selections|worksheet-active)/.test(id)) {
        this.selected.forEach((heard) => heard());
        this.view.moved();
      }
      if (id === "sheet.operation.set-worksheet-active") requestAnimationFrame(() => this.standSeen());
      if (id === "sheet.command.move-selection-enter-tab") {
        const { direction } = (params ?? {}) as Step;
        if (direction === core.Direction.DOWN) this.stepOn(1);
        if (direction === core.Direction.UP) this.stepOn(-1);
      }
      if (id === "formula.mutation.set-formula-calculation-start") {
        this.computing = true;
        this.startedAt = Date.now();
      }
      if (id === "formula.mutation.set-formula-calculation-notification") {
        const { functionsExecutedState } = (params ?? {}) as { functionsExecutedState?: unknown };
        if (functionsExecutedState !== undefined) this.computing = false;
      }
      if (type !== core.CommandType.MUTATION || !CONTENT.test(id)) return;
      const computed = options?.fromFormula === true;
      if (!computed) this.dirtyAt = Date.now();
      this.edited.forEach((heard) => heard(computed));
    });
  }

  load(workbook: Workbook, { fresh } = { fresh: true }): void {
    const { api } = this.engine;
    this.rows.leave();
    const id = `book-${++this.books}`;
    const { clientWidth, clientHeight } = this.root;
    const data = gridData(workbook, id, { width: clientWidth, height: clientHeight - BARS });
    if (this.book !== null) api.disposeUnit(this.book.getId());
    this.book = null;
    try {
      this.book = api.createWorkbook(data);
    } catch (error) {
      // Nothing of a workbook that could not be made is left in the way of the next one.
      api.disposeUnit(id);
      throw error;
    }
    // The grid's services stand only once it holds a workbook.
    this.guard ??= this.watchEntries();
    this.book.setNumfmtLocal(this.options.decimal() === "," ? "vi" : "en");
    this.lock(id);
    const active = workbook.active === null ? null : this.sheet(workbook.active);
    if (active !== null) this.book.setActiveSheet(active);
    this.rows.begin();
    this.lines.begin(workbook, sheetId);
    this.dirtyAt = Date.now();
    if (!fresh) api.getFormula().executeCalculation();
    // Another workbook is another content, though nobody typed it; not `fresh`, it is this one with something written.
    this.edited.forEach((heard) => heard(fresh));
    this.selected.forEach((heard) => heard());
  }

  private watchEntries(): Guard {
    const { decimal } = this.options;
    readEntries(this.engine, decimal, (at) => this.checkAt(at)?.options ?? []);
    showNumbers(this.engine, decimal);
    returnFromDialogs(this.engine);
    const guard = guardGrid(this.engine, this.options);
    readPastes(this.engine, decimal, () => guard.asks());
    return guard;
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

  async drawn(): Promise<void> {
    const { core, univer } = this.engine;
    await univer.__getInjector().get(core.LifecycleService).onStage(core.LifecycleStages.Rendered);
    const until = Date.now() + DRAWING_LIMIT;
    while (Date.now() < until && (this.book?.getActiveSheet().getSkeleton() ?? null) === null) await pause();
    await pause();
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
    }, (id, carried) => this.lines.now(id, carried));
  }

  /** After a change the grid waits a moment and then computes; some changes do not make it compute. */
  async settled(): Promise<void> {
    const until = Date.now() + CALCULATION_LIMIT;
    const mayStart = (turns: number): boolean =>
      this.startedAt < this.dirtyAt && (turns < CALCULATION_TURNS || Date.now() - this.dirtyAt < CALCULATION_START);
    for (let turns = 0; Date.now() < until && (this.computing || mayStart(turns)); turns++) await pause();
    // What did not make it compute by now does not.
    this.startedAt = Math.max(this.startedAt, this.dirtyAt);
  }

  private sheet(name: string): FWorksheet | null {
    return this.book?.getSheets().find((sheet) => sameSheet(sheet.getSheetName(), name)) ?? null;
  }

  value(name: string, row: number, column: number): CellValue | undefined {
    const sheet = this.sheet(name);
    if (sheet === null) return undefined;
    const held = sheet.getSheet().getCellMatrix().getValue(row, column) as ICellData | undefined;
    if (held === undefined || held === null) return null;
    return valueOfGrid(held.si === undefined ? held : { ...held, f: held.f ?? "=" });
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
    const execute = (list: readonly object[]): void => this.guard!.freely(() => {
      for (const { id, params } of steps(structuredClone(list) as object[])) commands.syncExecuteCommand(id, params);
    });
    try {
      execute(redo);
    } catch (error) {
      execute(undo);
      throw error;
    }
    for (const { subUnitId, cellValue } of redo) {
      const rows = Object.keys(cellValue).map(Number);
      if (rows.length > 0) this.rows.fit(subUnitId, Math.min(...rows), Math.max(...rows));
    }
    injector.get(core.IUndoRedoService).pushUndoRedo({
      unitID: unitId, undoMutations: steps(undo), redoMutations: steps(redo),
    });
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

  checkAt({ sheet: name, row, column }: Address): CellCheck | null {
    const sheet = this.sheet(name);
    const rule = sheet?.getRange(row, column).getDataValidation()?.rule;
    if (sheet === null || rule === undefined) return null;
    const check = checksOfGrid([rule as GridCheck], sheet.getSheetName())[0]?.rule;
    if (check === undefined) return null;
    return { prompt: check.prompt, options: this.optionsOf(check) };
  }

  private optionsOf(check: Validation): readonly string[] | null {
    if (check.kind === "list") return check.options;
    if (check.kind !== "range") return null;
    const { row, column, rows, columns } = check.area;
    const values = Array.from({ length: rows * columns }, (_, i) =>
      this.value(check.sheet, row + Math.floor(i / columns), column + (i % columns)));
    return values.flatMap((value) => (value === undefined || typeof value === "object" ? [] : [String(value)]));
  }

  choose({ sheet: name, row, column }: Address, option: string): void {
    this.sheet(name)?.getRange(row, column).setValue({ v: option, t: this.engine.core.CellValueType.STRING });
  }

  show({ sheet: name, row, column }: Address): void {
    const sheet = this.sheet(name);
    if (sheet === null || this.book === null) return;
    if (sheet.isSheetHidden()) sheet.showSheet();
    if (this.book.getActiveSheet().getSheetId() !== sheet.getSheetId()) this.book.setActiveSheet(sheet);
    sheet.getRange(row, column).activate();
    this.view.follow();
    this.engine.univer.__getInjector().get(this.engine.ui.ILayoutService).focus();
  }

  /** Nobody stands on a hidden cell, as on the first one of a form when its sheet is turned to. */
  private standSeen(): void {
    const at = this.selection();
    const sheet = at === null ? null : this.sheet(at.sheet);
    if (at === null || sheet === null) return;
    const model = sheet.getSheet();
    if (model.getRowVisible(at.row) && model.getColVisible(at.column)) return;
    const seen = firstSeen(sheet, (row, column) => this.locked({ sheet: at.sheet, row, column }));
    if (seen === null) return;
    sheet.getRange(...seen).activate();
    this.view.follow();
  }

  /** Enter leads from an answer to the next one, past locked cells and past lists that only say "not applicable"; Shift+Enter back. */
  private stepOn(by: 1 | -1): void {
    const at = this.selection();
    const sheet = at === null ? null : this.sheet(at.sheet);
    if (at === null || sheet === null || at.row - by < 0 || this.locked({ ...at, row: at.row - by })) return;
    const last = sheet.getLastRow();
    const passed = (row: number): boolean =>
      this.locked({ ...at, row }) || this.checkAt({ ...at, row })?.options?.length === 1 || !sheet.getSheet().getRowVisible(row);
    let row = at.row;
    while (row >= 0 && row <= last && passed(row)) row += by;
    if (row === at.row || row < 0 || row > last) return;
    sheet.getRange(row, at.column).activate();
    this.view.follow();
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
    this.book?.setNumfmtLocal(this.options.decimal() === "," ? "vi" : "en");
    this.book?.getActiveSheet().refreshCanvas();
  }
}

/** Loads the grid's scripts and shows an empty grid in an element. */
export async function startGrid(root: HTMLElement, language: Language, options: GridOptions): Promise<Grid> {
  return new UniverGrid(root, await startEngine(root, language, (id) => id.startsWith(lockId(""))), options);
}
