import { issue, type Issue } from "../issue/issue";
import { fromCell, isWhole, parseExact, type Exact } from "../number/exact";
import { readNumber } from "../number/read";
import { cellName } from "../sheet/address";
import type { SheetSnapshot } from "../sheet/snapshot";
import type { CellValue } from "../sheet/workbook";
import type { Unit } from "./unit";
import { blockHeading, closesList, leadsList, readStanding, type UnitColumn, unitColumns, unitHead } from "./unit-words";

/** The key of a column in the hidden first row of a list that we wrote. */
export const unitKey = (column: UnitColumn): string => `unit.${column}`;
/** Where that list has its head and its first unit. */
export const unitsHeadRow = 3;

/** Units read from a sheet, with the rows they stand in. */
export interface UnitList {
  readonly units: readonly Unit[];
  /** The sheet row of each unit, from 0. */
  readonly rows: readonly number[];
  /** The list is as we write it: columns in our order, head in our row. */
  readonly ours: boolean;
  /** Cells of each unit that were not understood, to be left as they are. */
  readonly unread: readonly ReadonlyMap<UnitColumn, CellValue>[];
  /** Columns that nobody asked for, kept beside the list: their heads, then a row for each unit. */
  readonly extra: readonly (readonly CellValue[])[];
  /** Rows of other words around the units, each with only what no unit and no block took. */
  readonly around: readonly (readonly CellValue[])[];
  readonly issues: readonly Issue[];
}

export const noUnits: UnitList = { units: [], rows: [], ours: false, unread: [], extra: [], around: [], issues: [] };

/** A cell as text: composed letters, single spaces, no ends. */
export function plainText(value: CellValue | undefined): string {
  if (value === null || value === undefined || typeof value === "object") return "";
  return String(value).normalize("NFC").replace(/[\s\u00a0]+/g, " ").trim();
}

interface Columns {
  readonly head: number;
  readonly at: ReadonlyMap<UnitColumn, number>;
  readonly number: number | null;
  readonly ours: boolean;
}

function ownColumns(sheet: SheetSnapshot): Columns | null {
  const keys = (sheet.values[0] ?? []).map(plainText);
  if (!keys.includes(unitKey("name"))) return null;
  const at = new Map(unitColumns.flatMap((column) => {
    const place = keys.indexOf(unitKey(column));
    return place < 0 ? [] : [[column, place] as const];
  }));
  const isHead = (row: readonly CellValue[]): boolean => unitHead(plainText(row[at.get("name")!])) === "name";
  const head = sheet.values.slice(0, 15).findIndex((row, i) => i > 0 && isHead(row));
  const ours = head === unitsHeadRow && unitColumns.every((column, place) => at.get(column) === place);
  // Where somebody deleted the head, what stood above it is still no unit.
  const above = sheet.values.slice(0, unitsHeadRow).map((row) => row.some((value) => leadsList(plainText(value)))).lastIndexOf(true);
  return { head: head < 0 ? Math.max(0, above) : head, at, number: null, ours };
}

function headedColumns(sheet: SheetSnapshot): Columns | null {
  for (const [head, row] of sheet.values.slice(0, 15).entries()) {
    const roles = row.map((value) => unitHead(plainText(value)));
    if (!roles.includes("name")) continue;
    const at = new Map<UnitColumn, number>();
    roles.forEach((role, place) => role !== null && role !== "number" && !at.has(role) && at.set(role, place));
    const number = roles.indexOf("number");
    return { head, at, number: number < 0 ? null : number, ours: false };
  }
  return null;
}

/** Without a head the column with the most letters holds the names; the one before it may hold numbers or codes. */
function bareColumns(sheet: SheetSnapshot): Columns | null {
  const letters: number[] = [];
  for (const row of sheet.values) {
    row.forEach((value, place) => {
      if (typeof value === "string") letters[place] = (letters[place] ?? 0) + plainText(value).length;
    });
  }
  const name = letters.reduce((best, count, place) => (count > (letters[best] ?? 0) ? place : best), 0);
  if ((letters[name] ?? 0) === 0) return null;
  const before = sheet.values.map((row) => plainText(row[name - 1])).filter((text) => text !== "");
  const counts = before.length > 0 && before.every((text) => /^(\d{1,4}|[IVX]{1,5})[.)]?$/.test(text));
  const short = before.length > 0 && before.every((text) => /^\S{1,20}$/.test(text));
  const codes = short && new Set(before).size === before.length;
  return {
    head: -1,
    at: new Map<UnitColumn, number>([["name", name], ...(codes && !counts ? [["code", name - 1] as const] : [])]),
    number: counts ? name - 1 : null,
    ours: false,
  };
}

