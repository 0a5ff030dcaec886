import { lostColumnOf, lostIdsOf } from "../check/form";
import type { LostId } from "../check/lost-ids";
import { lostForms } from "../form/lost-forms";
import { storeName } from "../form/store-name";
import { storedRubric } from "../form/store-sheet";
import { sameSheet } from "../sheet/address";
import { type Book, isOutdated } from "./book";
import { orderOf } from "./meant-forms";

/** Rows of forms that lost their ids and can still be told, one by one or the whole column of them. */
export function lostIdsIn(book: Book): readonly LostId[] {
  const { rubric, snapshot, store, forms } = book;
  if (rubric === null) return [];
  const built = isOutdated(book) && store !== null ? storedRubric(store) : rubric;
  const columns = lostForms(store, forms.map(({ reading }) => reading), snapshot).flatMap(({ sheet, unit }) => {
    const stands = snapshot.sheets.find(({ name }) => sameSheet(name, sheet));
    if (built === null || stands === undefined) return [];
    const { decimal } = snapshot.facts;
    return lostColumnOf(built, { sheet: stands.name, unit, language: store!.language, decimal, store: storeName(snapshot) }, stands);
  });
  return [...columns, ...forms.flatMap(({ reading }) => lostIdsOf(rubric, orderOf(book, reading), reading))];
}
