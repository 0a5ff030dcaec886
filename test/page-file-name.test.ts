import { fileName, suggestedName } from "../excel-addin/page/file-name";
import { Desk } from "./kit/desk";

test.each([
  ["Phiếu 2026", "Phiếu 2026.xlsx"],
  [" Phiếu 2026.XLSX ", "Phiếu 2026.xlsx"],
  ["quý 4/2026: phiếu*", "quý 4 2026 phiếu.xlsx"],
  ["..\\..\\bí mật", "bí mật.xlsx"],
  ["hai\ndòng", "hai dòng.xlsx"],
  ["...", ""],
  ["  ", ""],
  [".xlsx", ""],
  ["a".repeat(300), `${"a".repeat(120)}.xlsx`],
])("a file named %j is saved as %j", (typed, name) => {
  expect(fileName(typed)).toBe(name);
});

const table = [["STT", "Tiêu chí", "Điểm tối đa", "Cách tính điểm"], ["1", "Tiêu chí A", 5, "- Có: điểm tối đa; - Không: 0 điểm"]];
const units = [{ code: "X1", name: "Xã Tân Lập" }, { code: "X2", name: "Xã A/B" }];

test.each([
  ["no form", [], "vi", ""],
  ["one form", units.slice(0, 1), "vi", "Phiếu tự đánh giá Xã Tân Lập 2026.xlsx"],
  ["one form of a unit with a stroke in its name", units.slice(1), "en", "Self-assessment Xã A B 2026.xlsx"],
  ["several forms", units, "vi", "Phiếu các đơn vị 2026.xlsx"],
] as const)("a workbook with %s, which nobody named", (_, built, language, name) => {
  const desk = new Desk();
  desk.paste("Phụ lục", table);
  desk.confirm();
  if (built.length > 0) desk.build(...built);
  expect(suggestedName({ ...desk.snapshot(), facts: { ...desk.facts, language } })).toBe(name);
});
