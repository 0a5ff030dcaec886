import { anyPhraseAt, bareEnds, isSign, labelOf, phraseAt, phrases, type Token } from "./token";

const deny = phrases("không", "chưa");
const unless = phrases("nếu", "trường hợp", "trong trường hợp", "khi");

/** Words that no label holds unless they speak of points: then the text says more than a label. */
const scoring = new Set(["max", "nếu", "trừ", "cộng", "nhân", "chia", "giảm", "thưởng", "phạt", "thì"]);
const pointsAfter = new Set([
  "thời", "địa", "trọng", "quan", "đặc", "cao", "ưu", "nhược", "giao", "tâm", "khuyết", "luận", "thí", "bưu", "trung",
]);
const pointsBefore = new Set([
  "cầu", "truy", "dân", "bưu", "đến", "du", "nóng", "đầu", "cuối", "giao", "bán", "kết", "thu", "tiếp", "phục", "yếu",
  "mới", "danh", "sáng", "nghẽn",
]);
const number = (token: Token | undefined): boolean => token?.kind === "number";

/** Whether words are a mere label: nothing in them gives, takes or computes points. Text in “…” always is. */
export function isLabel(tokens: readonly Token[]): boolean {
  return tokens.every((token, k) => {
    const [before, after] = [tokens[k - 1], tokens[k + 1]];
    if (token.kind === "sign") {
      if (["=", "*", "×", ":", "≥", "≤", ">", "<"].includes(token.key)) return false;
      return !(token.key === "+" && number(after)) && !(token.key === "-" && number(after) && !after!.gap && token.gap);
    }
    if (token.kind !== "word") return true;
    if (token.key === "điểm") return pointsAfter.has(before?.key ?? "") || pointsBefore.has(after?.key ?? "");
    if (token.key === "đ") return !number(before);
    if (token.key === "tối") return !["đa", "thiểu"].includes(after?.key ?? "");
    if (["trừ", "cộng", "giảm", "thưởng", "phạt"].includes(token.key)) {
      return !number(after) && !["điểm", "tối", "đi", "dần"].includes(after?.key ?? "");
    }
    if (["nhân", "chia"].includes(token.key)) return !number(after) && after?.key !== "với";
    if (token.key === "x") return before === undefined || after === undefined;
    return !scoring.has(token.key);
  });
}

const negations = phrases("không", "chưa", "chẳng", "không có", "chưa có");
const otherwise = [
  "còn lại",
  "các trường hợp còn lại",
  "trường hợp còn lại",
  "trường hợp khác",
  "các trường hợp khác",
  "ngược lại",
  "các mức còn lại",
  "mức còn lại",
  "khác",
  "các đơn vị còn lại",
  "những trường hợp khác",
  "những trường hợp còn lại",
];
const short = [
  "chưa đủ",
  "không đủ",
  "chưa đạt",
  "không đạt",
  "thiếu",
  "chưa đầy đủ",
  "không đầy đủ",
  "đạt thấp hơn",
  "dưới mức trên",
  "dưới mức này",
];
const openings = phrases(
  "nếu", "trường hợp", "trong trường hợp", "khi", "trong năm", "trong kỳ", "đối với đơn vị", "đơn vị", "nếu đơn vị",
  "nếu trong năm", "trường hợp đơn vị", "trường hợp trong năm", "trường hợp địa phương", "nếu địa phương",
  "trong năm đánh giá", "đối với các đơn vị", "các đơn vị", "trong quý", "đối với",
);
const arises = phrases("phát sinh", "được giao", "nhiệm vụ");
const general = [
  "",
  "có",
  "thực hiện",
  "triển khai",
  "đạt",
  "cả hai",
  "cả ba",
  "cả 2",
  "cả 3",
  "có cả hai",
  "tất cả",
  "có nội dung nào",
  "nội dung nào",
  "thực hiện cả hai",
  "thực hiện nội dung nào",
  "có gì",
  "làm",
  "đáp ứng",
  "đạt nội dung nào",
  "có nội dung",
  "tổ chức",
  "ban hành",
  "đạt cả hai",
  "thực hiện cả hai nội dung",
  "có cả hai nội dung",
  "có ý nào",
  "triển khai cả hai",
  "đáp ứng cả hai",
];

/** Folded words with single spaces, without punctuation at the ends. */
export const keysOf = (tokens: readonly Token[]): string =>
  bareEnds(tokens)
    .map((token) => token.key)
    .join(" ");