/** Whether a sheet that we did not write lists units: under a head that says so, or as names that stand alone. */
export function isUnitList(sheet: SheetSnapshot): boolean {
  if (headedColumns(sheet) !== null) return true;
  const columns = bareColumns(sheet);
  const asked = new Set([...(columns?.at.values() ?? []), columns?.number ?? -1]);
  return columns !== null && sheet.values.every((row) => row.every((value, place) => asked.has(place) || plainText(value) === ""));
}

function previousOf(value: CellValue, whole: boolean): Exact | null | "unread" {
  if (value === null || plainText(value) === "") return typeof value === "object" && value !== null ? "unread" : null;
  if (typeof value === "number") return accepted(fromCell(value), whole);
  const reading = typeof value === "string" ? readNumber(value) : ({ kind: "none" } as const);
  return reading.kind === "number" && reading.percent !== true ? accepted(parseExact(reading.value), whole) : "unread";
}

const accepted = (value: Exact, rank: boolean): Exact | "unread" =>
  rank && (!isWhole(value) || value.n < 1n || value.n > 1_000_000n) ? "unread" : value;

/** Spreadsheets read `*`, `?` and `~` as patterns when they look a text up. */
const patternFree = (text: string): string => text.replace(/[*?~]+/g, " ").replace(/ +/g, " ").trim();

/**
 * Units of a sheet: with our own keys, under a head in people's words, or as a bare column of names. Rows like
 * "I. Khối các sở" name the block of the rows below where there is no column for it. Missing codes are made.
 */
