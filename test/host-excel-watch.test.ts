import { emptySheet } from "../core/sheet/apply";
import type { Change } from "../core/sheet/host";
import type { Sheet, Workbook } from "../core/sheet/workbook";
import { type ExcelDesk, openExcel } from "./host-excel";

const words = { prompt: { title: "", text: "" }, error: { title: "", text: "" }, allowBlank: true };
const sheet = (name: string): Sheet => ({
  ...emptySheet(name),
  cells: [[{ v: "Có" }, { v: 1, f: 'IF(A1="Có",1,0)' }], [{ v: 3 }]],
  validations: [{
    area: { row: 0, column: 0, rows: 1, columns: 1 }, rule: { ...words, kind: "list", options: ["Có", "Không"] },
  }],
});
const book = (...names: string[]): Workbook => ({ sheets: names.map(sheet), active: names[0]!, properties: {} });
const edit: Change = { kind: "edit" };

interface Watched extends ExcelDesk {
  readonly heard: Change[];
  leave(): void;
  /** What was heard, and the requests that went out, while something was done. */
  during(work: () => void | Promise<unknown>): Promise<{ heard: Change[]; requests: number }>;
}

/** Watched in Excel on the web, after a first reading. */
async function watched(workbook: Workbook): Promise<Watched> {
  const desk = openExcel(workbook, { web: true, waits: { typing: 100, again: 20, answer: 2000 } });
  await desk.host.read();
  const heard: Change[] = [];
  const leave = desk.host.watch((change) => heard.push(change));
  await desk.settle();
  const during: Watched["during"] = async (work) => {
    const [count, before] = [heard.length, desk.trips.requests];
    await work();
    await desk.settle();
    return { heard: heard.slice(count), requests: desk.trips.requests - before };
  };
  return { ...desk, heard, leave, during };
}

const pick = ({ engine }: ExcelDesk, name: string, option: string): void =>
  engine.write(engine.find(name)!, { row: 0, column: 0 }, [[option]], { by: "person", pick: true });
const typed = ({ engine }: ExcelDesk, name: string, by: "person" | "other" = "person"): void =>
  engine.write(engine.find(name)!, { row: 1, column: 0 }, [[4]], { by });
const beat = ({ world }: ExcelDesk) => () => world.beat();

test("an unchanged workbook costs one request a beat and is never told of", async () => {
  const desk = await watched(book("Một", "Hai"));
  for (let k = 0; k < 5; k++) expect(await desk.during(beat(desk))).toEqual({ heard: [], requests: 1 });
});

test("no wait outlives its answer", async () => {
  const desk = await watched(book("Một"));
  let most = 0;
  for (let k = 0; k < 5; k++) {
    desk.world.beat();
    await desk.idle();
    most = Math.max(most, desk.world.pending);
  }
  expect(most).toBe(0);
});

test("nobody looks while the pane cannot be seen", async () => {
  const desk = await watched(book("Một"));
  desk.world.seen = false;
  expect(await desk.during(beat(desk))).toEqual({ heard: [], requests: 0 });
});

test("a pick from a dropdown, which Excel on the web tells nobody of, is told at the next beat, once", async () => {
  const desk = await watched(book("Một"));
  await desk.during(() => pick(desk, "Một", "Không"));
  desk.heard.length = 0;
  await desk.during(beat(desk));
  pick(desk, "Một", "Có");
  expect((await desk.during(beat(desk))).heard).toEqual([edit]);
  expect(await desk.during(beat(desk))).toEqual({ heard: [], requests: 1 });
});

test("a person who comes back to the pane makes it look at once", async () => {
  const desk = await watched(book("Một"));
  desk.engine.find("Một")!.put(1, 0, { v: 99 });
  expect((await desk.during(() => desk.world.focus())).heard).toEqual([edit]);
});

test("a change on the sheet that was just left is told of too", async () => {
  const desk = await watched(book("Một", "Hai"));
  await desk.during(beat(desk));
  desk.engine.find("Một")!.put(1, 0, { v: 99 });
  const { heard } = await desk.during(() => desk.engine.activate(desk.engine.find("Hai")!));
  expect(heard).toContainEqual(edit);
  expect(heard).toContainEqual({ kind: "select", at: { sheet: "Hai", row: 0, column: 0 } });
});

test.each(["person", "other"] as const)("an edit by a %s is told of without asking", async (by) => {
  const desk = await watched(book("Một", "Hai"));
  expect((await desk.during(() => typed(desk, "Hai", by))).heard).toContainEqual(edit);
});

test("what the host writes itself is not told of, once it was read", async () => {
  const desk = await watched(book("Một"));
  const patch = { expect: [], sheets: [{ sheet: "Một", blocks: [{ row: 1, column: 0, cells: [[{ v: 8 }]] }] }] };
  const { heard } = await desk.during(async () => {
    await desk.host.write(patch);
    await desk.host.read();
  });
  expect(heard).toEqual([]);
  expect(await desk.during(beat(desk))).toEqual({ heard: [], requests: 1 });
});

