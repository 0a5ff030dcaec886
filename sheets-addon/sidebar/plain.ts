import { fromSheets, toSheets } from "../../core/formula/sheets-dialect";
import type { Asked, Guards } from "../../core/sheet/host";
import type { Expect, Patch, SheetPatch, Write } from "../../core/sheet/patch";
import type { SheetSnapshot } from "../../core/sheet/snapshot";
import type { CellValue, Protection } from "../../core/sheet/workbook";
import type { Plain, PlainGuards, PlainSheet } from "../api";
import { journalOf, stillExpected } from "../journal";

type Mark = "," | ".";

const errors = /^#(N\/A|REF!|VALUE!|DIV\/0!|NUM!|NAME\?|NULL!|ERROR!)$/;

/** The decimal mark of a spreadsheet's locale (`vi_VN`), as Google Sheets uses it in cells and formulas. */
export function decimalOf(locale: string): Mark {
  try {
    const parts = new Intl.NumberFormat(locale.replace(/_/g, "-")).formatToParts(1.5);
    return parts.some(({ type, value }) => type === "decimal" && value === ",") ? "," : ".";
  } catch {
    return ",";
  }
}

function valueOf(value: Plain, formula: string | null): CellValue {
  if (typeof value === "object") return value;
  if (value === "") return formula === null ? null : "";
  return formula !== null && typeof value === "string" && errors.test(value) ? { error: value } : value;
}

/** Ends a row, or a sheet, behind the last cell that holds something. */
function used<T>(list: readonly T[], holds: (each: T) => boolean): T[] {
  let end = list.length;
  while (end > 0 && !holds(list[end - 1]!)) end--;
  return list.slice(0, end);
}

/** A sheet as the core reads it. */
export function sheetSnapshot({ name, hidden, ...plain }: PlainSheet, decimal: Mark): SheetSnapshot {
  const cells = plain.values.map((line, i) =>
    used(
      line.map((value, j) => {
        const own = plain.formulas[i]?.[j] ?? "";
        const formula = own === "" ? null : fromSheets(own.replace(/^=/, ""), decimal);
        const shown = plain.texts[i]?.[j] ?? null;
        const same = typeof value === "number" && shown === String(value).replace(".", decimal);
        return { value: valueOf(value, formula), formula, text: same ? null : shown };
      }),
      ({ value, formula }) => value !== null || formula !== null,
    ),
  );
  const rows = used(cells, (line) => line.length > 0);
  return {
    name,
    state: hidden ? "hidden" : "visible",
    values: rows.map((line) => line.map(({ value }) => value)),
    formulas: rows.map((line) => line.map(({ formula }) => formula)),
    texts: rows.map((line) => line.map(({ text }) => text)),
  };
}

/** Google keeps nothing of what a protection allows. */
const unknownGuard: Protection = { formatColumns: false, formatRows: false, filter: false, sort: false };

/** Guards as the core reads them. */
export function guardsOf({ sheet, protection, checks }: Asked, plain: PlainGuards, decimal: Mark): Guards {
  const { locked, formats } = plain;
  return {
    sheet, locked, formats,
    protection: locked === null ? null : protection ?? unknownGuard,
    checks: plain.checks.map((check, k) => (check === "asked" ? checks[k]!.rule : check)),
    conditionals: plain.conditionals.map((formula) => fromSheets(formula.replace(/^=/, ""), decimal)),
  };
}

const write = (cell: Write, decimal: Mark): Write =>
  cell !== null && "f" in cell ? { ...cell, f: toSheets(cell.f, decimal) } : cell;

function plainPart(part: SheetPatch, decimal: Mark): SheetPatch {
  const { blocks, conditionals } = part;
  return {
    ...part,
    ...(blocks === undefined ? {} : {
      blocks: blocks.map((block) => ({ ...block, cells: block.cells.map((line) => line.map((cell) => write(cell, decimal))) })),
    }),
    ...(conditionals === undefined ? {} : {
      conditionals: conditionals.map((rule) => ({ ...rule, formula: toSheets(rule.formula, decimal) })),
    }),
  };
}

/** Characters of a call beyond which a patch is sent in several. */
const LONGEST_CALL = 16000000;

/** Cells of a journal that tell it from another: its mark, its length and how it begins. */
const journalHead = 3;

/**
 * A patch as the server takes it, whole sheets in each part. The first compares all, each later one the journal and the
 * sheets that begin with it; only the last leads to a cell.
 */
export function plainPatches(patch: Patch, decimal: Mark, longest = LONGEST_CALL): Patch[] {
  const groups: SheetPatch[][] = [[]];
  let length = JSON.stringify(patch.expect).length;
  for (const sheet of patch.sheets.map((part) => plainPart(part, decimal))) {
    const own = JSON.stringify(sheet).length;
    if (length + own > longest && groups[groups.length - 1]!.length > 0) {
      groups.push([]);
      length = 0;
    }
    groups[groups.length - 1]!.push(sheet);
    length += own;
  }
  const journal = journalOf(patch);
  const expectOf = (sheets: readonly SheetPatch[], begun: number): Expect[] =>
    stillExpected({ ...patch, sheets: [...patch.sheets.slice(0, begun), ...sheets] }, begun).map((each) =>
      each.sheet === journal?.sheet && each.row === 0 && each.column === journal.column
        ? { ...each, values: each.values.slice(0, journalHead) } : each);
  let begun = 0;
  const firsts = groups.map(({ length: parts }) => (begun += parts) - parts);
  return groups.map((sheets, index) => ({
    expect: index === 0 ? patch.expect : expectOf(sheets, firsts[index]!),
    sheets,
    ...(index === groups.length - 1 && patch.show !== undefined ? { show: patch.show } : {}),
  }));
}
