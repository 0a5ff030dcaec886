import type { Area } from "../../../core/sheet/address";
import type { SheetState } from "../../../core/sheet/workbook";
import type { EngineSheet } from "../engine-sheet";
import { whole, type SheetEngine } from "../sheet-engine";
import { eventType, sheetId, type Events } from "./events";
import { anIndex, aString, colourOf, invalid, OfficeError, OfficeObject, oneOf } from "./office-object";
import { areaOf, fits } from "./places";
import { RangeObject } from "./range-object";
import { AutoFilterObject, FreezePanesObject, ProtectionObject } from "./sheet-parts";
import { PageLayoutObject } from "./page-layout";

const states: Record<string, SheetState> = { Visible: "visible", Hidden: "hidden", VeryHidden: "veryHidden" };

export class WorksheetObject extends OfficeObject {
  readonly kind = "Worksheet";

  constructor(
    private readonly engine: SheetEngine,
    private readonly events: Events,
    private readonly sheet: EngineSheet,
  ) {
    super();
  }

  override identity(): Record<string, unknown> {
    return { Id: this.Id };
  }

  private range(area: Area): RangeObject {
    if (!fits(area)) throw invalid("range");
    return new RangeObject(this.engine, this.events, this.live(), area);
  }

  private live(): EngineSheet {
    if (!this.engine.sheets.includes(this.sheet)) throw new OfficeError("ItemNotFound", this.sheet.name);
    return this.sheet;
  }

  get Id(): string {
    return sheetId(this.sheet);
  }
  get Name(): string {
    return this.live().name;
  }
  set Name(name: unknown) {
    this.engine.rename(this.live(), aString(name, "name"));
  }
  get Position(): number {
    return this.engine.sheets.indexOf(this.live());
  }
  set Position(position: unknown) {
    this.engine.moveSheet(this.live(), anIndex(position, "position"));
  }
  get Visibility(): string {
    return Object.keys(states).find((key) => states[key] === this.live().state)!;
  }
  set Visibility(visibility: unknown) {
    this.engine.setState(this.live(), states[oneOf(visibility, Object.keys(states), "visibility")]!);
  }
  get TabColor(): string {
    return this.live().tab === null ? "" : `#${this.live().tab}`;
  }
  set TabColor(colour: unknown) {
    const tab = colour === "" ? null : colourOf(colour, "tabColor");
    this.engine.mayWrite(this.live(), null);
    this.sheet.tab = tab;
  }

  get FreezePanes(): OfficeObject {
    return new FreezePanesObject(this.engine, this.events, this.live());
  }
  get Protection(): OfficeObject {
    return new ProtectionObject(this.engine, this.live());
  }
  get AutoFilter(): OfficeObject {
    return new AutoFilterObject(this.engine, this.events, this.live());
  }
  get PageLayout(): OfficeObject {
    return new PageLayoutObject(this.engine, this.live());
  }

  Activate(): void {
    this.engine.activate(this.live());
  }
  Delete(): void {
    this.engine.deleteSheet(this.live());
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

  _RegisterDataChangedEvent(): void { this.events.register(this.Id, eventType.Changed); }
  _UnregisterDataChangedEvent(): void { this.events.unregister(this.Id, eventType.Changed); }
  _RegisterSelectionChangedEvent(): void { this.events.register(this.Id, eventType.SelectionChanged); }
  _UnregisterSelectionChangedEvent(): void { this.events.unregister(this.Id, eventType.SelectionChanged); }
  _RegisterActivatedEvent(): void { this.events.register(this.Id, eventType.Activated); }
  _UnregisterActivatedEvent(): void { this.events.unregister(this.Id, eventType.Activated); }
  _RegisterDeactivatedEvent(): void { this.events.register(this.Id, eventType.Deactivated); }
  _UnregisterDeactivatedEvent(): void { this.events.unregister(this.Id, eventType.Deactivated); }
  _RegisterCalculatedEvent(): void { this.events.register(this.Id, eventType.Calculated); }
  _UnregisterCalculatedEvent(): void { this.events.unregister(this.Id, eventType.Calculated); }
  _RegisterProtectionChangedEvent(): void { this.events.register(this.Id, eventType.ProtectionChanged); }
  _UnregisterProtectionChangedEvent(): void { this.events.unregister(this.Id, eventType.ProtectionChanged); }
}
