import { bool, call, type Expr, infix, isNumber, join, minus, num, text, when } from "../formula/expr";
import { exactExpr, sumFormula } from "../rule/formula";
import { type Input, largestFigure } from "../rule/inputs";
import { decimalText, parseExact } from "../number/exact";
import type { SheetWords } from "../words/sheet-words";
import { alarm } from "./alarm";
import { inputCalls } from "./input-call";
import { allOf, type Quotient } from "./watch";

/** A sentence with its `{}` filled by formulas. */
export function phrase(sentence: string, ...parts: Expr[]): Expr {
  const pieces = sentence.split("{}").flatMap((piece, index): Expr[] => [
    ...(index === 0 ? [] : [parts[index - 1]!]),
    ...(piece === "" ? [] : [text(piece)]),
  ]);
  return pieces.length === 1 ? join(pieces[0]!, text("")) : join(...pieces);
}

/** The decimal mark that this computer writes: what is left of 3,5 without its digits. */
const mark = call("SUBSTITUTE", call("SUBSTITUTE", infix(num(35), "/", num(10)), text("3"), text("")), text("5"), text(""));

/** A number in a sentence, its decimal mark live. Gnumeric would spell a quotient with 20 digits. */
function shown(value: string): Expr {
  const [whole = "", part = ""] = decimalText(parseExact(value)).split(".");
  return part === "" ? text(whole) : join(text(whole), mark, text(part));
}

const exact = (value: string): Expr => exactExpr(parseExact(value));

/** Why an input's content does not count, in words; `value` is its cell. */
function faultText(input: Input, value: Expr, words: SheetWords): Expr {
  const { status } = words;
  if (input.kind === "list") return text(status.notInList);
  const below = infix(value, "<", num(0));
  const range = input.kind === "share"
    ? text(status.shareRange)
    : input.max === largestFigure
      ? when(below, text(status.negative), text(status.tooLarge))
      : phrase(status.range, shown(input.min), shown(input.max));
  const outside = call("OR", infix(value, "<", exact(input.min)), infix(value, ">", exact(input.max)));
  const number = input.kind === "whole" ? when(outside, range, text(status.notWhole)) : range;
  const notNumber = phrase(status.notNumber, infix(num(35), "/", num(10)));
  return when(call("ISERROR", value), text(status.cellError), when(isNumber(value), number, notNumber));
}

const isAlarm = (of: Expr, value: number): Expr => infix(of, "=", num(value));

const named = (terms: readonly string[]): string => terms.join("+").replace(/\+-/g, "-");

/** Whether a quotient is above 1 and counts as 1. Only to be asked where the leaf is scored. */
export function clampTest(quotient: Quotient, value: (input: string) => Expr): Expr {
  const top = sumFormula(quotient.over, value);
  const guard = infix(num(1), "+", infix(num(10), "^", minus(num(9))));
  const above = (bottom: Expr): Expr => infix(infix(top, "/", bottom), ">", guard);
  if (typeof quotient.under === "string") return above(exact(quotient.under));
  const bottom = sumFormula(quotient.under, value);
  return when(infix(bottom, ">", num(0)), above(bottom), bool(false));
}

/** "a lớn hơn b: tính 100 %", of a quotient above 1. */
export function clampText({ over, under }: Quotient, words: SheetWords): Expr {
  return phrase(words.status.clamped, text(named(over)), typeof under === "string" ? shown(under) : text(named(under)));
}

/** The calls of those inputs whose alarm is `of`, joined by commas. */
function calledWith(of: number, inputs: readonly { call: string; alarm: Expr }[]): Expr {
  const alike = new Map<string, Expr[]>();
  for (const input of inputs) alike.set(input.call, [...(alike.get(input.call) ?? []), infix(input.alarm, "=", num(of))]);
  const marked = [...alike].map(([called, tests]) =>
    when(tests.length === 1 ? tests[0]! : call("OR", ...tests), text(`|${called}`), text("")));
  const first = call("SUBSTITUTE", join(...marked), text("|"), text(""), num(1));
  return call("SUBSTITUTE", first, text("|"), text(", "));
}

export interface CriterionCells {
  /** The row's own cells. */
  readonly alarm: Expr;
  readonly state: Expr;
  readonly outcome: Expr;
  /** The states of its inputs, one area. */
  readonly states: Expr;
  readonly inputs: readonly { readonly input: Input; readonly alarm: Expr }[];
  /** Of the inputs that may say "a lớn hơn b". */
  readonly warnings: readonly { readonly alarm: Expr; readonly status: Expr }[];
}

