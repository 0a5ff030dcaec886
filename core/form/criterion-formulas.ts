import { area, bool, call, cell, type Expr, infix, isBlank, isNumber, num, text, when } from "../formula/expr";
import { compare, parseExact, zero } from "../number/exact";
import { code } from "../rule/code";
import { exactExpr, roundFormula, ruleFormulas } from "../rule/formula";
import { spellings } from "../rule/input-value";
import type { Rule } from "../rule/rule";
import type { Criterion, Rubric } from "../rubric/rubric";
import { criterionDigits } from "../scoring/score";
import type { SheetWords } from "../words/sheet-words";
import { alarm } from "./alarm";
import type { FormColumn, FormLayout } from "./layout";
import { clampTest, clampText, criterionStatus, inputAlarm, inputStatus } from "./status";
import { watchOf } from "./watch";

/** Puts a formula into a cell of the form. */
export type Put = (row: number, column: FormColumn, expr: Expr) => void;

const isState = (of: Expr, value: number): Expr => infix(of, "=", num(value));
/** Blank text in a cell that may show an error. */
const isEmpty = (of: Expr): Expr => when(call("ISERROR", of), num(0), when(isBlank(of), num(1), num(0)));
const empty = (of: Expr): Expr => infix(isEmpty(of), "=", num(1));

/** Whether a rule may take its criterion out of the unit's maximum. */
function mayExclude(rule: Rule | null): boolean {
  switch (rule?.kind) {
    case "measure":
      return rule.zero === "excluded";
    case "parts":
      return rule.parts.some((part) => mayExclude(part.rule));
    case "repeat":
    case "precondition":
    case "waiver":
      return mayExclude(rule.rule);
    default:
      return false;
  }
}

function stateOfNotApplicable(answer: Expr, label: string): Expr {
  const spelt = spellings(label).map((spelling) => call("EXACT", answer, text(spelling)));
  const member = spelt.length === 1 ? spelt[0]! : call("OR", ...spelt);
  const filled = when(isBlank(answer), num(0), when(member, num(1), num(-1)));
  return when(call("ISERROR", answer), num(-1), filled);
}

