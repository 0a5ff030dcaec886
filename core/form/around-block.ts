import type { Area } from "../sheet/address";
import type { Block, Write } from "../sheet/patch";
import type { SheetSnapshot } from "../sheet/snapshot";
import { usedArea } from "./ranking-looks";

/** How far a block of ours reaches from the first cell of its sheet. */
export type Reach = Pick<Area, "rows" | "columns">;

/**
 * What is to be cleared before our block is written again, and the cells that people filled in beside and below it:
 * they stay, or make way for a block that grew. A block that cannot be told from its surroundings is cleared with them.
 */
export function aroundBlock(sheet: SheetSnapshot | null, own: Reach | null, next: Reach): { clear: readonly Area[]; blocks: readonly Block[] } {
  const used = usedArea(sheet);
  if (sheet === null || used === null) return { clear: [], blocks: [] };
  if (own === null) return { clear: [used], blocks: [] };
  const down = Math.max(0, next.rows - own.rows);
  const aside = Math.max(0, next.columns - own.columns);
  const blocks = sheet.values.flatMap((cells, row) =>
    cells.flatMap((value, column): Block[] => {
      const formula = sheet.formulas[row]?.[column] ?? null;
      const outside = row >= own.rows || column >= own.columns;
      if (!outside || ((value === null || value === "") && formula === null)) return [];
      const text = typeof value === "object" && value !== null ? value.error : value;
      const write: Write = formula === null ? { v: text } : { f: formula, v: value };
      const below = row >= own.rows;
      return [{ row: below ? row + down : row, column: below ? column : column + aside, cells: [[write]] }];
    }),
  );
  const still = blocks.length === 0 || (down === 0 && aside === 0);
  return still ? { clear: [{ row: 0, column: 0, ...own }], blocks: [] } : { clear: [used], blocks };
}
