import type { Outcome, Progress } from "../../app-port";
import type { BuiltForms } from "../../form/build";
import { cellAt, findForm, formulaAt } from "../../form/find";
import { fingerprintOf } from "../../form/fingerprint";
import type { Operation } from "../../form/back-mark";
import { logName } from "../../form/log-sheet";
import { storeName } from "../../form/store-name";
import { readStore, type Store, storedRubric } from "../../form/store-sheet";
import type { Rubric } from "../../rubric/rubric";
import { sameSheet } from "../../sheet/address";
import { applyPatch, emptySheet, snapshotOf } from "../../sheet/apply";
import type { Patch, SheetPatch } from "../../sheet/patch";
import type { SheetSnapshot, Snapshot } from "../../sheet/snapshot";
import type { Cell } from "../../sheet/workbook";
import type { Book } from "../book";
import { cellsPast, isPlain, lineHeld, withRecord } from "./cells";
import type { CellPast, FormPast, Held, SheetPast, WayBack } from "./record";
import { storePast } from "./record";
import { sameSeen, seenAt, seenIn } from "./seen";

const heldIn = (sheet: SheetSnapshot): Held[][] => sheet.values.map((_, row) => lineHeld(sheet, row));

/** A sheet after parts of a patch, as it would be read. */
function sheetAfter(snapshot: Snapshot, old: SheetSnapshot | null, parts: readonly SheetPatch[]): SheetSnapshot {
  const name = parts[0]!.sheet;
  const cells = (old === null ? [] : heldIn(old)).map((line) => line.map((held): Cell =>
    typeof held === "object" && held !== null && "f" in held ? held : { v: held }));
  const workbook = { sheets: [{ ...emptySheet(name), cells }], active: name, properties: {} };
  const result = applyPatch(workbook, { expect: [], sheets: parts });
  return snapshotOf(result.ok ? result.workbook : workbook, snapshot.facts, null).sheets[0]!;
}

/** Whether the rows of a form are where they were. */
function sameRows(before: SheetSnapshot, after: SheetSnapshot): boolean {
  const [was, is] = [before, after].map((sheet) => [...(findForm(sheet)?.idOf ?? [])]);
  return JSON.stringify(was) === JSON.stringify(is);
}

/** The cells in which a repair left something else than it found. */
function mendedCells(old: SheetSnapshot, after: SheetSnapshot): CellPast[] {
  const [was, is] = [heldIn(old), heldIn(after)];
  return Array.from({ length: Math.max(was.length, is.length) }, (_, row) =>
    Array.from({ length: Math.max(was[row]?.length ?? 0, is[row]?.length ?? 0) }, (__, column): CellPast[] => {
      const [before, now] = [was[row]?.[column] ?? null, is[row]?.[column] ?? null];
      const formula = (held: Held): string | null => (typeof held === "object" && held !== null && "f" in held ? held.f : null);
      const same = formula(before) === formula(now) && (formula(now) !== null || sameSeen(seenAt(old, row, column), seenAt(after, row, column)));
      return same ? [] : [{ sheet: old.name, row, column, was: before, left: seenAt(after, row, column) }];
    }).flat()).flat();
}

function sheetPast(snapshot: Snapshot, old: SheetSnapshot | null, parts: readonly SheetPatch[]): SheetPast {
  const before = old === null ? [] : seenIn(old);
  const after = seenIn(sheetAfter(snapshot, old, parts));
  const left = Array.from({ length: Math.max(before.length, after.length) }, (_, row) => [row, after[row] ?? []] as const)
    .filter(([row, line]) => {
      const was = before[row] ?? [];
      return line.length !== was.length || !line.every((seen, column) => sameSeen(seen, was[column] ?? null));
    });
  return { sheet: parts[0]!.sheet, was: old === null ? null : heldIn(old), left };
}

/** What a run writes, with the record of the way back from it. */
export function* withWayBackRun<T extends Outcome>(book: Book, what: Operation, run: Generator<Progress, T, void>): Generator<Progress, T, void> {
  return withWayBack(book, what, yield* run);
}

/** What the forms of a build were before it. */
export function formsPast(built: BuiltForms, snapshot: Snapshot): FormPast[] {
  return built.forms.map(({ sheet, unit, reading, moves }): FormPast => {
    if (reading === null) return { sheet, unit, language: snapshot.facts.language, before: null };
    const { found } = reading;
    return {
      sheet, unit, language: reading.language,
      before: {
        unit: reading.unit,
        moved: moves.map(({ from, row, column }) => [row, column, from.row, from.column]),
        formulas: [...reading.entries, ...reading.homeless].flatMap(({ criterion, part, row, column }) => {
          const formula = formulaAt(found.sheet, row, column);
          return formula === null ? [] : [{ criterion, part, formula, value: cellAt(found.sheet, row, column) }];
        }),
      },
    };
  });
}

/** The rubric that the standing forms were written for; null where it is not known any more. */
export function rubricOfForms(store: Store, rubric: Rubric | null): Rubric | null {
  return storedRubric(store) ?? (rubric !== null && fingerprintOf(rubric) === store.fingerprint ? rubric : null);
}

/** What the patch would destroy; null where it could not be brought back whole. */
function pastOf({ snapshot, store, rubric }: Book, what: Operation, patch: Patch, forms: readonly FormPast[]): WayBack | null {
  const hidden = storeName(snapshot);
  const log = logName(snapshot);
  const named = (name: string): SheetSnapshot | null => snapshot.sheets.find((sheet) => sameSheet(sheet.name, name)) ?? null;
  const facts = patch.sheets.filter(({ sheet }) => sameSheet(sheet, hidden));
  const rebuilt = forms.some(({ before }) => before !== null);
  if (rebuilt && (store === null || rubricOfForms(store, rubric) === null)) return null;
  const storeNow = facts.length === 0 ? null : readStore({ ...snapshot, sheets: [sheetAfter(snapshot, null, facts)] });
  // A repair that also brought forms up to their rubric did two things at once.
  if (what === "repair" && storeNow !== null && store?.fingerprint !== storeNow.fingerprint) return null;
  const others = patch.sheets.filter(({ sheet }) =>
    !sameSheet(sheet, hidden) && !sameSheet(sheet, log) && !forms.some((form) => sameSheet(form.sheet, sheet)));
  const sheets: SheetPast[] = [];
  const cells: CellPast[] = [];
  for (const name of new Set(others.map(({ sheet }) => sheet))) {
    const parts = others.filter(({ sheet }) => sheet === name);
    const old = named(name);
    const after = old === null || what !== "repair" ? null : sheetAfter(snapshot, old, parts);
    // What was answered since a repair is not in its way, as long as no row moved.
    if (old !== null && after !== null && sameRows(old, after)) cells.push(...mendedCells(old, after));
    else if (old !== null && parts.every(isPlain)) cells.push(...cellsPast(old, parts));
    else sheets.push(sheetPast(snapshot, old, parts));
  }
  return {
    ...(storeNow === null ? {} : { store: store === null ? null : storePast(store, storeNow) }),
    decimal: snapshot.facts.decimal, sheets, cells, forms,
  };
}

/**
 * What an operation writes, with the record of the way back from it in the place of the last one's. Where there is no way
 * back (`possible` false, or forms of a rubric that nobody knows any more), the last record goes.
 */
export function withWayBack<T extends Outcome>(
  book: Book, what: Operation, outcome: T, forms: readonly FormPast[] = [], possible = true,
): T {
  return outcome.patch === null
    ? outcome
    : withRecord(book.snapshot, what, outcome, outcome.patch, possible ? pastOf(book, what, outcome.patch, forms) : null);
}
