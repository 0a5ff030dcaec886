import { exact, type Exact, isZero, less, roundPoints, toNumber } from "../number/exact";
import { fullMaximum, pointsText } from "../ranking/indicator";
import { rankDigits, rankKey, type Ties } from "../ranking/rank";
import type { Standing } from "../ranking/standing";
import type { Settings } from "../rubric/rubric";
import type { CellValue } from "../sheet/workbook";
import type { RankingWords } from "../words/ranking-words";
import { beyondKeys, keyMark } from "./indicators-formulas";
import type { IndicatorsLayout, RankingColumns } from "./indicators-layout";
import { isEmpty, isNotScored, type PointsRow } from "./indicators-rows";

/** What the formulas of a line of `Chỉ số` show and hold, by column. */
export type LineValues = ReadonlyMap<number, CellValue>;

const filled = (template: string, ...parts: string[]): string =>
  template.split("{}").reduce((left, right, index) => left + parts[index - 1]! + right);

/** Which number of block a line has: 0 where the list of units lost its code. */
export const homeOf = (row: PointsRow, layout: IndicatorsLayout, words: RankingWords): number =>
  row.unit === null ? 0 : layout.blocks.indexOf(blockShown(row, layout, words)) + 1;

const blockShown = (row: PointsRow, layout: IndicatorsLayout, words: RankingWords): string => {
  if (row.unit === null) return "";
  const named = layout.blocks.length > 1 || layout.blocks[0] !== "";
  return row.unit.block === "" && named ? words.points.noBlock : row.unit.block;
};

/** A number as a formula joins it to text. */
const joined = (points: Exact, decimal: "," | "."): string => pointsText(points).replace(".", decimal);

function noteOf(
  row: PointsRow, keys: readonly CellValue[], home: number, race: number, layout: IndicatorsLayout, words: RankingWords,
  decimal: "," | ".",
): string {
  const { notes } = words.points;
  const { indicators } = layout;
  if (row.unit === null) return notes.unlisted;
  if (home === 0) return notes.newBlock;
  const wrong = keys.indexOf(keyMark.wrong);
  if (wrong >= 0) {
    const { label, min, max } = indicators[wrong]!;
    return filled(notes.wrong, label, joined(min, decimal), joined(max, decimal));
  }
  const full = fullMaximum(indicators);
  if (row.form === null && isZero(row.entry.max) && !isZero(full)) return filled(notes.max, joined(full, decimal));
  const given = row.cells.filter((value) => typeof value === "number").length;
  if (given === 0) return notes.none;
  const missing = indicators.length - given - keys.filter((of) => of === keyMark.none).length;
  if (missing > 0) return filled(notes.missing, String(missing));
  return race === 0 ? notes.encouraged : notes.full;
}

/** `base - points`, as a formula has it: points rounded to what ranks compare. */
function keyNumber(base: number, points: Exact): number {
  const rounded = rankKey(points);
  const key = typeof rounded === "number" ? base * keyUnit - rounded : NaN;
  return Number.isSafeInteger(key) ? key / keyUnit : toNumber(less(exact(BigInt(base)), roundPoints(points, rankDigits)));
}

const keyUnit = 10 ** rankDigits;

/** The values of a line; `place` is the unit's place in the list, 0 where it has none. */
export function lineValues(
  row: PointsRow, standing: Standing, place: number, layout: IndicatorsLayout, settings: Settings, words: RankingWords,
  decimal: "," | ".",
): LineValues {
  const { columns: at, indicators, scale } = layout;
  const home = homeOf(row, layout, words);
  const ranked = row.unit?.ranked ?? true;
  const race = ranked ? home : 0;
  const { total, max } = row.entry;
  const counted = standing.percent === null ? 0 : settings.encouragedInCounts ? home : race;
  const key = (points: Exact, of = race): number => keyNumber(of * scale.width + scale.highest, points);
  const keys = row.cells.map((value, i): CellValue => {
    if (isEmpty(value)) return "";
    if (isNotScored(value)) return keyMark.none;
    const points = row.entry.indicators.get(indicators[i]!.id)?.points ?? null;
    return points === null ? keyMark.wrong : race === 0 ? "" : key(points);
  });
  const value = settings.bandUnit === "points" ? total : standing.percent;
  const band = settings.bands.findIndex(({ name }) => name === standing.band) + 1;
  const values = new Map<number, CellValue>([
    [at.name, row.name],
    [at.block, blockShown(row, layout, words)],
    [at.standing, row.unit === null ? "" : ranked ? words.units.ranked : words.units.encouraged],
    [at.total, total === null ? "" : toNumber(total)],
    [at.max, row.form === null ? row.max : toNumber(max)],
    [at.percent, standing.percent === null ? "" : toNumber(standing.percent)],
    [at.band, standing.band ?? ""],
    [at.note, noteOf(row, keys, home, race, layout, words, decimal)],
    [at.place, place], [at.home, home], [at.race, race], [at.counted, counted],
    [at.totalKey, total === null || race === 0 ? "" : key(total)],
    [at.tally, counted === 0 ? 0 : counted * 100 + (value === null ? 0 : band)],
  ]);
  keys.forEach((of, i) => values.set(at.pointsKey + i, of));
  if (layout.blocks.length > 1) {
    values.set(at.overallKey, total === null || race === 0 ? "" : key(total, 0));
  }
  row.cells.forEach((of, i) => values.set(at.points + i, of ?? ""));
  if (row.form !== null) {
    layout.criteria.forEach(({ id }, i) => {
      const final = row.form!.scores.criteria.get(id)?.final ?? null;
      values.set(at.criteria + i, final === null ? "" : toNumber(final));
    });
  }
  return values;
}

const numbers = (values: readonly CellValue[]): number[] => values.filter((of) => typeof of === "number");

/** Values of one ranking's sorted keys, of their places, and of how many keys the blocks before each have. */
export function sortedValues(
  lines: readonly LineValues[], { key }: RankingColumns, layout: IndicatorsLayout, ties: Ties,
): { keys: number[]; places: number[]; before: number[] } {
  const found = numbers(lines.map((line) => line.get(key) ?? "")).sort((a, b) => a - b);
  const keys = Array.from({ length: layout.rows }, (_, i) => found[i] ?? beyondKeys);
  const tied = (a: number, b: number): boolean => digits15(keys[a]!) === digits15(keys[b]!);
  const places = keys.map((_, i) => i + 1);
  if (ties === "modified") {
    for (let i = keys.length - 2; i >= 0; i -= 1) if (tied(i, i + 1)) places[i] = places[i + 1]!;
  } else {
    for (let i = 1; i < keys.length; i += 1) {
      if (ties === "dense") places[i] = places[i - 1]! + (tied(i, i - 1) ? 0 : 1);
      else if (tied(i, i - 1)) places[i] = places[i - 1]!;
    }
  }
  const { width } = layout.scale;
  return { keys, places, before: layout.blocks.map((_, b) => found.filter((of) => of < (b + 1) * width).length) };
}

/** As a formula compares numbers. */
const digits15 = (value: number): number => Number(value.toPrecision(15));
