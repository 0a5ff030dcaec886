import type { Checked, CheckReport, Damaged, Outcome, Progress, Repaired } from "../app-port";
import { type Damage, damage, mendedTogether } from "../check/damage";
import { checkFacts } from "../check/facts";
import { askedOfForm, checkForm, type FormCheck, lostIdsOf, type MeantForm, meantForm } from "../check/form";
import { type LostId, withoutIds } from "../check/lost-ids";
import { askedOfRanking, checkRanking, isRanked } from "../check/ranking";
import { rubricChanges } from "../check/rubric";
import { tellCheck } from "../check/tell";
import type { FoundForm } from "../form/find";
import { ownParked } from "../form/build";
import { logLines, type LogLine, logPatch } from "../form/log-sheet";
import { lostForms } from "../form/lost-forms";
import { type FormReading, readForms } from "../form/read";
import type { FormOrder } from "../form/rebuild";
import { rubricPatch } from "../form/rubric-sheet";
import { sheetNames } from "../form/sheet-names";
import { storeName } from "../form/store-name";
import { storeOf } from "../form/store-patch";
import { type Parked, storedRubric } from "../form/store-sheet";
import { issue } from "../issue/issue";
import type { Rubric } from "../rubric/rubric";
import type { Asked, Guards } from "../sheet/host";
import type { Expect, Patch, SheetPatch } from "../sheet/patch";
import { sayDamage } from "../words/damage";
import { sheetWords } from "../words/sheets";
import { withWayBack } from "./back/keep";
import { type Book, isOutdated, type OpenForm } from "./book";
import { asRead } from "./expect";
import { findingOf } from "./finding";
import { rankBook } from "./rank";
import { twinForms } from "./twin-forms";
import { foreignForms, unreadableForms } from "./lost-forms";

const orderOf = ({ snapshot }: Book, { sheet, unit, language }: FormReading): FormOrder => ({
  sheet, unit, language, decimal: snapshot.facts.decimal, store: storeName(snapshot),
});

/** Rows of forms that lost their ids and can still be told. */
export const lostIdsIn = (book: Book): readonly LostId[] =>
  book.rubric === null ? [] : book.forms.flatMap(({ reading }) => lostIdsOf(book.rubric!, orderOf(book, reading), reading));

/** The forms of a book with what they were built for, where that is still known. */
function* meantForms(book: Book, rubric: Rubric): Generator<Progress & { readonly form: { now: MeantForm; built: MeantForm | null } }, void, void> {
  const { snapshot, store } = book;
  const before = isOutdated(book) && store !== null ? storedRubric(store) : null;
  const readBefore = before === null ? [] : readForms(snapshot, before);
  let parked: readonly Parked[] = store?.parked ?? [];
  for (const [index, { reading }] of book.forms.entries()) {
    const { sheet, unit } = reading;
    const own = parked.filter((each) => ownParked(each, unit, sheet));
    parked = parked.filter((each) => !own.includes(each));
    const order = orderOf(book, reading);
    const old = readBefore.find((form) => form.sheet === sheet);
    const now = meantForm(rubric, order, reading, own);
    const built = before === null || old === undefined ? null : meantForm(before, order, old, own);
    yield { done: index + 1, of: book.forms.length, form: { now, built } };
  }
}

/** The ranking of a book as it would be written now; null where none was written. */
const rankingOf = (book: Book): Patch | null =>
  // Points of a form that cannot be read any more stay in the ranking until people have it back.
  isRanked(book.snapshot) && unreadableForms(book).length === 0 ? (rankBook(book)?.ranking?.patch ?? null) : null;

/** What a host is asked to tell before a check; nothing where no form stands. */
export function* asksOf(book: Book): Generator<Progress, readonly Asked[], void> {
  if (book.rubric === null) return [];
  const asked: Asked[] = [];
  for (const { form: { now, built }, ...progress } of meantForms(book, book.rubric)) {
    asked.push(askedOfForm(built ?? now));
    yield progress;
  }
  asked.push(...askedOfRanking(rankingOf(book)?.sheets ?? [], book.snapshot));
  return asked;
}

/** A book against what would be written now, and what mends it. */
interface BookCheck {
  readonly damages: readonly { readonly damage: Damage; readonly form: OpenForm | null }[];
  readonly compared: number;
  readonly answers: number;
  readonly sheets: readonly SheetPatch[];
  readonly expect: readonly Expect[];
  readonly lines: readonly LogLine[];
}

