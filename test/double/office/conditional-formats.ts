import type { Area } from "../../../core/sheet/address";
import { overlaps } from "../../../core/sheet/apply";
import type { EngineSheet, Format } from "../engine-sheet";
import { ColorScaleObject, CustomObject, customOf, scaleOf } from "./conditional-parts";
import { aBoolean, aNumber, anIndex, invalid, notImplemented, OfficeError, OfficeObject, oneOf } from "./office-object";
import { RangeObject } from "./range-object";
import type { World } from "./world";

const types = [
  "Custom", "DataBar", "ColorScale", "IconSet", "TopBottom", "PresetCriteria", "ContainsText", "CellValue",
];

const typeOf = { custom: "Custom", scale: "ColorScale", bars: "DataBar" } as const satisfies Record<Format["kind"], string>;

export class ConditionalFormatCollectionObject extends OfficeObject {
  readonly kind = "ConditionalFormatCollection";

  constructor(
    private readonly world: World,
    private readonly sheet: EngineSheet,
    private readonly area: Area,
  ) {
    super();
  }

  private get formats(): readonly Format[] {
    return this.sheet.formats.filter(({ area }) => overlaps(area, this.area));
  }
  private made(format: Format): ConditionalFormatObject {
    return new ConditionalFormatObject(this.world, this.sheet, format.id);
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
    this.world.engine.mayChange(this.sheet, null);
    const { area, sheet } = this;
    if (name === "Custom") return this.made(sheet.addFormat({ kind: "custom", area, formula: "", style: {} }));
    if (name === "ColorScale") return this.made(sheet.addFormat({ kind: "scale", area, low: "", high: "" }));
    if (name === "DataBar") return this.made(sheet.addFormat({ kind: "bars", area }));
    throw notImplemented(`conditional format ${name}`);
  }
  /** Formats that reach beyond the area lose only what lies in it. */
  ClearAll(): void {
    this.world.engine.mayChange(this.sheet, null);
    this.sheet.clearFormats(this.area);
  }
  GetCount(): number {
    return this.formats.length;
  }  GetItemAt(index: unknown): OfficeObject {
    const format = this.formats[anIndex(index, "index")];
    if (format === undefined) throw invalid("index");
    return this.made(format);
  }
}

class ConditionalFormatObject extends OfficeObject {
  readonly kind = "ConditionalFormat";

  constructor(
    private readonly world: World,
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
    this.world.engine.mayChange(this.sheet, null);
    this.sheet.changeFormat(this.id, how);
  }

  get Id(): string {
    return String(this.id);
  }
  get Type(): string {
    return typeOf[this.format.kind];
  }
  get Priority(): number {
    return this.sheet.formats.indexOf(this.format);
  }
  /** The others close up; a place beyond the last is the last, one below 0 counts from there. */
  set Priority(value: unknown) {
    const wanted = aNumber(value, "priority");
    const { format } = this;
    this.world.engine.mayChange(this.sheet, null);
    const others = this.sheet.formats.filter((each) => each !== format);
    const place = Math.min(others.length, Math.max(0, wanted < 0 ? others.length + 1 + wanted : wanted));
    this.sheet.formats = [...others.slice(0, place), format, ...others.slice(place)];
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
    return new CustomObject(
      () => customOf(this.format),
      (part) => this.change((format) => ({ ...customOf(format), ...part })),
    );
  }
  get ColorScale(): OfficeObject {
    const found = this.ColorScaleOrNullObject;
    if (found === null) throw invalid("no colour scale");
    return found;
  }
  get ColorScaleOrNullObject(): OfficeObject | null {
    if (this.format.kind !== "scale") return null;
    return new ColorScaleObject(
      () => scaleOf(this.format),
      (part) => this.change((format) => ({ ...scaleOf(format), ...part })),
    );
  }
  GetRange(): OfficeObject {
    return new RangeObject(this.world, this.sheet, this.format.area);
  }
  Delete(): void {
    this.world.engine.mayChange(this.sheet, null);
    this.sheet.formats = this.sheet.formats.filter(({ id }) => id !== this.id);
  }
}
