import type { EngineSheet } from "../engine-sheet";
import { eventType, sheetId } from "./events";
import { aString, OfficeError, OfficeObject } from "./office-object";
import { WorksheetObject } from "./worksheet-object";
import type { World } from "./world";

export class WorksheetCollectionObject extends OfficeObject {
  readonly kind = "WorksheetCollection";

  constructor(
    private readonly world: World,
  ) {
    super();
  }

  private made(sheet: EngineSheet): WorksheetObject {
    return new WorksheetObject(this.world, sheet);
  }

  private found(key: unknown): EngineSheet | null {
    const name = aString(key, "key");
    return this.world.engine.sheets.find((sheet) => sheetId(sheet) === name) ?? this.world.engine.find(name);
  }

  override items(): readonly OfficeObject[] {
    return this.world.engine.sheets.map((sheet) => this.made(sheet));
  }

  override item(key: unknown): OfficeObject {
    const sheet = this.found(key);
    if (sheet === null) throw new OfficeError("ItemNotFound", `The requested resource doesn't exist: ${String(key)}`);
    return this.made(sheet);
  }
  GetItemOrNullObject(key: unknown): OfficeObject | null {
    const sheet = this.found(key);
    return sheet === null ? null : this.made(sheet);
  }
  GetActiveWorksheet(): OfficeObject {
    return this.made(this.world.engine.active);
  }
  GetFirst(visibleOnly: unknown): OfficeObject {
    return this.made(this.world.engine.sheets.find(({ state }) => visibleOnly !== true || state === "visible")!);
  }
  GetCount(visibleOnly: unknown): number {
    return this.world.engine.sheets.filter(({ state }) => visibleOnly !== true || state === "visible").length;
  }
  Add(name: unknown): OfficeObject {
    return this.made(this.world.engine.addSheet(name === null || name === undefined ? null : aString(name, "name")));
  }

  _RegisterDataChangedEvent(): void { this.world.events.register("Workbook", eventType.Changed); }
  _UnregisterDataChangedEvent(): void { this.world.events.unregister("Workbook", eventType.Changed); }
  _RegisterSelectionChangedEvent(): void { this.world.events.register("Workbook", eventType.SelectionChanged); }
  _UnregisterSelectionChangedEvent(): void { this.world.events.unregister("Workbook", eventType.SelectionChanged); }
  _RegisterActivatedEvent(): void { this.world.events.register("Workbook", eventType.Activated); }
  _UnregisterActivatedEvent(): void { this.world.events.unregister("Workbook", eventType.Activated); }
  _RegisterDeactivatedEvent(): void { this.world.events.register("Workbook", eventType.Deactivated); }
  _UnregisterDeactivatedEvent(): void { this.world.events.unregister("Workbook", eventType.Deactivated); }
  _RegisterAddedEvent(): void { this.world.events.register("Workbook", eventType.Added); }
  _UnregisterAddedEvent(): void { this.world.events.unregister("Workbook", eventType.Added); }
  _RegisterDeletedEvent(): void { this.world.events.register("Workbook", eventType.Deleted); }
  _UnregisterDeletedEvent(): void { this.world.events.unregister("Workbook", eventType.Deleted); }
  _RegisterCalculatedEvent(): void { this.world.events.register("Workbook", eventType.Calculated); }
  _UnregisterCalculatedEvent(): void { this.world.events.unregister("Workbook", eventType.Calculated); }
  _RegisterProtectionChangedEvent(): void { this.world.events.register("Workbook", eventType.ProtectionChanged); }
  _UnregisterProtectionChangedEvent(): void { this.world.events.unregister("Workbook", eventType.ProtectionChanged); }
  _RegisterEventNameChanged(): void { this.world.events.register("Workbook", eventType.NameChanged); }
  _UnregisterEventNameChanged(): void { this.world.events.unregister("Workbook", eventType.NameChanged); }
}
