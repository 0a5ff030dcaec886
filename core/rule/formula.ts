import {
  add, call, type Expr, infix, isBlank, minus, num, text, when,
} from "../formula/expr";
import {
  compare, type Exact, exact, guardDigits, isZero, max, min, negate, over, parseExact, zero,
} from "../number/exact";
import { code } from "./code";
import { comparedInCells, spellings } from "./input-value";
import { type Bounds, type Input, inputsOf, isUnscored } from "./inputs";
import { amountOf, figureNames } from "./points";
import type { Choice, Measure, Rule, Step } from "./rule";

/** Where the formulas of one criterion find its cells. A leaf is named by its first input. */
export interface FormulaCells {
  value(input: string): Expr;
  state(input: string): Expr;
  /**
   * Where members too long for a formula's text stand in cells: a list's members in order, then each of them in its
   * decomposed spelling.
   */
  member?(input: string, place: number): Expr;
  code(leaf: string): Expr;
  measured(leaf: string): Expr;
  points(leaf: string): Expr;
}

export interface InputFormulas {
  readonly input: Input;
  readonly state: Expr;
  /** On the first input of each leaf of the rule: its code, its measured value, its unrounded points. */
  readonly leaf?: { readonly code: Expr; readonly measured: Expr; readonly points: Expr };
}

export interface RuleFormulas {
  readonly inputs: readonly InputFormulas[];
  /** The criterion's code and unrounded points; points are "" unless the code is 1. */
  readonly code: Expr;
  readonly points: Expr;
}

const blank = text("");

/** An exact number as a formula: whole, or a quotient of whole numbers. */
export function exactExpr(value: Exact): Expr {
  if (value.n < 0n) return minus(exactExpr(negate(value)));
  return value.d === 1n ? num(String(value.n)) : infix(num(String(value.n)), "/", num(String(value.d)));
}

/** `ROUND(x+SIGN(x)*10^-g,d)`: half away from zero, and a midpoint lost in binary is still a midpoint. */
export function roundFormula(x: Expr, digits: number): Expr {
  const guard = infix(num(10), "^", minus(num(guardDigits(digits))));
  return call("ROUND", infix(x, "+", infix(call("SIGN", x), "*", guard)), num(digits));
}

const stepGuard = infix(num(10), "^", minus(num(9)));

function stateFormula(input: Input, value: Expr, cells: FormulaCells): Expr {
  const valid = (): Expr => {
    if (input.kind === "list") {
      const options = input.options ?? [];
      const inCells = cells.member !== undefined && comparedInCells(options);
      return options.reduceRight<Expr>((rest, option, index) => {
        const spelt = spellings(option).map((spelling, k) =>
          call("EXACT", value, inCells ? cells.member!(input.name, index + k * options.length) : text(spelling)));
        return when(spelt.length === 1 ? spelt[0]! : call("OR", ...spelt), num(index + 1), rest);
      }, num(-1));
    }
    const tests = [
      infix(value, ">=", num(input.min)),
      infix(value, "<=", num(input.max)),
      ...(input.kind === "whole" ? [infix(value, "=", call("INT", value))] : []),
    ];
    return when(call("ISNUMBER", value), when(call("AND", ...tests), num(1), num(-1)), num(-1));
  };
  return when(call("OR", call("ISERROR", value), call("ISLOGICAL", value)), num(-1), when(isBlank(value), num(0), valid()));
}

const lowest = (exprs: readonly Expr[]): Expr => (exprs.length === 1 ? exprs[0]! : call("MIN", ...exprs));

/** Holds a formula between 0 and `most`, whichever side of 0 that is. */
function heldFormula(points: Expr, least: Exact, most: Exact): Expr {
  return call("MAX", exactExpr(least), call("MIN", exactExpr(most), points));
}

const within = (value: Exact, most: Exact): boolean =>
  compare(value, max(most, zero)) <= 0 && compare(value, min(most, zero)) >= 0;

interface Leaf {
  readonly first: string;
  readonly code: Expr;
  readonly measured: Expr;
  readonly points: Expr;
}

function choiceLeaf(rule: Choice, most: Exact, prefix: string, cells: FormulaCells): Leaf {
  const state = cells.state(`${prefix}x`);
  const points = rule.options.map((option) => {
    const amount = amountOf(option.score, most);
    return exactExpr(max(min(amount, max(most, zero)), min(most, zero)));
  });
  return {
    first: `${prefix}x`,
    code: when(infix(state, ">", num(0)), num(code.scored), state),
    measured: blank,
    points: points.reduceRight<Expr>((rest, amount, index) => when(infix(state, "=", num(index + 1)), amount, rest), blank),
  };
}

