import { lostColumnOf, lostIdsOf } from "../check/form";
import type { LostId } from "../check/lost-ids";
import type { FormUnit } from "../form/build";
import { findForm } from "../form/find";
import { lostForms } from "../form/lost-forms";
import { formsNow } from "../form/same-unit";
import { storeName } from "../form/store-name";
import { type Store, storedRubric } from "../form/store-sheet";
import type { Rubric } from "../rubric/rubric";
import { sameSheet } from "../sheet/address";
import type { SheetSnapshot } from "../sheet/snapshot";
import { type Book, isOutdated } from "./book";
import { orderOf } from "./meant-forms";

/** Rows of forms that lost their ids and can still be told, one by one or the whole column of them. */
export function lostIdsIn(book: Book): readonly LostId[] {
  const { rubric, store, forms } = book;
  if (rubric === null) return [];
  const built = isOutdated(book) && store !== null ? storedRubric(store) : rubric;
  return [
    ...(built === null || store === null ? [] : lostColumns(book, store, built)),
    ...forms.flatMap(({ reading }) => lostIdsOf(rubric, orderOf(book, reading), reading)),
  ];
}

/** Ids of forms that lost the whole column of them: in the sheet of their name, else in one that nobody knows. */
function lostColumns({ snapshot, forms }: Book, store: Store, built: Rubric): LostId[] {
  const standing = forms.map(({ reading }) => reading);
  const idsIn = (sheet: SheetSnapshot, unit: FormUnit): LostId[] => lostColumnOf(
    built, { sheet: sheet.name, unit, language: store.language, decimal: snapshot.facts.decimal, store: storeName(snapshot) }, sheet);
  const named = (name: string): SheetSnapshot | undefined => snapshot.sheets.find((sheet) => sameSheet(sheet.name, name));
  const places = formsNow(store.forms, standing, snapshot.sheets);
  const [gone] = store.forms.filter(({ sheet }, at) => places[at] === null && named(sheet) === undefined);
  // Renamed, too: its unit stands in the sheet itself.
  const unknown = gone === undefined ? [] : snapshot.sheets.filter((sheet) =>
    findForm(sheet) === null && !store.forms.some((form) => sameSheet(form.sheet, sheet.name)));
  return [
    ...lostForms(store, standing, snapshot).flatMap(({ sheet, unit }) => {
      const stands = named(sheet);
      return stands === undefined ? [] : idsIn(stands, unit);
    }),
    ...unknown.flatMap((sheet) => idsIn(sheet, gone!.unit)),
  ];
}
