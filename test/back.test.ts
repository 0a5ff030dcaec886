import { createApp } from "../core/app";
import { withRecord } from "../core/app/back/cells";
import { finish } from "../core/app/build";
import type { Outcome, Run } from "../core/app-port";
import { readStore } from "../core/form/store-sheet";
import { criteriaOf, nodeKeys } from "../core/rubric/rubric";
import { applyPatch, snapshotOf } from "../core/sheet/apply";
import type { Facts, Snapshot } from "../core/sheet/snapshot";
import { emptyWorkbook, type Sheet, type Workbook } from "../core/sheet/workbook";
import { comparable } from "./host-contract";
import { Desk, named } from "./kit/desk";

const facts: Facts = { host: "page", language: "vi", decimal: ",", now: "2026-11-22T08:00" };
const app = createApp();
const done = <T extends Outcome>(run: Run<T>): T => ("next" in run ? finish(run) : run);
const read = (workbook: Workbook): Snapshot => snapshotOf(workbook, facts, null);

function after(workbook: Workbook, { patch, findings }: Outcome): Workbook {
  if (patch === null) throw new Error(`refused: ${JSON.stringify(findings).slice(0, 300)}`);
  const result = applyPatch(workbook, patch);
  if (!result.ok) throw new Error(`stale: ${JSON.stringify(result.stale).slice(0, 300)}`);
  return result.workbook;
}
const typed = (workbook: Workbook, sheet: string, row: number, column: number, v: string | number | null): Workbook =>
  after(workbook, { patch: { expect: [], sheets: [{ sheet, blocks: [{ row, column, cells: [[{ v }]] }] }] }, findings: [] });

const annex = after(emptyWorkbook, app.preset(read(emptyWorkbook), "hcm-xa-2026"));
const rubric = after(annex, app.confirm(read(annex), app.readTable(read(annex), new Set())));
const choice = { units: [{ code: "HT", name: "Phường Hạc Thành" }], year: "2026" };
const empty = after(rubric, done(app.build(read(rubric), choice)));
const inputs = app.look(read(empty)).findings.filter(({ todo }) => todo === "blank").slice(0, 12).map(({ at }) => at!);
/** Written again, so that what the formulas show is what they compute. */
const computed = (workbook: Workbook): Workbook => after(workbook, done(app.build(read(workbook), choice)));
const filled = computed(inputs.reduce((book, { sheet, row, column }, n) => typed(book, sheet, row, column, n + 3), empty));
const ranked = after(filled, done(app.rank(read(filled))));

/** A row of the height that nobody set says nothing, nor does the width of a hidden column. */
const standard = 15;
const seen = (workbook: Workbook): object => {
  const sheets = workbook.sheets.filter(({ name }) => name !== "_scorebook" && name !== "Nhật ký").map((sheet): Sheet => ({
    ...sheet,
    rows: Array.from(sheet.rows, (row) => (row?.height === standard && row.hidden !== true ? undefined : row)),
    columns: Array.from(sheet.columns, (column) => (column?.hidden === true ? { hidden: true } : column)),
  }));
  return comparable({ ...workbook, sheets, active: null });
};

const edit = (workbook: Workbook, change: (of: Desk) => void): Workbook => {
  const of = new Desk(workbook);
  change(of);
  return of.workbook;
};
const listed = (workbook: Workbook, ...rows: readonly (readonly (string | number | null)[])[]): Workbook =>
  edit(workbook, (of) => {
    rows.forEach((cells, k) => cells.forEach((v, column) => of.enter({ sheet: "Đơn vị", row: 5 + k, column }, v)));
    // Tidied, so that the list has as many rows to spare as it will have.
    of.write(of.app.listUnits(of.snapshot()));
  });
/** Ranked with units in two blocks, results of the year before, and points of one typed. */
const blocks = edit(listed(ranked, ["B", "Xã Bên", "Xã", null, null, 70.5, 2], ["C", "Phường Cả\nhai dòng", "Phường"]), (of) => {
  of.rank();
  const row = of.sheet("Chỉ số").cells.findIndex((line) => line?.[0]?.v === "B");
  of.enter({ sheet: "Chỉ số", row, column: 4 }, 7.25);
  of.rank();
});

