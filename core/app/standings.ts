import { formsOf, type Named } from "../form/form-of-unit";
import type { UnitForm } from "../form/indicators-rows";
import { layoutForm, type FormLayout, reservedRow, rowId } from "../form/layout";
import { standUnits } from "../form/stand-units";
import { readUnits } from "../form/units-home";
import type { Standing } from "../ranking/standing";
import type { UnitList } from "../ranking/unit-list";
import type { Rubric } from "../rubric/rubric";
import type { Book, OpenForm } from "./book";

/** Where a form's rows and columns stand now, wherever people moved them. */
function layoutAsFound(form: OpenForm, rubric: Rubric): FormLayout {
  const layout = layoutForm(rubric, form.reading.sheet);
  const { rows, columns } = form.reading.found;
  const rowAt = (id: string, otherwise: number): number => rows.get(id) ?? otherwise;
  return {
    ...layout,
    columns: { ...layout.columns, ...Object.fromEntries(columns) },
    totalRow: rowAt(reservedRow.total, layout.totalRow),
    percentRow: rowAt(reservedRow.percent, layout.percentRow),
    bandRow: rowAt(reservedRow.band, layout.bandRow),
    rowOf: (id) => rowAt(rowId(id), layout.rowOf(id)),
  };
}

/**
 * The forms by the code of their unit, and those that belong to no unit of the list. `named` says whose each form is,
 * where that is not what stands on it.
 */
export function formsByUnit(
  book: Book, rubric: Rubric, list: UnitList, named: readonly Named[] = book.forms.map(({ reading }) => reading.unit),
): { forms: Map<string, UnitForm>; strays: OpenForm[] } {
  const forms = new Map<string, UnitForm>();
  const strays = new Set(book.forms);
  formsOf(list.units, named).forEach((at, unit) => {
    if (at === null) return;
    const form = book.forms[at]!;
    forms.set(list.units[unit]!.code, { layout: layoutAsFound(form, rubric), scores: form.scores });
    strays.delete(form);
  });
  return { forms, strays: [...strays] };
}

/** Where the units of the workbook's list stand, from what it holds now. */
export function standingsIn(book: Book): readonly Standing[] {
  const { list } = readUnits(book.snapshot);
  if (book.rubric === null || list.units.length === 0) return [];
  return standUnits(book.snapshot, book.rubric, list, formsByUnit(book, book.rubric, list).forms);
}
