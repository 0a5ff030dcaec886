import { rankKey, rankKeys, rankPoints } from "../../core/ranking/rank";
import { presetRubric } from "../../core/rubric/preset-rubric";
import { criteriaOf, type Rubric } from "../../core/rubric/rubric";
import type { Answers } from "../../core/scoring/answer";
import { score, type Scores } from "../../core/scoring/score";
import { inputsOf } from "../../core/rule/inputs";
import { Chance } from "../kit/chance";
import { randomCell } from "../kit/random-rubric";
import { type Line, line, timed, times, within } from "./timing";

const units = 3321;
const wide = 100;

/** A hundred criteria as the preset's own, over and over. */
export function hundred(): Rubric {
  const preset = presetRubric("hcm-xa-2026")!;
  const rules = criteriaOf(preset).filter(({ rule }) => rule !== null);
  const nodes = Array.from({ length: wide }, (_, k) => ({ ...rules[k % rules.length]!, id: `n${k}`, code: String(k + 1), parent: null }));
  return { ...preset, id: "hundred", nodes, pillars: [] };
}

/** What each unit answered, valid and blank and wrong, as cells hold it. */
export function drawn(rubric: Rubric, count: number, chance: Chance): Answers[] {
  const asked = criteriaOf(rubric).map((node) => ({ id: node.id, inputs: inputsOf(node.rule, node) }));
  return Array.from({ length: count }, () =>
    new Map(asked.map(({ id, inputs }) => {
      const cells = Object.fromEntries(inputs.map((input) => [input.name, randomCell(chance, input)]));
      return [id, { inputs: cells, evidence: "", explanation: "" }];
    })));
}

/** Points in hundredths added up along the rows and ranked, with nothing around it. */
function bare(points: Float64Array, ranks: Int32Array): void {
  const totals = new Float64Array(units);
  for (let unit = 0; unit < units; unit += 1) {
    let total = 0;
    for (let k = 0; k < wide; k += 1) total += Math.round(points[unit * wide + k]! * 100);
    totals[unit] = -total * 8192 - (units - unit) / units;
  }
  const order = totals.slice().sort();
  for (let at = 0; at < units; at += 1) ranks[at] = order[at]! | 0;
}

export function unitLines(): Line[] {
  const chance = new Chance(1);
  const rubric = hundred();
  const answers = drawn(rubric, units, chance);
  const points = Float64Array.from({ length: units * wide }, () => chance.whole(0, 200) / 100);
  const ranks = new Int32Array(units);
  const loop: [string, number] = ["bare typed-array loop", timed(() => bare(points, ranks), 15, 5)];

  let scores: Scores[] = [];
  const scored = timed(() => {
    scores = answers.map((own) => score(rubric, own));
    return rankPoints(scores.map(({ total }) => total.final), "competition");
  }, 3, 1);
  const totals = scores.map(({ total }) => total.final);
  const numbers = Float64Array.from(totals, ({ n, d }) => Number(n) / Number(d));
  const sorted: [string, number] = ["sort of as many doubles", timed(() => numbers.slice().sort(), 15, 5)];
  const ranked = timed(() => rankPoints(totals, "competition"));
  const ids = criteriaOf(rubric).map(({ id }) => id);
  const each = timed(() => {
    const keys = ids.map((): (number | bigint | null)[] => []);
    for (const { criteria } of scores) {
      ids.forEach((id, k) => {
        const { final } = criteria.get(id)!;
        keys[k]!.push(final === null ? null : rankKey(final));
      });
    }
    return keys.map((own) => rankKeys(own, "competition"));
  }, 3, 1);

  const preset = presetRubric("hcm-xa-2026")!;
  const forms = drawn(preset, 200, chance);
  const one = timed(() => forms.map((own) => score(preset, own))) / forms.length;
  const parsed: [string, number] = ["JSON.parse of its answers", timed(() => forms.map((own) => JSON.parse(JSON.stringify([...own])) as unknown)) / forms.length];
  return [
    line(`score and rank ${units} units x ${wide} criteria`, scored, loop, times(5)),
    line(`rank ${units} totals`, ranked, sorted),
    line(`rank ${units} units by each of ${wide} criteria`, each, sorted, within(100)),
    line("score one unit x 43 criteria", one, parsed, within(5)),
  ];
}
