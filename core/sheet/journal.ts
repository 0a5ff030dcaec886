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
  /** Nothing of it had been done yet; the workbook stays as it was before. */
  readonly undone: boolean;
  /** Cells that someone filled after the write died; they stay as they are. */
  readonly typed: readonly Address[];
  /** Sheets that stay as they are: filled in since, renamed or deleted, before their turn came. */
  readonly left: readonly string[];
}

const key = (row: number, column: number): string => `${row},${column}`;

/** What a sheet held when the patch was worked out. */
interface Before {
  readonly cells: ReadonlyMap<string, CellValue>;
  /** Its whole used range is known: what is not among the cells was blank. */
  readonly whole: boolean;
}

/** The values that the patch was worked out from, by sheet and cell. What is expected from the first cell on, more than a column, is a whole sheet. */
function heldBefore(expects: readonly Expect[]): (sheet: string) => Before {
  const sheets = new Map<string, { cells: Map<string, CellValue>; whole: boolean }>();
  for (const { sheet, row, column, values } of expects) {
    const name = sheet.toLowerCase();
    const known = sheets.get(name) ?? { cells: new Map<string, CellValue>(), whole: false };
    sheets.set(name, known);
    known.whole ||= row === 0 && column === 0 && values.some((line) => line.length > 1);
    values.forEach((line, r) => line.forEach((value, c) => known.cells.set(key(row + r, column + c), value)));
  }
  return (sheet) => sheets.get(sheet.toLowerCase()) ?? { cells: new Map<string, CellValue>(), whole: false };
}

/** One part of the patch beside the sheet as it stands now. */
interface Part {
  readonly patch: SheetPatch;
  /** Null where the workbook lacks it. */
  readonly now: SheetSnapshot | null;
  /** The workbook lacked it when the patch was worked out. */
  readonly fresh: boolean;
  readonly before: Before;
}

type Visit = (row: number, column: number, write: Exclude<Write, null>) => void;

function eachWrite({ blocks = [] }: SheetPatch, visit: Visit): void {
  for (const { row, column, cells } of blocks) {
    cells.forEach((line, r) => line.forEach((write, c) => {
      if (write !== null) visit(row + r, column + c, write);
    }));
  }
}

const placeOf = (place: string): [row: number, column: number] => place.split(",").map(Number) as [number, number];

function valueIn(sheet: SheetSnapshot, place: string): CellValue {
  const [row, column] = placeOf(place);
  return sheet.values[row]?.[column] ?? null;
}

/** Whether the sheet shows that the part was begun. Parts are written in order: those before it are done. */
function isBegun(part: Part): boolean {
  const { patch, now, fresh, before } = part;
  if (now === null) return false;
  if (fresh) return true;
  const meant = new Map<string, CellValue>();
  let [same, other] = [0, 0];
  eachWrite(patch, (row, column, write) => {
    if (!("f" in write)) meant.set(key(row, column), write.v);
    else if (now.formulas[row]?.[column] === write.f) same += 1;
    else other += 1;
  });
  // Of a sheet whose values were not looked at before, one cell as it is meant to be, or no cell at all, has to do.
  const asMeant = ([place, v]: [string, CellValue]): boolean => !sameValue(v, null) && sameValue(valueIn(now, place), v);
  if (before.cells.size === 0) return same > 0 || [...meant].some(asMeant) || now.values.length === 0;
  let begun = same > 0 && other === 0;
  if (before.whole) begun ||= [...meant].some((each) => !before.cells.has(each[0]) && asMeant(each));
  for (const [place, old] of before.cells) {
    const held = valueIn(now, place);
    if (sameValue(held, old)) continue;
    const cleared = sameValue(held, null) && (patch.clear ?? []).some((area) => contains(area, ...placeOf(place)));
    if (cleared || (meant.has(place) && sameValue(held, meant.get(place)!))) begun = true;
  }
  return begun;
}

