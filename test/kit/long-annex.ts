import type { Workbook } from "../../core/sheet/workbook";
import { head, yesNo } from "../rows/bad-input";
import { Desk } from "./desk";

const rules = [
  yesNo, "a = số việc xong;\nb = số việc.\nTỷ lệ = a/b. Điểm = Tỷ lệ*Điểm tối đa.",
  "Từ 10 bài trở lên: điểm tối đa; từ 5 đến 9 bài: 1/2 điểm tối đa; dưới 5 bài: 0 điểm", "Theo hướng dẫn của Sở",
];

/** A workbook with one pasted table of so many criteria, fifty to a group. */
export function longAnnex(criteria: number): Workbook {
  const desk = new Desk();
  desk.paste("Phụ lục", [
    [...head],
    ...Array.from({ length: criteria }, (_, k) => [
      ...(k % 50 === 0 ? [[`${k / 50 + 1}`, `Nhóm ${k / 50 + 1}`, null, null, null]] : []),
      [`${Math.floor(k / 50) + 1}.${(k % 50) + 1}`, `Tiêu chí ${k + 1}`, 1, rules[k % rules.length]!, null],
    ]).flat(),
  ]);
  return desk.workbook;
}
