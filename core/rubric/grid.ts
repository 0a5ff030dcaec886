import { cellName } from "../sheet/address";
import type { SheetSnapshot } from "../sheet/snapshot";
import type { CellValue } from "../sheet/workbook";
import { tidy } from "./fold";

/** A sheet's cells as texts that can be compared, with the values behind them. */
export interface Grid {
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
  /** The tidy text a cell shows, "" where blank, an error or outside. */
  text(row: number, column: number): string;
  value(row: number, column: number): CellValue;
  formula(row: number, column: number): string | null;
  /** Where a cell is, `Sheet!A1`. */
  cell(row: number, column: number): string;
}

function textOf(value: CellValue, shown: string | null): string {
  if (value === null || typeof value === "object") return "";
  if (typeof value === "string") return tidy(value);
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return shown === null ? String(value) : tidy(shown);
}

export function gridOf(sheet: SheetSnapshot): Grid {
  const texts = sheet.values.map((cells, row) =>
    cells.map((value, column) => textOf(value, sheet.texts?.[row]?.[column] ?? null)),
  );
  return {
    name: sheet.name,
    rows: texts.length,
    columns: texts.reduce((most, cells) => Math.max(most, cells.length), 0),
    text: (row, column) => texts[row]?.[column] ?? "",
    value: (row, column) => sheet.values[row]?.[column] ?? null,
    formula: (row, column) => sheet.formulas[row]?.[column] ?? null,
    cell: (row, column) => `${sheet.name}!${cellName(row, column)}`,
  };
}
