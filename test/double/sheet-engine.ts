import { sameSheet, type Address, type Area } from "../../core/sheet/address";
import { emptySheet } from "../../core/sheet/apply";
import type { CellValue, Protection, SheetState, Workbook } from "../../core/sheet/workbook";
import { cellTaken } from "./contents";
import { EngineSheet, type Guard } from "./engine-sheet";
import { deletedSheet, renamedSheet } from "./formula-sheets";
import type { Hand, Happening } from "./happening";
import type { Look } from "./look";
import { Refusal } from "./refusal";
import { checkedName, freeName } from "./sheet-names";

export type { Hand, Happening };

/** Recomputes every formula's value. Absent where something else computes, as the page's grid does. */
export type Calculate = (workbook: Workbook) => Workbook;

/** The largest sheet. */
export const whole: Area = { row: 0, column: 0, rows: 1048576, columns: 16384 };

/** A workbook under a double of a spreadsheet program: it changes in place, recalculates and tells what happens. */
export class SheetEngine {
  sheets: EngineSheet[] = [];
  active!: EngineSheet;
  selected: { readonly sheet: EngineSheet; readonly area: Area };
  /** A workbook nobody may write into. */
  readOnly = false;
  /** A person is typing into a cell right now. */
  editing = false;
  private readonly properties: Workbook["properties"];
  private stale = false;
  private nextId = 1;
  private readonly listeners = new Set<(happening: Happening) => void>();

  constructor(
    workbook: Workbook,
    private readonly calc: Calculate | null = null,
  ) {
    this.properties = workbook.properties;
    const given = workbook.sheets.length > 0 ? workbook.sheets : [emptySheet("Sheet1")];
    this.sheets = given.map((sheet) => new EngineSheet(this.nextId++, sheet));
    const active = workbook.active === null ? null : this.find(workbook.active);
    this.active = active ?? this.sheets.find(({ state }) => state === "visible") ?? this.sheets[0]!;
    this.selected = { sheet: this.active, area: { row: 0, column: 0, rows: 1, columns: 1 } };
  }

  /** The book as plain data, computed. */
  workbook(): Workbook {
    this.settle();
    return { sheets: this.sheets.map((sheet) => sheet.sheet()), active: this.active.name, properties: this.properties };
  }

  find(name: string): EngineSheet | null {
    return this.sheets.find((sheet) => sameSheet(sheet.name, name)) ?? null;
  }

  listen(heard: (happening: Happening) => void): () => void {
    this.listeners.add(heard);
    return () => this.listeners.delete(heard);
  }

  tell(happening: Happening): void {
    for (const heard of [...this.listeners]) heard(happening);
  }

  /** Computes what a write left stale. */
  settle(): void {
    if (!this.stale) return;
    this.stale = false;
    if (this.calc === null) return;
    const book: Workbook = { sheets: this.sheets.map((sheet) => sheet.sheet()), active: this.active.name, properties: {} };
    this.calc(book).sheets.forEach(({ cells }, index) => {
      const sheet = this.sheets[index]!;
      sheet.cells.forEach((cut, row) =>
        cut.forEach((cell, column) => {
          if (cell?.f !== undefined) cut[column] = { ...cell, v: cells[row]?.[column]?.v ?? null };
        }),
      );
      this.tell({ kind: "calculated", sheet });
    });
  }

  value(sheet: EngineSheet, row: number, column: number): CellValue {
    this.settle();
    return sheet.at(row, column)?.v ?? null;
  }

  /** Refuses where a write may not happen at all, or not in these cells. */
  mayWrite(sheet: EngineSheet, area: Area | null): void {
    if (this.readOnly) throw new Refusal("read-only", sheet.name);
    if (area === null || sheet.guard === null) return;
    const last = { row: area.row + area.rows, column: area.column + area.columns };
    for (let row = area.row; row < last.row; row++) {
      const cut = sheet.cells[row];
      for (let column = area.column; column < last.column; column++) {
        if (cut?.[column]?.s?.locked !== false) throw new Refusal("protected", `${sheet.name}: row ${row}, column ${column}`);
      }
    }
  }

