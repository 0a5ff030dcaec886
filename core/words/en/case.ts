import type { CaseIssues } from "../../issue/case";
import type { Says } from "../words";

export const names: Says<CaseIssues> = {
  "preset-unknown": ({ name }) => `There is no preset “${name}”. Choose one from the list of presets.`,
  "criterion-unknown": ({ code }) => `The rubric has no criterion “${code}”. Check its code; this answer is not counted.`,
  "criterion-gone": ({ sheet }) =>
    `Sheet “${sheet}” no longer has the criterion being refined: its row was deleted or changed. Press Ctrl+Z in the sheet to have the row again, or go back and choose another criterion.`,
  "unit-unknown": ({ code }) => `No unit has the code “${code}”. Add the unit or correct the code; this answer is not counted.`,
};
