import { issue } from "../../issue/issue";
import type { RuleIssues } from "../../issue/rule";
import type { Input } from "../inputs";
import type { Rule } from "../rule";
import { Unread } from "./reading";

type Part = RuleIssues["rule-too-large"]["part"];

/** Formulas of a sheet nest 64 levels and hold 8,192 characters: what is more than this could not be written. */
const most: { readonly [P in Part]: number } = { options: 40, bands: 40, inputs: 60, amounts: 160 };

interface Size {
  /** Of the longest choice, and of the longest list of bands. */
  readonly options: number;
  readonly bands: number;
  /** Options and bands in all, those of each period counted. */
  readonly amounts: number;
}

function together(sizes: readonly Size[]): Size {
  return {
    options: Math.max(0, ...sizes.map((size) => size.options)),
    bands: Math.max(0, ...sizes.map((size) => size.bands)),
    amounts: sizes.reduce((sum, size) => sum + size.amounts, 0),
  };
}

function sizeOf(rule: Rule): Size {
  switch (rule.kind) {
    case "choice":
      return { options: rule.options.length, bands: 0, amounts: rule.options.length };
    case "measure":
      return { options: 0, bands: rule.steps.length, amounts: rule.steps.length };
    case "parts":
      return together(rule.parts.map((part) => sizeOf(part.rule)));
    case "repeat": {
      const size = sizeOf(rule.rule);
      return { ...size, amounts: size.amounts * rule.periods.length };
    }
    case "precondition":
    case "waiver": {
      const size = sizeOf(rule.rule);
      return { ...size, amounts: size.amounts + 1 };
    }
    case "relative":
    case "direct":
      return { options: 0, bands: 0, amounts: 1 };
  }
}

/** Refuses more of a part than a formula of a sheet could hold; asked before each is held against every other. */
export function checkCount(part: Part, count: number): void {
  if (count > most[part]) throw new Unread(issue("rule-too-large", {}, { part, count, most: most[part] }));
}

/** Refuses a rule that no formula of a sheet could hold. */
export function checkSize(rule: Rule, inputs: readonly Input[]): void {
  const size = { ...sizeOf(rule), inputs: inputs.length };
  for (const part of ["options", "bands", "inputs", "amounts"] as const) checkCount(part, size[part]);
}
