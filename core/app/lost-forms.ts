import { issue, type Issue } from "../issue/issue";
import { sameSheet } from "../sheet/address";
import type { Book } from "./book";

/** Sheets that held a form and lost the rows or the column that tell one. */
export function lostForms({ store, forms, snapshot }: Book): Issue[] {
  return (store?.forms ?? []).flatMap(({ sheet, unit }): Issue[] => {
    const stands = forms.some(({ reading }) =>
      sameSheet(reading.sheet, sheet) || (reading.unit.code === unit.code && reading.unit.name === unit.name));
    const broken = !stands && snapshot.sheets.some(({ name }) => sameSheet(name, sheet));
    return broken ? [issue("form-unreadable", {}, { sheet, name: unit.name })] : [];
  });
}
