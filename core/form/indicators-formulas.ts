import { add, area, bool, call, cell, type Expr, infix, isBlank, minus, num, text, when } from "../formula/expr";
import { isZero } from "../number/exact";
import { bandFormula, bandNameFormula, boundsOf } from "../ranking/band";
import { fullMaximum } from "../ranking/indicator";
import { rankDigits, type Ties } from "../ranking/rank";
import { rowFormula } from "../ranking/row-formula";
import { exactExpr, roundFormula } from "../rule/formula";
import type { Settings } from "../rubric/rubric";
import type { RankingWords } from "../words/ranking-words";
import { allRankings, type IndicatorsLayout, type RankingColumns } from "./indicators-layout";
import { notScored, type UnitForm } from "./indicators-rows";
import type { FormRow } from "./layout";
import { phrase } from "./status";
import type { UnitsLayout } from "./units-sheet";

type Own = (column: number) => Expr;
const guard = infix(num(10), "^", minus(num(9)));
/** What a rank key holds in place of a number: wrong points, an indicator that does not apply. */
export const keyMark = { wrong: "x", none: "n" } as const;
const empty = text("");

/** Column of the unit list, by what it holds. */
const listed = { code: 0, name: 1, block: 2, standing: 4, previousTotal: 5, previousRank: 6 } as const;
export const listColumn = (units: UnitsLayout, column: keyof typeof listed): Expr =>
  area(units.firstRow, listed[column], units.rows, 1, units.sheet, true);

/** A column of `Chỉ số`, of all lines. */
export const wholeColumn = (layout: IndicatorsLayout, column: number, sheet?: string): Expr =>
  area(layout.firstRow, column, layout.rows, 1, sheet, true);

