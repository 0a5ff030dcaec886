import { type Address, type Area, sameSheet } from "./address";
import { isOwnFormat, isOwnHeat, withOwn } from "./own-formats";
import type { Expect, Patch, SheetPatch, Write } from "./patch";
import { shownText } from "./shown";
import type { Facts, Snapshot } from "./snapshot";
import type { Cell, CellValue, Sheet, Style, Workbook } from "./workbook";

export { sameSheet };

/** An empty sheet. */
export const emptySheet = (name: string): Sheet => ({
  name,
  state: "visible",
  cells: [],
  columns: [],
  rows: [],
  merges: [],
  validations: [],
  conditionals: [],
  scales: [],
});

/** Whether two cell values are the same. A blank cell and empty text are. */
export function sameValue(a: CellValue, b: CellValue): boolean {
  const [x, y] = [a === "" ? null : a, b === "" ? null : b];
  if (typeof x === "object" && typeof y === "object" && x !== null && y !== null) return x.error === y.error;
  return x === y;
}

/** The expectations that a workbook does not meet. A missing sheet meets none. */
export function staleExpects(
  expects: readonly Expect[],
  valueOf: (sheet: string, row: number, column: number) => CellValue | undefined,
): Expect[] {
  return expects.filter(({ sheet, row, column, values }) =>
    values.some((line, i) =>
      line.some((value, j) => {
        const found = valueOf(sheet, row + i, column + j);
        return found === undefined || !sameValue(found, value);
      }),
    ),
  );
}

/** A style without the fields that say no more than the default does. */
export function tidyStyle(style: Style): Style {
  const plain: Record<string, unknown> = {
    bold: false, italic: false, underline: false, wrap: false, locked: true, border: "none", indent: 0,
    vertical: "bottom", format: "General",
  };
  return Object.fromEntries(
    Object.entries(style).filter(([key, value]) => value !== undefined && value !== plain[key]),
  );
}

export const overlaps = (a: Area, b: Area): boolean =>
  a.row < b.row + b.rows && b.row < a.row + a.rows && a.column < b.column + b.columns && b.column < a.column + a.columns;

/** The parts of an area outside another, at most four. */
export function areaWithout(area: Area, gone: Area): Area[] {
  if (!overlaps(area, gone)) return [area];
  const bottom = area.row + area.rows;
  const right = area.column + area.columns;
  const top = Math.max(area.row, gone.row);
  const low = Math.min(bottom, gone.row + gone.rows);
  const left = gone.column;
  const after = gone.column + gone.columns;
  const parts = [
    { ...area, rows: top - area.row },
    { row: top, column: area.column, rows: low - top, columns: left - area.column },
    { row: top, column: after, rows: low - top, columns: right - after },
    { ...area, row: low, rows: bottom - low },
  ];
  return parts.filter((part) => part.rows > 0 && part.columns > 0);
}

const without = <T extends { readonly area: Area }>(checks: readonly T[], gone: Area): T[] =>
  checks.flatMap((check) =>
    overlaps(check.area, gone) ? areaWithout(check.area, gone).map((area) => ({ ...check, area })) : [check],
  );

/** Rows of a strip: checks are looked up by the strips that they touch, since a form has thousands of them. */
const stripRows = 32;
/** Checks that touch more strips than this are looked at each time. */
const mostStrips = 64;

