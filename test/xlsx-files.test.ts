import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readTable } from "../core/rubric/table";
import { snapshotOf } from "../core/sheet/apply";
import type { Facts } from "../core/sheet/snapshot";
import { say } from "../core/words/say";
import type { CellValue, Workbook } from "../core/sheet/workbook";
import { FileError, readXlsx, readXlsxFile, writeXlsx } from "../excel-addin/page/xlsx";
import { shiftFormula } from "../excel-addin/page/xlsx/shift";
import { richWorkbook } from "./kit/rich-workbook";
import { zip } from "./kit/zip";

const zipOf = (parts: readonly (readonly [string, string])[]): Uint8Array =>
  Uint8Array.from(zip(new Map(parts.map(([path, text]) => [path, Buffer.from(text)]))));
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const wide = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, "utf16le"));
const join2 = (...parts: Uint8Array[]): Uint8Array => Uint8Array.from(parts.flatMap((part) => Array.from(part)));
const ole = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Array(600).fill(0)]);

const sheet = (xml: string): [string, string][] => [
  ["[Content_Types].xml", '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>'],
  ["_rels/.rels", '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>'],
  ["xl/workbook.xml", '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>'],
  ["xl/_rels/workbook.xml.rels", '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'],
  ["xl/worksheets/sheet1.xml", `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${xml}</worksheet>`],
];

const whole = writeXlsx(richWorkbook);
const rows: [string, string, () => Promise<Uint8Array> | Uint8Array][] = [
  ["nothing", "file-empty", () => new Uint8Array(0)],
  ["comma separated text", "not-xlsx", () => bytes("Mã,Tiêu chí,Điểm\n1,Có kế hoạch,2\n")],
  ["a web page", "not-xlsx", () => bytes("<!doctype html><table><tr><td>1</td></tr></table>")],
  ["a PDF", "not-xlsx", () => bytes("%PDF-1.7\n")],
  ["a zip of other things", "not-xlsx", () => zipOf([["a.txt", "x"]])],
  ["an OpenDocument sheet", "not-xlsx", () => zipOf([["mimetype", "application/vnd.oasis.opendocument.spreadsheet"], ["content.xml", "<x/>"]])],
  ["a text document", "not-xlsx", () => zipOf([["[Content_Types].xml", "<Types/>"], ["word/document.xml", "<x/>"]])],
  ["an old .xls", "file-old-xls", () => join2(ole, wide("Workbook"))],
  ["a file with a password", "file-password", () => join2(ole, wide("EncryptedPackage"))],
  ["a file cut in half", "file-truncated", async () => (await whole).slice(0, 4000)],
  ["a file whose directory is cut", "file-truncated", async () => (await whole).slice(0, -30)],
  ["a part that shrank a thousandfold", "file-bomb", () => zipOf(sheet(`<sheetData/>${" ".repeat(20_000_000)}`))],
  ["a cell at the far corner", "file-far-cell", () => zipOf(sheet('<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'))],
  ["a part that climbs out", "file-paths", () => zipOf([...sheet("<sheetData/>"), ["../evil.txt", "x"]])],
  ["a workbook without its sheet", "file-damaged", () => zipOf(sheet("<sheetData/>").slice(0, 4))],
  ["one byte changed", "file-damaged", async () => {
    const broken = (await whole).slice();
    broken[Math.floor(broken.length / 3)]! ^= 0xff;
    return broken;
  }],
];

test.each(rows)("%s is refused as %s", async (_name, code, make) => {
  const error = await readXlsx(await make(), "phiếu.xlsx").catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(FileError);
  const { issue } = error as FileError;
  expect(issue.code).toBe(code);
  expect(say(issue, "vi")).toContain("phiếu.xlsx");
  expect(say(issue, "en")).toContain("phiếu.xlsx");
});

