import type { Measure } from "../rule";
import type { Frame } from "./reading";
import type { Token } from "./token";
import { caseWords } from "./words";

/** Words of such a case that do not tell what is absent. */
const absence = new Set([
  "không", "chưa", "có", "phát", "sinh", "trên", "địa", "bàn", "trong", "năm", "kỳ", "quý", "đơn", "vị", "phương",
  "tại", "xã", "phường", "thuộc", "đánh", "giá", "tổng", "số", "lượng", "các", "nào", "bất", "cứ", "được",
  "tổ", "chức", "thực", "hiện", "xảy", "ra",
]);

const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== "");

/** Whether what a text says is absent is plainly what the figure counts. */
export function isAbsent(
  words: readonly Token[],
  figure: Measure["figures"][number],
  measure: Measure,
  frame: Frame,
): boolean {
  const own = wordsOf(figure.label);
  const vague = own.every((word) => absence.has(word));
  const labels = vague ? measure.figures.map(({ label }) => label) : [figure.label];
  const known = new Set([...labels, frame.name].flatMap(wordsOf));
  const named = caseWords(words).filter((token) => !absence.has(token.key));
  return named.every((token) => wordsOf(token.raw).every((word) => known.has(word)));
}
