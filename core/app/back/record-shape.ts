import { isPart } from "../../form/entry";
import type { WayBack } from "./record";

/** Rows of Excel's sheets, columns of Google's: no sheet reaches further. */
const mostRows = 1048576;
const mostColumns = 18278;
/** Cells that runs may stand for, in all sheets of a record together: what reads a file lays out no more. */
const mostCells = 4000000;

type Fields = Readonly<Record<string, unknown>>;
type Is = (read: unknown) => boolean;

const isObject = (read: unknown): read is Fields => typeof read === "object" && read !== null && !Array.isArray(read);
const listOf = (each: Is): Is => (read) => Array.isArray(read) && read.every((one) => each(one));
const isText: Is = (read) => typeof read === "string";
const isFlag: Is = (read) => typeof read === "boolean";
const isWhole = (read: unknown, from: number, below: number): read is number =>
  typeof read === "number" && Number.isInteger(read) && read >= from && read < below;
const isRow: Is = (read) => isWhole(read, 0, mostRows);
const isColumn: Is = (read) => isWhole(read, 0, mostColumns);
const isValue: Is = (read) =>
  read === null || ["string", "number", "boolean"].includes(typeof read) || (isObject(read) && isText(read["error"]) && !("f" in read));
const has = (read: unknown, fields: Readonly<Record<string, Is>>): read is Fields =>
  isObject(read) && Object.entries(fields).every(([name, is]) => is(read[name]));

const isHeld: Is = (read) => isValue(read) || (isObject(read) && isText(read["f"]) && (!("v" in read) || isValue(read["v"])));
const isSeen: Is = (read) => isValue(read) || (isObject(read) && read["f"] === true);

/** How many cells a packed line stands for; NaN where it is none. */
function widthOf(line: unknown): number {
  if (!Array.isArray(line)) return NaN;
  return line.reduce((sum: number, cell: unknown): number => {
    if (Array.isArray(cell)) return cell.length === 1 && isWhole(cell[0], -mostColumns, mostColumns + 1) ? sum + Math.abs(cell[0]) : NaN;
    if (isValue(cell)) return sum + 1;
    const computes = isObject(cell) && (!("f" in cell) || isText(cell["f"])) && (!("v" in cell) || isValue(cell["v"]));
    return computes ? sum + 1 : NaN;
  }, 0);
}

/** Cells of the packed lines of a sheet; NaN where one is spoilt or does not fit on it. */
function cellsOf(sheet: unknown): number {
  if (!has(sheet, { sheet: isText, left: Array.isArray })) return NaN;
  const { was, left } = sheet;
  if (was !== null && !(Array.isArray(was) && was.length <= mostRows)) return NaN;
  const seen = (left as readonly unknown[]).map((each): unknown => (Array.isArray(each) && each.length === 2 && isRow(each[0]) ? each[1] : null));
  return [...((was ?? []) as readonly unknown[]), ...seen].reduce((sum: number, line): number => {
    const width = widthOf(line);
    return width <= mostColumns ? sum + width : NaN;
  }, 0);
}

const isCell: Is = (read) => has(read, { sheet: isText, row: isRow, column: isColumn, was: isHeld, left: isSeen });

const isUnit: Is = (read) => has(read, { code: isText, name: isText });
const isFormula: Is = (read) =>
  has(read, { criterion: isText, part: (part) => typeof part === "string" && isPart(part), formula: isText, value: isValue });
const isMove: Is = (read) => Array.isArray(read) && read.length === 4 && isRow(read[0]) && isColumn(read[1]) && isRow(read[2]) && isColumn(read[3]);
const isBefore: Is = (read) => read === null || has(read, { unit: isUnit, moved: listOf(isMove), formulas: listOf(isFormula) });
const isLanguage: Is = (read) => read === "vi" || read === "en";
const isForm: Is = (read) => has(read, { sheet: isText, unit: isUnit, language: isLanguage, before: isBefore });

const isBand: Is = (read) => has(read, { name: isText, from: isText, inclusive: isFlag });
const isNode: Is = (read) => isWhole(read, 0, mostRows) ||
  has(read, { kind: (kind) => kind === "group" || kind === "criterion", id: isText, code: isText, name: isText, data: isText });
const isParked: Is = (read) => has(read, {
  unit: isText, sheet: isText, criterion: isText, code: isText, name: isText, label: isText, value: isValue,
  part: (part) => typeof part === "string" && isPart(part),
});
const isStore: Is = (read) => has(read, {
  rubric: (rubric) => has(rubric, { id: isText, title: isText, decision: isText, level: isText, year: isText }),
  fingerprint: isText, source: isText, language: isLanguage,
  settings: (settings) => has(settings, {
    digits: (digits) => isWhole(digits, 0, 11), roundAt: isText, evidence: isText, notApplicable: isText, bands: listOf(isBand), bandUnit: isText,
    ties: isText, encouragedInCounts: isFlag,
  }),
  pillars: listOf((pillar) => has(pillar, { code: isText, name: isText, groups: listOf(isText) })),
  nodes: listOf(isNode), forms: listOf((form) => has(form, { sheet: isText, unit: isUnit })), parked: listOf(isParked),
});

/** Whether a record is one of ours: the hidden sheet may have been changed by hand, or come from a stranger. */
export function isWayBack(read: unknown): read is WayBack {
  if (!has(read, { decimal: (mark) => mark === "," || mark === ".", sheets: Array.isArray, cells: listOf(isCell), forms: listOf(isForm) })) return false;
  const { store, digits, sheets } = read;
  if (digits !== undefined && !isWhole(digits, 0, 21)) return false;
  if (store !== undefined && store !== null && !isStore(store)) return false;
  return (sheets as readonly unknown[]).reduce((sum: number, sheet): number => sum + cellsOf(sheet), 0) <= mostCells;
}
