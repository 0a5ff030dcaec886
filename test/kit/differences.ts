import { cellName } from "../../core/sheet/address";
import type { CellValue, Workbook } from "../../core/sheet/workbook";
import { digits15, ironCalc, recalculate, type Sheets } from "./engines";
import { writeXlsx } from "../../excel-addin/page/xlsx";

export const engines = ["libreoffice", "gnumeric", "ironcalc"] as const;
export type Engine = (typeof engines)[number];

/** The same workbooks as each engine computes them, in their order. */
export async function computed(engine: Engine, workbooks: readonly Workbook[]): Promise<Sheets[]> {
  if (engine === "ironcalc") return workbooks.map(ironCalc);
  const books = await Promise.all(
    workbooks.map(async (book, index) => ({ name: String(index), bytes: await writeXlsx(book) })),
  );
  const values = await recalculate(engine, books);
  return books.map(({ name }) => values.get(name)!);
}

export interface Difference {
  readonly sheet: string;
  readonly cell: string;
  readonly formula: string;
  readonly written: CellValue;
  readonly computed: CellValue;
}

/** Empty text and nothing are one in a file. */
const bare = (value: CellValue | undefined): CellValue =>
  value === undefined || value === "" ? null : digits15(value);

function same(written: CellValue, found: CellValue, near: boolean): boolean {
  if (typeof written === "number" && typeof found === "number") {
    return written === found || (near && Math.abs(written - found) <= 1e-9 * Math.max(1, Math.abs(written)));
  }
  return JSON.stringify(written) === JSON.stringify(found);
}

/**
 * Every formula cell's written value against what an engine computes: to 15 digits, or, in columns of unrounded
 * helpers, to 10^-9.
 */
export function differences(
  workbook: Workbook,
  sheets: Sheets,
  unrounded: (sheet: string, column: number) => boolean,
): { compared: number; found: Difference[] } {
  let compared = 0;
  const found: Difference[] = [];
  for (const { name, cells } of workbook.sheets) {
    cells.forEach((line, row) =>
      line?.forEach((cell, column) => {
        if (cell?.f === undefined) return;
        compared++;
        const [written, value] = [bare(cell.v), bare(sheets[name]?.[row]?.[column])];
        if (same(written, value, unrounded(name, column))) return;
        found.push({ sheet: name, cell: cellName(row, column), formula: cell.f, written, computed: value });
      }),
    );
  }
  return { compared, found };
}
