import type { Surroundings } from "./excel-host-watch";
/** What Office and the browser know about the person, the day and the program. */
export interface ExcelWorld extends Surroundings {
    /** Local day and time, `2026-11-22T08:30`. */
    now(): string;
    /** Bytes that Excel takes in one request. */
    readonly requestBytes: number;
}
/**
 * What is put into one request to Excel on the web, which takes 5 MB and refuses more; the rest is left for what the
 * sizes of the steps were guessed too low. Excel elsewhere has no limit.
 */
export declare const webRequestBytes = 4500000;
/** The browser's window around the pane. */
export declare function paneWorld(): ExcelWorld;
