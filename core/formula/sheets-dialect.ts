type Mark = "," | ".";

/** Text, sheet names, functions and cells, numbers under either mark, and any other sign. */
const pieces: Readonly<Record<Mark, RegExp>> = {
  ".": /"(?:[^"]|"")*"|'(?:[^']|'')*'|[\p{L}_$][\p{L}\p{N}_$.]*|\d+(?:\.\d*)?|\.\d+|[\s\S]/gu,
  ",": /"(?:[^"]|"")*"|'(?:[^']|'')*'|[\p{L}_$][\p{L}\p{N}_$.]*|\d+(?:,\d*)?|,\d+|[\s\S]/gu,
};

/** Whether a piece stands between the members of an array, not between the arguments of a function in it. */
function nesting(): (piece: string) => boolean {
  const open: string[] = [];
  return (piece) => {
    if (piece === "{" || piece === "(") open.push(piece);
    else if (piece === "}" || piece === ")") open.pop();
    return open[open.length - 1] === "{";
  };
}

/** A piece that begins with its digits, or with a mark before them. */
const isNumber = (piece: string): boolean => /^[.,]?\d/.test(piece);

const isText = (piece: string): boolean => piece.startsWith('"') || (piece.startsWith("'") && piece.length > 1);

/**
 * An en-US formula as Google Sheets takes it in a spreadsheet whose decimal mark is `decimal`. Arguments are parted by
 * `;`, which every locale reads; numbers with decimals and arrays, as only people's own formulas hold, follow the locale.
 */
export function toSheets(formula: string, decimal: Mark): string {
  const inArray = nesting();
  return formula.replace(pieces["."], (piece) => {
    const array = inArray(piece);
    if (isText(piece)) return piece;
    if (piece === ",") return !array ? ";" : decimal === "," ? "\\" : ",";
    return decimal === "," && isNumber(piece) ? piece.replace(".", ",") : piece;
  });
}

/** The en-US formula that Google Sheets gives under a locale whose decimal mark is `decimal`. */
export function fromSheets(formula: string, decimal: Mark): string {
  const inArray = nesting();
  return formula.replace(pieces[decimal], (piece) => {
    const array = inArray(piece);
    if (isText(piece)) return piece;
    if (piece === ";") return array ? ";" : ",";
    if (piece === "\\" && array) return ",";
    return decimal === "," && isNumber(piece) ? piece.replace(",", ".") : piece;
  });
}

/** Whether every locale reads an en-US formula alike once its commas are `;`: no decimals, no arrays, no tables' names. */
export function isNeutral(formula: string): boolean {
  const found = formula.match(pieces["."]) ?? [];
  return found.every((piece) => isText(piece) || !(/^[{}[\]]$/.test(piece) || (/\d/.test(piece) && /^[\d.]+$/.test(piece) && piece.includes("."))));
}
