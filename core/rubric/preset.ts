import type { SheetSnapshot } from "../sheet/snapshot";
import hcmXa2026 from "./presets/hcm-xa-2026.json";
import { readRubric } from "./read";
import type { Rubric } from "./rubric";
import { pastedSheet } from "./table";

interface Preset {
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

const all: readonly Preset[] = [hcmXa2026 as Preset];

/** Sets that come with the product. */
export const presets: readonly { readonly id: string; readonly title: string }[] = all.map(({ id, title }) => ({ id, title }));

/** A preset's annex as a sheet; null where there is no such preset. */
export function presetSheet(id: string, name = "Phụ lục"): SheetSnapshot | null {
  const found = all.find((preset) => preset.id === id);
  return found === undefined ? null : pastedSheet(name, found.table);
}

/** The rubric that a preset's annex reads as; null where there is no such preset. */
export function presetRubric(id: string): Rubric | null {
  const preset = all.find((own) => own.id === id);
  const sheet = presetSheet(id);
  if (preset === undefined || sheet === null) return null;
  const { rubric } = readRubric(sheet, { assumptions: "refuse" });
  if (rubric === null) return null;
  const { title, decision, level, year } = preset;
  return { ...rubric, id, title, decision, level, year };
}
