import { findForm } from "../../core/form/find";
import { sameSheet, snapshotOf } from "../../core/sheet/apply";
import type { Facts } from "../../core/sheet/snapshot";
import type { Sheet, Workbook } from "../../core/sheet/workbook";
import { movedNotes, settled } from "./xlsx/settle";

const facts: Facts = { host: "page", language: "vi", decimal: ",", now: "" };

/** The rows of a form by the ids of what they ask; null where the sheet holds none. */
const rowsOf = (sheet: Sheet): ReadonlyMap<string, number> | null => {
  const [read] = snapshotOf({ sheets: [sheet], active: null, properties: {} }, facts, null).sheets;
  return read === undefined ? null : (findForm(read)?.rows ?? null);
};

/**
 * Where what hangs on a row of a form goes when the form is written anew: with what the row asks. No two meet: what has
 * no place any more goes below the form. Null where everything stays.
 */
function rowsTo(before: Sheet, after: Sheet): ((row: number) => number) | null {
  const [from, to] = [rowsOf(before), rowsOf(after)];
  if (from === null || to === null) return null;
  const moved = new Map([...from].flatMap(([id, row]) => (to.has(id) ? [[row, to.get(id)!] as const] : [])));
  if ([...moved].every(([row, now]) => row === now)) return null;
  const taken = new Set(moved.values());
  const homeless = new Map<number, number>();
  let end = Math.max(before.cells.length, after.cells.length);
  return (row) => {
    const now = moved.get(row) ?? (taken.has(row) ? homeless.get(row) : row);
    if (now !== undefined) return now;
    homeless.set(row, end);
    return end++;
  };
}

/** The workbook after a write, comments on forms beside what they were written to. */
export function withFollowedNotes(before: Workbook, after: Workbook): Workbook {
  const moves = new Map(after.sheets.flatMap((sheet) => {
    const old = before.sheets.find(({ name }) => sameSheet(name, sheet.name));
    const to = old === undefined || sheet.carried?.parts.some(({ kind }) => kind === "comments") !== true ? null : rowsTo(old, sheet);
    return to === null ? [] : [[sheet.name, to] as const];
  }));
  if (moves.size === 0) return after;
  const now = settled(after.sheets);
  return {
    ...after,
    sheets: after.sheets.map((sheet, i) => {
      const { carried, ...plain } = sheet;
      const own = now[i] ?? null;
      const to = moves.get(sheet.name);
      if (carried === undefined || own === null) return plain;
      return { ...plain, carried: to === undefined ? own : { ...own, parts: movedNotes(own.parts, (row, column) => [to(row), column]) } };
    }),
  };
}
