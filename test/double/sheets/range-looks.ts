/// <reference types="google-apps-script" />
import type { Area } from "../../../core/sheet/address";
import { edge, lacking, type Look } from "../look";
import * as field from "./look-fields";
import { background, type LookField } from "./look-fields";
import { FakeColor, wrapKinds } from "./fake-color";
import { RangeContents } from "./range-contents";

type Range = GoogleAppsScript.Spreadsheet.Range;
type Weight = GoogleAppsScript.Spreadsheet.FontWeight;
type Slant = GoogleAppsScript.Spreadsheet.FontStyle;
type Line = GoogleAppsScript.Spreadsheet.FontLine;
type Across = "left" | "center" | "normal" | "right" | null;
type Down = "top" | "middle" | "bottom" | null;

/** How a range looks. */
export class RangeLooks extends RangeContents
  implements Pick<Range,
    | "getBackground" | "getBackgrounds" | "setBackground" | "setBackgrounds" | "getFontWeights" | "setFontWeight"
    | "setFontWeights" | "getFontColors" | "setFontColor" | "setFontColors" | "getFontStyles" | "setFontStyle"
    | "setFontStyles" | "getFontLines" | "setFontLine" | "setFontLines" | "getFontSizes" | "setFontSize" | "setFontSizes"
    | "getHorizontalAlignments" | "setHorizontalAlignment" | "setHorizontalAlignments" | "getVerticalAlignments"
    | "setVerticalAlignment" | "setVerticalAlignments" | "getWraps" | "setWrap" | "setWraps" | "setWrapStrategy"
    | "setWrapStrategies" | "getWrapStrategies" | "getFontColorObjects" | "getNumberFormat" | "getNumberFormats" | "setNumberFormat" | "setNumberFormats" | "setBorder"
    | "clearFormat"> {

  private readonly read = <T>({ get }: LookField<T>): T[][] => {
    return this.grid((row, column) => get(this.sheet.look(row, column)));
  };

  private readonly dress = <T>({ set }: LookField<T>, value: T | null): Range => {
    this.mayEdit();
    this.sheet.dress(this.area, (look) => set(look, value));
    return this.self;
  };

  private readonly dressEach = <T>(one: LookField<T>, values: readonly (readonly (T | null)[])[]): Range => {
    this.mayEdit();
    // Neighbours below one another with the same value are dressed together.
    const block = this.sized(values);
    for (let j = 0; j < this.area.columns; j++) {
      for (let i = 0; i < this.area.rows; ) {
        let end = i + 1;
        while (end < this.area.rows && block[end]![j] === block[i]![j]) end++;
        const area: Area = { row: this.area.row + i, column: this.area.column + j, rows: end - i, columns: 1 };
        this.sheet.dress(area, (look) => one.set(look, block[i]![j]!));
        i = end;
      }
    }
    return this.self;
  };

  getBackground(): string {
    return this.read(field.background)[0]![0]!;
  }
  getBackgrounds(): string[][] {
    return this.read(field.background);
  }
  setBackground(color: string | null): Range {
    return this.dress(field.background, color);
  }
  setBackgrounds(colors: (string | null)[][]): Range {
    return this.dressEach(field.background, colors);
  }
  getFontColors(): string[][] {
    return this.read(field.fontColor);
  }
  setFontColor(color: string | null): Range {
    return this.dress(field.fontColor, color);
  }
  setFontColors(colors: (string | null)[][]): Range {
    return this.dressEach(field.fontColor, colors);
  }
  getFontColorObjects(): GoogleAppsScript.Spreadsheet.Color[][] {
    return this.grid((row, column) => new FakeColor(this.world, this.sheet.look(row, column).color ?? null).self);
  }
  getFontWeights(): Weight[][] {
    return this.read(field.fontWeight);
  }
  setFontWeight(weight: Weight | null): Range {
    return this.dress(field.fontWeight, weight);
  }
  setFontWeights(weights: (Weight | null)[][]): Range {
    return this.dressEach(field.fontWeight, weights);
  }
  getFontStyles(): Slant[][] {
    return this.read(field.fontStyle);
  }
  setFontStyle(style: Slant | null): Range {
    return this.dress(field.fontStyle, style);
  }
  setFontStyles(styles: (Slant | null)[][]): Range {
    return this.dressEach(field.fontStyle, styles);
  }
  getFontLines(): Line[][] {
    return this.read(field.fontLine);
  }
  setFontLine(line: Line | null): Range {
    return this.dress(field.fontLine, line);
  }
  setFontLines(lines: (Line | null)[][]): Range {
    return this.dressEach(field.fontLine, lines);
  }
  getFontSizes(): number[][] {
    return this.read(field.fontSize);
  }
  setFontSize(size: number): Range {
    return this.dress(field.fontSize, size);
  }
  setFontSizes(sizes: number[][]): Range {
    return this.dressEach(field.fontSize, sizes);
  }
  getHorizontalAlignments(): string[][] {
    return this.read(field.horizontal);
  }
  setHorizontalAlignment(alignment: Across): Range {
    return this.dress(field.horizontal, alignment);
  }
  setHorizontalAlignments(alignments: Across[][]): Range {
    return this.dressEach(field.horizontal, alignments);
  }
  getVerticalAlignments(): string[][] {
    return this.read(field.vertical);
  }
  setVerticalAlignment(alignment: Down): Range {
    return this.dress(field.vertical, alignment);
  }
  setVerticalAlignments(alignments: Down[][]): Range {
    return this.dressEach(field.vertical, alignments);
  }
  getWraps(): boolean[][] {
    return this.read(field.wrap);
  }
  setWrap(on: boolean): Range {
    return this.dress(field.wrap, on);
  }
  setWraps(on: boolean[][]): Range {
    return this.dressEach(field.wrap, on);
  }
  setWrapStrategy(strategy: GoogleAppsScript.Spreadsheet.WrapStrategy): Range {
    return this.dress(field.wrap, String(strategy) === "WRAP");
  }
  setWrapStrategies(strategies: GoogleAppsScript.Spreadsheet.WrapStrategy[][]): Range {
    return this.dressEach(field.wrap, strategies.map((line) => line.map((strategy) => String(strategy) === "WRAP")));
  }
  getWrapStrategies(): GoogleAppsScript.Spreadsheet.WrapStrategy[][] {
    return this.read(field.wrap).map((line) => line.map((on) => (on ? wrapKinds.WRAP : wrapKinds.OVERFLOW)));
  }
  getNumberFormat(): string {
    return this.read(field.numberFormat)[0]![0]!;
  }
  getNumberFormats(): string[][] {
    return this.read(field.numberFormat);
  }
  setNumberFormat(format: string): Range {
    return this.dress(field.numberFormat, format);
  }
  setNumberFormats(formats: string[][]): Range {
    return this.dressEach(field.numberFormat, formats);
  }

  setBorder(
    top: boolean | null, left: boolean | null, bottom: boolean | null, right: boolean | null, vertical: boolean | null,
    horizontal: boolean | null, color: string | null = null, style?: GoogleAppsScript.Spreadsheet.BorderStyle | null,
  ): Range {
    this.mayEdit();
    if (style !== undefined && style !== null && String(style) !== "SOLID") throw new Error(`not faked: border ${String(style)}`);
    const edgeColor = color === null ? undefined : background.set({}, color).fill;
    const { row, column, rows, columns } = this.area;
    const side = (bit: number, part: Area, on: boolean | null): void => {
      if (on === null || part.rows < 1 || part.columns < 1) return;
      this.sheet.dress(part, ({ edges = 0, ...look }: Look) => ({
        ...lacking(look, "edgeColor"), edges: on ? edges | bit : edges & ~bit,
        ...(edgeColor === undefined ? {} : { edgeColor }),
      }));
    };
    side(edge.top, { row, column, rows: 1, columns }, top);
    side(edge.bottom, { row: row + rows - 1, column, rows: 1, columns }, bottom);
    side(edge.left, { row, column, rows, columns: 1 }, left);
    side(edge.right, { row, column: column + columns - 1, rows, columns: 1 }, right);
    side(edge.right, { row, column, rows, columns: columns - 1 }, vertical);
    side(edge.left, { row, column: column + 1, rows, columns: columns - 1 }, vertical);
    side(edge.bottom, { row, column, rows: rows - 1, columns }, horizontal);
    side(edge.top, { row: row + 1, column, rows: rows - 1, columns }, horizontal);
    return this.self;
  }

  clearFormat(): Range {
    this.mayEdit();
    this.sheet.dress(this.area, () => ({}));
    return this.self;
  }
}
