import { buildForms, type BuiltForms } from "../core/form/build";
import { readForms } from "../core/form/read";
import { readStore } from "../core/form/store-sheet";
import { inputsOf } from "../core/rule/inputs";
import { criteriaOf, type Rubric } from "../core/rubric/rubric";
import { cellName } from "../core/sheet/address";
import { applyPatch, snapshotOf } from "../core/sheet/apply";
import type { Facts } from "../core/sheet/snapshot";
import { type Cell, type CellValue, emptyWorkbook, type Sheet, type Workbook } from "../core/sheet/workbook";
import { Chance } from "./kit/chance";
import { type RandomCase, randomCase, randomRubric } from "./kit/random-rubric";
import { layoutForm } from "../core/form/layout";
import { formPatch } from "../core/form/form-sheet";
import type { Rule } from "../core/rule/rule";
import { defaultSettings } from "../core/rubric/rubric";

const facts: Facts = { host: "page", language: "vi", decimal: ",", now: "2026-11-22T08:30" };
const unit = { code: "U1", name: "Sở Tư pháp" };

function done<T>(run: Generator<unknown, T, void>): T {
  for (;;) {
    const step = run.next();
    if (step.done === true) return step.value;
  }
}

function apply(workbook: Workbook, built: BuiltForms): Workbook {
  const result = applyPatch(workbook, built.patch);
  if (!result.ok) throw new Error(`stale: ${JSON.stringify(result.stale).slice(0, 300)}`);
  return result.workbook;
}

function build(workbook: Workbook, rubric: Rubric): { workbook: Workbook; built: BuiltForms } {
  const built = done(buildForms(snapshotOf(workbook, facts, null), rubric, [unit]));
  return { workbook: apply(workbook, built), built };
}

/** A workbook with one filled-in form, its entries put in by formPatch. */
function filled({ rubric, answers, reviews }: RandomCase): Workbook {
  const { workbook } = build(emptyWorkbook, rubric);
  const patch = formPatch(rubric, { sheet: "Phiếu", unit, language: "vi", decimal: ",", answers, reviews });
  const result = applyPatch(workbook, { expect: [], sheets: [patch] });
  if (!result.ok) throw new Error("stale");
  return result.workbook;
}

const plainCell = (value: CellValue): string =>
  value === null || value === "" ? "" : typeof value === "object" ? value.error
    : typeof value === "number" ? String(Number(value.toPrecision(15))) : String(value).toUpperCase();

/** Cells and parts of sheets that differ, at most ten. */
function differences(a: Workbook, b: Workbook): string[] {
  const blank = (cell: Cell | undefined): string => JSON.stringify(cell ?? { v: null });
  const found = a.sheets.flatMap((sheet) => {
    const other = b.sheets.find(({ name }) => name === sheet.name);
    if (other === undefined) return [`${sheet.name} is new`];
    const columns = (of: Sheet): string => JSON.stringify(of.columns.map((column) => column?.hidden === true || column?.width !== 10 ? column : null)).replace(/(,null)+]$/, "]");
    const parts = columns(sheet) === columns(other) ? [] : [`${sheet.name} columns`];
    parts.push(...(Object.keys(sheet) as (keyof Sheet)[]).filter((key) => key !== "cells" && key !== "rows" && key !== "columns")
      .filter((key) => JSON.stringify(sheet[key]) !== JSON.stringify(other[key])).map((key) => `${sheet.name} ${key}`));
    const rows = Array.from({ length: Math.max(sheet.cells.length, other.cells.length) }, (_, row) => row);
    return [...parts, ...rows.flatMap((row) => {
      const width = Math.max(sheet.cells[row]?.length ?? 0, other.cells[row]?.length ?? 0);
      return Array.from({ length: width }, (_, column) => column)
        .filter((column) => blank(sheet.cells[row]?.[column]) !== blank(other.cells[row]?.[column]))
        .map((column) => `${sheet.name} ${cellName(row, column)}: ${blank(sheet.cells[row]?.[column])} was ${blank(other.cells[row]?.[column])}`);
    })];
  });
  return found.slice(0, 10);
}

