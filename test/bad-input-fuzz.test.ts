import fc from "fast-check";
import type { Finding } from "../core/app-port";
import { wordsOf } from "../core/words/say";
import type { CellValue } from "../core/sheet/workbook";
import { Desk } from "./kit/desk";
import { badlySaid } from "./kit/well-said";
import { filledDesk } from "./rows/bad-input";

/** Two forms, a ranking with bands, a rubric, an annex: everything that a workbook of ours holds. */
const base = ((): Desk => {
  const desk = filledDesk();
  const bands = [{ name: "Tốt", from: "50", inclusive: true }, { name: "Yếu", from: "0", inclusive: true }];
  desk.write(desk.app.settings(desk.snapshot(), { ...desk.look().settings!, bands }));
  desk.build({ code: "A2", name: "Xã Hai" });
  desk.rank();
  return desk;
})();
const names = base.workbook.sheets.map(({ name }) => name);

/** Words that are ours inside, typed by people. */
const insides = [
  "NaN", "#head", "#mark", "scorebook form 1 vi", "scorebook store 1", "c:I/2|a", "c:I/9|zz", "points c:I/2", "c:I/2", "unit.name",
  "ranking.code", "settings.digits", '{"kind":"criterion"}',
];
const value: fc.Arbitrary<CellValue> = fc.oneof(
  fc.constantFrom<CellValue>(
    ...insides, null, "", " ", 0, -1, 1.005, 1e16, 1e308, -1e308, 5e-324, true, false, { error: "#REF!" }, { error: "#DIV/0!" }, { error: "#N/A" },
    "Có", "có", "Không áp dụng", "1.000", "3,5", "101%", "=1+1", "-", "##", "|", "a|b|c", "Mã hệ thống", "Cách tính điểm", "Loại", "Điểm tối đa", "Nhóm", "{", "form",
    "n".repeat(40000),
  ),
  fc.double({ noNaN: true, noDefaultInfinity: true }), fc.string({ unit: "grapheme", maxLength: 12 }),
);

/** The same draws each time; `FUZZ=1000` draws a thousand others. */
const runs = process.env["FUZZ"] === undefined ? { numRuns: 60, seed: 2026 } : { numRuns: Number(process.env["FUZZ"]) };

type Act = (desk: Desk) => void;
const where = fc.record({ sheet: fc.constantFrom(...names), at: fc.nat(), column: fc.nat() });
/** A place that is in use, more often than beside it. */
function place(desk: Desk, { sheet, at, column }: { sheet: string; at: number; column: number }): { sheet: string; row: number; column: number } | null {
  const own = desk.workbook.sheets.find(({ name }) => name === sheet);
  if (own === undefined) return null;
  const row = at % (own.cells.length + 2);
  return { sheet, row, column: column % ((own.cells[row]?.length ?? 0) + 2) };
}
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(where, value).map(([to, v]): Act => (desk) => {
    const cell = place(desk, to);
    if (cell !== null) desk.enter(cell, v);
  }) },
  { weight: 1, arbitrary: fc.tuple(where, value).map(([to, v]): Act => (desk) => {
    const cell = place(desk, to);
    if (cell !== null) desk.enter(cell, v, "1+1", "dd/mm/yyyy");
  }) },
  { weight: 3, arbitrary: fc.tuple(where, fc.constantFrom("deleteRow", "duplicateRow", "insertRow")).map(([to, how]): Act => (desk) => {
    const cell = place(desk, to);
    if (cell !== null) desk[how](cell.sheet, cell.row);
  }) },
  { weight: 1, arbitrary: fc.tuple(where, fc.constantFrom(...names, "Ghi chú")).map(([{ sheet }, to]): Act => (desk) => {
    if (!desk.workbook.sheets.some(({ name }) => name === to)) desk.renameSheet(sheet, to);
  }) },
  { weight: 1, arbitrary: where.map(({ sheet }): Act => (desk) => desk.deleteSheet(sheet)) },
);

const said = new Set<string>();
const checked = (findings: readonly Finding[]): string[] => {
  for (const { issue } of findings) said.add(issue.code);
  return findings.flatMap((finding) => badlySaid(finding, insides));
};

