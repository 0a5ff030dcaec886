import type { Workbook } from "../../core/sheet/workbook";
import { ironCalcAgain } from "../kit/iron-book";
import type { Calculate } from "./sheet-engine";

/** IronCalc as the reckoner of a sheet engine. Node only. */
export const ironCalculate: Calculate = (workbook: Workbook): Workbook => {
  const values = ironCalcAgain(workbook);
  return {
    ...workbook,
    sheets: workbook.sheets.map((sheet) => ({
      ...sheet,
      cells: sheet.cells.map((cells, row) =>
        cells?.map((cell, column) =>
          cell?.f === undefined ? cell : { ...cell, v: values[sheet.name]?.[row]?.[column] ?? null },
        ),
      ),
    })),
  };
};
