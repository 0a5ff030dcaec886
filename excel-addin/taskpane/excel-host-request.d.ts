import { HostError } from "../../core/sheet/host";
/** How long Excel is waited for, in milliseconds. */
export interface Patience {
    /** While a cell is being typed in, Excel refuses everything; then it is asked again until this has passed. */
    readonly typing: number;
    /** Between two questions while a cell is being typed in. */
    readonly again: number;
    /** For an answer at all. */
    readonly answer: number;
}
export declare const patience: Patience;
/** An error of office.js as the port knows it; `detail` holds its code, place and message. */
export declare function hostError(error: unknown): HostError;
/** Sends requests to Excel, one `context.sync()` each. */
export declare class ExcelRequests {
    private readonly excel;
    private readonly wait;
    private readonly patience;
    constructor(excel: typeof Excel, wait: (milliseconds: number) => Promise<void>, patience: Patience);
    /**
     * Queues what `ask` asks for, sends it, and returns what `ask` returned, now loaded. A context of its own instead of
     * `Excel.run`: nothing is kept afterwards, so nothing has to be released by a further request.
     * @throws {HostError} also when Excel does not answer in time; a request under way may then still be done.
     */
    send<T>(ask: (context: Excel.RequestContext) => T, { patient }?: {
        patient?: boolean | undefined;
    }): Promise<T>;
    private once;
}
