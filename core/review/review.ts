import type { CellValue } from "../sheet/workbook";

/** A reviewer's word on one criterion: points in place of the self score, and why. */
export interface Review {
  readonly points: CellValue;
  readonly reason: string;
  readonly reviewer: string;
}

/** Reviews by criterion id. */
export type Reviews = ReadonlyMap<string, Review>;
