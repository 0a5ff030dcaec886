import type { ICellData, IRange, IWorkbookData, IWorksheetData } from "@univerjs/core";
import type { Area } from "../../core/sheet/address";
import type { Carried } from "../../core/sheet/carried";
import type { Cell, Print, Protection, Sheet, Style, Workbook } from "../../core/sheet/workbook";
import { gridFormula, gridValue, valueOfGrid } from "./grid-cell";
import { areaOf, checksOfGrid, closesFormula, formatsOfGrid, gridChecks, gridFormats, lockedAreas, rangeOf } from "./grid-checks";
import { COLUMN, DIGIT, POINT, ROW, type Room, stillPart } from "./grid-still";
import { gridStyle, styleOfGrid } from "./grid-style";
import type { GridStyle } from "./grid-style";

const SELECT_RANGE = 3;

const CHECKS = "SHEET_DATA_VALIDATION_PLUGIN";
const FORMATS = "SHEET_CONDITIONAL_FORMATTING_PLUGIN";
const LOCKS = "SHEET_RANGE_PROTECTION_PLUGIN";
const FILTERS = "SHEET_FILTER_PLUGIN";

/** What a sheet holds that the grid has no place for. */
interface Kept {
  readonly veryHidden?: boolean;
  readonly protection?: Protection;
  readonly print?: Print;
  readonly carried?: Carried;
  /** What stands still in the file, where the page has too little room to hold it still. */
  readonly freeze?: NonNullable<Sheet["freeze"]>;
  /** Checks that the grid does not get, with their places among the sheet's checks. */
  readonly closed?: readonly { readonly at: number; readonly check: Sheet["validations"][number] }[];
}

/** The grid's id of the sheet that stands at a place when it is loaded. */
export const sheetId = (place: number): string => `sheet-${place}`;

/** The permission that stands for the locked cells of a sheet. */
export const lockId = (sheetId: string): string => `locked-${sheetId}`;

function gridCells(sheet: Sheet, styleId: (style: Style) => string): Record<number, Record<number, ICellData>> {
  const cells: Record<number, Record<number, ICellData>> = {};
  sheet.cells.forEach((line, row) =>
    line?.forEach((cell, column) => {
      if (cell === undefined) return;
      const look = cell.s === undefined ? {} : { s: styleId(cell.s) };
      const held = cell.f === undefined ? gridValue(cell.v) : gridFormula(cell.f, cell.v);
      (cells[row] ??= {})[column] = { ...held, ...look };
    }),
  );
  return cells;
}

const numbered = <T, R>(list: readonly (T | undefined)[], make: (item: T) => R): Record<number, R> =>
  Object.fromEntries(list.flatMap((item, i) => (item === undefined ? [] : [[i, make(item)] as const])));

function gridSheet(sheet: Sheet, id: string, styleId: (style: Style) => string, room: Room): Partial<IWorksheetData> {
  // A merged area that reaches beyond the grid stops it.
  const ends = sheet.merges.map(({ row, column, rows, columns }) => ({ row: row + rows, column: column + columns }));
  const high = ends.reduce((most, { row }) => Math.max(most, row), sheet.cells.length);
  const wide = ends.reduce((most, { column }) => Math.max(most, column), sheet.columns.length);
  const used = sheet.cells.reduce((most, line) => Math.max(most, line?.length ?? 0), wide);
  const spare = sheet.protection === undefined ? { rows: 200, columns: 8 } : { rows: 20, columns: 4 };
  const still = stillPart(sheet, room);
  const closed = sheet.validations.flatMap((check, at) => (closesFormula(check, sheet.cells) ? [{ at, check }] : []));
  const kept: Kept = {
    ...(closed.length === 0 ? {} : { closed }),
    ...(sheet.state === "veryHidden" ? { veryHidden: true } : {}),
    ...(sheet.protection === undefined ? {} : { protection: sheet.protection }),
    ...(sheet.print === undefined ? {} : { print: sheet.print }),
    ...(sheet.carried === undefined ? {} : { carried: sheet.carried }),
    ...(sheet.freeze === undefined || (still.rows === sheet.freeze.rows && still.columns === sheet.freeze.columns)
      ? {} : { freeze: sheet.freeze }),
  };
  return {
    id,
    name: sheet.name,
    hidden: sheet.state === "visible" ? 0 : 1,
    rowCount: Math.max(high + spare.rows, sheet.protection === undefined ? 400 : 60),
    columnCount: Math.max(used + spare.columns, sheet.protection === undefined ? 26 : 14),
    defaultColumnWidth: COLUMN,
    defaultRowHeight: ROW,
    cellData: gridCells(sheet, styleId),
    mergeData: sheet.merges.map(rangeOf),
    rowData: numbered(sheet.rows, ({ height, hidden }) => ({
      ...(height === undefined ? {} : { h: height * POINT, ia: 0 as const }), hd: hidden === true ? 1 : 0,
    })),
    columnData: numbered(sheet.columns, ({ width, hidden }) => ({
      ...(width === undefined ? {} : { w: width * DIGIT }), hd: hidden === true ? 1 : 0,
    })),
    freeze: {
      xSplit: still.columns, ySplit: still.rows,
      startRow: still.rows > 0 ? still.rows : -1, startColumn: still.columns > 0 ? still.columns : -1,
    },
    ...(sheet.tab === undefined ? {} : { tabColor: `#${sheet.tab}` }),
    ...(Object.keys(kept).length === 0 ? {} : { custom: { ...kept } }),
  };
}

