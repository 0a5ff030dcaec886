import * as fc from "fast-check";
import {
  compare, decimalText, type Exact, exact, less, max, over, parseExact, roundPoints, sum, tenTo, times, toNumber, zero,
} from "../core/number/exact";
import { entryOf } from "../core/ranking/entry";
import { indicatorsOf } from "../core/ranking/indicator";
import { rankPoints } from "../core/ranking/rank";
import { standingsOf } from "../core/ranking/standing";
import type { Reviews } from "../core/review/review";
import { code } from "../core/rule/code";
import { inputsOf } from "../core/rule/inputs";
import type { Amount, Rule } from "../core/rule/rule";
import { type Criterion, criteriaOf, isCriterion, type Node, type Rubric, type Settings } from "../core/rubric/rubric";
import type { Answer, Answers } from "../core/scoring/answer";
import { criterionDigits, type CriterionScore, type GroupScore, score, type Scores } from "../core/scoring/score";
import type { CellValue } from "../core/sheet/workbook";
import { Chance } from "./kit/chance";
import { randomAnswer, randomCase, randomCell, randomRubric } from "./kit/random-rubric";
import { pointsRubric, unit } from "./kit/ranking";
import { figureSides, risingRule } from "./kit/rising-rule";
import { winnableRule } from "./kit/winnable-rule";

const seed = Number(process.env["SEED"] ?? 2026);
const runs = Number(process.env["RUNS"] ?? 400);

beforeAll(() => console.log(`laws: ${runs} runs each, seed ${seed}`));

/** A law holds for whatever a number leads to; where it does not, the number is told. */
const always = (law: (at: number, chance: Chance) => void): void =>
  fc.assert(fc.property(fc.integer({ min: 1, max: 0x7fffffff }), (at) => law(at, new Chance(at))), {
    seed, numRuns: runs, endOnFailure: true,
  });

const text = (of: Exact | null): string | null => (of === null ? null : decimalText(of, 12));
const isBlank = (cell: CellValue | undefined): boolean => cell === null || cell === undefined || cell === "";

const ofCriterion = ({ code, self, official, reviewed, final, max: most }: CriterionScore) =>
  [code, ...[self, official, reviewed, final, most].map(text)] as const;
const ofGroup = ({ self, final, max: most, filled, total }: GroupScore) =>
  [text(self), text(final), text(most), filled, total] as const;

/** Every figure of the scores, whatever the order of the rows. */
const figures = ({ criteria, groups, pillars, total, percent }: Scores) => ({
  criteria: Object.fromEntries([...criteria].map(([id, own]) => [id, ofCriterion(own)])),
  groups: Object.fromEntries([...groups].map(([id, own]) => [id, ofGroup(own)])),
  pillars: Object.fromEntries([...pillars].map(([id, own]) => [id, ofGroup(own)])),
  total: ofGroup(total),
  percent: text(percent),
});

/** To `digits` places, but nothing becomes 0 that is not. */
function rounded(points: string, digits: number): string {
  const near = decimalText(roundPoints(parseExact(points), digits));
  return near === "0" && Number(points) !== 0 ? String(Math.sign(Number(points))) : near;
}

/** Maxima with no more places than points are rounded to, as a rubric without problems has them. */
function withWholeMaxima(rubric: Rubric): Rubric {
  const digits = criterionDigits(rubric);
  const fits = (node: Node): Node => {
    if (node.kind === "criterion") return { ...node, max: rounded(node.max, digits), min: rounded(node.min, digits) };
    const { cap, ...group } = node;
    return cap === undefined ? group : { ...group, cap: { min: rounded(cap.min, digits), max: rounded(cap.max, digits) } };
  };
  return { ...rubric, nodes: rubric.nodes.map(fits) };
}

