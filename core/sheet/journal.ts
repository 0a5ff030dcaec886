import { type Address, contains, sameSheet } from "./address";
import { sameValue } from "./apply";
import { journalColumn, journalMark, journalSheet } from "./journal-mark";
import type { Block, Expect, Patch, SheetPatch, Write } from "./patch";
import type { SheetSnapshot, Snapshot } from "./snapshot";
import type { CellValue } from "./workbook";

/** Characters of a patch in one cell; every program takes 32,767. */
const chunkLength = 30000;
/** Keeps a piece of text from being taken for anything else. */
const lead = "|";

/** Pieces that no character is cut in two by: half a character cannot be saved into a file. */
function chunksOf(text: string): string[] {
  const chunks: string[] = [];
  for (let from = 0; from < text.length; ) {
    const end = from + chunkLength;
    const inPair = /[\uD800-\uDBFF]/.test(text.charAt(end - 1)) && end < text.length;
    const to = inPair ? end - 1 : end;
    chunks.push(lead + text.slice(from, to));
    from = to;
  }
  return chunks;
}

const emptied = (sheet: string, rows: number): SheetPatch => ({
  sheet, clear: [{ row: 0, column: journalColumn, rows, columns: 1 }],
});

/**
 * A patch that a host may die in the middle of: it first writes itself down in the hidden sheet `sheet` and wipes that at
 * the end, so that whoever opens the workbook next can go on. What only fills cells is done in one go and needs none.
 * `fresh`: the sheets that the workbook lacked, so that what stands there later was typed.
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
  return { ...patch, sheets: [journal, ...patch.sheets, emptied(sheet, cells.length)] };
}

interface Written {
  readonly patch: Patch;
  readonly fresh: readonly string[];
}

/** What ends a write that was begun. */
export interface Rest {
  readonly patch: Patch;
  /** Cells that someone filled after the write died; they stay as they are. */
  readonly typed: readonly Address[];
}

const at = (sheet: SheetSnapshot | undefined, row: number, column: number): CellValue => sheet?.values[row]?.[column] ?? null;

/** The values that the patch was worked out from, by sheet and cell. */
function heldBefore(expects: readonly Expect[]): (sheet: string, row: number, column: number) => CellValue | undefined {
  return (sheet, row, column) => {
    for (const own of expects) {
      const line = sameSheet(own.sheet, sheet) ? own.values[row - own.row] : undefined;
      const value = line?.[column - own.column];
      if (value !== undefined) return value;
    }
    return undefined;
  };
}

/** The whole patch again, which changes nothing that it had done already, then the end of the journal. */
export function restOf(snapshot: Snapshot): Rest | null {
  const sheet = journalSheet(snapshot);
  if (sheet === null) return null;
  const column = sheet.values.map((cut) => cut[journalColumn] ?? null);
  const end = emptied(sheet.name, column.length);
  const expect: Expect[] = [{ sheet: sheet.name, row: 0, column: journalColumn, values: column.map((value) => [value]) }];
  const written = writtenIn(column);
  // A journal that was not written to its end was followed by nothing.
  if (written === null) return { patch: { expect, sheets: [end] }, typed: [] };
  const { patch, fresh } = written;
  const typed: Address[] = [];
  const before = heldBefore(patch.expect);
  const sheets = patch.sheets.map((part): SheetPatch => {
    const now = snapshot.sheets.find(({ name }) => sameSheet(name, part.sheet));
    const isFresh = fresh.some((name) => sameSheet(name, part.sheet));
    const keep = (write: Write, row: number, column: number): Write => {
      const isEmptied = write === null && (part.clear ?? []).some((area) => contains(area, row, column));
      if (write === null ? !isEmptied : "f" in write) return write;
      const held = at(now, row, column);
      const old = isFresh ? null : before(part.sheet, row, column);
      const v = write === null ? null : write.v;
      const known = old === undefined || sameValue(held, null) || sameValue(held, v) || sameValue(held, old);
      if (known) return write;
      typed.push({ sheet: part.sheet, row, column });
      return { v: held as string | number | boolean | null };
    };
    return part.blocks === undefined ? part : { ...part, blocks: part.blocks.map((block) => kept(block, keep)) };
  });
  return { patch: { ...patch, expect, sheets: [...sheets, end] }, typed };
}

const kept = (block: Block, keep: (write: Write, row: number, column: number) => Write): Block => ({
  ...block,
  cells: block.cells.map((line, r) => line.map((write, c) => keep(write, block.row + r, block.column + c))),
});

function writtenIn([, count, ...chunks]: readonly CellValue[]): Written | null {
  const own = chunks.slice(0, typeof count === "number" ? count : 0);
  if (own.length === 0 || own.length !== count || !own.every((chunk) => typeof chunk === "string")) return null;
  try {
    return JSON.parse(own.map((chunk) => (chunk as string).slice(lead.length)).join("")) as Written;
  } catch {
    return null;
  }
}
