import * as fc from "fast-check";
import type { Area } from "../core/sheet/address";
import { applyPatch, emptySheet } from "../core/sheet/apply";
import type { Patch, SheetPatch } from "../core/sheet/patch";
import { pixelsOfWidth } from "../core/sheet/width";
import { type CellValue, emptyWorkbook, type Workbook } from "../core/sheet/workbook";
import type { Bookmark, WriteReply } from "../sheets-addon/api";
import { Layer } from "../sheets-addon/server/layer";
import { poll, read } from "../sheets-addon/server/read";
import { serials } from "../sheets-addon/server/serial";
import { troubleOf } from "../sheets-addon/server/trouble";
import { write } from "../sheets-addon/server/write";
import { decimalOf, plainPatches } from "../sheets-addon/sidebar/plain";
import { GoogleBook } from "./double/sheets/google-book";
import { World } from "./double/sheets/world";
import { comparable } from "./host-contract";
import { Desk } from "./kit/desk";
import { formWorkbook } from "./kit/form-workbook";
import { workbookIn } from "./sheets-desk";

/** Runs the server's own `write` over the double; `now` gives the time at each look. */
function writeOnce(book: GoogleBook, patch: Patch, from: Bookmark | null = null, now: () => number = () => 0): WriteReply {
  const world = new World(book);
  Object.assign(globalThis, world.globals());
  return write(world.app.getActiveSpreadsheet(), { patch, from }, now);
}

const sheet = (part: Omit<SheetPatch, "sheet">): Patch => ({ expect: [], sheets: [{ sheet: "A", create: true, ...part }] });
const values = (book: GoogleBook, name = "A"): CellValue[][] =>
  book.engine.find(name)!.cells.map((line) => line.map((cell) => cell?.v ?? null));

/** Everything that a patch can say. */
const rich: Patch = {
  expect: [],
  sheets: [
    { sheet: "_nhật ký", create: true, state: "hidden", blocks: [{ row: 0, column: 3, cells: [[{ v: "=1" }]] }] },
    ...formWorkbook.sheets.map((each, index): SheetPatch => ({
      sheet: `Sổ ${index}`, create: true, clear: [{ row: 0, column: 0, rows: 12, columns: 6 }],
      blocks: [{ row: 0, column: 0, cells: each.cells.map((line) => Array.from(line ?? [], (cell) =>
        cell === undefined || (typeof cell.v === "object" && cell.v !== null) ? null
          : cell.f === undefined ? { v: cell.v } : { f: cell.f.replace(/,/g, ";"), v: cell.v })) }],
      styles: each.cells.flatMap((line, row) => Array.from(line ?? []).flatMap((cell, column) =>
        cell?.s === undefined ? [] : [{ area: { row, column, rows: 1, columns: 1 }, style: cell.s }])),
      validations: each.validations, merges: [{ row: 8, column: 0, rows: 1, columns: 4 }],
      freeze: { rows: 1, columns: 2 }, filter: { row: 0, column: 0, rows: 5, columns: 3 }, tab: "0B5A0B",
      columns: [{ column: 0, width: 12 }, { column: 1, width: 12, hidden: true }], rows: [{ row: 1, height: 30, hidden: false }],
      protection: { formatColumns: true, formatRows: true, filter: true, sort: false },
    })),
    { sheet: "_nhật ký", clear: [{ row: 0, column: 3, rows: 1, columns: 1 }] },
  ],
  show: { sheet: "Sổ 0", row: 1, column: 1 },
};

describe("a write in several runs", () => {
  const once = new GoogleBook();
  expect(writeOnce(once, rich)).toEqual({ done: true });

  test.each([1, 2, 5, 17])("of %d steps each leaves what one run leaves, and gives the lock back each time", (steps) => {
    const book = new GoogleBook();
    let [from, runs]: [Bookmark | null, number] = [null, 0];
    for (;;) {
      let looks = -1;
      const reply: WriteReply = writeOnce(book, rich, from, () => (++looks > 0 && looks % steps === 0 ? 1e9 : 0));
      runs++;
      expect(book.lockedBy).toBeNull();
      if ("stale" in reply) throw new Error("stale");
      if (reply.done) break;
      from = JSON.parse(JSON.stringify(reply.next)) as Bookmark;
    }
    expect(runs).toBeGreaterThan(20 / steps);
    expect(comparable(workbookIn(book))).toEqual(comparable(workbookIn(once)));
  });
});

