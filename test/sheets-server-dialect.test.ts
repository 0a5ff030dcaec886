import * as fc from "fast-check";
import { fromSheets, isNeutral, toSheets } from "../core/formula/sheets-dialect";
import type { SheetPatch } from "../core/sheet/patch";
import { formPatch } from "../core/form/form-sheet";
import { pointsRubric, rankTyped, unit } from "./kit/ranking";
import { randomCase } from "./kit/random-rubric";

const marks = [",", "."] as const;

test.each([
  ['IF(A1>=0,"a,b;c",\'Tỷ lệ, 1;2\'!B2)', 'IF(A1>=0;"a,b;c";\'Tỷ lệ, 1;2\'!B2)', 'IF(A1>=0;"a,b;c";\'Tỷ lệ, 1;2\'!B2)'],
  ['"say ""a,b"""&\'it\'\'s, 1.5\'!A1', '"say ""a,b"""&\'it\'\'s, 1.5\'!A1', '"say ""a,b"""&\'it\'\'s, 1.5\'!A1'],
  ["A1*0.5+ROUND(1.25,1)", "A1*0,5+ROUND(1,25;1)", "A1*0.5+ROUND(1.25;1)"],
  [".5+5.", ",5+5,", ".5+5."],
  ["SUM({1,2;3,4})", "SUM({1\\2;3\\4})", "SUM({1,2;3,4})"],
  ["{SUM(1,2),3;4,5}", "{SUM(1;2)\\3;4\\5}", "{SUM(1;2),3;4,5}"],
  ["STDEV.S(A1:A3,LOG10(B2))", "STDEV.S(A1:A3;LOG10(B2))", "STDEV.S(A1:A3;LOG10(B2))"],
  ["TỶ.LỆ1.5+$A$1", "TỶ.LỆ1.5+$A$1", "TỶ.LỆ1.5+$A$1"],
])("%s", (neutral, comma, dot) => {
  expect(toSheets(neutral, ",")).toBe(comma);
  expect(toSheets(neutral, ".")).toBe(dot);
  expect(fromSheets(comma, ",")).toBe(neutral);
  expect(fromSheets(dot, ".")).toBe(neutral);
});

test("arguments parted by commas are read too, as a spreadsheet with a decimal point may give them", () =>
  expect(fromSheets('IF(A1,"x",{1,2;3,4})', ".")).toBe('IF(A1,"x",{1,2;3,4})'));

test.each([
  ["IF(A1,75/100,\"0.5\")", true],
  ["'Sổ 1.5'!A1", true],
  ["A1*0.5", false],
  [".5", false],
  ["SUM({1,2})", false],
  ["SUM(Bảng1[Điểm])", false],
])("%s is neutral: %s", (formula, is) => expect(isNeutral(formula)).toBe(is));

/** Every formula of a patch, of cells and of conditional formats. */
const formulasOf = ({ blocks = [], conditionals = [] }: SheetPatch): string[] => [
  ...blocks.flatMap(({ cells }) => cells.flat().flatMap((write) => (write !== null && "f" in write ? [write.f] : []))),
  ...conditionals.map(({ formula }) => formula),
];

/** What is wrong with a formula of ours under either locale. */
function faultsIn(formula: string): string[] {
  const [comma, dot] = [toSheets(formula, ","), toSheets(formula, ".")];
  return [
    ...(isNeutral(formula) ? [] : ["not neutral"]),
    ...(comma === dot ? [] : ["differs by locale"]),
    ...(marks.every((mark) => fromSheets(comma, mark) === formula) ? [] : ["does not come back"]),
    ...(toSheets(comma, ",") === comma ? [] : ["changes when sent again"]),
  ];
}

test("every formula of 300 random forms goes to Google Sheets and back, the same under every locale", () => {
  const wrong: unknown[] = [];
  let count = 0;
  for (let seed = 1; seed <= 300; seed++) {
    const { rubric, answers, reviews } = randomCase(seed);
    const form = { sheet: "Phiếu", unit: { code: "U1", name: "Xã, Đảo; 1.5" }, language: "vi", decimal: ",", answers, reviews } as const;
    for (const formula of formulasOf(formPatch(rubric, form))) {
      count++;
      const faults = faultsIn(formula);
      if (faults.length > 0 && wrong.length < 5) wrong.push({ seed, formula, faults });
    }
  }
  console.log(`${count} formulas`);
  expect(wrong).toEqual([]);
  expect(count).toBeGreaterThan(10000);
});

test("and so does every formula of a ranking", () => {
  const rubric = pointsRubric([["10"], ["2.5", "-1"], ["3"]], { ties: "modified", bandUnit: "percent" });
  const { workbook } = rankTyped(rubric, ["A", "B", "C"].map((code) => unit(code, "Khối, 1;2")), [[1, 2.5, 3], [4, 0.1, 3], []]);
  const found = workbook.sheets.flatMap(({ cells, conditionals }) => [
    ...cells.flatMap((line) => line?.flatMap((cell) => (cell?.f === undefined ? [] : [cell.f])) ?? []),
    ...conditionals.map(({ formula }) => formula),
  ]);
  expect(found.length).toBeGreaterThan(50);
  expect(found.flatMap((formula) => faultsIn(formula).map((fault) => [fault, formula]))).toEqual([]);
});

/** Formulas that people write: decimals, arrays, text and sheets with every sign in them. */
const formulas: fc.Arbitrary<string> = fc.letrec<{ formula: string }>((tie) => ({
  formula: fc.oneof(
    { depthSize: "small" },
    fc.double({ min: 0, max: 1e6, noNaN: true }).map((n) => n.toFixed(3)),
    fc.nat(999).map(String),
    fc.string().map((text) => `"${text.replace(/"/g, '""')}"`),
    fc.string({ minLength: 1 }).map((name) => `'${name.replace(/'/g, "''")}'!A1`),
    fc.constantFrom("A1", "$B$2", "C3:D4", "TRUE()", "LOG10(7)"),
    fc.array(tie("formula"), { minLength: 1, maxLength: 3 }).map((args) => `SUM(${args.join(",")})`),
    fc.tuple(tie("formula"), fc.constantFrom("+", "-", "*", "/", "&", ">=", "<>"), tie("formula")).map((parts) => parts.join("")),
    fc.array(fc.array(fc.nat(9).map((n) => `${n}.5`), { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 3 })
      .map((rows) => `{${rows.map((row) => row.join(",")).join(";")}}`),
  ),
})).formula;

test.each(marks)("people's own formulas come back as they were, under %s", (mark) => {
  fc.assert(fc.property(formulas, (formula) => fromSheets(toSheets(formula, mark), mark) === formula), { numRuns: 2000 });
});
