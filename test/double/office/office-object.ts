import { Refusal, type RefusalCode } from "../refusal";

/** An error as Excel names them. */
export class OfficeError extends Error {
  constructor(
    readonly code: string,
    readonly detail: string,
    /** Class and member, `Range.values`. */
    readonly place: string | null = null,
  ) {
    super(detail);
    this.name = "OfficeError";
  }
}

const codeOf: Record<RefusalCode, string> = {
  argument: "InvalidArgument",
  "formula-length": "FormulaLengthExceedsLimit",
  missing: "ItemNotFound",
  exists: "ItemAlreadyExists",
  protected: "AccessDenied",
  "read-only": "AccessDenied",
  operation: "InvalidOperation",
  general: "GeneralException",
};

export function officeErrorOf(error: unknown): OfficeError {
  if (error instanceof OfficeError) return error;
  if (error instanceof Refusal) return new OfficeError(codeOf[error.code], error.detail);
  throw error;
}

export const invalid = (detail: string): OfficeError => new OfficeError("InvalidArgument", detail);
export const notImplemented = (detail: string): OfficeError =>
  new OfficeError("NotImplemented", `The double knows no ${detail}`);

/**
 * What stands behind one proxy. The members of a subclass are the members that exist, under their names on the wire:
 * accessors are properties, methods are methods; what begins with a small letter is ours.
 */
export abstract class OfficeObject {
  /** Excel's name of the class. */
  abstract readonly kind: string;

  /** What the proxy learns when it is bound, beside the reference that it keeps. */
  identity(): Readonly<Record<string, unknown>> {
    return {};
  }

  /** A member of a collection by key. */
  item(key: unknown): OfficeObject {
    throw notImplemented(`${this.kind}[${String(key)}]`);
  }

  /** The members of a collection; null where this is none. */
  items(): readonly OfficeObject[] | null {
    return null;
  }

  /** Whether a proxy names this object by a reference that it gives back when done. */
  get tracked(): boolean {
    return false;
  }
}

/** The classes of an object, from its own to the one below `OfficeObject`. */
function* levels(object: OfficeObject): Generator<object> {
  let level: object = Object.getPrototypeOf(object) as object;
  while (level !== OfficeObject.prototype) {
    yield level;
    level = Object.getPrototypeOf(level) as object;
  }
}

function described(object: OfficeObject, name: string): PropertyDescriptor | null {
  if (!/^_?[A-Z]/.test(name)) return null;
  for (const level of levels(object)) {
    const found = Object.getOwnPropertyDescriptor(level, name);
    if (found !== undefined) return found;
  }
  return null;
}

/** Names of the properties that can be read. */
export function readable(object: OfficeObject): string[] {
  const names: string[] = [];
  for (const level of levels(object)) {
    for (const [name, { get }] of Object.entries(Object.getOwnPropertyDescriptors(level))) {
      if (get !== undefined && /^[A-Z]/.test(name)) names.push(name);
    }
  }
  return names;
}

/** An error names the member in which it was met first. */
function within<T>(object: OfficeObject, name: string, work: () => T): T {
  try {
    return work();
  } catch (thrown) {
    const error = officeErrorOf(thrown);
    if (error.place !== null) throw error;
    throw new OfficeError(error.code, error.detail, `${object.kind}.${name[0]!.toLowerCase()}${name.slice(1)}`);
  }
}

export const readMember = (object: OfficeObject, name: string): unknown =>
  within(object, name, () => {
    const get = described(object, name)?.get;
    if (get === undefined) throw notImplemented(`${object.kind}.${name}`);
    return get.call(object);
  });

export const writeMember = (object: OfficeObject, name: string, value: unknown): void =>
  within(object, name, () => {
    const set = described(object, name)?.set;
    if (set === undefined) throw notImplemented(`${object.kind}.${name} to write`);
    set.call(object, value);
  });

export const callMember = (object: OfficeObject, name: string, args: readonly unknown[]): unknown =>
  within(object, name, () => {
    const method: unknown = described(object, name)?.value;
    if (typeof method !== "function") throw notImplemented(`${object.kind}.${name}()`);
    return Reflect.apply(method, object, args);
  });

export const itemOf = (object: OfficeObject, key: unknown): OfficeObject =>
  within(object, "GetItem", () => object.item(key));

export const aString = (value: unknown, what: string): string => {
  if (typeof value !== "string") throw invalid(what);
  return value;
};
export const aBoolean = (value: unknown, what: string): boolean => {
  if (typeof value !== "boolean") throw invalid(what);
  return value;
};
export const aNumber = (value: unknown, what: string): number => {
  if (typeof value !== "number" || !Number.isFinite(value)) throw invalid(what);
  return value;
};
export const anIndex = (value: unknown, what: string): number => {
  const index = aNumber(value, what);
  if (!Number.isInteger(index) || index < 0) throw invalid(what);
  return index;
};
export function oneOf<T extends string>(value: unknown, allowed: readonly T[], what: string): T {
  const found = allowed.find((one) => one === value);
  if (found === undefined) throw invalid(`${what}: ${String(value)}`);
  return found;
}
/** The fields of a plain object; fields not allowed are refused. */
export function fields(value: unknown, allowed: readonly string[], what: string): Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw invalid(what);
  const odd = Object.keys(value).find((key) => !allowed.includes(key));
  if (odd !== undefined) throw invalid(`${what}.${odd}`);
  return value as Readonly<Record<string, unknown>>;
}

/** `#RRGGBB` or a web colour's name as RRGGBB. */
export function colourOf(value: unknown, what: string): string {
  const named: Readonly<Record<string, string>> = {
    red: "FF0000", green: "008000", blue: "0000FF", white: "FFFFFF", black: "000000", yellow: "FFFF00", orange: "FFA500",
  };
  const text = aString(value, what);
  const colour = named[text.toLowerCase()] ?? /^#([0-9a-f]{6})$/i.exec(text)?.[1];
  if (colour === undefined) throw invalid(`${what}: ${text}`);
  return colour.toUpperCase();
}
