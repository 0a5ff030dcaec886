import type { Progress } from "../app-port";
import type { Proof } from "../proof/proof";
import { prove } from "../proof/prove";
import { type Book, isOutdated } from "./book";
import { rankedUnits } from "./rank";

/** Computes every score of a workbook again; null where it has no rubric to compute by. */
export function proveBook(book: Book): Generator<Progress, Proof, void> | null {
  const { rubric, snapshot, forms } = book;
  if (rubric === null) return null;
  const { list, forms: byUnit } = rankedUnits(book, rubric);
  return prove({ snapshot, rubric, forms, list, byUnit, outdated: isOutdated(book) });
}
