import type { Progress, UnitName } from "../app-port";
import { cellAt } from "../form/find";
import { type PointsRow, pointsRows, type UnitForm } from "../form/indicators-rows";
import { indicatorsHome } from "../form/indicators-layout";
import { reservedRow } from "../form/layout";
import type { FormReading } from "../form/read";
import { decimalText, less, zero } from "../number/exact";
import { type Indicator, indicatorsOf, rankedCriteria } from "../ranking/indicator";
import type { Standing } from "../ranking/standing";
import type { UnitList } from "../ranking/unit-list";
import { type Criterion, isCriterion, type Rubric } from "../rubric/rubric";
import type { Scores } from "../scoring/score";
import type { SheetSnapshot, Snapshot } from "../sheet/snapshot";
import { agrees, contentOf, type Due, keyOf, type Measure, numberIn, rightText } from "./due";
import { formDues } from "./form-due";
import { formFollows } from "./form-follows";
import type { Difference, Effect, Proof } from "./proof";
import { pointsPlace, type RankingPlace, ranksPlace } from "./ranking-place";
import { type Fields, fieldsOf, standingsBy, type Told, toldByCore, toldByForm } from "./told";

/** What is proved: the forms of a workbook with the scores of their answers, and the units that are ranked. */
export interface Proved {
  readonly snapshot: Snapshot;
  readonly rubric: Rubric;
  readonly forms: readonly { readonly reading: FormReading; readonly scores: Scores }[];
  readonly list: UnitList;
  /** By the code of their unit. */
  readonly byUnit: ReadonlyMap<string, UnitForm>;
  readonly outdated: boolean;
}

/** A unit's line with everything that anybody tells of it. */
interface Line {
  readonly row: PointsRow;
  readonly reading: FormReading | null;
}

const measureOf = (name: string): Measure =>
  name === "percent" || name === "band" ? name : /^(rank|overall|previousRank)/.test(name) ? "rank" : "points";

/** Fields of `Chỉ số` that the forms give; the others follow from its own total and maximum. */
const fromForms = /^(points |criterion |total$|max$)/;

class Findings {
  readonly differences: Difference[] = [];
  cells = 0;

  /** Compares the cells that are due on a sheet; returns what the wrong ones are. */
  wrong(sheet: SheetSnapshot, dues: readonly Due[]): Due[] {
    this.cells += dues.length;
    return dues.filter(({ row, column, right }) => !agrees(cellAt(sheet, row, column), right));
  }

  add(sheet: SheetSnapshot, due: Due, unit: UnitName | null, follows: boolean, effect: Effect | null): void {
    const { row, column, right, measure, code, name, hidden } = due;
    const shown = cellAt(sheet, row, column);
    const value = right !== null && "value" in right ? right.value : zero;
    const gain = measure === "points" ? decimalText(less(value, numberIn(shown) ?? zero), 15) : null;
    this.differences.push({
      at: { sheet: sheet.name, row, column }, unit, measure, code, name, shown: contentOf(shown), right: rightText(right),
      text: typeof shown === "string" && shown !== "" && shown !== "–", gain, hidden, follows, effect,
    });
  }
}

