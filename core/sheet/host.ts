import type { Address } from "./address";
import type { Expect, Patch } from "./patch";
import type { Facts, Snapshot } from "./snapshot";

/** Something happened in the workbook: a cell changed, or another cell was selected. */
export type Change = { readonly kind: "edit" } | { readonly kind: "select"; readonly at: Address };

export type WriteResult = { readonly ok: true } | { readonly ok: false; readonly stale: readonly Expect[] };

/**
 * Why the world failed. The panel turns the code into words. `busy`: another run of ours is writing; `account`: the browser
 * is signed in to several accounts and the program asked the wrong one.
 */
export type HostErrorCode =
  | "edit-mode" | "protected" | "read-only" | "too-big" | "no-answer" | "too-old" | "bad-file" | "busy" | "account" | "unknown";

export class HostError extends Error {
  constructor(
    readonly code: HostErrorCode,
    readonly detail: string = "",
  ) {
    super(`${code}: ${detail}`);
    this.name = "HostError";
  }
}

/** The port between the core and a spreadsheet program. Only `read`, `write` and `show` wait. */
export interface Host {
  facts(): Facts;
  /** Every sheet, or only the named ones; the used range of each. One trip. */
  read(sheets?: readonly string[]): Promise<Snapshot>;
  /** Compares `expect` and writes in one trip; writes nothing where a value differs. */
  write(patch: Patch): Promise<WriteResult>;
  /** Calls back on edits and selections until the returned function is called. */
  watch(heard: (change: Change) => void): () => void;
  show(at: Address): Promise<void>;
}
