import type { Outcome, Run } from "../core/app-port";
import { formPatch } from "../core/form/form-sheet";
import { storeOf, storePatch } from "../core/form/store-patch";
import type { Address } from "../core/sheet/address";
import { applyPatch, emptySheet, snapshotOf } from "../core/sheet/apply";
import type { Patch } from "../core/sheet/patch";
import type { Snapshot } from "../core/sheet/snapshot";
import { type CellValue, emptyWorkbook, type Workbook } from "../core/sheet/workbook";
import { webRequestBytes } from "../excel-addin/taskpane/excel-host-world";
import { ironCalculate } from "./double/iron-calc";
import { comparable, unbroken } from "./host-contract";
import { type ExcelDesk, openExcel } from "./host-excel";
import { Desk } from "./kit/desk";
import { longAnnex } from "./kit/long-annex";
import { expectSame } from "./kit/same";
import { type NodePane, startPane } from "./kit/pane-in-node";
import { randomCase } from "./kit/random-rubric";

jest.setTimeout(300000);

let pane: NodePane;
beforeAll(async () => {
  pane = await startPane();
}, 600000);

/** Zero has no sign on the way from Excel. */
const unsigned = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/** One person's walk in Excel: each step is worked out from what the host reads, and written by the host. */
class Walk {
  readonly excel: ExcelDesk;
  private readonly desk = new Desk();
  readonly app = this.desk.app;

  constructor(workbook: Workbook, web = false) {
    this.excel = openExcel(workbook, { web, Host: pane.Host });
    if (web) this.excel.world.requestBytes = webRequestBytes;
  }

  /** Requests that one step took for reading and for writing. */
  async step(work: (snapshot: Snapshot) => Run<Outcome> | Patch): Promise<{ read: number; written: number }> {
    const { excel: { host, trips, engine } } = this;
    let before = trips.requests;
    const snapshot = await host.read();
    const read = trips.requests - before;
    const start = engine.workbook();
    expectSame(unsigned(snapshot), unsigned(snapshotOf(start, host.facts(), snapshot.selection)));
    const made = work(snapshot);
    const outcome = "expect" in made ? { patch: made, findings: [] } : this.desk.all(made);
    if (outcome.patch === null) throw new Error(JSON.stringify(outcome.findings).slice(0, 400));
    const applied = applyPatch(start, outcome.patch);
    if (!applied.ok) throw new Error("stale");
    before = trips.requests;
    expect(await host.write(outcome.patch)).toEqual({ ok: true });
    const written = trips.requests - before;
    const there = engine.workbook();
    const page = ironCalculate(applied.workbook);
    const active = outcome.patch.show === undefined ? there.active : page.active;
    expectSame(comparable(there), comparable({ ...page, active }));
    return { read, written };
  }

  confirm(): Promise<{ read: number; written: number }> {
    return this.step((snapshot) => {
      const first = this.app.readTable(snapshot, new Set());
      const ticks = first.rows.flatMap((row) => (row.kind === "criterion" ? row.assumptions.map(({ id }) => id) : []));
      return this.app.confirm(snapshot, this.app.readTable(snapshot, new Set(ticks)));
    });
  }

  build(...names: string[]): Promise<{ read: number; written: number }> {
    const units = names.map((name, k) => ({ code: `X${k + 1}`, name }));
    return this.step((snapshot) => this.app.build(snapshot, { units, year: "2026" }));
  }

  /** Finds every guard of the workbook as it was written; the requests that it took. */
  async inspect(): Promise<number> {
    const { excel: { host, trips, engine } } = this;
    const before = { ...trips };
    await unbroken({ inspect: (asked) => host.inspect(asked) }, engine.workbook(), (sheet) => sheet);
    console.log(`inspected in ${trips.actions - before.actions} actions, ${trips.sent - before.sent} characters sent, ` +
      `${trips.received - before.received} received`);
    return trips.requests - before.requests;
  }

  type({ sheet, row, column }: Address, value: CellValue): void {
    const { engine } = this.excel;
    engine.write(engine.find(sheet)!, { row, column }, [[value]], { by: "person" });
  }
}

const preset = (): Workbook => {
  const desk = new Desk();
  desk.preset(desk.app.presets()[0]!.id);
  return desk.workbook;
};

