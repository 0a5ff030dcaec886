import { cell, type Expr } from "../formula/expr";

/** The hidden sheet of facts. Not secret. */
export const storeSheet = "_scorebook";

/** The band table of `_scorebook` stands beside the key rows, so that neither moves the other. */
export const bandTable = { headRow: 0, firstRow: 1, name: 4, from: 5, inclusive: 6 } as const;

/** The cells of band `index`, counted from 0 and from the highest: its name, its lower bound, 1 where inclusive. */
export function bandCells(index: number): { name: Expr; from: Expr; inclusive: Expr } {
  const row = bandTable.firstRow + index;
  return {
    name: cell(row, bandTable.name, storeSheet, true),
    from: cell(row, bandTable.from, storeSheet, true),
    inclusive: cell(row, bandTable.inclusive, storeSheet, true),
  };
}