const operations: readonly (readonly [name: string, from: Workbook, press: (snapshot: Snapshot) => Outcome])[] = [
  ["a preset", emptyWorkbook, (snapshot) => app.preset(snapshot, "hcm-xa-2026")],
  ["a first confirmation", annex, (snapshot) => app.confirm(snapshot, app.readTable(snapshot, new Set()))],
  ["a first build", rubric, (snapshot) => done(app.build(snapshot, choice))],
  ["a rebuild by other settings", filled, (snapshot) => app.settings(snapshot, { ...app.look(snapshot).settings!, digits: 3 })],
  ["a list of units", filled, (snapshot) => app.listUnits(snapshot)],
  ["a ranking", filled, (snapshot) => done(app.rank(snapshot))],
  ["a ranking over another", ranked, (snapshot) => done(app.rank(snapshot))],
  ["a ranking of more units", listed(ranked, ["B", "Xã Bên"], ["C", "Xã Cùng"]), (snapshot) => done(app.rank(snapshot))],
  ["a ranking in blocks over one without", listed(ranked, ["B", "Xã Bên", "Xã", null, null, 70.5, 2]), (snapshot) => done(app.rank(snapshot))],
  ["a ranking of fewer units, without blocks and earlier results", listed(blocks, [null, null, null, null, null, null, null], ["C", "Xã Cùng", null]),
    (snapshot) => done(app.rank(snapshot))],
  ["a ranking of other units, in another order", listed(blocks, ["C", "Xã Cùng", "Xã"], ["D", "Xã Dưới", "Xã"]), (snapshot) => done(app.rank(snapshot))],
  ["a ranking by another rubric", edit(blocks, (of) => {
    const sheet = of.sheet("Bộ chỉ số");
    const criteria = sheet.cells.flatMap((line, row) => (row > 3 && typeof line?.[0]?.v === "string" ? [row] : []));
    for (const row of criteria.slice(-6).reverse()) of.deleteRow("Bộ chỉ số", row);
    of.build(...choice.units);
  }), (snapshot) => done(app.rank(snapshot))],
  ["a build where the hidden facts were deleted", edit(filled, (of) => of.deleteSheet("_scorebook")), (snapshot) => done(app.build(snapshot, choice))],
  ["a build of a form more, where what the forms were built for is not known", edit(filled, (of) => {
    const row = of.sheet("_scorebook").cells.findIndex((line) => line?.[0]?.v === "rubric.fingerprint");
    of.enter({ sheet: "_scorebook", row, column: 1 }, "0");
    of.enter({ sheet: "Bộ chỉ số", row: 5, column: 2 }, "Tên mới");
  }), (snapshot) => done(app.build(snapshot, { ...choice, units: [...choice.units, { code: "B", name: "Xã B" }] }))],
  ["a ranking to other decimals, with other bands", edit(blocks, (of) =>
    of.write(of.app.settings(of.snapshot(), { ...of.look().settings!, digits: 3, bands: [] }))), (snapshot) => done(app.rank(snapshot))],
];

test.each(operations)("%s, taken back: the workbook is as before", (_name, from, press) => {
  const book = after(from, press(read(from)));
  expect(app.look(read(book)).back).not.toBeNull();
  const back = after(book, app.takeBack(read(book)));
  expect(app.look(read(back)).back).toBeNull();
  expect(app.takeBack(read(back)).patch).toBeNull();
  expect(seen(back)).toEqual(seen(from));
});

test.each(operations)("%s, taken back after saving and opening again: the same", async (_name, from, press) => {
  const [saved, book] = [new Desk(from), new Desk(after(from, press(read(from))))];
  const before = from.sheets.length === 0 ? from : (await saved.reopen()).workbook;
  const again = await book.reopen();
  again.write(app.takeBack(again.snapshot()));
  expect(seen(again.workbook)).toEqual(seen(before));
});

/** As Excel would write it, and die after so many parts. */
const dying: readonly (readonly [name: string, from: Workbook, press: (snapshot: Snapshot) => Outcome])[] =
  operations.filter(([name]) => ["a first build", "a rebuild by other settings", "a ranking in blocks over one without"].includes(name));
