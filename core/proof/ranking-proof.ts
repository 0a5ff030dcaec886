import { cellAt } from "../form/find";
import type { PointsRow } from "../form/indicators-rows";
import { decimalText } from "../number/exact";
import type { Indicator } from "../ranking/indicator";
import type { Standing } from "../ranking/standing";
import type { Criterion, Settings } from "../rubric/rubric";
import type { Snapshot } from "../sheet/snapshot";
import { agrees, type Due, type Measure, numberIn, type Right, rightText } from "./due";
import type { Findings } from "./findings";
import type { Effect } from "./proof";
import { pointsPlace, type RankingPlace, ranksPlace } from "./ranking-place";
import { field, type Fields, fieldsOf, isError, standingsBy, type Told } from "./told";

/** The units of a ranking with what the core and what their forms tell of them, all in one order. */
export interface Ranked {
  readonly rows: readonly PointsRow[];
  readonly indicators: readonly Indicator[];
  readonly criteria: readonly Criterion[];
  readonly settings: Settings;
  readonly core: readonly Told[];
  readonly right: readonly Standing[];
  readonly byForms: readonly Told[];
  readonly shownByForms: readonly Standing[];
}

const measureOf = (name: string): Measure =>
  name === "percent" || name === "band" ? name : /^(rank|overall|previousRank)/.test(name) ? "rank" : "points";

/** Fields of `Chỉ số` that the forms give; the others follow from its own total and maximum. */
const fromForms = /^(points |criterion |total$|max$)/;

/** Lines of a ranking that are compared at a time. */
const slice = 256;
/** The pieces that the ranking sheets of so many lines are compared in. */
export const piecesOf = (lines: number): number => 2 * Math.ceil(lines / slice);

/**
 * Holds the ranking sheets against the core, a piece at a time. Returns how many units they tell of, and how many have no line
 * on one of them.
 */
export function* proveRanking(
  found: Findings, snapshot: Snapshot, ranked: Ranked,
): Generator<void, { units: number; absent: number }, void> {
  const { rows, indicators, criteria, settings, core, byForms, shownByForms } = ranked;
  const points = pointsPlace(snapshot, indicators, criteria);
  const ranks = ranksPlace(snapshot, indicators);
  const byPoints = points === null ? byForms : core.map((told, at) => toldOnPoints(points, rows[at]!, told, indicators, criteria));
  const shownByPoints = standingsBy(rows, byPoints, indicators, settings);
  const [compared, absent] = [new Set<string>(), new Set<string>()];
  /** The fields of a line at a time: each of its wrong cells asks for them. */
  const told = (place: RankingPlace, source: readonly Told[], standings: readonly Standing[]): ((at: number) => Fields) => {
    let [line, fields]: [number, Fields] = [-1, new Map()];
    return (at) => {
      if (at !== line) [line, fields] = [at, fieldsOf(rows[at]!, source[at]!, standings[at]!, indicators, criteria, place.words)];
      return fields;
    };
  };

  if (points !== null) {
    const forForms = told(points, byForms, shownByForms);
    const forPoints = told(points, byPoints, shownByPoints);
    yield* compare(found, points, ranked, {
      due: (name, row) => row.form !== null || !/^(points |max$)/.test(name),
      follows: (name, at) => (fromForms.test(name) ? forForms : forPoints)(at).get(name) ?? null,
      broken: (name, at) => (fromForms.test(name) ? byForms : byPoints)[at]!.broken,
      shown: byPoints, standings: shownByPoints, compared, absent,
    });
  }
  if (ranks !== null) {
    const forPoints = told(ranks, byPoints, shownByPoints);
    const byRanks = core.map((own, at) => toldOnRanks(ranks, rows[at]!, own));
    yield* compare(found, ranks, ranked, {
      due: (name, row) => row.unit !== null && (name !== "band" || settings.bands.length > 0),
      follows: (name, at) => forPoints(at).get(name) ?? null,
      broken: (_, at) => byPoints[at]!.broken,
      shown: byRanks, standings: standingsBy(rows, byRanks, indicators, settings), compared, absent,
    });
  }
  return { units: compared.size, absent: absent.size };
}

