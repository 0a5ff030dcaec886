import {
  compare, type Exact, exact, isZero, less, max, min, one, over, parseExact, plus, roundPoints, stepGuard, times, zero,
} from "../number/exact";
import type { CellValue } from "../sheet/workbook";
import { type Fault, type InputValue, readInput } from "./input-value";
import { type Bounds, type Input, inputsOf, isUnscored, no, yes } from "./inputs";
import type { Amount, Choice, Measure, Rule, Step } from "./rule";

/** What kept a rule from giving points, in the order in which it is told: first faults, then blanks, then silence. */
export type Trouble =
  | { readonly kind: "fault"; readonly input: Input; readonly cell: CellValue; readonly fault: Fault }
  | { readonly kind: "blank"; readonly input: Input }
  /** Denominator 0 where the text is silent, or (`negative`) a difference below 0. */
  | { readonly kind: "denominator"; readonly inputs: readonly Input[]; readonly negative: boolean }
  | { readonly kind: "relative" };

/** One leaf of the rule at work: the figures read, the value they make, the step it reached, the points. */
export interface Trace {
  readonly rule: Rule;
  readonly inputs: readonly Input[];
  readonly values: readonly InputValue[];
  /** The measured value before and after it is held between 0 and 1; null where nothing is measured. */
  readonly raw: Exact | null;
  readonly measured: Exact | null;
  readonly step: Step | null;
  readonly points: Exact;
  /** Most points of this leaf. */
  readonly most: Exact;
}

/** A quotient above 1: the figures of its numerator, and of its denominator or the constant that stands for it. */
export interface Clamped {
  readonly over: readonly Input[];
  readonly under: readonly Input[] | string;
}

/** `scored` carries unrounded points; `excluded` leaves the unit's maximum; `open` has none, and says why. */
export type Outcome = {
  readonly traces: readonly Trace[];
  /** Measures whose value was above 1 and counted as 1. */
  readonly clamped: readonly Clamped[];
} & (
  | { readonly kind: "scored"; readonly points: Exact }
  | { readonly kind: "excluded" }
  | { readonly kind: "open"; readonly troubles: readonly Trouble[] }
);

/** The points of an amount when `most` is the maximum in force. */
export function amountOf(amount: Amount, most: Exact): Exact {
  return "share" in amount ? times(parseExact(amount.share), most) : parseExact(amount.points);
}

const open = (...troubles: Trouble[]): Outcome => ({ kind: "open", troubles, traces: [], clamped: [] });
const scored = (points: Exact, trace?: Trace, clamped: readonly Clamped[] = []): Outcome => ({
  kind: "scored", points, traces: trace === undefined ? [] : [trace], clamped,
});

/** Holds points between 0 and `most`, whichever side of 0 that is. */
const held = (points: Exact, most: Exact): Exact => max(min(points, max(most, zero)), min(most, zero));

const names = new WeakMap<readonly Input[], ReadonlyMap<string, Input>>();

function named(inputs: readonly Input[]): ReadonlyMap<string, Input> {
  let known = names.get(inputs);
  if (known === undefined) names.set(inputs, (known = new Map(inputs.map((input) => [input.name, input]))));
  return known;
}

type Cells = (name: string) => CellValue | undefined;
interface Scope {
  readonly inputs: ReadonlyMap<string, Input>;
  readonly cells: Cells;
}

function read(scope: Scope, name: string): { input: Input; cell: CellValue; value: InputValue } {
  const input = scope.inputs.get(name)!;
  const cell = scope.cells(name) ?? null;
  return { input, cell, value: readInput(input, cell) };
}

function readAll(scope: Scope, names: readonly string[]): { found: ReturnType<typeof read>[]; troubles: Trouble[] } {
  const found = names.map((name) => read(scope, name));
  const troubles = found.flatMap(({ input, cell, value }): Trouble[] =>
    value.kind === "fault"
      ? [{ kind: "fault", input, cell, fault: value.fault }]
      : value.kind === "blank"
        ? [{ kind: "blank", input }]
        : [],
  );
  return { found, troubles };
}

