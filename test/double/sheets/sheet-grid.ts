/// <reference types="google-apps-script" />
import type { Area } from "../../../core/sheet/address";
import { overlaps } from "../../../core/sheet/apply";
import type { EngineSheet } from "../engine-sheet";
import { lacking } from "../look";
import type { Extra } from "./google-book";
import { checkedInteger, Refused, strict } from "./strict";
import type { World } from "./world";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Pixels of a width of 1 as files count it, and of a height of one point. */
const pixels = { width: 7, point: 4 / 3 };
const usual = { width: 100, height: 21 };

/** A sheet's rows and columns: how many, how wide, hidden, frozen. The grid ends somewhere and grows only when told. */
export class SheetGrid
  implements Pick<Sheet,
    | "getMaxRows" | "getMaxColumns" | "getLastRow" | "getLastColumn" | "insertRowsAfter" | "insertColumnsAfter"
    | "insertRows" | "insertColumns" | "deleteRows" | "deleteColumns" | "setColumnWidth" | "setColumnWidths"
    | "getColumnWidth" | "setRowHeight" | "setRowHeights" | "setRowHeightsForced" | "getRowHeight" | "autoResizeRows"
    | "hideColumns" | "showColumns"
    | "hideRows" | "showRows" | "isColumnHiddenByUser" | "isRowHiddenByUser" | "getFrozenRows" | "getFrozenColumns"
    | "setFrozenRows" | "setFrozenColumns"> {
  readonly self: Sheet;

  constructor(readonly world: World, readonly sheet: EngineSheet) {
    this.self = strict<Sheet>("Sheet", this, world);
  }

  protected readonly extra = (): Extra => this.world.book.extra(this.sheet);

  /** Rows and columns up to the last that holds something. */
  protected readonly held = (): { rows: number; columns: number } => {
    const used = this.sheet.used(true);
    return used === null ? { rows: 0, columns: 0 } : { rows: used.row + used.rows, columns: used.column + used.columns };
  };

  getMaxRows(): number {
    return this.extra().rows;
  }
  getMaxColumns(): number {
    return this.extra().columns;
  }
  getLastRow(): number {
    return this.held().rows;
  }
  getLastColumn(): number {
    return this.held().columns;
  }

  insertRowsAfter(after: number, count: number): Sheet {
    const extra = this.extra();
    this.world.book.mayEdit(this.sheet, null);
    if (after !== extra.rows) throw new Error("not faked: rows inserted between others");
    this.world.book.mayHold(checkedInteger(count, "Sheet.insertRowsAfter") * extra.columns);
    extra.rows += count;
    return this.self;
  }
  insertColumnsAfter(after: number, count: number): Sheet {
    const extra = this.extra();
    this.world.book.mayEdit(this.sheet, null);
    if (after !== extra.columns) throw new Error("not faked: columns inserted between others");
    this.world.book.mayHold(checkedInteger(count, "Sheet.insertColumnsAfter") * extra.rows);
    extra.columns += count;
    return this.self;
  }
  insertRows(at: number, count = 1): void {
    this.insertRowsAfter(at - 1, count);
  }
  insertColumns(at: number, count = 1): void {
    this.insertColumnsAfter(at - 1, count);
  }
  deleteRows(from: number, count: number): void {
    const extra = this.extra();
    this.world.book.mayEdit(this.sheet, null);
    if (from < 1 || from + count - 1 > extra.rows) throw new Refused("Those rows are out of bounds.");
    if (count >= extra.rows) throw new Refused("You can't delete all the rows on the sheet.");
    if (from + count - 1 < this.sheet.cells.length) throw new Error("not faked: rows deleted before others");
    this.dropAttached({ row: from - 1, column: 0, rows: count, columns: extra.columns });
    extra.rows -= count;
  }
  deleteColumns(from: number, count: number): void {
    const extra = this.extra();
    this.world.book.mayEdit(this.sheet, null);
    if (from < 1 || from + count - 1 > extra.columns) throw new Refused("Those columns are out of bounds.");
    if (count >= extra.columns) throw new Refused("You can't delete all the columns on the sheet.");
    if (from + count - 1 !== extra.columns) throw new Error("not faked: columns deleted before others");
    this.dropAttached({ row: 0, column: from - 1, rows: extra.rows, columns: count });
    extra.columns -= count;
  }
  /** Notes and comments go with their cells, and charts with the cell that they hang on. */
  private readonly dropAttached = (area: Area): void => {
    const { attached } = this.sheet;
    attached.clear(area);
    for (const { id, area: { row, column } } of attached.charts) {
      if (overlaps(area, { row, column, rows: 1, columns: 1 })) attached.dropChart(id);
    }
  };

  private readonly inside = (kind: "rows" | "columns", from: number, count: number): number => {
    if (!(from >= 1) || !(count >= 1) || from + count - 1 > this.extra()[kind]) {
      throw new Refused(`Those ${kind} are out of bounds.`);
    }
    this.world.book.mayEdit(this.sheet, kind === "rows"
      ? { row: from - 1, column: 0, rows: count, columns: this.extra().columns }
      : { row: 0, column: from - 1, rows: this.extra().rows, columns: count });
    return from - 1;
  };

  setColumnWidth(column: number, width: number): Sheet {
    return this.setColumnWidths(column, 1, width);
  }
  setColumnWidths(from: number, count: number, width: number): Sheet {
    const first = this.inside("columns", from, count);
    if (!(width >= 0)) throw new Refused("Invalid argument: width");
    const wide = Number((Math.round(width) / pixels.width).toFixed(4));
    this.sheet.size("columns", first, count, { width: wide });
    return this.self;
  }
  getColumnWidth(column: number): number {
    const width = this.sheet.columns[column - 1]?.width;
    return width === undefined ? usual.width : Math.round(width * pixels.width);
  }
  setRowHeight(row: number, height: number): Sheet {
    return this.setRowHeights(row, 1, height);
  }
  /** Text that needs more keeps a row higher; only the forced height is kept as it is. */
  setRowHeights(from: number, count: number, height: number): Sheet {
    return this.setRowHeightsForced(from, count, Math.max(height, usual.height));
  }
  setRowHeightsForced(from: number, count: number, height: number): Sheet {
    const first = this.inside("rows", from, count);
    this.sheet.size("rows", first, count, { height: Number((Math.round(height) / pixels.point).toFixed(2)) });
    return this.self;
  }
  autoResizeRows(from: number, count: number): Sheet {
    const first = this.inside("rows", from, count);
    for (let row = first; row < first + count; row++) {
      const size = this.sheet.rows[row];
      if (size !== undefined) this.sheet.rows[row] = lacking(size, "height");
    }
    return this.self;
  }
  getRowHeight(row: number): number {
    const height = this.sheet.rows[row - 1]?.height;
    return height === undefined ? usual.height : Math.round(height * pixels.point);
  }
  hideColumns(from: number, count = 1): void {
    this.sheet.size("columns", this.inside("columns", from, count), count, { hidden: true });
  }
  showColumns(from: number, count = 1): void {
    this.sheet.size("columns", this.inside("columns", from, count), count, { hidden: false });
  }
  hideRows(from: number, count = 1): void {
    this.sheet.size("rows", this.inside("rows", from, count), count, { hidden: true });
  }
  showRows(from: number, count = 1): void {
    this.sheet.size("rows", this.inside("rows", from, count), count, { hidden: false });
  }
  isColumnHiddenByUser(column: number): boolean {
    return this.sheet.columns[column - 1]?.hidden === true;
  }
  isRowHiddenByUser(row: number): boolean {
    return this.sheet.rows[row - 1]?.hidden === true;
  }

  getFrozenRows(): number {
    return this.sheet.freeze?.rows ?? 0;
  }
  getFrozenColumns(): number {
    return this.sheet.freeze?.columns ?? 0;
  }
  /** What is frozen may not end within a merged cell. */
  private readonly whole = (kind: "rows" | "columns", at: number): void => {
    const side = kind === "rows" ? "row" : "column";
    if (!this.sheet.merges.some((merge) => merge[side] < at && at < merge[side] + merge[kind])) return;
    throw new Refused(`You can't freeze ${kind} which contain only part of a merged cell.`);
  };
  setFrozenRows(rows: number): void {
    if (rows >= this.extra().rows) throw new Refused("You can't freeze all visible rows in the sheet.");
    this.whole("rows", rows);
    this.freeze({ rows, columns: this.getFrozenColumns() });
  }
  setFrozenColumns(columns: number): void {
    if (columns >= this.extra().columns) throw new Refused("You can't freeze all visible columns in the sheet.");
    this.whole("columns", columns);
    this.freeze({ rows: this.getFrozenRows(), columns });
  }
  private readonly freeze = (at: { rows: number; columns: number }): void => {
    this.world.book.mayEdit(this.sheet, null);
    this.sheet.freeze = at.rows === 0 && at.columns === 0 ? null : at;
  };
}
