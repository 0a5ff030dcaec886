import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readCase } from "./replay/case";
import { replay, resultOf } from "./replay/result";

const rubric = { preset: "hcm-xa-2026" };
const answers = (inputs: Record<string, unknown>, unit = "U1"): Record<string, unknown> => ({ [unit]: { "02": { inputs } } });

interface Told {
  readonly code: string;
  readonly at: { readonly unit?: string; readonly criterion?: string };
  readonly vi: string;
  readonly en: string;
}
/** Of the rubric itself, and of what was not filled in, other rows speak. */
const passing = /^(assume-|rule-)|^(input|choice)-blank$|^unit-no-score$/;

function told(given: Record<string, unknown>): { issues: Told[]; result: Record<string, unknown> } {
  const read = readCase(JSON.stringify(given));
  if (!read.ok) throw new Error(read.why);
  const result = JSON.parse(JSON.stringify(resultOf(replay(read.case)))) as Record<string, unknown>;
  return { result, issues: (result["issues"] as Told[]).filter(({ code }) => !passing.test(code)) };
}

/** A case that is read, and the problems of its result by code, unit and criterion. */
const rows: readonly (readonly [title: string, given: Record<string, unknown>, issues: readonly string[]])[] = [
  ["an unknown preset", { rubric: { preset: "zz" } }, ["preset-unknown"]],
  ["an empty table", { rubric: { table: [] } }, ["no-header"]],
  ["a unit's code twice", { rubric, units: [{ code: "U1" }, { code: "U1" }] }, ["unit-duplicate U1"]],
  ["codes that differ by case", { rubric, units: [{ code: "u1" }, { code: "U1" }] }, []],
  ["answers of an unknown unit", { rubric, units: [{ code: "U1" }], answers: answers({ a: 1 }, "X") }, ["unit-unknown X"]],
  ["an unknown criterion", { rubric, answers: { U1: { "99": { inputs: { a: 1 } } } } }, ["criterion-unknown U1 99"]],
  ["an unknown input", { rubric, answers: answers({ zz: 1 }) }, ["input-unknown U1 02"]],
  ["names of JavaScript's own", { rubric, answers: { U1: { constructor: { inputs: {} }, "02": { inputs: { toString: "x" } } } } }, [
    "criterion-unknown U1 constructor", "input-unknown U1 02",
  ]],
  ["words for a figure", { rubric, answers: answers({ a: "ba", b: "4" }) }, ["input-not-number U1 02"]],
  ["1.000 without a locale", { rubric, answers: answers({ a: "1.000", b: "2.000" }) }, ["number-ambiguous U1 02", "number-ambiguous U1 02"]],
  ["1.000 under a locale that nobody knows", { rubric, locale: "tlh", answers: answers({ a: "1.000", b: "2" }) }, ["number-ambiguous U1 02"]],
  ["numbers beyond every digit", { rubric, answers: answers({ a: 1e308, b: 1e16 }) }, ["input-out-of-range U1 02", "input-out-of-range U1 02"]],
  ["-3", { rubric, answers: answers({ a: -3, b: 4 }) }, ["input-out-of-range U1 02"]],
  ["a truth value", { rubric, answers: answers({ a: true, b: 4 }) }, ["input-not-number U1 02"]],
  ["101 % typed", { rubric, answers: { U1: { "32": { inputs: { r: "101%" } } } }, settings: { assumptions: "accept" } }, ["input-out-of-range U1 32"]],
  ["40,000 characters", { rubric, answers: answers({ a: "9".repeat(40000), b: 1 }) }, ["input-not-number U1 02"]],
  ["not applicable where that is not allowed", {
    rubric, settings: { notApplicable: "none" }, answers: { U1: { "02": { notApplicable: true } } },
  }, ["not-applicable-refused U1 02"]],
  ["reviews in words, beyond the maximum, below 0, of unknown criteria", {
    rubric, answers: answers({ a: "3", b: "4" }),
    reviews: { U1: { "01": { points: "hai" }, "02": { points: "9" }, "03": { points: -1 }, "04": { points: "" }, "99": { points: 1 } } },
  }, ["criterion-unknown U1 99", "review-not-number U1 01", "review-out-of-range U1 02", "review-out-of-range U1 03"]],
  ["a review without a reason", { rubric, reviews: { U1: { "02": { points: 1 } } } }, ["review-reason-missing U1 02"]],
  ["bands that overlap, repeat, leave a gap or lie out of reach", {
    rubric, settings: { bands: [
      { name: "D", from: 120 }, { name: "A", from: 75 }, { name: "B", from: 75 }, { name: "", from: 50 }, { name: "C", from: 30 }, { name: "C", from: 20 },
    ] },
  }, ["band-unreachable", "band-overlap", "band-name-empty", "band-name-duplicate", "band-gap"]],
  ["a band from abc", { rubric, settings: { bands: [{ name: "A", from: "abc" }, { name: "B", from: 0 }] } }, ["not-a-number"]],
  ["a band from 1.000", { rubric, settings: { bands: [{ name: "A", from: "1.000" }, { name: "B", from: 0 }] } }, ["number-ambiguous"]],
  ["previous results that are none", { rubric, units: [{ code: "U1", previous: { total: "abc", rank: -3.5 } }] }, [
    "unit-previous-unread U1", "unit-previous-unread U1",
  ]],
];

