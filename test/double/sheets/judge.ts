import { cellName } from "../../../core/sheet/address";
import { emptySheet } from "../../../core/sheet/apply";
import type { CellValue } from "../../../core/sheet/workbook";
import type { EngineSheet } from "../engine-sheet";
import { shiftFormula } from "./formula-text";
import type { GoogleBook } from "./google-book";
import { displayText } from "./locale";
import type { Criteria, Rule } from "./rule";

/** Whether a strict rule forbids what is to stand in a cell; a blank cell and, until it is computed, a formula pass. */
export function violated(
  book: GoogleBook, sheet: EngineSheet, row: number, column: number, content: { readonly v: CellValue; readonly f?: string },
): string | null {
  const check = book.checkAt(sheet, row, column);
  if (check === null || check.rule.allowInvalid || content.v === null || content.f !== undefined) return null;
  if (fits(book, sheet, check.rule.criteria, check.area, row, column, content.v)) return null;
  return refusalText(row, column, check.rule);
}

export const refusalText = (row: number, column: number, { criteria, help }: Rule): string => {
  const asked =
    criteria.kind === "VALUE_IN_LIST" ? ` Please enter one of the following values: ${criteria.values.join(", ")}.`
      : criteria.kind === "NUMBER_BETWEEN" ? ` Please enter a number between ${criteria.min} and ${criteria.max}.` : "";
  const words = help === "" ? asked : ` ${help}`;
  return `The data you entered in cell ${cellName(row, column)} violates the data validation rules set on this cell.${words}`;
};

function fits(
  book: GoogleBook, sheet: EngineSheet, criteria: Criteria, area: { row: number; column: number }, row: number,
  column: number, value: CellValue,
): boolean {
  const shown = displayText(value, sheet.look(row, column).format, book.locale);
  switch (criteria.kind) {
    case "VALUE_IN_LIST":
      return criteria.values.includes(shown);
    case "VALUE_IN_RANGE": {
      const from = book.sheetById(criteria.sheet);
      if (from === null) return false;
      book.engine.settle();
      const { row: top, column: left, rows, columns } = criteria.area;
      for (let i = top; i < top + rows; i++) {
        for (let j = left; j < left + columns; j++) {
          const member = from.at(i, j)?.v ?? null;
          if (member !== null && displayText(member, from.look(i, j).format, book.locale) === shown) return true;
        }
      }
      return false;
    }
    case "NUMBER_BETWEEN":
      return typeof value === "number" && value >= criteria.min && value <= criteria.max;
    case "CHECKBOX":
      return typeof value === "boolean";
    case "CUSTOM_FORMULA":
      return holds(book, sheet, shiftFormula(criteria.formula, row - area.row, column - area.column), row, column, value);
  }
}

/** Whether a formula holds with a value tried in a cell. */
function holds(book: GoogleBook, sheet: EngineSheet, formula: string, row: number, column: number, value: CellValue): boolean {
  const calculate = book.calculate;
  if (calculate === null) throw new Error("not faked: a rule by formula without an engine that computes");
  const plain = book.engine.workbook();
  const at = book.engine.sheets.indexOf(sheet);
  const sheets = plain.sheets.map((each, index) => {
    if (index !== at) return each;
    const cells = Array.from({ length: Math.max(each.cells.length, row + 1) }, (_, i) => Array.from(each.cells[i] ?? []));
    cells[row]![column] = { ...cells[row]![column], v: value };
    // The formula is tried far below everything, on the sheet that it was written for.
    const tried = each.cells.length + 50;
    while (cells.length < tried) cells.push([]);
    cells.push([{ v: null, f: formula }]);
    return { ...each, cells };
  });
  const done = calculate({ ...plain, sheets: sheets.length > 0 ? sheets : [emptySheet("x")] });
  const line = done.sheets[at]!.cells;
  const answer = line[line.length - 1]?.[0]?.v;
  return answer === true || (typeof answer === "number" && answer !== 0);
}
