import { type Standing, standingsOf } from "../ranking/standing";
import type { UnitList } from "../ranking/unit-list";
import type { Rubric } from "../rubric/rubric";
import type { Snapshot } from "../sheet/snapshot";
import { indicatorsHome } from "./indicators-layout";
import { pointsRows, type UnitForm } from "./indicators-rows";

/** Where the units of a list stand, in its order, from their forms and from the points on `Chỉ số`. */
export function standUnits(
  snapshot: Snapshot, rubric: Rubric, list: UnitList, forms: ReadonlyMap<string, UnitForm>,
): readonly Standing[] {
  const { rows } = pointsRows(rubric, list.units, forms, indicatorsHome(snapshot).sheet);
  return standingsOf(rows.flatMap(({ unit, entry }) => (unit === null ? [] : [entry])), rubric.settings);
}
