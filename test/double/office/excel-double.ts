import type { SheetEngine } from "../sheet-engine";
import { Batch, failure } from "./batch";
import { Events } from "./events";
import { References } from "./references";
import { requestFlag, type ActionInfo, type EventEntry, type RequestBody } from "./wire";
import { WorkbookObject } from "./workbook-object";

export interface DoubleOptions {
  readonly name?: string;
  /** The decimal mark of this computer's regional settings. */
  readonly decimal?: "," | ".";
  /** Excel for the web tells nobody of a pick from a dropdown, and bounds requests. */
  readonly web?: boolean;
  /** Bytes of a request and of an answer, where not what they are bounded to on the web: 5 MB. */
  readonly mostBytes?: number;
}

const webBytes = 5 * 1024 * 1024;

/** Excel's side of office.js: takes its requests and acts on a sheet engine. */
export class ExcelDouble {
  readonly book: WorkbookObject;
  private readonly kept = new References();
  private readonly events: Events;
  private editDone: (() => void)[] = [];
  /** Codes with which the next requests fail, one each, before anything is done. */
  readonly faults: string[] = [];
  /** Excel hangs: no request is answered any more. */
  silent = false;
  /** Called before each action of a request; an `OfficeError` fails the request there. */
  acting: (action: ActionInfo, body: RequestBody) => void = () => {};

  constructor(
    readonly engine: SheetEngine,
    readonly options: DoubleOptions = {},
  ) {
    this.events = new Events(engine, options.web ?? false);
    this.book = new WorkbookObject({
      engine, events: this.events, name: options.name ?? "Book1.xlsx", decimal: options.decimal ?? ".",
    });
  }

  private get mostBytes(): number {
    return this.options.mostBytes ?? (this.options.web === true ? webBytes : Infinity);
  }

  /** References that proxies hold and have not given back. */
  get references(): number {
    return this.kept.size;
  }

  /** Something happened that those who listen are still to be told of. */
  get hasNews(): boolean {
    return this.events.isDue;
  }

  /** Calls back with events, always after the answer to the request that caused them. */
  onEvents(heard: (entries: readonly EventEntry[]) => void): () => void {
    return this.events.listen(heard);
  }

  /** A person begins typing into a cell: requests fail, or wait where they were asked to. */
  beginEdit(): void {
    this.engine.editing = true;
  }

  endEdit(): void {
    this.engine.editing = false;
    for (const done of this.editDone.splice(0)) done();
  }

  /** Answers one request, JSON for JSON. A failed action ends the batch; what came before it stays done. */
  async request(json: string, flags: number): Promise<string> {
    if (this.silent) return new Promise(() => {});
    const fault = this.faults.shift();
    if (fault !== undefined) return JSON.stringify(failure(fault, `The double was told to answer ${fault}.`));
    if (this.engine.editing) {
      if ((flags & requestFlag.delayForCellEdit) === 0) {
        return JSON.stringify(failure("InvalidOperationInCellEditMode", "Excel is in cell-editing mode."));
      }
      await new Promise<void>((done) => this.editDone.push(done));
    }
    if (sizeOf(json) > this.mostBytes) {
      return JSON.stringify(failure("RequestPayloadSizeLimitExceeded", "The request is larger than Excel takes."));
    }
    this.events.hold();
    try {
      const answer = JSON.stringify(new Batch(this.book, this.kept, JSON.parse(json) as RequestBody, this.acting).run());
      // What hangs on the way has done what came before.
      if (this.silent) return new Promise(() => {});
      return sizeOf(answer) > this.mostBytes
        ? JSON.stringify(failure("ResponsePayloadSizeLimitExceeded", "The answer is larger than Excel gives."))
        : answer;
    } finally {
      this.events.release();
    }
  }
}

const sizeOf = (text: string): number => new TextEncoder().encode(text).length;
