import { columnName, quoteSheet } from "../../../core/sheet/address";
import type { Lines } from "../../../core/sheet/carried";
import { stretchNow } from "../lines";
import { unmarked } from "./markup";
import { columnNumber } from "./sheet-size";

/** A formula in a chart's part, as it is written: where a series, a title or a picture's text comes from. */
const FORMULA = /(<(?:\w+:)?(?:f|nf|sqref)(?:\s[^<>]*)?>)([^<]*)(?=<\/)/g;
/** The tags that such formulas stand in. */
export const FORMULA_TAGS: ReadonlySet<string> = new Set(["f", "nf", "sqref"]);
const TEXT_LINK = /(\stextlink=)("[^"<]*"|'[^'<]*')/g;
/** The name of a sheet with what stands behind it; words in quotation marks pass. */
const PLACE = /"(?:[^"]|"")*"|'((?:[^']|'')*)'(?:!([$\p{L}\p{M}\d_.:]*))?|(?<![\p{L}\p{M}\d_.])([\p{L}_][\p{L}\p{M}\d_.]*)!([$\p{L}\p{M}\d_.:]*)/gu;
const CELLS = /^(\$?)([A-Za-z]{1,3})?(\$?)(\d{1,7})?(?::(\$?)([A-Za-z]{1,3})?(\$?)(\d{1,7})?)?$/;

const MARKS: readonly (readonly [string, string])[] = [["&lt;", "<"], ["&gt;", ">"], ["&quot;", '"'], ["&apos;", "'"], ["&amp;", "&"]];
/** A formula as markup holds it, between tags or between quotes of a kind. */
const marked = (text: string, quote = ""): string =>
  [...MARKS].reverse().reduce((now, [mark, letter]) => (/["']/.test(letter) && letter !== quote ? now : now.split(letter).join(mark)), text);

/** The formulas of a chart's part. */
export const formulasIn = (part: string): string[] => [...part.matchAll(FORMULA)].map(([, , formula = ""]) => unmarked(formula));

/** What a sheet is called now, and where its lines went. */
export interface Standing {
  readonly name: string;
  readonly rows: Lines | undefined;
  readonly columns: Lines | undefined;
}

/** What became of a sheet by the name that it had: null where it is gone, undefined where nothing is known. */
export type WhereNow = (name: string) => Standing | null | undefined;

/** Cells, whole rows or whole columns where they stand now; null where none is left. */
function cellsNow(cells: string, { rows, columns }: Standing): string | null {
  const read = CELLS.exec(cells);
  if (read === null) return cells;
  const [, fixed = "", letters, pinned = "", digits, fixed2 = "", letters2, pinned2 = "", digits2] = read;
  const wide = letters === undefined ? null : stretchNow(columns, columnNumber(letters) - 1, columnNumber(letters2 ?? letters) - 1);
  const high = digits === undefined ? null : stretchNow(rows, Number(digits) - 1, Number(digits2 ?? digits) - 1);
  if ((letters !== undefined && wide === null) || (digits !== undefined && high === null)) return null;
  const corner = (end: 0 | 1, before: string, between: string): string =>
    `${wide === null ? before : before + columnName(wide[end])}${high === null ? between : between + String(high[end] + 1)}`;
  return corner(0, fixed, pinned) + (cells.includes(":") ? `:${corner(1, fixed2, pinned2)}` : "");
}

/** A formula whose places are called as they are now; those that are gone are `#REF!`. */
export const movedFormula = (formula: string, where: WhereNow): string =>
  formula.replace(PLACE, (whole: string, quoted?: string, after?: string, bare?: string, beside?: string) => {
    const name = quoted?.replace(/''/g, "'") ?? bare;
    const behind = after ?? beside;
    const standing = name === undefined || behind === undefined ? undefined : where(name);
    if (standing === undefined || behind === undefined) return whole;
    const cells = standing === null ? null : cellsNow(behind, standing);
    if (standing === null || cells === null) return "#REF!";
    return standing.name === name && cells === behind ? whole : `${quoteSheet(standing.name)}!${cells}`;
  });

/** The same for all formulas of a part that holds charts or shapes. */
export function movedPart(part: string, where: WhereNow): string {
  const mend = (formula: string, quote = ""): string => {
    const next = movedFormula(unmarked(formula), where);
    return next === unmarked(formula) ? formula : marked(next, quote);
  };
  return part
    .replace(FORMULA, (_, tag: string, formula: string) => tag + mend(formula))
    .replace(TEXT_LINK, (_, head: string, value: string) => `${head}${value[0]!}${mend(value.slice(1, -1), value[0])}${value[0]!}`);
}
