import { readFileSync } from "node:fs";
import { dirname, relative, resolve } from "node:path";
import { emptySheet } from "../core/sheet/apply";
import type { Cell, Sheet, Workbook } from "../core/sheet/workbook";
import { deletedSheet, renamedSheet } from "./double/formula-sheets";
import { ironCalculate } from "./double/iron-calc";
import { SheetEngine } from "./double/sheet-engine";
import { formWorkbook } from "./kit/form-workbook";
import { richWorkbook } from "./kit/rich-workbook";
import { tidyWorkbook } from "./kit/workbooks";

const sheetOf = (name: string, cells: (Cell | undefined)[][]): Sheet => ({ ...emptySheet(name), cells });
const bookOf = (...sheets: Sheet[]): Workbook => ({ sheets, active: sheets[0]!.name, properties: {} });

test.each([["rich", richWorkbook], ["form", formWorkbook]] as const)("gives back the %s workbook it was given", (_name, book) => {
  expect(tidyWorkbook(new SheetEngine(book).workbook())).toEqual(tidyWorkbook(book));
});

test("what was given out does not change any more", () => {
  const engine = new SheetEngine(bookOf(sheetOf("A", [[{ v: 1 }]])));
  const before = engine.workbook();
  engine.write(engine.active, { row: 0, column: 0 }, [[2]]);
  expect([before.sheets[0]!.cells[0]![0], engine.workbook().sheets[0]!.cells[0]![0]]).toEqual([{ v: 1 }, { v: 2 }]);
});

test("formulas compute when they are next read, once, and only where somebody computes", () => {
  let runs = 0;
  const engine = new SheetEngine(bookOf(sheetOf("A", [[{ v: 1 }, { v: 1, f: "A1" }]])), (book) => {
    runs++;
    return ironCalculate(book);
  });
  engine.write(engine.active, { row: 0, column: 0 }, [[5]]);
  engine.write(engine.active, { row: 0, column: 0 }, [[6]]);
  expect(runs).toBe(0);
  expect([engine.value(engine.active, 0, 1), engine.value(engine.active, 0, 1), runs]).toEqual([6, 6, 1]);

  const idle = new SheetEngine(bookOf(sheetOf("A", [[{ v: 1 }, { v: 1, f: "A1" }]])));
  idle.write(idle.active, { row: 0, column: 0 }, [[5]]);
  expect(idle.value(idle.active, 0, 1)).toBe(1);
});

test("a write that is refused in one cell writes none", () => {
  const open = { locked: false };
  const engine = new SheetEngine(bookOf({
    ...sheetOf("A", [[{ v: 1, s: open }, { v: 2 }]]),
    protection: { formatColumns: false, formatRows: false, filter: false, sort: false },
  }));
  expect(() => engine.write(engine.active, { row: 0, column: 0 }, [[8, 9]])).toThrow("protected");
  expect(() => engine.write(engine.active, { row: 0, column: 0 }, [["=SUM("]])).toThrow("argument");
  expect(engine.workbook().sheets[0]!.cells).toEqual([[{ v: 1, s: open }, { v: 2 }]]);
});

const formulas: readonly (readonly [formula: string, renamed: string, deleted: string])[] = [
  ["Cũ!A1+1", "'Tờ mới'!A1+1", "#REF!+1"],
  ["'Cũ'!$A$1:$B$2", "'Tờ mới'!$A$1:$B$2", "#REF!"],
  ["SUM(cũ!A:A,Cũ!1:2)", "SUM('Tờ mới'!A:A,'Tờ mới'!1:2)", "SUM(#REF!,#REF!)"],
  ['"Cũ!A1"&Cũ!A1', '"Cũ!A1"&\'Tờ mới\'!A1', '"Cũ!A1"&#REF!'],
  ["'Không Cũ'!A1+XCũ!A1", "'Không Cũ'!A1+XCũ!A1", "'Không Cũ'!A1+XCũ!A1"],
];

test.each(formulas)("a sheet renamed, then deleted: %s", (formula, renamed, deleted) => {
  expect([renamedSheet(formula, "Cũ", "Tờ mới"), deletedSheet(formula, "Cũ")]).toEqual([renamed, deleted]);
});

test("a renamed sheet is still named by formulas, checks and formats; a deleted one is lost", () => {
  const area = { row: 0, column: 0, rows: 2, columns: 1 };
  const words = { prompt: { title: "", text: "" }, error: { title: "", text: "" }, allowBlank: true };
  const engine = new SheetEngine(bookOf(
    {
      ...sheetOf("A", [[{ v: 7, f: "B!A1" }]]),
      validations: [{ area, rule: { kind: "range", sheet: "B", area, ...words } }],
      conditionals: [{ area, formula: "B!A1>1", style: { bold: true } }],
    },
    sheetOf("B", [[{ v: 7 }]]),
  ), ironCalculate);
  const b = engine.find("b")!;
  engine.rename(b, "Bê");
  const after = engine.workbook().sheets[0]!;
  expect(after).toMatchObject({
    cells: [[{ v: 7, f: "Bê!A1" }]], validations: [{ rule: { sheet: "Bê" } }], conditionals: [{ formula: "Bê!A1>1" }],
  });
  engine.deleteSheet(b);
  expect(engine.workbook().sheets[0]!.cells).toEqual([[{ v: { error: "#REF!" }, f: "#REF!" }]]);
});

test("each sheet remembers where a person stood", () => {
  const engine = new SheetEngine(bookOf(emptySheet("A"), emptySheet("B")));
  engine.select(engine.sheets[0]!, { row: 3, column: 1, rows: 1, columns: 1 });
  engine.activate(engine.sheets[1]!);
  expect(engine.selection()).toEqual({ sheet: "B", row: 0, column: 0 });
  engine.activate(engine.sheets[0]!);
  expect(engine.selection()).toEqual({ sheet: "A", row: 3, column: 1 });
});

test("a hidden or deleted sheet is left for a visible one", () => {
  const engine = new SheetEngine(bookOf(emptySheet("A"), emptySheet("B"), emptySheet("C")));
  engine.setState(engine.sheets[0]!, "hidden");
  expect(engine.workbook().active).toBe("B");
  engine.deleteSheet(engine.sheets[1]!);
  expect(engine.workbook().active).toBe("C");
  expect(() => engine.setState(engine.find("C")!, "veryHidden")).toThrow("operation");
});

/** A file and all that it imports for its values, but for packages. */
function closure(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  const text = readFileSync(file, "utf8");
  for (const [, , from] of text.matchAll(/^(import|export) (?!type )[^;]*?from "([^"]+)"/gms)) {
    if (!from!.startsWith(".")) throw new Error(`${relative(__dirname, file)} imports ${from}`);
    closure(`${resolve(dirname(file), from!)}.ts`, seen);
  }
  return seen;
}

test("the engine and Excel's side of it need neither Node nor a package, so that they run in a page too", () => {
  const files = closure(resolve(__dirname, "double/office/excel-double.ts"));
  closure(resolve(__dirname, "double/hand.ts"), files);
  const names = [...files].map((file) => relative(__dirname, file));
  expect(names).toEqual(expect.arrayContaining(["double/sheet-engine.ts", "double/office/range-object.ts"]));
  expect(names.filter((name) => /iron-calc|boot|kit\//.test(name))).toEqual([]);
  expect(() => closure(resolve(__dirname, "double/office/boot.ts"))).toThrow("node:fs");
});
