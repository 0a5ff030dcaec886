import type { Area } from "../sheet/address";
import type { SheetPatch } from "../sheet/patch";
import type { Validation } from "../sheet/workbook";
import type { RankingWords } from "../words/ranking-words";
import type { FormWords } from "../words/sheet-words";
import { typedFormat } from "./indicators-dress";
import { looks } from "./looks";
import { pagesOf } from "./page";
import { computedCheck, headHeight, lineHeight, rankingLooks, titleHeight, widthsOf } from "./ranking-looks";
import type { RankingPlaces } from "./ranking-layout";

/** Where letterhead and signatures begin right of the names. */
export const rightHalf = 5;

/** All that the looks of the sheet of ranks follow from. */
export interface RanksLook {
  readonly layout: RankingPlaces;
  readonly digits: number;
  readonly withBands: boolean;
  readonly manyBlocks: boolean;
  /** Units have results of the year before. */
  readonly withPrevious: boolean;
  /** Heads of the indicators' columns. */
  readonly heads: readonly string[];
  /** Of the units, in the order of their rows. */
  readonly names: readonly string[];
}

/** Looks, checks, widths, print and protection of the sheet of ranks; `before` are the columns that stood there. */
export function dressRanks(
  { layout, digits, withBands, manyBlocks, withPrevious, heads, names }: RanksLook, before: number, words: RankingWords, form: FormWords,
): Omit<SheetPatch, "sheet"> {
  const { columns: at, firstRow, headRow, letters: places } = layout;
  const { ranks } = words;
  const n = heads.length;
  const last = layout.shown - 1;
  const body = (column: number, columns: number): Area => ({ row: firstRow, column, rows: layout.rows, columns });
  const span = (row: number, column: number, to: number, height = 1): Area => ({
    row, column, rows: height, columns: to - column + 1,
  });
  const centred = [layout.annexRow, layout.titleRow, layout.subtitleRow, layout.decisionRow, places.attached];
  const inHalves = [places.agency, places.unit, places.date, places.sign, places.signHint, places.signed];
  const format = typedFormat(digits);
  const widths: (number | null)[] = Array.from({ length: layout.width }, (_, column) => (column < layout.shown ? 9 : null));
  widths[at.number] = 5;
  widths[at.code] = null;
  widths[at.name] = 38;
  widths[at.block] = manyBlocks ? 20 : null;
  // Wide enough for the longest syllable of a bold head.
  heads.forEach((_, i) => (widths[at.indicators + i] = 10.5));
  widths[at.band] = withBands ? 13 : null;
  if (!manyBlocks) widths[at.overall] = null;
  if (!withPrevious) [at.previousRank, at.rankDelta, at.totalDelta].forEach((column) => (widths[column] = null));
  const typedCheck: Validation = {
    ...computedCheck(ranks.title, ranks.checks.letterhead), kind: "length", max: 32767,
    prompt: { title: ranks.annex, text: ranks.checks.letterhead.prompt },
  };
  const summaryRows = [
    layout.summaryRow + 1,
    ...layout.summary.flatMap(({ headRow: from, meanRow: to }) => Array.from({ length: to - from + 1 }, (_, i) => from + i)),
  ];
  const lastSummary = layout.summary[layout.summary.length - 1]!.meanRow;
  return {
    styles: [
      ...centred.map((row) => ({ area: span(row, 0, last), style: rankingLooks.centred })),
      ...inHalves.map((row) => ({ area: span(row, 0, last), style: rankingLooks.centred })),
      { area: span(layout.annexRow, 0, last, 2), style: { ...rankingLooks.title, ...rankingLooks.centred } },
      ...[places.agency, places.unit, places.sign].map((row) => ({ area: span(row, 0, last), style: { bold: true } })),
      ...[layout.decisionRow, places.attached, places.date, places.signHint].map((row) => ({
        area: span(row, 0, last), style: { italic: true },
      })),
      ...[...inHalves, places.attached].map((row) => ({ area: span(row, 0, last), style: { locked: false } })),
      { area: span(layout.stateRow, 0, last), style: { bold: true, underline: true, color: "A4262C" } },
      { area: span(headRow, 0, last), style: looks.head },
      { area: body(0, layout.shown), style: rankingLooks.text },
      { area: body(at.number, 1), style: { align: "center", locked: true } },
      { area: body(at.code, 1), style: { format: "@" } },
      { area: body(at.points, 2), style: { ...rankingLooks.number, format } },
      { area: body(at.percent, 1), style: { ...rankingLooks.number, format: "0.00" } },
      { area: body(at.rank, 2), style: rankingLooks.rank },
      { area: body(at.indicators, n + 1), style: { ...rankingLooks.rank, bold: false } },
      { area: body(at.rankDelta, 1), style: { ...rankingLooks.rank, bold: false, format: "+0;-0;0" } },
      { area: body(at.totalDelta, 1), style: { ...rankingLooks.number, format: `+${format};-${format};0` } },
      { area: span(layout.legendRow, 0, last), style: { ...looks.quiet, italic: true } },
      { area: span(layout.summaryRow, at.name, at.name), style: { bold: true } },
      {
        area: span(layout.summaryRow + 1, at.name, at.max, lastSummary - layout.summaryRow),
        style: { ...looks.foot, format },
      },
      { area: span(layout.summaryRow + 1, at.name, at.max), style: looks.head },
      ...layout.summary.flatMap((summary) => [
        { area: span(summary.headRow, at.name, at.max), style: { ...looks.group, ...looks.foot } },
        { area: span(summary.bandRow, at.points, at.points, summary.meanRow - summary.bandRow), style: { format: "0" } },
        { area: span(summary.bandRow, at.max, at.max, summary.meanRow - summary.bandRow), style: { format: "0.0" } },
        { area: span(summary.meanRow, at.points, at.points), style: { format: "0.00" } },
      ]),
    ],
    merges: [
      ...[...centred, layout.stateRow, layout.legendRow].map((row) => span(row, 0, last)),
      ...inHalves.flatMap((row) => [span(row, 0, rightHalf - 2), span(row, rightHalf, last)]),
      ...summaryRows.map((row) => span(row, at.name, at.block)),
    ],
    validations: [
      { area: span(firstRow, 1, last, layout.rows), rule: computedCheck(ranks.title, ranks.checks.computed) },
      ...[...inHalves.flatMap((row) => [span(row, 0, 0), span(row, rightHalf, rightHalf)]), span(places.attached, 0, 0)].map(
        (area) => ({ area, rule: typedCheck }),
      ),
    ],
    columns: widthsOf(widths, before),
    rows: [
      { row: 0, hidden: true },
      { row: layout.annexRow, height: titleHeight }, { row: layout.titleRow, height: titleHeight },
      { row: headRow, height: headHeight(heads, 9) },
      ...names.map((name, i) => ({ row: firstRow + i, height: lineHeight(name, 38) })),
    ],
    freeze: { rows: firstRow, columns: at.name + 1 },
    filter: { row: headRow, column: 1, rows: layout.rows + 1, columns: last },
    print: {
      orientation: "landscape", ...pagesOf(widths.slice(0, layout.shown), at.name + 1), repeat: [headRow, headRow],
      footer: form.footer,
      area: { row: 1, column: 0, rows: places.signed, columns: layout.shown },
    },
    protection: rankingLooks.protection,
  };
}
