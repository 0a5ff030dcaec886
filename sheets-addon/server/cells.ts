import { areaName, type Area } from "../../core/sheet/address";
import type { Write } from "../../core/sheet/patch";
import { around, joined } from "./join";
import { Layer } from "./layer";
import { formatsOf } from "./looks";
import { isEmptied, type Place, type Range, rangeOf, rangesOf } from "./place";

type Held = Exclude<Write, null>;
type Check = GoogleAppsScript.Spreadsheet.DataValidation;

/** Cells written in one step, so that a large sheet can be written in several runs. */
const MOST_CELLS = 40000;

/** Pieces of a sheet from which on they are looked at and written together. */
const MANY_PIECES = 4;

const blank: Held = { v: null };

/** What the blocks write by cell; a cell they leave alone is blank where the patch emptied it, else not there. */
function heldBy(place: Place): Layer<Held> {
  const layer = new Layer<Held>();
  for (const { row, column, cells } of place.part.blocks ?? []) {
    cells.forEach((line, i) =>
      line.forEach((write, j) => {
        const [y, x] = [row + i, column + j];
        const held = write ?? (layer.at(y, x) === undefined && isEmptied(place, y, x) ? blank : undefined);
        if (held !== undefined) layer.lay({ row: y, column: x, rows: 1, columns: 1 }, held);
      }),
    );
  }
  return layer;
}

/** Rectangles that are written, each no larger than one step. */
function piecesOf(layer: Layer<Held>): Area[] {
  const mask = new Layer<true>();
  const bounds = layer.bounds();
  if (bounds === null) return [];
  for (let row = bounds.row; row < bounds.row + bounds.rows; row++) {
    for (let column = bounds.column; column < bounds.column + bounds.columns; column++) {
      if (layer.at(row, column) !== undefined) mask.lay({ row, column, rows: 1, columns: 1 }, true);
    }
  }
  return (mask.areas().get(true) ?? []).flatMap((area) => {
    const rows = Math.max(1, Math.floor(MOST_CELLS / area.columns));
    const count = Math.ceil(area.rows / rows);
    return Array.from({ length: count }, (_, k) => ({
      ...area, row: area.row + k * rows, rows: Math.min(rows, area.rows - k * rows),
    }));
  });
}

/** Areas that a patch writes into. */
export const writtenAreas = (place: Place): Area[] => piecesOf(heldBy(place));

