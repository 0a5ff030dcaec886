import { columnName, parseCellName, sameSheet } from "../sheet/address";
import type { CellValue } from "../sheet/workbook";

/** Texts in quotes, names of sheets in quotes, other names and cells, numbers. Between them stand signs and blanks alone. */
const words = /"(?:[^"]|"")*"|'(?:[^']|'')*'!?|[\p{L}_$][\p{L}\p{N}_.$]*!?|\d+(?:\.\d+)?(?:[Ee][+-]?\d+)?|!/gu;

const cellWord = /^[A-Z]{1,3}[1-9]\d{0,6}$/i;
const isDigit = (character: string): boolean => character >= "0" && character <= "9";

/** Where a cell of a formula's own sheet stands now; null where it is gone. */
export type Moved = (row: number, column: number) => { readonly row: number; readonly column: number } | null;

type Kind = "text" | "sheet" | "quoted" | "number" | "name" | "cell";

/** What a word of a formula is, by itself and by the character after it. */
function kindOf(word: string, next: string | undefined): Kind {
  const first = word[0]!;
  if (first === "\"") return "text";
  if (word.endsWith("!")) return "sheet";
  if (first === "'") return "quoted";
  if (isDigit(first)) return "number";
  if (next === "(") return "name";
  return cellWord.test(word.includes("$") ? word.replace(/\$/g, "") : word) ? "cell" : "name";
}

function movedCell(word: string, moved: Moved): string {
  const place = parseCellName(word);
  const now = place === null ? null : moved(place.row, place.column);
  if (place === null || (now?.row === place.row && now.column === place.column)) return word;
  if (now === null) return "#REF!";
  const [, column = "", row = ""] = /^(\$?)[A-Z]+(\$?)/i.exec(word) ?? [];
  return `${column}${columnName(now.column)}${row}${now.row + 1}`;
}

/** A formula of ours where its cells stand now. */
export function shifted(formula: string, moved: Moved): string {
  /** The words that follow, over colons and blanks, are of another sheet. */
  let far = false;
  let end = 0;
  return formula.replace(words, (word: string, at: number) => {
    if (far && !/^[\s:]*$/.test(formula.slice(end, at))) far = false;
    end = at + word.length;
    const kind = kindOf(word, formula[end]);
    if (kind === "cell") return far ? word : movedCell(word, moved);
    if (kind === "sheet") far = true;
    else if (kind === "name" || kind === "quoted") far = false;
    return word;
  });
}

function speltWord(word: string, next: string | undefined): string {
  switch (kindOf(word, next)) {
    case "text":
    case "quoted":
      return word;
    case "sheet":
      return `${word.replace(/^'|'?!$/g, "").replace(/''/g, "'").toLowerCase()}!`;
    case "number":
      return String(Number(word));
    case "cell":
      return word.replace(/\$/g, "").toUpperCase();
    case "name": {
      const name = word.toUpperCase().replace(/^_XLFN\./, "");
      if (name === "RANK.EQ") return "RANK";
      return /^(TRUE|FALSE)$/.test(name) && next !== "(" ? `${name}()` : name;
    }
  }
}

/**
 * A formula as every program may spell it, made one: blanks, `$`, case and age of names, quotes of sheets and the digits
 * of numbers say nothing.
 */
export function spelt(formula: string): string {
  const text = formula.normalize("NFC").replace(/\r\n?/g, "\n");
  const signs = (from: number, to: number): string =>
    from === to ? "" : text.slice(from, to).replace(/\s+/g, "").replace(/;/g, ",");
  let [made, end] = ["", 0];
  for (const { 0: word, index } of text.matchAll(words)) {
    made += signs(end, index!);
    end = index! + word.length;
    made += speltWord(word, text[end]);
  }
  return made + signs(end, text.length);
}

/** Whether two formulas are one, however they are spelt: most are to the letter. */
export const sameFormula = (a: string, b: string): boolean => a === b || spelt(a) === spelt(b);

/** Whether two values are one to whoever reads them: the last digits, line ends and the decimal mark of a text say nothing. */
export function alike(a: CellValue, b: CellValue): boolean {
  const [x, y] = [a === "" ? null : a, b === "" ? null : b];
  if (typeof x === "number" && typeof y === "number") return Math.abs(x - y) <= 1e-9 * Math.max(1, Math.abs(x));
  if (typeof x === "string" && typeof y === "string") return plain(x) === plain(y);
  if (typeof x === "object" && typeof y === "object" && x !== null && y !== null) return x.error === y.error;
  return x === y;
}

const plain = (text: string): string => text.normalize("NFC").replace(/\r\n?/g, "\n").replace(/,/g, ".").trim();

/** Cells of another sheet that a formula names; whole rows and columns, names and other workbooks are none. */
export interface FarCells {
  readonly sheet: string;
  readonly first: { readonly row: number; readonly column: number };
  readonly last: { readonly row: number; readonly column: number };
}

export function farCellsOf(formula: string): FarCells[] {
  const found: FarCells[] = [];
  let sheet: string | null = null;
  /** The word before was a cell of the sheet; the words before were one, a colon and the sheet again. */
  let [open, again] = [false, false];
  let end = 0;
  for (const { 0: word, index } of formula.matchAll(words)) {
    const between = formula.slice(end, index!).replace(/\s+/g, "");
    end = index! + word.length;
    const kind = kindOf(word, formula[end]);
    if (kind === "sheet") {
      const name: string = word.replace(/^'|'?!$/g, "").replace(/''/g, "'");
      again = open && between === ":" && sheet !== null && sameSheet(name, sheet);
      // `[1]Tên!A1` and `Một:Hai!A1` are of another workbook and of many sheets.
      const isOne: boolean = word.length > 1 && !between.endsWith("]") && (again || !between.endsWith(":")) && !/[[\]:]/.test(word);
      [sheet, open] = [isOne ? name : null, false];
      continue;
    }
    const place = kind === "cell" && sheet !== null ? parseCellName(word) : null;
    const last = found[found.length - 1];
    const isEnd = last !== undefined && ((open && between === ":") || (again && between === ""));
    if (place === null || sheet === null || (!isEnd && (open || between !== ""))) [sheet, open] = [null, false];
    else if (isEnd) {
      found[found.length - 1] = {
        sheet,
        first: { row: Math.min(last.first.row, place.row), column: Math.min(last.first.column, place.column) },
        last: { row: Math.max(last.first.row, place.row), column: Math.max(last.first.column, place.column) },
      };
      [sheet, open] = [null, false];
    } else {
      found.push({ sheet, first: place, last: place });
      open = true;
    }
    again = false;
  }
  return found;
}
