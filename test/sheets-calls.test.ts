import { isDeepStrictEqual } from "node:util";
import { createApp } from "../core/app";
import { emptySheet } from "../core/sheet/apply";
import type { Patch } from "../core/sheet/patch";
import type { Sheet, Validation, Workbook } from "../core/sheet/workbook";
import { lacking } from "./double/look";
import { Desk } from "./kit/desk";
import { annex } from "./kit/story";
import { builtSheets, openSheets, type SheetsDesk } from "./sheets-desk";

beforeAll(() => void builtSheets(), 600000);

/** The story's annex with its eight criteria over and over. */
function longAnnex(criteria: number): (string | null)[][] {
  const kinds = annex.filter(([code]) => /^\d$/.test(code!));
  const rows = Array.from({ length: criteria }, (_, k) => {
    const [, name, max, rule, proof] = kinds[k % kinds.length]!;
    return [String(k + 1), `${name} ${k + 1}`, max!, rule!, proof!];
  });
  return [...annex.slice(0, 6), ["I", "Nhóm", "", "", ""], ...rows].map((row) => row.map((text) => (text === "" ? null : text)));
}

/** `spreadsheet`: calls of anything that Google gives; `building`: those that put a rule together, before it is set anywhere. */
interface Told {
  readonly runs: number;
  readonly spreadsheet: number;
  readonly building: number;
}

/** What a host's work cost. */
async function cost({ project }: SheetsDesk, work: () => Promise<unknown>): Promise<Told> {
  const before = project.runs.length;
  await work();
  const runs = project.runs.slice(before).map((run) => run.counted());
  const sum = (of: "spreadsheet" | "building"): number => runs.reduce((all, counted) => all + counted[of], 0);
  return { runs: runs.length, spreadsheet: sum("spreadsheet"), building: sum("building") };
}

/** Reads, confirms, builds a form and reads it, as the panel does; each with what it cost. */
async function walk(criteria: number): Promise<Record<"read" | "confirm" | "build" | "readForm", Told> & { readonly whole: number }> {
  const plan = new Desk();
  plan.paste("Phụ lục", longAnnex(criteria));
  const desk = openSheets({ workbook: plan.workbook, calculate: null });
  const app = createApp();
  const write = (patch: Patch | null) => async (): Promise<void> => {
    expect(await desk.host.write(patch!)).toEqual({ ok: true });
  };
  const read = await cost(desk, () => desk.host.read());
  const ticks = app.readTable(await desk.host.read(), new Set()).rows
    .flatMap((row) => (row.kind === "criterion" ? row.assumptions.map(({ id }) => id) : []));
  const snapshot = await desk.host.read();
  const confirm = await cost(desk, write(app.confirm(snapshot, app.readTable(snapshot, new Set(ticks))).patch));
  const choice = { units: [{ code: "HT", name: "Phường Hạc Thành" }], year: "2026" };
  const { patch } = plan.all(app.build(await desk.host.read(), choice));
  const build = await cost(desk, write(patch));
  const readForm = await cost(desk, () => desk.host.read());
  const checks = patch!.sheets.flatMap(({ validations = [] }) => validations);
  return { read, confirm, build, readForm, whole: checks.filter(({ rule }) => rule.kind === "whole").length };
}

test("one run each to read, confirm, build and read a form, and the same number of calls for 1, 43, 250 and 500 criteria", async () => {
  const told: Awaited<ReturnType<typeof walk>>[] = [];
  for (const criteria of [1, 43, 250, 500]) {
    const walked = await walk(criteria);
    told.push(walked);
    console.log(criteria, "criteria:", walked);
  }
  const of = (name: "read" | "confirm" | "build" | "readForm", what: keyof Told): number[] => told.map((each) => each[name][what]);
  for (const name of ["read", "confirm", "build", "readForm"] as const) expect(of(name, "runs")).toEqual([1, 1, 1, 1]);
  for (const name of ["read", "build", "readForm"] as const) {
    const calls = of(name, "spreadsheet");
    expect(calls).toEqual(calls.map(() => calls[0]));
  }
  // A sheet of a few rows has their heights set; a longer one leaves them to Google.
  const [, ...calls] = of("confirm", "spreadsheet");
  expect(calls).toEqual(calls.map(() => calls[0]));
  // The annex says the same over and over: as many checks for any number of it, but that a formula for whole numbers names its cell.
  const [, ...building] = told.map(({ build, whole }) => build.building - 3 * (whole - 1));
  expect(building).toEqual(building.map(() => building[0]));
}, 120000);

