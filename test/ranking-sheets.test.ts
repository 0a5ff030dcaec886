import { indicatorsKey, indicatorsSheetName } from "../core/form/indicators-layout";
import type { UnitForm } from "../core/form/indicators-rows";
import { rankingBook } from "../core/form/ranking-book";
import { rankingSheetName } from "../core/form/ranking-layout";
import { listOf, readUnits, unitsSheetName } from "../core/form/units-home";
import { score } from "../core/scoring/score";
import { applyPatch, snapshotOf } from "../core/sheet/apply";
import { parseExact } from "../core/number/exact";
import type { CellValue, Sheet, Workbook } from "../core/sheet/workbook";
import { emptyWorkbook } from "../core/sheet/workbook";
import { formWords } from "../core/words/form-sheet";
import { say } from "../core/words/say";
import { rankingWords } from "../core/words/sheets";
import { formBook } from "./kit/form-book";
import { applied, facts, pointsCell, pointsRubric, rank, rankTyped, sheetOf, typedInto, unit } from "./kit/ranking";

const words = rankingWords("vi");
const rubric = pointsRubric([["20"], ["30"], ["50"]]);
const three = [unit("A"), unit("B"), unit("C", "", { ranked: false })];
const plain = rankTyped(rubric, three, [[10, 20, 30], [20, 30, 40.5], [20, 30, 50]]);

const column = (sheet: Sheet, head: string): number => {
  const row = sheet.cells.find((cells) => cells?.some((cell) => cell?.v === head));
  return row!.findIndex((cell) => cell?.v === head);
};
/** The cells under a head, by unit code. */
function under(workbook: Workbook, name: string, head: string): Record<string, CellValue> {
  const sheet = sheetOf(workbook, name);
  const [codes, values] = [column(sheet, words.points.heads.code), column(sheet, head)];
  const from = sheet.cells.findIndex((row) => row?.[codes]?.v === words.points.heads.code);
  return Object.fromEntries(
    sheet.cells.slice(from + 1).flatMap((row) => {
      const code = row?.[codes]?.v;
      return typeof code === "string" && code !== "" ? [[code, row![values]?.v ?? null]] : [];
    }),
  );
}
const note = (workbook: Workbook, code: string): CellValue => under(workbook, indicatorsSheetName, words.points.heads.note)[code]!;

test("three units: ranks, percent, bands; the encouraged unit is shown and scored, unranked", () => {
  const { workbook } = plain;
  const { heads } = words.ranks;
  expect(under(workbook, rankingSheetName, heads.points)).toEqual({ B: 90.5, A: 60, C: 100 });
  expect(under(workbook, rankingSheetName, heads.percent)).toEqual({ B: 90.5, A: 60, C: 100 });
  expect(under(workbook, rankingSheetName, heads.rank)).toEqual({ B: 1, A: 2, C: "KK" });
  expect(under(workbook, rankingSheetName, heads.band)).toEqual({ B: "Dẫn dắt", A: "Nâng cao", C: "Dẫn dắt" });
  expect(Object.keys(under(workbook, rankingSheetName, heads.rank))).toEqual(["B", "A", "C"]);
});

