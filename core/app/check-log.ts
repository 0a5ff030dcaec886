import type { Damage } from "../check/damage";
import type { LogLine } from "../form/log-sheet";
import type { Facts } from "../sheet/snapshot";
import { sayDamage } from "../words/damage";
import { sheetWords } from "../words/sheets";
import type { OpenForm } from "./book";
import { findingOf } from "./finding";

type Unit = OpenForm["reading"]["unit"];

/** A line of the log for what gave way: where it stood, and what it was. `what`: the operation, in the log's words. */
export function damageLine({ issue: found, at, was }: Damage, unit: Unit | null, { now, language }: Facts, what: string): LogLine {
  const { cell = "" } = findingOf(found, at).issue.at;
  return {
    when: now.replace("T", " "), what,
    unit: unit === null ? "" : [unit.code, unit.name].filter((part) => part !== "").join(" · "),
    code: "", name: sayDamage(found, language), part: cell,
    value: was === null ? "" : typeof was === "object" ? was.error : was,
  };
}

/** A line for what a repair healed. */
export const healedLine = (healed: Damage, unit: Unit | null, facts: Facts): LogLine =>
  damageLine(healed, unit, facts, sheetWords(facts.language).log.repaired);

/** A line for what was overwritten on the way, as by a build. */
export const gaveWayLine = (gave: Damage, unit: Unit | null, facts: Facts): LogLine =>
  damageLine(gave, unit, facts, sheetWords(facts.language).log.gaveWay);
