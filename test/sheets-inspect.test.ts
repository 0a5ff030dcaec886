import fc from "fast-check";
import { createApp } from "../core/app";
import { fromSheets } from "../core/formula/sheets-dialect";
import { parseAreaName } from "../core/sheet/address";
import { applyPatch, emptySheet } from "../core/sheet/apply";
import type { Asked, Guards } from "../core/sheet/host";
import type { Patch } from "../core/sheet/patch";
import { emptyWorkbook, type Sheet, type Validation } from "../core/sheet/workbook";
import type { Rule } from "./double/sheets/rule";
import { unbroken } from "./host-contract";
import { inspectBook } from "./host-inspect-rows";
import { Desk } from "./kit/desk";
import { longAnnex } from "./kit/long-annex";
import { randomCheck } from "./kit/random-check";
import { asInSheets, builtSheets, openSheets, type SheetsDesk } from "./sheets-desk";

beforeAll(() => void builtSheets(), 600000);

const area = (name: string) => parseAreaName(name)!;
const words = { prompt: { title: "1.1", text: "Nhập." }, error: { title: "1.1", text: "Sai." }, allowBlank: true };
const whole: Validation = { ...words, kind: "whole", min: 0, max: 9 };
const list: Validation = { ...words, kind: "list", options: ["a", "b"] };
const range: Validation = { ...words, kind: "range", sheet: "Danh mục's", area: area("A1:A5") };
const help = "1.1. Nhập.";
const formula = (text: string): Rule => ({ criteria: { kind: "CUSTOM_FORMULA", formula: text }, allowInvalid: false, help });
const own = (cell: string, least: number): string =>
  `IFERROR(AND(ISNUMBER(${cell}),${cell}=INT(${cell}),${cell}>=${least},${cell}<=9),FALSE())`;

const rows: readonly (readonly [name: string, rule: Rule, asked: Validation, standing: object | "other" | "asked"])[] = [
  ["a tick", { criteria: { kind: "CHECKBOX" }, allowInvalid: false, help }, list, "other"],
  ["a list that lets others pass", { criteria: { kind: "VALUE_IN_LIST", values: ["a", "b"], dropdown: true }, allowInvalid: true, help }, list, "other"],
  ["a list without its arrow", { criteria: { kind: "VALUE_IN_LIST", values: ["a", "b"], dropdown: false }, allowInvalid: false, help }, list, "other"],
  ["our list", { criteria: { kind: "VALUE_IN_LIST", values: ["a", "b"], dropdown: true }, allowInvalid: false, help }, list, "asked"],
  ["a list of other cells", { criteria: { kind: "VALUE_IN_RANGE", sheet: 2, area: area("A1:A4"), dropdown: true }, allowInvalid: false, help }, range, { kind: "range", area: area("A1:A4") }],
  ["our list of cells", { criteria: { kind: "VALUE_IN_RANGE", sheet: 2, area: area("A1:A5"), dropdown: true }, allowInvalid: false, help }, range, "asked"],
  ["somebody's formula", formula("ISNUMBER(B2)"), whole, "other"],
  ["our formula", formula(own("$B$2", 0)), whole, "asked"],
  ["our formula, for the first cell of many", formula(own("B2", 0)), whole, "asked"],
  ["our formula with another bound", formula(own("$B$2", 1)), whole, { kind: "whole", min: 1, max: 9 }],
  ["our formula of another cell, as a copied row has it", formula(own("$B$7", 0)), whole, "other"],
];

const longer: Sheet["cells"] = Array.from({ length: 9 }, () => [{ v: null }, { v: null }, { v: "x" }]);
/** A file's grid ends with its cells. */
const book = { ...inspectBook, sheets: inspectBook.sheets.map((sheet) => ({ ...sheet, cells: [...sheet.cells, ...longer] })) };

const inspectOne = async (desk: SheetsDesk, asked: Asked): Promise<Guards> => (await desk.host.inspect([asked]))[0]!;

test.each(rows)("%s", async (_name, rule, asked, standing) => {
  const desk = openSheets({ workbook: book });
  desk.book.setCheck(desk.book.engine.find("Một")!, area("B2"), rule);
  const { checks: [found] } = await inspectOne(desk, {
    sheet: "Một", area: area("A1:B2"), protection: null, checks: [{ area: area("B2"), rule: asked }],
  });
  if (standing === "asked") expect(found).toEqual(asked);
  else if (standing === "other") expect(found).toBe("other");
  else expect(found).toMatchObject(standing);
});

