import { compare, decimalText, type Exact, one, over, parseExact, sum, zero } from "../number/exact";
import type { Amount, Rule, Step, ZeroPolicy } from "../rule/rule";
import { amountOf, type Outcome, type Trace } from "../rule/points";
import type { Criterion, Settings } from "../rubric/rubric";
import type { CriterionScore } from "./score";

/** One line of the reckoning, in its order. Decimals are plain; `share` is a fraction of the maximum ("1/2"). */
export type WhyStep =
  /** `over` and `under` are the sums as numbers; `value` their quotient, cut to 6 places. */
  | { readonly kind: "ratio"; readonly over: string; readonly under: string; readonly value: string }
  | { readonly kind: "value"; readonly of: "share" | "count"; readonly value: string }
  /** The value was held at 1 or 0. */
  | { readonly kind: "held"; readonly at: "1" | "0" }
  /** The step that the value reaches; `from` null is the lowest. */
  | { readonly kind: "step"; readonly from: string | null; readonly inclusive: boolean; readonly percent: boolean }
  | { readonly kind: "give"; readonly share: string | null; readonly points: string }
  | {
      readonly kind: "times"; readonly value: string; readonly percent: boolean; readonly amount: string;
      readonly points: string;
    }
  | { readonly kind: "choice"; readonly label: string; readonly points: string }
  | { readonly kind: "part"; readonly label: string; readonly points: string | null; readonly max: string | null }
  | { readonly kind: "zero"; readonly policy: ZeroPolicy }
  | { readonly kind: "precondition"; readonly question: string; readonly met: boolean }
  | { readonly kind: "waiver"; readonly label: string; readonly points: string }
  | { readonly kind: "bounds"; readonly at: "max" | "min"; readonly points: string }
  | { readonly kind: "direct"; readonly points: string }
  /** Proof is required and missing: the points claimed do not count. */
  | { readonly kind: "evidence"; readonly claimed: string }
  | { readonly kind: "not-applicable"; readonly policy: Settings["notApplicable"] };

const cut = (value: Exact, places = 6): string => decimalText(value, places);

/** A threshold stands as a share of 1 where the value is one. */
const isShare = (rule: Rule): boolean => rule.kind === "measure" && rule.value.kind !== "count";

function amountSteps(amount: Amount, points: Exact): WhyStep {
  return { kind: "give", share: "share" in amount ? amount.share : null, points: cut(points) };
}

function stepLines(rule: Rule, step: Step, trace: Trace): WhyStep[] {
  const percent = isShare(rule);
  const lines: WhyStep[] = [];
  if (rule.kind === "measure" && rule.steps.length > 1) {
    lines.push({ kind: "step", from: step.from, inclusive: step.inclusive, percent });
  }
  if ("give" in step.score) {
    lines.push(amountSteps(step.score.give, trace.points));
  } else {
    const value = over(trace.measured ?? zero, parseExact(step.score.per));
    const amount = amountOf(step.score.times, trace.most);
    lines.push({ kind: "times", value: cut(value), percent, amount: cut(amount), points: cut(trace.points) });
  }
  return lines;
}

function measureLines(trace: Trace): WhyStep[] {
  const { rule, raw, measured } = trace;
  if (rule.kind !== "measure") return [];
  if (raw === null) return [{ kind: "zero", policy: rule.zero }];
  const lines: WhyStep[] = [];
  if (rule.value.kind === "ratio" || rule.value.kind === "per") {
    const number = (term: string): Exact => {
      const name = term.replace(/^-/, "");
      const at = trace.inputs.findIndex((input) => input.name === name || input.name.endsWith(`.${name}`));
      const found = trace.values[at];
      const value = found?.kind === "number" ? found.value : zero;
      return term.startsWith("-") ? { n: -value.n, d: value.d } : value;
    };
    const total = (terms: readonly string[]): Exact =>
      sum(terms.map(number));
    const under = rule.value.kind === "ratio" ? total(rule.value.under) : parseExact(rule.value.under);
    lines.push({ kind: "ratio", over: cut(total(rule.value.over)), under: cut(under), value: cut(raw) });
  } else {
    lines.push({ kind: "value", of: rule.value.kind, value: cut(raw) });
  }
  if (measured !== null && compare(raw, measured) !== 0) {
    lines.push({ kind: "held", at: compare(measured, one) === 0 ? "1" : "0" });
  }
  if (trace.step !== null) lines.push(...stepLines(rule, trace.step, trace));
  else lines.push({ kind: "give", share: "0", points: "0" });
  return lines;
}

