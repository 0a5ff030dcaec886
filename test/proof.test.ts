import type { Proven } from "../core/app-port";
import type { Difference } from "../core/proof/proof";
import { cellName, parseCellName } from "../core/sheet/address";
import type { CellValue } from "../core/sheet/workbook";
import { Desk, type FormPart, named } from "./kit/desk";
import { evaluated } from "./kit/evaluated";
import { rankedDesk } from "./kit/ranked-desk";

const proofOf = (desk: Desk): Proven => desk.all(desk.app.prove(desk.snapshot()));
const cellOf = ({ at }: Difference): string => `${at.sheet}!${cellName(at.row, at.column)}`;
/** What is wrong by itself: where, what stands there, what should, points gained, total and rank. */
const roots = (proof: Proven) =>
  proof.differences.filter(({ follows }) => !follows).map((each) => [
    cellOf(each), each.shown, each.right, each.gain,
    `${each.effect?.total.shown} > ${each.effect?.total.right}`, `${each.effect?.rank?.shown} > ${each.effect?.rank?.right}`,
  ]);


interface Row {
  readonly what: string;
  /** Done to the workbook as it stands; `true`: everything is computed afresh after it. */
  readonly tamper: (desk: Desk) => boolean;
  /** Wrong by itself: cell, shown, right, points gained, total, rank. */
  readonly roots: readonly (readonly (string | null)[])[];
  /** Cells that are wrong because those are. */
  readonly follows?: readonly string[];
  /** Cells compared, where an answer opens or shuts some. */
  readonly cells?: number;
  /** What is wrong and yet not told at home: a formula stands there, which may wait to be computed, points that a list may hold, or a hidden helper that nothing takes over yet. */
  readonly untold?: true;
}

const [first, second, third] = ["Phiếu X01", "Phiếu X02", "Phiếu X03"] as const;
const put = (sheet: string, cell: string, v: CellValue, f?: string) => (desk: Desk): void => {
  const { row, column } = parseCellName(cell)!;
  desk.enter({ sheet, row, column }, v, f);
};
/** A value in place of a formula, the rest left as it was computed before. */
const typed = (sheet: string, cell: string, v: CellValue) => (desk: Desk): boolean => (put(sheet, cell, v)(desk), false);
/** The same, and every other formula computed afresh. */
const live = (sheet: string, cell: string, v: CellValue, f?: string) => (desk: Desk): boolean => (put(sheet, cell, v, f)(desk), true);
const answer = (desk: Desk, sheet: string, code: string, part: FormPart, v: CellValue): void =>
  desk.enter(desk.cell(code, part, sheet), v);

