import type { SheetSnapshot, Snapshot } from "./snapshot";

/** First cell of a journal: what it is and its version. */
export const journalMark = "scorebook journal 1";

/** Its column in the hidden sheet of facts, beyond everything else there. */
export const journalColumn = 30;

/** The sheet that holds a journal, begun or whole; null where all that was begun was also ended. */
export const journalSheet = (snapshot: Snapshot): SheetSnapshot | null =>
  snapshot.sheets.find(({ values }) => values[0]?.[journalColumn] === journalMark) ?? null;

/** Whether a write was begun and not ended. */
export const hasJournal = (snapshot: Snapshot): boolean => journalSheet(snapshot) !== null;