test("sheets that are renamed or deleted are told of", async () => {
  const desk = await watched(book("Một", "Hai", "Ba"));
  desk.engine.find("Hai")!.name = "Hai mới";
  expect((await desk.during(beat(desk))).heard).toEqual([edit]);
  const { sheets } = await desk.host.read();
  expect(sheets.map(({ name }) => name)).toEqual(["Một", "Hai mới", "Ba"]);
  expect((await desk.during(() => desk.engine.deleteSheet(desk.engine.find("Ba")!))).heard).toContainEqual(edit);
});

test("a selection is told with its first cell, without asking", async () => {
  const desk = await watched(book("Một", "Hai"));
  const chosen = { row: 1, column: 2, rows: 3, columns: 2 };
  expect(await desk.during(() => desk.engine.select(desk.engine.find("Một")!, chosen))).toEqual({
    heard: [{ kind: "select", at: { sheet: "Một", row: 1, column: 2 } }], requests: 0,
  });
});

test("a large sheet is looked at less often", async () => {
  const cells = Array.from({ length: 25000 }, (_, i) => [{ v: i }, { v: i }]);
  const desk = await watched({ sheets: [{ ...emptySheet("Dài"), cells }], active: "Dài", properties: {} });
  const requests: number[] = [];
  for (let k = 0; k < 7; k++) {
    requests.push((await desk.during(beat(desk))).requests);
  }
  expect(requests).toEqual([1, 0, 0, 1, 0, 0, 1]);
});

test("a cell that is being typed in when watching begins: it begins at a later beat", async () => {
  const desk = openExcel(book("Một"), { web: true, waits: { typing: 20, again: 10, answer: 2000 } });
  await desk.host.read();
  desk.double.beginEdit();
  const heard: Change[] = [];
  const leave = desk.host.watch((change) => heard.push(change));
  await desk.settle();
  desk.double.endEdit();
  desk.world.beat();
  await desk.settle();
  typed(desk, "Một");
  await desk.settle();
  expect(heard).toContainEqual(edit);
  leave();
});

test("nothing is heard and nothing asked after the way out, and Excel is told to stop", async () => {
  const desk = await watched(book("Một"));
  await desk.during(() => desk.leave());
  expect(await desk.during(async () => {
    typed(desk, "Một");
    desk.world.beat();
    desk.world.focus();
    await desk.settle();
    desk.engine.select(desk.engine.find("Một")!, { row: 1, column: 1, rows: 1, columns: 1 });
  })).toEqual({ heard: [], requests: 0 });
});

test("left before it had begun, nothing stays registered", async () => {
  const desk = openExcel(book("Một"), { web: true });
  await desk.host.read();
  const heard: Change[] = [];
  desk.host.watch((change) => heard.push(change))();
  await desk.settle();
  typed(desk, "Một");
  await desk.settle();
  expect(heard).toEqual([]);
});

test("an edit that makes Excel calculate is told of once, where it was read meanwhile", async () => {
  const desk = await watched(book("Một"));
  const { heard } = await desk.during(async () => {
    desk.engine.write(desk.engine.find("Một")!, { row: 0, column: 0 }, [["Không"]], { by: "person" });
    while (desk.heard.length === 0) await new Promise((done) => setTimeout(done, 1));
    await desk.host.read();
  });
  expect(heard).toEqual([edit]);
});

test("a calculation without an edit is told of", async () => {
  const desk = await watched(book("Một"));
  const { heard } = await desk.during(async () => {
    desk.engine.find("Một")!.put(1, 0, { v: 77 });
    desk.engine.tell({ kind: "calculated", sheet: desk.engine.find("Một")! });
  });
  expect(heard).toEqual([edit]);
});

describe("a workbook that computes nothing by itself", () => {
  const values = async (desk: ExcelDesk): Promise<unknown> => (await desk.host.read()).sheets[0]!.values[0];

  test("is computed whenever it is read, in one more request at the first reading alone", async () => {
    const desk = openExcel(book("Một"));
    desk.engine.manual = true;
    pick(desk, "Một", "Không");
    expect(await values(desk)).toEqual(["Không", 0]);
    const { requests } = desk.trips;
    pick(desk, "Một", "Có");
    expect(await values(desk)).toEqual(["Có", 1]);
    expect(desk.trips.requests).toBe(requests + 1);
    desk.engine.manual = false;
    expect(await values(desk)).toEqual(["Có", 1]);
  });

  test("follows a pick at the next beat, and then rests", async () => {
    const desk = await watched(book("Một"));
    desk.engine.manual = true;
    await desk.host.read();
    expect((await desk.during(() => (pick(desk, "Một", "Không"), desk.world.beat()))).heard).toEqual([edit]);
    expect(await values(desk)).toEqual(["Không", 0]);
    await desk.settle();
    for (let k = 0; k < 3; k++) expect(await desk.during(beat(desk))).toEqual({ heard: [], requests: 1 });
  });

  test("is read all the same where Excel will not compute it", async () => {
    const desk = openExcel(book("Một"));
    desk.engine.manual = true;
    await desk.host.read();
    pick(desk, "Một", "Không");
    desk.double.faults.push("AccessDenied");
    expect(await values(desk)).toEqual(["Không", 1]);
  });
});
