import { chunksOf } from "./chunks";
import type { Protection } from "./workbook";

/** A sheet that a host took the protection off, to write into it. */
export interface Opened {
  readonly sheet: string;
  readonly protection: Protection;
}

/** Cells below the journal's count, in which a host notes the sheets that it opens before it does so. */
export const notedOpen = (opened: readonly Opened[]): string[][] => chunksOf(JSON.stringify(opened)).map((chunk) => [chunk]);
