import { sameSheet, type Address, type Area } from "../../core/sheet/address";
import { emptySheet } from "../../core/sheet/apply";
import type { CellValue, Protection, SheetState, Workbook } from "../../core/sheet/workbook";
import { EngineSheet, type Guard, type Look } from "./engine-sheet";
import { Refusal } from "./refusal";
import { takeText } from "./typed-value";

/** Recomputes every formula's value. Absent where something else computes, as the page's grid does. */
export type Calculate = (workbook: Workbook) => Workbook;

/** Who changed something: code of ours, the person before the screen, or somebody elsewhere. */
export type Hand = "code" | "person" | "other";

/** What happened in a book. `pick`: chosen from a dropdown, which some programs tell nobody about. */
export type Happening =
  | { readonly kind: "edit"; readonly sheet: EngineSheet; readonly area: Area; readonly by: Hand; readonly pick: boolean }
  | { readonly kind: "select"; readonly sheet: EngineSheet; readonly area: Area }
  | { readonly kind: "added" | "deleted" | "activated" | "deactivated" | "protection" | "renamed"; readonly sheet: EngineSheet; readonly by: Hand }
  | { readonly kind: "calculated"; readonly sheet: EngineSheet };

/** The largest sheet. */
export const whole: Area = { row: 0, column: 0, rows: 1048576, columns: 16384 };
const longestText = 32767;
const longestFormula = 8192;

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
   * Writes contents as if each had been typed by en-US hands, or as the person types with `decimal`: `=` begins a
   * formula, `'` text, text that reads as a number or a day becomes one, except in cells of format `@`. null leaves a
   * cell, "" empties it. Nothing is written where anything is refused.
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
      line.map((content, j) => (content === null ? null : this.taken(sheet, at.row + i, at.column + j, content, how.decimal ?? "."))),
    );
    cells.forEach((line, i) =>
      line.forEach((cell, j) => {
        if (cell !== null) sheet.put(at.row + i, at.column + j, cell);
      }),
    );
    this.stale = true;
    this.tell({ kind: "edit", sheet, area, by: how.by ?? "code", pick: how.pick ?? false });
  }

  private taken(sheet: EngineSheet, row: number, column: number, content: CellValue, decimal: "," | ".") {
    const s = sheet.at(row, column)?.s;
    const look = s === undefined ? {} : { s };
    const asText = s?.format === "@";
    if (typeof content === "number" && !Number.isFinite(content)) throw new Refusal("argument", "number");
    if (typeof content !== "string") return asText && content !== null ? { v: String(content), ...look } : { v: content, ...look };
    if (content.length > longestText) throw new Refusal("argument", `text of ${content.length} characters`);
    if (content === "") return s === undefined ? undefined : { v: null, s };
    if (content.length > 1 && content.startsWith("=") && !asText) {
      return { v: null, f: checkedFormula(content.slice(1)), ...look };
    }
    if (asText) return { v: content.replace(/^'/, ""), ...look };
    const { value, format } = takeText(content, decimal);
    const plain = s?.format === undefined && format !== undefined;
    return { v: value, ...(plain ? { s: { ...s, format } } : look) };
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
    const sheet = new EngineSheet(this.nextId++, emptySheet(name === null ? this.freeName() : this.checkedName(name, null)));
    this.sheets.push(sheet);
    this.tell({ kind: "added", sheet, by: "code" });
    return sheet;
  }

  private freeName(): string {
    for (let n = this.sheets.length + 1; ; n++) if (this.find(`Sheet${n}`) === null) return `Sheet${n}`;
  }

  private checkedName(name: string, own: EngineSheet | null): string {
    if (name.length === 0 || name.length > 31 || /[:\\/?*[\]]|^'|'$/.test(name) || /^history$/i.test(name)) {
      throw new Refusal("argument", `sheet name ${name}`);
    }
    const other = this.find(name);
    if (other !== null && other !== own) throw new Refusal("exists", name);
    return name;
  }

  rename(sheet: EngineSheet, name: string): void {
    if (this.readOnly) throw new Refusal("read-only", "sheets");
    sheet.name = this.checkedName(name, sheet);
    this.stale = true;
    this.tell({ kind: "renamed", sheet, by: "code" });
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
    this.stale = true;
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

/** The formula, unless brackets or quotes do not close or it is too long. */
function checkedFormula(formula: string): string {
  if (formula.length > longestFormula) throw new Refusal("argument", `formula of ${formula.length} characters`);
  const bare = formula.replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'|\{[^{}]*\}/g, "x");
  let depth = 0;
  for (const sign of bare) {
    depth += sign === "(" ? 1 : sign === ")" ? -1 : 0;
    if (depth < 0) break;
  }
  if (depth !== 0 || /["']/.test(bare) || bare.includes(";") || /[-+*/^&=<>,(]$/.test(bare.trim())) {
    throw new Refusal("argument", `formula ${formula}`);
  }
  return formula;
}
