import type { Area } from "../../../core/sheet/address";
import type { EngineSheet } from "../engine-sheet";
import { edge } from "../look";
import { Dressed, known } from "./dressed";
import { colourOf, notImplemented, type OfficeObject, oneOf } from "./office-object";
import type { World } from "./world";

const sides = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight", "InsideVertical", "InsideHorizontal"] as const;
type Side = (typeof sides)[number];
const otherSides = ["DiagonalDown", "DiagonalUp"] as const;

export class RangeBorderCollectionObject extends Dressed {
  readonly kind = "RangeBorderCollection";

  override item(key: unknown): OfficeObject {
    const side = oneOf(key, [...sides, ...otherSides], "border");
    if (side === "DiagonalDown" || side === "DiagonalUp") throw notImplemented(`border ${side}`);
    return new RangeBorderObject(this.world, this.sheet, this.area, side);
  }
  override items(): readonly OfficeObject[] {
    return sides.map((side) => this.item(side));
  }}

class RangeBorderObject extends Dressed {
  readonly kind = "RangeBorder";

  constructor(
    world: World,
    sheet: EngineSheet,
    area: Area,
    private readonly side: Side,
  ) {
    super(world, sheet, area);
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
      this.dress((look) => {
        const { edges = 0 } = look;
        const drawn = { ...look, edges: on ? edges | bit : edges & ~bit };
        return colour === undefined ? drawn : { ...drawn, edgeColor: colour };
      }, area);
      const beside = on ? null : neighbour(area, bit);
      if (beside !== null) this.dress((look) => ({ ...look, edges: (look.edges ?? 0) & ~facing[bit]! }), beside);
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
    const others = ["Dash", "DashDot", "DashDotDot", "Dot", "Double", "SlantDashDot"];
    this.draw(known<boolean>(lines, others, value, "border.style"));
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

const facing: Readonly<Record<number, number>> = {
  [edge.top]: edge.bottom, [edge.bottom]: edge.top, [edge.left]: edge.right, [edge.right]: edge.left,
};

/** The cells on the other side of an edge: a line taken off is gone from them too. */
function neighbour(area: Area, bit: number): Area | null {
  const row = area.row + (bit === edge.top ? -1 : bit === edge.bottom ? 1 : 0);
  const column = area.column + (bit === edge.left ? -1 : bit === edge.right ? 1 : 0);
  return row < 0 || column < 0 ? null : { ...area, row, column };
}
