import { inputsOf, type Input } from "../rule/inputs";
import { comparedInCells } from "../rule/input-value";
import { isCriterion, type Criterion, type Group, type Node, type Pillar, type Rubric } from "../rubric/rubric";
import type { Language } from "../sheet/snapshot";

/** Stands where there is nothing to score or to divide by. */
export const dash = "–";

/**
 * The columns of a form, by what they hold. Those from `state` on are hidden helpers:
 * `state` of an input (0 blank, k valid, -1 invalid), `outcome` of a criterion or rule leaf (1 scored, 0 blank,
 * -1 invalid, 2 denominator 0 and the text silent, 3 excluded), `measured` and unrounded `points`, then what the
 * row adds to the sums: its own maximum, self score, final score. `adjusted` holds the reviewer's points where valid,
 * `filled` is 1 on a criterion that was dealt with, `alarm` says what is to be done (`core/form/alarm.ts`).
 */
export const formColumns = [
  "id", "code", "name", "rule", "max", "answer", "unit", "self", "status", "evidence", "explanation", "reviewed",
  "reason", "final", "state", "outcome", "measured", "points", "adjusted", "ownMax", "ownSelf", "ownFinal", "filled",
  "alarm",
] as const;
export type FormColumn = (typeof formColumns)[number];

/** Columns that hold what people enter in the table. */
export const entryColumns = ["answer", "evidence", "explanation", "reviewed", "reason"] as const;

/** First hidden column; the members of long dropdowns stand behind the last one. */
export const firstHelper: FormColumn = "state";

interface Place {
  readonly row: number;
  readonly column: number;
}

export type FormRow =
  | { readonly kind: "group"; readonly row: number; readonly id: string; readonly depth: number; readonly node: Group }
  | { readonly kind: "criterion"; readonly row: number; readonly id: string; readonly depth: number; readonly node: Criterion }
  | {
      readonly kind: "input";
      readonly row: number;
      /** `criterion|name` */
      readonly id: string;
      readonly depth: number;
      readonly node: Criterion;
      readonly input: Input;
    };

/** Where everything of a form stands; rows and columns from 0. */
export interface FormLayout {
  readonly sheet: string;
  readonly columns: Readonly<Record<FormColumn, number>>;
  /** Columns in all, the members of long dropdowns included. */
  readonly width: number;
  /** First of the hidden columns that hold the members of long dropdowns. */
  readonly optionColumn: number;
  /** Hidden row of column keys, its first cell the mark of a form. */
  readonly keyRow: number;
  /** The title; what decided it stands in the row below. */
  readonly titleRow: number;
  readonly headRow: number;
  /** The rows of the table, from `firstRow` to `lastRow`, without the total. */
  readonly rows: readonly FormRow[];
  readonly firstRow: number;
  readonly lastRow: number;
  readonly totalRow: number;
  readonly percentRow: number;
  readonly bandRow: number;
  readonly pillars: readonly { readonly pillar: Pillar; readonly row: number }[];
  /** Percent of the unit's own maximum, on final points; `"–"` where the maximum is 0. */
  readonly percentCell: Place;
  readonly bandCell: Place;
  readonly agencyCell: Place;
  readonly unitCell: Place;
  readonly unitCodeCell: Place;
  readonly periodCell: Place;
  readonly progressCell: Place;
  readonly dateCell: Place;
  readonly signRow: number;
  /** Last row of the form: the names under the signatures. */
  readonly endRow: number;
  /** The row of a group or criterion; throws where the rubric has none of that id. */
  rowOf(id: string): number;
  inputRow(id: string, input: string): number;
  /** The last row of a group's or criterion's block. */
  endOf(id: string): number;
}

/** Most characters that a cell holds in every program. */
export const longestText = 32767;

/** First cell of a form: what it is, the layout's version, its language. */
export const formMark = (language: Language): string => `scorebook form 1 ${language}`;
export const formMarkPattern = /^scorebook form \d+ (vi|en)$/;
/** Stands in the row of column keys over the members of long dropdowns. */
export const optionKey = "option";

/** Ids of rows that no node owns. Node ids never begin with `#` in the sheet: see `rowId`. */
export const reservedRow = {
  agency: "#agency", unit: "#unit", title: "#title", subtitle: "#subtitle", facts: "#facts", head: "#head",
  total: "#total", percent: "#percent", band: "#band", date: "#date", sign: "#sign", signHint: "#sign-hint",
  names: "#names", mark: "#mark",
} as const;
export const pillarRowId = (code: string): string => `#pillar ${code}`;

/** What column A holds for a node: its id, with a second `#` where it begins with one. */
export const rowId = (id: string): string => (id.startsWith("#") ? `#${id}` : id);
export const inputRowId = (id: string, input: string): string => `${rowId(id)}|${input}`;

