import type { Language, SheetSnapshot } from "../sheet/snapshot";
import type { CellValue } from "../sheet/workbook";
import { formWords } from "../words/form-sheet";
import { formColumns, type FormColumn, formMarkPattern, optionKey, reservedRow } from "./layout";

/** A form as it was found in a sheet: its columns and rows by what they hold, wherever people moved them. */
export interface FoundForm {
  readonly sheet: SheetSnapshot;
  readonly language: Language;
  readonly idColumn: number;
  /** Columns that are missing are absent. */
  readonly columns: ReadonlyMap<FormColumn, number>;
  /** Every column of ours, the id column and the members of long dropdowns included. */
  readonly owned: ReadonlySet<number>;
  /** The first row of each id. */
  readonly rows: ReadonlyMap<string, number>;
  readonly idOf: ReadonlyMap<number, string>;
  /** Rows whose id stood before, further up. */
  readonly twice: readonly { readonly id: string; readonly row: number }[];
}

export const cellAt = (sheet: SheetSnapshot, row: number, column: number | undefined): CellValue =>
  column === undefined ? null : (sheet.values[row]?.[column] ?? null);

export const formulaAt = (sheet: SheetSnapshot, row: number, column: number | undefined): string | null =>
  column === undefined ? null : (sheet.formulas[row]?.[column] ?? null);

/** Text of a cell that people write words into. */
export function textAt(sheet: SheetSnapshot, row: number | undefined, column: number | undefined): string {
  if (row === undefined || column === undefined) return "";
  const value = cellAt(sheet, row, column);
  if (typeof value === "string") return value;
  const shown = sheet.texts?.[row]?.[column];
  if (typeof shown === "string") return shown;
  if (value === null) return "";
  return typeof value === "object" ? value.error : String(value);
}

/** How far down and right the mark of a form may have been pushed. */
const searchRows = 60;
const searchColumns = 40;

function placeOf(sheet: SheetSnapshot, test: (text: string) => boolean): { row: number; column: number } | null {
  for (const [row, cut] of sheet.values.slice(0, searchRows).entries()) {
    const column = cut.slice(0, searchColumns).findIndex((value) => typeof value === "string" && test(value));
    if (column >= 0) return { row, column };
  }
  return null;
}

function byKeys(sheet: SheetSnapshot, row: number, idColumn: number): Map<FormColumn, number> {
  const columns = new Map<FormColumn, number>([["id", idColumn]]);
  (sheet.values[row] ?? []).forEach((value, column) => {
    const key = formColumns.find((name) => name === value);
    if (key !== undefined && key !== "id" && !columns.has(key)) columns.set(key, column);
  });
  return columns;
}

function byHeads(sheet: SheetSnapshot, row: number, idColumn: number): { columns: Map<FormColumn, number>; language: Language } {
  const tried = (["vi", "en"] as const).map((language) => {
    const columns = new Map<FormColumn, number>([["id", idColumn]]);
    for (const [key, head] of Object.entries(formWords(language).heads)) {
      const column = (sheet.values[row] ?? []).findIndex((value) => value === head);
      if (column >= 0) columns.set(key as FormColumn, column);
    }
    return { columns, language };
  });
  return tried[0]!.columns.size >= tried[1]!.columns.size ? tried[0]! : tried[1]!;
}

/** The form in a sheet, recognised by its mark or, where that row is lost, by its header; null where there is none. */
export function findForm(sheet: SheetSnapshot): FoundForm | null {
  const mark = placeOf(sheet, (text) => formMarkPattern.test(text));
  const head = placeOf(sheet, (text) => text === reservedRow.head);
  const idColumn = mark?.column ?? head?.column;
  if (idColumn === undefined) return null;
  const heads = head === null ? null : byHeads(sheet, head.row, idColumn);
  const columns = mark === null ? heads!.columns : byKeys(sheet, mark.row, idColumn);
  for (const [key, column] of heads?.columns ?? []) if (!columns.has(key)) columns.set(key, column);
  const owned = new Set(columns.values());
  if (mark !== null) sheet.values[mark.row]!.forEach((value, column) => value === optionKey && owned.add(column));
  else for (const key of formColumns) if (!columns.has(key)) owned.add(idColumn + formColumns.indexOf(key));

  const rows = new Map<string, number>();
  const idOf = new Map<number, string>();
  const twice: { id: string; row: number }[] = [];
  sheet.values.forEach((cut, row) => {
    const value = cut[idColumn] ?? null;
    if (value === null || value === "" || typeof value === "object") return;
    const id = formMarkPattern.test(String(value)) ? reservedRow.mark : String(value);
    const alone = !id.startsWith("#") && !cut.some((other, column) =>
      column !== idColumn && owned.has(column) && other !== null && other !== "");
    if (alone) return;
    if (rows.has(id)) twice.push({ id, row });
    else {
      rows.set(id, row);
      idOf.set(row, id);
    }
  });
  const marked = mark === null ? null : formMarkPattern.exec(String(cellAt(sheet, mark.row, mark.column)));
  const language: Language = marked === null ? heads!.language : marked[1] === "en" ? "en" : "vi";
  return { sheet, language, idColumn, columns, owned, rows, idOf, twice };
}
