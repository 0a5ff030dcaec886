import { draftOf, draftRule, emptyDraft } from "../core/rule/draft";
import { printRule } from "../core/rule/print";
import { readRule } from "../core/rule/read";

const bounds = { min: "0", max: "2" };

/** Texts, and whether the guided editor can spell their rules. */
const rows: readonly (readonly [text: string, spelt: boolean])[] = [
  ["Đã ban hành: điểm tối đa; chưa: 0 điểm", true],
  ["a = số A; b = số B; Tỷ lệ = a/b; Điểm = Tỷ lệ*điểm tối đa", true],
  ["a = số A; b = số B; Tỷ lệ = a/b; Từ 75% trở lên: điểm tối đa; dưới 75%: Tỷ lệ*điểm tối đa", true],
  ["Tốt: 2 điểm; Khá: 1 điểm; Yếu: 0 điểm", true],
  ["a = số A; b = số B; c = số C; Tỷ lệ = (a+b)/c; Điểm = Tỷ lệ*điểm tối đa", false],
  ["a = số A; b = số B; Tỷ lệ = a/b; Từ 80% trở lên: điểm tối đa; dưới 80%: Tỷ lệ/80%*điểm tối đa", false],
  ["Phần 1: có sử dụng 0,5 điểm; chưa 0. Phần 2: có báo cáo 1,5 điểm; chưa 0", false],
];

test.each(rows)("%s", (text, spelt) => {
  const read = readRule(text, { name: "Tiêu chí", ...bounds });
  if (read.kind !== "read") throw new Error(`not read: ${text}`);
  const draft = draftOf(read.rule, bounds);
  if (!spelt) {
    expect(draft).toEqual(emptyDraft);
    expect(draftRule(draft, bounds).rule).toBeNull();
    return;
  }
  const { rule, problems } = draftRule(draft, bounds);
  expect(problems).toEqual([]);
  expect(printRule(rule!, bounds).replace(/ \(.*\)/g, "")).toBe(printRule(read.rule, bounds).replace(/ \(.*\)/g, ""));
});

test("a text that was not read opens with blanks", () => {
  expect(draftRule(draftOf(null, bounds), bounds).rule).toBeNull();
});
