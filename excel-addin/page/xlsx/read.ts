import type { Cell as FileCell, CellValue as FileValue, Sheet as FileSheet, Workbook as FileBook } from "hucre/xlsx";
import { readXlsx as readFile } from "hucre/xlsx";
import type { Issue } from "../../../core/issue/issue";
import { parseAreaName } from "../../../core/sheet/address";
import type { Area } from "../../../core/sheet/address";
import type { Cell, CellValue, ColorScale, Conditional, Print, Sheet, Workbook } from "../../../core/sheet/workbook";
import { Areas, SPARE_ROWS } from "./areas";
import { ruleOf } from "./checks";
import { Days } from "./days";
import { refusing } from "./file-error";
import { type Gathered, formatFormula, formulasOf } from "./formulas";
import { guardXlsx } from "./guard";
import { withoutKeptOutside } from "./kept-writes";
import { warnings } from "./left";
import { columnNumber } from "./sheet-size";
import { plainFormula, shiftFormula } from "./shift";
import { styleReader } from "./style";

function cellValue(
  value: FileValue | undefined, detail: FileCell | undefined, serial: (date: Date, format: string | undefined) => number,
): CellValue {
  if (value === undefined || value === null) return null;
  if (value instanceof Date) return serial(value, detail?.style?.numFmt);
  return detail?.type === "error" && typeof value === "string" ? { error: value } : value;
}

const areasOf = (refs: string): Area[] =>
  refs.split(/\s+/).flatMap((ref) => parseAreaName(ref.replace(/\$/g, "")) ?? []);

function sheetCells(file: FileSheet, missing: ReadonlySet<string>, gathered: Gathered): (Cell | undefined)[][] {
  const details = file.cells ?? new Map<string, FileCell>();
  const formulas = formulasOf(file.name, details, gathered);
  const grid: (Cell | undefined)[][] = [];
  const put = (row: number, column: number, value: FileValue | undefined): void => {
    const key = `${row},${column}`;
    const detail = details.get(key);
    const f = formulas.get(key);
    const given = missing.has(key) ? null : (detail?.value ?? value);
    const held = cellValue(given, detail, (date, format) => gathered.days.serial(date, format, { sheet: file.name, row, column }));
    if (f !== undefined && !(given instanceof Date)) gathered.days.counted = true;
    const v = held === "" && f === undefined ? null : held;
    const s = gathered.styleOf(detail?.style);
    const styled = Object.keys(s).length > 0;
    if (v === null && f === undefined && !styled) return;
    while (grid.length <= row) grid.push([]);
    const line = grid[row]!;
    while (line.length < column) line.push(undefined);
    line[column] = { v, ...(f === undefined ? {} : { f }), ...(styled ? { s } : {}) };
  };
  file.rows.forEach((line, row) => line.forEach((value, column) => put(row, column, value)));
  return grid;
}

function printOf({ pageSetup, headerFooter, colBreaks }: FileSheet): Print | undefined {
  const columns = /^\$?([A-Z]{1,3}):\$?([A-Z]{1,3})$/.exec(pageSetup?.printTitlesColumn ?? "");
  const rows = /^\$?(\d+):\$?(\d+)$/.exec(pageSetup?.printTitlesRow ?? "");
  const area = pageSetup?.printArea === undefined ? null : parseAreaName(pageSetup.printArea.replace(/\$/g, ""));
  const footer = headerFooter?.oddFooter;
  const set = pageSetup?.orientation !== undefined || pageSetup?.fitToPage === true;
  if (!set && rows === null && area === null && footer === undefined) return undefined;
  return {
    orientation: pageSetup?.orientation ?? "portrait",
    fitWidth: pageSetup?.fitToPage === true,
    ...(rows === null ? {} : { repeat: [Number(rows[1]) - 1, Number(rows[2]) - 1] as const }),
    ...(columns === null ? {} : { repeatColumns: [columnNumber(columns[1]!) - 1, columnNumber(columns[2]!) - 1] as const }),
    ...(pageSetup?.scale === undefined || pageSetup.fitToPage === true ? {} : { scale: pageSetup.scale }),
    ...(colBreaks === undefined || colBreaks.length === 0 ? {} : { breaks: colBreaks.map((column) => column + 1) }),
    ...(footer === undefined ? {} : { footer }),
    ...(area === null ? {} : { area }),
  };
}

function formatsOf(
  file: FileSheet,
  styleOf: ReturnType<typeof styleReader>,
  within: (area: Area) => Area | null,
): { conditionals: Conditional[]; scales: ColorScale[] } {
  const conditionals: Conditional[] = [];
  const scales: ColorScale[] = [];
  for (const rule of [...(file.conditionalRules ?? [])].sort((a, b) => a.priority - b.priority)) {
    const areas = areasOf(rule.range);
    const own = formatFormula(rule);
    const colors = rule.colorScale?.colors.map((color) => color.slice(-6).toUpperCase()) ?? [];
    for (const whole of areas) {
      const area = within(whole);
      if (area === null) continue;
      if (own !== null) {
        const from = areas[0]!;
        const formula = plainFormula(shiftFormula(own, area.row - from.row, area.column - from.column));
        conditionals.push({ area, formula, style: styleOf(rule.style, true) });
      } else if (colors.length >= 2 && colors.every((color) => /^[0-9A-F]{6}$/.test(color))) {
        scales.push({ area, low: colors[0]!, high: colors[colors.length - 1]! });
      }
    }
  }
  return { conditionals, scales };
}

