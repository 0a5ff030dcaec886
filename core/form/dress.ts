import { call, cell, infix, num } from "../formula/expr";
import { inputsOf } from "../rule/inputs";
import type { Criterion, Rubric } from "../rubric/rubric";
import type { Area } from "../sheet/address";
import type { SheetPatch, Write } from "../sheet/patch";
import type { Language } from "../sheet/snapshot";
import type { Conditional, Style, Validation } from "../sheet/workbook";
import type { SheetWords } from "../words/sheet-words";
import { alarm, problem } from "./alarm";
import { inputCheck, notApplicableCheck, reviewedCheck, textCheck } from "./checks";
import { condition } from "./condition";
import { inputCalls } from "./input-call";
import { firstHelper, formColumns, type FormColumn, type FormLayout } from "./layout";
import { columnWidths, heightOf, linesOf, looks, percentFormat, pointsFormat, shareFormat } from "./looks";

type Styles = { area: Area; style: Style }[];

/** The visible columns of the table, first and last. */
function shownColumns(layout: FormLayout): { first: number; count: number } {
  return { first: layout.columns.code, count: layout.columns[firstHelper] - layout.columns.code };
}

function stylesOf(rubric: Rubric, layout: FormLayout): Styles {
  const { columns } = layout;
  const { first, count } = shownColumns(layout);
  const styles: Styles = [];
  const span = (row: number, column: number, rows: number, width: number, style: Style): void => {
    styles.push({ area: { row, column, rows, columns: width }, style });
  };
  const at = (row: number, column: FormColumn, style: Style): void => span(row, columns[column], 1, 1, style);
  const last = new Map<string, { area: Area; style: Style; index: number }>();
  /** Like `span` on one row, joined with the same look right above. */
  const line = (row: number, column: FormColumn, width: number, style: Style): void => {
    const key = `${column} ${width} ${JSON.stringify(style)}`;
    const above = last.get(key);
    if (above !== undefined && above.area.row + above.area.rows === row) {
      above.area = { ...above.area, rows: above.area.rows + 1 };
      styles[above.index] = { area: above.area, style };
      return;
    }
    span(row, columns[column], 1, width, style);
    last.set(key, { ...styles[styles.length - 1]!, index: styles.length - 1 });
  };
  const rows = layout.lastRow - layout.firstRow + 1;
  const points = pointsFormat(rubric.settings.digits);

  const centred: Style = { align: "center", vertical: "middle" };
  const own: Style = { ...centred, wrap: true, locked: false };
  at(layout.agencyCell.row, "name", own);
  at(layout.unitCell.row, "name", { ...own, bold: true });
  at(layout.agencyCell.row, "evidence", { ...centred, bold: true });
  at(layout.unitCell.row, "evidence", { ...centred, bold: true, underline: true });
  at(layout.titleRow, "unit", { ...centred, bold: true, size: rubric.title.length > 90 ? 12 : 14 });
  at(layout.titleRow + 1, "unit", { ...centred, italic: true });
  at(layout.unitCodeCell.row, "name", { align: "right", vertical: "middle", ...looks.quiet });
  at(layout.unitCodeCell.row, "rule", { align: "left", indent: 1, vertical: "middle", format: "@", bold: true, locked: false });
  at(layout.periodCell.row, "answer", { vertical: "middle", locked: false });
  at(layout.progressCell.row, "unit", { align: "right", vertical: "middle", ...looks.quiet });
  at(layout.progressCell.row, "self", { bold: true, align: "right", vertical: "middle", format: points });
  at(layout.progressCell.row, "status", { align: "left", indent: 1, vertical: "middle", bold: true });

  span(layout.headRow, first, 1, count, looks.head);
  span(layout.firstRow, first, rows, count, looks.table);
  span(layout.firstRow, columns.id, rows, 2, { format: "@" });
  for (const column of ["self", "final"] as const) {
    span(layout.firstRow, columns[column], rows, 1, { ...looks.computed, format: points });
  }
  span(layout.firstRow, columns.max, rows, 1, { align: "right" });
  span(layout.firstRow, columns.status, rows, 1, { align: "left", indent: 1 });
  for (const row of layout.rows) {
    if (row.kind === "group") line(row.row, "code", count, looks.group);
    if (row.kind === "criterion") {
      line(row.row, "name", 1, { align: "left", indent: Math.min(row.depth, 3) });
      if (row.node.rule === null) line(row.row, "rule", 1, looks.unread);
      if (rubric.settings.notApplicable !== "none") line(row.row, "answer", 1, looks.left);
      line(row.row, "evidence", 2, looks.entered);
      line(row.row, "reviewed", 1, { ...looks.reviewed, align: "right", format: points });
      line(row.row, "reason", 1, { ...looks.reviewed, align: "left", indent: 1 });
    }
    if (row.kind === "input") {
      line(row.row, "code", 1, looks.quiet);
      line(row.row, "name", 1, { align: "left", indent: Math.min(row.depth + 1, 4) });
      if (row.node.rule === null) line(row.row, "name", 2, looks.unread);
      const format = row.input.kind === "share" ? { format: shareFormat } : {};
      const align = row.input.kind === "list" ? ("left" as const) : ("right" as const);
      line(row.row, "answer", 1, { ...looks.entered, align, ...format });
    }
  }
  const foot = [layout.percentRow, layout.bandRow, ...layout.pillars.map(({ row }) => row)];
  span(layout.totalRow, first, 1, count, looks.total);
  at(layout.totalRow, "status", { align: "left", indent: 1 });
  for (const row of foot) span(row, first, 1, count, looks.foot);
  for (const row of [layout.totalRow, ...layout.pillars.map((pillar) => pillar.row)]) {
    for (const column of ["self", "final"] as const) at(row, column, { ...looks.computed, format: points });
    at(row, "max", { align: "right" });
  }
  for (const column of ["self", "final"] as const) {
    at(layout.percentRow, column, { ...looks.computed, wrap: false, format: percentFormat });
  }
  at(layout.bandRow, "final", { ...looks.computed, wrap: false });
  at(layout.dateCell.row, "evidence", { ...own, italic: true });
  for (const column of ["name", "evidence"] as const) {
    at(layout.signRow, column, { ...centred, bold: true });
    at(layout.signRow + 1, column, { ...centred, italic: true });
    at(layout.endRow, column, { ...own, bold: true });
  }
  return styles;
}

