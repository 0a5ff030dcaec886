import type { Area } from "../../../core/sheet/address";
import { overlaps, tidyStyle } from "../../../core/sheet/apply";
import type { Style } from "../../../core/sheet/workbook";
import type { EngineSheet, Format } from "../engine-sheet";
import type { SheetEngine } from "../sheet-engine";
import type { Events } from "./events";
import { aBoolean, anIndex, aString, colourOf, fields, invalid, notImplemented, OfficeError, OfficeObject, oneOf } from "./office-object";
import { RangeObject } from "./range-object";

const types = ["Custom", "DataBar", "ColorScale", "IconSet", "TopBottom", "PresetCriteria", "ContainsText", "CellValue"];

export class ConditionalFormatCollectionObject extends OfficeObject {
  readonly kind = "ConditionalFormatCollection";

  constructor(
    private readonly engine: SheetEngine,
    private readonly events: Events,
    private readonly sheet: EngineSheet,
    private readonly area: Area,
  ) {
    super();
  }

  private get formats(): readonly Format[] {
    return this.sheet.formats.filter(({ area }) => overlaps(area, this.area));
  }
  private made(format: Format): ConditionalFormatObject {
    return new ConditionalFormatObject(this.engine, this.events, this.sheet, format.id);
  }

  override items(): readonly OfficeObject[] {
    return this.formats.map((format) => this.made(format));
  }
  override item(key: unknown): OfficeObject {
    const format = this.formats.find(({ id }) => String(id) === key);
    if (format === undefined) throw new OfficeError("ItemNotFound", `conditional format ${String(key)}`);
    return this.made(format);
  }

  /** The new format goes before all others. */
  Add(type: unknown): OfficeObject {
    const name = oneOf(type, types, "type");
    this.engine.mayChange(this.sheet, null);
    if (name === "Custom") return this.made(this.sheet.addFormat({ kind: "custom", area: this.area, formula: "", style: {} }));
    if (name === "ColorScale") return this.made(this.sheet.addFormat({ kind: "scale", area: this.area, low: "", high: "" }));
    throw notImplemented(`conditional format ${name}`);
  }
  /** Formats that reach beyond the area lose only what lies in it. */
  ClearAll(): void {
    this.engine.mayChange(this.sheet, null);
    this.sheet.clearFormats(this.area);
  }
  GetCount(): number {
    return this.formats.length;
  }
  GetItem(key: unknown): OfficeObject {
    return this.item(key);
  }
  GetItemAt(index: unknown): OfficeObject {
    const format = this.formats[anIndex(index, "index")];
    if (format === undefined) throw invalid("index");
    return this.made(format);
  }
}

class ConditionalFormatObject extends OfficeObject {
  readonly kind = "ConditionalFormat";

  constructor(
    private readonly engine: SheetEngine,
    private readonly events: Events,
    private readonly sheet: EngineSheet,
    private readonly id: number,
  ) {
    super();
  }

  override identity(): Record<string, unknown> {
    return { Id: this.Id };
  }

  private get format(): Format {
    const found = this.sheet.formats.find(({ id }) => id === this.id);
    if (found === undefined) throw new OfficeError("ItemNotFound", `conditional format ${this.id}`);
    return found;
  }
  private change(how: (format: Format) => Format): void {
    this.engine.mayChange(this.sheet, null);
    this.sheet.changeFormat(this.id, how);
  }

  get Id(): string {
    return String(this.id);
  }
  get Type(): string {
    return this.format.kind === "custom" ? "Custom" : "ColorScale";
  }
  get Priority(): number {
    return this.sheet.formats.indexOf(this.format);
  }
  get StopIfTrue(): boolean {
    return false;
  }
  set StopIfTrue(value: unknown) {
    if (aBoolean(value, "stopIfTrue")) throw notImplemented("stopIfTrue");
  }
  get Custom(): OfficeObject {
    const found = this.CustomOrNullObject;
    if (found === null) throw invalid("no custom format");
    return found;
  }
  get CustomOrNullObject(): OfficeObject | null {
    if (this.format.kind !== "custom") return null;
    return new CustomObject(() => customOf(this.format), (part) => this.change((format) => ({ ...customOf(format), ...part })));
  }
  get ColorScale(): OfficeObject {
    const found = this.ColorScaleOrNullObject;
    if (found === null) throw invalid("no colour scale");
    return found;
  }
  get ColorScaleOrNullObject(): OfficeObject | null {
    if (this.format.kind !== "scale") return null;
    return new ColorScaleObject(() => scaleOf(this.format), (part) => this.change((format) => ({ ...scaleOf(format), ...part })));
  }
  GetRange(): OfficeObject {
    return new RangeObject(this.engine, this.events, this.sheet, this.format.area);
  }
  Delete(): void {
    this.engine.mayChange(this.sheet, null);
    this.sheet.formats = this.sheet.formats.filter(({ id }) => id !== this.id);
  }
}

