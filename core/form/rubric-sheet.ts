import { parseExact, toNumber } from "../number/exact";
import { printRule } from "../rule/print";
import { mostPoints } from "../rubric/maximum";
import { type Criterion, type Group, isCriterion, type Node, type Rubric } from "../rubric/rubric";
import type { SheetPatch, Write } from "../sheet/patch";
import type { SheetSnapshot } from "../sheet/snapshot";
import type { Style, Validation } from "../sheet/workbook";
import { rubricSheet } from "../words/rubric-sheet";
import { treeOrder } from "./layout";
import { heightOf, linesOf, looks } from "./looks";
import { rubricHeads } from "./rubric-heads";
import { freeSheetName, sheetNames } from "./sheet-names";

type RubricColumn = keyof typeof rubricHeads;
const order = Object.keys(rubricHeads) as RubricColumn[];
const at = Object.fromEntries(order.map((column, index) => [column, index])) as Record<RubricColumn, number>;

const { kinds, checks } = rubricSheet;

const widths: Readonly<Record<RubricColumn, number>> = {
  id: 12, code: 8, name: 50, max: 9, rule: 60, evidence: 36, kind: 16, level: 6, min: 9,
};
const headRow = 3;
const number = (value: string): number => toNumber(parseExact(value));

function kindOf(node: Node): string {
  if (node.kind === "group") return node.scored ? kinds.group : kinds.unscored;
  if (!node.bonus) return kinds.criterion;
  return parseExact(node.max).n > 0n ? kinds.bonus : kinds.deduction;
}

/** A criterion's rule cell: canonical text where the rule was read, the decision's own words where not. */
export const ruleCell = (criterion: Criterion): string =>
  criterion.rule === null ? criterion.text : printRule(criterion.rule, criterion);

function groupPoints(group: Group): { max: number | null; min: number | null } {
  if (group.cap !== undefined) return { max: number(group.cap.max), min: number(group.cap.min) };
  return { max: group.max === null ? null : number(group.max), min: null };
}

function nodeCells(node: Node, depth: number): Record<RubricColumn, string | number | null> {
  const points = isCriterion(node) ? { max: number(node.max), min: number(node.min) } : groupPoints(node);
  return {
    id: node.id, code: node.code, name: node.name, ...points,
    rule: isCriterion(node) ? ruleCell(node) : null, evidence: isCriterion(node) ? node.evidence : null,
    kind: kindOf(node), level: depth + 1,
  };
}

const kindCheck: Validation = {
  kind: "list",
  options: Object.values(kinds),
  allowBlank: true,
  prompt: { title: rubricHeads.kind, text: checks.kind.prompt },
  error: { title: rubricHeads.kind, text: checks.kind.error },
};
const pointsCheck: Validation = {
  kind: "number",
  min: -mostPoints,
  max: mostPoints,
  allowBlank: true,
  prompt: { title: rubricHeads.max, text: checks.points.prompt },
  error: { title: rubricHeads.max, text: checks.points.error },
};

/**
 * The rubric as people know it, in a sheet that they edit. `old` is the sheet that it stands in already (`findRubricSheet`);
 * without one it gets a sheet of its own beside those that are `taken`.
 */
export function rubricPatch(rubric: Rubric, old: SheetSnapshot | null, taken: readonly string[] = []): SheetPatch {
  const nodes = treeOrder(rubric);
  const rows = nodes.map(({ node, depth }) => nodeCells(node, depth));
  const first = headRow + 1;
  const width = order.length;
  const write = (v: string | number | null): Write => ({ v: v === "" ? null : v });
  const cells: Write[][] = [
    [write("scorebook rubric 1")],
    [write(null), write(rubric.title)],
    [write(null), write(rubric.decision === "" ? "" : rubricSheet.decision(rubric.decision))],
    order.map((column) => write(rubricHeads[column])),
    ...rows.map((row) => order.map((column) => write(row[column]))),
  ];
  const body = { row: first, rows: Math.max(1, rows.length) };
  const column = (of: RubricColumn, style: Style) => ({ area: { ...body, column: at[of], columns: 1 }, style });
  const checked = (of: RubricColumn, rule: Validation) => ({ area: { ...body, column: at[of], columns: 1 }, rule });
  const oldRows = old?.values.length ?? 0;
  const clearRows = Math.max(cells.length, oldRows);
  return {
    sheet: old?.name ?? freeSheetName(sheetNames.rubric, taken),
    create: true,
    clear: [{ row: 0, column: 0, rows: clearRows, columns: width }],
    styles: [
      { area: { row: 1, column: at.code, rows: 1, columns: 1 }, style: { bold: true, size: 14 } },
      { area: { row: 2, column: at.code, rows: 1, columns: 1 }, style: { italic: true } },
      { area: { row: headRow, column: 0, rows: 1, columns: width }, style: looks.head },
      { area: { ...body, column: 0, columns: width }, style: looks.table },
      { area: { ...body, column: at.id, columns: 2 }, style: { format: "@" } },
      column("max", { align: "right" }),
      column("min", { align: "right" }),
      ...nodes.flatMap(({ node, depth }, index) => {
        const row = { row: first + index, column: at.code, rows: 1, columns: width - 1 };
        const indent = { area: { row: first + index, column: at.name, rows: 1, columns: 1 }, style: { align: "left" as const, indent: Math.min(depth, 4) } };
        return isCriterion(node) ? [indent] : [{ area: row, style: looks.group }, indent];
      }),
    ],
    blocks: [{ row: 0, column: 0, cells }],
    validations: [checked("kind", kindCheck), checked("max", pointsCheck), checked("min", pointsCheck)],
    columns: order.map((of) => ({ column: at[of], width: widths[of], hidden: of === "id" || of === "level" })),
    rows: [
      { row: 0, height: 15, hidden: true }, { row: 1, height: 26 }, { row: headRow, height: 34 },
      ...rows.map((row, index) => {
        const lines = (["code", "name", "rule", "evidence"] as const).map((of) =>
          linesOf(String(row[of] ?? ""), widths[of] - (of === "name" ? 3 : 0), row.rule === null));
        return { row: first + index, height: heightOf(Math.max(1, ...lines)) };
      }),
    ],
    freeze: { rows: headRow + 1, columns: 0 },
    print: {
      orientation: "landscape", fitWidth: true, repeat: [headRow, headRow], footer: rubricSheet.footer,
      area: { row: 1, column: at.code, rows: cells.length - 1, columns: width - 1 },
    },
  };
}
