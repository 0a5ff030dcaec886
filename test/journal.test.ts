import fc from "fast-check";
import { createApp } from "../core/app";
import { finish } from "../core/app/build";
import type { Outcome, Run } from "../core/app-port";
import { isCriterion } from "../core/rubric/rubric";
import { applyPatch, snapshotOf } from "../core/sheet/apply";
import { withJournal } from "../core/sheet/journal";
import { restOf } from "../core/sheet/journal-rest";
import { countsParts, hasJournal, journalColumn } from "../core/sheet/journal-mark";
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

const ranked = typed(after(filled, done(app.rank(read(filled)))), inputs[0]!.sheet, inputs[3]!.row, inputs[3]!.column, 1);

const again = (snapshot: Snapshot): Outcome =>
  app.settings(snapshot, { ...app.look(snapshot).settings!, digits: 3 });

const operations: readonly (readonly [name: string, from: Workbook, press: (snapshot: Snapshot) => Outcome])[] = [
  ["a first confirmation", annex, (snapshot) => app.confirm(snapshot, app.readTable(snapshot, new Set()))],
  ["a first build", rubric, (snapshot) => done(app.build(snapshot, choice))],
  ["a rebuild of a filled form", filled, again],
  ["a ranking", filled, (snapshot) => done(app.rank(snapshot))],
  ["a ranking over another", ranked, (snapshot) => done(app.rank(snapshot))],
];

test.each(operations)("%s that dies after any piece is whole or as before after going on", (_name, from, press) => {
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
    // Before the first part is counted nothing of it was done.
    expect(restOf(snapshot)!.undone).toBe(!steps.slice(0, k + 1).some(countsParts));
    if (restOf(snapshot)!.undone) expect(contents(ended)).toEqual(contents(from));
    else expect(plain(ended) === plain(whole)).toBe(true);
    expect(hasJournal(read(ended))).toBe(false);
  });
  expect(resumedAt).toBeGreaterThan(20);
});

test("a sheet that the dead write made and somebody deleted is left alone, and does not hold up the rest", () => {
  const block = (v: number): NonNullable<SheetPatch["blocks"]> => [{ row: v, column: 0, cells: [[{ v }]] }];
  const patch: Patch = {
    expect: [],
    sheets: [
      { sheet: "Phiếu", create: true, blocks: block(1) }, { sheet: "Sổ", blocks: block(2) }, { sheet: "Phiếu", blocks: block(3) },
      { sheet: "Sổ", blocks: block(4) },
    ],
  };
  const from = applied(emptyWorkbook, { expect: [], sheets: [{ sheet: "Sổ", create: true }] });
  const { sheets } = withJournal(patch, "_scorebook", ["Phiếu", "_scorebook"]);
  const second = sheets.findIndex(({ sheet }) => sheet === "Sổ");
  const dead = applied(from, { expect: [], sheets: sheets.slice(0, second + 1) });
  const deleted = { ...dead, sheets: dead.sheets.filter(({ name }) => name !== "Phiếu") };
  const rest = restOf(read(deleted))!;
  expect(rest).toMatchObject({ undone: false, lost: false, left: ["Phiếu"] });
  const ended = applied(deleted, rest.patch);
  expect(hasJournal(read(ended))).toBe(false);
  expect(ended.sheets.find(({ name }) => name === "Sổ")!.cells.map((cut) => cut?.[0]?.v ?? null)).toEqual([null, null, 2, null, 4]);
});

test("a journal of a patch is read back whole, whatever text it holds", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "grapheme", maxLength: 40 }), { maxLength: 30 }), fc.integer({ min: 0, max: 4000 }), (texts, long) => {
      const words = [...texts, "đ".repeat(long), "😀".repeat(long), "=1+1", "'", "|"];
      const patch: Patch = {
        expect: [], sheets: [{ sheet: "S", create: true, tab: "112233", blocks: [{ row: 0, column: 0, cells: words.map((v) => [{ v }]) }] }],
      };
      const begun = applied(emptyWorkbook, { expect: [], sheets: withJournal(patch, "_scorebook", ["S"]).sheets.slice(0, 2) });
      for (const line of begun.sheets[0]!.cells) {
        expect(String(line?.[journalColumn]?.v ?? "").length).toBeLessThanOrEqual(32767);
      }
      expect(restOf(read(begun))!.patch.sheets[1]).toEqual(patch.sheets[0]);
    }),
    { numRuns: 50 },
  );
});

test("what someone typed into the old form before anything was done leaves the workbook as it was", () => {
  const patch = again(read(filled)).patch!;
  const dead = applied(filled, { expect: [], sheets: patch.sheets.slice(0, 1) });
  const at = inputs[2]!;
  const touched = typed(dead, at.sheet, at.row, at.column, 77);
  expect(restOf(read(touched))).toMatchObject({ undone: true, typed: [], left: [] });
  expect(contents(after(touched, app.resume(read(touched))))).toEqual(contents(typed(filled, at.sheet, at.row, at.column, 77)));
  expect(app.resume(read(touched)).findings.map(({ issue }) => issue.code)).toEqual(["write-undone"]);
});

