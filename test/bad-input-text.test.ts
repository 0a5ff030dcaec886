import type { CellValue, Workbook } from "../core/sheet/workbook";
import { writeXlsx } from "../excel-addin/page/xlsx";
import { Desk } from "./kit/desk";
import { ironCalc } from "./kit/engines";
import { badlySaid } from "./kit/well-said";
import { unzip } from "./kit/zip";
import { filledDesk, head, yesNo } from "./rows/bad-input";

/** Formulas of a workbook, what stands between quotes taken out. */
const formulas = (workbook: Workbook): string[] => workbook.sheets.flatMap(({ cells }) =>
  cells.flatMap((line) => (line ?? []).flatMap((cell) => (cell?.f === undefined ? [] : [cell.f]))));
const literals = (formula: string): string[] => Array.from(formula.matchAll(/"((?:[^"]|"")*)"/g), ([, text]) => text!.replace(/""/g, '"'));
const bare = (formula: string): string => formula.replace(/"(?:[^"]|"")*"/g, '""');

describe.each(["=", "+", "-", "@"])("text that begins with %s", (sign) => {
  const typed = (what: string): string => `${sign}SUM(9,9)&"${what}"`;
  let desk: Desk;
  const places = [["1", "evidence", "minh chứng"], ["1", "explanation", "giải trình"], ["1", "reason", "lý do"], ["2", "row", "dòng"]] as const;

  beforeAll(() => {
    desk = new Desk();
    desk.paste("Phụ lục", [
      [typed("quyết định")], head, ["I", typed("nhóm"), 10, null],
      ["1", typed("tiêu chí"), 4, `Loại ${sign}SUM(9,9): điểm tối đa;\n${typed("loại")}: 1/2*Điểm tối đa;\nkhác: 0 điểm`, typed("bằng chứng")],
      ["2", "Tỷ lệ", 6, "a = số đạt;\nb = tổng số.\nTỷ lệ = a/b.\nĐiểm = Tỷ lệ*Điểm tối đa", null],
    ]);
    desk.confirm();
    desk.addSheet("Đơn vị", [
      ["Mã đơn vị", "Tên đơn vị", "Khối"], [typed("mã"), typed("đơn vị"), typed("khối")], ["U2", "Xã Hai", typed("khối")],
    ]);
    desk.build({ code: typed("mã"), name: typed("đơn vị") });
    desk.enter(desk.cell("1", "evidence"), typed("minh chứng"));
    desk.enter(desk.cell("1", "explanation"), typed("giải trình"));
    desk.enter(desk.cell("1", "reviewed"), 1);
    desk.enter(desk.cell("1", "reason"), typed("lý do"));
    desk.enter(desk.cell("2", { input: "a" }), typed("số liệu"));
    desk.enter(desk.cell("2", "row"), typed("dòng"));
    desk.enter({ sheet: "Phiếu", row: 1, column: 2 }, typed("cơ quan"));
    desk.build({ code: typed("mã"), name: typed("đơn vị") });
    desk.rank();
  });

  test("stays text in the workbook that the patches make", () => {
    expect(formulas(desk.workbook).filter((formula) => bare(formula).includes("SUM(9,9)"))).toEqual([]);
    expect(places.map(([code, part]) => desk.value(desk.cell(code, part)))).toEqual(places.map(([, , what]) => typed(what)));
    expect(desk.value(desk.cell("2", { input: "a" }))).toBe(typed("số liệu"));
    expect(desk.value({ sheet: "Phiếu", row: 1, column: 2 })).toBe(typed("cơ quan"));
  });

  test("stays text in the file, and after it is opened again", async () => {
    const parts = unzip(await writeXlsx(desk.workbook));
    const inFile = [...parts].flatMap(([, part]) =>
      Array.from(part.toString("utf8").matchAll(/<f[^>]*>([^<]*)<\/f>/g), ([, formula]) => bare(formula!.replace(/&quot;/g, '"'))));
    expect(inFile.length).toBeGreaterThan(50);
    expect(inFile.filter((formula) => formula.includes("SUM(9,9)"))).toEqual([]);
    const again = await desk.reopen();
    const cells = (of: Desk): CellValue[][][] => of.snapshot().sheets.map(({ values }) => values.map((line) => [...line]));
    expect(cells(again)).toEqual(cells(desk));
    expect(again.look().unit).toEqual({ code: typed("mã"), name: typed("đơn vị") });
    expect(again.look().findings.flatMap((finding) => badlySaid(finding))).toEqual([]);
  });

  test("stays text where an engine computes the sheets afresh", () => {
    const computed = ironCalc(desk.workbook);
    const { row, column } = desk.cell("1", "evidence");
    expect(computed["Phiếu"]![row]![column]).toBe(typed("minh chứng"));
    const ranked = computed["Xếp hạng"]!.flat().filter((value) => typeof value === "string" && value.includes("đơn vị"));
    expect(ranked).toContain(typed("đơn vị"));
    expect(ranked.some((value) => String(value).startsWith("18"))).toBe(false);
  });
});

