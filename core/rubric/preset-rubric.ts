import { presetSheet, presetTables } from "./preset";
import { readRubric } from "./read";
import type { Rubric } from "./rubric";

/** The rubric that a preset's annex reads as; null where there is no such preset. */
export function presetRubric(id: string): Rubric | null {
  const preset = presetTables.find((own) => own.id === id);
  const sheet = presetSheet(id);
  if (preset === undefined || sheet === null) return null;
  const { rubric } = readRubric(sheet, { assumptions: "refuse" });
  if (rubric === null) return null;
  const { title, decision, level, year } = preset;
  return { ...rubric, id, title, decision, level, year };
}
