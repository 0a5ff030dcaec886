import { sameSheet } from "../sheet/address";
import type { Snapshot } from "../sheet/snapshot";
import { formsNow } from "./same-unit";
import type { Store, StoredForm } from "./store-sheet";

/** Forms written down whose sheet still stands but cannot be read any more: it lost the rows or the column that tell one. */
export function lostForms(store: Store | null, standing: readonly StoredForm[], snapshot: Snapshot): StoredForm[] {
  const known = store?.forms ?? [];
  const now = formsNow(known, standing, snapshot.sheets);
  return known.filter(({ sheet }, at) => now[at] === null && snapshot.sheets.some(({ name }) => sameSheet(name, sheet)));
}
