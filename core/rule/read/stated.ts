import { nameOf, termsAt } from "./terms";
import { anyPhraseAt, isSign, phraseAt, phrases, type Token } from "./token";

/** "Gọi a là số hồ sơ": words before a letter that is defined. */
export const naming = ["gọi", "ký hiệu"];
/** Words between a formula and the definitions of its letters. */
export const links = phrases("trong đó", "với", ...naming);
const pointsHead = phrases("điểm", "số điểm", "điểm số", "điểm đạt được");

/** What stands behind "trong đó" or "với" at the front. */
export function afterLink(tokens: readonly Token[]): readonly Token[] {
  const length = anyPhraseAt(tokens, 0, links);
  return tokens.slice(length > 0 && isSign(tokens[length], ":", ",") ? length + 1 : length);
}

/** Whether tokens are a definition in words or a written quotient, which nothing behind them can change. */
export function isStated(tokens: readonly Token[]): boolean {
  const plain = afterLink(tokens);
  if (nameOf(plain[0]) !== null && (isSign(plain[1], "=", ":") || plain[1]?.key === "là"))
    return plain.length > 2 && !plain.some((token, k) => k > 1 && (token.kind === "number" || isSign(token, "%")));
  return quotientStarts(plain, 0);
}

/** "Tỷ lệ … = a/b", "Tỷ lệ = số hồ sơ/tổng số hồ sơ". */
function quotientStarts(tokens: readonly Token[], at: number): boolean {
  if (phraseAt(tokens, at, "tỷ lệ") === 0) return false;
  let equals = at + 2;
  while (equals < at + 14 && equals < tokens.length && !isSign(tokens[equals], "=", ":", ";", "<", ">", "≤", "≥"))
    equals++;
  if (!isSign(tokens[equals], "=")) return false;
  const terms = termsAt(tokens, equals + 1);
  if (terms !== null) return terms.terms.under !== null;
  const end = tokens.findIndex((token, k) => k > equals && isSign(token, ";", ",", ":"));
  const rest = tokens.slice(equals + 1, end < 0 ? tokens.length : end);
  return rest.some(
    (token, k) => k > 0 && isSign(token, "/") && ["tổng", "số"].includes(rest[k + 1]?.key ?? ""),
  );
}

/** "Điểm = …", "Tỷ lệ = a/b". */
export const formulaStarts = (tokens: readonly Token[], at: number): boolean =>
  quotientStarts(tokens, at) || isSign(tokens[at + anyPhraseAt(tokens, at, pointsHead)], "=");
