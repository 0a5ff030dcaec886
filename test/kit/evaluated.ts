import type { Workbook } from "../../core/sheet/workbook";
import { digits15, ironCalc } from "./engines";

/** A workbook whose formulas show what an engine computes. */
export function evaluated(workbook: Workbook): Workbook {
  const values = ironCalc(workbook);
  return {
    ...workbook,
    sheets: workbook.sheets.map((sheet) => ({
      ...sheet,
      cells: sheet.cells.map((cut, row) => cut?.map((cell, column) =>
        cell?.f === undefined ? cell : { ...cell, v: digits15(values[sheet.name]?.[row]?.[column] ?? null) })),
    })),
  };
}
