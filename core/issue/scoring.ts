export interface ScoringIssues {
  /** An input of the criterion is empty. */
  "input-blank": { readonly input: string; readonly label: string };
  /** A ratio whose denominator is 0, and a text that does not say what then. */
  "denominator-zero": { readonly label: string };
}
