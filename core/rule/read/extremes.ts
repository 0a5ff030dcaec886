import {
  compare,
  type Exact,
  exact,
  isWhole,
  less,
  max,
  min,
  one,
  over,
  parseExact,
  plus,
  times,
  zero,
} from "../../number/exact";
import type { Amount, Measure, Rule, Step } from "../rule";
import { reached } from "./reached";

/** Fewest and most points of a rule before they are held within its maximum; null where nothing limits them. */
export interface Extremes {
  readonly low: Exact | null;
  readonly high: Exact | null;
}

const valueOf = (amount: Amount, most: Exact): Exact =>
  "share" in amount ? times(parseExact(amount.share), most) : parseExact(amount.points);

const at = (points: Exact): Extremes => ({ low: points, high: points });

function union(a: Extremes, b: Extremes): Extremes {
  return {
    low: a.low === null || b.low === null ? null : min(a.low, b.low),
    high: a.high === null || b.high === null ? null : max(a.high, b.high),
  };
}

const all = (parts: readonly Extremes[]): Extremes => parts.reduce(union);

/** The greatest whole number that does not reach a step. */
function lastBefore(step: Step): Exact {
  const from = parseExact(step.from!);
  const floor = exact(from.n >= 0n ? from.n / from.d : -((-from.n + from.d - 1n) / from.d));
  return step.inclusive && isWhole(from) ? less(floor, one) : floor;
}

function stepExtremes(rule: Measure, k: number, most: Exact): Extremes {
  const step = rule.steps[k]!;
  if ("give" in step.score) return at(valueOf(step.score.give, most));
  const count = rule.value.kind === "count";
  const above = rule.steps[k - 1];
  const bottom = step.from === null ? zero : parseExact(step.from);
  const top =
    above !== undefined && above.from !== null
      ? count
        ? lastBefore(above)
        : parseExact(above.from)
      : rule.value.kind === "count"
        ? rule.value.max === undefined
          ? null
          : parseExact(rule.value.max)
        : one;
  const { times: amount, per, cap, floor } = step.score;
  const each = over(valueOf(amount, most), parseExact(per));
  const held = (points: Exact): Exact => {
    const capped = cap === undefined ? points : min(points, valueOf(cap, most));
    return floor === undefined ? capped : max(capped, valueOf(floor, most));
  };
  const first = at(held(times(bottom, each)));
  if (top !== null) return union(first, at(held(times(top, each))));
  if (each.n > 0n)
    return cap === undefined ? { low: first.low, high: null } : union(first, at(held(valueOf(cap, most))));
  if (each.n < 0n)
    return floor === undefined ? { low: null, high: first.high } : union(first, at(held(valueOf(floor, most))));
  return first;
}

const held = (points: Exact | null, most: Exact, bound: Exact): Exact =>
  points === null ? bound : max(min(points, max(most, zero)), min(most, zero));

export function extremesOf(rule: Rule, most: Exact): Extremes {
  switch (rule.kind) {
    case "choice":
      return all(rule.options.map((option) => at(valueOf(option.score, most))));
    case "measure": {
      const live: Measure = { ...rule, steps: reached(rule.steps, rule.value.kind === "count") };
      const steps = live.steps.map((_, k) => stepExtremes(live, k, most));
      return all(live.steps.some((step) => step.from === null) ? steps : [...steps, at(zero)]);
    }
    case "parts": {
      const parts = rule.parts.map((part) => {
        const own = valueOf(part.share, most);
        const inner = extremesOf(part.rule, own);
        return { low: held(inner.low, own, min(own, zero)), high: held(inner.high, own, max(own, zero)) };
      });
      return {
        low: parts.reduce((sum, part) => plus(sum, part.low), zero),
        high: parts.reduce((sum, part) => plus(sum, part.high), zero),
      };
    }
    case "repeat": {
      const periods = exact(rule.periods.length);
      const inner = extremesOf(rule.rule, over(most, periods));
      const total = (points: Exact | null): Exact | null => (points === null ? null : times(points, periods));
      return { low: total(inner.low), high: total(inner.high) };
    }
    case "precondition":
      return union(at(valueOf(rule.otherwise, most)), extremesOf(rule.rule, most));
    case "waiver":
      return union(at(valueOf(rule.give, most)), extremesOf(rule.rule, most));
    case "direct":
    case "relative":
      return { low: min(most, zero), high: max(most, zero) };
  }
}

