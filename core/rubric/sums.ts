import { compare, decimalText, type Exact, parseExact, plus, zero } from "../number/exact";
import { isCriterion, type Rubric } from "./rubric";

/** A sum of maxima, or a count of criteria, against what the table declares. `group` null: of the whole. */
export interface SumCheck {
  readonly of: "points" | "criteria";
  readonly group: { readonly id: string; readonly code: string; readonly name: string } | null;
  /** Null where nothing is declared. */
  readonly declared: string | null;
  readonly found: string;
  readonly agrees: boolean;
}

interface Below {
  points: Exact;
  criteria: number;
  /** Criteria in groups that the decision does not score. */
  unscored: number;
}

/** Points and criteria below every group, and of the whole under null. Bonuses and deductions stand outside the sums. */
function belowGroups(rubric: Rubric): Map<string | null, Below> {
  const nodes = new Map(rubric.nodes.map((node) => [node.id, node]));
  const sums = new Map<string | null, Below>([[null, { points: zero, criteria: 0, unscored: 0 }]]);
  for (const node of rubric.nodes) if (!isCriterion(node)) sums.set(node.id, { points: zero, criteria: 0, unscored: 0 });
  for (const node of rubric.nodes) {
    if (!isCriterion(node) || node.bonus) continue;
    const above: (string | null)[] = [null];
    let scored = true;
    for (let id = node.parent; id !== null && above.length <= 20; id = nodes.get(id)?.parent ?? null) {
      above.push(id);
      const group = nodes.get(id);
      if (group?.kind === "group" && !group.scored) scored = false;
    }
    for (const id of above) {
      const sum = sums.get(id);
      if (sum === undefined) continue;
      sum.criteria++;
      if (scored) sum.points = plus(sum.points, parseExact(node.max));
      else sum.unscored++;
    }
  }
  return sums;
}

/** What the whole declares besides its groups: its total and its number of criteria; and counts that groups declare. */
export interface Declared {
  readonly total: string | null;
  readonly criteria: number | null;
  readonly counts?: ReadonlyMap<string, number>;
}

/** Every declared sum and count against the rows; the whole's total and count last, declared or not. */
export function sumsOf(rubric: Rubric, declared: Declared = { total: null, criteria: null }): SumCheck[] {
  const below = belowGroups(rubric);
  const checks: SumCheck[] = [];
  const points = (group: SumCheck["group"], own: string | null, sum: Below): SumCheck => ({
    of: "points", group, declared: own, found: decimalText(sum.points), agrees: own === null || compare(parseExact(own), sum.points) === 0,
  });
  const counted = (group: SumCheck["group"], own: number | null, sum: Below): SumCheck => ({
    of: "criteria", group, declared: own === null ? null : String(own), found: String(sum.criteria),
    agrees: own === null || own === sum.criteria || own === sum.criteria - sum.unscored,
  });
  for (const node of rubric.nodes) {
    if (isCriterion(node)) continue;
    const sum = below.get(node.id)!;
    const group = { id: node.id, code: node.code, name: node.name };
    if (node.max !== null && node.scored && node.cap === undefined) checks.push(points(group, node.max, sum));
    const count = declared.counts?.get(node.id);
    if (count !== undefined) checks.push(counted(group, count, sum));
  }
  const whole = below.get(null)!;
  return [...checks, points(null, declared.total, whole), counted(null, declared.criteria, whole)];
}
