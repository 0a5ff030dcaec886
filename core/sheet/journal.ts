import { chunksOf, textOfChunks } from "./chunks";
import { journalColumn, journalMark, progressColumn } from "./journal-mark";
import type { Patch, SheetPatch, Write } from "./patch";
import type { SheetSnapshot } from "./snapshot";
import type { CellValue, Protection } from "./workbook";

export const wiped = (sheet: string, rows: number): SheetPatch => ({
  sheet, clear: [{ row: 0, column: progressColumn, rows, columns: 2 }],
});

export const counted = (sheet: string, begun: number): SheetPatch => ({
  sheet, blocks: [{ row: 0, column: progressColumn, cells: [[{ v: begun }]] }],
});

/**
 * A patch that a host may die in the middle of: it first writes itself down in the hidden sheet `sheet`, counts each part
 * there before that is begun, and wipes all this at the end, so that whoever opens the workbook next can go on. What only
 * fills cells is done in one go and needs none. `fresh`: the sheets that the workbook lacked, so that what stands there
 * later was typed.
 */
export function withJournal(patch: Patch, sheet: string, fresh: readonly string[] = []): Patch {
  const plain = patch.sheets.every((part) => Object.keys(part).every((key) => key === "sheet" || key === "blocks"));
  if (plain) return patch;
  const written: Written = { patch, fresh };
  const text = JSON.stringify(written);
  const chunks = chunksOf(text);
  const cells = [journalMark, chunks.length, ...chunks].map((v): Write[] => [{ v }]);
  const journal: SheetPatch = {
    sheet, create: true, state: "hidden", blocks: [{ row: 0, column: journalColumn, cells }],
  };
  const parts = patch.sheets.flatMap((part, index) => [counted(sheet, index + 1), part]);
  return { ...patch, sheets: [journal, ...parts, wiped(sheet, cells.length)] };
}

/** What a journal tells: the patch, and the sheets that the workbook lacked. */
export interface Written {
  readonly patch: Patch;
  readonly fresh: readonly string[];
}

/** A sheet that a host took the protection off, to write into it. */
export interface Opened {
  readonly sheet: string;
  readonly protection: Protection;
}

/** Cells below the count, in which a host notes the sheets that it opens before it does so. */
export const notedOpen = (opened: readonly Opened[]): string[][] => chunksOf(JSON.stringify(opened)).map((chunk) => [chunk]);

/** JSON in pieces; null where it is none. */
function joined(pieces: readonly CellValue[]): unknown {
  const text = textOfChunks(pieces, pieces.length);
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}

const isNamed = (part: unknown): boolean => typeof (part as { readonly sheet?: unknown } | null)?.sheet === "string";

/** The hidden sheet may have been changed by hand, or come from a stranger: what cannot be gone on with is none of ours. */
function isWritten(read: unknown): read is Written {
  const { patch, fresh } = (read ?? {}) as Partial<Written>;
  return Array.isArray(fresh) && fresh.every((name) => typeof name === "string")
    && Array.isArray(patch?.expect) && Array.isArray(patch.sheets) && [...patch.expect, ...patch.sheets].every(isNamed);
}

/** The sheets that a host noted; none where it noted none, or not to the end. */
export function openedIn({ values }: SheetSnapshot): readonly Opened[] {
  const below = values.slice(1).map((line) => line[progressColumn] ?? null);
  const read = joined(below.filter((piece) => piece !== null && piece !== ""));
  return Array.isArray(read) && read.every(isNamed) ? (read as readonly Opened[]) : [];
}

/** What a journal's column tells; null where it was not written to its end, or was changed since. */
export function writtenIn([, count, ...chunks]: readonly CellValue[]): Written | null {
  const own = chunks.slice(0, typeof count === "number" ? count : 0);
  const read = own.length === count ? joined(own) : null;
  return isWritten(read) ? read : null;
}
