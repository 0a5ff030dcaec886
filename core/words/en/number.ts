import type { NumberIssues } from "../../issue/number";
import type { Says } from "../words";
import { named } from "./input";

export const number: Says<NumberIssues> = {
  "not-a-number": ({ text }) => `“${text}” is not a number. Enter it in digits.`,
  "number-ambiguous": ({ text, readings, input, label }) =>
    `${input === undefined ? "" : `${named(input, label ?? "")}: `}“${text}” may be ${readings.join(" or ")}. Write it unambiguously.`,
};
