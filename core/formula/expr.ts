/** A formula as a tree. Separators, quotes and number spelling are settled when it is printed. */
export type Expr =
  | { readonly op: "number"; readonly value: string }
  | { readonly op: "text"; readonly value: string }
  | { readonly op: "bool"; readonly value: boolean }
  | { readonly op: "cell"; readonly sheet?: string; readonly row: number; readonly column: number; readonly fixed?: boolean }
  | {
      readonly op: "area";
      readonly sheet?: string;
      readonly row: number;
      readonly column: number;
      readonly rows: number;
      readonly columns: number;
      readonly fixed?: boolean;
    }
  | { readonly op: "call"; readonly name: FunctionName; readonly args: readonly Expr[] }
  | { readonly op: "infix"; readonly sign: Infix; readonly left: Expr; readonly right: Expr }
  | { readonly op: "minus"; readonly of: Expr };

export type Infix = "+" | "-" | "*" | "/" | "^" | "=" | "<>" | ">" | ">=" | "<" | "<=" | "&";

/** The functions that Excel 2016, Google Sheets, LibreOffice and Gnumeric compute alike. */
export type FunctionName =
  | "ABS" | "AND" | "AVERAGE" | "CHOOSE" | "COUNT" | "COUNTIF" | "COUNTIFS" | "EXACT" | "IF" | "IFERROR" | "INDEX"
  | "INT" | "ISERROR" | "ISLOGICAL" | "ISNUMBER" | "ISTEXT" | "LARGE" | "LEFT" | "LEN" | "LOOKUP" | "MATCH" | "MAX" | "MIN" | "NOT" | "OR"
  | "RANK" | "ROUND" | "SIGN" | "SMALL" | "SUBSTITUTE" | "SUM" | "SUMIF" | "SUMIFS" | "SUMPRODUCT" | "TEXT" | "TRIM";

/** A number from a plain decimal ("0.75", "-3", "10"). */
export const num = (value: string | number): Expr => ({ op: "number", value: String(value) });
export const text = (value: string): Expr => ({ op: "text", value });
export const bool = (value: boolean): Expr => ({ op: "bool", value });
export const cell = (row: number, column: number, sheet?: string, fixed = false): Expr => ({
  op: "cell", row, column, ...(sheet === undefined ? {} : { sheet }), ...(fixed ? { fixed } : {}),
});
export const area = (
  row: number, column: number, rows: number, columns: number, sheet?: string, fixed = false,
): Expr => ({ op: "area", row, column, rows, columns, ...(sheet === undefined ? {} : { sheet }), ...(fixed ? { fixed } : {}) });
export const call = (name: FunctionName, ...args: Expr[]): Expr => ({ op: "call", name, args });
export const infix = (left: Expr, sign: Infix, right: Expr): Expr => ({ op: "infix", sign, left, right });
export const minus = (of: Expr): Expr => ({ op: "minus", of });
export const when = (test: Expr, yes: Expr, no: Expr): Expr => call("IF", test, yes, no);
export const add = (...terms: Expr[]): Expr => terms.reduce((left, right) => infix(left, "+", right));
export const join = (...parts: Expr[]): Expr => parts.reduce((left, right) => infix(left, "&", right));
/** True where the cell is empty. `=""` is wrong for 0 in one engine, `LEN` is right in all. */
export const isBlank = (of: Expr): Expr => infix(call("LEN", of), "=", num(0));
/** A number and not a truth value, which LibreOffice counts among the numbers. */
export const isNumber = (of: Expr): Expr => call("AND", call("ISNUMBER", of), call("NOT", call("ISLOGICAL", of)));

/** Whether a formula says the same whatever the cells hold: it can be written as its value. */
export function isConstant(of: Expr): boolean {
  switch (of.op) {
    case "number":
    case "text":
    case "bool":
      return true;
    case "minus":
      return isConstant(of.of);
    case "infix":
      return isConstant(of.left) && isConstant(of.right);
    default:
      return false;
  }
}
