export interface NumberIssues {
  /** Text where a number is needed. */
  "not-a-number": { readonly text: string };
  /** "1.000": one thousand, or one? */
  "number-ambiguous": {
    readonly text: string; readonly readings: readonly string[];
    /** The input of a criterion, where it is one's: its stable name, and what it asks for. */
    readonly input?: string; readonly label?: string;
  };
}
