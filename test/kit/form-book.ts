import { formPatch } from "../../core/form/form-sheet";
import { type FormLayout, layoutForm } from "../../core/form/layout";
import { storeOf, storePatch } from "../../core/form/store-patch";
import type { Reviews } from "../../core/review/review";
import type { Rubric } from "../../core/rubric/rubric";
import type { Answers } from "../../core/scoring/answer";
import { applyPatch } from "../../core/sheet/apply";
import { type Cell, emptyWorkbook, type Workbook } from "../../core/sheet/workbook";

/** What one form of a test workbook holds. */
export interface Filled {
  readonly rubric: Rubric;
  readonly answers: Answers;
  readonly reviews: Reviews;
}

export interface FormBook<F extends Filled> {
  readonly workbook: Workbook;
  readonly forms: readonly { readonly filled: F; readonly sheet: string; readonly layout: FormLayout }[];
}

/**
 * A workbook with a form for each, all under the bands of the first rubric. Figures stand in the cells with every bit
 * they have, as a person's own formula would leave them there.
 */
export function formBook<F extends Filled>(filled: readonly F[]): FormBook<F> {
  const forms = filled.map((each, index) => ({
    filled: each,
    sheet: `Phiếu ${index + 1}`,
    layout: layoutForm(each.rubric, `Phiếu ${index + 1}`),
  }));
  const store = storePatch(storeOf(filled[0]!.rubric, { language: "vi", forms: [], parked: [] }), null);
  const sheets = forms.map(({ sheet, filled: { rubric, answers, reviews } }, index) =>
    formPatch(rubric, {
      sheet,
      unit: { code: `U${index + 1}`, name: "Xã Đảo" },
      language: "vi",
      decimal: ".",
      answers,
      reviews,
    }),
  );
  const done = applyPatch(emptyWorkbook, { expect: [], sheets: [...sheets, store] });
  if (!done.ok) throw new Error("the forms do not fit into an empty workbook");
  const raw = done.workbook.sheets.map((sheet) => {
    const form = forms.find((each) => each.sheet === sheet.name);
    if (form === undefined) return sheet;
    const cells: (Cell | undefined)[][] = sheet.cells.map((line) => [...(line ?? [])]);
    for (const row of form.layout.rows) {
      if (row.kind !== "input") continue;
      const value = form.filled.answers.get(row.node.id)?.inputs[row.input.name];
      const old = cells[row.row]![form.layout.columns.answer];
      if (typeof value === "number" && old !== undefined)
        cells[row.row]![form.layout.columns.answer] = { ...old, v: value };
    }
    return { ...sheet, cells };
  });
  return { workbook: { ...done.workbook, sheets: raw }, forms };
}
