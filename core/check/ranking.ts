import { cellAt, formulaAt } from "../form/find";
import { indicatorsHome, indicatorsKey } from "../form/indicators-layout";
import { rankingHome } from "../form/ranking-layout";
import { type Address, sameSheet } from "../sheet/address";
import type { Asked, Guards } from "../sheet/host";
import type { SheetPatch } from "../sheet/patch";
import type { SheetSnapshot, Snapshot } from "../sheet/snapshot";
import type { CellValue, Sheet } from "../sheet/workbook";
import { isOpen } from "./cells";
import { type Damage, damage } from "./damage";
import { meantSheet } from "./form";
import { protectionMend } from "./guards";
import { alike, shifted, spelt } from "./spelling";

/** Whether the workbook was ranked. */
export const isRanked = (snapshot: Snapshot): boolean =>
  [rankingHome(snapshot), indicatorsHome(snapshot)].some(({ sheet }) => (sheet?.values.length ?? 0) > 0);

const standing = (snapshot: Snapshot, name: string): SheetSnapshot | null =>
  snapshot.sheets.find((sheet) => sameSheet(sheet.name, name)) ?? null;

/** What a host is asked to tell of the sheets of a ranking. */
export const askedOfRanking = (meant: readonly SheetPatch[], snapshot: Snapshot): Asked[] =>
  meant.filter(({ sheet }) => standing(snapshot, sheet) !== null).map(({ sheet, protection }) => ({
    sheet, area: { row: 0, column: 0, rows: 1, columns: 1 }, protection: protection ?? null, checks: [],
  }));

/** The rows of units on `Chỉ số`, by their codes: people may sort them. */
function codeRows(value: (row: number, column: number) => CellValue, rows: number): ReadonlyMap<string, number> | null {
  const column = Array.from({ length: 8 }, (_, c) => c).find((c) => value(0, c) === indicatorsKey.code);
  if (column === undefined) return null;
  const found = new Map<string, number>();
  for (let row = 1; row < rows; row++) {
    const code = value(row, column);
    if (code !== null && code !== "") found.set(String(code), row);
  }
  return found;
}

/** Cells of a sheet that no longer are what was written; null where it was written for other units. */
function altered(meant: Sheet, stands: SheetSnapshot): { at: Address; was: CellValue }[] | null {
  const value = (row: number, column: number): CellValue => meant.cells[row]?.[column]?.v ?? null;
  const own = codeRows(value, meant.cells.length);
  const now = codeRows((row, column) => cellAt(stands, row, column), stands.values.length);
  if (own !== null && now !== null && [...own.keys()].sort().join("\u0001") !== [...now.keys()].sort().join("\u0001")) return null;
  const codeOf = new Map([...(own ?? [])].map(([code, row]) => [row, code]));
  return meant.cells.flatMap((cut, r) => (cut ?? []).flatMap((cell, column) => {
    if (cell === undefined || (isOpen(cell) && cell.f === undefined)) return [];
    // Shown cells follow their unit, helpers stay where they are.
    const row = isOpen(cell) ? (now?.get(codeOf.get(r) ?? "") ?? r) : r;
    const [held, formula] = [cellAt(stands, row, column), formulaAt(stands, row, column)];
    const was = formula === null ? held : `=${formula}`;
    if (cell.f === undefined) return cell.v === null || typeof cell.v === "number" || alike(cell.v, held) ? [] : [{ at: { sheet: stands.name, row, column }, was }];
    const here = shifted(cell.f, (from, c) => ({ row: from === r ? row : from, column: c }));
    const wrong = formula === null || spelt(formula) !== spelt(here) || (typeof held === "object" && held !== null);
    return wrong ? [{ at: { sheet: stands.name, row, column }, was }] : [];
  }));
}

/** What is amiss in a ranking against what would be ranked now; `guards` as asked by `askedOfRanking`. */
export function checkRanking(meant: readonly SheetPatch[], snapshot: Snapshot, guards: readonly (Guards | null)[] | null): Damage[] {
  const found = meant.map((part) => ({ part, stands: standing(snapshot, part.sheet) }));
  const damages: Damage[] = found.filter(({ stands }) => stands === null)
    .map(({ part: { sheet } }) => damage("damage-ranking-lost", { sheet }, null, "whole"));
  const cells = found.map(({ part, stands }) => (stands === null ? [] : altered(meantSheet(part), stands)));
  if (cells.some((each) => each === null)) return damages;
  found.filter(({ stands }) => stands !== null).forEach(({ part }, index) => {
    const { sheet, protection } = part;
    if (protection === undefined || protection === null || guards?.[index]?.protection !== null) return;
    if (guards[index] === undefined) return;
    const open = meantSheet(part).cells.flatMap((cut, row) =>
      (cut ?? []).flatMap((cell, column): Address[] => (isOpen(cell) ? [{ sheet, row, column }] : [])));
    damages.push(damage("damage-protection-off", { sheet }, null, protectionMend(protection, open)));
  });
  for (const [index, each] of cells.entries()) {
    const [first] = each ?? [];
    if (first === undefined) continue;
    damages.push(damage("damage-ranking-altered", { sheet: meant[index]!.sheet, count: each!.length }, first.at, "whole", first.was));
  }
  return damages;
}
