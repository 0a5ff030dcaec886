import { compare, type Exact, parseExact, sum } from "../number/exact";
import { type DecimalMark, decimalMarkOf } from "../number/read";
import { issue, type Issue, type Place } from "../issue/issue";
import { type Area, areaName } from "../sheet/address";
import type { SheetSnapshot } from "../sheet/snapshot";
import { mostCriteria } from "./check";
import { cellErrors, clipped, faultIssue } from "./fault";
import { fold } from "./fold";
import { type Grid, gridOf } from "./grid";
import { findHeaders, type Header } from "./header";
import { declaredIn, type Heading, readHeading } from "./heading";
import { type Body, readLines } from "./lines";
import { isUnscored, type Maximum } from "./maximum";
import type { Role } from "./role";
import { nest } from "./tree";
import { type Weighed, weigh } from "./weigh";

/** A row of the annex that is a group or a criterion. Points are plain decimals. */
export interface TableRow {
  /** The sheet row of its first line, from 0. */
  readonly row: number;
  readonly kind: "group" | "criterion";
  /** 0 for the first level. */
  readonly depth: number;
  /** Index of its group among the rows, null at the first level. */
  readonly parent: number | null;
  readonly code: string;
  readonly name: string;
  /** Its cell of column "Mã hệ thống", "" where there is none. */
  readonly id: string;
  /** Of a group: what it declares, null where it declares nothing. */
  readonly max: string | null;
  readonly min: string;
  readonly bonus: boolean;
  /** False where the decision gives no points, here or in a group above. */
  readonly scored: boolean;
  readonly cap: { readonly min: string; readonly max: string } | null;
  readonly text: string;
  readonly evidence: string;
  /** Components that the row declares, null where it declares none. */
  readonly count: number | null;
  readonly issues: readonly Issue[];
}

export interface TableColumns {
  readonly column: number;
  readonly role: Role | null;
  readonly label: string;
}

/** An annex as read from a sheet, before its rules are. */
export type TableReading =
  | {
      readonly kind: "read";
      readonly sheet: string;
      /** From the header to the last row. */
      readonly area: Area;
      readonly header: { readonly row: number; readonly rows: number };
      readonly columns: readonly TableColumns[];
      readonly heading: Heading;
      readonly rows: readonly TableRow[];
      /** Points of the whole that the table declares, and the cell that says so where it is the table's own. */
      readonly total: { readonly declared: string | null; readonly cell: string | null };
      readonly criteria: number | null;
      /** Problems of the table as a whole; those of a row stand in the row. */
      readonly issues: readonly Issue[];
    }
  | { readonly kind: "none"; readonly issues: readonly Issue[] };

const longestName = 2000;
/** What a cell holds in every spreadsheet program. */
const longestText = 32767;

/** Where the first header's table ends when nothing else ends it: at the next header below that is another table's. */
function bounds(grid: Grid, headers: readonly Header[]): { repeats: Set<number>; second: Header | null; end: number } {
  const [first, ...others] = headers;
  const repeats = new Set<number>();
  const no = first!.columns.find(({ role }) => role === "no")?.column;
  const firstCode = (header: Header): string => {
    for (let row = header.row + header.rows; row < grid.rows && no !== undefined; row++) if (grid.text(row, no) !== "") return grid.text(row, no);
    return "";
  };
  for (const other of others) {
    if (other.row === first!.row) return { repeats, second: other, end: grid.rows };
    const same =
      other.columns.length === first!.columns.length &&
      other.columns.every(({ label }, k) => fold(label) === fold(first!.columns[k]!.label)) &&
      (no === undefined || firstCode(other) !== firstCode(first!));
    if (!same) return { repeats, second: other, end: other.row };
    for (let row = other.row; row < other.row + other.rows; row++) repeats.add(row);
  }
  return { repeats, second: null, end: grid.rows };
}

function areaOf(header: Header, end: number): Area {
  const used = header.columns.filter(({ label, role }) => label !== "" || role !== null).map(({ column }) => column);
  const [from, to] = [Math.min(...used), Math.max(...used)];
  return { row: header.row, column: from, rows: Math.max(1, end - header.row), columns: to - from + 1 };
}

