import { readFileSync } from "node:fs";
import { join } from "node:path";
import { initSync, Model } from "@ironcalc/wasm";
import { cellName, quoteSheet } from "../../core/sheet/address";
import type { CellValue, Workbook } from "../../core/sheet/workbook";
import type { Values } from "./xlsx-values";

export type Sheets = Record<string, Values>;

let ready = false;
function model(): Model {
  if (!ready) initSync({ module: readFileSync(join(require.resolve("@ironcalc/wasm"), "../wasm_bg.wasm")) });
  ready = true;
  return new Model("book", "en", "UTC", "en");
}

function typedIn(value: CellValue): string {
  if (value === null) return "";
  if (typeof value === "string") return `'${value}`;
  if (typeof value === "object") return value.error;
  return typeof value === "boolean" ? String(value).toUpperCase() : String(value);
}

const kinds = { number: 1, text: 2, logical: 4, error: 16 } as const;

/** What is typed into each cell, by sheet, row and column; undefined where nothing is. */
type Inputs = (string | undefined)[][][];

const inputsOf = ({ sheets }: Workbook): Inputs =>
  sheets.map(({ cells }) =>
    Array.from(cells, (line) =>
      Array.from(line ?? [], (cell) => {
        if (cell === undefined || (cell.v === null && cell.f === undefined)) return undefined;
        return cell.f === undefined ? typedIn(cell.v) : `=${cell.f}`;
      })));

type Change = readonly [sheet: number, row: number, column: number, was: string | undefined, is: string | undefined];

function changes(from: Inputs, to: Inputs): Change[] {
  const found: Change[] = [];
  for (let sheet = 0; sheet < to.length; sheet += 1) {
    const [was, is] = [from[sheet]!, to[sheet]!];
    for (let row = 0; row < Math.max(was.length, is.length); row += 1) {
      const [before, after] = [was[row] ?? [], is[row] ?? []];
      for (let column = 0; column < Math.max(before.length, after.length); column += 1) {
        if (before[column] !== after[column]) found.push([sheet, row, column, before[column], after[column]]);
      }
    }
  }
  return found;
}

const cellsIn = (inputs: Inputs): number => inputs.reduce((sum, lines) => sum + lines.reduce((most, line) => most + line.length, 0), 0);

/**
 * A workbook in IronCalc, which reads no files: cells are fed to it one by one. Formats are left out. Its numbers come
 * out only as formatted text, so that a sheet of its own spells each one in full.
 */
export class IronBook {
  private readonly engine = model();
  private readonly names: readonly string[];
  private inputs: Inputs;
  /** Where a cell's number is spelled. */
  private readonly lines = new Map<string, number>();
  private fed = 0;

  constructor(workbook: Workbook) {
    this.names = workbook.sheets.map(({ name }) => name);
    this.inputs = this.names.map(() => []);
    this.engine.pauseEvaluation();
    this.names.forEach((name, index) => {
      if (index > 0) this.engine.newSheet();
      this.engine.renameSheet(index, name);
    });
    this.engine.newSheet();
    this.engine.resumeEvaluation();
  }

  /** Whether taking in what changed is less work than to begin anew. The engine remembers each change, to undo it. */
  suits(workbook: Workbook): boolean {
    const { sheets } = workbook;
    if (sheets.length !== this.names.length || sheets.some(({ name }, at) => name !== this.names[at])) return false;
    const whole = cellsIn(this.inputs);
    return this.fed < 4 * whole && changes(this.inputs, inputsOf(workbook)).length < whole / 3;
  }

  /** Every sheet's values after every formula was computed. */
  values(workbook: Workbook): Sheets {
    const { engine, lines } = this;
    const inputs = inputsOf(workbook);
    engine.pauseEvaluation();
    for (const [sheet, row, column, was, is] of changes(this.inputs, inputs)) {
      if (was !== undefined) engine.rangeClearAll(sheet, row + 1, column + 1, row + 1, column + 1);
      if (is !== undefined) engine.setUserInput(sheet, row + 1, column + 1, is);
      this.fed += 1;
      const place = `${sheet} ${row} ${column}`;
      if (workbook.sheets[sheet]!.cells[row]?.[column]?.f === undefined || lines.has(place)) continue;
      lines.set(place, lines.size + 1);
      engine.setUserInput(this.names.length, lines.size, 1, `=${quoteSheet(this.names[sheet]!)}!${cellName(row, column)}&""`);
    }
    this.inputs = inputs;
    engine.resumeEvaluation();
    engine.evaluate();
    engine.flushSendQueue();
    return Object.fromEntries(workbook.sheets.map(({ name, cells }, sheet) => {
      const values: CellValue[][] = [];
      cells.forEach((line, row) => line?.forEach((cell, column) => {
        if (inputs[sheet]![row]![column] === undefined) return;
        while (values.length <= row) values.push([]);
        while (values[row]!.length < column) values[row]!.push(null);
        values[row]![column] = cell!.f === undefined ? cell!.v : this.computed(sheet, row, column);
      }));
      return [name, values];
    }));
  }

  free(): void {
    this.engine.free();
  }

  private computed(sheet: number, row: number, column: number): CellValue {
    const { engine } = this;
    const kind = engine.getCellType(sheet, row + 1, column + 1);
    if (kind === kinds.number) {
      return Number(engine.getFormattedCellValue(this.names.length, this.lines.get(`${sheet} ${row} ${column}`)!, 1));
    }
    const text = engine.getFormattedCellValue(sheet, row + 1, column + 1);
    if (kind === kinds.logical) return text === "TRUE";
    return kind === kinds.error ? { error: text } : text;
  }
}

/** The values of a workbook that IronCalc computes from nothing. */
export function ironCalc(workbook: Workbook): Sheets {
  const book = new IronBook(workbook);
  try {
    return book.values(workbook);
  } finally {
    book.free();
  }
}

let last: IronBook | null = null;
/** The same for a workbook that changes step by step: the engine takes in what changed since the last time. */
export function ironCalcAgain(workbook: Workbook): Sheets {
  if (last?.suits(workbook) !== true) {
    last?.free();
    last = new IronBook(workbook);
  }
  try {
    return last.values(workbook);
  } catch (error) {
    last.free();
    last = null;
    throw error;
  }
}
