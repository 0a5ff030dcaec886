import type { Area } from "../../../core/sheet/address";
import { shownText } from "../../../core/sheet/shown";
import type { CellValue } from "../../../core/sheet/workbook";
import type { Look } from "../look";
import { aBoolean, aString, fields, invalid } from "./office-object";
import { unbounded } from "./places";

/** A value as it goes over the wire: errors are texts, blank is "". */
export const sent = (value: CellValue): string | number | boolean =>
  value === null ? "" : typeof value === "object" ? value.error : value;

export function valueType(value: CellValue): string {
  if (value === null) return "Empty";
  if (typeof value === "object") return "Error";
  return typeof value === "number" ? "Double" : typeof value === "boolean" ? "Boolean" : "String";
}

/** What the cell shows on this computer. */
export function textShown(value: CellValue, format: string | undefined, decimal: "," | "."): string {
  if (typeof value === "boolean") return String(value).toUpperCase();
  const text = shownText(value, format, decimal) ?? String(sent(value));
  return typeof value === "number" && shownText(value, format, decimal) === null ? text.replace(".", decimal) : text;
}

type Sent = string | number | boolean | null;
export const wrongShape =
  "The number of rows or columns in the input array doesn't match the size or dimensions of the range.";

/** One value for every cell, or an array of exactly this shape. */
export function shaped(value: unknown, area: Area): Sent[][] {
  if (unbounded(area)) throw invalid("whole rows or columns");
  const plain = (one: unknown): Sent => {
    if (one === null || typeof one === "string" || typeof one === "boolean" || typeof one === "number") return one;
    throw invalid("a value that is no text, number, boolean or null");
  };
  const { rows, columns } = area;
  if (!Array.isArray(value)) {
    const one = plain(value);
    if (one === null) throw invalid("null for a whole range");
    return Array.from({ length: rows }, () => Array.from({ length: columns }, () => one));
  }
  const fits = value.length === rows && value.every((line) => Array.isArray(line) && line.length === columns);
  if (!fits) throw invalid(wrongShape);
  return value.map((line: unknown[]) => line.map(plain));
}

/** A number format, unless its quotes or brackets do not close; an empty one is the plain one. */
export function aFormat(value: unknown): string {
  const format = aString(value, "numberFormat");
  if (/["[\]]/.test(format.replace(/\\.|"[^"]*"|\[[^\]]*\]/g, ""))) throw invalid(`numberFormat ${format}`);
  return format === "" ? "General" : format;
}

/** What is asked of each cell by `getCellProperties`; the double knows only protection. */
export function cellLooks(wanted: unknown): (look: Look) => object {
  const what = "cellPropertiesLoadOptions";
  const { format } = fields(wanted, ["format"], what);
  const { protection } = fields(format, ["protection"], `${what}.format`);
  if (!aBoolean(protection, `${what}.format.protection`)) return () => ({ format: {} });
  return ({ locked = true }) => ({ format: { protection: { formulaHidden: false, locked } } });
}
