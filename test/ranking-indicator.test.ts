import { indicatorsOf } from "../core/ranking/indicator";
import { pastedSheet } from "../core/rubric/pasted";
import { readRubric } from "../core/rubric/read";

const head = ["STT", "Chỉ số", "Điểm tối đa", "Cách tính điểm"];
const rule = "Đã ban hành: điểm tối đa; chưa: 0 điểm.";

/** Which rows units are ranked by, as the annex numbers them. */
const rows: readonly { readonly name: string; readonly table: readonly (readonly (string | number | null)[])[]; readonly expected: readonly string[] }[] = [
  {
    name: "groups of the first level",
    table: [head, ["1", "Nhận thức số", 2, null], ["1.1", "Kế hoạch", 2, rule], ["2", "Thể chế số", 3, null], ["2.1", "Văn bản", 3, rule]],
    expected: ["1", "2"],
  },
  {
    name: "sections that only gather give way to what they gather",
    table: [
      head, ["I", "Nhóm chỉ số nền tảng", 5, null], ["1", "Nhận thức số", 2, null], ["1.1", "Kế hoạch", 2, rule],
      ["2", "Thể chế số", 3, null], ["2.1", "Văn bản", 3, rule], ["II", "Nhóm chỉ số hoạt động", 4, null],
      ["3", "Hoạt động chính quyền số", 4, null], ["3.1", "Hồ sơ", 4, rule],
    ],
    expected: ["1", "2", "3"],
  },
  {
    name: "numbered fields stay the indicators though they hold groups",
    table: [
      head, ["1", "Chỉ đạo điều hành", 5, null], ["1.1", "Kế hoạch", 2, null], ["1.1.1", "Ban hành", 2, rule],
      ["1.2", "Báo cáo", 3, null], ["1.2.1", "Đúng hạn", 3, rule],
    ],
    expected: ["1"],
  },
];

test.each(rows)("$name", ({ table, expected }) => {
  const { rubric } = readRubric(pastedSheet("Phụ lục", table), { assumptions: "accept" });
  expect(indicatorsOf(rubric!).map(({ code }) => code)).toEqual(expected);
});