describe("full marks", () => {
  /** The rubric with rules that can be won, and the answers that win them. Caps hold back what is won; they go. */
  function won(at: number): { rubric: Rubric; answers: Answers } {
    const chance = new Chance(at);
    const answers = new Map<string, Answer>();
    const drawn = withWholeMaxima(randomRubric(chance, "đủ điểm"));
    const nodes = drawn.nodes.map((node): Node => {
      if (node.kind === "group") return { ...node, cap: undefined };
      const { rule, best } = chance.often(10)
        ? { rule: null, best: { points: Number(node.max) } }
        : node.max === "0"
          ? { rule: null, best: { points: 0 } }
          : winnableRule(chance);
      answers.set(node.id, { inputs: best, evidence: "QĐ 1", explanation: "" });
      return { ...node, rule };
    });
    const settings: Settings = { ...drawn.settings, digits: drawn.settings.roundAt === "total" ? 2 : drawn.settings.digits };
    return { rubric: { ...drawn, nodes, settings }, answers };
  }

  test("are exactly the maximum of each criterion, group, pillar and the total", () => {
    const met = { criteria: 0, hundred: 0 };
    always((at) => {
      const { rubric, answers } = won(at);
      const scores = score(rubric, answers);
      for (const { id, max: most } of criteriaOf(rubric)) {
        const own = scores.criteria.get(id)!;
        expect([id, text(own.self), text(own.final)]).toEqual([id, text(parseExact(most)), text(parseExact(most))]);
        met.criteria++;
      }
      const within = (node: Node, group: string | null): boolean =>
        node.id === group || (node.parent !== null && within(rubric.nodes.find(({ id }) => id === node.parent)!, group));
      const most = (group: string | null): Exact =>
        sum(criteriaOf(rubric).filter((node) => (group === null || within(node, group)) && scores.criteria.get(node.id)!.counted)
          .map((node) => parseExact(node.max)));
      for (const [id, own] of scores.groups) expect([id, text(own.final)]).toEqual([id, text(most(id))]);
      expect(text(scores.total.final)).toBe(text(most(null)));
      const bonus = criteriaOf(rubric).some((node) => node.bonus && node.max !== "0" && scores.criteria.get(node.id)!.counted);
      if (bonus || scores.total.max.n === 0n) return;
      expect([text(scores.total.final), text(scores.percent)]).toEqual([text(scores.total.max), "100"]);
      met.hundred++;
    });
    expect(met.criteria).toBeGreaterThan(runs);
    expect(met.hundred).toBeGreaterThan(runs / 20);
  });

  test("less one criterion lack exactly that criterion", () => {
    always((at, chance) => {
      const { rubric, answers } = won(at);
      if (answers.size === 0) return;
      const gone = chance.pick(criteriaOf(rubric));
      const before = score(rubric, answers);
      const after = score(rubric, new Map([...answers].filter(([id]) => id !== gone.id)));
      const own = before.criteria.get(gone.id)!;
      expect(after.criteria.get(gone.id)!.self).toBeNull();
      expect(text(less(before.total.final, after.total.final))).toBe(own.counted ? text(parseExact(gone.max)) : "0");
      expect(text(after.total.max)).toBe(text(before.total.max));
      expect(after.total.filled).toBe(before.total.filled - 1);
    });
  });
});

test("points stay within the criterion's own, whatever is answered or reviewed", () => {
  let scored = 0;
  always((at) => {
    const { rubric, answers, reviews } = randomCase(at);
    const { criteria } = score(rubric, answers, reviews);
    const digits = criterionDigits(rubric);
    for (const node of criteriaOf(rubric)) {
      const [low, high] = [node.min, node.max].map((points) => roundPoints(parseExact(points), digits)) as [Exact, Exact];
      const own = criteria.get(node.id)!;
      for (const points of [own.self, own.reviewed, own.final]) {
        if (points === null) continue;
        scored++;
        expect(compare(points, low)).toBeGreaterThanOrEqual(0);
        expect(compare(points, max(high, zero))).toBeLessThanOrEqual(0);
      }
    }
  });
  expect(scored).toBeGreaterThan(runs);
});