test("what someone typed into a form that was already written stays and is named", () => {
  const patch = again(read(filled)).patch!;
  const at = inputs[2]!;
  const done = patch.sheets.findIndex(({ sheet }) => sheet === at.sheet) + 1;
  const dead = applied(filled, { expect: [], sheets: patch.sheets.slice(0, done) });
  const touched = typed(dead, at.sheet, at.row, at.column, 77);
  const rest = restOf(read(touched))!;
  expect(rest).toMatchObject({ undone: false, typed: [at], left: [] });
  const value = applied(touched, rest.patch).sheets.find(({ name }) => name === at.sheet)!.cells[at.row]![at.column]!.v as CellValue;
  expect(value).toBe(77);
  expect(app.resume(read(touched)).findings.map(({ issue }) => issue.code)).toEqual(["write-typed-since"]);
});

/** Two forms, and a rebuild in which rows move: the first criterion's rule asks for nothing any more. */
const two = after(filled, done(app.build(read(filled), { units: [...choice.units, { code: "HL", name: "Phường Hàm Rồng" }], year: "2026" })));
const forms = app.look(read(two)).forms.map(({ id }) => id);
const moved = app.readTable(read(two), new Set()).rubric!.nodes.filter(isCriterion).find(({ rule }) => rule?.kind === "measure")!.id;
const moving = (snapshot: Snapshot): Outcome => {
  const refined = app.refine(snapshot, moved, null);
  if (!("draft" in refined)) throw new Error("gone");
  return app.applyRule(snapshot, moved, { ...refined.draft, kind: "direct" });
};

test("a form that someone filled in before its turn is left alone; the other is written to its end", () => {
  const patch = moving(read(two)).patch!;
  const order = patch.sheets.map(({ sheet }) => sheet);
  const last = forms.reduce((a, b) => (order.indexOf(a) > order.indexOf(b) ? a : b));
  const dead = applied(two, { expect: [], sheets: patch.sheets.slice(0, order.indexOf(last)) });
  const at = app.look({ ...read(two), selection: { sheet: last, row: 0, column: 0 } }).findings.filter(({ todo }) => todo === "blank")[5]!.at!;
  const touched = typed(dead, at.sheet, at.row, at.column, 77);
  expect(restOf(read(touched))).toMatchObject({ undone: false, typed: [], left: [last] });
  const ended = after(touched, app.resume(read(touched)));
  expect(contents(ended)[last]).toEqual(contents(typed(two, at.sheet, at.row, at.column, 77))[last]);
  expect(app.resume(read(touched)).findings.map(({ issue }) => issue.code)).toEqual(["write-left"]);
  // What was left is what the next build brings up to date, with the answer in its place.
  const built = after(ended, done(app.build(read(ended), { units: app.look(read(ended)).forms.map(({ unit }) => unit), year: "2026" })));
  expect(read(built).sheets.find(({ name }) => name === last)!.values.flat().filter((v) => v === 77)).toHaveLength(1);
});

test("a form renamed after the write died is left alone, and no second one is made", () => {
  const patch = moving(read(two)).patch!;
  const order = patch.sheets.map(({ sheet }) => sheet);
  const first = forms.reduce((a, b) => (order.indexOf(a) < order.indexOf(b) ? a : b));
  const dead = applied(two, { expect: [], sheets: patch.sheets.slice(0, order.indexOf(first) + 1) });
  const last = forms.find((name) => name !== first)!;
  const renamed = { ...dead, sheets: dead.sheets.map((sheet) => (sheet.name === last ? { ...sheet, name: "Phiếu HR" } : sheet)) };
  const ended = after(renamed, app.resume(read(renamed)));
  expect(app.look(read(ended)).forms.map(({ id }) => id).sort()).toEqual([first, "Phiếu HR"].sort());
});

test("a patch that only fills cells, and any patch on the page, keeps no journal", () => {
  const fill: Patch = { expect: [], sheets: [{ sheet: "S", blocks: [{ row: 0, column: 0, cells: [[{ v: 1 }]] }] }] };
  expect(withJournal(fill, "_scorebook")).toBe(fill);
  const said = { expect: [], sheets: [{ ...fill.sheets[0]!, tab: undefined }] } as unknown as Patch;
  expect(withJournal(said, "_scorebook")).toBe(said);
  const more: Omit<Required<SheetPatch>, "sheet" | "blocks"> = {
    create: true, position: 0, state: "hidden", clear: [], styles: [], merges: [], validations: [], conditionals: [], scales: [], columns: [], rows: [],
    freeze: { rows: 0, columns: 0 }, filter: { row: 0, column: 0, rows: 1, columns: 1 }, print: { orientation: "portrait", fitWidth: true },
    tab: "112233", protection: null, remove: true,
  };
  for (const [name, value] of Object.entries(more)) {
    const parts = withJournal({ expect: [], sheets: [{ ...fill.sheets[0]!, [name]: value }] }, "_scorebook").sheets;
    expect([name, parts.length]).toEqual([name, 4]);
  }
  const onPage = app.settings({ ...read(filled), facts: { ...facts, host: "page" } }, { ...app.look(read(filled)).settings!, digits: 3 });
  expect(JSON.stringify(onPage.patch)).not.toContain("scorebook journal");
});