/** Everything entered, as sorted lines; a blank says nothing. */
function entered(workbook: Workbook, rubric: Rubric): string[] {
  const [form] = readForms(snapshotOf(workbook, facts, null), rubric);
  return [...form!.entries, ...form!.homeless, ...form!.strange]
    .map((entry) => `${entry.criterion} ${entry.part} ${plainCell(entry.value)}`).sort();
}

/** Every answer with the words that it stands under. */
function underLabels(workbook: Workbook, rubric: Rubric): { id: string; line: string }[] {
  const [form] = readForms(snapshotOf(workbook, facts, null), rubric);
  return form!.entries.filter(({ part }) => part.startsWith("input ")).map((entry) => ({
    id: entry.criterion, line: `${entry.criterion} ${entry.label.replace(/^\S+ = /, "")} ${plainCell(entry.value)}`,
  }));
}

const parkedIn = (workbook: Workbook): string[] =>
  (readStore(snapshotOf(workbook, facts, null))?.parked ?? [])
    .map((each) => `${each.criterion} ${each.part} ${plainCell(each.value)}`);

const seeds = Array.from({ length: 60 }, (_, index) => index + 1);

describe.each(seeds)("random rubric %i", (seed) => {
  const made = randomCase(seed);
  const { rubric } = made;

  test("what is written is read back", () => {
    const [form] = readForms(snapshotOf(filled(made), facts, null), rubric);
    expect(form!.unit).toEqual(unit);
    expect(form!.issues.filter((found) => found.code.startsWith("form-"))).toEqual([]);
    for (const criterion of criteriaOf(rubric)) {
      const answer = made.answers.get(criterion.id);
      const read = form!.answers.get(criterion.id);
      for (const input of inputsOf(criterion.rule, criterion)) {
        expect(plainCell(read?.inputs[input.name] ?? null)).toBe(plainCell(answer?.inputs[input.name] ?? null));
      }
      expect(read?.evidence ?? "").toBe(answer?.evidence ?? "");
      expect(read?.notApplicable !== undefined).toBe(answer?.notApplicable !== undefined);
      const review = made.reviews.get(criterion.id);
      expect(plainCell(form!.reviews.get(criterion.id)?.points ?? null)).toBe(plainCell(review?.points ?? null));
      expect(form!.reviews.get(criterion.id)?.reason ?? "").toBe(review?.reason ?? "");
    }
  });

  test("building again changes nothing", () => {
    const before = filled(made);
    const { workbook, built } = build(before, rubric);
    expect(differences(workbook, before)).toEqual([]);
    expect(built.forms[0]!.report).toMatchObject({ moved: [], added: [], parked: [], returned: [], notes: [] });
  });

  test("no entry is lost when the rubric changes, and all come back with it", () => {
    const chance = new Chance(seed + 10_000);
    const kept = rubric.nodes.filter((node) => node.kind === "group" || chance.often(70));
    const other = randomRubric(new Chance(seed + 20_000), "khác");
    const nodes = kept.map((node) => {
      if (node.kind === "group" || chance.often(60)) return node;
      const donor = criteriaOf(other)[0];
      return donor === undefined ? node : { ...node, rule: donor.rule, code: `${node.code}.m` };
    });
    const changed: Rubric = { ...rubric, nodes };
    const before = filled(made);
    const all = entered(before, rubric);
    const first = build(before, changed);
    const bare = (lines: readonly string[]): string[] => lines.map((line) => line.replace(/ input \S+ /, " input ")).sort();
    expect(bare([...entered(first.workbook, changed), ...parkedIn(first.workbook)])).toEqual(bare(all));
    const was = underLabels(before, rubric);
    const lone = new Set(first.built.forms[0]!.report.reworded.map(({ criterion }) => criterion));
    for (const { id, line } of underLabels(first.workbook, changed)) {
      if (!lone.has(id)) expect(was.map((each) => each.line)).toContain(line);
    }
    const back = build(first.workbook, rubric);
    expect(entered(back.workbook, rubric)).toEqual(all);
    expect(parkedIn(back.workbook)).toEqual([]);
    expect(differences(back.workbook, before).filter((line) => line.startsWith("Phiếu"))).toEqual([]);
    expect(back.built.forms[0]!.report.kept + back.built.forms[0]!.report.returned.length).toBe(all.length - strangeIn(before, rubric));
  });
});

