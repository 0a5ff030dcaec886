export interface FileIssues {
  "not-xlsx": { readonly name: string };
  /** No byte, or a workbook without a sheet. */
  "file-empty": { readonly name: string };
  /** The binary format of Excel 97 to 2003. */
  "file-old-xls": { readonly name: string };
  "file-password": { readonly name: string };
  /** The end of the file is missing, as after a broken download. */
  "file-truncated": { readonly name: string };
  "file-too-large": { readonly name: string };
  /** An .xlsx on the outside that cannot be read inside. */
  "file-damaged": { readonly name: string };
  /** A text beyond what a cell of a file holds; the cell as people name it. */
  "file-text-long": { readonly cell: string; readonly length: number };
  /** Things of the file that a saved copy will not hold. */
  "file-parts-left": { readonly parts: readonly FilePart[] };
}

/** What a workbook file may hold beside cells, looks and checks. */
export type FilePart =
  | "charts" | "pictures" | "comments" | "links" | "names" | "tables" | "pivots" | "macros" | "fonts" | "checks"
  | "formats";
