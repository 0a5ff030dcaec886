import { decimalText } from "../core/number/exact";
import { inputsOf } from "../core/rule/inputs";
import { presetRubric } from "../core/rubric/preset-rubric";
import { criteriaOf } from "../core/rubric/rubric";
import type { Answer } from "../core/scoring/answer";
import { score } from "../core/scoring/score";
import { Chance } from "./kit/chance";
import { randomCell } from "./kit/random-rubric";
import { rows } from "./kit/rows";
import { typedInputs } from "./kit/typed";
import { codes, type Inputs, secondScore } from "./second-scorer";

test("the row file holds at least three rows for each of the 43 criteria", () => {
  const count = new Map<string, number>();
  for (const row of rows) count.set(row.criterion, (count.get(row.criterion) ?? 0) + 1);
  expect([...count.keys()].sort()).toEqual(codes);
  expect(codes).toHaveLength(43);
  expect(Math.min(...count.values())).toBeGreaterThanOrEqual(3);
});

test("each row names its clause: words of the text, or the page of the rules", () => {
  const lost = rows.filter((row) => !row.clause.startsWith("core/rule/README.md") && !row.text.includes(row.clause));
  expect(lost).toEqual([]);
});

test.each(rows.map((row) => [row.criterion, JSON.stringify(row.inputs), row.points, row.inputs] as const))(
  "%s %s is worth %s by the second scorer",
  (criterion, _, points, inputs) => expect(secondScore(criterion, typedInputs(inputs))).toBe(points),
);

test("both scorers give 100,000 random answers the same points", () => {
  const seed = Number(process.env["SEED"] ?? 2026);
  const chance = new Chance(seed);
  const rubric = presetRubric("hcm-xa-2026")!;
  const criteria = criteriaOf(rubric);
  const differing: unknown[] = [];
  const points = new Set<string>();
  let [compared, scored] = [0, 0];
  while (compared < 100_000) {
    const answers = new Map<string, Answer>();
    for (const criterion of criteria) {
      const inputs: Record<string, Inputs[string]> = {};
      for (const input of inputsOf(criterion.rule, criterion)) {
        const cell = randomCell(chance, input, Object.values(inputs));
        inputs[input.name] = typeof cell === "object" ? null : cell;
      }
      answers.set(criterion.id, { inputs, evidence: "", explanation: "" });
    }
    const scores = score(rubric, answers);
    for (const { id, code } of criteria) {
      const inputs = answers.get(id)!.inputs as Inputs;
      const { self } = scores.criteria.get(id)!;
      const first = self === null ? null : decimalText(self);
      const second = secondScore(code, inputs);
      compared++;
      if (second !== null) scored++;
      points.add(`${code} ${second}`);
      if (first !== second) differing.push({ code, inputs, first, second });
    }
  }
  console.log(`${compared} answers, ${scored} with points, ${points.size} different outcomes, seed ${seed}`);
  expect(differing.slice(0, 10)).toEqual([]);
  expect(scored).toBeGreaterThan(compared / 2);
});
