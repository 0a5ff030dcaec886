import { quoteSheet } from "../../../core/sheet/address";

/** A formula in a chart's part, as it is written: where a series, a title or a picture's text comes from. */
const FORMULA = /(<(?:\w+:)?(?:f|sqref)(?:\s[^<>]*)?>)([^<]*)(?=<\/)/g;
const TEXT_LINK = /(\stextlink=)("[^"<]*"|'[^'<]*')/g;
/** The name of a sheet with what stands behind it; words in quotation marks pass. */
const PLACE = /"(?:[^"]|"")*"|(?:'((?:[^']|'')+)'|([\p{L}_][\p{L}\d_.]*))!([$\p{L}\d_.:]*)/gu;

const MARKS: readonly (readonly [string, string])[] = [["&lt;", "<"], ["&gt;", ">"], ["&quot;", '"'], ["&apos;", "'"], ["&amp;", "&"]];
const plain = (text: string): string => MARKS.reduce((now, [mark, letter]) => now.split(mark).join(letter), text);
const marked = (text: string): string => [...MARKS].reverse().reduce((now, [mark, letter]) => now.split(letter).join(mark), text);

/** The formulas of a chart's part. */
export const namesOf = (part: string): string[] => [...part.matchAll(FORMULA)].map(([, , formula = ""]) => plain(formula));

/** What became of a sheet by the name that it had: its name now, null where it is gone, undefined where nothing is known. */
export type NameNow = (name: string) => string | null | undefined;

/** A formula whose sheets are called as they are now; places on a sheet that is gone are `#REF!`. */
export const renamed = (formula: string, now: NameNow): string =>
  formula.replace(PLACE, (whole: string, quoted?: string, bare?: string, behind = "") => {
    const name = quoted?.replace(/''/g, "'") ?? bare;
    if (name === undefined) return whole;
    const next = now(name);
    if (next === null) return "#REF!";
    return next === undefined || next === name ? whole : `${quoteSheet(next)}!${behind}`;
  });

/** The same for all formulas of a part that holds charts or shapes. */
export function renamedPart(part: string, now: NameNow): string {
  const mend = (formula: string): string => {
    const next = renamed(plain(formula), now);
    return next === plain(formula) ? formula : marked(next);
  };
  return part
    .replace(FORMULA, (_, tag: string, formula: string) => tag + mend(formula))
    .replace(TEXT_LINK, (_, head: string, value: string) => `${head}${value[0]!}${mend(value.slice(1, -1))}${value[0]!}`);
}
