/// <reference types="google-apps-script" />
import type { EngineSheet } from "../engine-sheet";
import { RangePlace } from "./range-place";
import { fakeOf, Refused, strict } from "./strict";
import type { World } from "./world";

type Filter = GoogleAppsScript.Spreadsheet.Filter;
type NamedRange = GoogleAppsScript.Spreadsheet.NamedRange;
type Range = GoogleAppsScript.Spreadsheet.Range;

export class FakeFilter implements Pick<Filter, "getRange" | "remove"> {
  readonly self: Filter;
  constructor(private readonly world: World, private readonly sheet: EngineSheet) {
    this.self = strict<Filter>("Filter", this, world);
  }
  getRange(): Range {
    if (this.sheet.filter === null) throw new Refused("The filter does not exist any more.");
    return this.world.range(this.sheet, this.sheet.filter);
  }
  remove(): void {
    this.world.book.mayEdit(this.sheet, this.sheet.filter);
    this.sheet.filter = null;
  }
}

export class FakeNamedRange implements Pick<NamedRange, "getName" | "getRange" | "remove" | "setRange"> {
  readonly self: NamedRange;
  constructor(private readonly world: World, private readonly name: string) {
    this.self = strict<NamedRange>("NamedRange", this, world);
  }
  getName(): string {
    return this.name;
  }
  getRange(): Range {
    const found = this.world.spreadsheet().getRangeByName(this.name);
    if (found === null) throw new Refused("The named range has no range any more.");
    return found;
  }
  setRange(range: Range): NamedRange {
    const { sheet, area } = fakeOf(RangePlace, range);
    this.world.book.names.set(this.name, { sheet: sheet.id, area });
    return this.self;
  }
  remove(): void {
    this.world.book.names.delete(this.name);
  }
}
