import { emptySheet } from "../core/sheet/apply";
import type { Sheet, Validation, Workbook } from "../core/sheet/workbook";
import { ironCalculate } from "./double/iron-calc";
import { bootExcel, type Booted } from "./double/office/boot";
import { SheetEngine } from "./double/sheet-engine";

const at = (row: number, column: number, rows: number, columns: number) => ({ row, column, rows, columns });

const start = (sheet: Partial<Sheet> = {}): Booted & { engine: SheetEngine } => {
  const book: Workbook = { sheets: [{ ...emptySheet("Phiếu"), ...sheet }], active: "Phiếu", properties: {} };
  const engine = new SheetEngine(book, ironCalculate);
  return { engine, ...bootExcel(engine, { decimal: "," }) };
};

/** The sheet after a batch. */
async function sheetAfter(work: (sheet: Excel.Worksheet) => void, sheet: Partial<Sheet> = {}): Promise<Sheet> {
  const { Excel, engine } = start(sheet);
  await Excel.run(async (context) => {
    work(context.workbook.worksheets.getItem("Phiếu"));
    await context.sync();
  });
  return engine.workbook().sheets[0]!;
}

/** What a loaded object holds. */
async function loaded<T extends { load(names: string): T; toJSON(): unknown }>(
  names: string, of: (sheet: Excel.Worksheet) => T, sheet: Partial<Sheet> = {},
): Promise<unknown> {
  const { Excel } = start(sheet);
  return Excel.run(async (context) => {
    const object = of(context.workbook.worksheets.getItem("Phiếu")).load(names);
    await context.sync();
    return object.toJSON();
  });
}

test("looks of cells", async () => {
  const { cells } = await sheetAfter((sheet) => {
    const range = sheet.getRange("A1:A2");
    range.numberFormat = [["@"], ["0.00"]];
    const { format } = range;
    format.fill.color = "#eef2f7";
    format.font.bold = true;
    format.font.italic = true;
    format.font.underline = "Single";
    format.font.size = 14;
    format.font.color = "red";
    format.font.name = "Times New Roman";
    format.wrapText = true;
    format.horizontalAlignment = "Center";
    format.verticalAlignment = "Center";
    format.indentLevel = 2;
    format.protection.locked = false;
    sheet.getRange("A2").format.fill.clear();
    sheet.getRange("A2").format.horizontalAlignment = "General";
    sheet.getRange("A2").format.font.bold = false;
  });
  const both = { italic: true, underline: true, size: 14, color: "FF0000", wrap: true, vertical: "middle", indent: 2, locked: false };
  expect(cells).toEqual([
    [{ v: null, s: { ...both, bold: true, fill: "EEF2F7", align: "center", format: "@" } }],
    [{ v: null, s: { ...both, format: "0.00" } }],
  ]);
});

const boxed = { v: null, s: { border: "thin" } };
test("a border is thin where all four edges are, and taken off at both sides of an edge", async () => {
  const all = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight", "InsideHorizontal", "InsideVertical"] as const;
  const draw = (sheet: Excel.Worksheet): void => {
    for (const side of all) sheet.getRange("B2:C3").format.borders.getItem(side).style = "Continuous";
  };
  expect((await sheetAfter(draw)).cells.slice(1)).toEqual([[undefined, boxed, boxed], [undefined, boxed, boxed]]);
  const after = await sheetAfter((sheet) => {
    draw(sheet);
    sheet.getRange("B3").format.borders.getItem("EdgeTop").style = "None";
  });
  expect(after.cells.map((line) => line?.map((cell) => cell?.s?.border))).toEqual([[], [undefined, undefined, "thin"], [undefined, undefined, "thin"]]);
});

