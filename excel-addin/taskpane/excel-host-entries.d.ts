import type { Area } from "../../core/sheet/address";
import type { Block, SheetPatch } from "../../core/sheet/patch";
/** What a cell's `formulas` take; null leaves the cell. */
export type Entry = string | number | boolean | null;
/** Entries to be written at once from a cell on. */
export interface Entries {
    readonly row: number;
    readonly column: number;
    readonly cells: readonly (readonly Entry[])[];
}
/** A cell of format `@` whose content only holds if the cell is not of that format while it is written. */
export interface Loose {
    readonly row: number;
    readonly column: number;
    readonly entry: string | number | boolean;
}
/** The number format that a cell will have when its content is written; undefined: the one it has. */
export type FormatAt = (row: number, column: number) => string | undefined;
/** The formats of a sheet as the parts of a patch leave them, in their order. `blank`: the sheet is new. */
export declare class Formats {
    private readonly blank;
    private readonly laid;
    constructor(blank: boolean, laid?: {
        readonly area: Area;
        readonly format: string;
    }[]);
    copy(): Formats;
    add({ clear, styles }: SheetPatch): void;
    /** For the cells of an area. */
    over({ row, column, rows, columns }: Area): FormatAt;
}
export declare const blockArea: ({ row, column, cells }: Block) => Area;
/** The areas of a block that are written, without the cells it leaves. */
export declare function writtenAreas({ row, column, cells }: Block): Area[];
/** A block as Excel takes it. */
export declare function entriesOf(block: Block, formatAt: FormatAt): {
    entries: Entries;
    loose: Loose[];
};
/** The part of entries that stands in an area. */
export declare const entriesIn: ({ row, column, cells }: Entries, area: Area) => Entries;
