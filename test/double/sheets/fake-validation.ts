/// <reference types="google-apps-script" />
import { neutralFormula, isUnread } from "./formula-text";
import { RangePlace } from "./range-place";
import type { Criteria, Rule } from "./rule";
import { enumeration, fakeOf, Refused, strict } from "./strict";
import type { World } from "./world";

type DataValidation = GoogleAppsScript.Spreadsheet.DataValidation;
type Builder = GoogleAppsScript.Spreadsheet.DataValidationBuilder;
type Kinds = typeof GoogleAppsScript.Spreadsheet.DataValidationCriteria;
type Range = GoogleAppsScript.Spreadsheet.Range;

export const validationKinds = enumeration<Kinds & Record<string, GoogleAppsScript.Spreadsheet.DataValidationCriteria>>(
  "DataValidationCriteria", ["VALUE_IN_LIST", "VALUE_IN_RANGE", "NUMBER_BETWEEN", "CHECKBOX", "CUSTOM_FORMULA"]);

const mostMembers = 500;

function valuesOf(world: World, criteria: Criteria): unknown[] {
  switch (criteria.kind) {
    case "VALUE_IN_LIST":
      return [[...criteria.values], criteria.dropdown];
    case "VALUE_IN_RANGE": {
      const sheet = world.book.sheetById(criteria.sheet);
      return [sheet === null ? null : world.range(sheet, criteria.area), criteria.dropdown];
    }
    case "NUMBER_BETWEEN":
      return [criteria.min, criteria.max];
    case "CHECKBOX":
      return [];
    case "CUSTOM_FORMULA":
      return [`=${criteria.formula}`];
  }
}

export class FakeValidation
  implements Pick<DataValidation, "copy" | "getAllowInvalid" | "getCriteriaType" | "getCriteriaValues" | "getHelpText"> {
  readonly self: DataValidation;
  constructor(private readonly world: World, readonly rule: Rule) {
    this.self = strict<DataValidation>("DataValidation", this, world);
  }
  copy(): Builder {
    return new FakeValidationBuilder(this.world, this.rule).self;
  }
  getAllowInvalid(): boolean {
    return this.rule.allowInvalid;
  }
  getCriteriaType(): GoogleAppsScript.Spreadsheet.DataValidationCriteria {
    return validationKinds[this.rule.criteria.kind]!;
  }
  getCriteriaValues(): unknown[] {
    return valuesOf(this.world, this.rule.criteria);
  }
  getHelpText(): string {
    return this.rule.help;
  }
}

/** Lets invalid values through unless it is told not to. */
export class FakeValidationBuilder
  implements Pick<Builder,
    | "requireValueInList" | "requireValueInRange" | "requireNumberBetween" | "requireCheckbox" | "requireFormulaSatisfied"
    | "setAllowInvalid" | "setHelpText" | "build"> {
  readonly self: Builder;
  private criteria: Criteria | null;
  private allowInvalid: boolean;
  private help: string;

  constructor(private readonly world: World, rule?: Rule) {
    this.criteria = rule?.criteria ?? null;
    this.allowInvalid = rule?.allowInvalid ?? true;
    this.help = rule?.help ?? "";
    this.self = strict<Builder>("DataValidationBuilder", this, world);
  }
  requireValueInList(values: string[], dropdown = true): Builder {
    if (!Array.isArray(values)) throw new Refused("The parameters don't match the method signature for SpreadsheetApp.DataValidationBuilder.requireValueInList.");
    if (values.length > mostMembers) {
      throw new Refused(`The data validation rule has more items than the limit of ${mostMembers}. Use the “List from a range” criteria instead.`);
    }
    this.criteria = { kind: "VALUE_IN_LIST", values: values.map(String), dropdown };
    return this.self;
  }
  requireValueInRange(range: Range, dropdown = true): Builder {
    const { sheet, area } = fakeOf(RangePlace, range);
    this.criteria = { kind: "VALUE_IN_RANGE", sheet: sheet.id, area, dropdown };
    return this.self;
  }
  requireNumberBetween(start: number, end: number): Builder {
    if (typeof start !== "number" || typeof end !== "number" || !(start <= end)) throw new Refused("Invalid argument: requireNumberBetween");
    this.criteria = { kind: "NUMBER_BETWEEN", min: start, max: end };
    return this.self;
  }
  requireCheckbox(): Builder {
    this.criteria = { kind: "CHECKBOX" };
    return this.self;
  }
  requireFormulaSatisfied(formula: string): Builder {
    const neutral = neutralFormula(formula.replace(/^=/, ""), this.world.book.locale);
    if (isUnread(neutral)) throw new Refused("Invalid formula.");
    this.criteria = { kind: "CUSTOM_FORMULA", formula: neutral };
    return this.self;
  }
  setAllowInvalid(allowed: boolean): Builder {
    this.allowInvalid = allowed;
    return this.self;
  }
  setHelpText(text: string): Builder {
    this.help = text;
    return this.self;
  }
  build(): DataValidation {
    if (this.criteria === null) throw new Refused("A data validation rule needs a criterion.");
    return new FakeValidation(this.world, { criteria: this.criteria, allowInvalid: this.allowInvalid, help: this.help }).self;
  }
}