describe.each([
  { name: "43 criteria, Excel for Windows", start: preset, web: false, again: true },
  { name: "43 criteria, Excel on the web", start: preset, web: true, again: true },
  { name: "500 criteria, Excel for Windows", start: () => longAnnex(500), web: false, again: false },
])("$name", ({ name, start, web, again }) => {
  test("each step is read in one request and written in two, and leaves what the page leaves", async () => {
    const walk = new Walk(start(), web);
    // The very first reading has to ask which sheets there are.
    expect(await walk.confirm()).toEqual({ read: 2, written: 2 });
    const { trips } = walk.excel;
    const before = { ...trips };
    const began = performance.now();
    expect(await walk.build("Xã Đảo")).toEqual({ read: 1, written: 2 });
    console.log(
      `${name}: form in ${trips.actions - before.actions} actions, ${trips.sent - before.sent} characters sent, ` +
      `${trips.received - before.received} received, ${Math.round(performance.now() - began)} ms in the double`,
    );
    expect(await walk.inspect()).toBe(1);
    expect(trips.releases).toBe(0);
    if (!again) return;
    // A form that stands and is protected is built anew in place.
    expect(await walk.build("Xã Đảo")).toEqual({ read: 1, written: 2 });
    expect(walk.excel.engine.workbook().sheets.find(({ name: sheet }) => sheet.startsWith("Phiếu"))?.protection).toBeDefined();
  });
});

test("500 criteria on the web: as few requests as 5 MB allow, and one more", async () => {
  const walk = new Walk(longAnnex(500), true);
  expect(await walk.confirm()).toEqual({ read: 2, written: 2 });
  const before = walk.excel.trips.sent;
  const { read, written } = await walk.build("Xã Đảo");
  const megabytes = (walk.excel.trips.sent - before) / webRequestBytes;
  console.log(`500 criteria on the web: ${written} requests`);
  expect(read).toBe(1);
  expect(await walk.inspect()).toBe(1);
  expect(written).toBeGreaterThan(2);
  expect(written - 1).toBeLessThanOrEqual(Math.ceil(megabytes) + 1);
});

test("several units, answers, ranking, and all of it again", async () => {
  const walk = new Walk(preset());
  await walk.confirm();
  expect(await walk.build("Xã Đảo", "Phường Hạc Thành", "Đặc khu")).toEqual({ read: 1, written: 2 });
  const { engine } = walk.excel;
  for (const { name, cells } of engine.workbook().sheets.filter(({ name: sheet }) => /^Phiếu|^X\d/.test(sheet))) {
    const answer = cells[0]!.findIndex((cell) => cell?.v === "answer");
    cells.forEach((line, row) => {
      if (!String(line?.[0]?.v ?? "").includes("|")) return;
      walk.type({ sheet: name, row, column: answer }, 3 + (row % 7));
    });
  }
  expect(await walk.step((snapshot) => walk.app.rank(snapshot))).toEqual({ read: 1, written: 2 });
  // One more asks the heat colours that stand whether they are ours: none can be asked together with formulas.
  expect(await walk.step((snapshot) => walk.app.rank(snapshot))).toEqual({ read: 1, written: 3 });
  expect(await walk.build("Xã Đảo", "Phường Hạc Thành")).toEqual({ read: 1, written: 2 });
});

describe("random rubrics", () => {
  test.each(Array.from({ length: 20 }, (_, k) => 7000 + k))("seed %d leaves what the page leaves", async (seed) => {
    const { rubric, answers, reviews } = randomCase(seed);
    const walk = new Walk({ ...emptyWorkbook, sheets: [emptySheet("Trang 1")], active: "Trang 1" });
    const patch = (snapshot: Snapshot): Patch => ({
      expect: [],
      sheets: [
        storePatch(storeOf(rubric, { language: "vi", forms: [], parked: [] }), null),
        formPatch(rubric, {
          sheet: "Phiếu", unit: { code: "U1", name: "Xã Đảo" }, language: "vi", decimal: snapshot.facts.decimal,
          answers, reviews,
        }),
      ],
    });
    expect(await walk.step(patch)).toEqual({ read: 2, written: 2 });
    expect(await walk.step(patch)).toEqual({ read: 1, written: 2 });
  });
});
