/** A formula as it reads when it is copied down: its text, with the rows that move along told from the formula's own row. */
export type Copied = readonly (string | number)[];

const rows = /("(?:[^"]|"")*"|'(?:[^']|'')*')|([A-Z])([1-9]\d*)(?![\w(])/g;
const place = /\{([+-]\d+)\}/;

/** `copied` written for one row, from 0. */
export const spelled = (copied: Copied, row: number): string =>
  copied.length === 1 ? String(copied[0]) : copied.map((part) => (typeof part === "number" ? String(part + row + 1) : part)).join("");

/** A formula of a row, from 0, ready to be copied. Without a row: one that `copiedTo` wrote. */
export function copiedFrom(formula: string, row: number | null = null): Copied {
  if (row === null) {
    return formula.startsWith("=")
      ? [formula.slice(1)]
      : formula.split(place).map((part, at) => (at % 2 === 1 ? Number(part) : part));
  }
  const parts: (string | number)[] = [];
  let from = 0;
  for (const found of formula.matchAll(rows)) {
    if (found[2] === undefined) continue;
    parts.push(formula.slice(from, found.index + 1), Number(found[3]) - row - 1);
    from = found.index + found[0].length;
  }
  parts.push(formula.slice(from));
  // Curly brackets of the formula's own would be read as rows.
  return spelled(copiedFrom(copiedTo(parts)), row) === formula ? parts : [formula];
}

const signed = (offset: number): string => `{${offset < 0 ? "" : "+"}${offset}}`;

/** What is copied as text: `A{+0}*2`; without a row that moves along behind `=`. */
export const copiedTo = (copied: Copied): string =>
  copied.length === 1 ? `=${copied[0]}` : copied.map((part) => (typeof part === "number" ? signed(part) : part)).join("");