/** Whether a rule earns exactly the maximum in force at best, and nothing on the other side of 0 (or below `least`). */
export function agrees(rule: Rule, most: Exact, least: Exact): boolean {
  if (isOpen(rule)) return true;
  const { low, high } = extremesOf(rule, most);
  if (low === null || high === null) return false;
  return most.n < 0n ? isSame(low, most) && high.n <= 0n : isSame(high, most) && compare(low, min(least, zero)) >= 0;
}

/** Whether points can come from outside, so that the text does not tell their bounds. */
export function isOpen(rule: Rule): boolean {
  switch (rule.kind) {
    case "direct":
    case "relative":
      return true;
    case "parts":
      return rule.parts.some((part) => isOpen(part.rule));
    case "repeat":
    case "precondition":
    case "waiver":
      return isOpen(rule.rule);
    default:
      return false;
  }
}

const scaled = (amount: Amount, factor: Exact): Amount => {
  if ("points" in amount) return amount;
  const { n, d } = times(parseExact(amount.share), factor);
  return { share: d === 1n ? n.toString() : `${n}/${d}` };
};

/** The same rule where shares are of another maximum: each share is multiplied by `factor`. */
export function rescaled(rule: Rule, factor: Exact): Rule {
  const by = (amount: Amount): Amount => scaled(amount, factor);
  switch (rule.kind) {
    case "choice":
      return { ...rule, options: rule.options.map((option) => ({ ...option, score: by(option.score) })) };
    case "measure":
      return {
        ...rule,
        steps: rule.steps.map((step) => {
          if ("give" in step.score) return { ...step, score: { give: by(step.score.give) } };
          const { times: amount, per, cap, floor } = step.score;
          const score = {
            times: by(amount),
            per,
            ...(cap === undefined ? {} : { cap: by(cap) }),
            ...(floor === undefined ? {} : { floor: by(floor) }),
          };
          return { ...step, score };
        }),
      };
    case "parts":
      return { ...rule, parts: rule.parts.map((part) => ({ ...part, share: by(part.share) })) };
    case "repeat":
      return { ...rule, rule: rescaled(rule.rule, factor) };
    case "precondition":
      return { ...rule, otherwise: by(rule.otherwise), rule: rescaled(rule.rule, factor) };
    case "waiver":
      return { ...rule, give: by(rule.give), rule: rescaled(rule.rule, factor) };
    case "direct":
    case "relative":
      return rule;
  }
}

/** Whether any amount is a share of the maximum in force. */
export function hasShares(rule: Rule): boolean {
  const share = (amount: Amount | undefined): boolean =>
    amount !== undefined && "share" in amount && parseExact(amount.share).n !== 0n;
  switch (rule.kind) {
    case "choice":
      return rule.options.some((option) => share(option.score));
    case "measure":
      return rule.steps.some(({ score }) =>
        "give" in score ? share(score.give) : share(score.times) || share(score.cap) || share(score.floor),
      );
    case "parts":
      return rule.parts.some((part) => share(part.share));
    case "repeat":
      return hasShares(rule.rule);
    case "precondition":
      return share(rule.otherwise) || hasShares(rule.rule);
    case "waiver":
      return share(rule.give) || hasShares(rule.rule);
    default:
      return false;
  }
}

export const isSame = (a: Exact | null, b: Exact | null): boolean =>
  a === null || b === null ? a === b : compare(a, b) === 0;
