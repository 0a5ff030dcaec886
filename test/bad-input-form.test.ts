import type { Finding } from "../core/app-port";
import { cellName } from "../core/sheet/address";
import { ironCalc } from "./kit/engines";
import { defaultSettings } from "../core/rubric/rubric";
import { Desk } from "./kit/desk";
import { badlySaid } from "./kit/well-said";
import { besides, cells, changes, type Deed, filledDesk } from "./rows/bad-input";

const base = filledDesk();
const criteria = ["1", "2", "3", "4", "5", "6", "7", "8"];

const short = ({ issue, at }: Finding): string => (at === null ? issue.code : `${issue.code} ${cellName(at.row, at.column)}`);
const ids = new Map(base.rubric().nodes.flatMap((node) => (node.kind === "criterion" ? [[node.code, node.id] as const] : [])));
const pointsOf = (desk: Desk): Record<string, string | null | undefined> => {
  const snapshot = desk.snapshot();
  return Object.fromEntries(criteria.map((code) => [code, desk.app.why(snapshot, ids.get(code)!, "HT")?.points]));
};
const before = pointsOf(base);

/** The deed done to a copy of the filled form: what is said is said well, and nobody else's points move. */
function done({ does, says, touches = [], points = "20.75" }: Deed): Desk {
  const desk = base.copy();
  does(desk);
  const status = desk.look();
  expect(status.findings.map(short)).toEqual(says);
  expect(status.findings.flatMap((finding) => badlySaid(finding))).toEqual([]);
  expect(status.totals?.points).toBe(points);
  const after = pointsOf(desk);
  const moved = criteria.filter((code) => before[code] !== after[code]);
  expect(moved.filter((code) => !touches.includes(code))).toEqual([]);
  return desk;
}

test("the form is full before anything goes wrong", () => {
  const { stage, findings, totals } = base.look();
  expect({ stage, findings, points: totals?.points }).toEqual({ stage: "full", findings: [], points: "20.75" });
});

describe.each([["a figure's cell", cells], ["another cell", besides]])("%s", (_, deeds) => {
  test.each(deeds.map((deed) => [deed.title, deed] as const))("%s", (_title, deed) => {
    const desk = done(deed);
    const findings = desk.look().findings.filter(({ mends }) => mends);
    expect(findings.length).toBe(deed.mends === undefined ? 0 : 1);
    if (deed.mends === undefined) return;
    const at = findings[0]!.at!;
    desk.write(desk.app.convert(desk.snapshot(), findings));
    expect(desk.value(at)).toBe(deed.mends);
    expect(desk.look().findings.map(short)).not.toContain(deed.says[0]);
  });
});

test("1.000 is one where the point is the decimal mark", () => {
  const desk = base.copy();
  desk.facts = { ...desk.facts, language: "en", decimal: "." };
  desk.enter(desk.cell("2", { input: "a" }), "1.000");
  desk.write(desk.app.convert(desk.snapshot(), desk.look().findings));
  expect(desk.value(desk.cell("2", { input: "a" }))).toBe(1);
});

test("the sheet's own formulas say the same of each cell, and keep the other points", () => {
  for (const deed of [...cells, ...besides]) {
    const desk = base.copy();
    deed.does(desk);
    const code = deed.touches![0]!;
    const sheets = desk.workbook.sheets.filter(({ name }) => name === "Phiếu" || name === "_scorebook");
    const computed = ironCalc({ ...desk.workbook, sheets })["Phiếu"]!;
    const own = pointsOf(desk);
    for (const each of criteria) {
      const { row, column } = desk.cell(each, "final");
      const shown = computed[row]?.[column] ?? "";
      expect([deed.title, each, shown]).toEqual([deed.title, each, own[each] === null ? "" : Number(own[each])]);
    }
    if (deed.status === undefined) continue;
    const { column } = desk.cell(code, "status");
    const { figures } = desk.app.why(desk.snapshot(), ids.get(code)!, "HT")!;
    const said = figures.map(({ at }) => computed[at!.row]?.[column] ?? "").filter((text) => text !== "");
    expect([deed.title, said]).toEqual([deed.title, deed.status === "" ? [] : [deed.status]]);
  }
});

test("a form built in English is read and mended as well", () => {
  const desk = filledDesk("en");
  expect(desk.look()).toMatchObject({ stage: "full", totals: { points: "20.75" } });
  const at = desk.cell("2", "row");
  desk.enter(at, "not applicable ");
  const { findings } = desk.look();
  expect(findings.map(short)).toEqual(["not-applicable-unknown F11"]);
  desk.write(desk.app.convert(desk.snapshot(), findings));
  expect(desk.value(at)).toBe("Not applicable");
});

