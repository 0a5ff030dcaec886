import type {
  Cell as FileCell, CellValue as FileValue, DataValidation, Sheet as FileSheet, Workbook as FileBook,
} from "hucre/xlsx";
import { readXlsx as readFile } from "hucre/xlsx";
import type { FilePart } from "../../../core/issue/file";
import { issue } from "../../../core/issue/issue";
import type { Issue } from "../../../core/issue/issue";
import { parseAreaName } from "../../../core/sheet/address";
import type { Area } from "../../../core/sheet/address";
import type {
  Cell, CellValue, ColorScale, Conditional, Print, Sheet, Style, Validation, Workbook,
} from "../../../core/sheet/workbook";
import { guardXlsx, unopened } from "./guard";
import { plainFormula, shiftFormula } from "./shift";
import { baseFont, styleReader } from "./style";

const DAY = 86400000;
/** A check with one bound only gets the other from here. */
const UNBOUNDED = 1e15;

/** The serial number of a day: 1 is 1 January 1900, with 29 February 1900 counted as spreadsheets do. */
function serialOf(date: Date): number {
  const days = (date.getTime() - Date.UTC(1899, 11, 31)) / DAY;
  return days >= 60 ? days + 1 : days;
}

function cellValue(value: FileValue | undefined, type: FileCell["type"] | undefined): CellValue {
  if (value === undefined || value === null) return null;
  if (value instanceof Date) return serialOf(value);
  return type === "error" && typeof value === "string" ? { error: value } : value;
}

const areasOf = (refs: string): Area[] =>
  refs.split(/\s+/).flatMap((ref) => parseAreaName(ref.replace(/\$/g, "")) ?? []);

/** The formula texts of a sheet by `row,column`: copies of a shared formula are written out where they stand. */
function formulasOf(cells: ReadonlyMap<string, FileCell>): Map<string, string> {
  const formulas = new Map<string, string>();
  const masters = new Map<number, { readonly row: number; readonly column: number; readonly formula: string }>();
  for (const [key, { formula, formulaSharedIndex: shared }] of cells) {
    if (formula === undefined) continue;
    const [row = 0, column = 0] = key.split(",").map(Number);
    if (formula !== "") {
      formulas.set(key, plainFormula(formula));
      if (shared !== undefined) masters.set(shared, { row, column, formula });
    } else {
      const master = shared === undefined ? undefined : masters.get(shared);
      if (master !== undefined) {
        formulas.set(key, plainFormula(shiftFormula(master.formula, row - master.row, column - master.column)));
      }
    }
  }
  return formulas;
}

function sheetCells(file: FileSheet, styleOf: (look: FileCell["style"]) => Style): (Cell | undefined)[][] {
  const details = file.cells ?? new Map<string, FileCell>();
  const formulas = formulasOf(details);
  const grid: (Cell | undefined)[][] = [];
  const put = (row: number, column: number, value: FileValue | undefined): void => {
    const key = `${row},${column}`;
    const detail = details.get(key);
    const f = formulas.get(key);
    const held = cellValue(detail?.value ?? value, detail?.type);
    const v = held === "" && f === undefined ? null : held;
    const s = styleOf(detail?.style);
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

const plainNumber = (formula: string | undefined): number | null =>
  formula !== undefined && /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(formula.trim()) ? Number(formula) : null;

/** `'Tên trang'!$A$1:$A$9`, the sheet quoted or not, or missing. */
const CELLS = /^(?:(?:'((?:[^']|'')+)'|([^'!]+))!)?(\$?[A-Z]+\$?\d+(?::\$?[A-Z]+\$?\d+)?)$/i;

