import { roundPoints, toNumber } from "../number/exact";
import { sharesOf } from "../ranking/block";
import type { Standing } from "../ranking/standing";
import type { CellValue } from "../sheet/workbook";
import type { RankingWords } from "../words/ranking-words";
import type { LineValues } from "./indicators-values";
import { orderParts } from "./ranking-formulas";
import type { RankingLayout, SummaryRows } from "./ranking-layout";

/** What the formulas of a row of `Xếp hạng` show and hold, by column; `line` is the unit's line on `Chỉ số`, from 1. */
export function rowValues(
  layout: RankingLayout, standing: Standing, values: LineValues, line: number, words: RankingWords,
): Map<number, CellValue> {
  const { columns: at, points } = layout;
  const { columns: from } = points;
  const home = Number(values.get(from.home));
  const race = Number(values.get(from.race));
  const mark = race > 0 ? words.ranks.none : home > 0 ? words.ranks.encouraged : words.ranks.none;
  const copy = (column: number): CellValue => values.get(column) ?? "";
  const max = copy(from.max);
  const given = copy(from.total);
  const previous = standing.entry.unit.previous ?? { total: null, rank: null };
  const unranked = given === "" ? orderParts.unscored : orderParts.unranked;
  const row = new Map<number, CellValue>([
    [at.name, copy(from.name)], [at.block, copy(from.block)], [at.points, given],
    [at.max, typeof max === "number" ? max : ""], [at.percent, copy(from.percent)], [at.band, copy(from.band)],
    [at.rank, standing.rank ?? mark], [at.overall, standing.overall ?? mark],
    [at.previousRank, previous.rank ?? ""], [at.rankDelta, standing.rankDelta ?? ""],
    [at.totalDelta, standing.totalDelta === null ? "" : toNumber(roundPoints(standing.totalDelta, 10))],
    [at.line, line], [at.place, copy(from.place)], [at.home, home], [at.race, race],
    [at.order, (home > 0 ? home : orderParts.unknownBlock) * orderParts.block + (standing.rank ?? unranked)],
    [at.late, 0],
  ]);
  points.indicators.forEach(({ id }, i) => row.set(at.indicators + i, standing.indicators.get(id) ?? mark));
  return row;
}

/** Values of the closing table for one block, by row and column. */
export function summaryValues(layout: RankingLayout, summary: SummaryRows): Map<string, CellValue> {
  const { columns: at } = layout;
  const { statistics, bands, bandRow, countedRow, rankedRow, meanRow } = summary;
  const counts = bands.map((band) => (band === "" ? statistics.bandless : statistics.bands.get(band) ?? 0));
  const shares = sharesOf(counts);
  const values = new Map<string, CellValue>();
  const put = (row: number, column: number, value: CellValue): void => void values.set(`${row} ${column}`, value);
  counts.forEach((count, k) => {
    const whole = statistics.count === 0 ? 0 : Math.floor((count * 1000) / statistics.count);
    const rest = (count * 1000 - whole * statistics.count) * 100;
    put(bandRow + k, at.points, count);
    put(bandRow + k, at.max, shares[k]! / 10);
    put(bandRow + k, at.whole, whole);
    put(bandRow + k, at.rest, rest);
    put(bandRow + k, at.turn, rest - k);
  });
  put(countedRow, at.points, statistics.count);
  put(countedRow, at.max, statistics.count === 0 ? 0 : 100);
  put(rankedRow, at.points, statistics.ranked);
  put(meanRow, at.points, statistics.mean === null ? "" : toNumber(statistics.mean));
  return values;
}
