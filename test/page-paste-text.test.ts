import { cellName } from "../core/sheet/address";
import type { Sheet } from "../core/sheet/workbook";
import { cellValue, type Desk, goTo, openDesk, pasteInto, typeInto } from "./kit/browser";
import { formSheet, formWorkbook } from "./kit/form-workbook";

jest.setTimeout(120000);

const said = { allowBlank: true, prompt: { title: "", text: "" }, error: { title: "", text: "" } };
/** The form with cells for words in D2:D3, a list of one member in D4 and words again in D6. */
const withWords: Sheet = {
  ...formSheet,
  cells: formSheet.cells.map((line, row) =>
    [1, 2, 3, 5].includes(row) ? [...(line ?? []).slice(0, 3), { v: null, s: { locked: false } }] : line),
  validations: [
    ...formSheet.validations,
    { area: { row: 1, column: 3, rows: 2, columns: 1 }, rule: { ...said, kind: "length", max: 255 } },
    { area: { row: 3, column: 3, rows: 1, columns: 1 }, rule: { ...said, kind: "list", options: ["Không áp dụng"] } },
  ],
};
/** A sheet without locks. */
const sheet = "Xếp hạng";
let desk: Desk;
beforeAll(async () => {
  desk = await openDesk({ workbook: { ...formWorkbook, sheets: [withWords, ...formWorkbook.sheets.slice(1)] } });
});
afterAll(async () => {
  await desk?.close();
});
afterEach(() => expect(desk.faults).toEqual([]));

// As a spreadsheet puts cells on the clipboard as text: one that holds lines, tabs or quotes stands between quotes.
test.each([
  ["lines", '"a = số việc xong;\nb = số việc."\t5', [["a = số việc xong;\nb = số việc.", 5]]],
  ["lines and nothing else", '"một\r\nhai"', [["một\nhai"]]],
  ["an empty line within", '"một\n\nhai"\nba', [["một\n\nhai"], ["ba"]]],
  ["a tab", '"một\thai"\tba', [["một\thai", "ba"]]],
  ["quotes", '"nói ""có""\nhay không"\tb', [['nói "có"\nhay không', "b"]]],
  ["spaces", "  hai  cách\tb", [["  hai  cách", "b"]]],
] as const)("text pasted with %s in a cell stays in its cells", async (_what, text, cells) => {
  await pasteInto(desk.page, "F12", text, sheet);
  for (const [i, row] of cells.entries()) {
    for (const [j, value] of row.entries()) {
      expect(await cellValue(desk.page, sheet, `${"FG"[j]}${12 + i}`)).toBe(value);
    }
  }
});

// One cell of text is read as one of several is: the comma is the decimal mark.
test.each([
  ["0,675", 0.675], ["2,675", 2.675], ["71,636", 71.636], ["1.000", 1000], ["95,5%", 0.955], ["0x10", "0x10"], ["40", 40],
])("%s pasted alone is %j", async (text, value) => {
  await pasteInto(desk.page, "F20", text, sheet);
  expect(await cellValue(desk.page, sheet, "F20")).toBe(value);
});

// B2 asks for a plain number: a day or a percent would become another number there.
test.each([
  ["0,675", 0.675], ["95,125", 95.125], ["12/5", "12/5"], ["85%", "85%"], ["0x10", "0x10"],
])("%s pasted into a cell for counts is %j", async (text, value) => {
  await pasteInto(desk.page, "B2", text, "Phiếu");
  expect(await cellValue(desk.page, "Phiếu", "B2")).toBe(value);
});

test.each([["0,85", 0.85], ["95,5%", 0.955], ["12/5", "12/5"]])("%s pasted into a cell for shares is %j", async (text, value) => {
  await pasteInto(desk.page, "B8", text, "Phiếu");
  expect(await cellValue(desk.page, "Phiếu", "B8")).toBe(value);
});

// D2 asks for words.
test("a formula pasted into a cell for words is words", async () => {
  const text = '=HYPERLINK("http://x","Đông Sơn")';
  await pasteInto(desk.page, "D2", text, "Phiếu");
  expect(await cellValue(desk.page, "Phiếu", "D2")).toBe(text);
});

test.each(["12/5", "0,5", "001", "85%", "http://example.vn/a", '=HYPERLINK("http://x","a")'])("%s typed or pasted into a cell for words stays as it is", async (text) => {
  await pasteInto(desk.page, "D2", text, "Phiếu");
  expect(await cellValue(desk.page, "Phiếu", "D2")).toBe(text);
  await typeInto(desk.page, "D3", text, "Phiếu");
  expect(await cellValue(desk.page, "Phiếu", "D3")).toBe(text);
});

test("Enter leads to the next answer, past locked cells and a list of one member", async () => {
  await typeInto(desk.page, "B5", "Có", "Phiếu");
  await desk.page.waitForFunction(() => document.querySelector(".standing b")?.textContent?.startsWith("B8:") === true);
  await typeInto(desk.page, "D3", "xong", "Phiếu");
  await desk.page.waitForFunction(() => document.querySelector(".standing b")?.textContent?.startsWith("D6:") === true);
});

test("text pasted from the menu stays in its cells too", async () => {
  const { page } = desk;
  await pasteInto(page, "F16", "", sheet);
  await page.evaluate((text) => navigator.clipboard.writeText(text), '"một\nhai"\t7,5\nba\t-1');
  const canvas = (await page.locator("canvas[id^=univer-sheet-main]").boundingBox())!;
  await page.mouse.click(canvas.x + canvas.width / 2, canvas.y + canvas.height / 2, { button: "right" });
  await page.getByText("Dán", { exact: true }).first().click();
  const { row, column } = await page.evaluate(() => globalThis.scorebook!.grid.selection()!);
  const cells = [[0, 0, "một\nhai"], [0, 1, 7.5], [1, 0, "ba"], [1, 1, -1]] as const;
  for (const [down, across, value] of cells) {
    expect(await cellValue(page, sheet, cellName(row + down, column + across))).toBe(value);
  }
});

test("where the page is narrow the line under the grid is shown whole", async () => {
  const { page } = desk;
  await goTo(page, "B5", "Phiếu");
  await page.setViewportSize({ width: 300, height: 700 });
  await page.waitForFunction(() => innerWidth === 300);
  const cut = await page.$eval(".standing p", (line) => line.scrollWidth - line.clientWidth);
  const { height, scrolled } = await page.$eval(".standing p", (line) => {
    line.querySelector("span")!.textContent = "hai chữ ".repeat(60);
    return { height: line.clientHeight, scrolled: getComputedStyle(line).overflowY };
  });
  expect({ height, scrolled }).toEqual({ height: 60, scrolled: "auto" });
  await page.setViewportSize({ width: 1400, height: 900 });
  expect(cut).toBe(0);
});