describe("more achieved", () => {
  const figure = (chance: Chance, kind: string): CellValue => {
    if (kind === "list") return "Có";
    if (kind === "share") return chance.pick([0, 0.3, 0.7, 0.75, 0.8, 0.95, chance.whole(0, 1000) / 1000]);
    if (kind === "whole") return chance.pick([0, 1, 2, 4, 5, 19, 20, 51, 52, chance.whole(0, 60)]);
    return chance.pick([0, 0.1, 0.3, 1, 3, 7, 19, 20, 100, chance.whole(1, 400), chance.whole(1, 9999) / 100]);
  };
  const more = (chance: Chance, kind: string, value: number): number => {
    if (kind === "share") return Math.min(1, value + chance.pick([0.001, 0.05, 0.25]));
    if (kind === "whole") return value + chance.pick([1, 1, 2, 30]);
    return value + chance.pick([0.01, 0.1, 1, 5, 300, 0.0001]);
  };
  /** A denominator of 0 is a policy, not an amount. */
  const measured = ({ outcome }: CriterionScore): boolean =>
    outcome.kind === "scored" && outcome.traces.every(({ rule, raw }) => rule.kind !== "measure" || raw !== null);

  test("never lowers points: not of the criterion, its groups or the total", () => {
    const seen = { compared: 0, rose: 0, fell: 0 };
    always((at, chance) => {
      const drawn = withWholeMaxima(randomRubric(chance, "tăng"));
      const answers = new Map<string, Answer>();
      const nodes = drawn.nodes.map((node): Node => {
        if (node.kind === "group") return node;
        const rule = risingRule(chance);
        const inputs = Object.fromEntries(inputsOf(rule, node).map(({ name, kind }) => [name, figure(chance, kind)]));
        answers.set(node.id, { inputs, evidence: "QĐ 1", explanation: "" });
        return { ...node, rule };
      });
      const rubric: Rubric = { ...drawn, nodes };
      const before = score(rubric, answers);
      for (const node of criteriaOf(rubric)) {
        const answer = answers.get(node.id)!;
        for (const { name, side } of chance.some(figureSides(node.rule!), 2)) {
          const { kind } = inputsOf(node.rule, node).find((input) => input.name === name)!;
          const value = more(chance, kind, answer.inputs[name] as number);
          const after = score(rubric, new Map([...answers, [node.id, { ...answer, inputs: { ...answer.inputs, [name]: value } }]]));
          const [was, is] = [before, after].map(({ criteria }) => criteria.get(node.id)!) as [CriterionScore, CriterionScore];
          if (!measured(was) || !measured(is)) continue;
          // A deduction takes more away the more there is of it.
          const way = node.max === "0" ? -side : side;
          const where = { at, id: node.id, name, from: answer.inputs[name], to: value, rule: JSON.stringify(node.rule) };
          const step = compare(is.self!, was.self!) * way;
          const upward = [
            [is.self!, was.self!], [after.total.final, before.total.final],
            ...[...after.groups].map(([id, own]) => [own.final, before.groups.get(id)!.final] as const),
          ] as const;
          const lowered = upward.filter(([now, then]) => compare(now, then) * way < 0);
          expect({ ...where, lowered: lowered.map(([now, then]) => [text(then), text(now)]) }).toEqual({ ...where, lowered: [] });
          seen.compared++;
          if (step > 0) seen[way > 0 ? "rose" : "fell"]++;
        }
      }
    });
    console.log(`more achieved: ${seen.compared} raised figures, ${seen.rose} raised points, ${seen.fell} that count against it lowered them`);
    expect(Math.min(seen.rose, seen.fell)).toBeGreaterThan(runs / 5);
  });
});

