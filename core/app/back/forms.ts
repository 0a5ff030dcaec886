import { ownParked, type Past } from "../../form/build";
import type { LogLine } from "../../form/log-sheet";
import type { FormReading } from "../../form/read";
import { rebuildForm } from "../../form/rebuild";
import { storeName } from "../../form/store-name";
import type { Parked, Store } from "../../form/store-sheet";
import type { Rubric } from "../../rubric/rubric";
import { type Address, sameSheet } from "../../sheet/address";
import { applyPatch, snapshotOf } from "../../sheet/apply";
import { emptyWorkbook } from "../../sheet/workbook";
import type { Book } from "../book";
import type { FormPast, WayBack } from "./record";
import { firstChange, seenIn } from "./seen";

const sameUnit = (a: FormPast["unit"], b: FormPast["unit"]): boolean => a.code === b.code && a.name === b.name;

/** The form in the sheet of that name, else that of the unit: a sheet may have been renamed. */
const formOf = (past: FormPast, readings: readonly FormReading[]): FormReading | null =>
  readings.find(({ sheet }) => sameSheet(sheet, past.sheet)) ?? readings.find(({ unit }) => sameUnit(unit, past.unit)) ?? null;

/** A form that the operation made, with the first cell that was filled in since. */
export interface MadeForm {
  readonly reading: FormReading;
  readonly parked: readonly Parked[];
  readonly filled: Address | null;
}

/** The forms that were made and stand; `rubric` is the one they were made for, `before` the facts before that. */
export function madeForms(book: Book, past: WayBack, rubric: Rubric, before: Store | null): MadeForm[] {
  const { snapshot, forms } = book;
  const readings = forms.map(({ reading }) => reading);
  return past.forms.flatMap((form): MadeForm[] => {
    const reading = form.before === null ? formOf(form, readings) : null;
    if (reading === null) return [];
    const { unit, language, sheet } = form;
    const parked = (before?.parked ?? []).filter((each) => ownParked(each, unit, sheet));
    const order = { sheet, unit, language, decimal: past.decimal, store: storeName(snapshot) };
    const made = applyPatch(emptyWorkbook, { expect: [], sheets: [rebuildForm(rubric, order, null, parked).sheet] });
    const seen = made.ok ? seenIn(snapshotOf(made.workbook, snapshot.facts, null).sheets[0]!) : [];
    const change = firstChange(seen, reading.found.sheet, true);
    return [{ reading, parked, filled: change === null ? null : { sheet: reading.sheet, ...change } }];
  });
}

/** What the forms are to be again, where those of `removed` go. */
export function formsAgain(past: WayBack, before: Store, now: Store, removed: readonly MadeForm[], line: LogLine | null): Past {
  const known = new Set(now.parked.map((each) => JSON.stringify(each)));
  const back = removed.flatMap(({ parked }) => parked.filter((each) => !known.has(JSON.stringify(each))));
  return {
    of: (reading) => {
      const form = past.forms.find((each) => each.before !== null && formOf(each, [reading]) !== null);
      if (form === undefined || form.before === null) return null;
      return { ...form.before, unit: sameUnit(reading.unit, form.unit) ? form.before.unit : reading.unit };
    },
    parked: past.forms.length === 0 ? before.parked : [...now.parked, ...back],
    line,
  };
}
