import { lostForms } from "../form/lost-forms";
import { issue, type Issue } from "../issue/issue";
import type { Book } from "./book";

/** A problem for each form that stands and cannot be read any more. */
export const unreadableForms = ({ store, forms, snapshot }: Book): Issue[] =>
  lostForms(store, forms.map(({ reading }) => reading), snapshot)
    .map(({ sheet, unit }) => issue("form-unreadable", {}, { sheet, name: unit.name }));
