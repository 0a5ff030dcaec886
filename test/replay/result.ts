import type { Case } from "./case";
import { markOf, settingsOf, unitOf } from "./given";
import { issue, type Issue } from "../../core/issue/issue";
import { decimalText, type Exact } from "../../core/number/exact";
import type { DecimalMark } from "../../core/number/read";
import { standingsOf, unscoredIssues } from "../../core/ranking/standing";
import { blockStatistics } from "../../core/ranking/block";
import { entryOf } from "../../core/ranking/entry";
import { indicatorsOf } from "../../core/ranking/indicator";
import type { Entry, Unit } from "../../core/ranking/unit";
import type { Review } from "../../core/review/review";
import { code } from "../../core/rule/code";
import { type Input, inputsOf } from "../../core/rule/inputs";
import { printRule } from "../../core/rule/print";
import { typed } from "../../core/rule/typed";
import { checkBands } from "../../core/rubric/check";
import { presetSheet } from "../../core/rubric/preset";
import { presetRubric } from "../../core/rubric/preset-rubric";
import { readRubric, type RubricReading } from "../../core/rubric/read";
import { type Criterion, criteriaOf, isCriterion, nodeKeys, type Rubric } from "../../core/rubric/rubric";
import type { Answer } from "../../core/scoring/answer";
import { type CriterionScore, score, type Scores } from "../../core/scoring/score";
import { unrounded, whySteps } from "../../core/scoring/why";
import type { SheetSnapshot } from "../../core/sheet/snapshot";
import type { CellValue } from "../../core/sheet/workbook";
import { plainNumber } from "../../core/words/plain";
import { whyLine } from "../../core/panel/why-line";
import { say, wordsOf } from "../../core/words/say";

/** What replay found, before it is spelt as JSON: also what the workbook is written from. */
export interface Replayed {
  readonly reading: RubricReading;
  readonly rubric: Rubric | null;
  readonly units: readonly Unit[];
  readonly answers: ReadonlyMap<string, ReadonlyMap<string, Answer>>;
  readonly reviews: ReadonlyMap<string, ReadonlyMap<string, Review>>;
  readonly scores: ReadonlyMap<string, Scores>;
  readonly issues: readonly Issue[];
}

const blankToNull = (value: CellValue): CellValue => (value === "" ? null : value);

function tableSheet(table: readonly (readonly CellValue[])[]): SheetSnapshot {
  const values = table.map((row) => row.map(blankToNull));
  return { name: "Phụ lục", state: "visible", values, formulas: values.map((row) => row.map(() => null)) };
}

function answerOf(
  given: NonNullable<Case["answers"]>[string][string], inputs: readonly Input[], mark: DecimalMark | undefined,
  at: { unit: string; criterion: string }, issues: Issue[],
): Answer {
  const cells: Record<string, CellValue> = {};
  for (const [name, entry] of Object.entries(given.inputs ?? {})) {
    const input = inputs.find((candidate) => candidate.name === name);
    if (input === undefined) {
      cells[name] = entry;
      continue;
    }
    const read = typed(input, entry, mark);
    if (read.kind === "ambiguous") {
      const { label } = input;
      issues.push(issue("number-ambiguous", at, { text: String(entry), readings: read.readings, input: name, label }));
    }
    cells[name] = read.kind === "cell" ? read.value : entry;
  }
  const left = given.notApplicable;
  return {
    inputs: cells,
    evidence: given.evidence ?? "",
    explanation: given.explanation ?? "",
    ...(left === undefined || left === false ? {} : { notApplicable: left === true ? "" : left }),
  };
}

