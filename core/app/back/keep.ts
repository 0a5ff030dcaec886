import type { Outcome } from "../../app-port";
import type { BuiltForms } from "../../form/build";
import { cellAt, findForm, formulaAt } from "../../form/find";
import { fingerprintOf } from "../../form/fingerprint";
import type { Operation } from "../../form/back-mark";
import { indicatorsHome } from "../../form/indicators-layout";
import { logName } from "../../form/log-sheet";
import { storeName } from "../../form/store-name";
import { readStore, type Store, storedRubric } from "../../form/store-sheet";
import type { Rubric } from "../../rubric/rubric";
import { sameSheet } from "../../sheet/address";
import { applyPatch, emptySheet, snapshotOf } from "../../sheet/apply";
import { onlyFills, type Patch, type SheetPatch } from "../../sheet/patch";
import type { SheetSnapshot, Snapshot } from "../../sheet/snapshot";
import type { Cell } from "../../sheet/workbook";
import type { Book } from "../book";
import { withFarFormulas } from "../far-formulas";
import { cellsPast, lineHeld, withRecord } from "./cells";
import { type Held, isFormula, packedLines, packedSeen } from "./packed";
import { type CellPast, type FormPast, type SheetPast, storePast, type WayBack } from "./record";
import { shownDigits } from "./ranking-dress";
import { sameSeen, seenAt, seenIn } from "./seen";

const heldIn = (sheet: SheetSnapshot): Held[][] => sheet.values.map((_, row) => lineHeld(sheet, row));

/** A sheet after parts of a patch, as it would be read. */
function sheetAfter(snapshot: Snapshot, old: SheetSnapshot | null, parts: readonly SheetPatch[]): SheetSnapshot {
  const name = parts[0]!.sheet;
  const cells = (old === null ? [] : heldIn(old)).map((line) => line.map((held): Cell =>
    isFormula(held) ? { f: held.f, v: held.v ?? null } : { v: held }));
  const workbook = { sheets: [{ ...emptySheet(name), cells }], active: name, properties: {} };
  const result = applyPatch(workbook, { expect: [], sheets: parts });
  return snapshotOf(result.ok ? result.workbook : workbook, snapshot.facts, null).sheets[0]!;
}

/** The cells in which a repair left something else than it found. */
function mendedCells(old: SheetSnapshot, after: SheetSnapshot): CellPast[] {
  const [was, is] = [heldIn(old), heldIn(after)];
  return Array.from({ length: Math.max(was.length, is.length) }, (_, row) =>
    Array.from({ length: Math.max(was[row]?.length ?? 0, is[row]?.length ?? 0) }, (__, column): CellPast[] => {
      const [before, now] = [was[row]?.[column] ?? null, is[row]?.[column] ?? null];
      const formula = (held: Held): string | null => (isFormula(held) ? held.f : null);
      const same = formula(before) === formula(now) && (formula(now) !== null || sameSeen(seenAt(old, row, column), seenAt(after, row, column)));
      return same ? [] : [{ sheet: old.name, row, column, was: before, left: seenAt(after, row, column) }];
    }).flat()).flat();
}

function sheetPast(snapshot: Snapshot, old: SheetSnapshot | null, parts: readonly SheetPatch[]): SheetPast {
  const now = sheetAfter(snapshot, old, parts);
  const [before, after] = [old === null ? [] : seenIn(old), seenIn(now)];
  const left = Array.from({ length: Math.max(before.length, after.length) }, (_, row) => [row, after[row] ?? []] as const)
    .filter(([row, line]) => {
      const was = before[row] ?? [];
      return line.length !== was.length || !line.every((seen, column) => sameSeen(seen, was[column] ?? null));
    });
  return {
    sheet: parts[0]!.sheet, was: old === null ? null : packedLines(heldIn(old), now),
    left: left.map(([row, line]) => [row, packedSeen(line)]),
  };
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

/** Whether parts only mend cells of a sheet, each where it stands; `again`: forms are written for another rubric. */
function isMended(old: SheetSnapshot, after: SheetSnapshot, parts: readonly SheetPatch[], again: boolean): boolean {
  if (parts.every(({ clear, create }) => clear === undefined && create !== true)) return true;
  if (again) return false;
  const [was, is] = [findForm(old), findForm(after)];
  return was !== null && is !== null && was.twice.length === 0 && JSON.stringify([...was.idOf, ...was.columns]) === JSON.stringify([...is.idOf, ...is.columns]);
}

/** What the patch would destroy. Forms of a rubric that nobody knows any more are kept as any other sheet. */
function pastOf({ snapshot, store, rubric }: Book, what: Operation, patch: Patch, built: readonly FormPast[]): WayBack {
  const hidden = storeName(snapshot);
  const log = logName(snapshot);
  const named = (name: string): SheetSnapshot | null => snapshot.sheets.find((sheet) => sameSheet(sheet.name, name)) ?? null;
  const facts = patch.sheets.filter(({ sheet }) => sameSheet(sheet, hidden));
  const isKnown = store !== null && rubricOfForms(store, rubric) !== null;
  const forms = built.filter(({ before }) => before === null || isKnown);
  const storeNow = facts.length === 0 ? null : readStore({ ...snapshot, sheets: [sheetAfter(snapshot, null, facts)] });
  const again = storeNow !== null && store?.fingerprint !== storeNow.fingerprint;
  const others = patch.sheets.filter(({ sheet }) =>
    !sameSheet(sheet, hidden) && !sameSheet(sheet, log) && !forms.some((form) => sameSheet(form.sheet, sheet)));
  const sheets: SheetPast[] = [];
  const cells: CellPast[] = [];
  for (const name of new Set(others.map(({ sheet }) => sheet))) {
    const parts = others.filter(({ sheet }) => sheet === name);
    const old = named(name);
    const after = old === null || what !== "repair" ? null : sheetAfter(snapshot, old, parts);
    // What was answered since a repair is not in its way, as long as nothing moved.
    if (old !== null && after !== null && isMended(old, after, parts, again)) cells.push(...mendedCells(old, after));
    else if (old !== null && parts.every((part) => onlyFills(part))) cells.push(...cellsPast(old, parts));
    else sheets.push(sheetPast(snapshot, old, parts));
  }
  const { decimal } = snapshot.facts;
  const points = indicatorsHome(snapshot).sheet;
  const digits = points === null || !sheets.some(({ sheet }) => sheet === points.name) ? null : shownDigits(points, decimal);
  return {
    ...(storeNow === null ? {} : { store: store === null ? null : storePast(store, storeNow) }),
    ...(digits === null ? {} : { digits }),
    decimal, sheets, cells, forms,
  };
}

/** What an operation writes, with the record of the way back from it in the place of the last one's. */
export function withWayBack<T extends Outcome>(book: Book, what: Operation, outcome: T, forms: readonly FormPast[] = []): T {
  const told = withFarFormulas(book.snapshot, outcome);
  return told.patch === null ? told : withRecord(book.snapshot, what, told, told.patch, pastOf(book, what, told.patch, forms));
}
