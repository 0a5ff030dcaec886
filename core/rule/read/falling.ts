import { compare, type Exact, exact, isZero, less, negate, over, plus, times, zero } from "../../number/exact";
import type { Amount, Rule, Step } from "../rule";
import { perItem } from "./branch";
import type { Branch } from "./choice";
import { decimalOf, shareOf } from "./product";
import { admit, assume, type Frame, isAll, pointsOf, settle, unread } from "./reading";
import type { Of, Saying, Statement } from "./saying";
import { isLoss, worthAt } from "./score";
import { anyPhraseAt, bareEnds, isSign, labelOf, phraseAt, phrases, type Token } from "./token";
import { onlyWhole } from "./whole";
import { keysOf } from "./words";

const heads = phrases("điểm", "số điểm", "điểm số", "điểm đạt được");
const none = [
  "không để xảy ra", "không xảy ra", "không phát sinh", "không có", "chưa có", "không bị", "không", "chưa",
];
/** Words by which not every item counts alike. */
const partly = new Set([
  "nhưng", "và", "hoặc", "nếu", "khi", "trừ", "ngoài", "kèm", "thứ", "từ", "sau", "tiếp", "còn", "đầu", "vượt", "dưới", "trên",
]);
const toTheEnd = phrases(
  "trừ đến hết điểm", "trừ cho đến hết điểm", "cho đến hết điểm", "đến hết điểm", "trừ cho đến khi hết điểm",
  "cho đến khi hết điểm", "trừ đến khi hết điểm", "đến khi hết điểm",
);
const lossLimit = /tối đa (bị )?trừ|trừ (tối đa|không quá)/i;
/** Names of rows that hold what is taken off, not what it is taken off from. */
const deduction = /điểm trừ|trừ điểm/i;
/** More steps than this are refused for their number anyway. */
const mostSteps = 100;

/** "Điểm tối đa trừ 0,5 điểm cho mỗi văn bản trễ hạn". */
export function readFalling(tokens: readonly Token[]): Saying | null {
  const end = tokens.findIndex((_, k) => k > 0 && k + anyPhraseAt(tokens, k, toTheEnd) === tokens.length);
  if (end > 0) return lossOf(tokens.slice(0, end));
  const head = anyPhraseAt(tokens, 0, heads);
  const from = head > 0 && isSign(tokens[head], "=", ":") ? head + 1 : 0;
  const full = worthAt(tokens, from);
  const { amount, scope } = full?.worth ?? { amount: null, scope: "" };
  if (full === null || amount === null || scope !== "" || !("share" in amount) || amount.share !== "1") return null;
  if (phraseAt(tokens, full.end, "trừ") === 0 && phraseAt(tokens, full.end, "bị trừ") === 0) return null;
  return lossOf(tokens.slice(full.end));
}

function lossOf(tokens: readonly Token[]): Saying | null {
  const item = perItem(bareEnds(tokens));
  return item?.kind === "branch" && isLoss(item.score.worth) ? { ...item, kind: "falling" } : null;
}

/** Whether words deny just these items: "không có văn bản trễ hạn" of "văn bản trễ hạn". */
function denies(words: readonly Token[], each: readonly Token[]): boolean {
  const key = keysOf(words);
  return none.some((denial) => key === `${denial} ${keysOf(each)}`);
}

const isPlain = (each: readonly Token[]): boolean =>
  each.every((token, k) =>
    token.kind === "word" && !partly.has(token.key) && (token.key !== "quá" || each[k + 1]?.key === "hạn"));

/** What is left of `most` as an amount, of losses in points or in shares. */
function leftOf(points: Exact, most: Exact, shares: boolean): Amount | null {
  if (shares) return { share: shareOf(over(points, most)) };
  const decimal = decimalOf(points);
  return decimal === null ? null : { points: decimal };
}

/**
 * The rule of a text that takes points off the maximum for each item, in steps; null where the text is no such one. That
 * it starts from the maximum is either said ("điểm tối đa trừ …", "không có …: điểm tối đa") or named as assumed.
 */
export function fallen(statements: readonly Statement[], frame: Frame): Rule | null {
  const { most, least } = frame;
  if (frame.scope !== "" || frame.path !== "" || !frame.known || compare(most, zero) <= 0 || !isZero(least)) return null;
  const found = lossIn(statements, frame);
  if (found === null || (!found.said && deduction.test(frame.name))) return null;
  const { loss, said } = found;
  const { score, text } = loss;
  const each = bareEnds(loss.of.each!);
  if (!isPlain(each)) throw unread(text);
  onlyWhole([{ ...loss, kind: "branch" }], [], undefined);
  admit(score, frame, text);
  if (score.cap !== undefined) throw unread(text);
  const taken = settle(score.worth, frame, text);
  const per = negate(pointsOf(taken, most));
  const limit = score.floor === undefined ? zero : pointsOf(settle(score.floor, frame, text), most);
  const floor = compare(limit, zero) < 0 ? plus(most, limit) : limit;
  // "Không quá 1 điểm" behind a loss may be of what is lost and of what is left.
  if (compare(limit, zero) < 0 && !lossLimit.test(text.normalize("NFC"))) throw unread(text);
  if (isZero(per) || compare(per, most) > 0 || compare(floor, zero) < 0 || compare(floor, most) >= 0) throw unread(text);
  if (!said) assume(frame, "assume-from-maximum", { max: decimalOf(most) ?? "", least: decimalOf(floor) ?? "" });
  const steps: Step[] = [{ from: null, inclusive: true, score: { give: { share: "1" } } }];
  for (let count = 1; count <= mostSteps; count++) {
    const left = less(most, times(per, exact(count)));
    const last = compare(left, floor) <= 0;
    const give = leftOf(last ? floor : left, most, "share" in taken);
    if (give === null) throw unread(text);
    steps.unshift({ from: String(count), inclusive: true, score: { give } });
    if (last) break;
  }
  return {
    kind: "measure", figures: [{ name: "n", label: `số ${labelOf(each)}` }], value: { kind: "count" }, steps, zero: "ask",
  };
}

/** The loss that the text is all about, and whether it tells where points start. */
function lossIn(
  statements: readonly Statement[], frame: Frame,
): { loss: Of<"falling"> | Branch; said: boolean } | null {
  const [first, second, more] = statements;
  if (more !== undefined || first === undefined) return null;
  if (second === undefined) {
    if (first.kind === "falling") return { loss: first, said: true };
    return isLossEach(first) ? { loss: first, said: false } : null;
  }
  const [full, loss] = isLossEach(first) ? [second, first] : [first, second];
  if (full.kind !== "branch" || !isLossEach(loss) || full.of.each !== undefined) return null;
  const { score, of } = full;
  if (score.value !== null || score.cap !== undefined || score.floor !== undefined || !denies(of.words, loss.of.each!)) return null;
  return isAll(settle(score.worth, frame, full.text), frame.most) ? { loss, said: true } : null;
}

const isLossEach = (statement: Statement): statement is Branch =>
  statement.kind === "branch" && statement.of.each !== undefined && isLoss(statement.score.worth);
