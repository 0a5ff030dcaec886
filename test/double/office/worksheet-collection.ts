import type { EngineSheet } from "../engine-sheet";
import type { SheetEngine } from "../sheet-engine";
import { eventType, sheetId, type Events } from "./events";
import { anIndex, aString, invalid, OfficeError, OfficeObject } from "./office-object";
import { WorksheetObject } from "./worksheet-object";

export class WorksheetCollectionObject extends OfficeObject {
  readonly kind = "WorksheetCollection";

  constructor(
    private readonly engine: SheetEngine,
    private readonly events: Events,
  ) {
    super();
  }

  private made(sheet: EngineSheet): WorksheetObject {
    return new WorksheetObject(this.engine, this.events, sheet);
  }

  private found(key: unknown): EngineSheet | null {
    const name = aString(key, "key");
    return this.engine.sheets.find((sheet) => sheetId(sheet) === name) ?? this.engine.find(name);
  }

  override items(): readonly OfficeObject[] {
    return this.engine.sheets.map((sheet) => this.made(sheet));
  }

  override item(key: unknown): OfficeObject {
    const sheet = this.found(key);
    if (sheet === null) throw new OfficeError("ItemNotFound", `The requested resource doesn't exist: ${String(key)}`);
    return this.made(sheet);
  }

  GetItem(key: unknown): OfficeObject {
    return this.item(key);
  }
  GetItemOrNullObject(key: unknown): OfficeObject | null {
    const sheet = this.found(key);
    return sheet === null ? null : this.made(sheet);
  }
  GetActiveWorksheet(): OfficeObject {
    return this.made(this.engine.active);
  }
  GetFirst(visibleOnly: unknown): OfficeObject {
    return this.made(this.engine.sheets.find(({ state }) => visibleOnly !== true || state === "visible")!);
  }
  GetCount(visibleOnly: unknown): number {
    return this.engine.sheets.filter(({ state }) => visibleOnly !== true || state === "visible").length;
  }
  GetItemAt(index: unknown): OfficeObject {
    const sheet = this.engine.sheets[anIndex(index, "index")];
    if (sheet === undefined) throw invalid("index");
    return this.made(sheet);
  }
  Add(name: unknown): OfficeObject {
    return this.made(this.engine.addSheet(name === null || name === undefined ? null : aString(name, "name")));
  }

  _RegisterDataChangedEvent(): void { this.events.register("Workbook", eventType.Changed); }
  _UnregisterDataChangedEvent(): void { this.events.unregister("Workbook", eventType.Changed); }
  _RegisterSelectionChangedEvent(): void { this.events.register("Workbook", eventType.SelectionChanged); }
  _UnregisterSelectionChangedEvent(): void { this.events.unregister("Workbook", eventType.SelectionChanged); }
  _RegisterActivatedEvent(): void { this.events.register("Workbook", eventType.Activated); }
  _UnregisterActivatedEvent(): void { this.events.unregister("Workbook", eventType.Activated); }
  _RegisterDeactivatedEvent(): void { this.events.register("Workbook", eventType.Deactivated); }
  _UnregisterDeactivatedEvent(): void { this.events.unregister("Workbook", eventType.Deactivated); }
  _RegisterAddedEvent(): void { this.events.register("Workbook", eventType.Added); }
  _UnregisterAddedEvent(): void { this.events.unregister("Workbook", eventType.Added); }
  _RegisterDeletedEvent(): void { this.events.register("Workbook", eventType.Deleted); }
  _UnregisterDeletedEvent(): void { this.events.unregister("Workbook", eventType.Deleted); }
  _RegisterCalculatedEvent(): void { this.events.register("Workbook", eventType.Calculated); }
  _UnregisterCalculatedEvent(): void { this.events.unregister("Workbook", eventType.Calculated); }
  _RegisterProtectionChangedEvent(): void { this.events.register("Workbook", eventType.ProtectionChanged); }
  _UnregisterProtectionChangedEvent(): void { this.events.unregister("Workbook", eventType.ProtectionChanged); }
  _RegisterEventNameChanged(): void { this.events.register("Workbook", eventType.NameChanged); }
  _UnregisterEventNameChanged(): void { this.events.unregister("Workbook", eventType.NameChanged); }
}
