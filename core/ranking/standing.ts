import { issue, type Issue } from "../issue/issue";
import { type Exact, less } from "../number/exact";
import { percentOf } from "../scoring/score";
import type { Settings } from "../rubric/rubric";
import { bandOf, bandValue } from "./band";
import { type Place, rankUnits } from "./rank";
import type { Entry } from "./unit";

/** A unit's line in the ranking. */
export interface Standing extends Place {
  readonly entry: Entry;
  /** Of the unit's own maximum, to 8 decimals; null without a total or where that maximum is 0. */
  readonly percent: Exact | null;
  readonly band: string | null;
  /** Ranks won since the period before (previous - current, above 0 is better); null where one of the two is not known. */
  readonly rankDelta: number | null;
  readonly totalDelta: Exact | null;
}

/** Ranks, percent of the own maximum, band and movement of every unit, in the order of the entries. */
export function standingsOf(
  entries: readonly Entry[], settings: Pick<Settings, "ties" | "bands" | "bandUnit">,
): Standing[] {
  return rankUnits(entries, settings.ties).map((place, at) => {
    const entry = entries[at]!;
    const percent = entry.total === null ? null : percentOf(entry.total, entry.max);
    const value = bandValue(settings, entry.total, percent);
    const { rank = null, total = null } = entry.unit.previous ?? {};
    return {
      ...place,
      entry,
      percent,
      band: value === null ? null : bandOf(value, settings.bands),
      rankDelta: rank === null || place.rank === null ? null : rank - place.rank,
      totalDelta: total === null || entry.total === null ? null : less(entry.total, total),
    };
  });
}

/** The units without any score: they stay unranked. */
export const unscoredIssues = (entries: readonly Entry[]): Issue[] =>
  entries
    .filter((entry) => entry.total === null)
    .map(({ unit }) => issue("unit-no-score", { unit: unit.code }, { code: unit.code, name: unit.name }));