test("shared formulas, dates, checks and formats of other programs are read", async () => {
  const read = await readXlsx(
    zipOf(sheet(`<sheetData>
      <row r="1"><c r="A1"><v>1</v></c><c r="B1"><f t="shared" ref="B1:B3" si="0">A1*$A$1+SUM('B1'!A:A)&amp;"A1"</f><v>1</v></c></row>
      <row r="2"><c r="B2"><f t="shared" si="0"/><v>2</v></c></row>
      <row r="3"><c r="B3" t="str"><f t="shared" si="0"/><v>x</v></c><c r="C3"><f>_xlfn.RANK.EQ(A1,A1:A9)</f><v>1</v></c></row>
      </sheetData>
      <conditionalFormatting sqref="A1:A2 D5"><cfRule type="expression" priority="1"><formula>A1&gt;0</formula></cfRule></conditionalFormatting>
      <dataValidations count="3">
        <dataValidation type="decimal" operator="greaterThanOrEqual" sqref="A1" error="e"><formula1>0</formula1></dataValidation>
        <dataValidation type="list" sqref="A2:A3 B4" allowBlank="1"><formula1>$D$1:$D$3</formula1></dataValidation>
        <dataValidation type="custom" sqref="A4"><formula1>A4&gt;1</formula1></dataValidation>
      </dataValidations>`)),
  );
  const { cells, validations, conditionals } = read.sheets[0]!;
  expect(cells.map((line) => line?.map((cell) => cell?.f ?? null))).toEqual([
    [null, "A1*$A$1+SUM('B1'!A:A)&\"A1\""],
    [null, "A2*$A$1+SUM('B1'!A:A)&\"A1\""],
    [null, "A3*$A$1+SUM('B1'!A:A)&\"A1\"", "RANK.EQ(A1,A1:A9)"],
  ]);
  expect(conditionals.map(({ area, formula }) => [area.row, area.column, formula])).toEqual([[0, 0, "A1>0"], [4, 3, "D5>0"]]);
  expect(validations.map(({ area, rule }) => [area.row, rule.kind])).toEqual([[0, "number"], [1, "range"], [3, "range"]]);
  expect(Buffer.from(await writeXlsx(read)).toString("latin1")).toMatch(/^PK/);
});

