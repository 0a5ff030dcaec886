import {
  compare, decimalText, type Exact, exact, isZero, max, min, over, parseExact, plus, roundPoints, times, zero,
} from "../number/exact";
import { issue, type Issue } from "../issue/issue";
import type { Reviews } from "../review/review";
import { code } from "../rule/code";
import type { Input } from "../rule/inputs";
import { inputsOf } from "../rule/inputs";
import { type Outcome, rulePoints } from "../rule/points";
import { countedGroups, isCounted } from "../rubric/counted";
import { type Criterion, nodeKeys, type Rubric } from "../rubric/rubric";
import type { CellValue } from "../sheet/workbook";
import { type Answer, type Answers, blankAnswer } from "./answer";

export type ScoreCode = (typeof code)[keyof typeof code];

/** The points of one criterion, as the unit claims them, as they count, as the reviewer sets them. */
export interface CriterionScore {
  readonly code: ScoreCode;
  /** Claimed points, rounded; null where nothing can be said. */
  readonly self: Exact | null;
  /** The claimed points, 0 where proof is required and missing. */
  readonly official: Exact | null;
  /** The reviewer's points where they are valid. */
  readonly reviewed: Exact | null;
  /** Reviewed where given, else official. */
  readonly final: Exact | null;
  /** What the criterion adds to the unit's own maximum. */
  readonly max: Exact;
  /** False inside a group that the decision does not score. */
  readonly counted: boolean;
  readonly applicable: boolean;
  readonly outcome: Outcome;
  readonly issues: readonly Issue[];
}

/** Sums of a group; `filled` of `total` criteria have been dealt with. */
export interface GroupScore {
  readonly self: Exact;
  readonly final: Exact;
  readonly max: Exact;
  readonly filled: number;
  readonly total: number;
}

/** Answers turned into points, from each criterion up to the total. */
export interface Scores {
  readonly criteria: ReadonlyMap<string, CriterionScore>;
  readonly groups: ReadonlyMap<string, GroupScore>;
  readonly pillars: ReadonlyMap<string, GroupScore>;
  readonly total: GroupScore;
  /** Final points as a percentage of the unit's own maximum, to 8 decimals; null where that maximum is 0. */
  readonly percent: Exact | null;
  readonly issues: readonly Issue[];
}

/** Decimal places at which a criterion's points are rounded; "unrounded" keeps 10. */
export const criterionDigits = (rubric: Rubric): number =>
  rubric.settings.roundAt === "criterion" ? rubric.settings.digits : 10;

/** Final points as a percentage of a maximum, to 8 decimals; null where the maximum is 0. */
export function percentOf(final: Exact, most: Exact): Exact | null {
  return isZero(most) ? null : roundPoints(over(times(final, exact(100)), most), 8);
}

/** What a cell shows; a number as the 15 digits that a sheet keeps. */
function shown(cell: CellValue): string {
  if (cell === null) return "";
  if (typeof cell === "object") return cell.error;
  if (typeof cell === "boolean") return String(cell).toUpperCase();
  return typeof cell === "number" && Number.isFinite(cell) ? String(Number(cell.toPrecision(15))) : String(cell);
}

