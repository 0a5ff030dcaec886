import { parseExact } from "../../number/exact";
import { decimalOf, fresh, type Product, productAt, type Worth, worthOf } from "./product";
import type { Terms } from "./terms";
import { anyPhraseAt, isSign, phrases, type Token } from "./token";

const butWord = phrases("nhưng", "và", "song");

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
  /** "Không trừ điểm": nothing of what is taken off. */
  readonly unlost?: true;
  /** "50% số điểm": of points that are not named. */
  readonly partial?: true;
  /** A plain number that divides a percentage or the maximum beside it. */
  readonly divisor?: Product["divisor"];
  /** The words that stand for the counted number ("số bài"). */
  readonly counted?: readonly Token[];
  /** Numbers that could be read in two ways. */
  readonly doubts: readonly Token[];
}

const verbs = phrases(
  "được tính", "được chấm", "được hưởng", "được cho", "được", "đạt được", "đạt", "tính", "chấm", "cho", "hưởng",
  "thì được", "thì đạt", "thì", "đơn vị đạt được", "đơn vị đạt", "đơn vị được tính", "đơn vị được",
  "đơn vị được chấm", "là", "số điểm là", "được số điểm là", "tương ứng", "ứng với", "được điểm", "mức",
);
const formula = phrases(
  "điểm", "số điểm", "điểm số", "điểm đạt được", "số điểm đạt được", "điểm đánh giá", "điểm tiêu chí",
  "điểm của tiêu chí", "điểm của đơn vị", "điểm chấm", "điểm tính", "điểm được tính", "điểm tự chấm", "tổng điểm",
);
const equalWords = phrases(
  "bằng", "được tính bằng", "tính bằng", "được tính theo công thức", "tính theo công thức", "được xác định bằng",
);
const caps = phrases(
  "tối đa không quá", "tối đa không vượt quá", "không vượt quá", "không quá", "nhiều nhất", "tổng điểm không quá",
  "tối đa là", "tối đa",
);
const ceilings = phrases("không lớn hơn");
const floors = phrases("không dưới", "không thấp hơn");
const losses = phrases("tối đa trừ", "trừ tối đa", "trừ không quá", "tối đa bị trừ");
const minus = phrases("bị trừ", "trừ đi", "trừ", "giảm trừ", "giảm");
const plusWords = phrases("được cộng thêm", "được cộng", "được thưởng", "cộng thêm", "cộng", "thưởng thêm", "thưởng");

function signAt(tokens: readonly Token[], at: number): { sign: 1 | -1; end: number; worded?: true } {
  if (isSign(tokens[at], "-") && tokens[at + 1]?.kind === "number" && !tokens[at + 1]!.gap)
    return { sign: -1, end: at + 1 };
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
  if (end === null || product.values > 0 || product.doubts.length > 0 || product.partial) return null;
  if (product.per.n !== product.per.d) return null;
  const worth = worthOf(product, sign);
  return worth === null ? null : { ...worth, end };
}

/** Caps and floors behind a score: ", tối đa 5 điểm", ", không dưới -2 điểm". */
export function limitsAt(
  tokens: readonly Token[],
  at: number,
  loss: boolean,
): { cap?: Worth; floor?: Worth; end: number } {
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
      const worth: Worth = {
        scope: limit.worth.scope,
        amount: "share" in amount ? { share: negative } : { points: negative },
      };
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

const nothing = phrases(
  "không được tính điểm", "không tính điểm", "không chấm điểm", "không có điểm", "không cho điểm", "không được điểm",
  "không điểm",
);

const unlost = phrases("không trừ điểm", "không bị trừ điểm");

/** Reads a score at a position: verbs, "Điểm =", a product, its limits. */
export function scoreAt(tokens: readonly Token[], at: number): { score: Score; end: number } | null {
  const none = anyPhraseAt(tokens, at, nothing);
  if (none > 0) {
    const worth: Worth = { amount: { points: "0" }, scope: "" };
    return { score: { worth, value: null, per: "1", bare: false, custom: true, doubts: [] }, end: at + none };
  }
  const kept = anyPhraseAt(tokens, at, unlost);
  if (kept > 0) {
    const worth: Worth = { amount: { points: "0" }, scope: "" };
    return { score: { worth, value: null, per: "1", bare: false, unlost: true, doubts: [] }, end: at + kept };
  }
  let from = at + anyPhraseAt(tokens, at, verbs);
  const named = anyPhraseAt(tokens, from, formula);
  const equal = named > 0 ? anyPhraseAt(tokens, from + named, equalWords) : 0;
  if (named > 0 && isSign(tokens[from + named + equal], "=", ":")) from += named + equal + 1;
  else if (equal > 0) from += named + equal;
  const { sign, end: start, worded } = signAt(tokens, from);
  const product = fresh();
  const end = productAt(tokens, start, product);
  if (end === null || product.values > 1) return null;
  const worth = worthOf(product, sign);
  const per = decimalOf(product.per);
  if (worth === null || per === null || (product.value === null && per !== "1")) return null;
  // "Giảm 50% số điểm" takes from what was earned, and nobody knows how much that is.
  if (product.partial && (worded === true || sign < 0)) return null;
  const limits = limitsAt(tokens, end, isLoss(worth.worth));
  const { end: close, ...held } = limits;
  const told = {
    ...(worded === true ? { signed: worded } : {}),
    ...(product.partial ? { partial: true as const } : {}),
    ...(product.divisor !== null && product.value !== null ? { divisor: product.divisor } : {}),
  };
  return { score: { ...worth, value: product.value, per, ...held, ...told, doubts: product.doubts }, end: close };
}

/** The score that all of the tokens spell, or null. */
export function wholeScore(tokens: readonly Token[]): Score | null {
  const found = scoreAt(tokens, 0);
  return found !== null && found.end === tokens.length ? found.score : null;
}

/** Points taken away. */
export const isLoss = ({ amount }: Worth): boolean =>
  ("share" in amount ? amount.share : amount.points).startsWith("-");
