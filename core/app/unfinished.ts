import type { Outcome, Progress, Run } from "../app-port";
import { storeName } from "../form/store-patch";
import { issue } from "../issue/issue";
import { restOf, withJournal } from "../sheet/journal";
import { sameSheet } from "../sheet/address";
import type { Patch } from "../sheet/patch";
import type { Snapshot } from "../sheet/snapshot";
import { findingOf } from "./finding";

const lacking = ({ sheets }: Snapshot, patch: Patch): string[] =>
  patch.sheets.map(({ sheet }) => sheet).filter((name) => !sheets.some((each) => sameSheet(each.name, name)));

/** What a host may die in the middle of writes itself down first. The page's grid takes a patch whole or not at all. */
export const journaled = <T extends Outcome>(snapshot: Snapshot, outcome: T): T =>
  outcome.patch === null || snapshot.facts.host === "page"
    ? outcome
    : { ...outcome, patch: withJournal(outcome.patch, storeName(snapshot), lacking(snapshot, outcome.patch)) };

function* journaledWork<T extends Outcome>(snapshot: Snapshot, work: Generator<Progress, T, void>): Generator<Progress, T, void> {
  return journaled(snapshot, yield* work);
}

export const journaledRun = <T extends Outcome>(snapshot: Snapshot, run: Run<T>): Run<T> =>
  Symbol.iterator in run ? journaledWork(snapshot, run) : journaled(snapshot, run);

/** Ends what was begun. What people typed since stays in its cell and is named. */
export function resumed(snapshot: Snapshot): Outcome {
  const rest = restOf(snapshot);
  if (rest === null) return { patch: null, findings: [] };
  return { patch: rest.patch, findings: rest.typed.map((at) => findingOf(issue("write-typed-since", {}, {}), at)) };
}