/** The decimal mark that the maxima imply: clear numbers first, then sums that settle others, then a scale of whole numbers. */
function markFrom(weighed: readonly Weighed[]): DecimalMark | undefined {
  const marks = new Set<DecimalMark>();
  let open = "";
  let whole = 0;
  let parts = 0;
  for (const { branch, max, fault } of weighed) {
    const own = branch.line.max;
    if (own.kind === "points" && own.value.includes(".")) parts++;
    else if (own.kind === "points") whole++;
    if (own.kind !== "either") continue;
    const mark = own.text.includes(",") ? "," : ".";
    const other = mark === "," ? "." : ",";
    if (fault?.kind === "either") open = other;
    else if (max !== null) marks.add(max === own.readings[0] ? other : mark);
  }
  if (marks.size === 1) return [...marks][0];
  return marks.size === 0 && open !== "" && parts === 0 && whole >= 2 ? (open as DecimalMark) : undefined;
}

function read(grid: Grid, header: Header, end: number, repeats: ReadonlySet<number>): { body: Body; weighed: Weighed[] } {
  const max = header.columns.find(({ role }) => role === "max")?.column;
  const method = header.columns.some(({ role }) => role === "method");
  const texts: string[] = [];
  for (let row = header.row + header.rows; row < end && max !== undefined; row++) {
    if (typeof grid.value(row, max) === "string") texts.push(grid.text(row, max));
  }
  const once = (decimal: DecimalMark | undefined): { body: Body; weighed: Weighed[] } => {
    const body = readLines(grid, header, end, repeats, decimal);
    const total = body.totals[body.totals.length - 1]?.max;
    return { body, weighed: weigh(nest(body.lines, method, total?.kind === "points" ? total.value : null), method) };
  };
  const clear = decimalMarkOf(texts) ?? undefined;
  const reading = once(clear);
  const implied = clear === undefined ? markFrom(reading.weighed) : undefined;
  return implied === undefined ? reading : once(implied);
}

/** Points of the criteria that count. */
const countedPoints = (rows: readonly Pick<TableRow, "kind" | "bonus" | "scored" | "max">[]): Exact =>
  sum(rows.filter((row) => row.kind === "criterion" && !row.bonus && row.scored).map((row) => parseExact(row.max ?? "0")));

function totalOf(max: Maximum | undefined, found: Exact): string | null {
  if (max === undefined) return null;
  if (max.kind === "points") return max.value;
  if (max.kind !== "either") return null;
  const fitting = max.readings.filter((reading) => compare(parseExact(reading), found) >= 0);
  return fitting.find((reading) => compare(parseExact(reading), found) === 0) ?? fitting[fitting.length - 1] ?? null;
}

