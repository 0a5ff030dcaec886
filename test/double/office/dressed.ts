import type { Area } from "../../../core/sheet/address";
import type { EngineSheet } from "../engine-sheet";
import type { Look } from "../look";
import { notImplemented, OfficeObject, oneOf } from "./office-object";
import { unbounded } from "./places";
import type { World } from "./world";

/** An area to be dressed, under its sheet's protection. */
export abstract class Dressed extends OfficeObject {
  constructor(
    protected readonly world: World,
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
    this.world.engine.dress(this.sheet, area, change);
  }
}

/** What a name stands for; names of Excel that no Style can hold are not implemented. */
export function known<T>(table: Readonly<Record<string, T>>, others: readonly string[], value: unknown, what: string): T {
  const name = oneOf(value, [...Object.keys(table), ...others], what);
  if (others.includes(name)) throw notImplemented(`${what} ${name}`);
  return table[name]!;
}
