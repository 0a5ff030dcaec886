import type { Answer, Answers } from "../../core/scoring/answer";
import type { Review, Reviews } from "../../core/review/review";
import { inputsOf, type Input } from "../../core/rule/inputs";
import type { Amount, Measure, Rule, Step, StepScore, Value } from "../../core/rule/rule";
import { type Band, type Criterion, type Group, Rubric, type Settings } from "../../core/rubric/rubric";
import type { CellValue } from "../../core/sheet/workbook";
import { Chance } from "./chance";

/** A rubric with what one unit answered and a reviewer set, all from one seed. */
export interface RandomCase {
  readonly seed: number;
  readonly rubric: Rubric;
  readonly answers: Answers;
  readonly reviews: Reviews;
}

const long = "Tỷ lệ hồ sơ thủ tục hành chính được tiếp nhận, giải quyết trực tuyến trên tổng số hồ sơ ".repeat(4).trim();
const labels = [
  "Có ban hành", "Chưa ban hành", "Đạt \"loại A\"", "Bí thư/Chủ tịch", "Phó Chủ tịch & thành viên", "Đúng hạn", "Trễ hạn",
  "d'Artagnan", "<b>Một phần</b>", "Toàn trình; một phần", "Từ 1, 2 trở lên", "=1+1", "1", "2026", "Khá", "KHÁ", "Nghị quyết số 57-NQ/TW",
  "Hệ thống “dùng chung”", "TRUE", "–", long.slice(0, 120),
];
const names = [
  "Nhận thức số", "Thể chế số", "Hạ tầng & nền tảng", "Tỷ lệ \"hài lòng\" của người dân", "Kế hoạch 'chuyển đổi số'", "=SUM(A1)", "+84",
  "-1", "@người dùng", "<i>An toàn</i>", "Nhân lực số", "Ti\u0302\u0309 lê\u0323", long, "Dòng một\nDòng hai",
];
const questions = ["Đã có chuyên mục", "Không phát sinh \"hồ sơ\"", "Có sử dụng & duy trì", "Địa phương có xã 'đảo'"];
const words = ["QĐ 12/QĐ-UBND", "", "=HYPERLINK(\"x\")", "thiếu & chậm", " ", "đã \"đối soát\"", "0", "Báo cáo số 5\nngày 01/02"];
const yes = "Có";
const no = "Không";

const decimal = (chance: Chance, high: number, places: number): string =>
  (chance.whole(1, high * 10 ** places) / 10 ** places).toFixed(chance.often(50) ? 0 : places).replace(/^0$/, "1");

function amount(chance: Chance, most: number): Amount {
  if (chance.often(60)) return { share: chance.pick(["0", "1", "1/2", "1/4", "3/4", "1/3", "2/3", "0.75", "1/7"]) };
  const sign = most < 0 ? -1 : 1;
  return { points: String(sign * chance.pick([0, 0.25, 0.5, 1, 1.005, 2, 0.125, Math.abs(most), Math.abs(most) + 1])) };
}

function score(chance: Chance, most: number): StepScore {
  if (chance.often(50)) return { give: amount(chance, most) };
  const times: Amount = chance.often(70) ? { share: chance.pick(["1", "1/2", "1/3"]) } : { points: most < 0 ? "-0.5" : "0.5" };
  return {
    times,
    per: chance.pick(["1", "1", "1", "0.75", "0.3", "7", "100"]),
    ...(chance.often(20) ? { cap: amount(chance, most) } : {}),
    ...(chance.often(20) ? { floor: amount(chance, most) } : {}),
  };
}

function steps(chance: Chance, value: Value, most: number): Step[] {
  const pool = value.kind === "count" ? ["52", "20", "7", "5", "2", "1"] : ["1", "0.95", "0.9", "0.8", "0.75", "0.7", "0.3", "0.005"];
  const from: (string | null)[] = chance.some(pool, chance.whole(0, 3));
  if (from.length === 0 || chance.often(70)) from.push(null);
  return from.map((low) => ({ from: low, inclusive: low === null || chance.often(75), score: score(chance, most) }));
}

const letters = ["a", "b", "c", "d", "đ", "e"];

