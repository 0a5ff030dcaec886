import type { SheetSnapshot } from "./snapshot";

/** The hidden sheet of facts, where nobody's own sheet has that name. Not secret. */
export const storeSheet = "_scorebook";

/** First cell of the store: what it is and its version. */
export const storeMark = "scorebook store 1";

export const isStore = ({ values }: SheetSnapshot): boolean => values[0]?.[0] === storeMark;

/** The one in use of several hidden sheets, as after copying: the one of our name, else the first. Its name may have been changed. */
export const inUse = (sheets: readonly SheetSnapshot[]): SheetSnapshot | null =>
  sheets.find(({ name }) => name === storeSheet) ?? sheets[0] ?? null;
