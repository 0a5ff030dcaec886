import {
  compare, decimalText, type Exact, exact, less, max, min, parseExact, sum, tenTo, toNumber, zero,
} from "../number/exact";
import { countedGroups, isCounted, openNodes } from "../rubric/counted";
import { type Criterion, isCriterion, type Node, type Rubric } from "../rubric/rubric";

/**
 * A row of the rubric's first level that earns points, or, where the first level only gathers (I Nhóm chỉ số nền tảng),
 * of the level below; units are ranked by each.
 */
export interface Indicator {
  readonly id: string;
  readonly code: string;
  /** Code and name, as heads show it. */
  readonly label: string;
  readonly node: Node;
  /** Fewest and most points; bonus and deductions included. */
  readonly min: Exact;
  readonly max: Exact;
  /** What it adds to the maximum of a unit to which all of it applies. */
  readonly share: Exact;
  /** It may earn points without a maximum: bonus or deduction. */
  readonly open: boolean;
}

/** First-level groups that only gather: lettered or in Roman numerals, or called "nhóm", and holding nothing but groups. */
function sectionsOf(rubric: Rubric): ReadonlySet<string> {
  const bare = new Set(rubric.nodes.flatMap((node) => (isCriterion(node) && node.parent !== null ? [node.parent] : [])));
  const parents = new Set(rubric.nodes.map(({ parent }) => parent));
  return new Set(
    rubric.nodes.flatMap((node) => {
      if (isCriterion(node) || node.parent !== null || node.cap !== undefined) return [];
      const gathers = /^[A-Z]+\.?$/.test(node.code) || /^nhóm\b/iu.test(node.name.normalize("NFC"));
      return gathers && parents.has(node.id) && !bare.has(node.id) ? [node.id] : [];
    }),
  );
}

/** The criteria whose points count, below each indicator. */
function countedCriteria(rubric: Rubric): Map<string, Criterion[]> {
  const sections = sectionsOf(rubric);
  const groups = countedGroups(rubric);
  const top = new Map<string, string>();
  const found = new Map<string, Criterion[]>();
  for (const node of rubric.nodes) {
    const counts = isCriterion(node) ? isCounted(node, groups) : groups.has(node.id);
    if (!counts || sections.has(node.id)) continue;
    const root = node.parent === null || sections.has(node.parent) ? node.id : top.get(node.parent)!;
    top.set(node.id, root);
    const list = found.get(root) ?? [];
    if (isCriterion(node)) list.push(node);
    found.set(root, list);
  }
  return found;
}

/** The rubric's indicators in order; groups "không tính điểm" are none. */
export function indicatorsOf(rubric: Rubric): Indicator[] {
  const counted = countedCriteria(rubric);
  const open = openNodes(rubric);
  return rubric.nodes.flatMap((node): Indicator[] => {
    const criteria = counted.get(node.id);
    if (criteria === undefined) return [];
    const cap = isCriterion(node) ? undefined : node.cap;
    const declared = isCriterion(node) || node.max === null ? zero : parseExact(node.max);
    const least = cap === undefined ? sum(criteria.map((of) => min(zero, parseExact(of.min)))) : parseExact(cap.min);
    const most = cap === undefined ? sum(criteria.map((of) => max(zero, parseExact(of.max)))) : parseExact(cap.max);
    return [{
      id: node.id,
      code: node.code,
      label: node.code === "" ? node.name : `${node.code.replace(/\.$/, "")}. ${node.name}`,
      node,
      min: least,
      max: cap === undefined ? max(most, declared) : most,
      share: sum(criteria.filter((of) => !of.bonus).map((of) => parseExact(of.max))),
      open: open.has(node.id),
    }];
  });
}

/** The criteria that count, with their indicators, in the rubric's order. */
export const rankedCriteria = (rubric: Rubric): Criterion[] => [...countedCriteria(rubric).values()].flat();

/** The maximum of a unit to which everything applies. */
export const fullMaximum = (indicators: readonly Indicator[]): Exact => sum(indicators.map(({ share }) => share));

/**
 * Ranks inside blocks come from one column of keys, `block * width + highest - points`: the best unit of the first block
 * has the lowest. The width is the power of ten above every possible span of points: the smaller the keys, the more of
 * their 15 digits are left for decimals.
 */
export interface KeyScale {
  readonly width: number;
  /** A whole number, not below any possible points. */
  readonly highest: number;
}

export function keyScale(indicators: readonly Indicator[]): KeyScale {
  const least = sum(indicators.map((of) => min(zero, of.min)));
  const most = sum(indicators.map((of) => max(zero, of.max)));
  const highest = Math.ceil(toNumber(most));
  const span = less(exact(BigInt(highest + 1)), least);
  let power = 1;
  while (compare(tenTo(power), span) <= 0) power += 1;
  return { width: 10 ** power, highest };
}

/** A plain decimal for messages and heads. */
export const pointsText = (points: Exact): string => decimalText(points);