describe("between two runs of a write, when the lock is free", () => {
  const journal = (text: string): SheetPatch =>
    ({ sheet: "J", blocks: [{ row: 0, column: 30, cells: [["scorebook journal 1"], [1], [`|${text}`]].map(([v]) => [{ v: v! }]) }] });
  const down = { row: 0, column: 0, rows: 2, columns: 1 };
  const patch: Patch = {
    expect: [{ sheet: "A", row: 0, column: 0, values: [[5], [6]] }, { sheet: "B", row: 0, column: 0, values: [[7], [5]] }],
    sheets: [
      journal("all of it"), { sheet: "New", create: true, clear: [down], tab: "112233" },
      { sheet: "A", clear: [down], blocks: [{ row: 0, column: 0, cells: [[{ v: 50 }], [{ v: 60 }]] }] },
      { sheet: "B", clear: [down], blocks: [{ row: 0, column: 0, cells: [[{ v: 70 }]] }] },
      { sheet: "J", clear: [{ row: 0, column: 30, rows: 3, columns: 1 }] },
    ],
  };
  const rest: Patch = {
    expect: [{ sheet: "J", row: 0, column: 30, values: [["scorebook journal 1"], [1], ["|all of it"]] }], sheets: patch.sheets.slice(1),
  };
  const begin = (first: Patch): { book: GoogleBook; next: Bookmark } => {
    const sheets = [
      emptySheet("J"), { ...emptySheet("A"), cells: [[{ v: 5 }], [{ v: 6 }]] },
      { ...emptySheet("B"), cells: [[{ v: 7 }], [{ f: "A!A1", v: 5 }]] },
    ];
    const book = new GoogleBook({ workbook: { ...emptyWorkbook, sheets }, own: true });
    if (first === rest) writeOnce(book, { expect: [], sheets: [journal("all of it")] });
    let looks = 0;
    const reply = writeOnce(book, first, null, () => (looks++ === 0 ? 0 : 1e9));
    if (!("next" in reply)) throw new Error("not left in the middle");
    return { book, next: JSON.parse(JSON.stringify(reply.next)) as Bookmark };
  };
  const put = (book: GoogleBook, name: string, row: number, column: number, v: CellValue): void =>
    book.put(book.engine.find(name)!, row, column, { v });
  const erase = (book: GoogleBook): void => [0, 1, 2].forEach((row) => put(book, "J", row, 30, null));

  test.each<[string, Patch, (book: GoogleBook) => void, string | null]>([
    ["nothing happens", patch, () => {}, null],
    ["nothing happens, where an unfinished write is ended", rest, () => {}, null],
    ["somebody else ends the write and erases its journal", patch, erase, "J"],
    ["somebody else ends what this ends too", rest, erase, "J"],
    ["somebody else begins another write", patch, (book) => void writeOnce(book, { expect: [], sheets: [journal("other")] }), "J"],
    ["an officer answers in a sheet that was not begun", patch, (book) => put(book, "A", 0, 0, 777), "A"],
    ["what a sheet computes moves with the sheets before it", patch, (book) => {
      book.engine.find("B")!.put(1, 0, { f: "A!A1", v: 50 });
    }, null],
    ["a sheet that was made is deleted", patch, (book) => book.engine.deleteSheet(book.engine.find("New")!), "New"],
  ])("%s", (_name, first, meanwhile, stale) => {
    const { book, next } = begin(first);
    expect([values(book, "A"), values(book, "J")[0]![30]]).toEqual([[[5], [6]], "scorebook journal 1"]);
    meanwhile(book);
    const before = JSON.stringify(book.workbook());
    const reply = writeOnce(book, first, next);
    if (stale === null) {
      expect(reply).toEqual({ done: true });
      expect([values(book, "A"), values(book, "B")[0], values(book, "J").flat().filter((value) => value !== null)]).toEqual([[[50], [60]], [70], []]);
    } else {
      expect(reply).toEqual({ stale: [expect.objectContaining({ sheet: stale })] });
      expect(JSON.stringify(book.workbook())).toBe(before);
    }
  });

  test("the later calls of a patch too long for one compare what still has to stand", () => {
    const [head] = rest.expect;
    const calls = plainPatches(patch, ",", 120);
    expect(calls.map(({ expect: expects, sheets }) => [sheets.map((each) => each.sheet), expects])).toEqual([
      [["J"], patch.expect], [["New"], [head]], [["A"], [head, patch.expect[0]]], [["B"], [head, patch.expect[1]]], [["J"], [head]],
    ]);
    expect(plainPatches(rest, ",", 120).map(({ expect: expects }) => expects)).toEqual([[head], [head], [head], [head]]);
  });
});

