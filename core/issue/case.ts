/** Names that nothing answers to. */
export interface CaseIssues {
  "preset-unknown": { readonly name: string };
  "criterion-unknown": { readonly code: string };
  "unit-unknown": { readonly code: string };
}
