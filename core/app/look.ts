import type { FormName, GroupScore, Status, Totals, UnitName } from "../app-port";
import { lastOperation } from "../form/back-mark";
import { formsOf } from "../form/form-of-unit";
import { rankingHome } from "../form/ranking-layout";
import { formsNow, sameUnit } from "../form/same-unit";
import { storeSheet } from "../form/store-layout";
import { readUnits } from "../form/units-home";
import { reservedRow } from "../form/layout";
import { issue, type Issue } from "../issue/issue";
import { decimalText, type Exact, exact, over, tenTo, times } from "../number/exact";
import { bandOf, bandValue, toNextBand } from "../ranking/band";
import type { Standing } from "../ranking/standing";
import { inputsOf } from "../rule/inputs";
import { criteriaOf, nodeKeys, type Rubric } from "../rubric/rubric";
import { checkBands } from "../rubric/check";
import { score } from "../scoring/score";
import { sameSheet } from "../sheet/address";
import { hasJournal } from "../sheet/journal-mark";
import type { Snapshot } from "../sheet/snapshot";
import { pointsApart } from "./apart";
import { type Book, formInHand, isOutdated, type OpenForm, ruleCell } from "./book";
import { findingOf } from "./finding";
import { formFindings } from "./form-findings";
import { addressOf } from "./form-findings";
import { foreignForms } from "./lost-forms";
import { standingsIn } from "./standings";
import { twinForms } from "./twin-forms";
import { whyOf } from "./why";

const places = (rubric: Rubric): number => rubric.settings.digits;

const rankedIn = (standings: readonly Standing[], own: Standing): number =>
  standings.filter(({ rank, entry }) => rank !== null && entry.unit.block === own.entry.unit.block).length;

const unitsOnForms = (book: Book): UnitName[] => book.forms.map(({ reading }) => reading.unit);

/** The fewest points with so many decimals that close a gap, or go beyond it where its end does not count. */
function leastAbove(gap: Exact, inclusive: boolean, digits: number): Exact {
  const { n, d } = times(gap, tenTo(digits));
  const whole = n / d;
  return over(exact(n % d === 0n && inclusive ? whole : whole + 1n), tenTo(digits));
}

function totalsOf(book: Book, form: OpenForm, rubric: Rubric, standings: readonly Standing[]): Totals {
  const { total, percent } = form.scores;
  const { settings } = rubric;
  const value = bandValue(settings, total.final, percent);
  const next = value === null ? null : toNextBand(value, settings.bands);
  // A percentage falls short by as many points of the unit's own maximum.
  const short = next === null ? null : settings.bandUnit === "points" ? next.missing : over(times(next.missing, total.max), exact(100));
  const place = book.forms.indexOf(form);
  const own = standings[formsOf(standings.map(({ entry }) => entry.unit), unitsOnForms(book)).indexOf(place)];
  return {
    points: decimalText(total.final),
    self: total.self.n * total.final.d === total.final.n * total.self.d ? null : decimalText(total.self),
    max: decimalText(total.max),
    percent: percent === null ? null : decimalText(percent, 2),
    band: value === null ? null : bandOf(value, settings.bands),
    toNext: next === null || short === null
      ? null
      : { points: decimalText(leastAbove(short, next.band.inclusive, places(rubric))), band: next.band.name },
    rank: own === undefined || own.rank === null ? null : { rank: own.rank, of: rankedIn(standings, own) },
    digits: places(rubric),
  };
}

function groupsOf(form: OpenForm, rubric: Rubric): GroupScore[] {
  const keys = nodeKeys(rubric);
  return rubric.nodes.flatMap((node) => {
    if (node.kind !== "group" || node.parent !== null) return [];
    const own = form.scores.groups.get(node.id)!;
    return [
      {
        id: node.id, code: keys.get(node.id)!, name: node.name, points: own.filled === 0 ? null : decimalText(own.final),
        max: node.scored ? decimalText(own.max) : "0", at: form.reading.cellOf(node.id, "row"),
      },
    ];
  });
}

/** A form, to be shown where filling in begins. */
function formName(form: OpenForm, rubric: Rubric): FormName {
  const { sheet, unit, cellOf, found } = form.reading;
  for (const criterion of criteriaOf(rubric)) {
    const [input] = inputsOf(criterion.rule, criterion);
    const at = input === undefined ? null : cellOf(criterion.id, { input: input.name });
    if (at !== null) return { id: sheet, unit, at };
  }
  return { id: sheet, unit, at: { sheet, row: found.rows.get(reservedRow.head) ?? 0, column: found.columns.get("name") ?? 0 } };
}

/** A write that was begun and not ended comes before everything else. */
export const staged = (snapshot: Snapshot, status: Status): Status =>
  hasJournal(snapshot) ? { ...status, stage: "unfinished" } : { ...status, back: lastOperation(snapshot) };

