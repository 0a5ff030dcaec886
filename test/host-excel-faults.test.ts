import { emptySheet, snapshotOf } from "../core/sheet/apply";
import { HostError } from "../core/sheet/host";
import { withJournal } from "../core/sheet/journal";
import { journalColumn, journalMark } from "../core/sheet/journal-mark";
import type { Patch, SheetPatch, Write } from "../core/sheet/patch";
import type { Sheet, Workbook } from "../core/sheet/workbook";
import type { Patience } from "../excel-addin/taskpane/excel-host-request";
import { wordsOf } from "../core/words/say";
import { comparable } from "./host-contract";
import { type ExcelDesk, openExcel } from "./host-excel";
import { mark } from "./host-rows";

const waits: Patience = { typing: 120, again: 20, answer: 2000 };
const grants = { formatColumns: true, formatRows: true, filter: true, sort: false };
const sheet = (name: string, more: Partial<Sheet> = {}): Sheet => ({
  ...emptySheet(name),
  cells: [[{ v: "Tên" }, { v: 1, s: { locked: false } }], [{ v: 2, f: "B1*2" }, { v: null, s: { locked: false } }]],
  ...more,
});
const book = (...sheets: Sheet[]): Workbook => ({ sheets, active: sheets[0]!.name, properties: {} });
const patch = (...sheets: SheetPatch[]): Patch => ({ expect: [], sheets });
const daily: SheetPatch = { sheet: "Một", blocks: [{ row: 0, column: 1, cells: [[{ v: 5 }]] }] };
const corner = { row: 0, column: 0, rows: 1, columns: 1 };
const rebuild = (name: string): SheetPatch => ({
  sheet: name, styles: [{ area: corner, style: { bold: true } }], tab: "FF0000",
});

const failing = async (work: Promise<unknown>): Promise<HostError> => {
  const error = await work.then(() => null, (thrown: unknown) => thrown);
  if (!(error instanceof HostError)) throw new Error(`no HostError: ${String(error)}`);
  return error;
};

/** Refused with a code that has words, and the workbook as it was. */
async function refused(desk: ExcelDesk, work: () => Promise<unknown>, code: HostError["code"]): Promise<HostError> {
  const before = comparable(desk.engine.workbook());
  const error = await failing(work());
  expect(error.code).toBe(code);
  expect(wordsOf("vi").panel.failure.host[code]).toMatch(/\.$/);
  expect(comparable(desk.engine.workbook())).toEqual(before);
  return error;
}

describe("a cell that is being typed in", () => {
  test.each([
    ["a reading", (desk: ExcelDesk) => desk.host.read()],
    ["a writing", (desk: ExcelDesk) => desk.host.write(patch(daily))],
    ["a showing", (desk: ExcelDesk) => desk.host.show({ sheet: "Một", row: 1, column: 1 })],
  ])("refuses %s after a while", async (_name, work) => {
    const desk = openExcel(book(sheet("Một")), { waits });
    await desk.host.read();
    desk.double.beginEdit();
    await refused(desk, () => work(desk), "edit-mode");
  });

  test("is waited for", async () => {
    const desk = openExcel(book(sheet("Một")), { waits });
    desk.double.beginEdit();
    const reading = desk.host.read();
    setTimeout(() => desk.double.endEdit(), 50);
    expect((await reading).sheets[0]!.values[0]).toEqual(["Tên", 1]);
  });

  test("begun between comparing and writing, leaves nothing written", async () => {
    const desk = openExcel(book(sheet("Một")), { waits });
    await desk.host.read();
    const answer = desk.double.request.bind(desk.double);
    let requests = 0;
    desk.double.request = async (json, flags) => {
      if (++requests === 2) desk.double.beginEdit();
      return answer(json, flags);
    };
    await refused(desk, () => desk.host.write(patch(daily)), "edit-mode");
    expect(requests).toBeGreaterThan(2);
  });
});

