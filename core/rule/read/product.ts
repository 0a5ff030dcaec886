import { compare, type Exact, exact, negate, one, over, parseExact, times } from "../../number/exact";
import type { Amount } from "../rule";
import { type Terms, termsAt } from "./terms";
import { anyPhraseAt, isSign, phrases, type Token } from "./token";

const starWord = phrases("nhân với", "nhân");
const ofCriterion = phrases("của tiêu chí này", "của tiêu chí", "của chỉ tiêu", "của nội dung này");
const ofPart = phrases("của phần này", "của phần");
const ofPeriod = phrases("của kỳ này", "của kỳ");
const halfWord = phrases("một nửa số", "một nửa", "nửa số", "nửa");
const somePoints = phrases("số điểm", "tổng số điểm");
const ofWord = phrases("của", "số");
const unitWord = phrases("điểm", "đ", "điểm số");

/** Whose maximum a share is of: the criterion's where the text only says "điểm tối đa". */
export type Scope = "" | "phần" | "kỳ";

export interface Worth {
  readonly amount: Amount;
  readonly scope: Scope;
}

const maximum = phrases(
  "điểm tối đa", "số điểm tối đa", "điểm số tối đa", "tổng điểm tối đa", "điểm chuẩn", "điểm max", "max", "tối đa",
  "toàn bộ số điểm", "toàn bộ điểm", "thang điểm", "mức điểm tối đa", "số điểm chuẩn",
);
const ratio = phrases("tỷ lệ đạt được", "tỷ lệ thực hiện", "tỷ lệ đạt", "tỷ lệ phần trăm", "tỷ lệ");

/** A product being read: numbers multiplied, and which of the other factors it has. */
export interface Product {
  number: Exact;
  numbers: number;
  maxima: number;
  scope: Scope;
  points: number;
  percents: number;
  value: "ratio" | Terms | null;
  values: number;
  fractions: number;
  per: Exact;
  /** A plain number that divides: of a percentage it may be meant in percent. */
  divisor: { readonly number: Exact; readonly of: "value" | "maximum" } | null;
  /** "50% số điểm": half of points that are not named. */
  partial: boolean;
  doubts: Token[];
}

/** Nothing read yet. */
export const fresh = (): Product => ({
  number: one,
  numbers: 0,
  maxima: 0,
  scope: "",
  points: 0,
  percents: 0,
  value: null,
  values: 0,
  fractions: 0,
  per: one,
  divisor: null,
  partial: false,
  doubts: [],
});

