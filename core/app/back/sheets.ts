import { type Address, contains, quoteSheet, sameSheet } from "../../sheet/address";
import { sameValue } from "../../sheet/apply";
import type { Area } from "../../sheet/address";
import type { SheetPatch, Write } from "../../sheet/patch";
import type { SheetSnapshot, Snapshot } from "../../sheet/snapshot";
import { isFormula, unpackedLines, unpackedSeen } from "./packed";
import type { SheetPast } from "./record";
import { firstChange, type Seen } from "./seen";

/** A sheet of the past as it would have been read; `now` is what stands in its place. */
export function sheetWas({ was }: SheetPast, now: SheetSnapshot): SheetSnapshot {
  const lines = unpackedLines(was ?? []);
  return {
    name: now.name, state: now.state,
    values: lines.map((line, row) => line.map((held, column) =>
      (isFormula(held) ? (held.v === undefined ? (now.values[row]?.[column] ?? null) : held.v) : held))),
    formulas: lines.map((line) => line.map((held) => (isFormula(held) ? held.f : null))),
  };
}

/** What was seen of a sheet when the operation was done. */
export function leftSeen({ was, left }: SheetPast): readonly (readonly Seen[])[] {
  const lines: (readonly Seen[])[] = unpackedLines(was ?? []).map((line) => line.map((held): Seen => (isFormula(held) ? { f: true } : held)));
  for (const [row, line] of left) {
    while (lines.length < row) lines.push([]);
    lines[row] = unpackedSeen(line);
  }
  return lines;
}

/** A sheet by its name, else the one that holds just what was left in it. */
export function sheetNow(past: SheetPast, { sheets }: Snapshot): SheetSnapshot | null {
  const named = sheets.find(({ name }) => sameSheet(name, past.sheet));
  if (named !== undefined) return named;
  const seen = leftSeen(past);
  return sheets.find((sheet) => sheet.values.length > 0 && firstChange(seen, sheet, false) === null) ?? null;
}

/** What writes a cell of a sheet again. */
export function writeOf({ values, formulas }: SheetSnapshot, row: number, column: number): Exclude<Write, null> {
  const [f, v] = [formulas[row]?.[column] ?? null, values[row]?.[column] ?? null];
  return f !== null ? { f, v } : { v: typeof v === "object" && v !== null ? v.error : v };
}

/**
 * A sheet with the contents that it had, dressed as `dress` would write it; cells that the dress does not take in are
 * written where they differ.
 */
export function sheetAgain(was: SheetSnapshot, now: SheetSnapshot, dress: Omit<SheetPatch, "sheet"> | null, clear: readonly Area[]): SheetPatch {
  const gone = [...(dress?.clear ?? []), ...clear];
  const rows = Math.max(was.values.length, now.values.length);
  const cells = Array.from({ length: rows }, (_, row) => {
    const columns = Math.max(was.values[row]?.length ?? 0, now.values[row]?.length ?? 0);
    return Array.from({ length: columns }, (_, column): Write => {
      const write = writeOf(was, row, column);
      if (gone.some((area) => contains(area, row, column))) return "f" in write || (write.v !== null && write.v !== "") ? write : null;
      const [formula, value] = [now.formulas[row]?.[column] ?? null, now.values[row]?.[column] ?? null];
      const same = "f" in write ? formula === write.f : formula === null && sameValue(was.values[row]?.[column] ?? null, value);
      return same ? null : write;
    });
  });
  return { ...dress, sheet: now.name, ...(gone.length === 0 ? {} : { clear: gone }), blocks: [{ row: 0, column: 0, cells }] };
}

const before = /[\p{L}\p{N}_.']$/u;

/** Whether a formula reads from a sheet. */
function reads(formula: string, name: string): boolean {
  const text = formula.toLowerCase();
  if (text.includes(`${quoteSheet(name).toLowerCase()}!`)) return true;
  const bare = `${name.toLowerCase()}!`;
  for (let at = text.indexOf(bare); at >= 0; at = text.indexOf(bare, at + 1)) if (!before.test(text.slice(0, at))) return true;
  return false;
}

/** By each of these names in small letters, the first cell of every sheet that computes from the sheet so called. */
export function readersOf(names: readonly string[], sheets: readonly SheetSnapshot[]): ReadonlyMap<string, readonly Address[]> {
  const found = new Map<string, Address[]>(names.map((name) => [name.toLowerCase(), []]));
  for (const sheet of sheets) {
    const open = new Set(names);
    for (const [row, line] of sheet.formulas.entries()) {
      line.forEach((formula, column) => {
        if (formula === null || !formula.includes("!")) return;
        for (const name of open) {
          if (!reads(formula, name)) continue;
          found.get(name.toLowerCase())!.push({ sheet: sheet.name, row, column });
          open.delete(name);
        }
      });
    }
  }
  return found;
}
