import type { Area } from "../core/sheet/address";
import { parseAreaName } from "../core/sheet/address";
import { emptySheet } from "../core/sheet/apply";
import { formatMark, ownHeat } from "../core/sheet/own-formats";
import type { Expect, Patch, SheetPatch, Write } from "../core/sheet/patch";
import type { Cell, CellValue, Conditional, Sheet, Style, Validation, Workbook } from "../core/sheet/workbook";
import { richWorkbook } from "./kit/rich-workbook";

export interface ReadRow {
  readonly name: string;
  readonly workbook: Workbook;
  readonly sheets?: readonly string[];
}

export interface WriteRow {
  readonly name: string;
  readonly workbook: Workbook;
  readonly patch: Patch;
}

export interface ExpectRow {
  readonly name: string;
  readonly workbook: Workbook;
  readonly expects: readonly Expect[];
  /** Places in `expects` that are not met. */
  readonly stale: readonly number[];
}

const area = (name: string): Area => parseAreaName(name)!;
const book = (...sheets: Sheet[]): Workbook => ({ sheets, active: sheets[0]!.name, properties: {} });
const sheet = (cells: Sheet["cells"], rest: Partial<Sheet> = {}): Sheet => ({ ...emptySheet("Một"), cells, ...rest });
const line = (...values: CellValue[]): Cell[] => values.map((v) => ({ v }));
const styled = (v: CellValue, s: Style): Cell => ({ v, s });
const writes = (...values: (string | number | boolean | null)[]): Write[] => values.map((v) => ({ v }));
/** Is in every format by condition of ours. */
export const mark = `LEN("${formatMark}")>0`;
const bolder = (formula: string): Conditional => ({ area: area("A1:A2"), formula, style: { bold: true } });
const block = (from: string, ...cells: Write[][]) => ({ row: area(from).row, column: area(from).column, cells });

/** Text that a program would rather take for something else. */
export const trickyTexts = [
  "426.66", "426,66", "1.000", "1/2/2026", "01/02", "2026-11-22", "Mar 2026", "22 Nov", "TRUE", "false", "#N/A",
  "#REF!", "=1+1",
  "=", "+84 28", "-5 điểm", "@tên", "'ngoặc", "''hai", "0123", "1e5", "50%", "10:30", "$5", " 5", "5 ", "\ttab",
  "(3)", "½", "٣",
  "dòng một\ndòng hai", "<b>&amp;</b>", "“ngoặc”", "Tốt", "Đạt 3/4", "a'b",
];

const words = {
  prompt: { title: "Số cuộc họp", text: "Nhập số nguyên từ 0 đến 100." },
  error: { title: "Chưa đúng", text: "Cần một số từ 0 đến 100 & không âm <nhé>." },
  allowBlank: true,
};
const checks: Validation[] = [
  { ...words, kind: "list", options: ["Tốt", "Khá", "Đạt"] },
  { ...words, kind: "range", sheet: "Danh mục's", area: area("A1:A5") },
  { ...words, kind: "number", min: -0.5, max: 100 },
  { ...words, kind: "whole", min: 0, max: 12 },
  { ...words, kind: "length", max: 500 },
  { ...words, kind: "whole", min: 1, max: 2, allowBlank: false, prompt: { title: "", text: "" } },
];
const list = { ...emptySheet("Danh mục's"), cells: ["a", "b", "c", "d", "e"].map((v) => line(v)) };
const protection = { formatColumns: true, formatRows: false, filter: true, sort: false };
const open: Style = { locked: false };
const form = sheet(
  [[{ v: "Tên" }, styled(1, open), { v: 2, f: "LEN(A3)+2" }], [{ v: "Khác" }, styled(null, open)]], { protection },
);

/** With the true value of each formula, since hosts compute. */
const everything: Workbook = {
  ...richWorkbook,
  sheets: richWorkbook.sheets.map((each) => ({
    ...each,
    cells: each.cells.map((cut) =>
      cut?.map((cell) => (cell?.f === "1/0" ? { ...cell, v: { error: "#DIV/0!" } } : cell))),
  })),
};