describe("the order of the rows does not matter", () => {
  const shuffled = <T>(chance: Chance, list: readonly T[]): T[] =>
    list.map((item) => ({ item, by: chance.fraction() })).sort((a, b) => a.by - b.by).map(({ item }) => item);

  test("for rows below one group", () => {
    let moved = 0;
    always((at, chance) => {
      const { rubric, answers, reviews } = randomCase(at);
      const below = (parent: string | null): Node[] =>
        shuffled(chance, rubric.nodes.filter((node) => node.parent === parent)).flatMap((node) => [node, ...below(node.id)]);
      const nodes = below(null);
      expect(nodes).toHaveLength(rubric.nodes.length);
      if (nodes.some(({ id }, k) => id !== rubric.nodes[k]!.id)) moved++;
      const mixed = new Map(shuffled(chance, [...answers]));
      expect(figures(score({ ...rubric, nodes }, mixed, reviews))).toEqual(figures(score(rubric, answers, reviews)));
    });
    expect(moved).toBeGreaterThan(runs / 2);
  });

  test("for units in a ranking", () => {
    always((at, chance) => {
      const { rubric } = randomCase(at);
      const indicators = indicatorsOf(rubric);
      const entries = Array.from({ length: 8 }, (_, k) => {
        const own = new Map(criteriaOf(rubric).map((node) => [node.id, randomAnswer(chance, node, rubric.settings.notApplicable)]));
        return entryOf(indicators, unit(`U${k}`, `Khối ${k % 2}`, { ranked: k % 5 !== 4 }), score(rubric, k === 6 ? new Map() : own));
      });
      const places = (of: typeof entries) =>
        Object.fromEntries(standingsOf(of, rubric.settings).map(({ entry, rank, overall, percent, band, indicators: by }) =>
          [entry.unit.code, [rank, overall, text(percent), band, ...indicators.map(({ id }) => by.get(id))]]));
      expect(places(shuffled(chance, entries))).toEqual(places(entries));
    });
  });
});

describe("a tie is a tie", () => {
  test("however the hundredths are spread over the criteria", () => {
    always((_, chance) => {
      const count = chance.whole(2, 40);
      const rubric = pointsRubric(Array.from({ length: count }, () => ["2"] as const));
      const one = Array.from({ length: count }, () => chance.whole(0, 200));
      const other = [...one].reverse();
      for (let k = 0; k < 3 * count; k += 1) {
        const [from, to] = [chance.whole(0, count - 1), chance.whole(0, count - 1)];
        const moved = Math.min(other[from]!, 200 - other[to]!, chance.whole(0, 60));
        other[from]! -= moved;
        other[to]! += moved;
      }
      const above = one.map((points, k) => (k === one.findIndex((of) => of < 200) ? points + 1 : points));
      const totals = [one, other, above].map((hundredths) =>
        score(rubric, new Map(hundredths.map((points, k) => [`n${k}`, { inputs: { points: points / 100 }, evidence: "", explanation: "" }]))).total.final);
      expect(text(totals[1]!)).toBe(text(totals[0]!));
      const full = one.every((points) => points === 200);
      expect(rankPoints(totals, "competition")).toEqual(full ? [1, 1, 1] : [2, 2, 1]);
    });
  });

  test("between thirds, sevenths and wholes where nothing is rounded before the total", () => {
    always((_, chance) => {
      const parts = chance.pick([3, 6, 7, 9, 11, 13, 30]);
      const ratio: Rule = {
        kind: "measure", figures: ["a", "b"].map((name) => ({ name, label: "" })), value: { kind: "ratio", over: ["a"], under: ["b"] },
        steps: [{ from: null, inclusive: true, score: { times: { share: "1" }, per: "1" } }], zero: "ask",
      };
      const plain = pointsRubric(Array.from({ length: parts }, () => ["1"] as const), { roundAt: chance.pick(["total", "none"] as const) });
      const rubric: Rubric = { ...plain, nodes: plain.nodes.map((node) => (isCriterion(node) ? { ...node, rule: ratio } : node)) };
      const whole = chance.whole(1, parts - 1);
      const answered = (shares: (k: number) => readonly [number, number]): Answers =>
        new Map(rubric.nodes.map(({ id }, k) => {
          const [a, b] = shares(k);
          return [id, { inputs: { a, b }, evidence: "", explanation: "" }];
        }));
      const scale = chance.pick([1, 0.1, 3]);
      const spread = score(rubric, answered(() => [Number((whole * scale).toPrecision(15)), Number((parts * scale).toPrecision(15))]));
      const gathered = score(rubric, answered((k) => [k < whole ? 5 : 0, 5]));
      expect(text(gathered.total.final)).toBe(String(whole));
      expect(rankPoints([spread.total.final, gathered.total.final], "competition")).toEqual([1, 1]);
    });
  });
});

