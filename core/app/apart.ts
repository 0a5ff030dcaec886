import type { Finding } from "../app-port";
import { cellAt, formulaAt } from "../form/find";
import { dash, reservedRow, rowId } from "../form/layout";
import { rankingHome, rankingKey, rankingPlaces } from "../form/ranking-layout";
import { issue } from "../issue/issue";
import { exact } from "../number/exact";
import { agrees, dueNumber } from "../proof/due";
import { indicatorsOf } from "../ranking/indicator";
import type { Standing } from "../ranking/standing";
import { plainText } from "../ranking/unit-list";
import { criteriaOf, type Rubric, type Node } from "../rubric/rubric";
import type { Address } from "../sheet/address";
import type { SheetSnapshot } from "../sheet/snapshot";
import { type Book, isOutdated, type OpenForm } from "./book";
import { findingOf } from "./finding";

type Place = Pick<Address, "row" | "column">;

/** What was typed over a formula stays as it is however late the formulas are computed. */
const isTyped = (sheet: SheetSnapshot, { row, column }: Place): boolean => formulaAt(sheet, row, column) === null;

/** A form's first points that were typed over and are others than its answers give. */
function typedOver({ reading: { found }, scores }: OpenForm, rubric: Rubric): Place | null {
  const { sheet, rows, columns } = found;
  const of = ({ id }: Node) => scores.criteria.get(id) ?? scores.groups.get(id);
  for (const [id, own] of [...rubric.nodes.map((node) => [rowId(node.id), of(node)] as const), [reservedRow.total, scores.total] as const]) {
    const row = rows.get(id);
    for (const part of ["self", "final"] as const) {
      const column = columns.get(part);
      if (row === undefined || column === undefined || own === undefined || !isTyped(sheet, { row, column })) continue;
      const shown = cellAt(sheet, row, column);
      if (shown !== dash && !agrees(shown, dueNumber(own[part]))) return { row, column };
    }
  }
  return null;
}

/** Why a form's total shows another value than its answers give, where that is no matter of computing late. */
function totalApart(form: OpenForm, rubric: Rubric): Place | null {
  const { reading, scores } = form;
  const { sheet, rows, columns } = reading.found;
  const [row, column] = [rows.get(reservedRow.total), columns.get("final")];
  if (row === undefined || column === undefined) return null;
  const shown = cellAt(sheet, row, column);
  if (agrees(shown, { value: scores.total.final })) return null;
  const typed = typedOver(form, rubric);
  if (typed !== null || shown === null || shown === "") return typed;
  // A total that waits to be computed stands above points that wait too.
  const isSettled = criteriaOf(rubric).every(({ id }) => {
    const own = rows.get(rowId(id));
    return own === undefined || agrees(cellAt(sheet, own, column), dueNumber(scores.criteria.get(id)!.final));
  });
  return isSettled ? { row, column } : null;
}

/**
 * The first total or rank of the ranking that was typed over and is another than the forms give; null where columns were
 * moved, which only the proof finds by their heads.
 */
function rankingApart({ snapshot }: Book, rubric: Rubric, standings: readonly Standing[]): Address | null {
  const { sheet } = rankingHome(snapshot);
  if (sheet === null || standings.length === 0) return null;
  const { columns, firstRow } = rankingPlaces(indicatorsOf(rubric).length, standings.length, 1, 0);
  if (sheet.values[0]?.[columns.tag] !== rankingKey.tag) return null;
  const byCode = new Map(standings.map((standing) => [standing.entry.unit.code.toLowerCase(), standing]));
  for (let row = firstRow; row < sheet.values.length && byCode.size > 0; row += 1) {
    const code = plainText(sheet.values[row]![columns.code]).toLowerCase();
    const standing = byCode.get(code);
    if (standing === undefined) continue;
    byCode.delete(code);
    const { rank, entry: { total } } = standing;
    for (const [column, due] of [[columns.points, dueNumber(total)], [columns.rank, rank === null ? null : { value: exact(rank) }]] as const) {
      if ((column === columns.rank && due === null) || !isTyped(sheet, { row, column })) continue;
      if (!agrees(cellAt(sheet, row, column), due)) return { sheet: sheet.name, row, column };
    }
  }
  return null;
}

/**
 * Whether points stand that are others than the answers give, told at the first cell: all points of the form in hand, the
 * totals of the others, totals and ranks of the ranking. Formulas that were not computed yet are not told of.
 */
export function pointsApart(book: Book, form: OpenForm, rubric: Rubric, standings: readonly Standing[]): Finding | null {
  if (isOutdated(book)) return null;
  const own = typedOver(form, rubric);
  let at: Address | null = own === null ? null : { sheet: form.reading.sheet, row: own.row, column: own.column };
  for (const each of at === null ? book.forms : []) {
    const place = totalApart(each, rubric);
    if (place !== null) at ??= { sheet: each.reading.sheet, row: place.row, column: place.column };
  }
  at ??= rankingApart(book, rubric, standings);
  return at === null ? null : findingOf(issue("formula-points-apart", {}, {}), at);
}
