import type { Area } from "../../core/sheet/address";
import { overlaps } from "../../core/sheet/apply";
import type {
  Cell, CellValue, Print, Protection, Sheet, SheetState, Validation,
} from "../../core/sheet/workbook";
import { AreaIndex } from "./area-index";
import { Attached } from "./attached";
import { lacking, type Look, lookOf, styleOf, tidyLook } from "./look";
import { shared, withoutArea } from "./sheet-areas";

export { edge, type Look } from "./look";

/** A cell as the engine keeps it; without `calc` a formula's value is null until somebody computes it. */
export interface EngineCell {
  readonly v: CellValue;
  readonly f?: string;
  readonly s?: Look;
}

/** A format by condition. The first of a sheet goes before the later ones. */
export type Format =
  | { readonly id: number; readonly area: Area; readonly kind: "custom"; readonly formula: string; readonly style: Look }
  | { readonly id: number; readonly area: Area; readonly kind: "scale"; readonly low: string; readonly high: string }
  /** Bars of the length of the values: a person's, none of ours. */
  | { readonly id: number; readonly area: Area; readonly kind: "bars" };

export type NewFormat = Format extends infer F ? (F extends Format ? Omit<F, "id"> : never) : never;

/** Protection as it stands: what people may still do, and the password where there is one. */
export interface Guard {
  readonly allows: Protection;
  readonly password?: string;
}

const taken = (cell: Cell | undefined): EngineCell | undefined => {
  if (cell === undefined) return undefined;
  const { v, f, s } = cell;
  return { v, ...(f === undefined ? {} : { f }), ...(s === undefined ? {} : { s: lookOf(s) }) };
};

export interface Size {
  readonly width?: number;
  readonly height?: number;
  readonly hidden?: boolean;
}

/** One sheet that can be changed. Nothing here asks about protection: its engine does. */
export class EngineSheet {
  name: string;
  state: SheetState;
  cells: (EngineCell | undefined)[][];
  columns: ({ readonly width?: number; readonly hidden?: boolean } | undefined)[];
  rows: ({ readonly height?: number; readonly hidden?: boolean } | undefined)[];
  merges: readonly Area[];
  readonly checks: AreaIndex<Validation>;
  formats: readonly Format[];
  freeze: { readonly rows: number; readonly columns: number } | null;
  filter: Area | null;
  print: Print | null;
  tab: string | null;
  guard: Guard | null;
  readonly attached = new Attached();
  private nextFormat = 1;

  constructor(
    /** Never used twice in a workbook, and kept when the sheet is renamed. */
    readonly id: number,
    sheet: Sheet,
  ) {
    this.name = sheet.name;
    this.state = sheet.state;
    this.cells = sheet.cells.map((cut) => Array.from(cut ?? [], taken));
    this.columns = sheet.columns.slice();
    this.rows = sheet.rows.slice();
    this.merges = sheet.merges;
    this.checks = new AreaIndex(sheet.validations.map(({ area, rule }) => [area, rule] as const));
    this.formats = [
      ...sheet.conditionals.map(({ area, formula, style }) => ({
        id: this.nextFormat++, area, kind: "custom" as const, formula, style: lookOf(style),
      })),
      ...sheet.scales.map(({ area, low, high }) => ({ id: this.nextFormat++, area, kind: "scale" as const, low, high })),
    ];
    this.freeze = sheet.freeze ?? null;
    this.filter = sheet.filter ?? null;
    this.print = sheet.print ?? null;
    this.tab = sheet.tab ?? null;
    this.guard = sheet.protection === undefined ? null : { allows: sheet.protection };
  }

  sheet(): Sheet {
    const plain = (cell: EngineCell | undefined): Cell | undefined => {
      if (cell === undefined || (cell.v === null && cell.f === undefined && cell.s === undefined)) return undefined;
      return {
        v: cell.v,
        ...(cell.f === undefined ? {} : { f: cell.f }),
        ...(cell.s === undefined ? {} : { s: styleOf(cell.s) }),
      };
    };
    return {
      name: this.name,
      state: this.state,
      cells: this.cells.map((cut) => cut.map(plain)),
      columns: this.columns.slice(),
      rows: this.rows.slice(),
      merges: this.merges,
      validations: this.checks.list().map(({ area, item }) => ({ area, rule: item })),
      conditionals: this.formats.flatMap((one) =>
        one.kind === "custom" && one.formula !== ""
          ? [{ area: one.area, formula: one.formula, style: styleOf(one.style) }]
          : [],
      ),
      scales: this.formats.flatMap((one) =>
        one.kind === "scale" && one.low !== "" ? [{ area: one.area, low: one.low, high: one.high }] : [],
      ),
      ...(this.freeze === null ? {} : { freeze: this.freeze }),
      ...(this.guard === null ? {} : { protection: this.guard.allows }),
      ...(this.print === null ? {} : { print: this.print }),
      ...(this.filter === null ? {} : { filter: this.filter }),
      ...(this.tab === null ? {} : { tab: this.tab }),
    };
  }

