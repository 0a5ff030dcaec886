const longestText = 32767;
const months = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)/i;
/** No number, day or amount of money is written as long as this. */
const longestFigure = 48;

/**
 * Whether Excel takes text for itself: neither a number, a day, TRUE, an error nor a formula in any locale. Any single
 * word may be TRUE or FALSE in some language of Excel.
 */
export function isPlain(text: string): boolean {
  if (!/^\p{L}/u.test(text) || /^[\p{L}\p{M}]+$/u.test(text.trim())) return false;
  return !/\p{N}/u.test(text) || (text.length > longestFigure && !months.test(text));
}

/**
 * Text as it is handed to a cell's `formulas`, so that the same text is read back: an apostrophe before what Excel would
 * take for something else. A cell of format `@` takes text as it is; `null` where even there it could go wrong, since
 * whether a leading apostrophe is kept in such a cell is not documented.
 */
export function textEntry(text: string, inTextCell: boolean): string | null {
  const cut = text.slice(0, longestText);
  if (inTextCell) return cut.startsWith("'") ? null : cut;
  return isPlain(cut) ? cut : `'${cut}`;
}

/** Bytes of text in UTF-8, as requests are measured. */
export function bytesOf(text: string): number {
  let bytes = text.length;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    // Each half of a pair counts two, the pair four.
    if (unit > 0x7f) bytes += unit > 0x7ff && (unit < 0xd800 || unit > 0xdfff) ? 2 : 1;
  }
  return bytes;
}
