import type { Locale } from "./locale";

/** The first sign of a formula that Sheets could not read; its cell shows #ERROR!. No engine reads it either. */
const unread = "\u0001";

export const isUnread = (formula: string): boolean => formula.startsWith(unread);

const token = /"(?:[^"]|"")*"|'(?:[^']|'')*'|[A-Za-z$_\u00c0-\u1ef9][\w.$\u00c0-\u1ef9]*|\d+(?:[.,]\d+)?(?:[eE][+-]?\d+)?|\s+|./gs;

function closed(text: string): boolean {
  const bare = text.replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'/g, "x");
  let depth = 0;
  for (const sign of bare) {
    depth += sign === "(" ? 1 : sign === ")" ? -1 : 0;
    if (depth < 0) return false;
  }
  return depth === 0 && !/["']/.test(bare) && bare.trim() !== "" && !/[-+*/^&=<>,;(]$/.test(bare.trim());
}

/**
 * A formula's text, without `=`, as the engine keeps it: en-US, commas. `;` parts arguments under every locale; a comma
 * does so only where it is not the decimal mark. What cannot be read is kept as it was typed.
 */
export function neutralFormula(text: string, { decimal }: Locale): string {
  if (!closed(text)) return unread + text;
  let neutral = "";
  let braces = 0;
  for (const [part] of text.matchAll(token)) {
    if (/^\d/.test(part)) {
      const mark = /[.,]/.exec(part)?.[0];
      if (mark === undefined || mark === decimal) neutral += part.replace(",", ".");
      else if (mark === ",") neutral += part;
      else return unread + text;
      continue;
    }
    if (part === "{" || part === "}") braces += part === "{" ? 1 : -1;
    if (part === "," && decimal === ",") return unread + text;
    if (part === "\\" && braces > 0) neutral += ",";
    else if (part === ";" && braces === 0) neutral += ",";
    else neutral += part;
  }
  return neutral;
}

/** The text that a script reads back and a person sees, without `=`. */
export function localFormula(formula: string, { decimal }: Locale): string {
  if (isUnread(formula)) return formula.slice(1);
  if (decimal === ".") return formula;
  let text = "";
  let braces = 0;
  for (const [part] of formula.matchAll(new RegExp(token.source.replace("[.,]", "[.]"), "gs"))) {
    if (part === "{" || part === "}") braces += part === "{" ? 1 : -1;
    if (/^\d/.test(part)) text += part.replace(".", ",");
    else if (part === ",") text += braces > 0 ? "\\" : ";";
    else text += part;
  }
  return text;
}

/**
 * A formula for an engine that joins numbers to text with a point under every locale: quotients of constants that become
 * text are written with the locale's mark. Other numbers joined to text keep the point.
 */
export function spelledFormula(formula: string, { decimal }: Locale): string {
  if (decimal === ".") return formula;
  const spelled = (over: string, under: string): string => `"${String(Number(over) / Number(under)).replace(".", decimal)}"`;
  return formula
    .replace(/(?<![\w.$/*])(\d+)\/(\d+)(?=&)/g, (_, over: string, under: string) => spelled(over, under))
    .replace(/(SUBSTITUTE\()(\d+)\/(\d+)(?=,)/g, (_, name: string, over: string, under: string) => name + spelled(over, under));
}

/** The same formula for a cell that stands `rows` lower and `columns` further right. */
export function shiftFormula(formula: string, rows: number, columns: number): string {
  const reference = /"(?:[^"]|"")*"|'(?:[^']|'')*'!?|(?<![\w.$])(\$?)([A-Z]{1,3})(\$?)([1-9]\d{0,6})(?![\w(.])/gi;
  return formula.replace(reference, (whole: string, fixedColumn?: string, letters?: string, fixedRow?: string, row?: string) => {
    if (letters === undefined || row === undefined) return whole;
    let column = 0;
    for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
    if (fixedColumn === "") column += columns;
    let name = "";
    for (let n = column; n > 0; n = Math.floor((n - 1) / 26)) name = String.fromCharCode(65 + ((n - 1) % 26)) + name;
    return `${fixedColumn}${name}${fixedRow}${fixedRow === "" ? Number(row) + rows : row}`;
  });
}
