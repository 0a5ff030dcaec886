import { type Address, contains, sameSheet } from "./address";
import { sameValue } from "./apply";
import { spared } from "./area-rest";
import { counted, openedIn, wiped, writtenIn } from "./journal";
import { journalColumn, journalMark, journalSheet, progressColumn } from "./journal-mark";
import { type Block, type Expect, expectsWhole, type SheetPatch, type Patch, type Write } from "./patch";
import type { SheetSnapshot, Snapshot } from "./snapshot";
import type { CellValue } from "./workbook";

/** What ends a write that was begun. */
interface Rest {
  readonly patch: Patch;
  /** Nothing of it had been done yet; the workbook stays as it was before. */
  readonly undone: boolean;
  /** Parts of it were written, but what was left to do can no longer be read. */
  readonly lost: boolean;
  /** Cells that someone filled after the write died; they stay as they are. */
  readonly typed: readonly Address[];
  /** Sheets that stay as they are: filled in, renamed, deleted or made by someone since, before their turn came. */
  readonly left: readonly string[];
}

const key = (row: number, column: number): string => `${row},${column}`;

/** What a sheet held when the patch was worked out. */
interface Before {
  readonly cells: ReadonlyMap<string, CellValue>;
  /** Its whole used range is known: what is not among the cells was blank. */
  readonly whole: boolean;
}

