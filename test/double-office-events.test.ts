import { emptySheet } from "../core/sheet/apply";
import type { Validation, Workbook } from "../core/sheet/workbook";
import { PersonHand } from "./double/hand";
import { ironCalculate } from "./double/iron-calc";
import { bootExcel } from "./double/office/boot";
import { SheetEngine } from "./double/sheet-engine";

const words = { prompt: { title: "", text: "" }, error: { title: "", text: "" }, allowBlank: true };
const list: Validation = { kind: "list", options: ["Có", "Không"], ...words };
const number: Validation = { kind: "number", min: 0, max: 100, ...words };
const book: Workbook = {
  sheets: [
    {
      ...emptySheet("Phiếu"),
      cells: [[{ v: null }, { v: 0, f: 'IF(A1="Có",1,0)' }], [{ v: null }]],
      validations: [
        { area: { row: 0, column: 0, rows: 1, columns: 1 }, rule: list },
        { area: { row: 1, column: 0, rows: 1, columns: 1 }, rule: number },
      ],
    },
    emptySheet("Hai"),
  ],
  active: "Phiếu",
  properties: {},
};

/** What the proxies hear while something happens, in order. */
async function heardWhile(work: (hand: PersonHand, engine: SheetEngine) => void, web = false): Promise<unknown[]> {
  const engine = new SheetEngine(book, ironCalculate);
  const { Excel, idle } = bootExcel(engine, { web });
  const heard: unknown[] = [];
  const names = new Map<string, string>();
  await Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load("items/id,items/name");
    const tell = (...what: unknown[]) => Promise.resolve(void heard.push(what));
    const named = (id: string): string => names.get(id) ?? "?";
    worksheets.onChanged.add((e) => tell("changed", named(e.worksheetId), e.address, e.source, e.triggerSource, e.changeType));
    worksheets.onSelectionChanged.add((e) => tell("selected", named(e.worksheetId), e.address));
    worksheets.onActivated.add((e) => tell("activated", named(e.worksheetId)));
    worksheets.onAdded.add((e) => tell("added", named(e.worksheetId)));
    worksheets.onDeleted.add((e) => tell("deleted", named(e.worksheetId)));
    worksheets.onCalculated.add((e) => tell("calculated", named(e.worksheetId)));
    worksheets.onProtectionChanged.add((e) => tell("protection", named(e.worksheetId), e.isProtected));
    worksheets.getItem("Hai").onChanged.add((e) => tell("changed in Hai", e.address));
    await context.sync();
    for (const { id, name } of worksheets.items) names.set(id, name);
  });
  work(new PersonHand(engine), engine);
  await idle();
  return heard;
}

const at = (row: number, column = 0, sheet = "Phiếu") => ({ sheet, row, column });

test("typing is heard of, and the formulas that follow", async () => {
  expect(await heardWhile((hand) => void hand.type(at(0), "Có"))).toEqual([
    ["changed", "Phiếu", "A1", "Local", "Unknown", "RangeEdited"], ["calculated", "Phiếu"],
  ]);
});

test("a sheet's own handlers hear too", async () => {
  expect(await heardWhile((hand) => void hand.type(at(4, 1, "Hai"), "x"))).toEqual([
    ["changed", "Hai", "B5", "Local", "Unknown", "RangeEdited"], ["changed in Hai", "B5"],
  ]);
});

test("a pick from a dropdown is heard of on the desktop and not on the web", async () => {
  expect(await heardWhile((hand) => hand.pick(at(0), "Có"))).toEqual([
    ["changed", "Phiếu", "A1", "Local", "Unknown", "RangeEdited"], ["calculated", "Phiếu"],
  ]);
  expect(await heardWhile((hand) => hand.pick(at(0), "Có"), true)).toEqual([]);
});

test("a co-author's edit comes as remote", async () => {
  expect(await heardWhile((_hand, engine) => engine.write(engine.sheets[1]!, { row: 0, column: 0 }, [["x"]], { by: "other" }))).toEqual([
    ["changed", "Hai", "A1", "Remote", "Unknown", "RangeEdited"], ["changed in Hai", "A1"],
  ]);
});

test("selections, sheets and protection are heard of", async () => {
  expect(await heardWhile((hand, engine) => {
    hand.select(at(2, 3, "Hai"));
    const added = engine.addSheet("Ba");
    engine.deleteSheet(added);
    engine.protect(engine.sheets[0]!, { allows: { formatColumns: false, formatRows: false, filter: false, sort: false } });
  })).toEqual([
    ["activated", "Hai"], ["selected", "Hai", "D3"], ["added", "?"], ["deleted", "?"], ["protection", "Phiếu", true],
  ]);
});

test("what was unregistered is not heard of, and events can be switched off", async () => {
  const engine = new SheetEngine(book, ironCalculate);
  const { Excel, idle } = bootExcel(engine);
  const heard: string[] = [];
  const hand = new PersonHand(engine);
  await Excel.run(async (context) => {
    const handler = context.workbook.worksheets.onChanged.add(async ({ address }) => void heard.push(address));
    await context.sync();
    context.runtime.enableEvents = false;
    await context.sync();
    hand.type(at(2), "1");
    context.runtime.enableEvents = true;
    await context.sync();
    hand.type(at(3), "1");
    await idle();
    handler.remove();
    await context.sync();
    hand.type(at(4), "1");
    await idle();
  });
  expect(heard).toEqual(["A4"]);
});

test("an event's range can be read", async () => {
  const engine = new SheetEngine(book, ironCalculate);
  const { Excel, idle } = bootExcel(engine);
  let read: unknown;
  await Excel.run(async (context) => {
    context.workbook.worksheets.onChanged.add((event) => Excel.run(async (inner) => {
      const range = event.getRange(inner).load("values,address");
      await inner.sync();
      read = [range.address, range.values];
    }));
    await context.sync();
  });
  new PersonHand(engine).paste(at(4), [["a", "1,5"]]);
  await idle();
  expect(read).toEqual(["Phiếu!A5:B5", [["a", 1.5]]]);
});

test("checks stop typing, not pasting; locks stop both", () => {
  const engine = new SheetEngine(book, ironCalculate);
  const hand = new PersonHand(engine);
  expect([hand.type(at(1), "101"), hand.type(at(1), "99,5"), hand.type(at(1), "99.5"), hand.type(at(0), "Có lẽ")]).toEqual([false, true, false, false]);
  hand.paste(at(1), [["500"]]);
  expect(engine.value(engine.sheets[0]!, 1, 0)).toBe(500);
  expect(() => hand.pick(at(1), "Có")).toThrow("no dropdown");
  expect(() => hand.pick(at(0), "Có lẽ")).toThrow("argument");
  engine.protect(engine.sheets[0]!, { allows: { formatColumns: false, formatRows: false, filter: false, sort: false } });
  expect(() => hand.type(at(1), "1")).toThrow("protected");
  expect(() => hand.paste(at(1), [["1"]])).toThrow("protected");
});
