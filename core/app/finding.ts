import type { Finding, Todo } from "../app-port";
import type { Code, Issue } from "../issue/issue";
import { cellName, type Address } from "../sheet/address";

/** What a person does about each problem; codes that are not here are about values. */
const todos: Partial<Record<Code, Todo>> = {
  "input-blank": "blank",
  "choice-blank": "blank",
  "evidence-missing": "evidence",
  "explanation-missing": "evidence",
  "not-applicable-reason-missing": "reason",
  "review-reason-missing": "reason",
  "ratio-above-one": "note",
  "relative-pending": "note",
  "share-small": "note",
};

const prefixes: readonly (readonly [string, Todo])[] = [
  ["rule-", "rule"], ["assume-", "rule"], ["draft-", "rule"], ["unit-", "unit"], ["points-", "unit"], ["sheet-", "sheet"],
  ["form-", "sheet"], ["store-", "sheet"], ["rubric-", "sheet"], ["back-", "sheet"], ["id-", "table"], ["formula-", "formula"],
  ["damage-formula-", "formula"], ["damage-value", "formula"], ["damage-", "sheet"],
  ...[
    "no-", "two-", "too-many-", "columns-", "max-", "min-", "sign-", "sum-", "total-", "count-", "code-", "id-", "name-", "text-",
    "group-", "row-", "cell-", "cells-", "parent-", "digits-", "band-",
  ].map((prefix) => [prefix, "table"] as const),
];

function todoOf(code: Code): Todo {
  return todos[code] ?? prefixes.find(([prefix]) => code.startsWith(prefix))?.[1] ?? "value";
}

/** A problem with its place and its way out. `mends`: one press can mend it. */
export function findingOf(issue: Issue, at: Address | null, more: { mends?: boolean; refines?: string } = {}): Finding {
  const place = at === null ? issue.at : { ...issue.at, cell: `${at.sheet}!${cellName(at.row, at.column)}` };
  const placed = { ...issue, at: place } as Issue;
  return {
    id: [issue.code, place.unit ?? "", place.criterion ?? "", place.cell ?? "", JSON.stringify(issue.params)].join("|"),
    issue: placed,
    todo: todoOf(issue.code),
    at,
    mends: more.mends ?? false,
    refines: more.refines ?? null,
  };
}
