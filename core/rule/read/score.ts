import { compare, type Exact, exact, negate, one, over, parseExact, times } from "../../number/exact";
import type { Amount } from "../rule";
import { type Terms, termsAt } from "./terms";
import { anyPhraseAt, isSign, type Token, phrases } from "./token";

const starWord = phrases("nhân với", "nhân");
const ofCriterion = phrases("của tiêu chí này", "của tiêu chí", "của chỉ tiêu", "của nội dung này");
const ofPart = phrases("của phần này", "của phần");
const ofPeriod = phrases("của kỳ này", "của kỳ");
const halfWord = phrases("một nửa số", "một nửa", "nửa số", "nửa");
const ofWord = phrases("của", "số");
const unitWord = phrases("điểm", "đ", "điểm số");
const butWord = phrases("nhưng", "và", "song");

/** Whose maximum a share is of: the criterion's where the text only says "điểm tối đa". */
export type Scope = "" | "phần" | "kỳ";

export interface Worth {
  readonly amount: Amount;
  readonly scope: Scope;
}

/** What a case earns: an amount, or a value ("tỷ lệ", or one of figures) divided by `per`, times an amount. */
export interface Score {
  readonly worth: Worth;
  readonly value: "ratio" | Terms | null;
  readonly per: string;
  readonly cap?: Worth;
  readonly floor?: Worth;
  /** A number without "điểm". */
  readonly bare: boolean;
  /** "Cộng", "trừ": on top of other points. */
  readonly signed?: true;
  /** Words that are 0 points by custom only ("không tính điểm"). */
  readonly custom?: true;
  /** Numbers that could be read in two ways. */
  readonly doubts: readonly Token[];
}

const maximum = phrases(
  "điểm tối đa", "số điểm tối đa", "điểm số tối đa", "tổng điểm tối đa", "điểm chuẩn", "điểm max", "max", "tối đa",
  "toàn bộ số điểm", "toàn bộ điểm", "thang điểm", "mức điểm tối đa", "số điểm chuẩn",
);
const verbs = phrases(
  "được tính", "được chấm", "được hưởng", "được cho", "được", "đạt được", "đạt", "tính", "chấm", "cho", "hưởng", "thì được",
  "thì đạt", "thì", "đơn vị đạt được", "đơn vị đạt", "đơn vị được tính", "đơn vị được", "đơn vị được chấm", "là", "số điểm là", "được số điểm là",
  "tương ứng", "ứng với", "được điểm", "mức",
);
const formula = phrases(
  "điểm", "số điểm", "điểm số", "điểm đạt được", "số điểm đạt được", "điểm đánh giá", "điểm tiêu chí", "điểm của tiêu chí",
  "điểm của đơn vị", "điểm chấm", "điểm tính", "điểm được tính", "điểm tự chấm", "tổng điểm",
);
const ratio = phrases("tỷ lệ đạt được", "tỷ lệ thực hiện", "tỷ lệ đạt", "tỷ lệ phần trăm", "tỷ lệ");
const caps = phrases("tối đa không quá", "tối đa không vượt quá", "không vượt quá", "không quá", "nhiều nhất", "tổng điểm không quá", "tối đa là", "tối đa");
const ceilings = phrases("không lớn hơn");
const floors = phrases("không dưới", "không thấp hơn");
const losses = phrases("tối đa trừ", "trừ tối đa", "trừ không quá", "tối đa bị trừ");
const minus = phrases("bị trừ", "trừ đi", "trừ", "giảm trừ", "giảm");
const plusWords = phrases("được cộng thêm", "được cộng", "được thưởng", "cộng thêm", "cộng", "thưởng thêm", "thưởng");

/** A product being read: numbers multiplied, and which of the other factors it has. */
interface Product {
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
  doubts: Token[];
}

