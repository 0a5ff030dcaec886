import {
  callMember, invalid, itemOf, notImplemented, OfficeError, officeErrorOf, OfficeObject, readable, readMember,
  writeMember,
} from "./office-object";
import type { References } from "./references";
import { actionKind, pathKind } from "./wire";
import type { ActionInfo, ArgumentInfo, PathInfo, QueryInfo, RequestBody, ResponseBody } from "./wire";

const httpStatus: Readonly<Record<string, number>> = {
  InvalidArgument: 400, ItemNotFound: 404, AccessDenied: 403, NotImplemented: 501,
};

export const failure = (code: string, message: string, location: string | null = null, index?: number): ResponseBody => ({
  Results: [],
  Error: {
    Code: code, Message: message, Location: location, HttpStatusCode: httpStatus[code] ?? 400,
    ...(index === undefined ? {} : { ActionIndex: index }),
  },
});

/** The actions of one request, and the objects that its paths lead to. */
export class Batch {
  private readonly found = new Map<number, OfficeObject | null>();

  constructor(
    private readonly root: OfficeObject,
    private readonly references: References,
    private readonly body: RequestBody,
    /** Called before each action; what it throws ends the batch. */
    private readonly acting: (action: ActionInfo, body: RequestBody) => void = () => {},
  ) {}

  /** The answer; a failed action ends the batch. */
  run(): ResponseBody {
    const results: { ActionId: number; Value: unknown }[] = [];
    for (const [index, action] of this.body.Actions.entries()) {
      try {
        this.acting(action, this.body);
        results.push({ ActionId: action.Id, Value: this.act(action) ?? null });
      } catch (thrown) {
        const error = officeErrorOf(thrown);
        return { ...failure(error.code, error.detail, error.place, index), Results: results };
      }
    }
    return { Results: results };
  }

  private act(action: ActionInfo): unknown {
    if (action.ActionType === actionKind.trace) return null;
    const object = this.resolve(action.ObjectPathId);
    if (action.ActionType === actionKind.instantiate) return object === null ? null : this.identityOf(object);
    if (action.ActionType === actionKind.query) {
      return object === null ? null : this.query(object, action.QueryInfo ?? {});
    }
    if (action.ActionType === actionKind.method && action.Name === "_KeepReference") {
      if (object !== null) this.references.keep(object);
      return null;
    }
    if (object === null) throw new OfficeError("InvalidObjectPath", `${action.Name} of an object that does not exist`);
    const args = this.argumentsOf(action.ArgumentInfo);
    if (action.ActionType === actionKind.method) {
      if (action.Name === "_RemoveReference") return this.references.forget(args[0]);
      const value = callMember(object, action.Name, args);
      return value instanceof OfficeObject ? this.identityOf(value) : value;
    }
    if (action.ActionType === actionKind.setProperty) return writeMember(object, action.Name, args[0]);
    throw notImplemented(`action ${action.ActionType}`);
  }

  private identityOf(object: OfficeObject): Record<string, unknown> {
    return { ...object.identity(), ...(object.tracked ? { _ReferenceId: this.references.keyOf(object) ?? "" } : {}) };
  }

  /** The object of a path, found once a request; null where an OrNullObject missed. */
  private resolve(id: number): OfficeObject | null {
    const known = this.found.get(id);
    if (known !== undefined) return known;
    const path = this.body.ObjectPaths[id];
    if (path === undefined) throw new OfficeError("InvalidObjectPath", `path ${id}`);
    const object = this.follow(path);
    this.found.set(id, object);
    return object;
  }

  private follow(path: PathInfo): OfficeObject | null {
    if (path.ObjectPathType === pathKind.global) return this.root;
    if (path.ObjectPathType === pathKind.nullObject) return null;
    if (path.ObjectPathType === pathKind.reference) {
      const object = this.references.get(path.Name);
      if (object === undefined) throw new OfficeError("InvalidReference", path.Name);
      return object;
    }
    if (path.ObjectPathType === pathKind.newObject) throw notImplemented(`service ${path.Name}`);
    const parent = this.resolve(path.ParentObjectPathId ?? 0);
    if (parent === null) return null;
    const args = this.argumentsOf(path.ArgumentInfo);
    if (path.ObjectPathType === pathKind.indexer) return itemOf(parent, args[0]);
    const called = path.ObjectPathType === pathKind.method;
    const value = called ? callMember(parent, path.Name, args) : readMember(parent, path.Name);
    if (value === null || value instanceof OfficeObject) return value;
    throw invalid(`${parent.kind}.${path.Name} is no object`);
  }

  private argumentsOf(info: ArgumentInfo | undefined): unknown[] {
    const resolved = (argument: unknown, reference: unknown): unknown => {
      if (typeof reference === "number" && reference > 0) return this.resolve(reference);
      if (Array.isArray(argument) && Array.isArray(reference)) {
        return argument.map((one, i) => resolved(one, reference[i]));
      }
      return this.unpacked(argument);
    };
    return (info?.Arguments ?? []).map((argument, index) => resolved(argument, info?.ReferencedObjectPathIds?.[index]));
  }

  /** Objects inside of plain values arrive as `{_ObjectPathId}`. */
  private unpacked(value: unknown): unknown {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
    const id = (value as { readonly _ObjectPathId?: unknown })._ObjectPathId;
    if (typeof id === "number") return this.resolve(id);
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, this.unpacked(inner)]));
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
        const select = rest.map((path) => path.filter((part) => part.toLowerCase() !== "items").join("/"));
        answer[name] = this.query(value, { Select: select.filter((path) => path !== "") });
      }
    }
    return answer;
  }
}