/**
 * A workbook as the grid loads it in one go: cells, looks, checks, formats, filters and locks.
 * @param room what the grid has to draw in.
 */
export function gridData(workbook: Workbook, unitId: string, room: Room = { width: Infinity, height: Infinity }): IWorkbookData {
  const styles: Record<string, GridStyle> = {};
  const ids = new Map<string, string>();
  const known = new Map<Style, string>();
  const styleId = (style: Style): string => {
    let id = known.get(style);
    if (id !== undefined) return id;
    const key = JSON.stringify(style);
    id = ids.get(key) ?? `look-${ids.size}`;
    ids.set(key, id);
    known.set(style, id);
    styles[id] = gridStyle(style);
    return id;
  };
  const sheets: Record<string, Partial<IWorksheetData>> = {};
  const resources: Record<string, Record<string, unknown>> = { [CHECKS]: {}, [FORMATS]: {}, [LOCKS]: {}, [FILTERS]: {} };
  const order = workbook.sheets.map((sheet, i) => {
    const id = sheetId(i);
    const data = gridSheet(sheet, id, styleId, room);
    sheets[id] = data;
    resources[CHECKS]![id] = gridChecks(sheet);
    resources[FORMATS]![id] = gridFormats(sheet);
    if (sheet.filter !== undefined) resources[FILTERS]![id] = { ref: rangeOf(sheet.filter) };
    if (sheet.protection !== undefined) {
      resources[LOCKS]![id] = [
        {
          ranges: lockedAreas(sheet, data.rowCount!, data.columnCount!).map(rangeOf),
          permissionId: lockId(id), id: lockId(id), unitType: SELECT_RANGE, unitId, subUnitId: id,
          viewState: "othersCanView", editState: "onlyMe",
        },
      ];
    }
    return id;
  });
  return {
    id: unitId, name: "", appVersion: "", locale: "viVN" as IWorkbookData["locale"], styles, sheets, sheetOrder: order,
    custom: { properties: { ...workbook.properties } },
    resources: Object.entries(resources).map(([name, data]) => ({ name, data: JSON.stringify(data) })),
  };
}

const listed = <T, R>(data: Record<number, T> | undefined, make: (item: T) => R | undefined): (R | undefined)[] => {
  const list: (R | undefined)[] = [];
  for (const [key, item] of Object.entries(data ?? {})) {
    const made = make(item);
    if (made === undefined) continue;
    while (list.length < Number(key)) list.push(undefined);
    list[Number(key)] = made;
  }
  return list;
};