describe("a workbook that counts days from 1904", () => {
  const facts: Facts = { host: "page", language: "vi", decimal: ",", now: "2026-11-22T08:00" };
  const formats = ["General", "dd/mm/yyyy", "[h]:mm", "h:mm:ss", "dd/mm/yyyy h:mm", "d-mmm"];
  const styles = `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts>${formats.map((format, i) =>
    `<numFmt numFmtId="${170 + i}" formatCode="${format}"/>`).join("")}</numFmts><cellXfs>${formats.map((_, i) =>
    `<xf numFmtId="${i === 0 ? 0 : 170 + i}" fontId="0" applyNumberFormat="1"/>`).join("")}</cellXfs></styleSheet>`;
  const book = (system: string, rows: string): Uint8Array => zipOf([
    ...sheet(`<sheetData>${rows}</sheetData>`).map(([path, text]): [string, string] => [
      path,
      path === "xl/workbook.xml" ? text.replace("<sheets>", `${system}<sheets>`)
        : path === "xl/_rels/workbook.xml.rels"
          ? text.replace("</Rel", '<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Rel')
          : text,
    ]),
    ["xl/styles.xml", styles],
  ]);
  const since1904 = '<workbookPr date1904="1"/>';
  const cell = (name: string, look: number, value: number, formula = ""): string =>
    `<c r="${name}" s="${look}">${formula === "" ? "" : `<f>${formula}</f>`}<v>${value}</v></c>`;
  const days = `<row r="1">${cell("A1", 1, 44561)}${cell("B1", 1, 0)}${cell("C1", 4, 44561.25)}${cell("D1", 0, 44561)}</row>`;
  const times = `<row r="2">${cell("A2", 2, 30.1)}${cell("B2", 3, 0.1)}${cell("C2", 2, -0.5)}</row>`;
  const counted = `<row r="3">${cell("A3", 1, 44591, "A1+30")}</row>`;
  const values = ({ sheets }: Workbook): (CellValue | undefined)[][] =>
    sheets[0]!.cells.map((line) => line?.map((own) => own?.v) ?? []);

  test("a day stays that day, a length of time and a plain number stay as they are", async () => {
    const { workbook, issues } = await readXlsxFile(book(since1904, days + times + counted));
    const same = [[46023, 1462, 46023.25, 44561], [30.1, 0.1, -0.5], [46053]];
    expect(values(workbook)).toEqual(same);
    expect(workbook.sheets[0]!.cells[2]![0]!.f).toBe("A1+30");
    expect(issues).toEqual([]);
    const saved = await writeXlsx(workbook);
    expect(values(await readXlsx(saved))).toEqual(same);
  });

  test.each(["", '<workbookPr date1904="0"/>', '<workbookPr date1904="false"/>'])("one that counts from 1900 is left alone: %s", async (system) => {
    const { workbook, issues } = await readXlsxFile(book(system, days.replace(cell("B1", 1, 0), cell("B1", 1, 61)) + counted.replaceAll("3", "2")));
    expect(values(workbook)).toEqual([[44561, 61, 44561.25, 44561], [44591]]);
    expect(issues).toEqual([]);
  });

  test("a code that a spreadsheet took for a day is still that code", async () => {
    const text = (name: string, words: string): string => `<c r="${name}" t="inlineStr"><is><t>${words}</t></is></c>`;
    const rows = [
      `<row r="1">${text("A1", "STT")}${text("B1", "Tiêu chí")}${text("C1", "Điểm tối đa")}</row>`,
      `<row r="2">${cell("A2", 0, 1)}${text("B2", "Nhận thức")}${cell("C2", 0, 4)}</row>`,
      `<row r="3">${cell("A3", 5, 44561)}${text("B3", "Kế hoạch")}${cell("C3", 0, 2)}</row>`,
      `<row r="4">${cell("A4", 5, 44592)}${text("B4", "Báo cáo")}${cell("C4", 0, 2)}</row>`,
    ];
    const reading = readTable(snapshotOf(await readXlsx(book(since1904, rows.join(""))), facts, null).sheets[0]!);
    expect(reading.kind === "read" && reading.rows.map(({ code }) => code)).toEqual(["1", "1.1", "1.2"]);
  });

  test.each([
    ["a number compared with a day", cell("A3", 0, 1, "IF(A1&gt;44000,1,0)"), true],
    ["a day as a plain number", cell("A3", 0, 44562, "A1+1"), true],
    ["a sum of points", cell("A3", 0, 3, "SUM(E1:E9)"), true],
    ["a day from a day", cell("A3", 1, 44562, "A1+1"), false],
  ])("formulas whose figure may come out otherwise are told of: %s", async (_, row, told) => {
    const { issues } = await readXlsxFile(book(since1904, `${days}<row r="3">${row}</row>`));
    expect(issues.map((problem) => say(problem, "vi"))).toEqual(told
      ? ["Tệp dùng hệ ngày 1904: 3 ô ngày ('A'!A1, 'A'!B1, 'A'!C1) đã đổi sang hệ ngày 1900, vẫn chỉ đúng ngày cũ. Kiểm tra lại công thức lấy số từ các ô đó, và giữ lại tệp gốc."]
      : []);
    expect((await readXlsxFile(book(since1904, `<row r="3">${row}</row>`))).issues.length).toBe(0);
  });
});

test("what a saved copy would lack is said", async () => {
  const parts = [...sheet("<sheetData/>"), ["xl/vbaProject.bin", "x"], ["xl/charts/chart1.xml", "<x/>"]] as [string, string][];
  const { issues } = await readXlsxFile(zipOf(parts), "a.xlsx");
  expect(issues.map((problem) => say(problem, "vi"))).toEqual([
    "Tệp có macro: Scorebook không đọc, không chạy macro, và bản lưu từ đây sẽ không có macro. Hãy giữ lại tệp gốc.",
    "Tệp có biểu đồ; bản lưu từ đây sẽ không còn những phần này. Hãy giữ lại tệp gốc.",
  ]);
});

