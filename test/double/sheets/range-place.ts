/// <reference types="google-apps-script" />
import { type Area, areaName } from "../../../core/sheet/address";
import type { EngineSheet } from "../engine-sheet";
import type { World } from "./world";
import { checkedInteger, Refused, strict } from "./strict";

type Range = GoogleAppsScript.Spreadsheet.Range;

/** Where a range lies. Rows and columns are counted from 1, as scripts count them. */
export class RangePlace
  implements Pick<Range,
    | "getA1Notation" | "getRow" | "getRowIndex" | "getColumn" | "getLastRow" | "getLastColumn" | "getNumRows"
    | "getNumColumns" | "getHeight" | "getWidth" | "getSheet" | "getGridId" | "getCell" | "offset" | "activate"
    | "activateAsCurrentCell" | "canEdit" | "isStartRowBounded"> {
  readonly self: Range;

  constructor(
    readonly world: World,
    readonly sheet: EngineSheet,
    readonly area: Area,
  ) {
    const { rows, columns } = world.book.extra(sheet);
    if (area.row < 0) throw new Refused("The starting row of the range is too small.");
    if (area.column < 0) throw new Refused("The starting column of the range is too small.");
    if (area.rows < 1) throw new Refused("The number of rows in the range must be at least 1.");
    if (area.columns < 1) throw new Refused("The number of columns in the range must be at least 1.");
    if (area.row + area.rows > rows || area.column + area.columns > columns) {
      throw new Refused("The coordinates of the range are outside the dimensions of the sheet.");
    }
    this.self = strict<Range>("Range", this, world);
  }

  getA1Notation(): string {
    return areaName(this.area);
  }
  getRow(): number {
    return this.area.row + 1;
  }
  getRowIndex(): number {
    return this.area.row + 1;
  }
  getColumn(): number {
    return this.area.column + 1;
  }
  getLastRow(): number {
    return this.area.row + this.area.rows;
  }
  getLastColumn(): number {
    return this.area.column + this.area.columns;
  }
  getNumRows(): number {
    return this.area.rows;
  }
  getNumColumns(): number {
    return this.area.columns;
  }
  getHeight(): number {
    return this.area.rows;
  }
  getWidth(): number {
    return this.area.columns;
  }
  getSheet(): GoogleAppsScript.Spreadsheet.Sheet {
    return this.world.sheet(this.sheet);
  }
  getGridId(): number {
    return this.world.gridId(this.sheet);
  }
  isStartRowBounded(): boolean {
    return true;
  }
  getCell(row: number, column: number): Range {
    const { rows, columns } = this.area;
    if (row < 1 || column < 1 || row > rows || column > columns) {
      throw new Refused("Cell reference out of range");
    }
    return this.world.range(this.sheet, {
      row: this.area.row + row - 1, column: this.area.column + column - 1, rows: 1, columns: 1,
    });
  }
  offset(rowOffset: number, columnOffset: number, numRows = this.area.rows, numColumns = this.area.columns): Range {
    return this.world.range(this.sheet, {
      row: this.area.row + checkedInteger(rowOffset, "Range.offset"),
      column: this.area.column + checkedInteger(columnOffset, "Range.offset"),
      rows: numRows, columns: numColumns,
    });
  }
  activate(): Range {
    this.world.select(this.sheet, this.area);
    return this.self;
  }
  activateAsCurrentCell(): Range {
    return this.activate();
  }
  canEdit(): boolean {
    try {
      this.world.book.mayEdit(this.sheet, this.area);
      return true;
    } catch {
      return false;
    }
  }
}
