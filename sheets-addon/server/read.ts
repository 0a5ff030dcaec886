import type { Address } from "../../core/sheet/address";
import type { BookFacts, Plain, PlainSheet, PollReply, ReadReply } from "../api";
import { spokenLanguage } from "./language";
import { serials } from "./serial";

type Book = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Cells after which an answer ends; the sidebar asks for the rest. */
const MOST_CELLS = 400000;

/** Formats under which a number looks like itself. */
const plainFormat = /^(|general|@|0\.#+)$/i;

/** Serial numbers of the moments that a spreadsheet gives. */
export const serialsOf = (book: Book): ((moment: Date) => number) => {
  const zone = book.getSpreadsheetTimeZone();
  return serials((moment) => Utilities.formatDate(moment, zone, "yyyy-MM-dd HH:mm:ss"));
};

/** A cell's value as it travels. What is neither a value nor a day is a picture, or what Google may yet put into cells. */
export function plainOf(value: Plain | Date, serial: (moment: Date) => number): Plain {
  if (value instanceof Date) return serial(value);
  return typeof value === "object" ? { error: "#VALUE!" } : value;
}

function factsOf(book: Book): BookFacts {
  return {
    name: book.getName(), locale: book.getSpreadsheetLocale(), zone: book.getSpreadsheetTimeZone(),
    language: spokenLanguage(),
  };
}

function selectionOf(book: Book): Address | null {
  const cell = book.getCurrentCell();
  return cell === null ? null : { sheet: cell.getSheet().getName(), row: cell.getRow() - 1, column: cell.getColumn() - 1 };
}

function plainSheet(sheet: Sheet, name: string, serial: (moment: Date) => number): PlainSheet {
  const range = sheet.getDataRange();
  const [found, formulas] = [range.getValues() as (Plain | Date)[][], range.getFormulas()];
  const [shown, formats] = [range.getDisplayValues(), range.getNumberFormats()];
  const values = found.map((line) => line.map((value) => plainOf(value, serial)));
  return {
    name, values,
    hidden: sheet.isSheetHidden(),
    formulas: formulas.map((line) => (line.every((formula) => formula === "") ? null : line)),
    texts: values.map((line, i) => {
      const texts = line.map((value, j) =>
        typeof value === "number" && !plainFormat.test(formats[i]![j]!) ? shown[i]![j]! : null);
      return texts.every((text) => text === null) ? null : texts;
    }),
  };
}

/** The named sheets, or all of them, as far as one answer of `most` cells holds them. */
export function read(book: Book, wanted: readonly string[] | null, most = MOST_CELLS): ReadReply {
  const names = wanted === null ? null : new Set(wanted.map((name) => name.toLowerCase()));
  // What changes while this reads differs from what was seen before, and is news at the next look.
  const seen = poll(book);
  const serial = serialsOf(book);
  const sheets: PlainSheet[] = [];
  const rest: string[] = [];
  let cells = 0;
  for (const sheet of book.getSheets()) {
    const name = sheet.getName();
    // Sheets that hold a chart or a data source have no cells.
    if (sheet.getType() !== SpreadsheetApp.SheetType.GRID || (names !== null && !names.has(name.toLowerCase()))) continue;
    if (cells >= most) {
      rest.push(name);
      continue;
    }
    const plain = plainSheet(sheet, name, serial);
    cells += plain.values.length * (plain.values[0]?.length ?? 0);
    sheets.push(plain);
  }
  return { facts: factsOf(book), seen, sheets, rest };
}

/** Rows and columns that a poll looks at. */
const POLLED = { rows: 2000, columns: 60 };

/** A number that differs where two texts do, but for one chance in four thousand million. */
function hash(text: string): number {
  let sum = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) sum = Math.imul(sum ^ text.charCodeAt(i), 0x01000193);
  return sum >>> 0;
}

export function poll(book: Book): PollReply {
  const selection = selectionOf(book);
  const sheet = book.getActiveSheet();
  const cells = sheet.getType() === SpreadsheetApp.SheetType.GRID;
  const rows = cells ? Math.min(sheet.getLastRow(), POLLED.rows) : 0;
  const columns = cells ? Math.min(sheet.getLastColumn(), POLLED.columns) : 0;
  const values = rows === 0 || columns === 0 ? [] : sheet.getRange(1, 1, rows, columns).getValues();
  const names = book.getSheets().map((each) => each.getName());
  return { selection, sheet: sheet.getName(), mark: String(hash(JSON.stringify([names, values]))) };
}
