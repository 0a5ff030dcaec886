import type { Finding } from "../app-port";
import { cellAt, formulaAt } from "../form/find";
import { reservedRow, rowId } from "../form/layout";
import { issue } from "../issue/issue";
import { exact } from "../number/exact";
import { agrees, dueNumber, type Right } from "../proof/due";
import { formDues } from "../proof/form-due";
import { pointsPlace, ranksPlace } from "../proof/ranking-place";
import { indicatorsOf } from "../ranking/indicator";
import type { Standing } from "../ranking/standing";
import { criteriaOf, type Rubric } from "../rubric/rubric";
import type { Address } from "../sheet/address";
import type { SheetSnapshot } from "../sheet/snapshot";
import { type Book, isOutdated, type OpenForm } from "./book";
import { findingOf } from "./finding";

type Place = Pick<Address, "row" | "column">;

/** What was typed over a formula stays as it is however late the formulas are computed. */
const isTyped = (sheet: SheetSnapshot, { row, column }: Place): boolean => formulaAt(sheet, row, column) === null;

/** A form's first cell that was typed over and shows another value than its answers give. */
const typedOver = ({ reading: { found }, scores }: OpenForm, rubric: Rubric): Place | null =>
  formDues(found, rubric, scores).dues
    .find((due) => isTyped(found.sheet, due) && !agrees(cellAt(found.sheet, due.row, due.column), due.right)) ?? null;

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

/** The first total or rank of the ranking that was typed over and is another than the forms give. */
function rankingApart({ snapshot }: Book, rubric: Rubric, standings: readonly Standing[]): Address | null {
  if (standings.length === 0) return null;
  for (const place of [pointsPlace(snapshot, [], []), ranksPlace(snapshot, indicatorsOf(rubric))]) {
    if (place === null) continue;
    const { sheet, rows, columns } = place;
    for (const { entry, rank } of standings) {
      const row = rows.get(entry.unit.code.toLowerCase());
      if (row === undefined) continue;
      const dues: [string, Right][] = [["total", dueNumber(entry.total)], ...(rank === null ? [] : [["rank", { value: exact(rank) }] as [string, Right]])];
      for (const [name, right] of dues) {
        const column = columns.get(name);
        if (column === undefined || !isTyped(sheet, { row, column }) || agrees(cellAt(sheet, row, column), right)) continue;
        return { sheet: sheet.name, row, column };
      }
    }
  }
  return null;
}

/**
 * Whether points stand that are others than the answers give, told at the first cell: all cells of the form in hand, the
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
