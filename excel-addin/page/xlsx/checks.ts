import type { DataValidation } from "hucre/xlsx";
import { parseAreaName } from "../../../core/sheet/address";
import type { Validation } from "../../../core/sheet/workbook";
import { reachesOutside } from "./outside";

/** A check with one bound only gets the other from here. */
const UNBOUNDED = 1e15;

const plainNumber = (formula: string | undefined): number | null =>
  formula !== undefined && /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(formula.trim()) ? Number(formula) : null;

/** `'Tên trang'!$A$1:$A$9`, the sheet quoted or not, or missing. */
const CELLS = /^(?:(?:'((?:[^']|'')+)'|([^'!]+))!)?(\$?[A-Z]+\$?\d+(?::\$?[A-Z]+\$?\d+)?)$/i;

/** A check of a file in our terms, or null where it is of a kind that is not kept. */
export function ruleOf(check: DataValidation, sheet: string): Validation | null {
  const words = {
    prompt: { title: check.inputTitle ?? "", text: check.inputMessage ?? "" },
    error: { title: check.errorTitle ?? "", text: check.errorMessage ?? "" },
    allowBlank: check.allowBlank === true,
  };
  if (check.type === "list") {
    if (check.values !== undefined) {
      return { ...words, kind: "list", options: check.values.map((option) => option.replace(/""/g, '"').trim()) };
    }
    const source = check.formula1?.trim() ?? "";
    const match = reachesOutside(source) ? null : CELLS.exec(source);
    const area = match === null ? null : parseAreaName(match[3]!.replace(/\$/g, ""));
    if (match === null || area === null) return null;
    return { ...words, kind: "range", sheet: match[1]?.replace(/''/g, "'") ?? match[2] ?? sheet, area };
  }
  const [first, second] = [plainNumber(check.formula1), plainNumber(check.formula2)];
  const operator = check.operator ?? "between";
  if (operator !== "between" && operator !== "greaterThanOrEqual" && operator !== "lessThanOrEqual") return null;
  const least = operator === "lessThanOrEqual" ? -UNBOUNDED : first;
  const most = operator === "greaterThanOrEqual" ? UNBOUNDED : operator === "lessThanOrEqual" ? first : second;
  if (least === null || most === null) return null;
  if (check.type === "textLength") return { ...words, kind: "length", max: most };
  if (check.type !== "whole" && check.type !== "decimal") return null;
  return { ...words, kind: check.type === "whole" ? "whole" : "number", min: least, max: most };
}
