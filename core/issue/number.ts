export interface NumberIssues {
  /** Text where a number is needed. */
  "not-a-number": { readonly text: string };
  /** "1.000": one thousand, or one? */
  "number-ambiguous": { readonly text: string; readonly readings: readonly string[] };
}
