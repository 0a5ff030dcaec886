import { isZero, roundPoints, zero } from "../number/exact";
import { code } from "../rule/code";
import type { Scores } from "../scoring/score";
import type { Indicator } from "./indicator";
import type { Entry, IndicatorPoints, Unit } from "./unit";

/** Whether an indicator was dealt with and nothing of it applies to the unit. */
export function appliesNot(indicator: Indicator, scores: Scores): boolean {
  const criterion = scores.criteria.get(indicator.id);
  if (criterion !== undefined) return criterion.final === null && criterion.code === code.excluded;
  const group = scores.groups.get(indicator.id);
  return group !== undefined && group.filled > 0 && isZero(group.max) && !indicator.open;
}

function pointsOf(indicator: Indicator, scores: Scores): IndicatorPoints {
  const criterion = scores.criteria.get(indicator.id);
  if (criterion !== undefined) return { points: criterion.final, max: criterion.max };
  const group = scores.groups.get(indicator.id);
  if (group === undefined) return { points: null, max: zero };
  return { points: group.filled === 0 || appliesNot(indicator, scores) ? null : group.final, max: group.max };
}

/**
 * What a unit brings to a ranking, from its scores: final points, its own maximum. A unit of which nothing was filled has
 * no total, an indicator of which nothing was filled, or nothing applies, no points.
 */
export function entryOf(indicators: readonly Indicator[], unit: Unit, scores: Scores): Entry {
  const { total } = scores;
  return {
    unit,
    total: total.filled === 0 ? null : roundPoints(total.final, 10),
    max: total.max,
    indicators: new Map(indicators.map((indicator) => [indicator.id, pointsOf(indicator, scores)])),
  };
}
