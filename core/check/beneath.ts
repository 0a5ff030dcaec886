import { cellAt, formulaAt } from "../form/find";
import type { SheetSnapshot } from "../sheet/snapshot";
import type { Cell, Sheet } from "../sheet/workbook";
import { columnsBetween, takesPoints, toldOfRow, type UnitTable } from "./ranking-rows";
import type { Beneath } from "./texts";

/** A sheet of units as it would be written, and as it stands. */
export interface Against {
  readonly meant: Sheet;
  /** The same as it would be read. */
  readonly read: SheetSnapshot;
  readonly stands: SheetSnapshot;
  readonly own: UnitTable | null;
  readonly now: UnitTable | null;
}

/**
 * Where the cells of a ranking stand, against where they would be. `others`: what is computed is another thing than before,
 * as with blocks or another rubric.
 */
export function beneath({ meant, read, stands, own, now }: Against, others: boolean): Beneath {
  if (own === null || now === null) return {};
  const place = others ? columnsBetween(read, own, stands, now) : (column: number) => column;
  const width = Math.max(0, ...[...own.rows.values(), own.head].map((row) => meant.cells[row]?.length ?? 0));
  const back = new Map(Array.from({ length: width }, (_, column) => [place(column), column]));
  const columnOf = (column: number): number | null => back.get(column) ?? null;
  const rowOf = new Map([...now.rows].map(([code, row]) => [row, own.rows.get(code)]));
  const units = new Set([...now.rows.values(), ...now.twice]);
  const [first] = own.rows.values();
  const firstMeant = (column: number): Cell | undefined => meant.cells[first ?? -1]?.[columnOf(column) ?? -1];
  const isOurs = (row: number, column: number): boolean => {
    const formula = formulaAt(stands, row, column);
    // Points of a unit came from its form then.
    if (formula !== null) return formula.includes("!") && units.has(row) && takesPoints(stands, column);
    if (!units.has(row)) return false;
    // Rows of nobody are told as a whole.
    if (rowOf.get(row) === undefined && column < toldOfRow) return true;
    const [value, counted] = [cellAt(stands, row, column), firstMeant(column)];
    const counts = typeof value === "number" && Number.isInteger(value) && value > 0 && value <= units.size;
    return counts && counted?.f === undefined && typeof counted?.v === "number";
  };
  return { rows: now.reach?.rows, columns: now.reach?.columns, columnOf, isOurs };
}
