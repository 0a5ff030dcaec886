import type { Amount, Rule } from "../../core/rule/rule";
import type { CellValue } from "../../core/sheet/workbook";
import type { Chance } from "./chance";

/** A rule with answers that are worth all of the maximum in force, whatever that is. */
export interface Winnable {
  readonly rule: Rule;
  readonly best: Readonly<Record<string, CellValue>>;
}

const all: Amount = { share: "1" };
const less = (chance: Chance): Amount => ({ share: chance.pick(["0", "1/2", "1/3", "2/7", "0.75"]) });

/** Figures whose sum in binary is not what their decimals add up to. */
const halves = [[0.1, 0.2, 0.3], [0.7, 0.1, 0.8], [1.1, 2.2, 3.3], [4.35, 0.1, 4.45], [3, 4, 7]] as const;

function measure(chance: Chance): Winnable {
  const zero = chance.pick(["zero", "full", "excluded", "ask"] as const);
  const low = { from: null, inclusive: true, score: { give: less(chance) } };
  const from = chance.pick(["0.95", "0.9", "0.75", "1"]);
  const step = { from, inclusive: true, score: { give: all } };
  switch (chance.pick(["ratio", "cliff", "times", "per", "share", "count", "counted"] as const)) {
    case "ratio": {
      const [one, other, both] = chance.pick(halves);
      const figures = ["a", "b", "c"].map((name) => ({ name, label: `số ${name}` }));
      const score = { times: all, per: "1" };
      return {
        rule: { kind: "measure", figures, value: { kind: "ratio", over: ["b", "c"], under: ["a"] }, steps: [{ from: null, inclusive: true, score }], zero },
        best: { a: both, b: one, c: other },
      };
    }
    case "cliff": {
      const figures = ["a", "b"].map((name) => ({ name, label: "" }));
      const a = chance.pick([20, 100, 400, 0.3, 7]);
      return {
        rule: { kind: "measure", figures, value: { kind: "ratio", over: ["b"], under: ["a"] }, steps: [step, low], zero },
        best: { a, b: Number((Number(from) * a).toPrecision(15)) },
      };
    }
    case "times": {
      const figures = ["a", "b"].map((name) => ({ name, label: "" }));
      const score = { times: all, per: "0.75", cap: all };
      const a = chance.pick([4, 40, 0.4]);
      return {
        rule: { kind: "measure", figures, value: { kind: "ratio", over: ["b"], under: ["a"] }, steps: [{ from: null, inclusive: true, score }], zero },
        best: { a, b: Number((a * chance.pick([0.75, 0.8, 1])).toPrecision(15)) },
      };
    }
    case "per":
      return {
        rule: {
          kind: "measure", figures: [{ name: "a", label: "" }], value: { kind: "per", over: ["a"], under: "7" },
          steps: [{ from: null, inclusive: true, score: { times: all, per: "1" } }], zero,
        },
        best: { a: chance.pick([7, 8.5]) },
      };
    case "share":
      return { rule: { kind: "measure", figures: [], value: { kind: "share" }, steps: [step, low], zero }, best: { r: Number(from) } };
    case "count":
      return {
        rule: {
          kind: "measure", figures: [{ name: "n", label: "số tin, bài" }], value: { kind: "count" },
          steps: [{ from: "52", inclusive: true, score: { give: all } }, low], zero,
        },
        best: { n: chance.pick([52, 60]) },
      };
    case "counted":
      return {
        rule: {
          kind: "measure", figures: [{ name: "n", label: "số cuộc" }], value: { kind: "count" },
          steps: [{ from: null, inclusive: true, score: { times: all, per: "3", cap: all } }], zero,
        },
        best: { n: chance.pick([3, 5]) },
      };
  }
}

function choice(chance: Chance): Winnable {
  const labels = chance.some(["Đúng hạn", "Trễ hạn", "Tốt", "Chưa", "2026"], 3);
  const won = chance.whole(0, 2);
  return {
    rule: { kind: "choice", options: labels.map((label, at) => ({ label, score: at === won ? all : less(chance) })) },
    best: { x: labels[won]! },
  };
}

const under = (prefix: string, best: Winnable["best"]): Record<string, CellValue> =>
  Object.fromEntries(Object.entries(best).map(([name, value]) => [`${prefix}.${name}`, value]));

/** Parts and periods divide the maximum into thirds and sevenths, which no decimal holds. */
export function winnableRule(chance: Chance, depth = 0): Winnable {
  const kind = chance.pick([
    "measure", "measure", "choice", ...(depth < 2 ? (["parts", "repeat", "precondition", "waiver", "waived"] as const) : []),
  ] as const);
  switch (kind) {
    case "measure":
      return measure(chance);
    case "choice":
      return choice(chance);
    case "parts": {
      const shares = chance.pick([["1/3", "1/3", "1/3"], ["2/7", "5/7"], ["1/2", "1/4", "1/4"], ["0.1", "0.2", "0.7"]]);
      const inner = shares.map(() => winnableRule(chance, depth + 1));
      return {
        rule: { kind, parts: inner.map(({ rule }, k) => ({ label: `Phần ${k + 1}`, share: { share: shares[k]! }, rule })) },
        best: Object.assign({}, ...inner.map(({ best }, k) => under(String(k + 1), best))) as Winnable["best"],
      };
    }
    case "repeat": {
      const periods = chance.pick([["Quý I", "Quý II", "Quý III", "Quý IV"], ["6 tháng", "9 tháng", "Năm"]]);
      const { rule, best } = winnableRule(chance, depth + 1);
      return {
        rule: { kind, periods, rule },
        best: Object.assign({}, ...periods.map((_, k) => under(String(k + 1), best))) as Winnable["best"],
      };
    }
    case "precondition": {
      const { rule, best } = winnableRule(chance, 2);
      return { rule: { kind, question: "Đã có chuyên mục", otherwise: { share: "0" }, rule }, best: { ...best, p: "Có" } };
    }
    case "waiver":
    case "waived": {
      const { rule, best } = winnableRule(chance, 2);
      const waiver: Rule = { kind: "waiver", when: { question: "Không phát sinh" }, label: "không phát sinh", give: all, rule };
      return { rule: waiver, best: kind === "waived" ? { w: "Có" } : { ...best, w: "Không" } };
    }
  }
}
