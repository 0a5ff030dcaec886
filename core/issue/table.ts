/** Problems of a criteria table and of the rubric read from it. Points in parameters are plain decimals ("0.5"). */
export interface TableIssues {
  "no-header": Record<never, never>;
  /** Two criteria tables in one sheet; where each stands (`A5:D50`). */
  "two-tables": { readonly first: string; readonly second: string };
  /** A header and no criterion below it. */
  "no-criteria": Record<never, never>;
  "too-many-criteria": { readonly count: number; readonly most: number };
  /** Two columns say the same; the first was read. */
  "columns-twice": { readonly first: string; readonly second: string };

  "max-missing": Record<never, never>;
  /** Something other than a number in the maximum's cell. */
  "max-unread": { readonly text: string };
  /** Something other than a number of points in the minimum's cell. */
  "min-unread": { readonly text: string };
  /** Below 0 outside a group of deductions: taken as a deduction. */
  "max-negative": { readonly points: string };
  /** "1.000" in the maximum's cell, and nothing in the table that settles it. */
  "max-ambiguous": { readonly text: string; readonly readings: readonly string[] };
  /** In a group of bonuses and deductions, a row that says neither: taken as a bonus. */
  "sign-unsure": Record<never, never>;
  "max-below-min": { readonly max: string; readonly min: string };

  /** The rows of a group do not add up to what the group's row declares. */
  "sum-differs": { readonly declared: string; readonly found: string };
  "total-differs": { readonly declared: string; readonly found: string };
  /** Criteria of a group, or of the whole table, against the number it declares. */
  "count-differs": { readonly declared: number; readonly found: number };

  "code-duplicate": { readonly text: string; readonly first: string };
  /** The spreadsheet took the code for a number or a day; `taken` is the likeliest. */
  "code-unsure": { readonly shown: string; readonly taken: string };
  /** The code names another group than the one it stands in; order was followed. */
  "code-misplaced": { readonly text: string; readonly group: string };
  "id-duplicate": { readonly id: string };
  "name-empty": Record<never, never>;
  "text-long": { readonly length: number; readonly most: number };
  "group-empty": Record<never, never>;
  /** A group's row has a text in the rule column, which is not read: a group's points are the sum of its rows. */
  "group-rule": { readonly text: string };
  /** A row with neither code nor points, taken as a heading. */
  "row-unsure": { readonly text: string };
  /** A row with points behind the notes or signatures below the table: not read. */
  "row-outside": { readonly text: string };

  /** An error value where the table should have text or a number. */
  "cell-error": { readonly error: string };
  /** Cells of the table are formulas; the values they show were read. */
  "cells-computed": { readonly count: number };

  "parent-unknown": Record<never, never>;
  "digits-few": { readonly points: string; readonly digits: number };

  "band-name-empty": { readonly from: string };
  "band-name-duplicate": { readonly name: string };
  /** Bands stand highest first; this one does not. */
  "band-order": { readonly name: string; readonly before: string };
  /** Two bands start at the same value on the same side. */
  "band-overlap": { readonly name: string; readonly other: string; readonly from: string };
  /** Values below the lowest band belong nowhere. */
  "band-gap": { readonly name: string; readonly from: string };
  /** No total reaches the band. */
  "band-unreachable": { readonly name: string; readonly from: string; readonly most: string };
}
