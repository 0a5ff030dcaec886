import type { Outcome } from "../app-port";
import { unitsHome } from "../form/units-home";
import { layoutUnits, unitsPatch } from "../form/units-sheet";
import type { Issue } from "../issue/issue";
import type { Unit } from "../ranking/unit";
import { noUnits, readUnitList, type UnitList, unitsHeadRow } from "../ranking/unit-list";
import { unitColumns } from "../ranking/unit-words";
import { rankingWords } from "../words/sheets";
import type { Book } from "./book";

/** A unit for each form; forms that name the same unit share it. A form without a code gets the next free one. */
export function unitsOfForms({ forms }: Book): Unit[] {
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

/** Codes that stand for two units of the list: as typed and as told apart, with the problems. */
export function doubledCodes({ units, unread, issues }: UnitList): { codes: ReadonlySet<string>; issues: readonly Issue[] } {
  const codes = new Set<string>();
  units.forEach(({ code }, at) => {
    const typed = unread[at]?.get("code");
    if (typeof typed === "string") codes.add(typed.toLowerCase()).add(code.toLowerCase());
  });
  return { codes, issues: issues.filter(({ code }) => code === "unit-duplicate") };
}

/** The units that the forms name, where the list names none; a form without code and name says nothing of a unit. */
function filledFrom(book: Book, list: UnitList, blank: boolean): UnitList {
  if (list.units.length > 0 || !blank) return list;
  const named = book.forms.filter(({ reading: { unit } }) => unit.code !== "" || unit.name !== "");
  const units = [...new Set(unitsOfForms({ ...book, forms: named }))];
  return { ...list, units, rows: units.map((_, at) => unitsHeadRow + 1 + at), unread: [] };
}

/** Sheet `Đơn vị`, with the units of the forms or ready for names; a list that stands there already is only tidied. */
export function unitListPatch(book: Book): Outcome {
  const { snapshot } = book;
  const { sheet, name } = unitsHome(snapshot);
  const found = sheet === null ? noUnits : readUnitList(sheet);
  const list = filledFrom(book, found, sheet === null || found.ours);
  const { firstRow } = layoutUnits(list, name);
  const words = rankingWords(snapshot.facts.language);
  const show = { sheet: name, row: firstRow, column: unitColumns.indexOf("name") };
  const expect = sheet === null || sheet.values.length === 0 ? [] : [{ sheet: name, row: 0, column: 0, values: sheet.values }];
  return { patch: { expect, sheets: [unitsPatch(list, sheet, words, name)], show }, findings: [] };
}
