import type { Address } from "../core/sheet/address";
import { areaName, cellName, parseCellName } from "../core/sheet/address";
import { applyPatch, emptySheet, snapshotOf, tidyStyle } from "../core/sheet/apply";
import type { Asked, Change, Guards, WriteResult } from "../core/sheet/host";
import type { Patch, SheetPatch, Write } from "../core/sheet/patch";
import type { Facts, Snapshot } from "../core/sheet/snapshot";
import type { Cell, CellValue, Sheet, Workbook } from "../core/sheet/workbook";
import { lacking } from "./double/look";
import { digits15 } from "./kit/engines";
import { Desk } from "./kit/desk";
import { asksOf, inspectBook, inspected, inspectRows } from "./host-inspect-rows";
import { expectRows, readRows, type WriteRow, writeRows } from "./host-rows";

/** A host under test, with a person's hand and a look at what is really there. */
export interface HostDriver {
  /** Opens a workbook in the program; what was open before is gone. */
  open(workbook: Workbook): Promise<void>;
  facts(): Promise<Facts>;
  read(sheets?: readonly string[]): Promise<Snapshot>;
  write(patch: Patch): Promise<WriteResult>;
  show(at: Address): Promise<void>;
  inspect(asked: readonly Asked[]): Promise<readonly (Guards | null)[]>;
  /** Starts to watch; what was heard since, and the way to stop. */
  watch(): Promise<{ heard(): Promise<readonly Change[]>; stop(): Promise<void> }>;
  /** What is there, seen by other means than the host's. */
  workbook(): Promise<Workbook>;
  selection(): Promise<Address | null>;
  /** A person types a number into a cell; another cell is selected. */
  type(at: Address, value: number): Promise<void>;
  select(at: Address): Promise<void>;
  /** Requests that went out so far, where they can be counted. */
  trips?(): number;
}

/** Rows in which a host cannot do as the others: what it does instead, in words, and what both sides are compared without. */
export type Differs = Readonly<Record<string, {
  readonly why: string;
  readonly without: (sheet: Sheet) => Sheet;
  /** The values as this host reads them. */
  readonly read?: (value: CellValue) => CellValue;
}>>;

const blank = (cell: Cell | undefined | null): boolean =>
  cell === undefined || cell === null ||
  ((cell.v ?? null) === null && cell.f === undefined && Object.keys(tidyStyle(cell.s ?? {})).length === 0);

const bare = (value: CellValue): CellValue => (value === "" ? null : digits15(value));

/** Only what a workbook means: blank ends cut off, checks by the cell, sizes in pixels. */
export function comparable(workbook: Workbook): object {
  return {
    active: workbook.active,
    sheets: workbook.sheets.map((sheet) => {
      const cells: Record<string, object> = {};
      sheet.cells.forEach((line, row) =>
        Array.from(line ?? []).forEach((cell, column) => {
          if (blank(cell)) return;
          const { v, f, s } = cell!;
          cells[cellName(row, column)] = { v: bare(v), ...(f === undefined ? {} : { f }), ...tidyStyle(s ?? {}) };
        }));
      const checks: Record<string, object> = {};
      for (const { area, rule } of sheet.validations) {
        for (let i = 0; i < area.rows; i++) {
          for (let j = 0; j < area.columns; j++) checks[cellName(area.row + i, area.column + j)] = lacking(rule, "brief");
        }
      }
      const sizes = (list: readonly ({ width?: number; height?: number; hidden?: boolean } | null | undefined)[]): object =>
        Object.fromEntries(Array.from(list).flatMap((size, index) => {
          const { width, height, hidden } = size ?? {};
          const told = {
            ...(width === undefined ? {} : { pixels: Math.trunc(width * 7 + 0.01) }),
            ...(height === undefined ? {} : { quarters: Math.round(height * 4) }),
            ...(hidden === true ? { hidden } : {}),
          };
          return Object.keys(told).length === 0 ? [] : [[index, told]];
        }));
      const { name, state, freeze, filter, protection, print, tab } = sheet;
      return {
        name, state, cells, checks,
        columns: sizes(sheet.columns),
        rows: sizes(sheet.rows),
        merges: sheet.merges.map(areaName).sort(),
        conditionals: sheet.conditionals.map(({ area, formula, style }) => ({
          area: areaName(area), formula, style: tidyStyle(style),
        })),
        scales: sheet.scales,
        freeze: freeze === undefined || freeze.rows + freeze.columns === 0 ? null : freeze,
        filter: filter ?? null,
        protection: protection ?? null,
        print: print ?? null,
        tab: tab ?? null,
      };
    }),
  };
}