export const readRows: readonly ReadRow[] = [
  { name: "every kind of value, look and sheet", workbook: everything },
  { name: "only the named sheets, in any case", workbook: everything, sheets: ["bộ chỉ số", "TRỐNG", "không có"] },
  { name: "a blank sheet", workbook: book(sheet([])) },
  {
    name: "cells far from the first, with blanks between",
    workbook: book(sheet([undefined, undefined, [undefined, undefined, { v: 1 }], undefined, [undefined, { v: "x" }]])),
  },
  {
    name: "looks alone are not content",
    workbook: book(sheet([[{ v: 1 }, styled(null, { fill: "FFEEDD" })], [styled(null, { bold: true })]])),
  },
  { name: "texts that look like something else", workbook: book(sheet(trickyTexts.map((v) => line(v)))) },
  {
    name: "errors, typed and computed, beside their texts",
    workbook: book(sheet([
      line({ error: "#N/A" }, "#N/A", { error: "#REF!" }, "#REF!"),
      [{ v: { error: "#DIV/0!" }, f: "1/0" }, { v: "#DIV/0!" }],
    ])),
  },
  {
    name: "what a cell shows where that is not its value",
    workbook: book(sheet([[
      styled(1.1, { format: "0.00" }), styled(0.3835, { format: "0.0%" }), styled(46113, { format: "dd/mm/yyyy" }),
      styled(46113.5, { format: "d/m/yy hh:mm" }),
      styled(7, { format: "000" }), styled(1234567.5, { format: "#,##0.00" }), styled(2, { format: "0" }),
      styled("chữ", { format: "@" }),
    ]])),
  },
];

const row = (
  name: string, part: Omit<SheetPatch, "sheet">, from: Workbook = book(sheet([line("x", 2)])),
): WriteRow => ({
  name, workbook: from, patch: { expect: [], sheets: [{ sheet: from.sheets[0]!.name, ...part }] },
});

