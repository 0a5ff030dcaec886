import type { SheetSnapshot } from "../../sheet/snapshot";
import type { CellValue } from "../../sheet/workbook";
import { copiedTo, type Copied, copiedFrom, spelled } from "./copied";
import type { Seen } from "./seen";

/** A cell as it was: its value, or its formula; without `v` with the value that stands in the cell now. */
export type Held = CellValue | { readonly f: string; readonly v?: CellValue };

/**
 * A cell of a record. `[n]` stands for n cells beside each other that compute as the cell above each does, copied down, and
 * show what stands there now, `[-n]` for n blank ones; `{ v }` for one that computes so and shows something else; `{ f }`
 * begins with a formula of its own.
 */
type PackedCell = CellValue | readonly [number] | { readonly f?: string; readonly v?: CellValue };
export type PackedLine = readonly PackedCell[];

export const isFormula = (held: Held | Seen | undefined): held is { readonly f: string; readonly v?: CellValue } =>
  typeof held === "object" && held !== null && "f" in held;
const isRun = (cell: PackedCell): cell is readonly [number] => Array.isArray(cell);

/** Cells of a line that a run may stand for: every program has fewer columns. */
const widest = 20000;

/** A line that is being packed: runs of blank cells, then of computing ones, grow as long as they can. */
class Packing {
  readonly line: PackedCell[] = [];
  private blanks = 0;

  put(cell: PackedCell): void {
    if (cell === null || cell === "") {
      this.blanks += 1;
      return;
    }
    if (this.blanks > 0) this.line.push(this.blanks === 1 ? null : [-this.blanks]);
    this.blanks = 0;
    this.line.push(cell);
  }

  computing(): void {
    const last = this.line[this.line.length - 1];
    if (this.blanks === 0 && last !== undefined && isRun(last) && last[0] > 0) this.line[this.line.length - 1] = [last[0] + 1];
    else this.put([1]);
  }
}

const runLength = ([count]: readonly [number]): number => Math.min(Math.abs(count), widest);

const digits = (value: CellValue): CellValue => (typeof value === "number" ? Number(value.toPrecision(15)) : value);
/** Whether two cells show the same; a formula's empty text is something else than nothing. */
const sameShown = (a: CellValue, b: CellValue): boolean =>
  typeof a === "object" && a !== null && typeof b === "object" && b !== null ? a.error === b.error : digits(a) === digits(b);

/** The lines of a sheet, as short as they can be told beside `now`, the sheet as it stands after. */
export function packedLines(lines: readonly (readonly Held[])[], now: SheetSnapshot): PackedLine[] {
  const above = new Map<number, Copied>();
  return lines.map((line, row) => {
    const packed = new Packing();
    line.forEach((held, column) => {
      if (!isFormula(held)) {
        packed.put(held);
        return;
      }
      const own = above.get(column);
      const follows = own !== undefined && spelled(own, row) === held.f;
      const shown = held.v === undefined || sameShown(held.v, now.values[row]?.[column] ?? null) ? {} : { v: held.v };
      if (follows && !("v" in shown)) packed.computing();
      else if (follows) packed.put(shown);
      else {
        const copied = copiedFrom(held.f, row);
        above.set(column, copied);
        packed.put({ f: copiedTo(copied), ...shown });
      }
    });
    return packed.line;
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
      if (isRun(cell)) {
        for (let left = runLength(cell); left > 0; left -= 1) {
          if (cell[0] > 0) computing({});
          else held.push(null);
        }
      }
      else if (typeof cell !== "object" || cell === null || "error" in cell) held.push(cell);
      else {
        if (cell.f !== undefined) above.set(held.length, copiedFrom(cell.f));
        computing("v" in cell ? { v: cell.v! } : {});
      }
    }
    return held;
  });
}

/** A line as it is seen. */
export function packedSeen(line: readonly Seen[]): PackedLine {
  const packed = new Packing();
  for (const seen of line) {
    if (typeof seen === "object" && seen !== null && "f" in seen) packed.computing();
    else packed.put(seen);
  }
  return packed.line;
}

export const unpackedSeen = (line: PackedLine): Seen[] =>
  line.flatMap((cell): Seen[] =>
    isRun(cell) ? Array.from({ length: runLength(cell) }, () => (cell[0] > 0 ? { f: true as const } : null)) : [cell as Seen]);
