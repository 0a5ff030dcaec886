import type { CaseIssues } from "../../issue/case";
import type { Says } from "../words";

export const names: Says<CaseIssues> = {
  "preset-unknown": ({ name }) => `There is no preset “${name}”. Choose one from the list of presets.`,
  "criterion-unknown": ({ code }) => `The rubric has no criterion “${code}”. Check its code; this answer is not counted.`,
  "unit-unknown": ({ code }) => `No unit has the code “${code}”. Add the unit or correct the code; this answer is not counted.`,
};