const strangeIn = (workbook: Workbook, rubric: Rubric): number =>
  readForms(snapshotOf(workbook, facts, null), rubric)[0]!.strange.length;

type Cells = (Cell | undefined)[][];
const sheetOf = (workbook: Workbook, change: (cells: Cells) => Cells, name = "Phiếu"): Workbook => ({
  ...workbook,
  sheets: workbook.sheets.map((sheet): Sheet =>
    sheet.name === "Phiếu" ? { ...sheet, name, cells: change(sheet.cells.map((cut) => [...(cut ?? [])])) } : sheet),
});

describe("people change the sheet", () => {
  const made = randomCase(3);
  const { rubric } = made;
  const layout = layoutForm(rubric, "Phiếu");
  const before = filled(made);
  const all = entered(before, rubric);
  const first = criteriaOf(rubric)[0]!;

  test.each<[string, (cells: Cells) => Cells]>([
    ["a row is inserted", (cells) => [...cells.slice(0, 9), [undefined, undefined, { v: "ghi chú của tôi" }], ...cells.slice(9)]],
    ["rows are inserted above all", (cells) => [[{ v: "Bản nháp" }], [], ...cells]],
    ["a column is inserted", (cells) => cells.map((cut, row) => [...cut.slice(0, 4), row === 8 ? { v: "cột thêm" } : undefined, ...cut.slice(4)])],
    ["columns change places", (cells) => cells.map((cut) => {
      const next = Array.from({ length: Math.max(cut.length, 14) }, (_, column) => cut[column]);
      const { answer, evidence } = layout.columns;
      [next[answer], next[evidence]] = [next[evidence], next[answer]];
      return next;
    })],
    ["the row of keys is deleted", (cells) => cells.slice(1)],
    ["two rows change places", (cells) => {
      const [a, b] = [layout.firstRow, layout.lastRow];
      [cells[a], cells[b]] = [cells[b]!, cells[a]!];
      return cells;
    }],
  ])("%s: every entry is found, and a rebuild mends the form", (_, change) => {
    const changed = sheetOf(before, change, "Phiếu của Sở");
    expect(entered(changed, rubric)).toEqual(all);
    const { workbook } = build(changed, rubric);
    expect(entered(workbook, rubric)).toEqual(all);
    const sheet = workbook.sheets.find(({ name }) => name === "Phiếu của Sở")!;
    expect(workbook.sheets.length).toBe(before.sheets.length + (workbook.sheets.some(({ name }) => name === "Nhật ký") ? 1 : 0));
    const found = JSON.stringify(sheet.cells);
    for (const text of ["ghi chú của tôi", "Bản nháp", "cột thêm"]) {
      expect(found.includes(text)).toBe(JSON.stringify(changed.sheets).includes(text));
    }
    const again = build(workbook, rubric).workbook;
    expect(differences(again, workbook)).toEqual([]);
  });

  test("a deleted row is told, and comes back blank", () => {
    const row = layout.rowOf(first.id);
    const changed = sheetOf(before, (cells) => cells.filter((_, index) => index !== row));
    const [form] = readForms(snapshotOf(changed, facts, null), rubric);
    expect(form!.issues.map((found) => found.code)).toContain("form-row-missing");
    const { built } = build(changed, rubric);
    expect(built.forms[0]!.report.added.map((line) => line.criterion)).toEqual([first.id]);
  });

  test("text beside and below the form stays where it is", () => {
    const changed = sheetOf(before, (cells) => {
      cells[layout.endRow + 3] = [undefined, undefined, { v: "ghi chú dưới" }];
      cells[layout.firstRow]![layout.width + 2] = { v: "ghi chú bên" };
      return cells;
    });
    const { workbook } = build(changed, rubric);
    const { cells } = workbook.sheets.find(({ name }) => name === "Phiếu")!;
    expect(cells[layout.endRow + 3]![2]!.v).toBe("ghi chú dưới");
    expect(cells[layout.firstRow]![layout.width + 2]!.v).toBe("ghi chú bên");
  });

  test("a figure that became a day is told, and kept as its text", () => {
    const input = layout.rows.find((row) => row.kind === "input" && row.input.kind === "number")!;
    const changed = sheetOf(before, (cells) => {
      cells[input.row]![layout.columns.answer] = { v: 46054, s: { format: "d/m/yyyy" } };
      return cells;
    });
    const [form] = readForms(snapshotOf(changed, facts, null), rubric);
    expect(form!.issues).toContainEqual(expect.objectContaining({ code: "date-entered", params: expect.objectContaining({ text: "1/2/2026" }) }));
    const { workbook } = build(changed, rubric);
    expect(workbook.sheets.find(({ name }) => name === "Phiếu")!.cells[input.row]![layout.columns.answer]!.v).toBe("1/2/2026");
  });

  test("a plain figure in a cell that was made a day stays the figure", () => {
    const input = layout.rows.find((row) => row.kind === "input" && row.input.kind === "number")!;
    const changed = sheetOf(before, (cells) => {
      cells[input.row]![layout.columns.answer] = { v: 25, s: { format: "dd/mm/yyyy" } };
      return cells;
    });
    const { workbook } = build(changed, rubric);
    expect(workbook.sheets.find(({ name }) => name === "Phiếu")!.cells[input.row]![layout.columns.answer]!.v).toBe(25);
  });

  test("a formula in an input is told", () => {
    const input = layout.rows.find((row) => row.kind === "input" && row.input.kind === "number")!;
    const changed = sheetOf(before, (cells) => {
      cells[input.row]![layout.columns.answer] = { v: 7, f: "3+4" };
      return cells;
    });
    const [form] = readForms(snapshotOf(changed, facts, null), rubric);
    expect(form!.issues).toContainEqual(expect.objectContaining({ code: "formula-entered", params: expect.objectContaining({ formula: "=3+4" }) }));
  });

  test("a form changed since it was read is not written over", () => {
    const snapshot = snapshotOf(before, facts, null);
    const built = done(buildForms(snapshot, { ...rubric, title: "Khác" }, [unit]));
    const input = layout.rows.find((row) => row.kind === "input")!;
    const changed = sheetOf(before, (cells) => {
      cells[input.row]![layout.columns.answer] = { v: 123.5 };
      return cells;
    });
    expect(applyPatch(changed, built.patch).ok).toBe(false);
  });
});

