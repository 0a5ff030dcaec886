import type { Finding } from "../app-port";
import { reservedRow } from "../form/layout";
import { sameUnit } from "../form/same-unit";
import { issue } from "../issue/issue";
import type { OpenForm } from "./book";
import { findingOf } from "./finding";

/** Forms that claim the unit of a form before them, as after copying a sheet. */
export function twinForms(forms: readonly OpenForm[]): Finding[] {
  return forms.flatMap(({ reading: { sheet, unit, found } }, k): Finding[] => {
    const first = forms.slice(0, k).find(({ reading }) => sameUnit(reading.unit, unit));
    // Forms that say no unit claim none.
    if (first === undefined || (unit.code.trim() === "" && unit.name.trim() === "")) return [];
    const params = { sheet, other: first.reading.sheet, name: unit.name === "" ? unit.code : unit.name };
    const [row, column] = [found.rows.get(reservedRow.unit), found.columns.get("name")];
    return [findingOf(issue("form-unit-twice", {}, params), row === undefined || column === undefined ? null : { sheet, row, column })];
  });
}
