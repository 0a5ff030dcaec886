import { say } from "../core/words/say";
import { readXlsxFile, writeXlsx } from "../excel-addin/page/xlsx";
import { emptySheet } from "../core/sheet/apply";
import type { Lines } from "../core/sheet/carried";
import type { Cell, Sheet, Workbook } from "../core/sheet/workbook";
import { movedFormula } from "../excel-addin/page/xlsx/chart-places";
import { chartMarkup, dot, heldIn, withOwn } from "./kit/own-parts";

const cells = (...rows: number[]): Cell[][] => rows.map((v) => [{ v }]);
const book: Workbook = {
  sheets: [{ ...emptySheet("Phiếu A"), cells: cells(1, 2, 3) }, { ...emptySheet("Của tôi"), cells: cells(4, 5) }],
  active: "Phiếu A", properties: {},
};
const made = async (): Promise<Uint8Array> => withOwn(await writeXlsx(book), [
  {
    sheet: 0, number: 3, picture: dot, notes: [{ cell: "A2", text: "Xem lại số này", thread: true }, { cell: "A3", text: "Hỏi văn phòng" }],
    chart: { figures: "'Phiếu A'!$A$1:$A$3", at: [4, 2] },
  },
  { sheet: 1, number: 1, notes: [{ cell: "A1", text: "Của riêng" }], chart: { figures: "'Phiếu A'!$A$1:$A$2", at: [1, 1] } },
]);

test("charts, pictures and comments stand in the saved file as they stood in the opened one", async () => {
  const bytes = await made();
  const before = heldIn(bytes);
  expect(before["Phiếu A"]!.notes).toEqual([["A2", "Xem lại số này"], ["A3", "Hỏi văn phòng"]]);
  expect(before["Phiếu A"]!.threads.map(([cell]) => cell)).toEqual(["A2", "A2"]);
  expect(before["Của tôi"]!.charts).toEqual([chartMarkup("'Phiếu A'!$A$1:$A$2")]);
  const { workbook, issues } = await readXlsxFile(bytes, "a.xlsx");
  expect(issues.map((issue) => say(issue, "vi"))).toEqual([
    "Tệp có biểu đồ, hình vẽ, ghi chú của ô: được giữ nguyên trong bản lưu, nhưng trang này không hiển thị.",
  ]);
  const saved = await writeXlsx(JSON.parse(JSON.stringify(workbook)) as Workbook);
  expect(heldIn(saved)).toEqual(before);
  const again = await readXlsxFile(saved);
  expect(again.workbook).toEqual(workbook);
  expect(Buffer.from(await writeXlsx(again.workbook)).equals(Buffer.from(saved))).toBe(true);
});

