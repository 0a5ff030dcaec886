import { compare, type Exact, exact, isWhole, one, parseExact, plus, zero } from "../../number/exact";
import type { Step } from "../rule";
import type { Bound } from "./range";

/** Steps that some value reaches, the lowest open downwards. */
export function reached(steps: readonly Step[], count: boolean): Step[] {
  const kept: Step[] = [];
  let above: Bound | null = null;
  for (const step of steps) {
    const from: Exact = step.from === null ? zero : parseExact(step.from);
    const bottom = step.from === null || from.n < 0n || (from.n === 0n && step.inclusive);
    const low: Bound = bottom
      ? { at: zero, inclusive: true }
      : count
        ? firstWhole(from, step.inclusive)
        : { at: from, inclusive: step.inclusive };
    const beyond = !count && (compare(low.at, one) > 0 || (compare(low.at, one) === 0 && !low.inclusive));
    const lower: boolean =
      above === null ||
      compare(low.at, above.at) < 0 ||
      (compare(low.at, above.at) === 0 && low.inclusive && !above.inclusive);
    if (beyond || !lower) continue;
    kept.push(bottom ? { ...step, from: null, inclusive: true } : step);
    above = low;
    if (bottom) break;
  }
  return kept;
}

function firstWhole(from: Exact, inclusive: boolean): Bound {
  const at = isWhole(from) ? (inclusive ? from : plus(from, one)) : plus(exact(from.n / from.d), one);
  return { at, inclusive: true };
}
