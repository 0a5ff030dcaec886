import { inputsOf } from "../../core/rule/inputs";
import type { Amount, Measure, Rule, Step, StepScore, Value } from "../../core/rule/rule";
import type { Chance } from "./chance";

/** A sentence as long as a decision's. */
export const long = "Tỷ lệ hồ sơ thủ tục hành chính được tiếp nhận, giải quyết trực tuyến trên tổng số hồ sơ "
  .repeat(4)
  .trim();
const labels = [
  "Có ban hành",
  "Chưa ban hành",
  'Đạt "loại A"',
  "Bí thư/Chủ tịch",
  "Phó Chủ tịch & thành viên",
  "Đúng hạn",
  "Trễ hạn",
  "d'Artagnan",
  "<b>Một phần</b>",
  "Toàn trình; một phần",
  "Từ 1, 2 trở lên",
  "=1+1",
  "1",
  "2026",
  "Khá",
  "KHÁ",
  "Nghị quyết số 57-NQ/TW",
  "Hệ thống “dùng chung”",
  "TRUE",
  "–",
  long.slice(0, 120),
];
const questions = ["Đã có chuyên mục", 'Không phát sinh "hồ sơ"', "Có sử dụng & duy trì", "Địa phương có xã 'đảo'"];
const yes = "Có";
const no = "Không";

function amount(chance: Chance, most: number): Amount {
  if (chance.often(60)) return { share: chance.pick(["0", "1", "1/2", "1/4", "3/4", "1/3", "2/3", "0.75", "1/7"]) };
  const sign = most < 0 ? -1 : 1;
  return { points: String(sign * chance.pick([0, 0.25, 0.5, 1, 1.005, 2, 0.125, Math.abs(most), Math.abs(most) + 1])) };
}

function score(chance: Chance, most: number): StepScore {
  if (chance.often(50)) return { give: amount(chance, most) };
  const times: Amount = chance.often(70)
    ? { share: chance.pick(["1", "1/2", "1/3"]) }
    : { points: most < 0 ? "-0.5" : "0.5" };
  return {
    times,
    per: chance.pick(["1", "1", "1", "0.75", "0.3", "7", "100"]),
    ...(chance.often(20) ? { cap: amount(chance, most) } : {}),
    ...(chance.often(20) ? { floor: amount(chance, most) } : {}),
  };
}

function steps(chance: Chance, value: Value, most: number): Step[] {
  const pool =
    value.kind === "count"
      ? ["52", "20", "7", "5", "2", "1"]
      : ["1", "0.95", "0.9", "0.8", "0.75", "0.7", "0.3", "0.005"];
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
    kind === "ratio"
      ? { kind, over: signed(own.slice(under)), under: signed(own.slice(0, under)) }
      : kind === "per"
        ? { kind, over: signed(own), under: chance.pick(["7", "100", "12.5", "3"]) }
        : kind === "share"
          ? { kind }
          : { kind, ...(chance.often(40) ? { max: chance.pick(["7", "12", "100"]) } : {}) };
  const figures =
    kind === "share"
      ? chance.often(50)
        ? [{ name: "r", label: "tỷ lệ đạt được" }]
        : []
      : kind === "count"
        ? [{ name: "n", label: "số tin, bài", unit: "bài" }]
        : own.map((name) => ({
            name,
            label: `số ${name} trong "năm" & quý`,
            ...(chance.often(30) ? { unit: "hồ sơ" } : {}),
          }));
  return {
    kind: "measure",
    figures,
    value,
    steps: steps(chance, value, most),
    zero: chance.pick(["zero", "full", "excluded", "ask"]),
  };
}

function choice(chance: Chance, most: number): Rule {
  const question = chance.often(50) ? { question: chance.pick(questions) } : {};
  if (chance.often(40)) {
    return {
      kind: "choice",
      ...question,
      options: [
        { label: yes, meaning: "đã ban hành", score: { share: "1" } },
        { label: no, score: { share: "0" } },
      ],
    };
  }
  const members = chance.some(labels, chance.whole(2, 5));
  return { kind: "choice", ...question, options: members.map((label) => ({ label, score: amount(chance, most) })) };
}

/** A rule of any kind but `relative`, at most three rules deep. */
export function randomRule(chance: Chance, most: number, depth = 0, inside: readonly string[] = []): Rule {
  const kinds = ["measure", "measure", "measure", "choice", "choice"];
  if (depth < 2)
    kinds.push(
      "parts",
      "repeat",
      ...(inside.includes("precondition") ? [] : ["precondition"]),
      ...(inside.includes("waiver") ? [] : ["waiver"]),
    );
  if (!inside.includes("repeat")) kinds.push("direct");
  const kind = chance.pick(kinds);
  switch (kind) {
    case "choice":
      return choice(chance, most);
    case "parts":
      return {
        kind,
        parts: Array.from({ length: chance.whole(1, 3) }, (_, k) => ({
          label: `Phần ${k + 1}: ${chance.pick(questions)}`,
          share: amount(chance, most),
          rule: randomRule(chance, most, depth + 1),
        })),
      };
    case "repeat":
      return {
        kind,
        periods: ["Quý I", "Quý II", "Quý III", "Quý IV"].slice(0, chance.whole(1, 4)),
        rule: randomRule(chance, most, depth + 1, ["repeat"]),
      };
    case "precondition":
      return {
        kind,
        question: chance.pick(questions),
        otherwise: amount(chance, most),
        rule: randomRule(chance, most, depth + 1, [...inside, kind]),
      };
    case "waiver": {
      const rule = randomRule(chance, most, depth + 1, [...inside, kind]);
      const numbers = inputsOf(rule, { min: "0", max: "1" }).filter(
        (input) => input.kind === "number" || input.kind === "whole",
      );
      const when =
        numbers.length > 0 && chance.often(60)
          ? { figure: chance.pick(numbers).name }
          : { question: chance.pick(questions) };
      return { kind, when, label: "không phát sinh", give: amount(chance, most), rule };
    }
    case "direct":
      return { kind, ...(chance.often(50) ? { label: "Điểm khảo sát" } : {}) };
    default:
      return measure(chance, most);
  }
}