function troubleIssues(outcome: Outcome, at: { criterion: string }): Issue[] {
  const letters = (inputs: readonly Input[]): string => inputs.map(({ name }) => lastPart(name)).join(" + ");
  const warnings = outcome.clamped.map(({ over, under }) =>
    issue("ratio-above-one", at, {
      input: over[0]?.name ?? "", over: letters(over), under: typeof under === "string" ? under : letters(under),
    }),
  );
  if (outcome.kind !== "open") return warnings;
  const problems = outcome.troubles.map((trouble): Issue => {
    if (trouble.kind === "relative") return issue("relative-pending", at, {});
    if (trouble.kind === "denominator") {
      const [named] = trouble.inputs;
      const params = { input: named?.name ?? "", label: trouble.inputs.map((input) => input.label).join(" + ") };
      return issue(trouble.negative ? "denominator-negative" : "denominator-zero", at, params);
    }
    const { name, label, kind, min: least, max: most, options = [] } = trouble.input;
    const where = { input: name, label };
    if (trouble.kind === "blank") return issue(trouble.input.kind === "list" ? "choice-blank" : "input-blank", at, where);
    const text = shown(trouble.cell);
    switch (trouble.fault) {
      case "not-a-number":
        return issue("input-not-number", at, { ...where, text });
      case "not-whole":
        return issue("input-not-whole", at, { ...where, text });
      case "out-of-range":
        return issue("input-out-of-range", at, { ...where, text, min: least, max: most, ...(kind === "share" ? { share: true } : {}) });
      case "not-in-list":
        return issue("input-not-in-list", at, { ...where, text, options });
      case "cell-error":
        return issue("input-cell-error", at, { ...where, text });
    }
  });
  return [...problems, ...warnings];
}

const lastPart = (name: string): string => name.slice(name.lastIndexOf(".") + 1);

function codeOf(outcome: Outcome): ScoreCode {
  if (outcome.kind === "scored") return code.scored;
  if (outcome.kind === "excluded") return code.excluded;
  const kinds = outcome.troubles.map((t) => (t.kind === "denominator" ? (t.negative ? "fault" : "silent") : t.kind));
  return kinds.includes("fault") ? code.invalid : kinds.includes("silent") && !kinds.includes("blank") ? code.silent : code.blank;
}

const isBlankText = (text: string): boolean => text === "";

function scoreCriterion(
  criterion: Criterion, rubric: Rubric, answer: Answer, review: { points: CellValue; reason: string } | undefined,
  counted: boolean, key: string,
): CriterionScore {
  const at = { criterion: key };
  const digits = criterionDigits(rubric);
  const { evidence: evidencePolicy, notApplicable: policy } = rubric.settings;
  const most = parseExact(criterion.max);
  const least = parseExact(criterion.min);
  const issues: Issue[] = [];
  const outcome = rulePoints(criterion.rule, criterion, (name) => answer.inputs[name]);

  const left = answer.notApplicable !== undefined && policy !== "none";
  if (answer.notApplicable !== undefined && policy === "none") issues.push(issue("not-applicable-refused", at, {}));

  let self: Exact | null = null;
  let state: ScoreCode = code.scored;
  if (left) {
    self = policy === "full" ? roundPoints(max(most, zero), digits) : policy === "zero" ? zero : null;
    state = policy === "excluded" ? code.excluded : code.scored;
    if (isBlankText(answer.notApplicable ?? "") && isBlankText(answer.explanation)) {
      issues.push(issue("not-applicable-reason-missing", at, {}));
    }
  } else {
    state = codeOf(outcome);
    if (outcome.kind === "scored") self = roundPoints(outcome.points, digits);
    issues.push(...troubleIssues(outcome, at));
    const inputs = inputsOf(criterion.rule, criterion);
    for (const name of Object.keys(answer.inputs)) {
      const cell = answer.inputs[name];
      if (cell === null || cell === "" || inputs.some((input) => input.name === name)) continue;
      issues.push(issue("input-unknown", at, { input: name, known: inputs.map((input) => input.name) }));
    }
  }

  let official = self;
  if (!left && evidencePolicy === "required" && self !== null && self.n > 0n && isBlankText(answer.evidence)) {
    official = zero;
    issues.push(issue("evidence-missing", at, { claimed: decimalText(self) }));
    if (isBlankText(answer.explanation)) issues.push(issue("explanation-missing", at, {}));
  }

  let reviewed: Exact | null = null;
  const points = review?.points ?? null;
  if (points !== null && points !== "") {
    if (typeof points !== "number" || !Number.isFinite(points)) {
      issues.push(issue("review-not-number", at, { text: shown(points) }));
    } else {
      const given = parseExact(points.toPrecision(15));
      if (compare(given, least) < 0 || compare(given, most) > 0) {
        issues.push(issue("review-out-of-range", at, { text: shown(points), min: criterion.min, max: criterion.max }));
      } else {
        reviewed = roundPoints(given, digits);
        const differs = self === null || compare(self, reviewed) !== 0;
        if (differs && isBlankText(review?.reason ?? "")) {
          const params = { self: self === null ? "" : decimalText(self), reviewed: decimalText(reviewed) };
          issues.push(issue("review-reason-missing", at, params));
        }
      }
    }
  }

  const leftOut = state === code.excluded && reviewed === null;
  return {
    code: state, self, official, reviewed, final: reviewed ?? official,
    max: !counted || criterion.bonus || leftOut ? zero : most,
    counted, applicable: !left, outcome, issues,
  };
}

