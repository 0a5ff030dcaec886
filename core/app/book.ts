import { fingerprintOf, sheetPrint } from "../form/fingerprint";
import { type FormReading, readForms } from "../form/read";
import { findRubricSheet, rubricHeads } from "../form/rubric-heads";
import { readStore, type Store, storedRubric } from "../form/store-sheet";
import type { Issue } from "../issue/issue";
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
  /** Sheet `Bộ chỉ số`; null before a rubric is confirmed. */
  readonly sheet: SheetSnapshot | null;
  /** The rubric that the sheet spells, with the settings of the hidden sheet. */
  readonly rubric: Rubric | null;
  /** Problems of the rubric's sheet. */
  readonly issues: readonly Issue[];
  /** Print of the sheet where its reading can be stored, "" where it has to be read each time. */
  readonly source: string;
  readonly forms: readonly OpenForm[];
}

/** Reads a rubric from its sheet, against what the workbook knew before. */
export type ReadSheet = (
  sheet: SheetSnapshot, store: Store | null,
) => { readonly rubric: Rubric | null; readonly issues: readonly Issue[] };

/** A reading whose only problems are rules left to direct scores is the same whenever the cells are. */
export const sourceOf = (sheet: SheetSnapshot, issues: readonly Issue[]): string =>
  issues.every(({ code }) => code.startsWith("rule-")) ? sheetPrint(sheet) : "";

/** The forms stand as the rubric was before it was edited. */
export const isOutdated = (book: Book): boolean =>
  book.rubric !== null && book.forms.length > 0 && book.store !== null && book.store.fingerprint !== fingerprintOf(book.rubric);

/**
 * The rubric, the hidden facts and every form. A sheet whose print is stored was read before and is not read again; where
 * it has to be and `read` is null, so is the book.
 */
export function openBook(snapshot: Snapshot, read: ReadSheet): Book;
export function openBook(snapshot: Snapshot, read: null): Book | null;
export function openBook(snapshot: Snapshot, read: ReadSheet | null): Book | null {
  const store = readStore(snapshot);
  const sheet = findRubricSheet(snapshot);
  if (sheet === null) return { snapshot, store, sheet, rubric: null, issues: [], source: "", forms: [] };
  const known = store === null || store.source === "" || store.source !== sheetPrint(sheet) ? null : storedRubric(store);
  if (known === null && read === null) return null;
  const { rubric, issues } = known === null ? read!(sheet, store) : { rubric: known, issues: [] };
  const forms =
    rubric === null
      ? []
      : readForms(snapshot, rubric).map((form): OpenForm => ({ reading: form, scores: score(rubric, form.answers, form.reviews) }));
  const source = known === null ? sourceOf(sheet, issues) : store!.source;
  return { snapshot, store, sheet, rubric, issues, source, forms };
}

/** The form that the selection stands in, else the first. */
export function formInHand(book: Book): OpenForm | null {
  const at = book.snapshot.selection?.sheet;
  return book.forms.find(({ reading }) => reading.sheet === at) ?? book.forms[0] ?? null;
}

/** The rule cell of a criterion on the rubric's sheet. */
export function ruleCell(book: Book, id: string): Address | null {
  const { sheet } = book;
  if (sheet === null) return null;
  const head = sheet.values.findIndex((cut) => cut.includes(rubricHeads.id) && cut.includes(rubricHeads.rule));
  if (head < 0) return null;
  const heads = sheet.values[head]!;
  const ids = heads.indexOf(rubricHeads.id);
  const row = sheet.values.findIndex((cut, at) => at > head && cut[ids] === id);
  return row < 0 ? null : { sheet: sheet.name, row, column: heads.indexOf(rubricHeads.rule) };
}
