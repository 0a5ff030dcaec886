import type { UnitForm } from "../form/indicators-rows";
import { layoutForm, type FormLayout, reservedRow, rowId } from "../form/layout";
import { standUnits } from "../form/stand-units";
import { readUnits } from "../form/units-sheet";
import type { Standing } from "../ranking/standing";
import type { Unit } from "../ranking/unit";
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

const folded = (text: string): string => text.normalize("NFC").replace(/\s+/g, " ").trim().toLowerCase();

/** The unit of a list that a form belongs to: by its code, else by its name, else by its code in another spelling. */
function unitOf(form: OpenForm, units: readonly Unit[]): Unit | undefined {
  const { code, name } = form.reading.unit;
  return (
    units.find((unit) => code !== "" && unit.code === code) ??
    units.find((unit) => name !== "" && folded(unit.name) === folded(name)) ??
    units.find((unit) => code !== "" && folded(unit.code) === folded(code))
  );
}

/** The forms by the code of their unit, and those that belong to no unit of the list. */
export function formsByUnit(book: Book, rubric: Rubric, list: UnitList): { forms: Map<string, UnitForm>; strays: OpenForm[] } {
  const forms = new Map<string, UnitForm>();
  const strays: OpenForm[] = [];
  book.forms.forEach((form, at) => {
    const unit = list.rows[0] === -1 ? list.units[at] : unitOf(form, list.units);
    if (unit === undefined) strays.push(form);
    else if (!forms.has(unit.code)) forms.set(unit.code, { layout: layoutAsFound(form, rubric), scores: form.scores });
    else strays.push(form);
  });
  return { forms, strays };
}

/** Where the units of the workbook's list stand, from what it holds now. */
export function standingsIn(book: Book): readonly Standing[] {
  const { list } = readUnits(book.snapshot);
  if (book.rubric === null || list.units.length === 0) return [];
  return standUnits(book.snapshot, book.rubric, list, formsByUnit(book, book.rubric, list).forms);
}
