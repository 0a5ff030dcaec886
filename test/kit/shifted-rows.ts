import { columnName, parseCellName } from "../../core/sheet/address";
import type { Sheet, Workbook } from "../../core/sheet/workbook";

/** Rows or columns inserted (`count` > 0) or deleted (`count` < 0) before `at`. */
export interface Shift {
  readonly sheet: string;
  readonly of: "rows" | "columns";
  readonly at: number;
  readonly count: number;
}

const texts = /("(?:[^"]|"")*")|('(?:[^']|'')*'!)?(\$?[A-Z]{1,3}\$?[1-9]\d*)(?::(\$?[A-Z]{1,3}\$?[1-9]\d*))?(?![\w(])/g;

/** As spreadsheet programs do it: cells move, and every formula, check and colour of the workbook follows. */
export function shifted(workbook: Workbook, { sheet: name, of, at, count }: Shift): Workbook {
  /** Where a row or column stands afterwards; null where it is gone. */
  const to = (index: number): number | null => (index < at ? index : count < 0 && index < at - count ? null : index + count);
  const first = (index: number): number => to(index) ?? at;
  const last = (index: number): number => to(index) ?? at - 1;
  const place = (text: string, move: (index: number) => number | null): string | null => {
    const { row, column } = parseCellName(text)!;
    const now = move(of === "rows" ? row : column);
    if (now === null) return null;
    const [, fixedColumn, fixedRow] = /^(\$?)[A-Z]+(\$?)/.exec(text)!;
    return `${fixedColumn}${columnName(of === "rows" ? column : now)}${fixedRow}${(of === "rows" ? now : row) + 1}`;
  };
  const follow = (formula: string, own: string): string =>
    formula.replace(texts, (whole: string, quoted?: string, prefix?: string, from?: string, until?: string) => {
      if (quoted !== undefined || from === undefined) return whole;
      const target = prefix === undefined ? own : prefix.slice(1, -2).replace(/''/g, "'");
      if (target !== name) return whole;
      const start = place(from, until === undefined ? to : first);
      const end = until === undefined ? null : place(until, last);
      if (start === null || (until !== undefined && first(index(from)) > last(index(until)))) return `${prefix ?? ""}#REF!`;
      return `${prefix ?? ""}${start}${end === null ? "" : `:${end}`}`;
    });
  const index = (text: string): number => parseCellName(text)![of === "rows" ? "row" : "column"];
  const cut = <T>(list: readonly T[], blank: T): T[] =>
    count > 0
      ? [...list.slice(0, at), ...Array.from({ length: count }, () => blank), ...list.slice(at)]
      : [...list.slice(0, at), ...list.slice(at - count)];
  const areas = <T extends { readonly area: Sheet["merges"][number] }>(list: readonly T[]): T[] => list.flatMap((item) => {
    const { area } = item;
    const [begin, size] = of === "rows" ? [area.row, area.rows] : [area.column, area.columns];
    const [start, end] = [first(begin), last(begin + size - 1)];
    if (end < start) return [];
    const moved = of === "rows" ? { ...area, row: start, rows: end - start + 1 } : { ...area, column: start, columns: end - start + 1 };
    return [{ ...item, area: moved }];
  });
  return {
    ...workbook,
    sheets: workbook.sheets.map((sheet): Sheet => {
      const cells = sheet.cells.map((line) => line?.map((cell) =>
        cell?.f === undefined ? cell : { ...cell, f: follow(cell.f, sheet.name) }));
      const conditionals = sheet.conditionals.map((each) => ({ ...each, formula: follow(each.formula, sheet.name) }));
      if (sheet.name !== name) return { ...sheet, cells, conditionals };
      return {
        ...sheet,
        cells: of === "rows" ? cut(cells, undefined) : cells.map((line) => (line === undefined ? line : cut(Array.from(line), undefined))),
        rows: of === "rows" ? cut(sheet.rows, undefined) : sheet.rows,
        columns: of === "columns" ? cut(sheet.columns, undefined) : sheet.columns,
        validations: areas(sheet.validations).map((check) =>
          check.rule.kind !== "range" ? check : { ...check, rule: { ...check.rule, area: areas([{ area: check.rule.area }])[0]?.area ?? check.rule.area } }),
        conditionals: areas(conditionals),
      };
    }),
  };
}
