import type { CellValue } from "../core/sheet/workbook";
import { takeText } from "./double/typed-value";

type Row = readonly [text: string, value: CellValue, format?: string];

const enUs: readonly Row[] = [
  ["chữ", "chữ"],
  [" chữ ", " chữ "],
  ["", null],
  ["   ", "   "],
  ["'007", "007"],
  ["'=A1", "=A1"],
  ["007", 7],
  ["1.5", 1.5],
  [" 1.5 ", 1.5],
  ["-1.5", -1.5],
  ["+2", 2],
  [".5", 0.5],
  ["5.", 5],
  ["(3)", -3],
  ["1,234", 1234, "#,##0"],
  ["1,234.50", 1234.5, "#,##0.00"],
  ["12,34", "12,34"],
  ["426,66", "426,66"],
  ["1.234,5", "1.234,5"],
  ["50%", 0.5, "0%"],
  ["95.26%", 0.9526, "0.00%"],
  ["1e3", 1000, "0.00E+00"],
  ["1e999", "1e999"],
  ["$5", 5, "$#,##0"],
  ["true", true],
  ["FALSE", false],
  ["Đúng", "Đúng"],
  ["#N/A", { error: "#N/A" }],
  ["#không", "#không"],
  ["1/2/2026", 46024, "m/d/yyyy"],
  ["31/12/2026", "31/12/2026"],
  ["2026-11-22", 46348, "m/d/yyyy"],
  ["2/29/2026", "2/29/2026"],
  ["1/2", 46024, "d-mmm"],
  ["1-2", 46024, "d-mmm"],
  ["13/2", "13/2"],
  ["45,56/50", "45,56/50"],
  ["3/2026", 46082, "mmm-yy"],
  ["5-Mar", 46086, "d-mmm"],
  ["1/1/1900", 1, "m/d/yyyy"],
  ["3/1/1900", 61, "m/d/yyyy"],
  ["1.1.1", "1.1.1"],
  ["10:30", 0.4375, "h:mm"],
  ["10:75", "10:75"],
  ["10đ", "10đ"],
];

const taken = ([, value, format]: Row): object => ({ value, ...(format === undefined ? {} : { format }) });

test.each(enUs.map((row) => [row[0], row] as const))("en-US takes %j", (text, row) => {
  expect(takeText(text)).toEqual(taken(row));
});

const comma: readonly Row[] = [
  ["426,66", 426.66],
  ["426.66", "426.66"],
  ["1.234", 1234, "#,##0"],
  ["1.234,5", 1234.5, "#,##0.00"],
  ["95,26%", 0.9526, "0.00%"],
  ["31/12/2026", 46387, "d/m/yyyy"],
  ["12/31/2026", "12/31/2026"],
  ["1/2", 46054, "d-mmm"],
];

test.each(comma.map((row) => [row[0], row] as const))("a computer with decimal commas takes %j", (text, row) => {
  expect(takeText(text, ",")).toEqual(taken(row));
});
