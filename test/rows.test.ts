import { decimalText, parseExact, roundPoints, toNumber } from "../core/number/exact";
import { inputsOf } from "../core/rule/inputs";
import { rulePoints } from "../core/rule/points";
import { readRule } from "../core/rule/read";
import type { Rule } from "../core/rule/rule";
import { typed } from "../core/rule/typed";
import { presetRubric } from "../core/rubric/preset";
import { criteriaOf, type Criterion } from "../core/rubric/rubric";
import type { Answer } from "../core/scoring/answer";
import { score } from "../core/scoring/score";
import type { CellValue } from "../core/sheet/workbook";
import { computed, engines } from "./kit/differences";
import { digits15 } from "./kit/engines";
import { type Filled, formBook } from "./kit/form-book";
import { type Row, rows } from "./kit/rows";

const rubric = presetRubric("hcm-xa-2026")!;
const criteria = new Map(criteriaOf(rubric).map((criterion) => [criterion.code, criterion]));

/** What the cells hold after somebody typed a row's inputs. */
function cellsOf(row: Row, rule: Rule | null, bounds: Pick<Criterion, "min" | "max">): Record<string, CellValue> {
  const cells: Record<string, CellValue> = {};
  for (const input of inputsOf(rule, bounds)) {
    const entry = row.inputs[input.name] ?? null;
    const read = typed(input, entry);
    cells[input.name] = read.kind === "cell" ? read.value : entry;
  }
  return cells;
}

/** The rows dealt out to as many units as the criterion with most rows has; a unit answers each criterion once. */
function dealt(): { rows: Map<string, Row>; filled: Filled }[] {
  const units: Map<string, Row>[] = [];
  const next = new Map<string, number>();
  for (const row of rows) {
    const unit = next.get(row.criterion) ?? 0;
    next.set(row.criterion, unit + 1);
    if (units.length <= unit) units.push(new Map());
    units[unit]!.set(row.criterion, row);
  }
  return units.map((own) => {
    const answers = new Map<string, Answer>();
    for (const [code, row] of own) {
      const criterion = criteria.get(code)!;
      answers.set(criterion.id, { inputs: cellsOf(row, criterion.rule, criterion), evidence: "", explanation: "" });
    }
    return { rows: own, filled: { rubric, answers, reviews: new Map() } };
  });
}

const units = dealt();
const number = (points: string | null): number | null => (points === null ? null : toNumber(parseExact(points)));

test("the inputs of the preset have the names that the rows use", () => {
  const names = (row: Row): string => Object.keys(row.inputs).sort().join(" ");
  const differing = rows.filter((row) => {
    const criterion = criteria.get(row.criterion)!;
    return names(row) !== inputsOf(criterion.rule, criterion).map(({ name }) => name).sort().join(" ");
  });
  expect(differing).toEqual([]);
});

describe("the decision's own words, read with every assumption agreed to, give each row its points", () => {
  test.each([...criteria.values()].map((criterion) => [criterion.code, criterion] as const))("%s", (code, criterion) => {
    const wrong = rows.filter((row) => row.criterion === code).flatMap((row) => {
      const reading = readRule(row.text, criterion);
      const rule = reading.kind === "read" ? reading.rule : null;
      const cells = cellsOf(row, rule, criterion);
      const outcome = rulePoints(rule, criterion, (name) => cells[name] ?? null);
      const points = outcome.kind === "scored" ? decimalText(roundPoints(outcome.points, 2)) : null;
      return points === row.points ? [] : [{ inputs: row.inputs, expected: row.points, points }];
    });
    expect(wrong).toEqual([]);
  });
});

test("the preset scores each row", () => {
  const wrong = units.flatMap(({ rows: own, filled }) => {
    const scores = score(rubric, filled.answers);
    return [...own.values()].flatMap((row) => {
      const { self } = scores.criteria.get(criteria.get(row.criterion)!.id)!;
      const points = self === null ? null : decimalText(self);
      return points === row.points ? [] : [{ criterion: row.criterion, inputs: row.inputs, expected: row.points, points }];
    });
  });
  expect(wrong).toEqual([]);
});

test.each(engines)("the form's formulas give each row its points in %s", async (engine) => {
  const { workbook, forms } = formBook(units.map(({ filled }) => filled));
  const [sheets] = await computed(engine, [workbook]);
  let compared = 0;
  const wrong = units.flatMap(({ rows: own }, index) => {
    const { sheet, layout } = forms[index]!;
    return [...own.values()].flatMap((row) => {
      compared++;
      const found = sheets![sheet]![layout.rowOf(criteria.get(row.criterion)!.id)]?.[layout.columns.self] ?? null;
      const points = digits15(found === "" ? null : found);
      return points === number(row.points) ? [] : [{ criterion: row.criterion, inputs: row.inputs, expected: row.points, points }];
    });
  });
  expect(wrong).toEqual([]);
  expect(compared).toBe(rows.length);
}, 300_000);
