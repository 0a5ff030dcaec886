import type { FileCap } from "../../../core/issue/file";

/**
 * The most of everything that a file may hold. A sheet of 3,321 units with 100 criteria stays below each by a good deal;
 * what is above would keep a browser busy for minutes, or is made to. Sizes in bytes.
 */
export const LIMITS: Readonly<Record<FileCap, number>> = {
  size: 64 * 2 ** 20,
  /** Unpacked parts that are read; those that are carried along are counted apart. */
  content: 64 * 2 ** 20,
  parts: 10000,
  sheets: 500,
  cells: 1000000,
  /** Rows times columns up to the last cell: the reader lays out blank cells too. */
  extent: 4000000,
  strings: 500000,
  /** Excel's own limit is 65,490. */
  looks: 66000,
  /** Merged cells, checks, conditional formats, columns, links and names, each area counted; a part's comments, boxes and corners. */
  rules: 100000,
  /** Characters of one text; a cell of Excel holds 32,767, and one letter may be written with ten. */
  text: 400000,
  /** Characters of formulas, once shared ones are written out. */
  formulas: 5000000,
};

/** A part that is larger than this unpacked... */
export const LEAST_BOMB = 2 ** 18;
/** ...and this many times what it was unpacked from is made to harm: normal parts shrink 3 to 40 times. */
export const LARGEST_SHRINK = 250;

/** Unpacked bytes of charts, pictures and comments: they stand in memory as long as the workbook does. */
export const MOST_CARRIED = 24 * 2 ** 20;
