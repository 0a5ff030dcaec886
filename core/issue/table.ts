export interface TableIssues {
  "no-header": Record<never, never>;
}
