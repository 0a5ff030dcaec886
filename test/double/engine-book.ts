import { sameSheet, type Address, type Area } from "../../core/sheet/address";
import { emptySheet } from "../../core/sheet/apply";
import type { SheetState, Workbook } from "../../core/sheet/workbook";
import { EngineSheet } from "./engine-sheet";
import { deletedSheet, renamedSheet } from "./formula-sheets";
import type { Happening } from "./happening";
import { Refusal } from "./refusal";
import { checkedName, freeName } from "./sheet-names";

const firstCell: Area = { row: 0, column: 0, rows: 1, columns: 1 };

/** The sheets of a workbook, which of them is seen, and who listens. */
export abstract class EngineBook {
  sheets: EngineSheet[] = [];
  active!: EngineSheet;
  selected: { readonly sheet: EngineSheet; readonly area: Area };
  /** A workbook nobody may write into. */
  readOnly = false;
  /** A person is typing into a cell right now. */
  editing = false;
  /** The workbook's structure is protected: sheets keep their number, names, order and visibility. */
  structure: { readonly password?: string } | null = null;
  protected readonly properties: Workbook["properties"];
  private nextId = 1;
  /** Where a person last stood in each sheet. */
  private readonly stood = new Map<EngineSheet, Area>();
  private readonly listeners = new Set<(happening: Happening) => void>();

  constructor(workbook: Workbook) {
    this.properties = workbook.properties;
    const given = workbook.sheets.length > 0 ? workbook.sheets : [emptySheet("Sheet1")];
    this.sheets = given.map((sheet) => new EngineSheet(this.nextId++, sheet));
    const active = workbook.active === null ? null : this.find(workbook.active);
    this.active = active ?? this.sheets.find(({ state }) => state === "visible") ?? this.sheets[0]!;
    this.selected = { sheet: this.active, area: firstCell };
  }

  /** Formulas have to be computed anew. */
  protected abstract restate(): void;

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

  /** Refuses where sheets may not be added, taken away, moved, named or hidden. */
  private mayShape(): void {
    if (this.readOnly) throw new Refusal("read-only", "sheets");
    if (this.structure !== null) throw new Refusal("protected", "structure");
  }

  addSheet(name: string | null): EngineSheet {
    this.mayShape();
    const given = name === null ? freeName(this.sheets) : checkedName(name, this.sheets);
    const sheet = new EngineSheet(this.nextId++, emptySheet(given));
    this.sheets.push(sheet);
    this.tell({ kind: "added", sheet, by: "code" });
    return sheet;
  }

  rename(sheet: EngineSheet, name: string): void {
    this.mayShape();
    const old = sheet.name;
    sheet.name = checkedName(name, this.sheets.filter((other) => other !== sheet));
    this.reword((formula) => renamedSheet(formula, old, name));
    for (const other of this.sheets) {
      other.checks.map((rule) => (rule.kind === "range" && sameSheet(rule.sheet, old) ? { ...rule, sheet: name } : rule));
    }
    this.tell({ kind: "renamed", sheet, by: "code" });
  }

  /** Rewrites every formula of cells and formats, and what charts read. */
  private reword(how: (formula: string) => string): void {
    for (const sheet of this.sheets) {
      for (const cut of sheet.cells) {
        cut.forEach((cell, column) => {
          if (cell?.f !== undefined) cut[column] = { ...cell, f: how(cell.f) };
        });
      }
      sheet.formats = sheet.formats.map((one) => (one.kind === "custom" ? { ...one, formula: how(one.formula) } : one));
      sheet.attached.reword(how);
    }
    this.restate();
  }

  private keepOneVisible(but: EngineSheet): void {
    if (!this.sheets.some((sheet) => sheet !== but && sheet.state === "visible")) {
      throw new Refusal("operation", "one sheet stays visible");
    }
  }

  deleteSheet(sheet: EngineSheet): void {
    this.mayShape();
    if (sheet.state === "veryHidden") throw new Refusal("general", "a very hidden sheet cannot be deleted");
    this.keepOneVisible(sheet);
    this.sheets = this.sheets.filter((other) => other !== sheet);
    this.leave(sheet);
    this.reword((formula) => deletedSheet(formula, sheet.name));
    this.tell({ kind: "deleted", sheet, by: "code" });
  }

  private leave(sheet: EngineSheet): void {
    const next = this.sheets.find((other) => other.state === "visible" && other !== sheet);
    if (this.active === sheet) this.activate(next!);
  }

  moveSheet(sheet: EngineSheet, position: number): void {
    this.mayShape();
    if (!Number.isInteger(position) || position < 0 || position >= this.sheets.length) {
      throw new Refusal("argument", `position ${position}`);
    }
    this.sheets = this.sheets.filter((other) => other !== sheet);
    this.sheets.splice(position, 0, sheet);
  }

  setState(sheet: EngineSheet, state: SheetState): void {
    this.mayShape();
    if (state !== "visible") this.keepOneVisible(sheet);
    sheet.state = state;
    if (state !== "visible") this.leave(sheet);
  }

  activate(sheet: EngineSheet): void {
    if (sheet.state !== "visible") throw new Refusal("operation", `${sheet.name} is hidden`);
    if (this.active === sheet) return;
    const left = this.active;
    this.active = sheet;
    this.selected = { sheet, area: this.stood.get(sheet) ?? firstCell };
    this.tell({ kind: "deactivated", sheet: left, by: "code" });
    this.tell({ kind: "activated", sheet, by: "code" });
  }

  select(sheet: EngineSheet, area: Area): void {
    this.activate(sheet);
    this.selected = { sheet, area };
    this.stood.set(sheet, area);
    this.tell({ kind: "select", sheet, area });
  }

  /** Where a person stands. */
  selection(): Address {
    const { sheet, area } = this.selected;
    return { sheet: sheet.name, row: area.row, column: area.column };
  }
}
