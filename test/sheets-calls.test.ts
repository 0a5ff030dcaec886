import { isDeepStrictEqual } from "node:util";
import { createApp } from "../core/app";
import { emptySheet } from "../core/sheet/apply";
import type { Patch } from "../core/sheet/patch";
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
