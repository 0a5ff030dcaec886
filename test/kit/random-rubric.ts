import type { Answer, Answers } from "../../core/scoring/answer";
import type { Review, Reviews } from "../../core/review/review";
import { inputsOf, type Input } from "../../core/rule/inputs";
import type { Band, Criterion, Group, Settings } from "../../core/rubric/rubric";
import { Rubric } from "../../core/rubric/shape";
import type { CellValue } from "../../core/sheet/workbook";
import { Chance } from "./chance";
import { long, randomRule } from "./drawn-rule";

/** A rubric with what one unit answered and a reviewer set, all from one seed. */
export interface RandomCase {
  readonly seed: number;
  readonly rubric: Rubric;
  readonly answers: Answers;
  readonly reviews: Reviews;
}

const names = [
  "Nhận thức số",
  "Thể chế số",
  "Hạ tầng & nền tảng",
  'Tỷ lệ "hài lòng" của người dân',
  "Kế hoạch 'chuyển đổi số'",
  "=SUM(A1)",
  "+84",
  "-1",
  "@người dùng",
  "<i>An toàn</i>",
  "Nhân lực số",
  "Ti\u0302\u0309 lê\u0323",
  long,
  "Dòng một\nDòng hai",
];
const words = [
  "QĐ 12/QĐ-UBND",
  "",
  '=HYPERLINK("x")',
  "thiếu & chậm",
  " ",
  'đã "đối soát"',
  "0",
  "Báo cáo số 5\nngày 01/02",
];
const decimal = (chance: Chance, high: number, places: number): string =>
  (chance.whole(1, high * 10 ** places) / 10 ** places).toFixed(chance.often(50) ? 0 : places).replace(/^0$/, "1");

function bands(chance: Chance, unit: Settings["bandUnit"]): Band[] {
  const cuts = chance.some(
    unit === "percent" ? ["90", "75", "66.67", "50", "25"] : ["12", "7.5", "5", "2.5", "1"],
    chance.whole(0, 4),
  );
  const all = chance.often(70) ? [...cuts, "0"] : cuts;
  return all.map((from, index) => ({
    name: `Mức ${index + 1} "${chance.pick(["Tốt", "Khá & giỏi", "Dẫn dắt", "d'Or"])}"`,
    from,
    inclusive: from === "0" || chance.often(50),
  }));
}

function settings(chance: Chance): Settings {
  const bandUnit = chance.pick(["percent", "points"] as const);
  return {
    digits: chance.pick([2, 2, 2, 0, 1, 3, 4]),
    roundAt: chance.pick(["criterion", "criterion", "criterion", "total", "none"]),
    evidence: chance.pick(["optional", "optional", "required"]),
    notApplicable: chance.pick(["excluded", "full", "zero", "none"]),
    bands: bands(chance, bandUnit),
    bandUnit,
    ties: chance.pick(["competition", "dense", "modified"]),
    encouragedInCounts: chance.often(50),
  };
}

function criterion(chance: Chance, id: string, code: string, parent: string | null): Criterion {
  const kind = chance.pick(["plain", "plain", "plain", "plain", "plain", "bonus", "deduction"]);
  const most = Number(decimal(chance, 10, 2));
  const [max, min] = kind === "deduction" ? [0, -most] : [most, chance.often(5) ? -1 : 0];
  return {
    kind: "criterion",
    id,
    code,
    name: chance.pick(names),
    parent,
    max: String(max),
    min: String(min),
    bonus: kind !== "plain",
    text: chance.pick(names),
    rule: chance.often(8) ? null : randomRule(chance, kind === "deduction" ? min : max),
    evidence: chance.pick(words),
  };
}

/** One to three levels of groups, some capped, some not scored, some empty. */
function nodes(chance: Chance): Rubric["nodes"] {
  const all: Rubric["nodes"] = [];
  let next = 0;
  const fresh = (prefix: string): string => `${chance.often(3) ? "#" : ""}${prefix}${++next}`;
  const fill = (parent: string | null, code: string, depth: number): void => {
    const children = chance.whole(1, depth === 0 ? 4 : 3);
    for (let k = 1; k <= children; k++) {
      const own = code === "" ? String(k) : `${code}.${k}`;
      const group = depth < 3 && chance.often(depth === 0 ? 80 : 35);
      if (!group) {
        all.push(criterion(chance, fresh("c"), chance.often(3) ? "1" : own, parent));
        continue;
      }
      const id = fresh("g");
      const cap: Pick<Group, "cap"> = chance.often(15)
        ? { cap: { min: chance.pick(["-2", "0"]), max: chance.pick(["1.5", "4", "0"]) } }
        : {};
      const max = chance.often(50) ? decimal(chance, 30, 1) : null;
      all.push({
        kind: "group",
        id,
        code: own,
        name: chance.pick(names),
        parent,
        max,
        scored: !chance.often(10),
        ...cap,
      });
      if (!chance.often(4)) fill(id, own, depth + 1);
    }
  };
  fill(null, "", 0);
  return all;
}