function checksOf(
  rubric: Rubric, layout: FormLayout, language: Language, words: SheetWords,
): { area: Area; rule: Validation }[] {
  const { columns } = layout;
  const found: { area: Area; rule: Validation }[] = [];
  const at = (row: number, column: FormColumn, rule: Validation): void => {
    found.push({ area: { row, column: columns[column], rows: 1, columns: 1 }, rule });
  };
  for (const row of layout.rows) {
    if (row.kind === "criterion") {
      const { node } = row;
      if (rubric.settings.notApplicable !== "none") at(row.row, "answer", notApplicableCheck(node, words));
      const { evidence } = words.checks;
      at(row.row, "evidence", textCheck(`${node.code} · ${words.form.heads.evidence}`, evidence(node.evidence), evidence("").prompt));
      at(row.row, "explanation", textCheck(`${node.code} · ${words.form.heads.explanation}`, words.checks.explanation));
      at(row.row, "reviewed", reviewedCheck(node, words, language));
      at(row.row, "reason", textCheck(`${node.code} · ${words.form.heads.reason}`, words.checks.reason));
    }
    if (row.kind === "input") {
      const options = row.input.options?.length ?? 1;
      const area = { row: row.row, column: layout.optionColumn, rows: 1, columns: options };
      at(row.row, "answer", inputCheck(row.node, row.input, words, language, { sheet: layout.sheet, area }));
    }
  }
  return found;
}

/** Colours that follow the hidden helpers: what is missing, what is wrong, what is done, what the review changed. */
function conditionalsOf(layout: FormLayout): Conditional[] {
  const { columns, firstRow: row } = layout;
  const rows = layout.lastRow - row + 1;
  const over = (column: FormColumn): Area => ({ row, column: columns[column], rows, columns: 1 });
  const state = cell(row, columns.alarm);
  const amiss = condition(infix(state, ">=", num(problem)));
  const wrongEntry = condition(infix(state, ">=", num(problem)), infix(call("LEN", cell(row, columns.answer)), ">", num(0)));
  const blank = condition(infix(state, "=", num(alarm.blank)));
  const missing = condition(infix(state, ">", num(alarm.blank)), infix(state, "<", num(problem)));
  const warned = condition(infix(state, "=", num(alarm.warning)));
  const done = condition(infix(cell(row, columns.filled), "=", num(1)), infix(state, "=", num(0)));
  const changed = condition(
    call("ISNUMBER", cell(row, columns.adjusted)), infix(cell(row, columns.final), "<>", cell(row, columns.self)),
  );
  return [
    { area: over("status"), formula: amiss, style: looks.problem },
    { area: over("answer"), formula: wrongEntry, style: looks.problem },
    { area: over("status"), formula: blank, style: looks.blank },
    { area: over("status"), formula: missing, style: looks.todo },
    { area: over("status"), formula: warned, style: looks.todo },
    { area: over("status"), formula: done, style: looks.done },
    { area: over("final"), formula: changed, style: looks.changed },
  ];
}

