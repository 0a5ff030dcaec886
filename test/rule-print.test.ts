import fc from "fast-check";
import { decimalText } from "../core/number/exact";
import { type Bounds, inputsOf } from "../core/rule/inputs";
import { rulePoints } from "../core/rule/points";
import { printRule } from "../core/rule/print";
import { readRule } from "../core/rule/read";
import { type Rule, Rule as RuleShape } from "../core/rule/rule";
import type { CellValue } from "../core/sheet/workbook";
import { Chance } from "./kit/chance";
import { randomCell } from "./kit/random-rubric";
import { randomRule } from "./kit/random-rule";

const composed = (value: unknown): unknown => JSON.parse(JSON.stringify(value).normalize("NFC"));

type Cells = ReadonlyMap<string, CellValue>;

/** Answers of every sort to a rule: right, at thresholds, wrong, blank. */
function answers(rule: Rule, bounds: Bounds, seed: number): Cells[] {
  const chance = new Chance(seed);
  return Array.from({ length: 6 }, () => {
    const cells = new Map<string, CellValue>();
    for (const input of inputsOf(rule, bounds)) cells.set(input.name, randomCell(chance, input, [...cells.values()]));
    return cells;
  });
}

/** Points as text, or what keeps a rule from giving any. */
function outcome(rule: Rule, bounds: Bounds, cells: Cells): unknown {
  const found = rulePoints(rule, bounds, (name) => cells.get(name));
  if (found.kind === "scored") return decimalText(found.points, 20);
  return found.kind === "open" ? found.troubles.map((trouble) => trouble.kind) : found.kind;
}

const bounds = fc.constantFrom(
  { max: "2", min: "0" },
  { max: "10", min: "0" },
  { max: "0", min: "-2" },
  { max: "1", min: "-1" },
  { max: "0.5", min: "0" },
);

/** Rules that ask for two things under one name have nowhere to be filled in: no text spells them. */
const named = randomRule(fc).filter((rule) => {
  const names = inputsOf(rule, { max: "1", min: "0" }).map(({ name }) => name);
  return new Set(names).size === names.length;
});

const yesNo: Rule = {
  kind: "choice", options: [{ label: "Có", score: { share: "1" } }, { label: "Không", score: { points: "0" } }],
};
const asking = (question: string, rule: Rule): Rule => ({ kind: "precondition", question, otherwise: { points: "0" }, rule });
const waiving = (question: string, rule: Rule): Rule => ({
  kind: "waiver", when: { question }, label: question, give: { share: "1" }, rule,
});
const counting = (name: string): Rule => ({
  kind: "measure", figures: [{ name, label: "số tin" }], value: { kind: "count" }, zero: "ask",
  steps: [{ from: null, inclusive: true, score: { give: { share: "1" } } }],
});
test.each<[string, Rule, boolean]>([
  ["a condition within a condition", asking("Có A", asking("Có B", yesNo)), false],
  ["with a waiver between them", asking("Có A", waiving("không có C", asking("Có B", yesNo))), false],
  ["a waiver within a waiver", waiving("không có A", waiving("không có B", yesNo)), false],
  ["a figure called as the condition", asking("Có A", counting("p")), false],
  ["in a part", { kind: "parts", parts: [{ label: "A", share: { share: "1" }, rule: asking("Có A", asking("Có B", yesNo)) }] }, false],
  ["a condition within a part of a condition", asking("Có A", { kind: "parts", parts: [{ label: "B", share: { share: "1" }, rule: asking("Có B", yesNo) }] }), true],
  ["a waiver within a condition", asking("Có A", waiving("không có B", yesNo)), true],
])("a rule that asks twice under one name is none, and no text spells it: %s", (_, rule, whole) => {
  expect(RuleShape.safeParse(rule).success).toBe(whole);
  if (!whole) expect(() => printRule(rule)).toThrow(RangeError);
  else expect(readRule(printRule(rule), { name: "", max: "2", min: "0" })).toEqual({ kind: "read", rule, assumptions: [] });
});

test("what is printed reads back, takes nothing for granted and scores alike", () => {
  fc.assert(
    fc.property(named, bounds, fc.nat(), (rule, row, seed) => {
      const text = printRule(rule, row);
      const reading = readRule(text, { name: "Tiêu chí", ...row });
      // A rule larger than a formula holds, or longer than is read, is refused, and says so.
      fc.pre(reading.kind === "read" || !["rule-too-large", "rule-too-long"].includes(reading.problem.code));
      expect([reading.kind, reading.kind === "read" ? reading.assumptions : reading.problem, text]).toEqual([
        "read",
        [],
        text,
      ]);
      if (reading.kind !== "read") return;
      expect(composed(inputsOf(reading.rule, row))).toEqual(composed(inputsOf(rule, row)));
      for (const cells of answers(rule, row, seed))
        expect(outcome(reading.rule, row, cells)).toEqual(outcome(rule, row, cells));
      expect(printRule(reading.rule, row)).toBe(text);
    }),
    { numRuns: Number(process.env.RULES ?? 2000) },
  );
});
