import { areaName, columnName, parseCellName, quoteSheet, type Area } from "../../../core/sheet/address";
import { whole } from "../sheet-engine";

export const wholeRows = (area: Area): boolean => area.columns === whole.columns;
export const wholeColumns = (area: Area): boolean => area.rows === whole.rows;
/** Rows, columns or a sheet as a whole: nobody asks those for each cell. */
export const unbounded = (area: Area): boolean => wholeRows(area) || wholeColumns(area);

function columnIndex(letters: string): number | null {
  return parseCellName(`${letters}1`)?.column ?? null;
}

const inside = ({ row, column, rows, columns }: Area): boolean =>
  row >= 0 && column >= 0 && rows > 0 && columns > 0 && row + rows <= whole.rows && column + columns <= whole.columns;

/** The area of `A1`, `A1:B2`, `A:C`, `1:3`, with or without `$`; null where it is none. */
export function areaOf(text: string): Area | null {
  const [from = "", to = from, ...more] = text.replace(/\$/g, "").trim().split(":");
  if (more.length > 0) return null;
  const span = (a: number, b: number): [number, number] => [Math.min(a, b), Math.abs(a - b) + 1];
  if (/^\d+$/.test(from) && /^\d+$/.test(to) && text.includes(":")) {
    const [row, rows] = span(Number(from) - 1, Number(to) - 1);
    const area = { row, column: 0, rows, columns: whole.columns };
    return inside(area) ? area : null;
  }
  if (/^[A-Z]{1,3}$/i.test(from) && /^[A-Z]{1,3}$/i.test(to) && text.includes(":")) {
    const [first, last] = [columnIndex(from), columnIndex(to)];
    if (first === null || last === null) return null;
    const [column, columns] = span(first, last);
    const area = { row: 0, column, rows: whole.rows, columns };
    return inside(area) ? area : null;
  }
  const [first, last] = [parseCellName(from), parseCellName(to)];
  if (first === null || last === null) return null;
  const [row, rows] = span(first.row, last.row);
  const [column, columns] = span(first.column, last.column);
  const area = { row, column, rows, columns };
  return inside(area) ? area : null;
}

export const fits = inside;

/** The area as Excel names it, without its sheet. */
export function placeName(area: Area): string {
  if (wholeRows(area)) return `${area.row + 1}:${area.row + area.rows}`;
  if (wholeColumns(area)) return `${columnName(area.column)}:${columnName(area.column + area.columns - 1)}`;
  return areaName(area);
}

/** Sheet and area as Excel names them; quotes only where a formula needs them. */
export function addressOf(sheet: string, area: Area): string {
  const bare = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(sheet) && parseCellName(sheet) === null;
  return `${bare ? sheet : quoteSheet(sheet)}!${placeName(area)}`;
}