describe("long and odd names", () => {
  const long = "Ủy ban nhân dân “đặc khu” 🏝️ / \\ ? * [x] 'a' ".repeat(8).slice(0, 300);
  const option = "Đã ban hành kế hoạch và tổ chức thực hiện đầy đủ các nội dung theo hướng dẫn của cấp trên ".repeat(4).trim();
  const desk = new Desk();

  beforeAll(() => {
    desk.paste("Phụ lục", [
      head, ["I", `Nhóm ${long}`, 10, null, null],
      ["1", `Tiêu chí ${long}`, 4, `${option} A: điểm tối đa;\n${option} B: 1/2*Điểm tối đa;\nkhác: 0 điểm`, long],
      ["2", "Có kế hoạch", 6, yesNo, ""],
    ]);
    desk.confirm();
    desk.build({ code: "Ab", name: long }, { code: "aB", name: `${long}!` }, { code: "", name: long.slice(0, 60) });
    for (const { id } of desk.look().forms) desk.enter(desk.cell("2", { input: "x" }, id), "Có");
    desk.rank();
    desk.rank();
  });

  test("a sheet's name is one that every program takes", () => {
    const names = desk.workbook.sheets.map(({ name }) => name);
    expect(names.filter((name) => name.length > 31 || /[[\]:*?/\\]|^'|'$/.test(name))).toEqual([]);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
    const texts = new Desk();
    texts.paste("Phụ lục", [head, ["1", "A", 1, yesNo]]);
    texts.confirm();
    texts.build(...["'a'", "x".repeat(24) + "'b", "🏝️".repeat(20), ":", "Phiếu"].map((code) => ({ code, name: code })));
    const odd = texts.look().forms.map(({ id }) => id);
    expect(odd.length).toBe(5);
    expect(odd.filter((name) => name.length > 31 || /[[\]:*?/\\]|^'|'$|[\ud800-\udbff]$/.test(name))).toEqual([]);
  });

  test("formulas and messages keep to the limits of spreadsheet programs", () => {
    const all = formulas(desk.workbook);
    expect(Math.max(...all.map((formula) => formula.length))).toBeLessThan(8192);
    expect(Math.max(...all.flatMap(literals).map((text) => text.length))).toBeLessThanOrEqual(255);
    const messages = desk.workbook.sheets.flatMap(({ validations }) => validations.map(({ rule }) => rule));
    expect(messages.filter(({ prompt, error }) => prompt.title.length > 32 || error.title.length > 32)).toEqual([]);
    expect(messages.filter(({ prompt, error }) => prompt.text.length > 255 || error.text.length > 255)).toEqual([]);
  });

  test("units whose codes differ by case alone are named, and ranked apart once a code is changed", () => {
    const codes = (): string[] => desk.rank().map(({ issue }) => issue.code).filter((code) => /^unit-|^form-/.test(code));
    expect(desk.look().forms.map(({ unit }) => unit.code)).toEqual(["Ab", "aB", ""]);
    expect(codes()).toEqual(["form-unit-twice"]);
    expect(desk.look().findings.map(({ issue }) => issue.code)).toContain("form-unit-twice");
    expect(desk.look().findings.flatMap((finding) => badlySaid(finding))).toEqual([]);
    const second = desk.look().forms[1]!.id;
    const column = desk.sheet(second).cells[5]!.findIndex((cell) => cell?.v === "aB");
    desk.enter({ sheet: second, row: 5, column }, "B2");
    expect(codes()).toEqual(["unit-form-stray"]);
    const row = desk.sheet("Đơn vị").cells.findIndex((line) => line?.[0]?.v === "Ab") + 2;
    desk.enter({ sheet: "Đơn vị", row, column: 0 }, "B2");
    desk.enter({ sheet: "Đơn vị", row, column: 1 }, `${long}!`);
    expect(codes()).toEqual([]);
    expect(desk.look().units?.list.map(({ hasForm }) => hasForm)).toEqual([true, true, true]);
  });

  test("all of it survives a file", async () => {
    const again = await desk.reopen();
    expect(again.look().units?.list.map(({ name }) => name)).toEqual(desk.look().units?.list.map(({ name }) => name));
  });
});