/** A check of a file in our terms, or null where it is of a kind that is not kept. */
function ruleOf(check: DataValidation, sheet: string): Validation | null {
  const words = {
    prompt: { title: check.inputTitle ?? "", text: check.inputMessage ?? "" },
    error: { title: check.errorTitle ?? "", text: check.errorMessage ?? "" },
    allowBlank: check.allowBlank === true,
  };
  if (check.type === "list") {
    if (check.values !== undefined) {
      return { ...words, kind: "list", options: check.values.map((option) => option.replace(/""/g, '"').trim()) };
    }
    const match = CELLS.exec(check.formula1?.trim() ?? "");
    const area = match === null ? null : parseAreaName(match[3]!.replace(/\$/g, ""));
    if (match === null || area === null) return null;
    return { ...words, kind: "range", sheet: match[1]?.replace(/''/g, "'") ?? match[2] ?? sheet, area };
  }
  const [first, second] = [plainNumber(check.formula1), plainNumber(check.formula2)];
  const operator = check.operator ?? "between";
  if (operator !== "between" && operator !== "greaterThanOrEqual" && operator !== "lessThanOrEqual") return null;
  const least = operator === "lessThanOrEqual" ? -UNBOUNDED : first;
  const most = operator === "greaterThanOrEqual" ? UNBOUNDED : operator === "lessThanOrEqual" ? first : second;
  if (least === null || most === null) return null;
  if (check.type === "textLength") return { ...words, kind: "length", max: most };
  if (check.type !== "whole" && check.type !== "decimal") return null;
  return { ...words, kind: check.type === "whole" ? "whole" : "number", min: least, max: most };
}

const columnNumber = (name: string): number => parseAreaName(`${name}1`)!.column;

function printOf({ pageSetup, headerFooter, colBreaks }: FileSheet): Print | undefined {
  const columns = /^\$?([A-Z]+):\$?([A-Z]+)$/.exec(pageSetup?.printTitlesColumn ?? "");
  const rows = /^\$?(\d+):\$?(\d+)$/.exec(pageSetup?.printTitlesRow ?? "");
  const area = pageSetup?.printArea === undefined ? null : parseAreaName(pageSetup.printArea.replace(/\$/g, ""));
  const footer = headerFooter?.oddFooter;
  const set = pageSetup?.orientation !== undefined || pageSetup?.fitToPage === true;
  if (!set && rows === null && area === null && footer === undefined) return undefined;
  return {
    orientation: pageSetup?.orientation ?? "portrait",
    fitWidth: pageSetup?.fitToPage === true,
    ...(rows === null ? {} : { repeat: [Number(rows[1]) - 1, Number(rows[2]) - 1] as const }),
    ...(columns === null ? {} : { repeatColumns: [columnNumber(columns[1]!), columnNumber(columns[2]!)] as const }),
    ...(pageSetup?.scale === undefined || pageSetup.fitToPage === true ? {} : { scale: pageSetup.scale }),
    ...(colBreaks === undefined || colBreaks.length === 0 ? {} : { breaks: colBreaks.map((column) => column + 1) }),
    ...(footer === undefined ? {} : { footer }),
    ...(area === null ? {} : { area }),
  };
}

function formatsOf(
  file: FileSheet,
  styleOf: ReturnType<typeof styleReader>,
): { conditionals: Conditional[]; scales: ColorScale[] } {
  const conditionals: Conditional[] = [];
  const scales: ColorScale[] = [];
  for (const rule of [...(file.conditionalRules ?? [])].sort((a, b) => a.priority - b.priority)) {
    const areas = areasOf(rule.range);
    const colors = rule.colorScale?.colors.map((color) => color.slice(-6).toUpperCase()) ?? [];
    for (const area of areas) {
      if (rule.type === "expression" && typeof rule.formula === "string") {
        const from = areas[0]!;
        const formula = plainFormula(shiftFormula(rule.formula, area.row - from.row, area.column - from.column));
        conditionals.push({ area, formula, style: styleOf(rule.style, true) });
      } else if (colors.length >= 2 && colors.every((color) => /^[0-9A-F]{6}$/.test(color))) {
        scales.push({ area, low: colors[0]!, high: colors[colors.length - 1]! });
      }
    }
  }
  return { conditionals, scales };
}

