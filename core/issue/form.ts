export interface FormIssues {
  "sheet-missing": { readonly sheet: string };
  /** The sheet of the rubric is gone while its forms stand; the hidden sheet still knows it. */
  "rubric-sheet-missing": { readonly sheet: string };
  /** The hidden sheet is gone: settings are the defaults. */
  "store-missing": { readonly sheet: string };
  /** Two forms of one unit, as after copying a sheet; the ranking takes the first. */
  "form-unit-twice": { readonly sheet: string; readonly other: string; readonly name: string };
  /** A sheet that held a form and lost the rows or the column that tell one. */
  "form-unreadable": { readonly sheet: string; readonly name: string };
  /** A sheet with a form that was built for another rubric; `strange` of its `rows` criteria and groups are unknown here. */
  "form-foreign": { readonly sheet: string; readonly title: string; readonly rows: number; readonly strange: number };
  /** The row of a criterion (`label` "") or of one of its inputs is gone from the form. */
  "form-row-missing": { readonly sheet: string; readonly name: string; readonly label: string };
  /** A row stands twice, as after copying; only the first counts. */
  "form-row-twice": { readonly sheet: string; readonly name: string };
  "form-column-missing": { readonly sheet: string; readonly column: string };
  /** Entries of a criterion that the rubric does not have. */
  "form-row-unknown": { readonly sheet: string; readonly code: string; readonly name: string };
  /** A formula where a figure belongs; its value counts. */
  "formula-entered": { readonly label: string; readonly formula: string };
  /** Cells of points, of a form or of the ranking, show others than the answers give; told once, at the first of them. */
  "formula-points-apart": Record<never, never>;
  /** A formula where words belong; what it shows is kept. */
  "formula-in-words": { readonly label: string; readonly formula: string };
  /** An error where words belong; `meant` is what was typed, where a program took it for a formula. */
  "words-error": { readonly label: string; readonly text: string; readonly meant: string };
  /** More text than a cell holds in every program. */
  "entry-long": { readonly label: string; readonly length: number; readonly most: number };
  /** A spreadsheet turned what was typed into a day. */
  "date-entered": { readonly label: string; readonly text: string };
  /** A share over 0 and under 1 %: a cell that shows percents takes "0,85" so. `meant` is 100 times as much; both are parts of 1. */
  "share-small": { readonly input: string; readonly label: string; readonly text: string; readonly meant: string };
  /** Something other than "Không áp dụng" in the criterion's own cell. */
  "not-applicable-unknown": { readonly text: string };
  /** The rubric was edited after its forms were built. */
  "form-outdated": Record<never, never>;
  /** A write was begun and died; nothing else is written before it is ended. */
  "write-unfinished": Record<never, never>;
  /** Typed into a cell after a write died; it stays, though the write meant another value for the cell. */
  "write-typed-since": Record<never, never>;
  /** A write died before anything was done; the workbook is as it was. */
  "write-undone": Record<never, never>;
  /** A write died after parts of it were done, and what was left to do can no longer be read. */
  "write-lost": Record<never, never>;
  /** A sheet that a write which died was to change stays as it is: it was filled in, renamed or deleted since. */
  "write-left": { readonly sheet: string };
  /** Nothing was done by us, or it was taken back already. */
  "back-none": Record<never, never>;
  /** What was before the last operation is not known any more: the hidden sheet was changed. */
  "back-lost": Record<never, never>;
  /** What was before takes too much room to be kept. */
  "back-long": Record<never, never>;
  /** The sheet that would be as before was edited since. */
  "back-edited": { readonly sheet: string };
  /** The sheet or cell stays as it is: something was entered since. */
  "back-filled": { readonly sheet: string };
  /** The sheet stays: the formula at the place reads from it. */
  "back-used": { readonly sheet: string };
  /** A formula of people's that reads rows of ours on another sheet, which moved; `more` of them are not told of one by one. */
  "formula-far-moved": { readonly sheet: string; readonly formula: string; readonly more: number };
  /** Something was asked for that needs a confirmed rubric. */
  "rubric-missing": Record<never, never>;
}