describe("blank is never zero", () => {
  test("where nothing is filled in, nothing has points and nothing counts as dealt with", () => {
    always((at) => {
      const { rubric } = randomCase(at);
      const blank: CellValue[] = [null, ""];
      const answers = new Map(criteriaOf(rubric).map((node, k) => {
        const inputs = Object.fromEntries(inputsOf(node.rule, node).map(({ name }) => [name, blank[k % 2]!]));
        return [node.id, { inputs, evidence: "", explanation: "" }];
      }));
      const { criteria, total } = score(rubric, answers);
      expect([...criteria.values()].filter(({ self, final }) => self !== null || final !== null)).toEqual([]);
      expect([text(total.self), text(total.final), total.filled]).toEqual(["0", "0", 0]);
    });
  });

  test("answering a blank input never takes points from a criterion that has some", () => {
    let answered = 0;
    let won = 0;
    always((at, chance) => {
      const { rubric, answers } = randomCase(at);
      const before = score(rubric, answers);
      for (const node of criteriaOf(rubric)) {
        const own = answers.get(node.id) ?? { inputs: {}, evidence: "", explanation: "" };
        const blank = inputsOf(node.rule, node).filter(({ name }) => isBlank(own.inputs[name]));
        if (blank.length === 0) continue;
        const input = chance.pick(blank);
        const value = randomCell(chance, input, Object.values(own.inputs));
        if (isBlank(value)) continue;
        answered++;
        const after = score(rubric, new Map([...answers, [node.id, { ...own, inputs: { ...own.inputs, [input.name]: value } }]]));
        const [was, is] = [before, after].map(({ criteria }) => criteria.get(node.id)!.self) as [Exact | null, Exact | null];
        if (was === null && is !== null) won++;
        if (was !== null) expect(text(is)).toBe(text(was));
        const withPoints = ({ criteria }: Scores): number => [...criteria.values()].filter(({ self }) => self !== null).length;
        expect(withPoints(after)).toBeGreaterThanOrEqual(withPoints(before));
        expect(after.total.filled).toBeGreaterThanOrEqual(before.total.filled);
      }
    });
    expect(answered).toBeGreaterThan(runs / 2);
    expect(won).toBeGreaterThan(runs / 10);
  });
});

