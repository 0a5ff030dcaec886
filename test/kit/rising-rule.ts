import type { Amount, Measure, Rule, Step } from "../../core/rule/rule";
import type { Chance } from "./chance";

const shares = ["0", "1/7", "1/4", "1/3", "1/2", "2/3", "3/4", "1"];
const share = (at: number): Amount => ({ share: shares[at]! });

/** Steps that never give less for more: amounts in order, and between them what rises with the value. */
function risingSteps(chance: Chance, bounds: readonly string[]): Step[] {
  const from: (string | null)[] = chance.some(bounds, chance.whole(1, 3));
  from.push(null);
  const levels = chance.some(shares.map((_, at) => at), from.length + 1).reverse();
  return from.map((low, k): Step => {
    const [high, floor] = [share(levels[k]!), share(levels[k + 1]!)];
    const per = chance.pick(["1", "0.75", "7"]);
    const score = chance.often(50) ? { give: floor } : { times: { share: chance.pick(["1", "1/2"]) }, per, cap: high, floor };
    return { from: low, inclusive: low === null || chance.often(70), score };
  });
}

function risingMeasure(chance: Chance): Measure {
  const kind = chance.pick(["ratio", "ratio", "per", "share", "count"] as const);
  const bounds = kind === "count" ? ["52", "20", "7", "5", "2", "1"] : ["1", "0.95", "0.9", "0.8", "0.75", "0.7", "0.3", "0.005"];
  const rest = { steps: risingSteps(chance, bounds), zero: chance.pick(["zero", "full", "excluded", "ask"] as const) };
  const figures = (names: readonly string[]) => names.map((name) => ({ name, label: `số ${name}` }));
  switch (kind) {
    case "ratio": {
      const value = chance.pick([
        { kind, over: ["b"], under: ["a"] }, { kind, over: ["b", "c"], under: ["a"] }, { kind, over: ["b", "-c"], under: ["a"] },
        { kind, over: ["b"], under: ["a", "-c"] }, { kind, over: ["b"], under: ["b", "c"] },
      ]);
      return { kind: "measure", figures: figures(["a", "b", "c"].filter((name) => [...value.over, ...value.under].join().includes(name))), value, ...rest };
    }
    case "per":
      return { kind: "measure", figures: figures(["a", "b"]), value: { kind, over: ["a", chance.pick(["b", "-b"])], under: "12.5" }, ...rest };
    case "share":
      return { kind: "measure", figures: [], value: { kind }, ...rest };
    case "count":
      return { kind: "measure", figures: figures(["n"]), value: { kind }, ...rest };
  }
}

/** A rule under which more achieved never earns less: figures that count for it rise, those that count against it fall. */
export function risingRule(chance: Chance, depth = 0): Rule {
  const kind = chance.pick(["measure", "measure", "measure", ...(depth < 2 ? (["parts", "repeat", "precondition"] as const) : [])] as const);
  switch (kind) {
    case "measure":
      return risingMeasure(chance);
    case "parts":
      return {
        kind,
        parts: Array.from({ length: chance.whole(1, 3) }, (_, k) => ({
          label: `Phần ${k + 1}`, share: { share: chance.pick(["1/2", "1/3", "1/4", "0.3"]) }, rule: risingRule(chance, depth + 1),
        })),
      };
    case "repeat":
      return { kind, periods: ["Quý I", "Quý II", "Quý III"].slice(0, chance.whole(1, 3)), rule: risingRule(chance, depth + 1) };
    case "precondition":
      return { kind, question: "Đã có chuyên mục", otherwise: { share: "0" }, rule: risingMeasure(chance) };
  }
}

/** Full names of the figures that count for (1) or against (-1) the value, by the measure they stand in. */
export function figureSides(rule: Rule, prefix = ""): { readonly name: string; readonly side: 1 | -1 }[] {
  switch (rule.kind) {
    case "measure": {
      const { value } = rule;
      if (value.kind === "share") return [{ name: `${prefix}r`, side: 1 }];
      if (value.kind === "count") return rule.figures.map(({ name }) => ({ name: prefix + name, side: 1 }));
      const named = (terms: readonly string[], way: 1 | -1) =>
        terms.map((term): { name: string; side: 1 | -1 } =>
          term.startsWith("-") ? { name: prefix + term.slice(1), side: way === 1 ? -1 : 1 } : { name: prefix + term, side: way });
      const over = named(value.over, 1);
      // In b/(b+c) more of b is more, whatever it does to the denominator.
      const under = value.kind === "ratio" ? named(value.under, -1).filter(({ name }) => !over.some((each) => each.name === name)) : [];
      return [...over, ...under];
    }
    case "parts":
      return rule.parts.flatMap((part, k) => figureSides(part.rule, `${prefix}${k + 1}.`));
    case "repeat":
      return rule.periods.flatMap((_, k) => figureSides(rule.rule, `${prefix}${k + 1}.`));
    case "precondition":
      return figureSides(rule.rule, prefix);
    default:
      return [];
  }
}
