import type { Code } from "./code";
import type { Lost } from "./lost-code";
import type { Maximum } from "./maximum";

/** What column "Loại" says a row is; it settles the matter. */
export type LineKind = "group" | "unscored" | "criterion" | "bonus" | "deduction";

/** A line of the table: one criterion, group or option with all the sheet rows it takes. */
export interface Line {
  /** Sheet rows from 0. */
  readonly row: number;
  /** Likeliest first; none where the line has no code. More than one where the spreadsheet spoilt what was typed. */
  readonly codes: readonly Code[];
  readonly lost: Lost;
  /** The code as printed where it follows no known numbering. */
  readonly label: string;
  name: string;
  readonly max: Maximum;
  /** The cell that `max` was read from. */
  readonly maxColumn: number;
  text: string;
  evidence: string;
  readonly id: string;
  readonly kind: LineKind | null;
  readonly min: string | null;
  /** What stands in the minimum's cell where it is no number of points, else "". */
  readonly oddMin: string;
  /** Column "Cấp": 1 for the first level. */
  readonly level: number | null;
  /** Components that the row declares to have. */
  readonly count: number | null;
  /** A heading without code, above whatever is numbered. */
  readonly heading: boolean;
  /** Note column, for words such as "không tính điểm". */
  readonly note: string;
}
