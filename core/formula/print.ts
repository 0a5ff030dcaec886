import { withoutTail } from "../number/tail";
import { cellName, columnName, quoteSheet } from "../sheet/address";
import type { Expr, Infix } from "./expr";

const strength: Record<Infix, number> = {
  "=": 1, "<>": 1, ">": 1, ">=": 1, "<": 1, "<=": 1, "&": 2, "+": 3, "-": 3, "*": 4, "/": 4, "^": 5,
};

/** A number without a decimal mark, so that every locale reads it: `0.75` becomes `75/100`. */
function printNumber(value: string): Printed {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(value);
  if (match === null) throw new RangeError(`not a plain decimal: ${value}`);
  const [, sign = "", whole = "0", part = ""] = match;
  const fraction = withoutTail(part, /0/);
  const digits = (whole + fraction).replace(/^0+(?=\d)/, "");
  const body = fraction === "" ? digits : `${digits}/1${"0".repeat(fraction.length)}`;
  return { text: sign + body, strength: sign !== "" ? 2.5 : fraction === "" ? 9 : 4 };
}

function printCell(row: number, column: number, fixed: boolean): string {
  return fixed ? `$${columnName(column)}$${row + 1}` : cellName(row, column);
}

interface Printed {
  readonly text: string;
  readonly strength: number;
}

function wrapped(of: Expr, atLeast: number): string {
  const { text, strength: own } = printed(of);
  return own < atLeast ? `(${text})` : text;
}

function printed(of: Expr): Printed {
  switch (of.op) {
    case "number":
      return printNumber(of.value);
    case "text":
      return { text: `"${of.value.replace(/"/g, '""')}"`, strength: 9 };
    case "bool":
      return { text: of.value ? "TRUE()" : "FALSE()", strength: 9 };
    case "cell": {
      const name = printCell(of.row, of.column, of.fixed === true);
      return { text: of.sheet === undefined ? name : `${quoteSheet(of.sheet)}!${name}`, strength: 9 };
    }
    case "area": {
      const fixed = of.fixed === true;
      const first = printCell(of.row, of.column, fixed);
      const last = printCell(of.row + of.rows - 1, of.column + of.columns - 1, fixed);
      const name = `${first}:${last}`;
      return { text: of.sheet === undefined ? name : `${quoteSheet(of.sheet)}!${name}`, strength: 9 };
    }
    case "call":
      return { text: `${of.name}(${of.args.map(printFormula).join(",")})`, strength: 9 };
    case "minus":
      return { text: `-${wrapped(of.of, 6)}`, strength: 2.5 };
    case "infix": {
      const own = strength[of.sign];
      return { text: wrapped(of.left, own) + of.sign + wrapped(of.right, own + 0.5), strength: own };
    }
  }
}

/** Formula text of a tree, en-US, without the leading `=`. A host with a dialect of its own translates it. */
export function printFormula(expr: Expr): string {
  return printed(expr).text;
}
