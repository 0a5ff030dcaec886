import { createApp } from "../../core/app";
import { finish } from "../../core/app/build";
import type { App, BuildChoice, BuildReport, Finding, Outcome, Preview, Progress, Run, Status } from "../../core/app-port";
import { findForm } from "../../core/form/find";
import { inputRowId, rowId } from "../../core/form/layout";
import { criteriaOf, nodeKeys, type Rubric } from "../../core/rubric/rubric";
import { readRubric } from "../../core/rubric/read";
import { findRubricSheet } from "../../core/form/rubric-heads";
import { type Address, cellName } from "../../core/sheet/address";
import { applyPatch, emptySheet, snapshotOf } from "../../core/sheet/apply";
import type { Patch } from "../../core/sheet/patch";
import type { Facts, Snapshot } from "../../core/sheet/snapshot";
import { type Cell, type CellValue, emptyWorkbook, type Sheet, type Workbook } from "../../core/sheet/workbook";
import { say } from "../../core/words/say";
import { readXlsx, writeXlsx } from "../../excel-addin/page/xlsx";

type Value = string | number | boolean | null;
export type FormPart = "row" | "evidence" | "explanation" | "reviewed" | "reason" | "self" | "final" | "status" | { readonly input: string };

/** `Sheet!A1` of a cell. */
export const named = ({ sheet, row, column }: Address): string => `${sheet}!${cellName(row, column)}`;

/** A person at a workbook: pastes, types, deletes rows, renames sheets, and presses what the panel offers. */
export class Desk {
  readonly app: App = createApp();
  selection: Address | null = null;
  facts: Facts = { host: "page", language: "vi", decimal: ",", now: "2026-11-22T08:00" };

  constructor(public workbook: Workbook = emptyWorkbook) {}

  copy(): Desk {
    const desk = new Desk(this.workbook);
    desk.selection = this.selection;
    desk.facts = this.facts;
    return desk;
  }

  snapshot(): Snapshot {
    return snapshotOf(this.workbook, this.facts, this.selection);
  }

  look(): Status {
    return this.app.look(this.snapshot());
  }

  /** Writes what was worked out; throws with the sentences where it was refused. */
  write(outcome: Outcome): void {
    if (outcome.patch === null) throw new Error(`refused: ${outcome.findings.map(({ issue }) => say(issue, "en")).join(" ")}`);
    this.apply(outcome.patch);
  }

  apply(patch: Patch): void {
    const result = applyPatch(this.workbook, patch);
    if (!result.ok) throw new Error(`stale: ${JSON.stringify(result.stale).slice(0, 300)}`);
    this.workbook = result.workbook;
    if (patch.show !== undefined) this.selection = patch.show;
  }

  /** All of a run at once, nothing written yet. */
  all<T>(run: Run<T>): T {
    return typeof run === "object" && run !== null && "next" in run ? finish(run as Generator<Progress, T, void>) : (run as T);
  }

  paste(sheet: string, table: readonly (readonly Value[])[]): void {
    const cells = table.map((line) => line.map((v): Cell | undefined => (v === null ? undefined : { v })));
    this.workbook = { ...this.workbook, sheets: [...this.workbook.sheets, { ...emptySheet(sheet), cells }] };
    this.selection = { sheet, row: 0, column: 0 };
  }

  preset(id: string): void {
    this.write(this.app.preset(this.snapshot(), id));
  }

  /** The reading with every assumption agreed to. */
  read(): Preview {
    const first = this.app.readTable(this.snapshot(), new Set());
    const ticks = first.rows.flatMap((row) => (row.kind === "criterion" ? row.assumptions.map(({ id }) => id) : []));
    return this.app.readTable(this.snapshot(), new Set(ticks));
  }

  confirm(): void {
    const preview = this.read();
    this.write(this.app.confirm(this.snapshot(), preview));
  }

  build(...units: BuildChoice["units"][number][]): BuildReport {
    const built = this.all(this.app.build(this.snapshot(), { units, year: "2026" }));
    this.write(built);
    return built.report;
  }

  rank(): readonly Finding[] {
    const ranked = this.all(this.app.rank(this.snapshot()));
    this.write(ranked);
    return ranked.findings;
  }