/** The formulas that every line holds alike, by column; a line with a form has a note of its own. */
export function lineFormulas(
  layout: IndicatorsLayout, units: UnitsLayout, settings: Settings, words: RankingWords,
): { lines: ReadonlyMap<number, (row: number) => string>; formNote: (row: number) => string } {
  const { columns: at, indicators, scale, blocks } = layout;
  const n = indicators.length;
  const said = words.points;
  const made = new Map<number, (row: number) => string>();
  const put = (column: number, build: (own: Own, row: number) => Expr): void => {
    made.set(column, rowFormula((row) => build((of) => cell(row, of), row)));
  };
  const fixed = (row: number, columns: number): Expr => area(row, at.points, 1, columns, undefined, true);
  const inList = (own: Own, column: keyof typeof listed): Expr =>
    call("INDEX", listColumn(units, column), own(at.place));
  const key = (own: Own, points: Expr): Expr =>
    infix(
      add(infix(own(at.race), "*", num(scale.width)), num(scale.highest)), "-", roundFormula(points, rankDigits),
    );
  const isNumber = (of: Expr): Expr => call("ISNUMBER", of);

  put(at.place, (own) => call("IFERROR", call("MATCH", own(at.code), listColumn(units, "code"), num(0)), num(0)));
  const named = blocks.length > 1 || blocks[0] !== "";
  put(at.block, (own) => {
    const block = inList(own, "block");
    return when(infix(own(at.place), ">", num(0)), when(isBlank(block), text(named ? said.noBlock : ""), block), empty);
  });
  const encouraged = text(words.units.encouraged);
  put(at.standing, (own) =>
    when(
      infix(own(at.place), ">", num(0)),
      when(call("EXACT", inList(own, "standing"), encouraged), encouraged, text(words.units.ranked)),
      empty,
    ),
  );
  put(at.home, (own) => {
    const names = area(layout.firstRow, at.blockName, blocks.length, 1, undefined, true);
    const found = named ? call("IFERROR", call("MATCH", own(at.block), names, num(0)), num(0)) : num(1);
    return when(infix(own(at.place), ">", num(0)), found, num(0));
  });
  put(at.race, (own) => when(call("EXACT", own(at.standing), encouraged), num(0), own(at.home)));
  const totalGiven = (own: Own): Expr => isNumber(own(at.total));
  put(at.counted, (own) => when(isNumber(own(at.percent)), own(settings.encouragedInCounts ? at.home : at.race), num(0)));

  indicators.forEach((_, i) =>
    put(at.pointsKey + i, (own) => {
      const points = own(at.points + i);
      const [least, most] = [layout.minRow, layout.maxRow].map((row) => cell(row, at.points + i, undefined, true));
      const fits = call("AND", infix(points, ">=", infix(least!, "-", guard)), infix(points, "<=", infix(most!, "+", guard)));
      const raced = when(infix(own(at.race), ">", num(0)), key(own, points), empty);
      const none = call("OR", call("EXACT", points, text(notScored)), call("EXACT", points, text("-")));
      const other = when(isBlank(points), empty, when(none, text(keyMark.none), text(keyMark.wrong)));
      const readable = when(isNumber(points), when(fits, raced, text(keyMark.wrong)), other);
      return when(call("ISERROR", points), text(keyMark.wrong), readable);
    }),
  );
  const keysOf = (row: number): Expr => area(row, at.pointsKey, 1, n);
  const pointsOf = (row: number): Expr => area(row, at.points, 1, n);
  const wrong = (row: number): Expr => infix(call("COUNTIF", keysOf(row), text(keyMark.wrong)), ">", num(0));
  const sumDigits = settings.roundAt === "total" ? settings.digits : 10;
  put(at.total, (_, row) =>
    when(
      wrong(row), empty,
      when(infix(call("COUNT", pointsOf(row)), "=", num(0)), empty, roundFormula(call("SUM", pointsOf(row)), sumDigits)),
    ),
  );
  const raced = (own: Own, then: Expr): Expr => when(totalGiven(own), when(infix(own(at.race), ">", num(0)), then, empty), empty);
  put(at.totalKey, (own) => raced(own, key(own, own(at.total))));
  if (blocks.length > 1) {
    const overall = (own: Own): Expr => infix(num(scale.highest), "-", roundFormula(own(at.total), rankDigits));
    put(at.overallKey, (own) => raced(own, overall(own)));
  }
  const full = fullMaximum(indicators);
  const top = infix(exactExpr(full), "+", guard);
  const maxFits = (own: Own): Expr =>
    call("AND", infix(own(at.max), ">", num(0)), infix(own(at.max), "<=", top));
  put(at.percent, (own) => {
    const percent = roundFormula(infix(infix(own(at.total), "*", num(100)), "/", own(at.max)), 8);
    return when(totalGiven(own), when(isNumber(own(at.max)), when(maxFits(own), percent, empty), empty), empty);
  });
  const banded = (own: Own): Expr => own(settings.bandUnit === "points" ? at.total : at.percent);
  put(at.band, (own) => bandNameFormula(banded(own), settings.bands));
  put(at.tally, (own) => {
    const numbers = settings.bands.map((_, index) => num(index + 1));
    const band = when(isNumber(banded(own)), bandFormula(banded(own), boundsOf(settings.bands), numbers, num(0)), num(0));
    return when(infix(own(at.counted), ">", num(0)), infix(infix(own(at.counted), "*", num(100)), "+", band), num(0));
  });

  const note = (ofForm: boolean) => (row: number): Expr => {
    const own = (column: number): Expr => cell(row, column);
    const first = call("MATCH", text(keyMark.wrong), keysOf(row), num(0));
    const wrongPoints = phrase(
      said.notes.wrong, call("INDEX", fixed(layout.headRow, n), first), call("INDEX", fixed(layout.minRow, n), first),
      call("INDEX", fixed(layout.maxRow, n), first),
    );
    const none = call("COUNTIF", keysOf(row), text(keyMark.none));
    const missing = infix(infix(num(n), "-", call("COUNT", pointsOf(row))), "-", none);
    const maxWrong = when(isNumber(own(at.max)), call("NOT", maxFits(own)), bool(true));
    const tests: [Expr, Expr][] = [
      [infix(own(at.place), "=", num(0)), text(said.notes.unlisted)],
      [infix(own(at.home), "=", num(0)), text(said.notes.newBlock)],
      [wrong(row), wrongPoints],
      ...(ofForm || isZero(full) ? [] : [[maxWrong, phrase(said.notes.max, exactExpr(full))] satisfies [Expr, Expr]]),
      [infix(call("COUNT", pointsOf(row)), "=", num(0)), text(said.notes.none)],
      [infix(missing, ">", num(0)), phrase(said.notes.missing, missing)],
      [infix(own(at.race), "=", num(0)), text(said.notes.encouraged)],
    ];
    return tests.reduceRight<Expr>((rest, [test, then]) => when(test, then, rest), text(said.notes.full));
  };
  made.set(at.note, rowFormula(note(false)));
  return { lines: made, formNote: rowFormula(note(true)) };
}

