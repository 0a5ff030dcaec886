import type { Outcome, Progress, Run } from "../app-port";
import { storeName } from "../form/store-name";
import { issue } from "../issue/issue";
import { withJournal } from "../sheet/journal";
import { restOf } from "../sheet/journal-rest";
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

/** Ends what was begun, and says what of it was left, and which cells people filled since. */
export function resumed(snapshot: Snapshot): Outcome {
  const rest = restOf(snapshot);
  if (rest === null) return { patch: null, findings: [] };
  const { patch, undone, lost, typed, left } = rest;
  return {
    patch,
    findings: [
      ...(undone ? [findingOf(issue("write-undone", {}, {}), null)] : []),
      ...(lost ? [findingOf(issue("write-lost", {}, {}), null)] : []),
      ...typed.map((at) => findingOf(issue("write-typed-since", {}, {}), at)),
      ...left.map((sheet) => findingOf(issue("write-left", {}, { sheet }), null)),
    ],
  };
}
