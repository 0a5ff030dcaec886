import { limitsAt, scoreAt } from "./score";
import { afterLink, formulaStarts, isStated, links } from "./stated";
import { nameOf, termsAt } from "./terms";
import { anyPhraseAt, isSign, phraseAt, phrases, type Token } from "./token";

const pointsHead = phrases("điểm", "số điểm", "điểm số", "điểm đạt được");
const opener = phrases(
  "còn lại", "phần", "mỗi quý", "chọn một", "cộng điểm các phần", "điều kiện", "nếu", "trường hợp",
);
const tail = phrases("điểm", "tối đa", "x", "của", "nhưng", "nhân", "cho mỗi", "thấp nhất là");

/** Tokens between two separators, and which full sentence they stand in. */
export interface Clause {
  readonly tokens: readonly Token[];
  readonly sentence: number;
}

const abbreviations = new Set(["tp", "tx", "tt", "ths", "ts", "pgs", "gs", "v", "vd", "đ"]);
/** The longest score that is looked for at the end of a clause. */
const scoreLength = 24;
/** How far in the mark that makes a clause a definition or a quotient is looked for. */
const longestHead = 60;

/** Bullets and numbering at the front: "- ", "a) ", "1. ". */
export function afterBullet(tokens: readonly Token[]): readonly Token[] {
  let at = 0;
  for (;;) {
    const next = tokens[at + 1];
    if (isSign(tokens[at], "•")) at++;
    else if (isSign(tokens[at], "-", "+", "*") && next !== undefined && next.gap) at++;
    else if (nameOf(tokens[at]) !== null && isSign(next, ")")) at += 2;
    else if (tokens[at]?.kind === "number" && /^\d{1,2}$/.test(tokens[at]!.key) && isSign(next, ")")) at += 2;
    else return at === 0 ? tokens : tokens.slice(at);
  }
}

function bulletAt(tokens: readonly Token[], at: number): boolean {
  return afterBullet(tokens.slice(at, at + 3)).length < Math.min(3, tokens.length - at);
}

/** Whether tokens end in a full score behind a colon or words; "bare" where it is a number without "điểm". */
function endsInScore(tokens: readonly Token[]): boolean | "bare" {
  const near = tokens.slice(-scoreLength - 1);
  const whole = scoreEnds(near, tokens.length > scoreLength);
  if (whole !== false || !isSign(near[near.length - 1], ")")) return whole;
  return scoreEnds(near.slice(0, -1), tokens.length > scoreLength);
}

function scoreEnds(near: readonly Token[], cut: boolean): boolean | "bare" {
  for (let at = cut ? 1 : 0; at < near.length; at++) {
    const found = scoreAt(near, at);
    if (found === null || found.end !== near.length) continue;
    if (!found.score.bare) return true;
    if (isSign(near[at - 1], ":", "=") || near[at]!.key === "0") return "bare";
  }
  return false;
}

/** How a new clause can begin although nothing but a line break stands before it. */
function opens(tokens: readonly Token[], at: number, colonAhead: boolean): boolean {
  const first = tokens[at];
  if (nameOf(first) !== null && (isSign(tokens[at + 1], "=") || tokens[at + 1]?.key === "là")) return true;
  if (nameOf(first) !== null && isSign(tokens[at + 1], ":") && nameOf(tokens[at]) !== "x") return true;
  if (phraseAt(tokens, at, "tỷ lệ") > 0) {
    for (let k = at + 2; k < at + 14 && k < tokens.length && !isSign(tokens[k], ":", ";"); k++)
      if (isSign(tokens[k], "=")) return true;
    return scoreAt(tokens, at) !== null;
  }
  if (anyPhraseAt(tokens, at, pointsHead) > 0) {
    const length = anyPhraseAt(tokens, at, pointsHead);
    return isSign(tokens[at + length], "=", ":");
  }
  if (anyPhraseAt(tokens, at, opener) > 0) return colonAhead;
  return colonAhead && rangeStarts(tokens, at);
}

function rangeStarts(tokens: readonly Token[], at: number): boolean {
  const words = phrases("từ", "trên", "dưới", "≥", "≤", ">", "<", "đạt", "đủ", "tỷ lệ từ");
  const length = anyPhraseAt(tokens, at, words);
  return tokens[at + length]?.kind === "number";
}

/** Tokens that go on with a score: "điểm", "tối đa", "* …". */
const goesOn = (tokens: readonly Token[], at: number): boolean =>
  isSign(tokens[at], "*", "/", "%", ",", ")") ||
  anyPhraseAt(tokens, at, tail) > 0 ||
  limitsAt(tokens, at, false).end > at;

/** Definitions and quotients can end anywhere; other clauses end in a score or are not complete. */
function isWeaklyComplete(tokens: readonly Token[]): boolean {
  const plain = afterLink(afterBullet(tokens.slice(0, longestHead)));
  const defines = plain.some((token, k) => {
    const marked = isSign(plain[k + 1], "=", ":") || plain[k + 1]?.key === "là";
    return marked && k + 2 < plain.length && nameOf(token) !== null && (k === 0 || isSign(plain[k - 1], ":"));
  });
  if (defines) return true;
  if (phraseAt(plain, 0, "tỷ lệ") > 0) {
    const equals = plain.findIndex((token) => isSign(token, "="));
    if (equals >= 0) return termsAt(plain, equals + 1) !== null || plain.length > equals + 2;
  }
  return plain.some(
    (token, k) => isSign(token, "/") && plain[k + 1]?.kind === "word" && ["tổng", "số"].includes(plain[k + 1]!.key),
  );
}

