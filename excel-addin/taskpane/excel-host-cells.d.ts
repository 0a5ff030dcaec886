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
export declare const rawFields = "rowIndex,columnIndex,values,valueTypes,formulas,numberFormat";
export declare const rawOf: ({ rowIndex, columnIndex, values, valueTypes, formulas, numberFormat }: Excel.Range) => RawCells;
/** Excel's value of a cell; the text `#N/A` and the error are told apart by the type. */
export declare function cellValue(value: unknown, type: unknown): CellValue;
/** The sheet from its first cell on, blank ends cut off, as every host gives it. */
export declare function sheetSnapshot(name: string, state: SheetState, raw: RawCells | null, decimal: "," | "."): SheetSnapshot & {
    readonly texts: readonly (readonly (string | null)[])[];
};
/** Tells contents of a sheet apart, for a later comparison; null is a blank sheet. */
export declare const printOf: (cells: Pick<RawCells, "row" | "column" | "values"> | null) => string;
