import { cellAt } from "../form/find";
import { formsNow } from "../form/same-unit";
import { parkedFields, nodeFields, nodeTable, parkedTable, storeSheet, bandTable } from "../form/store-layout";
import { findStore, type Store, type StoredForm } from "../form/store-sheet";
import { storePatch } from "../form/store-patch";
import { sameSheet } from "../sheet/address";
import type { SheetPatch } from "../sheet/patch";
import type { SheetSnapshot, Snapshot } from "../sheet/snapshot";
import type { CellValue } from "../sheet/workbook";
import { type Damage, damage } from "./damage";
import { meantSheet } from "./form";
import { alike } from "./spelling";

/** A truth value may come back as its name, or as 1 or 0. */
function plain(value: CellValue): CellValue {
  if (typeof value === "boolean") return value ? 1 : 0;
  if (typeof value !== "string" || !/^(true|false)$/i.test(value)) return value;
  return value.toLowerCase() === "true" ? 1 : 0;
}

/** Rows that say where forms stand, and prints that say what was last read, are compared on their own. */
const apart = new Set<CellValue>(["form", "rubric.source", "rubric.fingerprint"]);

const tables: readonly { readonly column: number; readonly width: number }[] = [
  { column: bandTable.name, width: 3 }, { column: parkedTable.column, width: parkedFields.length },
  { column: nodeTable.column, width: nodeFields.length },
];

/** Cells of the hidden sheet that differ from what would be written, rows of forms left out. */
function alteredFacts(meant: SheetPatch, stands: SheetSnapshot): number {
  const { cells } = meantSheet(meant);
  const rows = Math.max(cells.length, stands.values.length);
  const value = (row: number, column: number): CellValue => cells[row]?.[column]?.v ?? null;
  let altered = 0;
  for (let row = 0; row < rows; row++) {
    for (const { column, width } of tables) {
      for (let c = column; c < column + width; c++) if (!alike(plain(value(row, c)), plain(cellAt(stands, row, c)))) altered++;
    }
  }
  const keys = (at: (row: number, column: number) => CellValue): string[] =>
    Array.from({ length: rows }, (_, row) => [0, 1, 2, 3].map((column) => String(plain(at(row, column)) ?? "").normalize("NFC")))
      .filter(([key]) => key !== "" && !apart.has(key!)).map((cut) => cut.join("\u0001"));
  const known = new Set(keys((row, column) => cellAt(stands, row, column)));
  return altered + keys(value).filter((line) => !known.has(line)).length;
}

/** Sheets of forms that were renamed or deleted since they were last written down. */
function formsSince(store: Store, standing: readonly StoredForm[], snapshot: Snapshot): Damage[] {
  const places = formsNow(store.forms, standing, snapshot.sheets);
  return store.forms.flatMap(({ sheet, unit }, at): Damage[] => {
    const place = places[at]!;
    if (place !== null) {
      const to = standing[place]!.sheet;
      return sameSheet(sheet, to) ? [] : [damage("damage-sheet-renamed", { from: sheet, to }, { sheet: to, row: 0, column: 0 }, "whole")];
    }
    if (snapshot.sheets.some(({ name }) => sameSheet(name, sheet))) return [];
    return [damage("damage-form-deleted", { sheet, name: unit.name }, null, "whole", sheet)];
  });
}

/**
 * What is amiss in the hidden facts. `meant`: as they would be written now; `held`: the same with the entries that were put
 * aside before this repair.
 */
export function checkFacts(
  snapshot: Snapshot, store: Store | null, meant: Store, held: Store, outdated: boolean,
): { damages: Damage[]; sheet: SheetPatch | null } {
  const stands = findStore(snapshot);
  const name = stands?.name ?? storeSheet;
  const patch = storePatch(meant, stands, name);
  if (stands === null || store === null) return { damages: [damage("damage-facts-lost", { sheet: name }, null, "whole")], sheet: patch };
  const damages = formsSince(store, meant.forms, snapshot);
  const count = outdated ? 0 : alteredFacts(storePatch(held, stands, name), stands);
  if (count > 0) damages.push(damage("damage-facts-altered", { sheet: name, count }, null, "whole"));
  return { damages, sheet: damages.length === 0 && !outdated && meant.parked === held.parked ? null : patch };
}
