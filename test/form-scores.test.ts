import { formPatch } from "../core/form/form-sheet";
import { dash, layoutForm } from "../core/form/layout";
import { type Exact, toNumber } from "../core/number/exact";
import { bandOf, bandValue } from "../core/ranking/band";
import { score } from "../core/scoring/score";
import type { Write } from "../core/sheet/patch";
import type { CellValue } from "../core/sheet/workbook";
import { randomCase } from "./kit/random-rubric";

const seeds = Array.from({ length: 300 }, (_, index) => index + 1);
const near = (value: CellValue): CellValue => (typeof value === "number" ? Number(value.toPrecision(14)) : value);
const number = (value: Exact | null): CellValue => (value === null ? "" : toNumber(value));

test.each(seeds)("the form of random rubric %i holds the core's scores", (seed) => {
  const { rubric, answers, reviews } = randomCase(seed);
  const unit = { code: "U1", name: "Sở Tư pháp" };
  const patch = formPatch(rubric, { sheet: "Phiếu", unit, language: "vi", decimal: ",", answers, reviews });
  const layout = layoutForm(rubric, "Phiếu");
  const cells = patch.blocks![0]!.cells;
  const at = (row: number, column: keyof typeof layout.columns): CellValue =>
    near((cells[row]![layout.columns[column]] as Exclude<Write, null>).v);
  const scores = score(rubric, answers, reviews);
  const found: Record<string, unknown> = {};
  const expected: Record<string, unknown> = {};
  for (const [id, own] of scores.criteria) {
    const row = layout.rowOf(id);
    const leftOut = !own.applicable;
    found[id] = [at(row, "self"), at(row, "final"), at(row, "ownMax"), leftOut ? own.code : at(row, "outcome"), at(row, "adjusted")];
    expected[id] = [number(own.self), number(own.final), number(own.max), own.code, number(own.reviewed)].map((v) => near(v as CellValue));
  }
  for (const [id, own] of scores.groups) {
    const row = layout.rowOf(id);
    found[id] = (["self", "final", "max"] as const).map((column) => at(row, column));
    const shown = [own.self, own.final, own.max].map((value) => near(number(value)));
    expected[id] = shown.map((value, k) => ((found[id] as CellValue[])[k] === dash && value === 0 ? dash : value));
  }
  for (const { pillar, row } of layout.pillars) {
    const own = scores.pillars.get(pillar.code)!;
    found[`pillar ${pillar.code}`] = (["self", "final", "max"] as const).map((column) => at(row, column));
    expected[`pillar ${pillar.code}`] = [own.self, own.final, own.max].map((value) => near(number(value)));
  }
  const { total, percent } = scores;
  found["total"] = [at(layout.totalRow, "self"), at(layout.totalRow, "final"), at(layout.totalRow, "max"), at(layout.percentRow, "final")];
  expected["total"] = [total.self, total.final, total.max].map((value) => near(number(value)));
  (expected["total"] as CellValue[]).push(percent === null ? dash : near(number(percent)));
  if (rubric.settings.bands.length > 0) {
    const value = bandValue(rubric.settings, total.final, percent);
    found["band"] = at(layout.bandRow, "final");
    expected["band"] = value === null ? dash : (bandOf(value, rubric.settings.bands) ?? "");
  }
  found["progress"] = at(layout.progressCell.row, "status");
  expected["progress"] = `Đã điền ${total.filled}/${total.total} tiêu chí`;
  expect(found).toEqual(expected);
});