function traceLines(trace: Trace): WhyStep[] {
  const { rule, values, points } = trace;
  switch (rule.kind) {
    case "measure":
      return measureLines(trace);
    case "choice": {
      const [value] = values;
      const label = value?.kind === "option" ? rule.options[value.index]?.label ?? "" : "";
      return [{ kind: "choice", label, points: cut(points) }];
    }
    case "precondition":
      return [{ kind: "precondition", question: rule.question, met: false }, amountSteps(rule.otherwise, points)];
    case "waiver":
      return [{ kind: "waiver", label: rule.label, points: cut(points) }];
    case "direct":
      return [{ kind: "direct", points: cut(points) }];
    default:
      return [];
  }
}

/** The prefix of the k-th part or period of a rule, "" where it has none. */
function sections(rule: Rule): { label: string; max: Amount | null }[] | null {
  if (rule.kind === "parts") return rule.parts.map((part) => ({ label: part.label, max: part.share }));
  if (rule.kind === "repeat") return rule.periods.map((label) => ({ label, max: null }));
  if (rule.kind === "precondition" || rule.kind === "waiver") return sections(rule.rule);
  return null;
}

function outcomeLines(rule: Rule | null, outcome: Outcome, most: Exact): WhyStep[] {
  const lines: WhyStep[] = [];
  const parts = rule === null ? null : sections(rule);
  const whole = outcome.traces.length === 1 && ["precondition", "waiver"].includes(outcome.traces[0]!.rule.kind);
  if (rule?.kind === "precondition" && !whole && outcome.kind === "scored") {
    lines.push({ kind: "precondition", question: rule.question, met: true });
  }
  if (parts === null || whole) return [...lines, ...outcome.traces.flatMap(traceLines)];
  parts.forEach((part, k) => {
    const inside = outcome.traces.filter((trace) => trace.inputs[0]?.name.startsWith(`${k + 1}.`));
    const points = inside.length === 0 ? null : sum(inside.map((trace) => trace.points));
    lines.push({
      kind: "part", label: part.label, points: points === null ? null : cut(points),
      max: part.max === null ? null : cut(amountOf(part.max, most)),
    });
    lines.push(...inside.flatMap(traceLines));
  });
  return lines;
}

/** How a criterion came to its self score, line by line, before rounding. */
export function whySteps(criterion: Criterion, score: CriterionScore, policy: Settings["notApplicable"]): WhyStep[] {
  if (!score.applicable) return [{ kind: "not-applicable", policy }];
  const most = parseExact(criterion.max);
  const lines = outcomeLines(criterion.rule, score.outcome, most);
  if (score.outcome.kind === "scored") {
    const { traces, points } = score.outcome;
    const summed = sum(traces.map((trace) => trace.points));
    if (compare(summed, points) > 0) lines.push({ kind: "bounds", at: "max", points: cut(points) });
    if (compare(summed, points) < 0) lines.push({ kind: "bounds", at: "min", points: cut(points) });
  }
  if (score.self !== null && score.official !== null && compare(score.self, score.official) !== 0) {
    lines.push({ kind: "evidence", claimed: decimalText(score.self) });
  }
  return lines;
}

/** Points before rounding, where rounding changed them. */
export function unrounded(score: CriterionScore): Exact | null {
  if (score.outcome.kind !== "scored" || score.self === null || !score.applicable) return null;
  return compare(score.outcome.points, score.self) === 0 ? null : score.outcome.points;
}

