import { reservedRow, rowId } from "../form/layout";
import { cellAt } from "../form/find";
import type { PointsRow } from "../form/indicators-rows";
import type { FormReading } from "../form/read";
import { compare, type Exact, exact, less, plus, roundPoints, stepGuard, toNumber, zero } from "../number/exact";
import { fullMaximum, type Indicator } from "../ranking/indicator";
import { type Standing, standingsOf } from "../ranking/standing";
import type { Criterion, Settings } from "../rubric/rubric";
import type { CellValue } from "../sheet/workbook";
import type { RankingWords } from "../words/ranking-words";
import { agrees, dueNumber, dueText, numberIn, type Right } from "./due";

/** A unit's results as somebody tells them: the core, its form, a ranking sheet. Cells are as they stand there. */
export interface Told {
  readonly points: readonly CellValue[];
  readonly criteria: readonly CellValue[];
  readonly total: Exact | null;
  readonly max: CellValue;
  /** Some of the cells show errors, which whatever takes them over shows too. */
  readonly broken: boolean;
}

/** What the fields of a ranking's line show, by name: "total", "rank", `points ${id}` and so on. */
export type Fields = ReadonlyMap<string, Right>;

export const field = {
  points: (id: string): string => `points ${id}`,
  criterion: (id: string): string => `criterion ${id}`,
  rank: (id: string): string => `rank ${id}`,
} as const;

export const isError = (value: CellValue): boolean => typeof value === "object" && value !== null;
const numeric = (value: CellValue): Right => dueNumber(numberIn(value));

/** A cell as something that another takes over. */
const taken = (value: CellValue): Right => (typeof value === "string" ? dueText(value) : numeric(value));

/** The core's own word, from the answers of the form or from the points that were typed for a unit without one. */
export function toldByCore(row: PointsRow, criteria: readonly Criterion[]): Told {
  return {
    points: row.cells,
    criteria: row.form === null ? [] : criteria.map(({ id }): CellValue => {
      const final = row.form!.scores.criteria.get(id)?.final ?? null;
      return final === null ? null : toNumber(final);
    }),
    total: row.entry.total,
    max: row.form === null ? row.max : toNumber(row.entry.max),
    broken: false,
  };
}

/** What the form shows: the cells of its final points, its total and its maximum. */
export function toldByForm(
  row: PointsRow, reading: FormReading, indicators: readonly Indicator[], criteria: readonly Criterion[], core: Told,
): Told {
  const { found } = reading;
  const at = (id: string, column: "final" | "max"): CellValue => {
    const own = found.rows.get(id);
    return own === undefined ? null : cellAt(found.sheet, own, found.columns.get(column));
  };
  const total = at(reservedRow.total, "final");
  const max = at(reservedRow.total, "max");
  const finals = indicators.map(({ id }) => at(rowId(id), "final"));
  const own = criteria.map(({ id }) => at(rowId(id), "final"));
  const { scores } = row.form!;
  return {
    // A cell that shows what is right is taken over as the core takes it: nothing at all where nothing is filled in.
    points: indicators.map(({ id }, i) => {
      const shown = finals[i]!;
      const right = scores.criteria.get(id)?.final ?? scores.groups.get(id)?.final ?? null;
      return agrees(shown, dueNumber(right)) || shown === "–" ? core.points[i]! : shown;
    }),
    criteria: own,
    total: agrees(total, { value: scores.total.final }) ? core.total : numberIn(total),
    max,
    broken: [total, max, ...finals, ...own].some(isError),
  };
}

/** Points beyond their bounds count for nobody's place. */
const within = (points: Exact | null, { min, max }: Indicator): Exact | null =>
  points === null || compare(points, less(min, stepGuard)) < 0 || compare(points, plus(max, stepGuard)) > 0 ? null : points;

/** There is no percentage of a maximum above the rubric's. */
const fitting = (max: Exact | null, full: Exact): Exact => (max === null || compare(max, full) > 0 || max.n < 0n ? zero : max);

/** Places, percentages and bands as they follow from what is told. */
export function standingsBy(
  rows: readonly PointsRow[], told: readonly Told[], indicators: readonly Indicator[], settings: Settings,
): Standing[] {
  const full = plus(fullMaximum(indicators), stepGuard);
  const entries = rows.map(({ entry }, at) => {
    const { points, total, max } = told[at]!;
    const own = new Map(indicators.map((indicator, i) => {
      const { id } = indicator;
      const right = entry.indicators.get(id)!;
      const shown = points[i] ?? null;
      const value = right.points !== null && agrees(shown, { value: right.points }) ? right.points : within(numberIn(shown), indicator);
      return [id, { points: value, max: right.max }] as const;
    }));
    return { ...entry, total, max: agrees(max, { value: entry.max }) ? entry.max : fitting(numberIn(max), full), indicators: own };
  });
  return standingsOf(entries, settings);
}

/** Movement is told only where a list knows of the period before. */
export function fieldsOf(
  row: PointsRow, told: Told, standing: Standing, indicators: readonly Indicator[], criteria: readonly Criterion[],
  words: RankingWords,
): Fields {
  const { unit } = row;
  const mark: Right = { text: unit !== null && !unit.ranked ? words.ranks.encouraged : words.ranks.none };
  const place = (rank: number | null | undefined): Right => (rank === null || rank === undefined ? mark : { value: exact(rank) });
  const previous = unit?.previous ?? { total: null, rank: null };
  const whole = (value: number | null): Right => (value === null ? null : { value: exact(value) });
  const { totalDelta } = standing;
  return new Map<string, Right>([
    ...indicators.map(({ id }, i) => [field.points(id), taken(told.points[i] ?? null)] as const),
    ...(row.form === null ? [] : criteria.map(({ id }, i) => [field.criterion(id), taken(told.criteria[i] ?? null)] as const)),
    ["total", dueNumber(told.total)], ["max", numeric(told.max)], ["percent", dueNumber(standing.percent)],
    ["band", dueText(standing.band ?? "")], ["rank", place(standing.rank)], ["overall", place(standing.overall)],
    ...indicators.map(({ id }) => [field.rank(id), place(standing.indicators.get(id))] as const),
    ["previousRank", whole(previous.rank)], ["rankDelta", whole(standing.rankDelta)],
    ["totalDelta", dueNumber(totalDelta === null ? null : roundPoints(totalDelta, 10))],
  ]);
}