/** The formulas of a criterion's block: its inputs' states and alarms, its scores, what it adds to the sums. */
export function criterionFormulas(
  criterion: Criterion, rubric: Rubric, layout: FormLayout, counted: boolean, words: SheetWords, put: Put,
): void {
  const { settings } = rubric;
  const row = layout.rowOf(criterion.id);
  const at = (line: number, column: FormColumn): Expr => cell(line, layout.columns[column]);
  const own = (column: FormColumn): Expr => at(row, column);
  const input = (column: FormColumn) => (name: string): Expr => at(layout.inputRow(criterion.id, name), column);
  const cells = {
    value: input("answer"), state: input("state"), code: input("outcome"), measured: input("measured"),
    points: input("points"),
    member: (name: string, place: number): Expr => cell(layout.inputRow(criterion.id, name), layout.optionColumn + place),
  };
  const formulas = ruleFormulas(criterion.rule, criterion, cells);
  const watch = watchOf(criterion.rule, cells);
  const policy = settings.notApplicable;
  const left = isState(own("state"), 1);
  const unlessLeft = (yes: Expr, no: Expr): Expr => (policy === "none" ? no : when(left, yes, no));

  const warnings: { alarm: Expr; status: Expr }[] = [];
  for (const each of formulas.inputs) {
    const { name } = each.input;
    const line = layout.inputRow(criterion.id, name);
    put(line, "state", each.state);
    if (each.leaf !== undefined) {
      put(line, "outcome", each.leaf.code);
      put(line, "measured", each.leaf.measured);
      put(line, "points", each.leaf.points);
    }
    const matters = [
      ...(policy === "none" ? [] : [infix(own("state"), "<>", num(1))]), ...(watch.conditions.get(name) ?? []),
    ];
    const quotient = watch.quotients.find(({ leaf }) => leaf === name);
    const above = quotient === undefined
      ? null
      : when(isState(at(line, "outcome"), code.scored), clampTest(quotient, cells.value), bool(false));
    put(line, "alarm", inputAlarm(at(line, "state"), matters, above));
    const warning = quotient === undefined ? null : clampText(quotient, words);
    if (quotient !== undefined) warnings.push({ alarm: at(line, "alarm"), status: at(line, "status") });
    put(line, "status", inputStatus(each.input, { alarm: at(line, "alarm"), value: at(line, "answer") }, warning, words));
  }

  if (policy !== "none") put(row, "state", stateOfNotApplicable(own("answer"), words.form.notApplicable));
  put(row, "outcome", formulas.code);
  const least = parseExact(criterion.min);
  const most = parseExact(criterion.max);
  let points = formulas.points;
  if (compare(least, zero) > 0) points = call("MAX", exactExpr(least), points);
  if (compare(most, zero) < 0) points = call("MIN", exactExpr(most), points);
  const scored = isState(own("outcome"), code.scored);
  put(row, "points", when(scored, points, text("")));

  const digits = criterionDigits(rubric);
  const full = exactExpr(compare(most, zero) > 0 ? most : zero);
  const forLeft = policy === "full" ? roundFormula(full, digits) : policy === "zero" ? num(0) : text("");
  put(row, "self", unlessLeft(forLeft, when(scored, roundFormula(own("points"), digits), text(""))));

  const reviewed = own("reviewed");
  const inRange = call("AND", infix(reviewed, ">=", exactExpr(least)), infix(reviewed, "<=", exactExpr(most)));
  const adjusted = when(inRange, roundFormula(reviewed, digits), text(""));
  put(row, "adjusted", when(isNumber(reviewed), adjusted, text("")));

  const claimed = when(call("ISNUMBER", own("self")), infix(own("self"), ">", num(0)), bool(false));
  const unproved = settings.evidence === "required"
    ? unlessLeft(bool(false), when(claimed, empty(own("evidence")), bool(false)))
    : null;
  const official = unproved === null ? own("self") : when(unproved, num(0), own("self"));
  put(row, "final", when(call("ISNUMBER", own("adjusted")), own("adjusted"), official));

  const hasExclusion = policy === "excluded" || mayExclude(criterion.rule);
  if (!counted || criterion.bonus || !hasExclusion) {
    put(row, "ownMax", !counted || criterion.bonus ? num(0) : exactExpr(most));
  } else {
    const byRule = mayExclude(criterion.rule)
      ? when(isState(own("outcome"), code.excluded), num(0), exactExpr(most)) : exactExpr(most);
    const byUnit = unlessLeft(policy === "excluded" ? num(0) : exactExpr(most), byRule);
    put(row, "ownMax", when(call("ISNUMBER", own("adjusted")), exactExpr(most), byUnit));
  }
  const numeric = (of: Expr): Expr => (counted ? when(call("ISNUMBER", of), of, num(0)) : num(0));
  put(row, "ownSelf", numeric(own("self")));
  put(row, "ownFinal", numeric(own("final")));

  const dealt = [
    call("ISNUMBER", own("self")), call("ISNUMBER", own("adjusted")),
    ...(policy === "none" ? [] : [left]), ...(mayExclude(criterion.rule) ? [isState(own("outcome"), code.excluded)] : []),
  ];
  put(row, "filled", when(call("OR", ...dealt), num(1), num(0)));

  const warned = warnings.map((warning) => isState(warning.alarm, alarm.warning));
  const settled = warned.length === 0
    ? num(alarm.none)
    : when(call("AND", scored, warned.length === 1 ? warned[0]! : call("OR", ...warned)), num(alarm.warning), num(alarm.none));
  const byProof = unproved === null
    ? settled
    : when(unproved, when(empty(own("explanation")), num(alarm.evidenceOrWords), num(alarm.evidence)), settled);
  const byOutcome = [
    [code.invalid, num(alarm.invalid)], [code.blank, num(alarm.blank)], [code.silent, num(alarm.silent)],
  ].reduceRight<Expr>((rest, [of, then]) => when(isState(own("outcome"), of as number), then as Expr, rest), byProof);
  const byUnit = policy === "none"
    ? byOutcome
    : when(
        left, when(empty(own("explanation")), num(alarm.notApplicableReason), num(alarm.none)),
        when(isState(own("state"), -1), num(alarm.notApplicableOnly), byOutcome),
      );
  const differs = when(
    call("ISNUMBER", own("self")), infix(own("self"), "<>", own("adjusted")), bool(true),
  );
  const unexplained = when(differs, empty(own("reason")), bool(false));
  const reviewGiven = when(call("ISERROR", reviewed), num(1), call("LEN", reviewed));
  put(row, "alarm", when(
    call("ISNUMBER", own("adjusted")),
    when(unexplained, num(alarm.reviewReason), byUnit),
    when(infix(reviewGiven, ">", num(0)), num(alarm.review), byUnit),
  ));

  const first = row + 1;
  const count = formulas.inputs.length;
  put(row, "status", criterionStatus(
    {
      alarm: own("alarm"), state: own("state"), outcome: own("outcome"),
      states: area(first, layout.columns.state, count, 1),
      inputs: formulas.inputs.map((each) => ({ input: each.input, alarm: input("alarm")(each.input.name) })),
      warnings,
    },
    {
      direct: criterion.rule === null || criterion.rule.kind === "direct", relative: criterion.rule?.kind === "relative",
      notApplicable: policy !== "none", min: criterion.min, max: criterion.max,
    },
    words,
  ));
}
