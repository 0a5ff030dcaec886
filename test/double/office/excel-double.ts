import type { SheetEngine } from "../sheet-engine";
import { Events } from "./events";
import { callMember, invalid, itemOf, notImplemented, OfficeError, officeErrorOf, OfficeObject, readable, readMember, writeMember } from "./office-object";
import { actionKind, pathKind, requestFlag, type ActionInfo, type ArgumentInfo, type EventEntry, type QueryInfo, type RequestBody, type ResponseBody } from "./wire";
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
const httpStatus: Record<string, number> = { InvalidArgument: 400, ItemNotFound: 404, AccessDenied: 403, NotImplemented: 501 };

/** Excel's side of office.js: takes its requests and acts on a sheet engine. */
export class ExcelDouble {
  readonly book: WorkbookObject;
  private readonly kept = new Map<string, OfficeObject>();
  private readonly keys = new Map<OfficeObject, string>();
  private nextReference = 1;
  private readonly events: Events;
  private editDone: (() => void)[] = [];
  /** Codes with which the next requests fail, one each, before anything is done. */
  readonly faults: string[] = [];
  /** Excel hangs: no request is answered any more. */
  silent = false;

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
      return JSON.stringify(failure("RequestPayloadSizeLimitExceeded", "The request payload size has exceeded the limit."));
    }
    this.events.hold();
    try {
      const answer = JSON.stringify(this.run(JSON.parse(json) as RequestBody));
      return sizeOf(answer) > this.mostBytes
        ? JSON.stringify(failure("ResponsePayloadSizeLimitExceeded", "The response payload size has exceeded the limit."))
        : answer;
    } finally {
      this.events.release();
    }
  }

  private run(body: RequestBody): ResponseBody {
    const found = new Map<number, OfficeObject | null>();
    const results: { ActionId: number; Value: unknown }[] = [];
    for (const [index, action] of body.Actions.entries()) {
      try {
        results.push({ ActionId: action.Id, Value: this.act(action, body, found) ?? null });
      } catch (thrown) {
        const error = officeErrorOf(thrown);
        return { ...failure(error.code, error.detail, error.place, index), Results: results };
      }
    }
    return { Results: results };
  }

  private act(action: ActionInfo, body: RequestBody, found: Map<number, OfficeObject | null>): unknown {
    if (action.ActionType === actionKind.trace) return null;
    const object = this.resolve(action.ObjectPathId, body, found);
    if (action.ActionType === actionKind.instantiate) return object === null ? null : this.identityOf(object);
    if (action.ActionType === actionKind.query) return object === null ? null : this.query(object, action.QueryInfo ?? {});
    if (action.ActionType === actionKind.method && action.Name === "_KeepReference") {
      if (object !== null) this.keep(object);
      return null;
    }
    if (object === null) throw new OfficeError("InvalidObjectPath", `${action.Name} of an object that does not exist`);
    const args = this.argumentsOf(action.ArgumentInfo, body, found);
    if (action.ActionType === actionKind.method) {
      if (action.Name === "_RemoveReference") return this.forget(args[0]);
      const value = callMember(object, action.Name, args);
      return value instanceof OfficeObject ? this.identityOf(value) : value;
    }
    if (action.ActionType === actionKind.setProperty) return writeMember(object, action.Name, args[0]);
    throw notImplemented(`action ${action.ActionType}`);
  }

  private forget(key: unknown): null {
    const object = this.kept.get(String(key));
    this.kept.delete(String(key));
    if (object !== undefined) this.keys.delete(object);
    return null;
  }

  private keep(object: OfficeObject): void {
    if (this.keys.has(object)) return;
    const key = `ref${this.nextReference++}`;
    this.keys.set(object, key);
    this.kept.set(key, object);
  }

  private identityOf(object: OfficeObject): Record<string, unknown> {
    return { ...object.identity(), ...(object.tracked ? { _ReferenceId: this.keys.get(object) ?? "" } : {}) };
  }

  /** The object of a path, found once a request; null where an OrNullObject missed. */
  private resolve(id: number, body: RequestBody, found: Map<number, OfficeObject | null>): OfficeObject | null {
    const known = found.get(id);
    if (known !== undefined) return known;
    const path = body.ObjectPaths[id];
    if (path === undefined) throw new OfficeError("InvalidObjectPath", `path ${id}`);
    const object = this.follow(path, body, found);
    found.set(id, object);
    return object;
  }

  private follow(path: RequestBody["ObjectPaths"][string], body: RequestBody, found: Map<number, OfficeObject | null>): OfficeObject | null {
    if (path.ObjectPathType === pathKind.global) return this.book;
    if (path.ObjectPathType === pathKind.nullObject) return null;
    if (path.ObjectPathType === pathKind.reference) {
      const object = this.kept.get(path.Name);
      if (object === undefined) throw new OfficeError("InvalidReference", path.Name);
      return object;
    }
    if (path.ObjectPathType === pathKind.newObject) throw notImplemented(`service ${path.Name}`);
    const parent = this.resolve(path.ParentObjectPathId ?? 0, body, found);
    if (parent === null) return null;
    const args = this.argumentsOf(path.ArgumentInfo, body, found);
    if (path.ObjectPathType === pathKind.indexer) return itemOf(parent, args[0]);
    const value = path.ObjectPathType === pathKind.method ? callMember(parent, path.Name, args) : readMember(parent, path.Name);
    if (value === null || value instanceof OfficeObject) return value;
    throw invalid(`${parent.kind}.${path.Name} is no object`);
  }

  private argumentsOf(info: ArgumentInfo | undefined, body: RequestBody, found: Map<number, OfficeObject | null>): unknown[] {
    const resolved = (argument: unknown, reference: unknown): unknown => {
      if (typeof reference === "number" && reference > 0) return this.resolve(reference, body, found);
      if (Array.isArray(argument) && Array.isArray(reference)) return argument.map((one, i) => resolved(one, reference[i]));
      return this.unpacked(argument, body, found);
    };
    return (info?.Arguments ?? []).map((argument, index) => resolved(argument, info?.ReferencedObjectPathIds?.[index]));
  }

  /** Objects inside of plain values arrive as `{_ObjectPathId}`. */
  private unpacked(value: unknown, body: RequestBody, found: Map<number, OfficeObject | null>): unknown {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
    const id = (value as { readonly _ObjectPathId?: unknown })._ObjectPathId;
    if (typeof id === "number") return this.resolve(id, body, found);
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, this.unpacked(inner, body, found)]));
  }

  private query(object: OfficeObject, { Select = [], Expand = [], Top, Skip = 0 }: QueryInfo): Record<string, unknown> {
    const names = [...Select, ...Expand].map((name) => name.split(/[/.]/));
    const items = object.items();
    if (items === null) return { ...this.identityOf(object), ...this.selected(object, names) };
    const wanted = items.slice(Skip, Top === undefined ? undefined : Skip + Top);
    return { _Items: wanted.map((item) => ({ ...this.identityOf(item), ...this.selected(item, names) })) };
  }

  private selected(object: OfficeObject, names: readonly (readonly string[])[]): Record<string, unknown> {
    const answer: Record<string, unknown> = {};
    const inner = new Map<string, string[][]>();
    const all = names.length === 0 || names.some(([first]) => first === "*");
    if (all) {
      for (const name of readable(object)) {
        const value = readMember(object, name);
        if (!(value instanceof OfficeObject) && name !== "_ReferenceId") answer[name] = value;
      }
    }
    for (const [first = "", ...rest] of names) {
      if (first === "*") continue;
      const name = first[0]!.toUpperCase() + first.slice(1);
      inner.set(name, [...(inner.get(name) ?? []), ...(rest.length === 0 ? [] : [rest])]);
    }
    for (const [name, rest] of inner) {
      const value = readMember(object, name);
      if (!(value instanceof OfficeObject)) {
        if (rest.length > 0) throw invalid(`${object.kind}.${name}/${rest[0]!.join("/")}`);
        answer[name] = value;
      } else {
        const select = rest.map((path) => path.filter((part) => part.toLowerCase() !== "items").join("/")).filter((path) => path !== "");
        answer[name] = this.query(value, { Select: select });
      }
    }
    return answer;
  }
}

const sizeOf = (text: string): number => new TextEncoder().encode(text).length;

const failure = (code: string, message: string, location: string | null = null, index?: number): ResponseBody => ({
  Results: [],
  Error: {
    Code: code, Message: message, Location: location, HttpStatusCode: httpStatus[code] ?? 400,
    ...(index === undefined ? {} : { ActionIndex: index }),
  },
});
