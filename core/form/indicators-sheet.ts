import { printFormula } from "../formula/print";
import { call, cell, type Expr, infix, num, text } from "../formula/expr";
import { type Exact, toNumber } from "../number/exact";
import { fullMaximum, pointsText } from "../ranking/indicator";
import type { Standing } from "../ranking/standing";
import type { Settings } from "../rubric/rubric";
import type { Block, SheetPatch, Write } from "../sheet/patch";
import type { Facts, SheetSnapshot } from "../sheet/snapshot";
import type { CellValue, Validation } from "../sheet/workbook";
import type { Area } from "../sheet/address";
import { plainNumber } from "../words/plain";
import type { RankingWords } from "../words/ranking-words";
import type { CheckWords } from "../words/sheet-words";
import { blockFormulas, formReferences, lineFormulas, nameFormula, sortedFormulas } from "./indicators-formulas";
import { aroundBlock } from "./around-block";
import { allRankings, indicatorsKey, indicatorsReach, type IndicatorsLayout } from "./indicators-layout";
import { lineValues, type LineValues, sortedValues } from "./indicators-values";
import type { PointsRow } from "./indicators-rows";
import { looks, pointsFormat } from "./looks";
import { pagesOf } from "./page";
import { computedCheck, headHeight, lineHeight, rankingLooks, titleHeight, usedArea, widthsOf } from "./ranking-looks";
import type { UnitsLayout } from "./units-sheet";

/** What the sheet of points is made of. */
export interface IndicatorsContent {
  readonly layout: IndicatorsLayout;
  readonly units: UnitsLayout;
  readonly rows: readonly PointsRow[];
  /** One for each row. */
  readonly standings: readonly Standing[];
  readonly settings: Settings;
  readonly title: string;
}

/** Number format of typed points, which may have more decimals than the rubric's. */
export const typedFormat = (digits: number): string => (digits === 0 ? "General" : `${pointsFormat(digits)}####`);

/** The values of every line, which the ranking sheet shows too. */
export function valuesOf(content: IndicatorsContent, words: RankingWords, decimal: Facts["decimal"]): LineValues[] {
  const { layout, units, rows, standings, settings } = content;
  return rows.map((row, i) => {
    const place = row.unit === null ? 0 : units.at[i]! - units.firstRow + 1;
    return lineValues(row, standings[i]!, place, layout, settings, words, decimal);
  });
}

function lineBlock(content: IndicatorsContent, lines: readonly LineValues[], words: RankingWords): Block {
  const { layout, units, rows, settings } = content;
  const { columns: at, indicators, criteria } = layout;
  const { lines: formulas, formNote } = lineFormulas(layout, units, settings, words);
  const print = (of: Expr): string => printFormula(of);
  const width = at.tally + 1;
  const cells = rows.map((row, i): Write[] => {
    const line = layout.firstRow + i;
    const values = lines[i]!;
    const value = (column: number): CellValue => values.get(column) ?? "";
    const writes: Write[] = Array.from({ length: width }, (_, column): Write => {
      const formula = formulas.get(column);
      return formula === undefined ? { v: null } : { f: formula(line), v: value(column) };
    });
    writes[at.code] = { v: row.code };
    writes[at.name] = { f: print(nameFormula(layout, units, line, row.name)), v: value(at.name) };
    if (row.form === null) {
      row.cells.forEach((value, k) => (writes[at.points + k] = typedWrite(value)));
      writes[at.max] = typedWrite(row.max);
      return writes;
    }
    const of = formReferences(row.form.layout, layout);
    const refer = (column: number, formula: Expr): void => {
      writes[column] = { f: print(formula), v: value(column) };
    };
    indicators.forEach((_, k) => refer(at.points + k, of.points(k)));
    refer(at.total, of.total);
    refer(at.max, of.max);
    criteria.forEach(({ id }, k) => refer(at.criteria + k, of.criterion(id)));
    writes[at.note] = { f: formNote(line), v: value(at.note) };
    return writes;
  });
  return { row: layout.firstRow, column: 0, cells };
}

/**
 * What a person typed stays; a broken reference of theirs becomes its text, and so does a truth value, which one program
 * takes for a number and another does not.
 */
function typedWrite(value: CellValue): Write {
  if (typeof value === "boolean") return { v: String(value).toUpperCase() };
  return { v: typeof value === "object" && value !== null ? value.error : value };
}

