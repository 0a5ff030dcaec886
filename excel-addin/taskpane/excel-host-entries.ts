import type { Area } from "../../core/sheet/address";
import type { Block, SheetPatch, Write } from "../../core/sheet/patch";
import { rectangles } from "./excel-host-areas";
import { textEntry } from "./excel-host-text";

/** What a cell's `formulas` take; null leaves the cell. */
export type Entry = string | number | boolean | null;

/** Entries to be written at once from a cell on. */
export interface Entries {
  readonly row: number;
  readonly column: number;
  readonly cells: readonly (readonly Entry[])[];
}

/** A cell of format `@` whose content only holds if the cell is not of that format while it is written. */
export interface Loose {
  readonly row: number;
  readonly column: number;
  readonly entry: string | number | boolean;
}

/** The number format that a cell will have when its content is written; undefined: the one it has. */
type FormatAt = (row: number, column: number) => string | undefined;

const textFormat = "@";

/** The formats of a sheet as the parts of a patch leave them, in their order. `blank`: the sheet is new. */
export class Formats {
  constructor(
    private readonly blank: boolean,
    private readonly laid: { readonly area: Area; readonly format: string }[] = [],
  ) {}

  copy(): Formats {
    return new Formats(this.blank, [...this.laid]);
  }

  add({ clear = [], styles = [] }: SheetPatch): void {
    for (const area of clear) this.laid.push({ area, format: "General" });
    for (const { area, style } of styles) {
      if (style.format !== undefined) this.laid.push({ area, format: style.format });
    }
  }

  /** For the cells of an area. */
  over({ row, column, rows, columns }: Area): FormatAt {
    const cells = Array.from<string | undefined>({ length: rows * columns });
    if (this.blank) cells.fill("General");
    for (const { area, format } of this.laid) {
      const left = Math.max(area.column, column) - column;
      const right = Math.min(area.column + area.columns, column + columns) - column;
      const low = Math.min(area.row + area.rows, row + rows) - row;
      if (right <= left) continue;
      for (let i = Math.max(area.row, row) - row; i < low; i++) {
        cells.fill(format, i * columns + left, i * columns + right);
      }
    }
    return (r, c) => cells[(r - row) * columns + c - column];
  }
}

export const blockArea = ({ row, column, cells }: Block): Area => ({
  row, column, rows: cells.length, columns: Math.max(0, ...cells.map((line) => line.length)),
});

/** The areas of a block that are written, without the cells it leaves. */
export function writtenAreas({ row, column, cells }: Block): Area[] {
  const columns = Math.max(0, ...cells.map((line) => line.length));
  const found = rectangles(cells.length, columns, (i, j) => ((cells[i]![j] ?? null) === null ? undefined : 1));
  return found.map(({ area }) => ({ ...area, row: row + area.row, column: column + area.column }));
}

type Taken = { readonly entry: string | number | boolean } | { readonly loose: string | number | boolean };

function entryOf(write: Exclude<Write, null>, inTextCell: boolean): Taken {
  if ("f" in write) return inTextCell ? { loose: `=${write.f}` } : { entry: `=${write.f}` };
  const { v } = write;
  if (v === null || v === "") return { entry: "" };
  if (typeof v !== "string") return inTextCell ? { loose: v } : { entry: v };
  const text = textEntry(v, inTextCell);
  return text === null ? { loose: textEntry(v, false)! } : { entry: text };
}

/** A block as Excel takes it. */
export function entriesOf(block: Block, formatAt: FormatAt): { entries: Entries; loose: Loose[] } {
  const loose: Loose[] = [];
  const { columns } = blockArea(block);
  const cells = block.cells.map((line, i) =>
    Array.from({ length: columns }, (_, j): Entry => {
      const write = line[j] ?? null;
      if (write === null) return null;
      const [row, column] = [block.row + i, block.column + j];
      const taken = entryOf(write, formatAt(row, column) === textFormat);
      if ("entry" in taken) return taken.entry;
      loose.push({ row, column, entry: taken.loose });
      return null;
    }));
  return { entries: { row: block.row, column: block.column, cells }, loose };
}

/** The part of entries that stands in an area. */
export const entriesIn = ({ row, column, cells }: Entries, area: Area): Entries => ({
  row: area.row,
  column: area.column,
  cells: cells
    .slice(area.row - row, area.row - row + area.rows)
    .map((line) => line.slice(area.column - column, area.column - column + area.columns)),
});
