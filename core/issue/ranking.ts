export interface RankingIssues {
  "unit-duplicate": { readonly code: string };
}
