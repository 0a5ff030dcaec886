import type { Relative } from "../rule";
import { anyPhraseAt, isSign, phraseAt, phrases, type Token } from "./token";

const pointsHead = phrases("điểm", "số điểm", "điểm của đơn vị");
const earning = phrases("đạt", "được");
const whole = phrases("điểm tối đa của phần", "điểm tối đa của kỳ", "điểm tối đa", "điểm chuẩn");

interface Compared {
  readonly kind: "relative";
  readonly to: Relative["to"];
  readonly better: Relative["better"];
  /** The text compares "tỷ lệ". */
  readonly ratio: boolean;
}

type Wording = readonly [Relative["to"], Relative["better"], string];

function wordingsOf(what: string): Wording[] {
  const found: Wording[] = [];
  for (const own of [`${what} của đơn vị`, what, `${what} của đơn vị được đánh giá`, `${what} đơn vị đạt được`]) {
    for (const [high, low] of [
      ["cao nhất", "thấp nhất"],
      ["lớn nhất", "nhỏ nhất"],
    ]) {
      for (const whose of [what, `${what} của đơn vị`, `${what} đơn vị`, `${what} của đơn vị đạt`]) {
        const [top, bottom] = [`${whose} ${high!}`, `${whose} ${low!}`];
        found.push(["best", "high", `${own} / ${top}`], ["best", "low", `${bottom} / ${own}`]);
        found.push(["min-max", "high", `( ${own} - ${bottom} ) / ( ${top} - ${bottom} )`]);
        found.push(["min-max", "low", `( ${top} - ${own} ) / ( ${top} - ${bottom} )`]);
      }
    }
  }
  return [
    ...found,
    ["best", "high", `${what} so với đơn vị cao nhất`],
    ["best", "high", `${what} so với đơn vị có ${what} cao nhất`],
  ];
}

const wordings: readonly Wording[] = ["giá trị", "tỷ lệ", "kết quả", "số lượng"].flatMap(wordingsOf);
const others = phrases("các đơn vị khác", "các đơn vị còn lại", "đơn vị khác", "các đơn vị tiếp theo");
const leaders = phrases(
  "đơn vị cao nhất", "đơn vị có tỷ lệ cao nhất", "đơn vị có giá trị cao nhất", "đơn vị có kết quả cao nhất",
  "đơn vị đạt tỷ lệ cao nhất", "đơn vị có số lượng cao nhất",
);

/** "Đơn vị có tỷ lệ cao nhất: điểm tối đa". */
export function isLeader(tokens: readonly Token[]): boolean {
  const length = anyPhraseAt(tokens, 0, leaders);
  if (length === 0) return false;
  const from = length + (isSign(tokens[length], ":") ? 1 : anyPhraseAt(tokens, length, earning));
  return from > length && anyPhraseAt(tokens, from, whole) === tokens.length - from;
}

/** "Điểm = giá trị của đơn vị/giá trị cao nhất × điểm tối đa" and the like. */
export function readRelative(tokens: readonly Token[]): Compared | null {
  if (!tokens.some((token) => token.key === "nhất")) return null;
  const named = anyPhraseAt(tokens, 0, pointsHead);
  const other = anyPhraseAt(tokens, 0, others);
  const lead = other > 0 && isSign(tokens[other], ":") ? other + 1 : 0;
  const said = lead > 0 ? anyPhraseAt(tokens, lead, pointsHead) : named;
  const from = said > 0 && isSign(tokens[lead + said], "=", ":") ? lead + said + 1 : lead;
  for (const [to, better, wording] of wordings) {
    for (const bracket of [0, 1]) {
      if (bracket === 1 && !isSign(tokens[from], "(")) continue;
      const length = phraseAt(tokens, from + bracket, wording);
      let end = from + bracket + length;
      if (length === 0 || (bracket === 1 && !isSign(tokens[end], ")"))) continue;
      end += bracket;
      const star = isSign(tokens[end], "*") || tokens[end]?.key === "x" ? 1 : 0;
      const top = star === 0 ? 0 : anyPhraseAt(tokens, end + star, whole);
      if (top > 0 && end + star + top === tokens.length)
        return { kind: "relative", to, better, ratio: wording.includes("tỷ lệ") };
    }
  }
  return null;
}