/** How many tokens before a letter that is defined only lead to it: ",", "và", ", trong đó:", "với". */
function linkBefore(current: readonly Token[], token: Token, next: Token | undefined): number {
  if (nameOf(token) === null || (!isSign(next, "=", ":") && next?.key !== "là")) return 0;
  const end = current.length - (isSign(current[current.length - 1], ":", ",") ? 1 : 0);
  for (const length of [2, 1]) {
    const from = end - length;
    if (from <= 0 || anyPhraseAt(current, from, links) !== length) continue;
    const start = isSign(current[from - 1], ",") ? from - 1 : from;
    const before = current.slice(0, start);
    return isStated(afterBullet(before)) || endsInScore(before) !== false ? current.length - start : 0;
  }
  const last = current[current.length - 1];
  if (!isSign(last, ",") && last?.key !== "và") return 0;
  const before = current.slice(0, -1);
  if (isStated(afterBullet(before)) || (isSign(last, ",") && endsInScore(before) !== false)) return 1;
  return !isSign(next, ":") && isWeaklyComplete(current) ? 1 : 0;
}

/** Splits a text's tokens into clauses: hard at ";" and full stops, soft at commas and line breaks. */
export function clausesOf(tokens: readonly Token[]): Clause[] {
  const clauses: Clause[] = [];
  const colons = colonsAhead(tokens);
  let current: Token[] = [];
  let sentence = 0;
  let depth = 0;
  let scored: { readonly length: number; readonly found: boolean | "bare" } | null = null;
  const close = (): void => {
    if (current.length > 0) clauses.push({ tokens: current, sentence });
    current = [];
    depth = 0;
    scored = null;
  };
  const ending = (): boolean | "bare" => {
    if (scored?.length !== current.length) scored = { length: current.length, found: endsInScore(current) };
    return scored.found;
  };
  const complete = (): boolean => ending() !== false;
  tokens.forEach((token, at) => {
    const next = tokens[at + 1];
    if (depth === 0 && isSign(token, ";")) return close();
    if (depth === 0 && isSign(token, ".", "?", "!") && (next === undefined || next.gap || complete())) {
      const last = current[current.length - 1];
      const short = isSign(token, ".") && last !== undefined && !token.gap && abbreviations.has(last.key);
      const numbering =
        current.length === 1 && last?.kind === "number" && /^\d{1,2}$/.test(last.key) && next !== undefined;
      if (numbering) {
        current = [];
        return;
      }
      if (!short || complete() || next === undefined || opens(tokens, at + 1, colons[at + 1]!)) {
        close();
        sentence++;
        return;
      }
    }
    const link = depth === 0 ? linkBefore(current, token, next) : 0;
    if (link > 0) {
      current.splice(-link);
      close();
    } else if (current.length > 0 && token.line) {
      const bullet = bulletAt(tokens, at) && !continuesRange(current, tokens, at);
      const full = ending() === "bare" ? colons[at]! : complete();
      const ready = (full && !goesOn(tokens, at)) || (isWeaklyComplete(current) && opens(tokens, at, colons[at]!));
      if (depth === 0 && (bullet || ready) && !isSign(current[current.length - 1], ":", "*", "/", "=", "+")) close();
    } else if (
      depth === 0 &&
      isSign(token, ",") &&
      formulaStarts(tokens, at + 1) &&
      (isStated(afterBullet(current)) || complete())
    ) {
      return close();
    } else if (
      depth === 0 &&
      isSign(token, ",") &&
      next !== undefined &&
      !goesOn(tokens, at + 1) &&
      complete() &&
      restScores(tokens, at + 1, colons)
    ) {
      return close();
    }
    // A remark in brackets behind a full score stands for itself.
    if (isSign(token, "(") && depth === 0 && token.gap && ending() === true && !goesOn(tokens, at)) close();
    if (isSign(token, "(")) depth++;
    if (isSign(token, ")")) depth = Math.max(0, depth - 1);
    current.push(token);
  });
  close();
  return clauses;
}

/** "Từ 90%" at the end of a line and "- dưới 100%" on the next are one range. */
function continuesRange(current: readonly Token[], tokens: readonly Token[], at: number): boolean {
  const last = current[current.length - 1];
  const number = last?.kind === "number" || isSign(last, "%");
  return (
    number &&
    !endsInScore(current) &&
    isSign(tokens[at], "-") &&
    (tokens[at + 1]?.kind === "number" || tokens[at + 1]?.key === "dưới")
  );
}

/** For each position: whether a colon comes before the next ";" or full stop. */
function colonsAhead(tokens: readonly Token[]): boolean[] {
  const ahead: boolean[] = new Array<boolean>(tokens.length + 1).fill(false);
  for (let at = tokens.length - 1; at >= 0; at--) {
    const token = tokens[at]!;
    const stop = isSign(token, ";") || (isSign(token, ".") && (tokens[at + 1]?.gap ?? true));
    ahead[at] = isSign(token, ":") || (!stop && ahead[at + 1]!);
  }
  return ahead;
}

function restScores(tokens: readonly Token[], at: number, colons: readonly boolean[]): boolean {
  if (colons[at]!) return true;
  let end = at;
  while (end < tokens.length && end - at < 40 && !isSign(tokens[end], ";", ".")) end++;
  return endsInScore(tokens.slice(at, end)) !== false;
}
