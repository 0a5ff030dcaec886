import { areaName, quoteSheet, type Area } from "../../../core/sheet/address";
import { areaWithout, overlaps } from "../../../core/sheet/apply";
import type { Validation } from "../../../core/sheet/workbook";
import type { EngineSheet } from "../engine-sheet";
import { holds } from "../validity";
import {
  aBoolean, aNumber, aString, fields, invalid, notImplemented, OfficeError, OfficeObject, oneOf,
} from "./office-object";
import { areaOf, unbounded } from "./places";
import { RangeAreasObject } from "./range-areas";
import { RangeObject } from "./range-object";
import type { World } from "./world";

/** Areas where a prompt was set before any rule: Excel then refuses the rule. */
const promptOnly = new WeakMap<EngineSheet, Area[]>();
const mostSource = 255;
const longest = { title: 32, prompt: 255, error: 255 } as const;

const bare = {
  prompt: { title: "", text: "" },
  error: { title: "", text: "" },
  allowBlank: true,
} as const;

type Words = "prompt" | "error" | "allowBlank";
type Rule = Validation extends infer V ? (V extends Validation ? Omit<V, Words> : never) : never;
const typeName = { list: "List", range: "List", number: "Decimal", whole: "WholeNumber", length: "TextLength" } as const;

export class DataValidationObject extends OfficeObject {
  readonly kind = "DataValidation";

  constructor(
    private readonly world: World,
    private readonly sheet: EngineSheet,
    private readonly area: Area,
  ) {
    super();
  }

  private get parts(): readonly { readonly area: Area; readonly rule: Validation }[] {
    return this.sheet.checks.within(this.area).map(({ area, item }) => ({ area, rule: item }));
  }

  /** The rule all cells share, "none", or null where they differ. */
  private get common(): Validation | "none" | null {
    const parts = this.parts;
    if (parts.length === 0) return "none";
    const covered = parts.reduce((sum, { area }) => sum + area.rows * area.columns, 0);
    const same = parts.every(({ rule }) => JSON.stringify(rule) === JSON.stringify(parts[0]!.rule));
    return same && covered === this.area.rows * this.area.columns ? parts[0]!.rule : null;
  }

  get Type(): string {
    const { common } = this;
    return common === "none" ? "None" : common === null ? "Inconsistent" : typeName[common.kind];
  }
  get Rule(): unknown {
    const { common } = this;
    return common === "none" ? {} : common === null ? null : ruleSent(common);
  }
  set Rule(value: unknown) {
    const rule = ruleTaken(value, this.sheet);
    this.world.engine.mayChange(this.sheet, null);
    if ((promptOnly.get(this.sheet) ?? []).some((area) => overlaps(area, this.area))) {
      throw invalid("a rule where a prompt stands without one");
    }
    const kept = typeof this.common === "object" && this.common !== null ? this.common : bare;
    const { prompt, error, allowBlank } = kept;
    this.sheet.checks.set(this.area, { prompt, error, allowBlank, ...rule });
  }

  get Prompt(): unknown {
    const { common } = this;
    if (common === null) return null;
    const { title, text } = common === "none" ? bare.prompt : common.prompt;
    return { message: text, showPrompt: true, title };
  }
  set Prompt(value: unknown) {
    const { message, showPrompt, title } = fields(value, ["message", "showPrompt", "title"], "prompt");
    if (!aBoolean(showPrompt ?? true, "showPrompt")) throw notImplemented("a prompt that is not shown");
    const prompt = {
      title: text(title, longest.title, "prompt.title"), text: text(message, longest.prompt, "prompt.message"),
    };
    this.change((rule) => ({ ...rule, prompt }));
  }
  get ErrorAlert(): unknown {
    const { common } = this;
    if (common === null) return null;
    const { title, text } = common === "none" ? bare.error : common.error;
    return { message: text, showAlert: true, style: "Stop", title };
  }
  set ErrorAlert(value: unknown) {
    const { message, showAlert, style, title } = fields(value, ["message", "showAlert", "style", "title"], "errorAlert");
    if (!aBoolean(showAlert ?? true, "showAlert")) throw notImplemented("an alert that is not shown");
    if (oneOf(style ?? "Stop", ["Stop", "Warning", "Information"], "style") !== "Stop") {
      throw notImplemented("an alert that does not stop");
    }
    const error = {
      title: text(title, longest.title, "errorAlert.title"), text: text(message, longest.error, "errorAlert.message"),
    };
    this.change((rule) => ({ ...rule, error }));
  }
  get IgnoreBlanks(): boolean | null {
    const { common } = this;
    return common === null ? null : common === "none" ? true : common.allowBlank;
  }
  set IgnoreBlanks(value: unknown) {
    const allowBlank = aBoolean(value, "ignoreBlanks");
    this.change((rule) => ({ ...rule, allowBlank }));
  }

  /** Changes every rule in the area; where there is none, the setting stands alone. */
  private change(how: (rule: Validation) => Validation): void {
    this.world.engine.mayChange(this.sheet, null);
    let free = [this.area];
    for (const { area, rule } of this.parts) {
      this.sheet.checks.set(area, how(rule));
      free = free.flatMap((left) => areaWithout(left, area));
    }
    if (free.length > 0) promptOnly.set(this.sheet, [...(promptOnly.get(this.sheet) ?? []), ...free]);
  }

