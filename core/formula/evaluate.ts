import { decimalText, fromCell } from "../number/exact";
import type { CellValue } from "../sheet/workbook";
import type { Expr, FunctionName, Infix } from "./expr";

/** What a formula sees: the other cells, and how this computer writes a decimal. */
export interface Sight {
  cell(sheet: string | undefined, row: number, column: number): CellValue;
  readonly decimal: "," | ".";
}

type Failure = { readonly error: string };
const isError = (value: CellValue): value is Failure => typeof value === "object" && value !== null;
const notValue: Failure = { error: "#VALUE!" };
const divided: Failure = { error: "#DIV/0!" };

/** A number as a formula joins it to text. */
function numberText(value: number, decimal: "," | "."): string {
  const text = String(Number(value.toPrecision(15)));
  return decimal === "." ? text : text.replace(".", ",");
}

function asText(value: CellValue, decimal: "," | "."): string | Failure {
  if (isError(value)) return value;
  if (value === null) return "";
  if (typeof value === "number") return numberText(value, decimal);
  return typeof value === "boolean" ? (value ? "TRUE" : "FALSE") : value;
}

function asNumber(value: CellValue): number | Failure {
  if (isError(value)) return value;
  if (value === null) return 0;
  if (typeof value === "string") return notValue;
  return Number(value);
}

function asTruth(value: CellValue): boolean | Failure {
  if (isError(value)) return value;
  if (typeof value === "string") return notValue;
  return value !== null && value !== false && value !== 0;
}

/** A cell beside another: a blank is 0 or "" as the other side is. */
function filled(value: CellValue, other: CellValue): CellValue {
  if (value !== null) return value;
  return typeof other === "string" ? "" : typeof other === "boolean" ? false : 0;
}

function place(value: CellValue): number {
  return typeof value === "number" ? 0 : typeof value === "string" ? 1 : typeof value === "boolean" ? 2 : -1;
}

/** Numbers before text before truth values, text whatever its case; a blank is 0 or "" as the other side is. */
function order(left: CellValue, right: CellValue): number {
  const a = filled(left, right);
  const b = filled(right, left);
  if (place(a) !== place(b)) return place(a) - place(b);
  if (typeof a === "string") {
    const x = a.toLowerCase();
    const y = String(b).toLowerCase();
    return x < y ? -1 : x > y ? 1 : 0;
  }
  return Number(a) - Number(b);
}

function compared(sign: Infix, left: CellValue, right: CellValue): boolean {
  const found = order(left, right);
  switch (sign) {
    case "=": return found === 0;
    case "<>": return found !== 0;
    case ">": return found > 0;
    case ">=": return found >= 0;
    case "<": return found < 0;
    default: return found <= 0;
  }
}

function reckoned(sign: Infix, a: number, b: number): CellValue {
  switch (sign) {
    case "+": return a + b;
    case "-": return a - b;
    case "*": return a * b;
    case "/": return b === 0 ? divided : a / b;
    default: return a ** b;
  }
}

/** The numbers of arguments: in cells, text and truth values do not count; written out, they are errors. */
function numbers(args: readonly Expr[], sight: Sight): number[] | Failure {
  const found: number[] = [];
  for (const arg of args) {
    if (arg.op === "area") {
      for (let row = arg.row; row < arg.row + arg.rows; row++) {
        for (let column = arg.column; column < arg.column + arg.columns; column++) {
          const each = sight.cell(arg.sheet, row, column);
          if (isError(each)) return each;
          if (typeof each === "number") found.push(each);
        }
      }
      continue;
    }
    const each = evaluate(arg, sight);
    if (arg.op === "cell" && typeof each !== "number" && !isError(each)) continue;
    const number = asNumber(each);
    if (typeof number !== "number") return number;
    found.push(number);
  }
  return found;
}

function truths(args: readonly Expr[], sight: Sight): boolean[] | Failure {
  const found: boolean[] = [];
  for (const arg of args) {
    const truth = asTruth(evaluate(arg, sight));
    if (typeof truth !== "boolean") return truth;
    found.push(truth);
  }
  return found;
}

/** The texts of arguments, or the first that has none. */
function texts(args: readonly Expr[], sight: Sight): string[] | Failure {
  const found: string[] = [];
  for (const arg of args) {
    const text = asText(evaluate(arg, sight), sight.decimal);
    if (typeof text !== "string") return text;
    found.push(text);
  }
  return found;
}

