import { areaName, quoteSheet } from "../../core/sheet/address";
import type { Area } from "../../core/sheet/address";
import type { Validation } from "../../core/sheet/workbook";

const longestList = 255;
const longestTitle = 32;
const longestWords = 255;

/** A check's rule as Excel takes it, or null where Excel cannot hold it, as a file cannot. */
export function ruleHeld(rule: Validation): Excel.DataValidationRule | null {
  switch (rule.kind) {
    case "list": {
      const source = rule.options.join(",");
      // A first option with `=` would be taken for a formula.
      if (source.length > longestList || source.startsWith("=") || rule.options.some((option) => option.includes(","))) {
        return null;
      }
      return { list: { inCellDropDown: true, source } };
    }
    case "range": {
      const cells = areaName(rule.area).replace(/[A-Z]+|\d+/g, "$$$&");
      return { list: { inCellDropDown: true, source: `=${quoteSheet(rule.sheet)}!${cells}` } };
    }
    case "length":
      return { textLength: { formula1: rule.max, operator: "LessThanOrEqualTo" } };
    case "whole":
      return { wholeNumber: { formula1: rule.min, formula2: rule.max, operator: "Between" } };
    case "number":
      return { decimal: { formula1: rule.min, formula2: rule.max, operator: "Between" } };
  }
}

/** A check's words, as long as Excel takes them. */
export function wordsHeld({ prompt, error }: Validation): Pick<Validation, "prompt" | "error"> {
  const cut = ({ title, text }: Validation["error"]): Validation["error"] =>
    ({ title: title.slice(0, longestTitle), text: text.slice(0, longestWords) });
  return { prompt: cut(prompt), error: cut(error) };
}

/** Sets a check on an area: the rule first, since Excel refuses words without one. `fresh`: no check stood there. */
export function setCheck(sheet: Excel.Worksheet, area: Area, rule: Validation, fresh: boolean): void {
  const native = ruleHeld(rule);
  const check = sheet.getRange(areaName(area)).dataValidation;
  if (!fresh) check.clear();
  if (native === null) return;
  check.rule = native;
  if (!rule.allowBlank) check.ignoreBlanks = false;
  const { prompt, error } = wordsHeld(rule);
  check.errorAlert = { showAlert: true, style: "Stop", title: error.title, message: error.text };
  if (prompt.title === "" && prompt.text === "") return;
  check.prompt = { showPrompt: true, title: prompt.title, message: prompt.text };
}
