import { areaName, quoteSheet } from "../../core/sheet/address";
import type { Area } from "../../core/sheet/address";
import type { Validation } from "../../core/sheet/workbook";

const longestList = 255;
const longestTitle = 32;
const longestWords = 255;

/** A check's rule as Excel takes it, or null where Excel cannot hold it, as a file cannot. */
function ruleOf(rule: Validation): Excel.DataValidationRule | null {
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
      const cells = areaName(rule.area).replace(/([A-Z]+)(\d+)/g, "$$$1$$$2");
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

/** Sets a check on an area: the rule first, since Excel refuses words without one. `fresh`: no check stood there. */
export function setCheck(sheet: Excel.Worksheet, area: Area, rule: Validation, fresh: boolean): void {
  const native = ruleOf(rule);
  const check = sheet.getRange(areaName(area)).dataValidation;
  if (!fresh) check.clear();
  if (native === null) return;
  check.rule = native;
  if (!rule.allowBlank) check.ignoreBlanks = false;
  check.errorAlert = {
    showAlert: true,
    style: "Stop",
    title: rule.error.title.slice(0, longestTitle),
    message: rule.error.text.slice(0, longestWords),
  };
  const { title, text } = rule.prompt;
  if (title === "" && text === "") return;
  check.prompt = { showPrompt: true, title: title.slice(0, longestTitle), message: text.slice(0, longestWords) };
}