test.each(rows)("%s", (_title, given, issues) => {
  const found = told(given).issues;
  const short = found.map(({ code, at }) => [code, at.unit, at.criterion].filter((part) => part !== undefined).join(" "));
  expect(short.sort()).toEqual([...issues].sort());
  for (const { vi, en } of found) {
    expect(vi).not.toBe(en);
    expect(vi.length + en.length).toBeLessThan(1200);
    expect(`${vi}${en}`).not.toMatch(/undefined|NaN|\[object/);
  }
});

test.each([["vi-VN", "2"], ["vi_VN", "2"], ["en-US", "0"]])("1.000 under %s", (locale, points) => {
  const { result } = told({ rubric, locale, answers: answers({ a: "1.000", b: "500" }) });
  const [unit] = result["units"] as { criteria: Record<string, { self: string } | null> }[];
  // 1000 of 500 counts as all of 2 points; 1 of 500 is next to nothing.
  expect(unit!.criteria["02"]!.self).toBe(points);
});

test.each([
  ["nothing", "", /^the case is not JSON/], ["half a case", "{", /^the case is not JSON/], ["a list", "[]", /shape of test\/replay\/README/],
  ["null", "null", /shape of test\/replay\/README/], ["no rubric", "{}", /rubric/], ["a rubric in a word", '{"rubric":"x"}', /rubric/],
  ["a table in a word", '{"rubric":{"table":"x"}}', /rubric/],
  ["an answer in an answer", '{"rubric":{"preset":"hcm-xa-2026"},"answers":{"U1":{"02":{"inputs":{"a":{"v":1}}}}}}', /answers\.U1\.02\.inputs\.a/],
  ["nine digits", '{"rubric":{"preset":"hcm-xa-2026"},"settings":{"digits":9}}', /settings\.digits/],
  ["a unit without a code", '{"rubric":{"preset":"hcm-xa-2026"},"units":[{"code":" "}]}', /units\.0\.code/],
])("%s is no case", (_title, text, why) => {
  const read = readCase(text);
  expect(read.ok).toBe(false);
  if (!read.ok) expect(read.why).toMatch(why);
});

test("a mark of encoding before the case is passed over", () => {
  expect(readCase(`\ufeff${JSON.stringify({ rubric })}`).ok).toBe(true);
});

describe("the door itself", () => {
  const door = [join(__dirname, "replay.ts")];
  const tsx = join(__dirname, "..", "node_modules", ".bin", "tsx");
  const quiet = { ...process.env, npm_config_loglevel: "silent" };

  test("answers 2 and one line where the case cannot be read", () => {
    for (const input of ["{", '{"rubric":1}']) {
      const { status, stdout, stderr } = spawnSync(tsx, door, { input, encoding: "utf8", env: quiet });
      expect([status, stdout, stderr.trim().split("\n").length]).toEqual([2, "", 1]);
    }
    const missing = spawnSync(tsx, [...door, join(tmpdir(), "no such case.json")], { encoding: "utf8", env: quiet });
    expect([missing.status, missing.stdout, missing.stderr.trim().split("\n").length]).toEqual([2, "", 1]);
  });

  test("answers 2 and one line where the workbook cannot be written", () => {
    const folder = mkdtempSync(join(tmpdir(), "scorebook-"));
    const input = JSON.stringify({ rubric: { table: [["STT", "Tiêu chí", "Điểm tối đa", "Cách tính điểm"], ["1", "A", 2, "Có: điểm tối đa; không: 0 điểm"]] }, units: [{ code: "U1" }], xlsx: join(folder, "no", "a.xlsx") });
    const { status, stderr } = spawnSync(tsx, door, { input, encoding: "utf8", env: quiet });
    rmSync(folder, { recursive: true });
    expect([status, stderr.trim().split("\n").length]).toEqual([2, 1]);
  });

  test("answers 0 with a result that holds issues", () => {
    const out = execFileSync(tsx, door, { input: JSON.stringify({ rubric: { preset: "zz" } }), encoding: "utf8", env: quiet });
    expect((JSON.parse(out) as { issues: Told[] }).issues.map(({ code }) => code)).toEqual(["preset-unknown"]);
  });
});
