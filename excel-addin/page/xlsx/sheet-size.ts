/** What a sheet of Excel has of rows and columns. */
export const LAST_ROW = 1048576;
export const LAST_COLUMN = 16384;

/** A column's number by its letters, large or small ones: that of `A` is 1. */
export function columnNumber(letters: string): number {
  let column = 0;
  for (let i = 0; i < letters.length; i++) column = column * 26 + (letters.charCodeAt(i) & 31);
  return column;
}
