import type { Exact } from "../../number/exact";
import type { Saying } from "./saying";
import { numberAt } from "./product";
import { wholeScore } from "./score";
import { termsAt } from "./terms";
import { anyPhraseAt, isSign, phraseAt, phrases, type Token, topLevel } from "./token";
import { isLabel, isWaiver } from "./words";

const whenWords = phrases("nếu", "trường hợp", "khi");
const isZeroAt = (tokens: readonly Token[], at: number): boolean =>
  isSign(tokens[at], "=") && tokens[at + 1]?.value === "0";

const leaves = phrases(
  "không áp dụng tiêu chí này", "không áp dụng tiêu chí", "không áp dụng", "không đánh giá tiêu chí này",
  "không đánh giá", "không xét", "không tính tiêu chí này", "không tính vào điểm tối đa",
);

/** "Nếu b = 0: …", and the waivers that `printRule` writes: "Nếu … (2.b = 0): …", "Nếu … (trả lời Có): …". */
export function readWhen(tokens: readonly Token[]): Saying | null {
  const lead = anyPhraseAt(tokens, 0, whenWords);
  const colon = topLevel(tokens, ":").pop();
  const comma = colon ?? tokens.findIndex((token) => isSign(token, ",") || token.key === "thì");
  if (comma < 0) return null;
  const rest = tokens.slice(comma + 1);
  const excluded = anyPhraseAt(rest, 0, leaves) === rest.length && rest.length > 0;
  const score = wholeScore(rest);
  if (
    !excluded &&
    (score === null ||
      score.value !== null ||
      score.cap !== undefined ||
      score.floor !== undefined ||
      score.doubts.length > 0)
  )
    return null;
  const terms = termsAt(tokens, lead);
  if (terms !== null && terms.terms.under === null && isZeroAt(tokens, terms.end) && terms.end + 2 === comma) {
    return { kind: "zero", terms: terms.terms.over, give: excluded ? "excluded" : score!.worth };
  }
  if (excluded && (lead > 0 || isWaiver(tokens.slice(0, comma))))
    return { kind: "excluded", words: tokens.slice(lead, comma) };
  if (lead === 0 || !isSign(tokens[comma - 1], ")") || score === null) return null;
  let open = comma - 1;
  for (let depth = 0; open >= lead; open--) {
    if (isSign(tokens[open], ")")) depth++;
    else if (isSign(tokens[open], "(") && --depth === 0) break;
  }
  const inner = tokens.slice(open + 1, comma - 1);
  const label = tokens.slice(lead, open);
  if (open <= lead || !isLabel(label)) return null;
  const answered = phraseAt(inner, 0, "trả lời có");
  if (answered > 0) {
    const asked = phraseAt(inner, answered, "cho câu");
    const question = asked > 0 && isSign(inner[answered + asked], ":") ? inner.slice(answered + asked + 1) : label;
    if (asked === 0 && inner.length !== answered) return null;
    return { kind: "waiver", when: { question }, label, worth: score.worth };
  }
  const figure = pathOf(inner.slice(0, -2));
  return figure !== null && isZeroAt(inner, inner.length - 2)
    ? { kind: "waiver", when: { figure }, label, worth: score.worth }
    : null;
}

/** "b", "2.b", "1.3.n". */
function pathOf(tokens: readonly Token[]): string | null {
  if (tokens.some((token, k) => k > 0 && token.gap)) return null;
  const path = tokens.map((token) => token.key).join("");
  return /^(\d+\.)*\p{L}\p{M}*\d{0,2}$/u.test(path) ? path : null;
}

function exactAt(tokens: readonly Token[], at: number): { value: Exact | null; end: number } | null {
  const unlimited = phraseAt(tokens, at, "không giới hạn");
  if (unlimited > 0) return { value: null, end: at + unlimited };
  const negative = isSign(tokens[at], "-");
  const number = numberAt(tokens, negative ? at + 1 : at);
  if (number === null || phraseAt(tokens, number.end, "điểm") === 0) return null;
  return { value: negative ? { n: -number.value.n, d: number.value.d } : number.value, end: number.end + 1 };
}

/** "Đã xác nhận điểm cao nhất là 1,5 điểm, thấp nhất là 0 điểm". */
export function readConfirmed(tokens: readonly Token[]): Saying | null {
  const lead = phraseAt(tokens, 0, "đã xác nhận điểm cao nhất là");
  const best = lead > 0 ? exactAt(tokens, lead) : null;
  const second = best === null || !isSign(tokens[best.end], ",") ? 0 : phraseAt(tokens, best.end + 1, "thấp nhất là");
  const least = best !== null && second > 0 ? exactAt(tokens, best.end + 1 + second) : null;
  return best !== null && least?.end === tokens.length
    ? { kind: "confirmed", best: best.value, least: least.value }
    : null;
}
