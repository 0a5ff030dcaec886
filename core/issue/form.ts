export interface FormIssues {
  "sheet-missing": { readonly sheet: string };
}
