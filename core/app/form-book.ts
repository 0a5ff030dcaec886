import type { Rubric } from "../rubric/rubric";
import type { Scores } from "../scoring/score";
import type { Answers } from "../scoring/answer";
import type { Reviews } from "../review/review";
import type { Issue } from "../issue/issue";
import type { Address } from "../sheet/address";
import type { UnitName } from "../app-port";

/** One unit's form as it stands in the workbook, with its scores. */
export interface FormBook {
  readonly rubric: Rubric;
  readonly sheet: string;
  readonly unit: UnitName;
  readonly answers: Answers;
  readonly reviews: Reviews;
  readonly scores: Scores;
  /** Problems of reading the sheet; those of scoring stand in `scores`. */
  readonly issues: readonly Issue[];
  /** Cells by what they are about; null where the sheet has lost them. */
  cellOf(id: string, what: "row" | "evidence" | "explanation" | "reviewed" | "reason" | { readonly input: string }): Address | null;
  /** The criterion whose block a row of the sheet belongs to. */
  criterionAt(row: number): string | null;
}
