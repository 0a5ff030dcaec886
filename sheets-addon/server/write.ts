import { sameSheet, sameValue } from "../../core/sheet/apply";
import { countsParts } from "../../core/sheet/journal-mark";
import type { Expect, SheetPatch } from "../../core/sheet/patch";
import type { CellValue } from "../../core/sheet/workbook";
import type { Plain, WriteOrder, WriteReply } from "../api";
import { changesJournal, journalOf, stillExpected } from "../journal";
import { mayWrite } from "./guard";
import { type Book, mayGrow, type Place, type Range, type Sheet, type Sheets, sheetsOf } from "./place";
import { plainOf, serialsOf } from "./read";
import { show } from "./show";
import { stepsOf } from "./steps";
import { Trouble } from "./trouble";

/** Milliseconds to wait for another run's lock, and after which a write leaves the rest to the next run. */
const LOCK_PATIENCE = 10000;
const LONGEST_RUN = 4 * 60 * 1000;

const errors = /^#(N\/A|REF!|VALUE!|DIV\/0!|NUM!|NAME\?|NULL!|ERROR!)$/;

/** Values with errors told from texts that read like them: only a formula has one. */
function withErrors(range: Range, values: CellValue[][]): CellValue[][] {
  const reads = (value: CellValue): boolean => typeof value === "string" && errors.test(value);
  if (!values.some((line) => line.some(reads))) return values;
  const formulas = range.getFormulas();
  return values.map((line, i) =>
    line.map((value, j) => (reads(value) && formulas[i]![j] !== "" ? { error: value as string } : value)));
}

/** A value that a formula gives, whatever it is. */
const computed = Symbol("computed");
type Found = CellValue | typeof computed;

function withoutComputed(range: Range, values: Found[][]): Found[][] {
  const formulas = range.getFormulas();
  return values.map((line, i) => line.map((value, j) => (formulas[i]![j] === "" ? value : computed)));
}

const isHeld = (found: Found, value: CellValue): boolean => found === computed || sameValue(found, value);

/** The expectations that the spreadsheet does not meet, in one reading of each sheet. */
function staleIn(book: Book, present: Sheets, { patch, from }: WriteOrder): Expect[] {
  const journal = journalOf(patch);
  const expect = from === null ? patch.expect : stillExpected(patch, from.parts);
  // What a sheet computes moves with what this write has changed already.
  const isMidway = from !== null || (journal !== null && patch.expect.includes(journal));
  const serial = serialsOf(book);
  const known = new Map<string, Found[][] | null>();
  const valuesOf = (name: string): Found[][] | null => {
    const key = name.toLowerCase();
    let values = known.get(key);
    if (values === undefined) {
      const range = present.get(key)?.getDataRange();
      const found = range?.getValues() as (Plain | Date)[][] | undefined;
      const plain: CellValue[][] | undefined = found?.map((line) => line.map((value) => plainOf(value, serial)));
      values = range === undefined || plain === undefined ? null : withErrors(range, plain);
      if (isMidway && range !== undefined && values !== null) values = withoutComputed(range, values);
      known.set(key, values);
    }
    return values;
  };
  const stale = expect.filter(({ sheet, row, column, values }) => {
    const found = valuesOf(sheet);
    return values.some((line, i) =>
      line.some((value, j) => found === null || !isHeld(found[row + i]?.[column + j] ?? null, value)));
  });
  const made = from?.made ?? [];
  const there = new Set(present.keys());
  for (const { sheet, create, remove } of patch.sheets) {
    if (remove === true) continue;
    if (create === true && !made.includes(sheet.toLowerCase())) there.add(sheet.toLowerCase());
    else if (!there.has(sheet.toLowerCase())) stale.push({ sheet, row: 0, column: 0, values: [] });
  }
  return stale;
}