/** What programs take for something else. */
const nasty = [
  "=1+1", "+84", "-1", "@x", "1/2", "426,66", "426.66", "1234,1234", "TRUE", "00123", "'abc", "5%", "10:30", "2026-11-22", " x ",
  "#N/A", "{a}", "1e5", "a\nb", "=HYPERLINK(\"x\")",
];

/** No source says that cells for text keep an apostrophe, or a formula's sign that a script writes: here they do not. */
class OtherBook extends GoogleBook {
  override take(...given: Parameters<GoogleBook["take"]>): ReturnType<GoogleBook["take"]> {
    const text = given[3];
    if (text.startsWith("'")) return { v: text.slice(1) };
    return /^[=+-]/.test(text) ? { v: null, f: text.slice(1) } : super.take(...given);
  }
}

test.each([
  ["vi_VN", "as the double knows it", GoogleBook], ["en_US", "as the double knows it", GoogleBook],
  ["vi_VN", "where cells for text are like any other", OtherBook],
])("text stays the text it is, in every kind of cell, under %s, %s", (locale, _world, Book) => {
  const book = new Book({ locale });
  const cells = nasty.map((v) => [{ v }]);
  const column = { row: 0, rows: nasty.length, columns: 1 };
  // Into fresh cells, into cells that become cells for text, and again into both.
  const patch = sheet({ styles: [{ area: { ...column, column: 1 }, style: { format: "@" } }], blocks: [0, 1].map((at) => ({ row: 0, column: at, cells })) });
  for (const each of [patch, sheet({ blocks: patch.sheets[0]!.blocks! })]) {
    expect(writeOnce(book, each)).toEqual({ done: true });
    expect(values(book)).toEqual(nasty.map((text) => [text, text]));
    const held = book.engine.find("A")!.cells;
    expect(held.flat().some((cell) => cell?.f !== undefined)).toBe(false);
    expect(held.map((line) => line.map((cell) => cell?.s?.format ?? null))).toEqual(nasty.map(() => [null, "@"]));
  }
});

test("numbers and formulas stay themselves in cells that were for text", () => {
  const book = new GoogleBook();
  writeOnce(book, sheet({ styles: [{ area: { row: 0, column: 0, rows: 1, columns: 4 }, style: { format: "@" } }] }));
  writeOnce(book, sheet({ blocks: [{ row: 0, column: 0, cells: [[{ v: 3.5 }, { v: true }, { f: "A1*2", v: 7 }, { v: "1,5" }]] }] }));
  const [line] = book.engine.find("A")!.cells;
  expect(line!.map((cell) => [cell?.f ?? cell?.v, cell?.s?.format ?? null])).toEqual([[3.5, null], [true, null], ["A1*2", null], ["1,5", "@"]]);
});

test("a check does not keep a write of ours out, and stays", () => {
  const book = new GoogleBook();
  const rule = {
    kind: "number", min: 0, max: 1, allowBlank: true, prompt: { title: "Ô", text: "Số" }, error: { title: "", text: "" },
  } as const;
  const area = { row: 0, column: 0, rows: 1, columns: 1 };
  writeOnce(book, sheet({ validations: [{ area, rule }] }));
  expect(writeOnce(book, sheet({ blocks: [{ row: 0, column: 0, cells: [[{ v: 5 }]] }] }))).toEqual({ done: true });
  expect(values(book)).toEqual([[5]]);
  expect(workbookIn(book).sheets.find(({ name }) => name === "A")!.validations).toHaveLength(1);
});

test("a refused write leaves the cells their checks", () => {
  const rule = {
    kind: "number", min: 0, max: 1, allowBlank: true, prompt: { title: "Ô", text: "Số" }, error: { title: "", text: "" },
  } as const;
  const book = new GoogleBook();
  writeOnce(book, sheet({ validations: [{ area: { row: 0, column: 0, rows: 1, columns: 1 }, rule }] }));
  const long = sheet({ blocks: [{ row: 0, column: 0, cells: [[{ v: "x".repeat(50001) }]] }] });
  expect(() => writeOnce(book, long)).toThrow(/maximum of 50000 characters/);
  expect(workbookIn(book).sheets.find(({ name }) => name === "A")!.validations).toHaveLength(1);
});