test("sizes, hidden rows and columns, freezing, filter, tab", async () => {
  const { columns, rows, freeze, filter, tab, merges } = await sheetAfter((sheet) => {
    sheet.getRange("B:C").format.columnWidth = 63;
    sheet.getRange("C:C").columnHidden = true;
    sheet.getRange("2:3").format.rowHeight = 30;
    sheet.getRange("3:3").rowHidden = true;
    sheet.getRange("4:4").rowHidden = true;
    sheet.getRange("4:4").rowHidden = false;
    sheet.freezePanes.freezeAt("A1:B3");
    sheet.autoFilter.apply("A3:D9");
    sheet.tabColor = "#0F548C";
    sheet.getRange("A1:C1").merge();
    sheet.getRange("A5:B6").merge(true);
    sheet.getRange("A6:B6").unmerge();
  });
  expect(columns).toEqual([undefined, { width: 12 }, { width: 12, hidden: true }]);
  expect(rows).toEqual([undefined, { height: 30 }, { height: 30, hidden: true }, {}]);
  expect({ freeze, filter, tab }).toEqual({ freeze: { rows: 3, columns: 2 }, filter: at(2, 0, 7, 4), tab: "0F548C" });
  expect(merges).toEqual([at(0, 0, 1, 3), at(4, 0, 1, 2)]);
});

test("a merge keeps only the first cell's contents, and clearing takes everything off", async () => {
  const merged = await sheetAfter((sheet) => {
    sheet.getRange("A1:B2").values = [[1, 2], [3, 4]];
    sheet.getRange("A1:B2").merge();
  });
  expect(merged.cells.flatMap((line) => line ?? []).filter((cell) => cell !== undefined)).toEqual([{ v: 1 }]);
  const bare = await sheetAfter((sheet) => {
    const range = sheet.getRange("A1:B2");
    range.values = [[1, 2], [3, 4]];
    range.format.fill.color = "#112233";
    range.dataValidation.rule = { list: { inCellDropDown: true, source: "a,b" } };
    range.conditionalFormats.add("Custom").custom.rule.formula = "=A1>1";
    range.merge();
    range.clear();
  });
  expect({ ...bare, cells: bare.cells.flatMap((line) => line ?? []).filter((cell) => cell !== undefined) }).toEqual(emptySheet("Phiếu"));
});

test("print settings", async () => {
  const { print } = await sheetAfter(({ pageLayout }) => {
    pageLayout.orientation = "Landscape";
    pageLayout.paperSize = "A4";
    pageLayout.zoom = { horizontalFitToPages: 1 };
    pageLayout.setPrintArea("A1:D9");
    pageLayout.setPrintTitleRows("$1:$2");
    pageLayout.headersFooters.defaultForAllPages.centerFooter = "Trang &P/&N";
  });
  expect(print).toEqual({ orientation: "landscape", fitWidth: true, area: at(0, 0, 9, 4), repeat: [0, 1], footer: "Trang &P/&N" });
  const sides = await sheetAfter(({ pageLayout: { headersFooters: { defaultForAllPages: foot } } }) => {
    foot.rightFooter = "&D";
    foot.leftFooter = "trái";
  }, { print: { orientation: "portrait", fitWidth: false, footer: "giữa" } });
  expect(sides.print?.footer).toBe("&Ltrái&Cgiữa&R&D");
});

test("print settings over several pages, and back", async () => {
  const { print } = await sheetAfter(({ pageLayout, verticalPageBreaks }) => {
    pageLayout.zoom = { scale: 65 };
    pageLayout.setPrintTitleColumns("$A:$B");
    for (const column of ["AC", "F", "F"]) verticalPageBreaks.add(`${column}1`);
  });
  expect(print).toEqual({ orientation: "portrait", fitWidth: false, scale: 65, repeatColumns: [0, 1], breaks: [5, 28] });
  const given = { print: print! };
  const again = await sheetAfter(({ pageLayout, verticalPageBreaks }) => {
    pageLayout.zoom = { horizontalFitToPages: 1 };
    verticalPageBreaks.getItem(0).delete();
  }, given);
  expect(again.print).toEqual({ orientation: "portrait", fitWidth: true, repeatColumns: [0, 1], breaks: [28] });
  const bare = await sheetAfter(({ verticalPageBreaks }) => verticalPageBreaks.removePageBreaks(), given);
  expect(bare.print).toEqual({ orientation: "portrait", fitWidth: false, scale: 65, repeatColumns: [0, 1] });
  const { Excel } = start({ print: { ...given.print, repeat: [0, 1], area: at(0, 0, 9, 4) } });
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Phiếu");
    const layout = sheet.pageLayout;
    layout.load("zoom");
    const parts = [layout.getPrintAreaOrNullObject(), layout.getPrintTitleRowsOrNullObject(), layout.getPrintTitleColumnsOrNullObject()];
    for (const part of parts) part.load("address");
    const breaks = sheet.verticalPageBreaks.load("items/columnIndex");
    await context.sync();
    expect(layout.zoom).toEqual({ scale: 65 });
    expect(parts.map(({ address }) => address)).toEqual(["Phiếu!A1:D9", "Phiếu!1:2", "Phiếu!A:B"]);
    expect(breaks.items.map(({ columnIndex }) => columnIndex)).toEqual([5, 28]);
  });
});

