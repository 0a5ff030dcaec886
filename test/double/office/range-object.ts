import type { Area } from "../../../core/sheet/address";
import type { EngineCell, EngineSheet, Size } from "../engine-sheet";
import { around, shared } from "../sheet-areas";
import { whole } from "../sheet-engine";
import { ConditionalFormatCollectionObject } from "./conditional-formats";
import { DataValidationObject } from "./data-validation";
import { aBoolean, anIndex, aNumber, invalid, notImplemented, OfficeError, OfficeObject, oneOf } from "./office-object";
import { addressOf, areaOf, fits, unbounded, wholeColumns, wholeRows } from "./places";
import { RangeAreasObject } from "./range-areas";
import { aFormat, cellLooks, sent, shaped, textShown, valueType, wrongShape } from "./range-cells";
import { plainHeight, plainWidth, pointsOf, RangeFormatObject } from "./range-format";
import { WorksheetObject } from "./worksheet-object";
import type { World } from "./world";

const mostCells = 5_000_000;

export class RangeObject extends OfficeObject {
  readonly kind = "Range";

  constructor(
    private readonly world: World,
    readonly sheet: EngineSheet,
    readonly area: Area,
  ) {
    super();
  }

  override get tracked(): boolean {
    return true;
  }

  private part(area: Area): RangeObject {
    if (!fits(area)) throw invalid("range outside of the sheet");
    return new RangeObject(this.world, this.sheet, area);
  }

  /** Something of each cell; null for whole rows and columns, as Excel answers. */
  private each<T>(of: (cell: EngineCell | undefined, row: number, column: number) => T): T[][] | null {
    if (unbounded(this.area)) return null;
    if (this.area.rows * this.area.columns > mostCells) throw new OfficeError("RangeExceedsLimit", this.Address);
    this.live();
    this.world.engine.settle();
    return Array.from({ length: this.area.rows }, (_, i) =>
      Array.from({ length: this.area.columns }, (_, j) => {
        const [row, column] = [this.area.row + i, this.area.column + j];
        return of(this.sheet.at(row, column), row, column);
      }),
    );
  }

  private live(): void {
    if (!this.world.engine.sheets.includes(this.sheet)) throw new OfficeError("InvalidReference", this.sheet.name);
  }

  get Values(): unknown {
    return this.each((cell) => sent(cell?.v ?? null));
  }
  set Values(value: unknown) {
    this.live();
    this.world.engine.write(this.sheet, this.area, shaped(value, this.area));
  }
  get Formulas(): unknown {
    return this.each((cell) => (cell?.f === undefined ? sent(cell?.v ?? null) : `=${cell.f}`));
  }
  set Formulas(value: unknown) {
    this.Values = value;
  }
  get Text(): unknown {
    return this.each((cell) => textShown(cell?.v ?? null, cell?.s?.format, this.world.decimal));
  }
  get ValueTypes(): unknown {
    return this.each((cell) => valueType(cell?.v ?? null));
  }
  get Style(): unknown {
    const bare = this.each((cell) => cell?.s === undefined);
    return bare === null || bare.some((line) => line.includes(false)) ? null : "Normal";
  }
  /** The style of the cells that nobody dressed: takes the looks, and leaves formats by condition. */
  set Style(value: unknown) {
    oneOf(value, ["Normal"], "style");
    this.world.engine.clear(this.sheet, this.area, "looks");
  }
  get NumberFormat(): unknown {
    return this.each((cell) => cell?.s?.format ?? "General");
  }
  set NumberFormat(value: unknown) {
    const formats = shaped(value, this.area).map((line) => line.map((code) => (code === null ? null : aFormat(code))));
    const first = formats[0]![0]!;
    const dress = (area: Area, format: string): void =>
      this.world.engine.dress(this.sheet, area, (look) => ({ ...look, format }));
    if (first !== null && formats.every((line) => line.every((code) => code === first))) dress(this.area, first);
    else {
      formats.forEach((line, i) => line.forEach((code, j) => {
        if (code !== null) dress({ row: this.area.row + i, column: this.area.column + j, rows: 1, columns: 1 }, code);
      }));
    }
  }
  get Address(): string {
    return addressOf(this.sheet.name, this.area);
  }
  get RowIndex(): number {
    return this.area.row;
  }
  get ColumnIndex(): number {
    return this.area.column;
  }
  get RowCount(): number {
    return this.area.rows;
  }
  get ColumnCount(): number {
    return this.area.columns;
  }
  get CellCount(): number {
    const count = this.area.rows * this.area.columns;
    return count > 2147483647 ? -1 : count;
  }
  get IsEntireRow(): boolean {
    return wholeRows(this.area);
  }
  get IsEntireColumn(): boolean {
    return wholeColumns(this.area);
  }

