import type { Area } from "../../../core/sheet/address";
import type { Validation } from "../../../core/sheet/workbook";

/** What a cell may hold, as Google Sheets keeps it. Formulas are en-US and written for the area's first cell. */
export type Criteria =
  | { readonly kind: "VALUE_IN_LIST"; readonly values: readonly string[]; readonly dropdown: boolean }
  | { readonly kind: "VALUE_IN_RANGE"; readonly sheet: number; readonly area: Area; readonly dropdown: boolean }
  | { readonly kind: "NUMBER_BETWEEN"; readonly min: number; readonly max: number }
  | { readonly kind: "CHECKBOX" }
  | { readonly kind: "CUSTOM_FORMULA"; readonly formula: string };

export interface Rule {
  readonly criteria: Criteria;
  readonly allowInvalid: boolean;
  readonly help: string;
}

export interface Check {
  readonly area: Area;
  readonly rule: Rule;
}

/** A rule as an .xlsx file brings it. A limit of length has no counterpart in Sheets and is lost. */
export function ruleOf(check: Validation, sheetId: (name: string) => number | null): Rule | null {
  const rest = { allowInvalid: false, help: check.prompt.text };
  switch (check.kind) {
    case "list":
      return { ...rest, criteria: { kind: "VALUE_IN_LIST", values: check.options, dropdown: true } };
    case "range": {
      const sheet = sheetId(check.sheet);
      return sheet === null ? null : { ...rest, criteria: { kind: "VALUE_IN_RANGE", sheet, area: check.area, dropdown: true } };
    }
    case "number":
    case "whole":
      return { ...rest, criteria: { kind: "NUMBER_BETWEEN", min: check.min, max: check.max } };
    case "length":
      return null;
  }
}

/** The rule as a file, or a comparison with another host, has it; null where a workbook has no such kind. */
export function validationOf({ criteria, help }: Rule, sheetName: (id: number) => string): Validation | null {
  const words = { prompt: { title: "", text: help }, error: { title: "", text: help }, allowBlank: true };
  switch (criteria.kind) {
    case "VALUE_IN_LIST":
      return { ...words, kind: "list", options: criteria.values };
    case "VALUE_IN_RANGE":
      return { ...words, kind: "range", sheet: sheetName(criteria.sheet), area: criteria.area };
    case "NUMBER_BETWEEN":
      return { ...words, kind: "number", min: criteria.min, max: criteria.max };
    case "CHECKBOX":
      return { ...words, kind: "list", options: ["TRUE", "FALSE"] };
    case "CUSTOM_FORMULA":
      return null;
  }
}
