import { areaName } from "../../core/sheet/address";
import type { Style } from "../../core/sheet/workbook";
import { Layer } from "./layer";
import { isEmptied, type Place, type Range, rangeOf } from "./place";

/** A block of at most this many cells is written as one array, however few rectangles say the same: as many calls for any rubric. */
const MOST_CELLS = 100000;

/** A larger block is written as rectangles, up to this many. */
const MOST_RECTANGLES = 100;

type RangeList = GoogleAppsScript.Spreadsheet.RangeList;

/** One side of a look, and the two ways in which Google takes it. */
interface Side<V> {
  readonly of: (style: Style) => V | undefined;
  /** What a fresh cell has. */
  readonly plain: V;
  readonly list: (list: RangeList, value: V) => void;
  readonly set: (range: Range, values: V[][]) => void;
}

const when = <T, V>(value: T | undefined, to: (value: T) => V): V | undefined => (value === undefined ? undefined : to(value));
const hex = (color: string): string => `#${color.toLowerCase()}`;

function layerOf<V>(place: Place, of: (style: Style) => V | undefined): Layer<V> {
  const layer = new Layer<V>();
  for (const { area, style } of place.part.styles ?? []) {
    const value = of(style);
    if (value !== undefined) layer.lay(area, value);
  }
  return layer;
}

/** Writes one side in one call, where the patch knows all cells of the block; else in one for each value. */
function write<V>(place: Place, { of, plain, list, set }: Side<V>): void {
  const layer = layerOf(place, of);
  const bounds = layer.bounds();
  if (bounds === null) return;
  const groups = layer.areas();
  const count = [...groups.values()].reduce((sum, areas) => sum + areas.length, 0);
  const known = (): V[][] | null => {
    const cells: V[][] = [];
    for (let row = bounds.row; row < bounds.row + bounds.rows; row++) {
      const line: V[] = [];
      for (let column = bounds.column; column < bounds.column + bounds.columns; column++) {
        const value = layer.at(row, column);
        if (value === undefined && !isEmptied(place, row, column)) return null;
        line.push(value === undefined ? plain : value);
      }
      cells.push(line);
    }
    return cells;
  };
  const cells = bounds.rows * bounds.columns <= MOST_CELLS || count > MOST_RECTANGLES ? known() : null;
  if (cells !== null) set(rangeOf(place.sheet, bounds), cells);
  else groups.forEach((areas, value) => list(place.sheet.getRangeList(areas.map(areaName)), value));
}

/** Fills, letters, alignment, formats and lines. Google Sheets knows no indent. */
export function writeLooks(place: Place): void {
  const { WRAP, OVERFLOW } = SpreadsheetApp.WrapStrategy;
  write<string | null>(place, {
    of: ({ fill }) => when(fill, hex), plain: null,
    list: (list, value) => list.setBackground(value), set: (range, values) => range.setBackgrounds(values),
  });
  write<string | null>(place, {
    of: ({ color }) => when(color, hex), plain: null,
    list: (list, value) => list.setFontColor(value), set: (range, values) => range.setFontColors(values),
  });
  write<"bold" | "normal">(place, {
    of: ({ bold }) => when(bold, (is) => (is ? "bold" : "normal")), plain: "normal",
    list: (list, value) => list.setFontWeight(value), set: (range, values) => range.setFontWeights(values),
  });
  write<"italic" | "normal">(place, {
    of: ({ italic }) => when(italic, (is) => (is ? "italic" : "normal")), plain: "normal",
    list: (list, value) => list.setFontStyle(value), set: (range, values) => range.setFontStyles(values),
  });
  write<"underline" | "none">(place, {
    of: ({ underline }) => when(underline, (is) => (is ? "underline" : "none")), plain: "none",
    list: (list, value) => list.setFontLine(value), set: (range, values) => range.setFontLines(values),
  });
  write<"left" | "center" | "right" | "normal">(place, {
    of: ({ align }) => align, plain: "normal",
    list: (list, value) => list.setHorizontalAlignment(value), set: (range, values) => range.setHorizontalAlignments(values),
  });
  write<"top" | "middle" | "bottom">(place, {
    of: ({ vertical }) => vertical, plain: "bottom",
    list: (list, value) => list.setVerticalAlignment(value), set: (range, values) => range.setVerticalAlignments(values),
  });
  write(place, {
    of: ({ wrap }) => when(wrap, (is) => (is ? WRAP : OVERFLOW)), plain: OVERFLOW,
    list: (list, value) => list.setWrapStrategy(value), set: (range, values) => range.setWrapStrategies(values),
  });
  // A form's title alone has a size; what fresh cells have is the theme's affair.
  layerOf(place, ({ size }) => size).areas()
    .forEach((areas, size) => place.sheet.getRangeList(areas.map(areaName)).setFontSize(size));
  layerOf(place, ({ border }) => border).areas().forEach((areas, border) => {
    const is = border === "thin";
    place.sheet.getRangeList(areas.map(areaName)).setBorder(is, is, is, is, is, is);
  });
}

/** Number formats by cell, as the patch leaves them; undefined where it says nothing. */
export function formatsOf(place: Place): Layer<string> {
  return layerOf(place, ({ format }) => format);
}

export function writeFormats(place: Place): void {
  write<string>(place, {
    of: ({ format }) => format, plain: "General",
    list: (list, value) => list.setNumberFormat(value), set: (range, values) => range.setNumberFormats(values),
  });
}

/** Cells that a person may fill in when the sheet is protected: true, or false where the patch locks them. */
export const opennessOf = (place: Place): Layer<boolean> => layerOf(place, ({ locked }) => when(locked, (is) => !is));