/** The sum of figures by their names; one with "-" in front is subtracted. */
export function sumFormula(terms: readonly string[], value: (figure: string) => Expr): Expr {
  const [head, ...rest] = terms.map((term) => ({ negative: term.startsWith("-"), value: value(term.replace(/^-/, "")) }));
  const start = head!.negative ? minus(head!.value) : head!.value;
  const total = rest.reduce((left, term) => infix(left, term.negative ? "-" : "+", term.value), start);
  return terms.some((term) => term.startsWith("-")) ? roundFormula(total, 9) : total;
}

function stepTest(step: Step, measured: Expr): Expr | null {
  if (step.from === null) return null;
  const from = exactExpr(parseExact(step.from));
  return step.inclusive
    ? infix(measured, ">=", infix(from, "-", stepGuard))
    : infix(measured, ">", infix(from, "+", stepGuard));
}

function stepFormula(step: Step, measured: Expr, most: Exact, bounded: boolean): Expr {
  const low = min(most, zero);
  const high = max(most, zero);
  if ("give" in step.score) {
    return exactExpr(max(low, min(high, amountOf(step.score.give, most))));
  }
  const each = over(amountOf(step.score.times, most), parseExact(step.score.per));
  const { cap, floor } = step.score;
  let points: Expr = isZero(each)
    ? num(0)
    : each.d === 1n
      ? infix(measured, "*", exactExpr(each))
      : infix(infix(measured, "*", exactExpr(exact(each.n))), "/", num(String(each.d)));
  if (cap !== undefined) points = call("MIN", points, exactExpr(amountOf(cap, most)));
  if (floor !== undefined) points = call("MAX", points, exactExpr(amountOf(floor, most)));
  return bounded && within(each, most) && cap === undefined && floor === undefined
    ? points
    : heldFormula(points, low, high);
}

function measureLeaf(rule: Measure, most: Exact, prefix: string, cells: FormulaCells): Leaf {
  const names = figureNames(rule, prefix);
  const first = names[0]!;
  const states = lowest(names.map((name) => cells.state(name)));
  const own = { code: cells.code(first), measured: cells.measured(first) };
  const { value } = rule;
  const bounded = value.kind !== "count";
  const steps = rule.steps.reduceRight<Expr>((rest, step) => {
    const test = stepTest(step, own.measured);
    const points = stepFormula(step, own.measured, most, bounded);
    return test === null ? points : when(test, points, rest);
  }, num(0));
  const scored = infix(own.code, "=", num(code.scored));
  const inOrder = (then: Expr): Expr => when(infix(states, "<", num(1)), states, then);
  if (value.kind === "share" || value.kind === "count") {
    return {
      first,
      code: inOrder(num(code.scored)),
      measured: when(scored, cells.value(first), blank),
      points: when(scored, steps, blank),
    };
  }
  const over01 = (quotient: Expr): Expr => call("MAX", num(0), call("MIN", num(1), quotient));
  const figure = (name: string): Expr => cells.value(prefix + name);
  const top = sumFormula(value.over, figure);
  if (value.kind === "per") {
    return {
      first,
      code: inOrder(num(code.scored)),
      measured: when(scored, over01(infix(top, "/", exactExpr(parseExact(value.under)))), blank),
      points: when(scored, steps, blank),
    };
  }
  const under = sumFormula(value.under, figure);
  const zeroCode = rule.zero === "ask" ? code.silent : rule.zero === "excluded" ? code.excluded : code.scored;
  const signed = value.under.some((term) => term.startsWith("-"));
  const atZero = when(infix(under, "=", num(0)), num(zeroCode), num(code.scored));
  const leafCode = inOrder(signed ? when(infix(under, "<", num(0)), num(code.invalid), atZero) : atZero);
  const counts = zeroCode === code.scored;
  const measured = when(
    scored, counts ? when(infix(under, "=", num(0)), blank, over01(infix(top, "/", under))) : over01(infix(top, "/", under)), blank,
  );
  const atZeroPoints = exactExpr(rule.zero === "full" ? most : zero);
  return {
    first,
    code: leafCode,
    measured,
    points: when(scored, counts ? when(infix(under, "=", num(0)), atZeroPoints, steps) : steps, blank),
  };
}

function directLeaf(prefix: string, cells: FormulaCells): Leaf {
  const first = `${prefix}points`;
  const state = cells.state(first);
  return {
    first, code: state, measured: blank, points: when(infix(state, "=", num(1)), cells.value(first), blank),
  };
}

