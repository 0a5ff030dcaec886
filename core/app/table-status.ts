import type { Status } from "../app-port";
import type { Book } from "./book";
import { emptyStatus } from "./look";
import { previewOf } from "./preview";

/** Of a workbook without a confirmed rubric. */
export function tableStatus(book: Book): Status {
  const preview = previewOf(book.snapshot, new Set(), null);
  if (preview.rubric === null) {
    // That nothing was pasted yet is no problem; a table that gives no rubric is.
    return { ...emptyStatus, findings: preview.findings.filter(({ issue: { code } }) => code !== "no-header") };
  }
  const criteria = preview.rows.flatMap((row) => (row.kind === "criterion" ? [row] : []));
  const points = preview.sums.find((sum) => sum.of === "points" && sum.group === null)?.found ?? "0";
  const inState = (state: "assumed" | "unread"): number => criteria.filter((row) => row.state === state).length;
  const table = { criteria: criteria.length, points, toConfirm: inState("assumed"), unread: inState("unread") };
  return { ...emptyStatus, stage: "table", year: preview.rubric.year, table };
}

