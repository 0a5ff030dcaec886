import { type Address, contains, quoteSheet, sameSheet } from "../../sheet/address";
import type { Area } from "../../sheet/address";
import type { SheetPatch, Write } from "../../sheet/patch";
import type { SheetSnapshot, Snapshot } from "../../sheet/snapshot";
import type { CellValue } from "../../sheet/workbook";
import type { Held, SheetPast } from "./record";
import { firstChange, type Seen } from "./seen";

const isFormula = (held: Held | undefined): held is { readonly f: string; readonly v: CellValue } =>
  typeof held === "object" && held !== null && "f" in held;

/** A sheet of the past as it would have been read. */
export function sheetWas({ sheet, was }: SheetPast, name = sheet): SheetSnapshot {
  const lines = was ?? [];
  return {
    name, state: "visible",
    values: lines.map((line) => line.map((held) => (isFormula(held) ? held.v : held))),
    formulas: lines.map((line) => line.map((held) => (isFormula(held) ? held.f : null))),
  };
}

/** What was seen of a sheet when the operation was done. */
export function leftSeen({ was, left }: SheetPast): readonly (readonly Seen[])[] {
  const lines: (readonly Seen[])[] = (was ?? []).map((line) => line.map((held): Seen => (isFormula(held) ? { f: true } : held)));
  for (const [row, line] of left) {
    while (lines.length < row) lines.push([]);
    lines[row] = line;
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

const write = (held: Held | undefined): Write =>
  isFormula(held) ? held : { v: typeof held === "object" && held !== null ? held.error : (held ?? null) };

/**
 * A sheet with the contents that it had, dressed as `dress` would write it; cells that the dress does not take in are
 * written where they differ.
 */
export function sheetAgain(past: SheetPast, now: SheetSnapshot, dress: SheetPatch | null, clear: readonly Area[]): SheetPatch {
  const was = past.was ?? [];
  const gone = [...(dress?.clear ?? []), ...clear];
  const rows = Math.max(was.length, now.values.length);
  const cells = Array.from({ length: rows }, (_, row) => {
    const columns = Math.max(was[row]?.length ?? 0, now.values[row]?.length ?? 0);
    return Array.from({ length: columns }, (_, column): Write => {
      const held = was[row]?.[column];
      const isGone = gone.some((area) => contains(area, row, column));
      if (isGone) return held === null || held === undefined || held === "" ? null : write(held);
      const formula = now.formulas[row]?.[column] ?? null;
      const value = now.values[row]?.[column] ?? null;
      const same = isFormula(held) ? formula === held.f : formula === null && (held ?? null) === value;
      return same ? null : write(held);
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

/** The first cell of these sheets that computes from the sheet `name`. */
export function readerOf(name: string, sheets: readonly SheetSnapshot[]): Address | null {
  for (const sheet of sheets) {
    for (const [row, line] of sheet.formulas.entries()) {
      const column = line.findIndex((formula) => formula !== null && reads(formula, name));
      if (column >= 0) return { sheet: sheet.name, row, column };
    }
  }
  return null;
}

