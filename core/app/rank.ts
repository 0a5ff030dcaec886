import type { Finding } from "../app-port";
import type { UnitForm } from "../form/indicators-rows";
import { layoutForm, type FormLayout, reservedRow, rowId } from "../form/layout";
import { type RankingBook, rankingBook, standUnits } from "../form/ranking-book";
import { listOf, readUnits } from "../form/units-sheet";
import type { Standing } from "../ranking/standing";
import type { Unit } from "../ranking/unit";
import type { UnitList } from "../ranking/unit-list";
import type { Rubric } from "../rubric/rubric";
import type { Book, OpenForm } from "./book";
import { findingOf } from "./finding";

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

/** The unit of a list that a form belongs to: by its code, else by its name. */
function unitOf(form: OpenForm, units: readonly Unit[]): Unit | undefined {
  const { code, name } = form.reading.unit;
  return (
    units.find((unit) => code !== "" && folded(unit.code) === folded(code)) ??
    units.find((unit) => name !== "" && folded(unit.name) === folded(name))
  );
}

/** The list of units, or, where the workbook has none, one made from its forms. */
function listIn(book: Book): UnitList {
  const { list } = readUnits(book.snapshot);
  if (list.units.length > 0 || book.forms.length === 0) return list;
  const units = book.forms.map(({ reading }, at): Unit => ({
    code: reading.unit.code === "" ? `DV${String(at + 1).padStart(2, "0")}` : reading.unit.code,
    name: reading.unit.name === "" ? reading.sheet : reading.unit.name,
    block: "",
    ranked: true,
  }));
  return listOf(units);
}

/** The forms by the code of their unit, and those that belong to no unit of the list. */
function formsByUnit(book: Book, rubric: Rubric, list: UnitList): { forms: Map<string, UnitForm>; strays: OpenForm[] } {
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

/** The ranking of the workbook's units, or null where it has no rubric. */
export function rankBook(book: Book): { ranking: RankingBook; findings: readonly Finding[] } | null {
  if (book.rubric === null) return null;
  const list = listIn(book);
  const { forms, strays } = formsByUnit(book, book.rubric, list);
  const ranking = rankingBook(book.snapshot, book.rubric, list, forms);
  const findings = [
    ...ranking.issues.map((issue) => findingOf(issue, null)),
    ...strays.map(({ reading }) =>
      findingOf(
        { code: "unit-form-stray", at: {}, params: { sheet: reading.sheet, name: reading.unit.name } },
        { sheet: reading.sheet, row: reading.found.rows.get(reservedRow.unit) ?? 0, column: reading.found.columns.get("name") ?? 0 },
      ),
    ),
  ];
  return { ranking, findings };
}

/** Where the units of the workbook's list stand, from what it holds now. */
export function standingsIn(book: Book): readonly Standing[] {
  const { list } = readUnits(book.snapshot);
  if (book.rubric === null || list.units.length === 0) return [];
  return standUnits(book.snapshot, book.rubric, list, formsByUnit(book, book.rubric, list).forms);
}
