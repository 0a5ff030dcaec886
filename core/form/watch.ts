import { call, type Expr, infix, num, when } from "../formula/expr";
import { figureNames } from "../rule/points";
import type { Rule } from "../rule/rule";

/** Cells that tell whether an input matters. */
export interface WatchCells {
  value(input: string): Expr;
  state(input: string): Expr;
}

/** A quotient that counts as 1 where it is above: figure names with "-" in front where subtracted, or a constant. */
export interface Quotient {
  /** First input of the rule leaf. */
  readonly leaf: string;
  readonly over: readonly string[];
  readonly under: readonly string[] | string;
}

export interface Watch {
  /** Conditions under which an input matters; none where it always does. */
  readonly conditions: ReadonlyMap<string, readonly Expr[]>;
  readonly quotients: readonly Quotient[];
}

interface Condition {
  readonly test: Expr;
  /** The figure that the condition looks at matters itself. */
  readonly except?: string;
}

/** Which inputs of a rule matter when: behind a refused precondition or in a waived case nothing else does. */
export function watchOf(rule: Rule | null, cells: WatchCells): Watch {
  const conditions = new Map<string, readonly Expr[]>();
  const quotients: Quotient[] = [];
  const note = (name: string, under: readonly Condition[]): void => {
    conditions.set(name, under.filter(({ except }) => except !== name).map(({ test }) => test));
  };
  const walk = (of: Rule, prefix: string, under: readonly Condition[]): void => {
    switch (of.kind) {
      case "choice":
        return note(`${prefix}x`, under);
      case "direct":
        return note(`${prefix}points`, under);
      case "measure":
      case "relative": {
        const names = figureNames(of, prefix);
        names.forEach((name) => note(name, under));
        const { value } = of;
        if (of.kind === "relative" || (value.kind !== "ratio" && value.kind !== "per")) return;
        const full = (term: string): string => (term.startsWith("-") ? `-${prefix}${term.slice(1)}` : prefix + term);
        quotients.push({
          leaf: names[0]!,
          over: value.over.map(full),
          under: value.kind === "ratio" ? value.under.map(full) : value.under,
        });
        return;
      }
      case "parts":
        return of.parts.forEach((part, k) => walk(part.rule, `${prefix}${k + 1}.`, under));
      case "repeat":
        return of.periods.forEach((_, k) => walk(of.rule, `${prefix}${k + 1}.`, under));
      case "precondition":
        note(`${prefix}p`, under);
        return walk(of.rule, prefix, [...under, { test: infix(cells.state(`${prefix}p`), "<>", num(2)) }]);
      case "waiver": {
        if ("question" in of.when) {
          note(`${prefix}w`, under);
          return walk(of.rule, prefix, [...under, { test: infix(cells.state(`${prefix}w`), "<>", num(1)) }]);
        }
        const figure = prefix + of.when.figure;
        const counted = when(infix(cells.state(figure), "=", num(1)), cells.value(figure), num(1));
        return walk(of.rule, prefix, [...under, { test: infix(counted, "<>", num(0)), except: figure }]);
      }
    }
  };
  walk(rule ?? { kind: "direct" }, "", []);
  return { conditions, quotients };
}

/** True where all conditions hold. */
export const allOf = (tests: readonly Expr[]): Expr => (tests.length === 1 ? tests[0]! : call("AND", ...tests));
