import { cellAt, type FoundForm, textAt } from "../form/find";
import { formColumns, type FormColumn } from "../form/layout";
import type { SheetSnapshot } from "../sheet/snapshot";
import type { Sheet } from "../sheet/workbook";
import type { LostId } from "./lost-ids";

const plain = (text: string): string => text.normalize("NFC").trim();

/** The columns of a form by the keys of its hidden first row; null where those are gone, too. */
function keyedColumns(sheet: SheetSnapshot, row: number, wanted: ReadonlySet<FormColumn>): Map<FormColumn, number> | null {
  const columns = new Map<FormColumn, number>();
  (sheet.values[row] ?? []).forEach((value, column) => {
    const key = formColumns.find((name) => name === value);
    if (key !== undefined && wanted.has(key) && !columns.has(key)) columns.set(key, column);
  });
  return columns.size === wanted.size ? columns : null;
}

/**
 * The ids of a form that lost the column of them, where everything else stands: each row of a criterion, a group or an input
 * with its own words, in its place. They are put behind the form's last column, if that is free; else nothing can be told.
 */
export function lostColumn(expected: FoundForm, meant: Sheet, stands: SheetSnapshot): LostId[] {
  const wanted = new Set([...expected.columns.keys()].filter((name) => name !== "id"));
  const [keys] = [...expected.idOf.keys()].sort((a, b) => a - b);
  const columns = keyedColumns(stands, keys ?? 0, wanted);
  if (columns === null) return [];
  const free = Math.max(...expected.owned);
  const words = (sheet: SheetSnapshot, row: number, at: ReadonlyMap<FormColumn, number>): string =>
    (["code", "name"] as const).map((name) => plain(textAt(sheet, row, at.get(name)))).join("\u0001");
  const rows = [...expected.idOf];
  const told = rows.every(([row, id]) =>
    cellAt(stands, row, free) === null &&
    ((id.startsWith("#") && !id.startsWith("##")) || words(expected.sheet, row, expected.columns) === words(stands, row, columns)));
  if (!told) return [];
  return rows.map(([row, id]): LostId => (
    { at: { sheet: stands.name, row, column: free }, id: meant.cells[row]?.[expected.idColumn]?.v ?? id, was: null }));
}