/** The sheet of a part, made where it is missing. */
function sheetFor(book: Book, sheets: Sheets, { sheet: name, position }: SheetPatch, made: string[]): Sheet {
  const key = name.toLowerCase();
  const found = sheets.get(key);
  if (found !== undefined) return found;
  const sheet = book.insertSheet(name, Math.min(position ?? sheets.size, sheets.size));
  sheets.set(key, sheet);
  made.push(key);
  return sheet;
}

/** What counts the parts of a patch as they are begun: one call for each, since the journal's sheet reaches that far. */
function counterIn(sheets: Sheets): (part: SheetPatch) => void {
  let range: Range | null = null;
  return ({ sheet, blocks }) => {
    const { row, column, cells } = blocks![0]!;
    range ??= sheets.get(sheet.toLowerCase())!.getRange(row + 1, column + 1);
    range.setValue((cells[0]![0] as { readonly v: number }).v);
  };
}

/** Deletes a sheet; one that is gone already is as it should be, also when a later run comes by here again. */
function remove(book: Book, sheets: Sheets, name: string): void {
  const sheet = sheets.get(name.toLowerCase());
  if (sheet === undefined) return;
  sheets.delete(name.toLowerCase());
  book.deleteSheet(sheet);
}

/** Part after part, step after step, until all is done or the time is over. */
function run(book: Book, sheets: Sheets, { patch, from }: WriteOrder, now: () => number): WriteReply {
  const began = now();
  const made = [...(from?.made ?? [])];
  const front = book.getActiveSheet();
  const journal = journalOf(patch);
  const skip = from?.step ?? 0;
  const checks: Place["checks"] = new Map();
  const count = counterIn(sheets);
  let step = 0;
  for (const [index, part] of patch.sheets.entries()) {
    if (part.remove === true) {
      remove(book, sheets, part.sheet);
      continue;
    }
    const sheet = sheetFor(book, sheets, part, made);
    const isFirst = patch.sheets.findIndex((other) => sameSheet(other.sheet, part.sheet)) === index;
    const place = { sheets, sheet, part, checks, made: isFirst && made.includes(part.sheet.toLowerCase()) };
    const acts = countsParts(part) ? [() => count(part)] : stepsOf(place);
    for (const act of acts) {
      if (step++ < skip) continue;
      act();
      // Whoever goes on must find the journal, so it is written and wiped without a pause.
      if (!changesJournal(journal, part) && now() - began > LONGEST_RUN) {
        return { done: false, next: { step, parts: index + 1, made } };
      }
    }
    // The first part is the journal: it must be there before anything that it tells of.
    if (index === 0 && patch.sheets.length > 1) SpreadsheetApp.flush();
  }
  // A sheet that is made takes the screen; the one in front may be gone.
  const removes = patch.sheets.some((part) => part.remove === true);
  if (patch.show !== undefined) show(book, patch.show);
  else if (made.length > 0 && !removes && !front.isSheetHidden()) book.setActiveSheet(front);
  return { done: true };
}

/**
 * Compares, again before each further run, and writes under the document's lock, which is given back only after everything stands in the spreadsheet.
 * `now` is the clock, in milliseconds.
 */
export function write(book: Book, order: WriteOrder, now: () => number): WriteReply {
  const lock = LockService.getDocumentLock();
  if (!lock.tryLock(LOCK_PATIENCE)) throw new Trouble("busy");
  try {
    const sheets = sheetsOf(book);
    const stale = staleIn(book, sheets, order);
    if (stale.length > 0) return { stale };
    if (order.from === null) {
      mayGrow(sheets, order.patch.sheets);
      for (const part of order.patch.sheets.filter((each) => !countsParts(each))) {
        const sheet = sheets.get(part.sheet.toLowerCase());
        if (sheet !== undefined) mayWrite({ sheets, sheet, part, checks: new Map(), made: false });
      }
    }
    return run(book, sheets, order, now);
  } finally {
    try {
      SpreadsheetApp.flush();
    } finally {
      lock.releaseLock();
    }
  }
}
