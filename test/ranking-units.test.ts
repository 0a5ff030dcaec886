import { decimalText } from "../core/number/exact";
import { listOf, readUnits, unitsSheetName } from "../core/form/units-home";
import { heightOf } from "../core/form/looks";
import { unitsPatch } from "../core/form/units-sheet";
import { applyPatch, emptySheet, snapshotOf } from "../core/sheet/apply";
import type { Facts, Snapshot } from "../core/sheet/snapshot";
import { type CellValue, emptyWorkbook, type Workbook } from "../core/sheet/workbook";
import { say } from "../core/words/say";
import { rankingWords } from "../core/words/sheets";

const facts: Facts = { host: "page", language: "vi", decimal: ",", now: "2026-11-22T08:30" };
const book = (rows: readonly (readonly CellValue[])[]): Workbook => ({
  ...emptyWorkbook,
  sheets: [{ ...emptySheet(unitsSheetName), cells: rows.map((row) => row.map((v) => (v === null ? undefined : { v }))) }],
});
const look = (workbook: Workbook): Snapshot => snapshotOf(workbook, facts, null);
const brief = (rows: readonly (readonly CellValue[])[], blocks: readonly string[] | null = null) => {
  const { units, issues } = readUnits(look(book(rows)), blocks);
  return {
    units: units.map((unit) => [unit.code, unit.name, unit.block, unit.ranked]),
    issues: issues.map(({ code, at }) => `${code} ${at.cell ?? ""}`.trim()),
  };
};

test("a pasted list of names alone works: codes are made", () => {
  expect(brief([["Sở Nội vụ"], [null], ["Sở Y tế "], ["Sở  Tài chính"]])).toEqual({
    units: [["DV01", "Sở Nội vụ", "", true], ["DV02", "Sở Y tế", "", true], ["DV03", "Sở Tài chính", "", true]],
    issues: [],
  });
});

test.each<[string, CellValue[][]]>([
  ["STT | Tên đơn vị", [["STT", "Tên đơn vị"], [1, "Sở A"], [2, "Sở B"], ["", "Tổng cộng"]]],
  ["capitals, line breaks and a title block", [["DANH SÁCH"], [], ["TT", "TÊN\nCƠ QUAN"], [1, "Sở A"], [2, "Sở B"]]],
  ["decomposed letters", [["Đơn vị".normalize("NFD")], ["Sở A".normalize("NFD")], ["Sở B"]]],
  ["numbers without a head", [[1, "Sở A"], [2, "Sở B"]]],
  ["provinces' words", [["TT", "Các tỉnh, thành phố trực thuộc TW"], ["01", "Sở A"], ["02", "Sở B"], [null, "Ghi chú: xếp theo số"]]],
])("names under %s", (_, rows) => {
  expect(brief(rows)).toEqual({ units: [["DV01", "Sở A", "", true], ["DV02", "Sở B", "", true]], issues: [] });
});

test("a table in people's words is read column by column", () => {
  const rows = [
    ["Mã đơn vị", "Tên cơ quan, đơn vị", "Khối", "Đối tượng", "Điểm năm trước", "Xếp hạng năm trước", "Thuộc huyện"],
    ["S1", "Sở A", "Khối sở", "", "426,66", "3", null],
    [2, "Cục Hải quan", "khối sở", "Khuyến khích", 400.5, "6/17", null],
    ["X1", "Xã C", "Khối xã", "Xếp hạng", null, null, "Huyện D"],
  ];
  const { units, issues } = readUnits(look(book(rows)));
  expect(issues).toEqual([]);
  expect(units).toEqual([
    { code: "S1", name: "Sở A", block: "Khối sở", ranked: true, previous: { total: expect.anything(), rank: 3 } },
    { code: "2", name: "Cục Hải quan", block: "Khối sở", ranked: false, previous: { total: expect.anything(), rank: 6 } },
    { code: "X1", name: "Xã C", block: "Khối xã", ranked: true, parent: "Huyện D" },
  ]);
  expect(units.slice(0, 2).map((unit) => decimalText(unit.previous!.total!))).toEqual(["426.66", "400.5"]);
});

test.each(["vi", "en"] as const)("the head of our own list is deleted (%s): its title and its hint are no units", (language) => {
  const { title, hint } = rankingWords(language).units;
  const keys = ["unit.code", "unit.name", "unit.block", "unit.parent"];
  const units = [["A1", "Sở A", "", true], ["B2", "Sở B", "", true]];
  for (const above of [[[title], [hint]], [[title.normalize("NFD")], []], [[hint]], []]) {
    expect(brief([keys, ...above, ["A1", "Sở A"], ["B2", "Sở B"]])).toEqual({ units, issues: [] });
  }
});

test("rows with a Roman number name the block of the rows below", () => {
  expect(
    brief([["TT", "Đơn vị"], ["I", "Khối sở"], [1, "Sở A"], [2, "Sở B"], ["II", "Khối huyện"], [1, "Huyện C"]]).units,
  ).toEqual([["DV01", "Sở A", "Khối sở", true], ["DV02", "Sở B", "Khối sở", true], ["DV03", "Huyện C", "Khối huyện", true]]);
});

