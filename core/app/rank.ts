import type { Finding } from "../app-port";
import { reservedRow } from "../form/layout";
import { type RankingBook, rankingBook } from "../form/ranking-book";
import { listOf, readUnits } from "../form/units-sheet";
import type { Unit } from "../ranking/unit";
import type { UnitList } from "../ranking/unit-list";
import type { Book } from "./book";
import { findingOf } from "./finding";
import { formsByUnit } from "./standings";

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
