import { type Address } from "../../core/sheet/address";
import { type Change, type Host, type WriteResult } from "../../core/sheet/host";
import type { Patch } from "../../core/sheet/patch";
import type { Facts, Language, Snapshot } from "../../core/sheet/snapshot";
import { type Patience } from "./excel-host-request";
import { type ExcelWorld } from "./excel-host-world";
/** A workbook in Excel as a host, over Office.js at ExcelApi 1.14. */
export declare class ExcelHost implements Host {
    private readonly language;
    private readonly world;
    private readonly requests;
    private readonly reader;
    private decimal;
    private name;
    constructor(excel: typeof Excel, language: () => Language, world?: ExcelWorld, waits?: Patience);
    facts(): Facts;
    read(sheets?: readonly string[]): Promise<Snapshot>;
    write(patch: Patch): Promise<WriteResult>;
    watch(heard: (change: Change) => void): () => void;
    show({ sheet: name, row, column }: Address): Promise<void>;
    /** The number formats under each part's contents, as the parts before it leave them. */
    private formats;
    /** One request; where it is too large after all, its two halves. */
    private send;
    /** After a failure: sheets that were opened and stayed so are protected again. */
    private close;
}
