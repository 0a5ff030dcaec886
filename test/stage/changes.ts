import type { Area } from "../../core/sheet/address";
import { sameSheet } from "../../core/sheet/apply";
import type { Block, Write } from "../../core/sheet/patch";
import type { Cell, Sheet, Workbook } from "../../core/sheet/workbook";

/** What differs between two states of a workbook. */
export interface Changes {
  /** What a person can type: values and formulas, by sheet, and the area around them. */
  readonly typed: readonly { readonly sheet: string; readonly area: Area; readonly blocks: readonly Block[]; readonly cells: number }[];
  /** Sheets whose formulas have other values. */
  readonly computed: readonly string[];
  readonly added: readonly string[];
  readonly gone: readonly string[];
  /** Looks, checks, sizes, protection, names or order of sheets. */
  readonly shape: boolean;
}

const same = (one: unknown, other: unknown): boolean => one === other || JSON.stringify(one) === JSON.stringify(other);

const held = (cell: Cell | undefined): Write => {
  if (cell?.f !== undefined) return { f: cell.f, v: cell.v };
  const v = cell?.v ?? null;
  return { v: typeof v === "object" && v !== null ? v.error : v };
};

function cellsOf(old: Sheet, now: Sheet): { typed: Changes["typed"]; computed: boolean; looks: boolean } {
  const blocks: Block[] = [];
  let [top, left, bottom, right] = [Infinity, Infinity, -1, -1];
  let [computed, looks] = [false, false];
  for (let row = 0; row < Math.max(old.cells.length, now.cells.length); row++) {
    const [was, is] = [old.cells[row] ?? [], now.cells[row] ?? []];
    for (let column = 0; column < Math.max(was.length, is.length); column++) {
      const [one, other] = [was[column], is[column]];
      if (one === other) continue;
      if (!same(one?.s ?? {}, other?.s ?? {})) looks = true;
      if (one?.f !== undefined && one.f === other?.f) {
        if (!same(one.v, other.v)) computed = true;
        continue;
      }
      if (one?.f === other?.f && same(one?.v ?? null, other?.v ?? null)) continue;
      blocks.push({ row, column, cells: [[held(other)]] });
      [top, left, bottom, right] = [Math.min(top, row), Math.min(left, column), Math.max(bottom, row), Math.max(right, column)];
    }
  }
  const area = { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
  return { typed: blocks.length === 0 ? [] : [{ sheet: now.name, area, blocks, cells: blocks.length }], computed, looks };
}

export function changesOf(old: Workbook, now: Workbook): Changes {
  const named = (book: Workbook, name: string): Sheet | undefined => book.sheets.find((sheet) => sameSheet(sheet.name, name));
  const kept = now.sheets.flatMap((sheet) => {
    const was = named(old, sheet.name);
    return was === undefined ? [] : [{ was, is: sheet, ...cellsOf(was, sheet) }];
  });
  const shapeOf = (sheet: Sheet): unknown => ({ ...sheet, cells: [] });
  return {
    typed: kept.flatMap(({ typed }) => typed),
    computed: kept.flatMap(({ is, computed }) => (computed ? [is.name] : [])),
    added: now.sheets.flatMap(({ name }) => (named(old, name) === undefined ? [name] : [])),
    gone: old.sheets.flatMap(({ name }) => (named(now, name) === undefined ? [name] : [])),
    shape: !same(old.sheets.map(({ name }) => name), now.sheets.map(({ name }) => name)) ||
      kept.some(({ was, is, looks }) => looks || !same(shapeOf(was), shapeOf(is))),
  };
}
