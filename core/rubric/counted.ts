import { isZero, parseExact } from "../number/exact";
import { isCriterion, type Node, type Rubric } from "./rubric";

/** Rubrics never change, and every score asks which groups count. */
const known = new WeakMap<Rubric, ReadonlySet<string>>();

/** Ids of the groups whose points count: neither they nor a group above them is "không tính điểm". */
export function countedGroups(rubric: Rubric): ReadonlySet<string> {
  const found = known.get(rubric);
  if (found !== undefined) return found;
  const counted = new Set<string>();
  for (const node of rubric.nodes) if (node.kind === "group" && node.scored && isCounted(node, counted)) counted.add(node.id);
  known.set(rubric, counted);
  return counted;
}

/** Whether no group above a node is "không tính điểm". */
export const isCounted = (node: Node, groups: ReadonlySet<string>): boolean => node.parent === null || groups.has(node.parent);

/** Ids of the nodes that may earn points without a maximum: a bonus, a deduction, a group held between bounds. */
export function openNodes(rubric: Rubric): ReadonlySet<string> {
  const open = new Set<string>();
  for (const node of [...rubric.nodes].reverse()) {
    const own = isCriterion(node) ? node.bonus || isZero(parseExact(node.max)) : node.cap !== undefined;
    if (!own && !open.has(node.id)) continue;
    open.add(node.id);
    if (node.parent !== null) open.add(node.parent);
  }
  return open;
}
