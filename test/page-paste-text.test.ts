import { cellName } from "../core/sheet/address";
import { cellValue, type Desk, openDesk, pasteInto } from "./kit/browser";
import { formWorkbook } from "./kit/form-workbook";

jest.setTimeout(120000);

/** A sheet without locks. */
const sheet = "Xếp hạng";
let desk: Desk;
beforeAll(async () => {
  desk = await openDesk({ workbook: formWorkbook });
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