/** The values that the patch was worked out from, by sheet and cell. */
function heldBefore(expects: readonly Expect[]): (sheet: string) => Before {
  const sheets = new Map<string, { cells: Map<string, CellValue>; whole: boolean }>();
  for (const each of expects) {
    const { sheet, row, column, values } = each;
    const name = sheet.toLowerCase();
    const known = sheets.get(name) ?? { cells: new Map<string, CellValue>(), whole: false };
    sheets.set(name, known);
    known.whole ||= expectsWhole(each);
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
  /** What this and the other parts for the same sheet write. */
  readonly meant: Meant;
}

type Meant = ReadonlyMap<string, readonly Exclude<Write, null>[]>;

/** What parts of a patch write, by cell. */
function meantBy(parts: readonly SheetPatch[]): Meant {
  const meant = new Map<string, Exclude<Write, null>[]>();
  for (const { row, column, cells } of parts.flatMap(({ blocks = [] }) => blocks)) {
    cells.forEach((line, r) => line.forEach((write, c) => {
      const place = key(row + r, column + c);
      if (write !== null) meant.set(place, [...(meant.get(place) ?? []), write]);
    }));
  }
  return meant;
}

const placeOf = (place: string): [row: number, column: number] => place.split(",").map(Number) as [number, number];

function valueIn(sheet: SheetSnapshot, place: string): CellValue {
  const [row, column] = placeOf(place);
  return sheet.values[row]?.[column] ?? null;
}

const isMeant = (meant: Meant, place: string, held: CellValue): boolean =>
  (meant.get(place) ?? []).some((write) => !("f" in write) && sameValue(held, write.v));

/** Cells that hold something which was neither there before nor is meant to be there. */
function typedSince({ patch, now, fresh, before, meant }: Part): Address[] {
  if (now === null) return [];
  const own = meantBy([patch]);
  return now.values.flatMap((line, row) => line.flatMap((held, column) => {
    if (held === null || held === "" || typeof held === "object" || (now.formulas[row]?.[column] ?? null) !== null) return [];
    const place = key(row, column);
    if (!own.has(place) && !(patch.clear ?? []).some((area) => contains(area, row, column))) return [];
    const old = fresh ? null : (before.cells.get(place) ?? (before.whole ? null : undefined));
    return old === undefined || sameValue(held, old) || isMeant(meant, place, held) ? [] : [{ sheet: patch.sheet, row, column }];
  }));
}

/** Who changed what a sheet held before: the write that died, or someone since. What computes changes by itself. */
function changesIn({ now, fresh, before, meant }: Part): { readonly ours: boolean; readonly typed: boolean } {
  if (now === null || fresh) return { ours: false, typed: now !== null && now.values.length > 0 };
  const isThere = ([place, writes]: readonly [string, readonly Exclude<Write, null>[]]): boolean => {
    const [row, column] = placeOf(place);
    return writes.some((write) => "f" in write && write.f === now.formulas[row]?.[column]);
  };
  const formulas = [...meant].filter(([, writes]) => writes.some((write) => "f" in write));
  let ours = formulas.length > 0 && formulas.every(isThere);
  let typed = false;
  for (const [place, old] of before.cells) {
    const held = valueIn(now, place);
    const [row, column] = placeOf(place);
    if (sameValue(held, old) || (now.formulas[row]?.[column] ?? null) !== null) continue;
    if (sameValue(held, null) || isMeant(meant, place, held)) ours = true;
    else typed = true;
  }
  return { ours, typed };
}

/** Whether a sheet holds anything that was not there before. */
const isFilledIn = ({ now, before }: Part): boolean =>
  (now?.values ?? []).some((line, row) => line.some((held, column) =>
    (now!.formulas[row]?.[column] ?? null) === null && !sameValue(held, before.cells.get(key(row, column)) ?? null)));

/** The part without what it does to the contents of some cells. */
function sparing(part: SheetPatch, cells: readonly Address[]): SheetPatch {
  if (cells.length === 0) return part;
  const { clear, blocks } = part;
  const own = new Set(cells.map(({ row, column }) => key(row, column)));
  return {
    ...part,
    ...(clear === undefined ? {} : { clear: spared(clear, cells) }),
    ...(blocks === undefined ? {} : {
      blocks: blocks.map((block): Block => ({
        ...block,
        cells: block.cells.map((line, r) =>
          line.map((write, c) => (own.has(key(block.row + r, block.column + c)) ? null : write))),
      })),
    }),
  };
}

/** How many parts were begun, and how many of these are done; null where nothing was begun. */
function progressIn(sheet: SheetSnapshot, parts: number): { readonly begun: number; readonly done: number } | null {
  const held = sheet.values[0]?.[progressColumn] ?? null;
  if (sheet.values[0]![journalColumn] === journalMark) {
    if (held === null) return null;
    if (typeof held === "number" && held >= 0 && held <= parts) return { begun: held, done: Math.max(0, held - 1) };
  }
  // An earlier version did not count: any part may be done, and to do one again changes nothing.
  return { begun: parts, done: 0 };
}

/**
 * Ends what was begun: where nothing of it was done, by leaving it; else from the part on that may be half done, which
 * changes nothing that had been done already. What people typed since stays: in that part in its cell, in a sheet whose
 * turn had not come by leaving that sheet alone.
 */
export function restOf(snapshot: Snapshot): Rest | null {
  const sheet = journalSheet(snapshot);
  if (sheet === null) return null;
  const column = sheet.values.map((cut) => cut[journalColumn] ?? null);
  const end = wiped(sheet.name, column.length);
  const expect: Expect[] = [
    { sheet: sheet.name, row: 0, column: journalColumn, values: column.map((value) => [value]) },
    { sheet: sheet.name, row: 0, column: progressColumn, values: [[sheet.values[0]?.[progressColumn] ?? null]] },
  ];
  const written = writtenIn(column);
  // A journal that was not written to its end was followed by nothing.
  const progress = written === null ? null : progressIn(sheet, written.patch.sheets.length);
  if (written === null || progress === null) {
    const count = sheet.values[0]?.[progressColumn];
    const lost = written === null && typeof count === "number" && count > 0;
    return { patch: { expect, sheets: [end] }, undone: !lost, lost, typed: [], left: [] };
  }
  const { patch, fresh } = written;
  const { begun, done } = progress;
  const before = heldBefore(patch.expect);
  const typed: Address[] = [];
  const left = new Set<string>();
  const sheets = patch.sheets.slice(done).flatMap((own, k): SheetPatch[] => {
    const index = done + k;
    const name = own.sheet;
    const part: Part = {
      patch: own,
      now: snapshot.sheets.find((each) => sameSheet(each.name, name)) ?? null,
      fresh: fresh.some((each) => sameSheet(each, name)),
      before: before(name),
      meant: meantBy(patch.sheets.filter((each) => sameSheet(each.sheet, name))),
    };
    if (own.remove === true) {
      if (part.now === null) return [];
      if (!isFilledIn(part)) return [counted(sheet.name, index + 1), own];
      left.add(name);
      return [];
    }
    const isMade = patch.sheets.slice(done, index + 1).some(({ sheet: made, create }) => create === true && sameSheet(made, name));
    const isGone = part.now === null && !(part.fresh && isMade);
    const isWaiting = !patch.sheets.slice(0, begun).some((other) => sameSheet(other.sheet, name));
    const { ours, typed: isFilled } = changesIn(part);
    if (isGone || (!sameSheet(name, sheet.name) && isFilled && (isWaiting || (!part.fresh && !ours)))) {
      left.add(name);
      return [];
    }
    const since = typedSince(part);
    typed.push(...since);
    return [counted(sheet.name, index + 1), sparing(own, since)];
  });
  // Where a host opened sheets and did not come to close them, that is still to be done; Google Sheets opens none.
  const ahead = snapshot.facts.host === "sheets" ? [] : patch.sheets.slice(done);
  const open = openedIn(sheet).filter(({ sheet: name }) =>
    snapshot.sheets.some((each) => sameSheet(each.name, name)) && ahead.some((each) => sameSheet(each.sheet, name))
    && (left.has(name) || !ahead.some((each) => sameSheet(each.sheet, name) && each.protection !== undefined)));
  const closing = open.map(({ sheet: name, protection }): SheetPatch => ({ sheet: name, protection }));
  const shown = patch.show !== undefined && ![...left].some((name) => sameSheet(name, patch.show!.sheet));
  return { patch: { expect, sheets: [...sheets, ...closing, end], ...(shown ? { show: patch.show! } : {}) }, undone: false, lost: false, typed, left: [...left] };
}