export function randomRubric(chance: Chance, id: string): Rubric {
  const tree = nodes(chance);
  const tops = tree.filter((node) => node.kind === "group" && node.parent === null).map((node) => node.id);
  const pillars =
    chance.often(40) && tops.length > 0
      ? ["CQS", "KTS"].map((code) => ({
          code,
          name: chance.pick(names),
          groups: chance.some(tops, chance.whole(1, tops.length)),
        }))
      : [];
  return Rubric.parse({
    id,
    title: chance.pick(names),
    decision: "QĐ 1/QĐ-UBND",
    level: "xa",
    year: "2026",
    nodes: tree,
    pillars,
    settings: settings(chance),
  });
}

/** The double next to this one, above or below. */
function beside(value: number, up: boolean): number {
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, value);
  bits.setBigInt64(0, bits.getBigInt64(0) + (up ? 1n : -1n));
  return value === 0 ? value : bits.getFloat64(0);
}

const wrong: readonly CellValue[] = [
  "abc",
  "12",
  "1,5",
  "85%",
  "",
  true,
  false,
  -1,
  -0.5,
  1e15,
  1e16,
  1e308,
  -1e308,
  { error: "#N/A" },
  { error: "#DIV/0!" },
];
const bounds = [1, 0.95, 0.9, 0.8, 0.75, 0.7, 0.3, 0.005];

/** What somebody leaves in a cell of this kind: mostly what it asks for, sometimes anything. */
export function randomCell(chance: Chance, input: Input, others: readonly CellValue[] = []): CellValue {
  if (chance.often(4)) return null;
  if (chance.often(5)) return chance.pick(wrong);
  const [low, high] = [Number(input.min), Number(input.max)];
  switch (input.kind) {
    case "list": {
      const member = chance.pick(input.options!);
      if (chance.often(4))
        return chance.pick([
          `${member} `,
          member.toUpperCase(),
          member.toLowerCase(),
          member.slice(0, -1),
          "Có",
          1,
          2026,
        ]);
      return chance.often(10) ? member.normalize("NFD") : member;
    }
    case "share":
      return chance.pick([
        chance.pick(bounds),
        chance.whole(0, 10000) / 10000,
        0,
        1,
        0.995,
        0.335,
        1.01,
        beside(chance.pick(bounds), chance.often(50)),
      ]);
    case "whole":
      return chance.pick([
        chance.pick([0, 1, 2, 5, 7, 19, 20, 51, 52]),
        chance.whole(0, 60),
        high,
        high < 1e15 ? high + 1 : 1.00000000000001e15,
        3.5,
      ]);
    case "points": {
      const midpoints = [1.005, 2.675, 0.125, -1.005, low, high, low - 0.01, high + 0.01, beside(high, true), 0].filter(
        (n) => chance.often(10) || (n >= low && n <= high),
      );
      return chance.often(50)
        ? chance.pick([0, ...midpoints])
        : Number((low + chance.fraction() * (high - low)).toFixed(chance.whole(0, 3)));
    }
    case "number": {
      const earlier = others.filter((value): value is number => typeof value === "number" && value > 0 && value < 1e9);
      if (earlier.length > 0 && chance.often(60)) {
        const against = chance.pick(earlier);
        const part = Number((chance.pick([...bounds, 0.5025, 0.335, 0.2675, 1.2, 0.2675]) * against).toPrecision(15));
        return chance.often(15) ? beside(part, chance.often(50)) : part;
      }
      return chance.pick([
        0,
        0,
        chance.whole(1, 20),
        chance.whole(1, 20),
        100,
        400,
        1000,
        chance.whole(1, 100000),
        chance.whole(1, 99999) / 100,
        0.1,
        0.3,
        chance.pick([1e15, 999999999999999, 1e-7, 123456789.123456]),
      ]);
    }
  }
}

/** A unit's answer to one criterion. */
export function randomAnswer(chance: Chance, from: Criterion, notApplicable: Settings["notApplicable"]): Answer {
  const inputs: Record<string, CellValue> = {};
  for (const input of inputsOf(from.rule, from)) inputs[input.name] = randomCell(chance, input, Object.values(inputs));
  return {
    inputs,
    evidence: chance.pick(words),
    explanation: chance.pick(words),
    ...(notApplicable !== "none" && chance.often(6)
      ? { notApplicable: chance.pick(["không có máy tính", "", "=1+1"]) }
      : {}),
  };
}

function randomReview(chance: Chance, from: Criterion): Review {
  const points = { name: "points", label: "", kind: "points", min: from.min, max: from.max } as const;
  return { points: randomCell(chance, points), reason: chance.pick(words), reviewer: "Tổ thẩm định" };
}

export function randomCase(seed: number): RandomCase {
  const chance = new Chance(seed);
  const rubric = randomRubric(chance, `ngẫu-nhiên-${seed}`);
  const answers = new Map<string, Answer>();
  const reviews = new Map<string, Review>();
  for (const node of rubric.nodes) {
    if (node.kind !== "criterion") continue;
    if (!chance.often(5)) answers.set(node.id, randomAnswer(chance, node, rubric.settings.notApplicable));
    if (chance.often(30)) reviews.set(node.id, randomReview(chance, node));
  }
  return { seed, rubric, answers, reviews };
}
