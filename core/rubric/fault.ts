import { issue, type Issue, type Place } from "../issue/issue";
import type { Grid } from "./grid";
import type { Header } from "./header";
import type { Role } from "./role";
import type { Fault } from "./weigh";

/** Words as a sentence can hold them, and texts as a cell can. */
export const clipped = (text: string, most: number): string => (text.length <= most ? text : text.slice(0, most));

/** The problem of a row's maximum. */
export function faultIssue(fault: Fault, at: Place): Issue {
  switch (fault.kind) {
    case "missing":
      return issue("max-missing", at, {});
    case "unread":
      return issue("max-unread", at, { text: fault.text.slice(0, 80) });
    case "negative":
      return issue("max-negative", at, { points: fault.text });
    case "either":
      return issue("max-ambiguous", at, { text: fault.text, readings: fault.readings });
    case "sign":
      return issue("sign-unsure", at, {});
  }
}

/** Error values and formulas in the columns that make the rubric. */
export function cellErrors(grid: Grid, header: Header, end: number): { errors: { row: number; found: Issue }[]; computed: Issue | null } {
  const read = new Set<Role>(["no", "criterion", "max", "min", "method", "evidence", "evidenceRequired", "kind", "level", "id"]);
  const errors: { row: number; found: Issue }[] = [];
  let count = 0;
  let first = "";
  for (let row = header.row + header.rows; row < end; row++) {
    for (const { column, role } of header.columns) {
      if (role === null || !read.has(role)) continue;
      const value = grid.value(row, column);
      const cell = grid.cell(row, column);
      if (value !== null && typeof value === "object") errors.push({ row, found: issue("cell-error", { cell }, { error: value.error }) });
      if (grid.formula(row, column) === null) continue;
      count++;
      if (first === "") first = cell;
    }
  }
  return { errors, computed: count === 0 ? null : issue("cells-computed", { cell: first }, { count }) };
}
