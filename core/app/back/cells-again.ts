import { type Address, sameSheet } from "../../sheet/address";
import type { Block, Expect, SheetPatch } from "../../sheet/patch";
import type { Snapshot } from "../../sheet/snapshot";
import { isFormula } from "./packed";
import type { WayBack } from "./record";
import { sameSeen, seenAt } from "./seen";

/** Cells that alone were written: those that still hold it get back what they held; the others are `changed`. */
export function cellsAgain(
  snapshot: Snapshot, { cells }: WayBack,
): { readonly sheets: readonly SheetPatch[]; readonly expect: readonly Expect[]; readonly changed: readonly Address[] } {
  const blocks = new Map<string, Block[]>();
  const expect: Expect[] = [];
  const changed: Address[] = [];
  for (const { sheet: name, row, column, was, left } of cells) {
    const sheet = snapshot.sheets.find((each) => sameSheet(each.name, name));
    if (sheet === undefined || !sameSeen(seenAt(sheet, row, column), left)) {
      changed.push({ sheet: name, row, column });
      continue;
    }
    const held = sheet.values[row]?.[column] ?? null;
    const write = isFormula(was) ? { f: was.f, v: was.v ?? held } : { v: typeof was === "object" && was !== null ? was.error : was };
    const own = blocks.get(sheet.name);
    const block = { row, column, cells: [[write]] };
    if (own === undefined) blocks.set(sheet.name, [block]);
    else own.push(block);
    expect.push({ sheet: sheet.name, row, column, values: [[held]] });
  }
  // One part for a sheet: hosts count parts in the journal and reach into the sheet anew for each.
  return { sheets: [...blocks].map(([sheet, own]): SheetPatch => ({ sheet, blocks: own })), expect, changed };
}