describe("where sheets and cells are called otherwise by now", () => {
  const opened = async (): Promise<Workbook> => (await readXlsxFile(await made())).workbook;
  const saved = async ({ sheets, ...rest }: Workbook, change: (sheet: Sheet, i: number) => Sheet | null): Promise<ReturnType<typeof heldIn>> =>
    heldIn(await writeXlsx({ ...rest, sheets: sheets.map(change).filter((sheet) => sheet !== null) }));
  const chart = (figures: string): string[] => [chartMarkup(figures)];

  test("a sheet has a new name: its charts follow, and others' that take figures from it", async () => {
    const held = await saved(await opened(), (sheet, i) => (i === 0 ? { ...sheet, name: "Phiếu 'mới' & A" } : sheet));
    expect(held["Phiếu 'mới' & A"]!.charts).toEqual(chart("'Phiếu ''mới'' &amp; A'!$A$1:$A$3"));
    expect(held["Phiếu 'mới' & A"]!.notes.length).toBe(2);
    expect(held["Của tôi"]!.charts).toEqual(chart("'Phiếu ''mới'' &amp; A'!$A$1:$A$2"));
  });

  test("two sheets change names with each other, and places", async () => {
    const { sheets, ...rest } = await opened();
    const held = await saved({ ...rest, sheets: [...sheets].reverse() }, (sheet, i) => ({ ...sheet, name: i === 0 ? "Phiếu A" : "Của tôi" }));
    expect(Object.keys(held)).toEqual(["Phiếu A", "Của tôi"]);
    expect(held["Phiếu A"]!.charts).toEqual(chart("'Của tôi'!$A$1:$A$2"));
    expect(held["Phiếu A"]!.notes).toEqual([["A1", "Của riêng"]]);
    expect(held["Của tôi"]!.charts).toEqual(chart("'Của tôi'!$A$1:$A$3"));
    expect(held["Của tôi"]!.pictures).toEqual([Buffer.from(dot)]);
  });

  test("a sheet is gone: all of its own with it, and the others' places on it", async () => {
    const held = await saved(await opened(), (sheet, i) => (i === 0 ? null : sheet));
    expect(held).toEqual({ "Của tôi": { charts: chart("#REF!"), notes: [["A1", "Của riêng"]], threads: [], pictures: [], anchors: [[1, 1]], boxes: ["A1"] } });
  });

  test("a sheet made anew under the old name keeps the others' places", async () => {
    const held = await saved(await opened(), (sheet, i) => (i === 0 ? { ...emptySheet("Phiếu A") } : sheet));
    expect(held["Của tôi"]!.charts).toEqual(chart("'Phiếu A'!$A$1:$A$2"));
    expect(held["Phiếu A"]).toMatchObject({ charts: [], notes: [] });
  });

  test("of two copies of a sheet the first has what hangs on it", async () => {
    const { sheets, ...rest } = await opened();
    const held = await saved({ ...rest, sheets: [sheets[0]!, { ...sheets[0]!, name: "Phiếu A (2)" }, sheets[1]!] }, (sheet) => sheet);
    expect(held["Phiếu A"]!.charts.length).toBe(1);
    expect(held["Phiếu A (2)"]).toMatchObject({ charts: [], notes: [], threads: [] });
  });

  const lined = (rows: Lines, columns?: Lines) => async () =>
    saved(await opened(), (sheet, i) => (i === 0 ? { ...sheet, carried: { ...sheet.carried!, rows, ...(columns === undefined ? {} : { columns }) } } : sheet));
  test.each<[string, () => ReturnType<typeof saved>, string, (readonly [string, string])[], readonly [number, number]]>([
    ["two rows put in above", lined([[null, 2], [0, 1]]), "'Phiếu A'!$A$3:$A$5", [["A4", "Xem lại số này"], ["A5", "Hỏi văn phòng"]], [6, 2]],
    ["a row put in between", lined([[0, 2], [null, 1], [2, 1]]), "'Phiếu A'!$A$1:$A$4", [["A2", "Xem lại số này"], ["A4", "Hỏi văn phòng"]], [5, 2]],
    ["the first row deleted", lined([[1, 1]]), "'Phiếu A'!$A$1:$A$2", [["A1", "Xem lại số này"], ["A2", "Hỏi văn phòng"]], [3, 2]],
    ["a row with a comment deleted", lined([[0, 1], [2, 1]]), "'Phiếu A'!$A$1:$A$2", [["A2", "Hỏi văn phòng"]], [3, 2]],
    ["all the figures deleted", lined([[3, 1]]), "#REF!", [], [1, 2]],
    ["the row under the chart's corner deleted", lined([[0, 4], [5, 1]]), "'Phiếu A'!$A$1:$A$3", [["A2", "Xem lại số này"], ["A3", "Hỏi văn phòng"]], [4, 2]],
    ["a row moved", lined([[1, 1], [0, 1], [2, 1]]), "'Phiếu A'!$A$2:$A$3", [["A1", "Xem lại số này"], ["A3", "Hỏi văn phòng"]], [4, 2]],
    ["a column put in before", lined([[0, 1]], [[null, 1], [0, 1]]), "'Phiếu A'!$B$1:$B$3", [["B2", "Xem lại số này"], ["B3", "Hỏi văn phòng"]], [4, 3]],
  ])("%s: comments, boxes, corners and places follow", async (_, run, figures, notes, corner) => {
    const held = await run();
    expect(held["Phiếu A"]!.charts).toEqual(chart(figures));
    expect(held["Phiếu A"]!.notes).toEqual(notes);
    expect(held["Phiếu A"]!.boxes).toEqual(notes.map(([cell]) => cell));
    expect(new Set(held["Phiếu A"]!.threads.map(([cell]) => cell))).toEqual(new Set(notes.filter(([, text]) => text.startsWith("Xem")).map(([cell]) => cell)));
    expect(held["Phiếu A"]!.anchors[0]).toEqual(corner);
  });
});

test.each([
  ["'Phiếu A'!$A$1:$C$3", "'Mới'!$A$3:$C$5"],
  ["Trang!A1", "Trang!A1"],
  ["('Phiếu A'!$A$1,'Phiếu A'!$A$3)", "('Mới'!$A$3,'Mới'!$A$5)"],
  ["'Phiếu A'!A:B", "'Mới'!A:B"],
  ["'Phiếu A'!$1:$2", "'Mới'!$3:$4"],
  ["'Phiếu A'!Tổng", "'Mới'!Tổng"],
  ["'Đã xóa'!$A$1&\"'Phiếu A'!A1\"", "#REF!&\"'Phiếu A'!A1\""],
  ["'PHIẾU A'!$A$1", "'Mới'!$A$3"],
  ["Đã!A1+SUM(Đã!B2:B3)", "Đã!A1+SUM(Đã!B2:B3)"],
])("the places of %s after a new name and two rows put in above", (formula, expected) => {
  const where = (name: string) =>
    name.toLowerCase() === "phiếu a" ? { name: "Mới", rows: [[null, 2], [0, 1]] as const, columns: undefined } : name === "Đã xóa" ? null : undefined;
  expect(movedFormula(formula, where)).toBe(expected);
});
