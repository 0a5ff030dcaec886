import type { ScoringIssues } from "../../issue/scoring";
import type { Says } from "../words";

export const scoring: Says<ScoringIssues> = {
  "input-blank": ({ label }) => `${label} is empty. Enter the figure, or 0 if there is none.`,
  "denominator-zero": ({ label }) =>
    `The denominator (${label}) is 0 and the decision does not say what then. Ask the issuing office, or choose “Không áp dụng”.`,
};
