import type { Address, Area } from "./address";
import type { Expect, Patch } from "./patch";
import type { Facts, Snapshot } from "./snapshot";
import type { Protection, Validation } from "./workbook";

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

/** A part of a sheet whose guards are asked for: everything in `area`, and the check that stands in each of `checks`. */
export interface Asked {
  readonly sheet: string;
  readonly area: Area;
  /** How the sheet should be protected. */
  readonly protection: Protection | null;
  /** `rule` is the check that should stand there. */
  readonly checks: readonly { readonly area: Area; readonly rule: Validation }[];
}

/** What keeps a sheet from being filled in wrongly, as it stands in the workbook. */
export interface Guards {
  readonly sheet: string;
  /** Null where the sheet is not protected; what it allows is as asked where the program does not keep that. */
  readonly protection: Protection | null;
  /** `locked[row][column]` of the asked area; null where the program cannot tell, as of a sheet without protection. */
  readonly locked: readonly (readonly boolean[])[] | null;
  /** Number format codes, en-US, of the asked area. */
  readonly formats: readonly (readonly string[])[];
  /**
   * In the order asked: the asked rule itself where what stands is what this host writes for it, whatever of it the host
   * cannot hold; else the rule that stands, null where there is none, "other" where it is not one alone or not one of ours.
   */
  readonly checks: readonly (Validation | null | "other")[];
  /** Formulas of the sheet's conditional formats, en-US, as their area's first cell has them. */
  readonly conditionals: readonly string[];
}

/** The port between the core and a spreadsheet program. Only `read`, `write`, `show` and `inspect` wait. */
export interface Host {
  facts(): Facts;
  /** Every sheet, or only the named ones; the used range of each. One trip. */
  read(sheets?: readonly string[]): Promise<Snapshot>;
  /** Compares `expect` and writes in one trip; writes nothing where a value differs. */
  write(patch: Patch): Promise<WriteResult>;
  /** Calls back on edits and selections until the returned function is called. */
  watch(heard: (change: Change) => void): () => void;
  show(at: Address): Promise<void>;
  /** What guards the asked parts, in their order; null for a sheet that is not there. One trip. */
  inspect(asked: readonly Asked[]): Promise<readonly (Guards | null)[]>;
}
