import { call, type Expr, infix, num, text } from "../formula/expr";
import { printFormula } from "../formula/print";
import { formatMark } from "../sheet/own-formats";

/** The formula of a format by condition that shows where all terms hold, marked as ours by one that always does. */
export const condition = (...terms: Expr[]): string =>
  printFormula(call("AND", ...terms, infix(call("LEN", text(formatMark)), ">", num(0))));
