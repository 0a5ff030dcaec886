import { createHash } from "node:crypto";
import type { GoogleBook } from "../double/sheets/google-book";

/** A copy that shares nothing which may be changed: cells, which the double replaces and never changes, it shares. */
function copied<T>(thing: T, known: Map<object, unknown>): T {
  if (typeof thing !== "object" || thing === null) return thing;
  if (known.has(thing)) return known.get(thing) as T;
  const kept = <C extends object>(copy: C): C => {
    known.set(thing, copy);
    return copy;
  };
  if (Array.isArray(thing)) {
    const copy = kept(thing.slice() as unknown[]);
    copy.forEach((each, index) => (copy[index] = copied(each, known)));
    return copy as T;
  }
  if (thing instanceof Map) {
    const copy = kept(new Map<unknown, unknown>());
    thing.forEach((value: unknown, key: unknown) => copy.set(copied(key, known), copied(value, known)));
    return copy as T;
  }
  if (thing instanceof Set) {
    const copy = kept(new Set<unknown>());
    thing.forEach((each: unknown) => copy.add(copied(each, known)));
    return copy as T;
  }
  const copy = kept(Object.create(Object.getPrototypeOf(thing) as object) as Record<string, unknown>);
  for (const [name, value] of Object.entries(thing)) {
    copy[name] = name === "cells" && Array.isArray(value)
      ? (value as readonly (readonly unknown[] | undefined)[]).map((cut) => cut?.slice()) : copied(value as unknown, known);
  }
  return copy as T;
}

/** A spreadsheet of its own, as this one stands now; no run holds its lock. */
export function forkOf(book: GoogleBook): GoogleBook {
  const known = new Map<object, unknown>();
  if (book.lockedBy !== null) known.set(book.lockedBy, null);
  return copied(book, known);
}

/** Cells that are alike have one number. */
const numbers = new Map<string, number>();
const known = new WeakMap<object, number>();

function numberOf(cell: object | undefined): number | "" {
  if (cell === undefined) return "";
  let number = known.get(cell);
  if (number !== undefined) return number;
  const text = JSON.stringify(cell);
  number = numbers.get(text) ?? numbers.size;
  numbers.set(text, number);
  known.set(cell, number);
  return number;
}

/** What says nothing of what a spreadsheet holds: where people stand in it, who computes, who listens, numbers to come. */
const silent = new Set(["active", "selected", "stood", "listeners", "calc", "calculate", "lockedBy", "locale", "nextFormat", "stale"]);

type Cells = readonly (readonly (object | undefined)[] | undefined)[];

/** Tells spreadsheets apart by all that they hold, but for the sheet in front. */
export function fingerprint(book: GoogleBook): string {
  // What is kept of a new sheet beside its cells comes to be when it is first asked for.
  book.engine.sheets.forEach((sheet) => book.extra(sheet));
  const text = JSON.stringify(book, (name: string, value: unknown): unknown => {
    if (silent.has(name)) return undefined;
    if (name === "cells" && Array.isArray(value)) {
      return (value as Cells).map((cut) => (cut ?? []).map(numberOf).join().replace(/,+$/, "")).join("|").replace(/\|+$/, "");
    }
    return value instanceof Map ? [...(value as Map<unknown, unknown>)] : value instanceof Set ? [...(value as Set<unknown>)] : value;
  });
  return createHash("md5").update(text).digest("base64");
}
