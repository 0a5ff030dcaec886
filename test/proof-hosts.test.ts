import { createApp } from "../core/app";
import type { Proven } from "../core/app-port";
import type { Host } from "../core/sheet/host";
import { cellName, parseCellName } from "../core/sheet/address";
import { openExcel } from "./host-excel";
import { Desk } from "./kit/desk";
import { evaluated } from "./kit/evaluated";
import { rankedDesk } from "./kit/ranked-desk";
import { builtSheets, openSheets, workbookIn } from "./sheets-desk";

jest.setTimeout(120000);
beforeAll(() => void builtSheets(), 600000);

/** Points typed over a formula, text for a number and a broken reference, everything else computed. */
function tampered(): Desk {
  const desk = rankedDesk();
  const put = (sheet: string, cell: string, v: string | number, f?: string): void => {
    const { row, column } = parseCellName(cell)!;
    desk.enter({ sheet, row, column }, v, f);
  };
  put("Phiếu X02", "H9", 10);
  put("Phiếu X03", "H12", "0,5");
  put("Phiếu X01", "N15", 0, "1/0");
  return new Desk(evaluated(desk.workbook));
}

const app = createApp();
const desk = tampered();
const proofOf = (read: Parameters<typeof app.prove>[0]): Proven => desk.all(app.prove(read));
const gist = ({ cells, differences }: Proven) => ({
  cells,
  differences: differences.map(({ at, shown, right, gain, follows, effect }) =>
    [`${at.sheet}!${cellName(at.row, at.column)}`, shown, right, gain, follows, effect]),
});

const expected = gist(proofOf(desk.snapshot()));

test("the workbook has three causes", () => {
  expect(expected.differences.filter(([, , , , follows]) => follows === false).map(([cell, shown, right]) => [cell, shown, right])).toEqual([
    ["Phiếu X01!N15", "#DIV/0!", "0"], ["Phiếu X02!H9", "10", "5"], ["Phiếu X03!H12", "0,5", "0"],
  ]);
});

test.each<[string, () => { host: Host; held: () => unknown }]>([
  ["Excel", () => {
    const { host, engine } = openExcel(desk.workbook);
    return { host, held: () => engine.workbook() };
  }],
  ["Google Sheets", () => {
    const { host, book } = openSheets({ workbook: desk.workbook, own: true, calculate: null });
    return { host, held: () => workbookIn(book) };
  }],
])("%s proves the same, and is left as it was", async (_, open) => {
  const { host, held } = open();
  const before = JSON.stringify(held());
  expect(gist(proofOf(await host.read()))).toEqual(expected);
  expect(JSON.stringify(held())).toBe(before);
});
