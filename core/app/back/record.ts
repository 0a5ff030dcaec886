import { backHeld, backPatch, backSheet, type Operation } from "../../form/back-mark";
import type { FormUnit } from "../../form/build";
import type { FormBefore } from "../../form/rebuild";
import { storeName } from "../../form/store-name";
import type { Store, StoredNode } from "../../form/store-sheet";
import { chunksOf } from "../../sheet/chunks";
import type { Expect, SheetPatch } from "../../sheet/patch";
import type { Language, Snapshot } from "../../sheet/snapshot";
import type { Held, PackedLine } from "./packed";
import type { Seen } from "./seen";

/** A sheet as it was and as the operation left it. */
export interface SheetPast {
  readonly sheet: string;
  /** Null where the operation made it. */
  readonly was: readonly PackedLine[] | null;
  /** Lines of which more is seen, or something else, than of `was`. */
  readonly left: readonly (readonly [row: number, cells: PackedLine])[];
}

/** A cell in which alone something was written. */
export interface CellPast {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly was: Held;
  readonly left: Seen;
}

/** A form that was written; `before` is null where it was made. */
export interface FormPast {
  readonly sheet: string;
  readonly unit: FormUnit;
  readonly language: Language;
  readonly before: FormBefore | null;
}

/** Nodes that the hidden facts hold now as they did are numbers: their places there. */
type StorePast = Omit<Store, "nodes"> & { readonly nodes: readonly (number | StoredNode)[] };

/** What was before an operation, as far as answers and rubric do not say it. */
export interface WayBack {
  /** The hidden facts before; null where there were none, absent where they stayed. */
  readonly store?: StorePast | null;
  readonly decimal: "," | ".";
  /** Decimals that a ranking showed that was written over, where that is known. */
  readonly digits?: number;
  readonly sheets: readonly SheetPast[];
  readonly cells: readonly CellPast[];
  readonly forms: readonly FormPast[];
}

/** Characters of a record beyond which none is kept: every reading of the workbook would carry it. */
const longest = 2_000_000;

/** Facts as they were, without what the facts `now` say as well. */
export function storePast(store: Store, now: Store): StorePast {
  const places = new Map(now.nodes.map((node, place) => [JSON.stringify(node), place]));
  return { ...store, nodes: store.nodes.map((node) => places.get(JSON.stringify(node)) ?? node) };
}

/** Facts as they were; null where those that stand now lack some of them. */
export function storeBefore(past: StorePast, now: Store | null): Store | null {
  const nodes = past.nodes.map((node) => (typeof node === "number" ? now?.nodes[node] : node));
  return nodes.every((node) => node !== undefined) ? { ...past, nodes } : null;
}

/** A record's text; null where it would be too long to keep. */
export function recordText(past: WayBack): string | null {
  const text = JSON.stringify(past);
  return text.length > longest ? null : text;
}

/**
 * The part of a patch that leaves a record, or with null wipes the one that stands; null where there is nothing to do.
 * `made` are the parts before it, which may make its sheet.
 */
export function recordPatch(
  snapshot: Snapshot, what: Operation, text: string | null, made: readonly SheetPatch[] = [],
): SheetPatch | null {
  const standing = backSheet(snapshot);
  const old = standing === null ? 0 : backHeld(standing).values.length;
  if (text === null && old === 0) return null;
  const name = storeName(snapshot);
  const stands = snapshot.sheets.some((sheet) => sheet.name === name) || made.some(({ sheet }) => sheet === name);
  return backPatch(name, stands, old, text === null ? null : { what, at: snapshot.facts.now, pieces: chunksOf(text) });
}

/** The record's column as a patch expects it. */
export function recordExpect(snapshot: Snapshot): Expect[] {
  const sheet = backSheet(snapshot);
  return sheet === null ? [] : [{ sheet: sheet.name, ...backHeld(sheet) }];
}
