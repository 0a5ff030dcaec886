import type { Area } from "../../core/sheet/address";
import type { ColorScale, Conditional, Print, Protection, Style } from "../../core/sheet/workbook";
/**
 * Points of a column `characters` wide. ECMA-376 part 1, 18.3.1.13 `width`: pixels are
 * `TRUNC((256 * width + TRUNC(128 / digit)) / 256 * digit)`; `RangeFormat.columnWidth` counts points.
 */
export declare const pointsOfWidth: (characters: number) => number;
/** Sets a look; fields that are absent stay as they are. Returns how many things were set, for the size of a request. */
export declare function setStyle(range: Excel.Range, { rows, columns }: Area, style: Style): void;
/** Adds a format that shows where a formula holds; the newest has the highest priority. */
export declare function addConditional(sheet: Excel.Worksheet, { area, formula, style }: Conditional): void;
/** Adds heat colours from the lowest value's fill to the highest's. */
export declare function addScale(sheet: Excel.Worksheet, { area, low, high }: ColorScale): void;
/** `&Lleft&Cmiddle&Rright` by its places; text without a place stands in the middle, as in a file. */
export declare function footerParts(footer: string): {
    left: string;
    center: string;
    right: string;
};
/** The page set-up of a sheet, on A4. */
export declare function setPrint(sheet: Excel.Worksheet, { orientation, fitWidth, repeat, footer, area }: Print): void;
/** What protection allows. Never taken from what Excel reads back, which can hold nulls that it then refuses. */
export declare const protectionOptions: ({ formatColumns, formatRows, filter, sort }: Protection) => Excel.WorksheetProtectionOptions;
/** The same protection again, from what was read back. */
export declare function sameProtection(read: Excel.WorksheetProtectionOptions | null | undefined): Excel.WorksheetProtectionOptions;