const words = { prompt: { title: "Nhập", text: "Từ 0 đến 5" }, error: { title: "Sai", text: "Xin nhập lại" } };
const rules: readonly (readonly [name: string, rule: Excel.DataValidationRule, validation: object])[] = [
  ["list", { list: { inCellDropDown: true, source: "Có, Không" } }, { kind: "list", options: ["Có", "Không"] }],
  ["range", { list: { inCellDropDown: true, source: "='Tờ ''1'''!$B$2:$B$9" } }, { kind: "range", sheet: "Tờ '1'", area: at(1, 1, 8, 1) }],
  ["own range", { list: { inCellDropDown: true, source: "=$B$2:$B$9" } }, { kind: "range", sheet: "Phiếu", area: at(1, 1, 8, 1) }],
  ["whole", { wholeNumber: { formula1: 0, formula2: 5, operator: "Between" } }, { kind: "whole", min: 0, max: 5 }],
  ["number", { decimal: { formula1: -1.5, formula2: 5, operator: "Between" } }, { kind: "number", min: -1.5, max: 5 }],
  ["length", { textLength: { formula1: 300, operator: "LessThanOrEqualTo" } }, { kind: "length", max: 300 }],
];

test.each(rules)("a check: %s", async (_name, rule, expected) => {
  const { validations } = await sheetAfter((sheet) => {
    const { dataValidation } = sheet.getRange("C2:C9");
    dataValidation.rule = rule;
    dataValidation.prompt = { showPrompt: true, title: words.prompt.title, message: words.prompt.text };
    dataValidation.errorAlert = { showAlert: true, style: "Stop", title: words.error.title, message: words.error.text };
    dataValidation.ignoreBlanks = false;
  });
  expect(validations).toEqual([{ area: at(1, 2, 8, 1), rule: { ...expected, ...words, allowBlank: false } }]);
  const read = (await loaded("rule,prompt,errorAlert,ignoreBlanks", (sheet) => sheet.getRange("C3").dataValidation, { validations })) as {
    rule: Excel.DataValidationRule;
  };
  expect(read).toMatchObject({ prompt: { title: "Nhập", message: "Từ 0 đến 5" }, errorAlert: { title: "Sai" }, ignoreBlanks: false });
  const again = await sheetAfter((sheet) => void (sheet.getRange("C2:C9").dataValidation.rule = read.rule));
  expect(again.validations[0]!.rule).toMatchObject(expected);
});

const refused: readonly (readonly [name: string, work: (check: Excel.DataValidation) => void])[] = [
  ["a list of 256 characters", (c) => void (c.rule = { list: { inCellDropDown: true, source: "x".repeat(256) } })],
  ["an empty list", (c) => void (c.rule = { list: { inCellDropDown: true, source: "" } })],
  ["a minimum above the maximum", (c) => void (c.rule = { decimal: { formula1: 5, formula2: 0, operator: "Between" } })],
  ["two rules at once", (c) => void (c.rule = { list: { inCellDropDown: true, source: "a" }, custom: { formula: "=1" } })],
  ["a title of 33 characters", (c) => void (c.prompt = { showPrompt: true, title: "x".repeat(33), message: "" })],
  ["a prompt of 256 characters", (c) => void (c.prompt = { showPrompt: true, title: "", message: "x".repeat(256) })],
  ["a rule after a prompt without one", (c) => {
    c.prompt = { showPrompt: true, title: "", message: "trước" };
    c.rule = { list: { inCellDropDown: true, source: "a" } };
  }],
];

