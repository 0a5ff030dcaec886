/** Functions that fetch, run or ask something outside of the workbook, in any program that may open a saved copy. */
const FETCHING = [
  "WEBSERVICE", "HYPERLINK", "IMAGE", "RTD", "DDE", "CALL", "REGISTER(?:\\.ID)?", "EXEC", "EXECUTE", "INITIATE", "POKE",
  "SQL\\.REQUEST", "STOCKHISTORY", "CUBE[A-Z]+", "IMPORT(?:XML|DATA|HTML|FEED|RANGE|TEXT|CSV)", "GOOGLEFINANCE", "GOOGLETRANSLATE",
  "TRANSLATE", "DETECTLANGUAGE", "COPILOT", "PY", "_XLL\\.[\\p{L}\\d_.]+",
].join("|");
/**
 * A call of one of them, or its name alone, handed to a function that calls it: `MAP(A1:A9,_xleta.IMAGE)`. What stands
 * before a dot may be a prefix that one of them passes over.
 */
const FUNCTIONS = new RegExp(`(?:^|[^\\p{L}\\d_])(?:${FETCHING})\\s*\\(|_XLETA\\.(?:${FETCHING})(?![\\p{L}\\d_])`, "iu");

const NAME_LETTER = /[\p{L}\d_.\]]/u;
/** What ends the name of a sheet that is not quoted. */
const NAME_END = /[!,;()+\-*/&=<>^ "']/;

/** Signs that no name of a sheet holds, but books, paths and programs do. */
const OF_NO_SHEET = /[[|\\/]/;

/** The parts of a formula in order: words in quotation marks, names in single quotes, and what stands between. */
const PIECES = /"[^"]*"|'[^']*'|[^"']+|["']/g;

/** Whether a piece between quotes names a book in brackets before a sheet: `[1]Trang!`; a table's stand after a name. */
function namesBook(piece: string): boolean {
  let at = piece.indexOf("[");
  while (at >= 0) {
    const close = piece.indexOf("]", at);
    if (close < 0) return false;
    if (at === 0 || !NAME_LETTER.test(piece[at - 1]!)) {
      let end = close + 1;
      while (end < piece.length && !NAME_END.test(piece[end]!)) end++;
      if (piece[end] === "!") return true;
    }
    at = piece.indexOf("[", close);
  }
  return false;
}

/**
 * Whether a formula reaches outside of its workbook: another file (`[1]Trang!A1`, `'C:\b.xlsx'!Tổng`), another program
 * (`cmd|'/c calc'!A0`), a function that fetches. Words in quotation marks are only words. Linear in its length.
 * @param formula without the file's prefixes.
 */
export function reachesOutside(formula: string): boolean {
  if (!/[[|(\\/]/.test(formula)) return false;
  const pieces = formula.match(PIECES) ?? [];
  const between = pieces.map((piece) => (piece.length > 1 && /^["']/.test(piece) ? " " : piece));
  if (FUNCTIONS.test(between.join("")) || between.some((piece) => piece.includes("|"))) return true;
  return pieces.some((piece, i) =>
    piece.startsWith("'") ? OF_NO_SHEET.test(piece) && pieces[i + 1]?.startsWith("!") === true : between[i] !== " " && namesBook(piece));
}
