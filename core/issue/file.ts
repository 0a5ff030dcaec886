export interface FileIssues {
  "not-xlsx": { readonly name: string };
}
