import type { Snapshot } from "../sheet/snapshot";
import { backSheet } from "./back-mark";
import { freeSheetName } from "./sheet-names";
import { storeSheet } from "./store-layout";
import { findStore } from "./store-sheet";

/** What the hidden sheet of a workbook is called, or will be: nobody's own sheet is written over. */
export function storeName(snapshot: Snapshot): string {
  const own = findStore(snapshot) ?? backSheet(snapshot);
  if (own !== null) return own.name;
  const taken = snapshot.sheets.filter(({ name, values }) => name !== storeSheet || values.length > 0);
  return freeSheetName(storeSheet, taken.map(({ name }) => name));
}