  at(row: number, column: number): EngineCell | undefined {
    return this.cells[row]?.[column];
  }

  put(row: number, column: number, cell: EngineCell | undefined): void {
    if (cell === undefined && this.at(row, column) === undefined) return;
    while (this.cells.length <= row) this.cells.push([]);
    const cut = this.cells[row]!;
    while (cut.length < column) cut.push(undefined);
    cut[column] = cell;
  }

  look(row: number, column: number): Look {
    return this.at(row, column)?.s ?? {};
  }

  /** Changes how an area looks; `change` sees each different look once. */
  dress(area: Area, change: (look: Look) => Look): void {
    const known = new Map<Look | undefined, Look | undefined>();
    for (let row = area.row; row < area.row + area.rows; row++) {
      for (let column = area.column; column < area.column + area.columns; column++) {
        const old = this.at(row, column);
        if (!known.has(old?.s)) known.set(old?.s, tidyLook(change(old?.s ?? {})));
        const s = known.get(old?.s);
        const bare = old === undefined ? { v: null } : lacking(old, "s");
        this.put(row, column, s === undefined ? (old === undefined ? undefined : bare) : { ...bare, s });
      }
    }
  }

  /** Everything that was ever written to or dressed; null where there is nothing. `held`: cells that hold something. */
  used(held: boolean): Area | null {
    let [top, left, bottom, right] = [Infinity, Infinity, -1, -1];
    this.cells.forEach((cut, row) =>
      cut.forEach((cell, column) => {
        if (cell === undefined || (cell.v === null && cell.f === undefined && (held || cell.s === undefined))) return;
        top = Math.min(top, row);
        left = Math.min(left, column);
        bottom = Math.max(bottom, row);
        right = Math.max(right, column);
      }),
    );
    return bottom < 0 ? null : { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
  }

  empty(area: Area): void {
    this.eachHeld(area, (row, column, { s }) => this.put(row, column, s === undefined ? undefined : { v: null, s }));
  }

  /** Takes the looks of cells; formats by condition stay. */
  undress(area: Area): void {
    this.eachHeld(area, (row, column, cell) => this.put(row, column, lacking(cell, "s")));
  }

  /** Formats by condition that reach beyond the area lose only what lies in it. */
  clearFormats(area: Area): void {
    this.formats = withoutArea(this.formats, area);
  }

  private eachHeld(area: Area, each: (row: number, column: number, cell: EngineCell) => void): void {
    const last = Math.min(area.row + area.rows, this.cells.length);
    for (let row = area.row; row < last; row++) {
      const cut = this.cells[row]!;
      for (let column = area.column; column < Math.min(area.column + area.columns, cut.length); column++) {
        const cell = cut[column];
        if (cell !== undefined) each(row, column, cell);
      }
    }
  }

  checkAt(row: number, column: number): Validation | null {
    return this.checks.within({ row, column, rows: 1, columns: 1 })[0]?.item ?? null;
  }

  merge(area: Area): void {
    this.unmerge(area);
    if (area.rows * area.columns === 1) return;
    for (let row = area.row; row < area.row + area.rows; row++) {
      for (let column = area.column; column < area.column + area.columns; column++) {
        if (row === area.row && column === area.column) continue;
        const old = this.at(row, column);
        if (old !== undefined) this.put(row, column, old.s === undefined ? undefined : { v: null, s: old.s });
      }
    }
    this.merges = [...this.merges, area];
    this.attached.cover(area);
  }

  unmerge(area: Area): void {
    this.merges = this.merges.filter((merge) => !overlaps(merge, area));
  }

  mergesIn(area: Area): Area[] {
    return this.merges.filter((merge) => shared(merge, area) !== null);
  }

  /** A new format by condition, before all others. */
  addFormat(format: NewFormat): Format {
    const added: Format = { ...format, id: this.nextFormat++ };
    this.formats = [added, ...this.formats];
    return added;
  }

  changeFormat(id: number, change: (format: Format) => Format): void {
    this.formats = this.formats.map((format) => (format.id === id ? change(format) : format));
  }

  /** Changes how wide columns or how high rows are, and whether they show. */
  size(kind: "columns" | "rows", first: number, count: number, change: Size): void {
    const list: (Size | undefined)[] = this[kind];
    while (list.length < first) list.push(undefined);
    for (let index = first; index < first + count; index++) {
      const { hidden, ...rest } = { ...list[index], ...change };
      list[index] = { ...rest, ...(hidden === true ? { hidden } : {}) };
    }
  }
}
