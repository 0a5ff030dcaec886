import type { Outcome } from "../app-port";
import { issue } from "../issue/issue";
import { hasJournal } from "../sheet/journal-mark";
import type { Snapshot } from "../sheet/snapshot";
import { findingOf } from "./finding";

/** Why nothing else is written before a write that was begun has been ended; null where none was. */
export const begun = (snapshot: Snapshot): Outcome | null =>
  hasJournal(snapshot) ? { patch: null, findings: [findingOf(issue("write-unfinished", {}, {}), null)] } : null;
