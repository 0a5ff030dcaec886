import type { FoundForm } from "../form/find";
import { cellAt, formulaAt } from "../form/find";
import { sameValue } from "../sheet/apply";
import type { Write } from "../sheet/patch";
import type { Cell, CellValue, Sheet } from "../sheet/workbook";
import { type Damage, damage } from "./damage";
import type { Places } from "./places";
import { alike, sameFormula, shifted } from "./spelling";

export interface CellCheck {
  readonly damages: readonly Damage[];
  /** What is to be said besides where the sheet is written again. */
  readonly emptied: readonly Damage[];
  /** Cells that were compared. */
  readonly compared: number;
}

const shown = (value: CellValue): string =>
  value === null ? "" : typeof value === "object" ? value.error : String(value);

const isError = (value: CellValue): value is { readonly error: string } => typeof value === "object" && value !== null;

/** Whether people write into a cell. */
export const isOpen = (cell: Cell | undefined): boolean => cell?.s?.locked === false;

/** What a cell of ours holds, as a patch writes it. */
const writeOf = (cell: Cell, here: (formula: string) => string): Write =>
  cell.f === undefined ? { v: isError(cell.v) ? cell.v.error : cell.v } : { f: here(cell.f), v: cell.v };

/** Whether a cell holds to the letter what would be written. */
function asWritten(cell: Cell | undefined, formula: string | null, value: CellValue, still: boolean): boolean {
  if (cell?.f !== undefined) return still && formula === cell.f && value !== null && value === cell.v;
  return formula === null && (value === "" ? null : value) === (cell?.v ?? null);
}

/**
 * Every cell of ours against what would be written: formulas, words, and what formulas show. Cells for people are theirs.
 * `summed` are columns in which only formulas may stand; `ids` is the column of ids, which `placesOf` has looked at.
 */
export function cellDamages(expected: Sheet, found: FoundForm, places: Places, ids: number, summed: ReadonlySet<number>): CellCheck {
  const { sheet } = found;
  const here = (formula: string): string => (places.still ? formula : shifted(formula, places.moved));
  const [damages, stale, errors, displaced]: [Damage[], Several[], Several[], Several[]] = [[], [], [], []];
  const emptied: Damage[] = [];
  let compared = 0;
  /** Formulas show what the answers were when they were last computed: known only where those are read as they stand. */
  let steady = true;
  places.rows.forEach((row, r) => places.columns.forEach((column, c) => {
    if (row === null || column === null || c === ids) return;
    const cell = expected.cells[r]?.[c];
    const value = cellAt(sheet, row, column);
    const formula = formulaAt(sheet, row, column);
    if (isOpen(cell)) {
      if (!sameValue(cell!.v, value) && !alike(cell!.v, value)) steady = false;
      return;
    }
    compared++;
    if (asWritten(cell, formula, value, places.still)) return;
    const at = { sheet: sheet.name, row, column };
    const was = formula === null ? value : `=${formula}`;
    const mend = places.orderly ? { blocks: [{ row, column, cells: [[cell === undefined ? { v: null } : writeOf(cell, here)]] }] } : "whole" as const;
    if (cell?.f !== undefined) {
      if (formula === null) damages.push(damage("damage-formula-lost", { text: shown(value) }, at, mend, was, cell.v));
      else if (!sameFormula(formula, here(cell.f))) {
        // Formulas that speak of rows that moved are one thing to know.
        if (!places.orderly) displaced.push({ at, mend, value: was });
        else damages.push(damage("damage-formula-altered", { formula: `=${formula}` }, at, mend, was));
      } else if (isError(value) && !alike(cell.v, value)) errors.push({ at, mend, value });
      else if (!alike(cell.v, value)) stale.push({ at, mend, value });
    } else if ((cell?.v ?? null) !== null) {
      if (formula !== null || !alike(cell!.v, value)) {
        damages.push(damage("damage-text-changed", { text: formula === null ? shown(value) : `=${formula}`, meant: shown(cell!.v) }, at, mend, was));
      }
    } else if (formula !== null || (value !== null && value !== "")) {
      const text = formula === null ? shown(value) : `=${formula}`;
      if (summed.has(c)) damages.push(damage("damage-cell-filled", { text }, at, mend, was));
      else emptied.push(damage("damage-cell-emptied", { text }, at, "whole", was));
    }
  }));
  const [one] = displaced;
  if (one !== undefined) damages.push(together(displaced, (count) => damage("damage-formulas-displaced", { count }, one.at, null)));
  const cause = damages.findIndex(({ mend }) => mend !== null && mend !== "whole" && mend.blocks !== undefined);
  const [error] = errors;
  const [first] = stale;
  if (cause >= 0) {
    // What follows from a wrong cell is right with it; it is written with it and needs no word of its own.
    const { mend, ...rest } = damages[cause]!;
    const more = [...errors, ...stale].flatMap((each) => (each.mend === "whole" ? [] : (each.mend.blocks ?? [])));
    if (mend !== null && mend !== "whole") damages[cause] = { ...rest, mend: { ...mend, blocks: [...(mend.blocks ?? []), ...more] } };
  } else if (places.orderly) {
    if (error !== undefined) {
      damages.push(together(errors, (count) => damage("damage-value-error", { count, error: shown(error.value) }, error.at, null, error.value)));
    }
    if (first !== undefined && steady) {
      damages.push(together(stale, (count) => damage("damage-values-stale", { count }, first.at, null, first.value)));
    }
  }
  return { damages, emptied, compared };
}

interface Several {
  readonly at: NonNullable<Damage["at"]>;
  readonly mend: Exclude<Damage["mend"], null>;
  readonly value: CellValue;
}

/** Many cells of one kind as one thing to know and to mend. */
function together(cells: readonly Several[], make: (count: number) => Damage): Damage {
  const blocks = cells.flatMap(({ mend }) => (mend === "whole" ? [] : (mend.blocks ?? [])));
  return { ...make(cells.length), mend: blocks.length < cells.length ? "whole" : { blocks } };
}
