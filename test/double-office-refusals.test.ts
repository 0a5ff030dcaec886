import { emptySheet } from "../core/sheet/apply";
import type { Cell, Sheet, Workbook } from "../core/sheet/workbook";
import { ironCalculate } from "./double/iron-calc";
import { bootExcel, type Booted, type BootOptions } from "./double/office/boot";
import { SheetEngine } from "./double/sheet-engine";

const open: Cell = { v: "mở", s: { locked: false } };
const guarded: Sheet = {
  ...emptySheet("Khóa"),
  cells: [[open, { v: "khóa" }]],
  protection: { formatColumns: true, formatRows: false, filter: false, sort: false },
};
const book: Workbook = { sheets: [emptySheet("Phiếu"), guarded], active: "Phiếu", properties: {} };

const start = (options: BootOptions = {}): Booted & { engine: SheetEngine } => {
  const engine = new SheetEngine(book, ironCalculate);
  return { engine, ...bootExcel(engine, options) };
};

/** The code with which a batch fails, or null. */
async function codeOf({ Excel }: Pick<Booted, "Excel">, batch: (context: Excel.RequestContext) => void | Promise<void>): Promise<string | null> {
  try {
    await Excel.run(async (context) => {
      await batch(context);
      await context.sync();
    });
    return null;
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    if (code === undefined) throw new Error(message);
    return code;
  }
}