/** The finite decimal of an exact number, or null where it has none. */
export function decimalOf(value: Exact): string | null {
  let digits = 0;
  let scaled = value;
  while (scaled.d !== 1n) {
    if (++digits > 30) return null;
    scaled = times(scaled, exact(10n));
  }
  const sign = scaled.n < 0n ? "-" : "";
  const text = (scaled.n < 0n ? -scaled.n : scaled.n).toString().padStart(digits + 1, "0");
  return sign + (digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`);
}

export const shareOf = (value: Exact): string => (value.d === 1n ? value.n.toString() : `${value.n}/${value.d}`);

const starAt = (tokens: readonly Token[], at: number): number =>
  isSign(tokens[at], "*") || tokens[at]?.key === "x" ? 1 : anyPhraseAt(tokens, at, starWord);

function maximumAt(tokens: readonly Token[], at: number): { scope: Scope; end: number } | null {
  const length = anyPhraseAt(tokens, at, maximum);
  if (length === 0) return null;
  const end = at + length;
  const own = anyPhraseAt(tokens, end, ofCriterion);
  if (own > 0) return { scope: "", end: end + own };
  const part = anyPhraseAt(tokens, end, ofPart);
  if (part > 0) return { scope: "phần", end: end + part };
  const period = anyPhraseAt(tokens, end, ofPeriod);
  return period > 0 ? { scope: "kỳ", end: end + period } : { scope: "", end };
}

/** A plain number or a fraction of whole numbers, perhaps with "%". */
export function numberAt(
  tokens: readonly Token[],
  at: number,
): { value: Exact; percent: boolean; fraction: boolean; end: number } | null {
  const first = tokens[at];
  if (first?.kind !== "number" || first.value === undefined) return null;
  let value = parseExact(first.value);
  let end = at + 1;
  let fraction = first.value.includes("/");
  const under = tokens[end + 1];
  if (!fraction && isSign(tokens[end], "/") && under?.kind === "number" && /^\d+$/.test(under.value ?? "")) {
    if (first.doubtful === true || under.doubtful === true || !/^\d+$/.test(first.value)) return null;
    if (isSign(tokens[end + 2], "/") || /^0+$/.test(under.value!)) return null;
    value = over(value, parseExact(under.value!));
    fraction = true;
    end += 2;
  }
  if (!fraction && isSign(tokens[end], "%"))
    return { value: times(value, exact(1n, 100n)), percent: true, fraction, end: end + 1 };
  return { value, percent: false, fraction, end };
}

function factorAt(tokens: readonly Token[], at: number, into: Product, depth: number): number | null {
  const top = maximumAt(tokens, at);
  if (top !== null) {
    into.maxima++;
    into.scope = top.scope;
    return top.end;
  }
  const named = anyPhraseAt(tokens, at, ratio);
  if (named > 0) {
    into.value = "ratio";
    into.values++;
    let end = at + named;
    if (isSign(tokens[end], "%")) end++;
    if (isSign(tokens[end], "(") && isSign(tokens[end + 1], "%") && isSign(tokens[end + 2], ")")) end += 3;
    return end;
  }
  const half = anyPhraseAt(tokens, at, halfWord);
  if (half > 0) {
    into.number = times(into.number, exact(1n, 2n));
    into.numbers++;
    if (maximumAt(tokens, at + half) === null && tokens[at + half - 1]!.key === "số") {
      if (tokens[at + half]?.key !== "điểm") return null;
      into.maxima++;
      into.partial = true;
      return at + half + 1;
    }
    return maximumAt(tokens, at + half) === null ? null : factorAt(tokens, at + half, into, depth);
  }
  if (isSign(tokens[at], "-") && tokens[at + 1]?.kind === "number" && !tokens[at + 1]!.gap) {
    into.number = negate(into.number);
    return factorAt(tokens, at + 1, into, depth);
  }
  const number = numberAt(tokens, at);
  if (number !== null) {
    into.number = times(into.number, number.value);
    into.numbers++;
    if (tokens[at]!.doubtful === true) into.doubts.push(tokens[at]!);
    if (number.percent) into.percents++;
    if (number.fraction) into.fractions++;
    const small = number.percent || compare(number.value, one) < 0;
    const of = anyPhraseAt(tokens, number.end, ofWord);
    if (maximumAt(tokens, number.end + of) !== null)
      return small ? factorAt(tokens, number.end + of, into, depth) : null;
    const some = small ? anyPhraseAt(tokens, number.end, somePoints) : 0;
    if (some > 0) {
      into.maxima++;
      into.partial = true;
      return number.end + some;
    }
    const unit = anyPhraseAt(tokens, number.end, unitWord);
    // "1/2 điểm" is half a point to some and half the maximum to others.
    if (unit > 0 && (number.fraction || number.percent)) return null;
    if (unit > 0) into.points++;
    return number.end + unit;
  }
  const terms = termsAt(tokens, at);
  if (terms !== null) {
    into.value = terms.terms;
    into.values++;
    return terms.end;
  }
  if (!isSign(tokens[at], "(")) return null;
  const end = productAt(tokens, at + 1, into, depth + 1);
  return end !== null && isSign(tokens[end], ")") ? end + 1 : null;
}

/** More factors, or brackets within brackets, than any formula has. */
const mostFactors = 8;
const deepest = 3;

/** Multiplies factors into a product; where they end, or null where they make none. */
export function productAt(tokens: readonly Token[], at: number, into: Product, depth = 0): number | null {
  if (depth > deepest) return null;
  let end = factorAt(tokens, at, into, depth);
  while (end !== null && into.numbers + into.maxima + into.values <= mostFactors) {
    const star: number = starAt(tokens, end);
    if (star > 0) {
      end = factorAt(tokens, end + star, into, depth);
    } else if (isSign(tokens[end], "/")) {
      const divisor = numberAt(tokens, end + 1);
      if (divisor === null || divisor.fraction || divisor.value.n === 0n) return null;
      if (tokens[end + 1]!.doubtful === true) into.doubts.push(tokens[end + 1]!);
      if (!divisor.percent) {
        if (into.divisor !== null) return null;
        into.divisor = { number: divisor.value, of: into.maxima > 0 ? "maximum" : "value" };
      }
      if (into.values > 0 && into.maxima === 0 && into.points === 0) into.per = times(into.per, divisor.value);
      else if (divisor.percent && (into.values > 0 || into.maxima > 0)) into.per = times(into.per, divisor.value);
      else if (into.maxima > 0) into.number = over(into.number, divisor.value);
      else return null;
      end = divisor.end;
    } else return end;
  }
  return null;
}

/** The amount that a product is, or null where it is none. */
export function worthOf(product: Product, sign: 1 | -1): { worth: Worth; bare: boolean } | null {
  const number = sign < 0 ? negate(product.number) : product.number;
  if (product.maxima === 1 && product.points === 0)
    return { worth: { amount: { share: shareOf(number) }, scope: product.scope }, bare: false };
  if (product.maxima > 0 || product.points > 1 || product.numbers === 0 || product.percents > 0) return null;
  // A fraction alone is of nobody knows what.
  if (product.points === 0 && product.fractions > 0) return null;
  const points = decimalOf(number);
  return points === null ? null : { worth: { amount: { points }, scope: "" }, bare: product.points === 0 };
}
