import { add, area, call, cell, type Expr, infix, num, text, when } from "../formula/expr";
import { rowFormula } from "../ranking/row-formula";
import { roundFormula } from "../rule/formula";
import type { Settings } from "../rubric/rubric";
import type { RankingWords } from "../words/ranking-words";
import { listColumn, wholeColumn } from "./indicators-formulas";
import { type RankingColumns, rankingsOf } from "./indicators-layout";
import type { RankingLayout, SummaryRows } from "./ranking-layout";
import type { UnitsLayout } from "./units-sheet";

const empty = text("");
const isNumber = (of: Expr): Expr => call("ISNUMBER", of);
const positive = (of: Expr): Expr => infix(of, ">", num(0));

/** What a row's order is made of: the block's number in millions, then the rank, or where units without one belong. */
export const orderParts = { block: 1_000_000, unknownBlock: 999, unranked: 500_000, unscored: 900_000 } as const;

/** The formulas that every row holds alike, by column. References to other sheets are absolute: rows can be sorted. */
export function rowFormulas(
  layout: RankingLayout, units: UnitsLayout, settings: Settings, words: RankingWords, withPrevious: boolean,
): ReadonlyMap<number, (row: number) => string> {
  const { columns: at, points } = layout;
  const { columns: from, sheet } = points;
  const made = new Map<number, (row: number) => string>();
  type Own = (column: number) => Expr;
  const put = (column: number, build: (own: Own) => Expr): void => {
    made.set(column, rowFormula((row) => build((of) => cell(row, of))));
  };
  const column = (of: number): Expr => wholeColumn(points, of, sheet);
  const inPoints = (own: Own, of: number): Expr => call("INDEX", column(of), own(at.line));
  const found = (own: Own, then: Expr, otherwise: Expr): Expr => when(positive(own(at.line)), then, otherwise);

  put(at.line, (own) => call("IFERROR", call("MATCH", own(at.code), column(from.code), num(0)), num(0)));
  put(at.place, (own) => found(own, inPoints(own, from.place), num(0)));
  put(at.home, (own) => found(own, inPoints(own, from.home), num(0)));
  put(at.race, (own) => found(own, inPoints(own, from.race), num(0)));
  const copy = (target: number, source: number): void => put(target, (own) => found(own, inPoints(own, source), empty));
  if (points.blocks.length > 1) copy(at.block, from.block);
  copy(at.points, from.total);
  put(at.max, (own) => found(own, when(isNumber(inPoints(own, from.max)), inPoints(own, from.max), empty), empty));
  copy(at.percent, from.percent);
  if (settings.bands.length > 0) copy(at.band, from.band);

  const mark = (own: Own): Expr => when(positive(own(at.home)), text(words.ranks.encouraged), text(words.ranks.none));
  const rankOf = (own: Own, { key, before, sorted }: RankingColumns): Expr => {
    const places = column(sorted + 1);
    const rank = call("INDEX", places, call("MATCH", inPoints(own, key), column(sorted), num(1)));
    if (before === null) return rank;
    const earlier = call(
      "INDEX", area(points.firstRow, before, points.blocks.length, 1, sheet, true), own(at.race),
    );
    if (settings.ties !== "dense") return infix(rank, "-", earlier);
    return infix(rank, "-", when(positive(earlier), call("INDEX", places, earlier), num(0)));
  };
  const ranked = (target: number, of: RankingColumns): void =>
    put(target, (own) =>
      when(
        positive(own(at.race)),
        when(isNumber(inPoints(own, of.key)), rankOf(own, of), text(words.ranks.none)), mark(own),
      ),
    );
  const { total, indicators, overall } = rankingsOf(points);
  ranked(at.rank, total);
  if (overall !== null) ranked(at.overall, overall);
  indicators.forEach((of, i) => ranked(at.indicators + i, of));

  if (withPrevious) {
    const before = (own: Own, of: "previousTotal" | "previousRank", then: (value: Expr) => Expr): Expr => {
      const value = call("INDEX", listColumn(units, of), own(at.place));
      return when(positive(own(at.place)), when(isNumber(value), then(value), empty), empty);
    };
    put(at.previousRank, (own) => before(own, "previousRank", (value) => value));
    put(at.rankDelta, (own) =>
      when(
        isNumber(own(at.previousRank)),
        when(isNumber(own(at.rank)), infix(own(at.previousRank), "-", own(at.rank)), empty), empty,
      ),
    );
    put(at.totalDelta, (own) =>
      before(own, "previousTotal", (value) =>
        when(isNumber(own(at.points)), roundFormula(infix(own(at.points), "-", value), 10), empty),
      ),
    );
  }

  put(at.order, (own) => {
    const block = when(positive(own(at.home)), own(at.home), num(orderParts.unknownBlock));
    const without = when(isNumber(own(at.points)), num(orderParts.unranked), num(orderParts.unscored));
    return add(infix(block, "*", num(orderParts.block)), when(isNumber(own(at.rank)), own(at.rank), without));
  });
  return made;
}