const parts = (...labels: readonly string[]): Rule => ({
  kind: "parts",
  parts: labels.map((label) => ({
    label, share: { share: `1/${labels.length}` },
    rule: { kind: "choice", options: [{ label: "Có", score: { share: "1" } }, { label: "Không", score: { share: "0" } }] },
  })),
});
const ratio = (a: string, b: string): Rule => ({
  kind: "measure", figures: [{ name: "a", label: a }, { name: "b", label: b }], zero: "ask",
  value: { kind: "ratio", over: ["a"], under: ["b"] },
  steps: [{ from: null, inclusive: true, score: { times: { share: "1" }, per: "1" } }],
});
const asking = (rule: Rule): Rubric => ({
  id: "r", title: "", decision: "", level: "", year: "2026", pillars: [], settings: defaultSettings,
  nodes: [{
    kind: "criterion", id: "c", code: "1", name: "A", parent: null, max: "6", min: "0", bonus: false, text: "", rule,
    evidence: "",
  }],
});

test.each<[string, Rule, Rule, Record<string, CellValue>, string[], string[], number]>([
  ["a part inserted in front", parts("Kế hoạch", "Báo cáo"), parts("Quyết định", "Kế hoạch", "Báo cáo"),
    { "1.x": "Có", "2.x": "Không" }, ["2.x Có", "3.x Không"], [], 0],
  ["letters that changed places", ratio("hồ sơ đúng hạn", "tổng số hồ sơ"), ratio("tổng số hồ sơ", "hồ sơ đúng hạn"),
    { a: 9, b: 10 }, ["a 10", "b 9"], [], 0],
  ["another case, spaces and marks", parts("Kế hoạch", "Báo cáo"), parts("KẾ  HOẠCH ;", "Báo cáo."),
    { "1.x": "Có", "2.x": "Không" }, ["1.x Có", "2.x Không"], [], 0],
  ["another question of two", ratio("hồ sơ đúng hạn", "tổng số hồ sơ"), ratio("hồ sơ trực tuyến", "tổng số hồ sơ"),
    { a: 9, b: 10 }, ["b 10"], ["a = hồ sơ đúng hạn 9"], 0],
  ["the only question worded anew", parts("Kế hoạch"), parts("Kế hoạch năm"), { "1.x": "Có" }, ["1.x Có"], [], 1],
  ["two places for one question", parts("Kế hoạch", "Báo cáo"), parts("Báo cáo", "Kế hoạch", "Kế hoạch"),
    { "1.x": "Có", "2.x": "Không" }, ["1.x Không"], ["Kế hoạch Có"], 0],
  ["a question left, another took its place", parts("Kế hoạch", "Báo cáo"), parts("Báo cáo"),
    { "1.x": "Có", "2.x": "Không" }, ["1.x Không"], ["Kế hoạch Có"], 0],
])("%s: answers go with their words", (_title, was, now, inputs, stand, lost, reworded) => {
  const rubric = asking(was);
  const before = filled({
    seed: 0, rubric, reviews: new Map(), answers: new Map([["c", { inputs, evidence: "", explanation: "" }]]),
  });
  const { workbook, built } = build(before, asking(now));
  const { report } = built.forms[0]!;
  const [form] = readForms(snapshotOf(workbook, facts, null), asking(now));
  expect(form!.entries.map(({ part, value }) => `${part.slice("input ".length)} ${String(value)}`)).toEqual(stand);
  expect(report.parked.map(({ label, value }) => `${label!} ${String(value)}`)).toEqual(lost);
  expect(report.reworded.length).toBe(reworded);
  expect(entered(build(workbook, rubric).workbook, rubric)).toEqual(entered(before, rubric));
});