const numberOf = (arg: Expr, sight: Sight): number | Failure => asNumber(evaluate(arg, sight));

function joined(sign: Infix, left: CellValue, right: CellValue, decimal: "," | "."): CellValue {
  if (isError(left)) return left;
  if (isError(right)) return right;
  switch (sign) {
    case "&": return `${asText(left, decimal) as string}${asText(right, decimal) as string}`;
    case "=": case "<>": case ">": case ">=": case "<": case "<=": return compared(sign, left, right);
    default: {
      const a = asNumber(left);
      const b = asNumber(right);
      if (typeof a !== "number") return a;
      return typeof b === "number" ? reckoned(sign, a, b) : b;
    }
  }
}

/** A text with all, or the nth, of what stands in it replaced. */
function substituted(args: readonly Expr[], sight: Sight): CellValue {
  const given = texts(args.slice(0, 3), sight);
  if (!Array.isArray(given)) return given;
  const [text, old, next] = given as [string, string, string];
  const parts = text.split(old);
  const nth = args[3] === undefined ? null : numberOf(args[3], sight);
  if (nth === null) return parts.join(next);
  if (typeof nth !== "number") return nth;
  if (parts.length <= nth) return text;
  return parts.slice(0, nth).join(old) + next + parts.slice(nth).join(old);
}

function called(name: FunctionName, args: readonly Expr[], sight: Sight): CellValue {
  const first = args[0]!;
  switch (name) {
    case "IF": {
      const test = asTruth(evaluate(first, sight));
      return typeof test === "boolean" ? evaluate(args[test ? 1 : 2]!, sight) : test;
    }
    case "IFERROR": {
      const tried = evaluate(first, sight);
      return isError(tried) ? evaluate(args[1]!, sight) : tried;
    }
    case "ISERROR": return isError(evaluate(first, sight));
    case "ISLOGICAL": return typeof evaluate(first, sight) === "boolean";
    case "ISNUMBER": return typeof evaluate(first, sight) === "number";
    case "ISTEXT": return typeof evaluate(first, sight) === "string";
    case "AND": case "OR": case "NOT": {
      const found = truths(args, sight);
      if (!Array.isArray(found)) return found;
      return name === "AND" ? found.every(Boolean) : name === "OR" ? found.some(Boolean) : !found[0]!;
    }
    case "SUM": case "MIN": case "MAX": {
      const found = numbers(args, sight);
      if (!Array.isArray(found)) return found;
      if (name === "SUM") return found.reduce((sum, number) => sum + number, 0);
      if (found.length === 0) return 0;
      return name === "MIN" ? found.reduce((a, b) => Math.min(a, b)) : found.reduce((a, b) => Math.max(a, b));
    }
    case "ABS": case "INT": case "SIGN": {
      const number = numberOf(first, sight);
      if (typeof number !== "number") return number;
      return name === "ABS" ? Math.abs(number) : name === "INT" ? Math.floor(number) : Math.sign(number);
    }
    case "ROUND": {
      const number = numberOf(first, sight);
      if (typeof number !== "number") return number;
      const digits = numberOf(args[1]!, sight);
      return typeof digits === "number" ? Number(decimalText(fromCell(number), digits)) : digits;
    }
    case "LEN": case "TRIM": case "EXACT": {
      const given = texts(args, sight);
      if (!Array.isArray(given)) return given;
      if (name === "EXACT") return given[0] === given[1];
      return name === "LEN" ? given[0]!.length : given[0]!.replace(/ +/g, " ").replace(/^ | $/g, "");
    }
    case "SUBSTITUTE": return substituted(args, sight);
    default: throw new RangeError(`cannot evaluate ${name}`);
  }
}

/** The value that a formula has, as Excel, LibreOffice and Google Sheets compute it; throws on a function it lacks. */
export function evaluate(expr: Expr, sight: Sight): CellValue {
  switch (expr.op) {
    case "number": return Number(expr.value);
    case "text": return expr.value;
    case "bool": return expr.value;
    case "cell": return sight.cell(expr.sheet, expr.row, expr.column);
    case "area": return notValue;
    case "minus": {
      const number = numberOf(expr.of, sight);
      return typeof number === "number" ? -number : number;
    }
    case "infix": return joined(expr.sign, evaluate(expr.left, sight), evaluate(expr.right, sight), sight.decimal);
    case "call": return called(expr.name, expr.args, sight);
  }
}
