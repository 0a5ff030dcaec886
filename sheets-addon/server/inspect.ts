import { type Area, parseAreaName } from "../../core/sheet/address";
import type { Asked } from "../../core/sheet/host";
import type { PlainGuards } from "../api";
import { type CheckRead, checksIn } from "./inspect-checks";
import { type Book, type Range, rangeOf, type Sheet, type Sheets, sheetsOf } from "./place";

type Grid<T> = T[][];

/** How a cell without a format of its own reads. */
const plainFormat = /^(|general|0\.#{8,})$/i;

const gridOf = <T>({ rows, columns }: Area, of: (row: number, column: number) => T): Grid<T> =>
  Array.from({ length: rows }, (_, i) => Array.from({ length: columns }, (__, j) => of(i, j)));

/** What of an area lies in the grid; null where nothing does. */
function within(sheet: Sheet, area: Area): Area | null {
  const rows = Math.min(area.rows, sheet.getMaxRows() - area.row);
  const columns = Math.min(area.columns, sheet.getMaxColumns() - area.column);
  return rows <= 0 || columns <= 0 ? null : { ...area, rows, columns };
}

/** A whole row or column is not named like an area. */
function areaOf(range: Range): Area {
  return parseAreaName(range.getA1Notation()) ?? {
    row: range.getRow() - 1, column: range.getColumn() - 1, rows: range.getNumRows(), columns: range.getNumColumns(),
  };
}

/** Cells of an area that nobody fills in; null where the sheet is not protected. */
function locksIn(sheet: Sheet, area: Area): Grid<boolean> | null {
  const { SHEET, RANGE } = SpreadsheetApp.ProtectionType;
  const [guard] = sheet.getProtections(SHEET);
  if (guard === undefined) return null;
  const locked = gridOf(area, () => true);
  const mark = (range: Range, is: boolean): void => {
    const found = areaOf(range);
    const [top, left] = [Math.max(found.row, area.row), Math.max(found.column, area.column)];
    const low = Math.min(found.row + found.rows, area.row + area.rows);
    const right = Math.min(found.column + found.columns, area.column + area.columns);
    for (let row = top; row < low; row++) {
      for (let column = left; column < right; column++) locked[row - area.row]![column - area.column] = is;
    }
  };
  for (const range of guard.getUnprotectedRanges()) mark(range, false);
  for (const other of sheet.getProtections(RANGE)) mark(other.getRange(), true);
  return locked;
}

function formatsIn(sheet: Sheet, area: Area): Grid<string> {
  const inside = within(sheet, area);
  const found = inside === null ? [] : rangeOf(sheet, inside).getNumberFormats();
  return gridOf(area, (i, j) => {
    const format = found[i]?.[j] ?? "";
    return plainFormat.test(format) ? "General" : format;
  });
}

/** Formulas of formats by condition, with `=`, in the spreadsheet's dialect. */
function conditionalsOf(sheet: Sheet): string[] {
  const { CUSTOM_FORMULA } = SpreadsheetApp.BooleanCriteria;
  return sheet.getConditionalFormatRules().flatMap((rule) => {
    const condition = rule.getBooleanCondition();
    return condition?.getCriteriaType() === CUSTOM_FORMULA ? [String(condition.getCriteriaValues()[0])] : [];
  });
}

/** Areas of the checks as one, in one trip; null where nothing of them lies in the grid. */
function checksOf(sheet: Sheet, sheets: Sheets, checks: Asked["checks"]): CheckRead[] {
  if (checks.length === 0) return [];
  const areas = checks.map(({ area }) => area);
  const [row, column] = [Math.min(...areas.map((area) => area.row)), Math.min(...areas.map((area) => area.column))];
  const around = {
    row, column, rows: Math.max(...areas.map((area) => area.row + area.rows)) - row,
    columns: Math.max(...areas.map((area) => area.column + area.columns)) - column,
  };
  const inside = within(sheet, around);
  const found = inside === null ? [] : rangeOf(sheet, inside).getDataValidations();
  const names = new Map<number, string>();
  const nameOf = (id: number): string => {
    if (names.size === 0) sheets.forEach((each) => names.set(each.getSheetId(), each.getName()));
    return names.get(id) ?? "";
  };
  return checksIn(checks, (i, j) => found[i - row]?.[j - column] ?? null, nameOf);
}

/** What guards the asked parts, in their order; null for a sheet that is not there or has no cells. */
export function inspect(book: Book, asked: readonly Asked[]): (PlainGuards | null)[] {
  const sheets = sheetsOf(book);
  return asked.map(({ sheet: name, area, checks }): PlainGuards | null => {
    const sheet = sheets.get(name.toLowerCase());
    if (sheet === undefined || sheet.getType() !== SpreadsheetApp.SheetType.GRID) return null;
    return {
      locked: locksIn(sheet, area), formats: formatsIn(sheet, area), conditionals: conditionalsOf(sheet),
      checks: checksOf(sheet, sheets, checks),
    };
  });
}