test.each(refused)("refused as a check: %s", async (_name, work) => {
  await expect(sheetAfter((sheet) => work(sheet.getRange("A1").dataValidation))).rejects.toMatchObject({ code: "InvalidArgument" });
});

test("cells are told that pass their check", async () => {
  const rule: Validation = { kind: "number", min: 0, max: 10, allowBlank: true, ...words };
  const sheet = { cells: [[{ v: 5 }], [{ v: 50 }], [{ v: "5" }], [{ v: null }]], validations: [{ area: at(0, 0, 4, 1), rule }] };
  const { Excel } = start(sheet);
  await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem("Phiếu").getRange("A1:A4");
    const cells = [0, 1, 2, 3].map((row) => range.getCell(row, 0).dataValidation.load("valid"));
    const all = range.dataValidation.load("valid,type");
    const wrong = range.dataValidation.getInvalidCellsOrNullObject().load("address");
    await context.sync();
    expect(cells.map(({ valid }) => valid)).toEqual([true, false, false, true]);
    expect([all.valid, all.type, wrong.address]).toEqual([null, "Decimal", "Phiếu!A2,Phiếu!A3"]);
  });
});

test("conditional formats: the last added comes first", async () => {
  const { conditionals, scales } = await sheetAfter((sheet) => {
    const all = sheet.getRange("A1:B9").conditionalFormats;
    const first = all.add("Custom").custom;
    first.rule.formula = "=A1>1";
    first.format.fill.color = "#112233";
    first.format.font.color = "#445566";
    first.format.font.bold = true;
    const second = all.add("Custom").custom;
    second.rule.formula = '=LEN($A1)>0';
    for (const side of ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight"] as const) second.format.borders.getItem(side).style = "Continuous";
    all.add("ColorScale").colorScale.criteria = {
      minimum: { type: "LowestValue", color: "#FFFFFF" }, maximum: { type: "HighestValue", color: "#63BE7B" },
    };
  });
  const area = at(0, 0, 9, 2);
  expect(conditionals).toEqual([
    { area, formula: "LEN($A1)>0", style: { border: "thin" } },
    { area, formula: "A1>1", style: { fill: "112233", color: "445566", bold: true } },
  ]);
  expect(scales).toEqual([{ area, low: "FFFFFF", high: "63BE7B" }]);
});

test("conditional formats are listed, deleted one by one, and cut where a part is cleared", async () => {
  const { Excel, engine } = start({
    conditionals: [
      { area: at(0, 0, 9, 1), formula: "A1=1", style: { bold: true } },
      { area: at(0, 0, 9, 1), formula: "A1=2", style: { bold: true } },
    ],
    scales: [{ area: at(0, 1, 9, 1), low: "FFFFFF", high: "63BE7B" }],
  });
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Phiếu");
    const all = sheet.getRange().conditionalFormats.load("items/id,items/type,items/priority");
    await context.sync();
    expect(all.items.map(({ type, priority }) => [type, priority])).toEqual([["Custom", 0], ["Custom", 1], ["ColorScale", 2]]);
    all.getItem(all.items[0]!.id).delete();
    sheet.getRange("A1:B3").conditionalFormats.clearAll();
    await context.sync();
  });
  const { conditionals, scales } = engine.workbook().sheets[0]!;
  expect(conditionals).toEqual([{ area: at(3, 0, 6, 1), formula: "A1=2", style: { bold: true } }]);
  expect(scales).toEqual([{ area: at(3, 1, 6, 1), low: "FFFFFF", high: "63BE7B" }]);
});

