import { printFormula } from "../formula/print";
import type { Expr } from "../formula/expr";
import { toNumber } from "../number/exact";
import { fullMaximum } from "../ranking/indicator";
import type { Standing } from "../ranking/standing";
import type { Settings } from "../rubric/rubric";
import type { Block, SheetPatch, Write } from "../sheet/patch";
import type { Facts, SheetSnapshot } from "../sheet/snapshot";
import type { CellValue } from "../sheet/workbook";
import type { RankingWords } from "../words/ranking-words";
import { blockFormulas, formReferences, lineFormulas, nameFormula, sortedFormulas } from "./indicators-formulas";
import { aroundBlock } from "./around-block";
import { dressIndicators } from "./indicators-dress";
import { allRankings, indicatorsKey, indicatorsReach, type IndicatorsLayout } from "./indicators-layout";
import { lineValues, type LineValues, sortedValues } from "./indicators-values";
import type { PointsRow } from "./indicators-rows";
import { usedArea } from "./ranking-looks";
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

/** Sheet `Chỉ số`: a line for each unit, from its form or typed, with the hidden keys that ranks come from. */
export function indicatorsPatch(
  content: IndicatorsContent, lines: readonly LineValues[], sheet: SheetSnapshot | null, words: RankingWords,
  language: Facts["language"],
): SheetPatch {
  const { layout, rows, settings: { digits, bands }, title } = content;
  const around = aroundBlock(sheet, indicatorsReach(sheet), { rows: layout.firstRow + layout.rows, columns: layout.width });
  const look = {
    layout, digits, withBands: bands.length > 0, full: fullMaximum(layout.indicators),
    rows: rows.map(({ name, form }) => ({ name, typed: form === null })),
  };
  return {
    sheet: layout.sheet,
    create: true,
    ...(around.clear.length === 0 ? {} : { clear: around.clear }),
    ...dressIndicators(look, usedArea(sheet)?.columns ?? 0, words, language),
    blocks: [
      ...around.blocks, headBlock(layout, title, words), lineBlock(content, lines, words), ...tableBlocks(content, lines),
    ],
  };
}