describe("nothing is written", () => {
  const people = ["chu@so.gov.vn", "khac@so.gov.vn"];
  const guarded = (): GoogleBook => {
    const book = new GoogleBook({ people });
    writeOnce(book, {
      expect: [],
      sheets: [
        { sheet: "A", create: true, blocks: [{ row: 0, column: 0, cells: [[{ v: 1 }]] }] },
        {
          sheet: "B", create: true, blocks: [{ row: 0, column: 0, cells: [[{ v: 1 }, { v: 1 }]] }],
          styles: [{ area: { row: 0, column: 1, rows: 1, columns: 1 }, style: { locked: false } }],
          protection: { formatColumns: true, formatRows: true, filter: true, sort: false },
        },
      ],
    });
    return book;
  };
  const two = (column: number, more: Partial<SheetPatch> = {}): Patch => ({
    expect: [],
    sheets: [
      { sheet: "A", blocks: [{ row: 0, column: 0, cells: [[{ v: 2 }]] }] },
      { sheet: "B", blocks: [{ row: 0, column, cells: [[{ v: 2 }]] }], ...more },
    ],
  });

  test.each([
    ["where somebody else protects a cell of the last sheet", two(0), true],
    ["where somebody else protects a sheet that is to be dressed", two(1, { tab: "112233" }), true],
    ["but an open cell may be filled in by anybody", two(1), false],
  ])("%s", (_name, patch, refused) => {
    const book = guarded();
    book.user = people[1]!;
    if (refused) expect(() => writeOnce(book, patch)).toThrow(expect.objectContaining({ code: "protected", detail: "B" }));
    else expect(writeOnce(book, patch)).toEqual({ done: true });
    expect(values(book, "A")).toEqual([[refused ? 1 : 2]]);
    expect(values(book, "B")).toEqual([[1, refused ? 1 : 2]]);
    expect(book.lockedBy).toBeNull();
  });

  test("while another run holds the lock", () => {
    const book = guarded();
    book.lockedBy = {};
    expect(() => writeOnce(book, two(0))).toThrow(expect.objectContaining({ code: "busy" }));
    expect(values(book, "A")).toEqual([[1]]);
  });

  test("where the spreadsheet would outgrow ten million cells", () => {
    const book = guarded();
    const far = sheet({ blocks: [{ row: 400000, column: 30, cells: [[{ v: 1 }]] }] });
    expect(() => writeOnce(book, far)).toThrow(expect.objectContaining({ code: "too-big" }));
    expect(values(book, "A")).toEqual([[1]]);
  });

  test.each<[SheetPatch["state"], number, number, number]>([
    ["visible", 3, 103, 26], ["visible", 1200, 1300, 26], ["hidden", 3, 1000, 26], ["veryHidden", 1200, 1200, 26],
  ])("a new %s sheet of %d rows has a grid of %d by %d", (state, rows, ...size) => {
    const book = guarded();
    writeOnce(book, { expect: [], sheets: [{ sheet: "X", create: true, state: state!, merges: [{ row: rows - 1, column: 0, rows: 1, columns: 1 }] }] });
    const { rows: high, columns: wide } = book.extra(book.engine.find("X")!);
    expect([high, wide]).toEqual(size);
  });

  test.each<[string, readonly SheetPatch[], boolean]>([
    // Google makes a sheet of 26,000 cells, of which ours keep what they need and 2,600; 9,920,000 are there.
    ["four new sheets", ["X", "Y", "Z", "T"].map((name) => ({ sheet: name, create: true })), true],
    ["two new hidden sheets, which keep all", ["X", "Y"].map((name) => ({ sheet: name, create: true, state: "hidden" })), true],
    ["four new hidden sheets", ["X", "Y", "Z", "T"].map((name) => ({ sheet: name, create: true, state: "veryHidden" })), false],
    ["four new sheets that reach far down", ["X", "Y", "Z", "T"].map((name) => ({
      sheet: name, create: true, merges: [{ row: 899, column: 0, rows: 1, columns: 1 }],
    })), false],
    ["one more than there is room for while it is made", [{ sheet: "A", merges: [{ row: 2999, column: 0, rows: 1, columns: 1 }] },
      { sheet: "X", create: true }], false],
    ["the same new sheet in four parts", ["X", "x", "X", "X"].map((name) => ({ sheet: name, create: true })), true],
    ["one that grows in either direction by another part", [
      { sheet: "A", merges: [{ row: 1499, column: 0, rows: 1, columns: 1 }] },
      { sheet: "A", columns: [{ column: 76, width: 9 }] },
    ], false],
    ["one that grows no further than there is room", [{ sheet: "A", merges: [{ row: 999, column: 76, rows: 1, columns: 1 }] }], true],
  ])("where all parts together outgrow ten million cells: %s", (_name, sheets, fits) => {
    const book = guarded();
    book.extra(book.engine.find("B")!).rows = Math.floor(9920000 / 26) - 2000;
    const names = book.engine.sheets.map(({ name }) => name);
    const parts: SheetPatch[] = [{ sheet: "A", blocks: [{ row: 0, column: 0, cells: [[{ v: 2 }]] }] }, ...sheets];
    if (fits) expect(writeOnce(book, { expect: [], sheets: parts })).toEqual({ done: true });
    else expect(() => writeOnce(book, { expect: [], sheets: parts })).toThrow(expect.objectContaining({ code: "too-big" }));
    expect(values(book, "A")[0]![0]).toBe(fits ? 2 : 1);
    if (!fits) expect(book.engine.sheets.map(({ name }) => name)).toEqual(names);
  });

  test.each<[string, readonly (readonly CellValue[])[], boolean]>([
    ["the same", [[1, "x", 46113, { error: "#DIV/0!" }, null]], true],
    ["blank text for a blank", [[1, "x", 46113, { error: "#DIV/0!" }, ""]], true],
    ["another number", [[2]], false],
    ["text for a number", [["1"]], false],
    ["another day", [[1, "x", 46114]], false],
    ["another error", [[1, "x", 46113, { error: "#N/A" }]], false],
    ["a value beyond the used cells", [[1], [1]], false],
  ])("where a value differs: %s", (_name, held, same) => {
    const workbook: Workbook = {
      ...emptyWorkbook,
      sheets: [{
        ...formWorkbook.sheets[0]!, name: "A", validations: [], conditionals: [], scales: [], merges: [], columns: [], rows: [],
        cells: [[{ v: 1 }, { v: "x" }, { v: 46113, s: { format: "dd/mm/yyyy" } }, { f: "1/0", v: { error: "#DIV/0!" } }]],
      }],
    };
    const book = new GoogleBook({ workbook });
    const expects = [{ sheet: "a", row: 0, column: 0, values: held }];
    const reply = writeOnce(book, { ...sheet({ blocks: [{ row: 5, column: 0, cells: [[{ v: "mới" }]] }] }), expect: expects });
    expect(reply).toEqual(same ? { done: true } : { stale: expects });
    expect(values(book)[5]?.[0] ?? null).toBe(same ? "mới" : null);
  });

  test("a sheet that is missing holds nothing, and lacks nothing where no cell is named", () => {
    const expects = [[], [[]], [[null]]].map((held) => ({ sheet: "X", row: 0, column: 0, values: held }));
    expect(writeOnce(new GoogleBook(), { ...sheet({}), expect: expects })).toEqual({ stale: [expects[2]] });
    expect(writeOnce(new GoogleBook(), { ...sheet({}), expect: expects.slice(0, 2) })).toEqual({ done: true });
  });

  test("where a sheet is missing that the patch does not make", () =>
    expect(writeOnce(new GoogleBook(), { expect: [], sheets: [{ sheet: "X" }, { sheet: "Y", create: true }, { sheet: "y" }] }))
      .toEqual({ stale: [{ sheet: "X", row: 0, column: 0, values: [] }] }));
});