/** A form whose rubric changed is looked at as it was built, and written again as it should be now. */
function formCheck(now: MeantForm, built: MeantForm | null, outdated: boolean, guards: Guards | null, lost: readonly LostId[]): FormCheck {
  if (!outdated) return checkForm(now, guards, lost);
  const { damages, compared } = built === null ? { damages: [], compared: 0 } : checkForm(built, guards, lost);
  const gone = now.rebuilt.report.parked.length;
  return {
    damages: [
      ...damages.filter(({ issue: { code } }) => code !== "damage-answers-parked"),
      ...(gone === 0 ? [] : [damage("damage-answers-parked", { count: gone, sheet: now.reading.sheet }, null, "whole")]),
    ],
    compared,
    mended: { sheet: now.rebuilt.sheet, expect: now.rebuilt.expect, whole: true },
  };
}

function* checkedBook(book: Book, rubric: Rubric, lost: readonly LostId[], guards: readonly (Guards | null)[] | null): Generator<Progress, BookCheck, void> {
  const { snapshot, store } = book;
  const { language, now: when } = snapshot.facts;
  const outdated = isOutdated(book);
  const damages: { damage: Damage; form: OpenForm | null }[] = [];
  const [sheets, expect, lines]: [SheetPatch[], Expect[], LogLine[]] = [[], [], []];
  const note = (form: OpenForm | null, found: readonly Damage[]): void => {
    for (const each of found) {
      damages.push({ damage: each, form });
      if (each.mend !== null) lines.push(healedLine(each, form));
    }
  };
  const healedLine = ({ issue: found, at, was }: Damage, form: OpenForm | null): LogLine => {
    const { cell = "" } = findingOf(found, at).issue.at;
    const unit = form?.reading.unit;
    return {
      when: when.replace("T", " "), what: sheetWords(language).log.repaired,
      unit: unit === undefined ? "" : [unit.code, unit.name].filter((part) => part !== "").join(" · "),
      code: "", name: sayDamage(found, language), part: cell,
      value: was === null ? "" : typeof was === "object" ? was.error : was,
    };
  };

  if (book.sheet === null) {
    const again = rubricPatch(rubric, null, snapshot.sheets.map(({ name }) => name));
    note(null, [damage("damage-rubric-lost", { sheet: sheetNames.rubric }, null, "whole")]);
    sheets.push(again);
  }
  const built = store === null ? null : storedRubric(store);
  if (book.forms.length > 0) note(null, rubricChanges(rubric, store, built, book.sheet));

  const written = new Map<OpenForm, FoundForm>();
  let [compared, answers] = [0, 0];
  let parked: readonly Parked[] = store?.parked ?? [];
  for (const { form: { now, built: then }, ...progress } of meantForms(book, rubric)) {
    const form = book.forms[progress.done - 1]!;
    const own = guards?.[progress.done - 1] ?? null;
    const found = formCheck(now, then, outdated, own, lost.filter(({ at }) => at.sheet === form.reading.sheet));
    compared += found.compared;
    answers += now.rebuilt.report.kept;
    note(form, found.damages);
    if (found.mended !== null) {
      sheets.push(found.mended.sheet);
      expect.push(...found.mended.expect);
      if (found.mended.whole) {
        written.set(form, now.found);
        lines.push(...logLines(now.rebuilt, form.reading.unit, when, language));
        const before = parked.filter((each) => ownParked(each, now.order.unit, now.order.sheet));
        parked = [...parked.filter((each) => !before.includes(each)), ...now.rebuilt.parked];
        for (const entered of form.reading.issues) {
          if (entered.code === "formula-entered" || entered.code === "formula-in-words") {
            lines.push({ ...healedLine(damage("damage-formula-altered", { formula: entered.params.formula }, null, null, entered.params.formula), form), name: sayDamage(entered, language), part: entered.at.cell ?? "" });
          }
        }
      }
    }
    yield progress;
  }

  // A form that is written again may stand on other rows, which the ranking looks at.
  const ranking = rankingOf(written.size === 0 ? book : {
    ...book, forms: book.forms.map((form) => ({ ...form, reading: { ...form.reading, found: written.get(form) ?? form.reading.found } })),
  });
  if (ranking !== null) {
    const found = checkRanking(ranking.sheets, snapshot, guards?.slice(book.forms.length) ?? null, { forms: written.size > 0, rubric: outdated });
    note(null, found);
    if (written.size > 0 || found.some(({ mend }) => mend === "whole")) {
      sheets.push(...ranking.sheets);
      expect.push(...ranking.expect);
    } else {
      for (const { sheet } of ranking.sheets) {
        const own = found.filter(({ issue: { params } }) => "sheet" in params && params.sheet === sheet);
        const mended = mendedTogether(sheet, own);
        if (mended !== null) sheets.push(mended);
      }
    }
  }

  const forms = book.forms.map(({ reading: { sheet, unit } }) => ({ sheet, unit }));
  // A form that cannot be read stays written down: else nothing would tell of it, and the ranking would lose its points.
  const known = [...forms, ...lostForms(store, forms, snapshot)];
  const rest = { language: store?.language ?? language, source: book.source, forms: known, parked };
  const facts = checkFacts(snapshot, store, storeOf(rubric, rest), outdated || parked !== store?.parked);
  note(null, facts.damages);
  if (facts.sheet !== null && book.forms.length > 0) sheets.unshift(facts.sheet);
  for (const left of [...unreadableForms(book), ...foreignForms(book)]) note(null, [{ issue: left, at: null, mend: null, was: null }]);
  return { damages, compared, answers, sheets, expect, lines };
}

