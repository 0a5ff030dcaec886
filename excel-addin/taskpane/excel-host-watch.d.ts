import type { Change } from "../../core/sheet/host";
import { type BookReader } from "./excel-host-read";
import type { ExcelRequests } from "./excel-host-request";
/** What the pane stands in: the browser's window, or a test. */
export interface Surroundings {
    /** Whether anyone can see the pane. */
    visible(): boolean;
    /** Calls back when a person comes back to the pane, until the returned function is called. */
    onFocus(heard: () => void): () => void;
    /** Calls back again and again, until the returned function is called. */
    every(milliseconds: number, heard: () => void): () => void;
    wait(milliseconds: number): Promise<void>;
}
/** Milliseconds between two looks at the sheet that is shown. */
export declare const beat = 2000;
/**
 * Tells of edits and selections. Excel tells of most itself; a pick from a dropdown raises no event on the web, so the
 * sheet that is shown is compared with what was last read: on focus, after calculations, and at each beat.
 */
export declare function watchBook(requests: ExcelRequests, reader: BookReader, around: Surroundings, heard: (change: Change) => void): () => void;
