import { CommentCollectionObject } from "./comments";
import { NamedItemCollectionObject } from "./named-items";
import { aBoolean, aString, OfficeError, OfficeObject } from "./office-object";
import { RangeObject } from "./range-object";
import { WorksheetCollectionObject } from "./worksheet-collection";
import type { World } from "./world";

export class WorkbookObject extends OfficeObject {
  readonly kind = "Workbook";

  constructor(private readonly world: World) {
    super();
  }

  get Name(): string {
    return this.world.name;
  }
  get ReadOnly(): boolean {
    return this.world.engine.readOnly;
  }
  get Application(): OfficeObject {
    return new ApplicationObject(this.world);
  }
  get Worksheets(): OfficeObject {
    return new WorksheetCollectionObject(this.world);
  }

  get Protection(): OfficeObject {
    return new WorkbookProtectionObject(this.world);
  }
  get Comments(): OfficeObject {
    return new CommentCollectionObject(this.world, null);
  }
  get Names(): OfficeObject {
    return new NamedItemCollectionObject();
  }
  get _Runtime(): OfficeObject {
    return new RuntimeObject(this.world);
  }

  GetSelectedRange(): OfficeObject {
    const { sheet, area } = this.world.engine.selected;
    return new RangeObject(this.world, sheet, area);
  }

  GetActiveCell(): OfficeObject {
    const { sheet, area } = this.world.engine.selected;
    return new RangeObject(this.world, sheet, { ...area, rows: 1, columns: 1 });
  }

  _GetRangeForEventByReferenceId(reference: unknown): OfficeObject {
    const found = this._GetRangeOrNullObjectForEventByReferenceId(reference);
    if (found === null) throw new OfficeError("ItemNotFound", String(reference));
    return found;
  }

  _GetRangeOrNullObjectForEventByReferenceId(reference: unknown): OfficeObject | null {
    const found = this.world.events.changedAt(String(reference));
    return found === null ? null : new RangeObject(this.world, found.sheet, found.area);
  }
}

class WorkbookProtectionObject extends OfficeObject {
  readonly kind = "WorkbookProtection";

  constructor(private readonly world: World) {
    super();
  }

  get Protected(): boolean {
    return this.world.engine.structure !== null;
  }
  Protect(password: unknown): void {
    const { engine } = this.world;
    if (engine.structure !== null) throw new OfficeError("InvalidOperation", "already protected");
    engine.structure = (password ?? "") === "" ? {} : { password: aString(password, "password") };
  }
  Unprotect(password: unknown): void {
    const { engine } = this.world;
    if ((engine.structure?.password ?? password) !== password) throw new OfficeError("AccessDenied", "password");
    engine.structure = null;
  }
}

class RuntimeObject extends OfficeObject {
  readonly kind = "Runtime";

  constructor(private readonly world: World) {
    super();
  }

  get EnableEvents(): boolean {
    return this.world.events.enabled;
  }
  set EnableEvents(value: unknown) {
    this.world.events.enabled = aBoolean(value, "enableEvents");
  }
}

class ApplicationObject extends OfficeObject {
  readonly kind = "Application";

  constructor(private readonly world: World) {
    super();
  }

  get CultureInfo(): OfficeObject {
    return new CultureInfoObject(this.world.decimal);
  }
  get CalculationMode(): string {
    return this.world.engine.manual ? "Manual" : "Automatic";
  }
  set CalculationMode(value: unknown) {
    this.world.engine.manual = aString(value, "calculationMode") === "Manual";
  }
  get DecimalSeparator(): string {
    return this.world.decimal;
  }
  get ThousandsSeparator(): string {
    return this.world.decimal === "," ? "." : ",";
  }
  get UseSystemSeparators(): boolean {
    return true;
  }

  Calculate(kind: unknown): void {
    const known = ["Recalculate", "Full", "FullRebuild"];
    if (!known.includes(aString(kind, "calculationType"))) throw new OfficeError("InvalidArgument", "calculationType");
    this.world.engine.settle(true);
  }

  // Nothing is seen between two actions of a request, and formulas compute when they are next read.
  SuspendApiCalculationUntilNextSync(): void {}
  SuspendScreenUpdatingUntilNextSync(): void {}
}

class CultureInfoObject extends OfficeObject {
  readonly kind = "CultureInfo";

  constructor(private readonly decimal: "," | ".") {
    super();
  }

  get Name(): string {
    return this.decimal === "," ? "vi-VN" : "en-US";
  }
  get NumberFormat(): OfficeObject {
    return new NumberFormatObject(this.decimal);
  }
}

class NumberFormatObject extends OfficeObject {
  readonly kind = "NumberFormatInfo";

  constructor(private readonly decimal: "," | ".") {
    super();
  }

  get NumberDecimalSeparator(): string {
    return this.decimal;
  }
  get NumberGroupSeparator(): string {
    return this.decimal === "," ? "." : ",";
  }
}
