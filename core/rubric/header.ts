import { parseCode } from "./code";
import type { Grid } from "./grid";
import { fold, squeeze } from "./fold";
import { isTotalLabel, type Role, roleOf } from "./role";

/** A column of the table: where it is, its label, what it holds (null where the label says nothing known). */
export interface Column {
  readonly column: number;
  readonly label: string;
  readonly role: Role | null;
}

/** The header of a criteria table: its first row from 0, how many rows it takes, its columns from left to right. */
export interface Header {
  readonly row: number;
  readonly rows: number;
  readonly columns: readonly Column[];
}

const generic = /^(so)?diem(so)?$|^tong(diem)?$/;
const rankWithValue = /^\d{1,3}\s*\(\s*\d+[.,]\d+\s*\)$/;
const longestLabel = 160;
const figure = /^[-+]?\d+([.,]\d+)*[.)]?$/;

const textsOf = (grid: Grid, row: number): string[] =>
  Array.from({ length: grid.columns }, (_, column) => grid.text(row, column));

/** A row below the first: a dash says that the label above goes on. */
const lowerTexts = (grid: Grid, row: number): string[] =>
  textsOf(grid, row).map((text) => (/^[-–—]+$/.test(text) ? "" : text));

/** The role of a child label below a parent label that spans it. */
function roleUnder(parent: string, child: string): Role | null {
  if (child === "") return roleOf(parent);
  const above = parent === "" ? null : roleOf(parent);
  if (generic.test(squeeze(child)) && above !== null) return above;
  return roleOf(child) ?? roleOf(`${parent} ${child}`) ?? above;
}

interface Label {
  readonly label: string;
  readonly role: Role | null;
}

/** Labels joined over the header's rows: a blank beside a merged parent belongs to it. */
function joined(rows: readonly (readonly string[])[]): Label[] {
  const [first = [], ...lower] = rows;
  const top = first.map((label): Label => ({ label, role: roleOf(label) }));
  return (lower.length === 0 ? [[]] : lower).reduce<Label[]>((above, below) => {
    let parent: Label = { label: "", role: null };
    return above.map((own, column) => {
      const child = below[column] ?? "";
      if (own.label !== "" || child === "") parent = own;
      if (child === "" || squeeze(child) === squeeze(parent.label)) return parent;
      const label = [parent.label, child].filter((part) => part !== "").join(" ");
      return { label, role: roleUnder(parent.label, child) };
    });
  }, top);
}

/** What the neighbours and the cells below say where a label alone may mean two things. */
function inContext(columns: { label: string; role: Role | null }[], body: readonly (readonly string[])[]): (Role | null)[] {
  const roles = columns.map(({ role }) => role);
  const count = (role: Role): number => roles.filter((other) => other === role).length;
  const below = (column: number): string[] => body.map((row) => row[column] ?? "").filter((text) => text !== "");
  const all = (column: number, pattern: RegExp): boolean =>
    below(column).length > 0 && below(column).every((text) => pattern.test(text));

  columns.forEach(({ label }, column) => {
    if (all(column, rankWithValue)) roles[column] = "rank+value";
    const later = roles.slice(0, column).includes("criterion");
    const counted = below(column).length === 0 || all(column, /^\d+$/);
    if (roles[column] === "criterion" && later && /^chisothanhphan/.test(squeeze(label)) && counted) roles[column] = "childCount";
  });
  const units = count("unit") > 0 && (count("criterion") !== 1 || count("rank") + count("rank+value") > 0);
  if (units && count("method") === 0) {
    const first = roles.indexOf("unit");
    columns.forEach(({ label }, column) => {
      const role = roles[column];
      if (label === "" || column === first) return;
      if (role === null || role === "criterion" || role === "unit") roles[column] = isTotalLabel(label) ? "total" : "indicator";
    });
  }
  if (count("criterion") > 0 && (count("isLeaf") > 0 || count("rowId") > 0)) {
    const leaf = roles.indexOf("isLeaf");
    columns.forEach(({ label }, column) => {
      if (leaf >= 0 && column > leaf && label !== "" && (roles[column] === null || roles[column] === "unit")) roles[column] = "unitColumn";
    });
  }
  if (count("review") > 1) {
    const first = roles.indexOf("review");
    roles.forEach((role, column) => {
      if (role === "review" && column > first) roles[column] = "review2";
    });
  }
  roles.forEach((role, column) => {
    if (role === "review" && /lan(2|hai|ii)$/.test(squeeze(columns[column]!.label))) roles[column] = "review2";
  });
  if (count("no") === 0 && count("criterion") > 1) {
    const first = roles.indexOf("criterion");
    if (below(first).length > 0 && below(first).every((text) => parseCode(text) !== null)) roles[first] = "no";
  }
  if (count("no") === 0 && count("criterion") > 0) {
    const numbering = columns.findIndex((_, column) => {
      const texts = below(column);
      const codes = texts.filter((text) => parseCode(text) !== null).length;
      return column < roles.indexOf("criterion") && roles[column] === null && codes > 0 && codes >= 0.6 * texts.length;
    });
    if (numbering >= 0) roles[numbering] = "no";
  }
  return roles;
}

