import type { Area } from "../../../core/sheet/address";
import type { SheetState } from "../../../core/sheet/workbook";
import type { EngineSheet } from "../engine-sheet";
import { whole } from "../sheet-engine";
import { ChartCollectionObject } from "./charts";
import { CommentCollectionObject } from "./comments";
import { eventType, sheetId } from "./events";
import { anIndex, aString, colourOf, invalid, OfficeError, OfficeObject, oneOf } from "./office-object";
import { areaOf, fits } from "./places";
import { NamedItemCollectionObject } from "./named-items";
import { plainHeight, plainWidth } from "./range-format";
import { RangeObject } from "./range-object";
import { AutoFilterObject, FreezePanesObject, ProtectionObject } from "./sheet-parts";
import { VerticalPageBreaksObject } from "./page-breaks";
import { PageLayoutObject } from "./page-layout";
import type { World } from "./world";

const states: Record<string, SheetState> = { Visible: "visible", Hidden: "hidden", VeryHidden: "veryHidden" };

export class WorksheetObject extends OfficeObject {
  readonly kind = "Worksheet";

  constructor(
    private readonly world: World,
    private readonly sheet: EngineSheet,
  ) {
    super();
  }

  override identity(): Record<string, unknown> {
    return { Id: this.Id };
  }

  private range(area: Area): RangeObject {
    if (!fits(area)) throw invalid("range");
    return new RangeObject(this.world, this.live(), area);
  }

  private live(): EngineSheet {
    if (!this.world.engine.sheets.includes(this.sheet)) throw new OfficeError("ItemNotFound", this.sheet.name);
    return this.sheet;
  }

  get Id(): string {
    return sheetId(this.sheet);
  }
  get Name(): string {
    return this.live().name;
  }
  set Name(name: unknown) {
    this.world.engine.rename(this.live(), aString(name, "name"));
  }
  get Position(): number {
    return this.world.engine.sheets.indexOf(this.live());
  }
  set Position(position: unknown) {
    this.world.engine.moveSheet(this.live(), anIndex(position, "position"));
  }
  get Visibility(): string {
    return Object.keys(states).find((key) => states[key] === this.live().state)!;
  }
  set Visibility(visibility: unknown) {
    this.world.engine.setState(this.live(), states[oneOf(visibility, Object.keys(states), "visibility")]!);
  }
  get TabColor(): string {
    return this.live().tab === null ? "" : `#${this.live().tab}`;
  }
  set TabColor(colour: unknown) {
    const tab = colour === "" ? null : colourOf(colour, "tabColor");
    this.world.engine.mayWrite(this.live(), null);
    this.sheet.tab = tab;
  }

  get StandardHeight(): number {
    return plainHeight;
  }
  get StandardWidth(): number {
    return plainWidth;
  }
  get Names(): OfficeObject {
    return new NamedItemCollectionObject();
  }

  get Charts(): OfficeObject {
    return new ChartCollectionObject(this.world, this.live());
  }
  get Comments(): OfficeObject {
    return new CommentCollectionObject(this.world, this.live());
  }
  get FreezePanes(): OfficeObject {
    return new FreezePanesObject(this.world, this.live());
  }
  get Protection(): OfficeObject {
    return new ProtectionObject(this.world, this.live());
  }
  get AutoFilter(): OfficeObject {
    return new AutoFilterObject(this.world, this.live());
  }
  get VerticalPageBreaks(): OfficeObject {
    return new VerticalPageBreaksObject(this.world, this.live());
  }
  get PageLayout(): OfficeObject {
    return new PageLayoutObject(this.world, this.live());
  }

  Activate(): void {
    this.world.engine.activate(this.live());
  }
  Delete(): void {
    this.world.engine.deleteSheet(this.live());
  }
  GetRange(address: unknown): OfficeObject {
    if (address === null || address === undefined) return this.range(whole);
    const text = aString(address, "address");
    const bare = text.includes("!") ? text.slice(text.lastIndexOf("!") + 1) : text;
    const area = areaOf(bare);
    if (area === null) throw invalid(`address ${text}`);
    return this.range(area);
  }
  GetRangeByIndexes(row: unknown, column: unknown, rows: unknown, columns: unknown): OfficeObject {
    return this.range({
      row: anIndex(row, "startRow"), column: anIndex(column, "startColumn"),
      rows: anIndex(rows, "rowCount"), columns: anIndex(columns, "columnCount"),
    });
  }
  GetCell(row: unknown, column: unknown): OfficeObject {
    return this.range({ row: anIndex(row, "row"), column: anIndex(column, "column"), rows: 1, columns: 1 });
  }
  GetUsedRange(valuesOnly: unknown): OfficeObject {
    return this.range(this.live().used(valuesOnly === true) ?? { row: 0, column: 0, rows: 1, columns: 1 });
  }
  GetUsedRangeOrNullObject(valuesOnly: unknown): OfficeObject | null {
    const used = this.live().used(valuesOnly === true);
    return used === null ? null : this.range(used);
  }

  _RegisterDataChangedEvent(): void { this.world.events.register(this.Id, eventType.Changed); }
  _UnregisterDataChangedEvent(): void { this.world.events.unregister(this.Id, eventType.Changed); }
  _RegisterSelectionChangedEvent(): void { this.world.events.register(this.Id, eventType.SelectionChanged); }
  _UnregisterSelectionChangedEvent(): void { this.world.events.unregister(this.Id, eventType.SelectionChanged); }
  _RegisterActivatedEvent(): void { this.world.events.register(this.Id, eventType.Activated); }
  _UnregisterActivatedEvent(): void { this.world.events.unregister(this.Id, eventType.Activated); }
  _RegisterDeactivatedEvent(): void { this.world.events.register(this.Id, eventType.Deactivated); }
  _UnregisterDeactivatedEvent(): void { this.world.events.unregister(this.Id, eventType.Deactivated); }
  _RegisterCalculatedEvent(): void { this.world.events.register(this.Id, eventType.Calculated); }
  _UnregisterCalculatedEvent(): void { this.world.events.unregister(this.Id, eventType.Calculated); }
  _RegisterProtectionChangedEvent(): void { this.world.events.register(this.Id, eventType.ProtectionChanged); }
  _UnregisterProtectionChangedEvent(): void { this.world.events.unregister(this.Id, eventType.ProtectionChanged); }
}
