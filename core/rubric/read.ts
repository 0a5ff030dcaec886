import { issue, type Issue, type Place } from "../issue/issue";
import { withoutTail } from "../number/tail";
import { readRule, type RuleReading } from "../rule/read";
import { type Area, cellName } from "../sheet/address";
import type { SheetSnapshot } from "../sheet/snapshot";
import { checkRubric } from "./check";
import { fold } from "./fold";
import { identify } from "./identity";
import { pillarsOf } from "./pillar";
import type { Role } from "./role";
import { defaultSettings, type Node, nodeKeys, type Rubric } from "./rubric";
import { type SumCheck, sumsOf } from "./sums";
import { readTable, type TableReading, type TableRow } from "./table";

/** A row of the annex as it was understood. */
export interface RubricRow {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  /** The sheet row, from 0. */
  readonly row: number;
  readonly kind: "group" | "criterion";
  /** 0 for the first level. */
  readonly depth: number;
  /** Of a group: what it declares, null where it declares nothing. */
  readonly max: string | null;
  /** `assumed`: read with assumptions, agreed to or not; `unread`: points are entered directly. */
  readonly state: "read" | "assumed" | "unread" | "group";
  /** The rule's own words, over all its rows. */
  readonly text: string;
  readonly assumptions: readonly Issue[];
  /** What is wrong with this row; assumptions that were not agreed to are among them. */
  readonly issues: readonly Issue[];
}

/** An annex read: the rubric with everything to be confirmed or mended, or only the problems where there is none. */
export type RubricReading =
  | {
      readonly rubric: Rubric;
      readonly sheet: string;
      /** From the header to the table's last row. */
      readonly area: Area;
      readonly header: { readonly row: number; readonly rows: number };
      /** The sheet column of each role, from 0. */
      readonly columns: Partial<Readonly<Record<Role, number>>>;
      readonly rows: readonly RubricRow[];
      readonly sums: readonly (SumCheck & { readonly cell: string | null })[];
      /** Every problem, those of rows included, from top to bottom. */
      readonly issues: readonly Issue[];
      /** Those of the table as a whole. */
      readonly whole: readonly Issue[];
    }
  | { readonly rubric: null; readonly issues: readonly Issue[] };

export interface ReadOptions {
  /** Whether rules read with assumptions are taken: all, none, or those of the criteria whose ids are given. */
  readonly assumptions: "accept" | "refuse" | ReadonlySet<string>;
  /** The rubric that this table was read as before: its ids, id and settings stay. */
  readonly previous?: Rubric | undefined;
}

type Table = Extract<TableReading, { kind: "read" }>;

/** A name for the rubric in ids and files: the title's letters. */
function slug(text: string): string {
  const plain = fold(text).replace(/[^a-z0-9]+/g, "-").replace(/^-/, "");
  return withoutTail(plain.slice(0, 60), /-/) || "rubric";
}

function nodeOf(row: TableRow, id: string, ids: readonly string[]): Node {
  const parent = row.parent === null ? null : ids[row.parent]!;
  const { code, name } = row;
  if (row.kind === "criterion") {
    const { min, bonus, text, evidence } = row;
    return { kind: "criterion", id, code, name, parent, max: row.max ?? "0", min, bonus, text, rule: null, evidence };
  }
  return { kind: "group", id, code, name, parent, max: row.max, scored: row.scored, ...(row.cap === null ? {} : { cap: row.cap }) };
}

const unreadable = new Set<Issue["code"]>(["max-missing", "max-unread", "max-ambiguous"]);

/** The rule of a criterion, unless its points are not known. */
function ruleOf(row: TableRow): RuleReading | null {
  if (row.issues.some(({ code }) => unreadable.has(code))) return null;
  return readRule(row.text, { name: row.name, max: row.max ?? "0", min: row.min });
}

function sumIssues(table: Table, sums: readonly (SumCheck & { cell: string | null })[], keys: ReadonlyMap<string, string>): Map<string | null, Issue[]> {
  const found = new Map<string | null, Issue[]>();
  for (const sum of sums) {
    if (sum.agrees || sum.declared === null) continue;
    const id = sum.group?.id ?? null;
    const key = id === null ? "" : keys.get(id)!;
    const cell = sum.cell ?? `${table.sheet}!${cellName(table.header.row, table.columns.find(({ role }) => role === "criterion")!.column)}`;
    const at: Place = { ...(key === "" ? {} : { criterion: key }), cell };
    const params = { declared: sum.declared, found: sum.found };
    const counts = { declared: Number(sum.declared), found: Number(sum.found) };
    const problem =
      sum.of === "criteria" ? issue("count-differs", at, counts) : issue(id === null ? "total-differs" : "sum-differs", at, params);
    found.set(id, [...(found.get(id) ?? []), problem]);
  }
  return found;
}

