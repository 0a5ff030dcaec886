import type { Area } from "../../core/sheet/address";
import { cellSteps } from "./cells";
import { writeChecks } from "./checks";
import { writeConditionals } from "./formats";
import { writeProtection } from "./guard";
import { writeFormats, writeLooks } from "./looks";
import { type Place, grow, rangeOf, rangesOf } from "./place";
import { writeColumns, writeRows } from "./sizes";

/** Empties areas: contents, looks, checks, merges, number formats. Not by `clear`: that may take people's notes along. */
function clear({ sheet, part }: Place): void {
  for (const area of part.clear ?? []) {
    const range = rangeOf(sheet, area);
    for (const merged of range.getMergedRanges()) merged.breakApart();
    range.clearContent().clearFormat().clearDataValidations().setNumberFormat("General");
  }
}

/** Google freezes no part of a merged cell: fewer columns are frozen then, down to none. */
function frozen({ merges = [], freeze }: Place["part"]): { readonly rows: number; readonly columns: number } {
  const cut = (at: number, from: number, size: number): boolean => from < at && at < from + size;
  let { rows, columns } = freeze!;
  while (merges.some((area: Area) => cut(columns, area.column, area.columns))) columns--;
  while (merges.some((area: Area) => cut(rows, area.row, area.rows))) rows--;
  return { rows, columns };
}

function writeMerges({ sheet, part, made }: Place): void {
  const merges = part.merges ?? [];
  if (merges.length === 0) return;
  if (!made && part.freeze !== undefined) sheet.setFrozenColumns(0);
  for (const range of rangesOf(sheet, merges)) {
    // A merge may be taken apart only as a whole.
    if (!made) for (const merged of range.getMergedRanges()) merged.breakApart();
    range.merge();
  }
}

function writeFreeze({ sheet, part }: Place): void {
  if (part.freeze === undefined) return;
  const { rows, columns } = frozen(part);
  sheet.setFrozenRows(rows);
  sheet.setFrozenColumns(columns);
}

function writeFilter({ sheet, part, made }: Place): void {
  if (part.filter === undefined) return;
  const range = rangeOf(sheet, part.filter);
  const before = made ? null : sheet.getFilter();
  if (before !== null && before.getRange().getA1Notation() === range.getA1Notation()) return;
  before?.remove();
  range.createFilter();
}

/** What one part of a patch does, in the order of its fields. Print settings have no door in Apps Script. */
export function stepsOf(place: Place): (() => void)[] {
  const { sheet, part } = place;
  return [
    () => grow(place),
    () => {
      if (part.state === "visible") sheet.showSheet();
      else if (part.state !== undefined) sheet.hideSheet();
    },
    () => clear(place),
    () => writeLooks(place),
    () => writeFormats(place),
    ...cellSteps(place),
    () => writeMerges(place),
    () => writeChecks(place),
    () => writeConditionals(place),
    () => writeColumns(place),
    () => writeRows(place),
    () => writeFreeze(place),
    () => writeFilter(place),
    () => {
      if (part.tab !== undefined) sheet.setTabColor(`#${part.tab.toLowerCase()}`);
    },
    () => writeProtection(place),
  ];
}