describe("protection", () => {
  const locked = (): ExcelDesk => {
    const desk = openExcel(book(sheet("Một", { protection: grants }), sheet("Hai")), { waits });
    desk.engine.protect(desk.engine.find("Hai")!, { allows: grants, password: "mật khẩu" });
    return desk;
  };

  test("without a password is put back after a rebuild, and daily entries never take it off", async () => {
    const desk = locked();
    await desk.host.read();
    expect(await desk.host.write(patch(daily))).toEqual({ ok: true });
    expect(desk.trips.undoCleared).toBe(0);
    expect(await desk.host.write(patch(rebuild("Một")))).toEqual({ ok: true });
    expect(desk.engine.workbook().sheets[0]).toMatchObject({ protection: grants, tab: "FF0000" });
    expect(desk.trips.undoCleared).toBeGreaterThan(0);
  });

  test("with a password: open cells are written, the rest is refused", async () => {
    const desk = locked();
    await desk.host.read();
    expect(await desk.host.write(patch({ ...daily, sheet: "Hai" }))).toEqual({ ok: true });
    await refused(desk, () => desk.host.write(patch(rebuild("Hai"))), "protected");
  });

  test("with a password on one sheet leaves the others of the patch as they were, protected again", async () => {
    const desk = locked();
    await desk.host.read();
    await refused(desk, () => desk.host.write(patch(rebuild("Một"), rebuild("Hai"))), "protected");
    expect(desk.engine.workbook().sheets[0]!.protection).toEqual(grants);
  });

  test("with a password on a later sheet leaves the colours of an earlier one, protected or not", async () => {
    const colours = { conditionals: [{ area: corner, formula: `AND($B$1=1,${mark})`, style: { fill: "FF0000" } }] };
    for (const protection of [grants, undefined]) {
      const desk = openExcel(
        book(sheet("Một", { ...colours, ...(protection === undefined ? {} : { protection }) }), sheet("Hai")), { waits },
      );
      desk.engine.protect(desk.engine.find("Hai")!, { allows: grants, password: "mật khẩu" });
      await desk.host.read();
      const both = patch({ ...rebuild("Một"), ...colours, scales: [] }, rebuild("Hai"));
      await refused(desk, () => desk.host.write(both), "protected");
      expect(desk.engine.workbook().sheets[0]!.conditionals).toHaveLength(1);
    }
  });

  test("with a password on one sheet takes the journal back, with the sheet made for it", async () => {
    for (const journal of ["_scorebook", "Mới"]) {
      const desk = openExcel(book(sheet("Một", { protection: grants }), sheet("Hai"), sheet("_scorebook", { state: "hidden" })), { waits });
      desk.engine.protect(desk.engine.find("Hai")!, { allows: grants, password: "mật khẩu" });
      await desk.host.read();
      await refused(desk, () => desk.host.write(withJournal(patch(rebuild("Một"), rebuild("Hai")), journal)), "protected");
    }
  });

  test("of the workbook's structure refuses new sheets and hidden ones", async () => {
    const desk = openExcel(book(sheet("Một"), sheet("Ẩn", { state: "hidden" })), { waits });
    desk.engine.structure = {};
    await desk.host.read();
    await refused(desk, () => desk.host.write(patch({ sheet: "Mới", create: true })), "protected");
    await refused(desk, () => desk.host.show({ sheet: "Ẩn", row: 0, column: 0 }), "protected");
  });

  test("is put back where the writing failed on the way", async () => {
    const desk = openExcel(book(sheet("Một", { protection: grants })), { waits });
    await desk.host.read();
    const wrong: SheetPatch = { sheet: "Một", blocks: [{ row: 5, column: 0, cells: [[{ f: "SUM(", v: 0 }]] }] };
    expect((await failing(desk.host.write(patch(wrong)))).code).toBe("unknown");
    expect(desk.engine.workbook().sheets[0]!.protection).toEqual(grants);
  });
});