test.each(dying)("%s that died anywhere, ended at the next opening and taken back: the workbook is as before", (_name, from, press) => {
  const now = "2026-11-22T09:00";
  const excel = (workbook: Workbook): Snapshot => snapshotOf(workbook, { ...facts, host: "excel", now }, null);
  const { patch } = press(excel(from));
  let ended = 0;
  for (let parts = 0; parts <= patch!.sheets.length; parts += 1) {
    const died = after(from, { patch: { expect: patch!.expect, sheets: patch!.sheets.slice(0, parts) }, findings: [] });
    const rest = app.resume(excel(died));
    const book = rest.patch === null ? died : after(died, rest);
    if (app.look(excel(book)).back?.at !== now) continue;
    const undone = after(book, app.takeBack(excel(book)));
    expect({ parts, workbook: seen(undone) }).toEqual({ parts, workbook: seen(from) });
    ended += 1;
  }
  expect(ended).toBeGreaterThan(patch!.sheets.length / 2);
});

/** With a copy of the hidden sheet in front, as somebody leaves it who looked at the hidden sheets. */
const copied = (workbook: Workbook): Workbook => {
  const hidden = workbook.sheets.find(({ name }) => name === "_scorebook")!;
  return { ...workbook, sheets: [{ ...hidden, name: "_scorebook (2)" }, ...workbook.sheets] };
};

test("an older record in a copy of the hidden sheet is nobody's way back", () => {
  const book = copied(ranked);
  expect(app.look(read(book)).back).toMatchObject({ what: "rank" });
  const set = after(book, app.settings(read(book), { ...app.look(read(book)).settings!, digits: 3 }));
  expect(app.look(read(set)).back).toMatchObject({ what: "settings" });
  const back = after(set, app.takeBack(read(set)));
  expect(seen(back)).toEqual(seen(book));
  expect(app.look(read(back)).back).toBeNull();
  expect(app.takeBack(read(back)).patch).toBeNull();
});

test("a write that died is ended once, where the hidden sheet was copied in the middle of it", () => {
  const excel = (workbook: Workbook): Snapshot => snapshotOf(workbook, { ...facts, host: "excel" }, null);
  const { patch } = done(app.build(excel(filled), choice));
  const parts = patch!.sheets.length - 3;
  const died = copied(after(filled, { patch: { ...patch!, sheets: patch!.sheets.slice(0, parts) }, findings: [] }));
  expect(app.look(excel(died)).stage).toBe("unfinished");
  const ended = after(died, app.resume(excel(died)));
  expect(app.look(excel(ended)).stage).not.toBe("unfinished");
  expect(app.resume(excel(ended)).patch).toBeNull();
});

test("what is too long to be kept is not offered, and a finding says so", () => {
  const snapshot = read(ranked);
  const cells = Array.from({ length: 30000 }, (_, row) => ({ sheet: "Phiếu", row, column: 0, was: "điều đã ghi ở đây", left: "điều khác ở đây" }));
  const patch = { expect: [], sheets: [] };
  const past = { decimal: ",", sheets: [], cells, forms: [] } as const;
  const outcome = withRecord(snapshot, "convert", { patch, findings: [] }, patch, past);
  expect(outcome.findings.map(({ issue: { code } }) => code)).toEqual(["back-long"]);
  const book = after(ranked, outcome);
  expect([app.look(snapshot).back?.what, app.look(read(book)).back]).toEqual(["rank", null]);
});

const desk = (workbook: Workbook): Desk => new Desk(workbook);
/** The code of the first criterion. */
const first = ((known) => nodeKeys(known).get(criteriaOf(known)[0]!.id)!)(desk(rubric).rubric());
const takenBack = (of: Desk): Outcome => {
  const outcome = of.app.takeBack(of.snapshot());
  of.write(outcome);
  return outcome;
};
const said = ({ findings }: Outcome): [string, string | null][] =>
  findings.map(({ issue, at }) => [issue.code, at === null ? null : named(at)]);
const names = ({ workbook }: Desk): string[] => workbook.sheets.map(({ name }) => name).filter((name) => name !== "_scorebook");

