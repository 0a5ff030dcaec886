import { cellAt } from "../form/find";
import { indicatorsKey, indicatorsReach } from "../form/indicators-layout";
import { rankingKey, rankingReach } from "../form/ranking-layout";
import { plainText } from "../ranking/unit-list";
import type { SheetSnapshot } from "../sheet/snapshot";
import { rankingWords } from "../words/sheets";
import { type Damage, damage } from "./damage";

/** The rows of units on a sheet of points or ranks, by their codes in lower case; people may sort them. */
export interface UnitTable {
  readonly head: number;
  readonly code: number;
  readonly name: number;
  readonly rows: ReadonlyMap<string, number>;
  /** Rows of a code that stands before. */
  readonly twice: readonly number[];
  /** How far the sheet's own cells reach; null where its columns cannot be told any more. */
  readonly reach: { readonly rows: number; readonly columns: number } | null;
}

const languages = (["vi", "en"] as const).map(rankingWords);
const codeHeads = new Set(languages.map(({ points }) => points.heads.code.normalize("NFC")));

const isPoints = (sheet: SheetSnapshot): boolean => (sheet.values[0] ?? []).includes(indicatorsKey.code);
const isRanks = (sheet: SheetSnapshot): boolean => (sheet.values[0] ?? []).includes(rankingKey.tag);

const pointsKey = new RegExp(`^(${indicatorsKey.points("")}|${indicatorsKey.criterion("")}|${indicatorsKey.max.replace(".", "\\.")}$)`);

/** Whether a column of a sheet that stands takes points from forms. */
export const takesPoints = (sheet: SheetSnapshot, column: number): boolean => pointsKey.test(plainText(cellAt(sheet, 0, column)));

/** The units of a sheet of points or of ranks; null for a sheet without such a table. */
export function unitTable(sheet: SheetSnapshot): UnitTable | null {
  if (!isPoints(sheet) && !isRanks(sheet)) return null;
  const head = sheet.values.findIndex((cut, row) => row > 0 && cut.some((value) => codeHeads.has(plainText(value))));
  if (head < 0) return null;
  const code = sheet.values[head]!.findIndex((value) => codeHeads.has(plainText(value)));
  const reach = isPoints(sheet) ? indicatorsReach(sheet) : rankingReach(sheet);
  const rows = new Map<string, number>();
  const twice: number[] = [];
  sheet.values.forEach((cut, row) => {
    const own = plainText(cut[code]).toLowerCase();
    if (row <= head || own === "" || (reach !== null && row >= reach.rows)) return;
    if (rows.has(own)) twice.push(row);
    else rows.set(own, row);
  });
  return { head, code, name: code + 1, rows, twice, reach };
}

/** How many columns of a row of nobody are told. */
export const toldOfRow = 60;

/** What stands in a row where people see it, for the log. */
const rowText = (sheet: SheetSnapshot, row: number): string =>
  (sheet.values[row] ?? []).flatMap((_, column) => {
    const text = plainText(cellAt(sheet, row, column));
    return text === "" ? [] : [text];
  }).slice(0, toldOfRow).join("; ");

/** Units without a row, with two, and rows of nobody. */
export function unitDamages(meant: SheetSnapshot, own: UnitTable, stands: SheetSnapshot, now: UnitTable): Damage[] {
  const sheet = stands.name;
  const called = (of: SheetSnapshot, table: UnitTable, row: number): { code: string; name: string } =>
    ({ code: plainText(cellAt(of, row, table.code)), name: plainText(cellAt(of, row, table.name)) });
  const at = (row: number): Damage["at"] => ({ sheet, row, column: now.code });
  const missing = [...own.rows].filter(([code]) => !now.rows.has(code)).map(([, row]) =>
    damage("damage-unit-missing", { sheet, ...called(meant, own, row) }, at(row), "whole"));
  const twice = now.twice.map((row) =>
    damage("damage-unit-twice", { sheet, ...called(stands, now, row) }, at(row), "whole", rowText(stands, row)));
  const unknown = [...now.rows].filter(([code]) => !own.rows.has(code)).map(([, row]) =>
    damage("damage-unit-unknown", { sheet, ...called(stands, now, row) }, at(row), "whole", rowText(stands, row)));
  return [...missing, ...twice, ...unknown];
}

/** What tells each shown column, hidden key and label; "" for a helper. */
const keysOf = (of: SheetSnapshot, { head }: UnitTable): string[] =>
  Array.from({ length: of.values[head]?.length ?? 0 }, (_, column) => {
    const [key, label] = [plainText(cellAt(of, 0, column)), plainText(cellAt(of, head, column))];
    return key === "" && label === "" ? "" : key.startsWith("ranking.") && label !== "" ? label : `${key}\u0001${label}`;
  });

/** Where a column of one sheet stands on the other: helpers only where both are of one width; null where it is gone. */
export function columnsBetween(meant: SheetSnapshot, own: UnitTable, stands: SheetSnapshot, now: UnitTable): (column: number) => number | null {
  if (own.reach !== null && own.reach.columns === now.reach?.columns) return (column) => column;
  const [mine, theirs] = [keysOf(meant, own), keysOf(stands, now)];
  return (column) => {
    const key = mine[column] ?? "";
    const at = key === "" ? -1 : theirs.indexOf(key);
    return at < 0 ? null : at;
  };
}

/** Columns that are gone, by key and label; without a label for hidden ones. */
export function columnDamages(meant: SheetSnapshot, own: UnitTable, stands: SheetSnapshot, now: UnitTable): Damage[] {
  // A label typed over leaves its column where it was.
  const fewer = own.reach !== null && (now.reach === null || now.reach.columns < own.reach.columns);
  if (!fewer) return [];
  const rest = keysOf(stands, now);
  const gone = keysOf(meant, own).flatMap((key, column) => {
    const at = key === "" ? 0 : rest.indexOf(key);
    if (at >= 0 && key !== "") rest.splice(at, 1);
    return at >= 0 ? [] : [plainText(cellAt(meant, own.head, column))];
  });
  const at = { sheet: stands.name, row: now.head, column: now.code };
  const column = gone.filter((label) => label !== "").join(", ");
  return [damage("damage-columns-missing", { count: Math.max(1, gone.length), column }, at, "whole")];
}