test("while no journal stands, colours are those of before or those of after, and the sheet is protected, wherever the writing dies", async () => {
  const colour = { area: corner, formula: `AND($B$1=1,${mark})`, style: { fill: "FF0000" } };
  const many = Array.from({ length: 400 }, (_, i) => ({ ...colour, formula: `AND($B$1=${i},${mark})` }));
  const long = Array.from({ length: 3000 }, (_, i) => [{ v: `${"đ".repeat(200)}${i}` }]);
  const whole = withJournal(
    patch({ ...rebuild("Một"), conditionals: many, blocks: [{ row: 5, column: 0, cells: long }] }), "_scorebook",
  );
  const journalsAt = new Set<boolean>();
  for (let last = 1; ; last++) {
    const desk = openExcel(book(sheet("Một", { conditionals: [colour], protection: grants }), sheet("_scorebook")), { waits: { ...waits, answer: 400 } });
    desk.world.requestBytes = 400000;
    await desk.host.read();
    const answer = desk.double.request.bind(desk.double);
    let requests = 0;
    desk.double.request = async (json, flags) => (++requests > last ? new Promise<string>(() => {}) : answer(json, flags));
    const died = await desk.host.write(whole).then(() => false, () => true);
    if (!died) break;
    const { sheets } = desk.engine.workbook();
    const [mark, count, ...chunks] = sheets[1]!.cells.flatMap((line) => line?.[journalColumn]?.v ?? []);
    const stands = mark === journalMark && count === chunks.length;
    journalsAt.add(stands);
    if (stands) continue;
    expect([1, many.length]).toContain(sheets[0]!.conditionals.length);
    expect(sheets[0]!.protection).toEqual(grants);
  }
  expect(journalsAt.size).toBe(2);
});

test("a workbook opened for reading only", async () => {
  const desk = openExcel(book(sheet("Một")), { waits });
  desk.engine.readOnly = true;
  expect((await desk.host.read()).sheets).toHaveLength(1);
  await refused(desk, () => desk.host.write(patch(daily)), "read-only");
});

test("no answer at all", async () => {
  const desk = openExcel(book(sheet("Một")), { waits: { ...waits, answer: 60 } });
  await desk.host.read();
  desk.double.silent = true;
  await refused(desk, () => desk.host.read(), "no-answer");
  await refused(desk, () => desk.host.write(patch(daily)), "no-answer");
});

test("an Excel that lacks what is needed", async () => {
  const desk = openExcel(book(sheet("Một")), { waits, set: "1.4" });
  await refused(desk, () => desk.host.read(), "too-old");
});