  private hidden(kind: "columns" | "rows"): boolean | null {
    const [first, count] = kind === "columns" ? [this.area.column, this.area.columns] : [this.area.row, this.area.rows];
    const list = this.sheet[kind].slice(first, first + count);
    const hidden = list.filter((one) => one?.hidden === true).length;
    return hidden === 0 ? false : hidden === count ? true : null;
  }
  get ColumnHidden(): boolean | null {
    return this.hidden("columns");
  }
  set ColumnHidden(value: unknown) {
    const hidden = aBoolean(value, "columnHidden");
    this.world.engine.mayChange(this.sheet, "formatColumns");
    if (wholeRows(this.area)) throw invalid("columnHidden of whole rows");
    this.sheet.size("columns", this.area.column, this.area.columns, { hidden });
  }
  get RowHidden(): boolean | null {
    return this.hidden("rows");
  }
  set RowHidden(value: unknown) {
    const hidden = aBoolean(value, "rowHidden");
    this.world.engine.mayChange(this.sheet, "formatRows");
    if (wholeColumns(this.area)) throw invalid("rowHidden of whole columns");
    this.sheet.size("rows", this.area.row, this.area.rows, { hidden });
  }

  private points(kind: "columns" | "rows", first: number, count: number): number {
    if (count > 20000) throw notImplemented("sizes of whole rows or columns");
    return Array.from({ length: count }, (_, i) => {
      const { width, height, hidden }: Size = this.sheet[kind][first + i] ?? {};
      if (hidden === true) return 0;
      if (kind === "rows") return height ?? plainHeight;
      return width === undefined ? plainWidth : pointsOf(width);
    }).reduce((sum, points) => sum + points, 0);
  }
  get Left(): number {
    return this.points("columns", 0, this.area.column);
  }
  get Top(): number {
    return this.points("rows", 0, this.area.row);
  }
  get Width(): number {
    return this.points("columns", this.area.column, this.area.columns);
  }
  get Height(): number {
    return this.points("rows", this.area.row, this.area.rows);
  }

  get Worksheet(): OfficeObject {
    return new WorksheetObject(this.world, this.sheet);
  }
  get Format(): OfficeObject {
    return new RangeFormatObject(this.world, this.sheet, this.area);
  }
  get DataValidation(): OfficeObject {
    return new DataValidationObject(this.world, this.sheet, this.area);
  }
  get ConditionalFormats(): OfficeObject {
    return new ConditionalFormatCollectionObject(this.world, this.sheet, this.area);
  }

  GetCellProperties(wanted: unknown): unknown {
    const told = cellLooks(wanted);
    return this.each((cell) => told(cell?.s ?? {}));
  }