function cellsOf(
  data: Partial<IWorksheetData>,
  styles: IWorkbookData["styles"],
  formulaAt: (row: number, column: number) => string,
): (Cell | undefined)[][] {
  const known = new Map<string, Style>();
  const lookOf = (s: ICellData["s"]): Style => {
    const key = typeof s === "string" ? s : JSON.stringify(s ?? {});
    let style = known.get(key);
    if (style === undefined) known.set(key, (style = styleOfGrid((typeof s === "string" ? styles[s] : s) ?? {})));
    return style;
  };
  const grid: (Cell | undefined)[][] = [];
  for (const [rowKey, line] of Object.entries((data.cellData ?? {}) as Record<string, Record<string, ICellData>>)) {
    const row = Number(rowKey);
    for (const [columnKey, held] of Object.entries(line ?? {})) {
      if (held === null || held === undefined) continue;
      const s = lookOf(held.s);
      const written = held.f ?? ((held.si ?? null) === null ? null : formulaAt(row, Number(columnKey)));
      const v = valueOfGrid(written === null ? held : { ...held, f: written });
      const styled = Object.keys(s).length > 0;
      if (v === null && (written ?? "") === "" && !styled) continue;
      while (grid.length <= row) grid.push([]);
      const column = Number(columnKey);
      while (grid[row]!.length < column) grid[row]!.push(undefined);
      const f = (written ?? "").replace(/^=/, "");
      grid[row]![column] = { v, ...(f === "" ? {} : { f }), ...(styled ? { s } : {}) };
    }
  }
  return grid;
}

const rounded = (n: number): number => Math.round(n * 10000) / 10000;

/**
 * The workbook that the grid holds. `formulaAt` spells formulas that the grid stores as copies of another cell's.
 * @param active id of the sheet that is shown.
 */
export function workbookOf(
  data: IWorkbookData,
  active: string | null,
  formulaAt: (sheetId: string, row: number, column: number) => string,
  carriedNow: (sheetId: string, carried: Carried) => Carried = (_, carried) => carried,
): Workbook {
  const resource = <T>(name: string): Record<string, T> => {
    const text = data.resources?.find((item) => item.name === name)?.data ?? "";
    return text === "" ? {} : (JSON.parse(text) as Record<string, T>);
  };
  const checks = resource<Parameters<typeof checksOfGrid>[0]>(CHECKS);
  const formats = resource<Parameters<typeof formatsOfGrid>[0]>(FORMATS);
  const filters = resource<{ readonly ref?: IRange }>(FILTERS);
  const sheets = data.sheetOrder.map((id): Sheet => {
    const sheet = data.sheets[id] ?? {};
    const { veryHidden, protection, print, carried, freeze: meant, closed = [] } = (sheet.custom ?? {}) as Kept;
    const validations = [...checksOfGrid(checks[id] ?? [], sheet.name ?? id)];
    for (const { at, check } of closed) validations.splice(at, 0, check);
    const { xSplit: columns = 0, ySplit: rows = 0 } = sheet.freeze ?? {};
    const freeze = meant ?? { rows, columns };
    const filter: Area | undefined = filters[id]?.ref === undefined ? undefined : areaOf(filters[id].ref);
    return {
      name: sheet.name ?? id,
      state: sheet.hidden !== 1 ? "visible" : veryHidden === true ? "veryHidden" : "hidden",
      cells: cellsOf(sheet, data.styles, (row, column) => formulaAt(id, row, column)),
      columns: listed(sheet.columnData as Record<number, { w?: number; hd?: number }>, ({ w, hd }) =>
        w === undefined && hd !== 1
          ? undefined
          : { ...(w === undefined ? {} : { width: rounded(w / DIGIT) }), ...(hd === 1 ? { hidden: true } : {}) },
      ),
      rows: listed(sheet.rowData as Record<number, { h?: number; hd?: number; ia?: number }>, ({ h, hd, ia }) =>
        (h === undefined || ia !== 0) && hd !== 1
          ? undefined
          : {
              ...(h === undefined || ia !== 0 ? {} : { height: rounded(h / POINT) }),
              ...(hd === 1 ? { hidden: true } : {}),
            },
      ),
      merges: (sheet.mergeData ?? []).map(areaOf),
      validations,
      ...formatsOfGrid(formats[id] ?? []),
      ...(freeze.rows === 0 && freeze.columns === 0 ? {} : { freeze }),
      ...(protection === undefined ? {} : { protection }),
      ...(print === undefined ? {} : { print }),
      ...(carried === undefined ? {} : { carried: carriedNow(id, carried) }),
      ...(filter === undefined ? {} : { filter }),
      ...(sheet.tabColor ? { tab: sheet.tabColor.replace("#", "").toUpperCase() } : {}),
    };
  });
  const properties = (data.custom?.["properties"] ?? {}) as Record<string, string>;
  const shown = active === null ? undefined : data.sheets[active]?.name;
  return { sheets, active: shown ?? sheets[0]?.name ?? null, properties };
}
