import type { CheckReport, Damaged, Finding } from "../core/app-port";
import { tellCheck } from "../core/check/tell";
import { findingOf } from "../core/app/finding";
import { reservedRow, rowId } from "../core/form/layout";
import { readForms } from "../core/form/read";
import { readStore } from "../core/form/store-sheet";
import { issue } from "../core/issue/issue";
import { decimalText } from "../core/number/exact";
import { criteriaOf } from "../core/rubric/rubric";
import { score } from "../core/scoring/score";
import { guardsOf } from "../core/sheet/guards";
import type { Guards } from "../core/sheet/host";
import type { CellValue } from "../core/sheet/workbook";
import { bookInUse, entered, sheets, without } from "./kit/damaged-book";
import { type Desk, named } from "./kit/desk";
import { evaluated } from "./kit/evaluated";
import { damageRows } from "./rows/damages";

let whole: Desk;
let spent = 0;
beforeAll(() => void (whole = bookInUse()));
afterAll(() => process.stdout.write(`${damageRows.length} damaged workbooks, checked and repaired in ${Math.round(spent)} ms\n`));

function checked(desk: Desk): { report: CheckReport; guards: (Guards | null)[] } {
  const guards = guardsOf(desk.workbook, desk.all(desk.app.asks(desk.snapshot())));
  return { report: desk.all(desk.app.check(desk.snapshot(), guards)), guards };
}

const lines = (findings: readonly Finding[]): string[] =>
  findings.map(({ issue, at }) => `${issue.code}${at === null ? "" : ` ${named(at)}`}`);

/** Final points of every criterion and the total, as the core has them and as an engine computes the forms' formulas. */
function scores(desk: Desk): { core: (number | null)[]; engine: CellValue[] } {
  const rubric = desk.rubric();
  const settled = { ...rubric, settings: desk.look().settings! };
  const read = readForms(desk.snapshot(), settled);
  const own = new Set([...read.map(({ sheet }) => sheet), "_scorebook"]);
  const computed = evaluated({ ...desk.workbook, sheets: desk.workbook.sheets.filter(({ name }) => own.has(name)) });
  const [core, engine]: [(number | null)[], CellValue[]] = [[], []];
  for (const { sheet, found, answers, reviews } of read) {
    const { criteria, total } = score(settled, answers, reviews);
    const cells = computed.sheets.find(({ name }) => name === sheet)!.cells;
    const column = found.columns.get("final")!;
    const at = (id: string): CellValue => cells[found.rows.get(id)!]?.[column]?.v ?? null;
    for (const { id } of criteriaOf(settled)) {
      const { final } = criteria.get(id)!;
      core.push(final === null ? null : Number(decimalText(final)));
      engine.push(at(rowId(id)) === "" ? null : at(rowId(id)));
    }
    core.push(Number(decimalText(total.final)));
    engine.push(at(reservedRow.total));
  }
  return { core, engine };
}

/** What people keep on the sheets of ours, beside and below the forms. */
const kept = ["Ghi chú dưới phiếu", "Xem lại"];
/** Sheets that are none of ours. */
const others = ["Sổ tay", "Phụ lục", "Phiếu lạ"];
/** What is put aside, told as what is entered is. */
const asideIn = (desk: Desk): string[] =>
  (readStore(desk.snapshot())?.parked ?? []).map(({ unit, criterion, part, value }) => `${unit} ${criterion} ${part} ${JSON.stringify(value)}`);
const keptIn = (desk: Desk): number =>
  desk.workbook.sheets.flatMap(({ cells }) => cells.flatMap((cut) => (cut ?? []).filter((cell) =>
    kept.includes(String(cell?.v)) || /^N\d+\*2$/.test(cell?.f ?? "")))).length;

test("a workbook in use is whole to a panel in the other language, and ranking it again puts none of our words in the log", () => {
  const desk = bookInUse();
  desk.facts = { ...desk.facts, language: "en" };
  const guards = guardsOf(desk.workbook, desk.all(desk.app.asks(desk.snapshot())));
  expect(lines(desk.all(desk.app.check(desk.snapshot(), guards)).findings)).toEqual([]);
  const { patch } = desk.all(desk.app.rank(desk.snapshot()));
  expect(patch!.sheets.map(({ sheet }) => sheet)).not.toContain("Nhật ký");
});