describe("answers since", () => {
  test("keep a form that was made, and the year that it was made for", () => {
    const of = desk(empty);
    of.enter(inputs[0]!, 5);
    const outcome = of.app.takeBack(of.snapshot());
    expect(outcome.patch).toBeNull();
    expect(said(outcome)).toEqual([["back-filled", named(inputs[0]!)]]);
  });

  test("keep the one form of three that has them", () => {
    const of = desk(rubric);
    of.build({ code: "A", name: "Xã A" }, { code: "B", name: "Xã B" }, { code: "C", name: "Xã C" });
    const at = of.cell(first, "evidence", "Phiếu B");
    of.enter(at, "QĐ 12");
    expect(said(takenBack(of))).toEqual([["back-filled", named(at)]]);
    expect(names(of)).toEqual(["Phụ lục", "Bộ chỉ số", "Phiếu B", "Nhật ký"]);
    expect(readStore(of.snapshot())!.forms.map(({ sheet }) => sheet)).toEqual(["Phiếu B"]);
    expect(of.value(at)).toBe("QĐ 12");
    expect(of.look()).toMatchObject({ back: null, year: "2026", findings: expect.not.arrayContaining([expect.objectContaining({ todo: "sheet" })]) });
  });

  test("stay in a form that goes back to the settings that it had", () => {
    const of = desk(filled);
    of.write(of.app.settings(of.snapshot(), { ...of.look().settings!, digits: 3 }));
    const at = of.cell(first, "explanation");
    of.enter(at, "Ghi sau khi đổi");
    of.enter(inputs[2]!, 77);
    takenBack(of);
    expect(of.look().settings!.digits).toBe(2);
    expect([of.value(at), of.value(inputs[2]!)]).toEqual(["Ghi sau khi đổi", 77]);
  });

  test("return with a criterion that had left the rubric, and are kept when the criterion leaves that came", () => {
    const of = desk(filled);
    const old = inputs[0]!;
    const [id, rows] = [of.rubric().nodes.find(({ kind }) => kind === "criterion")!.id, of.sheet("Bộ chỉ số").cells];
    const row = rows.findIndex((line) => line?.[0]?.v === id);
    const held = of.value(old);
    of.deleteRow("Bộ chỉ số", row);
    of.build({ code: "HT", name: "Phường Hạc Thành" });
    expect(readStore(of.snapshot())!.parked.length).toBeGreaterThan(0);
    takenBack(of);
    expect(readStore(of.snapshot())!.parked).toEqual([]);
    expect(of.value(old)).toBe(held);
  });
});

describe("sheets since", () => {
  test("a form that was made and renamed goes", () => {
    const of = desk(empty);
    of.renameSheet("Phiếu", "Phiếu của phường");
    takenBack(of);
    expect(names(of)).toEqual(["Phụ lục", "Bộ chỉ số"]);
  });

  test("a form that was written again and renamed is written in its place", () => {
    const of = desk(filled);
    of.write(of.app.settings(of.snapshot(), { ...of.look().settings!, digits: 3 }));
    of.renameSheet("Phiếu", "Phiếu của phường");
    takenBack(of);
    const was = desk(filled);
    was.renameSheet("Phiếu", "Phiếu của phường");
    expect(seen(of.workbook)).toEqual(seen(was.workbook));
  });

  test("a form that a person's formula reads from stays, and the formula's cell is named", () => {
    const of = desk(empty);
    of.addSheet("Tổng hợp", [["Điểm"]]);
    of.enter({ sheet: "Tổng hợp", row: 1, column: 2 }, 0, "phiếu!H6*2");
    expect(said(of.app.takeBack(of.snapshot()))).toEqual([["back-used", "Tổng hợp!C2"]]);
  });

  test.each([
    ["a rubric that was edited", annex, "Bộ chỉ số"], ["a preset that was edited", emptyWorkbook, "Phụ lục"],
    ["a list of units that was filled in", filled, "Đơn vị"],
  ] as const)("%s stays, and the cell is named", (_name, from, sheet) => {
    const press = operations.find((each) => each[1] === from && (from !== filled || each[0] === "a list of units"))![2];
    const of = desk(after(from, press(read(from))));
    of.enter({ sheet, row: 6, column: 1 }, "Sửa");
    const outcome = of.app.takeBack(of.snapshot());
    expect(outcome.patch).toBeNull();
    expect(said(outcome)).toEqual([["back-filled", `${sheet}!B7`]]);
  });

  test("a rubric that was edited after a rebuild keeps the edit; its forms go back", () => {
    const of = desk(filled);
    of.write(of.app.settings(of.snapshot(), { ...of.look().settings!, digits: 3 }));
    const at = { sheet: "Bộ chỉ số", row: 5, column: 2 };
    of.enter(at, "Tên mới");
    takenBack(of);
    expect(of.value(at)).toBe("Tên mới");
    expect(of.look()).toMatchObject({ settings: { digits: 2 } });
    expect(of.look().findings.map(({ issue: { code } }) => code)).toContain("form-outdated");
  });

  test("a rubric that was confirmed over another and edited is not written over", () => {
    const of = desk(rubric);
    of.selection = { sheet: "Phụ lục", row: 5, column: 1 };
    of.confirm();
    of.enter({ sheet: "Bộ chỉ số", row: 5, column: 2 }, "Tên mới");
    const outcome = of.app.takeBack(of.snapshot());
    expect(outcome.patch).toBeNull();
    expect(said(outcome)).toEqual([["back-edited", "Bộ chỉ số!C6"]]);
  });

  test("points typed into a ranking that was made keep their sheet and the list that it reads; the ranking goes", () => {
    const of = desk(filled);
    of.write(of.app.listUnits(of.snapshot()));
    of.enter({ sheet: "Đơn vị", row: 5, column: 1 }, "Xã Bên");
    of.rank();
    const points = of.sheet("Chỉ số").cells.findIndex((line) => line?.[1]?.v === "Xã Bên");
    const at = { sheet: "Chỉ số", row: points, column: 4 };
    of.enter(at, 7);
    expect(said(takenBack(of))).toEqual([["back-filled", named(at)]]);
    expect(names(of)).toEqual(["Phụ lục", "Bộ chỉ số", "Phiếu", "Đơn vị", "Chỉ số", "Nhật ký"]);
    expect(of.value(at)).toBe(7);
  });

  test("a ranking over another is not taken back over what was typed since", () => {
    const of = desk(after(ranked, done(app.rank(read(ranked)))));
    of.enter({ sheet: "Xếp hạng", row: 1, column: 0 }, "UBND TỈNH");
    const outcome = of.app.takeBack(of.snapshot());
    expect(outcome.patch).toBeNull();
    expect(said(outcome)).toEqual([["back-edited", "Xếp hạng!A2"]]);
  });

  test("the only sheet that people see gives way to the log", () => {
    const of = desk(after(emptyWorkbook, app.preset(read(emptyWorkbook), "hcm-xa-2026")));
    expect(names(of)).toEqual(["Phụ lục"]);
    takenBack(of);
    expect(names(of)).toEqual(["Nhật ký"]);
  });
});

