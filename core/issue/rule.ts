export interface RuleIssues {
  /** No rule could be read; `fragment` is what was not understood. */
  "rule-unread": { readonly fragment: string };
  /** The table gives no text at all. */
  "rule-empty": Record<never, never>;
  /** Two branches of the text fit the same case. */
  "rule-contradictory": { readonly first: string; readonly second: string };
}