/**
 * Reads a criteria table into a rubric. A rule that is not read, or read with assumptions that were not agreed to, leaves
 * `rule` null and an issue; it never keeps the rest from being read.
 */
export function readRubric(sheet: SheetSnapshot, options: ReadOptions): RubricReading {
  const table = readTable(sheet);
  if (table.kind === "none") return { rubric: null, issues: table.issues };
  const columns: Partial<Record<Role, number>> = {};
  for (const { role, column } of table.columns) if (role !== null && columns[role] === undefined) columns[role] = column;
  const cell = (row: number, role: Role): string => `${table.sheet}!${cellName(row, columns[role] ?? columns.criterion!)}`;
  const { previous } = options;
  const { ids, issues: twins } = identify(table.rows, previous, ({ row }) => cell(row, "id"));
  const nodes = table.rows.map((row, k) => nodeOf(row, ids[k]!, ids));
  const { title, decision, level, year } = table.heading;
  const rubric: Rubric = {
    id: previous?.id ?? slug(title === "" ? sheet.name : title),
    title, decision, level, year, nodes,
    pillars: pillarsOf(nodes),
    settings: previous?.settings ?? defaultSettings,
  };
  const keys = nodeKeys(rubric);
  const counts = new Map(table.rows.flatMap((row, k) => (row.count === null ? [] : [[ids[k]!, row.count] as const])));
  const at = new Map(ids.map((id, k) => [id, table.rows[k]!.row]));
  const sums = sumsOf(rubric, { total: table.total.declared, criteria: table.criteria, counts }).map((sum) => ({
    ...sum,
    cell: sum.group === null ? (sum.of === "points" ? table.total.cell : null) : cell(at.get(sum.group.id)!, sum.of === "points" ? "max" : "childCount"),
  }));
  const differing = sumIssues(table, sums, keys);
  const odd = checkRubric(rubric).filter(({ code }) => code === "max-below-min" || code === "digits-few");

  const read = table.rows.map((row, k): RubricRow => {
    const id = ids[k]!;
    const twin = twins.get(k);
    const issues = [...row.issues, ...(twin === undefined ? [] : [twin]), ...(differing.get(id) ?? [])];
    const base = { id, code: row.code, name: row.name, row: row.row, kind: row.kind, depth: row.depth, max: row.max, text: row.text };
    if (row.kind === "group") return { ...base, state: "group", assumptions: [], issues };
    const key = keys.get(id)!;
    const place: Place = { ...(key === "" ? {} : { criterion: key }), cell: cell(row.row, "method") };
    const placed = (found: Issue): Issue => ({ ...found, at: { ...place, ...found.at } });
    for (const found of odd) if (found.at.criterion === key) issues.push({ ...found, at: { ...found.at, cell: cell(row.row, "max") } });
    const rule = ruleOf(row);
    if (rule === null) return { ...base, state: "unread", assumptions: [], issues };
    if (rule.kind === "unread") return { ...base, state: "unread", assumptions: [], issues: row.scored ? [...issues, placed(rule.problem)] : issues };
    const assumptions = rule.assumptions.map(placed);
    const agreed = options.assumptions === "accept" || (options.assumptions !== "refuse" && options.assumptions.has(id));
    const node = nodes[k]!;
    if (node.kind === "criterion" && (assumptions.length === 0 || agreed)) nodes[k] = { ...node, rule: rule.rule };
    return {
      ...base, state: assumptions.length === 0 ? "read" : "assumed", assumptions,
      issues: agreed || !row.scored ? issues : [...issues, ...assumptions],
    };
  });
  const whole = [...table.issues, ...(differing.get(null) ?? [])];
  return {
    rubric, sheet: table.sheet, area: table.area, header: table.header, columns, rows: read, sums,
    issues: [...whole, ...read.flatMap(({ issues }) => issues)],
    whole,
  };
}
