import type { CellValue } from "../sheet/workbook";
import { type Code, parseCode } from "./code";
import { fold } from "./fold";

export type Lost = "nothing" | "zero" | "day";

/** What a code cell can stand for: as it shows, or what was typed before the spreadsheet took it for a number or a day. */
export interface CodeCell {
  /** Likeliest first; empty where the cell holds no code. */
  readonly codes: readonly Code[];
  /** What the spreadsheet may have changed: a last 0 dropped, or all of it taken for a day. */
  readonly lost: Lost;
}

interface Day {
  readonly day: number;
  readonly month: number;
  readonly year: number;
}

/** The day of a spreadsheet's serial number (1 is 1900-01-01 from March 1900 on). */
function dayOf(serial: number): Day {
  const z = Math.floor(serial) - 25569 + 719468;
  const era = Math.floor(z / 146097);
  const ofEra = z - era * 146097;
  const yearOfEra = Math.floor((ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36524) - Math.floor(ofEra / 146096)) / 365);
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * ofYear + 2) / 153);
  const day = ofYear - Math.floor((153 * shifted + 2) / 5) + 1;
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return { day, month, year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0) };
}

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** A day written out: 2026-02-01, 1/2/2026, 1-Feb, 01-thg 2, 2-thg 1-03. */
function spelledDay(text: string): Day | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[t ]00:00(?::00(?:\.0+)?)?z?)?$/.exec(text);
  if (iso !== null) return { day: Number(iso[3]), month: Number(iso[2]), year: Number(iso[1]) };
  const slashed = /^(\d{1,2})\/(\d{1,2})(?:\/(\d{2}|\d{4}))?$/.exec(text);
  if (slashed !== null) return { day: Number(slashed[1]), month: Number(slashed[2]), year: Number(slashed[3] ?? 0) };
  const named = /^(\d{1,2})[- ]?(?:(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*|thg ?(\d{1,2})|thang ?(\d{1,2}))(?:[- ](\d{2}|\d{4}))?$/.exec(text);
  if (named === null) return null;
  const month = named[2] === undefined ? Number(named[3] ?? named[4]) : months.indexOf(named[2]) + 1;
  return { day: Number(named[1]), month, year: Number(named[5] ?? 0) };
}

function codesOfDay({ day, month, year }: Day): string[] {
  const short = String(year % 100);
  const two = year % 100 < 10 ? [short, `0${short}`] : [short];
  return [
    `${day}.${month}`,
    `${month}.${day}`,
    ...two.map((own) => `${day}.${month}.${own}`),
    ...two.map((own) => `${month}.${day}.${own}`),
    ...(day === 1 ? [`${month}.${short}`] : []),
  ];
}

const parsed = (texts: readonly string[]): Code[] => {
  const seen = new Set<string>();
  return texts.flatMap((text) => {
    const code = seen.has(text) ? null : parseCode(text);
    seen.add(text);
    return code === null ? [] : [code];
  });
};

/** What a code cell's value and shown text can mean. */
export function readCodeCell(value: CellValue, text: string): CodeCell {
  if (typeof value === "string") {
    const day = spelledDay(fold(text));
    if (day !== null && day.month >= 1 && day.month <= 12) return { codes: parsed(codesOfDay(day)), lost: "day" };
    const code = parseCode(text);
    return { codes: code === null ? [] : [code], lost: "nothing" };
  }
  if (typeof value !== "number") return { codes: [], lost: "nothing" };
  const own = String(value);
  const day = spelledDay(fold(text));
  if (day !== null || (Number.isInteger(value) && value >= 10000 && value < 80000)) {
    return { codes: parsed(codesOfDay(Number.isInteger(value) && value > 60 ? dayOf(value) : day!)), lost: "day" };
  }
  const shown = parseCode(text);
  if (text !== own && shown !== null && Number(shown.text) === value) return { codes: [shown], lost: "nothing" };
  const zero = own.includes(".") ? [`${own}0`] : [];
  return { codes: parsed([own, ...zero]), lost: zero.length > 0 ? "zero" : "nothing" };
}