  /** Refuses what a protected sheet allows nobody, or only where it was granted. */
  mayChange(sheet: EngineSheet, grant: keyof Protection | null): void {
    if (this.readOnly) throw new Refusal("read-only", sheet.name);
    if (sheet.guard !== null && (grant === null || !sheet.guard.allows[grant])) {
      throw new Refusal("protected", `${sheet.name}: ${grant ?? "shape"}`);
    }
  }

  /**
   * Writes contents as if each had been typed by en-US hands, or with `decimal` as the decimal mark. null leaves a cell,
   * "" empties it. Nothing is written where anything is refused.
   */
  write(
    sheet: EngineSheet, at: { row: number; column: number }, contents: readonly (readonly CellValue[])[],
    how: { readonly by?: Hand; readonly pick?: boolean; readonly decimal?: "," | "." } = {},
  ): void {
    const rows = contents.length;
    const columns = Math.max(0, ...contents.map((line) => line.length));
    if (rows === 0 || columns === 0) return;
    const area: Area = { ...at, rows, columns };
    this.mayWrite(sheet, area);
    const cells = contents.map((line, i) =>
      line.map((content, j) =>
        content === null ? null : cellTaken(sheet.at(at.row + i, at.column + j), content, how.decimal ?? "."),
      ),
    );
    cells.forEach((line, i) =>
      line.forEach((cell, j) => {
        if (cell !== null) sheet.put(at.row + i, at.column + j, cell);
      }),
    );
    this.stale = true;
    this.tell({ kind: "edit", sheet, area, by: how.by ?? "code", pick: how.pick ?? false });
  }

  /** Takes cached values as they are, for a program beside it that computes. */
  cache(sheet: EngineSheet, row: number, column: number, value: CellValue): void {
    const cell = sheet.at(row, column);
    if (cell?.f !== undefined) sheet.put(row, column, { ...cell, v: value });
  }

  clear(sheet: EngineSheet, area: Area, what: "all" | "contents" | "formats"): void {
    this.mayWrite(sheet, this.usedPart(sheet, area));
    if (what !== "contents") this.mayChange(sheet, null);
    if (what !== "formats") sheet.empty(area);
    if (what !== "contents") sheet.undress(area);
    if (what === "all") {
      sheet.unmerge(area);
      sheet.setValidation(area, null);
    }
    this.stale = true;
    this.tell({ kind: "edit", sheet, area, by: "code", pick: false });
  }

  private usedPart(sheet: EngineSheet, area: Area): Area {
    const rows = Math.min(area.rows, Math.max(1, sheet.cells.length - area.row));
    const widest = sheet.cells.reduce((most, cut) => Math.max(most, cut.length), 0);
    return { ...area, rows, columns: Math.min(area.columns, Math.max(1, widest - area.column)) };
  }

  /** Changes how an area looks. */
  dress(sheet: EngineSheet, area: Area, change: (look: Look) => Look): void {
    this.mayChange(sheet, null);
    sheet.dress(area, change);
  }

  /** Only the first cell keeps what it holds. */
  merge(sheet: EngineSheet, area: Area): void {
    this.mayChange(sheet, null);
    sheet.merge(area);
    this.stale = true;
  }

  unmerge(sheet: EngineSheet, area: Area): void {
    this.mayChange(sheet, null);
    sheet.unmerge(area);
  }

  addSheet(name: string | null): EngineSheet {
    if (this.readOnly) throw new Refusal("read-only", "sheets");
    const sheet = new EngineSheet(this.nextId++, emptySheet(name === null ? freeName(this.sheets) : checkedName(name, this.sheets)));
    this.sheets.push(sheet);
    this.tell({ kind: "added", sheet, by: "code" });
    return sheet;
  }

