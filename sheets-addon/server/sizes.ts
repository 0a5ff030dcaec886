import { pixelsOfWidth } from "../../core/sheet/width";
import type { Place } from "./place";

/** A point of a row's height, in pixels. */
const POINT = 4 / 3;

/** Above this many different stretches Google fits the heights itself, which it does for wrapped text anyway. */
const MOST_STRETCHES = 8;

interface Stretch<V> {
  readonly value: V;
  readonly first: number;
  readonly count: number;
}

/** Neighbours of the same value; undefined values are left out. */
function stretchesOf<V>(values: readonly (readonly [number, V | undefined])[]): Stretch<V>[] {
  const found: Stretch<V>[] = [];
  for (const [index, value] of [...values].sort(([a], [b]) => a - b)) {
    if (value === undefined) continue;
    const last = found[found.length - 1];
    if (last !== undefined && last.value === value && last.first + last.count === index) {
      found[found.length - 1] = { ...last, count: last.count + 1 };
    } else {
      found.push({ value, first: index, count: 1 });
    }
  }
  return found;
}

export function writeColumns({ sheet, part, made }: Place): void {
  const columns = part.columns ?? [];
  for (const { value, first, count } of stretchesOf(columns.map(({ column, width }) => [column, width]))) {
    sheet.setColumnWidths(first + 1, count, pixelsOfWidth(value));
  }
  for (const { value, first, count } of stretchesOf(columns.map(({ column, hidden }) => [column, hidden]))) {
    if (value) sheet.hideColumns(first + 1, count);
    else if (!made) sheet.showColumns(first + 1, count);
  }
}

export function writeRows({ sheet, part, made }: Place): void {
  const rows = part.rows ?? [];
  const heights = stretchesOf(rows.map(({ row, height }) => [row, height]));
  if (heights.length <= MOST_STRETCHES) {
    for (const { value, first, count } of heights) sheet.setRowHeights(first + 1, count, Math.round(value * POINT));
  } else {
    const tall = rows.map(({ row, height }) => [row, height === undefined ? undefined : true] as const);
    for (const { first, count } of stretchesOf(tall)) sheet.autoResizeRows(first + 1, count);
  }
  for (const { value, first, count } of stretchesOf(rows.map(({ row, hidden }) => [row, hidden]))) {
    if (value) sheet.hideRows(first + 1, count);
    else if (!made) sheet.showRows(first + 1, count);
  }
}