/** The code of parts joined: invalid, then blank, then silent, then excluded, else scored. */
function joinedCode(codes: readonly Expr[]): Expr {
  if (codes.length === 1) return codes[0]!;
  const silent = codes.map((of) => infix(of, "=", num(code.silent)));
  return when(
    infix(lowest(codes), "<", num(1)), lowest(codes), when(call("OR", ...silent), num(code.silent), call("MAX", ...codes)),
  );
}

interface Compiled {
  readonly leaves: readonly Leaf[];
  /** To be joined; nested parts hand theirs up, so that the joined formula grows with the leaves and no faster. */
  readonly codes: readonly Expr[];
  /** Meaningful where the code is 1. */
  readonly points: Expr;
}

function compile(rule: Rule, most: Exact, prefix: string, cells: FormulaCells): Compiled {
  const leafOf = (leaf: Leaf): Compiled => ({ leaves: [leaf], codes: [cells.code(leaf.first)], points: cells.points(leaf.first) });
  const joined = (inside: readonly Compiled[]): Compiled => ({
    leaves: inside.flatMap((part) => part.leaves),
    codes: inside.flatMap((part) => part.codes),
    points: heldFormula(add(...inside.map((part) => part.points)), min(most, zero), max(most, zero)),
  });
  const amount = (of: Parameters<typeof amountOf>[0]): Expr =>
    exactExpr(max(min(amountOf(of, most), max(most, zero)), min(most, zero)));
  switch (rule.kind) {
    case "choice":
      return leafOf(choiceLeaf(rule, most, prefix, cells));
    case "measure":
      return leafOf(measureLeaf(rule, most, prefix, cells));
    case "direct":
      return leafOf(directLeaf(prefix, cells));
    case "parts":
      return joined(
        rule.parts.map((part, k) => compile(part.rule, amountOf(part.share, most), `${prefix}${k + 1}.`, cells)),
      );
    case "repeat": {
      const each = over(most, exact(rule.periods.length));
      return joined(rule.periods.map((_, k) => compile(rule.rule, each, `${prefix}${k + 1}.`, cells)));
    }
    case "precondition": {
      const inside = compile(rule.rule, most, prefix, cells);
      const insideCode = joinedCode(inside.codes);
      const asked = cells.state(`${prefix}p`);
      const refused = infix(asked, "=", num(2));
      return {
        leaves: inside.leaves,
        codes: [when(refused, num(code.scored), when(infix(asked, "=", num(1)), insideCode, call("MIN", asked, insideCode)))],
        points: when(refused, amount(rule.otherwise), inside.points),
      };
    }
    case "waiver": {
      const inside = compile(rule.rule, most, prefix, cells);
      const insideCode = joinedCode(inside.codes);
      if ("question" in rule.when) {
        const asked = cells.state(`${prefix}w`);
        const waived = infix(asked, "=", num(1));
        return {
          leaves: inside.leaves,
          codes: [when(waived, num(code.scored), when(infix(asked, "=", num(2)), insideCode, call("MIN", asked, insideCode)))],
          points: when(waived, amount(rule.give), inside.points),
        };
      }
      const figure = prefix + rule.when.figure;
      const waived = infix(when(infix(cells.state(figure), "=", num(1)), cells.value(figure), num(1)), "=", num(0));
      return {
        leaves: inside.leaves,
        codes: [when(waived, num(code.scored), insideCode)],
        points: when(waived, amount(rule.give), inside.points),
      };
    }
    case "relative":
      return { leaves: [], codes: [num(code.blank)], points: blank };
  }
}

/** Native formulas of a criterion's rule; a null rule (text not read) takes its points directly. */
export function ruleFormulas(rule: Rule | null, bounds: Bounds, cells: FormulaCells): RuleFormulas {
  if (isUnscored(rule, bounds)) return { inputs: [], code: num(code.scored), points: num(0) };
  const most = parseExact(bounds.max);
  const least = parseExact(bounds.min);
  const compiled = compile(rule ?? { kind: "direct" }, isZero(most) ? least : most, "", cells);
  const leaves = new Map(compiled.leaves.map((leaf) => [leaf.first, leaf]));
  return {
    inputs: inputsOf(rule, bounds).map((input) => {
      const leaf = leaves.get(input.name);
      const state = stateFormula(input, cells.value(input.name), cells);
      return leaf === undefined
        ? { input, state }
        : { input, state, leaf: { code: leaf.code, measured: leaf.measured, points: leaf.points } };
    }),
    code: joinedCode(compiled.codes),
    points: compiled.points,
  };
}