function readSheet(file: FileSheet, missing: ReadonlySet<string>, gathered: Gathered): Sheet {
  const { styleOf, areas } = gathered;
  const cells = sheetCells(file, missing, gathered);
  const columns = cells.reduce((most, line) => Math.max(most, line?.length ?? 0), 0);
  const within = (area: Area): Area | null => areas.within(area, cells.length, columns);
  const merged = (area: Area): Area | null => areas.merged(area, cells.length, columns);
  const laidOut = (area: Area): Area | null => areas.laidOut(area, cells.length, columns);
  const print = printOf(file);
  const { freezePane, autoFilter, protection } = file;
  const filtered = autoFilter === undefined ? null : parseAreaName(autoFilter.range.replace(/\$/g, ""));
  const filter = filtered === null ? null : within(filtered);
  const tab = file.view?.tabColor === undefined ? undefined : styleOf({ font: { color: file.view.tabColor } }).color;
  const rows: ({ height?: number; hidden?: boolean } | undefined)[] = [];
  for (const [row, { height, hidden }] of file.rowDefs ?? []) {
    if ((height === undefined && hidden !== true) || row > cells.length + SPARE_ROWS) continue;
    while (rows.length < row) rows.push(undefined);
    rows[row] = { ...(height === undefined ? {} : { height }), ...(hidden === true ? { hidden } : {}) };
  }
  return {
    name: file.name,
    state: file.veryHidden === true ? "veryHidden" : file.hidden === true ? "hidden" : "visible",
    cells,
    columns: (file.columns ?? []).map(({ width, hidden }) =>
      width === undefined && hidden !== true
        ? undefined
        : { ...(width === undefined ? {} : { width }), ...(hidden === true ? { hidden } : {}) },
    ),
    rows,
    merges: (file.merges ?? []).flatMap(({ startRow, startCol, endRow, endCol }) =>
      merged({ row: startRow, column: startCol, rows: endRow - startRow + 1, columns: endCol - startCol + 1 }) ?? []),
    validations: (file.dataValidations ?? []).flatMap((check) => {
      const rule = ruleOf(check, file.name);
      if (rule === null) return [];
      return areasOf(check.range).flatMap((area) => laidOut(area) ?? []).map((area) => ({ area, rule }));
    }),
    ...formatsOf(file, styleOf, within),
    ...(freezePane === undefined ? {} : { freeze: { rows: freezePane.rows ?? 0, columns: freezePane.columns ?? 0 } }),
    ...(protection?.sheet === true
      ? {
          protection: {
            formatColumns: protection.formatColumns === true, formatRows: protection.formatRows === true,
            filter: protection.autoFilter === true, sort: protection.sort === true,
          },
        }
      : {}),
    ...(print === undefined ? {} : { print }),
    ...(filter === null ? {} : { filter }),
    ...(tab === undefined ? {} : { tab }),
  };
}

/**
 * What an .xlsx file holds, in our terms, with problems for what a saved copy will lack. The guard looks through every
 * part first; the reader gets those alone. Dates arrive as serial numbers from 1900 on, shared formulas written out, the prefixes of
 * young functions taken off; formulas that reach outside as the values that they last had.
 * @throws {FileError} with the problem as data, and nothing else; see `core/issue/file`.
 */
export async function readXlsxFile(bytes: Uint8Array, name = ""): Promise<{ workbook: Workbook; issues: Issue[] }> {
  const refuse = refusing(name);
  const guarded = await guardXlsx(bytes, refuse);
  let file: FileBook;
  try {
    file = await readFile(guarded.bytes, { readStyles: true, sheets: [...guarded.sheets] });
  } catch {
    throw refuse("file-damaged", { part: "" });
  }
  const gathered: Gathered = {
    refuse, styleOf: styleReader(file), outside: [], days: new Days(file.dateSystem === "1904"), areas: new Areas(), written: 0,
  };
  const carries = guarded.carried.some((parts) => parts.length > 0);
  const sheets = file.sheets.map((sheet, i) => ({
    ...withoutKeptOutside(readSheet(sheet, guarded.missing[i] ?? new Set(), gathered), gathered.outside),
    ...(carries ? { carried: { name: sheet.name, parts: guarded.carried[i] ?? [] } } : {}),
  }));
  const active = sheets[guarded.sheets.indexOf(file.activeSheet ?? 0)] ?? sheets[0]!;
  const custom = Object.entries(file.properties?.custom ?? {});
  return {
    workbook: {
      sheets,
      active: active.state === "visible" ? active.name : (sheets.find(({ state }) => state === "visible")?.name ?? null),
      properties: Object.fromEntries(
        custom.map(([key, value]) => [key, value instanceof Date ? value.toISOString() : String(value)]),
      ),
    },
    issues: warnings(file, guarded, gathered),
  };
}

/** The workbook of an .xlsx file. @throws {FileError} see {@link readXlsxFile}. */
export async function readXlsx(bytes: Uint8Array, name = ""): Promise<Workbook> {
  return (await readXlsxFile(bytes, name)).workbook;
}