test("a range that somebody protected, and an area beyond the grid", async () => {
  const desk = openSheets({ workbook: book });
  const protection = { formatColumns: true, formatRows: true, filter: true, sort: true };
  await desk.host.write({
    expect: [], sheets: [{ sheet: "Một", protection, styles: [{ area: area("A1:B3"), style: { locked: false } }] }],
  });
  const sheet = desk.book.engine.find("Một")!;
  const [guard] = desk.book.extra(sheet).guards;
  desk.book.extra(sheet).guards.push({ ...guard!, area: area("B2:B9"), open: [] });
  const { locked } = await inspectOne(desk, { sheet: "Một", area: area("A1:C3"), protection, checks: [] });
  expect(locked).toEqual([[false, false, true], [false, true, true], [false, true, true]]);
  const beyond = await inspectOne(desk, {
    sheet: "Một", area: area("A2000:B2001"), protection, checks: [{ area: area("A2000"), rule: list }],
  });
  expect(beyond).toMatchObject({ locked: [[true, true], [true, true]], checks: [null], formats: [["General", "General"], ["General", "General"]] });
});

test.each(["vi_VN", "en_US"])("whatever rules are written under %s are found again, each in its place alone", async (locale) => {
  const rules = fc.sample(randomCheck("Danh mục's"), { numRuns: 200, seed: 5 });
  const desk = openSheets({ locale, workbook: book });
  const checks = rules.map((rule, k) => ({ area: { row: 3 * k, column: 1, rows: 1 + (k % 2), columns: 1 }, rule }));
  expect(await desk.host.write({ expect: [], sheets: [{ sheet: "Một", validations: checks }] })).toEqual({ ok: true });
  const asked = { sheet: "Một", area: area("A1:B2"), protection: null };
  expect((await inspectOne(desk, { ...asked, checks })).checks).toEqual(checks.map(({ rule }) => rule));
  const moved = checks.map(({ rule }, k) => ({ rule, area: checks[(k + 1) % checks.length]!.area }));
  const found = (await inspectOne(desk, { ...asked, checks: moved })).checks;
  const taken = found.filter((check, k) => JSON.stringify(check) === JSON.stringify(moved[k]!.rule)).length;
  expect(found).toHaveLength(checks.length);
  expect(taken).toBe(0);
});

/** What a rule, or the place of a range, says of itself touches no spreadsheet. */
const ofItself = /^(DataValidation\.|BooleanCondition\.|Range\.get(A1Notation|GridId)$)/;

/** For this host the core writes formulas in its dialect from the first. */
const dialect = (sheet: Sheet): Sheet => {
  const known = asInSheets(sheet);
  return { ...known, conditionals: known.conditionals.map((each) => ({ ...each, formula: fromSheets(each.formula, ".") })) };
};

/** A form of a long table, built as the panel does; what finding its guards unbroken cost, by member. */
async function cost(criteria: number): Promise<ReadonlyMap<string, number>> {
  const plan = new Desk();
  const desk = openSheets({ workbook: longAnnex(criteria), calculate: null });
  const app = createApp();
  const write = async (patch: Patch | null): Promise<void> => expect(await desk.host.write(patch!)).toEqual({ ok: true });
  const table = await desk.host.read();
  const ticks = app.readTable(table, new Set()).rows
    .flatMap((row) => (row.kind === "criterion" ? row.assumptions.map(({ id }) => id) : []));
  await write(app.confirm(table, app.readTable(table, new Set(ticks))).patch);
  const snapshot = await desk.host.read();
  const { patch } = plan.all(app.build(snapshot, { units: [{ code: "HT", name: "Phường Hạc Thành" }], year: "2026" }));
  await write(patch);
  const made = { ...emptyWorkbook, sheets: patch!.sheets.flatMap(({ sheet, create }) => (create === true ? [emptySheet(sheet)] : [])) };
  const applied = applyPatch(made, { expect: [], sheets: patch!.sheets.filter(({ sheet }) => made.sheets.some(({ name }) => name === sheet)) });
  if (!applied.ok) throw new Error("stale");
  const before = desk.project.runs.length;
  await unbroken({ inspect: (asked) => desk.host.inspect(asked) }, applied.workbook, dialect);
  expect(desk.project.runs).toHaveLength(before + 1);
  return desk.project.runs[before]!.calls;
}

test("a form of 43 criteria and one of 500: one run, and as many calls of the spreadsheet", async () => {
  const [few, many] = [await cost(43), await cost(500)].map((calls) => {
    const touching = [...calls].filter(([member]) => !ofItself.test(member));
    const all = [...calls.values()].reduce((sum, count) => sum + count, 0);
    console.log(`${touching.reduce((sum, [, count]) => sum + count, 0)} calls of the spreadsheet, ${all} in all`);
    return Object.fromEntries(touching);
  });
  expect(many).toEqual(few);
}, 300000);