const at = (sheet: string, cell: string): Address => ({ sheet, ...parseCellName(cell)! });

const quietly = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));

/** Waits until an expectation holds. */
async function soon(expectation: () => Promise<void>, patience = 4000): Promise<void> {
  for (const until = Date.now() + patience; ; await quietly(30)) {
    try {
      return await expectation();
    } catch (error) {
      if (Date.now() > until) throw error;
    }
  }
}

const books = (name: string, ...rows: (readonly (CellValue | { f: string; v: CellValue })[])[]): Workbook => ({
  sheets: [{
    ...emptySheet(name),
    cells: rows.map((row) => row.map((v): Cell => (typeof v === "object" && v !== null && "f" in v ? v : { v: v as CellValue }))),
  }],
  active: name, properties: {},
});

/** Holds what a host finds of a workbook's guards to the workbook; `seen`: a sheet as the host has it. */
export async function unbroken(
  host: Pick<HostDriver, "inspect" | "trips">, workbook: Workbook, seen: (sheet: Sheet) => Sheet,
): Promise<void> {
  const asked = asksOf(workbook);
  const before = host.trips?.();
  const found = await host.inspect(asked);
  if (before !== undefined) expect(host.trips!() - before).toBe(1);
  expect(asked.length).toBeGreaterThan(0);
  asked.forEach(({ sheet: name, area, checks, protection }, k) => {
    const { cells, conditionals } = seen(workbook.sheets.find((each) => each.name === name)!);
    const looks = Array.from({ length: area.rows }, (_, i) =>
      Array.from({ length: area.columns }, (_, j) => cells[area.row + i]?.[area.column + j]?.s ?? {}));
    expect(found[k]).toEqual({
      sheet: name, protection, checks: checks.map(({ rule }) => rule),
      locked: protection === null ? found[k]!.locked : looks.map((line) => line.map(({ locked }) => locked !== false)),
      formats: looks.map((line) => line.map(({ format }) => format ?? "General")),
      conditionals: conditionals.map(({ formula }) => formula),
    });
  });
}

export const formOf43 = "a form of 43 criteria, as the core builds it, in a place where none stood and again in place";

