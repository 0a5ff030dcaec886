import { formulaAt } from "../form/find";
import { plainText } from "../ranking/unit-list";
import type { SheetSnapshot } from "../sheet/snapshot";
import type { Sheet } from "../sheet/workbook";
import { type Damage, damage } from "./damage";

/** Most lines that a log gets of words that nothing else tells of. */
const most = 500;

/**
 * Words of a sheet that it would not hold as it would be written, in the part that is written again: they give way, wherever
 * they stood. Formulas are ours there, or show what others hold.
 */
export function textsNotIn(meant: Sheet, stands: SheetSnapshot, rows = Infinity, columns = Infinity): Damage[] {
  const known = new Set(meant.cells.flatMap((cut) => (cut ?? []).map((cell) => plainText(cell?.v))));
  return stands.values.slice(0, rows).flatMap((cut, row) => cut.slice(0, columns).flatMap((value, column): Damage[] => {
    const text = plainText(value);
    if (typeof value !== "string" || text === "" || known.has(text) || formulaAt(stands, row, column) !== null) return [];
    return [damage("damage-cell-emptied", { text }, { sheet: stands.name, row, column }, "whole", value)];
  })).slice(0, most);
}
