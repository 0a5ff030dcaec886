/// <reference types="google-apps-script" />
import type { Area } from "../../../core/sheet/address";
import type { CellValue } from "../../../core/sheet/workbook";
import { neutralFormula } from "./formula-text";
import { violated } from "./judge";
import { displayText, instantOf, serialOfInstant } from "./locale";
import { RangePlace } from "./range-place";
import { Refused } from "./strict";

type Range = GoogleAppsScript.Spreadsheet.Range;
interface Content {
  readonly v: CellValue;
  readonly f?: string;
  readonly format?: string;
}

const isDate = (value: unknown): value is Date => Object.prototype.toString.call(value) === "[object Date]";

/** What a range holds. Reading settles every formula first; a write is refused as a whole. */
export class RangeContents extends RangePlace
  implements Pick<Range,
    | "getValue" | "getValues" | "setValue" | "setValues" | "getFormula" | "getFormulas" | "setFormula" | "setFormulas"
    | "getDisplayValue" | "getDisplayValues" | "isBlank" | "clearContent"> {

  /** Something of each cell, row by row. */
  protected readonly grid = <T>(of: (row: number, column: number) => T): T[][] => {
    const { row, column, rows, columns } = this.area;
    return Array.from({ length: rows }, (_, i) => Array.from({ length: columns }, (__, j) => of(row + i, column + j)));
  };

  /** A block of the range's own shape; Google's words where it is of another. */
  protected readonly sized = <T>(block: readonly (readonly T[])[], what = "data"): readonly (readonly T[])[] => {
    const { rows, columns } = this.area;
    if (!Array.isArray(block) || !block.every((line) => Array.isArray(line))) {
      throw new Refused("The parameters don't match the method signature for SpreadsheetApp.Range.");
    }
    if (block.length !== rows) {
      throw new Refused(`The number of rows in the ${what} does not match the number of rows in the range. The data has ${block.length} but the range has ${rows}.`);
    }
    for (const line of block) {
      if (line.length === columns) continue;
      throw new Refused(`The number of columns in the ${what} does not match the number of columns in the range. The data has ${line.length} but the range has ${columns}.`);
    }
    return block;
  };

  protected readonly mayEdit = (area: Area = this.area): void => {
    this.world.book.mayEdit(this.sheet, area);
  };

  getValues(): unknown[][] {
    const { book } = this.world;
    book.engine.settle();
    return this.grid((row, column) => {
      if (book.isPicture(this.sheet, row, column)) return { valueType: "IMAGE" };
      const value = this.sheet.at(row, column)?.v ?? null;
      if (value === null) return "";
      if (typeof value === "object") return value.error;
      return typeof value === "number" && book.isDay(this.sheet, row, column)
        ? this.world.instant(instantOf(value, book.hoursEast))
        : value;
    });
  }
  getValue(): unknown {
    return this.getValues()[0]![0];
  }
  getFormulas(): string[][] {
    return this.grid((row, column) => this.world.book.formulaText(this.sheet, row, column));
  }
  getFormula(): string {
    return this.getFormulas()[0]![0]!;
  }
  getDisplayValues(): string[][] {
    const { book } = this.world;
    book.engine.settle();
    return this.grid((row, column) =>
      displayText(this.sheet.at(row, column)?.v ?? null, this.sheet.look(row, column).format, book.locale));
  }
  getDisplayValue(): string {
    return this.getDisplayValues()[0]![0]!;
  }
  isBlank(): boolean {
    return this.grid((row, column) => this.sheet.at(row, column)).flat().every((cell) => cell === undefined || (cell.v === null && cell.f === undefined));
  }

  private readonly taken = (row: number, column: number, value: unknown): Content => {
    const { book } = this.world;
    if (value === null || value === undefined || value === "") return { v: null };
    if (typeof value === "string") return book.take(this.sheet, row, column, value);
    const asText = this.sheet.look(row, column).format === "@";
    if (typeof value === "boolean") return { v: asText ? String(value).toUpperCase() : value };
    if (typeof value === "number") {
      if (!Number.isFinite(value)) return { v: { error: "#NUM!" } };
      return { v: asText ? displayText(value, undefined, book.locale) : value };
    }
    if (isDate(value)) {
      const format = this.sheet.look(row, column).format;
      return {
        v: serialOfInstant(value.getTime(), book.hoursEast),
        ...(format === undefined ? { format: book.locale.order === "mdy" ? "m/d/yyyy" : "dd/mm/yyyy" } : {}),
      };
    }
    // A nested list or a plain object arrives in the cell as Java prints it.
    return { v: Array.isArray(value) ? `[Ljava.lang.Object;@${this.sheet.id}` : "{}" };
  };

  private readonly write = (contents: readonly (readonly Content[])[]): void => {
    this.mayEdit();
    const { book } = this.world;
    contents.forEach((line, i) => line.forEach((content, j) => {
      const [row, column] = [this.area.row + i, this.area.column + j];
      const against = violated(book, this.sheet, row, column, content);
      if (against !== null) throw new Refused(against);
    }));
    contents.forEach((line, i) =>
      line.forEach((content, j) => book.put(this.sheet, this.area.row + i, this.area.column + j, content)));
    book.touch();
  };

  setValues(values: unknown[][]): Range {
    const { row, column } = this.area;
    this.write(this.sized(values).map((line, i) => line.map((value, j) => this.taken(row + i, column + j, value))));
    return this.self;
  }
  setValue(value: unknown): Range {
    this.write(this.grid((row, column) => this.taken(row, column, value)));
    return this.self;
  }
  setFormulas(formulas: string[][]): Range {
    this.write(this.sized(formulas).map((line) => line.map((text) => this.formula(text))));
    return this.self;
  }
  setFormula(formula: string): Range {
    const content = this.formula(formula);
    this.write(this.grid(() => content));
    return this.self;
  }
  /** An empty text empties the cell, whatever stood there. */
  private readonly formula = (text: unknown): Content => {
    if (text === null || text === undefined || text === "") return { v: null };
    if (typeof text !== "string") throw new Refused("The parameters don't match the method signature for SpreadsheetApp.Range.setFormulas.");
    if (text.length > 50000) throw new Refused("Your input contains more than the maximum of 50000 characters in a single cell.");
    return { v: null, f: neutralFormula(text.replace(/^=/, ""), this.world.book.locale) };
  };
  clearContent(): Range {
    this.mayEdit();
    this.sheet.empty(this.area);
    this.grid((row, column) => this.world.book.dropPicture(this.sheet, row, column));
    this.world.book.touch();
    return this.self;
  }
}
