import fc from "fast-check";
import { createApp } from "../core/app";
import { finish } from "../core/app/build";
import type { Outcome, Run } from "../core/app-port";
import { applyPatch, snapshotOf } from "../core/sheet/apply";
import { restOf, withJournal } from "../core/sheet/journal";
import { hasJournal, journalColumn } from "../core/sheet/journal-mark";
import type { Patch, SheetPatch } from "../core/sheet/patch";
import type { Facts, Snapshot } from "../core/sheet/snapshot";
import { type CellValue, emptyWorkbook, type Workbook } from "../core/sheet/workbook";

const facts: Facts = { host: "sheets", language: "vi", decimal: ",", now: "2026-11-22T08:00" };
const app = createApp();
const done = <T extends Outcome>(run: Run<T>): T => ("next" in run ? finish(run) : run);
const read = (workbook: Workbook): Snapshot => snapshotOf(workbook, facts, null);

function applied(workbook: Workbook, patch: Patch): Workbook {
  const result = applyPatch(workbook, patch);
  if (!result.ok) throw new Error(`stale: ${JSON.stringify(result.stale).slice(0, 300)}`);
  return result.workbook;
}
const after = (workbook: Workbook, outcome: Outcome): Workbook => applied(workbook, outcome.patch!);
const typed = (workbook: Workbook, sheet: string, row: number, column: number, v: string | number): Workbook =>
  applied(workbook, { expect: [], sheets: [{ sheet, blocks: [{ row, column, cells: [[{ v }]] }] }] });

/** A sheet that a rebuild gives another row: the criterion's input moves down by the rows of one more criterion. */
const annex = after(emptyWorkbook, app.preset(read(emptyWorkbook), "hcm-xa-2026"));
const rubric = after(annex, app.confirm(read(annex), app.readTable(read(annex), new Set())));
const choice = { units: [{ code: "HT", name: "Phường Hạc Thành" }], year: "2026" };
const empty = after(rubric, done(app.build(read(rubric), choice)));
const inputs = app.look(read(empty)).findings.filter(({ todo }) => todo === "blank").slice(0, 12).map(({ at }) => at!);
const filled = inputs.reduce((book, { sheet, row, column }, n) => typed(book, sheet, row, column, n + 3), empty);

/** The smallest pieces that a host writes: one field of one sheet, one line of a block. */
function pieces(patch: Patch): SheetPatch[] {
  return patch.sheets.flatMap(({ sheet, create, position, ...rest }) => {
    const parts = Object.entries(rest).flatMap(([key, value]): SheetPatch[] =>
      key === "blocks"
        ? (value as NonNullable<SheetPatch["blocks"]>).flatMap((block) =>
            block.cells.map((line, r) => ({ sheet, blocks: [{ row: block.row + r, column: block.column, cells: [line] }] })),
          )
        : [{ sheet, [key]: value }]);
    return create === true ? [{ sheet, create, ...(position === undefined ? {} : { position }) }, ...parts] : parts;
  });
}

/** A fixed order of keys, without gaps and without what a cell's absence says as well. */
const plain = ({ sheets }: Workbook): string =>
  JSON.stringify(sheets, (_key, value: unknown) => {
    if (Array.isArray(value)) {
      const list = value.map((item: unknown) => (item === undefined || (Array.isArray(item) && item.length === 0) ? null : item));
      while (list.length > 0 && list[list.length - 1] === null) list.pop();
      return list;
    }
    return value !== null && typeof value === "object"
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value;
  });

/** What each sheet says; a sheet that says nothing is none. */
const contents = (workbook: Workbook): Record<string, unknown> =>
  Object.fromEntries(read(workbook).sheets.filter(({ values }) => values.length > 0).map(({ name, values, formulas }) => [name, { values, formulas }]));

const again = (snapshot: Snapshot): Outcome =>
  app.settings(snapshot, { ...app.look(snapshot).settings!, digits: 3 });

