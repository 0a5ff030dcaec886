import { columnName, parseCellName } from "../sheet/address";
import type { CellValue } from "../sheet/workbook";

/** Texts in quotes, names of sheets in quotes, other names and cells, numbers, and what stands between. */
const pieces = /"(?:[^"]|"")*"|'(?:[^']|'')*'!?|[\p{L}_$][\p{L}\p{N}_.$]*!?|\d+(?:\.\d+)?(?:E[+-]?\d+)?|\s+|./giu;

const isCell = (piece: string): boolean => parseCellName(piece) !== null;

/** Where a cell of a formula's own sheet stands now; null where it is gone. */
export type Moved = (row: number, column: number) => { readonly row: number; readonly column: number } | null;

interface Piece {
  readonly kind: "text" | "blank" | "sheet" | "number" | "sign" | "name" | "cell" | "far cell";
  readonly text: string;
}

/** `far cell`: one of another sheet. */
function piecesOf(formula: string): Piece[] {
  const found = formula.match(pieces) ?? [];
  let ofSheet = false;
  return found.map((text, at): Piece => {
    if (text.startsWith("\"")) return { kind: "text", text };
    if (/^\s/.test(text)) return { kind: "blank", text };
    if (text.endsWith("!")) {
      ofSheet = true;
      return { kind: "sheet", text };
    }
    if (/^\d/.test(text)) return { kind: "number", text };
    if (!/^[\p{L}_$]/u.test(text)) {
      if (text !== ":") ofSheet = false;
      return { kind: "sign", text };
    }
    if (found[at + 1] === "(" || !isCell(text.replace(/\$/g, ""))) {
      ofSheet = false;
      return { kind: "name", text };
    }
    return { kind: ofSheet ? "far cell" : "cell", text };
  });
}

/** A formula of ours where its cells stand now. */
export function shifted(formula: string, moved: Moved): string {
  return piecesOf(formula).map(({ kind, text }) => {
    const place = kind === "cell" ? parseCellName(text) : null;
    const now = place === null ? null : moved(place.row, place.column);
    if (place === null || (now?.row === place.row && now.column === place.column)) return text;
    if (now === null) return "#REF!";
    const [, column = "", row = ""] = /^(\$?)[A-Z]+(\$?)/i.exec(text) ?? [];
    return `${column}${columnName(now.column)}${row}${now.row + 1}`;
  }).join("");
}

/**
 * A formula as every program may spell it, made one: blanks, `$`, case and age of names, quotes of sheets and the digits
 * of numbers say nothing.
 */
export function spelt(formula: string): string {
  const found = piecesOf(formula.normalize("NFC").replace(/\r\n?/g, "\n"));
  return found.map(({ kind, text }, at) => {
    switch (kind) {
      case "text":
        return text;
      case "blank":
        return "";
      case "sheet":
        return `${text.replace(/^'|'?!$/g, "").replace(/''/g, "'").toLowerCase()}!`;
      case "number":
        return String(Number(text));
      case "sign":
        return text === ";" ? "," : text;
      case "cell":
      case "far cell":
        return text.replace(/\$/g, "").toUpperCase();
      case "name": {
        const name = text.toUpperCase().replace(/^_XLFN\./, "");
        if (name === "RANK.EQ") return "RANK";
        return /^(TRUE|FALSE)$/.test(name) && found[at + 1]?.text !== "(" ? `${name}()` : name;
      }
    }
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
