import { type Token, tokenise } from "./token";

/** Words for a number, or for a number nobody told. "Tư", "lăm", "mốt" and "năm" are so only beside some words. */
const numbers = new Set([
  "hai", "ba", "bốn", "sáu", "bảy", "bẩy", "tám", "chín", "mười", "mươi", "lăm", "mốt", "chục", "tá", "trăm", "nghìn",
  "ngàn", "vạn", "triệu", "nửa", "rưỡi", "vài", "dăm", "mấy", "nhiều",
]);
/** Words for several things taken as one. */
const several = new Set(["cặp", "đôi", "nhóm", "loạt"]);
/** What stands before "năm" and "tư" where they are five and four. */
const counting = new Set(["phần", "mươi", "mười", "trăm", "thứ", "lần", "mức", "("]);
const yearBefore = new Set(["hằng", "hàng", "cuối", "đầu", "giữa"]);
/** No noun that is counted: "năm được giao" is a year. */
const notCounted = new Set([
  "được", "đã", "có", "không", "chưa", "và", "hoặc", "theo", "của", "trên", "tại", "do", "đúng", "với", "nay", "trước",
  "qua",
]);
const yearAfter = new Set(["đánh", "báo", "kế", "tài", "học"]);

/** Whether "năm" at a position is five rather than a year; five where both could be meant. */
function isFive(tokens: readonly Token[], at: number): boolean {
  const [before, after] = [tokens[at - 1]?.key ?? "", tokens[at + 1]];
  if (counting.has(before)) return true;
  if (after === undefined || after.kind !== "word" || notCounted.has(after.key) || yearBefore.has(before)) return false;
  return !(["trong", "của"].includes(before) && yearAfter.has(after.key));
}

/** Whether the word at a position is a number other than one. */
export function isNumberWord(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]!;
  if (token.kind !== "word") return false;
  if (token.key === "tư") return counting.has(tokens[at - 1]?.key ?? "");
  return token.key === "năm" ? isFive(tokens, at) : numbers.has(token.key);
}

export const hasNumberWord = (tokens: readonly Token[]): boolean => tokens.some((_, at) => isNumberWord(tokens, at));

/** Numbers of such are names: "cấp độ 3", "mức 4", "năm 2026". */
const naming = new Set(["độ", "mức", "cấp", "loại", "hạng", "năm", "quý", "số"]);

const everyOne = new Set(["mỗi", "từng", "cứ"]);

/** How many tokens spell "one" before what is counted: "01 văn bản", "một văn bản", but not "một cửa". */
export function oneAt(tokens: readonly Token[], at: number): number {
  return tokens[at]?.value === "1" || (tokens[at]?.key === "một" && tokens[at + 1]?.key !== "cửa") ? 1 : 0;
}

/**
 * Whether words behind "mỗi" name one item, whatever else they say: no number of items, of days, of times, in digits
 * or in words, and no group of items.
 */
export function isOneItem(each: readonly Token[]): boolean {
  return each.every((token, at) => {
    if (token.kind === "number") return naming.has(each[at - 1]?.key ?? "");
    if (token.kind === "quote") return isOneItem(tokenise(token.raw.slice(1, -1)));
    if (several.has(token.key) || everyOne.has(token.key) || isNumberWord(each, at)) return false;
    return token.key !== "một" || at === 0 || each[at + 1]?.key === "cửa";
  });
}

const ordinal = new Set(["mức", "loại", "cấp", "độ", "hạng", "thứ", "cả", "lần", "nhóm", "quý"]);
/** How far before points a "gấp" is looked for: "gấp hai lần 0,5 điểm". */
const near = 4;

/** Whether words before points multiply or divide them: "hai phần ba | điểm tối đa", "gấp đôi | điểm tối đa". */
export function scales(words: readonly Token[]): boolean {
  const last = words.length - 1;
  const before = words[last - 1]?.key ?? "";
  if (words.slice(-near).some((token) => token.key === "gấp")) return true;
  if (last < 0) return false;
  if (words[last]!.kind === "number") return before === "phần";
  if (words[last]!.key === "lần" && last > 0 && isNumberWord(words, last - 1)) return true;
  if (words[last]!.key === "phần" && last > 0) return before === "một" || isNumberWord(words, last - 1);
  return ["nửa", "rưỡi"].includes(words[last]!.key) || (isNumberWord(words, last) && !ordinal.has(before));
}

const spans = new Set(["ngày", "tuần", "tháng", "quý", "năm"]);

/** "Hai tháng một lần", "định kỳ 2 tháng". */
function isCycle(words: readonly Token[]): boolean {
  const cyclic = words[words.length - 1]?.key === "lần" || words.some((token) => token.key === "kỳ");
  const numbered = (token: Token, at: number): boolean => token.kind === "number" || isNumberWord(words, at);
  return cyclic && words.some((token, at) => numbered(token, at) && spans.has(words[at + 1]?.key ?? ""));
}

/** Whether a head tells of many things or times: "mỗi hai quý", "cứ 2 tháng"; "mỗi năm" is the one that is scored. */
export function isRepeated(words: readonly Token[]): boolean {
  const [first, second] = words;
  const from = ["cho", "trong", "với"].includes(first?.key ?? "") ? second : first;
  if (!everyOne.has(from?.key ?? "")) return isCycle(words);
  const rest = words.slice(words.indexOf(from!) + 1);
  return !(rest.length === 1 && rest[0]!.key === "năm");
}

/** Words by which thresholds of one thing differ, besides their numbers. */
const bounding = new Set([
  "từ", "trở", "lên", "xuống", "trên", "dưới", "ít", "nhất", "đạt", "có", "đủ", "đến", "quá", "hơn",
]);

/** What thresholds are of: "từ hai văn bản trở lên" and "một văn bản" are both of "văn bản"; null where no number leads. */
export function countedIn(words: readonly Token[]): string | null {
  const rest = words.filter((token) => !bounding.has(token.key));
  const end = rest.findIndex((token, at) => token.kind !== "number" && token.key !== "một" && !isNumberWord(rest, at));
  return end <= 0 ? null : rest.slice(end).map((token) => token.key).join(" ");
}
