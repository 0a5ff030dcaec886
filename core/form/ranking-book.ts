import type { Issue } from "../issue/issue";
import { compare, parseExact, zero } from "../number/exact";
import { type BlockStatistics, blockStatistics } from "../ranking/block";
import { indicatorsOf } from "../ranking/indicator";
import { blocksOf } from "../ranking/rank";
import { type Standing, standingsOf, unscoredIssues } from "../ranking/standing";
import type { UnitList } from "../ranking/unit-list";
import type { Rubric } from "../rubric/rubric";
import type { Expect, Patch } from "../sheet/patch";
import type { SheetSnapshot, Snapshot } from "../sheet/snapshot";
import { rankingWords, sheetWords } from "../words/sheets";
import { indicatorsHome, layoutIndicators } from "./indicators-layout";
import { pointsRows, type UnitForm } from "./indicators-rows";
import { indicatorsPatch, valuesOf } from "./indicators-sheet";
import { homeOf } from "./indicators-values";
import { layoutRanking, rankingHome, writtenOrder } from "./ranking-layout";
import { rankingPatch } from "./ranking-sheet";
import { unitsHome } from "./units-home";
import { layoutUnits, unitsPatch } from "./units-sheet";

/** A ranking, ready to be written. */
export interface RankingBook {
  /** The sheets of units, points and ranks. */
  readonly patch: Patch;
  /** Of the listed units, in the list's order. */
  readonly standings: readonly Standing[];
  readonly statistics: ReadonlyMap<string, BlockStatistics>;
  readonly issues: readonly Issue[];
}

/** What stands in a sheet now: a patch that was computed from less would lose what was typed meanwhile. */
const expected = (sheet: SheetSnapshot | null): Expect[] =>
  sheet === null || sheet.values.length === 0 ? [] : [{ sheet: sheet.name, row: 0, column: 0, values: sheet.values }];

/** Whether a unit can have fewer points, or a lower percentage, than the lowest band asks for. */
function bandlessPossible(rubric: Rubric): boolean {
  const lowest = rubric.settings.bands[rubric.settings.bands.length - 1];
  if (lowest === undefined) return false;
  const from = parseExact(lowest.from);
  const belowZero = indicatorsOf(rubric).some(({ min }) => min.n < 0n);
  return belowZero || compare(from, zero) > 0 || (!lowest.inclusive && compare(from, zero) === 0);
}

/**
 * Ranks the units of a list, from their forms in this workbook and from the points that stand on `Chỉ số`: the three
 * sheets, written in place. `forms` is by unit code.
 */
export function rankingBook(
  snapshot: Snapshot, rubric: Rubric, list: UnitList, forms: ReadonlyMap<string, UnitForm>,
): RankingBook {
  const { language } = snapshot.facts;
  const said = rankingWords(language);
  const unitsNow = unitsHome(snapshot);
  const pointsNow = indicatorsHome(snapshot);
  const ranksNow = rankingHome(snapshot);
  const units = layoutUnits(list, unitsNow.name);
  const { rows, issues } = pointsRows(rubric, list.units, forms, pointsNow.sheet);
  const listed = rows.filter(({ unit }) => unit !== null).map(({ entry }) => entry);
  const all = standingsOf(rows.map(({ entry }) => entry), rubric.settings);
  const standings = all.slice(0, listed.length);
  const statistics = blockStatistics(standings, rubric.settings);

  const named = blocksOf(listed);
  const shownBlock = (block: string): string => (block === "" && named.length > 1 ? said.points.noBlock : block);
  const layout = layoutIndicators(rubric, named.map(shownBlock), rows.length, rows.some(({ form }) => form !== null), pointsNow.name);
  const content = { layout, units, rows, standings: all, settings: rubric.settings, title: rubric.title };
  const lines = valuesOf(content, said, snapshot.facts.decimal);

  const byShown = new Map([...statistics].map(([block, of]) => [shownBlock(block), of]));
  for (const block of layout.blocks) if (!byShown.has(block)) byShown.set(block, nobody(rubric));
  const ranking = layoutRanking(
    layout, listed.length, byShown, rubric.settings.bands.map(({ name }) => name), bandlessPossible(rubric), ranksNow.name,
  );
  const order = writtenOrder(standings, rows.slice(0, listed.length).map((row) => homeOf(row, layout, said)));
  const ranks = {
    layout: ranking, units, rubric,
    rows: order.map((at) => ({ standing: standings[at]!, values: lines[at]!, line: at + 1 })),
  };
  return {
    patch: {
      expect: [unitsNow, pointsNow, ranksNow].flatMap(({ sheet }) => expected(sheet)),
      sheets: [
        unitsPatch(list, unitsNow.sheet, said, unitsNow.name),
        indicatorsPatch(content, lines, pointsNow.sheet, said, language),
        rankingPatch(ranks, ranksNow.sheet, said, sheetWords(language).form),
      ],
      show: { sheet: ranksNow.name, row: ranking.firstRow, column: ranking.columns.name },
    },
    standings,
    statistics,
    issues: [...list.issues, ...issues, ...unscoredIssues(listed)],
  };
}

/** Statistics of a block without units. */
const nobody = (rubric: Rubric): BlockStatistics => ({
  count: 0, ranked: 0, bands: new Map(rubric.settings.bands.map(({ name }) => [name, 0])), bandless: 0, mean: null,
  atLeastHalf: new Map(), atLeastMean: new Map(),
});