type Ask = (sheet: Excel.Worksheet, context: Excel.RequestContext) => void;
const rows: readonly (readonly [name: string, ask: Ask, code: string | null])[] = [
  ["values of the right shape", (s) => void (s.getRange("A1:B1").values = [[1, 2]]), null],
  ["one value for all cells", (s) => void (s.getRange("A1:B9").values = 1 as unknown as number[][]), null],
  ["null for all cells", (s) => void (s.getRange("A1:B9").values = null as unknown as number[][]), "InvalidArgument"],
  ["an empty number format", (s) => void (s.getRange("A1").numberFormat = "" as unknown as string[][]), null],
  ["a number format whose quotes do not close", (s) => void (s.getRange("A1").numberFormat = [['0"đ']]), "InvalidArgument"],
  ["protection off where there is none", (s) => s.protection.unprotect(), "AccessDenied"],
  ["too few rows", (s) => void (s.getRange("A1:A2").values = [[1]]), "InvalidArgument"],
  ["too few columns", (s) => void (s.getRange("A1:B1").values = [[1]]), "InvalidArgument"],
  ["rows of different length", (s) => void (s.getRange("A1:B2").values = [[1, 2], [3]]), "InvalidArgument"],
  ["too few of many rows", (s) => void (s.getRange("A1:J301").values = Array.from({ length: 300 }, () => Array<number>(10).fill(1))), "InvalidArgument"],
  ["an object as a value", (s) => void (s.getRange("A1").values = [[{ a: 1 }]]), "InvalidArgument"],
  ["values of a whole column", (s) => void (s.getRange("A:A").values = 1 as unknown as number[][]), "InvalidArgument"],
  ["a row that is no row", (s) => void s.getRange("A0").load("address"), "InvalidArgument"],
  ["an address in words", (s) => void s.getRange("không phải địa chỉ").load("address"), "InvalidArgument"],
  ["a column beyond the last", (s) => void s.getRange("XFE1").load("address"), "InvalidArgument"],
  ["a row beyond the last", (s) => void s.getRangeByIndexes(1048576, 0, 1, 1).load("address"), "InvalidArgument"],
  ["a range of no rows", (s) => void s.getRangeByIndexes(0, 0, 0, 1).load("address"), "InvalidArgument"],
  ["an offset off the sheet", (s) => void s.getRange("A1").getOffsetRange(-1, 0).load("address"), "InvalidArgument"],
  ["a sheet that is not there", (_s, c) => void c.workbook.worksheets.getItem("Không có").load("name"), "ItemNotFound"],
  ["writing to what is not there", (_s, c) => void (c.workbook.worksheets.getItemOrNullObject("Không có").getRange("A1").values = [[1]]), "InvalidObjectPath"],
  ["text beyond 32,767 characters", (s) => void (s.getRange("A1").values = [["x".repeat(32768)]]), "InvalidArgument"],
  ["a formula beyond 8,192 characters", (s) => void (s.getRange("A1").formulas = [[`=1${"+1".repeat(4096)}`]]), "FormulaLengthExceedsLimit"],
  ["a formula with an open bracket", (s) => void (s.getRange("A1").formulas = [["=SUM(1"]]), "InvalidArgument"],
  ["a formula that breaks off", (s) => void (s.getRange("A1").formulas = [["=1+"]]), "InvalidArgument"],
  ["a formula with semicolons", (s) => void (s.getRange("A1").formulas = [["=SUM(1;2)"]]), "InvalidArgument"],
  ["brackets inside of text", (s) => void (s.getRange("A1").formulas = [['="("&")("']]), null],
  ["a colour in words", (s) => void (s.getRange("A1").format.fill.color = "không phải màu"), "InvalidArgument"],
  ["an alignment that is none", (s) => void (s.getRange("A1").format.horizontalAlignment = "Middle" as "Left"), "InvalidArgument"],
  ["an alignment we cannot keep", (s) => void (s.getRange("A1").format.horizontalAlignment = "Justify"), "NotImplemented"],
  ["a border that is none", (s) => void (s.getRange("A1").format.borders.getItem("Top" as "EdgeTop").style = "Continuous"), "InvalidArgument"],
  ["a border we cannot keep", (s) => void (s.getRange("A1").format.borders.getItem("EdgeTop").style = "Double"), "NotImplemented"],
  ["bold in words", (s) => void (s.getRange("A1").format.font.bold = "yes" as unknown as boolean), "InvalidArgument"],
  ["a row higher than 409.5 points", (s) => void (s.getRange("A1").format.rowHeight = 410), "InvalidArgument"],
  ["a property the double lacks", (s) => void s.getRange("A1").load("linkedDataTypeState"), "NotImplemented"],
  ["a property that Excel lacks", (s) => void s.getRange("A1").load("khôngCó"), "NotImplemented"],
  ["a method the double lacks", (s) => void s.getRange("A1").removeDuplicates([0], true), "NotImplemented"],
  ["an object the double lacks", (s) => void s.shapes.load("items/name"), "NotImplemented"],
  ["a comment on two cells", (s) => void s.comments.add("A1:A2", "Hỏi lại"), "InvalidArgument"],
  ["a comment without a sheet", (_s, c) => void c.workbook.comments.add("A1", "Hỏi lại"), "InvalidArgument"],
  ["a second comment on a cell", (s) => void ["Một", "Hai"].forEach((text) => s.comments.add("A1", text)), "InvalidArgument"],
  ["a comment that is not there", (s) => void s.comments.getItemByCell("A1").load("content"), "ItemNotFound"],
  ["a chart that is not there", (s) => void s.charts.getItem("Biểu đồ 1").load("name"), "ItemNotFound"],
  ["a chart of a kind that is none", (s) => void s.charts.add("Khác" as "Line", s.getRange("A1:A3")), "InvalidArgument"],
  ["where a chart lies in points", (s) => void s.charts.add("Line", s.getRange("A1:A3")).load("top"), "NotImplemented"],
  ["a sheet name taken but for case", (_s, c) => void c.workbook.worksheets.add("PHIẾU"), "ItemAlreadyExists"],
  ["a sheet name of 32 characters", (_s, c) => void c.workbook.worksheets.add("x".repeat(32)), "InvalidArgument"],
  ["a sheet name of 31 characters", (_s, c) => void c.workbook.worksheets.add("x".repeat(31)), null],
  ["a sheet name with a slash", (_s, c) => void c.workbook.worksheets.add("a/b"), "InvalidArgument"],
  ["a sheet name in apostrophes", (_s, c) => void c.workbook.worksheets.add("'a"), "InvalidArgument"],
  ["the sheet name History", (_s, c) => void c.workbook.worksheets.add("history"), "InvalidArgument"],
  ["an empty sheet name", (s) => void (s.name = ""), "InvalidArgument"],
  ["a visibility that is none", (s) => void (s.visibility = "Gone" as "Hidden"), "InvalidArgument"],
  ["a place beyond the last sheet", (s) => void (s.position = 2), "InvalidArgument"],
  ["a hidden sheet to the front", (s) => { s.visibility = "Hidden"; s.activate(); }, "InvalidOperation"],
  ["hiding every sheet", (s, c) => { s.visibility = "Hidden"; c.workbook.worksheets.getItem("Khóa").visibility = "Hidden"; }, "InvalidOperation"],
  ["deleting every sheet", (s, c) => { s.delete(); c.workbook.worksheets.getItem("Khóa").delete(); }, "InvalidOperation"],
  ["deleting a very hidden sheet", (s) => { s.visibility = "VeryHidden"; s.delete(); }, "GeneralException"],
  ["a deleted sheet afterwards", (s) => { s.delete(); s.load("name"); }, "ItemNotFound"],
];

