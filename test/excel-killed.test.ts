import { createApp } from "../core/app";
import { applyPatch, snapshotOf } from "../core/sheet/apply";
import type { Facts } from "../core/sheet/snapshot";
import { restOf } from "../core/sheet/journal-rest";
import type { Sheet, Workbook } from "../core/sheet/workbook";
import { ExcelHost } from "../excel-addin/taskpane/excel-host";
import type { Patience } from "../excel-addin/taskpane/excel-host-request";
import { ironCalculate } from "./double/iron-calc";
import { ExcelDouble } from "./double/office/excel-double";
import { OfficeError } from "./double/office/office-object";
import { actionKind, type ActionInfo, type RequestBody } from "./double/office/wire";
import { SheetEngine } from "./double/sheet-engine";
import { type ExcelDesk, openExcel, TestWorld } from "./host-excel";
import { type Ending, everything, fateOf, goneFrom, type Operation, operations } from "./kit/killed";

jest.setTimeout(300000);

const waits: Patience = { typing: 120, again: 20, answer: 40 };
const app = createApp();
const facts: Facts = { host: "excel", language: "vi", decimal: ",", now: "2026-11-22T08:30" };

let boot: ExcelDesk;
beforeAll(() => {
  boot = openExcel(operations[0]!.from(), { waits });
});

const changes = ({ ActionType, Name, ObjectPathId }: ActionInfo, { ObjectPaths }: RequestBody): boolean =>
  ActionType === actionKind.setProperty
  || (ActionType === actionKind.method && !Name.startsWith("_"))
  || (ActionType === actionKind.instantiate && ObjectPaths[ObjectPathId]?.Name === "Add");

/** One workbook in Excel. Panes come and go; office.js, which takes long to load, is the same for all. */
class Book {
  readonly double: ExcelDouble;

  constructor(workbook: Workbook) {
    this.double = new ExcelDouble(new SheetEngine(workbook, ironCalculate), { decimal: ",", name: "sổ.xlsx" });
  }

  workbook(): Workbook {
    return this.double.engine.workbook();
  }

  /** The same with formulas as they were computed last: as good where only the core reads it, and much sooner there. */
  uncomputed(): Workbook {
    return { sheets: this.double.engine.sheets.map((sheet) => sheet.sheet()), active: null, properties: {} };
  }

  pane(): ExcelHost {
    boot.double.request = (json, flags) => this.double.request(json, flags);
    const world = new TestWorld();
    // A write of several requests, of which the journal's may be the first ones.
    world.requestBytes = 40000;
    return new ExcelHost(boot.Excel, () => "vi", world, waits);
  }

  /** Presses; `each` is called before the k-th thing is done, and again for what is done after a failure. */
  async press({ press }: Operation, each: (k: number) => void): Promise<unknown> {
    const pane = this.pane();
    const { patch } = press(app, await pane.read());
    let count = 0;
    this.double.acting = (action, body) => {
      if (changes(action, body)) each(count++);
    };
    const failure: unknown = await pane.write(patch!).then(() => null, (error: unknown) => error);
    this.double.acting = () => {};
    this.double.silent = false;
    return failure;
  }
}

/** Everything without what formulas give, which Excel computes by itself. */
function written({ sheets, ...rest }: Workbook): object {
  const plain = ({ cells, ...sheet }: Sheet): Sheet => ({
    ...sheet, cells: cells.map((line) => line?.map((cell) => (cell?.f === undefined ? cell : { ...cell, v: null }))),
  });
  return everything({ ...rest, sheets: sheets.map(plain) });
}

/** What the next opening makes of a workbook, as the core works it out. */
function ended(workbook: Workbook): { readonly ending: Ending; readonly workbook: Workbook } {
  const rest = restOf(snapshotOf(workbook, facts, null));
  if (rest === null) return { ending: "as it stands", workbook };
  const result = applyPatch(workbook, rest.patch);
  if (!result.ok) throw new Error("stale");
  return { ending: rest.undone ? "undone" : "ended", workbook: result.workbook };
}

/** The next opening in Excel. */
async function reopened(book: Book): Promise<Ending> {
  const pane = book.pane();
  const snapshot = await pane.read();
  if (app.look(snapshot).stage !== "unfinished") return "as it stands";
  const { patch, findings } = app.resume(snapshot);
  expect(await pane.write(patch!)).toEqual({ ok: true });
  return findings.some(({ issue }) => issue.code === "write-undone") ? "undone" : "ended";
}

/** Every so many things, Excel's own next opening is looked at, after a failure and after a pane that dies. */
const stride = 90;

test.each(operations.map(({ name }) => [name]))("%s: wherever it fails or dies, the next opening finds it old, or ends it", async (name) => {
  const operation = operations.find((each) => each.name === name)!;
  const began = performance.now();
  const found = new Map<string, number>();
  const count = (what: string): void => void found.set(what, (found.get(what) ?? 0) + 1);

  const whole = new Book(operation.from());
  const old = everything(whole.workbook());
  const oldWritten = written(whole.workbook());
  const states: Workbook[] = [];
  expect(await whole.press(operation, () => states.push(whole.uncomputed()))).toBeNull();
  const made = everything(whole.workbook());
  const madeWritten = written(whole.workbook());
  expect(madeWritten).not.toEqual(oldWritten);
  expect(goneFrom(operation.from(), whole.workbook())).toEqual(operation.parks ?? []);
  let last = "";
  for (const state of states) {
    const now = JSON.stringify(state);
    if (now === last) continue;
    last = now;
    const { ending, workbook } = ended(state);
    count(fateOf(ending, written(workbook), oldWritten, madeWritten));
  }
  const cored = performance.now() - began;
  for (let k = 0; k < states.length; k += stride) {
    for (const dies of [false, true]) {
      const book = new Book(operation.from());
      const failure = await book.press(operation, (done) => {
        if (done !== k) return;
        book.double.silent = dies;
        throw new OfficeError("GeneralException", "told to fail");
      });
      expect(failure).toMatchObject({ code: dies ? "no-answer" : "unknown" });
      const ending = await reopened(book);
      count(`in Excel ${fateOf(ending, everything(book.workbook()), old, made)}`);
    }
  }
  console.log(
    `${name}: ${states.length} things done, ${Math.round(cored)} and ${Math.round(performance.now() - began - cored)} ms, ` +
    JSON.stringify(Object.fromEntries(found)),
  );
});
