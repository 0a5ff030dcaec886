/// <reference types="google-apps-script" />
import type { Style } from "../../../core/sheet/workbook";
import { isUnread, localFormula, neutralFormula } from "./formula-text";
import type { Colouring } from "./google-book";
import { background, colourText, fontColor } from "./look-fields";
import type { EngineSheet } from "../engine-sheet";
import { RangePlace } from "./range-place";
import { enumeration, fakeOf, Refused, strict } from "./strict";
import type { World } from "./world";

type Rule = GoogleAppsScript.Spreadsheet.ConditionalFormatRule;
type Builder = GoogleAppsScript.Spreadsheet.ConditionalFormatRuleBuilder;
type Condition = GoogleAppsScript.Spreadsheet.BooleanCondition;
type Gradient = GoogleAppsScript.Spreadsheet.GradientCondition;
type Kinds = typeof GoogleAppsScript.Spreadsheet.BooleanCriteria;
type Points = typeof GoogleAppsScript.Spreadsheet.InterpolationType;

export const conditionKinds = enumeration<Kinds>("BooleanCriteria", ["CUSTOM_FORMULA", "CELL_EMPTY", "CELL_NOT_EMPTY"]);
export const pointKinds = enumeration<Points>("InterpolationType", ["NUMBER", "PERCENT", "PERCENTILE", "MIN", "MAX"]);

class FakeCondition
  implements Pick<Condition, "getBackground" | "getBold" | "getCriteriaType" | "getCriteriaValues" | "getFontColor" | "getItalic"> {
  readonly self: Condition;
  constructor(private readonly world: World, private readonly colouring: Colouring & { kind: "formula" }) {
    this.self = strict<Condition>("BooleanCondition", this, world);
  }
  getBackground(): string | null {
    const { fill } = this.colouring.style;
    return fill === undefined ? null : colourText(fill);
  }
  getFontColor(): string | null {
    const { color } = this.colouring.style;
    return color === undefined ? null : colourText(color);
  }
  getBold(): boolean | null {
    return this.colouring.style.bold ?? null;
  }
  getItalic(): boolean | null {
    return this.colouring.style.italic ?? null;
  }
  getCriteriaType(): GoogleAppsScript.Spreadsheet.BooleanCriteria {
    return conditionKinds.CUSTOM_FORMULA;
  }
  getCriteriaValues(): unknown[] {
    return [`=${localFormula(this.colouring.formula, this.world.book.locale)}`];
  }
}

class FakeGradient implements Pick<Gradient, "getMinColor" | "getMaxColor"> {
  readonly self: Gradient;
  constructor(world: World, private readonly colouring: Colouring & { kind: "gradient" }) {
    this.self = strict<Gradient>("GradientCondition", this, world);
  }
  getMinColor(): string {
    return colourText(this.colouring.low);
  }
  getMaxColor(): string {
    return colourText(this.colouring.high);
  }
}

export class FakeColouring implements Pick<Rule, "getRanges" | "getBooleanCondition" | "getGradientCondition"> {
  readonly self: Rule;
  constructor(private readonly world: World, readonly sheet: EngineSheet, readonly colouring: Colouring) {
    this.self = strict<Rule>("ConditionalFormatRule", this, world);
  }
  getRanges(): GoogleAppsScript.Spreadsheet.Range[] {
    return this.colouring.areas.map((area) => this.world.range(this.sheet, area));
  }
  getBooleanCondition(): Condition | null {
    return this.colouring.kind === "formula" ? new FakeCondition(this.world, this.colouring).self : null;
  }
  getGradientCondition(): Gradient | null {
    return this.colouring.kind === "gradient" ? new FakeGradient(this.world, this.colouring).self : null;
  }
}

type Key = "fill" | "color" | "bold" | "italic" | "underline";

export class FakeColouringBuilder
  implements Pick<Builder,
    | "whenFormulaSatisfied" | "setBackground" | "setFontColor" | "setBold" | "setItalic" | "setUnderline"
    | "setGradientMinpoint" | "setGradientMaxpoint" | "setGradientMinpointWithValue" | "setGradientMaxpointWithValue"
    | "setRanges" | "build"> {
  readonly self: Builder;
  private places: RangePlace[] = [];
  private formula: string | null = null;
  private style: Pick<Style, Key> = {};
  private low: string | null = null;
  private high: string | null = null;

  constructor(private readonly world: World) {
    this.self = strict<Builder>("ConditionalFormatRuleBuilder", this, world);
  }
  whenFormulaSatisfied(formula: string): Builder {
    const neutral = neutralFormula(formula.replace(/^=/, ""), this.world.book.locale);
    const outside = neutral.replace(/"(?:[^"]|"")*"/g, "");
    if (isUnread(neutral)) throw new Refused("Invalid formula in a conditional format rule.");
    if (outside.includes("!") && !/INDIRECT\(/i.test(outside)) {
      throw new Refused("Conditional format rule cannot reference a different sheet.");
    }
    this.formula = neutral;
    return this.self;
  }
  setBackground(color: string | null): Builder {
    const { fill } = background.set({}, color);
    this.style = { ...this.style, ...(fill === undefined ? {} : { fill }) };
    return this.self;
  }
  setFontColor(color: string | null): Builder {
    const { color: found } = fontColor.set({}, color);
    this.style = { ...this.style, ...(found === undefined ? {} : { color: found }) };
    return this.self;
  }
  setBold(bold: boolean | null): Builder {
    this.style = { ...this.style, ...(bold === null ? {} : { bold }) };
    return this.self;
  }
  setItalic(italic: boolean | null): Builder {
    this.style = { ...this.style, ...(italic === null ? {} : { italic }) };
    return this.self;
  }
  setUnderline(underline: boolean | null): Builder {
    this.style = { ...this.style, ...(underline === null ? {} : { underline }) };
    return this.self;
  }
  setGradientMinpoint(color: string): Builder {
    this.low = background.set({}, color).fill ?? null;
    return this.self;
  }
  setGradientMaxpoint(color: string): Builder {
    this.high = background.set({}, color).fill ?? null;
    return this.self;
  }
  setGradientMinpointWithValue(color: string, type: GoogleAppsScript.Spreadsheet.InterpolationType): Builder {
    if (String(type) !== "MIN") throw new Error(`not faked: a gradient from ${String(type)}`);
    return this.setGradientMinpoint(color);
  }
  setGradientMaxpointWithValue(color: string, type: GoogleAppsScript.Spreadsheet.InterpolationType): Builder {
    if (String(type) !== "MAX") throw new Error(`not faked: a gradient to ${String(type)}`);
    return this.setGradientMaxpoint(color);
  }
  setRanges(ranges: GoogleAppsScript.Spreadsheet.Range[]): Builder {
    this.places = ranges.map((range) => fakeOf(RangePlace, range));
    return this.self;
  }
  build(): Rule {
    const sheet = this.places[0]?.sheet;
    if (sheet === undefined) throw new Refused("A conditional format rule must have at least one range.");
    if (this.places.some((place) => place.sheet !== sheet)) throw new Refused("All ranges must be on the same sheet.");
    const areas = this.places.map(({ area }) => area);
    if (this.formula !== null && this.low === null && this.high === null) {
      return new FakeColouring(this.world, sheet, { kind: "formula", areas, formula: this.formula, style: this.style }).self;
    }
    if (this.formula !== null || this.low === null || this.high === null) {
      throw new Refused("A conditional format rule needs one condition: a formula, or both ends of a gradient.");
    }
    return new FakeColouring(this.world, sheet, { kind: "gradient", areas, low: this.low, high: this.high }).self;
  }
}
