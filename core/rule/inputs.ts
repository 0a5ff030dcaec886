import { isZero, parseExact } from "../number/exact";
import type { Measure, Rule } from "./rule";

/** Most that a figure may be: beyond it a spreadsheet no longer keeps every digit. */
export const largestFigure = "1000000000000000";

export const yes = "Có";
export const no = "Không";

/** One cell that a person fills in for a criterion. */
export interface Input {
  /** Stable name within the criterion: `a`, `n`, `x`, `2.b`. */
  readonly name: string;
  /** What it asks for, in the text's own words; "" where the criterion's name says it. */
  readonly label: string;
  /** Title of the part or period that it stands in, the innermost; absent outside of parts. */
  readonly part?: string;
  readonly kind: "list" | "number" | "whole" | "share" | "points";
  readonly unit?: string;
  /** Members of a list, in the order of the text. */
  readonly options?: readonly string[];
  /** Least and most, as plain decimals; for a list "" and "". */
  readonly min: string;
  readonly max: string;
}

/** Points that a criterion may have, as plain decimals. */
export interface Bounds {
  readonly min: string;
  readonly max: string;
}

const list = (name: string, label: string, options: readonly string[]): Input => ({
  name, label, kind: "list", options, min: "", max: "",
});

function figuresOf(rule: Pick<Measure, "figures" | "value">, prefix: string): Input[] {
  const bounds = { min: "0", max: largestFigure };
  if (rule.value.kind === "share") {
    const figure = rule.figures[0];
    return [{ name: `${prefix}r`, label: figure?.label ?? "", kind: "share", min: "0", max: "1" }];
  }
  if (rule.value.kind === "count") {
    const figure = rule.figures[0];
    return [
      {
        name: prefix + (figure?.name ?? "n"), label: figure?.label ?? "", kind: "whole", min: "0",
        max: rule.value.max ?? largestFigure, ...(figure?.unit === undefined ? {} : { unit: figure.unit }),
      },
    ];
  }
  return rule.figures.map((figure) => ({
    name: prefix + figure.name, label: figure.label, kind: "number", ...bounds,
    ...(figure.unit === undefined ? {} : { unit: figure.unit }),
  }));
}

function collect(rule: Rule, bounds: Bounds, prefix: string): Input[] {
  switch (rule.kind) {
    case "choice":
      return [list(`${prefix}x`, rule.question ?? rule.options[0]?.meaning ?? "", rule.options.map((o) => o.label))];
    case "measure":
    case "relative":
      return figuresOf(rule, prefix);
    case "parts":
      return rule.parts.flatMap((part, k) =>
        collect(part.rule, bounds, `${prefix}${k + 1}.`).map((input) => titled(input, part.label)),
      );
    case "repeat":
      return rule.periods.flatMap((period, k) =>
        collect(rule.rule, bounds, `${prefix}${k + 1}.`).map((input) => titled(input, period)),
      );
    case "precondition":
      return [list(`${prefix}p`, rule.question, [yes, no]), ...collect(rule.rule, bounds, prefix)];
    case "waiver": {
      const asked = "question" in rule.when ? [list(`${prefix}w`, rule.when.question, [yes, no])] : [];
      return [...asked, ...collect(rule.rule, bounds, prefix)];
    }
    case "direct":
      return [{ name: `${prefix}points`, label: rule.label ?? "", kind: "points", min: bounds.min, max: bounds.max }];
  }
}

function titled(input: Input, title: string): Input {
  const own = { ...input, part: input.part ?? title };
  if (title === "" || input.label === title) return own;
  return { ...own, label: input.label === "" ? title : `${title}: ${input.label}` };
}

/** Whether a criterion has neither a rule nor points to give: nothing is asked, it counts 0. */
export const isUnscored = (rule: Rule | null, { min, max }: Bounds): boolean =>
  rule === null && isZero(parseExact(min)) && isZero(parseExact(max));

/** Rules never change, and every unit, row and formula asks for the inputs of each. */
const known = new WeakMap<Rule, Bounds & { readonly inputs: readonly Input[] }>();

/** The cells to fill in for a rule, in order; a criterion whose text was not read takes its points directly. */
export function inputsOf(rule: Rule | null, bounds: Bounds): readonly Input[] {
  if (rule === null) return inputsFor(rule, bounds);
  const { min, max } = bounds;
  const last = known.get(rule);
  if (last !== undefined && last.min === min && last.max === max) return last.inputs;
  const inputs = inputsFor(rule, bounds);
  known.set(rule, { min, max, inputs });
  return inputs;
}

function inputsFor(rule: Rule | null, bounds: Bounds): readonly Input[] {
  return isUnscored(rule, bounds) ? [] : collect(rule ?? { kind: "direct" }, bounds, "");
}

/**
 * The first input whose name another one of the rule has already: it would have no cell of its own. Conditions directly
 * within one another make such ("p" twice), and so do figures called as they are.
 */
export function askedTwice(rule: Rule): Input | undefined {
  const inputs = inputsOf(rule, { min: "0", max: "1" });
  return inputs.find(({ name }, k) => inputs.findIndex((other) => other.name === name) < k);
}