/** Nodes so that every group's block is contiguous: a node directly after its elder sister's block. */
export function treeOrder(rubric: Rubric): { node: Node; depth: number }[] {
  const known = new Set(rubric.nodes.map((node) => node.id));
  const children = new Map<string | null, Node[]>();
  for (const node of rubric.nodes) {
    const parent = node.parent !== null && known.has(node.parent) && node.parent !== node.id ? node.parent : null;
    children.set(parent, [...(children.get(parent) ?? []), node]);
  }
  const order: { node: Node; depth: number }[] = [];
  const visit = (parent: string | null, depth: number): void => {
    for (const node of children.get(parent) ?? []) {
      order.push({ node, depth });
      if (!isCriterion(node)) visit(node.id, depth + 1);
    }
  };
  visit(null, 0);
  return order;
}

/** A dropdown's members that fit in the check itself: no comma, no quote, 255 characters in all. */
function isShortList(options: readonly string[]): boolean {
  return options.join(",").length <= 255 && options.every((option) => !/[,;"\n]|^[\s=]|\s$/.test(option));
}

/**
 * What the hidden cells of a dropdown's row hold: nothing where its members fit in the check, else the members, and
 * after them their decomposed spellings where the formulas need these too.
 */
export function optionCells(options: readonly string[]): readonly string[] {
  if (comparedInCells(options)) return [...options, ...options.map((option) => option.normalize("NFD"))];
  return isShortList(options) ? [] : options;
}

type Plan = Omit<FormLayout, "sheet">;
const known = new WeakMap<Rubric, Plan>();

/** Where everything stands in a form of this rubric: a criterion's row, then a row for each of its inputs. */
export function layoutForm(rubric: Rubric, sheet: string): FormLayout {
  let plan = known.get(rubric);
  if (plan === undefined) known.set(rubric, (plan = planOf(rubric)));
  return { sheet, ...plan };
}

function planOf(rubric: Rubric): Plan {
  const columns = Object.fromEntries(formColumns.map((name, column) => [name, column])) as Record<FormColumn, number>;
  const headRow = 6;
  const rows: FormRow[] = [];
  const rowOf = new Map<string, number>();
  const endOf = new Map<string, number>();
  let row = headRow + 1;
  let longest = 0;
  const open: { id: string; depth: number }[] = [];
  const close = (depth: number): void => {
    while (open.length > 0 && open[open.length - 1]!.depth >= depth) endOf.set(open.pop()!.id, row - 1);
  };
  for (const { node, depth } of treeOrder(rubric)) {
    close(depth);
    open.push({ id: node.id, depth });
    rowOf.set(node.id, row);
    if (node.kind === "group") {
      rows.push({ kind: "group", row: row++, id: node.id, depth, node });
      continue;
    }
    rows.push({ kind: "criterion", row: row++, id: node.id, depth, node });
    for (const input of inputsOf(node.rule, node)) {
      const id = `${node.id}|${input.name}`;
      rowOf.set(id, row);
      rows.push({ kind: "input", row: row++, id, depth: depth + 1, node, input });
      longest = Math.max(longest, optionCells(input.options ?? []).length);
    }
  }
  close(0);
  const lastRow = Math.max(row - 1, headRow + 1);
  const totalRow = lastRow + 1;
  const pillars = rubric.pillars.map((pillar, index) => ({ pillar, row: totalRow + 3 + index }));
  const dateRow = totalRow + 3 + pillars.length + 1;
  const find = (map: Map<string, number>, id: string): number => {
    const found = map.get(id);
    if (found === undefined) throw new RangeError(`no such row: ${id}`);
    return found;
  };
  return {
    columns,
    width: formColumns.length + longest,
    optionColumn: formColumns.length,
    keyRow: 0,
    titleRow: 3,
    headRow,
    rows,
    firstRow: headRow + 1,
    lastRow,
    totalRow,
    percentRow: totalRow + 1,
    bandRow: totalRow + 2,
    pillars,
    percentCell: { row: totalRow + 1, column: columns.final },
    bandCell: { row: totalRow + 2, column: columns.final },
    agencyCell: { row: 1, column: columns.name },
    unitCell: { row: 2, column: columns.name },
    unitCodeCell: { row: 5, column: columns.rule },
    periodCell: { row: 5, column: columns.answer },
    progressCell: { row: 5, column: columns.status },
    dateCell: { row: dateRow, column: columns.evidence },
    signRow: dateRow + 1,
    endRow: dateRow + 6,
    rowOf: (id) => find(rowOf, id),
    inputRow: (id, input) => find(rowOf, `${id}|${input}`),
    endOf: (id) => find(endOf, id),
  };
}
