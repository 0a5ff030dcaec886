import type { Relative } from "../rule";
import { anyPhraseAt, isSign, phraseAt, type Token, phrases } from "./token";

const pointsHead = phrases("điểm", "số điểm", "điểm của đơn vị");
const whole = phrases("điểm tối đa của phần", "điểm tối đa của kỳ", "điểm tối đa", "điểm chuẩn");

interface Compared {
  readonly kind: "relative";
  readonly to: Relative["to"];
  readonly better: Relative["better"];
}

/** The formulas of a rule that compares units, without "Điểm =" and "× điểm tối đa". */
export const comparisons: readonly (readonly [Relative["to"], Relative["better"], string])[] = [
  ["best", "high", "giá trị của đơn vị / giá trị cao nhất"],
  ["best", "low", "giá trị thấp nhất / giá trị của đơn vị"],
  ["min-max", "high", "( giá trị của đơn vị - giá trị thấp nhất ) / ( giá trị cao nhất - giá trị thấp nhất )"],
  ["min-max", "low", "( giá trị cao nhất - giá trị của đơn vị ) / ( giá trị cao nhất - giá trị thấp nhất )"],
];

const wordings: readonly (readonly [Relative["to"], Relative["better"], string])[] = [
  ...comparisons,
  ["best", "high", "giá trị của đơn vị / giá trị lớn nhất"],
  ["best", "high", "giá trị của đơn vị / giá trị của đơn vị cao nhất"],
  ["best", "high", "tỷ lệ của đơn vị / tỷ lệ cao nhất"],
  ["best", "high", "tỷ lệ / tỷ lệ của đơn vị cao nhất"],
  ["best", "high", "tỷ lệ / tỷ lệ cao nhất"],
  ["best", "high", "kết quả của đơn vị / kết quả của đơn vị cao nhất"],
  ["best", "high", "tỷ lệ so với đơn vị cao nhất"],
  ["best", "low", "giá trị nhỏ nhất / giá trị của đơn vị"],
  ["min-max", "high", "( giá trị của đơn vị - giá trị nhỏ nhất ) / ( giá trị lớn nhất - giá trị nhỏ nhất )"],
  ["min-max", "low", "( giá trị lớn nhất - giá trị của đơn vị ) / ( giá trị lớn nhất - giá trị nhỏ nhất )"],
];

/** "Điểm = giá trị của đơn vị/giá trị cao nhất × điểm tối đa" and the like. */
export function readRelative(tokens: readonly Token[]): Compared | null {
  const named = anyPhraseAt(tokens, 0, pointsHead);
  const from = named > 0 && isSign(tokens[named], "=", ":") ? named + 1 : 0;
  for (const [to, better, wording] of wordings) {
    for (const bracket of [0, 1]) {
      if (bracket === 1 && !isSign(tokens[from], "(")) continue;
      const length = phraseAt(tokens, from + bracket, wording);
      let end = from + bracket + length;
      if (length === 0 || (bracket === 1 && !isSign(tokens[end], ")"))) continue;
      end += bracket;
      const star = isSign(tokens[end], "*") || tokens[end]?.key === "x" ? 1 : 0;
      const top = star === 0 ? 0 : anyPhraseAt(tokens, end + star, whole);
      if (top > 0 && end + star + top === tokens.length) return { kind: "relative", to, better };
    }
  }
  return null;
}
