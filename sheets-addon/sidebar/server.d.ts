import type { Api } from "../api";
/** What Google puts into the sidebar to reach the script: one call at a time, its answer to a handler. */
export interface Runner {
    withSuccessHandler(heard: (answer: string | null) => void): Runner;
    withFailureHandler(heard: (error: Error) => void): Runner;
    rpc(json: string): void;
}
/** The server: calls wait for one another, since Google answers them in any order. */
export declare class Server {
    private readonly runner;
    private readonly patience;
    private last;
    private waiting;
    constructor(runner: () => Runner, patience?: number);
    /** Whether a call is on its way. */
    get isBusy(): boolean;
    /** @throws HostError */
    ask<K extends keyof Api>(name: K, ...args: Parameters<Api[K]>): Promise<ReturnType<Api[K]>>;
    private send;
}
