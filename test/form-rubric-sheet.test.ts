import { findRubricSheet, rubricPatch } from "../core/form/rubric-sheet";
import { treeOrder } from "../core/form/layout";
import { oneLine } from "../core/rubric/fold";
import { criteriaOf } from "../core/rubric/rubric";
import { readTable } from "../core/rubric/table";
import { applyPatch, snapshotOf } from "../core/sheet/apply";
import type { Facts } from "../core/sheet/snapshot";
import { emptyWorkbook } from "../core/sheet/workbook";
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
