import { copiedFrom, spelled } from "../../../core/app/back/copied";
import { backColumn, backMark } from "../../../core/form/back-mark";
import { textOfChunks } from "../../../core/sheet/chunks";
import { cellName, quoteSheet } from "../../../core/sheet/address";
import { isJournalMark, journalColumn, progressColumn } from "../../../core/sheet/journal-mark";
import type { Cell, CellValue, Sheet } from "../../../core/sheet/workbook";
import { reachesOutside } from "./outside";

/** Columns of the hidden facts that are written into cells at a press: the first holds the text, behind so many rows. */
const KEPT: readonly { readonly isMark: (value: CellValue) => boolean; readonly heads: number; readonly columns: readonly number[] }[] = [
  { isMark: isJournalMark, heads: 2, columns: [journalColumn, progressColumn] },
  { isMark: (value) => value === backMark, heads: 4, columns: [backColumn] },
];

/** A way back tells formulas without the row that they stand in. */
const reaches = (formula: string): boolean => reachesOutside(formula) || reachesOutside(spelled(copiedFrom(formula), 0));

/** What a record calls formulas, and the numbers that are written into one: of a list's cells, of bounds, of pages. */
const WRITTEN: ReadonlySet<string> = new Set([
  "f", "formula", "min", "max", "row", "column", "rows", "columns", "repeat", "repeatColumns", "breaks", "moved",
]);

/** Whether a text in JSON holds what a cell, a condition, a check or a page to print would make a formula that reaches outside. */
function holdsOutside(text: string): boolean {
  const rest: (readonly [key: string, value: unknown])[] = [];
  try {
    rest.push(["", JSON.parse(text)]);
  } catch {
    // Nobody reads such a text, so nothing of it is written either.
  }
  for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
    const [key, value] = next;
    if (typeof value === "string" && WRITTEN.has(key) && reaches(value)) return true;
    if (typeof value !== "object" || value === null) continue;
    const { kind, sheet } = value as { readonly kind?: unknown; readonly sheet?: unknown };
    if (kind === "range" && typeof sheet === "string" && reaches(`${quoteSheet(sheet)}!A1`)) return true;
    for (const [own, each] of Object.entries(value)) rest.push([Array.isArray(value) ? key : own, each]);
  }
  return false;
}

/**
 * A sheet without the unfinished write and the way back that it keeps, where these would write a formula that reaches
 * outside, into a cell, a condition, a check or a page to print: a stranger may have put it there. The cell that it
 * stood in goes to `outside`.
 */
export function withoutKeptOutside(sheet: Sheet, outside: string[]): Sheet {
  const value = (row: number, column: number): CellValue => sheet.cells[row]?.[column]?.v ?? null;
  const bad = KEPT.filter(({ isMark, heads, columns: [first] }) => {
    if (!isMark(value(0, first!))) return false;
    const held = sheet.cells.map((_, row) => value(row, first!));
    const text = textOfChunks(held.slice(heads), held[heads - 1]);
    return text !== null && holdsOutside(text);
  });
  if (bad.length === 0) return sheet;
  for (const { columns: [first] } of bad) outside.push(`${quoteSheet(sheet.name)}!${cellName(0, first!)}`);
  const gone = new Set(bad.flatMap(({ columns }) => columns));
  return {
    ...sheet,
    cells: sheet.cells.map((cut) => cut?.map((cell, column): Cell | undefined => (gone.has(column) ? undefined : cell))),
  };
}
