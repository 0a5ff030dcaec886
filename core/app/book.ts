import { type FormReading, readForms } from "../form/read";
import { fingerprintOf } from "../form/fingerprint";
import { findRubricSheet } from "../form/rubric-sheet";
import { readStore, rubricBefore, type Store } from "../form/store-sheet";
import { readRubric, type RubricReading } from "../rubric/read";
import type { Rubric } from "../rubric/rubric";
import { score, type Scores } from "../scoring/score";
import type { Address } from "../sheet/address";
import type { SheetSnapshot, Snapshot } from "../sheet/snapshot";

/** One unit's form with its scores. */
export interface OpenForm {
  readonly reading: FormReading;
  readonly scores: Scores;
}

/** A workbook as the core understands it. */
export interface Book {
  readonly snapshot: Snapshot;
  readonly store: Store | null;
  /** Sheet `Bộ chỉ số` and what was read from it. */
  readonly sheet: SheetSnapshot | null;
  readonly reading: RubricReading | null;
  /** The rubric with the settings of the hidden sheet; null before one is confirmed. */
  readonly rubric: Rubric | null;
  readonly forms: readonly OpenForm[];
}

/** The sheet holds rows and rules; the hidden sheet holds what a decision's table does not say. */
function withStore(rubric: Rubric, store: Store | null): Rubric {
  if (store === null) return rubric;
  const known = new Set(rubric.nodes.map(({ id }) => id));
  const pillars = store.pillars.filter(({ groups }) => groups.every((id) => known.has(id)));
  return { ...rubric, ...store.rubric, pillars, settings: store.settings };
}

/** The forms stand as the rubric was before it was edited. */
export const isOutdated = (book: Book): boolean =>
  book.rubric !== null && book.forms.length > 0 && book.store !== null && book.store.fingerprint !== fingerprintOf(book.rubric);

/** Reads the rubric's sheet, the hidden facts and every form. */
export function openBook(snapshot: Snapshot): Book {
  const store = readStore(snapshot);
  const sheet = findRubricSheet(snapshot);
  const reading = sheet === null ? null : readRubric(sheet, { assumptions: "refuse", previous: store === null ? undefined : rubricBefore(store) });
  const rubric = reading === null || reading.rubric === null ? null : withStore(reading.rubric, store);
  const forms =
    rubric === null
      ? []
      : readForms(snapshot, rubric).map((form): OpenForm => ({ reading: form, scores: score(rubric, form.answers, form.reviews) }));
  return { snapshot, store, sheet, reading, rubric, forms };
}

/** The form that the selection stands in, else the first. */
export function formInHand(book: Book): OpenForm | null {
  const at = book.snapshot.selection?.sheet;
  return book.forms.find(({ reading }) => reading.sheet === at) ?? book.forms[0] ?? null;
}

/** The rule cell of a criterion on the rubric's sheet. */
export function ruleCell(book: Book, id: string): Address | null {
  const { reading, sheet } = book;
  if (reading === null || reading.rubric === null || sheet === null) return null;
  const row = reading.rows.find((own) => own.id === id);
  const column = reading.columns.method;
  return row === undefined || column === undefined ? null : { sheet: sheet.name, row: row.row, column };
}
