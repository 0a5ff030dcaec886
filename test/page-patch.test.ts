import * as fc from "fast-check";
import type { Area } from "../core/sheet/address";
import { contains } from "../core/sheet/address";
import { applyPatch, areaWithout, emptySheet, snapshotOf } from "../core/sheet/apply";
import type { SheetPatch } from "../core/sheet/patch";
import { shownText } from "../core/sheet/shown";
import type { Validation, Workbook } from "../core/sheet/workbook";
import { emptyWorkbook } from "../core/sheet/workbook";

const book: Workbook = {
  ...emptyWorkbook,
  active: "A",
  sheets: [{ ...emptySheet("A"), cells: [[{ v: "x", s: { bold: true } }, { v: 2 }], [{ v: { error: "#REF!" } }]] }],
};
const patched = (part: Omit<SheetPatch, "sheet">, from: Workbook = book) => {
  const result = applyPatch(from, { expect: [], sheets: [{ sheet: "A", ...part }] });
  if (!result.ok) throw new Error("refused");
  return result.workbook.sheets[0]!;
};
const whole: Validation = {
  kind: "whole", min: 0, max: 9, allowBlank: true,
  prompt: { title: "", text: "" }, error: { title: "", text: "" },
};

test.each([
  ["the same values", [["x", 2], [{ error: "#REF!" }, null]], true],
  ["empty text for a blank", [["x", 2], [{ error: "#REF!" }, ""]], true],
  ["another number", [["x", 3]], false],
  ["text for a number", [["x", "2"]], false],
  ["another error", [["x"], [{ error: "#N/A" }]], false],
])("a patch that expects %s", (_name, values, ok) => {
  const result = applyPatch(book, { expect: [{ sheet: "a", row: 0, column: 0, values }], sheets: [] });
  expect(result.ok).toBe(ok);
});

test("a sheet that does not exist refuses the patch, unless it is created", () => {
  const part = { sheet: "B", blocks: [{ row: 1, column: 1, cells: [[{ v: 1 }]] }] };
  expect(applyPatch(book, { expect: [], sheets: [part] })).toEqual({
    ok: false, stale: [{ sheet: "B", row: 0, column: 0, values: [] }],
  });
  const made = applyPatch(book, { expect: [], sheets: [{ ...part, create: true, position: 0 }, part] });
  expect(made.ok && made.workbook.sheets.map((sheet) => sheet.name)).toEqual(["B", "A"]);
});

test("styles merge in order, defaults vanish, contents stay", () => {
  const area = { row: 0, column: 0, rows: 1, columns: 3 };
  const sheet = patched({
    styles: [{ area, style: { fill: "FFEEDD", border: "thin" } }, { area, style: { border: "none", bold: false } }],
  });
  expect(sheet.cells[0]).toEqual([
    { v: "x", s: { fill: "FFEEDD" } }, { v: 2, s: { fill: "FFEEDD" } }, { v: null, s: { fill: "FFEEDD" } },
  ]);
});

test("blocks keep looks, skip null, empty with v null", () => {
  const sheet = patched({ blocks: [{ row: 0, column: 0, cells: [[{ v: null }, null, { f: "1+1", v: 2 }]] }] });
  expect(sheet.cells[0]).toEqual([{ v: null, s: { bold: true } }, { v: 2 }, { v: 2, f: "1+1" }]);
});

test("clearing an area empties contents, looks, merges and cuts checks", () => {
  const full = patched({
    merges: [{ row: 0, column: 0, rows: 2, columns: 1 }],
    validations: [{ area: { row: 0, column: 0, rows: 3, columns: 1 }, rule: whole }],
  });
  const sheet = patched({ clear: [{ row: 0, column: 0, rows: 2, columns: 1 }] }, { ...book, sheets: [full] });
  expect(sheet.cells).toEqual([[undefined, { v: 2 }], [undefined]]);
  expect(sheet.merges).toEqual([]);
  expect(sheet.validations).toEqual([{ area: { row: 2, column: 0, rows: 1, columns: 1 }, rule: whole }]);
});

test("protection goes on, stays, comes off", () => {
  const protection = { formatColumns: true, formatRows: true, filter: true, sort: false };
  const on = { ...book, sheets: [patched({ protection })] };
  expect(patched({ tab: "112233" }, on).protection).toEqual(protection);
  expect(patched({ protection: null }, on).protection).toBeUndefined();
});

test("an area less another covers exactly the cells outside it", () => {
  const size = fc.integer({ min: 1, max: 6 });
  const place = fc.integer({ min: 0, max: 6 });
  const areas: fc.Arbitrary<Area> = fc.record({ row: place, column: place, rows: size, columns: size });
  fc.assert(
    fc.property(areas, areas, (area, gone) => {
      const parts = areaWithout(area, gone);
      for (let row = 0; row < 13; row++) {
        for (let column = 0; column < 13; column++) {
          const times = parts.filter((part) => contains(part, row, column)).length;
          expect(times).toBe(contains(area, row, column) && !contains(gone, row, column) ? 1 : 0);
        }
      }
    }),
  );
});

test("a snapshot holds the used range, without looks", () => {
  const facts = { host: "page", language: "vi", decimal: ",", now: "2026-11-22T08:30" } as const;
  const styled = { ...book, sheets: [patched({ styles: [{ area: { row: 0, column: 0, rows: 9, columns: 9 }, style: { format: "0.00" } }] })] };
  expect(snapshotOf(styled, facts, null).sheets).toEqual([
    {
      name: "A", state: "visible",
      values: [["x", 2], [{ error: "#REF!" }]], formulas: [[null, null], [null]], texts: [[null, "2,00"], [null]],
    },
  ]);
});

test.each([
  [1.1, "0.00", "1,10"],
  [1.005, "0.00", "1,01"],
  [0.3835, "0.0%", "38,4%"],
  [1234567.5, "#,##0.00", "1.234.567,50"],
  [-0.001, "0.00", "0,00"],
  [1e-7, "0.00", "0,00"],
  [1e-7, "0.00%", "0,00%"],
  [0.07, "0%", "7%"],
  [7, "000", "007"],
  [46113, "dd/mm/yyyy", "01/04/2026"],
  [46113.5, "d/m/yy hh:mm", "1/4/26 12:00"],
  [60, "d/m/yyyy", "29/2/1900"],
  [1, "d/m/yyyy", "1/1/1900"],
  [45351, "d-m-yyyy", "29-2-2024"],
  [2.5, "General", null],
  [2, "0", null],
])("%d as %s shows %s", (value, format, shown) => expect(shownText(value, format, ",")).toBe(shown));
