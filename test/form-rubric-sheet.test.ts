import { findRubricSheet } from "../core/form/rubric-heads";
import { rubricPatch } from "../core/form/rubric-sheet";
import { rubricBefore, storeOf } from "../core/form/store-patch";
import { treeOrder } from "../core/form/layout";
import { readRubric } from "../core/rubric/read";
import { oneLine } from "../core/rubric/fold";
import { criteriaOf } from "../core/rubric/rubric";
import { readTable } from "../core/rubric/table";
import { score, type Scores } from "../core/scoring/score";
import { applyPatch, snapshotOf } from "../core/sheet/apply";
import type { Facts, SheetSnapshot } from "../core/sheet/snapshot";
import { type CellValue, emptyWorkbook } from "../core/sheet/workbook";
import { randomCase } from "./kit/random-rubric";

const facts: Facts = { host: "page", language: "vi", decimal: ",", now: "2026-11-22T08:30" };
const seeds = Array.from({ length: 100 }, (_, index) => index + 1)
  .filter((seed) => criteriaOf(randomCase(seed).rubric).length > 0);

test.each(seeds)("the tree of random rubric %i is read back from its sheet", (seed) => {
  const { rubric } = randomCase(seed);
  const made = applyPatch(emptyWorkbook, { expect: [], sheets: [rubricPatch(rubric, null)] });
  if (!made.ok) throw new Error("stale");
  const sheet = findRubricSheet(snapshotOf(made.workbook, facts, null));
  const reading = readTable(sheet!);
  if (reading.kind !== "read") throw new Error("not read");
  const rows = reading.rows.map((row) => ({
    kind: row.kind, id: row.id, code: row.code, name: row.name, depth: row.depth,
    ...(row.kind === "criterion" ? { max: Number(row.max), min: Number(row.min), bonus: row.bonus } : { cap: row.cap }),
  }));
  expect(rows).toEqual(treeOrder(rubric).map(({ node, depth }) => ({
    kind: node.kind, id: node.id, code: node.code, name: oneLine(node.name), depth,
    ...(node.kind === "criterion" ? { max: Number(node.max), min: Number(node.min), bonus: node.bonus } : { cap: node.cap ?? null }),
  })));
});

test("what is read back from the sheet scores as what was written, without a word being asked", () => {
  const plain = (of: Scores): string => JSON.stringify([...of.criteria].map(([id, { self, final, max, code }]) => [id, self, final, max, code]),
    (_, value: unknown) => (typeof value === "bigint" ? String(value) : value));
  for (const seed of seeds) {
    const { rubric, answers, reviews } = randomCase(seed);
    const made = applyPatch(emptyWorkbook, { expect: [], sheets: [rubricPatch(rubric, null)] });
    if (!made.ok) throw new Error("stale");
    const reading = readRubric(findRubricSheet(snapshotOf(made.workbook, facts, null))!, { assumptions: "refuse" });
    const { settings, pillars } = rubric;
    expect(plain(score({ ...reading.rubric!, settings, pillars }, answers, reviews))).toBe(plain(score(rubric, answers, reviews)));
  }
});

test("a sheet of people's own named Bộ chỉ số is left alone", () => {
  expect(rubricPatch(randomCase(12).rubric, null, ["BỘ CHỈ SỐ"]).sheet).toBe("Bộ chỉ số 2");
});

describe("people edit the rubric's sheet", () => {
  const { rubric } = randomCase(12);
  const store = storeOf(rubric, { language: "vi", forms: [], parked: [] });
  const [first, ...others] = criteriaOf(rubric);
  const made = applyPatch(emptyWorkbook, { expect: [], sheets: [rubricPatch(rubric, null)] });
  if (!made.ok) throw new Error("stale");
  const sheet = findRubricSheet(snapshotOf(made.workbook, facts, null))!;
  const changed = (change: (row: readonly CellValue[]) => readonly CellValue[]): SheetSnapshot =>
    ({ ...sheet, values: sheet.values.map((row) => (row[0] === first!.id ? change(row) : row)) });
  const ids = (of: SheetSnapshot): string[] => {
    const reading = readRubric(of, { assumptions: "refuse", previous: rubricBefore(store) });
    return criteriaOf(reading.rubric!).map(({ id }) => id);
  };

  test("a row pasted again without its id is known by its code and name", () => {
    expect(ids(changed(([, ...rest]) => [null, ...rest]))).toEqual([first!.id, ...others.map(({ id }) => id)]);
  });

  test("another row in its place gets an id of its own", () => {
    const [id, ...rest] = ids(changed((row) => [null, row[1]!, "Một tiêu chí hoàn toàn khác", ...row.slice(3)]));
    expect(rest).toEqual(others.map((node) => node.id));
    expect(rubric.nodes.map((node) => node.id)).not.toContain(id);
  });
});
