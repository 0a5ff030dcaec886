import type { Area } from "../../../core/sheet/address";
import type { EngineSheet } from "../engine-sheet";
import { OfficeObject } from "./office-object";
import { addressOf } from "./places";
import { RangeObject } from "./range-object";
import type { World } from "./world";

/** Several areas of one sheet. */
export class RangeAreasObject extends OfficeObject {
  readonly kind = "RangeAreas";

  constructor(
    private readonly world: World,
    private readonly sheet: EngineSheet,
    private readonly parts: readonly Area[],
  ) {
    super();
  }

  override get tracked(): boolean {
    return true;
  }

  get Address(): string {
    return this.parts.map((area) => addressOf(this.sheet.name, area)).join(",");
  }
  get AreaCount(): number {
    return this.parts.length;
  }
  get CellCount(): number {
    return this.parts.reduce((sum, { rows, columns }) => sum + rows * columns, 0);
  }
  get Areas(): OfficeObject {
    return new RangeCollectionObject(this.parts.map((area) => new RangeObject(this.world, this.sheet, area)));
  }
}

class RangeCollectionObject extends OfficeObject {
  readonly kind = "RangeCollection";

  constructor(private readonly ranges: readonly RangeObject[]) {
    super();
  }

  override items(): readonly OfficeObject[] {
    return this.ranges;
  }
  GetCount(): number {
    return this.ranges.length;
  }
  GetItemAt(index: unknown): OfficeObject | null {
    return this.ranges[Number(index)] ?? null;
  }
}