  rubric(): Rubric {
    const sheet = findRubricSheet(this.snapshot());
    const rubric = sheet === null ? null : readRubric(sheet, { assumptions: "accept" }).rubric;
    if (rubric === null) throw new Error("no rubric");
    return rubric;
  }

  /** The cell of a criterion, named by its code, in a form. */
  cell(code: string, part: FormPart, sheet = "Phiếu"): Address {
    const read = this.snapshot().sheets.find(({ name }) => name === sheet);
    const found = read === undefined ? null : findForm(read);
    const rubric = this.rubric();
    const keys = nodeKeys(rubric);
    const criterion = criteriaOf(rubric).find(({ id }) => keys.get(id) === code);
    if (found === null || criterion === undefined) throw new Error(`no criterion ${code} on ${sheet}`);
    const row = found.rows.get(typeof part === "object" ? inputRowId(criterion.id, part.input) : rowId(criterion.id));
    const column = found.columns.get(typeof part === "object" || part === "row" ? "answer" : part);
    if (row === undefined || column === undefined) throw new Error(`no cell of ${code} on ${sheet}`);
    return { sheet, row, column };
  }

  value({ sheet, row, column }: Address): CellValue {
    return this.sheet(sheet).cells[row]?.[column]?.v ?? null;
  }

  sheet(name: string): Sheet {
    const sheet = this.workbook.sheets.find((each) => each.name === name);
    if (sheet === undefined) throw new Error(`no sheet ${name}`);
    return sheet;
  }

  /** Puts a value, or a formula with its value, into a cell. Its look stays. */
  enter({ sheet, row, column }: Address, v: CellValue, f?: string, format?: string): void {
    this.change(sheet, (old) => {
      const cells = old.cells.map((line) => [...(line ?? [])]);
      while (cells.length <= row) cells.push([]);
      const s = { ...cells[row]![column]?.s, ...(format === undefined ? {} : { format }) };
      cells[row]![column] = { v, ...(f === undefined ? {} : { f }), s };
      return { ...old, cells };
    });
  }

  change(name: string, edit: (sheet: Sheet) => Sheet): void {
    this.workbook = { ...this.workbook, sheets: this.workbook.sheets.map((sheet) => (sheet.name === name ? edit(sheet) : sheet)) };
  }

  /** Rearranges the rows of a sheet: each place gets the row that stood at the given place, or a blank one. */
  rows(name: string, order: (count: number) => (number | null)[]): void {
    this.change(name, (sheet) => ({
      ...sheet,
      cells: order(sheet.cells.length).map((from) => (from === null ? undefined : sheet.cells[from])),
    }));
  }

  deleteRow(name: string, row: number, count = 1): void {
    this.rows(name, (rows) => Array.from({ length: rows }, (_, k) => k).filter((k) => k < row || k >= row + count));
  }

  insertRow(name: string, row: number): void {
    this.rows(name, (rows) => Array.from({ length: rows + 1 }, (_, k) => (k < row ? k : k === row ? null : k - 1)));
  }

  /** Copies a row and inserts the copy below it. */
  duplicateRow(name: string, row: number): void {
    this.rows(name, (rows) => Array.from({ length: rows + 1 }, (_, k) => (k <= row ? k : k - 1)));
  }

  renameSheet(name: string, to: string): void {
    this.change(name, (sheet) => ({ ...sheet, name: to }));
  }

  deleteSheet(name: string): void {
    this.workbook = { ...this.workbook, sheets: this.workbook.sheets.filter((sheet) => sheet.name !== name) };
  }

  addSheet(name: string, cells: readonly (readonly Value[])[]): void {
    const sheet = { ...emptySheet(name), cells: cells.map((line) => line.map((v): Cell => ({ v }))) };
    this.workbook = { ...this.workbook, sheets: [...this.workbook.sheets, sheet] };
  }

  /** Saved to a file and opened again. */
  async reopen(): Promise<Desk> {
    const desk = new Desk(await readXlsx(await writeXlsx(this.workbook), "a.xlsx"));
    desk.selection = this.selection;
    desk.facts = this.facts;
    return desk;
  }
}
