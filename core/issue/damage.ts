/** What a check finds on the sheets of ours, against what would be written there now. */
export interface DamageIssues {
  /** A value stands where a formula was; `text` is the value, "" where the cell was emptied. */
  "damage-formula-lost": { readonly text: string };
  "damage-formula-altered": { readonly formula: string };
  /** Formulas that no longer follow the rows they speak of, where rows are out of order. */
  "damage-formulas-displaced": { readonly count: number };
  /** Formulas that stand and show values of earlier answers. */
  "damage-values-stale": { readonly count: number };
  "damage-value-error": { readonly count: number; readonly error: string };
  /** A word or number of ours; `meant` is what should stand there. */
  "damage-text-changed": { readonly text: string; readonly meant: string };
  /** Something where only formulas add up. */
  "damage-cell-filled": { readonly text: string };
  /** Words in a cell that nobody fills in, on a sheet that has to be written again. */
  "damage-cell-emptied": { readonly text: string };
  "damage-check-lost": { readonly count: number };
  "damage-check-altered": { readonly count: number };
  "damage-protection-off": { readonly sheet: string };
  "damage-protection-altered": { readonly sheet: string };
  /** Cells of ours that anybody may type over, and cells for people that nobody may fill in. */
  "damage-cells-unlocked": { readonly count: number };
  "damage-cells-locked": { readonly count: number };
  /** A number format that changes what is read: text, or a day. */
  "damage-format-changed": { readonly count: number; readonly format: "text" | "day" | "number" | "percent" };
  "damage-colours-lost": { readonly count: number };
  /** Rows that follow one another, from `name` to `last`. */
  "damage-rows-missing": { readonly count: number; readonly name: string; readonly last: string };
  "damage-rows-moved": { readonly count: number; readonly name: string };
  "damage-rows-twice": { readonly count: number; readonly name: string };
  "damage-rows-inserted": { readonly count: number };
  /** Rows with an id that the rubric does not have. */
  "damage-rows-unknown": { readonly count: number; readonly name: string };
  "damage-ids-lost": { readonly count: number };
  /** "" for hidden columns. */
  "damage-columns-missing": { readonly count: number; readonly column: string };
  "damage-columns-inserted": { readonly count: number };
  "damage-columns-moved": { readonly count: number };
  "damage-sheet-renamed": { readonly from: string; readonly to: string };
  /** A form that the workbook should hold; its answers are not here. */
  "damage-form-deleted": { readonly sheet: string; readonly name: string };
  "damage-facts-lost": { readonly sheet: string };
  "damage-facts-altered": { readonly sheet: string; readonly count: number };
  "damage-rubric-lost": { readonly sheet: string };
  /** No criterion stands on it any more; `count` are stored. */
  "damage-rubric-emptied": { readonly sheet: string; readonly count: number };
  "damage-rubric-changed": { readonly code: string; readonly name: string };
  "damage-rubric-added": { readonly code: string; readonly name: string };
  "damage-rubric-removed": { readonly code: string; readonly name: string };
  "damage-settings-changed": Record<never, never>;
  /** Answers that the changed rubric has no place for. */
  "damage-answers-parked": { readonly count: number; readonly sheet: string };
  "damage-ranking-lost": { readonly sheet: string };
  /** Units of the list and the rows of a ranking's sheet; a unit without a form had its points typed there. */
  "damage-unit-missing": { readonly sheet: string; readonly code: string; readonly name: string };
  "damage-unit-twice": { readonly sheet: string; readonly code: string; readonly name: string };
  "damage-unit-unknown": { readonly sheet: string; readonly code: string; readonly name: string };
  /** Many cells of a ranking do not stand as they would be written; it is written anew. */
  "damage-ranking-altered": { readonly sheet: string; readonly count: number };
}
