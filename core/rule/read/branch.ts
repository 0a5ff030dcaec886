import { afterBullet } from "./clause";
import { isNumberWord, isOneItem, oneAt, scales } from "./number-word";
import { rangeOf } from "./range";
import type { Case, Saying } from "./saying";
import { isLoss, limitsAt, type Score, scoreAt, wholeScore, worthAt } from "./score";
import { anyPhraseAt, bareEnds, isSign, phrases, type Token, topLevel } from "./token";
import { caseWords, isLabel, isWaiver } from "./words";

const forEach = phrases("cho mỗi", "mỗi", "đối với mỗi", "với mỗi");
const ifWords = phrases("nếu", "khi", "đối với", "đối với trường hợp", "trong trường hợp");
const everyOne = phrases("cứ mỗi", "cứ", "mỗi một", "mỗi", "có mỗi");

/** A score for each item: "mỗi sáng kiến 1 điểm", "trừ 0,5 điểm cho mỗi lần chậm, tối đa 2 điểm". */
export function perItem(tokens: readonly Token[]): Saying | null {
  const isItem = (at: number): boolean =>
    tokens[at]?.kind === "word" || (tokens[at]?.value === "1" && tokens[at + 1]?.kind === "word");
  const slash = tokens.slice(0, 5).findIndex((token, k) => isSign(token, "/") && isItem(k + 1));
  const worth = worthAt(slash > 0 ? tokens.slice(0, slash) : tokens, 0);
  if (worth !== null && !worth.bare && (slash <= 0 || worth.end === slash)) {
    const link = slash > 0 ? 1 : anyPhraseAt(tokens, worth.end, forEach);
    if (link === 0) return null;
    const mark = link + oneAt(tokens, worth.end + link);
    const loss = isLoss(worth.worth);
    for (let end = tokens.length; end > worth.end + mark; end--) {
      const limits = limitsAt(tokens, end, loss);
      if (limits.end !== tokens.length || (end < tokens.length && limits.end === end)) continue;
      if (end < tokens.length && (limits.cap ?? limits.floor) === undefined) continue;
      const each = bareEnds(tokens.slice(worth.end + mark, end));
      if (!isLabel(each) || each[0]?.kind === "number") continue;
      const held = { ...(limits.cap && { cap: limits.cap }), ...(limits.floor && { floor: limits.floor }) };
      return branchEach(each, { worth: worth.worth, value: null, per: "1", bare: false, doubts: [], ...held });
    }
    return null;
  }
  const mark = anyPhraseAt(tokens, 0, everyOne);
  if (mark === 0) return null;
  const one = oneAt(tokens, mark);
  for (let at = mark + one + 1; at < tokens.length; at++) {
    const colon = isSign(tokens[at], ":", ",") ? 1 : 0;
    const found = scoreAt(tokens, at + colon);
    if (
      found === null ||
      found.end !== tokens.length ||
      found.score.value !== null ||
      (found.score.bare && colon === 0)
    )
      continue;
    const each = bareEnds(tokens.slice(mark + one, at));
    return each.length > 0 && isLabel(each) && !each.some((token) => token.kind === "number" || isSign(token, "%"))
      ? branchEach(each, found.score)
      : null;
  }
  return null;
}

const branchEach = (each: readonly Token[], score: Score): Saying | null =>
  !isOneItem(each) || ["thêm", "tăng", "giảm"].some((word) => each.some((token) => token.key === word))
    ? null
    : { kind: "branch", of: { words: each, ranged: null, waiver: false, each }, score };

/** "Có (đã ban hành)": the label, and its meaning in brackets. */
function caseOf(words: readonly Token[]): Case {
  const plain = caseWords(words);
  const [first, second] = plain;
  const closed = isSign(plain[plain.length - 1], ")");
  if (
    closed &&
    isSign(second, "(") &&
    topLevel(plain.slice(1, -1), ")").length === 0 &&
    (first!.kind === "quote" || ["có", "không"].includes(first!.key))
  ) {
    return { words: [first!], meaning: plain.slice(2, -1), ranged: null, waiver: false };
  }
  return {
    words: plain,
    ranged: plain.some((token) => token.kind === "quote") ? null : rangeOf(plain),
    waiver: isWaiver(words),
  };
}

/** Words that make "50% số điểm" a change of points earned elsewhere. */
const changing = new Set(["giảm", "trừ", "cộng", "thêm", "tăng", "thưởng", "phạt", "mất", "bị", "đi"]);
const ends = (token: Token): boolean => isSign(token, "/", "*", ")") || token.key === "x" || token.key === "nhân";

