import type {
  Cell as FileCell, CellValue as FileValue, DataValidation, Sheet as FileSheet, Workbook as FileBook,
} from "hucre/xlsx";
import { readXlsx as readFile } from "hucre/xlsx";
import type { FilePart } from "../../../core/issue/file";
import { issue } from "../../../core/issue/issue";
import type { Issue } from "../../../core/issue/issue";
import { cellName, parseAreaName, quoteSheet } from "../../../core/sheet/address";
import type { Area } from "../../../core/sheet/address";
import type {
  Cell, CellValue, ColorScale, Conditional, Print, Sheet, Validation, Workbook,
} from "../../../core/sheet/workbook";
import { type Refuse, refusing } from "./file-error";
import { type Guarded, guardXlsx } from "./guard";
import { LIMITS } from "./limits";
import { reachesOutside } from "./outside";
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

/** What is gathered over all the sheets of a file while they are read. */
interface Gathered {
  readonly refuse: Refuse;
  readonly styleOf: ReturnType<typeof styleReader>;
  /** Cells whose formulas reached outside. */
  readonly outside: string[];
  /** Characters of shared formulas written out, cells of merged areas. */
  written: number;
  merged: number;
  mergesLeft: boolean;
}

/** The formula texts of a sheet by `row,column`: copies of a shared formula are written out where they stand. */
function formulasOf(cells: ReadonlyMap<string, FileCell>, gathered: Gathered): Map<string, string> {
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
      if (master === undefined) continue;
      gathered.written += master.formula.length;
      if (gathered.written > LIMITS.formulas) {
        throw gathered.refuse("file-too-large", { cap: "formulas", most: LIMITS.formulas });
      }
      formulas.set(key, plainFormula(shiftFormula(master.formula, row - master.row, column - master.column)));
    }
  }
  return formulas;
}

/** A formula that reaches outside of the workbook leaves the value that it last had. */
function insideOnly(formulas: Map<string, string>, sheet: string, outside: string[]): void {
  for (const [key, formula] of formulas) {
    if (!reachesOutside(formula)) continue;
    const [row = 0, column = 0] = key.split(",").map(Number);
    outside.push(`${quoteSheet(sheet)}!${cellName(row, column)}`);
    formulas.delete(key);
  }
}

function sheetCells(file: FileSheet, gathered: Gathered): (Cell | undefined)[][] {
  const details = file.cells ?? new Map<string, FileCell>();
  const formulas = formulasOf(details, gathered);
  insideOnly(formulas, file.name, gathered.outside);
  const grid: (Cell | undefined)[][] = [];
  const put = (row: number, column: number, value: FileValue | undefined): void => {
    const key = `${row},${column}`;
    const detail = details.get(key);
    const f = formulas.get(key);
    const held = cellValue(detail?.value ?? value, detail?.type);
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

/** Rows below the last cell have no height to speak of: some programs describe a sheet down to its end. */
const SPARE_ROWS = 1000;
/** Cells of all merged areas together: each is laid out one by one. */
const MOST_MERGED = 1000000;

/** The merged areas of a sheet; one over the whole of it is no title, and left out. */
function mergesOf(file: FileSheet, gathered: Gathered): Area[] {
  return (file.merges ?? []).flatMap(({ startRow, startCol, endRow, endCol }) => {
    const area = { row: startRow, column: startCol, rows: endRow - startRow + 1, columns: endCol - startCol + 1 };
    if (!(area.row >= 0 && area.column >= 0 && area.rows > 0 && area.columns > 0)) return [];
    gathered.merged += area.rows * area.columns;
    if (gathered.merged <= MOST_MERGED) return [area];
    gathered.merged -= area.rows * area.columns;
    gathered.mergesLeft = true;
    return [];
  });
}

function readSheet(file: FileSheet, gathered: Gathered): Sheet {
  const { styleOf } = gathered;
  const cells = sheetCells(file, gathered);
  const print = printOf(file);
  const { freezePane, autoFilter, protection } = file;
  const filter = autoFilter === undefined ? null : parseAreaName(autoFilter.range.replace(/\$/g, ""));
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
    merges: mergesOf(file, gathered),
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
function partsLeft(file: FileBook, { left }: Guarded, { mergesLeft }: Gathered): FilePart[] {
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
  const found: Partial<Record<FilePart, boolean>> = {
    links: cells.some((cell) => cell.hyperlink !== undefined),
    names: (file.namedRanges ?? []).some(({ name }) => !name.startsWith("_xlnm.")),
    fonts: fonts.size > 1, checks, formats, merges: mergesLeft,
  };
  return PARTS.filter((part) => left.includes(part) || found[part] === true);
}

/** The order in which they are named. */
const PARTS: readonly FilePart[] = [
  "charts", "pictures", "comments", "links", "names", "tables", "pivots", "fonts", "checks", "formats", "merges",
];

/** Cells that a warning names. */
const NAMED_CELLS = 5;

function warnings(file: FileBook, guarded: Guarded, gathered: Gathered): Issue[] {
  const parts = partsLeft(file, guarded, gathered);
  const { outside } = gathered;
  return [
    ...(guarded.macros ? [issue("file-macros", {}, {})] : []),
    ...(outside.length === 0
      ? [] : [issue("file-outside", {}, { count: outside.length, cells: outside.slice(0, NAMED_CELLS) })]),
    ...(parts.length === 0 ? [] : [issue("file-parts-left", {}, { parts })]),
  ];
}

/**
 * What an .xlsx file holds, in our terms, with problems for what a saved copy will lack. The guard looks through every
 * part first; the reader gets those alone. Dates arrive as serial numbers, shared formulas written out, the prefixes of
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
  const gathered: Gathered = { refuse, styleOf: styleReader(file), outside: [], written: 0, merged: 0, mergesLeft: false };
  const sheets = file.sheets.map((sheet) => readSheet(sheet, gathered));
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
