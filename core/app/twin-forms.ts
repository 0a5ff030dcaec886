import type { Finding, UnitName } from "../app-port";
import { reservedRow } from "../form/layout";
import { issue } from "../issue/issue";
import type { OpenForm } from "./book";
import { findingOf } from "./finding";

/** Codes that differ by case alone are one code to every spreadsheet's look-up. */
function isSame(a: UnitName, b: UnitName): boolean {
  if (a.code.toLowerCase() !== b.code.toLowerCase()) return false;
  return a.code !== "" || (a.name !== "" && a.name === b.name);
}

/** Forms that claim the unit of a form before them, as after copying a sheet. */
export function twinForms(forms: readonly OpenForm[]): Finding[] {
  return forms.flatMap(({ reading: { sheet, unit, found } }, k): Finding[] => {
    const first = forms.slice(0, k).find(({ reading }) => isSame(reading.unit, unit));
    if (first === undefined) return [];
    const params = { sheet, other: first.reading.sheet, name: unit.name === "" ? unit.code : unit.name };
    const [row, column] = [found.rows.get(reservedRow.unit), found.columns.get("name")];
    return [findingOf(issue("form-unit-twice", {}, params), row === undefined || column === undefined ? null : { sheet, row, column })];
  });
}
