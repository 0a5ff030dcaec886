import { area, call, cell, type Expr, infix, num, text, when } from "../formula/expr";
import { parseExact } from "../number/exact";
import { bandFormula } from "../ranking/band";
import { exactExpr, roundFormula } from "../rule/formula";
import { countedGroups, openNodes } from "../rubric/counted";
import { criteriaOf, type Group, type Rubric } from "../rubric/rubric";
import type { SheetWords } from "../words/sheet-words";
import type { Put } from "./criterion-formulas";
import { dash, type FormColumn, type FormLayout } from "./layout";
import { phrase } from "./status";
import { bandCells } from "./store-layout";

type SumColumn = "ownMax" | "ownSelf" | "ownFinal";
const shownIn: readonly (readonly [FormColumn, SumColumn])[] = [
  ["max", "ownMax"], ["self", "ownSelf"], ["final", "ownFinal"],
];

/** Sums of decimals, freed of what binary adds. */
const sumDigits = 10;
const rounded = (of: Expr): Expr => roundFormula(of, sumDigits);

function groupFormulas(group: Group, layout: FormLayout, scored: boolean, bonus: boolean, put: Put): void {
  const row = layout.rowOf(group.id);
  const rows = layout.endOf(group.id) - row;
  if (group.cap !== undefined) {
    const { min, max } = group.cap;
    for (const column of ["ownSelf", "ownFinal"] as const) {
      const sum: Expr = rows === 0 ? num(0) : rounded(call("SUM", area(row + 1, layout.columns[column], rows, 1)));
      const held = call("MAX", exactExpr(parseExact(min)), call("MIN", exactExpr(parseExact(max)), sum));
      put(row, column, infix(held, "-", sum));
    }
  }
  const most = cell(row, layout.columns.max);
  for (const [column, own] of shownIn) {
    const sum = rounded(call("SUM", area(row, layout.columns[own], rows + 1, 1)));
    if (!scored) put(row, column, text(dash));
    else if (column === "max") put(row, column, when(infix(sum, "=", num(0)), text(dash), sum));
    else put(row, column, bonus ? sum : when(call("ISNUMBER", most), sum, text(dash)));
  }
}

/**
 * The formulas of groups, total, percent, band and pillars. All sums run over whole blocks of hidden columns. `store` is
 * the sheet that holds the bands.
 */
export function totalFormulas(rubric: Rubric, layout: FormLayout, store: string, words: SheetWords, put: Put): void {
  const counted = countedGroups(rubric);
  const open = openNodes(rubric);
  const { columns } = layout;
  const whole = (column: FormColumn): Expr =>
    area(layout.firstRow, columns[column], layout.lastRow - layout.firstRow + 1, 1);
  for (const row of layout.rows) {
    if (row.kind === "group") groupFormulas(row.node, layout, counted.has(row.id), open.has(row.id), put);
  }

  const { digits, roundAt, bands, bandUnit } = rubric.settings;
  const atTotal = roundAt === "total" ? digits : sumDigits;
  for (const [column, own] of shownIn) {
    put(layout.totalRow, column, roundFormula(call("SUM", whole(own)), column === "max" ? sumDigits : atTotal));
  }
  const total = (column: FormColumn): Expr => cell(layout.totalRow, columns[column]);
  for (const column of ["self", "final"] as const) {
    const percent = roundFormula(infix(infix(total(column), "/", total("max")), "*", num(100)), 8);
    put(layout.percentRow, column, when(infix(total("max"), "=", num(0)), text(dash), percent));
  }
  const percent = cell(layout.percentCell.row, layout.percentCell.column);
  const banded = bandUnit === "points" ? total("final") : percent;
  if (bands.length > 0) {
    const rows = bands.map((_, index) => bandCells(index, store));
    const band = bandFormula(banded, rows, rows.map(({ name }) => name), text(""));
    put(layout.bandRow, "final", bandUnit === "points" ? band : when(call("ISNUMBER", percent), band, text(dash)));
  }

  for (const { pillar, row } of layout.pillars) {
    const blocks = pillar.groups.map((id) => ({ row: layout.rowOf(id), rows: layout.endOf(id) - layout.rowOf(id) + 1 }));
    for (const [column, own] of shownIn) {
      const parts = blocks.map((block) => area(block.row, columns[own], block.rows, 1));
      put(row, column, parts.length === 0 ? num(0) : rounded(call("SUM", ...parts)));
    }
  }

  const count = criteriaOf(rubric).length;
  const filled = call("SUM", whole("filled"));
  put(layout.progressCell.row, "status", phrase(words.form.progress, filled, num(count)));
  const left = infix(num(count), "-", filled);
  put(layout.totalRow, "status", when(infix(left, ">", num(0)), phrase(words.status.left, left), text(words.status.done)));
  put(layout.progressCell.row, "self", total("final"));
}
