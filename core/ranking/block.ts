import { compare, type Exact, exact, isZero, over, sum, times } from "../number/exact";
import type { Settings } from "../rubric/rubric";
import { blocksOf } from "./rank";
import type { Standing } from "./standing";

/** What is said about a block (khối) as a whole. */
export interface BlockStatistics {
  /**
   * Units that enter the counts and means: they have a percentage of their own maximum, and are ranked, or encouraged
   * where `encouragedInCounts`.
   */
  readonly count: number;
  /** Units with a rank. */
  readonly ranked: number;
  /** Units in each band, highest first, empty bands too. */
  readonly bands: ReadonlyMap<string, number>;
  /** Units below the lowest band. */
  readonly bandless: number;
  /** Of the totals; null where nobody counts. */
  readonly mean: Exact | null;
  /** Units with at least half of their own maximum, by indicator. */
  readonly atLeastHalf: ReadonlyMap<string, number>;
  /** Units with at least the mean of the units that count, by indicator. */
  readonly atLeastMean: ReadonlyMap<string, number>;
}

const meanOf = (values: readonly Exact[]): Exact | null =>
  values.length === 0 ? null : over(sum(values), exact(values.length));

function statisticsOf(
  standings: readonly Standing[], settings: Pick<Settings, "bands" | "encouragedInCounts">,
): BlockStatistics {
  const counted = standings.filter(
    ({ entry, percent }) => percent !== null && (entry.unit.ranked || settings.encouragedInCounts),
  );
  const ids = [...new Set(standings.flatMap(({ entry }) => [...entry.indicators.keys()]))];
  const half = new Map<string, number>();
  const mean = new Map<string, number>();
  for (const id of ids) {
    const scored = counted.flatMap(({ entry }) => {
      const own = entry.indicators.get(id);
      return own === undefined || own.points === null || isZero(own.max) ? [] : [{ points: own.points, max: own.max }];
    });
    const middle = meanOf(scored.map(({ points }) => points));
    half.set(id, scored.filter(({ points, max }) => compare(times(points, exact(2)), max) >= 0).length);
    mean.set(id, scored.filter(({ points }) => middle !== null && compare(points, middle) >= 0).length);
  }
  return {
    count: counted.length,
    ranked: standings.filter(({ rank }) => rank !== null).length,
    bands: new Map(settings.bands.map(({ name }) => [name, counted.filter(({ band }) => band === name).length])),
    bandless: counted.filter(({ band }) => band === null).length,
    mean: meanOf(counted.map(({ entry }) => entry.total!)),
    atLeastHalf: half,
    atLeastMean: mean,
  };
}

/** Statistics by block, in the order in which the blocks first appear. */
export function blockStatistics(
  standings: readonly Standing[], settings: Pick<Settings, "bands" | "encouragedInCounts">,
): Map<string, BlockStatistics> {
  return new Map(
    blocksOf(standings.map(({ entry }) => entry)).map((block) => [
      block, statisticsOf(standings.filter(({ entry }) => entry.unit.block === block), settings),
    ]),
  );
}

/**
 * Shares of a whole in tenths of a percent that add up to exactly 1000: what rounding down leaves goes to the largest
 * remainders, the earlier first. All 0 where there is nothing to share.
 */
export function sharesOf(counts: readonly number[]): number[] {
  const total = counts.reduce((left, right) => left + right, 0);
  if (total === 0) return counts.map(() => 0);
  const whole = counts.map((count) => Math.floor((count * 1000) / total));
  const rest = counts.map((count, at) => count * 1000 - whole[at]! * total);
  const left = 1000 - whole.reduce((a, b) => a + b, 0);
  const order = counts.map((_, at) => at).sort((a, b) => rest[b]! - rest[a]! || a - b);
  for (const at of order.slice(0, left)) whole[at]! += 1;
  return whole;
}
