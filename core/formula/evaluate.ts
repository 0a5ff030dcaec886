import { decimalText, fromCell } from "../number/exact";
import type { CellValue } from "../sheet/workbook";
import type { Expr, Infix } from "./expr";

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

/** Numbers before text before truth values, text whatever its case; a blank is 0 or "" as the other side is. */
function order(left: CellValue, right: CellValue): number {
  const filled = (value: CellValue, other: CellValue): CellValue =>
    value !== null ? value : typeof other === "string" ? "" : typeof other === "boolean" ? false : 0;
  const [a, b] = [filled(left, right), filled(right, left)];
  const place = (value: CellValue): number => ["number", "string", "boolean"].indexOf(typeof value);
  if (place(a) !== place(b)) return place(a) - place(b);
  if (typeof a === "string") {
    const [x, y] = [a.toLowerCase(), String(b).toLowerCase()];
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

/** The value that a formula has, as Excel, LibreOffice and Google Sheets compute it; throws on a function it lacks. */
export function evaluate(expr: Expr, sight: Sight): CellValue {
  const { decimal } = sight;
  const value = (of: Expr): CellValue => evaluate(of, sight);

  /** The numbers of arguments: in cells, text and truth values do not count; written out, they are errors. */
  const numbers = (args: readonly Expr[]): number[] | Failure => {
    const found: number[] = [];
    for (const arg of args) {
      const inCells = arg.op === "area" || arg.op === "cell";
      const cells: CellValue[] = arg.op === "area"
        ? Array.from({ length: arg.rows * arg.columns }, (_, k) =>
            sight.cell(arg.sheet, arg.row + Math.floor(k / arg.columns), arg.column + (k % arg.columns)))
        : [value(arg)];
      for (const each of cells) {
        if (isError(each)) return each;
        if (inCells && typeof each !== "number") continue;
        const number = asNumber(each);
        if (typeof number !== "number") return number;
        found.push(number);
      }
    }
    return found;
  };
  const over = (args: readonly Expr[], fold: (numbers: number[]) => number): CellValue => {
    const found = numbers(args);
    return Array.isArray(found) ? fold(found) : found;
  };
  const truths = (args: readonly Expr[], fold: (truths: boolean[]) => boolean): CellValue => {
    const found: boolean[] = [];
    for (const arg of args) {
      const truth = asTruth(value(arg));
      if (typeof truth !== "boolean") return truth;
      found.push(truth);
    }
    return fold(found);
  };
  const onText = (arg: Expr, then: (text: string) => CellValue): CellValue => {
    const text = asText(value(arg), decimal);
    return typeof text === "string" ? then(text) : text;
  };
  const onNumber = (arg: Expr, then: (number: number) => CellValue): CellValue => {
    const number = asNumber(value(arg));
    return typeof number === "number" ? then(number) : number;
  };

  switch (expr.op) {
    case "number": return Number(expr.value);
    case "text": return expr.value;
    case "bool": return expr.value;
    case "cell": return sight.cell(expr.sheet, expr.row, expr.column);
    case "area": return notValue;
    case "minus": return onNumber(expr.of, (number) => -number);
    case "infix": {
      const left = value(expr.left);
      const right = value(expr.right);
      if (isError(left)) return left;
      if (isError(right)) return right;
      if (expr.sign === "&") return `${asText(left, decimal) as string}${asText(right, decimal) as string}`;
      if (["=", "<>", ">", ">=", "<", "<="].includes(expr.sign)) return compared(expr.sign, left, right);
      const [a, b] = [asNumber(left), asNumber(right)];
      if (typeof a !== "number") return a;
      return typeof b === "number" ? reckoned(expr.sign, a, b) : b;
    }
    case "call": {
      const { name, args } = expr;
      const first = args[0]!;
      switch (name) {
        case "IF": {
          const test = asTruth(value(first));
          return typeof test === "boolean" ? value(args[test ? 1 : 2]!) : test;
        }
        case "IFERROR": {
          const tried = value(first);
          return isError(tried) ? value(args[1]!) : tried;
        }
        case "ISERROR": return isError(value(first));
        case "ISLOGICAL": return typeof value(first) === "boolean";
        case "ISNUMBER": return typeof value(first) === "number";
        case "ISTEXT": return typeof value(first) === "string";
        case "AND": return truths(args, (found) => found.every(Boolean));
        case "OR": return truths(args, (found) => found.some(Boolean));
        case "NOT": return truths(args, (found) => !found[0]!);
        case "SUM": return over(args, (found) => found.reduce((sum, number) => sum + number, 0));
        case "MIN": return over(args, (found) => (found.length === 0 ? 0 : found.reduce((a, b) => Math.min(a, b))));
        case "MAX": return over(args, (found) => (found.length === 0 ? 0 : found.reduce((a, b) => Math.max(a, b))));
        case "ABS": return onNumber(first, Math.abs);
        case "INT": return onNumber(first, Math.floor);
        case "SIGN": return onNumber(first, Math.sign);
        case "ROUND":
          return onNumber(first, (number) =>
            onNumber(args[1]!, (digits) => Number(decimalText(fromCell(number), digits))));
        case "LEN": return onText(first, (text) => text.length);
        case "TRIM": return onText(first, (text) => text.replace(/ +/g, " ").replace(/^ | $/g, ""));
        case "EXACT": return onText(first, (a) => onText(args[1]!, (b) => a === b));
        case "SUBSTITUTE":
          return onText(first, (text) =>
            onText(args[1]!, (old) =>
              onText(args[2]!, (next) => {
                const parts = text.split(old);
                const nth = args[3] === undefined ? null : asNumber(value(args[3]));
                if (nth === null) return parts.join(next);
                if (typeof nth !== "number") return nth;
                if (parts.length <= nth) return text;
                return parts.slice(0, nth).join(old) + next + parts.slice(nth).join(old);
              })));
        default: throw new RangeError(`cannot evaluate ${name}`);
      }
    }
  }
}
