import { rankingBook, type RankingBook } from "../../core/form/ranking-book";
import { indicatorsKey, indicatorsSheetName } from "../../core/form/indicators-layout";
import type { UnitForm } from "../../core/form/indicators-rows";
import { listOf, readUnits } from "../../core/form/units-home";
import type { Unit } from "../../core/ranking/unit";
import { type Criterion, defaultSettings, type Rubric, type Settings } from "../../core/rubric/rubric";
import { applyPatch, snapshotOf } from "../../core/sheet/apply";
import type { Patch } from "../../core/sheet/patch";
import type { Facts } from "../../core/sheet/snapshot";
import type { Cell, CellValue, Sheet, Workbook } from "../../core/sheet/workbook";
import { emptyWorkbook } from "../../core/sheet/workbook";
import type { Chance } from "./chance";

export const facts: Facts = { host: "page", language: "vi", decimal: ".", now: "2026-11-22T08:30" };

export const bands = [
  { name: "Dẫn dắt", from: "75", inclusive: false }, { name: "Nâng cao", from: "50", inclusive: true },
  { name: "Khởi động", from: "0", inclusive: true },
];

/** A rubric of criteria that take points directly, each an indicator: maximum, and minimum where it is not 0. */
export function pointsRubric(maxima: readonly (readonly [max: string, min?: string])[], settings: Partial<Settings> = {}): Rubric {
  return {
    id: "points", title: "Bộ chỉ số thử", decision: "Quyết định số 1/QĐ-UBND", level: "xa", year: "2026", pillars: [],
    nodes: maxima.map(([max, min = "0"], at): Criterion => ({
      kind: "criterion", id: `n${at}`, code: String(at + 1), name: `Chỉ số “${at + 1}”`, parent: null, max, min,
      bonus: min !== "0", text: "", rule: null, evidence: "",
    })),
    settings: { ...defaultSettings, bands, ...settings },
  };
}

export const unit = (code: string, block = "", more: Partial<Unit> = {}): Unit => ({
  code, name: `Đơn vị ${code}`, block, ranked: true, ...more,
});

export function applied(workbook: Workbook, patch: Patch): Workbook {
  const result = applyPatch(workbook, patch);
  if (!result.ok) throw new Error(`stale: ${JSON.stringify(result.stale).slice(0, 300)}`);
  return result.workbook;
}

/** A workbook with some cells of one sheet changed; `null` empties a cell. Looks stay. */
export function typedInto(workbook: Workbook, name: string, cells: readonly (readonly [number, number, CellValue])[]): Workbook {
  return {
    ...workbook,
    sheets: workbook.sheets.map((sheet): Sheet => {
      if (sheet.name !== name) return sheet;
      const grid = sheet.cells.map((row) => row?.slice() ?? []);
      for (const [row, column, v] of cells) {
        const old: Cell | undefined = grid[row]?.[column];
        (grid[row] ??= [])[column] = { v, ...(old?.s === undefined ? {} : { s: old.s }) };
      }
      return { ...sheet, cells: grid };
    }),
  };
}

export const sheetOf = (workbook: Workbook, name: string): Sheet => workbook.sheets.find((sheet) => sheet.name === name)!;

/** The column of `Chỉ số` with a key, and the row of a unit's code. */
export function pointsCell(workbook: Workbook, code: string, key: string): [number, number] {
  const { cells } = sheetOf(workbook, indicatorsSheetName);
  const column = cells[0]!.findIndex((cell) => cell?.v === key);
  return [cells.findIndex((row) => row?.[0]?.v === code), column];
}

export interface Ranked {
  readonly workbook: Workbook;
  readonly book: RankingBook;
}

/** Ranks what a workbook holds, in place. */
export function rank(
  workbook: Workbook, rubric: Rubric, forms: ReadonlyMap<string, UnitForm> = new Map(), of: Facts = facts,
): Ranked {
  const snapshot = snapshotOf(workbook, of, null);
  const book = rankingBook(snapshot, rubric, readUnits(snapshot).list, forms);
  return { workbook: applied(workbook, book.patch), book };
}

/** A ranking of units whose points stand in the same order, typed as they are; an empty list leaves a unit without points. */
export function rankTyped(
  rubric: Rubric, units: readonly Unit[], points: readonly (readonly CellValue[])[], maxima: readonly CellValue[] = [],
): Ranked {
  const first = rankingBook(snapshotOf(emptyWorkbook, facts, null), rubric, listOf(units), new Map());
  const empty = applied(emptyWorkbook, first.patch);
  const cells = units.flatMap(({ code }, at) => [
    ...(points[at] ?? []).map((value, k) => [...pointsCell(empty, code, indicatorsKey.points(`n${k}`)), value] as const),
    ...(maxima[at] === undefined ? [] : [[...pointsCell(empty, code, indicatorsKey.max), maxima[at]!] as const]),
  ]);
  return rank(typedInto(empty, indicatorsSheetName, cells), rubric);
}

/**
 * A sheet whose table a person sorted by whatever came to mind: the cells under the filter change their rows as a
 * spreadsheet moves them, relative references go with their row, absolute ones stay.
 */
export function sorted(workbook: Workbook, name: string, chance: Chance): Workbook {
  const { filter, cells } = sheetOf(workbook, name);
  const { row: head, column, rows, columns } = filter!;
  const from = Array.from({ length: rows - 1 }, (_, at) => head + 1 + at);
  const order = from.map((row) => ({ row, by: chance.fraction() })).sort((a, b) => a.by - b.by).map(({ row }) => row);
  const moved = (cell: Cell | undefined, was: number, is: number): Cell | undefined =>
    cell?.f === undefined ? cell : { ...cell, f: cell.f.replace(new RegExp(`(?<![$A-Z])([A-Z]+)${was + 1}(?!\\d)`, "g"), `$1${is + 1}`) };
  const grid = cells.map((row) => row?.slice() ?? []);
  from.forEach((is, at) => {
    const was = order[at]!;
    for (let c = column; c < column + columns; c += 1) grid[is]![c] = moved(cells[was]?.[c], was, is);
  });
  return { ...workbook, sheets: workbook.sheets.map((sheet) => (sheet.name === name ? { ...sheet, cells: grid } : sheet)) };
}
