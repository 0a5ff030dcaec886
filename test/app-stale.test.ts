import { createApp } from "../core/app";
import { finish } from "../core/app/build";
import type { Outcome, Run } from "../core/app-port";
import { applyPatch, snapshotOf } from "../core/sheet/apply";
import type { Facts, Snapshot } from "../core/sheet/snapshot";
import { emptyWorkbook, type Workbook } from "../core/sheet/workbook";

const facts: Facts = { host: "page", language: "vi", decimal: ",", now: "2026-11-22T08:00" };
const app = createApp();
const done = <T extends Outcome>(run: Run<T>): T => ("next" in run ? finish(run) : run);
const read = (workbook: Workbook): Snapshot => snapshotOf(workbook, facts, null);

function after(workbook: Workbook, outcome: Outcome): Workbook {
  const result = applyPatch(workbook, outcome.patch!);
  if (!result.ok) throw new Error("stale");
  return result.workbook;
}

const annex = after(emptyWorkbook, app.preset(read(emptyWorkbook), "hcm-xa-2026"));
const rubric = after(annex, app.confirm(read(annex), app.readTable(read(annex), new Set())));
const choice = { units: [{ code: "HT", name: "Phường Hạc Thành" }], year: "2026" };
const form = after(rubric, done(app.build(read(rubric), choice)));

function edited(workbook: Workbook, sheet: string, row: number, column: number): Workbook {
  return after(workbook, {
    patch: { expect: [], sheets: [{ sheet, blocks: [{ row, column, cells: [[{ v: "sửa lúc khác" }]] }] }] }, findings: [],
  });
}

/** What a press writes, computed from a workbook that then changes under it. */
const presses: readonly (readonly [name: string, from: Workbook, press: (snapshot: Snapshot) => Outcome, changed: readonly [string, number, number]])[] = [
  ["a first build", rubric, (snapshot) => done(app.build(snapshot, choice)), ["Bộ chỉ số", 6, 4]],
  ["a build again", form, (snapshot) => done(app.build(snapshot, choice)), ["Bộ chỉ số", 6, 4]],
  ["settings", form, (snapshot) => app.settings(snapshot, { ...app.look(snapshot).settings!, digits: 3 }), ["Bộ chỉ số", 6, 2]],
  ["settings before any form", rubric, (snapshot) => app.settings(snapshot, { ...app.look(snapshot).settings!, digits: 3 }), ["Bộ chỉ số", 6, 2]],
  ["a confirmation", annex, (snapshot) => app.confirm(snapshot, app.readTable(snapshot, new Set())), ["Phụ lục", 6, 3]],
];

test.each(presses)("%s is refused where its workbook changed meanwhile", (_name, from, press, [sheet, row, column]) => {
  const outcome = press(read(from));
  expect(applyPatch(from, outcome.patch!).ok).toBe(true);
  expect(applyPatch(edited(from, sheet, row, column), outcome.patch!).ok).toBe(false);
});

test("a build computed from one workbook is refused by another", () => {
  expect(applyPatch(emptyWorkbook, done(app.build(read(rubric), choice)).patch!).ok).toBe(false);
});
