import { isNumberWord } from "./number-word";
import { anyPhraseAt, isSign, phrases, type Token } from "./token";

const factors = phrases(
  "hệ số", "trọng số", "quy đổi", "quy ra", "nhân đôi", "nhân ba", "gấp đôi", "gấp ba", "gấp rưỡi", "tương đương",
);
const taken = phrases(
  "tính", "tính bằng", "tính là", "tính thành", "tính như", "tính gấp", "tính thêm", "tính theo tỷ lệ", "tính ở mức",
  "quy thành", "coi là", "coi như", "coi bằng", "xem như",
);
const parts = phrases("một", "nửa", "một nửa", "đôi", "gấp", "nửa số", "một phần");

/**
 * Whether words give things of one count different weights: "mỗi hồ sơ trễ tính 0,5", "nhân hệ số 2". "Tính đến 31/12"
 * and "được 2 điểm" do not.
 */
export function weighs(words: readonly Token[]): boolean {
  return words.some((token, at) => {
    if (token.kind === "quote") return false;
    if (anyPhraseAt(words, at, factors) > 0) return true;
    const length = anyPhraseAt(words, at, taken);
    if (length === 0) return false;
    const next = words[at + length];
    if (next === undefined) return false;
    const counted = next.kind === "number" || isNumberWord(words, at + length);
    if (!counted && anyPhraseAt(words, at + length, parts) === 0) return false;
    const rest = words.slice(at + length);
    const end = rest.findIndex((other) => isSign(other, ",", ";", ")"));
    return !(end < 0 ? rest : rest.slice(0, end)).some((other) => other.key === "điểm" || other.key === "đ");
  });
}