const outdatedIssue: Issue = issue("form-outdated", {}, {});

export const emptyStatus: Status = {
  stage: "nothing", unit: null, year: "", rubric: null, table: null, totals: null, progress: null, findings: [],
  groups: [], forms: [], incomplete: 0, form: null, units: null, why: null, settings: null, back: null,
};

/** Units of the list, each with whether its form stands here. */
function unitsIn(book: Book): { list: UnitName[]; issues: readonly Issue[] } | null {
  const { units, issues } = readUnits(book.snapshot);
  if (units.length === 0) return null;
  const forms = formsOf(units, unitsOnForms(book));
  const list = units.map(({ code, name }, at) => ({ code, name, hasForm: forms[at] !== null }));
  return { list, issues };
}

function stageOf(book: Book, form: OpenForm, many: boolean, open: number): Status["stage"] {
  const on = book.snapshot.selection?.sheet;
  if (many && on !== form.reading.sheet) return "units";
  const { filled, total } = form.scores.total;
  return open === 0 && filled === total ? "full" : "form";
}

/** Sheets that the workbook should hold and that people deleted or broke. */
function lostSheets(book: Book): Issue[] {
  const { forms, snapshot, store } = book;
  if (store === null) return forms.length === 0 ? [] : [issue("store-missing", {}, { sheet: storeSheet })];
  const readings = forms.map(({ reading }) => reading);
  const now = formsNow(store.forms, readings, snapshot.sheets);
  return store.forms.flatMap(({ sheet, unit }, at): Issue[] => {
    if (now[at] !== null) return [];
    if (snapshot.sheets.some(({ name }) => sameSheet(name, sheet))) return [issue("form-unreadable", {}, { sheet, name: unit.name })];
    // Of two forms of a unit people were asked to delete one.
    return readings.some((form) => sameUnit(form.unit, unit)) ? [] : [issue("sheet-missing", {}, { sheet })];
  });
}

/** What a workbook with a confirmed rubric holds, and what to do next. */
export function statusOf(book: Book): Status {
  const { snapshot, rubric } = book;
  if (rubric === null) return emptyStatus;
  const listed = unitsIn(book);
  const ranked = (rankingHome(snapshot).sheet?.values.length ?? 0) > 0;
  const received = listed?.list.filter(({ hasForm }) => hasForm).length ?? 0;
  const facts = {
    year: rubric.year,
    rubric: { title: rubric.title, decision: rubric.decision, criteria: criteriaOf(rubric).length },
    settings: rubric.settings,
    units: listed === null ? null : { list: listed.list, received, ranked },
    forms: book.forms.map((form) => formName(form, rubric)),
    incomplete: book.forms.filter(({ scores: { total } }) => total.filled < total.total).length,
  };
  const ofRubric = book.issues
    .filter(({ code }) => !/^(rule|assume)-/.test(code))
    .map((issue) => findingOf(issue, addressOf(issue.at.cell)));
  const outdated = isOutdated(book) ? [findingOf(outdatedIssue, null)] : [];
  const most = rubric.settings.bandUnit === "points" ? decimalText(score(rubric, new Map()).total.max) : null;
  const odd = [...lostSheets(book), ...foreignForms(book), ...checkBands(rubric.settings, most)].map((issue) => findingOf(issue, null));
  const around = [...odd, ...twinForms(book.forms), ...outdated, ...ofRubric, ...(listed?.issues ?? []).map((issue) => findingOf(issue, addressOf(issue.at.cell)))];
  const form = formInHand(book);
  if (form === null) return { ...emptyStatus, ...facts, stage: "rubric", findings: around };
  // Rows that the edited rubric added were never in the form: to build it again is all there is to do.
  const standings = standingsIn(book);
  const apart = pointsApart(book, form, rubric, standings);
  const findings = [
    ...(apart === null ? [] : [apart]),
    ...formFindings(form, rubric, snapshot.facts).filter(({ issue: { code } }) => outdated.length === 0 || code !== "form-row-missing"),
  ];
  const { filled, total } = form.scores.total;
  const { selection } = snapshot;
  const onForm = selection !== null && selection.sheet === form.reading.sheet ? form.reading.nodeAt(selection.row) : null;
  const open = findings.filter(({ todo }) => todo !== "note").length;
  return {
    ...emptyStatus,
    ...facts,
    stage: stageOf(book, form, book.forms.length > 1 || listed !== null, open),
    unit: form.reading.unit,
    totals: totalsOf(book, form, rubric, standings),
    progress: { filled, total },
    findings: [...findings, ...around],
    groups: groupsOf(form, rubric),
    form: form.reading.sheet,
    why: onForm === null ? null : whyOf(form, rubric, onForm, findings, ruleCell(book, onForm)),
  };
}