describe("the unit's own maximum", () => {
  test("is what its counted criteria bring, without those left out, and the percentage is of it", () => {
    always((at) => {
      const { rubric, answers, reviews } = randomCase(at);
      const { criteria, total, percent } = score(rubric, answers, reviews);
      const most = sum(criteriaOf(rubric).map((node) => {
        const { counted, code: state, reviewed } = criteria.get(node.id)!;
        return !counted || node.bonus || (state === code.excluded && reviewed === null) ? zero : parseExact(node.max);
      }));
      expect(text(total.max)).toBe(text(most));
      if (most.n === 0n) expect(percent).toBeNull();
      else expect(Math.abs(toNumber(less(percent!, over(times(total.final, exact(100)), most))))).toBeLessThanOrEqual(5.001e-9);
    });
  });

  test("loses a criterion that does not apply, and nothing else changes but its groups", () => {
    let left = 0;
    always((at, chance) => {
      const { rubric: drawn, answers } = randomCase(at);
      const rubric: Rubric = { ...drawn, settings: { ...drawn.settings, notApplicable: "excluded" } };
      if (criteriaOf(rubric).length === 0) return;
      const node = chance.pick(criteriaOf(rubric));
      const own = answers.get(node.id) ?? { inputs: {}, evidence: "", explanation: "" };
      const before = score(rubric, answers);
      const after = score(rubric, new Map([...answers, [node.id, { ...own, notApplicable: "không phát sinh" }]]));
      const was = before.criteria.get(node.id)!;
      if (compare(was.max, zero) > 0) left++;
      expect(text(after.total.max)).toBe(text(less(before.total.max, was.max)));
      expect(ofCriterion(after.criteria.get(node.id)!).slice(1)).toEqual([null, null, null, null, "0"]);
      const others = (scores: Scores) => Object.fromEntries(Object.entries(figures(scores).criteria).filter(([id]) => id !== node.id));
      expect(others(after)).toEqual(others(before));
      for (const [id, group] of after.groups) {
        const change = less(before.groups.get(id)!.max, group.max);
        expect([text(was.max), "0"]).toContain(text(change));
      }
    });
    expect(left).toBeGreaterThan(runs / 4);
  });
});

test("a review changes neither what was claimed nor any sum of claims", () => {
  let adjusted = 0;
  always((at) => {
    const { rubric, answers, reviews } = randomCase(at);
    const [plain, reviewed] = [score(rubric, answers), score(rubric, answers, reviews)];
    const claims = ({ criteria, groups, pillars, total }: Scores) => ({
      criteria: Object.fromEntries([...criteria].map(([id, own]) => [id, [own.code, text(own.self), text(own.official), own.outcome]])),
      groups: Object.fromEntries([...groups, ...pillars].map(([id, own]) => [id, [text(own.self), own.total]])),
      total: [text(total.self), total.total],
    });
    expect(claims(reviewed)).toEqual(claims(plain));
    for (const [id, own] of reviewed.criteria) {
      if (own.reviewed === null) expect(text(own.final)).toBe(text(own.official));
      else {
        adjusted++;
        expect(text(own.final)).toBe(text(own.reviewed));
        expect(reviews.get(id)).toBeDefined();
      }
    }
  });
  expect(adjusted).toBeGreaterThan(runs);
});

test("printed parts add up to the printed sum where points are rounded at the criterion", () => {
  let sums = 0;
  always((at) => {
    const drawn = randomCase(at);
    const rubric = withWholeMaxima({ ...drawn.rubric, settings: { ...drawn.rubric.settings, roundAt: "criterion" } });
    const { criteria, groups, total } = score(rubric, drawn.answers, drawn.reviews);
    const { digits } = rubric.settings;
    const printed = (of: Exact): Exact => parseExact(decimalText(of, digits));
    const counted = (node: Node): Exact => {
      if (node.kind === "group") return groups.get(node.id)!.final;
      const own = criteria.get(node.id)!;
      return own.counted ? own.final ?? zero : zero;
    };
    const children = (parent: string | null): Exact => sum(rubric.nodes.filter((node) => node.parent === parent).map(counted).map(printed));
    for (const node of rubric.nodes) {
      if (node.kind !== "group" || node.cap !== undefined) continue;
      expect(text(children(node.id))).toBe(text(printed(groups.get(node.id)!.final)));
      sums++;
    }
    expect(text(children(null))).toBe(text(printed(total.final)));
  });
  expect(sums).toBeGreaterThan(runs);
});