function readSheet(file: FileSheet, styleOf: ReturnType<typeof styleReader>): Sheet {
  const print = printOf(file);
  const { freezePane, autoFilter, protection } = file;
  const filter = autoFilter === undefined ? null : parseAreaName(autoFilter.range.replace(/\$/g, ""));
  const tab = file.view?.tabColor === undefined ? undefined : styleOf({ font: { color: file.view.tabColor } }).color;
  const rows: ({ height?: number; hidden?: boolean } | undefined)[] = [];
  for (const [row, { height, hidden }] of file.rowDefs ?? []) {
    if (height === undefined && hidden !== true) continue;
    while (rows.length < row) rows.push(undefined);
    rows[row] = { ...(height === undefined ? {} : { height }), ...(hidden === true ? { hidden } : {}) };
  }
  return {
    name: file.name,
    state: file.veryHidden === true ? "veryHidden" : file.hidden === true ? "hidden" : "visible",
    cells: sheetCells(file, styleOf),
    columns: (file.columns ?? []).map(({ width, hidden }) =>
      width === undefined && hidden !== true
        ? undefined
        : { ...(width === undefined ? {} : { width }), ...(hidden === true ? { hidden } : {}) },
    ),
    rows,
    merges: (file.merges ?? []).map(({ startRow, startCol, endRow, endCol }) => ({
      row: startRow, column: startCol, rows: endRow - startRow + 1, columns: endCol - startCol + 1,
    })),
    validations: (file.dataValidations ?? []).flatMap((check) => {
      const rule = ruleOf(check, file.name);
      return rule === null ? [] : areasOf(check.range).map((area) => ({ area, rule }));
    }),
    ...formatsOf(file, styleOf),
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

/** What the file holds that our workbook does not, so that a saved copy will lack it. */
function partsLeft(file: FileBook, paths: readonly string[]): FilePart[] {
  const holds = (pattern: RegExp): boolean => paths.some((path) => pattern.test(path));
  const cells = file.sheets.flatMap((sheet) => Array.from(sheet.cells?.values() ?? []));
  const fonts = new Set(cells.map((cell) => cell.style?.font?.name ?? baseFont.name));
  const checks = file.sheets.some(({ name, dataValidations = [] }) =>
    dataValidations.some((check) => ruleOf(check, name) === null),
  );
  const formats = file.sheets.some(({ conditionalRules = [] }) =>
    conditionalRules.some(({ type, formula }) =>
      type === "expression" ? typeof formula !== "string" : type !== "colorScale",
    ),
  );
  const found: Record<FilePart, boolean> = {
    charts: holds(/\/charts\//), pictures: holds(/\/media\//), comments: holds(/\/(threadedC|c)omments/),
    links: cells.some((cell) => cell.hyperlink !== undefined) || holds(/\/externalLinks\//),
    names: (file.namedRanges ?? []).some(({ name }) => !name.startsWith("_xlnm.")),
    tables: holds(/\/tables\//), pivots: holds(/\/pivotTables\//), macros: holds(/vbaProject/),
    fonts: fonts.size > 1, checks, formats,
  };
  return (Object.keys(found) as FilePart[]).filter((part) => found[part]);
}

/**
 * What an .xlsx file holds, in our terms, with a problem for what a saved copy will lack.
 * Dates arrive as serial numbers, shared formulas written out, the prefixes of young functions taken off.
 * @throws {FileError} with the problem as data: not an .xlsx, empty, old .xls, password, truncated, too large, damaged.
 */
export async function readXlsxFile(bytes: Uint8Array, name = ""): Promise<{ workbook: Workbook; issues: Issue[] }> {
  const paths = guardXlsx(bytes, name);
  let file: FileBook;
  try {
    file = await readFile(bytes, { readStyles: true });
  } catch (error) {
    const large = /over the \d+ limit|outside the supported/.test(String(error));
    throw unopened(large ? "file-too-large" : "file-damaged", name);
  }
  if (file.sheets.length === 0) throw unopened("file-empty", name);
  const styleOf = styleReader(file);
  const sheets = file.sheets.map((sheet) => readSheet(sheet, styleOf));
  const active = sheets[file.activeSheet ?? 0] ?? sheets[0]!;
  const custom = Object.entries(file.properties?.custom ?? {});
  const parts = partsLeft(file, paths);
  return {
    workbook: {
      sheets,
      active: active.state === "visible" ? active.name : (sheets.find(({ state }) => state === "visible")?.name ?? null),
      properties: Object.fromEntries(
        custom.map(([key, value]) => [key, value instanceof Date ? value.toISOString() : String(value)]),
      ),
    },
    issues: parts.length === 0 ? [] : [issue("file-parts-left", {}, { parts })],
  };
}

/** The workbook of an .xlsx file. @throws {FileError} see {@link readXlsxFile}. */
export async function readXlsx(bytes: Uint8Array, name = ""): Promise<Workbook> {
  return (await readXlsxFile(bytes, name)).workbook;
}
