import type { Address } from "../../core/sheet/address";
import type { SheetState } from "../../core/sheet/workbook";
import { type RawCells } from "./excel-host-cells";
import type { ExcelRequests } from "./excel-host-request";
/** A sheet of the workbook as it was last seen. */
export interface KnownSheet {
    readonly id: string;
    readonly name: string;
    readonly state: SheetState;
}
export interface BookRead {
    readonly name: string;
    readonly decimal: "," | ".";
    readonly selection: Address | null;
    /** In the order of the tabs. */
    readonly sheets: readonly (KnownSheet & {
        readonly raw: RawCells | null;
    })[];
}
export declare const states: {
    readonly Visible: "visible";
    readonly Hidden: "hidden";
    readonly VeryHidden: "veryHidden";
};
export declare const listSheets: (context: Excel.RequestContext) => Excel.WorksheetCollection;
export declare const knownSheets: (list: Excel.WorksheetCollection) => KnownSheet[];
/** Reads the workbook, and remembers what the next reading can ask for at once. */
export declare class BookReader {
    private readonly requests;
    /** The sheets as last seen: their ranges are asked for in the same request as the list of sheets. */
    sheets: readonly KnownSheet[];
    /** Contents as last read, by sheet id. */
    readonly prints: Map<string, string>;
    /** Excel refused to give everything in one answer. */
    private large;
    constructor(requests: ExcelRequests);
    /**
     * Everything that a snapshot holds; only of the named sheets where names are given. One request while the workbook
     * has the sheets it had last time, one more for those that it did not have.
     */
    read(wanted?: readonly string[]): Promise<BookRead>;
    private first;
    /** Ranges of sheets that the first request did not ask for. */
    private rest;
}