test.each(damageRows)("$name", ({ damage, found, left = [], gone = 0, parked = 0, entered: more = 0 }) => {
  const desk = whole.copy();
  const before = entered(desk);
  damage(desk);
  const [keptBefore, aside] = [keptIn(desk), asideIn(desk)];
  const begun = performance.now();
  const { report, guards } = checked(desk);
  const own = desk.workbook.sheets.filter(({ name }) => others.includes(name));
  const repair = desk.all(desk.app.repair(desk.snapshot(), guards));
  if (repair.patch !== null) desk.apply(repair.patch);
  const after = checked(desk);
  spent += performance.now() - begun;
  const stay = entered(desk);
  expect(lines(report.findings)).toEqual(found);
  expect(lines(after.report.findings)).toEqual(left);
  expect(without(before, stay)).toHaveLength(gone + parked);
  expect(without(stay, before)).toHaveLength(more);
  expect(without(aside, [...asideIn(desk), ...stay])).toEqual([]);
  expect(desk.workbook.sheets.filter(({ name }) => others.includes(name))).toEqual(own);
  expect(keptIn(desk)).toBe(keptBefore);
  const { core, engine } = scores(desk);
  expect(engine).toEqual(core);
});

test("a row without its id and its words is not taken for the one that was deleted below it", () => {
  const desk = whole.copy();
  const [sheet] = sheets;
  const { row } = desk.cell("2", { input: "a" }, sheet);
  desk.enter({ sheet, row, column: 0 }, null);
  desk.enter({ sheet, row, column: 2 }, "số cuộc họp do lãnh đạo chủ trì");
  const gone = desk.cell("2", { input: "b" }, sheet).row;
  desk.workbook = { ...desk.workbook, sheets: desk.workbook.sheets.map((each) =>
    each.name === sheet ? { ...each, cells: each.cells.filter((_, at) => at !== gone) } : each) };
  const { findings } = checked(desk).report;
  expect(findings.map(({ issue }) => issue.code)).not.toContain("damage-ids-lost");
});

test("forms pasted as values are a few lines in the log, with every value that was not computed", () => {
  const desk = whole.copy();
  for (const sheet of sheets) {
    desk.change(sheet, (old) => ({ ...old, cells: old.cells.map((cut) => cut?.map((cell) => {
      if (cell?.f === undefined || cell.s?.locked === false) return cell;
      const { f, ...value } = cell;
      return f === "" ? cell : value;
    })) }));
  }
  const typed = [["1", 0.7511], ["3", "gõ đè,\nhai dòng"], ["8", 0.7533]] as const;
  for (const [code, value] of typed) desk.enter(desk.cell(code, "final", sheets[0]), value);
  const { row, column } = desk.cell("4", "final", sheets[0]);
  for (const below of [0, 1, 2]) desk.enter({ sheet: sheets[0], row: row + below, column: column + 3 }, 9, `N${row + below + 1}*7`);
  const { report, guards } = checked(desk);
  desk.apply(desk.all(desk.app.repair(desk.snapshot(), guards)).patch!);
  const log = desk.sheet("Nhật ký").cells.slice(1).map((cut) => cut?.map((cell) => cell?.v ?? null));
  const written = log.map((line) => String(line?.[6] ?? "")).join("\n");
  process.stdout.write(`${report.findings.length} findings in ${log.length} lines of the log\n`);
  expect(report.findings.length).toBeGreaterThan(300);
  expect(log.length).toBeLessThan(40);
  for (const text of ["0,7511", "gõ đè,\nhai dòng", "0,7533", `N${row + 1}*7`]) expect(written.split(text)).toHaveLength(2);
  expect(written.length).toBeLessThan(400);
});

test("a report of 150,000 cells is told whole, and shows few", () => {
  const findings = Array.from({ length: 150_000 }, (_, row): Damaged => ({
    ...findingOf(issue("damage-formula-lost", {}, { text: String(row) }), { sheet: "Phiếu", row, column: 3 }), repairs: true,
  }));
  const begun = performance.now();
  const { groups, repair } = tellCheck({ findings, forms: 168, cells: 1, answers: 1, inspected: true }, null, "vi");
  process.stdout.write(`150,000 findings told in ${Math.round(performance.now() - begun)} ms\n`);
  expect(groups.map(({ heading, lines: { length }, more }) => [heading, length, more])).toEqual([
    ["Công thức (150.000)", 40, "Và 149.960 chỗ nữa cùng loại."],
  ]);
  expect(repair).toBe("Sửa 150.000 chỗ");
});

const withDigits = (desk: Desk, digits: number): void =>
  desk.write(desk.app.settings(desk.snapshot(), { ...desk.look().settings!, digits }));

test("other settings put aside what stands in rows whose ids were typed over", () => {
  const desk = whole.copy();
  damageRows.find(({ name }) => name === "ids of answered rows typed over")!.damage(desk);
  withDigits(desk, 3);
  expect(readStore(desk.snapshot())!.parked.map(({ value }) => value)).toEqual(["Báo cáo số 1/BC-UBND", 3, 4]);
});

test("other settings forget no form that cannot be read", () => {
  const desk = whole.copy();
  damageRows.find(({ name }) => name.startsWith("the column of ids deleted, and a row above"))!.damage(desk);
  withDigits(desk, 3);
  expect(lines(checked(desk).report.findings)).toEqual(["form-unreadable"]);
});

