import { HostError, type HostErrorCode } from "../../core/sheet/host";

/** How long Excel is waited for, in milliseconds. */
export interface Patience {
  /** While a cell is being typed in, Excel refuses everything; then it is asked again until this has passed. */
  readonly typing: number;
  /** Between two questions while a cell is being typed in. */
  readonly again: number;
  /** For an answer at all. */
  readonly answer: number;
}

/** How time passes. */
export interface Clock {
  wait(milliseconds: number): Promise<void>;
  /** Calls back once, unless the returned function is called before. */
  after(milliseconds: number, done: () => void): () => void;
}

/** Of what is lost when a sheet is gone that was asked for by what was last seen. */
export const isGone = (error: unknown): boolean =>
  error instanceof HostError && error.code === "unknown" &&
  /ItemNotFound|InvalidObjectPath|InvalidReference/.test(error.detail);

export const patience: Patience = { typing: 3000, again: 250, answer: 60000 };

const codes: Readonly<Record<string, HostErrorCode>> = {
  InvalidOperationInCellEditMode: "edit-mode",
  AccessDenied: "protected",
  BadPassword: "protected",
  RequestPayloadSizeLimitExceeded: "too-big",
  ResponsePayloadSizeLimitExceeded: "too-big",
  RangeExceedsLimit: "too-big",
  OperationCellsExceedLimit: "too-big",
  MemoryLimitReached: "too-big",
  RequestAborted: "no-answer",
  Timeout: "no-answer",
  ConnectionFailure: "no-answer",
  ServiceNotAvailable: "no-answer",
  ActivityLimitReached: "no-answer",
  ApiNotFound: "too-old",
  ApiNotAvailable: "too-old",
  NotImplemented: "too-old",
  UnsupportedOperation: "too-old",
};

interface ExcelError {
  readonly code?: unknown;
  readonly message?: unknown;
  readonly debugInfo?: { readonly errorLocation?: unknown };
}

/** An error of office.js as the port knows it; `detail` holds its code, place and message. */
export function hostError(error: unknown): HostError {
  if (error instanceof HostError) return error;
  const { code, message, debugInfo } = (typeof error === "object" && error !== null ? error : {}) as ExcelError;
  const place = String(debugInfo?.errorLocation ?? "");
  const detail = [code, place, message ?? error].filter((part) => part !== undefined && part !== "").join(" · ");
  // Taking off a protection needs its password; what Excel answers to none differs between its editions.
  if (/\bunprotect\b/i.test(place)) return new HostError("protected", detail);
  return new HostError(codes[String(code)] ?? "unknown", detail);
}

/** Sends requests to Excel, one `context.sync()` each. */
export class ExcelRequests {
  constructor(
    private readonly excel: typeof Excel,
    private readonly clock: Clock,
    private readonly patience: Patience,
  ) {}

  /**
   * Queues what `ask` asks for, sends it, and returns what `ask` returned, now loaded. A context of its own instead of
   * `Excel.run`: nothing is kept afterwards, so nothing has to be released by a further request. `patient`: it is asked
   * again while a cell is being typed in; `times`: how much longer than usual an answer is waited for.
   * @throws {HostError} also when Excel does not answer in time; a request under way may then still be done.
   */
  async send<T>(ask: (context: Excel.RequestContext) => T, { patient = true, times = 1 } = {}): Promise<T> {
    for (let waited = 0; ; waited += this.patience.again) {
      try {
        return await this.once(ask, times * this.patience.answer);
      } catch (error) {
        const known = hostError(error);
        if (known.code !== "edit-mode" || !patient || waited >= this.patience.typing) throw known;
      }
      await this.clock.wait(this.patience.again);
    }
  }

  private async once<T>(ask: (context: Excel.RequestContext) => T, patience: number): Promise<T> {
    const context = new this.excel.RequestContext();
    const asked = ask(context);
    await new Promise<void>((done, fail) => {
      const leave = this.clock.after(patience, () => fail(new HostError("no-answer", `${patience} ms`)));
      // Whoever comes second is not listened to.
      context.sync().then(() => done(), fail).finally(leave);
    });
    return asked;
  }
}