test.each(rows)("%s", async (_name, ask, code) => {
  expect(await codeOf(start(), (context) => ask(context.workbook.worksheets.getItem("Phiếu"), context))).toBe(code);
});

const locked: readonly (readonly [name: string, ask: Ask, code: string | null])[] = [
  ["an open cell", (s) => void (s.getRange("A1").values = [[1]]), null],
  ["a locked cell", (s) => void (s.getRange("B1").values = [[1]]), "AccessDenied"],
  ["a locked cell by formula", (s) => void (s.getRange("B1").formulas = [["=1"]]), "AccessDenied"],
  ["an open and a locked cell", (s) => void (s.getRange("A1:B1").values = [[1, 2]]), "AccessDenied"],
  ["a cell never written", (s) => void (s.getRange("F9").values = [[1]]), "AccessDenied"],
  ["the contents of an open cell", (s) => void s.getRange("A1").clear("Contents"), null],
  ["the contents of a locked cell", (s) => void s.getRange("B1").clear("Contents"), "AccessDenied"],
  ["a fill", (s) => void (s.getRange("A1").format.fill.color = "#FF0000"), "AccessDenied"],
  ["a number format", (s) => void (s.getRange("A1").numberFormat = [["0"]]), "AccessDenied"],
  ["a lock", (s) => void (s.getRange("B1").format.protection.locked = false), "AccessDenied"],
  ["a column's width, which is allowed", (s) => void (s.getRange("A:A").format.columnWidth = 60), null],
  ["a row's height, which is not", (s) => void (s.getRange("1:1").format.rowHeight = 60), "AccessDenied"],
  ["a merge", (s) => void s.getRange("A1:B1").merge(), "AccessDenied"],
  ["a comment", (s) => void s.comments.add("A1", "Hỏi lại"), "AccessDenied"],
  ["a chart", (s) => void s.charts.add("Line", s.getRange("A1:A3")), "AccessDenied"],
  ["a check", (s) => void (s.getRange("A1").dataValidation.rule = { list: { inCellDropDown: true, source: "a" } }), "AccessDenied"],
  ["a conditional format", (s) => void s.getRange("A1").conditionalFormats.add("Custom"), "AccessDenied"],
  ["a filter", (s) => void s.autoFilter.apply(s.getRange("A1:B1")), "AccessDenied"],
  ["protection once more", (s) => void s.protection.protect({}), "AccessDenied"],
  ["protection off", (s) => { s.protection.unprotect(); s.getRange("B1").values = [[1]]; }, null],
  ["frozen rows", (s) => void s.freezePanes.freezeRows(1), null],
  ["another name", (s) => void (s.name = "Khác"), null],
  ["reading", (s) => void s.getRange("A1:B9").load("values"), null],
];