/** A score by a number that words stand for: "số bài/4 × điểm tối đa". */
function countedScore(tokens: readonly Token[]): Score | null {
  for (let from = 0; from < tokens.length; from++) {
    const before = tokens[from - 1];
    if (tokens[from]!.key !== "số" || (from > 0 && !isSign(before, "=", "(", "*") && before!.key !== "x")) continue;
    const end = tokens.findIndex((token, k) => k > from && ends(token));
    const to = end < 0 ? tokens.length : end;
    const words = tokens.slice(from, to);
    if (words.length < 2 || !isLabel(words) || words.some((token) => token.kind !== "word")) continue;
    const score = wholeScore([...tokens.slice(0, from), counted, ...tokens.slice(to)]);
    const value = score?.value ?? null;
    if (score !== null && value !== null && value !== "ratio" && value.over.join() === counted.key)
      return { ...score, counted: words };
  }
  return null;
}

const counted: Token = { kind: "word", raw: "n", key: "n", gap: true, line: false };

/** A case and its score: "từ 75% trở lên: điểm tối đa", "đúng hạn 0,5 điểm", "Có (2 điểm)". Heads stand before. */
export function readBranch(tokens: readonly Token[]): Saying[] | null {
  const colons = topLevel(tokens, ":");
  const last = colons[colons.length - 1] ?? -1;
  const tail = tokens.slice(last + 1);
  const headsOf = (until: number): Saying[] | null => {
    const heads: Saying[] = [];
    let from = 0;
    for (const colon of colons) {
      if (colon >= until) break;
      const words = bareEnds(tokens.slice(from, colon));
      if (!isLabel(words)) return null;
      if (words.length > 0) heads.push({ kind: "head", words });
      from = colon + 1;
    }
    return heads;
  };
  const whole = last > 0 ? (wholeScore(tail) ?? countedScore(tail)) : null;
  if (whole !== null) {
    const from = (colons[colons.length - 2] ?? -1) + 1;
    const words = afterBullet(tokens.slice(from, last));
    const heads = headsOf(colons.length > 1 ? last : 0);
    if (heads === null || words.length === 0) return null;
    const each = perItem(afterBullet(tokens.slice(from)));
    if (each !== null) return [...heads, each];
    const of = caseOf(words);
    return isCase(of) ? [...heads, { kind: "branch", of, score: whole }] : null;
  }
  const turned = turnedBranch(tokens);
  if (turned !== null) return [turned];
  const each = perItem(afterBullet(tail));
  if (each !== null) {
    const heads = headsOf(last + 1);
    return heads === null ? null : [...heads, each];
  }
  const plain = afterBullet(tail);
  if (wholeScore(plain) !== null) return null;
  const close = isSign(plain[plain.length - 1], ")") ? plain.length - 1 : plain.length;
  for (let at = 1; at < close; at++) {
    const bracketed = close < plain.length && isSign(plain[at - 1], "(");
    const end = bracketed ? close : plain.length;
    const marked = isSign(plain[at - 1], "-", "=");
    const found = scoreAt(plain, at);
    if (found === null || found.end !== end) continue;
    if (found.score.bare && !marked && !bracketed && plain[at]!.key !== "0") continue;
    const words = plain.slice(0, bracketed || marked ? at - 1 : at);
    if (!marked && scales(words)) return null;
    if (found.score.partial === true && words.slice(-3).some((token) => changing.has(token.key))) return null;
    const heads = headsOf(last + 1);
    const of = caseOf(words);
    if (heads === null || of.words.length === 0 || !isCase(of)) return null;
    return [...heads, { kind: "branch", of, score: found.score }];
  }
  return null;
}

/** "Điểm tối đa nếu đã ban hành", "0 điểm: chưa ban hành". */
function turnedBranch(tokens: readonly Token[]): Saying | null {
  const found = scoreAt(tokens, 0);
  if (found === null || found.score.value !== null || found.score.bare) return null;
  const link = isSign(tokens[found.end], ":") ? 1 : anyPhraseAt(tokens, found.end, ifWords);
  const words = tokens.slice(found.end + link);
  if (link === 0 || words.length === 0 || words.some((_, at) => scoreAt(words, at) !== null)) return null;
  const of = caseOf(words);
  return isCase(of) ? { kind: "branch", of, score: found.score } : null;
}

/** The words of a case are a label, but for the numbers and comparisons of its range. */
function isCase(of: Case): boolean {
  const last = of.words[of.words.length - 1];
  if (isSign(last, "/", "*", "+", "-", "=", "(") || last?.key === "x" || last?.key === "nhân") return false;
  if (of.words.some((token) => token.key === "mỗi" || token.key === "cứ")) return false;
  if (of.words.some((token, k) => token.key === "từng" && k + 1 < of.words.length && isNumberWord(of.words, k + 1)))
    return false;
  if (of.ranged !== null) return !of.ranged.broken && isLabel(of.ranged.before) && isLabel(of.ranged.unit);
  if (!of.words.some((token) => token.kind === "word" || token.kind === "quote")) return false;
  return isLabel(of.words) && (of.meaning === undefined || isLabel(of.meaning));
}
