import type { SheetSnapshot } from "../sheet/snapshot";
import hcmXa2026 from "./presets/hcm-xa-2026.json";
import { pastedSheet } from "./pasted";

export interface Preset {
  readonly id: string;
  readonly title: string;
  readonly decision: string;
  readonly level: string;
  readonly year: string;
  /** What is not known about it. */
  readonly note: string;
  /** The annex as it would be pasted: title block, header, rows. */
  readonly table: readonly (readonly (string | number | null)[])[];
}

export const presetTables: readonly Preset[] = [hcmXa2026 as Preset];

/** A preset's annex as a sheet; null where there is no such preset. */
export function presetSheet(id: string, name = "Phụ lục"): SheetSnapshot | null {
  const found = presetTables.find((preset) => preset.id === id);
  return found === undefined ? null : pastedSheet(name, found.table);
}
