import { fingerprintOf, sheetPrint } from "../form/fingerprint";
import { type FormReading, readForms } from "../form/read";
import { findRubricSheet, rubricHeads, rubricHeadsIn } from "../form/rubric-heads";
import { readStore, type Store, storedRubric } from "../form/store-sheet";
import { sheetNames } from "../form/sheet-names";
import { issue, type Issue } from "../issue/issue";
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
  /** Sheet `Bộ chỉ số`; null before a rubric is confirmed, and where the sheet was deleted. */
  readonly sheet: SheetSnapshot | null;
  /** The rubric that the sheet spells, with the settings of the hidden sheet; without its sheet as it was stored. */
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
  if (sheet === null) return withoutSheet(snapshot, store, null, []);
  const known = store === null || store.source === "" || store.source !== sheetPrint(sheet) ? null : storedRubric(store);
  if (known === null && read === null) return null;
  const { rubric, issues } = known === null ? read!(sheet, store) : { rubric: known, issues: [] };
  if (rubric === null) return withoutSheet(snapshot, store, sheet, issues);
  const source = known === null ? sourceOf(sheet, issues) : store!.source;
  return { snapshot, store, sheet, rubric, issues, source, forms: openForms(snapshot, rubric) };
}

const openForms = (snapshot: Snapshot, rubric: Rubric): OpenForm[] =>
  readForms(snapshot, rubric).map((form) => ({ reading: form, scores: score(rubric, form.answers, form.reviews) }));

/** A workbook whose rubric cannot be read from its sheet: forms that stand go on with the rubric as it was last stored. */
function withoutSheet(snapshot: Snapshot, store: Store | null, sheet: SheetSnapshot | null, issues: readonly Issue[]): Book {
  const rubric = store === null ? null : storedRubric(store);
  const forms = rubric === null ? [] : openForms(snapshot, rubric);
  if (forms.length === 0) return { snapshot, store, sheet, rubric: null, issues, source: "", forms };
  const lost = sheet === null ? [issue("rubric-sheet-missing", {}, { sheet: sheetNames.rubric })] : [];
  return { snapshot, store, sheet, rubric, issues: [...lost, ...issues], source: sheet === null ? store!.source : "", forms };
}

/** The rubric's sheet stands and cannot be read: forms go on with the rubric as it was stored. */
export const isUnread = ({ sheet, store, rubric, source }: Book): boolean =>
  sheet !== null && store !== null && rubric !== null && source === "" && rubric === storedRubric(store);

/** The same book where only the selection has moved since it was opened; else null. */
export function bookAt(book: Book | null, snapshot: Snapshot): Book | null {
  if (book === null || book.snapshot.sheets !== snapshot.sheets || book.snapshot.facts !== snapshot.facts) return null;
  return book.snapshot === snapshot ? book : { ...book, snapshot };
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
  const head = rubricHeadsIn(sheet);
  if (head === null) return null;
  const ids = head.heads.indexOf(rubricHeads.id);
  const row = sheet.values.findIndex((cut, at) => at > head.row && cut[ids] === id);
  return row < 0 ? null : { sheet: sheet.name, row, column: head.heads.indexOf(rubricHeads.rule) };
}
