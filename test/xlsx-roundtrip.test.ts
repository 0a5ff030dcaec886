import * as fc from "fast-check";
import { emptySheet } from "../core/sheet/apply";
import type { Cell, CellValue, Workbook } from "../core/sheet/workbook";
import { say } from "../core/words/say";
import { FileError, readXlsx, readXlsxFile, writeXlsx } from "../excel-addin/page/xlsx";
import { recalculate } from "./kit/engines";
import { richWorkbook } from "./kit/rich-workbook";
import { tidyWorkbook } from "./kit/workbooks";

test("a workbook with everything is read as it was written", async () => {
  const { workbook, issues } = await readXlsxFile(await writeXlsx(richWorkbook), "a.xlsx");
  expect(tidyWorkbook(workbook)).toEqual(tidyWorkbook(richWorkbook));
  expect(issues).toEqual([]);
});

test("the same workbook gives the same bytes, at another time too", async () => {
  const first = await writeXlsx(richWorkbook);
  jest.useFakeTimers({ now: new Date("2031-05-06T07:08:09Z"), doNotFake: ["nextTick", "setImmediate", "queueMicrotask"] });
  const second = await writeXlsx(structuredClone(richWorkbook));
  jest.useRealTimers();
  expect(Buffer.from(second).equals(Buffer.from(first))).toBe(true);
});

test("a workbook of one sheet, read and written again, gives the same bytes", async () => {
  const bytes = await writeXlsx(richWorkbook);
  const again = await writeXlsx(await readXlsx(bytes));
  expect(Buffer.from(again).equals(Buffer.from(bytes))).toBe(true);
});

test("whatever stands in the cells comes back", async () => {
  const text = fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 }).filter((s) => !/[\uD800-\uDFFF\uFFFE\uFFFF]/.test(s));
  const tricky = fc.constantFrom("=1", "+1", "-1", "@a", "#REF!", "_x000D_", "a\r\nb", "\u0001", " ", "'x", "0x1F");
  const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => (Object.is(n, -0) ? 0 : n));
  const value: fc.Arbitrary<CellValue> = fc.oneof(text, tricky, number, fc.boolean(), fc.constant({ error: "#N/A" }));
  const cell: fc.Arbitrary<Cell> = fc.oneof(
    value.map((v) => ({ v })),
    fc.oneof(text, number, fc.boolean()).map((v) => ({ v, f: 'IF(A1<>"&<""",1,2)' })),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }), async (cells) => {
      const book: Workbook = { sheets: [{ ...emptySheet("Trang"), cells }], active: "Trang", properties: {} };
      expect(await readXlsx(await writeXlsx(book))).toEqual(book);
    }),
    { numRuns: 200 },
  );
});

test("what a file cannot hold is cut, not refused", async () => {
  const words = { prompt: { title: "t".repeat(40), text: "p".repeat(300) }, error: { title: "", text: "e".repeat(300) } };
  const area = { row: 0, column: 0, rows: 1, columns: 1 };
  const book: Workbook = {
    active: null, properties: {},
    sheets: [
      {
        ...emptySheet("A"), state: "hidden",
        cells: [[{ v: "x".repeat(32767) }]],
        validations: [
          { area, rule: { ...words, kind: "whole", min: 0, max: 1, allowBlank: true } },
          { area: { ...area, row: 1 }, rule: { ...words, kind: "list", options: ["a, b", "c"], allowBlank: true } },
        ],
      },
    ],
  };
  const read = (await readXlsx(await writeXlsx(book))).sheets[0]!;
  expect(read.state).toBe("visible");
  expect(read.cells[0]![0]!.v).toBe("x".repeat(32767));
  expect(read.validations.map(({ rule }) => [rule.kind, rule.prompt.title.length, rule.error.text.length])).toEqual([["whole", 32, 255]]);
});

test.each(["", "a/b", "x".repeat(32), "a:b"])("a sheet named “%s” is refused", async (name) => {
  const book: Workbook = { sheets: [emptySheet(name)], active: null, properties: {} };
  await expect(writeXlsx(book)).rejects.toMatchObject({ name: "HostError", code: "bad-file" });
});

test("marks that XML cannot hold, as text copied from a PDF brings, do not spoil the file", async () => {
  const sheet = { ...emptySheet("S"), cells: [[{ v: "chuyển\ufffe đổi\uffff số\ud83d" }, { v: "\ud83d\ude00" }]] };
  const bytes = await writeXlsx({ sheets: [sheet], active: "S", properties: {} });
  const back = await readXlsx(bytes);
  expect(back.sheets[0]!.cells[0]!.map((cell) => cell?.v)).toEqual(["chuyển đổi số", "\ud83d\ude00"]);
  const read = await recalculate("libreoffice", [{ name: "marks", bytes }]);
  expect(read.get("marks")!["S"]![0]![0]).toBe("chuyển đổi số");
});

test("a text that no cell of a file holds is named, and nothing is written", async () => {
  const long = { ...emptySheet("Tờ 1"), cells: [[{ v: "a" }], [undefined, { v: "x".repeat(32768) }]] };
  const book: Workbook = { sheets: [long], active: null, properties: {} };
  const refused = await writeXlsx(book).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(FileError);
  const { issue } = refused as FileError;
  expect(issue).toMatchObject({ code: "file-text-long", params: { cell: "'Tờ 1'!B2", length: 32768 } });
  for (const language of ["vi", "en"] as const) expect(say(issue, language)).toContain("'Tờ 1'!B2");
});