const damaged = ({ damage: { issue: found, at, mend } }: BookCheck["damages"][number]): Damaged => ({
  ...findingOf(found, at), repairs: mend !== null,
});

function reportOf(book: Book, check: BookCheck, inspected: boolean): CheckReport {
  const twins = twinForms(book.forms).map((finding): Damaged => ({ ...finding, repairs: false }));
  return {
    findings: [...check.damages.map(damaged), ...twins], forms: book.forms.length, cells: check.compared,
    answers: check.answers, inspected,
  };
}

const nothing: CheckReport = { findings: [], forms: 0, cells: 0, answers: 0, inspected: false };

const told = (report: CheckReport, repaired: Repaired | null): Checked["checked"] =>
  ({ vi: tellCheck(report, repaired, "vi"), en: tellCheck(report, repaired, "en") });

/** What a repair says of itself where nothing can be repaired. */
export const unrepaired = { repaired: { count: 0, answers: 0 }, checked: told(nothing, null) };

/** `guards` are the answers to `asksOf`, null where the host cannot tell them; `lost` the ids that the book was read with. */
export function* checkBook(book: Book, lost: readonly LostId[], guards: readonly (Guards | null)[] | null): Generator<Progress, CheckReport & Checked, void> {
  if (book.rubric === null) return { ...nothing, checked: told(nothing, null) };
  const report = reportOf(book, yield* checkedBook(book, book.rubric, lost, guards), guards !== null);
  return { ...report, checked: told(report, null) };
}

/**
 * Mends all that a check finds and that can be mended: no answer is touched, or it stays with its criterion. `standing` is
 * the book as the workbook holds it, `book` the same read with the ids in `lost`.
 */
export function* repairBook(
  standing: Book, book: Book, lost: readonly LostId[], guards: readonly (Guards | null)[] | null,
): Generator<Progress, Outcome & Checked & { readonly repaired: Repaired }, void> {
  if (book.rubric === null) {
    return { patch: null, findings: [findingOf(issue("rubric-missing", {}, {}), null)], ...unrepaired };
  }
  const check = yield* checkedBook(book, book.rubric, lost, guards);
  const report = reportOf(book, check, guards !== null);
  const { findings } = report;
  const { language } = book.snapshot.facts;
  const log = check.lines.length === 0 ? [] : [logPatch(check.lines, book.snapshot, language)];
  const repaired = { count: findings.filter(({ repairs }) => repairs).length, answers: check.answers };
  const outcome = {
    patch: check.sheets.length === 0 ? null : { expect: withoutIds([...asRead(book), ...check.expect], lost), sheets: [...check.sheets, ...log] },
    findings: findings.filter(({ repairs }) => !repairs),
    repaired,
    checked: told({ ...report, findings: findings.filter(({ repairs }) => !repairs) }, repaired),
  };
  return withWayBack(standing, "repair", outcome);
}
