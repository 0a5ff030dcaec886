import type { Address } from "../core/sheet/address";
import type { Asked, HostErrorCode } from "../core/sheet/host";
import type { Expect, Patch } from "../core/sheet/patch";
import type { Validation } from "../core/sheet/workbook";

/**
 * A cell as it travels: `""` is blank, a day is its serial number, an error is its text, a picture that stands in the cell
 * is the error that Excel and files have in its place.
 */
export type Plain = string | number | boolean | { readonly error: string };

export interface PlainSheet {
  readonly name: string;
  readonly hidden: boolean;
  /** The used range, from the first cell. */
  readonly values: readonly (readonly Plain[])[];
  /** By row, with `=` and in the spreadsheet's own dialect; `""` where a cell holds no formula, null where a row holds none. */
  readonly formulas: readonly (readonly string[] | null)[];
  /** By row: what numbers look like under a format of their own; null elsewhere. */
  readonly texts: readonly (readonly (string | null)[] | null)[];
}

export interface BookFacts {
  readonly name: string;
  /** `vi_VN`. */
  readonly locale: string;
  /** `Asia/Ho_Chi_Minh`. */
  readonly zone: string;
  /** The language that the person chose, else their account's, `vi`. */
  readonly language: string;
}

export interface ReadReply {
  readonly facts: BookFacts;
  /** What a poll saw before the cells were read. */
  readonly seen: PollReply;
  readonly sheets: readonly PlainSheet[];
  /** Sheets that did not fit into this answer, to be asked for by name. */
  readonly rest: readonly string[];
}

/** Where an unfinished write goes on: steps done, parts begun, and the sheets that it made. */
export interface Bookmark {
  readonly step: number;
  readonly parts: number;
  readonly made: readonly string[];
}

export interface WriteOrder {
  /** Formulas as Google Sheets reads them under every locale. */
  readonly patch: Patch;
  readonly from: Bookmark | null;
}

export type WriteReply =
  | { readonly done: true }
  | { readonly done: false; readonly next: Bookmark }
  | { readonly stale: readonly Expect[] };

export interface PollReply {
  readonly selection: Address | null;
  /** The sheet in front. */
  readonly sheet: string;
  /** Changes when a cell of that sheet, or the list of sheets, does. */
  readonly mark: string;
}

/** What guards a part of a sheet; see `Guards` of the core. */
export interface PlainGuards {
  /** Null where the sheet is not protected: Google then locks no cell. */
  readonly locked: readonly (readonly boolean[])[] | null;
  readonly formats: readonly (readonly string[])[];
  /** `asked`: what stands is what is written for the asked rule. */
  readonly checks: readonly (Validation | null | "other" | "asked")[];
  /** With `=` and in the spreadsheet's own dialect. */
  readonly conditionals: readonly string[];
}

/** What the sidebar asks of the server, one call each. */
export interface Api {
  /** Every sheet, or the named ones. */
  read(sheets: readonly string[] | null): ReadReply;
  write(order: WriteOrder): WriteReply;
  show(at: Address): null;
  poll(): PollReply;
  /** Keeps the language that a person chose. */
  speak(language: string): null;
  /** In the order asked; null for a sheet that is not there. */
  inspect(asked: readonly Asked[]): readonly (PlainGuards | null)[];
}

export type Call = { readonly [K in keyof Api]: readonly [K, ...Parameters<Api[K]>] }[keyof Api];

/** What comes back through the one door: an answer, or why there is none. */
export type Answer<T = unknown> =
  | { readonly ok: true; readonly answer: T }
  | { readonly ok: false; readonly code: HostErrorCode; readonly detail: string };
