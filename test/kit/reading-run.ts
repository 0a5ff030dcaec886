import type { CellValue } from "../../core/sheet/workbook";
import type { SheetSnapshot } from "../../core/sheet/snapshot";
import { Steps } from "./steps";

/** What reading repeated texts took, counted in a process that has loaded little else, where counting is quick. */
export interface Counted {
  readonly name: string;
  readonly texts: number;
  /** Of all the long texts together. */
  readonly steps: number;
  readonly characters: number;
  /** The text that grows the most: how many times the steps for four times the length, and where they are spent. */
  readonly worst: { readonly growth: number; readonly unit: string; readonly most: string };
}

export interface Run {
  readonly readers: readonly Counted[];
  /** Steps until texts of 20000 and 80000 characters are refused, with the code that says so. */
  readonly refused: readonly (readonly [steps: number, code: string | null])[];
  /** Steps of the same reading, twice. */
  readonly twice: readonly number[];
}

/** What nobody means, repeated to any length. */
const signs = [
  "1", "1,", "1.", "1 ", "1. ", "1.000 ", "１", "½", "(", ")", "((a", "[", "{", "“", "”", "“a”", "/", "a/b ", "(a+b)/", "a+", "*", "1/2*", "- ", "•", "%", "1% ", "=",
  ";", "; ", ":", ", ", ".", "\n", " ", "\u00a0", "\u200b", "\u0301", "a\u0301", "a", "A ", "🏝️", "\u2028", "\ud800", "<", "≥", "<!--", "{{}}", "=1+1 ", "điểm ", "tỷ lệ ",
  "(tối đa 5 điểm) ", "I. ", "a) ", "100 điểm, ",
];
const phrases = [
  "a = b = ", "a = số;\n", "Có: 1 điểm;\n", "không: 0 điểm; ", "khác: 0 điểm\n", "A: điểm tối đa; ", "A B C: 1/2 điểm tối đa;\n", "Tỷ lệ = a/b. ",
  "Điểm = Tỷ lệ*Điểm tối đa\n", "từ 1% đến 2%: 1 điểm;\n", "từ 1.000 đến 2.000 bài: 1 điểm;\n", "dưới 5 bài: 0 điểm; ", "từ 5 bài trở lên: 1 điểm; ",
  "5 ≤ x < 7: 1 điểm; ", "quý 1: 1 điểm;\n", "mỗi bài 1 điểm, ", "mỗi ", "cộng 1 điểm, ", "trừ 0,5 điểm; ", "nếu ", "và ", "hoặc ", "điểm tối đa; ", "tổng số ", "số ",
  "trước ngày 15: 1 điểm; ", "Phần 1: ", "không ", "trên ",
];
const text = (unit: string, length: number): string => unit.repeat(Math.ceil(length / unit.length)).slice(0, length);

const sheet = (values: readonly (readonly CellValue[])[]): SheetSnapshot => ({
  name: "Phụ lục", state: "visible", values, formulas: values.map((line) => line.map(() => null)), texts: values.map((line) => line.map(() => null)),
});
const head = ["STT", "Tiêu chí", "Điểm tối đa", "Cách tính điểm", "Tài liệu kiểm chứng"];
const row = { name: "Tỷ lệ hồ sơ", max: "10", min: "0" };

async function main(): Promise<void> {
  const steps = new Steps();
  // Loaded once steps are counted.
  const { readRule } = await import("../../core/rule/read");
  const { readNumber, decimalMarkOf } = await import("../../core/number/read");
  const { readTable } = await import("../../core/rubric/table");
  const { readRubric } = await import("../../core/rubric/read");
  const readers: readonly (readonly [name: string, shortest: number, units: readonly string[], read: (long: string) => unknown])[] = [
    ["a rule", 1000, [...signs, ...phrases], (long) => readRule(long, row)],
    ["the name of a rule's row", 2000, signs, (long) => readRule("a = số việc;\nb = tổng số.\nTỷ lệ = a/b.", { ...row, name: long })],
    ["a number", 100, signs, (long) => [readNumber(long), readNumber(long, ","), decimalMarkOf([long, long])]],
    ["what stands above a table", 2000, signs, (long) => readTable(sheet([[long], head, ["1", "A", 1, ""]]))],
    ["a header", 2000, signs, (long) => [readTable(sheet([[...head, long], ["1", "A", 1, ""]])), readTable(sheet([head, ["", long, "", "", ""], ["1", "A", 1, ""]]))]],
    ["a row of a table", 2000, signs, (long) => readRubric(sheet([
      head, ["1", "Kế hoạch", 4, "Có: 4 điểm; không: 0 điểm", ""], [long, long, long, long, long], ["3", "Báo cáo", 4, "Có: 4 điểm; không: 0 điểm", ""],
    ]), { assumptions: "accept" })],
  ];
  const counted = readers.map(([name, shortest, units, read]): Counted => {
    let worst = { growth: 0, unit: "", most: "" };
    let total = 0;
    for (const unit of units) {
      const [once, four] = [steps.of(() => read(text(unit, shortest))), steps.of(() => read(text(unit, 4 * shortest)))];
      total += four.steps;
      const growth = four.steps / Math.max(once.steps, shortest / 4);
      if (growth > worst.growth) worst = { growth, unit, most: four.most };
    }
    return { name, texts: units.length, steps: total, characters: units.length * shortest * 4, worst };
  });
  const refused = [20000, 80000].map((length): readonly [number, string | null] => {
    let code: string | null = null;
    const { steps: taken } = steps.of(() => {
      const outcome = readRule(text("a/b ", length), row);
      code = "problem" in outcome ? (outcome.problem?.code ?? null) : null;
    });
    return [taken, code];
  });
  const twice = [1, 2].map(() => steps.of(() => readRule(text("a/b ", 2000), row)).steps);
  steps.end();
  process.stdout.write(JSON.stringify({ readers: counted, refused, twice } satisfies Run));
}

void main();