describe("a reading", () => {
  const cells = [[{ v: 1 }, { v: "x" }], [{ v: null }, { v: 0.5, s: { format: "0.00" } }]];
  const sheets = ["A", "B", "C"].map((name) => ({ ...emptySheet(name), cells }));
  const readOnce = (wanted: readonly string[] | null, most: number): ReturnType<typeof read> => {
    const world = new World(new GoogleBook({ workbook: { ...emptyWorkbook, sheets } }));
    Object.assign(globalThis, world.globals());
    return read(world.app.getActiveSpreadsheet(), wanted, most);
  };

  test.each<[string, readonly string[] | null, number, string[], string[]]>([
    ["of everything", null, 100, ["A", "B", "C"], []],
    ["of named sheets, in any case", ["c", "A", "X"], 100, ["A", "C"], []],
    ["that ends when it is full, and says what is left", null, 5, ["A", "B"], ["C"]],
    ["of at least one sheet, however large", ["B", "C"], 1, ["B"], ["C"]],
  ])("%s", (_name, wanted, most, given, rest) => {
    const reply = readOnce(wanted, most);
    expect(reply.sheets.map(({ name }) => name)).toEqual(given);
    expect(reply.rest).toEqual(rest);
    for (const { values, texts } of reply.sheets) {
      expect(values).toEqual([[1, "x"], ["", 0.5]]);
      expect(texts).toEqual([null, [null, "0,50"]]);
    }
  });
});