describe("the place of the point does not matter", () => {
  const amount = (of: Amount, by: number): Amount => ("points" in of ? { points: decimalText(times(parseExact(of.points), tenTo(by)), 20) } : of);
  const scaled = (points: string, by: number): string => decimalText(times(parseExact(points), tenTo(by)), 20);

  function scaledRule(rule: Rule, by: number): Rule {
    switch (rule.kind) {
      case "choice":
        return { ...rule, options: rule.options.map((option) => ({ ...option, score: amount(option.score, by) })) };
      case "measure":
        return {
          ...rule,
          steps: rule.steps.map((step) => {
            if ("give" in step.score) return { ...step, score: { give: amount(step.score.give, by) } };
            const { times: of, per, cap, floor } = step.score;
            const held = { ...(cap === undefined ? {} : { cap: amount(cap, by) }), ...(floor === undefined ? {} : { floor: amount(floor, by) }) };
            return { ...step, score: { times: amount(of, by), per, ...held } };
          }),
        };
      case "parts":
        return { ...rule, parts: rule.parts.map((part) => ({ ...part, share: amount(part.share, by), rule: scaledRule(part.rule, by) })) };
      case "precondition":
        return { ...rule, otherwise: amount(rule.otherwise, by), rule: scaledRule(rule.rule, by) };
      case "waiver":
        return { ...rule, give: amount(rule.give, by), rule: scaledRule(rule.rule, by) };
      case "repeat":
        return { ...rule, rule: scaledRule(rule.rule, by) };
      default:
        return rule;
    }
  }

  const scaledCell = (cell: CellValue, by: number): CellValue =>
    typeof cell === "number" && Math.abs(cell) < 1e15 ? Number(scaled(cell.toPrecision(15), by)) : cell;

  test("ten times the points at one place fewer are ten times the score", () => {
    let scored = 0;
    always((at, chance) => {
      const drawn = randomCase(at);
      const by = chance.whole(1, 2);
      const digits = chance.whole(by, 4);
      const settings: Settings = { ...drawn.rubric.settings, roundAt: "criterion", digits };
      const rubric: Rubric = { ...drawn.rubric, settings };
      const nodes = rubric.nodes.map((node): Node => {
        if (node.kind === "criterion") {
          return { ...node, max: scaled(node.max, by), min: scaled(node.min, by), rule: node.rule === null ? null : scaledRule(node.rule, by) };
        }
        const { cap, ...group } = node;
        return cap === undefined ? group : { ...group, cap: { min: scaled(cap.min, by), max: scaled(cap.max, by) } };
      });
      const pointsOf = (node: Criterion, answer: Answer): Answer => {
        const typed = inputsOf(node.rule, node).filter(({ kind }) => kind === "points").map(({ name }) => [name, scaledCell(answer.inputs[name] ?? null, by)]);
        return { ...answer, inputs: { ...answer.inputs, ...(Object.fromEntries(typed) as Answer["inputs"]) } };
      };
      const answers: Answers = new Map(criteriaOf(rubric).flatMap((node) => {
        const own = drawn.answers.get(node.id);
        return own === undefined ? [] : [[node.id, pointsOf(node, own)] as const];
      }));
      const reviews: Reviews = new Map([...drawn.reviews].map(([id, review]) => [id, { ...review, points: scaledCell(review.points, by) }]));
      const [plain, larger] = [score(rubric, drawn.answers, drawn.reviews), score({ ...rubric, nodes, settings: { ...settings, digits: digits - by } }, answers, reviews)];
      const tenfold = (of: Exact | null): string | null => (of === null ? null : text(times(of, tenTo(by))));
      for (const [id, own] of plain.criteria) {
        const other = larger.criteria.get(id)!;
        const found = [id, other.code, text(other.self), text(other.final), text(other.max)];
        expect(found).toEqual([id, own.code, tenfold(own.self), tenfold(own.final), tenfold(own.max)]);
        if (own.self !== null && own.self.n !== 0n) scored++;
      }
      expect([text(larger.total.final), text(larger.percent)]).toEqual([tenfold(plain.total.final), text(plain.percent)]);
    });
    expect(scored).toBeGreaterThan(runs);
  });
});
