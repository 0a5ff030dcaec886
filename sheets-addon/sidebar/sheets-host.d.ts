import type { Address } from "../../core/sheet/address";
import type { Change, Host, WriteResult } from "../../core/sheet/host";
import type { Patch } from "../../core/sheet/patch";
import type { Facts, Language, Snapshot } from "../../core/sheet/snapshot";
import type { Server } from "./server";
/** A Google spreadsheet as a host, over the script's one door. */
export declare class SheetsHost implements Host {
    private readonly server;
    private readonly language;
    private about;
    private seen;
    private first;
    constructor(server: Server, language: () => Language);
    /** Reads once, so that facts are known; whoever then reads first gets that reading. Never fails. */
    open(): Promise<Language>;
    facts(): Facts;
    read(sheets?: readonly string[]): Promise<Snapshot>;
    private readAll;
    write(patch: Patch): Promise<WriteResult>;
    /** Google tells a sidebar nothing: it looks every few seconds while it is seen, and when it is turned to. */
    watch(heard: (change: Change) => void): () => void;
    private newsIn;
    show(at: Address): Promise<void>;
}