/** "Chưa ban hành", "không": the words deny something. */
export const isNegative = (tokens: readonly Token[]): boolean => {
  const plain = bareEnds(tokens);
  return anyPhraseAt(plain, anyPhraseAt(plain, 0, openings), negations) > 0;
};

export const isOtherwise = (tokens: readonly Token[]): boolean => otherwise.includes(keysOf(tokens));

/** "Chưa đủ", "thiếu": short of what another clause asks for in full. */
export const isShort = (tokens: readonly Token[]): boolean => short.includes(keysOf(tokens));

/** "Chưa", "không có", "chưa cả hai": nothing at all was done. */
export function isNothingDone(tokens: readonly Token[]): boolean {
  const plain = bareEnds(tokens);
  const length = anyPhraseAt(plain, 0, deny);
  return length > 0 && general.includes(keysOf(plain.slice(length)));
}

/** "Nếu không có phản ánh", "trong năm không phát sinh hồ sơ": a case in which the criterion has nothing to measure. */
export function isWaiver(tokens: readonly Token[]): boolean {
  const plain = bareEnds(tokens);
  const opening = anyPhraseAt(plain, 0, openings);
  const denied = anyPhraseAt(plain, opening, negations) > 0;
  if (!denied) return false;
  return opening > 0 || plain.some((_, k) => anyPhraseAt(plain, k, arises) > 0);
}

const announced = [
  "tính theo công thức", "tính theo công thức sau", "tính điểm theo công thức", "tính điểm theo công thức sau",
  "theo công thức", "theo công thức sau", "áp dụng công thức", "áp dụng công thức sau", "tính như sau",
  "tính điểm như sau", "xác định theo công thức", "xác định như sau", "cách tính", "cách tính điểm",
  "cách tính như sau",
];
const leads = ["thì điểm được ", "thì điểm ", "điểm được ", "điểm ", "thì được ", "được ", "thì ", ""];
/** Words behind a case or "tỷ lệ" that only lead to its formula, the longest first. */
const connectors = announced
  .flatMap((phrase) => leads.map((lead) => lead + phrase))
  .sort((a, b) => b.length - a.length);
const announcing = (phrase: string): boolean => connectors.includes(phrase);
const leading = new Set(["có", "đã", "không", "chưa"]);

/** Words without a "được tính theo công thức" behind them. */
export function withoutConnector(words: readonly Token[]): readonly Token[] {
  const plain = bareEnds(words);
  for (const phrase of [...connectors, "thì điểm là", "điểm là", "thì", "là"]) {
    const at = plain.length - phrase.split(" ").length;
    if (at < 0 || phraseAt(plain, at, phrase) === 0) continue;
    const rest = bareEnds(plain.slice(0, at));
    // "Có cách tính", "không theo công thức" are cases of their own.
    return announcing(phrase) && leading.has(rest[rest.length - 1]?.key ?? "") ? plain : rest;
  }
  return plain;
}

/** The words of a case without "nếu", "thì". */
export function caseWords(tokens: readonly Token[]): readonly Token[] {
  let plain = bareEnds(tokens);
  const opening = anyPhraseAt(plain, 0, unless);
  if (opening > 0 && opening < plain.length) plain = plain.slice(opening);
  const bare = withoutConnector(plain);
  if (bare.length > 0) plain = bare;
  const unit = plain.length - 2;
  if (plain.length > 3 && plain[unit]?.key === "đơn" && plain[unit + 1]?.key === "vị" && isSign(plain[unit - 1], ","))
    plain = plain.slice(0, unit);
  return bareEnds(plain);
}

/** The words of a case that waives, as they stand behind "nếu". */
export function waiverLabel(words: readonly Token[]): string {
  const text = labelOf(caseWords(words));
  const lead = ["trong", "không", "chưa", "đơn", "các", "đối"].includes(words[0]?.key ?? "");
  return lead ? text[0]!.toLowerCase() + text.slice(1) : text;
}

/** The words with a capital first letter, as a list's member. */
export function memberOf(tokens: readonly Token[]): string {
  const words = caseWords(tokens);
  const text = labelOf(words);
  if (words.length === 1 && words[0]!.kind === "quote") return text;
  const first = String.fromCodePoint(text.codePointAt(0) ?? 32);
  return text === "" ? text : first.toUpperCase() + text.slice(first.length);
}
