import type { Assumption, Preview, PreviewRow, SumCheck } from "../app-port";
import { findForm } from "../form/find";
import { issue, type Issue } from "../issue/issue";
import { printRule } from "../rule/print";
import { readRubric, type RubricReading } from "../rubric/read";
import { isCriterion, type Node, nodeKeys, type Rubric } from "../rubric/rubric";
import type { Address } from "../sheet/address";
import type { SheetSnapshot, Snapshot } from "../sheet/snapshot";
import type { CellValue } from "../sheet/workbook";
import { findingOf } from "./finding";
import { addressOf } from "./form-findings";

type Reading = Extract<RubricReading, { rubric: Rubric }>;

const isText = (value: CellValue | undefined): boolean => typeof value === "string" && value !== "";

/** The sheet whose table is to be read: the one the person stands in, else the first that holds one. */
export function readableTable(
  snapshot: Snapshot, previous: Rubric | null, skip: ReadonlySet<string>,
): { sheet: SheetSnapshot; reading: Reading } | { sheet: SheetSnapshot | null; reading: null; issues: readonly Issue[] } {
  const here = snapshot.selection?.sheet;
  // A form prints the criteria too; it is not the annex.
  const visible = snapshot.sheets.filter((sheet) => sheet.state === "visible" && !skip.has(sheet.name) && findForm(sheet) === null);
  const ordered = [...visible.filter((sheet) => sheet.name === here), ...visible.filter((sheet) => sheet.name !== here)];
  let first: { sheet: SheetSnapshot; issues: readonly Issue[] } | null = null;
  for (const sheet of ordered) {
    if (!sheet.values.some((row) => row.some(isText))) continue;
    const reading = readRubric(sheet, { assumptions: "accept", previous: previous ?? undefined });
    if (reading.rubric !== null) return { sheet, reading };
    if (sheet.name === here && reading.issues.some(({ code }) => code !== "no-header")) return { sheet, reading: null, issues: reading.issues };
    first ??= { sheet, issues: reading.issues };
  }
  const place = visible.length === 0 ? {} : { cell: `${ordered[0]!.name}!A1` };
  return { sheet: first?.sheet ?? null, reading: null, issues: first?.issues ?? [issue("no-header", place, {})] };
}

const assumptionId = (criterion: string, issue: Issue): string => `${criterion}|${issue.code}|${JSON.stringify(issue.params)}`;

/** The rubric without the rules whose assumptions are not all agreed to: those criteria take a direct score. */
function agreed(reading: Reading, ticks: ReadonlySet<string>): Rubric {
  const open = new Set(
    reading.rows
      .filter(({ id, assumptions }) => assumptions.some((issue) => !ticks.has(assumptionId(id, issue))))
      .map(({ id }) => id),
  );
  const nodes = reading.rubric.nodes.map((node): Node => (isCriterion(node) && open.has(node.id) ? { ...node, rule: null } : node));
  return { ...reading.rubric, nodes };
}

/** What was read from a table, row by row, to be confirmed before anything is built. */
export function previewOf(
  snapshot: Snapshot, ticks: ReadonlySet<string>, previous: Rubric | null, skip: ReadonlySet<string> = new Set(),
): Preview {
  const found = readableTable(snapshot, previous, skip);
  if (found.reading === null) {
    return { table: null, rubric: null, sums: [], rows: [], findings: found.issues.map((issue) => findingOf(issue, addressOf(issue.at.cell))) };
  }
  const { sheet, reading } = found;
  const keys = nodeKeys(reading.rubric);
  const cellAt = (row: number, role: "criterion" | "method"): Address | null => {
    const column = reading.columns[role];
    return column === undefined ? null : { sheet: sheet.name, row, column };
  };
  const byId = new Map(reading.rubric.nodes.map((node) => [node.id, node]));
  const rows = reading.rows.map((row): PreviewRow => {
    const at = cellAt(row.row, "criterion");
    const own = row.issues.filter(({ code }) => !code.startsWith("assume-"));
    const findings = own.map((issue) =>
      findingOf(issue, addressOf(issue.at.cell) ?? at, issue.code.startsWith("rule-") ? { refines: row.id } : {}),
    );
    const base = { id: row.id, depth: row.depth, code: keys.get(row.id) ?? row.code, name: row.name, at, findings };
    if (row.kind === "group") return { ...base, kind: "group", max: row.max };
    const node = byId.get(row.id)!;
    const rule = isCriterion(node) && node.rule !== null ? printRule(node.rule, node) : "";
    return {
      ...base,
      kind: "criterion",
      max: isCriterion(node) ? node.max : "0",
      ruleAt: cellAt(row.row, "method"),
      state: row.state === "group" ? "unread" : row.state,
      text: row.text,
      rule,
      assumptions: row.assumptions.map((issue): Assumption => {
        const id = assumptionId(row.id, issue);
        return { id, issue, ticked: ticks.has(id) };
      }),
    };
  });
  return {
    table: { sheet: sheet.name, area: reading.area },
    rubric: agreed(reading, ticks),
    sums: reading.sums.map((sum): SumCheck => ({
      of: sum.of,
      group: sum.group === null ? null : { code: keys.get(sum.group.id) ?? "", name: sum.group.name },
      declared: sum.declared, found: sum.found, agrees: sum.agrees, at: addressOf(sum.cell),
    })),
    rows,
    findings: reading.whole.map((issue) => findingOf(issue, addressOf(issue.at.cell))),
  };
}
