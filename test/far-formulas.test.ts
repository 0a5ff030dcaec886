import type { Outcome, Run } from "../core/app-port";
import { farCellsOf } from "../core/check/spelling";
import { type Address, areaName, cellName } from "../core/sheet/address";
import { bookInUse, sheets, units } from "./kit/damaged-book";
import type { Desk } from "./kit/desk";

const told = (formula: string): string[] => farCellsOf(formula).map(({ sheet, first, last }) =>
  `${sheet}|${areaName({ ...first, rows: last.row - first.row + 1, columns: last.column - first.column + 1 })}`);

test.each<[string, string[]]>([
  ["Phiếu!A1+B2", ["Phiếu|A1"]],
  ["'Phiếu HT'!$N$12*2-'Phiếu SS'!N3", ["Phiếu HT|N12", "Phiếu SS|N3"]],
  ["SUM( 'It''s mine'!C9 : A2 , D4)", ["It's mine|A2:C9"]],
  ["Tay!A1:Tay!B2", ["Tay|A1:B2"]],
  ["VLOOKUP(A1,Tay!$B$2:$D$9,2)+Tay!E5", ["Tay|B2:D9", "Tay|E5"]],
  ["SUM(Tay!N:N)+SUM(Tay!5:6)+Tay!Tên+Tay!LOG10(2)", []],
  ['"Tay!A1"&A1', []],
  ["[1]Tay!A1+'[sổ.xlsx]Tay'!A1+SUM(Một:Hai!A1)+SUM('Một:Hai'!A1)", []],
  ["A1:B2+IF(Tay!A1>0,C3,Tay!C4)", ["Tay|A1", "Tay|C4"]],
])("%s reads far cells", (formula, cells) => {
  expect(told(formula)).toEqual(cells);
});

const [form, other] = sheets;
const grown = (desk: Desk): void => {
  const row = desk.sheet("Bộ chỉ số").cells.findIndex((line) => line?.[1]?.v === "1");
  desk.duplicateRow("Bộ chỉ số", row);
  desk.enter({ sheet: "Bộ chỉ số", row, column: 0 }, null);
  desk.enter({ sheet: "Bộ chỉ số", row, column: 1 }, "9");
};

/** What is told of formulas elsewhere, in findings and in the log's new lines. */
function pressed(desk: Desk, outcome: Run<Outcome>): { found: string[]; logged: string[] } {
  const done = desk.all<Outcome>(outcome);
  const lines = (): string[] => (desk.workbook.sheets.find(({ name }) => name === "Nhật ký")?.cells ?? []).flatMap((line) =>
    line?.[1]?.v === "Công thức cần xem lại" ? [`${String(line[4]?.v)} ${String(line[5]?.v)} ${String(line[6]?.v)}`] : []);
  const before = lines().length;
  desk.write(done);
  return {
    found: done.findings.flatMap(({ issue, at }) => (issue.code === "formula-far-moved"
      ? [`${issue.params.sheet} ${at!.sheet}!${cellName(at!.row, at!.column)} =${issue.params.formula}${issue.params.more === 0 ? "" : ` +${issue.params.more}`}`]
      : [])),
    logged: lines().slice(before),
  };
}

const note = (desk: Desk, row: number, formula: string, sheet = "Sổ tay", column = 3): Address => {
  const at = { sheet, row, column };
  desk.enter(at, 0, formula);
  return at;
};

test("formulas elsewhere whose rows a build moves are named, those that go on reading the same are not", () => {
  const desk = bookInUse();
  const { row } = desk.cell("3", "final", form);
  const was = desk.cell("1", "final", form).row + 1;
  const beside = desk.cell("3", "row", other);
  [
    `'${form}'!N${row + 1}`, `SUM('${form}'!N${row}:N${row + 3})`, `SUM('${form}'!N:N)`, `SUM('${form}'!N1:N900)`, `"'${form}'!N${row + 1}"`,
    `'${form}'!B2`, `N${row + 1}`, `'Bộ chỉ số'!D${row + 1}`,
  ].forEach((formula, k) => note(desk, k, formula));
  note(desk, beside.row, `'${form}'!N${row + 1}`, other, 50);
  expect(pressed(desk, desk.app.build(desk.snapshot(), { units, year: "2026" }))).toEqual({ found: [], logged: [] });
  grown(desk);
  const built = desk.all(desk.app.build(desk.snapshot(), { units, year: "2026" }));
  const expected = [
    `${form} Sổ tay!D1 ='${form}'!N${row + 1}`, `${form} Sổ tay!D2 =SUM('${form}'!N${row}:N${row + 3})`, `${form} Sổ tay!B3 ='${form}'!N${was}+1`,
  ];
  const { found, logged } = pressed(desk, built);
  expect(found).toEqual(expected);
  expect(logged).toEqual(expected);
  expect(built.report.far.map(({ code, name }) => `${form} ${code} ${name}`)).toEqual(expected);
  // On the way back the rows move again.
  expect(pressed(desk, desk.app.takeBack(desk.snapshot())).found).toEqual(expected);
});

test("formulas elsewhere whose rows a ranking moves are named", () => {
  const desk = bookInUse();
  const rowOf = (sheet: string, name: string): number => desk.sheet(sheet).cells.findIndex((line) => line?.some((cell) => cell?.v === name));
  const { code } = units[1];
  for (const [k, sheet] of (["Chỉ số", "Xếp hạng"] as const).entries()) note(desk, k, `'${sheet}'!E${rowOf(sheet, code) + 1}`);
  note(desk, 2, `'${form}'!N9`);
  expect(pressed(desk, desk.app.rank(desk.snapshot()))).toEqual({ found: [], logged: [] });
  desk.deleteRow("Đơn vị", rowOf("Đơn vị", units[0].code));
  desk.enter({ sheet: form, row: 0, column: 0 }, null);
  const { found, logged } = pressed(desk, desk.app.rank(desk.snapshot()));
  expect(found.map((line) => line.replace(/\d+$/, ""))).toEqual(["Chỉ số Sổ tay!D1 ='Chỉ số'!E", "Xếp hạng Sổ tay!D2 ='Xếp hạng'!E"]);
  expect(logged).toEqual(found);
});

test("of many formulas the first are named, the log holds more", () => {
  const desk = bookInUse();
  const { row } = desk.cell("3", "final", form);
  for (let k = 0; k < 250; k++) note(desk, k, `'${form}'!N${row + 1}`, "Sổ tay", 9);
  grown(desk);
  const { found, logged } = pressed(desk, desk.app.build(desk.snapshot(), { units, year: "2026" }));
  expect([found.length, logged.length]).toEqual([20, 200]);
  expect(found[19]).toMatch(/ \+231$/);
});
