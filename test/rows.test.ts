import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { decimalText, parseExact, roundPoints, toNumber } from "../core/number/exact";
import { inputsOf } from "../core/rule/inputs";
import { rulePoints } from "../core/rule/points";
import { readRule } from "../core/rule/read";
import type { Rule } from "../core/rule/rule";
import { typed } from "../core/rule/typed";
import { presetRubric } from "../core/rubric/preset-rubric";
import { criteriaOf, type Criterion } from "../core/rubric/rubric";
import type { Answer } from "../core/scoring/answer";
import { score } from "../core/scoring/score";
import type { CellValue } from "../core/sheet/workbook";
import { readXlsx } from "../excel-addin/page/xlsx";
import { computed, differences, engines } from "./kit/differences";
import { digits15, recalculate } from "./kit/engines";
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
    return (
      names(row) !==
      inputsOf(criterion.rule, criterion)
        .map(({ name }) => name)
        .sort()
        .join(" ")
    );
  });
  expect(differing).toEqual([]);
});

describe("the decision's own words, read with every assumption agreed to, give each row its points", () => {
  test.each([...criteria.values()].map((criterion) => [criterion.code, criterion] as const))(
    "%s",
    (code, criterion) => {
      const wrong = rows
        .filter((row) => row.criterion === code)
        .flatMap((row) => {
          const reading = readRule(row.text, criterion);
          const rule = reading.kind === "read" ? reading.rule : null;
          const cells = cellsOf(row, rule, criterion);
          const outcome = rulePoints(rule, criterion, (name) => cells[name] ?? null);
          const points = outcome.kind === "scored" ? decimalText(roundPoints(outcome.points, 2)) : null;
          return points === row.points ? [] : [{ inputs: row.inputs, expected: row.points, points }];
        });
      expect(wrong).toEqual([]);
    },
  );
});

test("the preset scores each row", () => {
  const wrong = units.flatMap(({ rows: own, filled }) => {
    const scores = score(rubric, filled.answers);
    return [...own.values()].flatMap((row) => {
      const { self } = scores.criteria.get(criteria.get(row.criterion)!.id)!;
      const points = self === null ? null : decimalText(self);
      return points === row.points
        ? []
        : [{ criterion: row.criterion, inputs: row.inputs, expected: row.points, points }];
    });
  });
  expect(wrong).toEqual([]);
});

test.each(engines)(
  "the form's formulas give each row its points in %s",
  async (engine) => {
    const { workbook, forms } = formBook(units.map(({ filled }) => filled));
    const [sheets] = await computed(engine, [workbook]);
    let compared = 0;
    const wrong = units.flatMap(({ rows: own }, index) => {
      const { sheet, layout } = forms[index]!;
      return [...own.values()].flatMap((row) => {
        compared++;
        const found = sheets![sheet]![layout.rowOf(criteria.get(row.criterion)!.id)]?.[layout.columns.self] ?? null;
        const points = digits15(found === "" ? null : found);
        return points === number(row.points)
          ? []
          : [{ criterion: row.criterion, inputs: row.inputs, expected: row.points, points }];
      });
    });
    expect(wrong).toEqual([]);
    expect(compared).toBe(rows.length);
  },
  300_000,
);

describe("the replay door", () => {
  const folder = mkdtempSync(join(tmpdir(), "scorebook-rows-"));
  const file = join(folder, "rows.xlsx");
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const code = (index: number): string => `U${index + 1}`;
  const replayed = JSON.stringify({
    rubric: { preset: "hcm-xa-2026" },
    units: units.map((_, index) => ({ code: code(index), name: `Xã ${index + 1}`, block: "xa" })),
    answers: Object.fromEntries(
      units.map(({ rows: own }, index) => [
        code(index),
        Object.fromEntries([...own].map(([criterion, { inputs }]) => [criterion, { inputs }])),
      ]),
    ),
    xlsx: file,
  });

  test("gives each row its points, and writes a workbook that two engines compute to the same values", async () => {
    const out = execFileSync(join(__dirname, "../node_modules/.bin/tsx"), [join(__dirname, "replay.ts")], {
      input: replayed,
      encoding: "utf8",
      maxBuffer: 2 ** 28,
    });
    const result = JSON.parse(out) as { units: { code: string; criteria: Record<string, { self: string } | null> }[] };
    const wrong = units.flatMap(({ rows: own }, index) => {
      const unit = result.units.find((each) => each.code === code(index))!;
      return [...own.values()].flatMap((row) => {
        const points = unit.criteria[row.criterion]?.self ?? null;
        return points === row.points
          ? []
          : [{ criterion: row.criterion, inputs: row.inputs, expected: row.points, points }];
      });
    });
    expect(wrong).toEqual([]);

    const bytes = readFileSync(file);
    const written = await readXlsx(bytes);
    for (const engine of ["libreoffice", "gnumeric"] as const) {
      const afresh = (await recalculate(engine, [{ name: "rows", bytes }])).get("rows")!;
      const { compared, found } = differences(written, afresh, () => true);
      expect(found.filter((each) => !sameText(each.written, each.computed))).toEqual([]);
      console.log(`${engine}: ${compared} formula cells in ${written.sheets.length} sheets of the replay's workbook`);
    }
  }, 300_000);
});

/** The replay's computer writes 3,5 and the engines' 3.5: texts may differ in that alone. */
const sameText = (written: CellValue, found: CellValue): boolean =>
  typeof written === "string" && typeof found === "string" && written.replace(/(\d),(\d)/g, "$1.$2") === found;