export const writeRows: readonly WriteRow[] = [
  row(
    "numbers, texts, TRUE and blanks",
    { blocks: [block("A2", writes(1, -0.5, 1e21, 0.1, "chữ", true, false, null, ""))] },
  ),
  row(
    "texts that look like something else",
    { blocks: [block("C3", ...trickyTexts.map((text) => writes(text, text)))] },
  ),
  row("the same in cells of format text", {
    styles: [{ area: area("C3:C60"), style: { format: "@" } }],
    blocks: [block("C3", ...trickyTexts.map((text) => writes(text)))],
  }),
  row(
    "the same in cells that were of format text",
    { blocks: [block("A1", ...trickyTexts.map((text) => writes(text)))] },
    book(sheet(trickyTexts.map(() => [styled("cũ", { format: "@" })]))),
  ),
  row("numbers and formulas in cells of format text", {
    styles: [{ area: area("A1:A4"), style: { format: "@" } }],
    blocks: [block("A1", writes(5), writes(true), [{ f: "1+1", v: 2 }], writes("5"))],
  }),
  row(
    "a number into a cell that was of format text", { blocks: [block("A1", writes(3.5))] },
    book(sheet([[styled("3,5", { format: "@", ...open })]], { protection })),
  ),
  row(
    "text where a number format stands", { blocks: [block("A1", writes("12/3", "50%"))] },
    book(sheet([[styled(1, { format: "0.00" }), styled(1, { format: "dd/mm/yyyy" })]])),
  ),
  row("null leaves a cell, a blank empties it, looks stay", {
    blocks: [block("A1", [null, { v: null }, { v: 9 }], [{ v: "" }, null, null])],
  }, book(sheet([
    [styled("a", { bold: true }), styled("b", { italic: true }), styled(3, { format: "0.00" })],
    [styled(4, { fill: "FFEEDD" }), styled(5, open)],
  ]))),
  row("lines of different length", { blocks: [block("B2", writes(1), writes(1, 2, 3), [], writes(4, 5))] }),
  row("formulas in en-US, over sheets", {
    blocks: [block(
      "A1", writes(3, 1.5),
      [
        { f: "SUM(A1:B1)+0.5", v: 5 }, { f: 'IF(A1>2,"Tốt & đẹp","")', v: "Tốt & đẹp" },
        { f: 'IF(A1>9,"x","")', v: "" }, { f: "'Danh mục''s'!A2", v: "b" }, { f: "AND(A1>0,B1>0)", v: true },
      ],
    )],
  }, book(sheet([]), list)),
  {
    name: "sheets made at places, found in any case, written in parts",
    workbook: book(sheet([line(1)]), list),
    patch: {
      expect: [],
      sheets: [
        { sheet: "Đầu", create: true, position: 0, blocks: [block("A1", writes("a"))] },
        { sheet: "Cuối", create: true, tab: "70AD47" },
        { sheet: "Giữa", create: true, position: 2, state: "hidden" },
        { sheet: "Xa", create: true, position: 99, state: "veryHidden" },
        { sheet: "MỘT", create: true, position: 0, blocks: [block("B1", writes("ở lại"))] },
        { sheet: "Đầu", blocks: [block("A2", writes("b"))], styles: [{ area: area("A1:A2"), style: { bold: true } }] },
      ],
    },
  },
  {
    name: "sheets deleted, one in front, one protected, one hidden, one that is gone already",
    workbook: book(sheet([line(1)]), { ...form, name: "Phiếu" }, { ...list, state: "hidden" }, { ...list, name: "Ở lại" }),
    patch: {
      expect: [],
      sheets: [
        { sheet: "Ở lại", blocks: [block("B1", writes("đây"))] }, { sheet: "MỘT", remove: true },
        { sheet: "Phiếu", remove: true }, { sheet: "Danh mục's", remove: true }, { sheet: "Không có", remove: true },
      ],
      show: { sheet: "Ở lại", row: 0, column: 0 },
    },
  },
  {
    name: "sheets hidden and shown",
    workbook: book(sheet([line(1)]), { ...list, state: "hidden" }, { ...list, name: "Ba" }),
    patch: { expect: [], sheets: [{ sheet: "Danh mục's", state: "visible" }, { sheet: "Ba", state: "veryHidden" }] },
  },
  row("cleared areas", { clear: [area("B2:C3")] }, book(sheet(
    [0, 1, 2, 3].map((i) => [0, 1, 2, 3].map((j): Cell =>
      styled(i * 4 + j, { bold: true, fill: "FFEEDD", locked: false, format: "0.00", border: "thin" }))),
    { merges: [area("C3:D4")], validations: [{ area: area("A1:B4"), rule: checks[3]! }] },
  ))),
  row("every look", {
    styles: [
      {
        area: area("A1"),
        style: { bold: true, italic: true, underline: true, size: 14, color: "C00000", fill: "DDEBF7" },
      },
      { area: area("B1"), style: { align: "center", vertical: "middle", wrap: true, border: "thin" } },
      { area: area("C1"), style: { align: "left", vertical: "top", indent: 2, locked: false } },
      { area: area("D1"), style: { format: "0.0%", align: "right" } },
      { area: area("E1:G3"), style: { border: "thin", fill: "FFF2CC" } },
    ],
  }),
  row("looks over looks: the later stays, the rest is kept", {
    styles: [
      { area: area("A1:D9"), style: { bold: true, fill: "FFFFFF", align: "left", indent: 1, border: "thin" } },
      { area: area("B2:C3"), style: { bold: false, fill: "FF0000", indent: 0 } },
      { area: area("A1:A9"), style: { border: "none", italic: true } },
      { area: area("C1:C9"), style: { locked: false, format: "0.00", align: "right" } },
    ],
    blocks: [block("A1", writes(1, 2, 3))],
  }, book(sheet([[styled("x", { underline: true, size: 20, indent: 3, align: "left" })]]))),
  row(
    "merges, over older ones", { merges: [area("A1:B2"), area("D4:E4")] },
    book(sheet([line("x")], { merges: [area("B2:C3"), area("D4:E5")] })),
  ),
  {
    name: "every kind of check",
    workbook: book(sheet([]), list),
    patch: {
      expect: [],
      sheets: [{
        sheet: "Một",
        validations: checks.map((rule, i) => ({ area: { row: i, column: 1, rows: 1, columns: 1 + (i % 2) }, rule })),
      }],
    },
  },
  row("checks over checks, cut where they meet", {
    validations: [{ area: area("B2:C3"), rule: checks[4]! }, { area: area("C3"), rule: checks[5]! }],
  }, book(sheet([], { validations: [{ area: area("A1:D9"), rule: checks[2]! }] }))),
  row("a check with words cut to what programs hold", {
    validations: [{
      area: area("A1"),
      rule: {
        ...checks[3]!, prompt: { title: "t".repeat(32), text: "x".repeat(255) },
        error: { title: "e".repeat(32), text: "y".repeat(255) },
      } as Validation,
    }],
  }),
  row("formats by condition, the first before the others", {
    conditionals: [
      { area: area("A1:C9"), formula: `AND($A1>5,${mark})`, style: { fill: "F8CBAD", bold: true, color: "9C0006" } },
      { area: area("A1:A9"), formula: `AND(LEN($A1)=0,${mark})`, style: { fill: "FFEB9C", italic: true, underline: true } },
      { area: area("B4"), formula: `AND(B4<>"",$C4=2,${mark})`, style: { color: "0B5A0B" } },
    ],
  }, book(sheet([line(6)], { conditionals: ["A1=1", "A1=2", `AND(A1=3,${mark})`, "A1=4"].map(bolder) }))),
  row("formats by condition where none of ours stood, below those of people", {
    clear: [area("A1:C3")], conditionals: [bolder(`AND(A1=2,${mark})`)],
  }, book(sheet([line(6)], { conditionals: [bolder("A1=1")] }))),
  row("formats by condition of ours taken off, those of people and heat colours left", { conditionals: [] }, book(sheet([line(6)], {
    conditionals: [bolder("A1=1"), bolder(`AND(A1=2,${mark})`)],
    scales: [{ area: area("A1:A9"), low: "FFFFFF", high: "2F75B5" }, { area: area("B1:B9"), ...ownHeat }],
  }))),
  row("heat colours of ours replaced, those of people and formats by condition left", { scales: [
    { area: area("B1:B9"), ...ownHeat }, { area: area("C1:C9"), ...ownHeat },
  ] }, book(sheet([line(6)], {
    conditionals: [bolder("A1=1"), bolder(`AND(A1=2,${mark})`)],
    scales: [
      { area: area("A1:A9"), low: "FFFFFF", high: "2F75B5" }, { area: area("A1:B3"), ...ownHeat },
      { area: area("D1:D9"), low: "FFFFFF", high: "70AD47" },
    ],
  }))),
  row("an emptied area with formats by condition of people, whole and in part", { clear: [area("A1:B2")] }, book(sheet([
    [styled(6, { bold: true, fill: "FF0000", border: "thin", format: "0.00" }), styled("x", { locked: false, italic: true })],
  ], {
    conditionals: [bolder("A1=1"), { ...bolder("A2=1"), area: area("A2:A9") }],
    scales: [{ area: area("A1:A9"), low: "FFFFFF", high: "2F75B5" }],
  }))),
  row("columns and rows: sizes, hidden, shown again", {
    columns: [
      { column: 0, width: 8.5 }, { column: 1, width: 36, hidden: true }, { column: 2, width: 36, hidden: true },
      { column: 4, width: 12, hidden: false }, { column: 6, hidden: true },
    ],
    rows: [
      { row: 0, height: 30 }, { row: 1, height: 15.75, hidden: true }, { row: 3, height: 49, hidden: false },
      { row: 5, hidden: true },
    ],
  }, book(sheet(
    [line(1)],
    {
      columns: [undefined, undefined, undefined, undefined, { width: 5, hidden: true }],
      rows: [undefined, undefined, undefined, { height: 20, hidden: true }],
    },
  ))),
  row("rows and columns that stand still", { freeze: { rows: 2, columns: 1 } }),
  row(
    "rows alone that stand still, over others", { freeze: { rows: 1, columns: 0 } },
    book(sheet([line(1)], { freeze: { rows: 3, columns: 2 } })),
  ),
  row(
    "nothing stands still any more", { freeze: { rows: 0, columns: 0 } },
    book(sheet([line(1)], { freeze: { rows: 3, columns: 2 } })),
  ),
  row(
    "a filter, over another", { filter: area("A1:C4") },
    book(sheet([line("a", "b", "c"), line(1, 2, 3)], { filter: area("A1:B2") })),
  ),
  row(
    "the printed page",
    { print: {
      orientation: "landscape", fitWidth: true, repeat: [0, 1], footer: "&LPhiếu &A&CTrang &P/&N&RĐảo",
      area: area("A1:D9"),
    } },
  ),
  row("a printed page of several columns' breadth", {
    print: {
      orientation: "landscape", fitWidth: false, scale: 65, repeat: [1, 2], repeatColumns: [0, 1], breaks: [16, 32],
      footer: "&P/&N",
    },
  }),
  row("the printed page, upright and without more", { print: { orientation: "portrait", fitWidth: false } }),
  row("the tab's colour", { tab: "70AD47" }),
  row("protection goes on, and cells stay open", { protection, styles: [{ area: area("B1:B2"), style: open }] }),
  row("protection comes off", { protection: null }, book(form)),
  row("protection changes", { protection: { ...protection, sort: true, filter: false } }, book(form)),
  row("contents of open cells of a protected sheet", { blocks: [block("B1", writes(5), writes("01/02"))] }, book(form)),
  row(
    "contents and looks of closed cells of a protected sheet",
    { blocks: [block("A1", writes("Mới"))], styles: [{ area: area("A1"), style: { bold: true } }] }, book(form),
  ),
  row(
    "contents of closed cells of a protected sheet",
    { blocks: [block("A1", [{ v: "Mới" }, null, { f: "B1*3", v: 3 }])] }, book(form),
  ),
];