test.each<[string, CellValue[], CellValue, string, string[]]>([
  ["all points", [1, 2, 3], null, "Đủ", []],
  ["no points", [null, null, null], null, "Chưa có điểm, chưa xếp hạng", ["unit-no-score"]],
  ["one indicator missing", [1, null, 3], null, "Còn thiếu điểm 1 chỉ số", ["points-missing"]],
  ["a dash for what does not apply", [1, "–", 3], 70, "Đủ", []],
  ["a number as text", [1, 2, "3331,01"], null, "“3. Chỉ số “3””: nhập số từ 0 đến 50", ["points-not-number", "unit-no-score"]],
  ["a misprint above the maximum", [1, 2, 3331.01], null, "“3. Chỉ số “3””: nhập số từ 0 đến 50", ["points-out-of-range", "unit-no-score"]],
  ["points below 0", [-0.5, 2, 3], null, "“1. Chỉ số “1””: nhập số từ 0 đến 20", ["points-out-of-range", "unit-no-score"]],
  ["an error", [1, { error: "#N/A" }, 3], null, "“2. Chỉ số “2””: nhập số từ 0 đến 30", ["points-not-number", "unit-no-score"]],
  ["a maximum of 0", [1, 2, 3], 0, "Điểm tối đa của đơn vị: nhập số lớn hơn 0, không quá 100", ["unit-max-wrong"]],
  ["a maximum above the rubric's", [1, 2, 3], 450, "Điểm tối đa của đơn vị: nhập số lớn hơn 0, không quá 100", ["unit-max-wrong"]],
  ["a maximum in words", [1, 2, 3], "84đ", "Điểm tối đa của đơn vị: nhập số lớn hơn 0, không quá 100", ["unit-max-wrong"]],
])("%s: the status says so, and so do the problems, with their cells", (_, points, max, status, codes) => {
  const { workbook, book } = rankTyped(rubric, [unit("A"), unit("B")], [points, [1, 1, 1]], max === null ? [] : [max]);
  expect(note(workbook, "A")).toBe(status);
  expect(book.issues.map(({ code }) => code)).toEqual(codes);
  for (const of of book.issues) {
    if (of.code !== "unit-no-score") expect(of.at.cell).toMatch(/^Chỉ số![A-Z]+7$/);
    for (const language of ["vi", "en"] as const) expect(say(of, language)).not.toMatch(/undefined|NaN|\[object/);
  }
});

test("percent and band are of the unit's own maximum", () => {
  const { workbook, book } = rankTyped(rubric, [unit("A"), unit("B")], [[18.32, "–", 50], [10, 10, 10]], [84]);
  expect(under(workbook, rankingSheetName, words.ranks.heads.percent)["A"]).toBeCloseTo(81.33333333, 8);
  expect(book.standings[0]!.band).toBe("Dẫn dắt");
});

describe("a second press, in place", () => {
  test("changes nothing where nothing changed", () => {
    const again = rank(plain.workbook, rubric);
    expect(again.workbook.sheets).toEqual(plain.workbook.sheets);
  });

  test("keeps what people typed, right or wrong, and rows follow the new ranks", () => {
    const changed = typedInto(plain.workbook, indicatorsSheetName, [
      [...pointsCell(plain.workbook, "A", indicatorsKey.points("n2")), 50],
      [...pointsCell(plain.workbook, "B", indicatorsKey.points("n0")), "hai mươi"],
    ]);
    const { workbook } = rank(changed, rubric);
    const [row, at] = pointsCell(workbook, "B", indicatorsKey.points("n0"));
    expect(sheetOf(workbook, indicatorsSheetName).cells[row]![at]!.v).toBe("hai mươi");
    expect(under(workbook, rankingSheetName, words.ranks.heads.rank)).toEqual({ A: 1, C: "KK", B: "–" });
  });

  test("keeps the points of a unit that left the list, at the end, until it comes back", () => {
    const without = typedInto(plain.workbook, unitsSheetName, [[4, 0, null], [4, 1, null]]);
    const left = rank(without, rubric);
    expect(left.book.issues.map(({ code }) => code)).toEqual(["points-unlisted"]);
    expect(Object.keys(under(left.workbook, indicatorsSheetName, words.points.heads.total))).toEqual(["B", "C", "A"]);
    expect(note(left.workbook, "A")).toBe(words.points.notes.unlisted);
    expect(Object.keys(under(left.workbook, rankingSheetName, words.ranks.heads.rank))).toEqual(["B", "C"]);
    const back = rank(typedInto(left.workbook, unitsSheetName, [[4, 0, "A"], [4, 1, "Đơn vị A"]]), rubric);
    expect(under(back.workbook, indicatorsSheetName, words.points.heads.total)).toEqual({ A: 60, B: 90.5, C: 100 });
    expect(back.book.issues).toEqual([]);
  });

  test("keeps the letterhead as people worded it", () => {
    const sheet = sheetOf(plain.workbook, rankingSheetName);
    const agency = sheet.cells.findIndex((row) => row?.[0]?.v === formWords("vi").agency);
    const sign = sheet.cells.findIndex((row) => row?.[0]?.v === words.ranks.preparedBy);
    const typed = typedInto(plain.workbook, rankingSheetName, [
      [agency, 0, "UBND TỈNH GIA LAI"], [sign, 5, "KT. CHỦ TỊCH"], [sign + 5, 5, "=Nguyễn Văn A"],
    ]);
    const more = typedInto(typed, unitsSheetName, [[7, 0, "D"], [7, 1, "Đơn vị D"], [7, 2, "Khối khác"]]);
    const { cells } = sheetOf(rank(more, rubric).workbook, rankingSheetName);
    const texts = cells.flatMap((row) => (row ?? []).map((cell) => cell?.v));
    for (const text of ["UBND TỈNH GIA LAI", "KT. CHỦ TỊCH", "=Nguyễn Văn A"]) expect(texts.filter((of) => of === text)).toHaveLength(1);
    expect(cells.flat().some((cell) => cell?.f?.includes("Nguyễn"))).toBe(false);
  });

  test("in another language keeps points, standings and bands", () => {
    const english = rank(plain.workbook, rubric, new Map(), { ...facts, language: "en" });
    expect(english.book.standings.map(({ rank: own }) => own)).toEqual([2, 1, null]);
    const texts = sheetOf(english.workbook, rankingSheetName).cells.flatMap((row) => (row ?? []).map((cell) => cell?.v));
    expect(texts).toContain("Overall rank");
    expect(texts).not.toContain("Hạng");
    expect(rank(english.workbook, rubric).workbook.sheets).toEqual(plain.workbook.sheets);
  });

  test("is refused where something was typed since it was computed", () => {
    const snapshot = snapshotOf(plain.workbook, facts, null);
    const book = rankingBook(snapshot, rubric, readUnits(snapshot).list, new Map());
    const typed = typedInto(plain.workbook, indicatorsSheetName, [[...pointsCell(plain.workbook, "A", indicatorsKey.points("n1")), 7]]);
    expect(applyPatch(typed, book.patch).ok).toBe(false);
  });
});

describe("units with a form", () => {
  const answers = (points: readonly (number | null)[]) =>
    new Map(points.map((value, at) => [`n${at}`, { inputs: { points: value }, evidence: "", explanation: "" }]));
  const filled = [[20, 30, 40], [null, null, null], [5, null, 5]].map((points) => ({ rubric, answers: answers(points), reviews: new Map() }));
  const book = formBook(filled);
  const forms = new Map<string, UnitForm>(
    book.forms.map(({ layout, filled: of }, at) => [`F${at}`, { layout, scores: score(rubric, of.answers) }]),
  );
  const units = [unit("F0"), unit("F1"), unit("F2"), unit("T")];
  const first = applied(book.workbook, rankingBook(snapshotOf(book.workbook, facts, null), rubric, listOf(units), forms).patch);
  const typed = typedInto(first, indicatorsSheetName, ["n0", "n1", "n2"].map((id) => [...pointsCell(first, "T", indicatorsKey.points(id)), 20]));
  const { workbook, book: ranking } = rank(typed, rubric, forms);

  test("take their points by absolute references, beside typed ones", () => {
    expect(under(workbook, rankingSheetName, words.ranks.heads.rank)).toEqual({ F0: 1, T: 2, F2: 3, F1: "–" });
    const { cells } = sheetOf(workbook, indicatorsSheetName);
    const [row, at] = pointsCell(workbook, "F0", indicatorsKey.points("n0"));
    expect(cells[row]![at]!.f).toMatch(/^IF\(SUM\('Phiếu 1'!\$[A-Z]+\$\d+:\$[A-Z]+\$\d+\)>0,.*'Phiếu 1'!\$[A-Z]+\$\d+/);
    expect(note(workbook, "F2")).toBe("Còn thiếu điểm 1 chỉ số");
    expect(ranking.issues.map(({ code }) => code)).toEqual(["unit-no-score"]);
  });

  test("show each criterion's final points too", () => {
    const { cells } = sheetOf(workbook, indicatorsSheetName);
    const at = cells[0]!.findIndex((cell) => cell?.v === indicatorsKey.criterion("n2"));
    expect(cells.slice(6, 10).map((row) => row?.[at]?.v ?? null)).toEqual([40, "", 5, null]);
  });

  test("typed points give way to a form, and are told", () => {
    const later = rank(typed, rubric, new Map([...forms, ["T", forms.get("F0")!]]));
    expect(later.book.issues.map(({ code }) => code)).toEqual(["points-from-form", "points-from-form", "unit-no-score"]);
  });
});

describe("the sheets", () => {
  const nasty = ["=1+1", '"; DROP', "d'Artagnan", "-5", "@x", "<b>Xã</b>", `Xã ${"rất ".repeat(80)}dài`.slice(0, 255).trim()];
  const { workbook } = rankTyped(
    pointsRubric([["20"], ["30.5"], ["5", "-5"]], { ties: "dense" }),
    nasty.map((name, at) => ({ ...unit(`N${at}`, `Khối ${at % 2}`, { previous: { total: parseExact("1.5"), rank: 2 } }), name })),
    nasty.map((_, at) => [at, at * 2, -at / 2]),
  );
  const sheets = [unitsSheetName, indicatorsSheetName, rankingSheetName].map((name) => sheetOf(workbook, name));

  test("hold people's names as text, never as formulas", () => {
    for (const sheet of sheets) {
      for (const cell of sheet.cells.flat()) {
        const code = cell?.f?.replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'/g, "") ?? "";
        for (const part of ["1+1", "DROP", "Artagnan", "@", "Xã"]) expect(code).not.toContain(part);
      }
    }
    expect(Object.values(under(workbook, rankingSheetName, words.ranks.heads.name)).sort()).toEqual([...nasty].sort());
  });

  test("keep formulas and their texts within what spreadsheets take", () => {
    for (const sheet of sheets) {
      for (const cell of sheet.cells.flat()) {
        expect(cell?.f?.length ?? 0).toBeLessThan(2000);
        for (const [, text] of cell?.f?.matchAll(/"((?:[^"]|"")*)"/g) ?? []) expect(text!.length).toBeLessThanOrEqual(255);
      }
      for (const { rule } of sheet.validations) {
        expect(Math.max(rule.prompt.title.length, rule.error.title.length)).toBeLessThanOrEqual(32);
        expect(rule.prompt.text.length).toBeLessThanOrEqual(255);
        expect(rule.error.text.length).toBeGreaterThan(0);
        expect(rule.error.text.length).toBeLessThanOrEqual(255);
      }
    }
  });

  test("name no cell of another sheet relatively, so that rows can be sorted", () => {
    for (const sheet of sheets) {
      for (const cell of sheet.cells.flat()) expect(cell?.f ?? "").not.toMatch(/'![A-Z]/);
    }
  });

  test("are protected without a password; what may be sorted is unlocked and refuses typing where it computes", () => {
    for (const sheet of sheets) expect(sheet.protection).toMatchObject({ filter: true, sort: true });
    for (const sheet of sheets.slice(1)) {
      const { row, column: from, rows, columns } = sheet.filter!;
      for (let r = row + 1; r < row + rows; r += 1) {
        for (let c = from; c < from + columns; c += 1) expect(sheet.cells[r]?.[c]?.s?.locked).toBe(false);
      }
      const computed = sheet.validations.filter(({ rule }) => rule.kind === "length" && rule.max === 0);
      const covered = (r: number, c: number) =>
        computed.some(({ area }) => r >= area.row && r < area.row + area.rows && c >= area.column && c < area.column + area.columns);
      sheet.cells.forEach((cells, r) => cells?.forEach((cell, c) => {
        if (cell?.f !== undefined && cell.s?.locked === false) expect(covered(r, c)).toBe(true);
      }));
    }
  });

  test("hide their helpers, and colour points in one hue by indicator", () => {
    const points = sheets[1]!;
    const last = points.filter!.columns;
    points.cells.forEach((row) => row?.forEach((cell, c) => c >= last && cell !== undefined && expect(points.columns[c]?.hidden).toBe(true)));
    expect(points.scales.map(({ area }) => area.columns)).toEqual([1, 1, 1, 1]);
  });
});

test.each([3, 20, 168, 1000, 3321])("%i units: a line costs as many formulas as with any other number", (count) => {
  const nine = pointsRubric(Array.from({ length: 9 }, () => ["100"] as const));
  const list = listOf(Array.from({ length: count }, (_, at) => unit(`U${at}`, `Khối ${at % 3}`)));
  const started = Date.now();
  const { patch } = rankingBook(snapshotOf(emptyWorkbook, facts, null), nine, list, new Map());
  console.log(`${count} units x 9 indicators: patch in ${Date.now() - started} ms`);
  const formulas = patch.sheets.flatMap(({ blocks = [] }) => blocks.flatMap(({ cells }) => cells.flat()))
    .filter((write) => write !== null && "f" in write).length;
  const perUnit = 68;
  expect(Math.abs(formulas - perUnit * count)).toBeLessThan(120);
});