/** The roles of a table's columns, from its header rows (one to three) and some rows below them. */
export function rolesOf(rows: readonly (readonly string[])[], body: readonly (readonly string[])[] = []): (Role | null)[] {
  return inContext(joined(rows), body);
}

/** Labels that stand below a first header row: only under columns that are neither the number nor the criterion. */
function isSecondRow(grid: Grid, row: number, first: readonly string[]): boolean {
  const second = lowerTexts(grid, row);
  const own = second.filter((text, column) => text !== "" && squeeze(text) !== squeeze(first[column] ?? ""));
  if (own.length === 0 || own.some((text) => text.length > 80 || /^[-+\d.,\s%]+$/.test(text))) return false;
  const fixed = first.every((label, column) => {
    const role = roleOf(label);
    const below = second[column] ?? "";
    return (role !== "no" && role !== "criterion") || below === "" || squeeze(below) === squeeze(label);
  });
  if (!fixed) return false;
  return second.some((text, column) => text !== "" && ((first[column] ?? "") === "" || roleOf(text) !== null));
}

/** The header's rows from `row` on, one to three; a third holds nothing but labels that are known. */
function rowsAt(grid: Grid, row: number, first: readonly string[]): (readonly string[])[] {
  if (!isSecondRow(grid, row + 1, first)) return [first];
  const two = [first, lowerTexts(grid, row + 1)];
  const third = lowerTexts(grid, row + 2);
  const above = joined(two).map(({ label }) => label);
  const known = third.every((text) => text === "" || roleOf(text) !== null);
  return known && isSecondRow(grid, row + 2, above) ? [...two, third] : two;
}

function headerAt(grid: Grid, row: number): Header | null {
  const first = textsOf(grid, row);
  const labels = first.filter((text) => text !== "");
  // A row with a figure or a code in it is the body's; most rows are told apart here, cheaply.
  if (labels.some((text) => figure.test(text))) return null;
  if (labels.length < 2 || labels.some((text) => text.length > longestLabel)) return null;
  const known = first.filter((text) => roleOf(text) !== null).length;
  if (known < 2) return null;
  const rows = rowsAt(grid, row, first);
  const body = Array.from({ length: 40 }, (_, k) => textsOf(grid, row + rows.length + k));
  const columns = joined(rows);
  const roles = inContext(columns, body);
  const has = (role: Role): boolean => roles.includes(role);
  if (!has("criterion") && has("no") && has("max")) {
    const from = roles.indexOf("no");
    const to = roles.indexOf("max");
    const between = roles.map((role, column) => (role === null && column > from && column < to ? column : -1)).filter((k) => k >= 0);
    if (between.length === 1 && columns[between[0]!]!.label !== "") roles[between[0]!] = "criterion";
  }
  if (!has("criterion") || (!has("max") && !has("method"))) return null;
  return {
    row,
    rows: rows.length,
    columns: columns.map(({ label }, column) => ({ column, label, role: roles[column] ?? null })),
  };
}

/** Where columns of another table begin beside the first: all its labels again, or behind a blank column others of the same kinds. */
function secondTable(grid: Grid, { row, rows, columns }: Header): number | null {
  const labels = columns.map(({ label }) => fold(label));
  const kinds = columns.map(({ label }) => roleOf(label));
  const from = labels.findIndex((label) => label !== "");
  const isBlank = (at: number): boolean => labels[at] === "" &&
    Array.from({ length: 40 }, (_, k) => grid.text(row + rows + k, columns[at]!.column)).every((text) => text === "");
  const before = new Set<Role | null>();
  let last = from;
  for (let at = from; at < labels.length; at++) {
    const kind = kinds[at] ?? null;
    const whole = before.has("criterion") && (before.has("max") || before.has("method"));
    if (whole && (kind === "no" || kind === "criterion")) {
      const own = labels.slice(from, last + 1);
      if (own.every((label, k) => label === labels[at + k])) return at;
      const has = (role: Role): boolean => kinds.includes(role, at);
      if (kind === "no" && before.has("no") && has("criterion") && (has("max") || !before.has("max")) && isBlank(at - 1)) return at;
    }
    before.add(kind);
    if (labels[at] !== "") last = at;
  }
  return null;
}

/** A header, or those of the first two tables where some stand side by side in its rows. */
function apart(grid: Grid, header: Header): Header[] {
  const second = secondTable(grid, header);
  if (second === null) return [header];
  const cut = (from: number, to?: number): Header => ({ ...header, columns: header.columns.slice(from, to) });
  const beside = cut(second);
  const third = secondTable(grid, beside);
  return [cut(0, second), third === null ? beside : cut(second, second + third)];
}

/** Every criteria table's header in the sheet, from top to bottom, and from left to right where tables stand side by side. */
export function findHeaders(grid: Grid): Header[] {
  const headers: Header[] = [];
  for (let row = 0; row < grid.rows; row++) {
    const header = headerAt(grid, row);
    if (header === null) continue;
    headers.push(...apart(grid, header));
    row += header.rows - 1;
  }
  return headers;
}
