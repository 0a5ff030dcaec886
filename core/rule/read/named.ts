import { readQuotient } from "./figure";
import type { Saying } from "./saying";
import { wholeScore } from "./score";
import { isSign, phraseAt, type Token, tokenise } from "./token";
import { isLabel } from "./words";

const ratioWords = tokenise("tỷ lệ ");
const isStar = (token: Token | undefined): boolean => isSign(token, "*") || token?.key === "x" || token?.key === "nhân";

export const isFormula = (tokens: readonly Token[]): boolean =>
  tokens[0]?.key === "điểm" || tokens[0]?.key === "số" ? tokens.some((token) => isSign(token, "=")) : false;

const unbracketed = (tokens: readonly Token[]): readonly Token[] =>
  isSign(tokens[0], "(") && isSign(tokens[tokens.length - 1], ")") ? tokens.slice(1, -1) : tokens;

/** A formula whose value is told in words. */
export const readNamed = (tokens: readonly Token[]): Saying[] | null =>
  byQuotient(tokens) ?? timesQuotient(tokens) ?? byRatio(tokens);

/** "Điểm = số hồ sơ đúng hạn/tổng số hồ sơ × điểm tối đa". */
function byQuotient(tokens: readonly Token[]): Saying[] | null {
  const equals = isFormula(tokens) ? tokens.findIndex((token) => isSign(token, "=")) + 1 : 0;
  for (let star = tokens.length - 2; star > equals; star--) {
    if (!isSign(tokens[star], "*") && tokens[star]!.key !== "x") continue;
    const score = wholeScore([...ratioWords, ...tokens.slice(star)]);
    const quotient = score === null ? null : readQuotient(unbracketed(tokens.slice(equals, star)), equals > 0);
    if (score !== null && quotient !== null) return [quotient, { kind: "formula", score }];
  }
  return null;
}

/** "Điểm = điểm tối đa × số hồ sơ đúng hạn/tổng số hồ sơ". */
function timesQuotient(tokens: readonly Token[]): Saying[] | null {
  for (let star = 1; star < tokens.length - 2; star++) {
    if (!isSign(tokens[star], "*") && tokens[star]!.key !== "x") continue;
    const score = wholeScore([...tokens.slice(0, star + 1), ...ratioWords]);
    if (score === null || score.value !== "ratio") continue;
    const from = star + 1 + phraseAt(tokens, star + 1, "tỷ lệ");
    const quotient = readQuotient(unbracketed(tokens.slice(from)), false);
    if (quotient !== null) return [quotient, { kind: "formula", score }];
  }
  return null;
}

/** Words that say more than what a ratio is of. */
const more = new Set([
  "và", "hoặc", "nhưng", "đồng", "kèm", "nếu", "trừ", "ngoài", "khi", "sau", "chỉ", "nhất", "mỗi", "từng", "còn", "lại",
  "tỷ",
]);

/** "Điểm = điểm tối đa × tỷ lệ hộ có cáp quang": what the ratio is of goes into its label. */
function byRatio(tokens: readonly Token[]): Saying[] | null {
  const at = tokens.findIndex((_, k) => phraseAt(tokens, k, "tỷ lệ") > 0);
  if (at < 0) return null;
  let end = at + 2;
  while (end < tokens.length && !isStar(tokens[end])) end++;
  const words = tokens.slice(at + 2, end);
  if (words.length === 0 || !isLabel(words)) return null;
  if (words.some((token) => token.kind !== "word" || more.has(token.key))) return null;
  const score = wholeScore([...tokens.slice(0, at + 2), ...tokens.slice(end)]);
  return score?.value === "ratio" ? [{ kind: "formula", score, about: words }] : null;
}
