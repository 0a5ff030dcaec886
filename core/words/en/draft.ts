import type { DraftIssues } from "../../issue/draft";
import { plainNumber } from "../plain";
import type { Says } from "../words";

const number = (value: string): string => plainNumber(value, "en");

export const draft: Says<DraftIssues> = {
  "draft-blank": () => "Not filled in. Use the decision's own words, briefly.",
  "draft-not-amount": ({ text }) => `“${text}” is not an amount. Write points (0.5) or a share of the maximum (1/2).`,
  "draft-not-percent": ({ text }) => `“${text}” is not a percentage. Write 0 to 100, for example 75.`,
  "draft-not-count": ({ text }) => `“${text}” is not a count. Write a whole number, for example 52.`,
  "draft-amount-out-of-range": ({ text, min, max }) =>
    `“${text}” is not between the criterion's ${number(min)} and ${number(max)} points. Change it.`,
  "draft-too-few": ({ least }) => `At least ${least} lines are needed. Add what is missing.`,
  "draft-twice": ({ text }) => `“${text}” stands twice. Keep one line.`,
  "draft-never-full": ({ max, best }) =>
    `The most that can be earned is ${number(best)} of ${number(max)} points. Check whether the decision has a step that earns all.`,
};
