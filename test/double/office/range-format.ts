import type { Area } from "../../../core/sheet/address";
import type { Align } from "../../../core/sheet/workbook";
import { edge, type EngineSheet, type Look } from "../engine-sheet";
import type { SheetEngine } from "../sheet-engine";
import { aBoolean, aNumber, aString, colourOf, invalid, notImplemented, OfficeObject, oneOf } from "./office-object";
import { unbounded } from "./places";

/** Points of a column of width 1 in a file. */
export const pointsOfWidth = 5.25;
const plainWidth = 48;
const plainHeight = 15;

/** An area to be dressed, under its sheet's protection. */
abstract class Dressed extends OfficeObject {
  constructor(
    protected readonly engine: SheetEngine,
    protected readonly sheet: EngineSheet,
    protected readonly area: Area,
  ) {
    super();
  }

  /** What all cells share, null where they differ. */
  protected common<T>(of: (look: Look) => T): T | null {
    const { row, column, rows, columns } = this.area;
    if (unbounded(this.area)) throw notImplemented(`${this.kind} of whole rows or columns`);
    const first = of(this.sheet.look(row, column));
    for (let i = row; i < row + rows; i++) {
      for (let j = column; j < column + columns; j++) if (of(this.sheet.look(i, j)) !== first) return null;
    }
    return first;
  }

  protected dress(change: (look: Look) => Look, area: Area = this.area): void {
    if (unbounded(area)) throw notImplemented(`${this.kind} of whole rows or columns`);
    this.engine.dress(this.sheet, area, change);
  }
}

const aligns: Record<string, Align | undefined> = { General: undefined, Left: "left", Center: "center", Right: "right" };
const otherAligns = ["Fill", "Justify", "CenterAcrossSelection", "Distributed"];
const verticals = { Top: "top", Center: "middle", Bottom: "bottom" } as const;
const otherVerticals = ["Justify", "Distributed"];

function known<T>(table: Readonly<Record<string, T>>, others: readonly string[], value: unknown, what: string): T {
  const name = oneOf(value, [...Object.keys(table), ...others], what);
  if (others.includes(name)) throw notImplemented(`${what} ${name}`);
  return table[name]!;
}

export class RangeFormatObject extends Dressed {
  readonly kind = "RangeFormat";

  get Fill(): OfficeObject {
    return new RangeFillObject(this.engine, this.sheet, this.area);
  }
  get Font(): OfficeObject {
    return new RangeFontObject(this.engine, this.sheet, this.area);
  }
  get Borders(): OfficeObject {
    return new RangeBorderCollectionObject(this.engine, this.sheet, this.area);
  }
  get Protection(): OfficeObject {
    return new FormatProtectionObject(this.engine, this.sheet, this.area);
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
    this.dress(({ align: _old, ...look }) => (align === undefined ? look : { ...look, align }));
  }
  get VerticalAlignment(): string | null {
    return this.common(({ vertical = "bottom" }) => vertical === "middle" ? "Center" : vertical === "top" ? "Top" : "Bottom");
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
    return widths.some((width) => width !== widths[0]) ? null : widths[0] === undefined ? plainWidth : widths[0] * pointsOfWidth;
  }
  set ColumnWidth(value: unknown) {
    const points = aNumber(value, "columnWidth");
    if (points < 0 || points > 255 * 7) throw invalid("columnWidth");
    this.engine.mayChange(this.sheet, "formatColumns");
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
    this.engine.mayChange(this.sheet, "formatRows");
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
    this.dress(({ fill: _gone, ...look }) => look);
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

const sides = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight", "InsideVertical", "InsideHorizontal"] as const;
type Side = (typeof sides)[number];
const otherSides = ["DiagonalDown", "DiagonalUp"] as const;

class RangeBorderCollectionObject extends Dressed {
  readonly kind = "RangeBorderCollection";

  override item(key: unknown): OfficeObject {
    const side = oneOf(key, [...sides, ...otherSides], "border");
    if (side === "DiagonalDown" || side === "DiagonalUp") throw notImplemented(`border ${side}`);
    return new RangeBorderObject(this.engine, this.sheet, this.area, side);
  }
  override items(): readonly OfficeObject[] {
    return sides.map((side) => this.item(side));
  }
  GetItem(key: unknown): OfficeObject {
    return this.item(key);
  }
}

class RangeBorderObject extends Dressed {
  readonly kind = "RangeBorder";

  constructor(engine: SheetEngine, sheet: EngineSheet, area: Area, private readonly side: Side) {
    super(engine, sheet, area);
  }

  override identity(): Record<string, unknown> {
    return { SideIndex: this.side };
  }

  /** The cells and the edges of each that make this side. */
  private get strips(): readonly { readonly area: Area; readonly bit: number }[] {
    const { row, column, rows, columns } = this.area;
    switch (this.side) {
      case "EdgeTop":
        return [{ area: { ...this.area, rows: 1 }, bit: edge.top }];
      case "EdgeBottom":
        return [{ area: { ...this.area, row: row + rows - 1, rows: 1 }, bit: edge.bottom }];
      case "EdgeLeft":
        return [{ area: { ...this.area, columns: 1 }, bit: edge.left }];
      case "EdgeRight":
        return [{ area: { ...this.area, column: column + columns - 1, columns: 1 }, bit: edge.right }];
      case "InsideHorizontal":
        return rows < 2 ? [] : [
          { area: { ...this.area, rows: rows - 1 }, bit: edge.bottom },
          { area: { ...this.area, row: row + 1, rows: rows - 1 }, bit: edge.top },
        ];
      case "InsideVertical":
        return columns < 2 ? [] : [
          { area: { ...this.area, columns: columns - 1 }, bit: edge.right },
          { area: { ...this.area, column: column + 1, columns: columns - 1 }, bit: edge.left },
        ];
    }
  }

  private draw(on: boolean, colour?: string): void {
    for (const { area, bit } of this.strips) {
      this.dress(({ edges = 0, ...look }) => ({
        ...look, edges: on ? edges | bit : edges & ~bit, ...(colour === undefined ? {} : { edgeColor: colour }),
      }), area);
    }
  }

  private get drawn(): boolean {
    return this.strips.length > 0 && this.strips.every(({ area, bit }) => {
      for (let i = area.row; i < area.row + area.rows; i++) {
        for (let j = area.column; j < area.column + area.columns; j++) {
          if (((this.sheet.look(i, j).edges ?? 0) & bit) === 0) return false;
        }
      }
      return true;
    });
  }

  get SideIndex(): string {
    return this.side;
  }
  get Style(): string {
    return this.drawn ? "Continuous" : "None";
  }
  set Style(value: unknown) {
    const lines = { None: false, Continuous: true };
    this.draw(known<boolean>(lines, ["Dash", "DashDot", "DashDotDot", "Dot", "Double", "SlantDashDot"], value, "border.style"));
  }
  get Weight(): string {
    return "Thin";
  }
  set Weight(value: unknown) {
    known({ Thin: true }, ["Hairline", "Medium", "Thick"], value, "border.weight");
    this.draw(true);
  }
  get Color(): string {
    const { row, column } = this.area;
    return `#${this.sheet.look(row, column).edgeColor ?? "000000"}`;
  }
  set Color(value: unknown) {
    this.draw(true, colourOf(value, "border.color"));
  }
}
