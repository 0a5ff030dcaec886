import { pixelsOfWidth } from "../sheet/width";
import type { Print } from "../sheet/workbook";

/** Points of width that a lying A4 sheet has between its margins, a little less for programs with wider letters. */
const pageWidth = 715;
/** Smallest scale at which 11-point letters can still be read, in percent. */
const leastScale = 60;

/** Scale of a table dealt to several pages, so that they stay few. */
const dealtScale = 65;

/** Points of a pixel. */
const point = 0.75;

/** Points of a column's width; hidden columns take none. */
const widthOf = (width: number | null | undefined): number => (typeof width === "number" ? pixelsOfWidth(width) * point : 0);

const sum = (widths: readonly (number | null)[]): number => widths.reduce<number>((total, width) => total + widthOf(width), 0);

/** Percent of the full size at which columns fit on one page; at most 100. */
const scaleOf = (widths: readonly (number | null)[]): number => Math.min(100, Math.floor((100 * pageWidth) / sum(widths)));

type Pages = Pick<Print, "fitWidth" | "scale" | "repeatColumns" | "breaks">;

/**
 * How columns are dealt to pages: all on one where they can be read there; else over several, the first `kept` on each.
 * A page begins at the last of the columns `at` before which everything fits on one page.
 */
export function pagesOf(widths: readonly (number | null)[], kept: number, at: readonly number[] = []): Pages {
  if (scaleOf(widths) >= leastScale) return { fitWidth: true };
  const before = [...at].reverse().find((column) => scaleOf(widths.slice(0, column)) >= leastScale);
  return {
    fitWidth: false,
    scale: before === undefined ? leastScale : Math.min(dealtScale, scaleOf(widths.slice(0, before))),
    repeatColumns: [0, kept - 1],
    ...(before === undefined ? {} : { breaks: [before] }),
  };
}
