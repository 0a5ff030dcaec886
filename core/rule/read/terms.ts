import { anyPhraseAt, isSign, phrases, type Token } from "./token";

const starWord = phrases("nhân với", "nhân");

/** A value made of figures: sum over sum, over a constant, or (`under` null) the sum itself. "-b" is subtracted. */
export interface Terms {
  readonly over: readonly string[];
  readonly under: readonly string[] | string | null;
}

/** The name of a figure: one letter, perhaps with a number ("a", "b1"). */
export const nameOf = (token: Token | undefined): string | null =>
  token?.kind === "word" && /^\p{L}\p{M}*\d{0,2}$/u.test(token.key) ? token.key : null;

const mostTerms = 20;

function sumAt(tokens: readonly Token[], at: number): { terms: string[]; end: number } | null {
  const terms: string[] = [];
  let end = at;
  while (terms.length <= mostTerms) {
    const sign = isSign(tokens[end], "-") ? "-" : "";
    if (sign === "-" || (isSign(tokens[end], "+") && terms.length > 0)) end++;
    else if (terms.length > 0) return { terms, end };
    const name = nameOf(tokens[end]);
    if (name === null) return null;
    terms.push(sign + name);
    end++;
  }
  return null;
}

function sideAt(tokens: readonly Token[], at: number): { terms: string[]; end: number } | null {
  if (!isSign(tokens[at], "(")) {
    const name = nameOf(tokens[at]);
    return name === null ? null : { terms: [name], end: at + 1 };
  }
  const inner = sumAt(tokens, at + 1);
  return inner !== null && isSign(tokens[inner.end], ")") ? { terms: inner.terms, end: inner.end + 1 } : null;
}

/** Behind a quotient: "x 100%", "* 100", "(%)". */
export function skipPercent(tokens: readonly Token[], at: number): number {
  let end = at;
  const star = isSign(tokens[end], "*") || tokens[end]?.key === "x" ? 1 : anyPhraseAt(tokens, end, starWord);
  if (star > 0 && tokens[end + star]?.value === "100") {
    end += star + 1;
    if (isSign(tokens[end], "%")) end++;
  }
  if (isSign(tokens[end], "(") && isSign(tokens[end + 1], "%") && isSign(tokens[end + 2], ")")) end += 3;
  return end;
}

const negated = (term: string): string => (term.startsWith("-") ? term.slice(1) : `-${term}`);

/** "1 - a/b" at a position, which is "(b - a)/b". */
function complementAt(tokens: readonly Token[], at: number): { terms: Terms; end: number } | null {
  const less = wholeBefore(tokens, at);
  const inner = less === 0 ? null : termsAt(tokens, at + less);
  const terms = inner === null ? null : complementOf(inner.terms);
  return terms === null ? null : { terms, end: inner!.end };
}

/** What is left of the whole beside a quotient of sums; null for other values. */
export function complementOf({ over, under }: Terms): Terms | null {
  if (under === null || typeof under === "string") return null;
  return { over: [...under, ...over.map(negated)], under };
}

/** How many tokens spell "1 -" or "100% -" at a position. */
export function wholeBefore(tokens: readonly Token[], at: number): number {
  const percent = tokens[at]?.key === "100" && isSign(tokens[at + 1], "%");
  const length = percent ? 2 : tokens[at]?.key === "1" ? 1 : 0;
  return length > 0 && isSign(tokens[at + length], "-") ? length + 1 : 0;
}

/** Reads "(b+c)/a", "n/7", "a - b", "r" at a position; sums on either side of "/" need brackets. */
export function termsAt(tokens: readonly Token[], at: number, bracketed = false): { terms: Terms; end: number } | null {
  if (isSign(tokens[at], "(") && !bracketed) {
    const whole = complementAt(tokens, at + 1) ?? termsAt(tokens, at + 1, true);
    if (whole !== null && whole.terms.under !== null && isSign(tokens[whole.end], ")")) {
      return { terms: whole.terms, end: whole.end + 1 };
    }
  }
  const over = sideAt(tokens, at);
  if (over !== null && isSign(tokens[over.end], "/")) {
    const divisor = tokens[over.end + 1];
    if (divisor?.kind === "number" && divisor.value !== undefined && divisor.doubtful !== true) {
      return isSign(tokens[over.end + 2], "%")
        ? null
        : { terms: { over: over.terms, under: divisor.value }, end: over.end + 2 };
    }
    const under = sideAt(tokens, over.end + 1);
    return under === null ? null : { terms: { over: over.terms, under: under.terms }, end: under.end };
  }
  const sum = over !== null && isSign(tokens[at], "(") ? over : sumAt(tokens, at);
  return sum === null ? null : { terms: { over: sum.terms, under: null }, end: sum.end };
}

/** The value that all of the tokens spell, or null. */
export function wholeTerms(tokens: readonly Token[]): Terms | null {
  const rest = complementAt(tokens, 0);
  // "1 - a/b × 100" is something else than "1 - a/b × 100%".
  if (rest !== null && rest.end < tokens.length && !tokens.slice(rest.end).some((token) => isSign(token, "%"))) return null;
  const found = rest ?? termsAt(tokens, 0);
  return found !== null && skipPercent(tokens, found.end) === tokens.length ? found.terms : null;
}
