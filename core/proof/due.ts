import { compare, decimalText, type Exact, fromCell, less, max, one, tenTo, times } from "../number/exact";
import type { CellValue } from "../sheet/workbook";

/** What a computed cell has to show: a number, a text ("–", a band's name), or nothing. */
export type Right = { readonly value: Exact } | { readonly text: string } | null;

/** What a number in a cell is: points add up to the total, the others only tell of it. */
export type Measure = "points" | "percent" | "rank" | "band" | "count";

/** A computed cell of a sheet with what it has to show; `row` and `column` from 0. */
export interface Due {
  readonly row: number;
  readonly column: number;
  readonly right: Right;
  readonly measure: Measure;
  /** The code and name of what the row is about. */
  readonly code: string;
  readonly name: string;
  /** A helper that nobody sees unless columns are shown. */
  readonly hidden: boolean;
}

export const dueNumber = (value: Exact | null): Right => (value === null ? null : { value });
export const dueText = (text: string): Right => (text === "" ? null : { text });

/** What binary leaves in the last of the 15 digits that a cell keeps; a rounded cell has none of it. */
const noise = tenTo(-12);

/** Whether two numbers are the same decimal, but for what binary leaves. */
function sameNumber(a: Exact, b: Exact): boolean {
  if (compare(a, b) === 0) return true;
  const apart = less(a, b);
  const size = b.n < 0n ? { n: -b.n, d: b.d } : b;
  const distance = apart.n < 0n ? { n: -apart.n, d: apart.d } : apart;
  return compare(distance, times(noise, max(one, size))) <= 0;
}

/** The number that a cell shows; null where it shows none. */
export const numberIn = (shown: CellValue): Exact | null =>
  typeof shown === "number" && Number.isFinite(shown) ? fromCell(shown) : null;

/** Whether a cell shows what it has to. A number as text, TRUE, an error and a blank are no numbers. */
export function agrees(shown: CellValue, right: Right): boolean {
  if (right === null) return shown === null || shown === "";
  if ("text" in right) return typeof shown === "string" && shown.normalize("NFC") === right.text.normalize("NFC");
  const value = numberIn(shown);
  return value !== null && sameNumber(value, right.value);
}

/** A cell's content as text: a plain decimal, an error's name, "" for nothing. */
export function contentOf(shown: CellValue): string {
  if (shown === null) return "";
  if (typeof shown === "object") return shown.error;
  if (typeof shown === "boolean") return String(shown).toUpperCase();
  const value = numberIn(shown);
  return value === null ? String(shown) : decimalText(value, 15);
}

export const rightText = (right: Right): string =>
  right === null ? "" : "text" in right ? right.text : decimalText(right.value, 15);

/** Names a cell of a sheet among others. */
export const keyOf = (row: number, column: number): string => `${row} ${column}`;
