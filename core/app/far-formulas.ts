import type { Finding, Outcome, ReportLine } from "../app-port";
import { type FarCells, farCellsOf } from "../check/spelling";
import { findForm } from "../form/find";
import { indicatorsHome, indicatorsReach } from "../form/indicators-layout";
import { type LogLine, withLogLines } from "../form/log-sheet";
import { rankingHome, rankingReach } from "../form/ranking-layout";
import { issue } from "../issue/issue";
import { type Address, cellName, sameSheet } from "../sheet/address";
import type { SheetPatch } from "../sheet/patch";
import type { SheetSnapshot, Snapshot } from "../sheet/snapshot";
import type { CellValue } from "../sheet/workbook";
import { sheetWords } from "../words/sheets";
import { findingOf } from "./finding";

/** Most formulas that are told of one by one, and most lines of the log. */
const mostNamed = 20;
const mostLines = 200;

/** Columns in which a row of ours says what it is about. */
const keyColumns = 4;

type Values = readonly (readonly CellValue[])[];

/** What the rows of a sheet are about: ids of a form, else the first text of a row, where no other row has it. */
function keysOf(sheet: SheetSnapshot): ReadonlyMap<number, string> {
  const form = findForm(sheet);
  if (form !== null) return form.idOf;
  const found = new Map<number, string>();
  const rows = new Map<string, number>();
  sheet.values.forEach((line, row) => {
    const key = line.slice(0, keyColumns).find((value): value is string => typeof value === "string" && value !== "");
    if (key === undefined) return;
    found.set(row, key);
    rows.set(key, (rows.get(key) ?? 0) + 1);
  });
  return new Map([...found].filter(([, key]) => rows.get(key) === 1));
}

/** The values of a sheet after it was written anew. */
function valuesAfter(parts: readonly SheetPatch[]): Values {
  const values: CellValue[][] = [];
  for (const { row, column, cells } of parts.flatMap(({ blocks = [] }) => blocks)) {
    cells.forEach((line, i) => {
      while (values.length <= row + i) values.push([]);
      const cut = values[row + i]!;
      line.forEach((write, j) => {
        if (write === null) return;
        while (cut.length <= column + j) cut.push(null);
        cut[column + j] = write.v;
      });
    });
  }
  return values;
}

/** How many of the rows above each row were moved, and the rows between which all stand, before and after. */
interface Moved {
  readonly above: readonly number[];
  readonly first: number;
  readonly last: number;
}

function movedRows(old: SheetSnapshot, parts: readonly SheetPatch[]): Moved | null {
  const was = keysOf(old);
  const is = new Map([...keysOf({ ...old, values: valuesAfter(parts), formulas: [], texts: [] })].map(([row, key]) => [key, row]));
  const gone = new Set([...was].flatMap(([row, key]) => (is.get(key) === row ? [] : [row])));
  if (gone.size === 0) return null;
  const above = [0];
  old.values.forEach((_, row) => above.push(above[row]! + (gone.has(row) ? 1 : 0)));
  const rows = [...was.keys(), ...is.values()];
  return { above, first: Math.min(...rows), last: Math.max(...rows) };
}

/** Whether cells read another row now. An area around all rows, then and now, still reads all of them. */
function readsMoved({ first, last }: FarCells, moved: Moved): boolean {
  if (first.row <= moved.first && last.row >= moved.last) return false;
  const upTo = (row: number): number => moved.above[Math.min(row, moved.above.length - 1)]!;
  return upTo(last.row + 1) > upTo(first.row);
}

