import type { Workbook } from "../../core/sheet/workbook";

/** The same workbook whatever the length of its rows: blank ends say nothing. */
export function tidyWorkbook(book: Workbook): unknown {
  const ends = <T>(list: readonly T[], blank: (item: T) => boolean): T[] => {
    const kept = Array.from(list);
    while (kept.length > 0 && blank(kept[kept.length - 1]!)) kept.pop();
    return kept;
  };
  const bare = (item: object | undefined): boolean => item === undefined || Object.keys(item).length === 0;
  return {
    ...book,
    sheets: book.sheets.map((sheet) => ({
      ...sheet,
      cells: ends(
        sheet.cells.map((line) => ends(Array.from(line ?? []), (cell) => cell === undefined)),
        (line) => line.length === 0,
      ),
      columns: ends(sheet.columns, bare),
      rows: ends(sheet.rows, bare),
    })),
  };
}
