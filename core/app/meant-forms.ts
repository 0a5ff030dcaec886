import type { Progress } from "../app-port";
import { type Damage, damage } from "../check/damage";
import { askedOfForm, checkForm, type FormCheck, lostIdsOf, type MeantForm, meantForm, overwritten } from "../check/form";
import { type LostId, withIds } from "../check/lost-ids";
import { type FormReading, readForms } from "../form/read";
import type { FormOrder } from "../form/rebuild";
import { parkedOf } from "../form/same-unit";
import { storeName } from "../form/store-name";
import { type Parked, storedRubric } from "../form/store-sheet";
import type { Rubric } from "../rubric/rubric";
import type { Asked, Guards } from "../sheet/host";
import { type Book, isOutdated } from "./book";

/** How a form of the book is written. */
export const orderOf = ({ snapshot }: Book, { sheet, unit, language }: FormReading): FormOrder => ({
  sheet, unit, language, decimal: snapshot.facts.decimal, store: storeName(snapshot),
});

/** The rubric that forms were built for, where it changed since; null where it did not, or nobody knows. */
const rubricBefore = (book: Book): Rubric | null =>
  isOutdated(book) && book.store !== null ? storedRubric(book.store) : null;

/** A form as it should be now and, where its rubric changed since, as it was built; null where that is not known. */
interface FormNow {
  readonly now: MeantForm;
  readonly built: MeantForm | null;
  /** What was parked for it, and for no other form. */
  readonly own: readonly Parked[];
}

/** What a host is asked to tell of the forms of a book, one at a time. */
export function* formAsks(book: Book, rubric: Rubric): Generator<Progress & { readonly asked: Asked }, void, void> {
  const before = rubricBefore(book);
  const readBefore = new Map((before === null ? [] : readForms(book.snapshot, before)).map((form) => [form.sheet, form]));
  for (const [index, { reading }] of book.forms.entries()) {
    const old = readBefore.get(reading.sheet);
    const order = orderOf(book, reading);
    const asked = before === null || old === undefined ? askedOfForm(rubric, order, reading) : askedOfForm(before, order, old);
    yield { done: index + 1, of: book.forms.length, asked };
  }
}

/** The forms of a book, one at a time. */
export function* meantForms(book: Book, rubric: Rubric): Generator<Progress & { readonly form: FormNow }, void, void> {
  const { snapshot, store } = book;
  const before = rubricBefore(book);
  const readBefore = new Map((before === null ? [] : readForms(snapshot, before)).map((form) => [form.sheet, form]));
  const owned = parkedOf(store?.parked ?? [], book.forms.map(({ reading }) => reading));
  for (const [index, { reading }] of book.forms.entries()) {
    const { sheet } = reading;
    const own = owned[index]!;
    const order = orderOf(book, reading);
    const old = readBefore.get(sheet);
    const now = meantForm(rubric, order, reading, own);
    const built = before === null || old === undefined ? null : meantForm(before, order, old, own);
    yield { done: index + 1, of: book.forms.length, form: { now, built, own } };
  }
}

/** What is known to be wrong of a form that was built for nobody knows what: what was typed over formulas, and moved. */
const surely = /^damage-(formula-lost|ids-lost|rows-moved|rows-twice|columns-missing|columns-moved)$/;
/** What may be a word of the rubric that it was built for: kept in the log for certainty. */
const perhaps = /^damage-(text-changed|cell-filled|cell-emptied)$/;

const stands = ({ was }: Damage): boolean => (was ?? "") !== "";

/** A form whose rubric changed is looked at as it was built, and written again as it should be now. */
export function formCheck({ now, built }: FormNow, outdated: boolean, guards: Guards | null, lost: readonly LostId[]): FormCheck {
  if (!outdated) return checkForm(now, guards, lost);
  const { damages, compared } = checkForm(built ?? now, built === null ? null : guards, lost, true);
  const found = damages.filter((each) => {
    const { code } = each.issue;
    return code !== "damage-answers-parked" && (built !== null || (surely.test(code) && (code !== "damage-formula-lost" || stands(each))));
  });
  const gone = now.rebuilt.report.parked.length;
  const parked = gone === 0 ? [] : [damage("damage-answers-parked", { count: gone, sheet: now.reading.sheet }, null, "whole")];
  return {
    damages: [...found.map((each): Damage => (each.mend === null ? each : { ...each, mend: "whole" })), ...parked],
    gives: built === null ? damages.filter((each) => perhaps.test(each.issue.code) && stands(each)) : [],
    compared: built === null ? 0 : compared,
    mended: { sheet: now.rebuilt.sheet, expect: now.rebuilt.expect, whole: true },
  };
}

/** What people typed over the cells of a form that is about to be written again; nothing of one that is not of this book. */
export function overwrittenIn(book: Book): (sheet: string) => readonly Damage[] {
  const { rubric, store, snapshot } = book;
  if (rubric === null) return () => [];
  const before = isOutdated(book) && store !== null ? storedRubric(store) : rubric;
  // A row that lost its id is still told by its words: what was typed over in it is, too.
  const lost = before === null ? [] : book.forms.flatMap(({ reading }) => lostIdsOf(before, orderOf(book, reading), reading));
  const readings = before === null ? []
    : before === rubric && lost.length === 0 ? book.forms.map(({ reading }) => reading) : readForms(withIds(snapshot, lost), before);
  const owned = parkedOf(store?.parked ?? [], readings);
  return (sheet) => {
    const at = readings.findIndex((form) => form.sheet === sheet);
    const reading = readings[at];
    if (before === null || reading === undefined) return [];
    // What formulas show says nothing of what was typed.
    return overwritten(meantForm(before, { ...orderOf(book, reading), valueless: true }, reading, owned[at]!));
  };
}
