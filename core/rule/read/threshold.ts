import { isNumberWord } from "./number-word";
import { rangeOf } from "./range";
import { anyPhraseAt, bareEnds, isSign, phraseAt, phrases, type Token } from "./token";

const limits = phrases(
  "trên", "dưới", "từ", "đến", "trước", "sau", "quá", "hơn", "vượt", "vượt quá", "không quá", "không dưới", "ít nhất",
  "nhiều nhất", "tối thiểu", "đủ", "đạt", "trong", "trong vòng", "chậm nhất", "bằng", "cao hơn", "thấp hơn",
  "nhiều hơn", "ít hơn", "lớn hơn", "nhỏ hơn", "sớm hơn", "muộn hơn",
);
const comparing = phrases(
  "cao hơn", "thấp hơn", "nhiều hơn", "ít hơn", "lớn hơn", "nhỏ hơn", "sớm hơn", "muộn hơn", "trở lên", "trở xuống",
  "ít nhất", "tối thiểu", "nhiều nhất", "chậm nhất", "không quá", "không dưới", "vượt", "phần trăm",
);
/** Words between "trước", "đủ" and their number, or in place of it. */
const leading = phrases("ngày", "hết ngày", "hết", "tháng", "khoảng", "mức", "ít nhất", "thời điểm", "hạn");
const standards = phrases("bình quân", "trung bình", "kế hoạch", "chỉ tiêu", "quy định", "yêu cầu", "một", "nửa", "quá nửa");
/** Front words that make what follows something to be reached rather than something that is asked about. */
const reaching = new Set(["đạt", "vượt", "đủ", "chậm", "trễ", "quá"]);

const isNumber = (tokens: readonly Token[], at: number): boolean =>
  tokens[at] !== undefined && (tokens[at]!.kind === "number" || isNumberWord(tokens, at));

/** Whether words compare with a number, a day or a standard: "đạt trên 90%", "trước ngày 31/3", "cao hơn bình quân". */
function comparesWith(words: readonly Token[]): boolean {
  if (words.some((token) => isSign(token, "%", "<", ">", "≤", "≥", "="))) return true;
  const range = rangeOf(words);
  if (range !== null && !range.range.weak) return true;
  return words.some((_, at) => {
    if (anyPhraseAt(words, at, comparing) > 0) return true;
    const length = anyPhraseAt(words, at, limits);
    if (length === 0) return false;
    const next = at + length;
    return (
      isNumber(words, next) ||
      isNumber(words, next + anyPhraseAt(words, next, leading)) ||
      anyPhraseAt(words, next, standards) > 0
    );
  });
}

/** Whether a head is a condition of what stands under it, and no question that the options answer. */
export const isCondition = (words: readonly Token[]): boolean =>
  reaching.has(words[0]?.key ?? "") || comparesWith(words);

const exceptions = phrases(
  "riêng", "trừ", "ngoại trừ", "loại trừ", "ngoài ra", "tuy nhiên", "nhưng", "đối với", "với", "đặc biệt", "đặc thù",
  "ngoại lệ", "đồng thời", "kể cả", "mặc dù", "dù", "miễn là", "ngoài", "chỉ riêng", "ưu tiên",
);

/** Whether words tell of some units or cases only: "riêng đặc khu", "trừ xã đảo", "đối với xã". */
export function isException(words: readonly Token[]): boolean {
  const plain = bareEnds(words);
  if (anyPhraseAt(plain, 0, exceptions) > 0) return true;
  return plain.some((token, at) => isSign(token, ",", "(") && phraseAt(plain, at + 1, "riêng") > 0);
}

/** Whether the words of a case speak of a ratio, which is measured and not chosen. */
export const isOfRatio = (words: readonly Token[]): boolean =>
  words.some((token, at) => isSign(token, "%", "<", ">", "≤", "≥") || phraseAt(words, at, "tỷ lệ") > 0
    || phraseAt(words, at, "phần trăm") > 0);
