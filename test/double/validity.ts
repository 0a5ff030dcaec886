import type { CellValue, Validation } from "../../core/sheet/workbook";
import type { SheetEngine } from "./sheet-engine";

/** Whether a value passes a rule, as a person's typing would have to. */
export function holds(rule: Validation, value: CellValue, engine: SheetEngine): boolean {
  if (value === null || value === "") return rule.allowBlank;
  switch (rule.kind) {
    case "list":
      return rule.options.includes(String(value));
    case "range": {
      const sheet = engine.find(rule.sheet);
      if (sheet === null) return false;
      for (let i = 0; i < rule.area.rows; i++) {
        for (let j = 0; j < rule.area.columns; j++) {
          if (engine.value(sheet, rule.area.row + i, rule.area.column + j) === value) return true;
        }
      }
      return false;
    }
    case "length":
      return typeof value !== "object" && String(value).length <= rule.max;
    default:
      if (typeof value !== "number" || (rule.kind === "whole" && !Number.isInteger(value))) return false;
      return value >= rule.min && value <= rule.max;
  }
}