/** What every host does alike. Call it inside a `describe`. */
export function hostContract(driver: () => HostDriver, differs: Differs = {}, decimal: "," | "." = ","): void {
  const both = (row: string, sheet: Sheet): Sheet => differs[row]?.without(sheet) ?? sheet;

  describe("reads", () => {
    test.each(readRows.map((row) => [row.name, row] as const))("%s", async (name, { workbook, sheets }) => {
      const host = driver();
      await host.open(workbook);
      const { sheets: read } = await host.read(sheets);
      const there = await host.workbook();
      const expected = snapshotOf(there, await host.facts(), null).sheets;
      const wanted = sheets?.map((each) => each.toLowerCase());
      expect(read).toEqual(expected.filter((each) => wanted === undefined || wanted.includes(each.name.toLowerCase())));
      // What is there is what was opened, so that a reader and a looker cannot agree on nothing.
      const given = { ...workbook, sheets: workbook.sheets.map((sheet) => both(name, sheet)) };
      expect(snapshotOf(
        { ...there, sheets: there.sheets.map((sheet) => both(name, sheet)) }, await host.facts(), null,
      ).sheets)
        .toEqual(snapshotOf(given, await host.facts(), null).sheets);
    });

    test("the cell that a person stands on, and the workbook's facts", async () => {
      const host = driver();
      await host.open(books("Một", [1, 2], [3, 4]));
      await host.select(at("Một", "B2"));
      const { selection, facts } = await host.read();
      expect(selection).toEqual(at("Một", "B2"));
      expect(facts).toEqual(await host.facts());
      expect(facts).toMatchObject({
        language: "vi", decimal, now: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/),
      });
    });

    test("again after a person typed", async () => {
      const host = driver();
      await host.open(books("Một", [1, { f: "A1*2", v: 2 }]));
      await host.read();
      await host.type(at("Một", "A1"), 21);
      await soon(async () => expect((await host.read()).sheets[0]!.values).toEqual([[21, 42]]));
    });
  });

  describe("writes", () => {
    const run = async (row: WriteRow): Promise<void> => {
      const host = driver();
      await host.open(row.workbook);
      await host.read();
      expect(await host.write(row.patch)).toEqual({ ok: true });
      const applied = applyPatch(row.workbook, row.patch);
      if (!applied.ok) throw new Error(`the row is stale: ${JSON.stringify(applied.stale)}`);
      const there = await host.workbook();
      const seen = (workbook: Workbook): object =>
        comparable({ ...workbook, sheets: workbook.sheets.map((sheet) => both(row.name, sheet)) });
      expect(seen(there)).toEqual(seen(applied.workbook));
    };
    test.each(writeRows.map((row) => [row.name, row] as const))("%s", (_name, row) => run(row));

    test("what is written is read back as it was written", async () => {
      const host = driver();
      await host.open(books("Một", ["x"]));
      const values: CellValue[] = ["426.66", "=1+1", "'a", 1.5, true, "01/02/2026", null, "Tốt"];
      const cells: Write[][] = [values.map((v): Write => ({ v: v as string }))];
      await host.write({ expect: [], sheets: [{ sheet: "Một", blocks: [{ row: 0, column: 0, cells }] }] });
      expect((await host.read()).sheets[0]!.values).toEqual([values]);
    });

    test(formOf43, async () => {
      const host = driver();
      const seen = (workbook: Workbook): object =>
        comparable({ ...workbook, sheets: workbook.sheets.map((sheet) => both(formOf43, sheet)) });
      const desk = new Desk();
      desk.preset(desk.app.presets()[0]!.id);
      desk.confirm();
      await host.open(desk.workbook);
      for (const stage of ["first", "again"]) {
        await host.read();
        const before = [host.trips?.() ?? 0];
        const snapshot = await host.read();
        before.push(host.trips?.() ?? 1);
        const start = await host.workbook();
        const { patch } = desk.all(desk.app.build(snapshot, { units: [{ code: "", name: "Xã Đảo" }], year: "2026" }));
        expect(await host.write(patch!)).toEqual({ ok: true });
        before.push(host.trips?.() ?? 3);
        const applied = applyPatch(start, patch!);
        if (!applied.ok) throw new Error("stale");
        expect(seen(await host.workbook())).toEqual(seen(applied.workbook));
        const [first = 0, second = 0, third = 0] = before;
        expect({ stage, read: second - first, written: third - second }).toEqual({ stage, read: 1, written: 2 });
        await unbroken(host, applied.workbook, (sheet) => both(formOf43, sheet));
      }
    });

    test("a long table, and reading it again", async () => {
      const host = driver();
      await host.open(books("Một", ["x"]));
      await host.read();
      const values = Array.from({ length: 4000 }, (_, i): CellValue[] => [i, `Dòng ${i}`, i % 2 === 0, i / 7]);
      const cells = values.map((line) => line.map((v): Write => ({ v: v as string })));
      expect(await host.write({
        expect: [], sheets: [{ sheet: "Một", blocks: [{ row: 0, column: 0, cells }] }],
      })).toEqual({ ok: true });
      const { sheets } = await host.read();
      expect(sheets[0]!.values.map((line) => line.map(digits15))).toEqual(values.map((line) => line.map(digits15)));
    });

    test("shows what the patch shows", async () => {
      const host = driver();
      await host.open({ ...books("Một", [1]), sheets: [...books("Một", [1]).sheets, ...books("Hai", [1, 2]).sheets] });
      const patch: Patch = {
        expect: [], sheets: [{ sheet: "Hai", blocks: [{ row: 0, column: 0, cells: [[{ v: 5 }]] }] }],
        show: at("Hai", "B1"),
      };
      expect(await host.write(patch)).toEqual({ ok: true });
      expect(await host.selection()).toEqual(at("Hai", "B1"));
    });
  });

  describe("what a patch expects", () => {
    test.each(expectRows.map((row) => [row.name, row] as const))("%s", async (name, { workbook, expects: given, stale }) => {
      const read = differs[name]?.read ?? ((value: CellValue) => value);
      const expects = given.map((each) => ({ ...each, values: each.values.map((line) => line.map(read)) }));
      const host = driver();
      await host.open(workbook);
      await host.read();
      const before = comparable(await host.workbook());
      const first = workbook.sheets[0]!.name;
      const sheets: SheetPatch[] = [
        { sheet: first, blocks: [{ row: 9, column: 0, cells: [[{ v: "đã ghi" }]] }], tab: "FF0000" },
        { sheet: "Mới", create: true },
      ];
      const result = await host.write({ expect: expects, sheets });
      expect(result).toEqual(stale.length === 0 ? { ok: true } : { ok: false, stale: stale.map((k) => expects[k]) });
      const after = comparable(await host.workbook());
      if (stale.length > 0) expect(after).toEqual(before);
      else expect(after).not.toEqual(before);
    });

    test("a missing sheet that is not made refuses the patch", async () => {
      const host = driver();
      await host.open(books("Một", [1]));
      const before = comparable(await host.workbook());
      const result = await host.write({
        expect: [], sheets: [{ sheet: "Một", tab: "00FF00" }, { sheet: "Không có", tab: "FF0000" }],
      });
      expect(result).toEqual({ ok: false, stale: [{ sheet: "Không có", row: 0, column: 0, values: [] }] });
      expect(comparable(await host.workbook())).toEqual(before);
    });

    test("what a person typed since the reading makes it stale", async () => {
      const host = driver();
      await host.open(books("Một", [1, 2]));
      const { sheets } = await host.read();
      await host.type(at("Một", "B1"), 3);
      const expects = [{ sheet: "Một", row: 0, column: 0, values: sheets[0]!.values }];
      const result = await host.write({
        expect: expects, sheets: [{ sheet: "Một", blocks: [{ row: 0, column: 0, cells: [[{ v: 9 }]] }] }],
      });
      expect(result).toEqual({ ok: false, stale: expects });
      expect((await host.workbook()).sheets[0]!.cells[0]!.map((cell) => cell?.v)).toEqual([1, 3]);
    });
  });

  describe("inspects", () => {
    const patched = async (host: HostDriver, sheets: readonly SheetPatch[]): Promise<void> => {
      for (const part of sheets) expect(await host.write({ expect: [], sheets: [part] })).toEqual({ ok: true });
    };
    test.each(inspectRows.map((row) => [row.name, row] as const))("%s", async (_name, row) => {
      const { parts, checks = [], protection = null, open = [], formats = {}, conditionals = [] } = row;
      const host = driver();
      await host.open(inspectBook);
      await host.read();
      await patched(host, parts.map((part) => ({ sheet: "Một", ...part })));
      const before = host.trips?.() ?? 0;
      const found = await host.inspect([{ sheet: "một", area: inspected, protection, checks }]);
          if (host.trips !== undefined) expect(host.trips() - before).toBe(1);
      const guards = found[0]!;
      const byCell = <T>(of: (name: string) => T): T[][] =>
        Array.from({ length: inspected.rows }, (_, i) =>
          Array.from({ length: inspected.columns }, (_, j) => of(cellName(inspected.row + i, inspected.column + j))));
      expect(guards.protection).toEqual(protection);
      // Who keeps locks with a protection alone cannot tell those of a sheet without one.
      if (protection !== null || guards.locked !== null) expect(guards.locked).toEqual(byCell((name) => !open.includes(name)));
      expect(guards.formats).toEqual(byCell((name) => formats[name] ?? "General"));
      expect(guards.conditionals).toEqual(conditionals);
      expect(guards.checks).toHaveLength(checks.length);
      checks.forEach(({ rule, standing }, k) => {
        const check = guards.checks[k];
        if (standing === "asked") return expect(check).toEqual(rule);
        expect(check).not.toEqual(rule);
        if (standing === null || standing === "other") expect(check).toBe(standing);
        else expect(check).toMatchObject(standing);
      });
    });

    test("several sheets at once, one of them twice and one that is not there", async () => {
      const host = driver();
      await host.open(inspectBook);
      await host.read();
      const ask = (sheet: string): Asked => ({ sheet, area: inspected, protection: null, checks: [] });
      const before = host.trips?.() ?? 0;
      const found = await host.inspect(["Danh mục's", "Không có", "Một", "Danh mục's"].map(ask));
          if (host.trips !== undefined) expect(host.trips() - before).toBe(1);
      expect(found.map((guards) => guards?.sheet.toLowerCase() ?? null)).toEqual(["danh mục's", null, "một", "danh mục's"]);
      expect(await host.inspect([])).toEqual([]);
    });
  });

  describe("watching", () => {
    test("hears an edit and a selection, and stops", async () => {
      const host = driver();
      await host.open(books("Một", [1, 2], [3, 4]));
      await host.select(at("Một", "A1"));
      await host.read();
      const watching = await host.watch();
      await host.type(at("Một", "A1"), 7);
      await soon(async () => expect(await watching.heard()).toContainEqual({ kind: "edit" }));
      await host.select(at("Một", "B2"));
      await soon(async () => expect(await watching.heard()).toContainEqual({ kind: "select", at: at("Một", "B2") }));
      await watching.stop();
      const count = (await watching.heard()).length;
      // Who still watches hears it, the second time after all that was to be told of the first.
      const other = await host.watch();
      for (const [cell, value] of [["A2", 8], ["B1", 9]] as const) {
        const before = (await other.heard()).length;
        await host.type(at("Một", cell), value);
        await host.select(at("Một", cell));
        await soon(async () => {
          const heard = (await other.heard()).slice(before);
          expect(heard).toContainEqual({ kind: "edit" });
          expect(heard).toContainEqual({ kind: "select", at: at("Một", cell) });
        });
      }
      await other.stop();
      expect(await watching.heard()).toHaveLength(count);
    });

    test("hears that another sheet is turned to", async () => {
      const host = driver();
      await host.open({ ...books("Một", [1]), sheets: [...books("Một", [1]).sheets, ...books("Hai", [1, 2]).sheets] });
      await host.read();
      const watching = await host.watch();
      await host.select(at("Hai", "B1"));
      await soon(async () => expect(await watching.heard()).toContainEqual({ kind: "select", at: at("Hai", "B1") }));
      await watching.stop();
    });
  });

  describe("showing", () => {
    test("goes to a cell of another sheet, hidden or not", async () => {
      const host = driver();
      const sheets = ["Một", "Hai", "Ba"].map((name): Sheet => ({
        ...books(name, [1, 2], [3, 4]).sheets[0]!, state: name === "Ba" ? "hidden" : "visible",
      }));
      await host.open({ sheets, active: "Một", properties: {} });
      await host.read();
      await host.show(at("Hai", "B2"));
      expect(await host.selection()).toEqual(at("Hai", "B2"));
      await host.show(at("Ba", "A2"));
      expect(await host.selection()).toEqual(at("Ba", "A2"));
      expect((await host.workbook()).sheets[2]!.state).toBe("visible");
    });

    test("a sheet that is gone is not shown, and nothing breaks", async () => {
      const host = driver();
      await host.open(books("Một", [1, 2]));
      await host.show(at("Một", "B1"));
      await host.show(at("Đã xóa", "A1"));
      expect(await host.selection()).toEqual(at("Một", "B1"));
    });
  });
}
