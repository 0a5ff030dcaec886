import type { Area } from "../../../core/sheet/address";
import { type Chart, sourceOf } from "../attached";
import type { EngineSheet } from "../engine-sheet";
import { around } from "../sheet-areas";
import { anIndex, aString, invalid, notImplemented, OfficeError, OfficeObject, oneOf } from "./office-object";
import { RangeObject } from "./range-object";
import { areaGiven } from "./sheet-parts";
import type { World } from "./world";

const types = ["ColumnClustered", "ColumnStacked", "BarClustered", "BarStacked", "Line", "LineMarkers", "Pie", "Radar", "XYScatter"];
/** How large a chart is that nobody placed. */
const usual = { rows: 15, columns: 8 };

/** One series for each column of the source, or for each row. */
function series(source: unknown, by: unknown): string[] {
  if (!(source instanceof RangeObject)) throw invalid("sourceData");
  const { sheet, area } = source;
  const isByRows = oneOf(by ?? "Auto", ["Auto", "Columns", "Rows"], "seriesBy") === "Rows";
  const parts = Array.from({ length: isByRows ? area.rows : area.columns }, (_, k): Area =>
    isByRows ? { ...area, row: area.row + k, rows: 1 } : { ...area, column: area.column + k, columns: 1 });
  return parts.map((part) => sourceOf(sheet.name, part));
}

export class ChartCollectionObject extends OfficeObject {
  readonly kind = "ChartCollection";

  constructor(
    private readonly world: World,
    private readonly sheet: EngineSheet,
  ) {
    super();
  }

  private made({ id }: Chart): ChartObject {
    return new ChartObject(this.world, this.sheet, id);
  }
  private found(name: unknown): OfficeObject | null {
    const key = aString(name, "name");
    const chart = this.sheet.attached.charts.find((each) => each.name === key || chartId(this.sheet, each.id) === key);
    return chart === undefined ? null : this.made(chart);
  }

  get Count(): number {
    return this.sheet.attached.charts.length;
  }
  override items(): readonly OfficeObject[] {
    return this.sheet.attached.charts.map((chart) => this.made(chart));
  }
  override item(key: unknown): OfficeObject {
    return this.GetItem(key);
  }
  GetItem(name: unknown): OfficeObject {
    const found = this.found(name);
    if (found === null) throw new OfficeError("ItemNotFound", `chart ${String(name)}`);
    return found;
  }
  GetItemOrNullObject(name: unknown): OfficeObject | null {
    return this.found(name);
  }
  GetItemAt(index: unknown): OfficeObject {
    const chart = this.sheet.attached.charts[anIndex(index, "index")];
    if (chart === undefined) throw invalid("index");
    return this.made(chart);
  }
  GetCount(): number {
    return this.Count;
  }
  /** A protected sheet takes no charts, unless its objects may be edited. */
  Add(type: unknown, source: unknown, by: unknown): OfficeObject {
    const given = oneOf(type, types, "type");
    const sources = series(source, by);
    this.world.engine.mayChange(this.sheet, null);
    const name = `Biểu đồ ${this.Count + 1}`;
    const area = { row: 0, column: 0, ...usual };
    return this.made(this.sheet.attached.chart({ name, type: given, title: "", area, sources }));
  }
}

const chartId = (sheet: EngineSheet, id: number): string => `{chart ${sheet.id}-${id}}`;

/** A chart keeps to the cells that it lies over. */
class ChartObject extends OfficeObject {
  readonly kind = "Chart";

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

  private get chart(): Chart {
    const found = this.world.engine.sheets.includes(this.sheet)
      ? this.sheet.attached.charts.find(({ id }) => id === this.id) : undefined;
    if (found === undefined) throw new OfficeError("ItemNotFound", `chart ${this.id}`);
    return found;
  }
  private change(change: Partial<Omit<Chart, "id">>): void {
    this.world.engine.mayChange(this.sheet, null);
    this.sheet.attached.changeChart(this.chart.id, change);
  }

  get Id(): string {
    return chartId(this.sheet, this.id);
  }
  get Name(): string {
    return this.chart.name;
  }
  set Name(value: unknown) {
    this.change({ name: aString(value, "name") });
  }
  get ChartType(): string {
    return this.chart.type;
  }
  set ChartType(value: unknown) {
    this.change({ type: oneOf(value, types, "chartType") });
  }
  get Title(): OfficeObject {
    return new ChartTitleObject(() => this.chart.title, (title) => this.change({ title }));
  }
  get Series(): OfficeObject {
    return new ChartSeriesCollectionObject(this.chart.sources);
  }
  SetData(source: unknown, by: unknown): void {
    this.change({ sources: series(source, by) });
  }
  SetPosition(start: unknown, end: unknown): void {
    const from = areaGiven(start, this.sheet, "startCell");
    const to = (end ?? null) === null ? null : areaGiven(end, this.sheet, "endCell");
    const { rows, columns } = this.chart.area;
    this.change({ area: to === null ? { ...from, rows, columns } : around(from, to) });
  }
  Delete(): void {
    this.world.engine.mayChange(this.sheet, null);
    this.sheet.attached.dropChart(this.chart.id);
  }
}

class ChartTitleObject extends OfficeObject {
  readonly kind = "ChartTitle";

  constructor(
    private readonly read: () => string,
    private readonly write: (text: string) => void,
  ) {
    super();
  }

  get Text(): string {
    return this.read();
  }
  set Text(value: unknown) {
    this.write(aString(value, "text"));
  }
}

class ChartSeriesCollectionObject extends OfficeObject {
  readonly kind = "ChartSeriesCollection";

  constructor(private readonly sources: readonly string[]) {
    super();
  }

  get Count(): number {
    return this.sources.length;
  }
  override items(): readonly OfficeObject[] {
    return this.sources.map((source) => new ChartSeriesObject(source));
  }
  GetCount(): number {
    return this.Count;
  }
  GetItemAt(index: unknown): OfficeObject {
    const found = this.items()[anIndex(index, "index")];
    if (found === undefined) throw invalid("index");
    return found;
  }
}

class ChartSeriesObject extends OfficeObject {
  readonly kind = "ChartSeries";

  constructor(private readonly source: string) {
    super();
  }

  /** The cells of its values, as a formula names them; `#REF!` where their sheet is gone. */
  GetDimensionDataSourceString(dimension: unknown): string {
    const known = ["Categories", "Values", "XValues", "YValues", "BubbleSizes"];
    if (oneOf(dimension, known, "dimension") !== "Values") throw notImplemented(`series ${String(dimension)}`);
    return this.source;
  }
}
