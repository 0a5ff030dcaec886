/** Why Google Sheets or Apps Script does not do what a script asks; a script sees its message. */
export class Refused extends Error {
  constructor(message: string) {
    super(message);
    this.name = "Exception";
  }
}

/** A run that is over. Nothing in a script can catch it for good: every later call throws it again. */
export class Killed extends Error {
  constructor() {
    super("Exceeded maximum execution time");
    this.name = "Killed";
  }
}

/** Hears every call before it is carried out; throws where it must not be. `realm` makes errors of the script's own kind. */
export interface Watcher {
  called(member: string): void;
  fault(error: unknown): unknown;
  /** Calls under way; what a fake asks of another fake is no call of the script's. */
  depth: number;
}

const declared = new WeakMap<object, Map<string, PropertyDescriptor>>();

/** Every method and getter that the class of a fake, or one above it, declares. */
function membersOf(fake: object): Map<string, PropertyDescriptor> {
  const own = Object.getPrototypeOf(fake) as object;
  const known = declared.get(own);
  if (known !== undefined) return known;
  const members = new Map<string, PropertyDescriptor>();
  for (let at = own; at !== Object.prototype; at = Object.getPrototypeOf(at) as object) {
    for (const [name, property] of Object.entries(Object.getOwnPropertyDescriptors(at))) {
      if (name !== "constructor" && !members.has(name)) members.set(name, property);
    }
  }
  declared.set(own, members);
  return members;
}

const behind = new WeakMap<object, object>();

/**
 * A fake as a script sees it: the members that its class declares, each call heard, and nothing else. Fields of the fake
 * are out of a script's sight; an unknown member throws instead of being undefined.
 */
export function strict<T extends object>(type: string, fake: object, watcher: Watcher): T {
  const offered = membersOf(fake);
  const bound = new Map<string, unknown>();
  const proxy = new Proxy(Object.create(null) as object, {
    get(_, key) {
      if (typeof key === "symbol") return key === Symbol.toStringTag ? type : undefined;
      if (key === "toString") return () => type;
      const property = offered.get(key);
      if (property === undefined) throw new Error(`not faked: ${type}.${key}`);
      if (property.get !== undefined) return property.get.call(fake) as unknown;
      if (!bound.has(key)) {
        bound.set(key, (...given: unknown[]) => {
          if (watcher.depth === 0) watcher.called(`${type}.${key}`);
          watcher.depth += 1;
          try {
            return (property.value as (...all: unknown[]) => unknown).apply(fake, given);
          } catch (error) {
            throw watcher.depth === 1 ? watcher.fault(error) : error;
          } finally {
            watcher.depth -= 1;
          }
        });
      }
      return bound.get(key);
    },
    has: (_, key) => typeof key === "string" && offered.has(key),
    set(_, key) {
      throw new Error(`not faked: setting ${type}.${String(key)}`);
    },
  });
  behind.set(proxy, fake);
  return proxy as T;
}

/** The fake that a script handed back. Refused where it is of another kind. */
export function fakeOf<F extends object>(kind: abstract new (...given: never[]) => F, given: unknown): F {
  const fake = typeof given === "object" && given !== null ? behind.get(given) : undefined;
  if (!(fake instanceof kind)) throw new Refused(`The parameters (${typeof given}) don't match the method signature.`);
  return fake;
}

/** An enumeration: its members print as their names and are the same only to themselves. */
export function enumeration<T>(type: string, names: readonly string[]): T {
  const members = new Map(names.map((name) => [name, { toString: () => name, name: () => name }]));
  return new Proxy(Object.create(null) as object, {
    get(_, key) {
      if (typeof key === "symbol") return undefined;
      const member = members.get(key);
      if (member === undefined) throw new Error(`not faked: ${type}.${key}`);
      return member;
    },
  }) as T;
}

export const checkedInteger = (value: unknown, name: string): number => {
  if (typeof value !== "number" || !Number.isFinite(value)) {
    throw new Refused(`The parameters (${typeof value}) don't match the method signature for ${name}.`);
  }
  return Math.trunc(value);
};