describe("cells", () => {
  const wrong = (): Desk => {
    const of = desk(filled);
    of.enter(inputs[1]!, "3,5");
    of.enter(inputs[2]!, "4,5");
    of.write(of.app.convert(of.snapshot(), of.look().findings.filter(({ mends }) => mends)));
    return of;
  };
  test("that were mended hold again what was typed", () => {
    const of = wrong();
    expect([of.value(inputs[1]!), of.value(inputs[2]!)]).toEqual([3.5, 4.5]);
    expect(of.look().back).toMatchObject({ what: "convert" });
    takenBack(of);
    expect([of.value(inputs[1]!), of.value(inputs[2]!)]).toEqual(["3,5", "4,5"]);
  });
  test("that were filled in since stay", () => {
    const of = wrong();
    of.enter(inputs[2]!, 9);
    expect(said(takenBack(of))).toEqual([["back-filled", named(inputs[2]!)]]);
    expect([of.value(inputs[1]!), of.value(inputs[2]!)]).toEqual(["3,5", 9]);
  });
});

describe("a repair", () => {
  const repaired = (): Desk => {
    const of = desk(filled);
    of.enter(of.cell(first, "self"), 99);
    of.write(of.all(of.app.repair(of.snapshot(), null)));
    return of;
  };
  test("leaves the damage again, and what was answered since", () => {
    const of = repaired();
    const self = of.cell(first, "self");
    expect(of.sheet(self.sheet).cells[self.row]![self.column]!.f).toBeDefined();
    expect(of.look().back).toMatchObject({ what: "repair" });
    of.enter(inputs[3]!, 8);
    takenBack(of);
    expect(of.sheet(self.sheet).cells[self.row]![self.column]).toMatchObject({ v: 99 });
    expect(of.sheet(self.sheet).cells[self.row]![self.column]!.f).toBeUndefined();
    expect(of.value(inputs[3]!)).toBe(8);
  });
  test("of many cells is taken back in one part for each sheet", () => {
    const of = desk(filled);
    const spoilt = inputs.slice(0, 6).map(({ sheet, row }) => ({ sheet, row, column: of.cell(first, "status").column }));
    for (const at of spoilt) of.enter(at, "đã xem");
    of.write(of.all(of.app.repair(of.snapshot(), null)));
    const written = of.app.takeBack(of.snapshot()).patch!.sheets.map(({ sheet }) => sheet);
    expect(written.filter((sheet) => sheet === spoilt[0]!.sheet)).toHaveLength(1);
    takenBack(of);
    for (const { sheet, row, column } of spoilt) expect(of.sheet(sheet).cells[row]![column]!.v).toBe("đã xem");
  });
  test("is not taken back over another change of its cell", () => {
    const of = repaired();
    of.enter(of.cell(first, "self"), 98);
    const outcome = of.app.takeBack(of.snapshot());
    expect(outcome.patch).toBeNull();
    expect(said(outcome)).toEqual([["back-edited", named(of.cell(first, "self"))]]);
  });
});