export const nameOfRow = (layout: RankingLayout, row: number, name: string): Expr => {
  const { columns: at, points } = layout;
  const line = cell(row, at.line);
  const live = call("INDEX", wholeColumn(points, points.columns.name, points.sheet), line);
  return when(positive(line), live, text(name.slice(0, 250)));
};

/** 1 where a row should stand above the one before it. */
export function lateFormula(layout: RankingLayout): (row: number) => string {
  const { order } = layout.columns;
  const first = rowFormula(() => num(0));
  const later = rowFormula((row) => when(infix(cell(row, order), "<", cell(row - 1, order)), num(1), num(0)));
  return (row) => (row === layout.firstRow ? first : later)(row);
}

export const stateFormula = (layout: RankingLayout, words: RankingWords): Expr => {
  const late = call("SUM", area(layout.firstRow, layout.columns.late, layout.rows, 1));
  const { outOfOrder, outOfOrderBlocks } = words.ranks;
  return when(positive(late), text(layout.points.blocks.length > 1 ? outOfOrderBlocks : outOfOrder), empty);
};

/** The closing table's formulas for one block, by row and column; `number` is the block's, from 1. */
export function summaryFormulas(
  layout: RankingLayout, summary: SummaryRows, number: number,
): { row: number; column: number; formula: Expr }[] {
  const { columns: at, points } = layout;
  const column = (of: number): Expr => wholeColumn(points, of, points.sheet);
  const cells: { row: number; column: number; formula: Expr }[] = [];
  const put = (row: number, of: number, formula: Expr): void => void cells.push({ row, column: of, formula });
  const { bandRow, bands, countedRow, rankedRow, meanRow } = summary;
  const own = (of: number): Expr => area(bandRow, of, bands.length, 1, undefined, true);
  const counted = cell(countedRow, at.points, undefined, true);

  bands.forEach((band, k) => {
    const row = bandRow + k;
    const code = number * 100 + (band === "" ? 0 : k + 1);
    put(row, at.points, call("COUNTIF", column(points.columns.tally), num(code)));
    const thousandfold = infix(cell(row, at.points), "*", num(1000));
    put(row, at.whole, when(positive(counted), call("INT", infix(thousandfold, "/", counted)), num(0)));
    put(row, at.rest, infix(infix(thousandfold, "-", infix(cell(row, at.whole), "*", counted)), "*", num(100)));
    put(row, at.turn, infix(cell(row, at.rest), "-", num(k)));
    const left = infix(num(1000), "-", call("SUM", own(at.whole)));
    const more = when(infix(call("RANK", cell(row, at.turn), own(at.turn), num(0)), "<=", left), num(1), num(0));
    put(row, at.max, when(positive(counted), infix(infix(cell(row, at.whole), "+", more), "/", num(10)), num(0)));
  });
  put(countedRow, at.points, call("COUNTIF", column(points.columns.counted), num(number)));
  if (bands.length > 0) put(countedRow, at.max, call("ROUND", call("SUM", own(at.max)), num(1)));
  const keys = column(points.columns.totalKey);
  const { width } = points.scale;
  const upTo = (block: number): Expr => call("COUNTIF", keys, text(`<${block * width}`));
  put(rankedRow, at.points, infix(upTo(number + 1), "-", upTo(number)));
  const sum = call("SUMIF", column(points.columns.counted), num(number), column(points.columns.total));
  put(meanRow, at.points, when(positive(counted), infix(sum, "/", counted), empty));
  return cells;
}
