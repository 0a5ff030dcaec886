import { formulaAt } from "../form/find";
import { plainText } from "../ranking/unit-list";
import { parseCellName } from "../sheet/address";
import type { SheetSnapshot } from "../sheet/snapshot";
import type { CellValue, Sheet } from "../sheet/workbook";
import { type Damage, damage } from "./damage";

const pieces = /"(?:[^"]|"")*"|'(?:[^']|'')*'!?|[\p{L}_$][\p{L}\p{N}_.$]*!?|\d+(?:\.\d+)?|\s+/gu;

/** A formula without what differs from row to row and from year to year: its cells, sheets, numbers and texts. */
function shapeOf(formula: string): string {
  return formula.normalize("NFC").replace(pieces, (piece, at: number) => {
    if (piece.startsWith("\"")) return "\"";
    if (piece.endsWith("!")) return "!";
    if (/^\s/.test(piece)) return "";
    if (/^\d/.test(piece)) return "0";
    if (formula[at + piece.length] !== "(" && parseCellName(piece.replace(/\$/g, "")) !== null) return "#";
    return piece.toUpperCase().replace(/^_XLFN\./, "").replace(/^RANK\.EQ$/, "RANK");
  }).replace(/;/g, ",");
}

/** Where a sheet would be written otherwise than it stands. */
export interface Beneath {
  /** The first rows and columns, which are written again. */
  readonly rows?: number | undefined;
  readonly columns?: number | undefined;
  /** Where a standing column would be; null where it would not. Absent: where it stands. */
  readonly columnOf?: (column: number) => number | null;
  /** Whether what stands in a cell is ours, or told elsewhere, though it would not stand there. */
  readonly isOurs?: (row: number, column: number) => boolean;
}

/**
 * What people typed into a sheet that would not hold it as it is written: it gives way. Words are known wherever they stand;
 * figures and formulas of ours, row by row alike, only in their column.
 */
export function textsNotIn(meant: Sheet, stands: SheetSnapshot, beneath: Beneath = {}): Damage[] {
  const { rows = Infinity, columns = Infinity, columnOf = (column) => column, isOurs = () => false } = beneath;
  const shapes = new Map<string, string>();
  // Formulas of a column differ by the numbers of their rows alone.
  const shapeIn = (formula: string): string => {
    const key = formula.replace(/\d+/g, "0");
    const shape = shapes.get(key) ?? shapeOf(formula);
    shapes.set(key, shape);
    return shape;
  };
  const words = new Set<string>();
  const known = new Set<string>();
  const learn = (column: number, key: string): void => void known.add(key).add(`${column} ${key}`);
  for (const cut of meant.cells) {
    (cut ?? []).forEach((cell, column) => {
      if (cell?.f !== undefined) learn(column, `=${shapeIn(cell.f)}`);
      else if (typeof cell?.v === "number" || typeof cell?.v === "boolean") learn(column, String(cell.v));
      if (cell !== undefined) words.add(plainText(cell.v));
    });
  }
  // Where a formula only shows another cell, nothing tells whose it is.
  for (const key of ["=#", "=!#"]) known.delete(key);
  const isKnown = (column: number, key: string): boolean => {
    const place = columnOf(column);
    return known.has(key) && (place === null || known.has(`${place} ${key}`));
  };
  const stays = (value: CellValue, formula: string | null, column: number): boolean => {
    if (formula !== null) return isKnown(column, `=${shapeIn(formula)}`);
    const text = plainText(value);
    return text === "" || (typeof value === "string" ? words.has(text) : isKnown(column, String(value)));
  };
  return stands.values.slice(0, rows).flatMap((cut, row) => cut.slice(0, columns).flatMap((value, column): Damage[] => {
    const formula = formulaAt(stands, row, column);
    if (stays(value, formula, column) || isOurs(row, column)) return [];
    const was = formula === null ? value : `=${formula}`;
    return [damage("damage-cell-emptied", { text: formula === null ? plainText(value) : `=${formula}` },
      { sheet: stands.name, row, column }, "whole", was)];
  }));
}
