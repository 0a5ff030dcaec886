import type { Cell as FileCell, ConditionalRule, DataValidation, WriteSheet } from "hucre/xlsx";
import { writeXlsx as writeFile } from "hucre/xlsx";
import { areaName, cellName, columnName, quoteSheet } from "../../../core/sheet/address";
import { issue } from "../../../core/issue/issue";
import type { Area } from "../../../core/sheet/address";
import { emptySheet } from "../../../core/sheet/apply";
import { HostError } from "../../../core/sheet/host";
import type { Cell, Print, Sheet, Style, Validation, Workbook } from "../../../core/sheet/workbook";
import { FileError } from "./file-error";
import { fileFormula } from "./shift";
import { baseFont, fileOverlay, fileStyle } from "./style";

/** Who has a file with things to carry along has opened it with this part. */
const grafting = () => import(/* webpackChunkName: "xlsx-read" */ "./graft");

const LONGEST_TEXT = 32767;
const LONGEST_LIST = 255;
const LONGEST_TITLE = 32;
const LONGEST_WORDS = 255;

/** What XML cannot hold at all, as text copied from a PDF may bring: one such mark would spoil the whole file. */
const unwritable = /[\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** `_x0041_` would be read as an escape; its underscore is escaped itself. */
const plainText = (text: string): string =>
  text.slice(0, LONGEST_TEXT).replace(unwritable, "").replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_");

const fixed = (area: Area): string => {
  const corner = (row: number, column: number): string => `$${columnName(column)}$${row + 1}`;
  const first = corner(area.row, area.column);
  return area.rows === 1 && area.columns === 1
    ? first
    : `${first}:${corner(area.row + area.rows - 1, area.column + area.columns - 1)}`;
};

function fileCell(cell: Cell, styleOf: (style: Style) => FileCell["style"]): Partial<FileCell> | null {
  const look = cell.s === undefined ? {} : { style: styleOf(cell.s)! };
  const { v, f } = cell;
  if (f !== undefined) {
    const cached = v === null || typeof v === "object" ? {} : { formulaResult: typeof v === "string" ? plainText(v) : v };
    return { formula: fileFormula(f), ...cached, ...look };
  }
  if (v === null || v === "") return cell.s === undefined ? null : look;
  if (typeof v === "object") return { value: v.error, ...look };
  if (typeof v !== "string") return { value: v, ...look };
  // Text that looks like an error stays text only as a run of rich text.
  const text = plainText(v);
  return /^#.*[!?/]/.test(v) ? { value: v, richText: [{ text }], ...look } : { value: text, ...look };
}

/** A check as the file library takes it, or null where a file cannot hold it. */
function fileValidation(area: Area, rule: Validation): DataValidation | null {
  const words = {
    range: areaName(area),
    allowBlank: rule.allowBlank,
    errorStyle: "stop" as const,
    showErrorMessage: true,
    showInputMessage: rule.prompt.title !== "" || rule.prompt.text !== "",
    inputTitle: rule.prompt.title.slice(0, LONGEST_TITLE),
    inputMessage: rule.prompt.text.slice(0, LONGEST_WORDS),
    errorTitle: rule.error.title.slice(0, LONGEST_TITLE),
    errorMessage: rule.error.text.slice(0, LONGEST_WORDS),
  };
  switch (rule.kind) {
    case "list": {
      const list = rule.options.join(",");
      if (list.length > LONGEST_LIST || rule.options.some((option) => option.includes(","))) return null;
      return { ...words, type: "list", formula1: `"${list.replace(/"/g, '""')}"` };
    }
    case "range":
      return { ...words, type: "list", formula1: `${quoteSheet(rule.sheet)}!${fixed(rule.area)}` };
    case "length":
      return { ...words, type: "textLength", operator: "lessThanOrEqual", formula1: String(rule.max) };
    default: {
      const type = rule.kind === "whole" ? "whole" : "decimal";
      return { ...words, type, operator: "between", formula1: String(rule.min), formula2: String(rule.max) };
    }
  }
}

function fileConditionals({ conditionals, scales }: Sheet): ConditionalRule[] {
  const formats = conditionals.map(({ area, formula, style }, i) => ({
    type: "expression" as const,
    priority: i + 1,
    range: areaName(area),
    formula: fileFormula(formula),
    style: fileOverlay(style),
  }));
  const heat = scales.map(({ area, low, high }, i) => ({
    type: "colorScale" as const,
    priority: conditionals.length + i + 1,
    range: areaName(area),
    colorScale: { cfvo: [{ type: "min" as const }, { type: "max" as const }], colors: [`FF${low}`, `FF${high}`] },
  }));
  return [...formats, ...heat];
}

function filePrint(print: Print): Pick<WriteSheet, "pageSetup" | "headerFooter" | "colBreaks"> {
  return {
    pageSetup: {
      paperSize: "a4",
      orientation: print.orientation,
      ...(print.fitWidth ? { fitToPage: true, fitToWidth: 1, fitToHeight: 0 } : {}),
      ...(print.scale === undefined ? {} : { scale: print.scale }),
    },
    // The library names the column behind which a page ends.
    ...(print.breaks === undefined ? {} : { colBreaks: print.breaks.map((column) => column - 1) }),
    ...(print.footer === undefined ? {} : { headerFooter: { oddFooter: print.footer } }),
  };
}

/** The reserved names that hold a sheet's print titles and area; written here because the sheet name must be quoted. */
function printNames({ name, print }: Sheet): { name: string; range: string; scope: string }[] {
  const reserved = (kind: string, ref: string) => ({
    name: `_xlnm.${kind}`, range: `${quoteSheet(name)}!${ref}`, scope: name,
  });
  const { area, repeat, repeatColumns: columns } = print ?? {};
  const titles = [
    ...(columns === undefined ? [] : [`$${columnName(columns[0])}:$${columnName(columns[1])}`]),
    ...(repeat === undefined ? [] : [`$${repeat[0] + 1}:$${repeat[1] + 1}`]),
  ];
  return [
    ...(area === undefined ? [] : [reserved("Print_Area", fixed(area))]),
    ...(titles.length === 0 ? [] : [reserved("Print_Titles", titles.join(`,${quoteSheet(name)}!`))]),
  ];
}

function fileSheet(sheet: Sheet, styleOf: (style: Style) => FileCell["style"]): WriteSheet {
  const cells = new Map<string, Partial<FileCell>>();
  sheet.cells.forEach((line, row) =>
    line?.forEach((cell, column) => {
      const file = cell === undefined ? null : fileCell(cell, styleOf);
      if (file !== null) cells.set(`${row},${column}`, file);
    }),
  );
  // The library writes rows up to the last cell; a size set further down needs a row to stand on.
  const rows = sheet.rows.map(() => []);
  const { freeze, filter, protection, print, tab } = sheet;
  return {
    name: sheet.name,
    rows,
    cells,
    columns: Array.from(sheet.columns, (column) => ({ ...column })),
    rowDefs: new Map(Array.from(sheet.rows, (row, i) => [i, { ...row }] as const)),
    merges: sheet.merges.map(({ row, column, rows: high, columns: wide }) => ({
      startRow: row, startCol: column, endRow: row + high - 1, endCol: column + wide - 1,
    })),
    dataValidations: sheet.validations.flatMap(({ area, rule }) => fileValidation(area, rule) ?? []),
    conditionalRules: fileConditionals(sheet),
    ...(freeze === undefined || (freeze.rows === 0 && freeze.columns === 0) ? {} : { freezePane: { ...freeze } }),
    ...(filter === undefined ? {} : { autoFilter: { range: areaName(filter) } }),
    ...(protection === undefined
      ? {}
      : {
          protection: {
            sheet: true, objects: true, scenarios: true,
            formatColumns: protection.formatColumns, formatRows: protection.formatRows,
            sort: protection.sort, autoFilter: protection.filter,
          },
        }),
    ...(print === undefined ? {} : filePrint(print)),
    ...(tab === undefined ? {} : { view: { tabColor: { rgb: tab } } }),
    ...(sheet.state === "hidden" ? { hidden: true } : sheet.state === "veryHidden" ? { veryHidden: true } : {}),
  };
}

/** The first text that no cell of a file holds. */
function refuseLongText({ name, cells }: Sheet): void {
  cells.forEach((line, row) => line?.forEach((cell, column) => {
    const length = typeof cell?.v === "string" && cell.f === undefined ? cell.v.length : 0;
    if (length <= LONGEST_TEXT) return;
    throw new FileError(issue("file-text-long", {}, { cell: `${quoteSheet(name)}!${cellName(row, column)}`, length }));
  }));
}

/**
 * The bytes of an .xlsx file; the same workbook gives the same bytes. Text is never written as a formula.
 * A formula's cached value is written with it, except an error, which the opening program computes again.
 * Cut to what Excel opens without repair: a check's title to 32 characters and words to 255; a list of options with a
 * comma or above 255 characters is left out (such lists belong in cells: kind `range`).
 * @throws {FileError} `file-text-long` where a text is longer than a cell of a file holds: nothing is cut silently.
 * @throws {HostError} `bad-file` where a sheet name is one that Excel refuses.
 */
export async function writeXlsx(workbook: Workbook): Promise<Uint8Array> {
  const sheets = workbook.sheets.length === 0 ? [emptySheet("Sheet1")] : workbook.sheets.slice();
  // A workbook without a visible sheet cannot be opened.
  if (sheets.every((sheet) => sheet.state !== "visible")) sheets[0] = { ...sheets[0]!, state: "visible" };
  sheets.forEach(refuseLongText);
  const looks = new Map<Style, FileCell["style"]>();
  const styleOf = (style: Style): FileCell["style"] => {
    let look = looks.get(style);
    if (look === undefined) looks.set(style, (look = fileStyle(style)));
    return look;
  };
  const active = sheets.findIndex(({ name, state }) => name === workbook.active && state === "visible");
  const grafter = sheets.some(({ carried }) => carried !== undefined) ? await grafting() : null;
  try {
    const bytes = await writeFile({
      sheets: sheets.map((sheet) => fileSheet(sheet, styleOf)),
      defaultFont: baseFont,
      activeSheet: active < 0 ? sheets.findIndex(({ state }) => state === "visible") : active,
      namedRanges: sheets.flatMap(printNames),
      properties: { modified: new Date(Date.UTC(2000, 0, 1)), custom: { ...workbook.properties } },
    });
    return grafter === null ? bytes : await grafter.graft(bytes, sheets);
  } catch (error) {
    throw new HostError("bad-file", error instanceof Error ? error.message : String(error));
  }
}
