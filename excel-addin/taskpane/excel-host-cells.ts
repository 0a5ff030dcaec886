import { shownText } from "../../core/sheet/shown";
import type { SheetSnapshot } from "../../core/sheet/snapshot";
import type { CellValue, SheetState } from "../../core/sheet/workbook";

/** Cells as Excel hands them over; `row` and `column` of the first, from 0. */
export interface RawCells {
  readonly row: number;
  readonly column: number;
  readonly values: unknown[][];
  readonly valueTypes: unknown[][];
  readonly formulas: unknown[][];
  readonly numberFormat: unknown[][];
}

/** What to load of a range for `RawCells`. */
export const rawLines = ["values", "valueTypes", "formulas", "numberFormat"] as const;
export const rawFields = `rowIndex,columnIndex,${rawLines.join()}`;

export const rawOf = ({ rowIndex, columnIndex, values, valueTypes, formulas, numberFormat }: Excel.Range): RawCells => ({
  row: rowIndex, column: columnIndex, values, valueTypes, formulas, numberFormat,
});

/** Excel's value of a cell; the text `#N/A` and the error are told apart by the type. */
export function cellValue(value: unknown, type: unknown): CellValue {
  if (type === "Error") return { error: String(value) };
  if (type === "Empty" || value === null || value === undefined) return null;
  return typeof value === "number" || typeof value === "boolean" ? value : String(value);
}

/** The formula without its `=`; text that begins with `=` reads the same as its value. */
function formulaOf(formula: unknown, value: CellValue): string | null {
  const computes = typeof formula === "string" && formula.length > 1 && formula.startsWith("=") && formula !== value;
  return computes ? formula.slice(1) : null;
}

/** The sheet from its first cell on, blank ends cut off, as every host gives it. */
export function sheetSnapshot(
  name: string, state: SheetState, raw: RawCells | null, decimal: "," | ".",
): SheetSnapshot & { readonly texts: readonly (readonly (string | null)[])[] } {
  const values: CellValue[][] = [];
  const formulas: (string | null)[][] = [];
  const texts: (string | null)[][] = [];
  raw?.values.forEach((line, i) => {
    const cells = line.map((value, j) => {
      const held = cellValue(value, raw.valueTypes[i]?.[j]);
      const formula = formulaOf(raw.formulas[i]?.[j], held);
      return { value: held === "" && formula === null ? null : held, formula };
    });
    const blank = ({ value, formula }: (typeof cells)[number]): boolean => value === null && formula === null;
    while (cells.length > 0 && blank(cells[cells.length - 1]!)) cells.pop();
    if (cells.length === 0) return;
    const row = raw.row + i;
    for (const grid of [values, formulas, texts]) while (grid.length < row) grid.push([]);
    const before = Array.from({ length: raw.column }, () => null);
    values[row] = [...before, ...cells.map(({ value }) => value)];
    formulas[row] = [...before, ...cells.map(({ formula }) => formula)];
    texts[row] = [
      ...before,
      ...cells.map(({ value }, j) => shownText(value, String(raw.numberFormat[i]?.[j] ?? "General"), decimal)),
    ];
  });
  return { name, state, values, formulas, texts };
}

/** Tells contents of a sheet apart, for a later comparison; null is a blank sheet. */
export const printOf = (cells: Pick<RawCells, "row" | "column" | "values"> | null): string =>
  cells === null ? "" : JSON.stringify([cells.row, cells.column, cells.values]);
