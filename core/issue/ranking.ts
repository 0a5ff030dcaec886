/** `unit` is a code, `row` counts from 1; numbers are plain decimals. */
export interface RankingIssues {
  "unit-list-missing": { readonly sheet: string };
  "unit-duplicate": { readonly code: string };
  "unit-name-missing": { readonly code: string };
  "unit-name-duplicate": { readonly name: string; readonly block: string };
  "unit-block-missing": { readonly name: string };
  /** Blocks were agreed on, and this is none of them. */
  "unit-block-unknown": { readonly name: string; readonly block: string; readonly blocks: readonly string[] };
  "unit-status-unknown": { readonly name: string; readonly text: string };
  "unit-previous-unread": { readonly name: string; readonly text: string };
  /** A code or block held `*`, `?` or `~`. */
  "unit-character": { readonly text: string; readonly kept: string };
  "unit-no-score": { readonly code: string; readonly name: string };
  "points-not-number": { readonly name: string; readonly indicator: string; readonly text: string };
  "points-out-of-range": {
    readonly name: string; readonly indicator: string; readonly text: string; readonly min: string; readonly max: string;
  };
  "points-missing": { readonly name: string; readonly indicators: readonly string[] };
  "unit-max-wrong": { readonly name: string; readonly text: string; readonly max: string };
  /** A line of points whose code the list of units no longer has. */
  "points-unlisted": { readonly code: string; readonly name: string };
  /** Points typed for a unit whose form now stands in the workbook: the form counts. */
  "points-from-form": { readonly name: string; readonly indicator: string; readonly text: string; readonly form: string };
  /** A form whose unit the list does not have, or that a second form claims. */
  "unit-form-stray": { readonly sheet: string; readonly name: string };
}
