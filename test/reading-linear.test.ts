import type * as NumberRead from "../core/number/read";
import type * as Table from "../core/rubric/table";
import type * as RuleRead from "../core/rule/read";
import type { CellValue } from "../core/sheet/workbook";
import { Steps } from "./kit/steps";

/** What nobody means, repeated to any length. */
const all = [
  "1", "1,", "1.", "1 ", "1. ", "1.000 ", "１", "½", "(", ")", "((a", "[", "{", "“", "”", "“a”", "/", "a/b ", "(a+b)/", "a+", "*", "1/2*", "- ", "•", "%", "1% ", "=",
  ";", "; ", ":", ", ", ".", "\n", " ", "\u00a0", "\u200b", "\u0301", "a\u0301", "a", "A ", "🏝️", "\u2028", "\ud800", "<", "≥", "<!--", "{{}}", "=1+1 ", "điểm ", "tỷ lệ ",
  "(tối đa 5 điểm) ", "I. ", "a) ", "100 điểm, ",
];
/** Every second one: counting is slow in a process that has loaded much. `SIGNS=all` takes each. */
const some = process.env["SIGNS"] === "all" ? all : all.filter((_, at) => at % 2 === 0);
const phrases = [
  "a = b = ", "a = số;\n", "Có: 1 điểm;\n", "không: 0 điểm; ", "khác: 0 điểm\n", "A: điểm tối đa; ", "A B C: 1/2 điểm tối đa;\n", "Tỷ lệ = a/b. ",
  "Điểm = Tỷ lệ*Điểm tối đa\n", "từ 1% đến 2%: 1 điểm;\n", "từ 1.000 đến 2.000 bài: 1 điểm;\n", "dưới 5 bài: 0 điểm; ", "từ 5 bài trở lên: 1 điểm; ",
  "5 ≤ x < 7: 1 điểm; ", "quý 1: 1 điểm;\n", "mỗi bài 1 điểm, ", "mỗi ", "cộng 1 điểm, ", "trừ 0,5 điểm; ", "nếu ", "và ", "hoặc ", "điểm tối đa; ", "tổng số ", "số ",
  "trước ngày 15: 1 điểm; ", "Phần 1: ", "không ", "trên ",
];
const text = (unit: string, length: number): string => unit.repeat(Math.ceil(length / unit.length)).slice(0, length);

/** Four times the text may take this many times the steps: four, and what a text's end adds. */
const most = 4.6;
const steps = new Steps();
// Loaded once steps are counted.
const { readRule } = jest.requireActual<typeof RuleRead>("../core/rule/read");
const { readNumber, decimalMarkOf } = jest.requireActual<typeof NumberRead>("../core/number/read");
const { readTable } = jest.requireActual<typeof Table>("../core/rubric/table");
const { readRubric } = jest.requireActual<{ readRubric: (sheet: unknown, how: object) => unknown }>("../core/rubric/read");
afterAll(() => steps.end());

const sheet = (values: readonly (readonly CellValue[])[]): Parameters<typeof readTable>[0] => ({
  name: "Phụ lục", state: "visible", values, formulas: values.map((line) => line.map(() => null)), texts: values.map((line) => line.map(() => null)),
});
const head = ["STT", "Tiêu chí", "Điểm tối đa", "Cách tính điểm", "Tài liệu kiểm chứng"];
const row = { name: "Tỷ lệ hồ sơ", max: "10", min: "0" };
const readers: readonly (readonly [name: string, shortest: number, units: readonly string[], read: (long: string) => unknown])[] = [
  ["a rule", 1000, [...some, ...phrases], (long) => readRule(long, row)],
  ["the name of a rule's row", 2000, some, (long) => readRule("a = số việc;\nb = tổng số.\nTỷ lệ = a/b.", { ...row, name: long })],
  ["a number", 100, some, (long) => [readNumber(long), readNumber(long, ","), decimalMarkOf([long, long])]],
  ["what stands above a table", 2000, some, (long) => readTable(sheet([[long], head, ["1", "A", 1, ""]]))],
  ["a header", 2000, some, (long) => [readTable(sheet([[...head, long], ["1", "A", 1, ""]])), readTable(sheet([head, ["", long, "", "", ""], ["1", "A", 1, ""]]))]],
  ["a row of a table", 2000, some, (long) => readRubric(sheet([
    head, ["1", "Kế hoạch", 4, "Có: 4 điểm; không: 0 điểm", ""], [long, long, long, long, long], ["3", "Báo cáo", 4, "Có: 4 điểm; không: 0 điểm", ""],
  ]), { assumptions: "accept" })],
];

test.each(readers)("reading %s takes steps by its length, whatever is repeated in it", (name, shortest, units, read) => {
  const worst = { growth: 0, unit: "", most: "" };
  let total = 0;
  for (const unit of units) {
    const [once, four] = [steps.of(() => read(text(unit, shortest))), steps.of(() => read(text(unit, 4 * shortest)))];
    total += four.steps;
    const growth = four.steps / Math.max(once.steps, shortest / 4);
    if (growth > worst.growth) Object.assign(worst, { growth, unit, most: four.most });
  }
  expect(total).toBeGreaterThan(units.length);
  console.log(`${name}: ${(total / units.length / shortest / 4).toFixed(2)} steps a character; at most ${worst.growth.toFixed(2)} times for four times the text`);
  expect(worst.growth > most ? worst : null).toBeNull();
});

test("a text beyond the longest that is read is refused in words, in no step by its length", () => {
  const refused = [20000, 80000].map((length) => steps.of(() => expect(readRule(text("a/b ", length), row)).toMatchObject({ problem: { code: "rule-too-long" } })));
  expect(refused[0]!.steps).toBe(refused[1]!.steps);
});

test("the steps of a reading are the same each time", () => {
  const twice = [1, 2].map(() => steps.of(() => readRule(text("a/b ", 2000), row)).steps);
  expect(twice[0]).toBe(twice[1]);
  expect(twice[0]).toBeGreaterThan(2000);
});
