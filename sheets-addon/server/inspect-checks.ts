import { columnName, parseAreaName } from "../../core/sheet/address";
import type { Asked } from "../../core/sheet/host";
import type { Validation } from "../../core/sheet/workbook";
import type { PlainGuards } from "../api";
import { helpOf } from "./checks";
import type { Range } from "./place";

type Check = GoogleAppsScript.Spreadsheet.DataValidation;
export type CheckRead = PlainGuards["checks"][number];

/** Characters that a cell holds, which is all that a limit of length can say here. */
const LONGEST_TEXT = 50000;

/** The formulas that stand for kinds of check that Google has not, without blanks, arguments parted by `;`. */
const wholeFormula =
  /^=IFERROR\(AND\(ISNUMBER\((\$?)([A-Z]+)(\$?)(\d+)\);\1\2\3\4=INT\(\1\2\3\4\);\1\2\3\4>=(-?\d+);\1\2\3\4<=(-?\d+)\);FALSE\(?\)?\)$/;
const anyFormula = /^=TRUE\(?\)?$/;

type Kind<V = Validation> = V extends Validation ? Omit<V, "prompt" | "error" | "allowBlank"> : never;

function kindOfFormula(formula: string, row: number, column: number): Kind | null {
  const plain = formula.replace(/\s/g, "").replace(/,/g, ";").toUpperCase();
  if (anyFormula.test(plain)) return { kind: "length", max: LONGEST_TEXT };
  const [whole, column$, letters, row$, figures, min, max] = wholeFormula.exec(plain) ?? [];
  if (whole === undefined) return null;
  // A reference that does not move along looks at another cell once its row was moved or copied.
  if ((column$ === "$" && letters !== columnName(column)) || (row$ === "$" && figures !== String(row + 1))) return null;
  return { kind: "whole", min: Number(min), max: Number(max) };
}

function kindOf(check: Check, row: number, column: number, nameOf: (id: number) => string): Kind | null {
  const { VALUE_IN_LIST, VALUE_IN_RANGE, NUMBER_BETWEEN, CUSTOM_FORMULA } = SpreadsheetApp.DataValidationCriteria;
  const type = check.getCriteriaType();
  const [first, second] = check.getCriteriaValues() as unknown[];
  switch (type) {
    case VALUE_IN_LIST:
      return second === true ? { kind: "list", options: (first as unknown[]).map(String) } : null;
    case VALUE_IN_RANGE: {
      const range = first as Range | null;
      const area = range === null || second !== true ? null : parseAreaName(range.getA1Notation());
      return area === null ? null : { kind: "range", sheet: nameOf(range!.getGridId()), area };
    }
    case NUMBER_BETWEEN:
      return { kind: "number", min: Number(first), max: Number(second) };
    case CUSTOM_FORMULA:
      return kindOfFormula(String(first), row, column);
    default:
      return null;
  }
}

/** A check as far as Google has places for it: one text, and blanks always pass. */
function checkAt(check: Check, row: number, column: number, nameOf: (id: number) => string): Validation | "other" {
  if (check.getAllowInvalid()) return "other";
  const kind = kindOf(check, row, column, nameOf);
  if (kind === null) return "other";
  const words = { title: "", text: check.getHelpText() ?? "" };
  return { prompt: words, error: words, allowBlank: true, ...kind };
}

/** Whether what stands is what the server writes for a rule. */
function isWrittenFor(standing: Validation, rule: Validation): boolean {
  if (standing.prompt.text !== helpOf(rule)) return false;
  if (standing.kind === "list" && rule.kind === "list") {
    return JSON.stringify(standing.options) === JSON.stringify(rule.options);
  }
  if (standing.kind === "range" && rule.kind === "range") {
    const { area } = standing;
    const fields = ["row", "column", "rows", "columns"] as const;
    return standing.sheet.toLowerCase() === rule.sheet.toLowerCase() && fields.every((field) => area[field] === rule.area[field]);
  }
  if ((standing.kind === "number" || standing.kind === "whole") && standing.kind === rule.kind) {
    return standing.min === rule.min && standing.max === rule.max;
  }
  return standing.kind === "length" && rule.kind === "length";
}

/**
 * Of each asked area what stands in it.
 * @param checkIn the check in a cell.
 * @param nameOf the name of the sheet with an id.
 */
export function checksIn(
  asked: Asked["checks"], checkIn: (row: number, column: number) => Check | null, nameOf: (id: number) => string,
): CheckRead[] {
  return asked.map(({ area, rule }) => {
    let common: CheckRead | undefined;
    for (let row = area.row; row < area.row + area.rows; row++) {
      for (let column = area.column; column < area.column + area.columns; column++) {
        const check = checkIn(row, column);
        const standing = check === null ? null : checkAt(check, row, column, nameOf);
        if (standing === "other") return standing;
        if (common === undefined) common = standing;
        else if (JSON.stringify(common) !== JSON.stringify(standing)) return "other";
      }
    }
    if (common === undefined || common === null || common === "other" || common === "asked") return common ?? null;
    return isWrittenFor(common, rule) ? "asked" : common;
  });
}
