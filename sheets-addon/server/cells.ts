import { areaName, type Area } from "../../core/sheet/address";
import type { Write } from "../../core/sheet/patch";
import { Layer } from "./layer";
import { formatsOf } from "./looks";
import { isEmptied, type Place, type Range, rangeOf } from "./place";

type Held = Exclude<Write, null>;

/** Cells written in one step, so that a large sheet can be written in several runs. */
const MOST_CELLS = 40000;

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
function withoutChecks(range: Range, write: () => void): void {
  const checks = range.getDataValidations();
  if (checks.every((line) => line.every((check) => check === null))) return write();
  range.clearDataValidations();
  try {
    write();
  } finally {
    range.setDataValidations(checks);
  }
}

function writePiece(place: Place, area: Area, layer: Layer<Held>, formats: Layer<string>): void {
  const range = rangeOf(place.sheet, area);
  let before: string[][] | null = null;
  let checked = false;
  const [numbers, texts] = [new Layer<true>(), new Layer<true>()];
  const cells: (string | number | boolean)[][] = [];
  for (let i = 0; i < area.rows; i++) {
    const line: (string | number | boolean)[] = [];
    for (let j = 0; j < area.columns; j++) {
      const [row, column] = [area.row + i, area.column + j];
      const write = layer.at(row, column) ?? blank;
      const emptied = isEmptied(place, row, column);
      checked ||= !emptied;
      const format = formats.at(row, column) ?? (emptied ? "General" : (before ??= range.getNumberFormats())[i]![j]!);
      const cell = { row, column, rows: 1, columns: 1 };
      const isText = !("f" in write) && typeof write.v === "string";
      const isDoubtful = isText && format === "@" && doubtful.test(String(write.v));
      // In a cell for text a number or a formula would become text.
      if (!isText && ("f" in write || write.v !== null) && format === "@") numbers.lay(cell, true);
      if (isDoubtful) texts.lay(cell, true);
      line.push(given(write, isDoubtful ? "General" : format));
    }
    cells.push(line);
  }
  const held = texts.areas().get(true) ?? [];
  setFormat(place, [...(numbers.areas().get(true) ?? []), ...held], "General");
  try {
    if (checked) withoutChecks(range, () => range.setValues(cells));
    else range.setValues(cells);
  } finally {
    setFormat(place, held, "@");
  }
}

/** One step for each rectangle: everything in it, values and formulas, in one call. */
export function cellSteps(place: Place): (() => void)[] {
  const layer = heldBy(place);
  const formats = formatsOf(place);
  return piecesOf(layer).map((area) => () => writePiece(place, area, layer, formats));
}
