import { toNumber } from "../core/number/exact";
import { bandOf, bandValue } from "../core/ranking/band";
import { score } from "../core/scoring/score";
import type { CellValue } from "../core/sheet/workbook";
import { inputsOf } from "../core/rule/inputs";
import { isCriterion } from "../core/rubric/rubric";
import { computed, differences, type Engine, engines } from "./kit/differences";
import { digits15, toolVersions } from "./kit/engines";
import { formBook } from "./kit/form-book";
import { type RandomCase, randomCase } from "./kit/random-rubric";

const first = Number(process.env["SEED"] ?? 1);
const perBook = 20;
const cases = Array.from({ length: Number(process.env["RUBRICS"] ?? 320) }, (_, index) => randomCase(first + index));

/** Forms of one workbook share its bands. */
function banded(group: readonly RandomCase[]): RandomCase[] {
  const { bands, bandUnit } = group[0]!.rubric.settings;
  return group.map((each) => ({
    ...each,
    rubric: { ...each.rubric, settings: { ...each.rubric.settings, bands, bandUnit } },
  }));
}

const books = Array.from({ length: Math.ceil(cases.length / perBook) }, (_, index) =>
  formBook(banded(cases.slice(index * perBook, (index + 1) * perBook))),
);

test("the tools are here", () => console.log(toolVersions().join("\n")));

test("every score in a form is the core's", () => {
  const wrong: unknown[] = [];
  let compared = 0;
  for (const { workbook, forms } of books) {
    for (const { filled, sheet, layout } of forms) {
      const { cells } = workbook.sheets.find((each) => each.name === sheet)!;
      const scores = score(filled.rubric, filled.answers, filled.reviews);
      const check = (row: number, column: "max" | "self" | "final", expected: CellValue): void => {
        compared++;
        const found = cells[row]![layout.columns[column]]?.v ?? null;
        const bare = found === "" ? null : found;
        if (digits15(bare) !== digits15(expected))
          wrong.push({ seed: filled.seed, row, column, expected, found: bare });
      };
      for (const [id, { self, final }] of scores.criteria) {
        check(layout.rowOf(id), "self", self === null ? null : toNumber(self));
        check(layout.rowOf(id), "final", final === null ? null : toNumber(final));
      }
      const shown = [
        ...filled.rubric.nodes.flatMap((node) =>
          node.kind === "group" ? [{ row: layout.rowOf(node.id), of: scores.groups.get(node.id)! }] : [],
        ),
        ...layout.pillars.map(({ pillar, row }) => ({ row, of: scores.pillars.get(pillar.code)! })),
        { row: layout.totalRow, of: scores.total },
      ];
      for (const { row, of } of shown) {
        for (const column of ["max", "self", "final"] as const) {
          const dash = cells[row]![layout.columns[column]]?.v === "–";
          if (!dash || of[column].n !== 0n) check(row, column, toNumber(of[column]));
        }
      }
      const { settings } = filled.rubric;
      const value = bandValue(settings, scores.total.final, scores.percent);
      if (settings.bands.length > 0)
        check(layout.bandRow, "final", value === null ? "–" : bandOf(value, settings.bands));
      check(layout.percentRow, "final", scores.percent === null ? "–" : toNumber(scores.percent));
    }
  }
  console.log(`core: ${compared} scores of ${cases.length} rubrics, seeds from ${first}`);
  expect(wrong).toEqual([]);
});

/** What an engine is known to do otherwise than a spreadsheet; such forms are left out of its count, and told. */
const faults: readonly { engine: Engine; reason: string; holds(form: RandomCase): boolean }[] = [
  {
    engine: "gnumeric",
    reason: "compares every bit, spreadsheets 15 digits: a figure one bit above its bound is refused",
    holds: ({ rubric, answers }) =>
      rubric.nodes.filter(isCriterion).some((node) =>
        inputsOf(node.rule, node).some(({ name, kind, max }) => {
          const value = answers.get(node.id)?.inputs[name];
          return kind !== "list" && typeof value === "number" && value > Number(max) && digits15(value) === Number(max);
        }),
      ),
  },
];

/** Columns of helpers that nobody rounds: the rule's value and points, and what a cap takes off a group. */
const unroundedColumns = ["measured", "points", "ownSelf", "ownFinal"] as const;

test.each(engines)(
  "%s computes every formula of the forms to the value written beside it",
  async (engine) => {
    const sheets = await computed(
      engine,
      books.map(({ workbook }) => workbook),
    );
    const known = faults.filter((fault) => fault.engine === engine);
    const leftOut: string[] = [];
    let cells = 0;
    const wrong = books.flatMap(({ workbook, forms }, index) => {
      const judged = workbook.sheets.filter(({ name }) => {
        const form = forms.find(({ sheet }) => sheet === name)?.filled;
        const fault = form === undefined ? undefined : known.find(({ holds }) => holds(form));
        if (fault !== undefined) leftOut.push(`${engine} leaves out seed ${form!.seed}: ${fault.reason}`);
        return fault === undefined;
      });
      const { columns } = forms[0]!.layout;
      const unrounded = unroundedColumns.map((name) => columns[name]);
      const { compared, found } = differences({ ...workbook, sheets: judged }, sheets[index]!, (_, column) =>
        unrounded.includes(column),
      );
      cells += compared;
      return found.map((each) => ({ seed: forms.find(({ sheet }) => sheet === each.sheet)?.filled.seed, ...each }));
    });
    console.log([`${engine}: ${cells} formula cells in ${cases.length - leftOut.length} forms`, ...leftOut].join("\n"));
    expect(leftOut.length).toBeLessThan(cases.length / 20);
    expect(wrong.slice(0, 20)).toEqual([]);
  },
  600_000,
);
