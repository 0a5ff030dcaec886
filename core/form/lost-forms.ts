import { sameSheet } from "../sheet/address";
import type { Snapshot } from "../sheet/snapshot";
import type { Store, StoredForm } from "./store-sheet";

/** Forms written down whose sheet still stands but cannot be read any more: it lost the rows or the column that tell one. */
export function lostForms(store: Store | null, standing: readonly StoredForm[], snapshot: Snapshot): StoredForm[] {
  return (store?.forms ?? []).filter(({ sheet, unit }) =>
    snapshot.sheets.some(({ name }) => sameSheet(name, sheet)) &&
    !standing.some((form) => sameSheet(form.sheet, sheet) || (form.unit.code === unit.code && form.unit.name === unit.name)));
}
