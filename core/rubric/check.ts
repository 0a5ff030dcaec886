import { compare, parseExact } from "../number/exact";
import { issue, type Issue } from "../issue/issue";
import { type Band, criteriaOf, isCriterion, nodeKeys, type Rubric, type Settings } from "./rubric";
import { sumsOf } from "./sums";

/** A rubric holds no more criteria than this. */
export const mostCriteria = 1000;

/**
 * Bands that a schema cannot refuse: unnamed, named twice, out of order, starting alike, leaving low results out, or out of
 * reach. `most` is the highest result in the bands' unit.
 */
export function checkBands({ bands, bandUnit }: Pick<Settings, "bands" | "bandUnit">, total: string | null = null): Issue[] {
  const issues: Issue[] = [];
  const most = bandUnit === "percent" ? "100" : total;
  const names = new Set<string>();
  bands.forEach((band, k) => {
    const { name, from } = band;
    if (name.trim() === "") issues.push(issue("band-name-empty", {}, { from }));
    else if (names.has(name)) issues.push(issue("band-name-duplicate", {}, { name }));
    names.add(name);
    const before: Band | undefined = bands[k - 1];
    if (before !== undefined) {
      const side = compare(parseExact(from), parseExact(before.from));
      // "trên 75" and then "từ 75" leaves exactly 75 to the second; the other way round the second can never be reached.
      if (side > 0) issues.push(issue("band-order", {}, { name, before: before.name }));
      else if (side === 0 && (before.inclusive || !band.inclusive)) issues.push(issue("band-overlap", {}, { name, other: before.name, from }));
    }
    const reach = most === null ? -1 : compare(parseExact(from), parseExact(most));
    if (most !== null && (reach > 0 || (reach === 0 && !band.inclusive))) issues.push(issue("band-unreachable", {}, { name, from, most }));
  });
  const lowest = bands[bands.length - 1];
  if (lowest !== undefined) {
    const side = compare(parseExact(lowest.from), parseExact("0"));
    if (side > 0 || (side === 0 && !lowest.inclusive)) issues.push(issue("band-gap", {}, { name: lowest.name, from: lowest.from }));
  }
  return issues;
}

/** What a schema cannot say of a rubric, whoever made it: the tree, sums, codes, names, maxima, decimals, bands. */
export function checkRubric(rubric: Rubric): Issue[] {
  const issues: Issue[] = [];
  const keys = nodeKeys(rubric);
  const criteria = criteriaOf(rubric);
  if (criteria.length === 0) issues.push(issue("no-criteria", {}, {}));
  if (criteria.length > mostCriteria) issues.push(issue("too-many-criteria", {}, { count: criteria.length, most: mostCriteria }));
  const groups = new Set<string>();
  const ids = new Set<string>();
  const codes = new Map<string, string>();
  const codeOf = new Map<string, string>();
  for (const node of rubric.nodes) {
    const key = keys.get(node.id) ?? node.code;
    const at = key === "" ? {} : { criterion: key };
    if (ids.has(node.id)) issues.push(issue("id-duplicate", at, { id: node.id }));
    ids.add(node.id);
    if (node.parent !== null && !groups.has(node.parent)) issues.push(issue("parent-unknown", at, {}));
    if (!isCriterion(node)) groups.add(node.id);
    const above = node.parent === null ? "" : codeOf.get(node.parent) ?? "";
    codeOf.set(node.id, node.code.replace(/\.$/, ""));
    const strays = node.code.includes(".") && !node.code.startsWith(`${above}.`);
    const path = strays ? node.code : `${node.parent ?? ""}\n${node.code}`;
    if (node.code !== "" && node.code !== "-" && codes.has(path)) issues.push(issue("code-duplicate", at, { text: node.code, first: codes.get(path)! }));
    else codes.set(path, key);
    if (node.name.trim() === "") issues.push(issue("name-empty", at, {}));
    if (!isCriterion(node)) continue;
    if (compare(parseExact(node.max), parseExact(node.min)) < 0) {
      issues.push(issue("max-below-min", at, { max: node.max, min: node.min }));
    }
    const decimals = Math.max(...[node.max, node.min].map((points) => points.split(".")[1]?.length ?? 0));
    const { digits, roundAt } = rubric.settings;
    if (roundAt === "criterion" && decimals > digits) issues.push(issue("digits-few", at, { points: node.max, digits }));
  }
  for (const sum of sumsOf(rubric)) {
    if (sum.agrees || sum.group === null) continue;
    issues.push(issue("sum-differs", { criterion: keys.get(sum.group.id)! }, { declared: sum.declared!, found: sum.found }));
  }
  const total = sumsOf(rubric).find(({ of, group }) => of === "points" && group === null)!.found;
  return [...issues, ...checkBands(rubric.settings, total)];
}
