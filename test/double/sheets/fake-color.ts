/// <reference types="google-apps-script" />
import { colourText } from "./look-fields";
import { enumeration, Refused, strict } from "./strict";
import type { World } from "./world";

type Color = GoogleAppsScript.Spreadsheet.Color;
type Rgb = GoogleAppsScript.Base.RgbColor;

export const colorKinds = enumeration<typeof GoogleAppsScript.Base.ColorType>("ColorType", ["RGB", "THEME", "UNSUPPORTED"]);
export const wrapKinds = enumeration<typeof GoogleAppsScript.Spreadsheet.WrapStrategy>("WrapStrategy", ["WRAP", "OVERFLOW", "CLIP"]);
export const borderKinds = enumeration<typeof GoogleAppsScript.Spreadsheet.BorderStyle>(
  "BorderStyle", ["DOTTED", "DASHED", "SOLID", "SOLID_MEDIUM", "SOLID_THICK", "DOUBLE"]);
export const sheetKinds = enumeration<typeof GoogleAppsScript.Spreadsheet.SheetType>("SheetType", ["GRID", "OBJECT", "DATASOURCE"]);

class FakeRgb implements Pick<Rgb, "asHexString"> {
  readonly self: Rgb;
  constructor(world: World, private readonly color: string) {
    this.self = strict<Rgb>("RgbColor", this, world);
  }
  asHexString(): string {
    return colourText(this.color);
  }
}

/** A colour of a cell. An unset one is a colour of the theme. */
export class FakeColor implements Pick<Color, "getColorType" | "asRgbColor"> {
  readonly self: Color;
  constructor(private readonly world: World, private readonly color: string | null) {
    this.self = strict<Color>("Color", this, world);
  }
  getColorType(): GoogleAppsScript.Base.ColorType {
    return this.color === null ? colorKinds.THEME : colorKinds.RGB;
  }
  asRgbColor(): Rgb {
    if (this.color === null) throw new Refused("Object is not of type RgbColor.");
    return new FakeRgb(this.world, this.color).self;
  }
}
