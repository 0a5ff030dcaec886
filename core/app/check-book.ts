import type { Checked, CheckReport, Damaged, Outcome, Progress, Repaired } from "../app-port";
import { type Damage, damage, mendedTogether } from "../check/damage";
import { checkFacts } from "../check/facts";
import { type FormCheck, type MeantForm, meantSheet } from "../check/form";
import { type LostId, withoutIds } from "../check/lost-ids";
import { askedOfRanking, checkRanking, isRanked } from "../check/ranking";
import { askedOfRubric, rubricChanges, rubricGuards } from "../check/rubric";
import { tellCheck } from "../check/tell";
import { textsNotIn } from "../check/texts";
import type { FoundForm } from "../form/find";
import { type LogLine, logLines, logPatch } from "../form/log-sheet";
import { lostForms } from "../form/lost-forms";
import { rubricPatch } from "../form/rubric-sheet";
import { sheetNames } from "../form/sheet-names";
import { storeOf } from "../form/store-patch";
import { type Parked, storedRubric } from "../form/store-sheet";
import { issue } from "../issue/issue";
import { criteriaOf, type Rubric } from "../rubric/rubric";
import type { Asked, Guards } from "../sheet/host";
import type { Expect, Patch, SheetPatch } from "../sheet/patch";
import type { Facts } from "../sheet/snapshot";
import { sayDamage } from "../words/damage";
import { withWayBack } from "./back/keep";
import { type Book, isOutdated, isUnread, type OpenForm } from "./book";
import { healedLine, healedLines } from "./check-log";
import { asRead } from "./expect";
import { findingOf } from "./finding";
import { addressOf, formFindings } from "./form-findings";
import { formAsks, formCheck, meantForms } from "./meant-forms";
import { inRankingLanguage, rankBook } from "./rank";
import { twinForms } from "./twin-forms";
import { foreignForms, unreadableForms } from "./lost-forms";

/** The ranking of a book as it would be written now; null where none was written. */
const rankingOf = (book: Book): Patch | null =>
  // Points of a form that cannot be read any more stay in the ranking until people have it back.
  isRanked(book.snapshot) && unreadableForms(book).length === 0 ? (rankBook(inRankingLanguage(book))?.ranking?.patch ?? null) : null;

const rubricAsk = (book: Book, rubric: Rubric): Asked[] => {
  const asked = book.forms.length === 0 || isUnread(book) ? null : askedOfRubric(rubric, book.store, book.sheet);
  return asked === null ? [] : [asked];
};