describe("sizes", () => {
  const long = (rows: number): Workbook =>
    book(
      {
        ...emptySheet("Dài"),
        cells: Array.from({ length: rows }, (_, i) => [
          { v: i }, { v: `Dòng ${i} ${"x".repeat(40)}` }, { v: i + 1, f: `A${i + 1}+1` },
        ]),
      },
      sheet("Ngắn"),
    );

  test("an answer that is too large is asked for in parts, the next time at once", async () => {
    const workbook = long(3000);
    const desk = openExcel(workbook, { waits, mostBytes: 300000 });
    const { trips, host } = desk;
    const first = await host.read();
    expect(first.sheets).toEqual(snapshotOf(desk.engine.workbook(), first.facts, null).sheets);
    const before = trips.requests;
    const second = await host.read();
    expect(second.sheets).toEqual(first.sheets);
    // The list, the sizes, and 9,004 cells in parts that each stay under the limit.
    expect(trips.requests - before).toBe(6);
  });

  test("a line that is too large by itself cannot be read", async () => {
    const wide = book({ ...emptySheet("Rộng"), cells: [Array.from({ length: 400 }, () => ({ v: "x".repeat(2000) }))] });
    const desk = openExcel(wide, { waits, mostBytes: 100000 });
    await refused(desk, () => desk.host.read(), "too-big");
  });

  const block = (rows: number): SheetPatch => ({
    sheet: "Một",
    blocks: [{
      row: 0, column: 3,
      cells: Array.from({ length: rows }, (_, i) => [{ v: `Dòng ${i} ${"đ".repeat(100)}` }, { v: i }]),
    }],
  });

  test.each([
    ["by their guessed sizes", 600000, undefined],
    ["by halves where Excel refuses", Infinity, 700000],
  ])("what is too large for one request is written in several, %s", async (_name, requestBytes, mostBytes) => {
    const desk = openExcel(book(sheet("Một")), { waits, ...(mostBytes === undefined ? {} : { mostBytes }) });
    desk.world.requestBytes = requestBytes;
    await desk.host.read();
    const before = desk.trips.requests;
    expect(await desk.host.write(patch(block(8000)))).toEqual({ ok: true });
    expect(desk.trips.requests - before).toBeGreaterThan(3);
    const { cells } = desk.engine.workbook().sheets[0]!;
    expect(cells).toHaveLength(8000);
    expect(cells[7999]!.slice(3).map((cell) => cell?.v)).toEqual([`Dòng 7999 ${"đ".repeat(100)}`, 7999]);
  });

  test("what can only be read in parts is compared in parts, and written", async () => {
    const desk = openExcel(long(6000), { waits, mostBytes: 300000 });
    const { sheets } = await desk.host.read();
    const expects = [{ sheet: "Dài", row: 0, column: 0, values: sheets[0]!.values }];
    const marks = Array.from({ length: 6000 }, (): Write[] => [{ v: 1 }, null, { v: 2 }]);
    const writing: Patch = {
      expect: expects, sheets: [{ sheet: "Dài", blocks: [{ row: 0, column: 4, cells: marks }], tab: "FF0000" }],
    };
    expect(await desk.host.write(writing)).toEqual({ ok: true });
    expect(desk.engine.workbook().sheets[0]!.cells[5999]!.slice(4).map((cell) => cell?.v ?? null)).toEqual([1, null, 2]);
    desk.engine.find("Dài")!.put(5999, 0, { v: "gõ thêm" });
    expect(await desk.host.write(writing)).toEqual({ ok: false, stale: expects });
  });

  test("a small entry into a workbook read in parts takes no more than two requests", async () => {
    const desk = openExcel(long(6000), { waits, mostBytes: 300000 });
    await desk.host.read();
    const before = desk.trips.requests;
    const expects = [{ sheet: "Dài", row: 0, column: 0, values: [[0]] }];
    const sheets = [{ sheet: "Dài", blocks: [{ row: 0, column: 4, cells: [[{ v: 1 }]] }] }];
    expect(await desk.host.write({ expect: expects, sheets })).toEqual({ ok: true });
    expect(desk.trips.requests - before).toBe(2);
  });

  test("one thing that is too large by itself is refused", async () => {
    const desk = openExcel(book(sheet("Một")), { waits, mostBytes: 20000 });
    await desk.host.read();
    const text: SheetPatch = { sheet: "Một", blocks: [{ row: 0, column: 3, cells: [[{ v: "x".repeat(30000) }]] }] };
    await refused(desk, () => desk.host.write(patch(text)), "too-big");
  });
});

