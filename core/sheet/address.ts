/** A rectangle of cells; rows and columns from 0, `rows` and `columns` at least 1. */
export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** One cell of a named sheet; row and column from 0. */
export interface Address {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** Sheet names differ by more than case, as in every spreadsheet program. */
export const sameSheet = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** Column letters of a column counted from 0: 0 is `A`, 26 is `AA`. */
export function columnName(column: number): string {
  let name = "";
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26)) {
    name = String.fromCharCode(65 + ((n - 1) % 26)) + name;
  }
  return name;
}

/** `A1` text of a cell; row and column from 0. */
export function cellName(row: number, column: number): string {
  return columnName(column) + String(row + 1);
}

/** `A1:B2` text of an area, `A1` for a single cell. */
export function areaName(area: Area): string {
  const first = cellName(area.row, area.column);
  const last = cellName(area.row + area.rows - 1, area.column + area.columns - 1);
  return first === last ? first : `${first}:${last}`;
}

/** The cell that `A1` text (with or without `$`) names, or null. */
export function parseCellName(text: string): { row: number; column: number } | null {
  const match = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/i.exec(text.trim());
  if (match === null) return null;
  let column = 0;
  for (const letter of match[1]!.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return { row: Number(match[2]) - 1, column: column - 1 };
}

/** The area that `A1` or `A1:B2` text names, or null. */
export function parseAreaName(text: string): Area | null {
  const [from = "", to = from] = text.split(":");
  const first = parseCellName(from);
  const last = parseCellName(to);
  if (first === null || last === null) return null;
  const row = Math.min(first.row, last.row);
  const column = Math.min(first.column, last.column);
  return {
    row,
    column,
    rows: Math.abs(last.row - first.row) + 1,
    columns: Math.abs(last.column - first.column) + 1,
  };
}

/** A sheet name as a formula writes it: always quoted, since `U1` unquoted would be a cell. */
export function quoteSheet(name: string): string {
  return `'${name.replace(/'/g, "''")}'`;
}

export function contains(area: Area, row: number, column: number): boolean {
  return (
    row >= area.row && row < area.row + area.rows && column >= area.column && column < area.column + area.columns
  );
}
