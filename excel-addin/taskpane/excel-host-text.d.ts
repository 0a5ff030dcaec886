/** Whether Excel takes text for itself: neither a number, a day, TRUE, an error nor a formula in any locale. */
export declare function isPlain(text: string): boolean;
/**
 * Text as it is handed to a cell's `formulas`, so that the same text is read back: an apostrophe before what Excel would
 * take for something else. A cell of format `@` takes text as it is; `null` where even there it could go wrong, since
 * whether a leading apostrophe is kept in such a cell is not documented.
 */
export declare function textEntry(text: string, inTextCell: boolean): string | null;
/** Bytes of text in UTF-8, as requests are measured. */
export declare function bytesOf(text: string): number;
