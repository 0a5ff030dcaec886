import { columnName } from "../../../core/sheet/address";
import { LAST_COLUMN, LAST_ROW, columnNumber } from "./sheet-size";

/** Texts, quoted sheet names, words and numbers pass; cells, whole columns and whole rows are caught. */
const TOKEN = new RegExp(
  [
    `"(?:[^"]|"")*"|'(?:[^']|'')*'`,
    String.raw`(?<cell>\$?[A-Za-z]{1,3}\$?\d{1,7})(?![\p{L}\d_.(!])`,
    String.raw`(?<whole>\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}(?![\p{L}\d_.(])|\$?\d+:\$?\d+)`,
    String.raw`[\p{L}_\\][\p{L}\d_.\\]*`,
    String.raw`\d+(?:\.\d+)?(?:[eE][+-]?\d+)?`,
  ].join("|"),
  "gu",
);

/** A formula as it reads when moved by so many rows and columns: relative references move, `$` ones stay. */
export function shiftFormula(formula: string, rows: number, columns: number): string {
  const row = (fixed: string, digits: string): string | null => {
    const moved = Number(digits) + (fixed === "$" ? 0 : rows);
    return moved < 1 || moved > LAST_ROW ? null : fixed + String(moved);
  };
  const column = (fixed: string, letters: string): string | null => {
    const moved = columnNumber(letters) + (fixed === "$" ? 0 : columns);
    return moved < 1 || moved > LAST_COLUMN ? null : fixed + columnName(moved - 1);
  };
  return formula.replace(TOKEN, (token: string, cellText?: string, wholeText?: string) => {
    const cell = /^(\$?)([A-Za-z]+)(\$?)(\d+)$/.exec(cellText ?? "");
    if (cell !== null && columnNumber(cell[2]!) <= LAST_COLUMN && Number(cell[4]) <= LAST_ROW) {
      const [letters, digits] = [column(cell[1]!, cell[2]!), row(cell[3]!, cell[4]!)];
      return letters === null || digits === null ? "#REF!" : letters + digits;
    }
    const whole = /^(\$?)([A-Za-z]+|\d+):(\$?)([A-Za-z]+|\d+)$/.exec(wholeText ?? "");
    if (whole === null) return token;
    const move = /\d/.test(whole[2]!) ? row : column;
    const [first, last] = [move(whole[1]!, whole[2]!), move(whole[3]!, whole[4]!)];
    return first === null || last === null ? "#REF!" : `${first}:${last}`;
  });
}

/** Functions younger than the file format, which carry a prefix inside files. */
const YOUNG = [
  "AGGREGATE", "CONCAT", "DAYS", "FILTER", "FORMULATEXT", "IFNA", "IFS", "ISFORMULA", "LET", "MAXIFS", "MINIFS",
  "MODE.SNGL", "NUMBERVALUE", "PERCENTILE.EXC", "PERCENTILE.INC", "PERCENTRANK.EXC", "PERCENTRANK.INC",
  "QUARTILE.EXC", "QUARTILE.INC", "RANK.AVG", "RANK.EQ", "SEQUENCE", "SHEET", "SHEETS", "SORT", "SORTBY", "STDEV.P",
  "STDEV.S", "SWITCH", "TEXTJOIN", "UNICHAR", "UNICODE", "UNIQUE", "VAR.P", "VAR.S", "XLOOKUP", "XMATCH", "XOR",
];
const YOUNG_CALL = new RegExp(`"(?:[^"]|"")*"|(?<![\\w.])(?:${YOUNG.join("|").replace(/\./g, "\\.")})\\(`, "gi");

/** A formula as a file holds it: young functions with their prefix. */
export const fileFormula = (formula: string): string =>
  formula.replace(YOUNG_CALL, (token) => (token.startsWith('"') ? token : `_xlfn.${token}`));

/** The file's prefixes, in any letters and any number, before a name; quoted words and sheets pass. */
const PREFIXES = /"(?:[^"]|"")*"|'(?:[^']|'')*'|(?<![\p{L}\d_.\\])(?:_xl(?:fn|ws|pm|udf)\.)+/giu;

/** A formula as a person reads it, without the file's prefixes. */
export const plainFormula = (formula: string): string => formula.replace(PREFIXES, (token) => (/^["']/.test(token) ? token : ""));