test("a book too large for one answer comes in two, whole and in order", async () => {
  const plan = new Desk();
  plan.preset(plan.app.presets()[0]!.id);
  plan.confirm();
  plan.build(...["A", "B", "C"].map((code) => ({ code, name: `Xã ${code}` })));
  const figures = Array.from({ length: 3321 }, (_, unit) => Array.from({ length: 122 }, (_, k) => ({ v: unit * 1000 + k })));
  plan.workbook = { ...plan.workbook, sheets: [{ ...emptySheet("Số liệu"), cells: figures }, ...plan.workbook.sheets] };
  const desk = openSheets({ workbook: plan.workbook, calculate: null });
  const began = performance.now();
  const { sheets } = await desk.host.read();
  const calls = desk.project.runs.map((run) => run.counted().spreadsheet);
  console.log(`${3321 * 122} cells and three forms: ${calls.length} runs, ${calls.join(" and ")} calls, ${Math.round(performance.now() - began)} ms`);
  expect(calls).toHaveLength(2);
  const expected = plan.snapshot().sheets;
  expect(sheets.map(({ name }) => name)).toEqual(expected.map(({ name }) => name));
  sheets.forEach(({ values, formulas }, index) => {
    expect(isDeepStrictEqual([values, formulas], [expected[index]!.values, expected[index]!.formulas])).toBe(true);
  });
}, 120000);

/** A form of 43 criteria in which every formula was pasted over by its value. */
function pastedOver(): { readonly workbook: Workbook; readonly form: string; readonly formulas: Workbook } {
  const plan = new Desk();
  plan.preset(plan.app.presets()[0]!.id);
  plan.confirm();
  plan.build({ code: "A", name: "Xã A" });
  const formulas = plan.workbook;
  const form = plan.look().forms[0]!.id;
  plan.change(form, (sheet) => ({
    ...sheet, cells: sheet.cells.map((line) => line?.map((cell) => (cell === undefined ? cell : lacking(cell, "f")))),
  }));
  return { workbook: plan.workbook, form, formulas };
}

test("a form whose formulas were all pasted over is mended in few calls, however many cells that is", async () => {
  const { workbook, form, formulas } = pastedOver();
  const desk = openSheets({ workbook, own: true, calculate: null });
  const [app, plan] = [createApp(), new Desk()];
  const snapshot = await desk.host.read();
  const { patch } = plan.all(app.repair(snapshot, await desk.host.inspect(plan.all(app.asks(snapshot)))));
  const mended = patch!.sheets.find(({ sheet, blocks = [] }) => sheet === form && blocks.length > 0)!.blocks!.length;
  const told = await cost(desk, async () => expect(await desk.host.write(patch!)).toEqual({ ok: true }));
  const run = desk.project.runs[desk.project.runs.length - 1]!;
  console.log(`${mended} cells mended in ${told.spreadsheet} calls, ${run.calls.get("Range.setValues")} of them write cells`);
  expect({ runs: told.runs, mended, writing: run.calls.get("Range.setValues") }).toEqual({ runs: 1, mended: 892, writing: 22 });
  expect(told.spreadsheet).toBeLessThanOrEqual(150);
  const written = (book: Workbook): unknown =>
    book.sheets.find(({ name }) => name === form)!.cells.map((line) => Array.from(line ?? []).map((cell) => cell?.f ?? null));
  expect(written(desk.book.workbook())).toEqual(written(formulas));
});

test("what stands between cells that are mended together stays as it is", async () => {
  const blank = { v: null };
  const between = [
    [{ v: "của phòng" }], [blank], [{ v: "", f: 'IF(1=1,"","x")' }], [blank], [blank], [blank], [{ v: "gộp" }], [blank], [{ v: 0 }], [blank],
    [blank], [blank], [{ v: "'nháy" }], [blank],
  ];
  const list: Validation = {
    kind: "list", options: ["Có"], allowBlank: true, prompt: { title: "", text: "" }, error: { title: "", text: "" },
  };
  const sheet: Sheet = {
    ...emptySheet("Một"), cells: between.map(([cell]) => [{ v: "kề" }, cell!, { v: "bên" }]),
    validations: [{ area: { row: 4, column: 1, rows: 1, columns: 1 }, rule: list }],
    merges: [{ row: 6, column: 1, rows: 1, columns: 2 }],
  };
  const desk = openSheets({ workbook: { sheets: [sheet], active: "Một", properties: {} }, calculate: null });
  const before = desk.book.workbook().sheets[0]!;
  // Every second row is written; row 11 is free between two of them.
  const rows = [1, 3, 5, 7, 9, 11, 13];
  const blocks = rows.map((row) => ({ row, column: 1, cells: [[{ f: `${row}+1`, v: row + 1 }]] }));
  expect(await desk.host.write({ expect: [], sheets: [{ sheet: "Một", blocks }] })).toEqual({ ok: true });
  const after = desk.book.workbook().sheets[0]!;
  const expected = before.cells.map((line, row) => (rows.includes(row) ? [line![0], { v: null, f: `${row}+1` }, line![2]] : line));
  expect(after).toEqual({ ...before, cells: expected });
  expect(desk.project.runs[desk.project.runs.length - 1]!.calls.get("Range.setValues")).toBe(6);
});