function choicePoints(rule: Choice, most: Exact, prefix: string, scope: Scope): Outcome {
  const { found, troubles } = readAll(scope, [`${prefix}x`]);
  const { input, value } = found[0]!;
  if (value.kind !== "option") return open(...troubles);
  const points = held(amountOf(rule.options[value.index]!.score, most), most);
  return scored(points, { rule, inputs: [input], values: [value], raw: null, measured: null, step: null, points, most });
}

/** The sum of figure names; a name with "-" in front is subtracted. */
function sumOf(terms: readonly string[], figure: (name: string) => Exact): Exact {
  const total = terms.reduce(
    (sum, term) => (term.startsWith("-") ? less(sum, figure(term.slice(1))) : plus(sum, figure(term))), zero,
  );
  return terms.some((term) => term.startsWith("-")) ? roundPoints(total, 9) : total;
}

const reaches = (value: Exact, step: Step): boolean =>
  step.from === null ||
  (step.inclusive
    ? compare(value, less(parseExact(step.from), stepGuard)) >= 0
    : compare(value, plus(parseExact(step.from), stepGuard)) > 0);

function stepPoints(step: Step, value: Exact, most: Exact): Exact {
  if ("give" in step.score) return amountOf(step.score.give, most);
  const { times: amount, per, cap, floor } = step.score;
  let points = times(over(value, parseExact(per)), amountOf(amount, most));
  if (cap !== undefined) points = min(points, amountOf(cap, most));
  if (floor !== undefined) points = max(points, amountOf(floor, most));
  return points;
}

/** The figure names of a measure, as its inputs are called. */
export function figureNames(rule: Pick<Measure, "figures" | "value">, prefix: string): string[] {
  if (rule.value.kind === "share") return [`${prefix}r`];
  if (rule.value.kind === "count") return [prefix + (rule.figures[0]?.name ?? "n")];
  return rule.figures.map((figure) => prefix + figure.name);
}

function measurePoints(rule: Measure, most: Exact, prefix: string, scope: Scope): Outcome {
  const { found, troubles } = readAll(scope, figureNames(rule, prefix));
  if (troubles.length > 0) return open(...troubles);
  const inputs = found.map(({ input }) => input);
  const values = found.map(({ value }) => value);
  const number = (name: string): Exact => {
    const at = found.find(({ input }) => input.name === prefix + name);
    return at?.value.kind === "number" ? at.value.value : zero;
  };
  const { value } = rule;
  let raw: Exact;
  if (value.kind === "ratio" || value.kind === "per") {
    const under = value.kind === "ratio" ? sumOf(value.under, number) : parseExact(value.under);
    if (under.n <= 0n) {
      const named = value.kind === "ratio" ? value.under.map((term) => prefix + term.replace(/^-/, "")) : [];
      const trouble: Trouble = {
        kind: "denominator", inputs: inputs.filter((input) => named.includes(input.name)), negative: under.n < 0n,
      };
      if (trouble.negative || rule.zero === "ask") return open(trouble);
      if (rule.zero === "excluded") return { kind: "excluded", traces: [], clamped: [] };
      const points = rule.zero === "full" ? most : zero;
      return scored(points, { rule, inputs, values, raw: null, measured: null, step: null, points, most });
    }
    raw = over(sumOf(value.over, number), under);
  } else {
    const first = values[0]!;
    raw = first.kind === "number" ? first.value : zero;
  }
  const bounded = value.kind === "ratio" || value.kind === "per";
  const measured = bounded ? max(zero, min(one, raw)) : raw;
  const step = rule.steps.find((candidate) => reaches(measured, candidate)) ?? null;
  const points = step === null ? zero : held(stepPoints(step, measured, most), most);
  const named = (terms: readonly string[]): Input[] =>
    terms.flatMap((term) => inputs.filter(({ name }) => name === prefix + term.replace(/^-/, "")));
  const clamped: Clamped[] =
    compare(raw, one) > 0 && (value.kind === "ratio" || value.kind === "per")
      ? [{ over: named(value.over), under: value.kind === "ratio" ? named(value.under) : value.under }]
      : [];
  return scored(points, { rule, inputs, values, raw, measured, step, points, most }, clamped);
}