describe("32,768 characters", () => {
  const long = `${"m".repeat(32767)}Z`;
  test("what a cell cannot hold goes into the log when the form is built again", () => {
    const desk = filledDesk();
    for (const part of ["evidence", "explanation", "reason"] as const) desk.enter(desk.cell("1", part), long);
    const report = desk.build({ code: "HT", name: "Phường Hạc Thành" });
    expect(report.parked.map(({ code }) => code)).toEqual(["1", "1", "1"]);
    expect(String(desk.value(desk.cell("1", "evidence"))).length).toBe(32767);
    const log = desk.sheet("Nhật ký").cells.map((line) => line?.map((cell) => cell?.v ?? null));
    expect(log.slice(1).map((line) => line?.[6])).toEqual(["Z", "Z", "Z"]);
    expect(desk.look().findings.flatMap((finding) => badlySaid(finding))).toEqual([]);
  });
});

const own: readonly (readonly (string | number)[])[] = [
  ["Việc cần làm", "Người làm"], ["Họp tổ thẩm định", "Lan"], ["=ghi chú", "@Hùng"], [3, 4],
];

test.each([
  "Phiếu", "phiếu", "Phiếu HT", "Bộ chỉ số", "Đơn vị", "Chỉ số", "Xếp hạng", "Nhật ký", "_scorebook", "_SCOREBOOK",
])("a person's own sheet called %s is left as it is", (name) => {
  const desk = new Desk();
  desk.addSheet(name, own);
  const before = desk.sheet(name);
  desk.paste("Phụ lục", [head, ["1", "Kế hoạch", 4, yesNo, "KH"], ["2", "Báo cáo", 6, yesNo, ""]]);
  desk.confirm();
  const bands = [{ name: "Tốt", from: "50", inclusive: true }, { name: "Yếu", from: "0", inclusive: true }];
  desk.write(desk.app.settings(desk.snapshot(), { ...desk.look().settings!, bands }));
  desk.build({ code: "HT", name: "Phường Hạc Thành" }, { code: "A2", name: "Xã Hai" });
  const [first, second] = desk.look().forms.map(({ id }) => id);
  desk.enter(desk.cell("1", { input: "x" }, first), "Có");
  desk.enter(desk.cell("2", { input: "x" }, second), "Có");
  desk.rank();
  const rubric = desk.workbook.sheets.find((sheet) => /^Bộ chỉ số/.test(sheet.name) && sheet.name !== name)!;
  desk.deleteRow(rubric.name, 4);
  desk.build({ code: "HT", name: "Phường Hạc Thành" });
  desk.rank();
  expect(desk.sheet(name)).toEqual(before);
  expect(desk.look().findings.flatMap((finding) => badlySaid(finding))).toEqual([]);

  // The bands and ranks are found where they stand instead.
  const computed = ironCalc(desk.workbook);
  const sheet = desk.workbook.sheets.find((each) => each.name !== name && /^Xếp hạng/.test(each.name))!;
  const names = computed[sheet.name]!.flat().filter((value) => value === "Xã Hai" || value === "Tốt" || value === "Yếu");
  expect([...new Set(names)].sort()).toEqual(["Tốt", "Xã Hai", "Yếu"]);
  const errors = Object.values(computed).flat(2).filter((value) => typeof value === "object" && value !== null);
  expect(errors).toEqual([]);
  const form = computed[second!]!;
  expect(form.find((line) => line[0] === "#band")?.[form[0]!.indexOf("final")]).toBe("Tốt");
});