  private get wrong(): Area[] {
    if (unbounded(this.area)) throw notImplemented("invalid cells of whole rows or columns");
    const found: Area[] = [];
    for (let row = this.area.row; row < this.area.row + this.area.rows; row++) {
      for (let column = this.area.column; column < this.area.column + this.area.columns; column++) {
        const rule = this.sheet.checkAt(row, column);
        if (rule !== null && !holds(rule, this.world.engine.value(this.sheet, row, column), this.world.engine)) {
          found.push({ row, column, rows: 1, columns: 1 });
        }
      }
    }
    return found;
  }

  /** null where some cells pass and some do not. */
  get Valid(): boolean | null {
    const { length } = this.wrong;
    return length === 0 ? true : length === this.area.rows * this.area.columns ? false : null;
  }
  GetInvalidCellsOrNullObject(): OfficeObject | null {
    const { wrong } = this;
    return wrong.length === 0 ? null : new RangeAreasObject(this.world, this.sheet, wrong);
  }
  GetInvalidCells(): OfficeObject {
    const found = this.GetInvalidCellsOrNullObject();
    if (found === null) throw new OfficeError("ItemNotFound", "no invalid cells");
    return found;
  }

  Clear(): void {
    this.world.engine.mayChange(this.sheet, null);
    this.sheet.checks.clear(this.area);
    promptOnly.set(this.sheet, (promptOnly.get(this.sheet) ?? []).flatMap((area) => areaWithout(area, this.area)));
  }
}

function text(value: unknown, most: number, what: string): string {
  const given = aString(value ?? "", what);
  if (given.length > most) throw invalid(`${what} longer than ${most} characters`);
  return given;
}

const operators = [
  "Between", "NotBetween", "EqualTo", "NotEqualTo", "GreaterThan", "LessThan", "GreaterThanOrEqualTo",
  "LessThanOrEqualTo",
];

/** A bound as a number, or as the formula that it is read as. */
function boundTaken(bound: unknown, what: string): number {
  if (typeof bound !== "string") return aNumber(bound, what);
  const figure = Number(bound.replace(/^=/, ""));
  if (Number.isNaN(figure)) throw notImplemented(`a bound that computes: ${bound}`);
  return figure;
}

function ruleTaken(value: unknown, sheet: EngineSheet): Rule {
  const kinds = ["wholeNumber", "decimal", "list", "textLength", "custom", "date", "time"];
  const given = Object.entries(fields(value, kinds, "rule")).filter(([, inner]) => inner !== null && inner !== undefined);
  if (given.length !== 1) throw invalid("a rule of exactly one kind");
  const [kind, inner] = given[0]!;
  if (kind === "list") {
    const { inCellDropDown, source } = fields(inner, ["inCellDropDown", "source"], "rule.list");
    if (!aBoolean(inCellDropDown, "inCellDropDown")) throw notImplemented("a list without a dropdown");
    return listTaken(source, sheet);
  }
  if (kind !== "wholeNumber" && kind !== "decimal" && kind !== "textLength") throw notImplemented(`rule ${kind}`);
  const { formula1, formula2, operator } = fields(inner, ["formula1", "formula2", "operator"], `rule.${kind}`);
  const sign = oneOf(operator, operators, "operator");
  const first = boundTaken(formula1, "formula1");
  if (kind === "textLength" && sign === "LessThanOrEqualTo") return { kind: "length", max: first };
  if (sign !== "Between") throw notImplemented(`rule ${kind} ${sign}`);
  const second = boundTaken(formula2, "formula2");
  if (second < first) throw invalid("The minimum is larger than the maximum.");
  if (kind === "wholeNumber" && !(Number.isInteger(first) && Number.isInteger(second))) throw invalid("wholeNumber");
  if (kind === "textLength") {
    if (first !== 0) throw notImplemented("a least length");
    return { kind: "length", max: second };
  }
  return { kind: kind === "decimal" ? "number" : "whole", min: first, max: second };
}

function listTaken(source: unknown, sheet: EngineSheet): Rule {
  if (source instanceof RangeObject) return { kind: "range", sheet: source.sheet.name, area: source.area };
  const given = aString(source, "source");
  if (given === "") throw invalid("an empty list");
  if (given.startsWith("=")) {
    const found = /^=(?:(?:'((?:[^']|'')+)'|([^'!]+))!)?([^!]+)$/.exec(given);
    const area = found === null ? null : areaOf(found[3]!);
    if (found === null || area === null) throw notImplemented(`list source ${given}`);
    return { kind: "range", sheet: found[1]?.replace(/''/g, "'") ?? found[2] ?? sheet.name, area };
  }
  if (given.length > mostSource) throw invalid(`a list source of ${given.length} characters`);
  return { kind: "list", options: given.split(",").map((option) => option.trim()) };
}

function ruleSent(rule: Validation): unknown {
  // Bounds are read as the formulas that they are.
  const between = ({ min, max }: { readonly min: number; readonly max: number }): object =>
    ({ formula1: `=${min}`, formula2: `=${max}`, operator: "Between" });
  switch (rule.kind) {
    case "list":
      return { list: { inCellDropDown: true, source: rule.options.join(",") } };
    case "range": {
      const place = areaName(rule.area).replace(/([A-Z]+)(\d+)/g, "$$$1$$$2");
      return { list: { inCellDropDown: true, source: `=${quoteSheet(rule.sheet)}!${place}` } };
    }
    case "number":
      return { decimal: between(rule) };
    case "whole":
      return { wholeNumber: between(rule) };
    case "length":
      return { textLength: { formula1: `=${rule.max}`, operator: "LessThanOrEqualTo" } };
  }
}
