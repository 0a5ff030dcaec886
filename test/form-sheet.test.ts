import { buildForms, type BuiltForms, type FormUnit } from "../core/form/build";
import { formPatch } from "../core/form/form-sheet";
import { layoutForm } from "../core/form/layout";
import { freeSheetName } from "../core/form/sheet-names";
import { readForms } from "../core/form/read";
import { storeOf, storePatch } from "../core/form/store-patch";
import { type Parked, readStore } from "../core/form/store-sheet";
import { applyPatch, snapshotOf } from "../core/sheet/apply";
import { cellName } from "../core/sheet/address";
import type { Facts } from "../core/sheet/snapshot";
import { emptyWorkbook, type Workbook } from "../core/sheet/workbook";
import type { Rule } from "../core/rule/rule";
import { criteriaOf, defaultSettings, type Rubric } from "../core/rubric/rubric";
import { Chance } from "./kit/chance";
import { randomCase, randomRubric } from "./kit/random-rubric";

const facts: Facts = { host: "page", language: "vi", decimal: ",", now: "2026-11-22T08:30" };
const seeds = Array.from({ length: 30 }, (_, index) => index + 1);
const unit = { code: "U1", name: "Sở Tư pháp" };
const allowed = new Set([
  "ABS", "AND", "EXACT", "IF", "INT", "ISERROR", "ISLOGICAL", "ISNUMBER", "LEN", "MAX", "MIN", "NOT", "OR", "ROUND", "SIGN",
  "SUBSTITUTE", "SUM", "TRUE", "FALSE",
]);

