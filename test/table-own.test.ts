import * as fc from "fast-check";
import { rubricPatch } from "../core/form/rubric-sheet";
import { readRubric, type RubricReading } from "../core/rubric/read";
import { presetRubric } from "../core/rubric/preset-rubric";
import { type Criterion, defaultSettings, type Group, type Node, type Rubric } from "../core/rubric/rubric";
import { pastedSheet } from "../core/rubric/pasted";
import type { SheetSnapshot } from "../core/sheet/snapshot";
import type { CellValue } from "../core/sheet/workbook";

/** What sheet `Bộ chỉ số` holds after the rubric was written to it. */
function written(rubric: Rubric): SheetSnapshot {
  const values: CellValue[][] = [];
  for (const block of rubricPatch(rubric, null).blocks ?? []) {
    block.cells.forEach((cells, row) => {
      const line = (values[block.row + row] ??= []);
      cells.forEach((cell, column) => (line[block.column + column] = cell?.v ?? null));
    });
  }
  return pastedSheet("Bộ chỉ số", values as (string | number | null)[][]);
}

const read = (sheet: SheetSnapshot, previous?: Rubric): Extract<RubricReading, { rubric: Rubric }> => {
  const reading = readRubric(sheet, { assumptions: "refuse", previous });
  if (reading.rubric === null) throw new Error(JSON.stringify(reading.issues));
  return reading;
};

const bare = (nodes: readonly Node[]): unknown[] =>
  nodes.map((node) => (node.kind === "group" ? node : { ...node, text: "", rule: node.rule === null ? null : node.rule.kind }));

test("the preset is read back from the rubric's sheet as it was", () => {
  const rubric = presetRubric("hcm-xa-2026")!;
  const reading = read(written(rubric), rubric);
  expect(reading.rubric.nodes).toEqual(rubric.nodes);
  expect(reading.issues.map(({ code }) => code)).toEqual(["rule-contradictory"]);
});

const points = fc.integer({ min: 0, max: 400 }).map((n) => String(n / 4));
const words = fc.constantFrom("Nhận thức", "1. Kế hoạch: (60 điểm)", "Tổng cộng", "Ghi chú: a", "a) có", "- gạch", "Điểm thưởng", "=1+1", "chữ thường", "I. La Mã");
const codes = fc.constantFrom("", "1", "1.1", "I", "A.1", "01", "-", "TC-01", "1.10", "a", "Tiêu chí 1");

/** Any tree, with any codes and names, that the sheet's own columns must settle. */
const rubrics = fc
  .array(fc.record({ depth: fc.integer({ min: 0, max: 3 }), group: fc.boolean(), code: codes, name: words, max: points, min: points, bonus: fc.boolean(), scored: fc.boolean(), cap: fc.boolean() }), { minLength: 1, maxLength: 25 })
  .map((list): Rubric => {
    const nodes: Node[] = [];
    const path: Group[] = [];
    list.forEach((own, k) => {
      const depth = Math.min(own.depth, path.length);
      path.length = depth;
      const base = { id: `n${k}`, code: own.code, name: own.name, parent: path[depth - 1]?.id ?? null };
      if (own.group) {
        const cap = own.cap ? { cap: { min: `-${own.min}`.replace(/^-0$/, "0"), max: own.max } } : {};
        const scored = own.scored && (path[depth - 1]?.scored ?? true);
        const group: Group = { kind: "group", ...base, max: own.cap || own.bonus ? own.max : null, scored, ...cap };
        nodes.push(group);
        path.push(group);
        return;
      }
      const deduction = own.bonus && own.max === "0";
      const min = deduction ? `-${own.min}`.replace(/^-0$/, "0") : "0";
      const node: Criterion = { kind: "criterion", ...base, max: own.max, min, bonus: own.bonus, text: "Chấm điểm trực tiếp.", rule: null, evidence: "" };
      nodes.push(node);
    });
    if (!nodes.some(({ kind }) => kind === "criterion")) {
      nodes.push({ kind: "criterion", id: "last", code: "9", name: "Cuối", parent: null, max: "1", min: "0", bonus: false, text: "", rule: null, evidence: "" });
    }
    return { id: "r", title: "Bộ chỉ số", decision: "742/QĐ-UBND ngày 24/6/2022", level: "", year: "", nodes, pillars: [], settings: defaultSettings };
  });

test("any rubric's tree is read back from its own sheet exactly", () => {
  fc.assert(
    fc.property(rubrics, (rubric) => {
      const back = read(written(rubric)).rubric;
      expect(bare(back.nodes.map((node) => (node.kind === "criterion" ? { ...node, rule: null } : node)))).toEqual(bare(rubric.nodes));
      expect(back.decision).toBe(rubric.decision);
      expect(back.title).toBe(rubric.title);
    }),
    { numRuns: 300 },
  );
});

const head = ["Mã hệ thống", "STT", "Chỉ số/Tiêu chí", "Điểm tối đa", "Cách tính điểm"];

describe("ids stay while codes move", () => {
  const before = read(pastedSheet("Phụ lục", [head.slice(1), ["1", "Nhận thức", 4, null], ["1.1", "Kế hoạch", 2, null], ["1.2", "Báo cáo", 2, null]])).rubric;

  test.each<[string, (string | number | null)[][], string[]]>([
    ["a first reading", [[null, "1", "Nhận thức", 4], [null, "1.1", "Kế hoạch", 2], [null, "1.2", "Báo cáo", 2]], ["c:1", "c:1.1", "c:1.2"]],
    ["codes changed places", [[null, "1", "Nhận thức", 4], [null, "1.1", "Báo cáo", 2], [null, "1.2", "Kế hoạch", 2]], ["c:1", "c:1.2", "c:1.1"]],
    ["a row between", [[null, "1", "Nhận thức", 6], [null, "1.1", "Kế hoạch", 2], [null, "1.2", "Mới", 2], [null, "1.3", "Báo cáo", 2]], ["c:1", "c:1.1", "c:1.2#2", "c:1.2"]],
    ["capitals, marks and spaces in a name", [[null, "2", "NHẬN  THỨC", 4], [null, "2.1", "kế hoạch".normalize("NFD"), 2]], ["c:1", "c:1.1"]],
    ["ids of the sheet first", [["c:1", "1", "Nhận thức", 4], ["c:1.2", "1.1", "Kế hoạch", 2], [null, "1.2", "Báo cáo", 2]], ["c:1", "c:1.2", "c:1.2#2"]],
    ["a copied row", [["c:1", "1", "Nhận thức", 4], ["c:1.1", "1.1", "Kế hoạch", 2], ["c:1.1", "1.2", "Kế hoạch hai", 2]], ["c:1", "c:1.1", "c:1.2#2"]],
  ])("%s", (_, rows, ids) => {
    const reading = read(pastedSheet("Bộ chỉ số", [head, ...rows]), before);
    expect(reading.rows.map(({ id }) => id)).toEqual(ids);
  });

  test("a copied row is told", () => {
    const { issues } = read(pastedSheet("Bộ chỉ số", [head, ["x", "1", "A", 1, "Chấm điểm trực tiếp"], ["x", "2", "B", 1, "Chấm điểm trực tiếp"]]));
    expect(issues.map(({ code, at }) => `${code} ${at.cell!}`)).toEqual(["id-duplicate Bộ chỉ số!A3"]);
  });
});