const two = book(sheet([
  line("x", 2, { error: "#REF!" }, "#N/A"), [{ v: 4, f: "B1*2" }, { v: null, s: { bold: true } }],
]));
const expecting = (values: readonly (readonly CellValue[])[], name = "Một", from = "A1"): Expect => ({
  sheet: name, row: area(from).row, column: area(from).column, values,
});

export const expectRows: readonly ExpectRow[] = [
  { name: "nothing", workbook: two, expects: [], stale: [] },
  {
    name: "the same values, formulas' too, sheets in any case", workbook: two,
    expects: [expecting([["x", 2, { error: "#REF!" }, "#N/A"], [4]], "MỘT")], stale: [],
  },
  {
    name: "empty text for a blank, and blanks beyond what is used", workbook: two,
    expects: [expecting([["", null], [null, ""]], "Một", "B2"), expecting([[null]], "Một", "ZZ5000")], stale: [],
  },
  { name: "another number", workbook: two, expects: [expecting([["x"]]), expecting([[3]], "Một", "B1")], stale: [1] },
  { name: "text for a number", workbook: two, expects: [expecting([["2"]], "Một", "B1")], stale: [0] },
  { name: "a value where there is none", workbook: two, expects: [expecting([["x"]], "Một", "F9")], stale: [0] },
  { name: "another error", workbook: two, expects: [expecting([[{ error: "#N/A" }]], "Một", "C1")], stale: [0] },
  {
    name: "an error for the text that reads like it", workbook: two,
    expects: [expecting([[{ error: "#N/A" }]], "Một", "D1")], stale: [0],
  },
  {
    name: "a sheet that is not there", workbook: two, expects: [expecting([[null]], "Không có"), expecting([["x"]])],
    stale: [0],
  },
  {
    name: "several that differ", workbook: two,
    expects: [expecting([["y"]]), expecting([["x", 2]]), expecting([[5]], "Một", "A2")], stale: [0, 2],
  },
];