function headBlock(layout: IndicatorsLayout, title: string, words: RankingWords): Block {
  const { columns: at, indicators, criteria } = layout;
  const { heads, maxRow, hint } = words.points;
  const row = (fill: (put: (column: number, value: string | number) => void) => void): Write[] => {
    const writes: Write[] = Array.from({ length: layout.shown }, () => ({ v: null }));
    fill((column, value) => (writes[column] = { v: value }));
    return writes;
  };
  const eachIndicator = (put: (column: number, value: string | number) => void, of: (k: number) => string | number): void =>
    indicators.forEach((_, k) => put(at.points + k, of(k)));
  return {
    row: 0,
    column: 0,
    cells: [
      row((put) => {
        put(at.code, indicatorsKey.code);
        put(at.name, indicatorsKey.name);
        put(at.max, indicatorsKey.max);
        eachIndicator(put, (k) => indicatorsKey.points(indicators[k]!.id));
        criteria.forEach(({ id }, k) => put(at.criteria + k, indicatorsKey.criterion(id)));
      }),
      row((put) => put(at.name, `${words.points.title}${title === "" ? "" : ` · ${title}`}`)),
      row((put) => put(at.name, hint)),
      row((put) => eachIndicator(put, (k) => toNumber(indicators[k]!.min))),
      row((put) => {
        put(at.name, maxRow);
        eachIndicator(put, (k) => toNumber(indicators[k]!.max));
        put(at.max, toNumber(fullMaximum(indicators)));
        criteria.forEach(({ max }, k) => put(at.criteria + k, Number(max)));
      }),
      row((put) => {
        for (const key of ["code", "name", "block", "standing", "total", "max", "percent", "band", "note"] as const) {
          put(at[key], heads[key]);
        }
        eachIndicator(put, (k) => indicators[k]!.label);
        criteria.forEach(({ code, name }, k) => put(at.criteria + k, `${code}. ${name}`));
      }),
    ],
  };
}

function tableBlocks(content: IndicatorsContent, lines: readonly LineValues[]): Block[] {
  const { layout, settings } = content;
  const { columns: at, blocks, firstRow, rows } = layout;
  const all = allRankings(layout);
  const values = all.map((of) => sortedValues(lines, of, layout, settings.ties));
  const counts = blockFormulas(layout);
  const byColumn = new Map(all.map(({ before }, k) => [before, values[k]!.before]));
  const valueOf = (row: number, column: number): number => byColumn.get(column)![row - firstRow]!;
  const formulas = all.map((of) => sortedFormulas(layout, of, settings.ties));
  return [
    { row: firstRow, column: at.blockName, cells: blocks.map((block) => [{ v: block }]) },
    ...counts.map(({ row, column, formula }): Block => ({
      row, column, cells: [[{ f: printFormula(formula), v: valueOf(row, column) }]],
    })),
    {
      row: firstRow,
      column: at.position,
      cells: Array.from({ length: rows }, (_, i): Write[] => [
        { v: i + 1 },
        ...all.flatMap((_, k): Write[] => [
          { f: formulas[k]!.key(firstRow + i), v: values[k]!.keys[i]! },
          { f: formulas[k]!.place(firstRow + i), v: values[k]!.places[i]! },
        ]),
      ]),
    },
  ];
}

/** Runs of lines with or without a form, as rows of an area. */
function runs(rows: readonly PointsRow[], typed: boolean): { from: number; rows: number }[] {
  const found: { from: number; rows: number }[] = [];
  rows.forEach((row, i) => {
    if ((row.form === null) !== typed) return;
    const last = found[found.length - 1];
    if (last !== undefined && last.from + last.rows === i) last.rows += 1;
    else found.push({ from: i, rows: 1 });
  });
  return found;
}

