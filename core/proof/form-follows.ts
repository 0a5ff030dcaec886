import { evaluate } from "../formula/evaluate";
import type { Expr } from "../formula/expr";
import { criterionFormulas } from "../form/criterion-formulas";
import { cellAt, type FoundForm } from "../form/find";
import {
  type FormColumn, type FormLayout, inputRowId, layoutForm, pillarRowId, reservedRow, rowId,
} from "../form/layout";
import { bandTable, storeSheet } from "../form/store-layout";
import { totalFormulas } from "../form/total-formulas";
import { parseExact, toNumber } from "../number/exact";
import { countedGroups, isCounted } from "../rubric/counted";
import { isCriterion, type Rubric } from "../rubric/rubric";
import type { CellValue } from "../sheet/workbook";
import { sheetWords } from "../words/sheets";
import { agrees, keyOf, numberIn } from "./due";

/** Whether a wrong cell is only computed from other wrong ones: what it shows follows from what they show. */
export type Follows = (row: number, column: number) => boolean;

/** The formulas that a form is written with, by row and column of its layout. */
function formulasOf(rubric: Rubric, layout: FormLayout, found: FoundForm): Map<string, Expr> {
  const words = sheetWords(found.language);
  const formulas = new Map<string, Expr>();
  const put = (row: number, column: FormColumn, expr: Expr): void =>
    void formulas.set(keyOf(row, layout.columns[column]), expr);
  const counted = countedGroups(rubric);
  for (const node of rubric.nodes) {
    if (isCriterion(node)) criterionFormulas(node, rubric, layout, isCounted(node, counted), words, put);
  }
  totalFormulas(rubric, layout, storeSheet, words, put);
  return formulas;
}

/** Where each row of the layout stands in the form as it was found. */
function rowsFound(layout: FormLayout, found: FoundForm): { to: Map<number, number>; from: Map<number, number> } {
  const ids: [number, string][] = [
    ...layout.rows.map((row): [number, string] =>
      [row.row, row.kind === "input" ? inputRowId(row.node.id, row.input.name) : rowId(row.id)]),
    [layout.progressCell.row, reservedRow.facts], [layout.totalRow, reservedRow.total],
    [layout.percentRow, reservedRow.percent], [layout.bandRow, reservedRow.band],
    ...layout.pillars.map(({ pillar, row }): [number, string] => [row, pillarRowId(pillar.code)]),
  ];
  const to = new Map<number, number>();
  const from = new Map<number, number>();
  for (const [row, id] of ids) {
    const now = found.rows.get(id);
    if (now === undefined) continue;
    to.set(row, now);
    from.set(now, row);
  }
  return { to, from };
}

/** Tells of the wrong cells of one form which of them only follow from others. `wrong` names them by `keyOf`. */
export function formFollows(found: FoundForm, rubric: Rubric, wrong: ReadonlySet<string>): Follows {
  const layout = layoutForm(rubric, found.sheet.name);
  const formulas = formulasOf(rubric, layout, found);
  const rows = rowsFound(layout, found);
  const columns = new Map<number, number>();
  const columnsBack = new Map<number, number>();
  for (const [key, now] of found.columns) {
    columns.set(layout.columns[key], now);
    columnsBack.set(now, layout.columns[key]);
  }
  const { bands } = rubric.settings;
  return (row, column) => {
    const [ownRow, ownColumn] = [rows.from.get(row), columnsBack.get(column)];
    const expr = ownRow === undefined || ownColumn === undefined ? undefined : formulas.get(keyOf(ownRow, ownColumn));
    if (expr === undefined) return false;
    let misled = false;
    const cell = (sheet: string | undefined, r: number, c: number): CellValue => {
      if (sheet === storeSheet) {
        const band = bands[r - bandTable.firstRow];
        if (band === undefined) return null;
        return c === bandTable.name ? band.name : c === bandTable.from ? toNumber(parseExact(band.from)) : Number(band.inclusive);
      }
      const [toRow, toColumn] = [rows.to.get(r), columns.get(c)];
      if (toRow === undefined || toColumn === undefined) return null;
      if (wrong.has(keyOf(toRow, toColumn))) misled = true;
      return cellAt(found.sheet, toRow, toColumn);
    };
    const value = evaluate(expr, { cell, decimal: "." });
    const shown = cellAt(found.sheet, row, column);
    return misled && sameContent(shown, value);
  };
}

/** Whether two cells show the same. */
function sameContent(a: CellValue, b: CellValue): boolean {
  const value = numberIn(b);
  if (value !== null) return agrees(a, { value });
  // A reference to an empty cell shows 0.
  if (b === null || b === "") return a === null || a === "" || (b === null && a === 0);
  if (typeof a === "object" && a !== null && typeof b === "object") return a.error === b.error;
  return a === b;
}
