import { cell, type Expr } from "../formula/expr";

export { storeMark, storeSheet } from "../sheet/hidden-sheet";

/** Key rows take columns from 0: a key and up to three values. */
export const keyWidth = 4;

/** The band table stands beside the key rows, and the parked answers beside that, so that none moves another. */
export const bandTable = { headRow: 0, firstRow: 1, name: 4, from: 5, inclusive: 6 } as const;

/** Answers without a place in their form. */
export const parkedTable = { headRow: 0, firstRow: 1, column: 8 } as const;
export const parkedFields = ["unit", "sheet", "criterion", "code", "name", "part", "label", "value"] as const;

/** The rows that the rubric had when it was last written, so that a row without an id is known again. */
export const nodeTable = { headRow: 0, firstRow: 1, column: 18 } as const;
/** `data` is the whole node as JSON, so that a sheet that was read once need not be read again. */
export const nodeFields = ["kind", "id", "code", "name", "data"] as const;

/** The cells of band `index`, counted from 0 and from the highest: its name, its lower bound, 1 where inclusive. */
export function bandCells(index: number, sheet: string): { name: Expr; from: Expr; inclusive: Expr } {
  const row = bandTable.firstRow + index;
  return {
    name: cell(row, bandTable.name, sheet, true),
    from: cell(row, bandTable.from, sheet, true),
    inclusive: cell(row, bandTable.inclusive, sheet, true),
  };
}
