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

/**
 * Rows that lost their ids: between the same neighbours, with the same words; or the only one that is left where only one
 * is missing. A row that cannot be told is left to people.
 */
export function lostIds(expected: FoundForm, meant: Sheet, found: FoundForm): LostId[] {
  const { sheet } = found;
  const known = new Set(expected.idOf.values());
  const ids = [...expected.idOf].sort((a, b) => a[0] - b[0]);
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
  const lost: LostId[] = [];
  ids.forEach(([row, id], index) => {
    if (found.rows.has(id)) return;
    const near = (list: typeof ids): number | undefined => list.map(([, each]) => found.rows.get(each)).find((at) => at !== undefined);
    const from = near(ids.slice(0, index).reverse()) ?? -1;
    const to = near(ids.slice(index + 1)) ?? sheet.values.length;
    const between = Array.from({ length: Math.max(0, to - from - 1) }, (_, k) => from + 1 + k).filter(free);
    const same = between.filter((each) => words(found, each) === words(expected, row));
    const missing = ids.filter(([at, each]) => !found.rows.has(each) && at >= row).length;
    const place = same[0] ?? (between.length === 1 && missing === 1 ? between[0] : undefined);
    if (place === undefined) return;
    taken.add(place);
    const at = { sheet: sheet.name, row: place, column: found.idColumn };
    lost.push({ at, id: meant.cells[row]?.[expected.idColumn]?.v ?? id, was: cellAt(sheet, place, found.idColumn) });
  });
  return lost;
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
      for (const { at, id } of own) values[at.row]![at.column] = id;
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
