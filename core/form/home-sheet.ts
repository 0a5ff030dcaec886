import { sameSheet } from "../sheet/address";
import type { SheetSnapshot, Snapshot } from "../sheet/snapshot";
import { freeSheetName } from "./sheet-names";

/** Where something of ours stands, or, with `sheet` null, will stand. */
export interface Home {
  readonly sheet: SheetSnapshot | null;
  readonly name: string;
}

const normal = (name: string): string => name.normalize("NFC");
const isBlank = ({ values }: SheetSnapshot): boolean =>
  values.every((cut) => cut.every((value) => value === null || value === ""));

export const sheetNamed = (snapshot: Snapshot, name: string): SheetSnapshot | null =>
  snapshot.sheets.find((sheet) => sameSheet(normal(sheet.name), name)) ?? null;

/**
 * A sheet of ours by a key of its hidden first row, whatever it is called by now. Somebody's own sheet that has our name
 * is left alone: then ours gets another.
 */
export function homeSheet(snapshot: Snapshot, name: string, key: string): Home {
  const ours = snapshot.sheets.filter(({ values }) => (values[0] ?? []).some((value) => typeof value === "string" && normal(value) === key));
  const sheet = ours.find((each) => sameSheet(normal(each.name), name)) ?? ours[0];
  if (sheet !== undefined) return { sheet, name: sheet.name };
  const taken = sheetNamed(snapshot, name);
  if (taken !== null && isBlank(taken)) return { sheet: taken, name: taken.name };
  return { sheet: null, name: taken === null ? name : freeSheetName(name, snapshot.sheets.map((each) => each.name)) };
}
