import type { Workbook as FileBook } from "hucre/xlsx";
import type { FilePart } from "../../../core/issue/file";
import { issue } from "../../../core/issue/issue";
import { cellName, quoteSheet } from "../../../core/sheet/address";
import type { Issue } from "../../../core/issue/issue";
import { ruleOf } from "./checks";
import { formatFormula, type Gathered } from "./formulas";
import type { Guarded } from "./guard";
import { baseFont } from "./style";

/** What the file holds that our workbook does not, so that a saved copy will lack it. */
function partsLeft(file: FileBook, { left }: Guarded, { areas }: Gathered): FilePart[] {
  const cells = file.sheets.flatMap((sheet) => Array.from(sheet.cells?.values() ?? []));
  const fonts = new Set(cells.map((cell) => cell.style?.font?.name ?? baseFont.name));
  const checks = file.sheets.some(({ name, dataValidations = [] }) =>
    dataValidations.some((check) => ruleOf(check, name) === null),
  );
  const formats = file.sheets.some(({ conditionalRules = [] }) =>
    conditionalRules.some((rule) => (rule.type === "expression" ? formatFormula(rule) === null : rule.type !== "colorScale")),
  );
  const found: Partial<Record<FilePart, boolean>> = {
    links: cells.some((cell) => cell.hyperlink !== undefined),
    names: (file.namedRanges ?? []).some(({ name }) => !name.startsWith("_xlnm.")),
    fonts: fonts.size > 1, checks, formats, areas: areas.cut,
  };
  return PARTS.filter((part) => left.includes(part) || found[part] === true);
}

/** The order in which they are named. */
const PARTS: readonly FilePart[] = [
  "charts", "pictures", "comments", "links", "names", "tables", "pivots", "controls", "fonts", "checks", "formats", "areas",
];

/** Cells that a warning names. */
const NAMED_CELLS = 5;

export function warnings(file: FileBook, guarded: Guarded, gathered: Gathered): Issue[] {
  const parts = partsLeft(file, guarded, gathered);
  const { outside, days } = gathered;
  const missing = guarded.missing.flatMap((cells, i) => [...cells].map((key) => {
    const [row = 0, column = 0] = key.split(",").map(Number);
    return `${quoteSheet(file.sheets[i]!.name)}!${cellName(row, column)}`;
  }));
  const kept = PARTS.filter((part) => guarded.kept.includes(part));
  return [
    ...(guarded.macros ? [issue("file-macros", {}, {})] : []),
    ...(outside.length === 0
      ? [] : [issue("file-outside", {}, { count: outside.length, cells: outside.slice(0, NAMED_CELLS) })]),
    ...(days.moved.length === 0 || !days.counted
      ? [] : [issue("file-days-1904", {}, { count: days.moved.length, cells: days.moved.slice(0, NAMED_CELLS) })]),
    ...(missing.length === 0
      ? [] : [issue("file-texts-missing", {}, { count: missing.length, cells: missing.slice(0, NAMED_CELLS) })]),
    ...(kept.length === 0 ? [] : [issue("file-parts-kept", {}, { parts: kept })]),
    ...(parts.length === 0 ? [] : [issue("file-parts-left", {}, { parts })]),
  ];
}
