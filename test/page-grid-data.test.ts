import { emptySheet } from "../core/sheet/apply";
import type { Cell } from "../core/sheet/workbook";
import { lockedAreas } from "../excel-addin/page/grid-checks";
import { gridData, workbookOf } from "../excel-addin/page/grid-data";
import { tidyWorkbook } from "./kit/workbooks";
import { richWorkbook } from "./kit/rich-workbook";

test.each([[1400, 700, 1, 2], [300, 300, 1, 2], [40, 300, 0, 2], [300, 30, 1, 0]])(
  "a workbook passes through the grid's own form unchanged, %i by %i pixels", (width, height, columns, rows) => {
  const data = structuredClone(gridData(richWorkbook, "book", { width, height }));
  expect(data.sheets["sheet-1"]!.freeze).toMatchObject({ xSplit: columns, ySplit: rows });
  const back = workbookOf(data, "sheet-1", () => "");
  expect(tidyWorkbook(back)).toEqual(tidyWorkbook(richWorkbook));
});

test("locked areas cover every cell but the unlocked ones, once, in few rectangles", () => {
  const rows = Array.from({ length: 300 }, (_, row) =>
    Array.from({ length: 9 }, (_, column): Cell | undefined =>
      column >= 5 && column <= 6 && row > 3 && row % 3 !== 0 ? { v: null, s: { locked: false } } : undefined));
  const areas = lockedAreas({ ...emptySheet("A"), cells: rows }, 320, 12);
  const times = Array.from({ length: 320 }, () => new Array<number>(12).fill(0));
  for (const { row, column, rows: high, columns: wide } of areas) {
    for (let i = row; i < row + high; i++) for (let j = column; j < column + wide; j++) times[i]![j]!++;
  }
  times.forEach((line, row) => line.forEach((n, column) => expect(n).toBe(rows[row]?.[column]?.s?.locked === false ? 0 : 1)));
  expect(areas.length).toBeLessThan(310);
});