test.each([
  ["A1+$B$2+C$3+$D4", 1, 1, "B2+$B$2+D$3+$D5"],
  ["LOG10(A1)+A1B2+'A1'!A1+A1!B1", 1, 0, "LOG10(A2)+A1B2+'A1'!A2+A1!B2"],
  ["SUM(A:B,1:2)", 1, 1, "SUM(B:C,2:3)"],
  ['"A1"&A1', 0, 2, '"A1"&C1'],
  ["A1", -1, 0, "#REF!"],
  ["1E5+XFD1", 0, 1, "1E5+#REF!"],
  ["ĐIỂM1+A1", 1, 0, "ĐIỂM1+A2"],
])("%s moved by %i rows and %i columns is %s", (formula, down, right, moved) =>
  expect(shiftFormula(formula, down, right)).toBe(moved));

describe("other programs read our files", () => {
  const shown = ["Ô và chữ", "Bộ chỉ số", "_danh mục's"];
  const plain = (book: Workbook): CellValue[][][] =>
    book.sheets.filter(({ name }) => shown.includes(name)).map(({ cells }) =>
      cells.map((line) => Array.from(line ?? [], (cell) => cell?.v ?? null)));
  const ends = (grid: CellValue[][]): CellValue[][] => {
    const cut = grid.map((line) => {
      // Other programs keep 15 digits of a number.
      const kept = line.map((value) =>
        value === "" ? null : typeof value === "number" ? Number(value.toPrecision(15)) : value);
      while (kept.length > 0 && kept[kept.length - 1] === null) kept.pop();
      return kept;
    });
    while (cut.length > 0 && cut[cut.length - 1]!.length === 0) cut.pop();
    return cut;
  };
  let folder: string;
  beforeAll(() => (folder = mkdtempSync(join(tmpdir(), "scorebook-"))));
  afterAll(() => rmSync(folder, { recursive: true }));

  test("LibreOffice opens one and saves the same values", async () => {
    writeFileSync(join(folder, "a.xlsx"), await whole);
    mkdirSync(join(folder, "out"));
    execFileSync("soffice", [
      `-env:UserInstallation=file://${join(folder, "profile")}`, "--headless", "--convert-to", "xlsx", "--outdir",
      join(folder, "out"), join(folder, "a.xlsx"),
    ], { stdio: "ignore" });
    expect(readdirSync(join(folder, "out"))).toEqual(["a.xlsx"]);
    const back = await readXlsx(readFileSync(join(folder, "out", "a.xlsx")));
    // 1/0 has no cached value in our file; the other program computes it.
    const expected = plain(richWorkbook).map(ends);
    expected[0]![2]![4] = { error: "#DIV/0!" };
    expect(plain(back).map(ends)).toEqual(expected);
    const [, form] = back.sheets;
    const [, ours] = richWorkbook.sheets;
    expect(form!.validations.map(({ rule }) => rule.kind).sort()).toEqual(ours!.validations.map(({ rule }) => rule.kind).sort());
    expect(form!.merges).toEqual(ours!.merges);
    expect(form!.protection).toBeDefined();
    expect(form!.print?.repeat).toEqual(ours!.print!.repeat);
    expect(back.sheets.map(({ state }) => state !== "visible")).toEqual([false, false, true, true, false]);
    expect(back.properties).toEqual(richWorkbook.properties);
  });

  test("Gnumeric opens one with the same values", async () => {
    writeFileSync(join(folder, "b.xlsx"), await whole);
    execFileSync("ssconvert", ["-S", "--export-type=Gnumeric_stf:stf_csv", join(folder, "b.xlsx"), join(folder, "b-%n.csv")], { stdio: "ignore" });
    const first = readFileSync(join(folder, "b-0.csv"), "utf8");
    for (const value of ["=1+1", "+84 28", "dòng một\ndòng hai", "0123", "Tốt & đẹp", "#DIV/0!"]) expect(first).toContain(value);
    expect(readFileSync(join(folder, "b-1.csv"), "utf8")).toMatch(/^7,*\na,,b,*\n,*\n,2,*\n$/);
  });
});