  Select(): void {
    this.live();
    this.world.engine.select(this.sheet, this.area);
  }
  Clear(applyTo: unknown): void {
    const all = ["All", "Contents", "Formats", "Hyperlinks", "RemoveHyperlinks"] as const;
    const what = oneOf(applyTo ?? "All", all, "applyTo");
    const parts = { All: "all", Contents: "contents", Formats: "formats" } as const;
    if (what === "All" || what === "Contents" || what === "Formats") {
      this.world.engine.clear(this.sheet, this.area, parts[what]);
    }
  }
  Merge(across: unknown): void {
    if (across !== null && across !== undefined && aBoolean(across, "across")) {
      for (let i = 0; i < this.area.rows; i++) this.part({ ...this.area, row: this.area.row + i, rows: 1 }).Merge(false);
      return;
    }
    this.world.engine.merge(this.sheet, this.area);
  }
  Unmerge(): void {
    this.world.engine.unmerge(this.sheet, this.area);
  }
  GetMergedAreasOrNullObject(): OfficeObject | null {
    const merges = this.sheet.mergesIn(this.area);
    return merges.length === 0 ? null : new RangeAreasObject(this.world, this.sheet, merges);
  }

  GetCell(row: unknown, column: unknown): OfficeObject {
    const at = { row: this.area.row + aNumber(row, "row"), column: this.area.column + aNumber(column, "column") };
    return this.part({ ...at, rows: 1, columns: 1 });
  }
  GetRow(row: unknown): OfficeObject {
    const at = anIndex(row, "row");
    if (at >= this.area.rows) throw invalid("row");
    return this.part({ ...this.area, row: this.area.row + at, rows: 1 });
  }
  GetColumn(column: unknown): OfficeObject {
    const at = anIndex(column, "column");
    if (at >= this.area.columns) throw invalid("column");
    return this.part({ ...this.area, column: this.area.column + at, columns: 1 });
  }
  GetLastRow(): OfficeObject {
    return this.GetRow(this.area.rows - 1);
  }
  GetLastColumn(): OfficeObject {
    return this.GetColumn(this.area.columns - 1);
  }
  GetLastCell(): OfficeObject {
    return this.GetCell(this.area.rows - 1, this.area.columns - 1);
  }
  GetEntireRow(): OfficeObject {
    return this.part({ ...this.area, column: 0, columns: whole.columns });
  }
  GetEntireColumn(): OfficeObject {
    return this.part({ ...this.area, row: 0, rows: whole.rows });
  }
  GetOffsetRange(rows: unknown, columns: unknown): OfficeObject {
    const by = { rows: aNumber(rows, "rowOffset"), columns: aNumber(columns, "columnOffset") };
    return this.part({ ...this.area, row: this.area.row + by.rows, column: this.area.column + by.columns });
  }
  GetResizedRange(rows: unknown, columns: unknown): OfficeObject {
    const by = { rows: aNumber(rows, "deltaRows"), columns: aNumber(columns, "deltaColumns") };
    return this.part({ ...this.area, rows: this.area.rows + by.rows, columns: this.area.columns + by.columns });
  }
  GetAbsoluteResizedRange(rows: unknown, columns: unknown): OfficeObject {
    return this.part({ ...this.area, rows: anIndex(rows, "numRows"), columns: anIndex(columns, "numColumns") });
  }
  GetBoundingRect(other: unknown): OfficeObject {
    return this.part(around(this.area, this.beside(other)));
  }
  GetIntersectionOrNullObject(other: unknown): OfficeObject | null {
    const area = shared(this.area, this.beside(other));
    return area === null ? null : this.part(area);
  }
  private beside(other: unknown): Area {
    if (other instanceof RangeObject && other.sheet === this.sheet) return other.area;
    const area = typeof other === "string" ? areaOf(other) : null;
    if (area === null) throw invalid("anotherRange");
    return area;
  }
  GetUsedRangeOrNullObject(valuesOnly: unknown): OfficeObject | null {
    const used = this.sheet.used(valuesOnly === true);
    const area = used === null ? null : shared(this.area, used);
    return area === null ? null : this.part(area);
  }

  /** office.js asks before it splits a large array into chunks of rows. */
  _ValidateArraySize(rows: unknown, columns: unknown): void {
    if (rows !== this.area.rows || columns !== this.area.columns) {
      throw invalid(wrongShape);
    }
  }
}