test.each([
  ["2025", "2026", null, "Năm 2026", "……………, ngày …… tháng …… năm 2026"],
  ["2025", "", null, "Năm 2025", "……………, ngày …… tháng …… năm 2025"],
  ["", "2026", null, "Năm 2026", "……………, ngày …… tháng …… năm 2026"],
  ["2025", "2026", "Quý I năm 2025", "Quý I năm 2025", "……………, ngày …… tháng …… năm 2026"],
])("a form of %j built for %j where %j was typed says %j", (was, now, typed, period, date) => {
  const rubric = asking(parts("Kế hoạch"));
  const { periodCell, dateCell } = layoutForm(rubric, "Phiếu");
  const before = sheetOf(build(emptyWorkbook, { ...rubric, year: was }).workbook, (cells) => {
    if (typed !== null) cells[periodCell.row]![periodCell.column] = { v: typed };
    return cells;
  });
  const { cells } = build(before, { ...rubric, year: now }).workbook.sheets.find(({ name }) => name === "Phiếu")!;
  expect([cells[periodCell.row]![periodCell.column]!.v, cells[dateCell.row]![dateCell.column]!.v]).toEqual([period, date]);
});

test("words in the row of an input are parked, and stay parked", () => {
  const rubric = asking(parts("Kế hoạch", "Báo cáo"));
  const { columns, inputRow } = layoutForm(rubric, "Phiếu");
  const before = sheetOf(build(emptyWorkbook, rubric).workbook, (cells) => {
    for (const part of ["evidence", "explanation", "reason", "reviewed"] as const) {
      cells[inputRow("c", "2.x")]![columns[part]] = { v: `${part} 12/BC` };
    }
    return cells;
  });
  const { workbook, built } = build(before, rubric);
  expect(built.forms[0]!.report.parked.map(({ value }) => value))
    .toEqual(["evidence 12/BC", "explanation 12/BC", "reviewed 12/BC", "reason 12/BC"]);
  const again = build(workbook, rubric).workbook;
  expect(parkedIn(again)).toEqual(parkedIn(workbook));
  expect(parkedIn(again).length).toBe(4);
  expect(entered(again, rubric)).toEqual([]);
});