  rename(sheet: EngineSheet, name: string): void {
    if (this.readOnly) throw new Refusal("read-only", "sheets");
    const old = sheet.name;
    sheet.name = checkedName(name, this.sheets.filter((other) => other !== sheet));
    this.reword((formula) => renamedSheet(formula, old, name));
    this.tell({ kind: "renamed", sheet, by: "code" });
  }

  /** Rewrites every formula. */
  private reword(how: (formula: string) => string): void {
    for (const { cells } of this.sheets) {
      for (const cut of cells) {
        cut.forEach((cell, column) => {
          if (cell?.f !== undefined) cut[column] = { ...cell, f: how(cell.f) };
        });
      }
    }
    this.stale = true;
  }

  private keepOneVisible(but: EngineSheet): void {
    if (!this.sheets.some((sheet) => sheet !== but && sheet.state === "visible")) {
      throw new Refusal("operation", "one sheet stays visible");
    }
  }

  deleteSheet(sheet: EngineSheet): void {
    if (this.readOnly) throw new Refusal("read-only", "sheets");
    if (sheet.state === "veryHidden") throw new Refusal("operation", "a very hidden sheet cannot be deleted");
    this.keepOneVisible(sheet);
    this.sheets = this.sheets.filter((other) => other !== sheet);
    this.leave(sheet);
    this.reword((formula) => deletedSheet(formula, sheet.name));
    this.tell({ kind: "deleted", sheet, by: "code" });
  }

  private leave(sheet: EngineSheet): void {
    if (this.active === sheet) this.activate(this.sheets.find(({ state, id }) => state === "visible" && id !== sheet.id)!);
  }

  moveSheet(sheet: EngineSheet, position: number): void {
    if (this.readOnly) throw new Refusal("read-only", "sheets");
    if (!Number.isInteger(position) || position < 0 || position >= this.sheets.length) throw new Refusal("argument", "position");
    this.sheets = this.sheets.filter((other) => other !== sheet);
    this.sheets.splice(position, 0, sheet);
  }

  setState(sheet: EngineSheet, state: SheetState): void {
    if (this.readOnly) throw new Refusal("read-only", "sheets");
    if (state !== "visible") this.keepOneVisible(sheet);
    sheet.state = state;
    if (state !== "visible") this.leave(sheet);
  }

  activate(sheet: EngineSheet): void {
    if (sheet.state !== "visible") throw new Refusal("operation", `${sheet.name} is hidden`);
    if (this.active === sheet) return;
    const left = this.active;
    this.active = sheet;
    this.selected = { sheet, area: { row: 0, column: 0, rows: 1, columns: 1 } };
    this.tell({ kind: "deactivated", sheet: left, by: "code" });
    this.tell({ kind: "activated", sheet, by: "code" });
  }

  select(sheet: EngineSheet, area: Area): void {
    this.activate(sheet);
    this.selected = { sheet, area };
    this.tell({ kind: "select", sheet, area });
  }

  protect(sheet: EngineSheet, guard: Guard): void {
    if (this.readOnly) throw new Refusal("read-only", sheet.name);
    if (sheet.guard !== null) throw new Refusal("operation", `${sheet.name} is already protected`);
    sheet.guard = guard;
    this.tell({ kind: "protection", sheet, by: "code" });
  }

  unprotect(sheet: EngineSheet, password: string | null): void {
    if (this.readOnly) throw new Refusal("read-only", sheet.name);
    if (sheet.guard === null) return;
    if (sheet.guard.password !== undefined && sheet.guard.password !== password) throw new Refusal("protected", "password");
    sheet.guard = null;
    this.tell({ kind: "protection", sheet, by: "code" });
  }

  /** Where a person stands. */
  selection(): Address {
    const { sheet, area } = this.selected;
    return { sheet: sheet.name, row: area.row, column: area.column };
  }
}
