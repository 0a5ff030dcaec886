import { createApp } from "../core/app";
import type { Patch } from "../core/sheet/patch";
import type { World } from "./double/sheets/world";
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

/** Calls that put a rule together touch no spreadsheet and are not among these. */
interface Told {
  readonly runs: number;
  readonly spreadsheet: number;
}

/** What a host's work cost. */
async function cost({ project }: SheetsDesk, work: () => Promise<unknown>): Promise<Told> {
  const before = project.runs.length;
  await work();
  const runs: readonly World[] = project.runs.slice(before);
  return { runs: runs.length, spreadsheet: runs.reduce((sum, run) => sum + run.counted().spreadsheet, 0) };
}

/** Reads, confirms, builds a form and reads it, as the panel does; each with what it cost. */
async function walk(criteria: number): Promise<Record<"read" | "confirm" | "build" | "readForm", Told>> {
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
  const build = await cost(desk, write(plan.all(app.build(await desk.host.read(), choice)).patch));
  const readForm = await cost(desk, () => desk.host.read());
  return { read, confirm, build, readForm };
}

const counts = (told: Awaited<ReturnType<typeof walk>>): object =>
  Object.fromEntries(Object.entries(told).map(([name, { runs, spreadsheet }]) => [name, { runs, spreadsheet }]));

test.each([
  [43, 164],
  // Many different looks are written as arrays, not as lists of ranges; above 1,000 rows the grid must grow first.
  [250, 158],
  [500, 159],
] as const)("%d criteria: one run each to read, confirm, build and read a form, and as many calls as ever", async (criteria, build) => {
  const told = await walk(criteria);
  expect(counts(told)).toEqual({
    read: { runs: 1, spreadsheet: 28 }, confirm: { runs: 1, spreadsheet: 116 }, build: { runs: 1, spreadsheet: build },
    readForm: { runs: 1, spreadsheet: 55 },
  });
}, 120000);
