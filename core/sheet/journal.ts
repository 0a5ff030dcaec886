import * as z from "zod/mini";
import { chunksOf, textOfChunks } from "./chunks";
import { journalColumn, journalMark, progressColumn } from "./journal-mark";
import type { Opened } from "./opened";
import { onlyFills, type Patch, type SheetPatch, type Write } from "./patch";
import { PatchShape, ProtectionShape } from "./patch-shape";
import type { SheetSnapshot } from "./snapshot";
import { textPrint } from "./text-print";
import type { CellValue } from "./workbook";

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
  if (patch.sheets.every((part) => onlyFills(part))) return patch;
  const written: Written = { patch, fresh };
  const chunks = chunksOf(printed(JSON.stringify(written)));
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

/** What a text of JSON says; null where it is none. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** An object's text with its own print behind all else, and the print as it is told. */
const printed = (text: string): string => `${text.slice(0, -1)},"print":"${textPrint(text)}"}`;
const print = /,"print":"([0-9a-f]{16})"\}$/;

const WrittenShape = z.strictObject({ patch: PatchShape, fresh: z.array(z.string()) });
const OpenedShape = z.array(z.strictObject({ sheet: z.string(), protection: ProtectionShape }));

/** The hidden sheet may have been changed by hand, or come from a stranger: what cannot be gone on with is none of ours. */
function writtenOf(text: string): Written | null {
  const [tail, told] = print.exec(text) ?? [];
  // Journals of earlier versions tell no print.
  const own = tail === undefined ? text : `${text.slice(0, -tail.length)}}`;
  if (told !== undefined && told !== textPrint(own)) return null;
  const read = WrittenShape.safeParse(parsed(own));
  return read.success ? (read.data as Written) : null;
}

/** The sheets that a host noted; none where it noted none, or not to the end. */
export function openedIn({ values }: SheetSnapshot): readonly Opened[] {
  const below = values.slice(1).map((line) => line[progressColumn] ?? null).filter((piece) => piece !== null && piece !== "");
  const read = OpenedShape.safeParse(parsed(textOfChunks(below, below.length) ?? ""));
  return read.success ? read.data : [];
}

/** What a journal's column tells; null where it was not written to its end, or was changed since. */
export function writtenIn([, count, ...chunks]: readonly CellValue[]): Written | null {
  const text = textOfChunks(chunks, count);
  return text === null ? null : writtenOf(text);
}
