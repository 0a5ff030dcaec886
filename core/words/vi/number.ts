import type { NumberIssues } from "../../issue/number";
import type { Says } from "../words";
import { named } from "./input";

export const number: Says<NumberIssues> = {
  "not-a-number": ({ text }) => `“${text}” không phải là số. Nhập lại bằng chữ số.`,
  "number-ambiguous": ({ text, readings, input, label }) =>
    `${input === undefined ? "" : `${named(input, label ?? "")}: `}“${text}” có thể là ${readings.join(" hoặc ")}. Ghi lại cho rõ.`,
};