/** What a host is asked to tell before a check; nothing where no form stands. */
export function* asksOf(book: Book): Generator<Progress, readonly Asked[], void> {
  if (book.rubric === null) return [];
  const asked: Asked[] = [];
  for (const { asked: own, ...progress } of formAsks(book, book.rubric)) {
    asked.push(own);
    yield progress;
  }
  asked.push(...rubricAsk(book, book.rubric), ...askedOfRanking(rankingOf(book)?.sheets ?? [], book.snapshot));
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

/** What one part of a workbook comes to: what is amiss, what mends it, and what the log says of it. */
interface Part {
  readonly form: OpenForm | null;
  readonly damages: readonly Damage[];
  readonly sheets: readonly SheetPatch[];
  readonly expect: readonly Expect[];
  readonly lines: readonly LogLine[];
}

const partOf = (damages: readonly Damage[], sheets: readonly SheetPatch[] = [], rest: Partial<Part> = {}): Part =>
  ({ form: null, damages, sheets, expect: [], lines: [], ...rest });

const unitOf = (form: OpenForm | null) => form?.reading.unit ?? null;

/** The rubric's own sheet against the forms, and whether it can be read. */
function rubricPart(book: Book, rubric: Rubric, guards: Guards | null): Part {
  const { snapshot, store, sheet } = book;
  if (sheet === null) {
    const again = rubricPatch(rubric, null, snapshot.sheets.map(({ name }) => name));
    return partOf([damage("damage-rubric-lost", { sheet: sheetNames.rubric }, null, "whole")], [again]);
  }
  const built = store === null ? null : storedRubric(store);
  const problems = book.issues.filter(({ code }) => !/^(rule|assume)-/.test(code))
    .map((found): Damage => ({ issue: found, at: addressOf(found.at.cell), mend: null, was: null }));
  if (isUnread(book)) {
    const emptied = book.issues.some(({ code }) => code === "no-criteria");
    if (!emptied) return partOf(problems);
    const again = rubricPatch(rubric, sheet);
    const lines = healedLines(textsNotIn(meantSheet(again), sheet), null, snapshot.facts);
    const at = addressOf(problems[0]?.issue.at.cell);
    return partOf([damage("damage-rubric-emptied", { sheet: sheet.name, count: criteriaOf(rubric).length }, at, "whole")], [again], { lines });
  }
  const changes = book.forms.length === 0 ? [] : rubricChanges(rubric, store, built, sheet);
  const amiss = rubricGuards(rubric, store, sheet, guards);
  const mended = mendedTogether(sheet.name, amiss);
  return partOf([...changes, ...problems, ...amiss], mended === null ? [] : [mended]);
}

/** Errors and broken words where people answer: nobody else can mend them. */
const answerError = /^(input-cell-error|words-error)$/;
const answerErrors = (form: OpenForm, rubric: Rubric, facts: Facts): Damage[] =>
  formFindings(form, rubric, facts).filter(({ issue: { code } }) => answerError.test(code))
    .map(({ issue: found, at }): Damage => ({ issue: found, at, mend: null, was: null }));

/** What the log keeps of entries that a rewrite turns into their values. */
const entryLines = (form: OpenForm, facts: Facts): LogLine[] => form.reading.issues.flatMap((entered): LogLine[] => {
  if (entered.code !== "formula-entered" && entered.code !== "formula-in-words") return [];
  const line = healedLine(damage("damage-formula-altered", { formula: entered.params.formula }, null, null, entered.params.formula), unitOf(form), facts);
  return [{ ...line, name: sayDamage(entered, facts.language), part: entered.at.cell ?? "" }];
});

/** A form, what mends it, and what of it is put aside. */
function formPart(form: OpenForm, now: MeantForm, found: FormCheck, rubric: Rubric, facts: Facts): Part {
  const damages = [...found.damages, ...answerErrors(form, rubric, facts)];
  if (found.mended === null) return partOf(damages, [], { form });
  const lines = found.mended.whole
    ? [
        ...healedLines(found.gives, unitOf(form), facts),
        ...logLines(now.rebuilt, form.reading.unit, facts.now, facts.language), ...entryLines(form, facts),
      ]
    : [];
  return partOf(damages, [found.mended.sheet], { form, expect: found.mended.expect, lines });
}

/** The sheets of units, points and ranks; forms in `written` stand on other rows after the repair. */
function rankingPart(book: Book, written: ReadonlyMap<OpenForm, FoundForm>, guards: readonly (Guards | null)[] | null): Part {
  // A form that is written again may stand on other rows, which the ranking looks at.
  const ranking = rankingOf(written.size === 0 ? book : {
    ...book, forms: book.forms.map((form) => ({ ...form, reading: { ...form.reading, found: written.get(form) ?? form.reading.found } })),
  });
  if (ranking === null) return partOf([]);
  const { facts } = book.snapshot;
  const { damages: found, gives } = checkRanking(ranking.sheets, book.snapshot, guards, { forms: written.size > 0, rubric: isOutdated(book) });
  if (written.size > 0 || found.some(({ mend }) => mend === "whole")) {
    return partOf(found, ranking.sheets, { expect: ranking.expect, lines: healedLines(gives, null, facts) });
  }
  return partOf(found, ranking.sheets.flatMap(({ sheet }) =>
    mendedTogether(sheet, found.filter(({ issue: { params }, at }) => at?.sheet === sheet || ("sheet" in params && params.sheet === sheet))) ?? []));
}

function* checkedBook(book: Book, rubric: Rubric, lost: readonly LostId[], guards: readonly (Guards | null)[] | null): Generator<Progress, BookCheck, void> {
  const { snapshot, store } = book;
  const { facts } = snapshot;
  const outdated = isOutdated(book);
  const rubricAt = book.forms.length;
  const rankingAt = rubricAt + rubricAsk(book, rubric).length;
  const parts: Part[] = [rubricPart(book, rubric, rankingAt > rubricAt ? (guards?.[rubricAt] ?? null) : null)];
  const written = new Map<OpenForm, FoundForm>();
  let [compared, answers] = [0, 0];
  let parked: readonly Parked[] = store?.parked ?? [];
  for (const { form: each, ...progress } of meantForms(book, rubric)) {
    const form = book.forms[progress.done - 1]!;
    const own = guards?.[progress.done - 1] ?? null;
    const found = formCheck(each, outdated, own, lost.filter(({ at }) => at.sheet === form.reading.sheet));
    const { now } = each;
    compared += found.compared;
    answers += now.rebuilt.report.kept;
    parts.push(formPart(form, now, found, rubric, facts));
    if (found.mended?.whole === true) {
      written.set(form, now.found);
      parked = [...parked.filter((entry) => !each.own.includes(entry)), ...now.rebuilt.parked];
    }
    yield progress;
  }
  parts.push(rankingPart(book, written, guards?.slice(rankingAt) ?? null));

  const forms = book.forms.map(({ reading: { sheet, unit } }) => ({ sheet, unit }));
  // A form that cannot be read stays written down: else nothing would tell of it, and the ranking would lose its points.
  const known = [...forms, ...lostForms(store, forms, snapshot)];
  const rest = { language: store?.language ?? facts.language, source: book.source, forms: known, parked };
  const hidden = checkFacts(snapshot, store, storeOf(rubric, rest), storeOf(rubric, { ...rest, parked: store?.parked ?? parked }), outdated);
  parts.push(partOf(hidden.damages));
  parts.push(partOf([...unreadableForms(book), ...foreignForms(book)].map((left) => ({ issue: left, at: null, mend: null, was: null }))));
  const sheets = parts.flatMap((part) => part.sheets);
  return {
    damages: parts.flatMap(({ damages, form }) => damages.map((each) => ({ damage: each, form }))), compared, answers,
    sheets: hidden.sheet !== null && book.forms.length > 0 ? [hidden.sheet, ...sheets] : sheets,
    expect: parts.flatMap(({ expect }) => expect),
    lines: parts.flatMap(({ damages, form, lines }) =>
      [...healedLines(damages.filter(({ mend }) => mend !== null), unitOf(form), facts), ...lines]),
  };
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

const told = (report: CheckReport, repaired: Repaired | null, forGood = false): Checked["checked"] =>
  ({ vi: tellCheck(report, repaired, "vi", forGood), en: tellCheck(report, repaired, "en", forGood) });

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
  const left = findings.filter(({ repairs }) => !repairs);
  const outcome = {
    patch: check.sheets.length === 0 ? null : { expect: withoutIds([...asRead(book), ...check.expect], lost), sheets: [...check.sheets, ...log] },
    findings: left,
    repaired,
    checked: told({ ...report, findings: left }, repaired),
  };
  const kept: typeof outcome = withWayBack(standing, "repair", outcome);
  const forGood = kept.findings.some(({ issue: { code } }) => code === "back-long");
  const far = kept.findings.filter(({ issue: { code } }) => code === "formula-far-moved").map((each): Damaged => ({ ...each, repairs: false }));
  return forGood || far.length > 0 ? { ...kept, checked: told({ ...report, findings: [...left, ...far] }, repaired, forGood) } : kept;
}
