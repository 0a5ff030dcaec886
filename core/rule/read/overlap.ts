import { compare, type Exact, isZero } from "../../number/exact";
import { assume, type Frame, fragmentOf, unread } from "./reading";
import { anyPhraseAt, bareEnds, isSign, phrases, type Token } from "./token";
import { isNegative, isOtherwise, keysOf } from "./words";

/** An option's words, its points, its text, and whether a plain range of numbers decides on it. */
export interface Spoken {
  readonly words: readonly Token[];
  readonly points: Exact;
  readonly measured: boolean;
  readonly text: string;
}

interface Limit {
  readonly by: Spoken;
  readonly up: boolean;
  readonly inclusive: boolean;
  readonly point: string;
  readonly dated: boolean;
}

const sides: readonly (readonly [ReturnType<typeof phrases>, boolean, boolean])[] = [
  [phrases("trước", "sớm hơn", "dưới", "thấp hơn", "ít hơn", "nhỏ hơn", "kém hơn"), false, false],
  [phrases("đến", "đến hết", "trước hoặc trong", "trong", "trong vòng", "chậm nhất", "muộn nhất", "không quá", "tới"), false, true],
  [phrases("sau", "muộn hơn", "quá", "trên", "cao hơn", "nhiều hơn", "lớn hơn", "tốt hơn"), true, false],
  [phrases("từ", "kể từ"), true, true],
];
const lone = new Set(["trước", "sau", "chậm", "muộn", "quá"]);
const skipped = new Set(["hết", "ngày", "là", "so", "với", "mức"]);
const ending = new Set(["đến", "và", "hoặc", "từ", "trước", "sau", "trở"]);
const plainDenials = new Set(["không", "chưa", "không đạt", "chưa đạt", "không đúng", "không đúng hạn"]);
const outer = new Set(["dưới", "trên", "trước", "sau", "quá", "ngoài", "gần", "hơn", "thiếu"]);
const filling = new Set(["có", "đã", "được", "là", "thì"]);

function limitsOf(by: Spoken): Limit[] {
  const words = bareEnds(by.words);
  const found: Limit[] = [];
  for (let at = 0; at < words.length; at++) {
    for (const [list, up, inclusive] of sides) {
      const length = anyPhraseAt(words, at, list);
      if (length === 0) continue;
      let from = at + length;
      while (skipped.has(words[from]?.key ?? "")) from++;
      let end = from;
      while (end < words.length && !ending.has(words[end]!.key) && !isSign(words[end], ",", "(", ")")) end++;
      const point = words.slice(from, end);
      const near = point.slice(0, 3).some((token) => token.kind === "number") || words[from - 1]?.key === "ngày";
      const dated = lone.has(words[at]!.key) && near && words[at + length] !== undefined;
      if (point.length > 0) found.push({ by, up, inclusive, point: keysOf(point), dated });
      break;
    }
  }
  return found;
}

/** "Trước ngày 15" beside "sau ngày 15", or beside nothing that follows it: a day that no option holds, or two do. */
function open(options: readonly Spoken[]): Limit | undefined {
  if (options.some(({ words }) => isOtherwise(words) || plainDenials.has(keysOf(words)))) {
    return pairOf(options.flatMap(limitsOf));
  }
  const all = options.flatMap(limitsOf);
  const met = (limit: Limit): boolean =>
    all.some((other) => other.by !== limit.by && other.up !== limit.up && other.point === limit.point);
  return pairOf(all) ?? all.find((limit) => limit.dated && !met(limit));
}

const pairOf = (limits: readonly Limit[]): Limit | undefined =>
  limits.find((limit) =>
    limits.some(
      (other) =>
        other.by !== limit.by &&
        other.up !== limit.up &&
        other.inclusive === limit.inclusive &&
        other.point === limit.point,
    ),
  );

/** The words of an option that tell it from "có" and "không". */
function coreOf(words: readonly Token[]): string[] {
  const plain = bareEnds(words).filter(({ kind }) => kind !== "sign").map(({ key }) => key);
  const from = isNegative(words) ? 1 : 0;
  return plain.filter((key, at) => at >= from && !filling.has(key));
}

/** Whether one option's words all stand, in order, in those of another that earns something else. */
function overlaps(one: Spoken, other: Spoken): boolean {
  if (isNegative(one.words) !== isNegative(other.words) || compare(one.points, other.points) === 0) return false;
  if (isOtherwise(one.words) || isOtherwise(other.words)) return false;
  const within = coreOf(other.words);
  const words = coreOf(one.words);
  // "Dưới cấp độ 3" leaves "cấp độ 3" out; beside "không có", "chưa đầy đủ" is something.
  if (outer.has(within[0] ?? "") || (words.length === 0 && isNegative(one.words) && isZero(one.points))) return false;
  let at = 0;
  for (const key of words) {
    const found = within.indexOf(key, at);
    if (found < 0) return false;
    at = found + 1;
  }
  return true;
}

/** Refuses what stands behind complete options: after "có …; không …" nothing is left to choose but "còn lại". */
export function nothingAfterAll(options: readonly Spoken[]): void {
  const end = options.findIndex(({ words, points }, k) => {
    const denies = isZero(points) && isNegative(words) && options.slice(0, k).some((option) => !isZero(option.points));
    return denies || (isOtherwise(words) && k > 0);
  });
  const after = end < 0 ? undefined : options[end + 1];
  if (after !== undefined && !(isOtherwise(after.words) && end + 2 === options.length)) throw unread(after.text);
}

/** Names options that hold one case twice, or leave out a day between them. */
export function nameOverlaps(all: readonly Spoken[], frame: Frame): void {
  const options = all.filter(({ measured }) => !measured);
  const left = open(options);
  if (left !== undefined) assume(frame, "assume-gap", { words: fragmentOf(keysOf(left.by.words)) });
  if (options.some((one) => options.some((other) => one !== other && overlaps(one, other))))
    assume(frame, "assume-choice", { options: options.length });
}