/** Words typed where nobody is meant to type: a label, a formula, an empty cell, a total, a hidden id. */
const overForm: readonly (readonly [number, number])[] = [[8, 2], [8, 13], [10, 6], [34, 13], [18, 7], [18, 0]];
const overRanking: readonly (readonly [string, number, number])[] = [
  ["Chỉ số", 5, 4], ["Chỉ số", 6, 4], ["Chỉ số", 7, 8], ["Chỉ số", 4, 5], ["Chỉ số", 2, 6], ["Chỉ số", 6, 30],
  ["Xếp hạng", 4, 0], ["Xếp hạng", 9, 2], ["Xếp hạng", 10, 2], ["Xếp hạng", 10, 8], ["Xếp hạng", 14, 6], ["Xếp hạng", 11, 0],
];
const wordsIn = (desk: Desk): string => JSON.stringify(desk.workbook.sheets.map(({ cells }) => cells));

test.each([
  ["settings", (desk: Desk): void => withDigits(desk, 3)],
  ["a build", (desk: Desk): void => void desk.build({ code: "HT", name: "Phường Hạc Thành" })],
  ["a changed rule", (desk: Desk): void => {
    damageRows.find(({ name }) => name === "a maximum of the rubric changed after the build")!.damage(desk);
    desk.build({ code: "HT", name: "Phường Hạc Thành" });
  }],
] as readonly (readonly [string, (desk: Desk) => void])[])("%s loses no word typed over a form's own cells", (_name, press) => {
  const desk = whole.copy();
  overForm.forEach(([row, column], k) => desk.enter({ sheet: sheets[0], row, column }, `gõ đè ${k}.`));
  press(desk);
  const words = wordsIn(desk);
  expect(overForm.map((_, k) => `gõ đè ${k}.`).filter((word) => !words.includes(word))).toEqual([]);
});

test.each([
  ["a ranking", (desk: Desk): void => void desk.rank()],
  ["a ranking with a unit more", (desk: Desk): void => {
    desk.enter({ sheet: "Đơn vị", row: 6, column: 1 }, "Xã Mới");
    desk.rank();
  }],
  ["a repair", (desk: Desk): void => desk.apply(desk.all(desk.app.repair(desk.snapshot(), checked(desk).guards)).patch!)],
] as readonly (readonly [string, (desk: Desk) => void])[])("%s loses no word typed over the ranking's own cells", (_name, press) => {
  const desk = whole.copy();
  overRanking.forEach(([sheet, row, column], k) => desk.enter({ sheet, row, column }, `gõ đè ${k}.`));
  press(desk);
  const words = wordsIn(desk);
  expect(overRanking.map((_, k) => `gõ đè ${k}.`).filter((word) => !words.includes(word))).toEqual([]);
});

const ranked = (desk: Desk): void => void desk.rank();

test.each([
  ["a ranking", (): void => undefined, ranked],
  ["a ranking with a unit more", (desk: Desk): void => desk.enter({ sheet: "Đơn vị", row: 6, column: 1 }, "Xã Mới"), ranked],
  ["a ranking with blocks", (desk: Desk): void => [4, 5].forEach((row) => desk.enter({ sheet: "Đơn vị", row, column: 2 }, `Khối ${row}`)), ranked],
  ["a repair of a lost unit", (desk: Desk): void => ["Chỉ số", "Xếp hạng"].forEach((sheet) =>
    desk.deleteRow(sheet, desk.sheet(sheet).cells.findIndex((cut) => cut?.some((cell) => cell?.v === "SS")))),
  (desk: Desk): void => desk.apply(desk.all(desk.app.repair(desk.snapshot(), null)).patch!)],
] as readonly (readonly [string, (desk: Desk) => void, (desk: Desk) => void])[])("%s loses nothing typed into empty cells of a ranking", (_name, before, press) => {
  const desk = whole.copy();
  before(desk);
  const typed: string[] = [];
  for (const sheet of ["Xếp hạng", "Chỉ số"]) {
    desk.change(sheet, (old) => ({ ...old, cells: old.cells.map((cut, row) => Array.from(cut ?? [], (cell, column) => {
      if (row === 0 || column >= 16 || cell?.f !== undefined || (cell?.v ?? null) !== null) return cell;
      const figure = 77_000 + typed.length;
      const f = [null, `${figure}*3`, `'Sổ tay'!B${figure}`][typed.length % 3] ?? null;
      typed.push(f ?? String(figure));
      return { ...cell, v: figure, ...(f === null ? {} : { f }) };
    })) }));
  }
  press(desk);
  const words = wordsIn(desk);
  expect(typed.length).toBeGreaterThan(200);
  expect(typed.filter((word) => !words.includes(word))).toEqual([]);
});
