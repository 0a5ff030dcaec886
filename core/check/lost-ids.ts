import { cellAt, textAt } from "../form/find";
import type { Address } from "../sheet/address";
import type { Expect } from "../sheet/patch";
import type { SheetSnapshot, Snapshot } from "../sheet/snapshot";
import type { CellValue, Sheet } from "../sheet/workbook";
import type { FoundForm } from "../form/find";

/** A row of a form that lost its id, so that nothing in it is read. */
export interface LostId {
  readonly at: Address;
  readonly id: CellValue;
  /** What stands in the id's place. */
  readonly was: CellValue;
}

/** Ids without a row, one after the other, and the rows between which they belong. */
interface Gap {
  readonly ids: readonly (readonly [row: number, id: string])[];
  readonly from: number;
  readonly to: number;
}

function gapsOf(ids: Gap["ids"], found: FoundForm): Gap[] {
  const gaps: Gap[] = [];
  let [missing, from]: [Gap["ids"][number][], number] = [[], -1];
  const close = (to: number): void => {
    if (missing.length > 0) gaps.push({ ids: missing, from, to });
    [missing, from] = [[], to];
  };
  for (const each of ids) {
    const row = found.rows.get(each[1]);
    if (row === undefined) missing.push(each);
    else close(row);
  }
  close(found.sheet.values.length);
  return gaps;
}

/**
 * Rows that lost their ids: between the same neighbours, with the same words; or the only one that is left there where only
 * one is missing. A row that cannot be told is left to people.
 */
export function lostIds(expected: FoundForm, meant: Sheet, found: FoundForm): LostId[] {
  const { sheet } = found;
  const known = new Set(expected.idOf.values());
  const taken = new Set<number>();
  const words = (of: FoundForm, row: number): string =>
    (["code", "name"] as const).map((name) => textAt(of.sheet, row, of.columns.get(name)).normalize("NFC").trim()).join("\u0001");
  const filled = (row: number): boolean =>
    [...found.owned].some((column) => column !== found.idColumn && (cellAt(sheet, row, column) ?? "") !== "");
  const twice = new Set(found.twice.map(({ row }) => row));
  const free = (row: number): boolean => {
    const id = found.idOf.get(row);
    return !taken.has(row) && !twice.has(row) && (id === undefined || !known.has(id)) && filled(row);
  };
  return gapsOf([...expected.idOf].sort((a, b) => a[0] - b[0]), found).flatMap(({ ids, from, to }): LostId[] => {
    const between = Array.from({ length: Math.max(0, to - from - 1) }, (_, k) => from + 1 + k).filter(free);
    const byWords = new Map<string, number[]>();
    for (const row of between) {
      const own = words(found, row);
      const same = byWords.get(own);
      if (same === undefined) byWords.set(own, [row]);
      else same.push(row);
    }
    const lost: LostId[] = [];
    const put = (place: number, row: number, id: string): void => {
      taken.add(place);
      const at = { sheet: sheet.name, row: place, column: found.idColumn };
      lost.push({ at, id: meant.cells[row]?.[expected.idColumn]?.v ?? id, was: cellAt(sheet, place, found.idColumn) });
    };
    const untold = ids.filter(([row, id]) => {
      const place = byWords.get(words(expected, row))?.shift();
      if (place !== undefined) put(place, row, id);
      return place === undefined;
    });
    const [one] = untold;
    const left = between.filter((row) => !taken.has(row));
    if (one !== undefined && untold.length === 1 && left.length === 1) put(left[0]!, one[0], one[1]);
    return lost;
  });
}

/** A snapshot with the ids where they were. */
export function withIds(snapshot: Snapshot, lost: readonly LostId[]): Snapshot {
  if (lost.length === 0) return snapshot;
  return {
    ...snapshot,
    sheets: snapshot.sheets.map((sheet): SheetSnapshot => {
      const own = lost.filter(({ at }) => at.sheet === sheet.name);
      if (own.length === 0) return sheet;
      const values = sheet.values.map((cut) => cut.slice());
      for (const { at, id } of own) {
        while (values.length <= at.row) values.push([]);
        const cut = values[at.row]!;
        while (cut.length <= at.column) cut.push(null);
        cut[at.column] = id;
      }
      return { ...sheet, values };
    }),
  };
}

/** Expectations as the workbook holds them, where they were computed with ids that it has lost. */
export function withoutIds(expects: readonly Expect[], lost: readonly LostId[]): Expect[] {
  return expects.map((expect) => {
    const own = lost.filter(({ at }) => at.sheet === expect.sheet);
    if (own.length === 0) return expect;
    const values = expect.values.map((cut) => cut.slice());
    for (const { at, was } of own) {
      const [row, column] = [at.row - expect.row, at.column - expect.column];
      if (values[row] !== undefined && column >= 0 && column < values[row].length) values[row][column] = was;
    }
    return { ...expect, values };
  });
}