const head = ["Mã", "Đơn vị", "Khối", "Diện"];
const wrongLists: [string, CellValue[][], string[], string[]?][] = [
  ["no units", [head], ["unit-list-missing"]],
  ["a code that stands twice", [head, ["A", "Sở A"], ["a", "Sở B"]], ["unit-duplicate Đơn vị!A3"]],
  ["a code without a name", [head, ["A", null]], ["unit-name-missing Đơn vị!B2"]],
  ["a name that stands twice", [head, ["A", "Sở A", "x"], ["B", "SỞ A", "x"], ["C", "Sở A", "y"]], ["unit-name-duplicate Đơn vị!B3"]],
  ["a missing block", [head, ["A", "Sở A", "x"], ["B", "Sở B"]], ["unit-block-missing Đơn vị!C3"]],
  ["an unknown block", [head, ["A", "Sở A", "SỞ"], ["B", "Sở B", "xã"]], ["unit-block-unknown Đơn vị!C3"], ["Sở", "Huyện"]],
  ["words nobody knows", [head, ["A", "Sở A", "", "chờ"]], ["unit-status-unknown Đơn vị!D2"]],
  ["patterns in a code and a block", [head, ["A*", "Sở A", "x?"]], ["unit-character Đơn vị!A2", "unit-character Đơn vị!C2"]],
  ["a previous rank that is none", [["Đơn vị", "Hạng kỳ trước"], ["Sở A", "nhất"], ["Sở B", 0], ["Sở C", 1.5]],
    ["unit-previous-unread Đơn vị!B2", "unit-previous-unread Đơn vị!B3", "unit-previous-unread Đơn vị!B4"]],
];
test.each(wrongLists.map(([name, rows, issues, blocks = null]) => [name, rows, issues, blocks] as const))("%s", (_, rows, issues, blocks) => {
  const { units, issues: found } = readUnits(look(book(rows)), blocks);
  expect(found.map(({ code, at }) => `${code} ${at.cell ?? ""}`.trim())).toEqual(issues);
  expect(new Set(units.map(({ code }) => code.toLowerCase())).size).toBe(units.length);
  for (const language of ["vi", "en"] as const) {
    for (const of of found) expect(say(of, language)).not.toMatch(/undefined|NaN|\{|\}/);
  }
});

describe("the sheet of units", () => {
  const written = (workbook: Workbook) => {
    const snapshot = look(workbook);
    const { list } = readUnits(snapshot);
    const result = applyPatch(workbook, {
      expect: [], sheets: [unitsPatch(list, snapshot.sheets[0] ?? null, rankingWords("vi"))],
    });
    if (!result.ok) throw new Error("refused");
    return result.workbook;
  };

  test("a pasted list becomes ours, with unknown columns beside it; the next time nothing changes", () => {
    const first = written(book([
      ["STT", "Đơn vị", "Hạng kỳ trước", "Điện thoại"], [1, "Sở A", "nhất", "0123"], [2, "=1+1", 2, null],
    ]));
    const values = look(first).sheets[0]!.values;
    expect(values.slice(3)).toEqual([
      [...["Mã đơn vị", "Tên đơn vị", "Khối", "Đơn vị cấp trên", "Diện xếp hạng", "Điểm kỳ trước", "Hạng kỳ trước"], "Điện thoại"],
      ["DV01", "Sở A", null, null, "Xếp hạng", null, "nhất", "0123"],
      ["DV02", "=1+1", null, null, "Xếp hạng", null, 2],
    ]);
    expect(first.sheets[0]!.cells.flat().filter((cell) => cell?.f !== undefined)).toEqual([]);
    expect(look(written(first)).sheets[0]!.values).toEqual(values);
  });

  test("rows that people add below or move stay where they are", () => {
    const first = written(book([["Sở A"], ["Sở B"]]));
    const cells = first.sheets[0]!.cells.map((row) => row?.slice());
    cells[8] = [undefined, { v: "Sở C" }, { v: "x" }];
    const next = written({ ...first, sheets: [{ ...first.sheets[0]!, cells }] });
    expect(look(next).sheets[0]!.values.slice(4)).toEqual([
      ["DV01", "Sở A", null, null, "Xếp hạng"], ["DV02", "Sở B", null, null, "Xếp hạng"], [], [],
      ["DV03", "Sở C", "x", null, "Xếp hạng"],
    ]);
  });

  test.each([[20, 1], [200, 5], [600, 6]])("a name of %i letters takes %i lines, so that a row stays on the screen", (letters, lines) => {
    const { rows = [] } = unitsPatch(listOf([{ code: "A", name: "x".repeat(letters), block: "", ranked: true }]), null, rankingWords("vi"));
    expect(rows.find(({ row }) => row === 4)?.height).toBe(heightOf(lines));
  });

  test("only the list is unlocked, and every column has a check that speaks", () => {
    const sheet = written(book([["Sở A"]])).sheets[0]!;
    expect(sheet.cells[4]!.slice(0, 7).every((cell) => cell?.s?.locked === false)).toBe(true);
    expect(sheet.cells[3]!.some((cell) => cell?.s?.locked === false)).toBe(false);
    expect(sheet.validations).toHaveLength(7);
    for (const { rule } of sheet.validations) expect(rule.prompt.text !== "" && rule.error.text !== "").toBe(true);
    expect(sheet.protection).toEqual({ formatColumns: true, formatRows: true, filter: true, sort: true });
  });

  test("known units make the sheet in both languages", () => {
    for (const language of ["vi", "en"] as const) {
      const patch = unitsPatch(listOf([{ code: "A", name: "Sở A", block: "", ranked: false }]), null, rankingWords(language));
      const result = applyPatch(emptyWorkbook, { expect: [], sheets: [patch] });
      const again = readUnits(look(result.ok ? result.workbook : emptyWorkbook));
      expect(again.units).toEqual([{ code: "A", name: "Sở A", block: "", ranked: false }]);
      expect(again.list.ours).toBe(true);
    }
  });
});
