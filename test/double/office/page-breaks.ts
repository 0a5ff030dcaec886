import type { EngineSheet } from "../engine-sheet";
import { lacking } from "../look";
import { OfficeError, OfficeObject } from "./office-object";
import { plainPrint } from "./page-layout";
import { RangeObject } from "./range-object";
import { areaGiven } from "./sheet-parts";
import type { World } from "./world";

/** Columns that begin a page. */
export class VerticalPageBreaksObject extends OfficeObject {
  readonly kind = "PageBreakCollection";

  constructor(
    private readonly world: World,
    private readonly sheet: EngineSheet,
  ) {
    super();
  }

  private get columns(): readonly number[] {
    return this.sheet.print?.breaks ?? [];
  }
  private set(breaks: readonly number[]): void {
    this.world.engine.mayWrite(this.sheet, null);
    const rest = lacking(this.sheet.print ?? plainPrint, "breaks");
    this.sheet.print = breaks.length === 0 ? rest : { ...rest, breaks };
  }
  private made(column: number): OfficeObject {
    const remove = (): void => this.set(this.columns.filter((other) => other !== column));
    return new PageBreakObject(this.world, this.sheet, column, remove);
  }

  override items(): readonly OfficeObject[] {
    return this.columns.map((column) => this.made(column));
  }
  override item(key: unknown): OfficeObject {
    const column = typeof key === "number" ? this.columns[key] : this.columns.find((one) => String(one) === key);
    if (column === undefined) throw new OfficeError("ItemNotFound", `page break ${String(key)}`);
    return this.made(column);
  }
  /** Before the first column of a range. */
  Add(range: unknown): OfficeObject {
    const { column } = areaGiven(range, this.sheet, "pageBreakRange");
    this.set([...new Set([...this.columns, column])].sort((a, b) => a - b));
    return this.made(column);
  }
  GetCount(): number {
    return this.columns.length;
  }
  RemovePageBreaks(): void {
    this.set([]);
  }
}

class PageBreakObject extends OfficeObject {
  readonly kind = "PageBreak";

  constructor(
    private readonly world: World,
    private readonly sheet: EngineSheet,
    private readonly column: number,
    private readonly remove: () => void,
  ) {
    super();
  }

  override identity(): Record<string, unknown> {
    return { _Id: String(this.column) };
  }

  get ColumnIndex(): number {
    return this.column;
  }
  get RowIndex(): number {
    return 0;
  }
  GetCellAfterBreak(): OfficeObject {
    return new RangeObject(this.world, this.sheet, { row: 0, column: this.column, rows: 1, columns: 1 });
  }
  Delete(): void {
    this.remove();
  }
}