test("a rule that is edited into one that needs an assumption takes points by hand until it is agreed to", () => {
  const desk = base.copy();
  const row = desk.sheet("Bộ chỉ số").cells.findIndex((line) => line?.[1]?.v === "6");
  desk.enter({ sheet: "Bộ chỉ số", row, column: 4 }, "a = số việc xong; b = tổng số việc. Điểm = Tỷ lệ*Điểm tối đa.");
  expect(desk.look().findings.map(({ issue }) => issue.code)).toEqual(["form-outdated"]);
  desk.selection = { sheet: "Bộ chỉ số", row, column: 4 };
  const asked = desk.app.readTable(desk.snapshot(), new Set()).rows.find(({ code }) => code === "6");
  expect(asked).toMatchObject({ state: "assumed", assumptions: [{ issue: { code: "assume-ratio" }, ticked: false }] });
});

test("a unit that is named twice gets one form", () => {
  const desk = base.copy();
  desk.build({ code: "A2", name: "Xã Hai" }, { code: "A2", name: "Xã Hai" }, { code: "", name: "Xã Ba" }, { code: "", name: "Xã Ba" });
  expect(desk.look().forms.map(({ unit }) => unit.code)).toEqual(["HT", "A2", ""]);
});

test("a form that was copied without its unit being changed is named", () => {
  const desk = base.copy();
  const { workbook } = desk;
  desk.workbook = { ...workbook, sheets: [...workbook.sheets, { ...desk.sheet("Phiếu"), name: "Phiếu (2)" }] };
  const { findings, forms } = desk.look();
  expect(forms.length).toBe(2);
  expect(findings.map(short)).toEqual(["form-unit-twice C3"]);
  expect(findings.flatMap((finding) => badlySaid(finding))).toEqual([]);
  desk.enter({ sheet: "Phiếu (2)", row: 2, column: 2 }, "Xã Hai");
  expect(desk.look().findings.map(short)).toEqual(["form-unit-twice C3"]);
  const code = desk.sheet("Phiếu (2)").cells[5]!.findIndex((cell) => cell?.v === "HT");
  desk.enter({ sheet: "Phiếu (2)", row: 5, column: code }, "A2");
  expect(desk.look().findings).toEqual([]);
});

test("the rubric and the hidden sheet deleted: the annex is read again, and the answers stand", () => {
  const desk = base.copy();
  desk.deleteSheet("Bộ chỉ số");
  desk.deleteSheet("_scorebook");
  expect(desk.look().stage).toBe("table");
  desk.confirm();
  expect(desk.look()).toMatchObject({ stage: "full", totals: { points: "20.75" } });
});

test("dropdowns that a paste wiped come back when the form is built again", () => {
  const desk = base.copy();
  desk.change("Phiếu", (sheet) => ({ ...sheet, validations: [] }));
  desk.build({ code: "HT", name: "Phường Hạc Thành" });
  expect(desk.sheet("Phiếu").validations).toEqual(base.sheet("Phiếu").validations);
});

test("a workbook without a sheet is looked at, and refused in words", () => {
  const desk = new Desk();
  expect(desk.look().stage).toBe("nothing");
  const outcomes = [
    desk.app.confirm(desk.snapshot(), desk.read()), desk.all(desk.app.rank(desk.snapshot())),
    desk.all(desk.app.build(desk.snapshot(), { units: [{ code: "A", name: "A" }], year: "" })),
    desk.app.settings(desk.snapshot(), defaultSettings),
  ];
  for (const { patch, findings } of outcomes) {
    expect(patch).toBeNull();
    expect(findings.length).toBeGreaterThan(0);
    expect(findings.flatMap((finding) => badlySaid(finding))).toEqual([]);
  }
});

describe("rows and sheets", () => {
  test.each(changes.map((change) => [change.title, change] as const))("%s", (_title, change) => {
    const desk = done(change);
    const report = desk.build({ code: "HT", name: "Phường Hạc Thành" });
    expect(report.kept).toBe(change.kept ?? 13);
    const status = desk.look();
    expect(status.totals?.points).toBe(change.rebuilt ?? "20.75");
    expect(status.findings.map(short)).toEqual(change.leaves ?? []);
    expect(status.forms.length).toBe(1);
  });
});
