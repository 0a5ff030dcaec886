import type { SheetEngine } from "../sheet-engine";
import type { DoubleOptions } from "./excel-double";
import type { Events } from "./events";
import { OfficeError, OfficeObject } from "./office-object";
import { RangeObject } from "./range-object";
import { WorksheetCollectionObject } from "./worksheet-collection";

export class WorkbookObject extends OfficeObject {
  readonly kind = "Workbook";

  constructor(
    private readonly engine: SheetEngine,
    private readonly events: Events,
    private readonly options: DoubleOptions,
  ) {
    super();
  }

  get Name(): string {
    return this.options.name ?? "Book1.xlsx";
  }
  get ReadOnly(): boolean {
    return this.engine.readOnly;
  }
  get Application(): OfficeObject {
    return new ApplicationObject(this.options.decimal ?? ".");
  }
  get Worksheets(): OfficeObject {
    return new WorksheetCollectionObject(this.engine, this.events);
  }

  GetSelectedRange(): OfficeObject {
    const { sheet, area } = this.engine.selected;
    return new RangeObject(this.engine, this.events, sheet, area);
  }

  GetActiveCell(): OfficeObject {
    const { sheet, area } = this.engine.selected;
    return new RangeObject(this.engine, this.events, sheet, { ...area, rows: 1, columns: 1 });
  }

  _GetRangeForEventByReferenceId(reference: unknown): OfficeObject {
    const found = this._GetRangeOrNullObjectForEventByReferenceId(reference);
    if (found === null) throw new OfficeError("ItemNotFound", String(reference));
    return found;
  }

  _GetRangeOrNullObjectForEventByReferenceId(reference: unknown): OfficeObject | null {
    const found = this.events.changedAt(String(reference));
    return found === null ? null : new RangeObject(this.engine, this.events, found.sheet, found.area);
  }
}

class ApplicationObject extends OfficeObject {
  readonly kind = "Application";

  constructor(private readonly decimal: "," | ".") {
    super();
  }

  get CultureInfo(): OfficeObject {
    return new CultureInfoObject(this.decimal);
  }
  get CalculationMode(): string {
    return "Automatic";
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