/** Checks with others laid over them, one after the other: where two meet, the later stays. */
function laidOver<T extends { readonly area: Area }>(under: readonly T[], over: readonly T[]): T[] {
  const slots: T[][] = [];
  const strips = new Map<number, number[]>();
  const tall: number[] = [];
  const stripsOf = ({ row, rows }: Area): number[] | null => {
    const first = Math.floor(row / stripRows);
    const count = Math.floor((row + rows - 1) / stripRows) - first + 1;
    return count > mostStrips ? null : Array.from({ length: count }, (_, k) => first + k);
  };
  const add = (check: T): void => {
    const own = stripsOf(check.area);
    if (own === null) tall.push(slots.length);
    for (const strip of own ?? []) {
      const known = strips.get(strip);
      if (known === undefined) strips.set(strip, [slots.length]);
      else known.push(slots.length);
    }
    slots.push([check]);
  };
  for (const check of under) add(check);
  for (const check of over) {
    const own = stripsOf(check.area);
    const near = own === null ? [slots.keys()] : [tall, ...own.map((strip) => strips.get(strip) ?? [])];
    for (const group of near) {
      for (const slot of group) {
        if (slots[slot]!.some(({ area }) => overlaps(area, check.area))) slots[slot] = without(slots[slot]!, check.area);
      }
    }
    add(check);
  }
  return slots.flat();
}

type Grid = (Cell | undefined)[][];

const line = (cells: Grid, row: number): (Cell | undefined)[] => {
  for (let missing = cells.length; missing <= row; missing++) cells.push([]);
  return cells[row]!;
};

function clearCells(cells: Grid, { row, column, rows, columns }: Area): void {
  for (const cut of cells.slice(row, row + rows)) {
    for (let j = column; j < Math.min(column + columns, cut.length); j++) cut[j] = undefined;
  }
}

function styleCells(cells: Grid, { row, column, rows, columns }: Area, style: Style): void {
  const merged = new Map<Style | undefined, Style>();
  for (let i = row; i < row + rows; i++) {
    const cut = line(cells, i);
    for (let j = column; j < column + columns; j++) {
      const old = cut[j];
      let next = merged.get(old?.s);
      if (next === undefined) merged.set(old?.s, (next = tidyStyle({ ...old?.s, ...style })));
      cut[j] = { ...(old ?? { v: null }), s: next };
    }
  }
}

function writeCell(old: Cell | undefined, write: Exclude<Write, null>): Cell | undefined {
  const look = old?.s === undefined ? {} : { s: old.s };
  if ("f" in write) return { v: write.v, f: write.f, ...look };
  if (write.v === null || write.v === "") return old?.s === undefined ? undefined : { v: null, ...look };
  return { v: write.v, ...look };
}

function sized<T extends object>(
  list: readonly (T | undefined)[],
  changes: readonly (readonly [number, T & { readonly hidden?: boolean }])[],
): (T | undefined)[] {
  const next = list.slice();
  for (const [index, change] of changes) {
    while (next.length < index) next.push(undefined);
    const { hidden, ...rest } = { ...next[index], ...change };
    next[index] = { ...rest, ...(hidden === true ? { hidden } : {}) } as T;
  }
  return next;
}

function applySheet(sheet: Sheet, patch: SheetPatch): Sheet {
  const cells: Grid = sheet.cells.map((cut) => cut?.slice() ?? []);
  let { merges, validations } = sheet;
  for (const area of patch.clear ?? []) {
    clearCells(cells, area);
    merges = merges.filter((merge) => !overlaps(merge, area));
    validations = without(validations, area);
  }
  for (const { area, style } of patch.styles ?? []) styleCells(cells, area, style);
  for (const block of patch.blocks ?? []) {
    block.cells.forEach((writes, i) => {
      const cut = line(cells, block.row + i);
      writes.forEach((write, j) => {
        if (write !== null) cut[block.column + j] = writeCell(cut[block.column + j], write);
      });
    });
  }
  for (const area of patch.merges ?? []) merges = [...merges.filter((merge) => !overlaps(merge, area)), area];
  if (patch.validations !== undefined) validations = laidOver(validations, patch.validations);
  const next: Sheet = {
    ...sheet,
    state: patch.state ?? sheet.state,
    cells,
    columns: sized(sheet.columns, (patch.columns ?? []).map(({ column, ...change }) => [column, change])),
    rows: sized(sheet.rows, (patch.rows ?? []).map(({ row, ...change }) => [row, change])),
    merges,
    validations,
    conditionals: patch.conditionals === undefined
      ? sheet.conditionals
      : withOwn(sheet.conditionals, ({ formula }) => isOwnFormat(formula), patch.conditionals),
    scales: patch.scales === undefined ? sheet.scales : withOwn(sheet.scales, isOwnHeat, patch.scales),
    ...(patch.freeze === undefined ? {} : { freeze: patch.freeze }),
    ...(patch.filter === undefined ? {} : { filter: patch.filter }),
    ...(patch.print === undefined ? {} : { print: patch.print }),
    ...(patch.tab === undefined ? {} : { tab: patch.tab }),
  };
  const { protection, ...open } = next;
  const kept = patch.protection === undefined ? protection : patch.protection;
  return kept === null || kept === undefined ? open : { ...open, protection: kept };
}

