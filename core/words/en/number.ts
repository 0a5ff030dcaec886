import type { NumberIssues } from "../../issue/number";
import type { Says } from "../words";

export const number: Says<NumberIssues> = {
  "not-a-number": ({ text }) => `“${text}” is not a number. Enter it in digits.`,
  "number-ambiguous": ({ text, readings }) => `“${text}” may be ${readings.join(" or ")}. Write it unambiguously.`,
};