/** Cells that hold something which was neither there before nor is meant to be there. */
function typedSince(part: Part): { row: number; column: number; v: string | number | boolean }[] {
  const { patch, now, fresh, before } = part;
  if (now === null) return [];
  const meant = new Map<string, Exclude<Write, null>>();
  eachWrite(patch, (row, column, write) => void meant.set(key(row, column), write));
  return now.values.flatMap((line, row) => line.flatMap((held, column) => {
    if (held === null || held === "" || typeof held === "object" || (now.formulas[row]?.[column] ?? null) !== null) return [];
    const place = key(row, column);
    const write = meant.get(place);
    const isEmptied = (patch.clear ?? []).some((area) => contains(area, row, column));
    if (write === undefined ? !isEmptied : "f" in write) return [];
    const old = fresh ? null : (before.cells.get(place) ?? (before.whole ? null : undefined));
    if (old === undefined || sameValue(held, old) || (write !== undefined && sameValue(held, write.v))) return [];
    return [{ row, column, v: held }];
  }));
}

/** Whether someone filled a cell of a sheet that the write had not reached. */
const isTouched = ({ now, before }: Part): boolean =>
  now !== null && [...before.cells].some(([place, old]) => {
    const held = valueIn(now, place);
    return !sameValue(held, null) && !sameValue(held, old);
  });

/**
 * Ends what was begun: where nothing of it was done, by leaving it; else by the whole patch again, which changes nothing
 * that it had done already. What people typed since stays: in a sheet whose turn had come in its cell, in one whose turn
 * had not by leaving that sheet alone.
 */
export function restOf(snapshot: Snapshot): Rest | null {
  const sheet = journalSheet(snapshot);
  if (sheet === null) return null;
  const column = sheet.values.map((cut) => cut[journalColumn] ?? null);
  const end = emptied(sheet.name, column.length);
  const expect: Expect[] = [{ sheet: sheet.name, row: 0, column: journalColumn, values: column.map((value) => [value]) }];
  const undone: Rest = { patch: { expect, sheets: [end] }, undone: true, typed: [], left: [] };
  const written = writtenIn(column);
  // A journal that was not written to its end was followed by nothing.
  if (written === null) return undone;
  const { patch, fresh } = written;
  const before = heldBefore(patch.expect);
  const parts = patch.sheets.map((own): Part => ({
    patch: own,
    now: snapshot.sheets.find(({ name }) => sameSheet(name, own.sheet)) ?? null,
    fresh: fresh.some((name) => sameSheet(name, own.sheet)),
    before: before(own.sheet),
  }));
  const reached = parts.map(isBegun).lastIndexOf(true);
  if (reached < 0) return undone;
  const typed: Address[] = [];
  const left: string[] = [];
  const sheets = parts.flatMap((part, index): SheetPatch[] => {
    const since = typedSince(part);
    const isGone = part.now === null && !part.fresh;
    const waits = !parts.slice(0, reached + 1).some((other) => sameSheet(other.patch.sheet, part.patch.sheet));
    if (isGone || (index > reached && waits && isTouched(part))) {
      left.push(part.patch.sheet);
      return [];
    }
    typed.push(...since.map(({ row, column }) => ({ sheet: part.patch.sheet, row, column })));
    const stay: Block[] = since.map(({ row, column, v }) => ({ row, column, cells: [[{ v }]] }));
    return [stay.length === 0 ? part.patch : { ...part.patch, blocks: [...(part.patch.blocks ?? []), ...stay] }];
  });
  const show = patch.show !== undefined && !left.some((name) => sameSheet(name, patch.show!.sheet)) ? { show: patch.show } : {};
  return { patch: { expect, sheets: [...sheets, end], ...show }, undone: false, typed, left: [...new Set(left)] };
}

function writtenIn([, count, ...chunks]: readonly CellValue[]): Written | null {
  const own = chunks.slice(0, typeof count === "number" ? count : 0);
  if (own.length === 0 || own.length !== count || !own.every((chunk) => typeof chunk === "string")) return null;
  try {
    return JSON.parse(own.map((chunk) => (chunk as string).slice(lead.length)).join("")) as Written;
  } catch {
    return null;
  }
}