const rows: readonly Row[] = [
  {
    what: "a value over a criterion's formula, everything else live",
    tamper: live(second, "H9", 10),
    roots: [[`${second}!H9`, "10", "5", "-5", "15 > 10", "1 > 2"]],
    follows: [
      "N9", "U9", "V9", "H8", "N8", "H6", "H17", "N17", "H18", "N18",
    ].map((cell) => `${second}!${cell}`).concat([
      "Chỉ số!E8", "Chỉ số!L8", "Chỉ số!G8", "Chỉ số!I8", "Xếp hạng!E12", "Xếp hạng!G12", "Xếp hạng!I12", "Xếp hạng!K12",
      "Xếp hạng!I11", "Xếp hạng!K11",
    ]),
  },
  {
    what: "a formula that computes something else",
    tamper: live(third, "R12", 5, "5+0*R9"),
    roots: [[`${third}!R12`, "5", "0", "-5", "12.5 > 7.5", "1 > 3"]],
    untold: true,
  },
  {
    what: "an answer changed where nothing computes",
    tamper: (desk) => (answer(desk, first, "1.2", { input: "x" }, "Không"), false),
    roots: [
      [`${first}!R13`, "5", "0", "-5", "12.5 > 7.5", "1 > 2"],
    ],
    untold: true,
  },
  {
    what: "a total typed over",
    tamper: live(third, "N17", 17.5),
    roots: [[`${third}!N17`, "17.5", "7.5", "-10", "17.5 > 7.5", "1 > 3"]],
  },
  {
    what: "a total typed over where nothing computes",
    tamper: typed(second, "N17", 12.5),
    roots: [[`${second}!N17`, "12.5", "10", "-2.5", "12.5 > 10", "1 > 2"]],
    follows: [],
  },
  {
    what: "a rank typed over",
    tamper: live("Xếp hạng", "I12", 1),
    roots: [["Xếp hạng!I12", "1", "2", null, "10 > 10", "2 > 2"]],
    follows: [],
  },
  {
    what: "a number as text",
    tamper: live(first, "H12", "5"),
    roots: [[`${first}!H12`, "5", "5", "5", "7.5 > 12.5", "2 > 1"]],
  },
  {
    what: "a number as text, with a decimal comma",
    tamper: typed(first, "N9", "7,5"),
    roots: [[`${first}!N9`, "7,5", "7.5", "7.5", "12.5 > 12.5", "1 > 1"]],
    follows: [],
  },
  {
    what: "a broken reference",
    tamper: typed(first, "V9", { error: "#REF!" }),
    roots: [[`${first}!V9`, "#REF!", "7.5", "7.5", "12.5 > 12.5", "1 > 1"]],
    untold: true,
    follows: [],
  },
  {
    what: "a broken reference that everything takes over",
    tamper: live(second, "R9", null, "1/0"),
    roots: [[`${second}!R9`, "#DIV/0!", "5", "5", "5 > 10", "3 > 2"]],
    untold: true,
  },
  {
    what: "points beyond the maximum",
    tamper: live(third, "N15", 9),
    roots: [[`${third}!N15`, "9", "5", "-4", "11.5 > 7.5", "2 > 3"]],
  },
  {
    what: "a computed cell emptied",
    tamper: live(first, "H9", null),
    roots: [[`${first}!H9`, "", "7.5", "7.5", "5 > 12.5", "3 > 1"]],
  },
  {
    what: "TRUE for points",
    tamper: typed(first, "H8", true),
    roots: [[`${first}!H8`, "TRUE", "12.5", "12.5", "12.5 > 12.5", "1 > 1"]],
    follows: [],
  },
  {
    what: "a tenth of a millionth of a point",
    tamper: typed(first, "N9", 7.5000001),
    roots: [[`${first}!N9`, "7.5000001", "7.5", "-0.0000001", "12.5 > 12.5", "1 > 1"]],
    follows: [],
  },
  {
    what: "what binary leaves in the sixteenth digit",
    tamper: typed(first, "N9", 7.500000000000001),
    roots: [],
  },
  {
    what: "points of a form typed over on Chỉ số",
    tamper: live("Chỉ số", "E9", 12.5),
    roots: [["Chỉ số!E9", "12.5", "2.5", "-10", "7.5 > 7.5", "3 > 3"]],
    follows: ["Xếp hạng!K13", "Xếp hạng!K12"],
    untold: true,
  },
  {
    what: "a total typed over on Chỉ số",
    tamper: live("Chỉ số", "G9", 12.5),
    roots: [["Chỉ số!G9", "12.5", "7.5", "-5", "12.5 > 7.5", "1 > 3"]],
    untold: true,
  },
  {
    what: "an answer turned to text: no points in the sheet, none in the core",
    tamper: (desk) => (answer(desk, first, "1.1", { input: "a" }, "3"), true),
    roots: [],
    cells: 163,
  },
  {
    what: "an answer that is an error",
    tamper: (desk) => (answer(desk, first, "1.1", { input: "a" }, { error: "#REF!" }), true),
    roots: [],
    cells: 163,
  },
  {
    what: "points of a reviewer",
    tamper: (desk) => (answer(desk, second, "1.1", "reviewed", 8), true),
    roots: [],
  },
  {
    what: "a reviewer's points beyond the maximum, which neither takes",
    tamper: (desk) => (answer(desk, second, "1.1", "reviewed", 80), true),
    roots: [],
  },
  {
    what: "points by hand changed",
    tamper: (desk) => (answer(desk, first, "2.1", { input: "points" }, 4.5), true),
    roots: [],
  },
  {
    what: "sheets called otherwise",
    tamper: (desk) => (desk.renameSheet(first, "Xã An"), desk.renameSheet("Xếp hạng", "Phụ lục 2"), false),
    roots: [],
  },
  {
    what: "a row put in above the table",
    tamper: (desk) => (desk.insertRow(first, 8), false),
    roots: [],
  },
  {
    what: "rows of the ranking in another order",
    tamper: (desk) => (desk.rows("Xếp hạng", (count) => Array.from({ length: count }, (_, k) => (k === 10 ? 12 : k === 12 ? 10 : k))), false),
    roots: [],
  },
];

test.each(rows)("$what", ({ tamper, roots: expected, follows, cells = 165, untold = false }) => {
  const desk = rankedDesk();
  if (tamper(desk)) desk.workbook = evaluated(desk.workbook);
  const proof = proofOf(desk);
  expect(roots(proof)).toEqual(expected);
  if (follows !== undefined) expect(proof.differences.filter((each) => each.follows).map(cellOf).sort()).toEqual([...follows].sort());
  expect(proof.cells).toBe(cells);
  expect(proof.told.vi.good).toBe(proof.differences.length === 0);
  const told = desk.look().findings.filter(({ issue: { code } }) => code === "formula-points-apart");
  expect(told.map(({ at }) => named(at!))).toEqual(untold || expected.length === 0 ? [] : [expected[0]![0]]);
});

test("it goes a form at a time, so that it can be watched and stopped", () => {
  const desk = rankedDesk();
  const run = desk.app.prove(desk.snapshot());
  const steps = "next" in run ? [...run] : [];
  expect(steps).toEqual([0, 1, 2, 3, 4].map((done) => ({ done, of: 5 })));
});

test("a lost row is told, not guessed; so is a unit without a line in the ranking, and a rubric changed since", () => {
  const desk = rankedDesk();
  const { row } = desk.cell("1.2", "row", first);
  desk.deleteRow(first, row);
  const { row: unitRow } = parseCellName("A12")!;
  desk.deleteRow("Xếp hạng", unitRow - 1);
  const proof = proofOf(desk);
  expect([proof.lost, proof.absent, proof.told.vi.good]).toEqual([8, 1, false]);
  expect(proof.told.vi.notes.join(" ")).toContain("8 ô không còn trên trang tính");
  expect(proof.told.en.notes.join(" ")).toContain("Units without a row in the ranking: 1.");
});

test("without a rubric or a form there is nothing to prove, and it says so", () => {
  const proof = proofOf(new Desk());
  expect([proof.cells, proof.told.vi.good, proof.told.vi.summary]).toEqual([0, false, "Chưa có ô điểm nào để kiểm chứng. Lập phiếu trước."]);
});
