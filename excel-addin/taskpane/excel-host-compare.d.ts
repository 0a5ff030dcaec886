import type { Block, Expect, Patch, SheetPatch } from "../../core/sheet/patch";
import { type Entries, type Formats, type Loose } from "./excel-host-entries";
import { type KnownSheet } from "./excel-host-read";
import type { ExcelRequests } from "./excel-host-request";
/** What of a sheet decides how it is written. */
export interface SheetFacts {
    readonly protection: Excel.WorksheetProtectionOptions | null;
    readonly filtered: boolean;
    /** Ids of the conditional formats by formula, and of the heat colours. */
    readonly conditionals: readonly string[];
    readonly scales: readonly string[];
}
/** A block of a patch as it will be written. */
export interface Ready {
    readonly entries: Entries;
    readonly loose: readonly Loose[];
    /** All cells written may be written while the sheet is protected. */
    readonly open: boolean;
}
export interface Compared {
    readonly stale: readonly Expect[];
    readonly readOnly: boolean;
    readonly sheets: readonly KnownSheet[];
    /** By the sheet's name in the patch; a sheet to be made has none. */
    readonly facts: ReadonlyMap<string, SheetFacts>;
    readonly ready: ReadonlyMap<Block, Ready>;
}
/** Whether a part does nothing but write contents. */
export declare const isDaily: (part: SheetPatch) => boolean;
/** One request: what the patch expects against what is there, and what has to be known for writing it. */
export declare function compare(requests: ExcelRequests, known: readonly KnownSheet[], patch: Patch, formats: ReadonlyMap<SheetPatch, Formats>): Promise<Compared>;