/** Reads the case as the product would read the sheets, and scores it. */
export function replay(given: Case): Replayed {
  const sheet = "preset" in given.rubric ? presetSheet(given.rubric.preset) : tableSheet(given.rubric.table);
  const nothing = { units: [], answers: new Map(), reviews: new Map(), scores: new Map() };
  if (sheet === null) {
    const name = "preset" in given.rubric ? given.rubric.preset : "";
    const problem = issue("preset-unknown", {}, { name });
    return { ...nothing, reading: { rubric: null, issues: [problem] }, rubric: null, issues: [problem] };
  }
  const reading = readRubric(sheet, { assumptions: given.settings?.assumptions ?? "refuse" });
  if (reading.rubric === null) return { ...nothing, reading, rubric: null, issues: reading.issues };
  const named = "preset" in given.rubric ? presetRubric(given.rubric.preset) : null;
  const base = named === null ? reading.rubric : { ...reading.rubric, id: named.id, title: named.title, decision: named.decision };
  const issues: Issue[] = [...reading.issues];
  const mark = markOf(given.locale);
  const rubric: Rubric = { ...base, settings: settingsOf(base.settings, given.settings, mark, issues) };
  issues.push(...checkBands(rubric.settings, decimalText(score(rubric, new Map()).total.max)));
  const keys = nodeKeys(rubric);
  const byKey = new Map(criteriaOf(rubric).map((criterion) => [keys.get(criterion.id)!, criterion]));

  const listed = given.units?.map((unit) => unitOf(unit, mark, issues));
  const answered = Object.keys({ ...given.answers, ...given.reviews });
  const units = listed ?? answered.map((code): Unit => ({ code, name: code, block: "", ranked: true }));
  const codes = new Set<string>();
  for (const { code } of units) {
    if (codes.has(code)) issues.push(issue("unit-duplicate", { unit: code }, { code }));
    codes.add(code);
  }
  for (const code of answered) if (!codes.has(code)) issues.push(issue("unit-unknown", { unit: code }, { code }));

  const answers = new Map<string, ReadonlyMap<string, Answer>>();
  const reviews = new Map<string, ReadonlyMap<string, Review>>();
  const scores = new Map<string, Scores>();
  for (const { code: unit } of units) {
    const own = new Map<string, Answer>();
    for (const [key, answer] of Object.entries(given.answers?.[unit] ?? {})) {
      const criterion = byKey.get(key);
      const at = { unit, criterion: key };
      if (criterion === undefined) issues.push(issue("criterion-unknown", at, { code: key }));
      else own.set(criterion.id, answerOf(answer, inputsOf(criterion.rule, criterion), mark, at, issues));
    }
    const reviewed = new Map<string, Review>();
    for (const [key, review] of Object.entries(given.reviews?.[unit] ?? {})) {
      const criterion = byKey.get(key);
      const at = { unit, criterion: key };
      if (criterion === undefined) {
        issues.push(issue("criterion-unknown", at, { code: key }));
        continue;
      }
      const input: Input = { name: "points", label: "", kind: "points", min: criterion.min, max: criterion.max };
      const points = typed(input, review.points, mark);
      if (points.kind === "ambiguous") issues.push(issue("number-ambiguous", at, { text: String(review.points), readings: points.readings }));
      reviewed.set(criterion.id, {
        points: points.kind === "cell" ? points.value : review.points, reason: review.reason ?? "", reviewer: review.reviewer ?? "",
      });
    }
    const own_ = score(rubric, own, reviewed);
    answers.set(unit, own);
    reviews.set(unit, reviewed);
    scores.set(unit, own_);
    // A figure that may be two numbers is said to be so once, and not to be text as well.
    const open = new Set(issues.flatMap((found) =>
      found.code === "number-ambiguous" && found.at.unit === unit ? [`${found.at.criterion} ${found.params.input}`] : []));
    const told = own_.issues.filter((found) =>
      found.code !== "input-not-number" || !open.has(`${found.at.criterion} ${found.params.input}`));
    issues.push(...told.map((found) => ({ ...found, at: { ...found.at, unit } }) as Issue));
  }
  return { reading, rubric, units, answers, reviews, scores, issues };
}

const text = (points: Exact | null, digits?: number): string | null =>
  points === null ? null : decimalText(points, digits ?? 10);

const spelt = (found: Issue): Record<string, unknown> => ({
  code: found.code, at: found.at, params: found.params, vi: say(found, "vi"), en: say(found, "en"),
});

/** The reckoning in one line of Vietnamese. */
function whyOf(criterion: Criterion, own: CriterionScore, rubric: Rubric): string {
  const { digits, notApplicable } = rubric.settings;
  const lines = whySteps(criterion, own, notApplicable).map((step) => whyLine(step, digits, "vi"));
  const before = unrounded(own);
  const rounded =
    before === null || own.self === null
      ? []
      : [wordsOf("vi").panel.why.rounding(plainNumber(decimalText(before), "vi"), plainNumber(decimalText(own.self), "vi"))];
  return [...lines, ...rounded].join("; ");
}

