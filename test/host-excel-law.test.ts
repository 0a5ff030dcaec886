import fc from "fast-check";
import type { Area } from "../core/sheet/address";
import { applyPatch, emptySheet, snapshotOf } from "../core/sheet/apply";
import { ownHeat } from "../core/sheet/own-formats";
import type { Patch, SheetPatch, Write } from "../core/sheet/patch";
import type { Style, Validation, Workbook } from "../core/sheet/workbook";
import { ironCalculate } from "./double/iron-calc";
import { comparable } from "./host-contract";
import { openExcel } from "./host-excel";
import { mark, trickyTexts } from "./host-rows";

jest.setTimeout(240000);

const names = ["Một", "Hai & ba's", "Mới"];
const place = (most: number): fc.Arbitrary<number> => fc.integer({ min: 0, max: most });
const area: fc.Arbitrary<Area> = fc.record({
  row: place(7), column: place(4), rows: fc.integer({ min: 1, max: 4 }), columns: fc.integer({ min: 1, max: 3 }),
});
/** Merged cells stand apart, since programs differ in what they keep of the cells that a merge covers. */
const apart: fc.Arbitrary<Area> = area.map((each) => ({
  ...each, column: each.column + 20, columns: each.columns + 1,
}));
const style: fc.Arbitrary<Style> = fc.record({
  bold: fc.boolean(), italic: fc.boolean(), underline: fc.boolean(), wrap: fc.boolean(), locked: fc.boolean(),
  size: fc.constantFrom(9, 14), color: fc.constantFrom("C00000", "0B5A0B"), fill: fc.constantFrom("FFF2CC", "DDEBF7"),
  align: fc.constantFrom("left", "right"), vertical: fc.constantFrom("top", "middle", "bottom"), indent: place(2),
  // In Excel two neighbours share an edge, so a border taken off one is taken off the other: only put on here.
  format: fc.constantFrom("@", "0.00", "General", "dd/mm/yyyy"), border: fc.constant("thin"),
}, { requiredKeys: [] }) as fc.Arbitrary<Style>;
const write: fc.Arbitrary<Write> = fc.oneof(
  { weight: 2, arbitrary: fc.constant(null) },
  fc.constantFrom(...trickyTexts).map((v) => ({ v })),
  fc.oneof(
    fc.integer(), fc.constantFrom(0.1, -2.5, 1e15, 46113), fc.boolean(), fc.constantFrom(null, ""),
  ).map((v) => ({ v })),
  fc.integer({ min: 1, max: 9 }).map((n) => ({ f: `${n}+1`, v: n + 1 })),
);
const block = fc.record({
  row: place(7), column: place(4),
  cells: fc.array(fc.array(write, { maxLength: 4 }), { minLength: 1, maxLength: 4 }),
});
const words = { prompt: { title: "Nhập", text: "Số từ 0." }, error: { title: "", text: "Chưa đúng." } };
const check: fc.Arbitrary<Validation> = fc.boolean().chain((allowBlank) => fc.constantFrom<Validation>(
  { ...words, allowBlank, kind: "list", options: ["a", "b"] }, { ...words, allowBlank, kind: "whole", min: 0, max: 9 },
  { ...words, allowBlank, kind: "number", min: -1.5, max: 2 }, { ...words, allowBlank, kind: "length", max: 5 },
));
const lists = <T>(one: fc.Arbitrary<T>, most = 3): fc.Arbitrary<T[]> => fc.array(
  one, { minLength: 1, maxLength: most },
);
const protection = fc.record({
  formatColumns: fc.boolean(), formatRows: fc.boolean(), filter: fc.boolean(), sort: fc.boolean(),
});

const part: fc.Arbitrary<SheetPatch> = fc.record({
  sheet: fc.constantFrom(...names), create: fc.constant(true), position: place(3),
  clear: lists(area, 2), styles: lists(fc.record({ area, style }), 5), blocks: lists(block), merges: lists(apart, 2),
  validations: lists(fc.record({ area, rule: check })),
  conditionals: fc.array(
    fc.record({ area, formula: fc.constantFrom(`AND($A1>1,${mark})`, `AND(LEN(B2)=0,${mark})`), style: fc.constant<Style>({ bold: true }) }),
    // One part that takes all of ours off and another that puts some there leave no place in which they stood.
    { minLength: 1, maxLength: 2 },
  ),
  scales: fc.array(
    area.map((own) => ({ area: own, ...ownHeat })), { minLength: 1, maxLength: 2 },
  ),
  columns: lists(fc.record({ column: place(6), width: fc.constantFrom(8.5, 36), hidden: fc.boolean() }), 3),
  rows: lists(fc.record({ row: place(6), height: fc.constantFrom(15, 30.75), hidden: fc.boolean() }), 3),
  freeze: fc.record({ rows: place(2), columns: place(2) }), tab: fc.constantFrom("FF0000", "00FF00"),
  protection: fc.option(protection, { nil: null }),
}, { requiredKeys: ["sheet", "create"] }) as fc.Arbitrary<SheetPatch>;

/** Sheets on which a person has formats by condition, as formats of ours look and stand among them. */
const start: Workbook = {
  sheets: names.slice(0, 2).map((name, i) => ({
    ...emptySheet(name),
    conditionals: i === 0 ? [] : ["A1>1", `AND(A1>2,${mark})`, "LEN(A1)=3"].map((formula) => (
      { area: { row: 0, column: 0, rows: 6, columns: 3 }, formula, style: { bold: true } })),
    scales: i === 0 ? [] : [{ area: { row: 1, column: 1, rows: 4, columns: 1 }, low: "FFFFFF", high: "70AD47" }],
  })),
  active: "Một", properties: {},
};

test("whatever is written through Excel is what the core's own writing leaves", async () => {
  let written = 0;
  await fc.assert(fc.asyncProperty(lists(lists(part, 3), 3), async (patches) => {
    const desk = openExcel(start);
    let expected = start;
    for (const sheets of patches) {
      const patch: Patch = { expect: [], sheets };
      const heated = [...expected.sheets.filter(({ scales }) => scales.length > 0).map(({ name }) => name),
        ...sheets.flatMap(({ sheet, scales }) => (scales === undefined ? [] : [sheet]))];
      const applied = applyPatch(expected, patch);
      if (!applied.ok) throw new Error("stale");
      expected = ironCalculate(applied.workbook);
      await desk.host.read();
      const before = desk.trips.requests;
      expect(await desk.host.write(patch)).toEqual({ ok: true });
      // Where heat colours stand, formats are asked for again, one by one.
      expect(desk.trips.requests - before).toBeLessThanOrEqual(sheets.some(({ sheet }) => heated.includes(sheet)) ? 4 : 2);
      written++;
      expect(comparable(desk.engine.workbook())).toEqual(comparable(expected));
      const read = await desk.host.read();
      expect(read.sheets).toEqual(snapshotOf(desk.engine.workbook(), read.facts, null).sheets);
    }
  }), { numRuns: 60 });
  console.log(`${written} random patches`);
});