export interface CriterionFacts {
  readonly direct: boolean;
  readonly relative: boolean;
  readonly notApplicable: boolean;
  readonly min: string;
  readonly max: string;
}

/** The status of a criterion's row, by its alarm. */
export function criterionStatus(cells: CriterionCells, facts: CriterionFacts, words: SheetWords): Expr {
  const { status } = words;
  const many = cells.inputs.length > 1;
  const called = inputCalls(cells.inputs.map(({ input }) => input), words);
  const calls = cells.inputs.map(({ input, alarm: cell }) => ({ call: called.get(input.name)!, alarm: cell }));
  const blank = facts.direct
    ? phrase(status.direct, shown(facts.min), shown(facts.max))
    : text(cells.inputs[0]?.input.kind === "list" && !many ? status.unchosen : status.blank);
  const missing = many
    ? when(infix(call("MAX", cells.states), "=", num(0)), blank, phrase(status.missing, calledWith(alarm.blank, calls)))
    : blank;
  const lacking = facts.relative
    ? when(infix(call("MIN", cells.states), ">", num(0)), text(status.relative), missing)
    : missing;
  const wrong = many
    ? when(
        infix(call("MAX", ...calls.map((input) => input.alarm)), "=", num(alarm.invalid)),
        phrase(status.wrong, calledWith(alarm.invalid, calls)),
        text(status.negativeUnder),
      )
    : text(status.wrongOne);
  const full = text(cells.inputs.length === 0 && facts.direct ? status.unscored : status.full);
  const warned = cells.warnings.reduceRight<Expr | null>(
    (rest, warning) => rest === null ? warning.status : when(isAlarm(warning.alarm, alarm.warning), warning.status, rest),
    null,
  );
  const scored = when(
    infix(cells.outcome, "=", num(3)), text(status.excluded), when(infix(cells.outcome, "=", num(1)), full, text("")),
  );
  const settled = facts.notApplicable ? when(infix(cells.state, "=", num(1)), text(status.notApplicable), scored) : scored;
  const cases: readonly (readonly [number, Expr])[] = [
    [alarm.none, settled],
    ...(warned === null ? [] : ([[alarm.warning, phrase(status.look, warned)]] as const)),
    [alarm.blank, lacking],
    [alarm.evidence, text(status.evidence)],
    [alarm.evidenceOrWords, text(status.evidenceOrWords)],
    [alarm.reviewReason, text(status.reviewReason)],
    [alarm.review, phrase(status.reviewRange, shown(facts.min), shown(facts.max))],
    ...(facts.notApplicable
      ? ([
          [alarm.notApplicableReason, text(status.notApplicableReason)],
          [alarm.notApplicableOnly, text(status.notApplicableOnly)],
        ] as const)
      : []),
    [alarm.silent, text(status.silent)],
  ];
  return cases.reduceRight<Expr>((rest, [code, said]) => when(infix(cells.alarm, "=", num(code)), said, rest), wrong);
}

/** The status of an input's row: what is missing or wrong in it, or what its leaf has to warn of. */
export function inputStatus(
  input: Input, own: { alarm: Expr; value: Expr }, warning: Expr | null, words: SheetWords,
): Expr {
  const rest = warning === null ? text("") : when(isAlarm(own.alarm, alarm.warning), warning, text(""));
  const blank = text(input.kind === "list" ? words.status.unchosen : words.status.blank);
  return when(
    infix(own.alarm, "=", num(alarm.blank)), blank,
    when(infix(own.alarm, "=", num(alarm.invalid)), faultText(input, own.value, words), rest),
  );
}

/** Alarm of an input: it matters and is blank or invalid, or what is measured with it is above its most. */
export function inputAlarm(state: Expr, conditions: readonly Expr[], above: Expr | null): Expr {
  const rest = above === null ? num(alarm.none) : when(above, num(alarm.warning), num(alarm.none));
  const amiss = when(infix(state, "=", num(0)), num(alarm.blank), when(infix(state, "<", num(0)), num(alarm.invalid), rest));
  return conditions.length === 0 ? amiss : when(allOf(conditions), amiss, num(alarm.none));
}
