export type Book = GoogleAppsScript.Spreadsheet.Spreadsheet;
export type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
export type Range = GoogleAppsScript.Spreadsheet.Range;

/** What can be written as JSON. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** One question to Google Sheets, asked in a new empty sheet that is removed afterwards. */
export interface Probe {
  readonly id: string;
  /** What is to be learnt. */
  readonly asks: string;
  /** The answer depends on the machine or the account: it is recorded, but not compared. */
  readonly measured?: true;
  run(sheet: Sheet, book: Book): Json;
}

/** What became of a call: its result, or what Google says. */
export function outcome(work: () => unknown): Json {
  try {
    const result = work();
    SpreadsheetApp.flush();
    return { ok: plain(result) };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

/** A value as JSON holds it, told apart by kind. */
export function plain(value: unknown): Json {
  if (value instanceof Date) return { date: Utilities.formatDate(value, "Etc/GMT", "yyyy-MM-dd'T'HH:mm:ss.SSS'Z'") };
  if (Array.isArray(value)) return value.map(plain);
  if (value === null || typeof value === "boolean" || typeof value === "number" || typeof value === "string") return value;
  return value === undefined ? "undefined" : String(value);
}

/** How Sheets holds a range. */
export function held(range: Range): Json {
  SpreadsheetApp.flush();
  return {
    values: plain(range.getValues()), formulas: range.getFormulas(), shown: range.getDisplayValues(),
    formats: range.getNumberFormats(),
  };
}

/** Milliseconds that something takes, with its effect settled. */
export function timed(work: () => void): number {
  const began = Date.now();
  work();
  SpreadsheetApp.flush();
  return Date.now() - began;
}

/** Cells from A1 downwards. */
export const column = (sheet: Sheet, count: number, at = 1): Range => sheet.getRange(1, at, count, 1);
