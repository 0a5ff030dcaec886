import { printFormula } from "../formula/print";
import type { Expr } from "../formula/expr";
import type { Standing } from "../ranking/standing";
import type { Rubric } from "../rubric/rubric";
import type { Block, SheetPatch, Write } from "../sheet/patch";
import type { SheetSnapshot } from "../sheet/snapshot";
import type { CellValue } from "../sheet/workbook";
import type { RankingWords } from "../words/ranking-words";
import type { FormWords } from "../words/sheet-words";
import type { LineValues } from "./indicators-values";
import { usedArea } from "./ranking-looks";
import { lateFormula, nameOfRow, rowFormulas, stateFormula, summaryFormulas } from "./ranking-formulas";
import { aroundBlock } from "./around-block";
import { letterRows, type RankingLayout, rankingKey, rankingReach } from "./ranking-layout";
import { rowValues, summaryValues } from "./ranking-values";
import { dressRanks, rightHalf } from "./ranks-dress";
import type { UnitsLayout } from "./units-sheet";

/** What the ranking is made of; `rows` are the units in the order in which they are written. */
export interface RankingContent {
  readonly layout: RankingLayout;
  readonly units: UnitsLayout;
  readonly rubric: Rubric;
  readonly rows: readonly RankingRow[];
}

export interface RankingRow {
  readonly standing: Standing;
  readonly values: LineValues;
  /** The unit's line on `Chỉ số`, from 1. */
  readonly line: number;
}

const print = (of: Expr): string => printFormula(of);

type Letters = ReadonlyMap<string, readonly [CellValue, CellValue]>;

/** What people typed into letterhead and signature block of the sheet as it stands, by the tags of its rows. */
function readLetters(sheet: SheetSnapshot | null): Letters {
  const keys = sheet?.values[0] ?? [];
  const [left, second, tag] = [rankingKey.left, rankingKey.right, rankingKey.tag].map((key) => keys.indexOf(key));
  if (sheet === null || left! < 0 || second! < 0 || tag! < 0) return new Map();
  return new Map(
    sheet.values.slice(1).flatMap((row) => {
      const name = row[tag!];
      return typeof name === "string" && name !== "" ? [[name, [row[left!] ?? null, row[second!] ?? null]] as const] : [];
    }),
  );
}

/** The letters of the sheet: as people left them, else as the official form words them. */
function lettersOf(rubric: Rubric, kept: Letters, words: RankingWords, form: FormWords): Letters {
  const fresh: [string, [string | null, string | null]][] = [
    ["agency", [form.agency, form.motto]],
    ["unit", [form.unitName, form.mottoLine]],
    ["attached", [words.ranks.attached, null]],
    ["date", [null, form.placeDate(rubric.year)]],
    ["sign", [words.ranks.preparedBy, form.head]],
    ["signHint", [words.ranks.preparedHint, form.signHint]],
    ["signed", [null, null]],
  ];
  return new Map(fresh.map(([tag, text]) => [tag, kept.get(tag) ?? text]));
}

function headBlocks(content: RankingContent, letters: Letters, words: RankingWords, form: FormWords): Block[] {
  const { layout, rubric } = content;
  const { columns: at, points, letters: places } = layout;
  const { ranks } = words;
  const keys: Write[] = Array.from({ length: at.tag + 1 }, () => null);
  keys[0] = { v: rankingKey.left };
  keys[rightHalf] = { v: rankingKey.right };
  keys[at.tag] = { v: rankingKey.tag };
  const heads: Write[] = Array.from({ length: layout.shown }, () => ({ v: null }));
  for (const [key, label] of Object.entries(ranks.heads)) heads[at[key as keyof typeof ranks.heads]] = { v: label };
  heads[at.code] = { v: words.points.heads.code };
  points.indicators.forEach(({ label }, i) => (heads[at.indicators + i] = { v: ranks.rankBy(label) }));
  const title = rubric.year === "" || rubric.title.includes(rubric.year) ? rubric.title : `${rubric.title}, ${rubric.year}`;
  const single = (row: number, v: string | null): Block => ({ row, column: 0, cells: [[{ v }]] });
  return [
    { row: 0, column: 0, cells: [keys] },
    single(layout.annexRow, ranks.annex),
    single(layout.titleRow, ranks.title),
    single(layout.subtitleRow, title),
    single(layout.decisionRow, rubric.decision === "" ? null : form.decision(rubric.decision)),
    { row: layout.stateRow, column: 0, cells: [[{ f: print(stateFormula(layout, words)), v: "" }]] },
    { row: layout.headRow, column: 0, cells: [heads] },
    ...letterRows.flatMap((tag): Block[] => {
      const [left, second] = letters.get(tag) ?? [null, null];
      const text = (v: CellValue): Write => ({ v: typeof v === "object" ? null : v });
      return [
        { row: places[tag], column: 0, cells: [[text(left)]] },
        { row: places[tag], column: rightHalf, cells: [[text(second)]] },
        { row: places[tag], column: at.tag, cells: [[{ v: tag }]] },
      ];
    }),
    single(layout.legendRow, ranks.legend),
  ];
}

