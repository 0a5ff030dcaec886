import { sheetNames } from "../../core/form/sheet-names";
import { formPatch } from "../../core/form/form-sheet";
import type { UnitForm } from "../../core/form/indicators-rows";
import { layoutForm } from "../../core/form/layout";
import { rankingBook } from "../../core/form/ranking-book";
import { rubricPatch } from "../../core/form/rubric-sheet";
import { freeSheetName } from "../../core/form/sheet-names";
import { storeOf, storePatch } from "../../core/form/store-patch";
import { type StoredForm } from "../../core/form/store-sheet";
import { listOf } from "../../core/form/units-home";
import { applyPatch, snapshotOf } from "../../core/sheet/apply";
import type { Patch, SheetPatch } from "../../core/sheet/patch";
import type { Facts } from "../../core/sheet/snapshot";
import { emptyWorkbook, type Workbook } from "../../core/sheet/workbook";
import type { Replayed } from "./result";

/** Most forms that one workbook holds; the points of further units stand in `Chỉ số` alone. */
export const mostForms = 40;

function applied(workbook: Workbook, patch: Patch): Workbook {
  const result = applyPatch(workbook, patch);
  if (!result.ok) throw new Error("a patch of our own was refused");
  return result.workbook;
}

/** The whole workbook of a case: rubric, the form of each unit, the ranking. Null without a rubric. */
export function workbookOf(replayed: Replayed, facts: Facts): Workbook | null {
  const { rubric, units } = replayed;
  if (rubric === null) return null;
  const { language, decimal } = facts;
  const taken: string[] = [];
  const stored: StoredForm[] = [];
  const sheets: SheetPatch[] = [];
  const forms = new Map<string, UnitForm>();
  for (const unit of units.slice(0, mostForms)) {
    const sheet = freeSheetName(units.length === 1 ? sheetNames.form : `${sheetNames.form} ${unit.code}`, taken);
    taken.push(sheet);
    stored.push({ sheet, unit });
    sheets.push(
      formPatch(rubric, {
        sheet, unit, language, decimal,
        answers: replayed.answers.get(unit.code)!, reviews: replayed.reviews.get(unit.code)!,
      }),
    );
    forms.set(unit.code, { layout: layoutForm(rubric, sheet), scores: replayed.scores.get(unit.code)! });
  }
  const store = storePatch(storeOf(rubric, { language, forms: stored, parked: [] }), null);
  const built = applied(emptyWorkbook, { expect: [], sheets: [rubricPatch(rubric, null), store, ...sheets] });
  if (units.length === 0) return built;
  const ranked = rankingBook(snapshotOf(built, facts, null), rubric, listOf(units), forms);
  return applied(built, ranked.patch);
}