/** Sheet `Chỉ số`: a line for each unit, from its form or typed, with the hidden keys that ranks come from. */
export function indicatorsPatch(
  content: IndicatorsContent, lines: readonly LineValues[], sheet: SheetSnapshot | null, words: RankingWords,
  language: Facts["language"],
): SheetPatch {
  const { layout, rows, settings, title } = content;
  const { columns: at, indicators, criteria, firstRow, headRow } = layout;
  const said = words.points;
  const area = (column: number, columns: number, from = 0, count = layout.rows): Area => ({
    row: firstRow + from, column, rows: count, columns,
  });
  const shownNumber = (points: Exact): string => plainNumber(pointsText(points), language);
  const numberCheck = (name: string, words: CheckWords, min: number, max: number): Validation => ({
    prompt: { title: name.slice(0, 32), text: words.prompt.slice(0, 255) },
    error: { title: name.slice(0, 32), text: words.error.slice(0, 225) },
    allowBlank: true, kind: "number", min, max,
  });
  const full = fullMaximum(indicators);
  const old = usedArea(sheet);
  const format = typedFormat(settings.digits);
  const widths: (number | null)[] = Array.from({ length: layout.width }, (_, column) => (column < layout.shown ? 10 : null));
  widths[at.code] = 11;
  widths[at.name] = 40;
  widths[at.block] = layout.blocks.length > 1 ? 22 : null;
  widths[at.standing] = 13;
  widths[at.band] = settings.bands.length === 0 ? null : 14;
  widths[at.note] = 60;
  const around = aroundBlock(sheet, indicatorsReach(sheet), { rows: firstRow + layout.rows, columns: layout.width });
  return {
    sheet: layout.sheet,
    create: true,
    ...(around.clear.length === 0 ? {} : { clear: around.clear }),
    styles: [
      { area: { row: 1, column: at.name, rows: 1, columns: 1 }, style: rankingLooks.title },
      { area: { row: 2, column: at.name, rows: 1, columns: 1 }, style: looks.quiet },
      { area: { row: layout.maxRow, column: 0, rows: 1, columns: layout.shown }, style: { ...looks.foot, ...looks.quiet } },
      { area: { row: headRow, column: 0, rows: 1, columns: layout.shown }, style: looks.head },
      { area: area(0, layout.shown), style: rankingLooks.text },
      { area: area(at.code, 1), style: { format: "@" } },
      { area: area(at.points, indicators.length + 2), style: { ...rankingLooks.number, format } },
      { area: area(at.total, 1), style: { bold: true } },
      { area: area(at.percent, 1), style: { ...rankingLooks.number, format: "0.00" } },
      ...criteria.map((_, k) => ({ area: area(at.criteria + k, 1), style: { ...rankingLooks.number, format } })),
      ...runs(rows, true).flatMap((run) => [
        { area: area(at.points, indicators.length, run.from, run.rows), style: rankingLooks.typed },
        { area: area(at.max, 1, run.from, run.rows), style: rankingLooks.typed },
      ]),
    ],
    blocks: [
      ...around.blocks, headBlock(layout, title, words), lineBlock(content, lines, words), ...tableBlocks(content, lines),
    ],
    validations: [
      { area: area(0, layout.shown), rule: computedCheck(said.title, said.checks.computed) },
      ...runs(rows, true).flatMap((run) => [
        ...indicators.map(({ label, min, max }, k) => ({
          area: area(at.points + k, 1, run.from, run.rows),
          rule: numberCheck(
            label, said.checks.points(label, shownNumber(min), shownNumber(max)), toNumber(min), toNumber(max),
          ),
        })),
        {
          area: area(at.max, 1, run.from, run.rows),
          rule: numberCheck(said.heads.max, said.checks.max(shownNumber(full)), 0, toNumber(full)),
        },
      ]),
    ],
    conditionals: [
      {
        area: area(at.note, 1),
        formula: printFormula(unsettled(cell(firstRow, at.note), [said.notes.full, said.notes.encouraged])),
        style: looks.todo,
      },
    ],
    scales: [...indicators.map((_, k) => at.points + k), at.percent].map((column) => ({
      area: area(column, 1), ...rankingLooks.heat,
    })),
    columns: widthsOf(widths, old?.columns),
    rows: [
      { row: 0, hidden: true }, { row: 1, height: titleHeight }, { row: layout.minRow, hidden: true },
      {
        row: headRow,
        height: headHeight([...indicators.map(({ label }) => label), ...criteria.map(({ name }) => name)], 10),
      },
      ...rows.map(({ name }, i) => ({ row: firstRow + i, height: lineHeight(name, 40) })),
    ],
    freeze: { rows: firstRow, columns: 2 },
    filter: { row: headRow, column: 0, rows: layout.rows + 1, columns: layout.shown },
    print: {
      orientation: "landscape", ...pagesOf(widths.slice(0, layout.shown), at.name + 1, [at.note, at.criteria]),
      repeat: [layout.maxRow, headRow], footer: "&P/&N",
      area: { row: 1, column: 0, rows: firstRow + layout.rows - 1, columns: layout.shown },
    },
    protection: rankingLooks.protection,
  };
}

/** Whether a note says that something is to be done. */
const unsettled = (note: Expr, settled: readonly string[]): Expr =>
  call("AND", infix(call("LEN", note), ">", num(0)), ...settled.map((of) => call("NOT", call("EXACT", note, text(of)))));
