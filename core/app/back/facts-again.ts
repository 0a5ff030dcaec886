import { buildForms, type BuiltForms } from "../../form/build";
import type { LogLine } from "../../form/log-sheet";
import { storePatch } from "../../form/store-patch";
import { findStore, type Store } from "../../form/store-sheet";
import type { Rubric } from "../../rubric/rubric";
import { progressColumn } from "../../sheet/journal-mark";
import type { Expect, SheetPatch } from "../../sheet/patch";
import type { Book } from "../book";
import { finish } from "../build";
import { formsAgain, type MadeForm } from "./forms";
import { rubricOfForms } from "./keep";
import type { WayBack } from "./record";

export interface FactsAgain {
  readonly sheets: readonly SheetPatch[];
  readonly expect: readonly Expect[];
  readonly built: BuiltForms | null;
  readonly rubric: Rubric | null;
}

/**
 * The hidden facts and the forms as they were, with the answers as they are; null where that is not known. `whole` are
 * the sheets that get their contents back as they are.
 */
export function factsAgain(
  book: Book, past: WayBack, before: Store | null, removed: readonly MadeForm[], whole: ReadonlySet<string>, line: LogLine | null,
): FactsAgain | null {
  const { snapshot, store } = book;
  const alone = { expect: [], built: null, rubric: null };
  const standing = findStore(snapshot);
  if (past.store === undefined) return { ...alone, sheets: [] };
  if (store === null || standing === null) return null;
  const gone = new Set(removed.map(({ reading }) => reading.sheet));
  const left = book.forms.filter(({ reading }) => !gone.has(reading.sheet) && !whole.has(reading.sheet));
  if (before === null) {
    const area = { row: 0, column: 0, rows: standing.values.length, columns: progressColumn };
    return left.length > 0 && past.forms.length > 0 ? null : { ...alone, sheets: [{ sheet: standing.name, clear: [area] }] };
  }
  const again = formsAgain(snapshot, past, before, store, removed, line);
  if (left.length === 0 || past.forms.length === 0) {
    return { ...alone, sheets: [storePatch({ ...before, parked: again.parked }, standing)] };
  }
  const rubric = rubricOfForms(before, book.rubric);
  if (rubric === null) return null;
  const rest = { ...snapshot, sheets: snapshot.sheets.filter(({ name }) => !gone.has(name)) };
  const built = finish(buildForms(rest, rubric, [], before.source, again));
  return { sheets: built.patch.sheets, expect: built.patch.expect, built, rubric };
}
