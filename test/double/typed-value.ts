import type { CellValue } from "../../core/sheet/workbook";

/** What text becomes when a program takes it as if it had been typed; `format` is what the cell then gets. */
export interface Taken {
  readonly value: CellValue;
  readonly format?: string;
}

const errors = ["#N/A", "#VALUE!", "#REF!", "#DIV/0!", "#NUM!", "#NAME?", "#NULL!"];
const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** Serial number of a day (1 is 1 January 1900, with the 29 February 1900 that never was), null where there is none. */
function serialOf(year: number, month: number, day: number): number | null {
  const at = new Date(Date.UTC(year, month - 1, day));
  if (at.getUTCFullYear() !== year || at.getUTCMonth() !== month - 1 || at.getUTCDate() !== day) return null;
  const days = Math.round(at.getTime() / 86400000) + 25569;
  return year < 1900 || year > 9999 ? null : days < 61 ? days - 1 : days;
}

const fullYear = (text: string): number => {
  const year = Number(text);
  return text.length > 2 ? year : year < 30 ? 2000 + year : 1900 + year;
};

function dateOf(text: string, dayFirst: boolean, thisYear: number): Taken | null {
  const taken = (serial: number | null, format: string): Taken | null =>
    serial === null ? null : { value: serial, format };
  const plain = dayFirst ? "d/m/yyyy" : "m/d/yyyy";
  const ordered = (first: string, second: string): [number, number] =>
    dayFirst ? [Number(second), Number(first)] : [Number(first), Number(second)];
  const iso = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/.exec(text);
  if (iso) return taken(serialOf(Number(iso[1]), Number(iso[2]), Number(iso[3])), plain);
  const full = /^(\d{1,2})[-/](\d{1,2})[-/](\d{2}|\d{4})$/.exec(text);
  if (full) return taken(serialOf(fullYear(full[3]!), ...ordered(full[1]!, full[2]!)), plain);
  const short = /^(\d{1,2})[-/](\d{1,2})$/.exec(text);
  if (short) return taken(serialOf(thisYear, ...ordered(short[1]!, short[2]!)), "d-mmm");
  const monthYear = /^(\d{1,2})[-/](\d{4})$/.exec(text);
  if (monthYear) return taken(serialOf(Number(monthYear[2]), Number(monthYear[1]), 1), "mmm-yy");
  const named = /^(\d{1,2})[- ]([a-z]{3})(?:[- ](\d{2}|\d{4}))?$/i.exec(text);
  const month = named === null ? -1 : months.indexOf(named[2]!.toLowerCase());
  if (named !== null && month >= 0) {
    const year = named[3] === undefined ? thisYear : fullYear(named[3]);
    return taken(serialOf(year, month + 1, Number(named[1])), named[3] === undefined ? "d-mmm" : "d-mmm-yy");
  }
  return null;
}

function numberOf(text: string, decimal: "," | "."): Taken | null {
  const group = decimal === "." ? "," : ".";
  const [g, d] = [`\\${group}`, `\\${decimal}`];
  const digits = String.raw`(?:\d{1,3}(?:${g}\d{3})+|\d+)(?:${d}\d*)?|${d}\d+`;
  const shape = new RegExp(String.raw`^([+-]?)(\()?\$?(${digits})(e[+-]?\d+)?(\))?\s*(%)?$`, "i");
  const found = shape.exec(text.replace(/\u00a0/g, " "));
  if (found === null || (found[2] === undefined) !== (found[5] === undefined)) return null;
  const plain = found[3]!.split(group).join("").replace(decimal, ".") + (found[4] ?? "");
  const size = Number(plain) * (found[6] === undefined ? 1 : 0.01);
  if (!Number.isFinite(size)) return null;
  const value = Number(size.toPrecision(15)) * (found[1] === "-" || found[2] !== undefined ? -1 : 1);
  if (found[6] !== undefined) return { value, format: found[3]!.includes(decimal) ? "0.00%" : "0%" };
  if (text.includes("$")) return { value, format: found[3]!.includes(decimal) ? "$#,##0.00" : "$#,##0" };
  if (found[4] !== undefined) return { value, format: "0.00E+00" };
  if (found[3]!.includes(group)) return { value, format: found[3]!.includes(decimal) ? "#,##0.00" : "#,##0" };
  return { value };
}

function timeOf(text: string): Taken | null {
  const found = /^(\d{1,2}):([0-5]\d)(?::([0-5]\d))?$/.exec(text);
  if (found === null) return null;
  const seconds = Number(found[1]) * 3600 + Number(found[2]) * 60 + Number(found[3] ?? 0);
  return { value: seconds / 86400, format: found[3] === undefined ? "h:mm" : "h:mm:ss" };
}

/**
 * What a cell makes of text that is no formula: a number, a day, TRUE, an error or the text itself. `decimal` is the
 * mark of the one who types, and with a comma the day stands before the month; programs' interfaces read en-US. A
 * leading apostrophe keeps text as it is.
 */
export function takeText(text: string, decimal: "," | "." = ".", thisYear = 2026): Taken {
  if (text.startsWith("'")) return { value: text.slice(1) };
  const trimmed = text.trim();
  if (trimmed === "") return { value: text === "" ? null : text };
  const upper = trimmed.toUpperCase();
  if (upper === "TRUE" || upper === "FALSE") return { value: upper === "TRUE" };
  if (errors.includes(upper)) return { value: { error: upper } };
  return numberOf(trimmed, decimal) ?? dateOf(trimmed, decimal === ",", thisYear) ?? timeOf(trimmed) ?? { value: text };
}
