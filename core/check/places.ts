import type { FoundForm } from "../form/find";
import { cellAt, formulaAt, textAt } from "../form/find";
import { reservedRow } from "../form/layout";
import type { Address } from "../sheet/address";
import { type Damage, damage } from "./damage";
import type { Moved } from "./spelling";

/** Where the rows and columns of a form stand, against where they would be written. */
export interface Places {
  /** By the row or column that it would have; null where it is gone. */
  readonly rows: readonly (number | null)[];
  readonly columns: readonly (number | null)[];
  /** Every row and column is there once, in order: single cells can be mended where they stand. */
  readonly orderly: boolean;
  /** Every row and column at its own place. */
  readonly still: boolean;
  /** Where a cell of the form stands now. */
  readonly moved: Moved;
  readonly damages: readonly Damage[];
}

/** Rows and columns of a sheet that stands as it would be written, but for what is null. */
export const placesAt = (rows: Places["rows"], columns: Places["columns"]): Places =>
  ({ rows, columns, orderly: true, still: false, moved: (row, column) => ({ row, column }), damages: [] });

/** Indices of a longest rising run of numbers, in order. */
function longestRising(numbers: readonly number[]): Set<number> {
  const ends: number[] = [];
  const before: number[] = [];
  numbers.forEach((value, at) => {
    let low = 0;
    for (let high = ends.length; low < high; ) {
      const middle = (low + high) >> 1;
      if (numbers[ends[middle]!]! < value) low = middle + 1;
      else high = middle;
    }
    before[at] = low > 0 ? ends[low - 1]! : -1;
    ends[low] = at;
  });
  const kept = new Set<number>();
  for (let at = ends.length === 0 ? -1 : ends[ends.length - 1]!; at >= 0; at = before[at]!) kept.add(at);
  return kept;
}

/** Neighbours put together: each run is a list of items for which `next` holds from one to the other. */
function runs<T>(items: readonly T[], next: (a: T, b: T) => boolean): T[][] {
  const found: T[][] = [];
  for (const item of items) {
    const last = found[found.length - 1];
    if (last !== undefined && next(last[last.length - 1]!, item)) last.push(item);
    else found.push([item]);
  }
  return found;
}

/** What people call a row; "" for the hidden one on top. */
const called = (form: FoundForm, row: number): string => {
  if (form.idOf.get(row) === reservedRow.mark) return "";
  const [code, name] = [textAt(form.sheet, row, form.columns.get("code")), textAt(form.sheet, row, form.columns.get("name"))];
  return (code === "" ? name : `${code}. ${name}`) || String(cellAt(form.sheet, row, form.idColumn) ?? "");
};

/** What people read in a row, formulas' results left out. */
const wordsOf = ({ sheet, owned }: FoundForm, row: number): string => [...owned].sort((a, b) => a - b)
  .filter((column) => formulaAt(sheet, row, column) === null)
  .flatMap((column) => textAt(sheet, row, column) || []).join("; ");

function columnPlaces(expected: FoundForm, found: FoundForm, width: number): { places: (number | null)[]; damages: Damage[] } {
  const named = (form: FoundForm): Set<number> => new Set(form.columns.values());
  const options = (form: FoundForm): number[] => {
    const own = named(form);
    return [...form.owned].filter((column) => !own.has(column)).sort((a, b) => a - b);
  };
  const [meant, stand] = [options(expected), options(found)];
  const nameOf = new Map([...expected.columns].map(([name, column]) => [column, name]));
  const places = Array.from({ length: width }, (_, column) => {
    const name = nameOf.get(column);
    return (name === undefined ? stand[meant.indexOf(column)] : found.columns.get(name)) ?? null;
  });
  const head = [...expected.rows].find(([id]) => id === "#head")?.[1];
  const missing = places.flatMap((place, column) => (place === null ? [column] : []));
  const at = { sheet: found.sheet.name, row: found.rows.get("#head") ?? 0, column: found.columns.get("name") ?? found.idColumn };
  const damages = missing.length === 0
    ? []
    : [damage("damage-columns-missing", {
        count: missing.length,
        column: missing.map((column) => textAt(expected.sheet, head, column)).filter((text) => text !== "").join(", "),
      }, at, "whole")];
  const standing = places.filter((place) => place !== null);
  const moved = standing.length - longestRising(standing).size;
  const between = Math.max(0, ...standing) + 1 - new Set(standing).size;
  if (between > 0) {
    const own = new Set(standing);
    const column = Array.from({ length: Math.max(0, ...standing) }, (_, index) => index).find((index) => !own.has(index)) ?? 0;
    damages.push(damage("damage-columns-inserted", { count: between }, { ...at, column }, null));
  }
  if (moved > 0) damages.push(damage("damage-columns-moved", { count: moved }, at, "whole"));
  return { places, damages };
}