type Custom = Extract<Format, { kind: "custom" }>;
type Scale = Extract<Format, { kind: "scale" }>;
const customOf = (format: Format): Custom => {
  if (format.kind !== "custom") throw invalid("no custom format");
  return format;
};
const scaleOf = (format: Format): Scale => {
  if (format.kind !== "scale") throw invalid("no colour scale");
  return format;
};

class CustomObject extends OfficeObject {
  readonly kind = "CustomConditionalFormat";

  constructor(
    private readonly now: () => Custom,
    private readonly change: (part: Partial<Custom>) => void,
  ) {
    super();
  }

  get Rule(): OfficeObject {
    return new RuleObject(() => this.now().formula, (formula) => this.change({ formula }));
  }
  get Format(): OfficeObject {
    return new ConditionalRangeFormatObject(() => this.now().style, (style) => this.change({ style }));
  }
}

class RuleObject extends OfficeObject {
  readonly kind = "ConditionalFormatRule";

  constructor(
    private readonly now: () => string,
    private readonly change: (formula: string) => void,
  ) {
    super();
  }

  get Formula(): string {
    return `=${this.now()}`;
  }
  set Formula(value: unknown) {
    const formula = aString(value, "formula");
    if (!/^=./.test(formula)) throw invalid(`formula ${formula}`);
    this.change(formula.slice(1));
  }
}

type Now = () => Style;
type Change = (style: Style) => void;

class ConditionalRangeFormatObject extends OfficeObject {
  readonly kind = "ConditionalRangeFormat";

  constructor(
    private readonly now: Now,
    private readonly change: Change,
  ) {
    super();
  }

  get Fill(): OfficeObject {
    return new ConditionalFillObject(this.now, this.change);
  }
  get Font(): OfficeObject {
    return new ConditionalFontObject(this.now, this.change);
  }
  get NumberFormat(): string {
    return this.now().format ?? "";
  }
  set NumberFormat(value: unknown) {
    this.change({ ...this.now(), format: aString(value, "numberFormat") });
  }
}

class ConditionalFillObject extends OfficeObject {
  readonly kind = "ConditionalRangeFill";

  constructor(
    private readonly now: Now,
    private readonly change: Change,
  ) {
    super();
  }

  get Color(): string {
    const { fill } = this.now();
    return fill === undefined ? "" : `#${fill}`;
  }
  set Color(value: unknown) {
    this.change({ ...this.now(), fill: colourOf(value, "fill.color") });
  }
}

class ConditionalFontObject extends OfficeObject {
  readonly kind = "ConditionalRangeFont";

  constructor(
    private readonly now: Now,
    private readonly change: Change,
  ) {
    super();
  }

  get Color(): string {
    const { color } = this.now();
    return color === undefined ? "" : `#${color}`;
  }
  set Color(value: unknown) {
    this.change({ ...this.now(), color: colourOf(value, "font.color") });
  }
  get Bold(): boolean {
    return this.now().bold ?? false;
  }
  set Bold(value: unknown) {
    this.change(tidyStyle({ ...this.now(), bold: aBoolean(value, "font.bold") }));
  }
  get Italic(): boolean {
    return this.now().italic ?? false;
  }
  set Italic(value: unknown) {
    this.change(tidyStyle({ ...this.now(), italic: aBoolean(value, "font.italic") }));
  }
  get Underline(): string {
    return this.now().underline === true ? "Single" : "None";
  }
  set Underline(value: unknown) {
    const line = oneOf(value, ["None", "Single", "Double"], "font.underline");
    if (line === "Double") throw notImplemented("font.underline Double");
    this.change(tidyStyle({ ...this.now(), underline: line === "Single" }));
  }
}

class ColorScaleObject extends OfficeObject {
  readonly kind = "ColorScaleConditionalFormat";

  constructor(
    private readonly now: () => Scale,
    private readonly change: (part: Partial<Scale>) => void,
  ) {
    super();
  }

  get ThreeColorScale(): boolean {
    return false;
  }
  get Criteria(): unknown {
    const { low, high } = this.now();
    return {
      minimum: { color: `#${low}`, type: "LowestValue", formula: null },
      maximum: { color: `#${high}`, type: "HighestValue", formula: null },
    };
  }
  set Criteria(value: unknown) {
    const { minimum, midpoint, maximum } = fields(value, ["minimum", "midpoint", "maximum"], "criteria");
    if ((midpoint ?? null) !== null) throw notImplemented("a colour scale of three colours");
    this.change({ low: criterion(minimum, "LowestValue"), high: criterion(maximum, "HighestValue") });
  }
}

function criterion(value: unknown, wanted: string): string {
  const { color, type, formula } = fields(value, ["color", "type", "formula"], "criterion");
  const name = oneOf(type, ["LowestValue", "HighestValue", "Number", "Percent", "Formula", "Percentile"], "type");
  if (name !== wanted || (formula ?? null) !== null) throw notImplemented(`a colour scale from ${name}`);
  return colourOf(color, "color");
}
