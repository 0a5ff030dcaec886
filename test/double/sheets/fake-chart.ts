/// <reference types="google-apps-script" />
import type { Area } from "../../../core/sheet/address";
import { type Chart, sourceOf } from "../attached";
import type { EngineSheet } from "../engine-sheet";
import { RangePlace } from "./range-place";
import { enumeration, fakeOf, Refused, strict } from "./strict";
import type { World } from "./world";

type EmbeddedChart = GoogleAppsScript.Spreadsheet.EmbeddedChart;
type Builder = GoogleAppsScript.Spreadsheet.EmbeddedChartBuilder;
type Container = GoogleAppsScript.Spreadsheet.ContainerInfo;
type Kinds = typeof GoogleAppsScript.Charts.ChartType;
type Charts = GoogleAppsScript.Charts.Charts;

export const chartKinds = enumeration<Kinds & Record<string, GoogleAppsScript.Charts.ChartType>>(
  "ChartType", ["AREA", "BAR", "COLUMN", "LINE", "PIE", "SCATTER"]);

/** How many cells a chart covers that nobody sized. */
const usual = { rows: 18, columns: 6 };

export class FakeCharts implements Pick<Charts, "ChartType"> {
  readonly self: Charts;
  constructor(world: World) {
    this.self = strict<Charts>("Charts", this, world);
  }
  get ChartType(): Kinds {
    return chartKinds;
  }
}

class FakeContainer implements Pick<Container, "getAnchorRow" | "getAnchorColumn" | "getOffsetX" | "getOffsetY"> {
  readonly self: Container;
  constructor(world: World, private readonly area: Area) {
    this.self = strict<Container>("ContainerInfo", this, world);
  }
  getAnchorRow(): number {
    return this.area.row + 1;
  }
  getAnchorColumn(): number {
    return this.area.column + 1;
  }
  getOffsetX(): number {
    return 0;
  }
  getOffsetY(): number {
    return 0;
  }
}

/** A chart as it is built, then as it stands on a sheet. */
export class FakeChart implements Pick<EmbeddedChart, "getChartId" | "getContainerInfo" | "getRanges"> {
  readonly self: EmbeddedChart;
  /** `id` is null until the chart stands on its sheet. */
  constructor(private readonly world: World, readonly sheet: EngineSheet, readonly drawn: Omit<Chart, "id">, readonly id: number | null) {
    this.self = strict<EmbeddedChart>("EmbeddedChart", this, world);
  }
  getChartId(): number | null {
    return this.id;
  }
  getContainerInfo(): Container {
    return new FakeContainer(this.world, this.drawn.area).self;
  }
  /** Cells of a sheet that is gone are none any more. */
  getRanges(): GoogleAppsScript.Spreadsheet.Range[] {
    return this.drawn.sources.filter((source) => source !== "#REF!")
      .map((source) => this.world.spreadsheet().getRange(source.replace(/\$/g, "")));
  }
}

export class FakeChartBuilder
  implements Pick<Builder, "addRange" | "setChartType" | "setPosition" | "setOption" | "build"> {
  readonly self: Builder;
  private type = "COLUMN";
  private title = "";
  private area: Area = { row: 0, column: 0, ...usual };
  private ranges: readonly RangePlace[] = [];
  constructor(private readonly world: World, private readonly sheet: EngineSheet) {
    this.self = strict<Builder>("EmbeddedChartBuilder", this, world);
  }
  addRange(range: GoogleAppsScript.Spreadsheet.Range): Builder {
    this.ranges = [...this.ranges, fakeOf(RangePlace, range)];
    return this.self;
  }
  setChartType(type: GoogleAppsScript.Charts.ChartType): Builder {
    this.type = String(type);
    return this.self;
  }
  setPosition(row: number, column: number, x: number, y: number): Builder {
    const extra = this.world.book.extra(this.sheet);
    if (!(row >= 1 && column >= 1 && row <= extra.rows && column <= extra.columns)) throw new Refused("Chart position is out of bounds.");
    if (x !== 0 || y !== 0) throw new Error("not faked: a chart beside its cell's corner");
    this.area = { row: row - 1, column: column - 1, ...usual };
    return this.self;
  }
  setOption(option: string, value: unknown): Builder {
    if (option !== "title" || typeof value !== "string") throw new Error(`not faked: EmbeddedChartBuilder.setOption(${option})`);
    this.title = value;
    return this.self;
  }
  build(): EmbeddedChart {
    const { type, title, area } = this;
    const sources = this.ranges.map((range) => sourceOf(range.sheet.name, range.area));
    return new FakeChart(this.world, this.sheet, { name: title, type, title, area, sources }, null).self;
  }
}
