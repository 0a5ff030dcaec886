import { readRubric } from "../core/rubric/read";
import { pastedSheet } from "../core/rubric/pasted";
import { say } from "../core/words/say";
import type { SheetSnapshot } from "../core/sheet/snapshot";
import type { CellValue } from "../core/sheet/workbook";

type Rows = (string | number | null)[][];
const head = ["STT", "Tiêu chí", "Điểm tối đa", "Cách tính điểm"];
const yes = "Có: điểm tối đa; không: 0 điểm";
const one = (max: string | number | null): Rows => [head, ["1", "Nhận thức", null, null], ["1.1", "Kế hoạch", max, yes], ["1.2", "Báo cáo", 2, yes]];
const long = "n".repeat(32768);

/** A paste with something wrong in it: the problems with their cells, and the sentence of the first. */
const rows: readonly (readonly [title: string, table: Rows, issues: readonly string[], vi: RegExp, en: RegExp])[] = [
  ["an empty sheet", [], ["no-header A1"], /Không thấy dòng tiêu đề/, /No header row/],
  ["no header", [["1", "Nhận thức", 8], ["1.1", "Kế hoạch", 8]], ["no-header A1"], /Không thấy dòng tiêu đề/, /No header row/],
  ["a ranking, no criteria", [["STT", "Tên đơn vị", "Điểm tối đa", "Xếp hạng"], [1, "Sở Y tế", 100, 1]], ["no-header A1"], /Không thấy/, /No header/],
  [
    "two tables", [["BẢNG 1"], head, ["1", "Nhận thức", 8, yes], [], ["BẢNG 2"], ["TT", "Nội dung", "Điểm chuẩn"], ["1", "Thể chế", 5]],
    ["two-tables A6"], /hai bảng tiêu chí, ở A2:D5 và A6:C7/, /two criteria tables, at A2:D5 and A6:C7/,
  ],
  [
    "two tables with one header", [head, ["1", "Nhận thức", 8, yes], [], head, ["1", "Thể chế", 5, yes]],
    ["two-tables A4"], /ở A1:D3 và A4:D5/, /at A1:D3 and A4:D5/,
  ],
  [
    "two tables side by side", [head, ["1", "Nhận thức", 8, yes], ["2", "Thể chế", 5, yes]].map((cells) => [...cells, null, ...cells]),
    ["two-tables F1"], /hai bảng tiêu chí, ở A1:D3 và F1:I3/, /two criteria tables, at A1:D3 and F1:I3/,
  ],
  [
    "two tables side by side without a column between, headers of two rows",
    [[...head, "Điểm"], [null, null, null, null, "Tự chấm"], ["1", "Nhận thức", 8, yes, 8]].map((cells) => [...cells, ...cells]),
    ["two-tables F1"], /ở A1:E3 và F1:J3/, /at A1:E3 and F1:J3/,
  ],
  [
    "two tables side by side, each with a header of its own, the shorter one first",
    [["TT", "Nội dung", "Điểm chuẩn", null, ...head], ["1", "Nhận thức", 8, null, "1", "Thể chế", 5, yes]],
    ["two-tables E1"], /ở A1:C2 và E1:H2/, /at A1:C2 and E1:H2/,
  ],
  [
    "two tables side by side without numbers", [head.slice(1), ["Nhận thức", 8, yes]].map((cells) => [...cells, null, ...cells]),
    ["two-tables E1"], /ở A1:C2 và E1:G2/, /at A1:C2 and E1:G2/,
  ],
  [
    "three tables side by side", [head, ["1", "Nhận thức", 8, yes]].map((cells) => [...cells, null, ...cells, null, ...cells]),
    ["two-tables F1"], /ở A1:D2 và F1:I2/, /at A1:D2 and F1:I2/,
  ],
  ["a header alone", [head], ["no-criteria B1"], /không có tiêu chí nào/, /no criterion/],
  ["maximum missing", one(null), ["max-missing C3"], /^Dòng 1\.1, ô C3: Thiếu điểm tối đa/, /^Row 1\.1, cell C3: The maximum is missing/],
  ["maximum a dash", one("-"), ["max-missing C3"], /Thiếu điểm tối đa/, /missing/],
  ["maximum abc", one("abc"), ["max-unread C3"], /“abc” không phải là số/, /“abc” is not a number/],
  ["maximum a percentage", one("10%"), ["max-unread C3"], /“10%” không phải là số/, /“10%” is not a number/],
  ["maximum negative", one(-5), ["max-negative C3"], /Điểm tối đa -5 nhỏ hơn 0/, /maximum -5 is below 0/],
  [
    "maximum 1.000 among decimals", [head, ["1", "Kế hoạch", "1.000", yes], ["2", "Báo cáo", 0.5, yes]],
    ["max-ambiguous C2"], /có thể là 1000 hoặc 1, tạm tính 0 điểm/, /may be 1000 or 1/,
  ],
  [
    "sum against a declared 100", [...one(5), [null, "Tổng cộng", 100, null]],
    ["total-differs C5"], /ghi tổng 100 điểm nhưng các tiêu chí cộng lại là 7 điểm/, /declares 100 points in total but its criteria add up to 7/,
  ],
  [
    "sum against the group's", [head, ["1", "Nhận thức", 8, null], ["1.1", "Kế hoạch", 5, yes], ["1.2", "Báo cáo", "2,5", yes]],
    ["sum-differs C2"], /^Dòng 1, ô C2: Nhóm ghi 8 điểm.*7,5 điểm/, /^Row 1, cell C2: The group declares 8 points but its rows add up to 7\.5/,
  ],
  [
    "number of criteria", [["BỘ CHỈ SỐ GỒM 3 TIÊU CHÍ"], ...one(5)],
    ["count-differs B2"], /ghi 3 tiêu chí nhưng đọc được 2/, /declares 3 criteria but 2 were read/,
  ],
  [
    "duplicate code", [head, ["1", "Nhận thức", 4, null], ["1.1", "Kế hoạch", 2, yes], ["1.1", "Báo cáo", 2, yes]],
    ["code-duplicate A4"], /^Dòng 1\.1 \(lần 2\), ô A4: Mã “1\.1” đã dùng ở ô A3/, /^Row 1\.1 \(no\. 2\), cell A4: Code “1\.1” is already used in cell A3/,
  ],
  ["name empty", [head, ["1", null, 4, yes], ["2", "Báo cáo", 2, yes]], ["name-empty B2"], /chưa có tên/, /no name/],
  ["a group without criteria", [head, ["I", "Nhận thức", 4, null], ["1", "A", 4, yes], ["II", "Thể chế", null, null]], ["group-empty B4"], /không có tiêu chí nào/, /no criterion/],
  [
    "a code that is no day before it", [head, ["3", "A", 4, yes], [46147, "B", 2, yes]],
    ["code-unsure A3"], /đổi mã thành “46147”; tạm hiểu là 5\.5/, /turned the code into “46147”; read as 5\.5/,
  ],
  ["rule empty", [head, ["1", "Kế hoạch", 2, null], ["2", "Báo cáo", 2, yes]], ["rule-empty D2"], /^Dòng 1, ô D2: Chưa có cách tính điểm/, /^Row 1, cell D2: /],
  ["a maximum column twice", [["STT", "Tiêu chí", "Điểm tối đa", "Điểm chuẩn"], ["1", "A", 2, 3]], ["columns-twice D1", "rule-empty B2"], /“Điểm tối đa” và cột “Điểm chuẩn”/, /“Điểm tối đa” and “Điểm chuẩn”/],
  [
    "32,768 characters", [head, ["1", long, 2, yes], ["2", "B", 2, long]],
    ["text-long B2", "text-long D3", "rule-too-long D3"], /Ô có 32768 ký tự/, /has 32768 characters/,
  ],
  [
    "a heading without code or points", [head, ["1", "A", 2, yes], [null, "Thành phố thông minh", null, null], ["2", "B", 2, yes]],
    ["row-unsure B3"], /được coi là tên nhóm/, /name of a group/,
  ],
  [
    "bonus or deduction", [head, ["1", "A", 2, yes], ["2", "Điểm thưởng, điểm trừ", 2, null], ["2.1", "B", 2, yes]],
    ["sign-unsure C4"], /điểm thưởng hay điểm trừ/, /bonus or a deduction/,
  ],
  [
    "a code out of its group", [head, ["1", "N", 2, null], ["1.1", "A", 2, yes], ["2", "M", 2, null], ["1.2", "B", 2, yes]],
    ["code-misplaced A5"], /Mã “1\.2” không thuộc “2”/, /Code “1\.2” does not belong to “2”/,
  ],
];

