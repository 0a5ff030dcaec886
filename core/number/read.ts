import { withoutTail } from "./tail";

/**
 * A number as people type it. `value` is a plain decimal ("1234.5", "-3"); of "95,26%" it is "95.26" with `percent`; of
 * "45,56/50" it is "45.56" with `of` "50". Ambiguous where a lone mark stands before exactly three digits.
 */
export type NumberReading =
  | { readonly kind: "number"; readonly value: string; readonly percent?: boolean; readonly of?: string }
  | { readonly kind: "ambiguous"; readonly readings: readonly string[] }
  | { readonly kind: "none" };

export type DecimalMark = "," | ".";

const none: NumberReading = { kind: "none" };
/** Longer text is prose, not a number. */
const longest = 400;
const largestPower = 308;

/** Full-width forms become plain ones, every kind of space one space, every minus a hyphen; unseen characters go. */
function plain(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/[\u200b-\u200f\u2060\ufeff]/g, "")
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/\u2044/g, "/")
    .replace(/[\s\u00a0\u2000-\u200a\u202f\u3000]+/g, " ")
    .trim();
}

/** Without marks on letters and in lower case: "ĐIỂM" and "điểm" alike become "diem". */
function bare(text: string): string {
  return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace(/đ/g, "d");
}

function trimZeros(whole: string, part: string, sign: string): string {
  const digits = whole.replace(/^0+(?=\d)/, "") || "0";
  const decimals = withoutTail(part, /0/);
  const value = decimals === "" ? digits : `${digits}.${decimals}`;
  return value === "0" || sign !== "-" ? value : `-${value}`;
}

function withPower(sign: string, whole: string, part: string, power: number): string | null {
  if (Math.abs(power) > largestPower) return null;
  const digits = whole + part;
  const point = whole.length + power;
  if (point <= 0) return trimZeros("0", "0".repeat(-point) + digits, sign);
  const padded = digits.padEnd(point, "0");
  return trimZeros(padded.slice(0, point), padded.slice(point), sign);
}

/** What one signed figure can mean: nothing, one value, or two. */
function readings(text: string, decimal: DecimalMark | undefined): string[] {
  const match = /^([+-]?) ?([\d., ]*\d)(?:e([+-]?\d{1,4}))?$/.exec(text);
  if (match === null) return [];
  const [, sign = "", digits = "", power] = match;
  if (power !== undefined) {
    const scientific = /^(\d+)(?:[.,](\d+))?$/.exec(digits);
    if (scientific === null) return [];
    const value = withPower(sign, scientific[1]!, scientific[2] ?? "", Number(power));
    return value === null ? [] : [value];
  }
  const simple = /^(?:(\d*)([.,]))?(\d+)$/.exec(digits);
  if (simple !== null) {
    const [, whole = "", mark = "", part = ""] = simple;
    if (mark === "") return [trimZeros(whole + part, "", sign)];
    const asDecimal = trimZeros(whole || "0", part, sign);
    if (!/^[1-9]\d{0,2}$/.test(whole) || part.length !== 3) return [asDecimal];
    const asGroups = trimZeros(whole + part, "", sign);
    return decimal === undefined ? [asGroups, asDecimal] : [mark === decimal ? asDecimal : asGroups];
  }
  const grouped = /^(\d{1,3})([., ])(\d{3}(?:\2\d{3})*)(?:([.,])(\d+))?$/.exec(digits);
  if (grouped === null || grouped[2] === grouped[4]) return [];
  return [trimZeros(grouped[1]! + grouped[3]!.replace(/\D/g, ""), grouped[5] ?? "", sign)];
}

/** The figure inside: "(60 điểm)" and "5 điểm (tối đa)" without brackets and words, "95 %" without its sign. */
function figure(text: string): { text: string; percent: boolean } | null {
  let inner = bare(text);
  const bracketed = /^\(([^()]*)\)$/.exec(inner);
  if (bracketed !== null) inner = bracketed[1]!.trim();
  inner = inner.replace(/ ?\(toi da\)$/, "");
  const percent = / ?%$/.exec(inner);
  if (percent !== null) return { text: inner.slice(0, percent.index), percent: true };
  const points = /^(.*\d) ?(?:diem|d)\.?$/.exec(inner);
  return { text: points === null ? inner : points[1]!, percent: false };
}

/**
 * The number that `text` spells as people write numbers in annexes, in cells and in replay. `decimal` is the decimal mark
 * where the place settles it; without it "1.000" is ambiguous. Never guesses: anything else is `none`.
 */
export function readNumber(text: string, decimal?: DecimalMark): NumberReading {
  if (text.length > longest) return none;
  const found = figure(plain(text));
  if (found === null || found.text === "") return none;
  const slash = found.text.indexOf("/");
  if (slash < 0) {
    const values = readings(found.text, decimal);
    if (values.length === 0) return none;
    if (values.length > 1) return { kind: "ambiguous", readings: values };
    return { kind: "number", value: values[0]!, ...(found.percent ? { percent: true } : {}) };
  }
  const over = readings(found.text.slice(0, slash).trim(), decimal);
  const under = readings(found.text.slice(slash + 1).trim(), decimal);
  if (found.percent || over.length === 0 || under.length === 0 || under[0]!.startsWith("-")) return none;
  if (over.length === 1 && under.length === 1) return { kind: "number", value: over[0]!, of: under[0]! };
  return { kind: "ambiguous", readings: over.flatMap((a) => under.map((b) => `${a}/${b}`)) };
}

/** The decimal mark that the clear numbers among `texts` use; null where none does, or where they disagree. */
export function decimalMarkOf(texts: readonly string[]): DecimalMark | null {
  const seen = new Set<DecimalMark>();
  for (const text of texts) {
    if (readNumber(text).kind !== "number") continue;
    const marks = plain(text).match(/[.,]/g) as DecimalMark[] | null;
    if (marks === null) continue;
    const last = marks[marks.length - 1]!;
    if (marks.length === 1 || marks[0] !== last) seen.add(last);
    else seen.add(last === "," ? "." : ",");
  }
  return seen.size === 1 ? [...seen][0]! : null;
}
