import { sameValue } from "../../sheet/apply";
import type { SheetSnapshot } from "../../sheet/snapshot";
import type { CellValue } from "../../sheet/workbook";

/** What a cell holds as far as a person enters it: a value, or that it computes. */
export type Seen = CellValue | { readonly f: true };

export const seenAt = (sheet: SheetSnapshot, row: number, column: number): Seen =>
  (sheet.formulas[row]?.[column] ?? null) !== null ? { f: true } : (sheet.values[row]?.[column] ?? null);

const computes = (seen: Seen): seen is { readonly f: true } => typeof seen === "object" && seen !== null && "f" in seen;
const digits = (value: CellValue): CellValue => (typeof value === "number" ? Number(value.toPrecision(15)) : value);

export const sameSeen = (a: Seen, b: Seen): boolean =>
  computes(a) || computes(b) ? computes(a) && computes(b) : sameValue(digits(a), digits(b));

export const isBlank = (seen: Seen): boolean => seen === null || seen === "";

/** The lines of a sheet as they are seen, without blank ends. */
export function seenIn(sheet: SheetSnapshot): Seen[][] {
  const lines = sheet.values.map((cut, row) => {
    const line = cut.map((_, column) => seenAt(sheet, row, column));
    while (line.length > 0 && isBlank(line[line.length - 1]!)) line.pop();
    return line;
  });
  while (lines.length > 0 && lines[lines.length - 1]!.length === 0) lines.pop();
  return lines;
}

/**
 * The first cell in which a sheet is not as it was left; null where it is. `adds`: only what was put into it counts, not
 * what was taken out.
 */
export function firstChange(
  left: readonly (readonly Seen[])[], now: SheetSnapshot, adds: boolean,
): { readonly row: number; readonly column: number } | null {
  for (let row = 0; row < Math.max(left.length, now.values.length); row += 1) {
    const columns = Math.max(left[row]?.length ?? 0, now.values[row]?.length ?? 0);
    for (let column = 0; column < columns; column += 1) {
      const found = seenAt(now, row, column);
      if (!sameSeen(left[row]?.[column] ?? null, found) && !(adds && isBlank(found))) return { row, column };
    }
  }
  return null;
}
