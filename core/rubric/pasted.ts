import type { SheetSnapshot } from "../sheet/snapshot";

/** A sheet that holds a table as pasted: rows of texts, numbers and blanks. */
export function pastedSheet(name: string, table: readonly (readonly (string | number | boolean | null)[])[]): SheetSnapshot {
  return { name, state: "visible", values: table, formulas: table.map((row) => row.map(() => null)) };
}
