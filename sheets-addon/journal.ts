import { contains, sameSheet } from "../core/sheet/address";
import { isJournalMark, journalColumn, writesJournal } from "../core/sheet/journal-mark";
import type { Expect, Patch, SheetPatch } from "../core/sheet/patch";

const isHead = ({ row, column }: Pick<Expect, "row" | "column">): boolean => row === 0 && column === journalColumn;

/** The journal as it stands while a patch is carried out, which begins with it or was read from it; null where there is none. */
export function journalOf({ expect, sheets }: Patch): Expect | null {
  const [first] = sheets;
  const block = first?.blocks?.find(isHead);
  const values = (block?.cells ?? []).map((line) => line.map((write) => write?.v ?? null));
  if (first !== undefined && writesJournal(first)) {
    return { sheet: first.sheet, row: 0, column: journalColumn, values };
  }
  return expect.find((each) => isHead(each) && isJournalMark(each.values[0]?.[0])) ?? null;
}

/** Whether a part of a patch writes the journal or wipes it. */
export const changesJournal = (journal: Expect | null, { sheet, blocks = [], clear = [] }: SheetPatch): boolean =>
  journal !== null && sameSheet(sheet, journal.sheet)
  && (blocks.some(isHead) || clear.some((area) => contains(area, 0, journalColumn)));

/** What must still stand when the first `begun` parts of a patch were begun: its journal, and the sheets that come later. */
export function stillExpected(patch: Patch, begun: number): Expect[] {
  const journal = journalOf(patch);
  const isIn = (parts: readonly SheetPatch[], name: string): boolean => parts.some(({ sheet }) => sameSheet(sheet, name));
  const [before, after] = [patch.sheets.slice(0, begun), patch.sheets.slice(begun)];
  const coming = patch.expect.filter((each) => each !== journal && isIn(after, each.sheet) && !isIn(before, each.sheet));
  return journal === null ? coming : [journal, ...coming];
}
