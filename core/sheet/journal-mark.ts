import { inUse, isStore } from "./hidden-sheet";
import type { SheetPatch } from "./patch";
import type { SheetSnapshot, Snapshot } from "./snapshot";
import type { CellValue } from "./workbook";

/** First cell of a journal: what it is and its version. */
export const journalMark = "scorebook journal 2";
/** What earlier versions left, without saying how far they came. */
const earlierMark = "scorebook journal 1";

export const isJournalMark = (value: CellValue | undefined): boolean => value === journalMark || value === earlierMark;

/** Its first cell counts the parts of the patch that were begun; 0 once the host makes ready for them. */
export const progressColumn = 29;
/** The journal's column in the hidden sheet of facts, beyond everything else there. */
export const journalColumn = 30;

/**
 * The sheet that holds a journal, begun or whole; null where all that was begun was also ended. The write itself may have
 * cleared the facts beside it; a sheet with facts that are not those in use is a copy.
 */
export function journalSheet({ sheets }: Snapshot): SheetSnapshot | null {
  const store = inUse(sheets.filter(isStore));
  return inUse(sheets.filter((sheet) => isJournalMark(sheet.values[0]?.[journalColumn]) && (sheet === store || !isStore(sheet))));
}

/** Whether a write was begun and not ended. */
export const hasJournal = (snapshot: Snapshot): boolean => journalSheet(snapshot) !== null;

/** Whether a part of a patch writes the journal. */
export function writesJournal({ blocks }: SheetPatch): boolean {
  const [block] = blocks ?? [];
  return block?.row === 0 && block.column === journalColumn && isJournalMark(block.cells[0]?.[0]?.v);
}

/** Whether a part of a patch says no more than how many parts were begun. */
export function countsParts({ blocks, ...rest }: SheetPatch): boolean {
  const [block, ...others] = blocks ?? [];
  return block?.row === 0 && block.column === progressColumn && others.length === 0 && Object.keys(rest).length === 1;
}

/** Whether a part of a patch wipes the journal. */
export const wipesJournal = ({ clear, ...rest }: SheetPatch): boolean =>
  clear?.length === 1 && clear[0]!.row === 0 && clear[0]!.column === progressColumn && clear[0]!.columns === 2
  && Object.keys(rest).length === 1;
