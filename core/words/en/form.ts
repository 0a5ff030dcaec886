import type { FormIssues } from "../../issue/form";
import type { Says } from "../words";

export const form: Says<FormIssues> = {
  "sheet-missing": ({ sheet }) => `Sheet “${sheet}” is missing. Rename the old sheet back, or build the form again.`,
};
