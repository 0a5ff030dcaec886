import type { Align } from "../../../core/sheet/workbook";
import { lacking } from "../look";
import { Dressed, known } from "./dressed";
import { aBoolean, aNumber, aString, colourOf, invalid, type OfficeObject } from "./office-object";
import { RangeBorderCollectionObject } from "./range-borders";

/** Points of a column of width 1 in a file. */
const pointsOfWidth = 5.25;
export const pointsOf = (width: number): number => Math.round(width * pointsOfWidth * 1e4) / 1e4;
export const plainWidth = 48;
export const plainHeight = 15;

const aligns: Record<string, Align | undefined> = { General: undefined, Left: "left", Center: "center", Right: "right" };
const otherAligns = ["Fill", "Justify", "CenterAcrossSelection", "Distributed"];
const verticals = { Top: "top", Center: "middle", Bottom: "bottom" } as const;
const otherVerticals = ["Justify", "Distributed"];

export class RangeFormatObject extends Dressed {
  readonly kind = "RangeFormat";

  get Fill(): OfficeObject {
    return new RangeFillObject(this.world, this.sheet, this.area);
  }
  get Font(): OfficeObject {
    return new RangeFontObject(this.world, this.sheet, this.area);
  }
  get Borders(): OfficeObject {
    return new RangeBorderCollectionObject(this.world, this.sheet, this.area);
  }
  get Protection(): OfficeObject {
    return new FormatProtectionObject(this.world, this.sheet, this.area);
  }

  get WrapText(): boolean | null {
    return this.common(({ wrap = false }) => wrap);
  }
  set WrapText(value: unknown) {
    const wrap = aBoolean(value, "wrapText");
    this.dress((look) => ({ ...look, wrap }));
  }
  get HorizontalAlignment(): string | null {
    return this.common(({ align }) => Object.keys(aligns).find((name) => aligns[name] === align)!);
  }
  set HorizontalAlignment(value: unknown) {
    const align = known(aligns, otherAligns, value, "horizontalAlignment");
    this.dress((look) => (align === undefined ? lacking(look, "align") : { ...look, align }));
  }
  get VerticalAlignment(): string | null {
    const names = { top: "Top", middle: "Center", bottom: "Bottom" };
    return this.common(({ vertical = "bottom" }) => names[vertical]);
  }
  set VerticalAlignment(value: unknown) {
    const vertical = known<"top" | "middle" | "bottom">(verticals, otherVerticals, value, "verticalAlignment");
    this.dress((look) => ({ ...look, vertical }));
  }
  get IndentLevel(): number | null {
    return this.common(({ indent = 0 }) => indent);
  }
  set IndentLevel(value: unknown) {
    const indent = aNumber(value, "indentLevel");
    if (!Number.isInteger(indent) || indent < 0 || indent > 250) throw invalid("indentLevel");
    this.dress((look) => ({ ...look, indent }));
  }

  get ColumnWidth(): number | null {
    const { column, columns } = this.area;
    const widths = Array.from({ length: columns }, (_, i) => this.sheet.columns[column + i]?.width);
    if (widths.some((width) => width !== widths[0])) return null;
    return widths[0] === undefined ? plainWidth : pointsOf(widths[0]);
  }
  set ColumnWidth(value: unknown) {
    const points = aNumber(value, "columnWidth");
    if (points < 0 || points > 255 * 7) throw invalid("columnWidth");
    this.world.engine.mayChange(this.sheet, "formatColumns");
    const width = Math.round((points / pointsOfWidth) * 1e6) / 1e6;
    this.sheet.size("columns", this.area.column, this.area.columns, { width });
  }
  get RowHeight(): number | null {
    const { row, rows } = this.area;
    const heights = Array.from({ length: Math.min(rows, 100000) }, (_, i) => this.sheet.rows[row + i]?.height);
    return heights.some((height) => height !== heights[0]) ? null : (heights[0] ?? plainHeight);
  }
  set RowHeight(value: unknown) {
    const height = aNumber(value, "rowHeight");
    if (height < 0 || height > 409.5) throw invalid("rowHeight");
    this.world.engine.mayChange(this.sheet, "formatRows");
    this.sheet.size("rows", this.area.row, this.area.rows, { height });
  }
}

class RangeFillObject extends Dressed {
  readonly kind = "RangeFill";

  get Color(): string | null {
    return this.common(({ fill }) => `#${fill ?? "FFFFFF"}`);
  }
  set Color(value: unknown) {
    const fill = colourOf(value, "fill.color");
    this.dress((look) => ({ ...look, fill }));
  }
  Clear(): void {
    this.dress((look) => lacking(look, "fill"));
  }
}

class RangeFontObject extends Dressed {
  readonly kind = "RangeFont";

  get Bold(): boolean | null {
    return this.common(({ bold = false }) => bold);
  }
  set Bold(value: unknown) {
    const bold = aBoolean(value, "font.bold");
    this.dress((look) => ({ ...look, bold }));
  }
  get Italic(): boolean | null {
    return this.common(({ italic = false }) => italic);
  }
  set Italic(value: unknown) {
    const italic = aBoolean(value, "font.italic");
    this.dress((look) => ({ ...look, italic }));
  }
  get Underline(): string | null {
    return this.common(({ underline = false }) => (underline ? "Single" : "None"));
  }
  set Underline(value: unknown) {
    const lines = { None: false, Single: true };
    const underline = known<boolean>(lines, ["Double", "SingleAccountant", "DoubleAccountant"], value, "font.underline");
    this.dress((look) => ({ ...look, underline }));
  }
  get Size(): number | null {
    return this.common(({ size = 11 }) => size);
  }
  set Size(value: unknown) {
    const size = aNumber(value, "font.size");
    if (size < 1 || size > 409) throw invalid("font.size");
    this.dress((look) => ({ ...look, size }));
  }
  get Color(): string | null {
    return this.common(({ color }) => `#${color ?? "000000"}`);
  }
  set Color(value: unknown) {
    const color = colourOf(value, "font.color");
    this.dress((look) => ({ ...look, color }));
  }
  get Name(): string | null {
    return this.common(({ font = "Calibri" }) => font);
  }
  set Name(value: unknown) {
    const font = aString(value, "font.name");
    this.dress((look) => ({ ...look, font }));
  }
}

class FormatProtectionObject extends Dressed {
  readonly kind = "FormatProtection";

  get Locked(): boolean | null {
    return this.common(({ locked = true }) => locked);
  }
  set Locked(value: unknown) {
    const locked = aBoolean(value, "locked");
    this.dress((look) => ({ ...look, locked }));
  }
}
