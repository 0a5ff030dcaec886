import { type Answer, type Answers, compareAnswers, differences } from "../excel-addin/conformance/answers";
import type { Json } from "../excel-addin/conformance/probe";
import { probes } from "../excel-addin/conformance/probes";

const rows: readonly (readonly [name: string, theirs: Json | undefined, ours: Json | undefined, found: readonly string[]])[] = [
  ["the same", { a: [1, "x", null, true] }, { a: [1, "x", null, true] }, []],
  ["keys in another order", { a: 1, b: 2 }, { b: 2, a: 1 }, []],
  ["another number", { a: [[1], [2]] }, { a: [[1], [3]] }, ["a[1][0]: 2, the double 3"]],
  ["a number and its text", "5", 5, ['answer: "5", the double 5']],
  ["a longer list", [1, 2], [1], ["[1]: 2, the double nothing"]],
  ["a key that is missing", { a: null }, {}, ["a: null, the double nothing"]],
  ["a key too many", {}, { a: 1 }, ["a: nothing, the double 1"]],
  ["a list and an object", { a: [1] }, { a: { 0: 1 } }, ['a: [1], the double {"0":1}']],
  ["null and an object", { a: null }, { a: {} }, ["a: null, the double {}"]],
  ["another error", { error: "AccessDenied", at: null }, { error: "GeneralException", at: null }, [
    'error: "AccessDenied", the double "GeneralException"',
  ]],
  ["success there, a refusal of the double's", { a: { ok: true } }, { a: { error: "NotImplemented", at: "Names." } }, []],
];

test.each(rows)("finds what differs: %s", (_name, theirs, ours, found) => {
  expect(differences(theirs, ours)).toEqual(found);
});

const of = (answers: readonly Answer[]): Answers => ({
  format: "scorebook-excel-answers-1",
  surroundings: { host: "Excel", platform: "PC", version: "16.0", api: "1.17", languages: null, culture: null },
  answers,
});

test("compares what both sides answered, and nothing that depends on the machine", () => {
  const theirs = of([
    { id: "same", answer: 1 }, { id: "other", answer: [1] }, { id: "time", measured: true, answer: 5 },
    { id: "skipped", failed: "skipped" }, { id: "unknown here", answer: 1 }, { id: "person", answer: 1 },
  ]);
  const ours = of([
    { id: "same", answer: 1 }, { id: "other", answer: [2] }, { id: "time", measured: true, answer: 9 },
    { id: "skipped", answer: 2 }, { id: "unknown here", failed: "NotImplemented: x" },
  ]);
  expect(compareAnswers(theirs, ours)).toEqual([{ id: "other", differences: ["[0]: 1, the double 2"] }]);
});

test("every probe has an id of its own and words in both languages", () => {
  const ids = probes.map((probe) => probe.id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { id, asks } of probes) {
    expect(id).toMatch(/^[a-z]+\.[a-z-]+$/);
    expect(asks.every((text) => text.length > 15)).toBe(true);
    expect(asks[0]).toMatch(/[à-ỹ]/i);
    expect(asks[1]).not.toMatch(/[ạ-ỹđ]/i);
  }
});