function measure(chance: Chance, most: number): Measure {
  const kind = chance.pick(["ratio", "ratio", "ratio", "per", "share", "count"] as const);
  const count = kind === "ratio" ? chance.whole(2, 4) : kind === "per" ? chance.whole(1, 2) : 0;
  const own = letters.slice(0, count);
  const under = chance.whole(1, Math.max(1, count - 1));
  const signed = (list: readonly string[]): string[] =>
    list.map((name, index) => (index > 0 && chance.often(25) ? `-${name}` : name));
  const value: Value =
    kind === "ratio" ? { kind, over: signed(own.slice(under)), under: signed(own.slice(0, under)) }
    : kind === "per" ? { kind, over: signed(own), under: chance.pick(["7", "100", "12.5", "3"]) }
    : kind === "share" ? { kind }
    : { kind, ...(chance.often(40) ? { max: chance.pick(["7", "12", "100"]) } : {}) };
  const figures =
    kind === "share" ? (chance.often(50) ? [{ name: "r", label: "tỷ lệ đạt được" }] : [])
    : kind === "count" ? [{ name: "n", label: "số tin, bài", unit: "bài" }]
    : own.map((name) => ({ name, label: `số ${name} trong "năm" & quý`, ...(chance.often(30) ? { unit: "hồ sơ" } : {}) }));
  return { kind: "measure", figures, value, steps: steps(chance, value, most), zero: chance.pick(["zero", "full", "excluded", "ask"]) };
}

function choice(chance: Chance, most: number): Rule {
  const question = chance.often(50) ? { question: chance.pick(questions) } : {};
  if (chance.often(40)) {
    return { kind: "choice", ...question, options: [{ label: yes, meaning: "đã ban hành", score: { share: "1" } }, { label: no, score: { share: "0" } }] };
  }
  const members = chance.some(labels, chance.whole(2, 5));
  return { kind: "choice", ...question, options: members.map((label) => ({ label, score: amount(chance, most) })) };
}

/** A rule of any kind but `relative`, at most three rules deep. */
export function randomRule(chance: Chance, most: number, depth = 0, inside: readonly string[] = []): Rule {
  const kinds = ["measure", "measure", "measure", "choice", "choice"];
  if (depth < 2) kinds.push("parts", "repeat", ...(inside.includes("precondition") ? [] : ["precondition"]), ...(inside.includes("waiver") ? [] : ["waiver"]));
  if (!inside.includes("repeat")) kinds.push("direct");
  const kind = chance.pick(kinds);
  switch (kind) {
    case "choice":
      return choice(chance, most);
    case "parts":
      return {
        kind,
        parts: Array.from({ length: chance.whole(1, 3) }, (_, k) => ({
          label: `Phần ${k + 1}: ${chance.pick(questions)}`, share: amount(chance, most), rule: randomRule(chance, most, depth + 1),
        })),
      };
    case "repeat":
      return { kind, periods: ["Quý I", "Quý II", "Quý III", "Quý IV"].slice(0, chance.whole(1, 4)), rule: randomRule(chance, most, depth + 1, ["repeat"]) };
    case "precondition":
      return { kind, question: chance.pick(questions), otherwise: amount(chance, most), rule: randomRule(chance, most, depth + 1, [...inside, kind]) };
    case "waiver": {
      const rule = randomRule(chance, most, depth + 1, [...inside, kind]);
      const numbers = inputsOf(rule, { min: "0", max: "1" }).filter((input) => input.kind === "number" || input.kind === "whole");
      const when = numbers.length > 0 && chance.often(60) ? { figure: chance.pick(numbers).name } : { question: chance.pick(questions) };
      return { kind, when, label: "không phát sinh", give: amount(chance, most), rule };
    }
    case "direct":
      return { kind, ...(chance.often(50) ? { label: "Điểm khảo sát" } : {}) };
    default:
      return measure(chance, most);
  }
}

