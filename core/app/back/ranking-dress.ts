import { dressIndicators } from "../../form/indicators-dress";
import { indicatorsColumns, indicatorsKey, indicatorsReach, indicatorsRows } from "../../form/indicators-layout";
import { letterRows, rankingKey, rankingPlaces, type RankingPlaces } from "../../form/ranking-layout";
import { dressRanks } from "../../form/ranks-dress";
import { fromCell, zero } from "../../number/exact";
import type { SheetPatch } from "../../sheet/patch";
import type { Language, SheetSnapshot } from "../../sheet/snapshot";
import type { CellValue } from "../../sheet/workbook";
import { rankingWords, sheetWords } from "../../words/sheets";

type Dress = Omit<SheetPatch, "sheet">;

const valueAt = ({ values }: SheetSnapshot, row: number, column: number): CellValue => values[row]?.[column] ?? null;
const formulaAt = ({ formulas }: SheetSnapshot, row: number, column: number): string | null => formulas[row]?.[column] ?? null;
const textAt = (sheet: SheetSnapshot, row: number, column: number): string => {
  const value = valueAt(sheet, row, column);
  return typeof value === "string" ? value : "";
};
const numberAt = (sheet: SheetSnapshot, row: number, column: number) => {
  const value = valueAt(sheet, row, column);
  return typeof value === "number" ? fromCell(value) : zero;
};
const range = (from: number, to: number): number[] => Array.from({ length: Math.max(0, to - from) }, (_, k) => from + k);

/** The numbers that the places on a sheet of points follow from. */
function countsOf(points: SheetSnapshot): { n: number; criteria: number; blocks: number; end: number } | null {
  const reach = indicatorsReach(points);
  if (reach === null || reach.rows <= indicatorsRows.firstRow) return null;
  const keys = (points.values[0] ?? []).map((value) => (typeof value === "string" ? value.normalize("NFC") : ""));
  const count = (prefix: string): number => keys.filter((key) => key.startsWith(prefix)).length;
  const [n, criteria] = [count(indicatorsKey.points("")), count(indicatorsKey.criterion(""))];
  const { columns: { blockName } } = indicatorsColumns(n, criteria, 1);
  const { firstRow } = indicatorsRows;
  const named = range(firstRow, reach.rows).filter((row) => textAt(points, row, blockName) !== "").length;
  return { n, criteria, blocks: Math.max(1, named), end: reach.rows };
}

/** Decimals that a sheet of points shows at the least; null where none of its figures tells. */
export function shownDigits(points: SheetSnapshot, decimal: string): number | null {
  const counts = countsOf(points);
  if (counts === null || points.texts === undefined) return null;
  const { columns: at } = indicatorsColumns(counts.n, counts.criteria, counts.blocks);
  const shown = range(indicatorsRows.firstRow, counts.end).flatMap((row) => range(at.points, at.max + 1).flatMap((column) => {
    const value = valueAt(points, row, column);
    if (typeof value !== "number") return [];
    // A text is told only where it is other than the figure itself.
    const text = points.texts![row]?.[column] ?? String(value).replace(".", decimal);
    return [text.split(decimal)[1]?.length ?? 0];
  }));
  return shown.length === 0 ? null : Math.min(6, ...shown);
}

/**
 * How a sheet of points was dressed when it was written, as its own cells tell; null where these are not in our order.
 * `before`: the columns that stand there now.
 */
export function pointsDress(points: SheetSnapshot, before: number, digits: number, language: Language): Dress | null {
  const counts = countsOf(points);
  if (counts === null) return null;
  const { n, criteria, blocks, end } = counts;
  const places = indicatorsColumns(n, criteria, blocks);
  const { columns: at } = places;
  const { minRow, maxRow, headRow, firstRow } = indicatorsRows;
  const look = {
    layout: {
      ...indicatorsRows, ...places, rows: end - firstRow,
      blocks: range(firstRow, firstRow + blocks).map((row) => textAt(points, row, at.blockName)),
      indicators: range(at.points, at.points + n).map((column) => ({
        label: textAt(points, headRow, column), min: numberAt(points, minRow, column), max: numberAt(points, maxRow, column),
      })),
      criteria: range(at.criteria, at.criteria + criteria).map((column) => ({ name: textAt(points, headRow, column).replace(/^\S*\. /, "") })),
    },
    digits,
    // A band is told by what it begins at.
    withBands: range(firstRow, end).some((row) => formulaAt(points, row, at.band)?.includes(">") === true),
    full: numberAt(points, maxRow, at.max),
    rows: range(firstRow, end).map((row) => ({
      name: textAt(points, row, at.name),
      typed: !range(at.points, at.points + n).some((column) => formulaAt(points, row, column)?.includes("!") === true),
    })),
  };
  return dressIndicators(look, before, rankingWords(language), language);
}

/** Where everything stands on a sheet of ranks that was written beside that sheet of points; null where it is not so. */
function placesOn(ranks: SheetSnapshot, { n, blocks }: { readonly n: number; readonly blocks: number }): RankingPlaces | null {
  const tag = ranks.values[0]?.indexOf(rankingKey.tag) ?? -1;
  const { columns: { late }, firstRow } = rankingPlaces(n, 1, blocks, 0);
  let rows = 0;
  while (formulaAt(ranks, firstRow + rows, late) !== null) rows += 1;
  const date = ranks.values.findIndex((_, row) => textAt(ranks, row, tag) === "date");
  const bands = (date - rankingPlaces(n, rows, blocks, 0).letters.date) / blocks;
  if (tag < 0 || !Number.isInteger(bands) || bands < 0) return null;
  const places = rankingPlaces(n, rows, blocks, bands);
  return places.columns.tag === tag && letterRows.every((row) => textAt(ranks, places.letters[row], tag) === row) ? places : null;
}

/** The same for a sheet of ranks, beside its sheet of points. */
export function ranksDress(ranks: SheetSnapshot, points: SheetSnapshot | null, before: number, digits: number, language: Language): Dress | null {
  const counts = points === null ? null : countsOf(points);
  const layout = counts === null ? null : placesOn(ranks, counts);
  if (counts === null || layout === null) return null;
  const { columns: at, firstRow, headRow, rows, summary } = layout;
  const look = {
    layout, digits, manyBlocks: counts.blocks > 1,
    withBands: summary.some(({ bandRow, countedRow }) => countedRow > bandRow),
    withPrevious: formulaAt(ranks, firstRow, at.previousRank) !== null,
    heads: range(at.indicators, at.indicators + counts.n).map((column) => textAt(ranks, headRow, column)),
    names: range(firstRow, firstRow + rows).map((row) => textAt(ranks, row, at.name)),
  };
  return dressRanks(look, before, rankingWords(language), sheetWords(language).form);
}