/** What each unit brings: the indicators that the ranking sheet ranks by, and every other group beside them. */
function entriesOf(rubric: Rubric, replayed: Replayed): Entry[] {
  const indicators = indicatorsOf(rubric);
  const groups = rubric.nodes.filter((node) => node.kind === "group");
  return replayed.units.map((unit): Entry => {
    const scores = replayed.scores.get(unit.code)!;
    const entry = entryOf(indicators, unit, scores);
    const others = groups.flatMap(({ id }) => {
      const own = scores.groups.get(id)!;
      return entry.indicators.has(id) ? [] : [[id, { points: entry.total === null ? null : own.final, max: own.max }] as const];
    });
    const order = new Map([...entry.indicators, ...others]);
    const inOrder = rubric.nodes.flatMap(({ id }) => (order.has(id) ? [[id, order.get(id)!] as const] : []));
    return { ...entry, indicators: new Map(inOrder) };
  });
}

/** The result as README.md spells it, ready for JSON. */
export function resultOf(replayed: Replayed): Record<string, unknown> {
  const { rubric, reading } = replayed;
  if (rubric === null) return { rubric: null, issues: replayed.issues.map(spelt), units: [], blocks: {} };
  const keys = nodeKeys(rubric);
  const key = (id: string): string => keys.get(id)!;
  const rules: Record<string, unknown> = {};
  for (const criterion of criteriaOf(rubric)) {
    const row = reading.rubric === null ? undefined : reading.rows.find(({ id }) => id === criterion.id);
    rules[key(criterion.id)] = {
      kind: criterion.rule?.kind ?? "direct",
      state: row?.state ?? "read",
      text: criterion.rule === null ? criterion.text : printRule(criterion.rule),
      max: criterion.max,
      inputs: inputsOf(criterion.rule, criterion).map(({ name, label, kind, unit, options }) => ({
        name, label, kind, ...(unit === undefined ? {} : { unit }), ...(options === undefined ? {} : { options }),
      })),
      assumptions: (row?.assumptions ?? []).map(spelt),
    };
  }
  const empty = score(rubric, new Map());
  const standings = standingsOf(entriesOf(rubric, replayed), rubric.settings);
  const units = standings.map((standing) => {
    const { unit } = standing.entry;
    const scores = replayed.scores.get(unit.code)!;
    const criteria = Object.fromEntries(
      rubric.nodes.filter(isCriterion).map((criterion) => {
        const own = scores.criteria.get(criterion.id)!;
        const why = whyOf(criterion, own, rubric);
        const silent = own.final === null && own.applicable && own.code !== code.excluded;
        const said = { self: text(own.self), reviewed: text(own.reviewed), final: text(own.final), max: text(own.max), why };
        return [key(criterion.id), silent ? null : said];
      }),
    );
    return {
      code: unit.code,
      name: unit.name,
      block: unit.block,
      total: text(standing.entry.total),
      max: text(scores.total.max),
      percent: text(standing.percent, 8),
      band: standing.band,
      rank: standing.rank,
      rankOverall: standing.overall,
      rankDelta: standing.rankDelta,
      selfTotal: text(scores.total.self),
      indicators: Object.fromEntries(
        [...standing.entry.indicators].map(([id, { points, max }]) => {
          const self = scores.groups.get(id)?.self ?? scores.criteria.get(id)?.self ?? null;
          return [key(id), { points: text(points), self: text(self), max: text(max), rank: standing.indicators.get(id) ?? null }];
        }),
      ),
      pillars: Object.fromEntries(
        [...scores.pillars].map(([code, own]) => [code, { points: text(own.final), max: text(own.max) }]),
      ),
      criteria,
    };
  });
  const blocks = Object.fromEntries(
    [...blockStatistics(standings, rubric.settings)].map(([block, found]) => {
      const byCode = (counts: ReadonlyMap<string, number>): Record<string, number> =>
        Object.fromEntries([...counts].map(([id, count]) => [key(id), count]));
      return [
        block,
        {
          count: found.count, ranked: found.ranked, bands: Object.fromEntries(found.bands), mean: text(found.mean),
          atLeastHalf: byCode(found.atLeastHalf), atLeastMean: byCode(found.atLeastMean),
        },
      ];
    }),
  );
  const issues = [...replayed.issues, ...unscoredIssues(standings.map(({ entry }) => entry))];
  return {
    rubric: {
      id: rubric.id, title: rubric.title, decision: rubric.decision, max: text(empty.total.max),
      criteria: criteriaOf(rubric).length, rules,
    },
    issues: issues.map(spelt),
    units,
    blocks,
  };
}