test("the used range begins where something stands; looks count unless only values are asked for", async () => {
  const { Excel } = start({ cells: [[], [undefined, { v: null, s: { bold: true } }], [undefined, undefined, { v: 1 }]] });
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("Phiếu");
    const all = sheet.getUsedRangeOrNullObject().load("address");
    const held = sheet.getUsedRangeOrNullObject(true).load("address");
    const other = context.workbook.worksheets.add("Trống");
    const none = other.getUsedRangeOrNullObject().load("address");
    const first = other.getUsedRange().load("address");
    await context.sync();
    expect([all.address, held.address, none.isNullObject, first.address]).toEqual(["Phiếu!B2:C3", "Phiếu!C3", true, "Trống!A1"]);
  });
});

test("reading back: looks that differ are null, whole columns have no values, numbers show as this computer writes them", async () => {
  const cells = [[{ v: 1.5, s: { bold: true } }, { v: 0.25, s: { format: "0%" } }, { v: true }, { v: { error: "#N/A" } }, { v: "", f: 'IF(TRUE,"")' }]];
  expect(await loaded("text,values,valueTypes,format/font/bold,format/fill/color", (sheet) => sheet.getRange("A1:F1"), { cells })).toEqual({
    text: [["1,5", "25%", "TRUE", "#N/A", "", ""]],
    values: [[1.5, 0.25, true, "#N/A", "", ""]],
    valueTypes: [["Double", "Double", "Boolean", "Error", "String", "Empty"]],
    format: expect.objectContaining({ font: { bold: null }, fill: { color: "#FFFFFF" } }) as object,
  });
  expect(await loaded("values,address,isEntireColumn", (sheet) => sheet.getRange("A:B"), { cells })).toEqual({
    values: null, address: "Phiếu!A:B", isEntireColumn: true,
  });
});

test("text that looks like something else becomes it, except in text cells and behind an apostrophe", async () => {
  const { cells } = await sheetAfter((sheet) => {
    sheet.getRange("B1").numberFormat = [["@"]];
    sheet.getRange("A1:E1").values = [["1.10", "1.10", "'1.10", "1/2", "=A1+1"]];
  });
  expect(cells).toEqual([[
    { v: 1.1 }, { v: "1.10", s: { format: "@" } }, { v: "1.10" }, { v: 46024, s: { format: "d-mmm" } }, { v: 2.1, f: "A1+1" },
  ]]);
});

test("formulas in text cells stay text, null leaves a cell, an empty text empties it", async () => {
  const { cells } = await sheetAfter((sheet) => {
    sheet.getRange("A1").numberFormat = [["@"]];
    sheet.getRange("A1:C1").formulas = [["=1+1", null as unknown as string, ""]];
  }, { cells: [[undefined, { v: "còn" }, { v: "mất" }]] });
  expect(cells).toEqual([[{ v: "=1+1", s: { format: "@" } }, { v: "còn" }, undefined]]);
});

test("more than 1,500 cells go in rows, in one request", async () => {
  const { Excel, engine, trips, double } = start();
  const values = Array.from({ length: 400 }, (_, row) => Array.from({ length: 10 }, (_, column) => row * 10 + column));
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Phiếu").getRange("A1:J400").values = values;
    await context.sync();
  });
  expect(engine.workbook().sheets[0]!.cells.map((line) => line!.map((cell) => cell!.v))).toEqual(values);
  expect([trips.requests, double.references]).toEqual([1, 0]);
});

test("a plain write may be undone, a formula or a look clears what could be", async () => {
  const { Excel, trips } = start();
  const write = (work: (range: Excel.Range) => void) => Excel.run(async (context) => {
    work(context.workbook.worksheets.getItem("Phiếu").getRange("A1"));
    await context.sync();
  });
  await write((range) => void (range.values = [[1]]));
  const plain = trips.undoCleared;
  await write((range) => void (range.formulas = [["=1"]]));
  expect([plain, trips.undoCleared]).toEqual([0, 1]);
});

