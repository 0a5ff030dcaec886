import type { Patch } from "../../core/sheet/patch";
import type { SheetSnapshot } from "../../core/sheet/snapshot";
import type { PlainSheet } from "../api";
type Mark = "," | ".";
/** The decimal mark of a spreadsheet's locale (`vi_VN`), as Google Sheets uses it in cells and formulas. */
export declare function decimalOf(locale: string): Mark;
/** A sheet as the core reads it. */
export declare function sheetSnapshot({ name, hidden, ...plain }: PlainSheet, decimal: Mark): SheetSnapshot;
/** A patch as the server takes it, whole sheets in each part; only the first compares, only the last leads to a cell. */
export declare function plainPatches(patch: Patch, decimal: Mark, longest?: number): Patch[];
export {};