/**
 * The workbook after a patch, or the expectations it does not meet; then nothing is written.
 * A patch for a sheet that neither exists nor is created is refused with an expectation that names it.
 * The last sheet that people see is emptied where it should be removed: no program goes without one.
 * Cached values of other formulas stay as they are: only an engine recalculates.
 */
export function applyPatch(
  workbook: Workbook,
  patch: Patch,
): { ok: true; workbook: Workbook } | { ok: false; stale: Expect[] } {
  const found = new Map<string, Sheet | undefined>();
  const named = (name: string): Sheet | undefined => {
    if (!found.has(name)) found.set(name, workbook.sheets.find((sheet) => sameSheet(sheet.name, name)));
    return found.get(name);
  };
  const stale = staleExpects(patch.expect, (name, row, column) => {
    const sheet = named(name);
    return sheet === undefined ? undefined : (sheet.cells[row]?.[column]?.v ?? null);
  });
  const made: string[] = [];
  for (const { sheet, create, remove } of patch.sheets) {
    if (remove === true) continue;
    if (create === true) made.push(sheet);
    else if (named(sheet) === undefined && !made.some((name) => sameSheet(name, sheet))) {
      stale.push({ sheet, row: 0, column: 0, values: [] });
    }
  }
  if (stale.length > 0) return { ok: false, stale };

  const sheets = workbook.sheets.slice();
  for (const part of patch.sheets) {
    let at = sheets.findIndex((sheet) => sameSheet(sheet.name, part.sheet));
    if (part.remove === true) {
      const isLast = sheets.every(({ state }, other) => other === at || state !== "visible");
      if (at >= 0) sheets.splice(at, 1, ...(isLast ? [emptySheet(sheets[at]!.name)] : []));
      continue;
    }
    if (at < 0) {
      at = Math.min(part.position ?? sheets.length, sheets.length);
      sheets.splice(at, 0, emptySheet(part.sheet));
    }
    sheets[at] = applySheet(sheets[at]!, part);
  }
  const shown = patch.show?.sheet ?? workbook.active;
  const active = sheets.find((sheet) => shown !== null && sameSheet(sheet.name, shown)) ??
    sheets.find(({ state }) => state === "visible") ?? sheets[0];
  return { ok: true, workbook: { ...workbook, sheets, active: active?.name ?? null } };
}

/** What a host would read from a workbook: the used range of each sheet, values as they are, formulas, shown texts. */
export function snapshotOf(workbook: Workbook, facts: Facts, selection: Address | null): Snapshot {
  return {
    facts,
    selection,
    sheets: workbook.sheets.map(({ name, state, cells }) => {
      const grid = cells.map((cut) => Array.from(cut ?? []));
      const used = grid.map((cut) => {
        let end = cut.length;
        while (end > 0 && (cut[end - 1]?.v ?? null) === null && cut[end - 1]?.f === undefined) end--;
        return cut.slice(0, end);
      });
      while (used.length > 0 && used[used.length - 1]!.length === 0) used.pop();
      return {
        name,
        state,
        values: used.map((cut) => cut.map((cell) => cell?.v ?? null)),
        formulas: used.map((cut) => cut.map((cell) => cell?.f ?? null)),
        texts: used.map((cut) => cut.map((cell) => shownText(cell?.v ?? null, cell?.s?.format, facts.decimal))),
      };
    }),
  };
}