/** Lines that the status of a criterion takes where every input is named in it. */
function statusLines(criterion: Criterion, words: SheetWords): number {
  const called = new Set(inputCalls(inputsOf(criterion.rule, criterion), words).values());
  return called.size < 2 ? 1 : linesOf(words.status.missing.replace("{}", [...called].join(", ")), columnWidths.status ?? 10);
}

/** Row heights from the texts that stand in the rows: programs do not fit wrapped rows on loading. */
function heightsOf(layout: FormLayout, cells: readonly (readonly Write[])[], words: SheetWords): { row: number; height: number; hidden?: boolean }[] {
  const rows = new Map(layout.rows.map((row) => [row.row, row]));
  const wrapped = ["code", "name", "rule", "answer", "unit", "evidence", "explanation", "reason"] as const;
  const fixed = new Map<number, number>([[layout.titleRow, 26], [layout.headRow, 49], [layout.totalRow, 24]]);
  const heights: { row: number; height: number; hidden?: boolean }[] = [{ row: layout.keyRow, height: 15, hidden: true }];
  /** The unit's own lines of the letterhead. */
  const headLines = (row: number): number => {
    if (row !== layout.agencyCell.row && row !== layout.unitCell.row) return 1;
    return linesOf(String(cells[row]?.[layout.columns.name]?.v ?? ""), columnWidths.name ?? 10, true);
  };
  cells.forEach((cut, row) => {
    if (row === layout.keyRow) return;
    const of = rows.get(row);
    const kind = of?.kind;
    const lines = kind === undefined ? [headLines(row)] : wrapped.map((column) => {
      const write = cut[layout.columns[column]];
      const value = write?.v ?? "";
      const indent = column === "name" ? 4 : 0;
      const width = (columnWidths[column] ?? 10) - indent;
      return typeof value === "string" ? linesOf(value, width, kind === "group") : 1;
    });
    const least = of?.kind === "criterion" ? Math.max(2, statusLines(of.node, words)) : 1;
    heights.push({ row, height: fixed.get(row) ?? heightOf(Math.max(least, ...lines)), hidden: false });
  });
  return heights;
}

/** Looks, checks, widths, print and protection of a form; `cells` are what stands in it. */
export function dressForm(
  rubric: Rubric, layout: FormLayout, cells: readonly (readonly Write[])[],
  { language }: { readonly language: Language }, words: SheetWords,
): Omit<SheetPatch, "sheet" | "create" | "clear" | "blocks" | "position"> {
  const { first, count } = shownColumns(layout);
  const table = layout.lastRow - layout.headRow + 1;
  const names = new Map(formColumns.map((name) => [layout.columns[name], name]));
  return {
    styles: stylesOf(rubric, layout),
    validations: checksOf(rubric, layout, language, words),
    conditionals: conditionalsOf(layout),
    columns: Array.from({ length: layout.width }, (_, column) => {
      const width = columnWidths[names.get(column) ?? "alarm"] ?? 10;
      return { column, width, hidden: column < first || column >= first + count };
    }),
    rows: heightsOf(layout, cells, words),
    freeze: { rows: layout.headRow + 1, columns: layout.columns.name + 1 },
    filter: { row: layout.headRow, column: first, rows: table, columns: count },
    print: {
      orientation: "landscape", fitWidth: true, repeat: [layout.headRow, layout.headRow], footer: words.form.footer,
      area: { row: 1, column: first, rows: layout.endRow, columns: count },
    },
    protection: { formatColumns: true, formatRows: true, filter: true, sort: false },
  };
}
