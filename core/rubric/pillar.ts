import { fold } from "./fold";
import type { Group, Node, Pillar } from "./rubric";

const kinds = [
  { code: "CQS", name: "Chính quyền số", pattern: /chinh quyen so/ },
  { code: "KTS", name: "Kinh tế số", pattern: /kinh te so/ },
  { code: "XHS", name: "Xã hội số", pattern: /xa hoi so/ },
] as const;
const foundation = /^(?:[ivx\d]+\.? )?(?:cac )?(?:nhom|phan|tru cot)?(?: ?(?:cac )?chi so)?(?: ve)? ?nen tang(?: chung| so| dung chung)?\b/;

/**
 * The pillars of sets that have a foundation group and, outside it, one group of activities for each of digital government,
 * economy and society: every pillar is the whole foundation and its own group (QĐ 922/QĐ-BTTTT). Otherwise none.
 */
export function pillarsOf(nodes: readonly Node[]): Pillar[] {
  const groups = nodes.filter((node): node is Group => node.kind === "group");
  const byId = new Map(groups.map((group) => [group.id, group]));
  const shared = groups.filter(({ name }) => foundation.test(fold(name)));
  if (shared.length === 0) return [];
  const within = (group: Group, ids: ReadonlySet<string>): boolean => {
    for (let id = group.parent; id !== null; id = byId.get(id)?.parent ?? null) if (ids.has(id)) return true;
    return false;
  };
  const sharedIds = new Set(shared.map(({ id }) => id));
  const top = shared.filter((group) => !within(group, sharedIds));
  const own = kinds.map(({ pattern }) => {
    const found = groups.filter((group) => pattern.test(fold(group.name)) && !sharedIds.has(group.id) && !within(group, sharedIds));
    const ids = new Set(found.map(({ id }) => id));
    return found.filter((group) => !within(group, ids));
  });
  if (own.some((found) => found.length !== 1) || new Set(own.map(([group]) => group!.id)).size !== 3) return [];
  return kinds.map(({ code, name }, k) => ({ code, name, groups: [...top.map(({ id }) => id), own[k]![0]!.id] }));
}