const operations: readonly (readonly [name: string, from: Workbook, press: (snapshot: Snapshot) => Outcome])[] = [
  ["a first confirmation", annex, (snapshot) => app.confirm(snapshot, app.readTable(snapshot, new Set()))],
  ["a first build", rubric, (snapshot) => done(app.build(snapshot, choice))],
  ["a rebuild of a filled form", filled, again],
  ["a ranking", filled, (snapshot) => done(app.rank(snapshot))],
];

test.each(operations)("%s that dies after any piece is whole after going on", (_name, from, press) => {
  const patch = press(read(from)).patch!;
  const whole = applied(from, patch);
  expect(hasJournal(read(whole))).toBe(false);
  const steps = pieces(patch);
  let book = from;
  let resumedAt = 0;
  steps.forEach((piece, k) => {
    book = applied(book, { expect: [], sheets: [piece] });
    const snapshot = read(book);
    if (!hasJournal(snapshot)) return;
    // Every piece of a big form takes minutes; the ends and every 29th between them take seconds.
    if (k > 20 && k < steps.length - 20 && k % 29 !== 0) return;
    resumedAt += 1;
    expect(app.look(snapshot).stage).toBe("unfinished");
    expect(done(app.build(snapshot, choice)).patch).toBeNull();
    const ended = after(book, app.resume(snapshot));
    const begunOnly = restOf(snapshot)!.patch.sheets.length === 1;
    if (begunOnly) expect(contents(ended)).toEqual(contents(from));
    else expect(plain(ended) === plain(whole)).toBe(true);
    expect(hasJournal(read(ended))).toBe(false);
  });
  expect(resumedAt).toBeGreaterThan(20);
});

test("a journal of a patch is read back whole, whatever text it holds", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "grapheme", maxLength: 40 }), { maxLength: 30 }), fc.integer({ min: 0, max: 4000 }), (texts, long) => {
      const words = [...texts, "đ".repeat(long), "😀".repeat(long), "=1+1", "'", "|"];
      const patch: Patch = {
        expect: [], sheets: [{ sheet: "S", create: true, tab: "112233", blocks: [{ row: 0, column: 0, cells: words.map((v) => [{ v }]) }] }],
      };
      const [journal] = withJournal(patch, "_scorebook").sheets;
      const begun = applied(emptyWorkbook, { expect: [], sheets: [journal!] });
      for (const line of begun.sheets[0]!.cells) {
        expect(String(line?.[journalColumn]?.v ?? "").length).toBeLessThanOrEqual(32767);
      }
      expect(restOf(read(begun))!.patch.sheets[0]).toEqual(patch.sheets[0]);
    }),
    { numRuns: 50 },
  );
});

test("what someone typed after the write died stays and is named", () => {
  const patch = again(read(filled)).patch!;
  const form = inputs[0]!.sheet;
  const dead = applied(filled, { expect: [], sheets: patch.sheets.slice(0, 1) });
  const at = inputs[2]!;
  const touched = typed(dead, at.sheet, at.row, at.column, 77);
  const rest = restOf(read(touched))!;
  expect(rest.typed).toEqual([{ sheet: form, row: at.row, column: at.column }]);
  const ended = applied(touched, rest.patch);
  const value = ended.sheets.find(({ name }) => name === form)!.cells[at.row]![at.column]!.v as CellValue;
  expect(value).toBe(77);
  expect(app.resume(read(touched)).findings.map(({ issue }) => issue.code)).toEqual(["write-typed-since"]);
});

test("a patch that only fills cells, and any patch on the page, keeps no journal", () => {
  const fill: Patch = { expect: [], sheets: [{ sheet: "S", blocks: [{ row: 0, column: 0, cells: [[{ v: 1 }]] }] }] };
  expect(withJournal(fill, "_scorebook")).toBe(fill);
  const onPage = app.settings({ ...read(filled), facts: { ...facts, host: "page" } }, { ...app.look(read(filled)).settings!, digits: 3 });
  expect(JSON.stringify(onPage.patch)).not.toContain("scorebook journal");
});