/** Computes every score again from the answers alone and holds each computed cell of the workbook against it. */
export function* prove(proved: Proved): Generator<Progress, Proof, void> {
  const { snapshot, rubric, forms, list, byUnit } = proved;
  const indicators = indicatorsOf(rubric);
  const criteria = rankedCriteria(rubric);
  const { settings } = rubric;
  const of = forms.length + 1;
  const found = new Findings();
  let lost = 0;

  const readingOf = new Map(forms.map(({ reading }) => [reading.sheet, reading]));
  const { rows } = pointsRows(rubric, list.units, byUnit, indicatorsHome(snapshot).sheet);
  const lines: Line[] = rows.map((row) => ({ row, reading: row.form === null ? null : readingOf.get(row.form.layout.sheet) ?? null }));
  const core = rows.map((row) => toldByCore(row, criteria));
  const right = standingsBy(rows, core, indicators, settings);
  const byForms = lines.map(({ row, reading }, at) =>
    reading === null ? core[at]! : toldByForm(row, reading, indicators, criteria, core[at]!));
  const shownByForms = standingsBy(rows, byForms, indicators, settings);
  const lineOfForm = new Map(lines.flatMap(({ reading }, at) => (reading === null ? [] : [[reading.sheet, at] as const])));

  for (const [done, { reading, scores }] of forms.entries()) {
    yield { done, of };
    const { sheet } = reading.found;
    const due = formDues(reading.found, rubric, scores);
    lost += due.lost;
    const wrong = found.wrong(sheet, due.dues);
    if (wrong.length === 0) continue;
    const follows = formFollows(reading.found, rubric, new Set(wrong.map(({ row, column }) => keyOf(row, column))));
    const line = lineOfForm.get(reading.sheet);
    const total = cellAt(sheet, reading.found.rows.get(reservedRow.total) ?? -1, reading.found.columns.get("final"));
    const effect: Effect = {
      total: { shown: contentOf(total), right: decimalText(scores.total.final, 15) },
      rank: line === undefined ? null : ranksOf(shownByForms[line]!, right[line]!, rows[line]!),
    };
    for (const each of wrong) found.add(sheet, each, reading.unit, follows(each.row, each.column), effect);
  }

  yield { done: forms.length, of };
  const points = pointsPlace(snapshot, indicators, criteria);
  const ranks = ranksPlace(snapshot, indicators);
  const byPoints = points === null ? byForms : core.map((told, at) => toldOnPoints(points, rows[at]!, told, indicators, criteria));
  const shownByPoints = standingsBy(rows, byPoints, indicators, settings);
  const all: Compared = { rows, indicators, criteria, core, right };
  let absent = 0;
  const compared = new Set<string>();
  const told = (place: RankingPlace, source: Told[], standings: Standing[]): ((at: number) => Fields) =>
    (at) => fieldsOf(rows[at]!, source[at]!, standings[at]!, indicators, criteria, place.words);

  if (points !== null) {
    const forForms = told(points, byForms, shownByForms);
    const forPoints = told(points, byPoints, shownByPoints);
    absent += compare(found, points, all, {
      due: (name, row) => row.form !== null || !/^(points |max$)/.test(name),
      follows: (name, at) => (fromForms.test(name) ? forForms : forPoints)(at).get(name) ?? null,
      shown: byPoints, standings: shownByPoints, compared,
    });
  }
  if (ranks !== null) {
    const forPoints = told(ranks, byPoints, shownByPoints);
    const byRanks = core.map((own, at) => toldOnRanks(ranks, rows[at]!, own));
    absent += compare(found, ranks, all, {
      due: (name, row) => row.unit !== null && (name !== "band" || settings.bands.length > 0),
      follows: (name, at) => forPoints(at).get(name) ?? null,
      shown: byRanks, standings: standingsBy(rows, byRanks, indicators, settings), compared,
    });
  }

  const rated = rubric.nodes.filter(isCriterion);
  const direct = rated.filter(({ rule }) => rule === null || rule.kind === "direct").length;
  const typed = rows.filter(({ form, cells }) => form === null && cells.some((value) => value !== null && value !== "")).length;
  return {
    cells: found.cells, forms: forms.length, units: compared.size,
    entered: direct * forms.length + typed * indicators.length,
    waiting: rated.filter(({ rule }) => rule?.kind === "relative").length * forms.length,
    lost, absent, outdated: proved.outdated, differences: found.differences, digits: settings.digits,
  };
}

/** Ranks of one unit; null for one that is not ranked. */
const ranksOf = (shown: Standing, right: Standing, row: PointsRow): Effect["rank"] =>
  row.unit === null || !row.unit.ranked ? null : { shown: shown.rank, right: right.rank };

interface Compared {
  readonly rows: readonly PointsRow[];
  readonly indicators: readonly Indicator[];
  readonly criteria: readonly Criterion[];
  readonly core: readonly Told[];
  readonly right: readonly Standing[];
}

interface Against {
  /** Whether a field of a line is computed, not typed. */
  due(name: string, row: PointsRow): boolean;
  /** What a field shows where it only follows from what it takes over. */
  follows(name: string, at: number): ReturnType<Fields["get"]> & object | null;
  readonly shown: readonly Told[];
  readonly standings: readonly Standing[];
  /** Codes of the units that were compared. */
  readonly compared: Set<string>;
}

/** Holds a ranking sheet against the core; returns how many units it has no line for. */
function compare(found: Findings, place: RankingPlace, all: Compared, against: Against): number {
  let absent = 0;
  const many = new Set(all.rows.flatMap(({ unit }) => (unit === null ? [] : [unit.block]))).size > 1;
  const moved = all.rows.some(({ unit }) => unit?.previous !== undefined);
  all.rows.forEach((row, at) => {
    const line = place.rows.get(row.code.toLowerCase());
    if (line === undefined) {
      if (row.unit !== null) absent += 1;
      return;
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
    if (wrong.size === 0) return;
    const shown = against.shown[at]!;
    const effect: Effect = {
      total: { shown: shown.total === null ? "" : decimalText(shown.total, 15), right: rightText(fields.get("total") ?? null) },
      rank: ranksOf(against.standings[at]!, all.right[at]!, row),
    };
    for (const [name, due] of dues) {
      if (!wrong.has(due)) continue;
      const follows = agrees(cellAt(place.sheet, due.row, due.column), against.follows(name, at));
      found.add(place.sheet, due, { code: row.code, name: row.name }, follows, effect);
    }
  });
  return absent;
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
  const total = at("total", null);
  return {
    points: indicators.map(({ id }, i) => at(`points ${id}`, core.points[i] ?? null)),
    criteria: core.criteria.length === 0 ? [] : criteria.map(({ id }, i) => at(`criterion ${id}`, core.criteria[i] ?? null)),
    total: place.columns.has("total") ? numberIn(total) : core.total,
    max: at("max", core.max),
  };
}

/** A row of `Xếp hạng` as it stands: it tells of totals alone. */
function toldOnRanks(place: RankingPlace, row: PointsRow, core: Told): Told {
  const line = place.rows.get(row.code.toLowerCase());
  const column = place.columns.get("total");
  if (line === undefined || column === undefined) return core;
  return { ...core, total: numberIn(cellAt(place.sheet, line, column)) };
}
