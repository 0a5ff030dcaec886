import type { Expr } from "../formula/expr";
import { printFormula } from "../formula/print";

/** Stands for every row of a table: the last one of a sheet, counted from 0, which no table reaches. */
const anyRow = 1048575;

/**
 * A formula that every row of a table holds alike: its tree is made and printed once, for a row that stands for all,
 * then spelt for each row. It may also name cells of the row above and of the row below.
 */
export function rowFormula(build: (row: number) => Expr): (row: number) => string {
  const pieces = printFormula(build(anyRow)).split(/(104857[567])/);
  const offsets = pieces.map((piece, at) => (at % 2 === 1 ? Number(piece) - anyRow : 0));
  return (row) => {
    let spelt = pieces[0]!;
    for (let at = 1; at < pieces.length; at += 2) spelt += String(row + offsets[at]!) + pieces[at + 1]!;
    return spelt;
  };
}
