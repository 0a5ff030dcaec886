/// <reference types="google-apps-script" />
import type { Workbook } from "../core/sheet/workbook";
import { emptySheet } from "../core/sheet/apply";
import { ironCalculate } from "./double/iron-calc";
import { type BookOptions, GoogleBook } from "./double/sheets/google-book";
import { Person } from "./double/sheets/person";
import { Project } from "./double/sheets/project";
import { Killed } from "./double/sheets/strict";
import { World, type WorldOptions } from "./double/sheets/world";

type App = GoogleAppsScript.Spreadsheet.SpreadsheetApp;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

interface Desk {
  readonly book: GoogleBook;
  readonly world: World;
  readonly app: App;
  readonly sheet: Sheet;
}

function desk(options: BookOptions & WorldOptions = {}): Desk {
  const book = new GoogleBook({ calculate: ironCalculate, ...options });
  const world = new World(book, options);
  return { book, world, app: world.app, sheet: world.app.getActiveSheet() };
}

describe("Google's refusals are acted", () => {
  const refused: readonly (readonly [string, (desk: Desk) => unknown, RegExp])[] = [
    ["more rows than the range", ({ sheet }) => sheet.getRange("A1:B1").setValues([[1, 2], [3, 4]]), /number of rows in the data/],
    ["fewer columns than the range", ({ sheet }) => sheet.getRange("A1:B2").setValues([[1], [3]]), /number of columns in the data/],
    ["formulas of another shape", ({ sheet }) => sheet.getRange("A1:B2").setFormulas([["=1"]]), /number of rows/],
    ["formats of another shape", ({ sheet }) => sheet.getRange("A1:B2").setNumberFormats([["@", "@"]]), /number of rows/],
    ["rules of another shape", ({ sheet }) => sheet.getRange("A1:A2").setDataValidations([[null]]), /number of rows/],
    ["a range below the grid", ({ sheet }) => sheet.getRange(1001, 1), /outside the dimensions/],
    ["a range right of the grid", ({ sheet }) => sheet.getRange(1, 26, 1, 2), /outside the dimensions/],
    ["row 0", ({ sheet }) => sheet.getRange(0, 1), /starting row/],
    ["no rows", ({ sheet }) => sheet.getRange(1, 1, 0, 1), /at least 1/],
    ["a sheet that is there", ({ app }) => app.getActive().insertSheet("TRANG TÍNH1"), /already exists/],
    ["a name that is there", ({ app, sheet }) => {
      app.getActive().insertSheet("Khác").setName(sheet.getName());
    }, /already exists/],
    ["a name with a bracket", ({ app }) => app.getActive().insertSheet("a[b"), /Invalid sheet name/],
    ["a place beyond the sheets", ({ app }) => app.getActive().insertSheet("b", 5), /out of bounds/],
    ["the last sheet deleted", ({ app, sheet }) => app.getActive().deleteSheet(sheet), /can't remove all/],
    ["the last sheet hidden", ({ sheet }) => sheet.hideSheet(), /can't hide all/],
    ["501 members", ({ app }) => app.newDataValidation().requireValueInList(Array.from({ length: 501 }, (_, k) => `m${k}`)), /limit of 500/],
    ["50,001 characters", ({ sheet }) => sheet.getRange("A1").setValue("x".repeat(50001)), /maximum of 50000/],
    ["ten million cells", ({ sheet }) => sheet.insertRowsAfter(1000, 400000), /limit of 10000000/],
    ["a comma formula in a rule under a comma locale", ({ app }) => app.newDataValidation().requireFormulaSatisfied("=AND(A1>0,A1<5)"), /Invalid formula/],
    ["another sheet in a conditional format", ({ app }) => app.newConditionalFormatRule().whenFormulaSatisfied("='Khác'!A1>0"), /different sheet/],
    ["a conditional format without a range", ({ app }) => app.newConditionalFormatRule().whenFormulaSatisfied("=TRUE()").build(), /at least one range/],
    ["a second filter", ({ sheet }) => {
      sheet.getRange("A1:B2").createFilter();
      sheet.getRange("C1:D2").createFilter();
    }, /already has a filter/],
    ["a frozen part of a merge", ({ sheet }) => {
      sheet.getRange("A1:C1").merge();
      sheet.setFrozenColumns(2);
    }, /part of a merged cell/],
    ["a merge across the frozen edge", ({ sheet }) => {
      sheet.setFrozenRows(1);
      sheet.getRange("A1:A2").merge();
    }, /merge frozen/],
    ["all rows deleted", ({ sheet }) => sheet.deleteRows(1, 1000), /can't delete all/],
    ["who the person is", ({ world }) => (world.globals()["Session"] as GoogleAppsScript.Base.Session).getActiveUser(), /userinfo.email/],
    ["a property above 9 kB", ({ world }) =>
      (world.globals()["PropertiesService"] as GoogleAppsScript.Properties.PropertiesService).getDocumentProperties().setProperty("a", "ệ".repeat(4000)), /too large/],
  ];
  test.each(refused)("%s", (_name, act, words) => {
    expect(() => act(desk())).toThrow(words);
  });

  test("what a script writes is held to a strict rule, and to none that lets invalid values in", () => {
    const { app, sheet } = desk();
    const rule = app.newDataValidation().requireNumberBetween(0, 100);
    sheet.getRange("A1").setDataValidation(rule.build());
    sheet.getRange("A1").setValue(426.66);
    sheet.getRange("A2").setDataValidation(rule.setAllowInvalid(false).setHelpText("Từ 0 đến 100.").build());
    expect(() => sheet.getRange("A2").setValue(426.66)).toThrow(/violates the data validation rules set on this cell. Từ 0 đến 100/);
    expect(() => sheet.getRange("A1:A2").setValues([[5], ["abc"]])).toThrow(/A2 violates/);
    expect(sheet.getRange("A1:A2").getValues()).toEqual([[426.66], [""]]);
    sheet.getRange("A2").setValue("");
  });

  test("rules by list, by range and by formula", () => {
    const { app, sheet } = desk();
    sheet.getRange("D1:D2").setValues([["Có"], ["Không"]]);
    const strict = (build: (made: GoogleAppsScript.Spreadsheet.DataValidationBuilder) => unknown) => {
      const made = app.newDataValidation().setAllowInvalid(false);
      build(made);
      return made.build();
    };
    sheet.getRange("A1").setDataValidation(strict((made) => made.requireValueInList(["Có", "Không"])));
    sheet.getRange("A2").setDataValidation(strict((made) => made.requireValueInRange(sheet.getRange("D1:D2"))));
    sheet.getRange("A3:A4").setDataValidation(strict((made) => made.requireFormulaSatisfied("=AND(ISNUMBER(A3);A3=INT(A3))")));
    for (const cell of ["A1", "A2"]) {
      sheet.getRange(cell).setValue("Có");
      expect(() => sheet.getRange(cell).setValue("có")).toThrow(/violates/);
    }
    sheet.getRange("A4").setValue(3);
    expect(() => sheet.getRange("A4").setValue(3.5)).toThrow(/A4 violates/);
  });

  test("a sheet that somebody else protects keeps others out, but for its open cells", () => {
    const { app, book, sheet } = desk({ people: ["chu@so", "xa@so"] });
    const guard = sheet.protect();
    guard.removeEditors(guard.getEditors());
    guard.setUnprotectedRanges([sheet.getRange("B2:B3")]);
    expect(guard.getEditors().map((user) => user.getEmail())).toEqual(["chu@so"]);
    sheet.getRange("A1").setValue("chủ");
    book.user = "xa@so";
    expect(() => sheet.getRange("A1").setValue("xã")).toThrow(/protected cell/);
    expect(() => sheet.getRange("A1:B2").setBackground("#ffffff")).toThrow(/protected cell/);
    expect(() => sheet.setName("khác")).toThrow(/protected cell/);
    expect(() => guard.remove()).toThrow(/protected cell/);
    expect(sheet.getRange("B2").canEdit()).toBe(true);
    sheet.getRange("B2:B3").setValues([[1], [2]]);
    expect(app.getActive().getProtections(app.ProtectionType.SHEET)).toHaveLength(1);
    expect(new Person(book, "xa@so").type("Trang tính1", "A1", "x")).toMatch(/protected cell/);
    expect(new Person(book, "xa@so").type("Trang tính1", "B2", "5")).toBeNull();
  });

  test("a lock that another run holds is busy", () => {
    const { world, book } = desk();
    const lock = (world.globals()["LockService"] as GoogleAppsScript.Lock.LockService).getDocumentLock();
    book.lockedBy = {};
    expect(lock.tryLock(10)).toBe(false);
    expect(() => lock.waitLock(10)).toThrow(/Lock timeout/);
    book.lockedBy = null;
    expect(lock.tryLock(10)).toBe(true);
  });

  test("a simple trigger makes menus and shows nothing", () => {
    const { app, world } = desk({ mode: "simple", files: new Map([["sidebar", "<p>"]]) });
    app.getUi().createAddonMenu().addItem("Mở", "showSidebar").addToUi();
    expect(world.menu).toEqual([{ caption: "Mở", functionName: "showSidebar" }]);
    const html = (world.globals()["HtmlService"] as GoogleAppsScript.HTML.HtmlService).createHtmlOutputFromFile("sidebar");
    expect(() => app.getUi().showSidebar(html)).toThrow(/script.container.ui/);
  });

  test("an unknown member throws; a fake's own fields are out of sight", () => {
    const { sheet } = desk();
    expect(() => sheet.getRange("A1").getTextRotation()).toThrow("not faked: Range.getTextRotation");
    expect(() => Reflect.get(sheet.getRange("A1"), "area")).toThrow("not faked: Range.area");
    expect(() => Reflect.get(sheet, "then")).toThrow("not faked: Sheet.then");
  });
});

describe("text is read by the spreadsheet's locale", () => {
  const serial = (value: unknown): unknown => (value instanceof Date ? value.toISOString() : value);
  const rows: readonly (readonly [string, string, unknown, string])[] = [
    ["vi_VN", "426,66", 426.66, "426,66"],
    ["vi_VN", "426.66", 42666, "42.666"],
    ["vi_VN", "1.000", 1000, "1.000"],
    ["vi_VN", "85%", 0.85, "85%"],
    ["vi_VN", "85,5%", 0.855, "85,50%"],
    ["vi_VN", "1/2/2026", "2026-01-31T17:00:00.000Z", "01/02/2026"],
    ["vi_VN", "=1+1", 2, "2"],
    ["vi_VN", "=SUM(1;2)", 3, "3"],
    ["vi_VN", "=SUM(1,2)", 1.2, "1,2"],
    ["vi_VN", "=SUM(A1,A2)", "#ERROR!", "#ERROR!"],
    ["vi_VN", "=ROUND(3/4;1)", 0.8, "0,8"],
    ["vi_VN", "=0.5", "#ERROR!", "#ERROR!"],
    ["vi_VN", "=(1", "#ERROR!", "#ERROR!"],
    ["vi_VN", "'=1+1", "=1+1", "=1+1"],
    ["vi_VN", "'426,66", "426,66", "426,66"],
    ["vi_VN", "abc", "abc", "abc"],
    ["en_US", "426,66", 42666, "42,666"],
    ["en_US", "426.66", 426.66, "426.66"],
    ["en_US", "1234,1234", 12341234, "12,341,234"],
    ["en_US", "1/2/2026", "2026-01-01T17:00:00.000Z", "1/2/2026"],
    ["en_US", "=SUM(1,2)", 3, "3"],
    ["en_US", "=SUM(1;2)", 3, "3"],
    ["en_US", "TRUE", true, "TRUE"],
    ["en_US", "10/7", "2026-10-06T17:00:00.000Z", "10/7"],
    ["en_US", "=10/7", 10 / 7, "1.428571429"],
  ];
  test.each(rows)("%s: %s", (locale, text, value, shown) => {
    const { sheet, book } = desk({ locale });
    sheet.getRange("B1").setValues([[text]]);
    expect(serial(sheet.getRange("B1").getValue())).toEqual(value);
    expect(sheet.getRange("B1").getDisplayValue()).toBe(shown);
    expect(new Person(book).type("Trang tính1", "C1", text)).toBeNull();
    expect(serial(sheet.getRange("C1").getValue())).toEqual(value);
  });

  test("cells for text keep text; numbers and blanks are what they are", () => {
    const { sheet } = desk();
    sheet.getRange("A1:A3").setNumberFormat("@").setValues([["=1+1"], ["1/2"], ["001"]]);
    expect(sheet.getRange("A1:A3").getValues()).toEqual([["=1+1"], ["1/2"], ["001"]]);
    sheet.getRange("B1:B3").setValues([[426.66], [null], [""]]);
    expect(sheet.getRange("B1:B3").getValues()).toEqual([[426.66], [""], [""]]);
    expect(sheet.getRange("B2").isBlank()).toBe(true);
  });

  test("formulas read back in the dialect of the locale, whichever they came in", () => {
    const { sheet, book } = desk();
    sheet.getRange("A1").setFormula("=IF(B1>75/100;SUM(B1:B3);0)");
    expect(sheet.getRange("A1").getFormula()).toBe("=IF(B1>75/100;SUM(B1:B3);0)");
    book.setLocale("en_US");
    expect(sheet.getRange("A1").getFormula()).toBe("=IF(B1>75/100,SUM(B1:B3),0)");
    sheet.getRange("A2").setFormula("=SUM(0.5,\"a;b\"&'x,y'!A1)");
    book.setLocale("vi_VN");
    expect(sheet.getRange("A2").getFormula()).toBe("=SUM(0,5;\"a;b\"&'x,y'!A1)");
  });

  test("setFormulas empties where its text is empty", () => {
    const { sheet } = desk();
    sheet.getRange("A1:A2").setValues([["giữ"], [1]]);
    sheet.getRange("A1:A2").setFormulas([[""], ["=1+1"]]);
    expect(sheet.getRange("A1:A2").getValues()).toEqual([[""], [2]]);
  });
});

test("conditional formats are replaced as a whole", () => {
  const { app, sheet } = desk();
  const rule = (cells: string) =>
    app.newConditionalFormatRule().whenFormulaSatisfied("=LEN(A1)=0").setBackground("#ff0000").setRanges([sheet.getRange(cells)]).build();
  sheet.setConditionalFormatRules([rule("A1:A3"), rule("B1:B3")]);
  sheet.setConditionalFormatRules([rule("C1:C3")]);
  expect(sheet.getConditionalFormatRules().map((each) => each.getRanges()[0]!.getA1Notation())).toEqual(["C1:C3"]);
});

test("a file loses properties, protection, print settings, deep hiding and limits of length", () => {
  const workbook: Workbook = {
    properties: { scorebook: "1" }, active: "A",
    sheets: [
      {
        ...emptySheet("A"), cells: [[{ v: 1 }]], protection: { formatColumns: true, formatRows: true, filter: true, sort: false },
        print: { orientation: "landscape", fitWidth: true },
        validations: [
          { area: { row: 0, column: 0, rows: 1, columns: 1 }, rule: { kind: "length", max: 5, allowBlank: true, prompt: { title: "", text: "a" }, error: { title: "", text: "b" } } },
        ],
      },
      { ...emptySheet("_b"), state: "veryHidden" },
    ],
  };
  const { book } = desk({ workbook });
  const back = book.workbook();
  expect(back.properties).toEqual({});
  expect(back.sheets[0]).toEqual({ ...emptySheet("A"), cells: [[{ v: 1 }]] });
  expect(back.sheets[1]!.state).toBe("hidden");
});

describe("a built project runs in a bare V8", () => {
  const built = (code: string) => ({ code, files: new Map<string, string>(), manifest: {} });
  const run = (code: string, name = "rpc", options: WorldOptions = {}) =>
    new Project(new GoogleBook({ calculate: ironCalculate }), built(code)).run(name, [], options);

  test.each(["Intl", "URL", "process", "require", "console", "setTimeout", "WebAssembly", "window", "Buffer"])("without %s", (name) => {
    expect(run(`function rpc(){ return typeof ${name} }`).value).toBe("undefined");
  });
  test("code is not made from text", () => {
    expect(() => run("function rpc(){ return new Function('return 1')() }")).toThrow(/Code generation/);
  });
  test("days and errors are of the script's own kind", () => {
    const code = `function rpc(){
      var cell = SpreadsheetApp.getActiveSheet().getRange("A1").setValue("1/2/2026");
      try { SpreadsheetApp.getActiveSheet().getRange(0, 1) } catch (e) { return [cell.getValue() instanceof Date, e instanceof Error, e.name].join() }
    }`;
    expect(run(code).value).toBe("true,true,Exception");
  });
  test("nothing is kept between runs", () => {
    const project = new Project(new GoogleBook(), built("var n = 0; function rpc(){ n += 1; return String(n) }"));
    expect([project.run("rpc").value, project.run("rpc").value]).toEqual(["1", "1"]);
  });
  test("private functions cannot be called", () => {
    expect(() => run("function a_(){}", "a_")).toThrow("Script function not found");
  });
  test("a run that is killed does nothing more, whatever it catches, and gives its lock back", () => {
    const code = `function rpc(){
      var lock = LockService.getDocumentLock(); lock.tryLock(1);
      var sheet = SpreadsheetApp.getActiveSheet();
      for (var i = 1; i < 9; i++) try { sheet.getRange(i, 1).setValue(i) } catch (e) {}
      return "done";
    }`;
    const project = new Project(new GoogleBook(), built(code));
    expect(() => project.run("rpc", [], { lives: 7 })).toThrow(Killed);
    expect(project.book.engine.sheets[0]!.used(true)).toEqual({ row: 0, column: 0, rows: 2, columns: 1 });
    expect(project.book.lockedBy).toBeNull();
    expect(project.runs[0]!.counted()).toEqual({ spreadsheet: 5, building: 0, all: 7 });
  });
});

describe("what lies on cells goes along with them", () => {
  const note = (sheet: Sheet): string => sheet.getRange("A1:C3").getNotes().flat().filter((text) => text !== "").join();
  const rows: readonly (readonly [what: string, work: (sheet: Sheet, desk: Desk) => unknown, notes: string, discussions: number, charts: number])[] = [
    ["nothing", () => {}, "Một,Hai", 1, 1],
    ["contents and formats cleared", (sheet) => sheet.getRange("A1:C3").clearContent().clearFormat().clearDataValidations(), "Một,Hai", 1, 1],
    ["contents alone cleared", (sheet) => sheet.getRange("A1:C3").clear({ contentsOnly: true, formatOnly: true }), "Một,Hai", 1, 1],
    ["everything cleared", (sheet) => sheet.getRange("A1:B2").clear(), "Hai", 0, 1],
    ["what was said cleared", (sheet) => sheet.getRange("B2:C3").clear({ commentsOnly: true }), "Một", 0, 1],
    ["a note taken off", (sheet) => sheet.getRange("A1").clearNote(), "Hai", 1, 1],
    ["cells merged", (sheet) => sheet.getRange("A1:C3").merge(), "Một", 0, 1],
    ["values written over", (sheet) => sheet.getRange("A1:C3").setValues([[1, 2, 3], [4, 5, 6], [7, 8, 9]]), "Một,Hai", 1, 1],
    ["rows deleted", (sheet) => sheet.deleteRows(2, 999), "Một", 0, 0],
    ["columns deleted", (sheet) => sheet.deleteColumns(3, 24), "Một", 1, 1],
    ["the chart taken off", (sheet) => sheet.removeChart(sheet.getCharts()[0]!), "Một,Hai", 1, 0],
  ];
  test.each(rows)("%s", (_what, work, notes, discussions, charts) => {
    const all = desk();
    const { sheet, book } = all;
    sheet.getRange("A1").setNote("Một");
    sheet.getRange("C3").setNote("Hai");
    new Person(book).comment(sheet.getName(), "B2", "Hỏi lại");
    sheet.insertChart(sheet.newChart().addRange(sheet.getRange("A1:A3")).setPosition(5, 2, 0, 0).build());
    work(sheet, all);
    const rest = sheet.getMaxColumns() < 3 || sheet.getMaxRows() < 3 ? sheet.getRange("A1").getNote() : note(sheet);
    const { remarks } = book.engine.active.attached;
    expect([rest, remarks.filter(({ kind }) => kind === "comment").length, sheet.getCharts().length]).toEqual([notes, discussions, charts]);
  });

  test("a chart reads no cells of a sheet that is gone, and those of one that was named anew", () => {
    const { sheet, app } = desk();
    const other = app.getActive().insertSheet("Khác");
    other.insertChart(other.newChart().addRange(sheet.getRange("A1:A3")).setPosition(1, 1, 0, 0).build());
    sheet.setName("Phiếu 'm' nay");
    expect(other.getCharts()[0]!.getRanges().map((range) => range.getSheet().getName())).toEqual(["Phiếu 'm' nay"]);
    app.getActive().deleteSheet(sheet);
    expect(other.getCharts()[0]!.getRanges()).toEqual([]);
  });
});
