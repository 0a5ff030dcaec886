import type { CellValue } from "../sheet/workbook";

/** What a unit states for one criterion: the cells of its inputs by name ("a", "2.b", "x"), its proof, its words. */
export interface Answer {
  readonly inputs: Readonly<Record<string, CellValue>>;
  /** Set where the unit says the criterion does not apply to it; the reason may be "". */
  readonly notApplicable?: string;
  readonly evidence: string;
  readonly explanation: string;
}

/** Answers by criterion id; a criterion without one is blank. */
export type Answers = ReadonlyMap<string, Answer>;

export const blankAnswer: Answer = { inputs: {}, evidence: "", explanation: "" };