/**
 * Compares rows and columns by their ids: an inserted, deleted or moved row is one thing, however much stands below it.
 * @param rows how many rows the form would have.
 * @param width how many columns.
 */
export function placesOf(expected: FoundForm, found: FoundForm, rows: number, width: number): Places {
  const { sheet } = found;
  const columns = columnPlaces(expected, found, width);
  const column = found.columns.get("name") ?? found.idColumn;
  const at = (row: number): Address => ({ sheet: sheet.name, row, column });
  const damages: Damage[] = [...columns.damages];

  const ids = [...expected.idOf].sort((a, b) => a[0] - b[0]);
  const stand = ids.flatMap(([row, id]) => {
    const now = found.rows.get(id);
    return now === undefined ? [] : [{ row, now }];
  });
  const missing = ids.filter(([, id]) => !found.rows.has(id)).map(([row]) => row);
  const after = (row: number): number => Math.max(0, ...stand.filter((each) => each.row < row).map(({ now }) => now));
  const order = new Map(ids.map(([row], index) => [row, index]));
  for (const run of runs(missing, (a, b) => order.get(b)! === order.get(a)! + 1)) {
    const [name, last] = [called(expected, run[0]!), called(expected, run[run.length - 1]!)];
    damages.push(damage("damage-rows-missing", { count: run.length, name, last }, at(after(run[0]!)), "whole"));
  }

  const kept = longestRising(stand.map(({ now }) => now));
  const strayed = stand.filter((_, index) => !kept.has(index));
  for (const run of runs(strayed, (a, b) => order.get(b.row)! === order.get(a.row)! + 1 && b.now === a.now + 1)) {
    damages.push(damage("damage-rows-moved", { count: run.length, name: called(found, run[0]!.now) }, at(run[0]!.now), "whole"));
  }
  for (const run of runs(found.twice.map(({ row }) => row), (a, b) => b === a + 1)) {
    damages.push(damage("damage-rows-twice", { count: run.length, name: called(found, run[0]!) }, at(run[0]!), "whole"));
  }
  const known = new Set(ids.map(([, id]) => id));
  const unknown = [...found.idOf].filter(([, id]) => !known.has(id)).map(([row]) => row).sort((a, b) => a - b);
  for (const run of runs(unknown, (a, b) => b === a + 1)) {
    const was = run.map((row) => wordsOf(found, row)).filter((text) => text !== "").join("\n");
    damages.push(damage("damage-rows-unknown", { count: run.length, name: called(found, run[0]!) }, at(run[0]!), "whole", was === "" ? null : was));
  }
  damages.push(...inserted(stand.filter((_, index) => kept.has(index)), found, at));

  let offset = 0;
  const rowPlaces = Array.from({ length: rows }, (_, row) => {
    const id = expected.idOf.get(row);
    if (id === undefined) return row + offset;
    const now = found.rows.get(id) ?? null;
    if (now !== null) offset = now - row;
    return now;
  });
  const orderly = damages.every(({ mend }) => mend === null);
  const still = orderly && rowPlaces.every((place, row) => place === row) && columns.places.every((place, index) => place === index);
  const moved: Moved = (row, c) => {
    const [r, k] = [rowPlaces[row], columns.places[c]];
    return r === null || k === null ? null : { row: r ?? row, column: k ?? c };
  };
  return { rows: rowPlaces, columns: columns.places, orderly, still, moved, damages };
}

/** Rows of nobody's between the form's: they hinder nothing, and only go when the sheet is written again. */
function inserted(kept: readonly { row: number; now: number }[], found: FoundForm, at: (row: number) => Address): Damage[] {
  const taken = new Set([...found.idOf.keys(), ...found.twice.map(({ row }) => row)]);
  return kept.flatMap(({ row, now }, index): Damage[] => {
    const before = kept[index - 1];
    const [from, gap] = before === undefined ? [-1, row] : [before.now, row - before.row - 1];
    const free = Array.from({ length: now - from - 1 }, (_, k) => from + 1 + k).filter((each) => !taken.has(each));
    const spare = free.length - (before === undefined ? gap : Math.max(0, gap));
    return spare > 0 ? [damage("damage-rows-inserted", { count: spare }, at(free[0]!), null)] : [];
  });
}
