import { readStore } from "../core/form/store-sheet";
import { bookInUse, units } from "./kit/damaged-book";
import type { Desk } from "./kit/desk";
import { damageRows } from "./rows/damages";

let whole: Desk;
beforeAll(() => void (whole = bookInUse()));

const [first, second] = units;
const rubricSheet = "Bộ chỉ số";
/** The rubric without criterion 8, forms written again for it; gives back a way to bring the criterion again. */
function withoutEight(desk: Desk): () => void {
  const { cells } = desk.sheet(rubricSheet);
  desk.deleteRow(rubricSheet, cells.findIndex((cut) => cut?.some((cell) => cell?.v === "8")));
  desk.build(...units);
  return () => desk.change(rubricSheet, (sheet) => ({ ...sheet, cells }));
}
/** The unit's code typed over on its form. */
const code = (desk: Desk, sheet: string, from: string, to: string): void =>
  desk.change(sheet, (old) => ({ ...old, cells: old.cells.map((cut) => cut?.map((cell) => (cell?.v === from && cell.f === undefined ? { ...cell, v: to } : cell))) }));
const copy = (desk: Desk, sheet: string, name: string): void => {
  desk.workbook = { ...desk.workbook, sheets: [...desk.workbook.sheets, { ...desk.sheet(sheet), name }] };
};
const answer = (desk: Desk, sheet: string) => desk.value(desk.cell("8", { input: "n" }, sheet));
const aside = (desk: Desk): string[] => readStore(desk.snapshot())!.parked.map(({ unit, sheet, value }) => `${unit} ${sheet} ${String(value)}`);

describe("what was put aside returns", () => {
  test("to the form of a unit whose code was corrected since", () => {
    const desk = whole.copy();
    const again = withoutEight(desk);
    code(desk, "Phiếu HT", "HT", "HT01");
    again();
    desk.build({ ...first, code: "HT01" }, second);
    expect([answer(desk, "Phiếu HT"), answer(desk, "Phiếu SS")]).toEqual([6, 5]);
    expect(aside(desk)).toEqual([]);
  });

  test("to the form of a unit whose sheet was renamed and whose code is in other letters", () => {
    const desk = whole.copy();
    const again = withoutEight(desk);
    desk.renameSheet("Phiếu HT", "Hạc Thành nộp");
    code(desk, "Hạc Thành nộp", "HT", "ht");
    again();
    desk.build(second);
    expect(answer(desk, "Hạc Thành nộp")).toBe(6);
    expect(aside(desk)).toEqual([]);
  });

  test("to each of two forms of a unit what was put aside for it", () => {
    const desk = whole.copy();
    copy(desk, "Phiếu HT", "Phiếu HT (2)");
    desk.enter(desk.cell("8", { input: "n" }, "Phiếu HT (2)"), 4);
    const again = withoutEight(desk);
    again();
    desk.build(...units);
    expect([answer(desk, "Phiếu HT"), answer(desk, "Phiếu HT (2)")]).toEqual([6, 4]);
    expect(aside(desk)).toEqual([]);
  });

  test("not to a new form of another unit in a sheet of the old name", () => {
    const desk = whole.copy();
    const again = withoutEight(desk);
    desk.deleteSheet("Phiếu HT");
    again();
    desk.build({ code: "", name: "HT" });
    expect(answer(desk, "Phiếu HT")).toBeNull();
    expect(aside(desk)).toEqual(["HT Phiếu HT Báo cáo số 8/BC-UBND", "HT Phiếu HT 6"]);
  });
});

/** What a look and a check say of sheets that are gone or cannot be read. */
const gone = (desk: Desk): string[] => [
  ...desk.look().findings, ...desk.all(desk.app.check(desk.snapshot(), null)).findings,
].map(({ issue }) => issue.code).filter((said) => /^(sheet-missing|form-unreadable|damage-sheet-renamed|damage-form-deleted)$/.test(said));

test.each<[string, (desk: Desk) => void, string[]]>([
  ["renamed", (desk) => desk.renameSheet("Phiếu SS", "Nộp"), ["damage-sheet-renamed"]],
  ["renamed, its code in other letters", (desk) => {
    desk.renameSheet("Phiếu SS", "Nộp");
    code(desk, "Nộp", "SS", "ss");
  }, ["damage-sheet-renamed"]],
  ["renamed, its unit's name corrected", (desk) => {
    desk.renameSheet("Phiếu SS", "Nộp");
    code(desk, "Nộp", second.name, "Phường Sầm Sơn");
  }, ["damage-sheet-renamed"]],
  ["deleted", (desk) => desk.deleteSheet("Phiếu SS"), ["sheet-missing", "damage-form-deleted"]],
  ["broken beside a copy", (desk) => {
    copy(desk, "Phiếu HT", "Bản chép");
    damageRows.find(({ name }) => name.startsWith("the column of ids deleted, and a row above"))!.damage(desk);
  }, ["form-unreadable", "form-unreadable"]],
])("a look and a check agree on a form's sheet that was %s", (_name, change, said) => {
  const desk = whole.copy();
  change(desk);
  expect(gone(desk)).toEqual(said);
});

test("facts written again after a copy remember the form that it was made of", () => {
  const desk = whole.copy();
  copy(desk, "Phiếu HT", "Bản chép");
  damageRows.find(({ name }) => name.startsWith("the column of ids deleted, and a row above"))!.damage(desk);
  desk.enter({ sheet: "_scorebook", row: 3, column: 18 }, "x");
  desk.write(desk.all(desk.app.repair(desk.snapshot(), null)));
  expect(readStore(desk.snapshot())!.forms.map(({ sheet }) => sheet).sort()).toEqual(["Bản chép", "Phiếu HT", "Phiếu SS"]);
});

test("two forms of one unit, one renamed since, get back each what it held", () => {
  const desk = whole.copy();
  copy(desk, "Phiếu SS", "Phiếu SS (2)");
  const at = desk.cell("4", { input: "a" }, "Phiếu SS");
  desk.enter({ ...at, sheet: "Phiếu SS (2)" }, 69, "60+9");
  const formula = (sheet: string) => desk.sheet(sheet).cells[at.row]?.[at.column]?.f;
  expect([formula("Phiếu SS"), formula("Phiếu SS (2)")]).toEqual(["70-1", "60+9"]);
  desk.write(desk.app.settings(desk.snapshot(), { ...desk.look().settings!, digits: 3 }));
  desk.renameSheet("Phiếu SS", "Nộp");
  desk.write(desk.app.takeBack(desk.snapshot()));
  expect([formula("Nộp"), formula("Phiếu SS (2)")]).toEqual(["70-1", "60+9"]);
});
