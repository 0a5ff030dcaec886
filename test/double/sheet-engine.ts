import type { Area } from "../../core/sheet/address";
import { sameValue } from "../../core/sheet/apply";
import type { CellValue, Protection, Workbook } from "../../core/sheet/workbook";
import { cellTaken } from "./contents";
import { EngineBook } from "./engine-book";
import type { EngineSheet, Guard } from "./engine-sheet";
import type { Hand, Happening } from "./happening";
import type { Look } from "./look";
import { Refusal } from "./refusal";

export type { Hand, Happening };

/** Recomputes every formula's value. Absent where something else computes, as the page's grid does. */
export type Calculate = (workbook: Workbook) => Workbook;

/** The largest sheet. */
export const whole: Area = { row: 0, column: 0, rows: 1048576, columns: 16384 };

/** A workbook under a double of a spreadsheet program: it changes in place, recalculates and tells what happens. */
export class SheetEngine extends EngineBook {
  private stale = false;
  /** Nothing is computed until somebody asks for it. */
  manual = false;

  constructor(
    workbook: Workbook,
    private readonly calc: Calculate | null = null,
  ) {
    super(workbook);
  }

  /** The book as plain data, computed. */
  workbook(): Workbook {
    this.settle();
    return { sheets: this.sheets.map((sheet) => sheet.sheet()), active: this.active.name, properties: this.properties };
  }

  protected override restate(): void {
    this.stale = true;
  }

  /** Computes what a write left stale, and tells which sheets show other values now. */
  settle(asked = !this.manual): void {
    if (!this.stale || !asked) return;
    this.stale = false;
    if (this.calc === null) return;
    const sheets = this.sheets.map((sheet) => sheet.sheet());
    const changed = this.calc({ sheets, active: this.active.name, properties: {} }).sheets.flatMap(({ cells }, index) => {
      const sheet = this.sheets[index]!;
      let other = false;
      sheet.cells.forEach((cut, row) =>
        cut.forEach((cell, column) => {
          if (cell?.f === undefined) return;
          const v = cells[row]?.[column]?.v ?? null;
          other ||= !sameValue(v, cell.v);
          cut[column] = { ...cell, v };
        }),
      );
      return other ? [sheet] : [];
    });
    for (const sheet of changed) this.tell({ kind: "calculated", sheet });
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
        if (cut?.[column]?.s?.locked === false) continue;
        throw new Refusal("protected", `${sheet.name}: row ${row}, column ${column}`);
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

  clear(sheet: EngineSheet, area: Area, what: "all" | "contents" | "formats" | "looks"): void {
    this.mayWrite(sheet, this.usedPart(sheet, area));
    if (what !== "contents") this.mayChange(sheet, null);
    if (what === "all" || what === "contents") sheet.empty(area);
    if (what !== "contents") sheet.undress(area);
    if (what === "all" || what === "formats") sheet.clearFormats(area);
    if (what === "all") {
      sheet.unmerge(area);
      sheet.checks.clear(area);
      sheet.attached.clear(area);
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

  protect(sheet: EngineSheet, guard: Guard): void {
    if (this.readOnly) throw new Refusal("read-only", sheet.name);
    if (sheet.guard !== null) throw new Refusal("protected", `${sheet.name} is already protected`);
    sheet.guard = guard;
    this.tell({ kind: "protection", sheet, by: "code" });
  }

  unprotect(sheet: EngineSheet, password: string | null): void {
    if (this.readOnly) throw new Refusal("read-only", sheet.name);
    if (sheet.guard === null) throw new Refusal("protected", `${sheet.name} is not protected`);
    if ((sheet.guard.password ?? password) !== password) throw new Refusal("protected", "password");
    sheet.guard = null;
    this.tell({ kind: "protection", sheet, by: "code" });
  }

}
