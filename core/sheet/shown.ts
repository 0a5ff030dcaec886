import { withoutTail } from "../number/tail";
import type { CellValue } from "./workbook";

/** A number format without its quoted words, colours, conditions and padding, first section only. */
function codes(format: string): string {
  return format
    .replace(/"[^"]*"|\\.|_.|\*./g, "")
    .replace(/\[[^\][]*\]/g, "")
    .split(";")[0]!
    .trim();
}

/** Whether a number format shows a day or a time. */
export function isDateFormat(format: string): boolean {
  const code = codes(format);
  return /[dmyhs]/i.test(code) && !/general|[0#?@]/i.test(code.replace(/s\.0+/i, ""));
}

const pad = (n: number, width: number): string => String(n).padStart(width, "0");

/** Day, month and year of a serial number (1 is 1 January 1900, with the day 29 February 1900 that never was). */
function dayOf(serial: number): { day: number; month: number; year: number } {
  const whole = Math.floor(serial);
  if (whole === 60) return { day: 29, month: 2, year: 1900 };
  // Days since 1 March of year 0 of the proleptic Gregorian calendar.
  const days = whole + (whole < 60 ? 1 : 0) + 693899;
  const era = Math.floor(days / 146097);
  const ofEra = days - era * 146097;
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36524) - Math.floor(ofEra / 146096)) / 365,
  );
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * ofYear + 2) / 153);
  const day = ofYear - Math.floor((153 * shifted + 2) / 5) + 1;
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return { day, month, year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0) };
}

function dateText(serial: number, format: string): string {
  const { day, month, year } = dayOf(serial);
  const seconds = Math.round((serial - Math.floor(serial)) * 86400);
  let timed = false;
  return codes(format).replace(/y+|m+|d+|h+|s+/gi, (token) => {
    const long = token.length > 1;
    switch (token[0]!.toLowerCase()) {
      case "y":
        timed = false;
        return token.length > 2 ? String(year) : pad(year % 100, 2);
      case "d":
        timed = false;
        return pad(day, long ? 2 : 1);
      case "h":
        timed = true;
        return pad(Math.floor(seconds / 3600), long ? 2 : 1);
      case "s":
        return pad(seconds % 60, long ? 2 : 1);
      default:
        return timed ? pad(Math.floor(seconds / 60) % 60, 2) : pad(month, long ? 2 : 1);
    }
  });
}

/** Digits in threes from the right. */
const thousands = (digits: string): string[] =>
  Array.from({ length: Math.ceil(digits.length / 3) }, (_, k, first = digits.length % 3 || 3) =>
    digits.slice(k === 0 ? 0 : first + 3 * (k - 1), first + 3 * k));

function numberText(value: number, format: string, decimal: "," | "."): string {
  const code = codes(format);
  const match = /^([#0,]*)(?:\.([0#]*))?(%?)$/.exec(code);
  if (match === null) return plain(value, decimal);
  const [, whole = "", part = "", percent = ""] = match;
  const least = part.replace(/#/g, "").length;
  // The double's own 15 digits are rounded, as a sheet does: 1.005 shows as 1.01.
  const scaled = Number((percent === "" ? value : value * 100).toPrecision(15));
  if (Math.abs(scaled) >= 1e15 || part.length > 15) return plain(value, decimal);
  const [digits = "0", power = "0"] = Math.abs(scaled).toString().split("e");
  const rounded = Number(`${Math.round(Number(`${digits}e${Number(power) + part.length}`))}e-${part.length}`);
  const [left = "0", right = ""] = rounded.toFixed(part.length).split(".");
  const kept = right.slice(0, least) + withoutTail(right.slice(least), /0/);
  const wide = left.padStart(whole.replace(/[^0]/g, "").length, "0");
  const grouped = whole.includes(",") ? thousands(wide).join(decimal === "," ? "." : ",") : wide;
  const sign = scaled < 0 && rounded !== 0 ? "-" : "";
  return `${sign}${grouped}${kept === "" ? "" : decimal + kept}${percent}`;
}

const plain = (value: number, decimal: "," | "."): string => {
  const text = String(Number(value.toPrecision(15)));
  return decimal === "." ? text : text.replace(".", ",");
};

/** What a cell shows where a number format makes it look other than its value ("1.10" for 1.1, a date), else null. */
export function shownText(value: CellValue, format: string | undefined, decimal: "," | "."): string | null {
  if (typeof value !== "number" || format === undefined || format === "@" || /^general$/i.test(format)) return null;
  if (isDateFormat(format)) return value >= 0 && value < 2958466 ? dateText(value, format) : null;
  const text = numberText(value, format, decimal);
  return text === plain(value, decimal) ? null : text;
}
