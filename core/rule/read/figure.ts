import type { Saying } from "./saying";

type Of<K extends Saying["kind"]> = Extract<Saying, { readonly kind: K }>;
import { wholeScore } from "./score";
import { naming } from "./stated";
import { nameOf, skipPercent, wholeTerms } from "./terms";
import { anyPhraseAt, bareEnds, isSign, labelOf, phraseAt, phrases, type Token, topLevel } from "./token";
import { isLabel, withoutConnector } from "./words";

const among = phrases("với", "trong đó", ...naming);
const unitWords = phrases("đơn vị tính", "đơn vị", "đvt");

/** "a = số hồ sơ (đơn vị tính: hồ sơ)", "b là tổng số", "T = a/b". */
export function readDefinition(tokens: readonly Token[]): Saying | null {
  const from = anyPhraseAt(tokens, 0, among);
  const start = from > 0 && isSign(tokens[from], ":", ",") ? from + 1 : from;
  const name = nameOf(tokens[start]);
  const marked = isSign(tokens[start + 1], "=", ":") || tokens[start + 1]?.key === "là";
  if (name === null || !marked) return null;
  const rest = bareEnds(tokens.slice(start + 2));
  if (rest.length === 0) return null;
  const terms = wholeTerms(rest);
  if (terms !== null && terms.under !== null) return { kind: "value", terms, name };
  if (isSign(tokens[start + 1], ":") && wholeScore(rest) !== null) return null;
  const unit = unitOf(rest);
  const label = unit === null ? rest : rest.slice(0, unit.from);
  if (!isLabel(label)) return null;
  return { kind: "define", name, label, ...(unit === null ? {} : { unit: unit.unit }) };
}

/** "(đơn vị tính: hồ sơ)" at the end of a label. */
function unitOf(tokens: readonly Token[]): { from: number; unit: string } | null {
  if (!isSign(tokens[tokens.length - 1], ")")) return null;
  for (let from = tokens.length - 2; from >= 0; from--) {
    if (!isSign(tokens[from], "(")) continue;
    const length = anyPhraseAt(tokens, from + 1, unitWords);
    if (length > 0 && isSign(tokens[from + 1 + length], ":")) {
      return { from, unit: labelOf(tokens.slice(from + 2 + length, -1)) };
    }
  }
  return null;
}

/** "n ≤ 7": the most that can be counted. */
export function readMost(tokens: readonly Token[]): Saying | null {
  const name = nameOf(tokens[0]);
  const number = tokens[2];
  if (
    name === null ||
    tokens.length !== 3 ||
    !isSign(tokens[1], "≤") ||
    number?.value === undefined ||
    number.doubtful === true
  )
    return null;
  return number.value.includes("/") ? null : { kind: "most", name, most: number.value };
}

/** Where words divided by words are divided: the only slash, or the only one before "tổng". */
function slashOf(tokens: readonly Token[]): number | null {
  const slashes = topLevel(tokens, "/");
  if (slashes.length === 1) return slashes[0]!;
  const total = slashes.filter((at) => tokens[at + 1]?.key === "tổng");
  return total.length === 1 ? total[0]! : null;
}

export function readQuotient(words: readonly Token[], named: boolean): Of<"quotient"> | null {
  let tokens = bareEnds(words);
  const star = tokens.findIndex(
    (token, k) => (isSign(token, "*") || token.key === "x") && skipPercent(tokens, k) === tokens.length,
  );
  if (star > 0) tokens = tokens.slice(0, star);
  if (
    isSign(tokens[0], "(") &&
    isSign(tokens[tokens.length - 1], ")") &&
    topLevel(tokens.slice(1, -1), ")").length === 0
  )
    tokens = tokens.slice(1, -1);
  const slash = slashOf(tokens);
  if (slash === null || slash === 0 || slash === tokens.length - 1) return null;
  const [over, under] = [tokens.slice(0, slash), tokens.slice(slash + 1)];
  const counts = ["số", "tổng", "lượng", "số lượng"];
  if (!counts.includes(under[0]!.key) || (!named && !counts.includes(over[0]!.key))) return null;
  return isLabel(over) && isLabel(under) ? { kind: "quotient", over, under } : null;
}

/** "Tỷ lệ (%) = (b+c)/a", "Tỷ lệ = số A/tổng số B". */
export function readValue(tokens: readonly Token[]): Saying | null {
  if (phraseAt(tokens, 0, "tỷ lệ") === 0) return null;
  const equals = tokens.findIndex((token) => isSign(token, "=", ":"));
  if (equals < 0 || (isSign(tokens[equals], ":") && wholeTerms(tokens.slice(equals + 1)) === null)) return null;
  const percent = tokens[equals - 3];
  const sign = isSign(percent, "(") && isSign(tokens[equals - 2], "%") ? 3 : isSign(tokens[equals - 1], "%") ? 1 : 0;
  const head = withoutConnector(tokens.slice(2, equals - sign));
  const about = head.length === 0 ? {} : { about: head };
  if (!isLabel(head) || head.some((token) => token.kind === "number" || isSign(token, "*", "+", "-"))) return null;
  const terms = wholeTerms(tokens.slice(equals + 1));
  if (terms !== null) return { kind: "value", terms, ...about };
  const quotient = readQuotient(tokens.slice(equals + 1), true);
  return quotient === null ? null : { ...quotient, ...about };
}
