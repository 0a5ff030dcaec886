import { lostForms } from "../form/lost-forms";
import { otherForms } from "../form/read";
import { issue, type Issue } from "../issue/issue";
import type { Book } from "./book";

/** A problem for each form that stands and cannot be read any more. */
export const unreadableForms = ({ store, forms, snapshot }: Book): Issue[] =>
  lostForms(store, forms.map(({ reading }) => reading), snapshot)
    .map(({ sheet, unit }) => issue("form-unreadable", {}, { sheet, name: unit.name }));

/** A problem for each form that was built for another rubric. */
export const foreignForms = ({ snapshot, rubric }: Book): Issue[] =>
  rubric === null ? [] : otherForms(snapshot, rubric).map((other) => issue("form-foreign", {}, other));