test("what is parked fits into its cell, the rest is told in pieces", () => {
  const rubric = asking(parts("Kế hoạch"));
  const { columns, rowOf } = layoutForm(rubric, "Phiếu");
  const text = `${"x".repeat(32_760)}${"phần cuối".repeat(3)}`;
  const before = sheetOf(build(emptyWorkbook, rubric).workbook, (cells) => {
    cells[rowOf("c")]![columns.evidence] = { v: text };
    return cells;
  });
  const { workbook, built } = build(before, { ...rubric, nodes: [] });
  expect(readStore(snapshotOf(workbook, facts, null))!.parked.map(({ value }) => value)).toEqual([text.slice(0, 32_767)]);
  expect(built.forms[0]!.report.parked.map(({ value }) => value).join("")).toBe(text);
  const log = workbook.sheets.find(({ name }) => name === "Nhật ký")!;
  expect(log.cells.slice(1).map((cut) => cut![6]!.v).join("")).toBe(text);
});

test("a formula beside the form that goes with its row is told", () => {
  const rubric = asking(parts("Kế hoạch"));
  const { width, rowOf } = layoutForm(rubric, "Phiếu");
  const before = sheetOf(build(emptyWorkbook, rubric).workbook, (cells) => {
    cells[rowOf("c")]![width + 1] = { v: 12, f: "N8*2" };
    return cells;
  });
  expect(build(before, rubric).built.forms[0]!.report.notes).toEqual([]);
  const [node] = rubric.nodes;
  const grown: Rubric = { ...rubric, nodes: [{ ...node!, id: "b", code: "0" }, node!] };
  const { workbook, built } = build(before, grown);
  expect(built.forms[0]!.report.notes).toEqual([{ text: "=N8*2", row: layoutForm(grown, "Phiếu").rowOf("c") }]);
  expect(JSON.stringify(workbook.sheets.find(({ name }) => name === "Nhật ký")!.cells)).toContain("=N8*2");
});

test("a note in the row of a group is no criterion's, and stays with its group", () => {
  const [node] = asking(parts("Kế hoạch")).nodes;
  const rubric: Rubric = {
    ...asking(parts("Kế hoạch")),
    nodes: [{ kind: "group", id: "g", code: "I", name: "Nhóm", parent: null, max: null, scored: true }, { ...node!, parent: "g" }],
  };
  const { columns, rowOf } = layoutForm(rubric, "Phiếu");
  const before = sheetOf(build(emptyWorkbook, rubric).workbook, (cells) => {
    cells[rowOf("g")]![columns.explanation] = { ...cells[rowOf("g")]![columns.explanation], v: "ghi chú nhóm" };
    return cells;
  });
  const [form] = readForms(snapshotOf(before, facts, null), rubric);
  expect([form!.issues, form!.homeless]).toEqual([[], []]);
  const same = build(before, rubric);
  expect(same.built.forms[0]!.report).toMatchObject({ parked: [], notes: [] });
  expect(differences(same.workbook, before)).toEqual([]);
  const grown: Rubric = { ...rubric, nodes: [{ ...node!, id: "b", code: "0" }, ...rubric.nodes] };
  const moved = build(before, grown).workbook.sheets.find(({ name }) => name === "Phiếu")!;
  expect(moved.cells[layoutForm(grown, "Phiếu").rowOf("g")]![columns.explanation]!.v).toBe("ghi chú nhóm");
  const gone = build(before, { ...rubric, nodes: [node!] });
  expect(gone.built.forms[0]!.report.notes.map(({ text }) => text)).toEqual(["ghi chú nhóm"]);
});
