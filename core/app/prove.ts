import type { Progress, Proven } from "../app-port";
import { type Proof, noProof } from "../proof/proof";
import { prove } from "../proof/prove";
import { tellProof } from "../proof/tell";
import { type Book, isOutdated } from "./book";
import { rankedUnits } from "./rank";

const told = (proof: Proof): Proven => ({ ...proof, told: { vi: tellProof(proof, "vi"), en: tellProof(proof, "en") } });

/** Computes every score of a workbook again; there is nothing to compare where it has no rubric. */
export function* proveBook(book: Book): Generator<Progress, Proven, void> {
  const { rubric, snapshot, forms } = book;
  if (rubric === null) return told(noProof);
  const { list, forms: byUnit } = rankedUnits(book, rubric);
  return told(yield* prove({ snapshot, rubric, forms, list, byUnit, outdated: isOutdated(book) }));
}