interface Sums {
  self: Exact;
  final: Exact;
  max: Exact;
  filled: number;
  total: number;
}

const nothing = (): Sums => ({ self: zero, final: zero, max: zero, filled: 0, total: 0 });

function addTo(into: Sums, from: GroupScore): void {
  into.self = plus(into.self, from.self);
  into.final = plus(into.final, from.final);
  into.max = plus(into.max, from.max);
  into.filled += from.filled;
  into.total += from.total;
}

/**
 * Points of every criterion, group, pillar and the total, exactly. A criterion that needs proof and has none keeps its
 * claimed points in `self` and counts 0; claims of 0 or below need no proof.
 */
export function score(rubric: Rubric, answers: Answers, reviews: Reviews = new Map()): Scores {
  const keys = nodeKeys(rubric);
  const groups = countedGroups(rubric);
  const sums = new Map<string | null, Sums>([[null, nothing()]]);
  for (const node of rubric.nodes) {
    if (node.kind === "group") sums.set(node.id, nothing());
  }

  const criteria = new Map<string, CriterionScore>();
  const done = new Map<string, GroupScore>();

  for (let at = rubric.nodes.length - 1; at >= 0; at -= 1) {
    const node = rubric.nodes[at]!;
    if (node.kind === "criterion") {
      const own = scoreCriterion(
        node, rubric, answers.get(node.id) ?? blankAnswer, reviews.get(node.id), isCounted(node, groups),
        keys.get(node.id)!,
      );
      criteria.set(node.id, own);
      addTo(sums.get(node.parent)!, {
        self: own.counted ? own.self ?? zero : zero,
        final: own.counted ? own.final ?? zero : zero,
        max: own.max,
        filled: own.self !== null || own.reviewed !== null || own.code === code.excluded ? 1 : 0,
        total: 1,
      });
    } else {
      const own = sums.get(node.id)!;
      const held = (points: Exact): Exact =>
        node.cap === undefined ? points : max(parseExact(node.cap.min), min(parseExact(node.cap.max), points));
      const group: GroupScore = { ...own, self: held(own.self), final: held(own.final) };
      done.set(node.id, group);
      addTo(sums.get(node.parent)!, group);
    }
  }

  const whole = sums.get(null)!;
  const rounded = (points: Exact): Exact =>
    rubric.settings.roundAt === "total" ? roundPoints(points, rubric.settings.digits) : points;
  const total: GroupScore = { ...whole, self: rounded(whole.self), final: rounded(whole.final) };

  const pillars = new Map<string, GroupScore>();
  for (const pillar of rubric.pillars) {
    const own = nothing();
    for (const id of pillar.groups) addTo(own, done.get(id) ?? nothing());
    pillars.set(pillar.code, own);
  }

  const issues = rubric.nodes.flatMap((node) => criteria.get(node.id)?.issues ?? []);
  return { criteria, groups: done, pillars, total, percent: percentOf(total.final, total.max), issues };
}
