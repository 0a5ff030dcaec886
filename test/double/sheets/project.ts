import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createContext, runInContext, Script } from "node:vm";
import type { GoogleBook } from "./google-book";
import { Killed } from "./strict";
import { World, type WorldOptions } from "./world";

/** What Apps Script's own V8 has not; none of Node's globals is there to begin with. */
const absent = ["Intl", "WebAssembly", "Atomics", "SharedArrayBuffer", "URL", "console"];

/** A built script project: one code file, HTML files, a manifest. */
export interface Built {
  readonly code: string;
  readonly files: ReadonlyMap<string, string>;
  readonly manifest: unknown;
}

export function readBuilt(folder: string): Built {
  const text = (name: string): string => readFileSync(join(folder, name), "utf8");
  return {
    code: text("code.js"), files: new Map([["sidebar", text("sidebar.html")]]),
    manifest: JSON.parse(text("appsscript.json")) as unknown,
  };
}

export interface Run {
  readonly value: unknown;
  readonly world: World;
}

/** A code file, read once. */
interface Code {
  readonly script: Script;
  names: readonly string[] | null;
  /** Where runs share what the code is loaded into. */
  realm: Record<string, unknown> | null;
}

/** A script project on a spreadsheet. Every call is a run of its own: the code is loaded afresh and keeps nothing. */
export class Project {
  private code: Code;
  /** Runs so far, the last at the end. */
  readonly runs: World[] = [];
  /** For the run that comes next, and no other. */
  next: WorldOptions = {};

  constructor(
    readonly book: GoogleBook, readonly built: Built, private readonly always: WorldOptions = {}, private readonly warm = false,
  ) {
    this.code = { script: new Script(built.code, { filename: "code.js" }), names: null, realm: null };
  }

  /**
   * The same project on another spreadsheet. Runs of all that come from one share what the code is loaded into, which is
   * faster by far, and only as good as fresh runs where the code keeps nothing.
   */
  over(book: GoogleBook): Project {
    const other = new Project(book, this.built, this.always, true);
    other.code = this.code;
    return other;
  }

  /** Names of functions that a sidebar or a menu may call. */
  functions(): readonly string[] {
    if (this.code.names === null) {
      const { context } = this.load(new World(this.book, this.options({})));
      this.code.names = Object.keys(context).filter((name) => typeof context[name] === "function" && !name.endsWith("_"));
    }
    return this.code.names;
  }

  private options(own: WorldOptions): WorldOptions {
    return { files: this.built.files, ...this.always, ...this.next, ...own };
  }

  private load(world: World): { context: Record<string, unknown> } {
    const kept = this.warm ? this.code.realm : null;
    const context = kept === null
      ? createContext({ ...world.globals() }, { codeGeneration: { strings: false, wasm: false } }) as Record<string, unknown>
      : Object.assign(kept, world.globals());
    if (kept === null) runInContext(absent.map((name) => `delete globalThis.${name};`).join(""), context);
    const { RealmError, RealmDate } = runInContext("({ RealmError: Error, RealmDate: Date })", context) as {
      RealmError: ErrorConstructor; RealmDate: DateConstructor;
    };
    world.realm = {
      error: (message, name) => Object.assign(new RealmError(message), { name }),
      instant: (time) => new RealmDate(time),
    };
    if (kept === null) this.code.script.runInContext(context);
    if (this.warm) this.code.realm = context;
    return { context };
  }

  /** Calls a function as a menu, a trigger or a sidebar does. Throws `Killed` where the run did not live to its end. */
  run(name: string, given: readonly string[] = [], options: WorldOptions = {}): Run {
    const world = new World(this.book, this.options(options));
    this.runs.push(world);
    this.next = {};
    try {
      const { context } = this.load(world);
      const called = context[name];
      if (typeof called !== "function" || name.endsWith("_")) throw new Error(`Script function not found: ${name}`);
      const value: unknown = (called as (...all: string[]) => unknown)(...given);
      if (world.killed) throw new Killed();
      return { value, world };
    } catch (error) {
      throw world.killed ? new Killed() : error;
    } finally {
      if (this.book.lockedBy === world) this.book.lockedBy = null;
    }
  }
}
