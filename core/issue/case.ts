/** Names that nothing answers to. */
export interface CaseIssues {
  "preset-unknown": { readonly name: string };
  "criterion-unknown": { readonly code: string };
  /** A criterion that was just shown and whose row is gone from the sheet. */
  "criterion-gone": { readonly sheet: string };
  "unit-unknown": { readonly code: string };
}