/** The unit's name from the list; the last known one where the list lost its code. */
export const nameFormula = (layout: IndicatorsLayout, units: UnitsLayout, row: number, name: string): Expr => {
  const place = cell(row, layout.columns.place);
  const live = call("INDEX", listColumn(units, "name"), place);
  const known = when(isBlank(live), cell(row, layout.columns.code), live);
  return when(infix(place, ">", num(0)), known, text(name.slice(0, 250)));
};

/** Where a form shows what `Chỉ số` takes over; every reference is absolute, so that lines can be sorted. */
export function formReferences(form: UnitForm["layout"], layout: IndicatorsLayout): {
  points: (indicator: number) => Expr; total: Expr; max: Expr; criterion: (id: string) => Expr;
} {
  const { columns, sheet } = form;
  const of = (row: number, column: number): Expr => cell(row, column, sheet, true);
  const criteria = form.rows.filter((row) => row.kind === "criterion");
  /** Only criteria's rows hold 1 where they were dealt with: from the first of a block to its last. */
  const filled = (rows: readonly FormRow[]): Expr => {
    const places = rows.map(({ id }) => form.rowOf(id));
    const first = places.reduce((a, b) => Math.min(a, b), Infinity);
    const last = places.reduce((a, b) => Math.max(a, b), 0);
    if (places.length === 0) return bool(false);
    return infix(call("SUM", area(first, columns.filled, last - first + 1, 1, sheet, true)), ">", num(0));
  };
  // Counted in rows of the form, whose places people may have moved.
  const blockOf = (id: string): FormRow[] => {
    const start = form.rows.findIndex((row) => row.id === id);
    const rest = form.rows.slice(start + 1);
    const end = rest.findIndex(({ depth }) => depth <= form.rows[start]!.depth);
    return form.rows.slice(start, end < 0 ? undefined : start + 1 + end).filter(({ kind }) => kind === "criterion");
  };
  return {
    points: (indicator) => {
      const { id, node } = layout.indicators[indicator]!;
      const final = of(form.rowOf(id), columns.final);
      const shown = node.kind === "group" ? final : when(call("ISNUMBER", final), final, text(notScored));
      return when(filled(blockOf(id)), shown, empty);
    },
    total: when(filled(criteria), of(form.totalRow, columns.final), empty),
    max: of(form.totalRow, columns.max),
    // A bare reference to empty text is 0 in the page's engine.
    criterion: (id) => {
      const final = of(form.rowOf(id), columns.final);
      return when(isBlank(final), empty, final);
    },
  };
}

/** Stands behind the last key, above every possible one. */
export const beyondKeys = 1e15;

interface CellFormula {
  readonly row: number;
  readonly column: number;
  readonly formula: Expr;
}

/** How many keys lie in the blocks before each block, of every ranking. */
export function blockFormulas(layout: IndicatorsLayout): CellFormula[] {
  const { blocks, firstRow, scale } = layout;
  return allRankings(layout).flatMap(({ key, before }): CellFormula[] =>
    before === null ? [] : blocks.map((_, b) => ({
      row: firstRow + b, column: before,
      formula: call("COUNTIF", wholeColumn(layout, key), text(`<${(b + 1) * scale.width}`)),
    })),
  );
}

/**
 * The keys of a ranking in order, the best first, and the place of each under the policy for ties; blocks are taken off
 * where a rank is shown. Both by the row they stand in.
 */
export function sortedFormulas(
  layout: IndicatorsLayout, { key, sorted }: RankingColumns, ties: Ties,
): { key: (row: number) => string; place: (row: number) => string } {
  const { firstRow, rows, columns } = layout;
  const keys = wholeColumn(layout, key);
  const position = (row: number): Expr => cell(row, columns.position);
  const inOrder = rowFormula((row) =>
    when(infix(position(row), "<=", call("COUNT", keys)), call("SMALL", keys, position(row)), num(beyondKeys)),
  );
  const edge = rowFormula(ties === "modified" ? position : () => num(1));
  const edgeRow = ties === "modified" ? firstRow + rows - 1 : firstRow;
  const place = rowFormula((row) => {
    const other = ties === "modified" ? row + 1 : row - 1;
    const tied = infix(cell(row, sorted), "=", cell(other, sorted));
    const same = cell(other, sorted + 1);
    return ties === "dense" ? infix(same, "+", when(tied, num(0), num(1))) : when(tied, same, position(row));
  });
  return { key: inOrder, place: (row) => (row === edgeRow ? edge : place)(row) };
}
