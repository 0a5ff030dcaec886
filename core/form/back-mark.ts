import { inUse } from "../sheet/hidden-sheet";
import type { SheetPatch, Write } from "../sheet/patch";
import type { SheetSnapshot, Snapshot } from "../sheet/snapshot";
import { findStore } from "./store-sheet";

/** What an operation is called in the record of the way back from it. */
export const operations = [
  "confirm", "build", "rebuild", "units", "rank", "rule", "convert", "settings", "preset", "repair",
] as const;
export type Operation = (typeof operations)[number];

/** First cell of the record: what it is and its version. */
export const backMark = "scorebook back 1";

/** Its column in the hidden sheet of facts, beyond the journal: mark, operation, time, number of pieces, pieces of text. */
export const backColumn = 34;
const headRows = 4;

const holdsBack = ({ values }: SheetSnapshot): boolean => values[0]?.[backColumn] === backMark;

/** The sheet that holds the record; null where nothing can be taken back. Where the facts stand, a record elsewhere is a copy's. */
export function backSheet(snapshot: Snapshot): SheetSnapshot | null {
  const store = findStore(snapshot);
  return store === null ? inUse(snapshot.sheets.filter(holdsBack)) : holdsBack(store) ? store : null;
}

/** What was done last, and when (`2026-11-22T08:30`); null where nothing can be taken back. */
export function lastOperation(snapshot: Snapshot): { readonly what: Operation; readonly at: string } | null {
  const [, said, when] = backSheet(snapshot)?.values.map((cut) => cut[backColumn] ?? null) ?? [];
  const what = operations.find((each) => each === said);
  return what === undefined || typeof when !== "string" ? null : { what, at: when };
}

/** The pieces of the record's text, and how many there should be. */
export function backPieces(sheet: SheetSnapshot): { readonly count: unknown; readonly pieces: readonly unknown[] } {
  const column = sheet.values.map((cut) => cut[backColumn] ?? null);
  return { count: column[headRows - 1], pieces: column.slice(headRows) };
}

/** The record's column as it stands, for what a patch expects. */
export function backHeld(sheet: SheetSnapshot): { row: number; column: number; values: (SheetSnapshot["values"][number][number])[][] } {
  const column = sheet.values.map((cut) => cut[backColumn] ?? null);
  while (column.length > 0 && column[column.length - 1] === null) column.pop();
  return { row: 0, column: backColumn, values: column.map((value) => [value]) };
}

/** Writes a record over `old`, the column as it stands; without one wipes it. Contents alone, where the sheet stands. */
export function backPatch(
  sheet: string, stands: boolean, old: number, record: { readonly what: Operation; readonly at: string; readonly pieces: readonly string[] } | null,
): SheetPatch {
  const values = record === null ? [] : [backMark, record.what, record.at, record.pieces.length, ...record.pieces];
  const cells = Array.from({ length: Math.max(old, values.length) }, (_, row): Write[] => [{ v: values[row] ?? null }]);
  return {
    sheet, ...(stands ? {} : { create: true, state: "hidden" as const }), blocks: [{ row: 0, column: backColumn, cells }],
  };
}
