import { type Indicator, indicatorsOf, type KeyScale, keyScale, rankedCriteria } from "../ranking/indicator";
import type { Criterion, Rubric } from "../rubric/rubric";
import type { SheetSnapshot, Snapshot } from "../sheet/snapshot";
import { type Home, homeSheet } from "./home-sheet";

export const indicatorsSheetName = "Chỉ số";

/** The keys of the columns in the hidden first row. Points stand under `points <id>`, criteria under `criterion <id>`. */
export const indicatorsKey = {
  code: "ranking.code", name: "ranking.name", max: "ranking.max",
  points: (id: string): string => `points ${id}`,
  criterion: (id: string): string => `criterion ${id}`,
} as const;

export const indicatorsHome = (snapshot: Snapshot): Home => homeSheet(snapshot, indicatorsSheetName, indicatorsKey.code);

/**
 * Where everything stands on `Chỉ số`, rows and columns from 0. Columns from `place` on are hidden helpers and stay where
 * they are when a person sorts: `place` of the unit in its list, its block's number `home`, `race` (the same, 0 for
 * encouraged units), `counted` (the same, 0 for units that no count or mean takes in), the rank keys of total and
 * indicators, `tally` (counted * 100 + the band's number). Then a table of blocks: name, and how many rank keys lie in
 * the blocks before; then, for each ranking, the keys in order, each with its place. A rank is found by a search in
 * sorted keys, which stays quick with thousands of units; `RANK` looks at all of them for each.
 */
export interface IndicatorsLayout {
  readonly sheet: string;
  readonly indicators: readonly Indicator[];
  readonly criteria: readonly Criterion[];
  /** Blocks as shown, in order; one nameless block where the list has none. */
  readonly blocks: readonly string[];
  readonly scale: KeyScale;
  readonly minRow: number;
  readonly maxRow: number;
  readonly headRow: number;
  readonly firstRow: number;
  /** Lines of units; at least one. */
  readonly rows: number;
  readonly columns: Readonly<Record<
    | "code" | "name" | "block" | "standing" | "points" | "total" | "max" | "percent" | "band" | "note" | "criteria"
    | "place" | "home" | "race" | "counted" | "totalKey" | "pointsKey" | "overallKey" | "tally"
    | "blockName" | "totalBefore" | "pointsBefore" | "position" | "sorted",
    number
  >>;
  /** Columns a person sees, from the first. */
  readonly shown: number;
  readonly width: number;
}

/** One ranking's columns: its keys, how many lie in the blocks before, the keys in order with their places behind. */
export interface RankingColumns {
  readonly key: number;
  /** Null where the blocks do not matter. */
  readonly before: number | null;
  readonly sorted: number;
}

/** The rankings of the total and of each indicator, and, where there are blocks, of the total over all of them. */
export function rankingsOf(
  layout: IndicatorsLayout,
): { total: RankingColumns; indicators: readonly RankingColumns[]; overall: RankingColumns | null } {
  const { columns, indicators, blocks } = layout;
  const many = blocks.length > 1;
  return {
    total: { key: columns.totalKey, before: many ? columns.totalBefore : null, sorted: columns.sorted },
    indicators: indicators.map((_, i) => ({
      key: columns.pointsKey + i, before: many ? columns.pointsBefore + i : null, sorted: columns.sorted + 2 * (i + 1),
    })),
    overall: many ? { key: columns.overallKey, before: null, sorted: columns.sorted + 2 * (indicators.length + 1) } : null,
  };
}

export const allRankings = (layout: IndicatorsLayout): RankingColumns[] => {
  const { total, indicators, overall } = rankingsOf(layout);
  return [total, ...indicators, ...(overall === null ? [] : [overall])];
};

/** Its rows above the first line. */
export const indicatorsRows = { minRow: 3, maxRow: 4, headRow: 5, firstRow: 6 } as const;

/** Its columns, by how many indicators, criteria and blocks there are. */
export function indicatorsColumns(n: number, criteria: number, blocks: number): Pick<IndicatorsLayout, "columns" | "shown" | "width"> {
  const total = 4 + n;
  const place = total + 5 + criteria;
  const blockName = place + 7 + n;
  const position = blockName + 2 + n;
  const sorted = position + 1;
  return {
    columns: {
      code: 0, name: 1, block: 2, standing: 3, points: 4, total, max: total + 1, percent: total + 2, band: total + 3,
      note: total + 4, criteria: total + 5,
      place, home: place + 1, race: place + 2, counted: place + 3, totalKey: place + 4, pointsKey: place + 5,
      overallKey: place + 5 + n, tally: place + 6 + n,
      blockName, totalBefore: blockName + 1, pointsBefore: blockName + 2,
      position, sorted,
    },
    shown: place,
    width: sorted + 2 * (n + (blocks > 1 ? 2 : 1)),
  };
}

export function layoutIndicators(
  rubric: Rubric, blocks: readonly string[], rows: number, withForms: boolean, sheet = indicatorsSheetName,
): IndicatorsLayout {
  const indicators = indicatorsOf(rubric);
  const criteria = withForms ? rankedCriteria(rubric) : [];
  return {
    sheet,
    indicators,
    criteria,
    blocks: blocks.length === 0 ? [""] : blocks,
    scale: keyScale(indicators),
    ...indicatorsRows,
    rows: Math.max(1, rows),
    ...indicatorsColumns(indicators.length, criteria.length, blocks.length),
  };
}

/** How far a sheet of points that stands reaches; null where its columns are no longer in our order. */
export function indicatorsReach(sheet: SheetSnapshot | null): { rows: number; columns: number } | null {
  const keys = (sheet?.values[0] ?? []).map((value) => (typeof value === "string" ? value.normalize("NFC") : ""));
  const count = (prefix: string): number => keys.filter((key) => key.startsWith(prefix)).length;
  const n = count(indicatorsKey.points(""));
  const inOrder = keys[0] === indicatorsKey.code && keys[1] === indicatorsKey.name && keys[5 + n] === indicatorsKey.max;
  if (sheet === null || !inOrder) return null;
  const blockName = 4 + n + 5 + count(indicatorsKey.criterion("")) + 7 + n;
  const position = blockName + 2 + n;
  // Rows may have been deleted or copied: what counts them then has gaps.
  const isLine = (row: number): boolean => {
    const value = sheet.values[row]?.[position];
    return typeof value === "number" && Number.isInteger(value) && value > 0 && (sheet.formulas[row]?.[position] ?? null) === null;
  };
  const first = sheet.values.findIndex((_, row) => row > 0 && isLine(row));
  if (first < 0) return null;
  let end = first;
  while (isLine(end)) end += 1;
  const overall = position + 1 + 2 * (n + 1);
  const manyBlocks = sheet.values.slice(first, end).some((row, at) =>
    (at > 0 && typeof row[blockName] === "string" && row[blockName] !== "") || (sheet.formulas[first + at]?.[overall] ?? null) !== null);
  return { rows: end, columns: position + 1 + 2 * (n + (manyBlocks ? 2 : 1)) };
}
