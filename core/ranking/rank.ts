import { type Exact, roundPoints } from "../number/exact";
import type { Settings } from "../rubric/rubric";
import type { Entry } from "./unit";

export type Ties = Settings["ties"];

/** Decimal places that ranks compare; what differs further behind is a tie. */
export const rankDigits = 8;

const scale = 10n ** BigInt(rankDigits);

/** Points as the whole number of 10^-8 that ranks compare; a bigint only beyond 9 * 10^7 points. */
export function rankKey(points: Exact): number | bigint {
  const parts = Number(scale) / Number(points.d);
  const quick = Number(points.n) * parts;
  if (parts >= 1 && Number.isInteger(parts) && Number.isSafeInteger(quick)) return quick;
  const { n, d } = scale % points.d === 0n ? points : roundPoints(points, rankDigits);
  const key = n * (scale / d);
  const short = Number(key);
  return Number.isSafeInteger(short) ? short : key;
}

/** Highest first. Numbers alone are sorted many times faster than beside bigints. */
function descending(keys: readonly (number | bigint)[]): ArrayLike<number | bigint> {
  const numbers = keys.filter((key) => typeof key === "number");
  if (numbers.length === keys.length) return Float64Array.from(numbers).sort().reverse();
  return [...keys].sort((a, b) => (a < b ? 1 : a > b ? -1 : 0));
}

/**
 * Ranks from 1 for the highest; null stays null. `competition`: 1 2 2 4; `dense`: 1 2 2 3; `modified`: 1 3 3 4.
 */
export function rankKeys(keys: readonly (number | bigint | null)[], ties: Ties): (number | null)[] {
  const sorted = descending(keys.filter((key) => key !== null));
  const ranks = new Map<number | bigint, number>();
  for (let from = 0; from < sorted.length; ) {
    let to = from + 1;
    while (to < sorted.length && sorted[to] === sorted[from]) to += 1;
    ranks.set(sorted[from]!, ties === "competition" ? from + 1 : ties === "dense" ? ranks.size + 1 : to);
    from = to;
  }
  return keys.map((key) => (key === null ? null : ranks.get(key)!));
}

/** Ranks of exact points; null for who has none. */
export const rankPoints = (points: readonly (Exact | null)[], ties: Ties): (number | null)[] =>
  rankKeys(points.map((of) => (of === null ? null : rankKey(of))), ties);

/** Where a unit stands; null where it is not ranked (encouraged) or has no points. */
export interface Place {
  /** In its block, by total. */
  readonly rank: number | null;
  /** Among the ranked units of all blocks, by total. */
  readonly overall: number | null;
  /** In its block, by the points of each indicator. */
  readonly indicators: ReadonlyMap<string, number | null>;
}

/** The blocks in the order in which they first appear. */
export const blocksOf = (entries: readonly Pick<Entry, "unit">[]): string[] => [
  ...new Set(entries.map(({ unit }) => unit.block)),
];

/** The places of all units, in the order of the entries. Encouraged units take none, nor do others without points. */
export function rankUnits(entries: readonly Entry[], ties: Ties): Place[] {
  const inRace = (entry: Entry): boolean => entry.unit.ranked && entry.total !== null;
  const keyOf = (points: Exact | null | undefined): number | bigint | null =>
    points === null || points === undefined ? null : rankKey(points);
  const totals = entries.map((entry) => (inRace(entry) ? keyOf(entry.total) : null));
  const overall = rankKeys(totals, ties);
  const ranks = new Array<number | null>(entries.length).fill(null);
  const indicators = entries.map(() => new Map<string, number | null>());

  const members = new Map<string, number[]>();
  entries.forEach(({ unit }, at) => {
    const block = members.get(unit.block);
    if (block === undefined) members.set(unit.block, [at]);
    else block.push(at);
  });
  for (const block of members.values()) {
    rankKeys(block.map((at) => totals[at]!), ties).forEach((rank, i) => (ranks[block[i]!] = rank));
    const ids = new Set(block.flatMap((at) => [...entries[at]!.indicators.keys()]));
    for (const id of ids) {
      const keys = block.map((at) => (entries[at]!.unit.ranked ? keyOf(entries[at]!.indicators.get(id)?.points) : null));
      rankKeys(keys, ties).forEach((rank, i) => indicators[block[i]!]!.set(id, rank));
    }
  }
  return entries.map((_, at) => ({ rank: ranks[at]!, overall: overall[at]!, indicators: indicators[at]! }));
}