const told = (sheet: SheetSnapshot) => readRubric(sheet, { assumptions: "refuse" });
const named = (sheet: SheetSnapshot): string[] => told(sheet).issues.map(({ code, at }) => `${code} ${at.cell?.replace(/^.*!/, "") ?? ""}`);

test.each(rows)("%s", (_, table, issues, vi, en) => {
  const sheet = pastedSheet("Phụ lục", table);
  expect(named(sheet)).toEqual(issues);
  expect(say(told(sheet).issues[0]!, "vi")).toMatch(vi);
  expect(say(told(sheet).issues[0]!, "en")).toMatch(en);
});

test("error values and formulas in cells of the table", () => {
  const values: CellValue[][] = [head, ["1", "Nhận thức", 4, null], ["1.1", { error: "#NAME?" }, 2, yes], ["1.2", "Báo cáo", { error: "#REF!" }, yes]];
  const formulas = values.map((row) => row.map((): string | null => null));
  formulas[1]![2] = "SUM(C3:C4)";
  const sheet: SheetSnapshot = { name: "Phụ lục", state: "visible", values, formulas };
  expect(named(sheet).sort()).toEqual(["cell-error B3", "cell-error C4", "cells-computed C2", "max-missing C4", "name-empty B3", "sum-differs C2"]);
  const [first] = told(sheet).issues;
  expect(say(first!, "vi")).toBe("Ô C2: Bảng có 1 ô là công thức; giá trị đang hiện được đọc. Nếu số liệu chưa đúng, dán lại bảng dưới dạng giá trị.");
});

