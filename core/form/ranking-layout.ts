import { toNumber } from "../number/exact";
import type { BlockStatistics } from "../ranking/block";
import type { Standing } from "../ranking/standing";
import type { SheetSnapshot, Snapshot } from "../sheet/snapshot";
import { type Home, homeSheet } from "./home-sheet";
import type { IndicatorsLayout } from "./indicators-layout";

export const rankingSheetName = "Xếp hạng";

/** Marks in the hidden first row: the columns of what people type, and of the tags that name their rows. */
export const rankingKey = { left: "ranking.left", right: "ranking.right", tag: "ranking.tag" } as const;
export const rankingHome = (snapshot: Snapshot): Home => homeSheet(snapshot, rankingSheetName, rankingKey.tag);

/** How far a ranking that stands reaches: to its last tagged row, and to the helpers of shares behind the tags, if any. */
export function rankingReach(sheet: SheetSnapshot | null): { rows: number; columns: number } | null {
  const tag = sheet?.values[0]?.indexOf(rankingKey.tag) ?? -1;
  const last = tag < 0 ? -1 : sheet!.values.findIndex((row) => row[tag] === "signed");
  const shares = sheet?.formulas.some((row) => (row?.[tag + 1] ?? null) !== null) ?? false;
  return last < 0 ? null : { rows: last + 1, columns: shares ? tag + 4 : tag + 1 };
}

/** Rows in which people type, by their tags. */
export const letterRows = ["agency", "unit", "attached", "date", "sign", "signHint", "signed"] as const;
export type LetterRow = (typeof letterRows)[number];

/** The rows of the closing table that belong to one block. */
export interface SummaryRows {
  readonly block: string;
  readonly statistics: BlockStatistics;
  readonly headRow: number;
  /** First of the bands; behind the lowest one a row for units in no band, "", where there can be any. */
  readonly bandRow: number;
  readonly bands: readonly string[];
  readonly countedRow: number;
  readonly rankedRow: number;
  readonly meanRow: number;
}

/**
 * Where everything stands on `Xếp hạng`, rows and columns from 0. Behind the shown columns the helpers: `line` of the
 * unit on `Chỉ số`, its `place` in the list, `home` and `race` as there, `order` that the rows should have, `late` 1
 * where a row stands below one that it should precede, `tag` of rows that people type in, and for shares that add up
 * `whole` tenths of a percent, `rest`, its place by `turn`.
 */
export interface RankingLayout {
  readonly sheet: string;
  readonly points: IndicatorsLayout;
  readonly columns: Readonly<Record<
    | "number" | "code" | "name" | "block" | "points" | "max" | "percent" | "band" | "rank" | "overall" | "indicators"
    | "previousRank" | "rankDelta" | "totalDelta"
    | "line" | "place" | "home" | "race" | "order" | "late" | "tag" | "whole" | "rest" | "turn",
    number
  >>;
  readonly shown: number;
  readonly width: number;
  readonly letters: Readonly<Record<LetterRow, number>>;
  readonly annexRow: number;
  readonly titleRow: number;
  readonly subtitleRow: number;
  readonly decisionRow: number;
  readonly stateRow: number;
  readonly headRow: number;
  readonly firstRow: number;
  readonly rows: number;
  readonly legendRow: number;
  readonly summaryRow: number;
  readonly summary: readonly SummaryRows[];
}

/** The order in which units are written: block, ranked by rank, encouraged by points, then those without points. */
export function writtenOrder(standings: readonly Standing[], homes: readonly number[]): number[] {
  const kind = ({ rank, entry }: Standing): number => (rank !== null ? 0 : entry.total !== null ? 1 : 2);
  const by = standings.map((standing, at) => ({
    at, home: homes[at]!, kind: kind(standing), rank: standing.rank ?? 0,
    points: kind(standing) === 1 ? toNumber(standing.entry.total!) : 0,
  }));
  return by
    .sort((a, b) => a.home - b.home || a.kind - b.kind || a.rank - b.rank || b.points - a.points || a.at - b.at)
    .map(({ at }) => at);
}

/** Rows of the closing table that belong to one block, as far as they follow from numbers. */
type SummaryPlaces = Pick<SummaryRows, "headRow" | "bandRow" | "countedRow" | "rankedRow" | "meanRow">;
/** Where everything stands, as far as it follows from numbers. */
export type RankingPlaces = Omit<RankingLayout, "sheet" | "points" | "summary"> & { readonly summary: readonly SummaryPlaces[] };

/** The places of so many indicators, units, blocks, and rows of bands for each block. */
export function rankingPlaces(n: number, rows: number, blocks: number, bands: number): RankingPlaces {
  const indicators = 10;
  const previousRank = indicators + n;
  const line = previousRank + 3;
  const firstRow = 10;
  const count = Math.max(1, rows);
  const legendRow = firstRow + count;
  const summaryRow = legendRow + 2;
  let row = summaryRow + 2;
  const summary = Array.from({ length: blocks }, (): SummaryPlaces => {
    const headRow = row;
    const countedRow = headRow + 1 + bands;
    row = countedRow + 3;
    return { headRow, bandRow: headRow + 1, countedRow, rankedRow: countedRow + 1, meanRow: countedRow + 2 };
  });
  return {
    columns: {
      number: 0, code: 1, name: 2, block: 3, points: 4, max: 5, percent: 6, band: 7, rank: 8, overall: 9, indicators,
      previousRank, rankDelta: previousRank + 1, totalDelta: previousRank + 2,
      line, place: line + 1, home: line + 2, race: line + 3, order: line + 4, late: line + 5, tag: line + 6,
      whole: line + 7, rest: line + 8, turn: line + 9,
    },
    shown: line,
    width: line + 10,
    letters: { agency: 1, unit: 2, attached: 7, date: row + 1, sign: row + 2, signHint: row + 3, signed: row + 7 },
    annexRow: 3, titleRow: 4, subtitleRow: 5, decisionRow: 6, stateRow: 8, headRow: 9,
    firstRow, rows: count, legendRow, summaryRow, summary,
  };
}

export function layoutRanking(
  points: IndicatorsLayout, rows: number, statistics: ReadonlyMap<string, BlockStatistics>, bands: readonly string[],
  bandlessPossible: boolean, sheet = rankingSheetName,
): RankingLayout {
  const named = bandlessPossible ? [...bands, ""] : bands;
  const places = rankingPlaces(points.indicators.length, rows, points.blocks.length, named.length);
  return {
    ...places, sheet, points,
    summary: places.summary.map((own, at): SummaryRows => {
      const block = points.blocks[at]!;
      return { ...own, block, statistics: statistics.get(block)!, bands: named };
    }),
  };
}