export function readUnitList(sheet: SheetSnapshot, blocks: readonly string[] | null = null): UnitList {
  const columns = ownColumns(sheet) ?? headedColumns(sheet) ?? bareColumns(sheet);
  if (columns === null) return { ...noUnits, issues: [issue("unit-list-missing", {}, { sheet: sheet.name })] };
  const { head, at, number } = columns;
  const issues: Issue[] = [];
  const place = (row: number, column: UnitColumn): { cell: string } => ({
    cell: `${sheet.name}!${cellName(row, at.get(column) ?? at.get("name")!)}`,
  });

  interface Line { row: number; code: string; name: string; block: string }
  const lines: Line[] = [];
  let heading = "";
  const headings = new Set<number>();
  for (let row = head + 1; row < sheet.values.length; row += 1) {
    const cells = sheet.values[row]!;
    const own = (column: UnitColumn): string => (at.has(column) ? plainText(cells[at.get(column)!]) : "");
    const [code, name] = [own("code"), own("name")];
    if (code === "" && name === "") continue;
    if (!columns.ours && code === "" && closesList(name)) break;
    const counted = number === null ? "" : plainText(cells[number]);
    const titled = at.has("block") || columns.ours ? null : blockHeading(counted, name);
    if (titled !== null) {
      heading = patternFree(titled);
      headings.add(row);
    }
    else lines.push({ row, code, name, block: at.has("block") ? own("block") : heading });
  }

  const free = lines.map((line) => {
    const [code, block] = [patternFree(line.code), patternFree(line.block)];
    for (const [column, text, kept] of [["code", line.code, code], ["block", line.block, block]] as const) {
      if (kept !== text) issues.push(issue("unit-character", place(line.row, column), { text, kept }));
    }
    return { ...line, code: code.slice(0, 40), block: block.slice(0, 200) };
  });
  const taken = new Set(free.map(({ code }) => code.toLowerCase()));
  const width = Math.max(2, String(free.length).length);
  let made = 0;
  const newCode = (stem: string, digits: number): string => {
    for (;;) {
      const code = stem + String((made += 1)).padStart(digits, "0");
      if (!taken.has(code.toLowerCase())) {
        taken.add(code.toLowerCase());
        return code;
      }
    }
  };
  const used = new Set<string>();
  const names = new Set<string>();
  const spelling = new Map((blocks ?? []).map((block) => [block.toLowerCase(), block]));
  const someBlock = free.some(({ block }) => block !== "");

  const unread: Map<UnitColumn, CellValue>[] = [];
  const units = free.map(({ row, code: written, name, block: typed }): Unit => {
    const cells = sheet.values[row]!;
    const left = new Map<UnitColumn, CellValue>();
    unread.push(left);
    let code = written === "" ? newCode("DV", width) : written;
    if (used.has(code.toLowerCase())) {
      issues.push(issue("unit-duplicate", { unit: code, ...place(row, "code") }, { code }));
      left.set("code", code);
      made = 1;
      code = newCode(`${code}-`, 1);
    }
    used.add(code.toLowerCase());
    const block = spelling.get(typed.toLowerCase()) ?? typed;
    if (blocks === null) spelling.set(typed.toLowerCase(), block);
    else if (block !== "" && !blocks.includes(block)) {
      issues.push(issue("unit-block-unknown", { unit: code, ...place(row, "block") }, { name, block, blocks }));
    }
    if (block === "" && someBlock) {
      issues.push(issue("unit-block-missing", { unit: code, ...place(row, "block") }, { name }));
    }
    if (name === "") issues.push(issue("unit-name-missing", { unit: code, ...place(row, "name") }, { code }));
    const known = `${block}|${name}`.toLowerCase();
    if (name !== "" && names.has(known)) {
      issues.push(issue("unit-name-duplicate", { unit: code, ...place(row, "name") }, { name, block }));
    }
    names.add(known);

    const said = at.has("standing") ? plainText(cells[at.get("standing")!]) : "";
    const ranked = readStanding(said);
    if (ranked === null) {
      issues.push(issue("unit-status-unknown", { unit: code, ...place(row, "standing") }, { name, text: said }));
      left.set("standing", said);
    }
    const before = (column: "previousTotal" | "previousRank"): Exact | null => {
      const value = at.has(column) ? cells[at.get(column)!] ?? null : null;
      const read = previousOf(value, column === "previousRank");
      if (read !== "unread") return read;
      const text = typeof value === "object" && value !== null ? value.error : plainText(value);
      issues.push(issue("unit-previous-unread", { unit: code, ...place(row, column) }, { name, text }));
      left.set(column, text);
      return null;
    };
    const [total, rank] = [before("previousTotal"), before("previousRank")];
    const parent = at.has("parent") ? plainText(cells[at.get("parent")!]) : "";
    return {
      code, name: name === "" ? code : name, block, ranked: ranked ?? true,
      ...(parent === "" ? {} : { parent }),
      ...(total === null && rank === null ? {} : { previous: { total, rank: rank === null ? null : Number(rank.n) } }),
    };
  });
  if (units.length === 0) issues.push(issue("unit-list-missing", {}, { sheet: sheet.name }));

  const rows = free.map(({ row }) => row);
  const asked = new Set([...at.values(), ...(number === null ? [] : [number])]);
  const breadth = [head, ...rows].reduce((most, row) => Math.max(most, sheet.values[row]?.length ?? 0), 0);
  const others = Array.from({ length: breadth }, (_, column) => column).filter((column) => !asked.has(column));
  const kept = others.filter((column) => rows.some((row) => plainText(sheet.values[row]?.[column]) !== ""));
  const extra = kept.length === 0 || columns.ours
    ? []
    : [head, ...rows].map((row) => kept.map((column) => sheet.values[row]?.[column] ?? null));
  const listed = new Set([head, ...rows]);
  const ownKeys = ownColumns(sheet) !== null;
  const around = columns.ours
    ? []
    : sheet.values.flatMap((cells, row): CellValue[][] => {
        if (ownKeys && row < head) return [];
        const took = (column: number): boolean =>
          listed.has(row) ? asked.has(column) || kept.includes(column)
            : headings.has(row) && (column === number || column === at.get("name"));
        const left = cells.map((value, column) => (took(column) || value === "" ? null : value));
        return left.every((value) => value === null) ? [] : [left];
      });
  return { units, rows, ours: columns.ours, unread, extra, around, issues };
}
