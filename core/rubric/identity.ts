import { issue, type Issue } from "../issue/issue";
import { fold } from "./fold";
import type { Rubric } from "./rubric";
import type { TableRow } from "./table";

/** The id that a row has by its code's path: `c:1.2`, `c:1/02`; `c:1/~3` for the third row without a code in its group. */
function ownIds(rows: readonly TableRow[]): string[] {
  const ids: string[] = [];
  const blanks = new Map<number | null, number>();
  rows.forEach((row, k) => {
    const above = row.parent === null ? "" : ids[row.parent]!.slice(2);
    const parent = row.parent === null ? "" : rows[row.parent]!.code;
    const nth = (blanks.get(row.parent) ?? 0) + 1;
    if (row.code === "" || row.code === "-") blanks.set(row.parent, nth);
    const code = row.code === "" || row.code === "-" ? `~${nth}` : row.code;
    const full = above === "" || (parent !== "" && code.startsWith(`${parent}.`));
    ids[k] = `c:${full ? code : `${above}/${code}`}`;
  });
  return ids;
}

/**
 * Stable ids for the rows of a table. A row keeps the id of its column "Mã hệ thống"; else, against `previous`, the id of
 * the row with its code and name, or with its name where that name stands once; else it gets an id never used before.
 */
export function identify(
  rows: readonly TableRow[], previous: Rubric | undefined, cellOf: (row: TableRow) => string,
): { readonly ids: readonly string[]; readonly issues: ReadonlyMap<number, Issue> } {
  const ids: (string | undefined)[] = rows.map(() => undefined);
  const issues = new Map<number, Issue>();
  const used = new Set<string>();
  const take = (k: number, id: string): void => {
    ids[k] = id;
    used.add(id);
  };
  rows.forEach(({ id, code }, k) => {
    if (id === "") return;
    if (!used.has(id)) take(k, id);
    else issues.set(k, issue("id-duplicate", { ...(code === "" ? {} : { criterion: code }), cell: cellOf(rows[k]!) }, { id }));
  });
  if (previous !== undefined) {
    const key = (row: { kind: string; code: string; name: string }): string => `${row.kind}\n${row.code}\n${fold(row.name)}`;
    const name = (row: { kind: string; name: string }): string => `${row.kind}\n${fold(row.name)}`;
    const count = (names: readonly string[]): Map<string, number> =>
      names.reduce((seen, own) => seen.set(own, (seen.get(own) ?? 0) + 1), new Map<string, number>());
    const exact = new Map([...previous.nodes].reverse().map((node) => [key(node), node.id]));
    rows.forEach((row, k) => {
      const id = exact.get(key(row));
      if (ids[k] === undefined && id !== undefined && !used.has(id)) take(k, id);
    });
    const free = previous.nodes.filter(({ id }) => !used.has(id));
    const before = count(free.map(name));
    const open = rows.filter((_, k) => ids[k] === undefined);
    const now = count(open.map(name));
    const byName = new Map(free.map((node) => [name(node), node.id]));
    rows.forEach((row, k) => {
      const own = name(row);
      const id = byName.get(own);
      if (ids[k] === undefined && id !== undefined && before.get(own) === 1 && now.get(own) === 1 && !used.has(id)) take(k, id);
    });
    for (const { id } of previous.nodes) used.add(id);
  }
  const wanted = ownIds(rows);
  rows.forEach((_, k) => {
    if (ids[k] !== undefined) return;
    let id = wanted[k]!;
    for (let n = 2; used.has(id); n++) id = `${wanted[k]!}#${n}`;
    take(k, id);
  });
  return { ids: ids as string[], issues };
}
