import type { Patch } from "../../core/sheet/patch";
import { type Compared } from "./excel-host-compare";
/** The sheets of one request, each got once. */
export declare class Pages {
    readonly context: Excel.RequestContext;
    private readonly found;
    constructor(context: Excel.RequestContext);
    at(name: string): Excel.Worksheet;
    add(name: string): Excel.Worksheet;
}
/** One thing to do, and about how many bytes of a request it takes. */
export interface Step {
    readonly bytes: number;
    readonly run: (pages: Pages) => void;
}
export interface WritePlan {
    readonly steps: readonly Step[];
    /** Protected sheets that are opened for the writing, with what puts their protection back. */
    readonly opened: readonly {
        readonly sheet: string;
        readonly options: Excel.WorksheetProtectionOptions;
    }[];
}
/** All that a patch does, in order: protected sheets opened, parts, protection, what is shown. */
export declare function planWrite(patch: Patch, compared: Compared): WritePlan;