const fresh = (): Product => ({
  number: one, numbers: 0, maxima: 0, scope: "", points: 0, percents: 0, value: null, values: 0, fractions: 0, per: one, doubts: [],
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
export function numberAt(tokens: readonly Token[], at: number): { value: Exact; percent: boolean; fraction: boolean; end: number } | null {
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
  if (!fraction && isSign(tokens[end], "%")) return { value: times(value, exact(1n, 100n)), percent: true, fraction, end: end + 1 };
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
    if (maximumAt(tokens, number.end + of) !== null) return small ? factorAt(tokens, number.end + of, into, depth) : null;
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

function productAt(tokens: readonly Token[], at: number, into: Product, depth = 0): number | null {
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
      if (into.values > 0 && into.maxima === 0 && into.points === 0) into.per = times(into.per, divisor.value);
      else if (into.maxima > 0 && !divisor.percent) into.number = over(into.number, divisor.value);
      else return null;
      end = divisor.end;
    } else return end;
  }
  return null;
}

function worthOf(product: Product, sign: 1 | -1): { worth: Worth; bare: boolean } | null {
  const number = sign < 0 ? negate(product.number) : product.number;
  if (product.maxima === 1 && product.points === 0) return { worth: { amount: { share: shareOf(number) }, scope: product.scope }, bare: false };
  if (product.maxima > 0 || product.points > 1 || product.numbers === 0 || product.percents > 0) return null;
  // A fraction alone is of nobody knows what.
  if (product.points === 0 && product.fractions > 0) return null;
  const points = decimalOf(number);
  return points === null ? null : { worth: { amount: { points }, scope: "" }, bare: product.points === 0 };
}

function signAt(tokens: readonly Token[], at: number): { sign: 1 | -1; end: number; worded?: true } {
  if (isSign(tokens[at], "-") && tokens[at + 1]?.kind === "number" && !tokens[at + 1]!.gap) return { sign: -1, end: at + 1 };
  if (isSign(tokens[at], "+")) return { sign: 1, end: at + 1, worded: true };
  const less = anyPhraseAt(tokens, at, minus);
  if (less > 0) return { sign: -1, end: at + less, worded: true };
  const more = anyPhraseAt(tokens, at, plusWords);
  return more > 0 ? { sign: 1, end: at + more, worded: true } : { sign: 1, end: at };
}

/** Reads an amount ("1/2*điểm tối đa", "0,5 điểm") at a position. */
export function worthAt(tokens: readonly Token[], at: number): { worth: Worth; bare: boolean; end: number } | null {
  const { sign, end: from } = signAt(tokens, at);
  const product = fresh();
  const end = productAt(tokens, from, product);
  if (end === null || product.values > 0 || product.doubts.length > 0) return null;
  const worth = worthOf(product, sign);
  return worth === null ? null : { ...worth, end };
}

/** Caps and floors behind a score: ", tối đa 5 điểm", ", không dưới -2 điểm". */
export function limitsAt(tokens: readonly Token[], at: number, loss: boolean): { cap?: Worth; floor?: Worth; end: number } {
  let found: { cap?: Worth; floor?: Worth; end: number } = { end: at };
  for (;;) {
    let end = found.end;
    if (isSign(tokens[end], ",")) end++;
    const bracket = isSign(tokens[end], "(") ? 1 : 0;
    end += bracket + anyPhraseAt(tokens, end, butWord);
    const lost = anyPhraseAt(tokens, end, losses);
    const ceiling = anyPhraseAt(tokens, end, ceilings);
    const over = lost > 0 ? 0 : Math.max(ceiling, anyPhraseAt(tokens, end, caps));
    const under = anyPhraseAt(tokens, end, floors);
    const inner = worthAt(tokens, end + Math.max(lost, over, under));
    if (inner === null || (lost === 0 && over === 0 && under === 0)) return found;
    if (bracket === 1 && !isSign(tokens[inner.end], ")")) return found;
    const limit = { ...inner, end: inner.end + bracket };
    if (lost > 0 || (over > 0 && loss && ceiling === 0)) {
      const { amount } = limit.worth;
      const value = "share" in amount ? amount.share : amount.points;
      if (value.startsWith("-") || found.floor !== undefined) return found;
      const negative = parseExact(value).n === 0n ? value : `-${value}`;
      const worth: Worth = { scope: limit.worth.scope, amount: "share" in amount ? { share: negative } : { points: negative } };
      found = { ...found, floor: worth, end: limit.end };
    } else if (over > 0) {
      if (found.cap !== undefined) return found;
      found = { ...found, cap: limit.worth, end: limit.end };
    } else {
      if (found.floor !== undefined) return found;
      found = { ...found, floor: limit.worth, end: limit.end };
    }
  }
}

const nothing = phrases("không được tính điểm", "không tính điểm", "không chấm điểm", "không có điểm", "không cho điểm", "không được điểm", "không điểm");

/** Reads a score at a position: verbs, "Điểm =", a product, its limits. */
export function scoreAt(tokens: readonly Token[], at: number): { score: Score; end: number } | null {
  const none = anyPhraseAt(tokens, at, nothing);
  if (none > 0) {
    const worth: Worth = { amount: { points: "0" }, scope: "" };
    return { score: { worth, value: null, per: "1", bare: false, custom: true, doubts: [] }, end: at + none };
  }
  let from = at + anyPhraseAt(tokens, at, verbs);
  const named = anyPhraseAt(tokens, from, formula);
  if (named > 0 && isSign(tokens[from + named], "=", ":")) from += named + 1;
  const { sign, end: start, worded } = signAt(tokens, from);
  const product = fresh();
  const end = productAt(tokens, start, product);
  if (end === null || product.values > 1) return null;
  const worth = worthOf(product, sign);
  const per = decimalOf(product.per);
  if (worth === null || per === null) return null;
  const limits = limitsAt(tokens, end, isLoss(worth.worth));
  const { end: close, ...held } = limits;
  const signed = worded === true ? { signed: worded } : {};
  return { score: { ...worth, value: product.value, per, ...held, ...signed, doubts: product.doubts }, end: close };
}

/** The score that all of the tokens spell, or null. */
export function wholeScore(tokens: readonly Token[]): Score | null {
  const found = scoreAt(tokens, 0);
  return found !== null && found.end === tokens.length ? found.score : null;
}

/** Points taken away. */
export const isLoss = ({ amount }: Worth): boolean => ("share" in amount ? amount.share : amount.points).startsWith("-");
