import { indicatorsHome, indicatorsKey, indicatorsReach } from "../../form/indicators-layout";
import { rankingBook } from "../../form/ranking-book";
import { rankingHome, rankingReach } from "../../form/ranking-layout";
import { readUnits } from "../../form/units-home";
import { plainText, type UnitList } from "../../ranking/unit-list";
import type { Rubric } from "../../rubric/rubric";
import { applyPatch, snapshotOf } from "../../sheet/apply";
import type { SheetPatch } from "../../sheet/patch";
import type { Facts, SheetSnapshot } from "../../sheet/snapshot";
import { emptyWorkbook } from "../../sheet/workbook";
import type { Book } from "../book";
import { formsByUnit } from "../standings";

/** The lines of `Chỉ số` by unit code in small letters: whether its points come from a form. */
function linesOf(sheet: SheetSnapshot): Map<string, boolean> {
  const keys = (sheet.values[0] ?? []).map((value) => (typeof value === "string" ? value.normalize("NFC") : ""));
  const codes = keys.indexOf(indicatorsKey.code);
  const points = keys.flatMap((key, column) => (key.startsWith(indicatorsKey.points("")) ? [column] : []));
  return new Map(sheet.values.slice(1).flatMap((line, at): [string, boolean][] => {
    const code = plainText(line[codes]).toLowerCase();
    const formulas = sheet.formulas[at + 1] ?? [];
    return code === "" ? [] : [[code, points.some((column) => formulas[column]?.includes("!") === true)]];
  }));
}

function only(list: UnitList, codes: ReadonlyMap<string, boolean>): UnitList {
  const kept = list.units.flatMap(({ code }, at) => (codes.has(code.toLowerCase()) ? [at] : []));
  const pick = <T>(all: readonly T[]): T[] => kept.flatMap((at) => (at < all.length ? [all[at]!] : []));
  return { ...list, units: pick(list.units), rows: pick(list.rows), unread: pick(list.unread) };
}

type Reach = (sheet: SheetSnapshot | null) => { rows: number; columns: number } | null;

/** Whether a sheet computes in the very cells in which one written as `dress` would, and reaches as far. */
function fits(dress: SheetPatch, sheet: SheetSnapshot, reach: Reach, facts: Facts): boolean {
  const made = applyPatch(emptyWorkbook, { expect: [], sheets: [{ sheet: sheet.name, create: true, blocks: dress.blocks ?? [] }] });
  if (!made.ok) return false;
  const drawn = snapshotOf(made.workbook, facts, null).sheets[0]!;
  const [own, its] = [reach(sheet), reach(drawn)];
  if (own === null || its === null || own.rows !== its.rows || own.columns !== its.columns) return false;
  for (let row = 0; row < own.rows; row += 1) {
    for (let column = 0; column < own.columns; column += 1) {
      const computes = (of: SheetSnapshot): boolean => (of.formulas[row]?.[column] ?? null) !== null;
      if (computes(sheet) !== computes(drawn)) return false;
    }
  }
  return true;
}

/**
 * What a ranking that stands in the book's sheets was written with, its contents left out; null where it was of another
 * shape than the rubric and the list of units have now, so that its looks are not known.
 */
export function rankingDress(book: Book, rubric: Rubric): readonly SheetPatch[] | null {
  const { snapshot } = book;
  const points = indicatorsHome(snapshot).sheet;
  const ranks = rankingHome(snapshot).sheet;
  if (points === null) return ranks === null ? [] : null;
  const lines = linesOf(points);
  const list = only(readUnits(snapshot).list, lines);
  const { forms } = formsByUnit(book, rubric, list);
  const fromForms = new Map([...forms].filter(([code]) => lines.get(code.toLowerCase()) === true));
  const { patch } = rankingBook(snapshot, rubric, list, fromForms);
  const dresses = patch.sheets.filter(({ sheet }) => sheet === points.name || sheet === ranks?.name);
  const isFit = dresses.every((dress) =>
    dress.sheet === points.name
      ? fits(dress, points, indicatorsReach, snapshot.facts)
      : fits(dress, ranks!, rankingReach, snapshot.facts));
  return isFit ? dresses : null;
}