/** Joins the outcomes of parts: faults outweigh blanks, blanks outweigh silence, silence outweighs exclusion. */
function joined(outcomes: readonly Outcome[], most: Exact): Outcome {
  const traces = outcomes.flatMap((outcome) => outcome.traces);
  const clamped = outcomes.flatMap((outcome) => outcome.clamped);
  const troubles = outcomes.flatMap((outcome) => (outcome.kind === "open" ? outcome.troubles : []));
  if (troubles.length > 0) return { kind: "open", troubles, traces, clamped };
  if (outcomes.some((outcome) => outcome.kind === "excluded")) return { kind: "excluded", traces, clamped };
  const points = outcomes.reduce((sum, outcome) => (outcome.kind === "scored" ? plus(sum, outcome.points) : sum), zero);
  return { kind: "scored", points: held(points, most), traces, clamped };
}

function pointsOf(rule: Rule, most: Exact, bounds: Bounds, prefix: string, scope: Scope): Outcome {
  switch (rule.kind) {
    case "choice":
      return choicePoints(rule, most, prefix, scope);
    case "measure":
      return measurePoints(rule, most, prefix, scope);
    case "parts":
      return joined(
        rule.parts.map((part, k) =>
          pointsOf(part.rule, amountOf(part.share, most), bounds, `${prefix}${k + 1}.`, scope),
        ),
        most,
      );
    case "repeat": {
      const each = over(most, exact(rule.periods.length));
      return joined(rule.periods.map((_, k) => pointsOf(rule.rule, each, bounds, `${prefix}${k + 1}.`, scope)), most);
    }
    case "precondition": {
      const { input, cell, value } = read(scope, `${prefix}p`);
      if (value.kind === "option" && input.options?.[value.index] === no) {
        const points = held(amountOf(rule.otherwise, most), most);
        return scored(points, { rule, inputs: [input], values: [value], raw: null, measured: null, step: null, points, most });
      }
      const inside = pointsOf(rule.rule, most, bounds, prefix, scope);
      if (value.kind === "option") return inside;
      const trouble: Trouble =
        value.kind === "fault" ? { kind: "fault", input, cell, fault: value.fault } : { kind: "blank", input };
      return open(trouble, ...(inside.kind === "open" ? inside.troubles : []));
    }
    case "waiver": {
      const asked = "question" in rule.when;
      const { input, cell, value } = read(scope, prefix + ("question" in rule.when ? "w" : rule.when.figure));
      const waived = asked
        ? value.kind === "option" && input.options?.[value.index] === yes
        : value.kind === "number" && isZero(value.value);
      if (waived) {
        const points = held(amountOf(rule.give, most), most);
        return scored(points, { rule, inputs: [input], values: [value], raw: null, measured: null, step: null, points, most });
      }
      const inside = pointsOf(rule.rule, most, bounds, prefix, scope);
      if (!asked || value.kind === "option") return inside;
      const trouble: Trouble =
        value.kind === "fault" ? { kind: "fault", input, cell, fault: value.fault } : { kind: "blank", input };
      return open(trouble, ...(inside.kind === "open" ? inside.troubles : []));
    }
    case "direct": {
      const { input, cell, value } = read(scope, `${prefix}points`);
      if (value.kind === "number") {
        const points = value.value;
        return scored(points, { rule, inputs: [input], values: [value], raw: null, measured: null, step: null, points, most });
      }
      return value.kind === "fault" ? open({ kind: "fault", input, cell, fault: value.fault }) : open({ kind: "blank", input });
    }
    case "relative":
      return open({ kind: "relative" });
  }
}

/**
 * Unrounded points of a rule for the cells of one criterion, held between the criterion's bounds.
 * A null rule (text not read) takes its points directly.
 */
export function rulePoints(rule: Rule | null, bounds: Bounds, cells: Cells): Outcome {
  if (isUnscored(rule, bounds)) return scored(zero);
  const asked: Rule = rule ?? { kind: "direct" };
  const scope: Scope = { inputs: named(inputsOf(rule, bounds)), cells };
  const most = parseExact(bounds.max);
  const least = parseExact(bounds.min);
  const outcome = pointsOf(asked, isZero(most) ? least : most, bounds, "", scope);
  return outcome.kind === "scored" ? { ...outcome, points: max(least, min(most, outcome.points)) } : outcome;
}
