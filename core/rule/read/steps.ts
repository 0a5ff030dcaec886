import { issue } from "../../issue/issue";
import { compare, type Exact, exact, isWhole, less, one, plus, zero } from "../../number/exact";
import type { Step, StepScore } from "../rule";
import { gapOf, plainText } from "./interval";
import type { Bound, Range } from "./range";
import { assume, type Frame, fragmentOf, pointsOf, unread, Unread } from "./reading";
import { decimalOf } from "./product";
import { checkCount } from "./size";

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
  return new Unread(issue("rule-gap", {}, gapOf(low, high, percent)));
}

/**
 * Bands as steps from the highest down. `rest` is for values that no band names; without it a gap is a problem, and so
 * are two bands that share a value. `top` is the greatest value (1 for a share, null for a count).
 */
export function stepsOf(
  pieces: readonly Piece[],
  rest: StepScore | null,
  top: Exact | null,
  percent: boolean,
  frame: Frame,
): Step[] {
  checkCount("bands", pieces.length);
  const count = top === null;
  const spans = nested(tiers(pieces, rest !== null, top, percent, frame), frame).map((piece): Span =>
    spanOf(piece, top),
  );
  const reach = count ? spans.map(whole) : spans;
  const order = spans
    .map((_, k) => k)
    .sort((a, b) => {
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
    if (
      next === null ||
      compare(span.low.at, next.at) < 0 ||
      (compare(span.low.at, next.at) === 0 && span.low.inclusive && !next.inclusive)
    ) {
      throw new Unread(issue("rule-overlap", {}, { first: fragmentOf(last!.text), second: fragmentOf(span.text) }));
    }
    if (compare(span.low.at, next.at) > 0 || span.low.inclusive !== next.inclusive) {
      fill(
        next,
        count ? { at: less(span.low.at, one), inclusive: true } : { at: span.low.at, inclusive: !span.low.inclusive },
      );
    }
    const said = spans[k]!;
    add(said.low, said.score);
    next = nextAfter(span, top);
    last = span;
  }
  if (next !== null) fill(next, null);
  return merged(steps);
}

/** "4 lần: …; 3 lần: …": each lone number reaches up to the next band, the last one for ever. */
function tiers(pieces: readonly Piece[], rest: boolean, top: Exact | null, percent: boolean, frame: Frame): Piece[] {
  const points = ({ score }: Piece): Exact | null => ("give" in score ? pointsOf(score.give, frame.most) : null);
  const falls = (from: Piece, to: Piece): boolean => {
    const [a, b] = [points(from), points(to)];
    return a !== null && b !== null && compare(b, a) < 0;
  };
  return pieces.map((piece): Piece => {
    const { low, lone } = piece.range;
    if (!lone || low === null || (top !== null && (low.at.n === 0n || compare(low.at, top) >= 0))) return piece;
    const above = pieces.filter(({ range }) => range.low !== null && compare(range.low.at, low.at) > 0);
    const [over] = above.sort((a, b) => compare(a.range.low!.at, b.range.low!.at));
    const next = over?.range.low ?? null;
    const high = next === null ? null : { at: next.at, inclusive: !next.inclusive };
    const same = top === null && high !== null && !high.inclusive && compare(less(high.at, one), low.at) === 0;
    // Where more earns less, a number does not stand for the numbers above it.
    if (!same && over !== undefined && falls(piece, over)) throw unread(piece.text);
    if (over === undefined && rest && pieces.some((other) => falls(other, piece))) {
      if (top !== null) throw unread(piece.text);
      return { ...piece, range: { ...piece.range, lone: false } };
    }
    if (!same) assume(frame, "assume-at-least", { value: plainText(low.at, percent) });
    return { ...piece, range: { ...piece.range, high } };
  });
}

/** "Từ 80% trở lên …; từ 50% trở lên …": each band reaches only up to the next, as each below another only down to it. */
function nested(pieces: readonly Piece[], frame: Frame): Piece[] {
  const inner = (bound: Bound): Bound => ({ at: bound.at, inclusive: !bound.inclusive });
  const found = pieces.map((piece): Piece => {
    const { low, high, lone } = piece.range;
    if (lone || (low === null) === (high === null)) return piece;
    const side = pieces.flatMap(({ range }) => {
      const bound = low === null ? range.high : range.low;
      const open = low === null ? range.low === null : range.high === null;
      if (range === piece.range || bound === null || !open) return [];
      const order = compare(bound.at, (low ?? high)!.at);
      return (low === null ? order < 0 : order > 0) ? [bound] : [];
    });
    const [nearest] = side.sort((a, b) => (low === null ? compare(b.at, a.at) : compare(a.at, b.at)));
    if (nearest === undefined) return piece;
    return {
      ...piece,
      range: low === null ? { ...piece.range, low: inner(nearest) } : { ...piece.range, high: inner(nearest) },
    };
  });
  if (found.some((piece, k) => piece !== pieces[k])) assume(frame, "assume-nearest", {});
  return found;
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
