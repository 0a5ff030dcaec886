import type { Area } from "../../core/sheet/address";
import { areaWithout, overlaps } from "../../core/sheet/apply";

/** Things that stand on areas, with an area cut out of them. */
export const withoutArea = <T extends { readonly area: Area }>(things: readonly T[], gone: Area): T[] =>
  things.flatMap((thing) =>
    overlaps(thing.area, gone) ? areaWithout(thing.area, gone).map((area) => ({ ...thing, area })) : [thing],
  );

export const within = (inner: Area, outer: Area): boolean =>
  inner.row >= outer.row && inner.column >= outer.column &&
  inner.row + inner.rows <= outer.row + outer.rows && inner.column + inner.columns <= outer.column + outer.columns;

/** What two areas share, or null. */
export function shared(a: Area, b: Area): Area | null {
  if (!overlaps(a, b)) return null;
  const row = Math.max(a.row, b.row);
  const column = Math.max(a.column, b.column);
  return {
    row, column,
    rows: Math.min(a.row + a.rows, b.row + b.rows) - row,
    columns: Math.min(a.column + a.columns, b.column + b.columns) - column,
  };
}

/** The smallest area around two. */
export function around(a: Area, b: Area): Area {
  const row = Math.min(a.row, b.row);
  const column = Math.min(a.column, b.column);
  return {
    row, column,
    rows: Math.max(a.row + a.rows, b.row + b.rows) - row,
    columns: Math.max(a.column + a.columns, b.column + b.columns) - column,
  };
}

export const sameArea = (a: Area, b: Area): boolean => within(a, b) && within(b, a);
