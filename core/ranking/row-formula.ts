import type { Expr } from "../formula/expr";
import { type Dialect, excelDialect, printFormula } from "../formula/print";

/** The last row of a sheet, counted from 0; no table reaches it and no other number in a formula is as large by chance. */
const lastRow = 1048575;

/**
 * A formula that every row of a table holds alike: its tree is made and printed once, for a row that stands for all,
 * then spelt for each row.
 */
export function rowFormula(build: (row: number) => Expr, dialect: Dialect = excelDialect): (row: number) => string {
  const pieces = printFormula(build(lastRow), dialect).split(String(lastRow + 1));
  return (row) => pieces.join(String(row + 1));
}