describe.each(["vi", "en"] as const)("in %s", (language) => {
  test.each(seeds)("the form of random rubric %i keeps the house's and the programs' limits", (seed) => {
    const { rubric, answers, reviews } = randomCase(seed);
    const patch = formPatch(rubric, { sheet: "Phiếu", unit, language, decimal: ",", answers, reviews });
    const layout = layoutForm(rubric, "Phiếu");
    const wrong: string[] = [];
    const { cells } = patch.blocks![0]!;
    cells.forEach((cut, row) => cut.forEach((write, column) => {
      if (write === null || !("f" in write)) return;
      const bare = write.f.replace(/"(?:[^"]|"")*"/g, '""');
      for (const [, name] of bare.matchAll(/([A-Z]+)\(/g)) if (!allowed.has(name!)) wrong.push(`${cellName(row, column)} ${name}`);
      if (write.f.length > 8192 || /--|=""|\{|\[/.test(bare)) wrong.push(`${cellName(row, column)} ${write.f.slice(0, 80)}`);
      if (/\d[.]\d/.test(bare)) wrong.push(`${cellName(row, column)} has a decimal mark`);
      for (const [text] of write.f.matchAll(/"(?:[^"]|"")*"/g)) if (text.length > 257) wrong.push(`${cellName(row, column)} long text`);
    }));
    for (const { area, rule } of patch.validations!) {
      const { prompt, error } = rule;
      const fits = prompt.title.length <= 32 && prompt.text.length <= 255 && error.title.length <= 32 && error.text.length <= 225;
      if (!fits || prompt.text === "" || error.text === "") wrong.push(`${cellName(area.row, area.column)} check`);
      if (rule.kind === "list" && rule.options.join(",").length > 255) wrong.push(`${cellName(area.row, area.column)} list`);
    }
    expect(wrong).toEqual([]);

    const open = patch.styles!.filter(({ style }) => style.locked === false);
    const isOpen = (row: number, column: number): boolean =>
      open.some(({ area }) => row >= area.row && row < area.row + area.rows && column >= area.column && column < area.column + area.columns);
    const checked = new Set(patch.validations!.map(({ area }) => `${area.row},${area.column}`));
    for (const { row, kind } of layout.rows) {
      const opened = Object.entries(layout.columns).filter(([, column]) => isOpen(row, column)).map(([name]) => name);
      const withNone = rubric.settings.notApplicable === "none";
      expect(opened).toEqual(
        kind === "group" ? [] : kind === "input" ? ["answer"]
          : [...(withNone ? [] : ["answer"]), "evidence", "explanation", "reviewed", "reason"],
      );
      expect(opened.filter((name) => !checked.has(`${row},${layout.columns[name as "answer"]}`))).toEqual([]);
    }
    const heights = new Map(patch.rows!.map(({ row, height }) => [row, height]));
    expect(layout.rows.filter(({ row }) => (heights.get(row) ?? 0) < 15 || heights.get(row)! > 409)).toEqual([]);
  });
});

test.each([
  ["Sở Tư pháp", 19],
  ["Trung tâm Chuyển đổi số và Công nghệ thông tin trực thuộc Sở Khoa học và Công nghệ tỉnh Đồng bằng", 64],
])("the letterhead has the lines that the unit's name %p needs", (name, height) => {
  const { rubric } = randomCase(1);
  const patch = formPatch(rubric, {
    sheet: "Phiếu", unit: { code: "U1", name }, language: "vi", decimal: ",", answers: new Map(), reviews: new Map(),
  });
  const { row, column } = layoutForm(rubric, "Phiếu").unitCell;
  expect(patch.rows!.find((own) => own.row === row)).toMatchObject({ height });
  const own = patch.styles!.filter(({ area }) => area.row === row && area.column === column);
  expect(own.some(({ style }) => style.wrap === true)).toBe(true);
});

test("text of people stays text, cut where a cell ends", () => {
  const { rubric } = randomCase(3);
  const [criterion] = criteriaOf(rubric);
  const long = "=1+1".padEnd(32768, "a");
  const patch = formPatch(rubric, {
    sheet: "Phiếu", unit: { code: "=1", name: "+2" }, language: "vi", decimal: ",", reviews: new Map(),
    answers: new Map([[criterion!.id, { inputs: {}, evidence: long, explanation: "@x" }]]),
  });
  const layout = layoutForm(rubric, "Phiếu");
  const { cells } = patch.blocks![0]!;
  expect(cells[layout.rowOf(criterion!.id)]![layout.columns.evidence]).toEqual({ v: long.slice(0, 32767) });
  expect(cells[layout.rowOf(criterion!.id)]![layout.columns.explanation]).toEqual({ v: "@x" });
  expect(cells[layout.unitCell.row]![layout.unitCell.column]).toEqual({ v: "+2" });
});

test.each(seeds)("the hidden sheet of random rubric %i is read back", (seed) => {
  const chance = new Chance(seed);
  const rubric = randomRubric(chance, `bộ ${seed}`);
  const parked: Parked[] = [
    { unit: "U1", sheet: "Phiếu", criterion: "#c1", code: "1.1", name: "=1", part: "input 2.a", label: "a = số", value: 3.5 },
    { unit: "", sheet: "Phiếu 2", criterion: "c2", code: "007", name: "Tên", part: "evidence", label: "", value: "=1+1" },
    { unit: "U1", sheet: "Phiếu", criterion: "c3", code: "", name: "", part: "reviewed", label: "Điểm", value: false },
  ];
  const store = storeOf(rubric, { language: "en", forms: [{ sheet: "Phiếu", unit }], parked });
  const made = applyPatch(emptyWorkbook, { expect: [], sheets: [storePatch(store, null)] });
  if (!made.ok) throw new Error("stale");
  const snapshot = snapshotOf(made.workbook, facts, null);
  expect(readStore(snapshot)).toEqual(store);
  const smaller = storeOf({ ...rubric, pillars: [] }, { language: "vi", forms: [], parked: [] });
  const again = applyPatch(made.workbook, { expect: [], sheets: [storePatch(smaller, snapshot.sheets[0]!)] });
  if (!again.ok) throw new Error("stale");
  expect(readStore(snapshotOf(again.workbook, facts, null))).toEqual(smaller);
});

test.each([
  ["Phiếu", [], "Phiếu"],
  ["Phiếu", ["phiếu"], "Phiếu 2"],
  ["Phiếu", ["Phiếu", "Phiếu 2"], "Phiếu 3"],
  ["Phiếu A/B:[1]", [], "Phiếu A B 1"],
  ["'tên'", [], "tên"],
  ["Phiếu Ủy ban nhân dân phường Hạc Thành", [], "Phiếu Ủy ban nhân dân phường Hạ"],
  ["Phiếu Ủy ban nhân dân phường Hạc Thành", ["Phiếu Ủy ban nhân dân phường Hạ"], "Phiếu Ủy ban nhân dân phường 2"],
])("a free name for %s beside %j is %s", (wish, taken, expected) => {
  expect(freeSheetName(wish, taken)).toBe(expected);
});

function run(workbook: Workbook, rubric: Rubric, units: readonly FormUnit[]): { built: BuiltForms; workbook: Workbook; steps: unknown[] } {
  const steps: unknown[] = [];
  const work = buildForms(snapshotOf(workbook, facts, null), rubric, units);
  for (;;) {
    const step = work.next();
    if (step.done === true) {
      const made = applyPatch(workbook, step.value.patch);
      if (!made.ok) throw new Error(JSON.stringify(made.stale));
      return { built: step.value, workbook: made.workbook, steps };
    }
    steps.push(step.value);
  }
}

describe("building forms", () => {
  const { rubric } = randomCase(3);
  const units = [unit, { code: "U2", name: "Sở Y tế" }];

  test("one unit takes Phiếu, several take a sheet each, in one patch with the hidden sheet", () => {
    const { workbook, built, steps } = run(emptyWorkbook, rubric, units);
    expect(workbook.sheets.map(({ name }) => name)).toEqual(["_scorebook", "Phiếu U1", "Phiếu U2"]);
    expect(steps).toEqual([{ done: 1, of: 2 }, { done: 2, of: 2 }]);
    expect(readForms(snapshotOf(workbook, facts, null), rubric).map((form) => form.unit)).toEqual(units);
    expect(run(emptyWorkbook, rubric, [unit]).built.forms[0]!.sheet).toBe("Phiếu");
    expect(built.forms.every(({ report }) => report.kept === 0 && report.added.length === 0)).toBe(true);
  });

  test("a sheet of people's own named Phiếu is left alone", () => {
    const own: Workbook = applied(emptyWorkbook, "Phiếu", "của tôi");
    const { workbook } = run(own, rubric, [unit]);
    expect(workbook.sheets.map(({ name }) => name)).toEqual(["Phiếu", "_scorebook", "Phiếu 2"]);
    expect(workbook.sheets[0]).toEqual(own.sheets[0]);
  });

  test("forms of other units follow the rubric when it changes, and only then", () => {
    const { workbook } = run(emptyWorkbook, rubric, units);
    expect(run(workbook, rubric, [units[1]!]).built.forms.map(({ sheet }) => sheet)).toEqual(["Phiếu U2"]);
    const changed = { ...rubric, nodes: rubric.nodes.map((node, k) => (k === rubric.nodes.length - 1 ? { ...node, name: "khác" } : node)) };
    expect(run(workbook, changed, [units[1]!]).built.forms.map(({ sheet }) => sheet)).toEqual(["Phiếu U2", "Phiếu U1"]);
  });

  test("a form without a unit becomes the one that is asked for", () => {
    const { workbook } = run(emptyWorkbook, rubric, [{ code: "", name: "" }]);
    const { workbook: named } = run(workbook, rubric, [unit]);
    expect(named.sheets.map(({ name }) => name)).toEqual(["_scorebook", "Phiếu"]);
    expect(readForms(snapshotOf(named, facts, null), rubric)[0]!.unit).toEqual(unit);
  });
});

function applied(workbook: Workbook, sheet: string, text: string): Workbook {
  const made = applyPatch(workbook, { expect: [], sheets: [{ sheet, create: true, blocks: [{ row: 0, column: 0, cells: [[{ v: text }]] }] }] });
  if (!made.ok) throw new Error("stale");
  return made.workbook;
}

const score = { share: "1" };
const half: Rule = {
  kind: "measure", figures: [{ name: "a", label: "số hồ sơ" }, { name: "b", label: "tổng số" }],
  value: { kind: "ratio", over: ["a"], under: ["b"] }, zero: "ask",
  steps: [{ from: null, inclusive: true, score: { times: score, per: "1" } }],
};
const yesNo: Rule = { kind: "choice", options: [{ label: "Có", score }, { label: "Không", score: { share: "0" } }] };
const partsOf = (count: number, rule: Rule): Rule => ({
  kind: "parts",
  parts: Array.from({ length: count }, (_, k) => ({
    label: `“${k}” Ban hành kế hoạch chuyển đổi số hằng năm`, share: { share: `1/${count}` }, rule,
  })),
});
const listOf = (count: number, length: number): Rule => ({
  kind: "choice",
  options: Array.from({ length: count }, (_, k) => ({
    label: `${k} ${"Đã được kiểm thử \"độc lập\" và công bố rộng rãi ".repeat(8)}`.slice(0, length).trim(), score: { share: `1/${k + 1}` },
  })),
});

test.each<[string, Rule]>([
  ["60 dropdowns", partsOf(60, yesNo)],
  ["30 quotients", partsOf(30, half)],
  ["40 dropdowns behind conditions", partsOf(20, { kind: "precondition", question: "Có kế hoạch", otherwise: { share: "0" }, rule: yesNo })],
  ["a list of 40 long members", listOf(40, 100)],
  ["members that only their decomposed spelling makes too long", listOf(2, 250)],
  ["members that stay in the formulas", listOf(10, 120)],
])("the largest rules keep formulas to the programs' limits: %s", (_, rule) => {
  const rubric: Rubric = {
    id: "r", title: "", decision: "", level: "", year: "", pillars: [], settings: defaultSettings,
    nodes: [{ kind: "criterion", id: "c", code: "1", name: "A", parent: null, max: "4", min: "0", bonus: false, text: "", rule, evidence: "" }],
  };
  const options = rule.kind === "choice" ? rule.options.map(({ label }) => label) : [];
  const filled = options.map((label) => ({ inputs: { x: label.normalize("NFD") } })).slice(-1)[0]?.inputs ?? {};
  const patch = formPatch(rubric, {
    sheet: "Phiếu", unit, language: "vi", decimal: ",", reviews: new Map(),
    answers: new Map([["c", { inputs: filled, evidence: "", explanation: "" }]]),
  });
  const formulas = patch.blocks![0]!.cells.flatMap((cut) => cut.flatMap((write) => (write !== null && "f" in write ? [write.f] : [])));
  const depthOf = (formula: string): number => {
    let [depth, deepest] = [0, 0];
    for (const sign of formula.replace(/"(?:[^"]|"")*"/g, "")) {
      depth += sign === "(" ? 1 : sign === ")" ? -1 : 0;
      deepest = Math.max(deepest, depth);
    }
    return deepest;
  };
  expect(Math.max(...formulas.map((formula) => formula.length))).toBeLessThanOrEqual(8192);
  expect(Math.max(...formulas.map(depthOf))).toBeLessThanOrEqual(64);
  expect(formulas.flatMap((formula) => formula.match(/"(?:[^"]|"")*"/g) ?? []).filter((text) => text.length > 257)).toEqual([]);
  const layout = layoutForm(rubric, "Phiếu");
  const self = patch.blocks![0]!.cells[layout.firstRow]![layout.columns.self]!.v;
  const last = options.length;
  expect(self).toBe(last === 0 ? "" : Math.round(400 / last) / 100);
  const check = patch.validations!.find(({ rule }) => rule.kind === "range")?.rule;
  expect(check?.kind === "range" ? check.area.columns : 0).toBe(last);
});