/** Whether a cell computes for us; `kept` tells it of a sheet that is not written anew. */
function ownCells(snapshot: Snapshot): (sheet: SheetSnapshot, row: number, column: number) => boolean {
  const [points, ranks] = [indicatorsHome(snapshot).sheet, rankingHome(snapshot).sheet];
  const known = new Map<SheetSnapshot, (row: number, column: number) => boolean>();
  const within = (reach: { rows: number; columns: number } | null) => (row: number, column: number): boolean =>
    reach === null || (row < reach.rows && column < reach.columns);
  return (sheet, row, column) => {
    let own = known.get(sheet);
    if (own === undefined) {
      const form = sheet === points || sheet === ranks ? null : findForm(sheet);
      own = sheet === points ? within(indicatorsReach(points)) : sheet === ranks ? within(rankingReach(ranks))
        : (_, at) => form !== null && form.owned.has(at);
      known.set(sheet, own);
    }
    return own(row, column);
  };
}

interface FarFormula {
  readonly at: Address;
  readonly formula: string;
  /** The sheet it reads from. */
  readonly sheet: string;
}

/**
 * Formulas of people that read, from another sheet, rows which a patch moves: they stay as they are, as the program does
 * not know that rows moved, and so read other rows. Beside a form whose rows move they are told of by its rebuild.
 */
function farFormulas(snapshot: Snapshot, sheets: readonly SheetPatch[]): FarFormula[] {
  const written = new Map<string, SheetPatch[]>();
  for (const part of sheets) {
    const key = part.sheet.toLowerCase();
    written.set(key, [...(written.get(key) ?? []), part]);
  }
  const movedIn = new Map<string, Moved | null>();
  const movedOf = (name: string): Moved | null => {
    const key = name.toLowerCase();
    if (!movedIn.has(key)) {
      const parts = written.get(key) ?? [];
      const old = parts.some(({ clear }) => clear !== undefined) ? snapshot.sheets.find((sheet) => sameSheet(sheet.name, name)) : undefined;
      movedIn.set(key, old === undefined ? null : movedRows(old, parts));
    }
    return movedIn.get(key)!;
  };
  const isOwn = ownCells(snapshot);
  return snapshot.sheets.flatMap((sheet) => sheet.formulas.flatMap((line, row) => line.flatMap((formula, column): FarFormula[] => {
    if (formula === null || !formula.includes("!") || isOwn(sheet, row, column)) return [];
    const read = farCellsOf(formula).find((cells) => {
      const moved = movedOf(cells.sheet);
      return moved !== null && readsMoved(cells, moved);
    });
    if (read === undefined) return [];
    const here = movedOf(sheet.name);
    if (here !== null && here.above[row + 1] !== here.above[row]) return [];
    return [{ at: { sheet: sheet.name, row, column }, formula, sheet: read.sheet }];
  })));
}

/** What an operation writes, with a finding and lines of the log for formulas of people elsewhere whose rows it moves. */
export function withFarFormulas<T extends Outcome>(snapshot: Snapshot, outcome: T): T {
  const { patch, findings } = outcome;
  const found = patch === null ? [] : farFormulas(snapshot, patch.sheets);
  if (patch === null || found.length === 0) return outcome;
  const { language, now } = snapshot.facts;
  const cellOf = ({ sheet, row, column }: Address): string => `${sheet}!${cellName(row, column)}`;
  const lines = found.slice(0, mostLines).map(({ at, formula, sheet }): LogLine => ({
    when: now.replace("T", " "), what: sheetWords(language).log.far, unit: "", code: "", name: sheet, part: cellOf(at), value: `=${formula}`,
  }));
  const more = found.length - mostNamed;
  const told = found.slice(0, mostNamed).map(({ at, formula, sheet }, k) =>
    findingOf(issue("formula-far-moved", {}, { sheet, formula, more: k === mostNamed - 1 ? more : 0 }), at));
  return {
    ...outcome, patch: { ...patch, sheets: withLogLines(patch.sheets, lines, snapshot, language) }, findings: [...findings, ...told],
  };
}

/** The same findings as lines of a report. */
export const farLines = (findings: readonly Finding[]): ReportLine[] => findings.flatMap(({ issue: found, at }): ReportLine[] =>
  found.code === "formula-far-moved"
    ? [{ code: found.at.cell ?? "", name: `=${found.params.formula}`, unit: null, at }]
    : []);
