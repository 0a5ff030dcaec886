export interface FileIssues {
  "not-xlsx": { readonly name: string; readonly kind: FileKind };
  /** No byte, or a workbook without a sheet. */
  "file-empty": { readonly name: string };
  /** The binary format of Excel 97 to 2003. */
  "file-old-xls": { readonly name: string };
  "file-password": { readonly name: string };
  /** The end of the file is missing, as after a broken download. */
  "file-truncated": { readonly name: string };
  /** More of something than can be opened; `most` is how much may be. */
  "file-too-large": { readonly name: string; readonly cap: FileCap; readonly most: number };
  /** A part that unpacks to so much that it was made to harm. */
  "file-bomb": { readonly name: string; readonly part: string };
  /** The file says one thing in one place and another elsewhere, so that programs would read it differently. */
  "file-contradicts": { readonly name: string; readonly part: string };
  /** A part under a path that leads out of the file. */
  "file-paths": { readonly name: string; readonly part: string };
  /** A part locked or packed in a way that no spreadsheet program uses. */
  "file-packing": { readonly name: string; readonly part: string };
  /** A part that declares entities or documents of its own, or is written in letters that hide it. */
  "file-markup": { readonly name: string; readonly part: string };
  /** An .xlsx on the outside that cannot be read inside; the part where it shows, "" where that is not known. */
  "file-damaged": { readonly name: string; readonly part: string };
  /** A cell that stands twice, or before one that it should follow. */
  "file-cells-order": { readonly name: string; readonly sheet: string; readonly cell: string };
  /** A cell so far out that all the blank ones before it are too many. */
  "file-far-cell": { readonly name: string; readonly sheet: string; readonly cell: string };
  /** A sheet without a name, with too long a one, or with another's. */
  "file-sheet-names": { readonly name: string; readonly sheet: string; readonly fault: "long" | "twice" };
  /** The file holds macros; they were neither read nor run. */
  "file-macros": object;
  /** Formulas that reach outside of the workbook: they became the values that they last had. Some of the cells. */
  "file-outside": { readonly count: number; readonly cells: readonly string[] };
  /** Days counted from 1904 became the same days counted from 1900, and formulas may count with them. Some of the cells. */
  "file-days-1904": { readonly count: number; readonly cells: readonly string[] };
  /** Cells that name a text which the file does not hold; they are blank here. Some of the cells. */
  "file-texts-missing": { readonly count: number; readonly cells: readonly string[] };
  /** A text beyond what a cell of a file holds; the cell as people name it. */
  "file-text-long": { readonly cell: string; readonly length: number };
  /** Things of the file that a saved copy holds as they are, though nobody sees them here. */
  "file-parts-kept": { readonly parts: readonly FilePart[] };
  /** Things of the file that a saved copy will not hold. */
  "file-parts-left": { readonly parts: readonly FilePart[] };
}

/** What a workbook file may hold beside cells, looks and checks. */
export type FilePart =
  | "charts" | "pictures" | "comments" | "links" | "names" | "tables" | "pivots" | "controls" | "fonts" | "checks" | "formats"
  | "areas";

/** What a file that is no .xlsx seems to be. */
export type FileKind =
  | "unknown" | "text" | "web-page" | "pdf" | "picture" | "program" | "archive" | "document" | "slides" | "opendocument"
  | "xlsb";

/** What there can be too much of in a file. `size` and `content` are counted in MB. */
export type FileCap =
  | "size" | "content" | "parts" | "sheets" | "cells" | "extent" | "strings" | "looks" | "rules" | "text" | "formulas";
