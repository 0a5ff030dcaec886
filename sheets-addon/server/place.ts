import { areaName, type Area } from "../../core/sheet/address";
import { overlaps } from "../../core/sheet/apply";
import type { SheetPatch } from "../../core/sheet/patch";
import { Trouble } from "./trouble";

export type Book = GoogleAppsScript.Spreadsheet.Spreadsheet;
export type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
export type Range = GoogleAppsScript.Spreadsheet.Range;

/** Google's limit for all sheets of a spreadsheet together. */
const MOST_BOOK_CELLS = 10000000;

/** A sheet as Google makes it. */
const NEW_SHEET = { rows: 1000, columns: 26 };

/** Blank rows that a sheet of ours keeps below what is written; the others of Google's thousand count against its limit. */
const SPARE_ROWS = 100;

/** The sheets of a spreadsheet by their names in small letters. */
export type Sheets = Map<string, Sheet>;

export const sheetsOf = (book: Book): Sheets => new Map(book.getSheets().map((sheet) => [sheet.getName().toLowerCase(), sheet]));

/** What is written where: a sheet, its part of the patch, and what stood there before. */
export interface Place {
  readonly sheets: Sheets;
  readonly sheet: Sheet;
  readonly part: SheetPatch;
  /** The sheet was made for this very part, so that nothing stands in it. */
  readonly made: boolean;
  /** Checks built so far in this run, by what they say: forms of many units share theirs. */
  readonly checks: Map<string, GoogleAppsScript.Spreadsheet.DataValidation>;
}

export const rangeOf = (sheet: Sheet, { row, column, rows, columns }: Area): Range =>
  sheet.getRange(row + 1, column + 1, rows, columns);

/** Ranges in the order of the areas, in two calls however many. */
export function rangesOf(sheet: Sheet, areas: readonly Area[]): Range[] {
  return areas.length === 0 ? [] : sheet.getRangeList(areas.map(areaName)).getRanges();
}

/** Whether nothing of a person's stands in a cell, because the patch made the sheet or emptied it there. */
export function isEmptied({ made, part }: Place, row: number, column: number): boolean {
  const cell = { row, column, rows: 1, columns: 1 };
  return made || (part.clear ?? []).some((area) => overlaps(area, cell));
}

/** How far a patch reaches in a sheet. */
export function reachOf(part: SheetPatch): { readonly rows: number; readonly columns: number } {
  const areas: readonly Area[] = [
    ...(part.clear ?? []),
    ...(part.styles ?? []).map(({ area }) => area),
    ...(part.blocks ?? []).map(({ row, column, cells }) => ({
      row, column, rows: cells.length, columns: Math.max(0, ...cells.map((line) => line.length)),
    })),
    ...(part.merges ?? []),
    ...(part.validations ?? []).map(({ area }) => area),
    ...(part.conditionals ?? []).map(({ area }) => area),
    ...(part.scales ?? []).map(({ area }) => area),
    ...(part.filter === undefined ? [] : [part.filter]),
    ...(part.columns ?? []).map(({ column }) => ({ row: 0, column, rows: 0, columns: 1 })),
    ...(part.rows ?? []).map(({ row }) => ({ row, column: 0, rows: 1, columns: 0 })),
  ];
  return {
    rows: Math.max(0, ...areas.map(({ row, rows }) => row + rows)),
    columns: Math.max(0, ...areas.map(({ column, columns }) => column + columns)),
  };
}

type Size = ReturnType<typeof reachOf>;

const sizeOf = (sheet: Sheet): Size => ({ rows: sheet.getMaxRows(), columns: sheet.getMaxColumns() });
const cellsOf = ({ rows, columns }: Size): number => rows * columns;
const both = (a: Size, b: Size): Size => ({ rows: Math.max(a.rows, b.rows), columns: Math.max(a.columns, b.columns) });

/** How large a sheet becomes that is made for a part. What is hidden is our own, and later parts make it longer. */
function madeSize(part: SheetPatch): Size {
  const reach = reachOf(part);
  const isShown = part.state === undefined || part.state === "visible";
  return isShown ? { rows: reach.rows + SPARE_ROWS, columns: Math.max(NEW_SHEET.columns, reach.columns) } : both(NEW_SHEET, reach);
}

/** Refuses parts of a patch that together would make the spreadsheet outgrow what Google holds, before any is written. */
export function mayGrow(sheets: Sheets, parts: readonly SheetPatch[]): void {
  const needs = new Map<string, Size>();
  for (const part of parts) {
    const key = part.sheet.toLowerCase();
    const known = needs.get(key);
    if (known === undefined) needs.set(key, sheets.has(key) ? reachOf(part) : madeSize(part));
    else needs.set(key, both(known, reachOf(part)));
  }
  const sizes = new Map<string, Size>();
  let more = 0;
  let passing = 0;
  needs.forEach((need, key) => {
    const sheet = sheets.get(key);
    if (sheet === undefined) {
      more += cellsOf(need);
      // Google makes it of its own size first.
      passing = cellsOf(NEW_SHEET);
      return;
    }
    const size = sizeOf(sheet);
    sizes.set(key, size);
    more += cellsOf(both(size, need)) - cellsOf(size);
  });
  if (more === 0) return;
  let held = 0;
  sheets.forEach((sheet, key) => {
    if (sheet.getType() === SpreadsheetApp.SheetType.GRID) held += cellsOf(sizes.get(key) ?? sizeOf(sheet));
  });
  if (held + more + passing > MOST_BOOK_CELLS) throw new Trouble("too-big");
}

/** Makes a sheet large enough; one that was made for this part no longer than it needs. */
export function grow({ sheet, part, made }: Place): void {
  const { rows, columns } = sizeOf(sheet);
  const next = made ? madeSize(part) : both({ rows, columns }, reachOf(part));
  if (next.rows > rows) sheet.insertRowsAfter(rows, next.rows - rows);
  if (next.rows < rows) sheet.deleteRows(next.rows + 1, rows - next.rows);
  if (next.columns > columns) sheet.insertColumnsAfter(columns, next.columns - columns);
}
