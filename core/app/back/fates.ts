import type { Finding } from "../../app-port";
import type { Address } from "../../sheet/address";
import type { SheetSnapshot, Snapshot } from "../../sheet/snapshot";
import type { MadeForm } from "./forms";
import type { SheetPast, WayBack } from "./record";
import { firstChange } from "./seen";
import { leftSeen, readersOf, sheetNow } from "./sheets";
import { filled, used } from "./told";

/** A sheet that goes, stays as it is, or is to be again what it was. */
export interface Fate {
  readonly sheet: SheetSnapshot;
  /** Null for a sheet that the operation made. */
  readonly past: SheetPast | null;
  /** The cell that keeps it as it is. */
  readonly filled: Address | null;
}

/** What becomes of the sheets that an operation wrote. */
export interface Fates {
  readonly removed: readonly SheetSnapshot[];
  /** Those that it made and that stay. */
  readonly kept: readonly SheetSnapshot[];
  readonly again: readonly Fate[];
  /** Those that were written over and edited since. */
  readonly changed: readonly Fate[];
  /** Why sheets stay: they were filled in, or a sheet that stays computes from them. */
  readonly findings: readonly Finding[];
}

function eachFate(snapshot: Snapshot, past: WayBack, forms: readonly MadeForm[]): Fate[] {
  return [
    ...forms.map(({ reading, filled: at }) => ({ sheet: reading.found.sheet, past: null, filled: at })),
    ...past.sheets.flatMap((each): Fate[] => {
      const sheet = sheetNow(each, snapshot);
      if (sheet === null) return [];
      const change = firstChange(leftSeen(each), sheet, each.was === null);
      return [{ sheet, past: each.was === null ? null : each, filled: change === null ? null : { sheet: sheet.name, ...change } }];
    }),
  ];
}

export function fatesOf(snapshot: Snapshot, past: WayBack, forms: readonly MadeForm[]): Fates {
  const fates = eachFate(snapshot, past, forms);
  const made = fates.filter((fate) => fate.past === null);
  const over = fates.filter((fate) => fate.past !== null && fate.filled === null);
  const readers = readersOf(fates.map(({ sheet }) => sheet.name), snapshot.sheets);
  const readerAmong = (name: string, sheets: ReadonlySet<string>): Address | null =>
    readers.get(name.toLowerCase())!.find((at) => sheets.has(at.sheet)) ?? null;
  const namesOf = (sheets: readonly SheetSnapshot[]): Set<string> => new Set(sheets.map(({ name }) => name));

  const findings = made.flatMap(({ filled: at }) => (at === null ? [] : [filled(at)]));
  let removed = made.flatMap(({ sheet, filled: at }) => (at === null ? [sheet] : []));
  for (;;) {
    const staying = namesOf(snapshot.sheets.filter((sheet) => !removed.includes(sheet) && !over.some((fate) => fate.sheet === sheet)));
    const read = removed.flatMap((sheet) => {
      const at = readerAmong(sheet.name, staying);
      return at === null ? [] : [{ sheet, at }];
    });
    if (read.length === 0) break;
    findings.push(...read.map(({ sheet, at }) => used(sheet.name, at)));
    removed = removed.filter((sheet) => !read.some((each) => each.sheet === sheet));
  }
  const kept = made.flatMap(({ sheet }) => (removed.includes(sheet) ? [] : [sheet]));
  const keepers = namesOf(kept);
  return {
    removed, kept, findings,
    again: over.filter(({ sheet }) => readerAmong(sheet.name, keepers) === null),
    changed: fates.filter((fate) => fate.past !== null && fate.filled !== null),
  };
}