test("what changes while a sheet is read is news at the next look", () => {
  const book = new GoogleBook({ workbook: { ...emptyWorkbook, sheets: [{ ...emptySheet("A"), cells: [[{ v: 1 }]] }] } });
  const world = new World(book);
  Object.assign(globalThis, world.globals());
  const app = world.app.getActiveSpreadsheet();
  const before = poll(app);
  // Somebody types as soon as the values were taken.
  const called = world.called.bind(world);
  world.called = (member) => {
    called(member);
    if (member === "Range.getFormulas") book.put(book.engine.find("A")!, 0, 0, { v: 2 });
  };
  const { seen, sheets } = read(app, null);
  expect([sheets[0]!.values, seen.mark]).toEqual([[[1]], before.mark]);
  expect(poll(app).mark).not.toBe(seen.mark);
});

test.each([[8.43, 59], [9.140625, 64], [10, 70], [36.5, 255]])("a width of %d is %d pixels, as a file means it", (width, pixels) => {
  const book = new GoogleBook();
  const world = new World(book);
  Object.assign(globalThis, world.globals());
  const app = world.app.getActiveSpreadsheet();
  write(app, { patch: sheet({ columns: [{ column: 1, width }] }), from: null }, () => 0);
  expect([app.getSheetByName("A")!.getColumnWidth(2), pixelsOfWidth(width)]).toEqual([pixels, pixels]);
});

test("fewer columns are frozen where a merged cell stands across the edge", () => {
  const book = new GoogleBook();
  const merges = [{ row: 0, column: 1, rows: 1, columns: 4 }];
  for (const clear of [[], [{ row: 0, column: 0, rows: 3, columns: 6 }]]) {
    expect(writeOnce(book, sheet({ clear, merges, freeze: { rows: 2, columns: 3 } }))).toEqual({ done: true });
    expect(book.engine.find("A")!.freeze).toEqual({ rows: 2, columns: 1 });
  }
});

test("columns stand still in every sheet of ours that freezes some, but for the ranking, whose titles run across", () => {
  const plan = new Desk();
  plan.preset(plan.app.presets()[0]!.id);
  plan.confirm();
  plan.build(...["A", "B"].map((code) => ({ code, name: `Xã ${code}` })));
  plan.rank();
  const book = new GoogleBook();
  const sheets = plan.workbook.sheets.map(({ name, freeze, merges }): SheetPatch => ({
    sheet: name, create: true, merges, ...(freeze === undefined ? {} : { freeze }),
  }));
  expect(writeOnce(book, { expect: [], sheets })).toEqual({ done: true });
  const frozen = (sheet: string): number => book.engine.find(sheet)!.freeze?.columns ?? 0;
  expect(Object.fromEntries(plan.workbook.sheets.flatMap(({ name, freeze }) =>
    (freeze?.columns ?? 0) === 0 ? [] : [[name, [freeze!.columns, frozen(name)]]]))).toEqual({
    "Phiếu A": [3, 3], "Phiếu B": [3, 3], "Đơn vị": [2, 2], "Chỉ số": [2, 2], "Xếp hạng": [3, 0],
  });
});

/** A moment as a clock shows it that is so many seconds ahead of UTC. */
const clock = (ahead: number) => (moment: Date): string =>
  new Date(moment.getTime() + ahead * 1000).toISOString().slice(0, 19).replace("T", " ");

