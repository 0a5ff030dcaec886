import { call, cell, type Expr, infix, num, text } from "../formula/expr";
import { type Exact, toNumber } from "../number/exact";
import { type Indicator, pointsText } from "../ranking/indicator";
import type { Area } from "../sheet/address";
import type { SheetPatch } from "../sheet/patch";
import type { Language } from "../sheet/snapshot";
import type { Validation } from "../sheet/workbook";
import { plainNumber } from "../words/plain";
import type { RankingWords } from "../words/ranking-words";
import type { CheckWords } from "../words/sheet-words";
import { condition } from "./condition";
import type { IndicatorsLayout } from "./indicators-layout";
import { looks, pointsFormat } from "./looks";
import { pagesOf } from "./page";
import { computedCheck, headHeight, lineHeight, rankingLooks, titleHeight, widthsOf } from "./ranking-looks";

/** Number format of typed points, which may have more decimals than the rubric's. */
export const typedFormat = (digits: number): string => (digits === 0 ? "General" : `${pointsFormat(digits)}####`);

/** All that the looks of the sheet of points follow from. */
export interface IndicatorsLook {
  readonly layout: Pick<IndicatorsLayout, "columns" | "blocks" | "minRow" | "maxRow" | "headRow" | "firstRow" | "rows" | "shown" | "width"> & {
    readonly indicators: readonly Pick<Indicator, "label" | "min" | "max">[];
    readonly criteria: readonly { readonly name: string }[];
  };
  readonly digits: number;
  readonly withBands: boolean;
  /** The maximum of a unit to which everything applies. */
  readonly full: Exact;
  readonly rows: readonly { readonly name: string; readonly typed: boolean }[];
}

/** Runs of lines whose points are typed, as rows of an area. */
function typedRuns(rows: IndicatorsLook["rows"]): { from: number; rows: number }[] {
  const found: { from: number; rows: number }[] = [];
  rows.forEach(({ typed }, i) => {
    if (!typed) return;
    const last = found[found.length - 1];
    if (last !== undefined && last.from + last.rows === i) last.rows += 1;
    else found.push({ from: i, rows: 1 });
  });
  return found;
}

/** Looks, checks, widths, print and protection of the sheet of points; `before` are the columns that stood there. */
export function dressIndicators(
  { layout, digits, withBands, full, rows }: IndicatorsLook, before: number, words: RankingWords, language: Language,
): Omit<SheetPatch, "sheet"> {
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
  const typed = typedRuns(rows);
  const format = typedFormat(digits);
  const widths: (number | null)[] = Array.from({ length: layout.width }, (_, column) => (column < layout.shown ? 10 : null));
  widths[at.code] = 11;
  widths[at.name] = 40;
  widths[at.block] = layout.blocks.length > 1 ? 22 : null;
  widths[at.standing] = 13;
  widths[at.band] = withBands ? 14 : null;
  widths[at.note] = 60;
  return {
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
      ...typed.flatMap((run) => [
        { area: area(at.points, indicators.length, run.from, run.rows), style: rankingLooks.typed },
        { area: area(at.max, 1, run.from, run.rows), style: rankingLooks.typed },
      ]),
    ],
    validations: [
      { area: area(0, layout.shown), rule: computedCheck(said.title, said.checks.computed) },
      ...typed.flatMap((run) => [
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
        formula: condition(...unsettled(cell(firstRow, at.note), [said.notes.full, said.notes.encouraged])),
        style: looks.todo,
      },
    ],
    scales: [...indicators.map((_, k) => at.points + k), at.percent].map((column) => ({
      area: area(column, 1), ...rankingLooks.heat,
    })),
    columns: widthsOf(widths, before),
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
const unsettled = (note: Expr, settled: readonly string[]): Expr[] =>
  [infix(call("LEN", note), ">", num(0)), ...settled.map((of) => call("NOT", call("EXACT", note, text(of))))];
