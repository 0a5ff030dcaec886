import { issue } from "../../issue/issue";
import { compare, type Exact, exact, isWhole, less, one, plus, zero } from "../../number/exact";
import type { Step, StepScore } from "../rule";
import { intervalText } from "./interval";
import type { Bound, Range } from "./range";
import { assume, type Frame, fragmentOf, unread, Unread } from "./reading";
import { decimalOf } from "./score";

/** Values and what they give. */
export interface Piece {
  readonly range: Range;
  readonly score: StepScore;
  readonly text: string;
}

interface Span {
  readonly low: Bound;
  readonly high: Bound | null;
  readonly score: StepScore;
  readonly text: string;
}

const floorOf = (value: Exact): Exact => exact(value.n / value.d);

/** Whole numbers from and to which a span reaches, both included. */
function whole(span: Span): Span {
  const low = !isWhole(span.low.at) || !span.low.inclusive ? plus(floorOf(span.low.at), one) : span.low.at;
  if (span.high === null) return { ...span, low: { at: low, inclusive: true } };
  const high = isWhole(span.high.at) && !span.high.inclusive ? less(span.high.at, one) : floorOf(span.high.at);
  return { ...span, low: { at: low, inclusive: true }, high: { at: high, inclusive: true } };
}

const start: Bound = { at: zero, inclusive: true };
const sameScore = (a: StepScore, b: StepScore): boolean => JSON.stringify(a) === JSON.stringify(b);

function gap(low: Bound | null, high: Bound | null, percent: boolean): Unread {
  const text = intervalText(low, high, percent);
  return new Unread(issue("rule-gap", {}, { values: text[0]!.toLowerCase() + text.slice(1) }));
}

/**
 * Bands as steps from the highest down. `rest` is for values that no band names; without it a gap is a problem, and so
 * are two bands that share a value. `top` is the greatest value (1 for a share, null for a count).
 */
export function stepsOf(pieces: readonly Piece[], rest: StepScore | null, top: Exact | null, percent: boolean, frame: Frame): Step[] {
  const count = top === null;
  const spans = pieces.map((piece): Span => spanOf(piece, top));
  const reach = count ? spans.map(whole) : spans;
  const order = spans.map((_, k) => k).sort((a, b) => {
    const [low, other] = [reach[a]!.low, reach[b]!.low];
    return compare(low.at, other.at) || Number(other.inclusive) - Number(low.inclusive);
  });
  const steps: Step[] = [];
  /** Where the next value must start: at `at`, included or not. Null: everything is covered. */
  let next: Bound | null = start;
  let last: Span | null = null;
  const fill = (low: Bound, high: Bound | null): void => {
    if (rest === null) throw gap(compare(low.at, zero) === 0 && low.inclusive ? null : low, high, percent);
    add(low, rest);
  };
  const add = (low: Bound, score: StepScore): void => {
    const bottom = compare(low.at, zero) === 0 && low.inclusive;
    steps.unshift({ from: bottom ? null : decimalOf(low.at), inclusive: bottom || low.inclusive, score });
  };
  for (const k of order) {
    const span = reach[k]!;
    if (span.high !== null && compare(span.low.at, span.high.at) > 0) throw unread(span.text);
    if (next === null || compare(span.low.at, next.at) < 0 || (compare(span.low.at, next.at) === 0 && span.low.inclusive && !next.inclusive)) {
      throw new Unread(issue("rule-overlap", {}, { first: fragmentOf(last!.text), second: fragmentOf(span.text) }));
    }
    if (compare(span.low.at, next.at) > 0 || span.low.inclusive !== next.inclusive) {
      fill(next, count ? { at: less(span.low.at, one), inclusive: true } : { at: span.low.at, inclusive: !span.low.inclusive });
    }
    const said = spans[k]!;
    add(said.low, said.score);
    next = nextAfter(span, top);
    last = span;
  }
  if (next !== null) {
    const lone = last !== null && count && pieces.find((piece) => piece.text === last!.text)?.range.lone === true;
    if (lone) assume(frame, "assume-at-least", { value: decimalOf(last!.low.at) ?? "" });
    else fill(next, null);
  }
  return merged(steps);
}

function spanOf({ range, score, text }: Piece, top: Exact | null): Span {
  const { low, high } = range;
  const beyond = (bound: Bound | null): boolean => top !== null && bound !== null && compare(bound.at, top) > 0;
  if (beyond(low) || beyond(high)) throw unread(text);
  if (low !== null && !low.inclusive && top !== null && compare(low.at, top) === 0) throw unread(text);
  const closed = top !== null && high !== null && high.inclusive && compare(high.at, top) === 0 ? null : high;
  return { low: low ?? start, high: closed, score, text };
}

function nextAfter(span: Span, top: Exact | null): Bound | null {
  if (span.high === null) return null;
  if (top === null) return { at: plus(span.high.at, one), inclusive: true };
  return { at: span.high.at, inclusive: !span.high.inclusive };
}

/** Neighbours that give the same become one step. */
function merged(steps: readonly Step[]): Step[] {
  return steps.filter((step, k) => {
    const below = steps[k + 1];
    return below === undefined || !sameScore(step.score, below.score);
  });
}
