import type { SheetSnapshot } from "../../sheet/snapshot";
import type { CellValue } from "../../sheet/workbook";
import { copiedTo, type Copied, copiedFrom, spelled } from "./copied";
import type { Seen } from "./seen";

/** A cell as it was: its value, or its formula; without `v` with the value that stands in the cell now. */
export type Held = CellValue | { readonly f: string; readonly v?: CellValue };

/**
 * A cell of a record. `[n]` stands for n cells beside each other that compute as the cell above each does, copied down, and
 * show what stands there now; `{ v }` for one that shows something else; `{ f }` begins with a formula of its own.
 */
type PackedCell = CellValue | readonly [number] | { readonly f?: string; readonly v?: CellValue };
export type PackedLine = readonly PackedCell[];

export const isFormula = (held: Held | Seen | undefined): held is { readonly f: string; readonly v?: CellValue } =>
  typeof held === "object" && held !== null && "f" in held;
const isRun = (cell: PackedCell): cell is readonly [number] => Array.isArray(cell);

const trimmed = (line: PackedCell[]): PackedCell[] => {
  while (line.length > 0 && (line[line.length - 1] === null || line[line.length - 1] === "")) line.pop();
  return line;
};

const digits = (value: CellValue): CellValue => (typeof value === "number" ? Number(value.toPrecision(15)) : value);
/** Whether two cells show the same; a formula's empty text is something else than nothing. */
const sameShown = (a: CellValue, b: CellValue): boolean =>
  typeof a === "object" && a !== null && typeof b === "object" && b !== null ? a.error === b.error : digits(a) === digits(b);

function addRun(line: PackedCell[]): void {
  const last = line[line.length - 1];
  if (last !== undefined && isRun(last)) line[line.length - 1] = [last[0] + 1];
  else line.push([1]);
}

/** The lines of a sheet, as short as they can be told beside `now`, the sheet as it stands after. */
export function packedLines(lines: readonly (readonly Held[])[], now: SheetSnapshot): PackedLine[] {
  const above = new Map<number, Copied>();
  return lines.map((line, row) => {
    const packed: PackedCell[] = [];
    line.forEach((held, column) => {
      if (!isFormula(held)) {
        packed.push(held);
        return;
      }
      const own = above.get(column);
      const follows = own !== undefined && spelled(own, row) === held.f;
      const shown = held.v === undefined || sameShown(held.v, now.values[row]?.[column] ?? null) ? {} : { v: held.v };
      if (follows && !("v" in shown)) addRun(packed);
      else if (follows) packed.push(shown);
      else {
        const copied = copiedFrom(held.f, row);
        above.set(column, copied);
        packed.push({ f: copiedTo(copied), ...shown });
      }
    });
    return trimmed(packed);
  });
}

/** The lines that were packed; a cell that should compute as one above it, where there is none, is blank. */
export function unpackedLines(lines: readonly PackedLine[]): Held[][] {
  const above = new Map<number, Copied>();
  return lines.map((line, row) => {
    const held: Held[] = [];
    const computing = (shown: { readonly v?: CellValue }): void => {
      const own = above.get(held.length);
      held.push(own === undefined ? null : { f: spelled(own, row), ...shown });
    };
    for (const cell of line) {
      if (isRun(cell)) for (let left = Math.min(cell[0], 20000); left > 0; left -= 1) computing({});
      else if (typeof cell !== "object" || cell === null || "error" in cell) held.push(cell);
      else {
        if (cell.f !== undefined) above.set(held.length, copiedFrom(cell.f));
        computing("v" in cell ? { v: cell.v! } : {});
      }
    }
    return held;
  });
}

/** A line as it is seen, that something computes said in runs. */
export function packedSeen(line: readonly Seen[]): PackedLine {
  const packed: PackedCell[] = [];
  for (const seen of line) {
    if (isFormula(seen as Held)) addRun(packed);
    else packed.push(seen as CellValue);
  }
  return trimmed(packed);
}

export const unpackedSeen = (line: PackedLine): Seen[] =>
  line.flatMap((cell): Seen[] =>
    isRun(cell) ? Array.from({ length: Math.min(cell[0], 20000) }, () => ({ f: true as const })) : [cell as Seen]);
