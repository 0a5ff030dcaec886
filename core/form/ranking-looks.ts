import type { Area } from "../sheet/address";
import { ownHeat } from "../sheet/own-formats";
import type { SheetSnapshot } from "../sheet/snapshot";
import type { Protection, Style, Validation } from "../sheet/workbook";
import type { CheckWords } from "../words/sheet-words";
import { heightOf, linesOf } from "./looks";

const thin = { border: "thin", vertical: "top" } as const;

/** Looks that only the sheets of units, points and ranks have. */
export const rankingLooks = {
  title: { bold: true, size: 14 } satisfies Style,
  centred: { align: "center" } satisfies Style,
  text: { ...thin, wrap: true, locked: false } satisfies Style,
  /** Points that people typed or pasted: leaning, so that they differ from computed ones without colour. */
  typed: { ...thin, fill: "FFF9DB", italic: true, locked: false } satisfies Style,
  number: { ...thin, align: "right", locked: false } satisfies Style,
  rank: { ...thin, align: "center", bold: true, locked: false } satisfies Style,
  heat: ownHeat,
  /** Excel sorts a protected sheet only where every cell of the table is unlocked: a check refuses typing there instead. */
  protection: { formatColumns: true, formatRows: true, filter: true, sort: true } satisfies Protection,
} as const;

/** A check that takes nothing: the cell computes. */
export const computedCheck = (title: string, words: CheckWords): Validation => ({
  prompt: { title: "", text: words.prompt },
  error: { title: title.slice(0, 32), text: words.error },
  allowBlank: true,
  kind: "length",
  max: 0,
});

/** Height in points of a row with a title. */
export const titleHeight = 22;
/** Height of a head row whose longest label stands in a column of `width` characters. */
export const headHeight = (labels: readonly string[], width: number): number =>
  heightOf(labels.reduce((most, label) => Math.max(most, linesOf(label, width, true)), 2));
/** A row higher than a screen cannot be scrolled past; the cell holds the rest. */
const mostLines = 6;
/** Height of a line by the text that needs most of it, up to six lines. */
export const lineHeight = (text: string, width: number): number => heightOf(Math.min(mostLines, linesOf(text, width)));

/** Everything that a sheet holds, to be cleared before it is written again; null where it holds nothing. */
export function usedArea(sheet: SheetSnapshot | null): Area | null {
  const rows = sheet?.values.length ?? 0;
  const columns = (sheet?.values ?? []).reduce((most, row) => Math.max(most, row.length), 0);
  return rows === 0 || columns === 0 ? null : { row: 0, column: 0, rows, columns };
}

/** Columns from the first on; `null` hides one. Columns of an earlier, wider table are shown again. */
export const widthsOf = (
  widths: readonly (number | null)[], before = 0,
): { column: number; width?: number; hidden: boolean }[] =>
  Array.from({ length: Math.max(widths.length, before) }, (_, column) => {
    const width = widths[column];
    return { column, ...(typeof width === "number" ? { width } : {}), hidden: width === null };
  });
