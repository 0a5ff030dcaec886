import type { Finding } from "../app-port";
import { reservedRow } from "../form/layout";
import { type RankingBook, rankingBook } from "../form/ranking-book";
import { listOf, readUnits } from "../form/units-home";
import type { Unit } from "../ranking/unit";
import type { Book } from "./book";
import { findingOf } from "./finding";
import { formsByUnit } from "./standings";
import { twinForms } from "./twin-forms";

/** A unit for each form; forms that name the same unit share it. A form without a code gets the next free one. */
function unitsOfForms({ forms }: Book): Unit[] {
  const named = forms.map(({ reading }) => reading.unit);
  const codes = new Set(named.map(({ code }) => code.toLowerCase()));
  let made = 0;
  const nextCode = (): string => {
    for (;;) {
      made += 1;
      const code = `DV${String(made).padStart(2, "0")}`;
      if (!codes.has(code.toLowerCase())) return code;
    }
  };
  const units: Unit[] = [];
  named.forEach(({ code, name }, at) => {
    const twin = named.findIndex((of) =>
      code === "" ? name !== "" && of.code === "" && of.name === name : of.code.toLowerCase() === code.toLowerCase(),
    );
    units.push(
      twin >= 0 && twin < at
        ? units[twin]!
        : { code: code === "" ? nextCode() : code, name: name === "" ? forms[at]!.reading.sheet : name, block: "", ranked: true },
    );
  });
  return units;
}

/** The ranking of the workbook's units, or null where it has no rubric. */
export function rankBook(book: Book): { ranking: RankingBook; findings: readonly Finding[] } | null {
  if (book.rubric === null) return null;
  const known = readUnits(book.snapshot).list;
  const made = known.units.length > 0 ? null : unitsOfForms(book);
  // Without units and without forms the list says what is wrong with it.
  const list = made === null || made.length === 0 ? known : listOf([...new Set(made)]);
  const { forms, strays } = formsByUnit(book, book.rubric, list, made ?? undefined);
  const ranking = rankingBook(book.snapshot, book.rubric, list, forms);
  const twins = twinForms(book.forms);
  const findings = [
    ...ranking.issues.map((issue) => findingOf(issue, null)),
    ...twins,
    ...strays.filter(({ reading }) => !twins.some(({ at }) => at?.sheet === reading.sheet)).map(({ reading }) =>
      findingOf(
        { code: "unit-form-stray", at: {}, params: { sheet: reading.sheet, name: reading.unit.name } },
        { sheet: reading.sheet, row: reading.found.rows.get(reservedRow.unit) ?? 0, column: reading.found.columns.get("name") ?? 0 },
      ),
    ),
  ];
  return { ranking, findings };
}
