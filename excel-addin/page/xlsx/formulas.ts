import type { Cell as FileCell, ConditionalRule } from "hucre/xlsx";
import { cellName, quoteSheet } from "../../../core/sheet/address";
import type { Areas } from "./areas";
import type { Days } from "./days";
import type { Refuse } from "./file-error";
import { LIMITS } from "./limits";
import { reachesOutside } from "./outside";
import { plainFormula, shiftFormula } from "./shift";
import type { styleReader } from "./style";

/** What is gathered over all the sheets of a file while they are read. */
export interface Gathered {
  readonly refuse: Refuse;
  readonly styleOf: ReturnType<typeof styleReader>;
  /** Cells whose formulas reached outside. */
  readonly outside: string[];
  readonly days: Days;
  readonly areas: Areas;
  /** Characters of shared formulas written out. */
  written: number;
}

/**
 * The formula texts of a sheet by `row,column`: copies of a shared formula are written out where they stand; one that
 * reaches outside is left out.
 * @throws {FileError} `file-too-large` where the copies are too long together.
 */
export function formulasOf(sheet: string, cells: ReadonlyMap<string, FileCell>, gathered: Gathered): Map<string, string> {
  const formulas = new Map<string, string>();
  const masters = new Map<number, { readonly row: number; readonly column: number; readonly formula: string }>();
  for (const [key, { formula, formulaSharedIndex: shared }] of cells) {
    if (formula === undefined) continue;
    const [row = 0, column = 0] = key.split(",").map(Number);
    if (formula !== "") {
      formulas.set(key, plainFormula(formula));
      if (shared !== undefined) masters.set(shared, { row, column, formula });
    } else {
      const master = shared === undefined ? undefined : masters.get(shared);
      if (master === undefined) continue;
      gathered.written += master.formula.length;
      if (gathered.written > LIMITS.formulas) {
        throw gathered.refuse("file-too-large", { cap: "formulas", most: LIMITS.formulas });
      }
      formulas.set(key, plainFormula(shiftFormula(master.formula, row - master.row, column - master.column)));
    }
  }
  insideOnly(formulas, sheet, gathered.outside);
  return formulas;
}

/** The formula of a conditional format; null where it has none, or one that reaches outside. */
export const formatFormula = ({ type, formula }: Pick<ConditionalRule, "type" | "formula">): string | null =>
  type !== "expression" || typeof formula !== "string" || reachesOutside(plainFormula(formula)) ? null : formula;

/** A formula that reaches outside of the workbook leaves the value that it last had. */
function insideOnly(formulas: Map<string, string>, sheet: string, outside: string[]): void {
  for (const [key, formula] of formulas) {
    if (!reachesOutside(formula)) continue;
    const [row = 0, column = 0] = key.split(",").map(Number);
    outside.push(`${quoteSheet(sheet)}!${cellName(row, column)}`);
    formulas.delete(key);
  }
}