function bodyBlock(content: RankingContent, words: RankingWords): Block {
  const { layout, units, rubric, rows } = content;
  const { columns: at } = layout;
  const previous = rows.some(({ standing }) => standing.entry.unit.previous !== undefined);
  const formulas = rowFormulas(layout, units, rubric.settings, words, previous);
  const late = lateFormula(layout);
  let number = 0;
  let block: CellValue = null;
  const cells = rows.map(({ standing, values, line }, i): Write[] => {
    const row = layout.firstRow + i;
    const own = rowValues(layout, standing, values, line, words);
    const home = own.get(at.home)!;
    number = home === block ? number + 1 : 1;
    block = home;
    const writes = Array.from({ length: at.late + 1 }, (_, column): Write => {
      const formula = formulas.get(column);
      return formula === undefined ? { v: null } : { f: formula(row), v: own.get(column) ?? "" };
    });
    writes[at.number] = { v: number };
    writes[at.code] = { v: standing.entry.unit.code };
    writes[at.name] = { f: print(nameOfRow(layout, row, standing.entry.unit.name)), v: own.get(at.name) ?? "" };
    writes[at.late] = { f: late(row), v: 0 };
    return writes;
  });
  return { row: layout.firstRow, column: 0, cells };
}

function summaryBlocks(layout: RankingLayout, words: RankingWords): Block[] {
  const { columns: at } = layout;
  const { summary: said } = words.ranks;
  const line = (row: number, cells: readonly (readonly [number, string])[]): Block[] =>
    cells.map(([column, v]) => ({ row, column, cells: [[{ v }]] }));
  return [
    ...line(layout.summaryRow, [[at.name, said.title]]),
    ...line(layout.summaryRow + 1, [[at.name, said.heads.band], [at.points, said.heads.count], [at.max, said.heads.share]]),
    ...layout.summary.flatMap((summary, b): Block[] => {
      const values = summaryValues(layout, summary);
      return [
        ...line(summary.headRow, [[at.name, summary.block === "" ? said.all : summary.block]]),
        ...summary.bands.flatMap((band, k) => line(summary.bandRow + k, [[at.name, band === "" ? said.bandless : band]])),
        ...line(summary.countedRow, [[at.name, said.counted]]),
        ...line(summary.rankedRow, [[at.name, said.ranked]]),
        ...line(summary.meanRow, [[at.name, said.mean]]),
        ...summaryFormulas(layout, summary, b + 1).map(({ row, column, formula }) => ({
          row, column, cells: [[{ f: print(formula), v: values.get(`${row} ${column}`) ?? "" }]],
        })),
      ];
    }),
  ];
}

/** Sheet `Xếp hạng`: an annex to print and sign, its rows in the order of rank, every figure a native formula. */
export function rankingPatch(content: RankingContent, sheet: SheetSnapshot | null, words: RankingWords, form: FormWords): SheetPatch {
  const { layout, rubric, rows } = content;
  const { digits, bands } = rubric.settings;
  const { columns: at, points, letters: places } = layout;
  const reach = { rows: places.signed + 1, columns: bands.length === 0 ? at.tag + 1 : layout.width };
  const around = aroundBlock(sheet, rankingReach(sheet), reach);
  const look = {
    layout, digits, withBands: bands.length > 0, manyBlocks: points.blocks.length > 1,
    withPrevious: rows.some(({ standing }) => standing.entry.unit.previous !== undefined),
    heads: points.indicators.map(({ label }) => words.ranks.rankBy(label)),
    names: rows.map(({ standing }) => standing.entry.unit.name),
  };
  return {
    sheet: layout.sheet,
    create: true,
    ...(around.clear.length === 0 ? {} : { clear: around.clear }),
    ...dressRanks(look, usedArea(sheet)?.columns ?? 0, words, form),
    blocks: [
      ...around.blocks, ...headBlocks(content, lettersOf(rubric, readLetters(sheet), words, form), words, form), bodyBlock(content, words),
      ...summaryBlocks(layout, words),
    ],
  };
}
