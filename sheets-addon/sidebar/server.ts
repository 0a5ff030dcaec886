import { HostError } from "../../core/sheet/host";
import type { Answer, Api, Call } from "../api";

/** What Google puts into the sidebar to reach the script: one call at a time, its answer to a handler. */
export interface Runner {
  withSuccessHandler(heard: (answer: string | null) => void): Runner;
  withFailureHandler(heard: (error: Error) => void): Runner;
  rpc(json: string): void;
}

/** Google ends a run after six minutes; a little later nothing more comes. */
const PATIENCE = 370000;

/** Google asked another account than the one that the spreadsheet is open in, so the script may not even start. */
const wrongAccount = /permission_denied|authorization is required|not have permission to (call|access)/i;

/** The server: calls wait for one another, since Google answers them in any order. */
export class Server {
  private last: Promise<unknown> = Promise.resolve();
  private waiting = 0;

  constructor(
    private readonly runner: () => Runner,
    private readonly patience = PATIENCE,
  ) {}

  /** Whether a call is on its way. */
  get isBusy(): boolean {
    return this.waiting > 0;
  }

  /** @throws HostError */
  ask<K extends keyof Api>(name: K, ...args: Parameters<Api[K]>): Promise<ReturnType<Api[K]>> {
    this.waiting++;
    const asked = this.last.then(() => this.send([name, ...args] as unknown as Call));
    this.last = asked.catch(() => {}).then(() => this.waiting--);
    return asked as Promise<ReturnType<Api[K]>>;
  }

  private send(call: Call): Promise<unknown> {
    return new Promise((done, failed) => {
      const late = setTimeout(() => failed(new HostError("no-answer", "timeout")), this.patience);
      this.runner()
        .withSuccessHandler((text) => {
          clearTimeout(late);
          if (typeof text !== "string") return failed(new HostError("no-answer", "empty"));
          let answer: Answer;
          try {
            answer = JSON.parse(text) as Answer;
          } catch {
            return failed(new HostError("no-answer", "cut"));
          }
          if (answer.ok) done(answer.answer);
          else failed(new HostError(answer.code, answer.detail));
        })
        .withFailureHandler(({ message }) => {
          clearTimeout(late);
          failed(new HostError(wrongAccount.test(message) ? "account" : "no-answer", message));
        })
        .rpc(JSON.stringify(call));
    });
  }
}