/** Reads the criteria table of a sheet: header, columns, tree, maxima. Rules are read by `readRubric`. */
export function readTable(sheet: SheetSnapshot): TableReading {
  const grid = gridOf(sheet);
  const headers = findHeaders(grid);
  const header = headers[0];
  if (header === undefined) return { kind: "none", issues: [issue("no-header", { cell: `${sheet.name}!A1` }, {})] };
  const { repeats, second, end } = bounds(grid, headers);
  if (second !== null) {
    const at = { cell: grid.cell(second.row, second.columns.find(({ label }) => label !== "")!.column) };
    const [first, other] = [areaName(areaOf(header, end)), areaName(areaOf(second, grid.rows))];
    return { kind: "none", issues: [issue("two-tables", at, { first, second: other })] };
  }
  const columnOf = (role: Role): number => header.columns.find((column) => column.role === role)?.column ?? -1;
  const [name, max, method, no] = [columnOf("criterion"), columnOf("max"), columnOf("method"), columnOf("no")];
  const { body, weighed } = read(grid, header, end, repeats);
  const heading = readHeading(grid, header.row, sheet.name);
  const issues: Issue[] = [];
  const headerCell = grid.cell(header.row, name);
  for (const role of ["max", "method", "id", "kind", "level", "min"] as const) {
    const [first, again] = header.columns.filter((column) => column.role === role);
    if (again !== undefined) {
      issues.push(issue("columns-twice", { cell: grid.cell(header.row, again.column) }, { first: first!.label, second: again.label }));
    }
  }

  const index = new Map(weighed.map((own, k) => [own, k]));
  const branches = new Map(weighed.map((own, k) => [own.branch, k]));
  const seen = new Map<string, number>();
  const cells = new Map<string, string>();
  const errors = cellErrors(grid, header, body.end);
  const placed = new Map<number, Issue[]>();
  const rows = weighed.map((own): TableRow => {
    const { line, code, misplaced, repair, depth, parent } = own.branch;
    const shown = code?.text ?? line.label;
    const codeCell = grid.cell(line.row, no >= 0 && grid.text(line.row, no) !== "" ? no : name);
    const before = seen.get(shown);
    const key = before === undefined ? shown : `${shown}#${before + 1}`;
    seen.set(shown, (before ?? 0) + 1);
    // Numbers may start again in every group, and 1.1 in every group called 1; a path at home elsewhere may not.
    const above = parent?.code?.text ?? "";
    const path = (code?.parts.length ?? 0) > 1;
    const strays = path && !shown.startsWith(`${above.replace(/\.$/, "")}.`);
    const scope = strays ? shown : `${parent === null ? "" : branches.get(parent)!}/${shown}`;
    const twin = cells.get(scope) ?? (strays ? cells.get(`anywhere/${shown}`) : undefined);
    if (twin === undefined) cells.set(scope, codeCell);
    if (!cells.has(`anywhere/${shown}`)) cells.set(`anywhere/${shown}`, codeCell);
    const at = (column: number): Place => ({ ...(key === "" ? {} : { criterion: key }), cell: grid.cell(line.row, column < 0 ? name : column) });
    const found: Issue[] = [];
    placed.set(line.row, found);
    const cell = codeCell.slice(codeCell.lastIndexOf("!") + 1);
    const named = clipped(line.name, longestName);
    const text = clipped(own.text, longestText);
    if (twin !== undefined && shown !== "" && shown !== "-") {
      found.push(issue("code-duplicate", { ...at(no), cell: codeCell }, { text: shown, first: twin.slice(twin.lastIndexOf("!") + 1) }));
    }
    if (repair === "unsure") found.push(issue("code-unsure", at(no), { shown: grid.text(line.row, no) || cell, taken: shown }));
    if (misplaced) found.push(issue("code-misplaced", at(no), { text: shown, group: parent?.code?.text ?? parent?.line.name ?? "" }));
    if (line.name === "") found.push(issue("name-empty", at(name), {}));
    if (named.length < line.name.length) found.push(issue("text-long", at(name), { length: line.name.length, most: longestName }));
    if (text.length < own.text.length) found.push(issue("text-long", at(method), { length: own.text.length, most: longestText }));
    if (own.fault !== null) found.push(faultIssue(own.fault, at(line.maxColumn)));
    if (line.oddMin !== "") found.push(issue("min-unread", at(columnOf("min")), { text: clipped(line.oddMin, 80) }));
    const isGroup = own.kind === "group";
    if (isGroup && own.branch.children.length === 0 && own.scored && !line.heading) found.push(issue("group-empty", at(name), {}));
    if (isGroup && own.text !== "" && own.cap === null && own.scored && !isUnscored(own.text)) {
      found.push(issue("group-rule", at(method), { text: clipped(own.text, 80) }));
    }
    return {
      row: line.row, kind: own.kind, depth, parent: own.parent === null ? null : index.get(own.parent)!, code: shown, name: named,
      id: line.id, max: own.max, min: own.min, bonus: own.bonus, scored: own.scored, cap: own.cap, text, evidence: line.evidence,
      count: line.count, issues: found,
    };
  });
  for (const { row, text } of body.unsure) {
    const problem = issue("row-unsure", { cell: grid.cell(row, name) }, { text: clipped(text, 80) });
    (placed.get(row) ?? issues).push(problem);
  }
  for (const { row, text } of body.outside) {
    const column = no >= 0 && grid.text(row, no) !== "" ? no : name;
    issues.push(issue("row-outside", { cell: grid.cell(row, column) }, { text: clipped(text, 80) }));
  }
  for (const { row, found } of errors.errors) (placed.get(row) ?? issues).push(found);
  if (errors.computed !== null) issues.push(errors.computed);

  const criteria = rows.filter(({ kind }) => kind === "criterion").length;
  if (criteria === 0) return { kind: "none", issues: [...issues, issue("no-criteria", { cell: headerCell }, {})] };
  if (criteria > mostCriteria) {
    return { kind: "none", issues: [issue("too-many-criteria", { cell: headerCell }, { count: criteria, most: mostCriteria })] };
  }
  const found = countedPoints(rows);
  const last = body.totals[body.totals.length - 1];
  const printed = totalOf(last?.max, found);
  const label = max < 0 ? null : declaredIn(`${header.columns[max]!.label.replace(/[()]/g, " ")} điểm`).total;
  const declared = printed ?? heading.total ?? label;
  const noted = body.notes.map(declaredIn).find((own) => own.criteria !== null)?.criteria ?? null;
  return {
    kind: "read",
    sheet: sheet.name,
    area: areaOf(header, body.end),
    header: { row: header.row, rows: header.rows },
    columns: header.columns,
    heading,
    rows,
    total: { declared, cell: printed === null ? null : grid.cell(last!.row, last!.column < 0 ? name : last!.column) },
    criteria: heading.criteria ?? noted,
    issues,
  };
}
