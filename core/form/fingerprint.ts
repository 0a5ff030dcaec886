import type { Rubric } from "../rubric/rubric";
import { readingVersion } from "../rubric/reading-version";
import type { SheetSnapshot } from "../sheet/snapshot";
import { textPrint } from "../sheet/text-print";

/** Text of plain data that does not depend on the order of keys. */
function spell(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(spell).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "";
  const entries = Object.entries(value).filter(([, part]) => part !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, part]) => `${JSON.stringify(key)}:${spell(part)}`).join(",")}}`;
}

/** Rubrics never change, and a long one takes a while to spell. */
const known = new WeakMap<Rubric, string>();

/** Sixteen characters that differ where rubrics score or read differently. It tells changes apart; it guards nothing. */
export function fingerprintOf(rubric: Rubric): string {
  let print = known.get(rubric);
  if (print === undefined) {
    known.set(rubric, (print = textPrint(spell(rubric))));
  }
  return print;
}

/** A print of everything that a reading of a sheet looks at, and of the reader: the same print, the same reading. */
export function sheetPrint(sheet: SheetSnapshot): string {
  const cells = sheet.values.flatMap((cut, row) =>
    cut.flatMap((value, column) => (value === null || value === "" ? [] : [[row, column, value]])),
  );
  const texts = (sheet.texts ?? []).flatMap((cut, row) => cut.flatMap((text, column) => (text === null ? [] : [[row, column, text]])));
  return textPrint(JSON.stringify([readingVersion, cells, texts]));
}