const many = (count: number): SheetSnapshot =>
  pastedSheet("Phụ lục", [
    head,
    ...Array.from({ length: count }, (_, k) => [`${Math.floor(k / 50) + 1}.${(k % 50) + 1}`, `Tiêu chí ${k}`, 1, k % 2 === 0 ? yes : "a = số việc xong;\nb = số việc.\nTỷ lệ = a/b. Điểm = Tỷ lệ*Điểm tối đa."]),
  ]);

test("1,000 criteria are read, 1,001 refused in words", () => {
  const started = Date.now();
  const reading = told(many(1000));
  console.log(`1,000 criteria read in ${Date.now() - started} ms`);
  expect(reading.rubric?.nodes.length).toBe(1000);
  const refused = told(many(1001));
  expect(refused.rubric).toBeNull();
  expect(say(refused.issues[0]!, "vi")).toMatch(/1001 tiêu chí, nhiều hơn mức 1000/);
  expect(say(refused.issues[0]!, "en")).toMatch(/1001 criteria; a rubric holds up to 1000/);
});

test("a rule that is not read never keeps the others from being read", () => {
  const reading = told(pastedSheet("Phụ lục", [head, ["1", "A", 2, "Theo hướng dẫn của Sở"], ["2", "B", 2, yes]]));
  if (reading.rubric === null) throw new Error("nothing was read");
  expect(reading.rows.map(({ state }) => state)).toEqual(["unread", "read"]);
  expect(reading.rubric.nodes.map((node) => node.kind === "criterion" && node.rule?.kind)).toEqual([undefined, "choice"]);
});

test("assumptions are agreed to criterion by criterion", () => {
  const sheet = pastedSheet("Phụ lục", [head, ["1", "A", 2, "a = số đạt; b = tổng số. Điểm = Tỷ lệ*Điểm tối đa."], ["2", "B", 2, "a = số đạt; b = tổng số. Điểm = Tỷ lệ*Điểm tối đa."]]);
  const states = (assumptions: "accept" | "refuse" | ReadonlySet<string>) => {
    const reading = readRubric(sheet, { assumptions });
    if (reading.rubric === null) throw new Error("nothing was read");
    return reading.rubric.nodes.map((node) => `${node.kind === "criterion" && node.rule !== null}`).concat(reading.issues.map(({ code }) => code));
  };
  expect(states("refuse")).toEqual(["false", "false", "assume-ratio", "assume-ratio"]);
  expect(states("accept")).toEqual(["true", "true"]);
  expect(states(new Set(["c:2"]))).toEqual(["false", "true", "assume-ratio"]);
});
