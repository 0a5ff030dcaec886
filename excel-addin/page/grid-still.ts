import type { Sheet } from "../../core/sheet/workbook";

/** The grid's size in pixels. */
export interface Room {
  readonly width: number;
  readonly height: number;
}

export const POINT = 4 / 3;
/** A file counts column widths in digits of its standard font, 7 pixels each. */
export const DIGIT = 7;
export const COLUMN = 72;
export const ROW = 20;

/** Of the grid's room, what rows and columns that stand still may take. */
const MOST = 0.5;

/** How many of the first sizes fit into a part of the room together. */
function fitting(sizes: readonly number[], room: number): number {
  let sum = 0;
  const tooFar = sizes.findIndex((size) => (sum += size) > room * MOST);
  return tooFar < 0 ? sizes.length : tooFar;
}

/**
 * The rows and columns of a sheet that stand still in a grid of this size. Where there is too little room, the first of
 * the columns do, as the codes of a form, and none of the rows: their last one, the head of the table, needs the others.
 */
export function stillPart({ freeze, columns, rows }: Sheet, room: Room): { readonly rows: number; readonly columns: number } {
  const heights = Array.from({ length: freeze?.rows ?? 0 }, (_, i) =>
    rows[i]?.hidden === true ? 0 : rows[i]?.height === undefined ? ROW : rows[i].height * POINT);
  const widths = Array.from({ length: freeze?.columns ?? 0 }, (_, i) =>
    columns[i]?.hidden === true ? 0 : (columns[i]?.width ?? COLUMN / DIGIT) * DIGIT);
  return {
    rows: fitting(heights, room.height) === heights.length ? heights.length : 0,
    columns: fitting(widths, room.width),
  };
}
