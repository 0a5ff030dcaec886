import { cellName, quoteSheet } from "../../../core/sheet/address";

const DAY = 86400000;
const FIRST_OF_1904 = Date.UTC(1904, 0, 1);

/** The serial number of a day: 1 is 1 January 1900, with 29 February 1900 counted as spreadsheets do. */
function serialOf(date: Date): number {
  const days = (date.getTime() - Date.UTC(1899, 11, 31)) / DAY;
  return days >= 60 ? days + 1 : days;
}

/** Whether a number format shows hours, minutes or seconds and no day: a time, or how long something took. */
function isTime(format: string): boolean {
  const bare = format.replace(/"[^"]*"|\\.|[_*].|\[(?!h+\]|m+\]|s+\])[^[\]]*\]/gi, "");
  return /[hs]|\[m+\]/i.test(bare) && !/[dyeg]|mmm/i.test(bare);
}

/** The days of one file as serial numbers from 1900 on, whichever year the file counts from. */
export class Days {
  /** Cells whose number changed so that it still means the same day, as people name them. */
  readonly moved: string[] = [];
  /** Whether a formula gives something else than a day, and so may have counted with the numbers of days. */
  counted = false;

  constructor(private readonly from1904: boolean) {}

  /** The number of a cell that shows a day or a time. */
  serial(date: Date, format: string | undefined, at: { readonly sheet: string; readonly row: number; readonly column: number }): number {
    if (!this.from1904) return serialOf(date);
    // A length of time is the same number in both systems; only a day is counted from somewhere.
    if (format !== undefined && isTime(format)) return (date.getTime() - FIRST_OF_1904) / DAY;
    this.moved.push(`${quoteSheet(at.sheet)}!${cellName(at.row, at.column)}`);
    return serialOf(date);
  }
}
