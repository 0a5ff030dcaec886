import type { Area } from "../../../core/sheet/address";
import type { Protection } from "../../../core/sheet/workbook";
import type { EngineSheet } from "../engine-sheet";
import { whole } from "../sheet-engine";
import {
  aBoolean, anIndex, aString, fields, invalid, notImplemented, OfficeError, OfficeObject, oneOf,
} from "./office-object";
import { areaOf } from "./places";
import { RangeObject } from "./range-object";
import type { World } from "./world";

/** An area given as a range of this sheet or as its address. */
export function areaGiven(value: unknown, sheet: EngineSheet, what: string): Area {
  if (value instanceof RangeObject) {
    if (value.sheet !== sheet) throw invalid(`${what} of another sheet`);
    return value.area;
  }
  const text = aString(value, what);
  const area = areaOf(text.slice(text.lastIndexOf("!") + 1));
  if (area === null) throw invalid(`${what} ${text}`);
  return area;
}

export class FreezePanesObject extends OfficeObject {
  readonly kind = "WorksheetFreezePanes";

  constructor(
    private readonly world: World,
    private readonly sheet: EngineSheet,
  ) {
    super();
  }

  private set(rows: number, columns: number): void {
    this.world.engine.mayWrite(this.sheet, null);
    this.sheet.freeze = rows === 0 && columns === 0 ? null : { rows, columns };
  }

  FreezeRows(count: unknown): void {
    this.set(count === null || count === undefined ? 1 : anIndex(count, "count"), 0);
  }
  FreezeColumns(count: unknown): void {
    this.set(0, count === null || count === undefined ? 1 : anIndex(count, "count"));
  }
  FreezeAt(range: unknown): void {
    const { row, column, rows, columns } = areaGiven(range, this.sheet, "frozenRange");
    this.set(rows === whole.rows ? 0 : row + rows, columns === whole.columns ? 0 : column + columns);
  }
  Unfreeze(): void {
    this.set(0, 0);
  }
  GetLocationOrNullObject(): OfficeObject | null {
    if (this.sheet.freeze === null) return null;
    const { rows, columns } = this.sheet.freeze;
    const area = { ...whole, ...(rows === 0 ? {} : { rows }), ...(columns === 0 ? {} : { columns }) };
    return new RangeObject(this.world, this.sheet, area);
  }
  GetLocation(): OfficeObject {
    const found = this.GetLocationOrNullObject();
    if (found === null) throw new OfficeError("ItemNotFound", "nothing is frozen");
    return found;
  }
}

export class AutoFilterObject extends OfficeObject {
  readonly kind = "AutoFilter";

  constructor(
    private readonly world: World,
    private readonly sheet: EngineSheet,
  ) {
    super();
  }

  get Enabled(): boolean {
    return this.sheet.filter !== null;
  }
  get IsDataFiltered(): boolean {
    return false;
  }
  Apply(range: unknown, columnIndex: unknown, criteria: unknown): void {
    if ((columnIndex ?? null) !== null || (criteria ?? null) !== null) throw notImplemented("AutoFilter criteria");
    const area = areaGiven(range, this.sheet, "range");
    this.world.engine.mayChange(this.sheet, null);
    this.sheet.filter = area;
  }
  Remove(): void {
    this.world.engine.mayChange(this.sheet, null);
    this.sheet.filter = null;
  }
  ClearCriteria(): void {}
  GetRangeOrNullObject(): OfficeObject | null {
    return this.sheet.filter === null ? null : new RangeObject(this.world, this.sheet, this.sheet.filter);
  }
}

const grants = [
  "allowAutoFilter", "allowDeleteColumns", "allowDeleteRows", "allowEditObjects", "allowEditScenarios",
  "allowFormatCells", "allowFormatColumns", "allowFormatRows", "allowInsertColumns", "allowInsertHyperlinks",
  "allowInsertRows", "allowPivotTables", "allowSort",
] as const;
const ours: Readonly<Record<string, keyof Protection>> = {
  allowAutoFilter: "filter", allowFormatColumns: "formatColumns", allowFormatRows: "formatRows", allowSort: "sort",
};

export class ProtectionObject extends OfficeObject {
  readonly kind = "WorksheetProtection";

  constructor(
    private readonly world: World,
    private readonly sheet: EngineSheet,
  ) {
    super();
  }

  get Protected(): boolean {
    return this.sheet.guard !== null;
  }
  /** What nobody set reads back as null, and `protect` does not take null. */
  get Options(): Readonly<Record<string, unknown>> | null {
    const { guard } = this.sheet;
    if (guard === null) return null;
    const plain = grants.map((name) => {
      const own = ours[name];
      return [name, own === undefined ? null : guard.allows[own]];
    });
    return { ...Object.fromEntries(plain), selectionMode: null };
  }
  Protect(options: unknown, password: unknown): void {
    const given = fields(options ?? {}, [...grants, "selectionMode"], "options");
    const allows: Record<keyof Protection, boolean> = {
      formatColumns: false, formatRows: false, filter: false, sort: false,
    };
    for (const [name, value] of Object.entries(given)) {
      if (name === "selectionMode") {
        const mode = oneOf(value, ["Normal", "Unlocked", "None"], name);
        if (mode !== "Normal") throw notImplemented(`selectionMode ${mode}`);
        continue;
      }
      const allowed = aBoolean(value, name);
      const own = ours[name];
      if (own !== undefined) allows[own] = allowed;
      else if (allowed) throw notImplemented(`protection option ${name}`);
    }
    const word = (password ?? "") === "" ? {} : { password: aString(password, "password") };
    this.world.engine.protect(this.sheet, { allows, ...word });
  }
  Unprotect(password: unknown): void {
    const { engine } = this.world;
    engine.unprotect(this.sheet, (password ?? null) === null ? null : aString(password, "password"));
  }
}
