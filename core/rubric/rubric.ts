import type { Criterion, Group, Rubric, Settings } from "./shape";

export type { Band, Criterion, Group, Pillar, RoundAt, Rubric, Settings } from "./shape";
export type Node = Group | Criterion;

/** What may be chosen where a setting is a choice. */
export const settingChoices = {
  roundAt: ["criterion", "total", "none"],
  evidence: ["optional", "required"],
  notApplicable: ["excluded", "full", "zero", "none"],
  bandUnit: ["percent", "points"],
  ties: ["competition", "dense", "modified"],
} as const;

export const defaultSettings: Settings = {
  digits: 2,
  roundAt: "criterion",
  evidence: "optional",
  notApplicable: "excluded",
  bands: [],
  bandUnit: "percent",
  ties: "competition",
  encouragedInCounts: true,
};

export const isCriterion = (node: Node): node is Criterion => node.kind === "criterion";
export const criteriaOf = (rubric: Rubric): Criterion[] => rubric.nodes.filter(isCriterion);

/** Rubrics never change, and every score asks for the names. */
const known = new WeakMap<Rubric, ReadonlyMap<string, string>>();

/** Names for codes in results and messages: a code that stands twice becomes `code`, `code#2`. */
export function nodeKeys(rubric: Rubric): ReadonlyMap<string, string> {
  const named = known.get(rubric);
  if (named !== undefined) return named;
  const seen = new Map<string, number>();
  const keys = new Map<string, string>();
  for (const node of rubric.nodes) {
    const count = (seen.get(node.code) ?? 0) + 1;
    seen.set(node.code, count);
    keys.set(node.id, count === 1 ? node.code : `${node.code}#${count}`);
  }
  known.set(rubric, keys);
  return keys;
}
