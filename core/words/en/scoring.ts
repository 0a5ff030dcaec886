import type { ScoringIssues } from "../../issue/scoring";
import { isEndless, plainNumber, sharePercent } from "../plain";
import type { Says } from "../words";
import { named } from "./input";

const number = (value: string): string => plainNumber(value, "en");

export const scoring: Says<ScoringIssues> = {
  "input-blank": ({ input, label }) =>
    input === "points" && label === ""
      ? "The self score is not entered yet. Enter the points in this cell."
      : `${named(input, label)} is empty. Enter the figure, or 0 if there is none.`,
  "choice-blank": ({ input, label }) =>
    label === ""
      ? `${named(input, label)}: nothing is chosen. Choose one from the cell's list.`
      : `No answer is chosen for ${named(input, label)}. Choose one from the cell's list.`,
  "input-not-number": ({ input, label, text }) =>
    text.trim() === ""
      ? `${named(input, label)}: the cell holds only spaces, so it is not scored. Delete them and enter a number.`
      : `${named(input, label)}: “${text}” is text, so it is not scored. Enter it as a number.`,
  "input-not-whole": ({ input, label, text }) =>
    `${named(input, label)}: “${number(text)}” must be a whole number. Enter the count without a fraction.`,
  "input-out-of-range": ({ input, label, text, min, max, share }) => {
    const called = named(input, label);
    if (share === true) return `${called}: “${sharePercent(text, "en")}” is not between 0% and 100%. Enter it with the % sign, for example 85%.`;
    if (!isEndless(max)) return `${called}: “${number(text)}” cannot be used. Enter it again: the number must be from ${number(min)} to ${number(max)}.`;
    return text.startsWith("-")
      ? `${called}: “${number(text)}” cannot be used. Enter it again: the number must be ${number(min)} or above.`
      : `${called}: “${number(text)}” is larger than a sheet keeps every digit of. Check it and enter it again.`;
  },
  "input-not-in-list": ({ input, label, text, options }) =>
    `${named(input, label)}: “${text}” is not in the list. Choose one of: ${options.join("; ")}.`,
  "input-cell-error": ({ input, label, text }) =>
    `${named(input, label)}: the cell shows the error ${text}. Empty the cell and enter the figure.`,
  "input-unknown": ({ input, known }) => `There is no input “${input}”. Use the names of this criterion's inputs: ${known.join(", ")}.`,
  "denominator-zero": ({ input, label }) =>
    `${named(input, label)} (the denominator) is 0 and the decision does not say what then. Ask the issuing office, or choose “Không áp dụng” and say why.`,
  "denominator-negative": ({ input, label }) =>
    `${named(input, label)} (the denominator) is below 0. Check the figures that are subtracted.`,
  "ratio-above-one": ({ over, under }) => `${over} is greater than ${under}: counted as 100%. Check both figures.`,
  "relative-pending": () => "Scored against the other units once the last of them has answered.",
  "evidence-missing": ({ claimed }) =>
    `${number(claimed)} points are claimed without proof and count as 0. Name the document: number, day, subject.`,
  "explanation-missing": () => "There is no proof and no explanation either. Say why in column “Giải trình”.",
  "not-applicable-reason-missing": () => "“Không áp dụng” is chosen without a reason. Give it in column “Giải trình”.",
  "not-applicable-refused": () => "This rubric does not let a criterion be left out. Enter its figures.",
  "review-not-number": ({ text }) => `The reviewed points “${text}” are not a number and are not used. Enter a number.`,
  "review-out-of-range": ({ text, min, max }) =>
    `The reviewed points “${number(text)}” are not between ${number(min)} and ${number(max)} and are not used. Enter them again.`,
  "review-reason-missing": ({ self, reviewed }) =>
    `The reviewed points ${number(reviewed)} differ from the self score ${self === "" ? "(empty)" : number(self)} without a reason. Give it in column “Lý do điều chỉnh”.`,
};
