import { cellName, parseCellName } from "../sheet/address";
import type { CellValue } from "../sheet/workbook";

/** Texts in quotes, names of sheets in quotes, other names and cells, numbers, and what stands between. */
const pieces = /"(?:[^"]|"")*"|'(?:[^']|'')*'!?|[\p{L}_$][\p{L}\p{N}_.$]*!?|\d+(?:\.\d+)?(?:E[+-]?\d+)?|\s+|./giu;

const isCell = (piece: string): boolean => parseCellName(piece) !== null;

/**
 * A formula as every program may spell it, made one: blanks, `$`, case of names, quotes of sheets and the digits of
 * numbers say nothing. `moved` tells where a cell of the formula's own sheet stands now, null where it is gone.
 */
export function spelt(formula: string, moved?: (row: number, column: number) => { row: number; column: number } | null): string {
  const found = formula.normalize("NFC").replace(/\r\n?/g, "\n").match(pieces) ?? [];
  let ofSheet = false;
  return found.map((piece, at) => {
    if (piece.startsWith('"')) return piece;
    if (/^\s/.test(piece)) return "";
    const after = found[at + 1] ?? "";
    if (piece.endsWith("!")) {
      ofSheet = true;
      return `${piece.replace(/^'|'?!$/g, "").replace(/''/g, "'").toLowerCase()}!`;
    }
    if (/^\d/.test(piece)) return String(Number(piece));
    if (!/^[\p{L}_$]/u.test(piece)) {
      if (piece !== ":") ofSheet = false;
      return piece === ";" ? "," : piece;
    }
    const name = piece.replace(/\$/g, "").toUpperCase();
    if (after === "(" || !isCell(name)) {
      ofSheet = false;
      return /^(TRUE|FALSE)$/.test(name) && after !== "(" ? `${name}()` : name;
    }
    if (ofSheet || moved === undefined) return name;
    const place = parseCellName(name)!;
    const now = moved(place.row, place.column);
    return now === null ? "#REF!" : cellName(now.row, now.column);
  }).join("");
}

/** Whether two values are one to whoever reads them: the last digits, line ends and the decimal mark of a text say nothing. */
export function alike(a: CellValue, b: CellValue): boolean {
  const [x, y] = [a === "" ? null : a, b === "" ? null : b];
  if (typeof x === "number" && typeof y === "number") return Math.abs(x - y) <= 1e-9 * Math.max(1, Math.abs(x));
  if (typeof x === "string" && typeof y === "string") return plain(x) === plain(y);
  if (typeof x === "object" && typeof y === "object" && x !== null && y !== null) return x.error === y.error;
  return x === y;
}

const plain = (text: string): string => text.normalize("NFC").replace(/\r\n?/g, "\n").replace(/,/g, ".").trim();