test.each(locked)("on a protected sheet: %s", async (_name, ask, code) => {
  expect(await codeOf(start(), (context) => ask(context.workbook.worksheets.getItem("Khóa"), context))).toBe(code);
});

test("a password keeps protection on", async () => {
  const booted = start();
  const ask = (password?: string) => codeOf(booted, (c) => c.workbook.worksheets.getItem("Phiếu").protection.unprotect(password));
  expect(await codeOf(booted, (c) => c.workbook.worksheets.getItem("Phiếu").protection.protect({ allowSort: true }, "bí mật"))).toBe(null);
  expect([await ask(), await ask("sai"), await ask("bí mật")]).toEqual(["AccessDenied", "AccessDenied", null]);
});

test("what protection options read back cannot be given to protect", async () => {
  const { Excel } = start();
  await Excel.run(async (context) => {
    const { protection } = context.workbook.worksheets.getItem("Khóa").load("protection/protected,protection/options");
    await context.sync();
    expect(protection.protected).toBe(true);
    expect(protection.options).toMatchObject({ allowFormatColumns: true, allowFormatRows: false, allowInsertRows: null });
    protection.unprotect();
    protection.protect(protection.options);
    await expect(context.sync()).rejects.toMatchObject({ code: "InvalidArgument" });
  });
});

test("a workbook whose structure is protected keeps its sheets", async () => {
  const booted = start();
  const ask = (work: (c: Excel.RequestContext) => void) => codeOf(booted, work);
  const sheet = (c: Excel.RequestContext): Excel.Worksheet => c.workbook.worksheets.getItem("Phiếu");
  expect(await ask((c) => c.workbook.protection.protect("bí mật"))).toBe(null);
  const refused = [
    await ask((c) => void c.workbook.worksheets.add("Mới")), await ask((c) => sheet(c).delete()),
    await ask((c) => void (sheet(c).name = "Khác")), await ask((c) => void (sheet(c).visibility = "Hidden")),
    await ask((c) => void (sheet(c).position = 1)), await ask((c) => c.workbook.protection.unprotect("sai")),
  ];
  expect(new Set(refused)).toEqual(new Set(["AccessDenied"]));
  expect(await ask((c) => void (sheet(c).getRange("A1").values = [[1]]))).toBe(null);
  expect(await ask((c) => {
    c.workbook.protection.unprotect("bí mật");
    c.workbook.worksheets.add("Mới");
  })).toBe(null);
});

test("a read-only workbook says so and takes nothing", async () => {
  const booted = start();
  booted.engine.readOnly = true;
  await booted.Excel.run(async (context) => {
    context.workbook.load("readOnly");
    await context.sync();
    expect(context.workbook.readOnly).toBe(true);
  });
  expect(await codeOf(booted, (c) => void (c.workbook.worksheets.getItem("Phiếu").getRange("A1").values = [[1]]))).toBe("AccessDenied");
  expect(await codeOf(booted, (c) => void c.workbook.worksheets.add("Mới"))).toBe("AccessDenied");
});

test("while a cell is being typed in, requests fail or wait", async () => {
  const { Excel, double } = start();
  double.beginEdit();
  const read = async (context: Excel.RequestContext): Promise<string> => {
    const sheet = context.workbook.worksheets.getActiveWorksheet().load("name");
    await context.sync();
    return sheet.name;
  };
  await expect(Excel.run(read)).rejects.toMatchObject({ code: "InvalidOperationInCellEditMode" });
  let done = false;
  const waiting = Excel.run({ delayForCellEdit: true }, read).then((name) => {
    done = true;
    return name;
  });
  await new Promise((soon) => setTimeout(soon, 20));
  expect(done).toBe(false);
  double.endEdit();
  expect(await waiting).toBe("Phiếu");
});

