import { checkedFormula } from "../contents";
import type { Format } from "../engine-sheet";
import { edge, type Look } from "../look";
import { aBoolean, aString, colourOf, fields, invalid, notImplemented, OfficeObject, oneOf } from "./office-object";

export type Custom = Extract<Format, { kind: "custom" }>;
export type Scale = Extract<Format, { kind: "scale" }>;
export const customOf = (format: Format): Custom => {
  if (format.kind !== "custom") throw invalid("no custom format");
  return format;
};
export const scaleOf = (format: Format): Scale => {
  if (format.kind !== "scale") throw invalid("no colour scale");
  return format;
};

export class CustomObject extends OfficeObject {
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
    this.change(checkedFormula(formula.slice(1)));
  }
}

type Now = () => Look;
type Change = (style: Look) => void;

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
  get Borders(): OfficeObject {
    return new ConditionalBorderCollectionObject(this.now, this.change);
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
    this.change({ ...this.now(), bold: aBoolean(value, "font.bold") });
  }
  get Italic(): boolean {
    return this.now().italic ?? false;
  }
  set Italic(value: unknown) {
    this.change({ ...this.now(), italic: aBoolean(value, "font.italic") });
  }
  get Underline(): string {
    return this.now().underline === true ? "Single" : "None";
  }
  set Underline(value: unknown) {
    const line = oneOf(value, ["None", "Single", "Double"], "font.underline");
    if (line === "Double") throw notImplemented("font.underline Double");
    this.change({ ...this.now(), underline: line === "Single" });
  }
}

const bits = { EdgeTop: edge.top, EdgeBottom: edge.bottom, EdgeLeft: edge.left, EdgeRight: edge.right } as const;
const sides = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight"] as const;

class ConditionalBorderCollectionObject extends OfficeObject {
  readonly kind = "ConditionalRangeBorderCollection";

  constructor(
    private readonly now: Now,
    private readonly change: Change,
  ) {
    super();
  }

  override item(key: unknown): OfficeObject {
    return new ConditionalBorderObject(this.now, this.change, oneOf(key, sides, "border"));
  }
  override items(): readonly OfficeObject[] {
    return sides.map((side) => this.item(side));
  }}

class ConditionalBorderObject extends OfficeObject {
  readonly kind = "ConditionalRangeBorder";

  constructor(
    private readonly now: Now,
    private readonly change: Change,
    private readonly side: keyof typeof bits,
  ) {
    super();
  }

  override identity(): Record<string, unknown> {
    return { SideIndex: this.side };
  }
  get SideIndex(): string {
    return this.side;
  }
  get Style(): string {
    return ((this.now().edges ?? 0) & bits[this.side]) === 0 ? "None" : "Continuous";
  }
  set Style(value: unknown) {
    const line = oneOf(value, ["None", "Continuous", "Dash", "DashDot", "DashDotDot", "Dot"], "border.style");
    if (line !== "None" && line !== "Continuous") throw notImplemented(`border.style ${line}`);
    const { edges = 0 } = this.now();
    this.change({ ...this.now(), edges: line === "None" ? edges & ~bits[this.side] : edges | bits[this.side] });
  }
}

export class ColorScaleObject extends OfficeObject {
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