/** Texts of which no source says that a cell for text keeps them as they are when a script writes them. */
const doubtful = /^['=+-]/;

/** A cell's contents as `setValues` takes them: text is held by an apostrophe, unless its cell holds text anyway. */
function given(write: Held, format: string): string | number | boolean {
  if ("f" in write) return `=${write.f}`;
  if (write.v === null || write.v === "") return "";
  return typeof write.v === "string" && format !== "@" ? `'${write.v}` : write.v;
}

/** Formats areas; there may be none. */
function setFormat({ sheet }: Place, areas: readonly Area[], format: string): void {
  if (areas.length > 0) sheet.getRangeList(areas.map(areaName)).setNumberFormat(format);
}

/** A write that breaks a check would be thrown back; other programs let it in and mark it. */
function withoutChecks(range: Range, checks: (Check | null)[][], write: () => void): void {
  if (checks.every((line) => line.every((check) => check === null))) return write();
  range.clearDataValidations();
  try {
    write();
  } finally {
    range.setDataValidations(checks);
  }
}

/** What stands in an area, each side read when it is first asked for. */
class Standing {
  private known: { formats?: string[][]; checks?: (Check | null)[][]; free?: boolean[][] } = {};

  constructor(readonly area: Area, readonly range: Range) {}

  format(row: number, column: number): string {
    return (this.known.formats ??= this.range.getNumberFormats())[row - this.area.row]![column - this.area.column]!;
  }

  checks({ row, column, rows, columns }: Area): (Check | null)[][] {
    const all = (this.known.checks ??= this.range.getDataValidations());
    return all.slice(row - this.area.row, row - this.area.row + rows)
      .map((line) => line.slice(column - this.area.column, column - this.area.column + columns));
  }

  /** Whether a cell holds nothing and may be written, so that it may be emptied along with its neighbours. */
  isFree(row: number, column: number): boolean {
    this.known.free ??= this.readFree();
    return this.known.free[row - this.area.row]![column - this.area.column]!;
  }

  private readFree(): boolean[][] {
    if (!this.range.canEdit()) return Array.from({ length: this.area.rows }, () => Array.from({ length: this.area.columns }, () => false));
    this.known.formats ??= this.range.getNumberFormats();
    const [checks, merges, formulas] = [this.checks(this.area), this.range.getMergedRanges(), this.range.getFormulas()];
    // Nothing is asked after this before the cells are written: what somebody types meanwhile would be emptied.
    const free = this.range.getValues().map((line, i) =>
      line.map((value, j) => value === "" && formulas[i]![j] === "" && checks[i]![j] === null));
    for (const merged of merges) {
      const [top, left] = [merged.getRow() - 1 - this.area.row, merged.getColumn() - 1 - this.area.column];
      for (let i = Math.max(0, top); i < Math.min(free.length, top + merged.getNumRows()); i++) {
        free[i]!.fill(false, Math.max(0, left), Math.max(0, left + merged.getNumColumns()));
      }
    }
    return free;
  }
}

/** Writes pieces, few of them each by itself, many in fewer areas where nothing stands between them. */
function writePieces(place: Place, pieces: readonly Area[], layer: Layer<Held>, formats: Layer<string>): void {
  const bounds = around(pieces);
  const standing = new Standing(bounds, rangeOf(place.sheet, bounds));
  const isAlone = pieces.length === 1;
  const areas = isAlone ? pieces : joined(pieces, (row, column) => standing.isFree(row, column));
  const ranges = isAlone ? [standing.range] : rangesOf(place.sheet, areas);
  const [numbers, texts] = [new Layer<true>(), new Layer<true>()];
  const written = areas.map((area) => {
    let checked = false;
    const cells = Array.from({ length: area.rows }, (_, i) => Array.from({ length: area.columns }, (__, j) => {
      const [row, column] = [area.row + i, area.column + j];
      const write = layer.at(row, column) ?? blank;
      const emptied = isEmptied(place, row, column);
      checked ||= !emptied;
      const format = formats.at(row, column) ?? (emptied ? "General" : standing.format(row, column));
      const cell = { row, column, rows: 1, columns: 1 };
      const isText = !("f" in write) && typeof write.v === "string";
      const isDoubtful = isText && format === "@" && doubtful.test(String(write.v));
      // In a cell for text a number or a formula would become text.
      if (!isText && ("f" in write || write.v !== null) && format === "@") numbers.lay(cell, true);
      if (isDoubtful) texts.lay(cell, true);
      return given(write, isDoubtful ? "General" : format);
    }));
    return { area, cells, checked };
  });
  const held = texts.areas().get(true) ?? [];
  setFormat(place, [...(numbers.areas().get(true) ?? []), ...held], "General");
  try {
    written.forEach(({ area, cells, checked }, index) => {
      const range = ranges[index]!;
      if (checked) withoutChecks(range, standing.checks(area), () => range.setValues(cells));
      else range.setValues(cells);
    });
  } finally {
    setFormat(place, held, "@");
  }
}

/** Pieces that one step writes: many small ones of what is mended together, as far as one step reaches. */
function stepsOfPieces(place: Place, pieces: readonly Area[]): Area[][] {
  const isMended = ({ row, column }: Area): boolean => !isEmptied(place, row, column);
  if (pieces.filter(isMended).length < MANY_PIECES) return pieces.map((piece) => [piece]);
  const steps: { pieces: Area[]; bounds: Area; mended: boolean }[] = [];
  for (const piece of pieces) {
    const [last, mended] = [steps[steps.length - 1], isMended(piece)];
    const bounds = around(last === undefined ? [piece] : [last.bounds, piece]);
    if (last !== undefined && mended && last.mended && bounds.rows * bounds.columns <= MOST_CELLS) {
      last.pieces.push(piece);
      last.bounds = bounds;
    } else steps.push({ pieces: [piece], bounds: piece, mended });
  }
  return steps.map((step) => step.pieces);
}

/** One step for each rectangle, or for many small ones: everything in it, values and formulas, in one call. */
export function cellSteps(place: Place): (() => void)[] {
  const layer = heldBy(place);
  const formats = formatsOf(place);
  return stepsOfPieces(place, piecesOf(layer)).map((pieces) => () => writePieces(place, pieces, layer, formats));
}
