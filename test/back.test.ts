import { createApp } from "../core/app";
import { finish } from "../core/app/build";
import type { Outcome, Run } from "../core/app-port";
import { applyPatch, snapshotOf } from "../core/sheet/apply";
import type { Facts, Snapshot } from "../core/sheet/snapshot";
import { emptyWorkbook, type Workbook } from "../core/sheet/workbook";
import { comparable } from "./host-contract";

const facts: Facts = { host: "page", language: "vi", decimal: ",", now: "2026-11-22T08:00" };
const app = createApp();
const done = <T extends Outcome>(run: Run<T>): T => ("next" in run ? finish(run) : run);
const read = (workbook: Workbook): Snapshot => snapshotOf(workbook, facts, null);

function after(workbook: Workbook, { patch, findings }: Outcome): Workbook {
  if (patch === null) throw new Error(`refused: ${JSON.stringify(findings).slice(0, 300)}`);
  const result = applyPatch(workbook, patch);
  if (!result.ok) throw new Error(`stale: ${JSON.stringify(result.stale).slice(0, 300)}`);
  return result.workbook;
}
const typed = (workbook: Workbook, sheet: string, row: number, column: number, v: string | number | null): Workbook =>
  after(workbook, { patch: { expect: [], sheets: [{ sheet, blocks: [{ row, column, cells: [[{ v }]] }] }] }, findings: [] });

const annex = after(emptyWorkbook, app.preset(read(emptyWorkbook), "hcm-xa-2026"));
const rubric = after(annex, app.confirm(read(annex), app.readTable(read(annex), new Set())));
const choice = { units: [{ code: "HT", name: "Phường Hạc Thành" }], year: "2026" };
const empty = after(rubric, done(app.build(read(rubric), choice)));
const inputs = app.look(read(empty)).findings.filter(({ todo }) => todo === "blank").slice(0, 12).map(({ at }) => at!);
/** Written again, so that what the formulas show is what they compute. */
const computed = (workbook: Workbook): Workbook => after(workbook, done(app.build(read(workbook), choice)));
const filled = computed(inputs.reduce((book, { sheet, row, column }, n) => typed(book, sheet, row, column, n + 3), empty));
const ranked = after(filled, done(app.rank(read(filled))));

const seen = (workbook: Workbook): object => {
  const sheets = workbook.sheets.filter(({ name }) => name !== "_scorebook" && name !== "Nhật ký");
  return comparable({ ...workbook, sheets, active: null });
};

const operations: readonly (readonly [name: string, from: Workbook, press: (snapshot: Snapshot) => Outcome])[] = [
  ["a preset", emptyWorkbook, (snapshot) => app.preset(snapshot, "hcm-xa-2026")],
  ["a first confirmation", annex, (snapshot) => app.confirm(snapshot, app.readTable(snapshot, new Set()))],
  ["a first build", rubric, (snapshot) => done(app.build(snapshot, choice))],
  ["a rebuild by other settings", filled, (snapshot) => app.settings(snapshot, { ...app.look(snapshot).settings!, digits: 3 })],
  ["a list of units", filled, (snapshot) => app.listUnits(snapshot)],
  ["a ranking", filled, (snapshot) => done(app.rank(snapshot))],
  ["a ranking over another", ranked, (snapshot) => done(app.rank(snapshot))],
];

test.each(operations)("%s, taken back: the workbook is as before", (_name, from, press) => {
  const book = after(from, press(read(from)));
  expect(app.look(read(book)).back).not.toBeNull();
  const back = after(book, app.takeBack(read(book)));
  expect(app.look(read(back)).back).toBeNull();
  expect(app.takeBack(read(back)).patch).toBeNull();
  expect(seen(back)).toEqual(seen(from));
});
