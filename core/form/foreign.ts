import type { Write } from "../sheet/patch";
import { sameValue } from "../sheet/apply";
import type { CellValue } from "../sheet/workbook";
import { cellAt, formulaAt, type FoundForm } from "./find";
import { entryColumns, type FormLayout } from "./layout";

/** A cell that people filled in beside, below or between the rows of a form. */
export interface ForeignCell {
  readonly row: number;
  readonly column: number;
  readonly value: CellValue;
  readonly formula: string | null;
}

/** Where a foreign cell goes when the form is written again. */
export interface Move {
  readonly from: ForeignCell;
  readonly row: number;
  readonly column: number;
  /** It lost its row and went below the form. */
  readonly lost: boolean;
}

/**
 * Cells that no form owns. Of a row that stands twice only what differs from the first counts; in a row of
 * `groups` what stands where a criterion is answered.
 */
function foreignCells(found: FoundForm, groups: ReadonlySet<number>): ForeignCell[] {
  const { sheet } = found;
  const answered = new Set(entryColumns.map((name) => found.columns.get(name)));
  const copies = new Map(found.twice.map(({ id, row }) => [row, found.rows.get(id)!]));
  return sheet.values.flatMap((cut, row) =>
    cut.flatMap((value, column): ForeignCell[] => {
      const formula = formulaAt(sheet, row, column);
      const copied = copies.get(row);
      const copy = copied !== undefined && (formula !== null || sameValue(value, cellAt(sheet, copied, column)));
      const note = groups.has(row) && answered.has(column) && formula === null;
      const owned = !note && found.owned.has(column) && (found.idOf.has(row) || copy);
      return owned || ((value === null || value === "") && formula === null) ? [] : [{ row, column, value, formula }];
    }),
  );
}

/**
 * Gives every foreign cell its place beside the new layout: cells to the right stay with their row, cells below stay
 * below, cells between rows that are no more go below the form. No two meet, none falls into the form. `homes` are places
 * that cells stood in before, by where they stand now: they go back there.
 */
export function moveForeign(
  found: FoundForm, layout: FormLayout, newIds: ReadonlyMap<string, number>, groups: ReadonlySet<number> = new Set(),
  homes: ReadonlyMap<string, { readonly row: number; readonly column: number }> = new Map(),
): Move[] {
  const all = foreignCells(found, groups);
  const groupsNow = new Set(layout.rows.filter(({ kind }) => kind === "group").map(({ row }) => row));
  const noteTo = new Map(entryColumns.map((name) => [found.columns.get(name), layout.columns[name]]));
  const oldEnd = Math.max(-1, ...found.idOf.keys());
  const grown = Math.max(0, layout.endRow - oldEnd);
  const taken = new Set<string>();
  const moves: Move[] = [];
  const lost: ForeignCell[] = [];
  const noted = new Set(noteTo.values());
  const isFree = (row: number, column: number): boolean =>
    row > layout.endRow || column >= layout.width || (groupsNow.has(row) && noted.has(column));
  const cells = all.filter((cell) => {
    const home = homes.get(`${cell.row},${cell.column}`);
    if (home === undefined || !isFree(home.row, home.column) || taken.has(`${home.row},${home.column}`)) return true;
    moves.push({ from: cell, ...home, lost: false });
    taken.add(`${home.row},${home.column}`);
    return false;
  });

  const beside = [...new Set(cells.filter((cell) => cell.row <= oldEnd && !found.owned.has(cell.column)).map((cell) => cell.column))];
  beside.sort((a, b) => a - b);
  const columnTo = new Map(beside.map((column, k) => [column, Math.max(column, layout.width + k)]));

  const anchors = [...found.idOf.keys()].sort((a, b) => a - b);
  for (const cell of cells) {
    if (cell.row <= oldEnd) continue;
    const place = `${cell.row + grown},${cell.column}`;
    if (taken.has(place)) lost.push(cell);
    else moves.push({ from: cell, row: cell.row + grown, column: cell.column, lost: false });
    taken.add(place);
  }
  for (const cell of cells) {
    if (cell.row > oldEnd) continue;
    let low = 0;
    for (let high = anchors.length; low < high; ) {
      const middle = (low + high) >> 1;
      if (anchors[middle]! <= cell.row) low = middle + 1;
      else high = middle;
    }
    const anchor = anchors[low - 1];
    const start = anchor === undefined ? undefined : newIds.get(found.idOf.get(anchor)!);
    const row = start === undefined ? undefined : start + cell.row - anchor!;
    const isNote = groups.has(cell.row) && row !== undefined && groupsNow.has(row);
    const column = columnTo.get(cell.column) ?? (isNote ? noteTo.get(cell.column) : undefined);
    if (row === undefined || column === undefined || row > layout.endRow || taken.has(`${row},${column}`)) lost.push(cell);
    else {
      moves.push({ from: cell, row, column, lost: false });
      taken.add(`${row},${column}`);
    }
  }
  let bottom = Math.max(layout.endRow + 1, ...moves.map((move) => move.row));
  let last = -1;
  for (const cell of lost) {
    if (cell.row !== last) bottom += 1;
    last = cell.row;
    moves.push({ from: cell, row: bottom, column: cell.column, lost: true });
  }
  return moves;
}

/** Whether a cell's content can be written as it was. */
export const rewritten = ({ from }: Move): Write =>
  from.formula !== null
    ? { f: from.formula, v: from.value }
    : { v: typeof from.value === "object" && from.value !== null ? from.value.error : from.value };

/** Whether a cell already holds what a move would write there. */
export const stands = (found: FoundForm, move: Move): boolean =>
  move.row === move.from.row && move.column === move.from.column &&
  sameValue(cellAt(found.sheet, move.row, move.column), move.from.value);
