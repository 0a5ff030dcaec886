import type { Saying } from "./saying";
import { worthAt } from "./score";
import { anyPhraseAt, isSign, labelOf, phraseAt, phrases, type Token } from "./token";

const everyWord = phrases("mỗi", "từng", "hằng", "hàng", "trong mỗi", "cho mỗi");
const partWord = phrases("phần", "nội dung", "ý", "mục", "phần thứ");
const atMost = phrases("tối đa");
const everyPeriod = phrases("cộng điểm từng kỳ");
const requiring = phrases("điều kiện");
const asking = phrases("câu hỏi");

/** Words in front of a colon that only announce what follows. */
const empty = phrases(
  "cách tính điểm", "cách tính", "cách chấm điểm", "cách chấm", "cách xác định", "cách xác định và tính điểm",
  "phương pháp tính điểm", "phương pháp tính", "công thức tính điểm", "công thức tính", "công thức", "cụ thể",
  "cụ thể như sau", "như sau", "trong đó", "mức điểm", "thang điểm", "cách tính điểm như sau", "điểm đánh giá",
  "chấm điểm", "tính điểm", "tính điểm như sau",
  "điểm được tính theo công thức", "điểm được tính theo công thức sau", "điểm tính theo công thức", "điểm được tính",
  "tính theo công thức", "tính theo công thức sau", "được tính như sau", "tính như sau", "cách tính như sau",
  "điểm số được tính như sau", "điểm số được tính theo công thức", "được tính theo công thức",
  "tính điểm theo công thức", "tính điểm theo công thức sau", "công thức tính điểm như sau",
  "điểm được tính như sau", "nguyên tắc chấm điểm", "với",
);
const sums = phrases(
  "cộng điểm các phần", "tổng điểm các phần", "điểm là tổng các phần", "tổng điểm các nội dung sau",
  "cộng điểm các nội dung sau", "tổng điểm của các phần",
);
const choices = phrases(
  "chọn một", "chọn một trong các mức sau", "chọn một trong các mức", "chọn 1 trong các mức", "chọn mức cao nhất",
  "chấm theo một trong các mức", "chấm theo một trong các mức sau",
);

const roman = ["I", "II", "III", "IV"];
const quarters = roman.map((numeral) => `Quý ${numeral}`);
const months = Array.from({ length: 12 }, (_, k) => `Tháng ${k + 1}`);
const periods: readonly (readonly [string, readonly string[]])[] = [
  ["quý", quarters],
  ["tháng", months],
  ["6 tháng", ["6 tháng đầu năm", "6 tháng cuối năm"]],
];

function periodAt(tokens: readonly Token[]): { names: readonly string[]; end: number } | null {
  const each = anyPhraseAt(tokens, 0, everyWord);
  if (each === 0) return null;
  for (const [word, names] of periods) {
    const length = phraseAt(tokens, each, word);
    if (length === 0) continue;
    const end = each + length;
    return isSign(tokens[end], ":", ",") ? { names, end: end + 1 } : null;
  }
  return null;
}

/** The names in "(Quý I, Quý II)". */
function listAt(tokens: readonly Token[], at: number): { names: string[]; end: number } | null {
  if (!isSign(tokens[at], "(")) return null;
  const names: string[] = [];
  let from = at + 1;
  for (let end = from; end < tokens.length; end++) {
    const close = isSign(tokens[end], ")");
    if (!close && !isSign(tokens[end], ",")) continue;
    if (end === from) return null;
    names.push(labelOf(tokens.slice(from, end)));
    from = end + 1;
    if (close) return { names, end: from };
  }
  return null;
}

function partAt(tokens: readonly Token[]): { saying: Saying; end: number } | null {
  const word = anyPhraseAt(tokens, 0, partWord);
  const number = tokens[word];
  if (word === 0 || number === undefined || !/^\d{1,3}(\.\d{1,3})*$/.test(number.key)) return null;
  let end = word + 1;
  let path = number.key;
  while (isSign(tokens[end], ".") && !tokens[end]!.gap && tokens[end + 1]?.kind === "number" && !tokens[end + 1]!.gap) {
    path += `.${tokens[end + 1]!.key}`;
    end += 2;
  }
  if (!isSign(tokens[end], "("))
    return isSign(tokens[end], ":") ? { saying: { kind: "part", path }, end: end + 1 } : null;
  const lead = anyPhraseAt(tokens, end + 1, atMost);
  const full = worthAt(tokens, end + 1);
  const share = full !== null && isSign(tokens[full.end], ")") ? full : worthAt(tokens, end + 1 + lead);
  if (share === null || !isSign(tokens[share.end], ")") || !isSign(tokens[share.end + 1], ":")) return null;
  return { saying: { kind: "part", path, share: share.worth }, end: share.end + 2 };
}

/** A head with a meaning of its own at the front of a clause; `saying` null: it only announces. */
export function readHead(tokens: readonly Token[]): { saying: Saying | null; end: number } | null {
  const announced = anyPhraseAt(tokens, 0, empty);
  if (announced > 0 && isSign(tokens[announced], ":") && tokens.length > announced + 1)
    return { saying: null, end: announced + 1 };
  if (announced === tokens.length && announced > 0) return { saying: null, end: announced };
  const sum = anyPhraseAt(tokens, 0, sums);
  if (sum > 0 && isSign(tokens[sum], ":")) return { saying: { kind: "sum" }, end: sum + 1 };
  const choose = anyPhraseAt(tokens, 0, choices);
  if (choose > 0 && isSign(tokens[choose], ":")) return { saying: { kind: "choose" }, end: choose + 1 };
  const listed = anyPhraseAt(tokens, 0, everyPeriod);
  const list = listed > 0 ? listAt(tokens, listed) : null;
  if (list !== null && isSign(tokens[list.end], ":"))
    return { saying: { kind: "period", names: list.names }, end: list.end + 1 };
  const period = periodAt(tokens);
  if (period !== null) return { saying: { kind: "period", names: period.names }, end: period.end };
  const required = anyPhraseAt(tokens, 0, requiring);
  if (required > 0 && isSign(tokens[required], ":"))
    return { saying: { kind: "require", question: [] }, end: required + 1 };
  const asked = anyPhraseAt(tokens, 0, asking);
  if (asked > 0 && isSign(tokens[asked], ":")) return { saying: { kind: "question", label: [] }, end: asked + 1 };
  return partAt(tokens);
}
