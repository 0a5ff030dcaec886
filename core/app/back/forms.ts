import type { Past } from "../../form/build";
import type { LogLine } from "../../form/log-sheet";
import type { FormReading } from "../../form/read";
import { rebuildForm } from "../../form/rebuild";
import { formsNow, parkedOf } from "../../form/same-unit";
import { storeName } from "../../form/store-name";
import type { Parked, Store } from "../../form/store-sheet";
import type { Rubric } from "../../rubric/rubric";
import type { Address } from "../../sheet/address";
import { applyPatch, snapshotOf } from "../../sheet/apply";
import type { Snapshot } from "../../sheet/snapshot";
import { emptyWorkbook } from "../../sheet/workbook";
import type { Book } from "../book";
import type { FormPast, WayBack } from "./record";
import { firstChange, seenIn } from "./seen";

/** Whether nobody corrected a unit since, be it a letter. */
const isAsItWas = (unit: FormPast["unit"], past: FormPast["unit"]): boolean => unit.code === past.code && unit.name === past.name;

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
  const now = formsNow(past.forms, readings, snapshot.sheets);
  const owned = parkedOf(before?.parked ?? [], [
    ...past.forms.map((form) => ({ ...form, made: form.before === null })), ...readings.filter((_, at) => !now.includes(at)),
  ]);
  return past.forms.flatMap((form, k): MadeForm[] => {
    const reading = form.before === null && now[k] !== null ? readings[now[k]!]! : null;
    if (reading === null) return [];
    const { unit, language, sheet } = form;
    const parked = owned[k]!;
    const order = { sheet, unit, language, decimal: past.decimal, store: storeName(snapshot) };
    const made = applyPatch(emptyWorkbook, { expect: [], sheets: [rebuildForm(rubric, order, null, parked).sheet] });
    const seen = made.ok ? seenIn(snapshotOf(made.workbook, snapshot.facts, null).sheets[0]!) : [];
    const change = firstChange(seen, reading.found.sheet, true);
    return [{ reading, parked, filled: change === null ? null : { sheet: reading.sheet, ...change } }];
  });
}

/** What the forms are to be again, where those of `removed` go. */
export function formsAgain(
  snapshot: Snapshot, past: WayBack, before: Store, now: Store, removed: readonly MadeForm[], line: LogLine | null,
): Past {
  const known = new Set(now.parked.map((each) => JSON.stringify(each)));
  const back = removed.flatMap(({ parked }) => parked.filter((each) => !known.has(JSON.stringify(each))));
  return {
    of: (standing) => {
      const places = formsNow(past.forms, standing, snapshot.sheets);
      return standing.map(({ unit }, at) => {
        const form = past.forms[places.indexOf(at)];
        if (form === undefined || form.before === null) return null;
        return { ...form.before, unit: isAsItWas(unit, form.unit) ? form.before.unit : unit };
      });
    },
    parked: past.forms.length === 0 ? before.parked : [...now.parked, ...back],
    line,
  };
}