describe("what was last seen is gone", () => {
  const nothing = { Code: "InvalidSelection", Message: "none", Location: "", ActionIndex: 0, HttpStatusCode: 404 };
  /** An Excel that fails on a sheet that is gone, where others pass over it. */
  const strict = (gone: string): ExcelDesk => {
    const desk = openExcel(book(sheet("Một"), sheet("Hai"), sheet("Ba")), { waits });
    const answer = desk.double.request.bind(desk.double);
    desk.double.request = async (json, flags) => {
      const id = `-${String(ids.get(gone)).padStart(4, "0")}-`;
      if (!desk.engine.sheets.some(({ name }) => name === gone) && json.includes(id)) {
        return JSON.stringify({ Results: [], Error: { ...nothing, Code: "ItemNotFound" } });
      }
      return answer(json, flags);
    };
    const ids = new Map(desk.engine.sheets.map(({ name, id }) => [name, id]));
    return desk;
  };

  test.each([
    ["an Excel that passes over it", false], ["an Excel that fails", true],
  ])("read and written in %s", async (_name, fails) => {
    const desk = fails ? strict("Hai") : openExcel(book(sheet("Một"), sheet("Hai"), sheet("Ba")), { waits });
    await desk.host.read();
    desk.engine.deleteSheet(desk.engine.find("Hai")!);
    expect((await desk.host.read()).sheets.map(({ name }) => name)).toEqual(["Một", "Ba"]);
    expect((await desk.host.read()).sheets.map(({ name }) => name)).toEqual(["Một", "Ba"]);
  });

  test.each([false, true])("a patch that expects a deleted sheet is stale (fails: %s)", async (fails) => {
    const desk = fails ? strict("Hai") : openExcel(book(sheet("Một"), sheet("Hai"), sheet("Ba")), { waits });
    await desk.host.read();
    desk.engine.deleteSheet(desk.engine.find("Hai")!);
    const expects = [{ sheet: "Hai", row: 0, column: 0, values: [["Tên"]] }];
    expect(await desk.host.write({ expect: expects, sheets: [daily] })).toEqual({ ok: false, stale: expects });
    expect(await desk.host.write({
      expect: [], sheets: [{ ...daily, sheet: "Hai", create: true }],
    })).toEqual({ ok: true });
  });

  test("sheets that never are where they were said to be: asked for twice, then stale", async () => {
    const desk = openExcel(book(sheet("Một")), { waits });
    await desk.host.read();
    const answer = desk.double.request.bind(desk.double);
    let refusals = 0;
    desk.double.request = async (json, flags) => {
      if (!json.includes("Protection") || refusals > 20) return answer(json, flags);
      refusals++;
      return JSON.stringify({ Results: [], Error: { ...nothing, Code: "InvalidReference" } });
    };
    const gone = { sheet: "Một", row: 0, column: 0, values: [] };
    expect(await desk.host.write(patch(daily))).toEqual({ ok: false, stale: [gone] });
    expect(refusals).toBe(2);
    refusals = 0;
    const expects = [{ sheet: "Một", row: 0, column: 0, values: [["Tên"]] }];
    expect(await desk.host.write({ expect: expects, sheets: [daily] })).toEqual({ ok: false, stale: expects });
  });

  test("a sheet that was renamed since is written by its new name", async () => {
    const desk = openExcel(book(sheet("Một"), sheet("Hai")), { waits });
    await desk.host.read();
    desk.engine.rename(desk.engine.find("Hai")!, "Hai mới");
    expect(await desk.host.write(patch({ ...daily, sheet: "Hai mới" }))).toEqual({ ok: true });
    expect(await desk.host.write(patch({ ...daily, sheet: "Hai" }))).toMatchObject({ ok: false });
  });

  test("nobody stands on a cell: read without a selection", async () => {
    const desk = openExcel(book(sheet("Một")), { waits });
    const answer = desk.double.request.bind(desk.double);
    desk.double.request = async (json, flags) =>
      json.includes("GetActiveCell")
        ? JSON.stringify({ Results: [], Error: { ...nothing, Location: "Workbook.getActiveCell" } })
        : answer(json, flags);
    const { selection, sheets } = await desk.host.read();
    expect(selection).toBeNull();
    expect(sheets).toHaveLength(1);
  });
});

test("a filter, which may hide rows, is taken off before anything is written under it", async () => {
  const filter = { row: 0, column: 0, rows: 2, columns: 2 };
  const desk = openExcel(book(sheet("Một", { filter })), { waits });
  await desk.host.read();
  const done: string[] = [];
  desk.double.acting = ({ Name }) => {
    if (["Remove", "Clear", "Values", "Formulas", "Apply"].includes(Name)) done.push(Name);
  };
  const all = { row: 0, column: 0, rows: 2, columns: 2 };
  const block = { row: 0, column: 0, cells: [[{ v: "Tên" }, { v: 7 }]] };
  expect(await desk.host.write(patch({ sheet: "Một", clear: [all], blocks: [block], filter }))).toEqual({ ok: true });
  expect(done[0]).toBe("Remove");
  expect(done.filter((name) => name === "Remove")).toHaveLength(1);
  expect(done[done.length - 1]).toBe("Apply");
  expect(done.slice(1, -1)).toEqual(expect.arrayContaining(["Clear"]));
  expect(desk.engine.workbook().sheets[0]!.filter).toEqual(filter);
});
