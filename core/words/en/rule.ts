import type { RuleIssues } from "../../issue/rule";
import type { Says } from "../words";

export const rule: Says<RuleIssues> = {
  "rule-unread": ({ fragment }) =>
    `The scoring text was not understood at “${fragment}”. Points are entered directly for now; reword it or press “Refine rule”.`,
  "rule-empty": () => "There is no scoring text. Points are entered directly; write the rule into this cell if there is one.",
  "rule-contradictory": ({ first, second }) =>
    `“${first}” and “${second}” both hold in one case. Choose the meaning in “Refine rule”.`,
};