describe("what lies on cells goes along with them", () => {
  type Work = (sheet: Excel.Worksheet, workbook: Excel.Workbook) => void;
  const add: Work = (sheet, { comments }) => {
    comments.add("Phiếu!A1", "Hỏi lại");
    comments.getItemByCell("Phiếu!A1").replies.add("Đã hỏi");
    sheet.comments.add("B2", "Xem lại");
    const chart = sheet.charts.add("Line", sheet.getRange("A1:A3"));
    chart.name = "Ở phiếu";
    chart.setPosition("C1", "F9");
    const other = sheet.context.workbook.worksheets.add("Khác");
    other.charts.add("Pie", sheet.getRange("A1:B3")).name = "Ở trang khác";
  };
  /** Comments by cell, notes, and what each chart reads, after some work. */
  async function left(work: Work): Promise<string[]> {
    const { Excel, engine } = start();
    engine.sheets[0]!.attached.remark({ kind: "note", row: 1, column: 2, text: "Ghi chú", author: "" });
    await Excel.run(async (context) => {
      const { workbook } = context;
      add(workbook.worksheets.getItem("Phiếu"), workbook);
      work(workbook.worksheets.getItem("Phiếu"), workbook);
      await context.sync();
    });
    const { Excel: later } = bootExcel(engine, { set: "1.15" });
    return later.run(async (context) => {
      const { comments, worksheets } = context.workbook;
      comments.load("content");
      worksheets.load("name");
      await context.sync();
      const cells = comments.items.map((comment) => comment.getLocation().load("address"));
      for (const { replies } of comments.items) replies.load("content");
      const all = worksheets.items.map(({ charts }) => charts.load("name"));
      await context.sync();
      const charts = all.flatMap(({ items }) => items.map((chart) => ({
        name: chart.name, source: chart.series.getItemAt(0).getDimensionDataSourceString("Values"),
      })));
      await context.sync();
      return [
        ...comments.items.map(({ content, replies }, k) => [cells[k]!.address, content, ...replies.items.map((each) => each.content)].join(" ")),
        ...engine.sheets.flatMap(({ attached }) => attached.remarks.flatMap(({ kind, text }) => (kind === "note" ? [text] : []))),
        ...charts.map(({ name, source }) => `${name} ${source.value}`),
      ];
    });
  }
  const [a1, b2, note] = ["Phiếu!A1 Hỏi lại Đã hỏi", "Phiếu!B2 Xem lại", "Ghi chú"];
  const charts = ["Ở phiếu 'Phiếu'!$A$1:$A$3", "Ở trang khác 'Phiếu'!$A$1:$A$3"];
  const rows: readonly (readonly [what: string, work: Work, left: readonly string[]])[] = [
    ["nothing", () => {}, [a1, b2, note, ...charts]],
    ["contents, formats and links cleared", (s) => {
      for (const what of ["Contents", "Formats", "Hyperlinks"] as const) s.getRange("A1:C3").clear(what);
    }, [a1, b2, note, ...charts]],
    ["everything cleared", (s) => s.getRange("A1:B3").clear("All"), [note, ...charts]],
    ["everything cleared, unsaid", (s) => s.getRange("B2:C2").clear(), [a1, ...charts]],
    ["cells merged", (s) => s.getRange("A1:C2").merge(), [a1, ...charts]],
    ["a comment deleted", (_s, { comments }) => comments.getItemByCell("Phiếu!A1").delete(), [b2, note, ...charts]],
    ["a chart deleted", (s) => s.charts.getItem("Ở phiếu").delete(), [a1, b2, note, charts[1]!]],
    ["the sheet deleted", (s) => s.delete(), ["Ở trang khác #REF!"]],
    ["the sheet named anew", (s) => void (s.name = "Mới"), [
      "Mới!A1 Hỏi lại Đã hỏi", "Mới!B2 Xem lại", note, "Ở phiếu Mới!$A$1:$A$3", "Ở trang khác Mới!$A$1:$A$3",
    ]],
    ["values written over", (s) => void (s.getRange("A1:C3").values = [[1, 2, 3], [4, 5, 6], [7, 8, 9]]), [a1, b2, note, ...charts]],
  ];
  test.each(rows)("%s", async (_what, work, expected) => expect(await left(work)).toEqual(expected));
});