/** Everything that the panel asks, on a workbook as it stands; what is badly said. */
function ask(desk: Desk): string[] {
  const snapshot = desk.snapshot();
  const { app } = desk;
  const status = app.look(snapshot);
  const preview = app.readTable(snapshot, new Set());
  for (const { id } of preview.rows) app.why(snapshot, id, null);
  for (const sheet of snapshot.sheets) app.whyAt(snapshot, { sheet: sheet.name, row: 9, column: 0 });
  const outcomes = [
    app.confirm(snapshot, preview), app.convert(snapshot, status.findings), app.preset(snapshot, "hcm-xa-2026"),
    desk.all(app.build(snapshot, { units: [{ code: "HT", name: "Phường Hạc Thành" }], year: "2026" })), desk.all(app.rank(snapshot)),
  ];
  for (const outcome of outcomes) {
    // Nothing is refused without a word, and what is to be written can be.
    if (outcome.patch === null) expect(outcome.findings.length + (outcome === outcomes[1] ? 1 : 0)).toBeGreaterThan(0);
    else new Desk(desk.workbook).apply(outcome.patch);
  }
  return [
    ...checked(status.findings), ...checked(preview.findings), ...preview.rows.flatMap((row) => checked(row.findings)),
    ...outcomes.flatMap(({ findings }) => checked(findings)),
  ];
}

test("whatever becomes of the cells, nothing throws and every problem is said in both languages", () => {
  fc.assert(
    fc.property(fc.array(act, { minLength: 1, maxLength: 12 }), (acts) => {
      const desk = base.copy();
      for (const each of acts) each(desk);
      expect(ask(desk)).toEqual([]);
    }),
    runs,
  );
  expect(said.size).toBeGreaterThan(20);
  expect([...said].filter((code) => !(code in wordsOf("en").issues))).toEqual([]);
});

/** What people do to the rows of forms and rubric, and to the sheets that only we need. */
const rough: fc.Arbitrary<Act> = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(fc.constantFrom("Phiếu", "Phiếu A2", "Bộ chỉ số"), fc.nat(), fc.constantFrom("deleteRow", "duplicateRow", "insertRow"))
    .map(([sheet, at, how]): Act => (desk) => {
      const rows = desk.workbook.sheets.find(({ name }) => name === sheet)?.cells.length ?? 0;
      // The hidden and the header rows stay, and so does the answers' own row.
      const first = sheet === "Bộ chỉ số" ? 4 : 7;
      if (rows > first + 3) desk[how](sheet, first + (at % (rows - first)));
    }) },
  { weight: 6, arbitrary: fc.tuple(fc.nat(), fc.nat({ max: 8 }), value).map(([at, column, v]): Act => (desk) => {
    const rows = desk.workbook.sheets.find(({ name }) => name === "Bộ chỉ số")?.cells.length ?? 0;
    if (rows > 4) desk.enter({ sheet: "Bộ chỉ số", row: 4 + (at % (rows - 4)), column }, v);
  }) },
  { weight: 1, arbitrary: fc.constantFrom("_scorebook", "Bộ chỉ số", "Xếp hạng", "Chỉ số", "Phụ lục").map((name): Act => (desk) => desk.deleteSheet(name)) },
  { weight: 1, arbitrary: fc.constantFrom("Phiếu", "Phiếu A2").map((name): Act => (desk) => desk.renameSheet(name, `${name} cũ`)) },
);

test("an answer is never lost by pressing “Lập phiếu”: it stays in the form, is kept aside, or stands in the log", () => {
  const full = base.copy();
  const texts: string[] = [];
  for (const sheet of ["Phiếu", "Phiếu A2"]) {
    for (const code of ["1", "2", "3", "4", "5", "6", "7", "8"]) {
      for (const part of ["evidence", "explanation", "reason"] as const) {
        texts.push(`${sheet} ${code} ${part}`);
        full.enter(full.cell(code, part, sheet), texts[texts.length - 1]!);
      }
    }
  }
  fc.assert(
    fc.property(fc.array(fc.array(rough, { maxLength: 6 }), { minLength: 1, maxLength: 3 }), (rounds) => {
      const desk = full.copy();
      const everywhere = (): Set<CellValue> => new Set(desk.snapshot().sheets.flatMap(({ values }) => values.flat()));
      for (const acts of rounds) {
        for (const each of acts) each(desk);
        const before = texts.filter((text) => everywhere().has(text));
        const built = desk.all(desk.app.build(desk.snapshot(), { units: [{ code: "HT", name: "Phường Hạc Thành" }], year: "2026" }));
        if (built.patch !== null) desk.apply(built.patch);
        const after = everywhere();
        expect(before.filter((text) => !after.has(text))).toEqual([]);
      }
    }),
    runs,
  );
});
