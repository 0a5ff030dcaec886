import type { Patch } from "../core/sheet/patch";
import { emptySheet } from "../core/sheet/apply";
import { write } from "../sheets-addon/server/write";
import { GoogleBook } from "./double/sheets/google-book";
import { World, type WorldOptions } from "./double/sheets/world";

/** Every second cell of a column is written; those between are free. */
const rows = [1, 3, 5, 7, 9, 11];
const patch: Patch = {
  expect: [], sheets: [{ sheet: "Một", blocks: rows.map((row) => ({ row, column: 1, cells: [[{ f: `${row}+1`, v: row + 1 }]] })) }],
};
const people = ["chu@so.gov.vn", "khac@so.gov.vn"];

const bookOf = (locked: boolean): GoogleBook => {
  const book = new GoogleBook({ people, workbook: { sheets: [{ ...emptySheet("Một"), cells: [[{ v: "kề" }]] }], active: "Một", properties: {} } });
  if (!locked) return book;
  // All cells that are written are open to anybody, and nothing else is.
  run(book, {
    expect: [], sheets: [{
      sheet: "Một", styles: rows.map((row) => ({ area: { row, column: 1, rows: 1, columns: 1 }, style: { locked: false } })),
      protection: { formatColumns: true, formatRows: true, filter: true, sort: false },
    }],
  });
  book.user = people[1]!;
  return book;
};

function run(book: GoogleBook, what: Patch, options: WorldOptions = {}): World {
  const world = new World(book, options);
  Object.assign(globalThis, world.globals());
  expect(write(world.app.getActiveSpreadsheet(), { patch: what, from: null }, () => 0)).toEqual({ done: true });
  return world;
}

const formulas = (book: GoogleBook): (string | undefined)[] => rows.map((row) => book.engine.find("Một")!.cells[row]?.[1]?.f);
const whole = rows.map((row) => `${row}+1`);

test("what a person types between cells that are written together stays, up to the last look before they are written", () => {
  const { told } = run(bookOf(false), patch);
  const wrote = told.indexOf("Range.setValues");
  const look = told.lastIndexOf("Range.getValues", wrote);
  expect(look).toBeGreaterThan(0);
  expect(told.slice(look + 1, wrote)).not.toContainEqual(expect.stringMatching(/^Range\.(get(Values|Formulas|NumberFormats|DataValidations|MergedRanges)|canEdit)$/));
  for (let at = 0; at <= look; at++) {
    const book = bookOf(false);
    run(book, patch, { heard: (_member, calls) => {
      if (calls === at) book.put(book.engine.find("Một")!, 4, 1, { v: "gõ giữa chừng" });
    } });
    expect([at, book.engine.find("Một")!.cells[4]?.[1]?.v]).toEqual([at, "gõ giữa chừng"]);
    expect(formulas(book)).toEqual(whole);
  }
});

test("cells that a person may write are written where somebody protects those between them", () => {
  const book = bookOf(true);
  const { calls } = run(book, patch);
  expect(formulas(book)).toEqual(whole);
  expect(calls.get("Range.setValues")).toBe(rows.length);
  expect(run(bookOf(false), patch).calls.get("Range.setValues")).toBe(1);
});