/** A record of nothing, with a part that no operation of ours leaves. */
const spoilt = (part: object): string => JSON.stringify({ decimal: ",", sheets: [], cells: [], forms: [], ...part });
const ours = { sheet: "Đơn vị", left: [] };
test.each([
  "{}", "1", "null", '{"decimal":",","sheets":1,"cells":[],"forms":[]}',
  ...[
    { store: 5 }, { store: {} }, { store: { nodes: [-1, "x"] } }, { digits: "x" }, { sheets: [{ sheet: "Đơn vị", was: null }] },
    { sheets: [{ ...ours, was: "abc" }] }, { sheets: [{ ...ours, was: [[{ f: 5 }]] }] }, { sheets: [{ ...ours, was: [[[0.5]]] }] },
    { sheets: [{ ...ours, was: Array.from({ length: 300 }, () => [[18000]]) }] }, { sheets: [{ ...ours, was: [], left: [[1e9, []]] }] },
    { cells: [{ sheet: "Đơn vị", row: 1e9, column: 1e9, was: 1, left: null }] }, { cells: [{ sheet: "Đơn vị", row: -1, column: "x", was: {}, left: {} }] },
    { forms: [{ sheet: "Phiếu" }] }, { forms: [{ sheet: "Phiếu", unit: { code: "", name: "" }, language: "xx", before: null }] },
    { forms: [{ sheet: "Phiếu", unit: { code: "", name: "" }, language: "vi", before: { unit: 3, moved: [[1]], formulas: [{}] } }] },
  ].map(spoilt),
])("a record that was changed into %s is lost, not a fault", (text) => {
  const of = desk(filled);
  of.write(of.app.listUnits(of.snapshot()));
  const store = of.workbook.sheets.find(({ name }) => name === "_scorebook")!;
  const column = store.cells[0]!.findIndex((cell) => cell?.v === "scorebook back 1");
  of.enter({ sheet: "_scorebook", row: 3, column }, 1);
  of.enter({ sheet: "_scorebook", row: 4, column }, `|${text}`);
  expect(said(of.app.takeBack(of.snapshot()))).toEqual([["back-lost", null]]);
});

test("the record is gone with what is taken back, each operation leaves its own, and the log tells it", () => {
  const of = desk(filled);
  of.write(of.app.listUnits(of.snapshot()));
  expect(of.look().back).toEqual({ what: "units", at: "2026-11-22T08:00" });
  of.rank();
  expect(of.look().back).toMatchObject({ what: "rank" });
  const lines = of.workbook.sheets.find(({ name }) => name === "Nhật ký")?.cells.length ?? 1;
  takenBack(of);
  expect(of.sheet("Nhật ký").cells).toHaveLength(lines + 1);
  expect(of.sheet("Nhật ký").cells[lines]!.map((cell) => cell?.v)).toEqual(
    expect.arrayContaining(["2026-11-22 08:00", "Hoàn tác", "Xếp hạng"]));
  expect(said(of.app.takeBack(of.snapshot()))).toEqual([["back-none", null]]);
});

test("a record that was changed by hand is not followed", () => {
  const of = desk(filled);
  of.write(of.app.listUnits(of.snapshot()));
  const { row, column } = { row: 4, column: 34 };
  expect(String(of.value({ sheet: "_scorebook", row, column }))).toMatch(/^\|\{/);
  of.enter({ sheet: "_scorebook", row, column }, "|{");
  expect(said(of.app.takeBack(of.snapshot()))).toEqual([["back-lost", null]]);
});
