import { isDateFormat, shownText } from "../../../core/sheet/shown";
import type { CellValue } from "../../../core/sheet/workbook";

/** What a spreadsheet's locale settles: how numbers and days are written, and what parts the arguments of a formula. */
export interface Locale {
  readonly id: string;
  readonly decimal: "," | ".";
  readonly group: "," | ".";
  readonly order: "dmy" | "mdy";
  readonly currency: string;
}

const known: readonly Locale[] = [
  { id: "vi_VN", decimal: ",", group: ".", order: "dmy", currency: "₫" },
  { id: "de_DE", decimal: ",", group: ".", order: "dmy", currency: "€" },
  { id: "en_US", decimal: ".", group: ",", order: "mdy", currency: "$" },
  { id: "en_GB", decimal: ".", group: ",", order: "dmy", currency: "£" },
];

export function localeOf(id: string): Locale {
  const found = known.find((locale) => locale.id === id);
  if (found === undefined) throw new Error(`not faked: locale ${id}`);
  return found;
}

/** What a cell takes; `format` is what a cell without one then gets. */
export interface Taken {
  readonly value: CellValue;
  readonly format?: string;
}

const firstDay = Date.UTC(1899, 11, 30);
const dayLength = 86400000;

/** The serial number of a day; 1 is 31 December 1899, as Sheets counts. Null where there is no such day. */
export function serialOf(year: number, month: number, day: number): number | null {
  const at = new Date(Date.UTC(year, month - 1, day));
  const real = at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === day;
  return real && year > 1899 && year < 10000 ? Math.round((at.getTime() - firstDay) / dayLength) : null;
}

const fullYear = (text: string): number => (text.length > 2 ? Number(text) : Number(text) + (Number(text) < 30 ? 2000 : 1900));

function dayOf(text: string, { order }: Locale, thisYear: number): Taken | null {
  const format = order === "mdy" ? "m/d/yyyy" : "dd/mm/yyyy";
  const taken = (serial: number | null, as = format): Taken | null => (serial === null ? null : { value: serial, format: as });
  const iso = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/.exec(text);
  if (iso !== null) return taken(serialOf(Number(iso[1]), Number(iso[2]), Number(iso[3])), "yyyy-mm-dd");
  const parts = /^(\d{1,2})[-/](\d{1,2})(?:[-/](\d{2}|\d{4}))?$/.exec(text);
  if (parts === null) return null;
  const [first, second] = [Number(parts[1]), Number(parts[2])];
  const year = parts[3] === undefined ? thisYear : fullYear(parts[3]);
  const [day, month] = order === "mdy" ? [second, first] : [first, second];
  const short = order === "mdy" ? "m/d" : "dd/mm";
  return taken(serialOf(year, month, day), parts[3] === undefined ? short : format);
}

function timeOf(text: string): Taken | null {
  const found = /^(\d{1,2}):([0-5]\d)(?::([0-5]\d))?$/.exec(text);
  if (found === null) return null;
  const seconds = Number(found[1]) * 3600 + Number(found[2]) * 60 + Number(found[3] ?? 0);
  return { value: seconds / 86400, format: found[3] === undefined ? "h:mm" : "h:mm:ss" };
}

/** Grouping marks are dropped wherever they stand: "1234,1234" is 12341234 under en_US. */
function numberOf(text: string, { decimal, group, currency }: Locale): Taken | null {
  const [g, d] = [`\\${group}`, `\\${decimal}`];
  const shape = new RegExp(`^([+-]?)(\\d[\\d${g}]*(?:${d}\\d*)?|${d}\\d+)(e[+-]?\\d{1,3})?( ?%)?$`, "i");
  const bare = text.split(currency).length === 2 ? text.replace(currency, "").trim() : text;
  const found = shape.exec(bare.replace(/\u00a0/g, " "));
  if (found === null) return null;
  const [, sign = "", digits = "", power = "", percent] = found;
  const size = Number(digits.split(group).join("").replace(decimal, ".") + power) * (percent === undefined ? 1 : 0.01);
  if (!Number.isFinite(size)) return null;
  const value = Number(size.toPrecision(15)) * (sign === "-" ? -1 : 1);
  const places = digits.includes(decimal) ? ".00" : "";
  if (percent !== undefined) return { value, format: `0${places}%` };
  if (bare !== text) return { value, format: `#,##0${places}[$${currency}]` };
  if (power !== "") return { value, format: "0.00E+00" };
  return digits.includes(group) ? { value, format: `#,##0${places}` } : { value };
}

const errors = ["#N/A", "#VALUE!", "#REF!", "#DIV/0!", "#NUM!", "#NAME?", "#ERROR!"];

/** What Sheets makes of text that is no formula, typed by a person or written by a script. */
export function takeText(text: string, locale: Locale, thisYear = 2026): Taken {
  if (text.startsWith("'")) return { value: text.slice(1) };
  const trimmed = text.trim();
  if (trimmed === "") return { value: text === "" ? null : text };
  const upper = trimmed.toUpperCase();
  if (upper === "TRUE" || upper === "FALSE") return { value: upper === "TRUE" };
  if (errors.includes(upper)) return { value: { error: upper } };
  return dayOf(trimmed, locale, thisYear) ?? timeOf(trimmed) ?? numberOf(trimmed, locale) ?? { value: text };
}

/** What a cell shows. Without a format a number shows at most ten digits. */
export function displayText(value: CellValue, format: string | undefined, locale: Locale): string {
  if (value === null) return "";
  if (typeof value === "object") return value.error;
  if (typeof value === "boolean") return String(value).toUpperCase();
  if (typeof value === "string") return value;
  const plain = format === undefined || format === "@" || /^general$/i.test(format);
  const shown = plain ? null : shownText(value, format, locale.decimal);
  return shown ?? String(Number(value.toPrecision(plain ? 10 : 15))).replace(".", locale.decimal);
}

/** Days come out of a script as instants of the spreadsheet's time zone; here hours east of Greenwich stand for it. */
export const instantOf = (serial: number, hoursEast: number): number =>
  Math.round(firstDay + serial * dayLength - hoursEast * 3600000);
export const serialOfInstant = (instant: number, hoursEast: number): number =>
  (instant + hoursEast * 3600000 - firstDay) / dayLength;

export { isDateFormat };
