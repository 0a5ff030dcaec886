import { parseAreaName } from "../../core/sheet/address";
import { checkKey } from "../../core/sheet/guards";
import type { Validation } from "../../core/sheet/workbook";
import { ruleHeld, wordsHeld } from "./excel-host-checks";

/** What is loaded of a check. */
export const checkFields = "type,rule,prompt,errorAlert,ignoreBlanks";

/** A check as Excel gives it; null where the cells of the range differ. */
export interface ReadCheck {
  readonly type: string;
  readonly rule: Excel.DataValidationRule | null;
  readonly prompt: Excel.DataValidationPrompt | null;
  readonly errorAlert: Excel.DataValidationErrorAlert | null;
  readonly ignoreBlanks: boolean | null;
}

type Words = "prompt" | "error" | "allowBlank";
type Kind<V = Validation> = V extends Validation ? Omit<V, Words> : never;

/** `=10` as Excel gives bounds back; null where a formula computes one. */
function boundOf(operand: unknown): number | null {
  const text = String(operand).replace(/^=/, "").trim();
  return /^[-+]?(\d+(?:\.\d*)?|\.\d+)(E[-+]?\d+)?$/i.test(text) ? Number(text) : null;
}

function listOf(source: unknown, own: string): Kind | null {
  if (typeof source !== "string") return null;
  if (!source.startsWith("=")) {
    return { kind: "list", options: source.split(",").map((option) => option.trim()) };
  }
  const found = /^=(?:(?:'((?:[^']|'')+)'|([^'!#]+))!)?([^!]+)$/.exec(source);
  const area = found === null ? null : parseAreaName(found[3]!);
  if (found === null || area === null) return null;
  return { kind: "range", sheet: found[1]?.replace(/''/g, "'") ?? found[2] ?? own, area };
}

function between(kind: "number" | "whole", rule: Excel.BasicDataValidation | undefined): Kind | null {
  const [min, max] = [boundOf(rule?.formula1), boundOf(rule?.formula2)];
  return rule?.operator !== "Between" || min === null || max === null ? null : { kind, min, max };
}

function kindOf(type: string, rule: Excel.DataValidationRule, own: string): Kind | null {
  const { list, wholeNumber, decimal, textLength } = rule;
  if (type === "List") return list?.inCellDropDown === true ? listOf(list.source, own) : null;
  if (type === "WholeNumber") return between("whole", wholeNumber);
  if (type === "Decimal") return between("number", decimal);
  const max = boundOf(textLength?.formula1);
  if (type !== "TextLength" || textLength?.operator !== "LessThanOrEqualTo" || max === null) return null;
  return { kind: "length", max };
}

/** A check as the core knows it. `own` is its sheet, which a list's source need not name. */
export function checkRead(read: ReadCheck, own: string): Validation | null | "other" {
  const { type, rule, prompt, errorAlert, ignoreBlanks } = read;
  if (type === "None") return null;
  if (rule === null || prompt === null || errorAlert === null || ignoreBlanks === null) return "other";
  // One that lets wrong values pass is none of ours.
  if (errorAlert.showAlert === false || errorAlert.style !== "Stop") return "other";
  const kind = kindOf(type, rule, own);
  if (kind === null) return "other";
  const shown = prompt.showPrompt === false ? null : prompt;
  return {
    prompt: { title: shown?.title ?? "", text: shown?.message ?? "" },
    error: { title: errorAlert.title ?? "", text: errorAlert.message ?? "" },
    allowBlank: ignoreBlanks,
    ...kind,
  };
}

/** A check as Excel holds it: bounds of 15 digits, options without blanks around them. */
function asHeld(check: Validation): Validation {
  if (check.kind === "list") return { ...check, options: check.options.map((option) => option.trim()) };
  if (check.kind !== "number" && check.kind !== "whole") return check;
  const [min, max] = [check.min, check.max].map((bound) => Number(bound.toPrecision(15))) as [number, number];
  return { ...check, min, max };
}

/** Whether what stands is what this host writes for a rule. */
export function isHeldFor(standing: Validation | null | "other", rule: Validation): boolean {
  if (standing === "other") return false;
  if (standing === null || ruleHeld(rule) === null) return standing === null && ruleHeld(rule) === null;
  return checkKey(asHeld(standing)) === checkKey(asHeld({ ...rule, ...wordsHeld(rule) }));
}
