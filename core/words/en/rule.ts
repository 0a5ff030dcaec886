import type { GapIssue, RuleIssues } from "../../issue/rule";
import type { Says } from "../words";

const parts = { options: "options", bands: "bands", inputs: "cells to fill in", amounts: "amounts of points" };

function span({ span, low, high }: GapIssue): string {
  switch (span) {
    case "all":
      return "every value";
    case "from":
      return `${low} and more`;
    case "above":
      return `more than ${low}`;
    case "to":
      return `${high} and less`;
    case "below":
      return `less than ${high}`;
    case "exactly":
      return `exactly ${low}`;
    case "from-to":
      return `from ${low} to ${high}`;
    case "from-below":
      return `from ${low} to less than ${high}`;
    case "above-to":
      return `more than ${low}, up to ${high}`;
    case "above-below":
      return `more than ${low}, less than ${high}`;
  }
}

export const rule: Says<RuleIssues> = {
  "rule-unread": ({ fragment }) =>
    `The scoring text was not understood at “${fragment}”. Points are entered directly for now; reword it or press “Refine rule”.`,
  "rule-empty": () =>
    "There is no scoring text. Points are entered directly; write the rule into this cell if there is one.",
  "rule-marks": ({ marks }) =>
    marks === "none"
      ? "The rule is written without Vietnamese marks and was not read, so as not to be mistaken. Type it with marks (“Không: 0 điểm”), or press “Refine rule”."
      : "The rule is typed in an old encoding (TCVN3 or VNI) and cannot be read. Convert it to Unicode and paste it again, or press “Refine rule”.",
  "rule-too-long": ({ length, most }) =>
    `The scoring text has ${length} characters, more than ${most}, and was not read. Shorten it or press “Refine rule”.`,
  "rule-too-large": ({ part, count, most }) =>
    `The scoring text has ${count} ${parts[part]}, more than ${most}, and was not read. Split it into several criteria or press “Refine rule”.`,
  "rule-contradictory": ({ first, second }) =>
    `“${first}” and “${second}” both hold in one case. Choose the meaning in “Refine rule”.`,
  "rule-gap": (values) =>
    `The text gives no points for: ${span(values)}. Add the missing band, or “Còn lại: 0 điểm” for all other cases.`,
  "rule-gap-either": ({ words }) =>
    `The text gives no points where only one half of “${words}” holds. Add the missing amount, or “Còn lại: 0 điểm” for all other cases.`,
  "rule-overlap": ({ first, second }) =>
    `“${first}” and “${second}” share a value but give different points. Write “dưới” or “từ … trở lên” in each band.`,
  "rule-points": ({ points, min, max }) =>
    `The text can give ${points} points, outside the row's ${min} to ${max}. Mend the text or the maximum.`,

  "assume-ratio": ({ over, under }) => `Taken as: ratio = ${over}/${under}; the text does not write it.`,
  "assume-share": ({ label }) =>
    `Taken as: a percentage is typed${label === "" ? "" : ` (${label})`}; the text names no numerator and denominator.`,
  "assume-sum": ({ parts }) => `Taken as: the points of the ${parts} items are added.`,
  "assume-choice": ({ options }) => `Taken as: one of the ${options} amounts applies.`,
  "assume-gap": ({ words }) =>
    `Taken as: the scorer picks an option for cases at or past the limit “${words}”, which the text leaves out.`,
  "assume-otherwise": ({ points }) => `Taken as: cases that the text does not name earn ${points} points.`,
  "assume-out-of": ({ label, of }) => `Taken as: ratio = ${label}/${of}.`,
  "assume-per-item": ({ label, most }) => `Taken as: “${label}” is counted, up to ${most}.`,
  "assume-at-least": ({ value }) => `Taken as: ${value} and more earn the points of ${value}.`,
  "assume-none": ({ words }) => `Taken as: “${words}” means a count of 0.`,
  "assume-waiver": ({ words, figure, label }) =>
    `Taken as: “${words}” means that ${figure}${label === "" ? "" : ` (${label})`} is 0.`,
  "assume-points": ({ points, max }) =>
    `Taken as: at most ${points} points can be earned, which is not the row's maximum of ${max}.`,
  "assume-limit": ({ limit }) => `Taken as: no more than the row's ${limit} points in all.`,
  "assume-from-maximum": ({ max, least }) =>
    `Taken as: starting from the maximum of ${max}, points are taken off, down to ${least} at least.`,
  "assume-nearest": () =>
    "Taken as: where several bands hold, only the one whose bound is nearest to the figure counts.",
  "assume-rest": ({ formula }) => `Taken as: “${formula}” is for the cases without points of their own.`,
  "assume-part-maximum": ({ points }) =>
    `Taken as: “điểm tối đa” within a part or period is that part's${points === "" ? "" : ` (${points} points)`}.`,
  "assume-no-points": ({ words }) => `Taken as: “${words}” means 0 points.`,
  "assume-note": ({ fragment }) => `Taken as: “${fragment}” is a note and changes no points.`,
  "assume-number": ({ text, value }) => `Taken as: “${text}” is the number ${value}.`,
  "assume-direct": ({ words }) => `Taken as: points are entered from “${words}”.`,
};