/** Ranks of one unit; null for one that is not ranked. */
export const ranksOf = (shown: Standing, right: Standing, row: PointsRow): Effect["rank"] =>
  row.unit === null || !row.unit.ranked ? null : { shown: shown.rank, right: right.rank };

interface Against {
  /** Whether a field of a line is computed, not typed. */
  due(name: string, row: PointsRow): boolean;
  /** What a field shows where it only follows from what it takes over. */
  follows(name: string, at: number): Right;
  broken(name: string, at: number): boolean;
  readonly shown: readonly Told[];
  readonly standings: readonly Standing[];
  /** Codes of the units that were compared, and of those that a sheet has no line for. */
  readonly compared: Set<string>;
  readonly absent: Set<string>;
}

/** Holds a ranking sheet against the core. */
function* compare(found: Findings, place: RankingPlace, all: Ranked, against: Against): Generator<void, void, void> {
  const many = new Set(all.rows.flatMap(({ unit }) => (unit === null ? [] : [unit.block]))).size > 1;
  const moved = all.rows.some(({ unit }) => unit?.previous !== undefined);
  for (const [at, row] of all.rows.entries()) {
    if (at % slice === 0) yield;
    const line = place.rows.get(row.code.toLowerCase());
    if (line === undefined) {
      if (row.unit !== null) against.absent.add(row.code.toLowerCase());
      continue;
    }
    const fields = fieldsOf(row, all.core[at]!, all.right[at]!, all.indicators, all.criteria, place.words);
    const dues = new Map<string, Due>();
    for (const [name, column] of place.columns) {
      const right = fields.get(name);
      if (right === undefined || !against.due(name, row)) continue;
      if (name === "overall" && !many) continue;
      if (/^(previousRank|rankDelta|totalDelta)$/.test(name) && !moved) continue;
      dues.set(name, { row: line, column, right, measure: measureOf(name), code: row.code, name: row.name, hidden: false });
    }
    against.compared.add(row.code.toLowerCase());
    const wrong = new Set(found.wrong(place.sheet, [...dues.values()]));
    if (wrong.size === 0) continue;
    const shown = against.shown[at]!;
    const effect: Effect = {
      total: { shown: shown.total === null ? "" : decimalText(shown.total, 15), right: rightText(fields.get("total") ?? null) },
      rank: ranksOf(against.standings[at]!, all.right[at]!, row),
    };
    for (const [name, due] of dues) {
      if (!wrong.has(due)) continue;
      const cell = cellAt(place.sheet, due.row, due.column);
      const follows = agrees(cell, against.follows(name, at)) || (isError(cell) && against.broken(name, at));
      found.add(place.sheet, due, { code: row.code, name: row.name }, follows, effect);
    }
  }
}

/** A line of `Chỉ số` as it stands. */
function toldOnPoints(
  place: RankingPlace, row: PointsRow, core: Told, indicators: readonly Indicator[], criteria: readonly Criterion[],
): Told {
  const line = place.rows.get(row.code.toLowerCase());
  if (line === undefined) return core;
  const at = (name: string, otherwise: Told["max"]): Told["max"] => {
    const column = place.columns.get(name);
    return column === undefined ? otherwise : cellAt(place.sheet, line, column);
  };
  const points = indicators.map(({ id }, i) => at(field.points(id), core.points[i] ?? null));
  const total = at("total", null);
  const max = at("max", core.max);
  const own = core.criteria.length === 0 ? [] : criteria.map(({ id }, i) => at(field.criterion(id), core.criteria[i] ?? null));
  return {
    points, criteria: own, total: place.columns.has("total") ? numberIn(total) : core.total, max,
    broken: [total, max, ...points].some(isError),
  };
}

/** A row of `Xếp hạng` as it stands: it tells of totals alone. */
function toldOnRanks(place: RankingPlace, row: PointsRow, core: Told): Told {
  const line = place.rows.get(row.code.toLowerCase());
  const column = place.columns.get("total");
  if (line === undefined || column === undefined) return core;
  return { ...core, total: numberIn(cellAt(place.sheet, line, column)) };
}