test("a request and an answer beyond 5 MB are refused on the web", async () => {
  const booted = start({ web: true });
  const long = "x".repeat(30000);
  const rows = Array.from({ length: 200 }, () => [long]);
  const range = (c: Excel.RequestContext) => c.workbook.worksheets.getItem("Phiếu").getRange("A1:A200");
  expect(await codeOf(booted, (c) => void (range(c).values = rows))).toBe("RequestPayloadSizeLimitExceeded");
  expect(await codeOf(booted, (c) => void (range(c).values = long as unknown as string[][]))).toBe(null);
  expect(await codeOf(booted, (c) => void range(c).load("values"))).toBe("ResponsePayloadSizeLimitExceeded");
});

const places: readonly (readonly [place: string, ask: Ask])[] = [
  ["Range.values", (s) => void (s.getRange("A1:B1").values = [[1]])],
  ["Worksheet.getRange", (s) => void s.getRange("A0").load("values")],
  ["WorksheetCollection.getItem", (_s, c) => void c.workbook.worksheets.getItem("Không có").load("name")],
  ["WorksheetProtection.unprotect", (s) => s.protection.unprotect()],
  ["RangeFill.color", (s) => void (s.getRange("A1").format.fill.color = "x")],
  ["Range.linkedDataTypeState", (s) => void s.getRange("A1").load("linkedDataTypeState")],
];

test.each(places)("an error names its place: %s", async (place, ask) => {
  const { Excel } = start();
  await expect(Excel.run(async (context) => {
    ask(context.workbook.worksheets.getItem("Phiếu"), context);
    await context.sync();
  })).rejects.toMatchObject({ debugInfo: { errorLocation: place } });
});

test("a batch that fails keeps what came before the failure and nothing after", async () => {
  const booted = start();
  const code = await codeOf(booted, (c) => {
    const sheet = c.workbook.worksheets.getItem("Phiếu");
    sheet.getRange("A1").values = [[1]];
    sheet.getRange("A2:A3").values = [[2]];
    sheet.getRange("A4").values = [[3]];
  });
  expect(code).toBe("InvalidArgument");
  expect(booted.engine.workbook().sheets[0]!.cells).toEqual([[{ v: 1 }]]);
});

const above: readonly (readonly [set: string, name: string, ask: Ask, code: string | null])[] = [
  ["1.14", "dependents of 1.15", (s) => void s.getRange("A1").getDependents(), "ApiNotFound"],
  ["1.15", "dependents of 1.15, which the double lacks", (s) => void s.getRange("A1").getDependents(), "NotImplemented"],
  ["1.13", "protection events of 1.14", (_s, c) => void c.workbook.worksheets.onProtectionChanged.add(async () => {}), "ApiNotFound"],
  ["1.14", "protection events of 1.14", (_s, c) => void c.workbook.worksheets.onProtectionChanged.add(async () => {}), null],
  ["1.7", "checks of 1.8", (s) => void s.getRange("A1").dataValidation.clear(), "ApiNotFound"],
  ["1.8", "checks of 1.8", (s) => void s.getRange("A1").dataValidation.clear(), null],
];

test.each(above)("with ExcelApi %s: %s", async (set, _name, ask, code) => {
  expect(await codeOf(start({ set }), (context) => ask(context.workbook.worksheets.getItem("Phiếu"), context))).toBe(code);
});

test("a fault is answered once, and a silent Excel never answers", async () => {
  const booted = start();
  booted.double.faults.push("GeneralException");
  const ask = () => codeOf(booted, (c) => void c.workbook.load("name"));
  expect([await ask(), await ask()]).toEqual(["GeneralException", null]);
  booted.double.silent = true;
  const late = new Promise<string>((done) => setTimeout(() => done("silence"), 20));
  expect(await Promise.race([ask(), late])).toBe("silence");
});