function bands(chance: Chance, unit: Settings["bandUnit"]): Band[] {
  const cuts = chance.some(unit === "percent" ? ["90", "75", "66.67", "50", "25"] : ["12", "7.5", "5", "2.5", "1"], chance.whole(0, 4));
  const all = chance.often(70) ? [...cuts, "0"] : cuts;
  return all.map((from, index) => ({ name: `Mức ${index + 1} "${chance.pick(["Tốt", "Khá & giỏi", "Dẫn dắt", "d'Or"])}"`, from, inclusive: from === "0" || chance.often(50) }));
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
    kind: "criterion", id, code, name: chance.pick(names), parent, max: String(max), min: String(min), bonus: kind !== "plain",
    text: chance.pick(names), rule: chance.often(8) ? null : randomRule(chance, kind === "deduction" ? min : max), evidence: chance.pick(words),
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
      const cap: Pick<Group, "cap"> = chance.often(15) ? { cap: { min: chance.pick(["-2", "0"]), max: chance.pick(["1.5", "4", "0"]) } } : {};
      const max = chance.often(50) ? decimal(chance, 30, 1) : null;
      all.push({ kind: "group", id, code: own, name: chance.pick(names), parent, max, scored: !chance.often(10), ...cap });
      if (!chance.often(4)) fill(id, own, depth + 1);
    }
  };
  fill(null, "", 0);
  return all;
}

export function randomRubric(chance: Chance, id: string): Rubric {
  const tree = nodes(chance);
  const tops = tree.filter((node) => node.kind === "group" && node.parent === null).map((node) => node.id);
  const pillars = chance.often(40) && tops.length > 0
    ? ["CQS", "KTS"].map((code) => ({ code, name: chance.pick(names), groups: chance.some(tops, chance.whole(1, tops.length)) }))
    : [];
  return Rubric.parse({
    id, title: chance.pick(names), decision: "QĐ 1/QĐ-UBND", level: "xa", year: "2026", nodes: tree, pillars, settings: settings(chance),
  });
}

/** The double next to this one, above or below. */
function beside(value: number, up: boolean): number {
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, value);
  bits.setBigInt64(0, bits.getBigInt64(0) + (up ? 1n : -1n));
  return value === 0 ? value : bits.getFloat64(0);
}

const wrong: readonly CellValue[] = ["abc", "12", "1,5", "85%", "", true, false, -1, -0.5, 1e15, 1e16, 1e308, -1e308, { error: "#N/A" }, { error: "#DIV/0!" }];
const bounds = [1, 0.95, 0.9, 0.8, 0.75, 0.7, 0.3, 0.005];

/** What somebody leaves in a cell of this kind: mostly what it asks for, sometimes anything. */
export function randomCell(chance: Chance, input: Input, others: readonly CellValue[] = []): CellValue {
  if (chance.often(4)) return null;
  if (chance.often(5)) return chance.pick(wrong);
  const [low, high] = [Number(input.min), Number(input.max)];
  switch (input.kind) {
    case "list": {
      const member = chance.pick(input.options!);
      if (chance.often(4)) return chance.pick([`${member} `, member.toUpperCase(), member.toLowerCase(), member.slice(0, -1), "Có", 1, 2026]);
      return chance.often(10) ? member.normalize("NFD") : member;
    }
    case "share":
      return chance.pick([chance.pick(bounds), chance.whole(0, 10000) / 10000, 0, 1, 0.995, 0.335, 1.01, beside(chance.pick(bounds), chance.often(50))]);
    case "whole":
      return chance.pick([chance.pick([0, 1, 2, 5, 7, 19, 20, 51, 52]), chance.whole(0, 60), high, high < 1e15 ? high + 1 : 1.00000000000001e15, 3.5]);
    case "points": {
      const midpoints = [1.005, 2.675, 0.125, -1.005, low, high, low - 0.01, high + 0.01, beside(high, true), 0].filter((n) => chance.often(10) || (n >= low && n <= high));
      return chance.often(50) ? chance.pick([0, ...midpoints]) : Number((low + chance.fraction() * (high - low)).toFixed(chance.whole(0, 3)));
    }
    case "number": {
      const earlier = others.filter((value): value is number => typeof value === "number" && value > 0 && value < 1e9);
      if (earlier.length > 0 && chance.often(60)) {
        const against = chance.pick(earlier);
        const part = Number((chance.pick([...bounds, 0.5025, 0.335, 0.26750, 1.2, 0.2675]) * against).toPrecision(15));
        return chance.often(15) ? beside(part, chance.often(50)) : part;
      }
      return chance.pick([
        0, 0, chance.whole(1, 20), chance.whole(1, 20), 100, 400, 1000, chance.whole(1, 100000), chance.whole(1, 99999) / 100, 0.1, 0.3,
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
    inputs, evidence: chance.pick(words), explanation: chance.pick(words),
    ...(notApplicable !== "none" && chance.often(6) ? { notApplicable: chance.pick(["không có máy tính", "", "=1+1"]) } : {}),
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