test.each([
  [25200, 46113.5, "2026-04-01T05:00:00Z"],
  [25200, 46113 + 1 / 3, "2026-04-01T01:00:00.000Z"],
  [-12600, 46113, "2026-04-01T03:30:00Z"],
  [0, 60.25, "1900-02-28T06:00:00Z"],
  // Hanoi's clock of 1899.
  [25590, 0.75, "1899-12-30T10:53:30Z"],
  [25590, 1 / 3, "1899-12-30T00:53:30Z"],
])("%d seconds ahead of UTC the day %d is %s", (ahead, serial, moment) =>
  expect(serials(clock(ahead))(new Date(moment))).toBe(Number(serial.toPrecision(15))));

test("a zone that changes its clock is asked for each hour, and once for an hour", () => {
  const asked: Date[] = [];
  const serial = serials((moment) => {
    asked.push(moment);
    return clock(moment.getTime() >= Date.UTC(2026, 2, 29, 1) ? 7200 : 3600)(moment);
  });
  const halves = [[0, 30], [1, 30], [1, 0]].map(([hour, minute]) => serial(new Date(Date.UTC(2026, 2, 29, hour, minute))));
  expect(halves.map((day) => Math.round((day - 46110) * 48))).toEqual([3, 7, 6]);
  expect(asked).toHaveLength(2);
});

test.each([
  ["You are trying to edit a protected cell or object. Please contact the spreadsheet owner", "protected"],
  ["This action would increase the number of cells in the workbook above the limit of 10000000 cells.", "too-big"],
  ["Your input contains more than the maximum of 50000 characters in a single cell.", "too-big"],
  ["Service Spreadsheets timed out while accessing document with id x.", "no-answer"],
  ["Service error: Spreadsheets", "no-answer"],
  ["Service invoked too many times in a short time: read values. Try Utilities.sleep(1000) between calls.", "no-answer"],
  ["Exceeded maximum execution time", "no-answer"],
  ["Authorization is required to perform that action.", "account"],
  ["You do not have permission to perform that action.", "read-only"],
  ["Điều gì đó khác", "unknown"],
])("“%s” is %s", (message, code) => expect(troubleOf(new Error(message))).toEqual({ code, detail: message }));

const areas: fc.Arbitrary<Area> = fc.record({
  row: fc.nat(6), column: fc.nat(6), rows: fc.integer({ min: 1, max: 5 }), columns: fc.integer({ min: 1, max: 5 }),
});

test("the rectangles of a layer cover every value once and nothing else", () => {
  fc.assert(fc.property(fc.array(fc.tuple(areas, fc.constantFrom("a", "b", undefined))), (laid) => {
    const layer = new Layer<string>();
    for (const [area, value] of laid) layer.lay(area, value);
    const found = new Map<string, string[]>();
    layer.areas().forEach((rectangles, value) => {
      for (const { row, column, rows, columns } of rectangles) {
        for (let i = row; i < row + rows; i++) {
          for (let j = column; j < column + columns; j++) found.set(`${i} ${j}`, [...(found.get(`${i} ${j}`) ?? []), value]);
        }
      }
    });
    for (let row = 0; row < 12; row++) {
      for (let column = 0; column < 12; column++) {
        const value = layer.at(row, column);
        expect(found.get(`${row} ${column}`) ?? []).toEqual(value === undefined ? [] : [value]);
      }
    }
  }));
});

test("a patch too long for one call goes in several, and means the same", () => {
  const parts = plainPatches(rich, ",", 1500);
  expect(parts.length).toBeGreaterThan(2);
  expect(parts.map(({ show }) => show !== undefined)).toEqual(parts.map((_part, index) => index === parts.length - 1));
  const [whole, pieces] = [plainPatches(rich, ","), parts].map((patches) => patches.reduce<Workbook>((book, patch) => {
    const result = applyPatch(book, patch);
    if (!result.ok) throw new Error("stale");
    return result.workbook;
  }, emptyWorkbook));
  expect(pieces).toEqual(whole);
});

test.each([["vi_VN", ","], ["en_US", "."], ["en_GB", "."], ["de_DE", ","], ["fr_CA", ","], ["es_MX", "."], ["vi", ","], ["??", ","]])(
  "the decimal mark of %s is %s", (locale, mark) => expect(decimalOf(locale)).toBe(mark));
