import { withoutTail } from "../number/tail";
import { fold, oneLine } from "./fold";

/** How a number is written decides which rows are of one level. `name` is a code of letters alone (CQS). */
export type Style = "roman" | "upper" | "arabic" | "padded" | "paren" | "lower" | "mark" | "name" | `word ${string}`;

export interface Part {
  readonly style: Style;
  /** Its place in the numbering; 0 where it has none. */
  readonly n: number;
}

/** A row's code as it is shown ("1.2", "A.1", "01", "Tiêu chí 1"), cut into the parts of its path. */
export interface Code {
  readonly text: string;
  readonly parts: readonly Part[];
}

const romans = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII", "XVIII", "XIX", "XX"];
const alphabet = "abcdefghijklmnopqrstuvwxyz";
const words = /^(tieu chi thanh phan|tieu chi|chi tieu|chi so thanh phan|chi so|nhom chi so|nhom|phan|muc|dieu|khoan|tru cot|linh vuc)\s+(so\s+)?/;

function part(text: string): Part[] | null {
  if (/^\d{1,4}$/.test(text)) {
    return [{ style: text.length > 1 && text.startsWith("0") ? "padded" : "arabic", n: Number(text) }];
  }
  const roman = romans.indexOf(text);
  if (roman >= 0) return [{ style: "roman", n: roman + 1 }];
  if (/^[A-ZĐ]$/.test(text)) return [{ style: "upper", n: alphabet.indexOf(fold(text)) + 1 }];
  if (/^[a-zđ]$/.test(text)) return [{ style: "lower", n: text === "đ" ? 4.5 : alphabet.indexOf(text) + 1 }];
  const mixed = /^([A-ZĐ]|[IVX]+)(\d{1,4})$/.exec(text) ?? /^(\d{1,4})([a-zđ])$/.exec(text);
  if (mixed !== null) {
    const [head, tail] = [part(mixed[1]!), part(mixed[2]!)];
    return head === null || tail === null ? null : [...head, ...tail];
  }
  const named = /^(\p{Lu}{2,6})[ -]?(\d{0,4})$/u.exec(text);
  if (named === null) return null;
  return named[2] === "" ? [{ style: "name", n: 0 }] : [{ style: `word ${fold(named[1]!)}`, n: Number(named[2]) }];
}

/** The code that a cell's text is; null where it is something else. */
export function parseCode(cell: string): Code | null {
  const shown = oneLine(cell);
  if (shown === "" || shown.length > 30) return null;
  if (/^[-–—+*•●o]$/.test(shown)) return { text: "-", parts: [{ style: "mark", n: shown === "+" ? 2 : 1 }] };
  const folded = fold(shown);
  const word = words.exec(folded);
  const rest = (word === null ? shown : shown.slice(word[0].length)).trim();
  const closed = /^\d{1,3}\)$/.test(rest);
  const bare = withoutTail(rest.replace(/^\((.+)\)$/, "$1"), /[\s.):,;\-–]/).replace(/ ?([.,\-]) ?/g, "$1");
  if (bare === "" || /^\d+(?:[.,]\d*)?\s?%$/.test(bare)) return null;
  const plain = /^\d+(,\d+)+$/.test(bare) ? bare.replace(/,/g, ".") : bare;
  const parts: Part[] = [];
  for (const piece of plain.split(/[.\-]/)) {
    const found = part(piece.trim());
    if (found === null) return null;
    parts.push(...found);
  }
  if (parts.length > 6 || (parts.length > 1 && parts.some(({ style }) => style === "name"))) return null;
  if (word === null) {
    if (closed && parts.length === 1) return { text: plain, parts: [{ style: "paren", n: parts[0]!.n }] };
    return { text: plain, parts };
  }
  const first = parts[0]!;
  if (parts.length > 1) return { text: plain, parts };
  return { text: withoutTail(shown, /[\s.:\-–]/), parts: [{ style: `word ${word[1]!}`, n: first.n }] };
}

/** A code typed in front of a name: "1. Nhận thức số", "1.1 Điểm cộng", "a) Có", "- Có", "Tiêu chí 2: …". */
export function splitCode(name: string): { code: Code; name: string } | null {
  const match =
    /^((?:(?:Tiêu chí|TIÊU CHÍ|Chỉ tiêu|Chỉ số|Nhóm|NHÓM|Phần|PHẦN|Mục|Điều|Trụ cột|TRỤ CỘT)\s+(?:số\s+)?(?:\d+|[IVX]+|[A-Z])(?:\.\d+)*)(?:\s*[.:\-–)])?)\s+(\S[^]*)$/u.exec(name) ??
    /^((?:\d+|[IVX]+|[A-ZĐ])(?:\.\d+)+[.):]?)(?:\s*[-–])?\s+(\S[^]*)$/u.exec(name) ??
    /^((?:\d{1,3}|[IVX]+|[A-ZĐ])[.)])\s*(\p{L}[^]*)$/u.exec(name) ??
    /^((?:[IVX]+|[A-Z])\s?[-–:])\s+(\p{L}[^]*)$/u.exec(name) ??
    /^([a-zđ][.)])\s*(\S[^]*)$/u.exec(name) ??
    /^([-–+•])\s*(\p{L}[^]*)$/u.exec(name);
  if (match === null) return null;
  const code = parseCode(match[1]!);
  return code === null ? null : { code, name: match[2]!.trim() };
}

const sameParts = (a: readonly Part[], b: readonly Part[]): boolean =>
  a.length === b.length && a.every((own, k) => own.n === b[k]!.n);

/** Whether `a` is the path above `b` by its numbers: "1" of "1.2", "01" of "1.2". */
export const isAbove = (a: Code, b: Code): boolean =>
  a.parts.length < b.parts.length && sameParts(a.parts, b.parts.slice(0, a.parts.length));

export const isParent = (a: Code, b: Code): boolean => a.parts.length === b.parts.length - 1 && isAbove(a, b);

/** Whether two codes share their path but for the last number. */
export const areSiblings = (a: Code, b: Code): boolean =>
  a.parts.length === b.parts.length && sameParts(a.parts.slice(0, -1), b.parts.slice(0, -1));

export const last = (code: Code): Part => code.parts[code.parts.length - 1]!;

/** Whether `next` is the number after `code` on the same path. */
export const follows = (code: Code, next: Code): boolean => areSiblings(code, next) && last(next).n === last(code).n + 1;
