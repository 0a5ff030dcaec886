import { indicatorsKey, indicatorsSheetName } from "../core/form/indicators-layout";
import type { UnitForm } from "../core/form/indicators-rows";
import { rankingBook } from "../core/form/ranking-book";
import { rankingSheetName } from "../core/form/ranking-layout";
import { listOf } from "../core/form/units-home";
import { rankKey } from "../core/ranking/rank";
import { type Criterion, isCriterion, type Rubric } from "../core/rubric/rubric";
import type { Answer } from "../core/scoring/answer";
import { score } from "../core/scoring/score";
import { snapshotOf } from "../core/sheet/apply";
import type { CellValue, Workbook } from "../core/sheet/workbook";
import { rankingWords } from "../core/words/sheets";
import { Chance } from "./kit/chance";
import { computed, differences, engines } from "./kit/differences";
import { digits15, recalculate, type Sheets } from "./kit/engines";
import { writeXlsx } from "../excel-addin/page/xlsx";
import { formBook } from "./kit/form-book";
import { randomAnswer, randomRubric } from "./kit/random-rubric";
import { applied, facts, pointsCell, pointsRubric, rank, rankTyped, sheetOf, sorted, typedInto, unit } from "./kit/ranking";

const words = rankingWords("vi");

/** Points in steps of a tenth, few enough that many totals meet, each by other parts. */
function tiedPoints(chance: Chance, count: number, maxima: readonly number[]): CellValue[][] {
  return Array.from({ length: count }, () =>
    maxima.map((max) => {
      if (chance.often(3)) return null;
      if (chance.often(2)) return "–";
      return Math.round(chance.whole(0, 8) * max * 1.25) / 10;
    }),
  );
}

const maxima = [20, 30.5, 50] as const;
const units = (count: number, blocks: number) =>
  Array.from({ length: count }, (_, at) =>
    unit(`U${at}`, blocks < 2 ? "" : `Khối ${at % blocks}`, {
      ranked: at % 7 !== 0,
      ...(at % 4 === 0 ? { previous: { total: at % 8 === 0 ? { n: 201n, d: 4n } : null, rank: at + 1 } } : {}),
    }),
  );

const typed = (["competition", "dense", "modified"] as const).flatMap((ties, seed) =>
  [1, 3].map((blocks) => {
    const rubric = pointsRubric([["20"], ["30.5"], ["50"], ["0", "-5"]], {
      ties, bandUnit: blocks === 1 ? "points" : "percent", encouragedInCounts: blocks === 1,
    });
    const chance = new Chance(seed + 1);
    const points = tiedPoints(chance, 24, maxima).map((row) => [...row, -chance.whole(0, 5) / 2]);
    points[5] = ["3331,01", 3331.01, true, { error: "#N/A" }];
    points[6] = [null, null, null, null];
    return { name: `${ties}, ${blocks} blocks`, rubric, ...rankTyped(rubric, units(24, blocks), points, [null, null, 60, "84", 0]) };
  }),
);

/** An answer as cells hold it, with no bit beyond 15 digits: Gnumeric compares every bit with a bound. */
const inCells = (answer: Answer): Answer => ({
  ...answer,
  inputs: Object.fromEntries(Object.entries(answer.inputs).map(([name, value]) => [name, digits15(value)])),
});

const fromForms = Array.from({ length: 12 }, (_, seed) => {
  const chance = new Chance(100 + seed);
  const rubric: Rubric = randomRubric(chance, `r${seed}`);
  const filled = Array.from({ length: 5 }, (__, at) => ({
    rubric,
    answers: new Map(
      rubric.nodes.filter((node): node is Criterion => isCriterion(node) && at > 0)
        .map((node) => [node.id, inCells(randomAnswer(chance, node, rubric.settings.notApplicable))]),
    ),
    reviews: new Map(),
  }));
  const book = formBook(filled);
  const list = listOf([...units(5, 2).map((of, at) => ({ ...of, code: `U${at + 1}` })), unit("T1", "Khối 0"), unit("T2", "Khối 9")]);
  const forms = new Map<string, UnitForm>(
    book.forms.map(({ layout, filled: of }, at) => [`U${at + 1}`, { layout, scores: score(rubric, of.answers) }]),
  );
  const first = rankingBook(snapshotOf(book.workbook, facts, null), rubric, list, forms);
  return { name: `forms of rubric ${seed}`, rubric, ...rank(applied(book.workbook, first.patch), rubric, forms) };
});

test.each(engines)("every formula cell of the ranking is as %s computes it", async (engine) => {
  const books = engine === "ironcalc" ? typed.slice(0, 2) : [...typed, ...fromForms];
  const sheets = await computed(engine, books.map(({ workbook }) => workbook));
  let cells = 0;
  books.forEach(({ name, workbook }, at) => {
    const ours = { ...workbook, sheets: workbook.sheets.filter((of) => [indicatorsSheetName, rankingSheetName].includes(of.name)) };
    const { compared, found } = differences(ours, sheets[at]!, () => true);
    expect({ name, found: found.slice(0, 10) }).toEqual({ name, found: [] });
    cells += compared;
  });
  console.log(`${engine}: ${cells} formula cells of ${books.length} rankings`);
});

/** Of each unit on `Xếp hạng`, by code: points, then every rank. */
function shownRanks(workbook: Workbook, sheets: Sheets): Map<string, CellValue[]> {
  const { cells } = sheetOf(workbook, rankingSheetName);
  const head = cells.findIndex((row) => row?.[0]?.v === words.ranks.heads.number);
  const names = cells[head]!.map((cell) => String(cell?.v ?? ""));
  const wanted = names.flatMap((name, column) =>
    [words.ranks.heads.points, words.ranks.heads.rank, words.ranks.heads.overall].includes(name) || name.startsWith(words.ranks.rankBy(""))
      ? [column] : [],
  );
  const values = sheets[rankingSheetName]!;
  return new Map(
    values.slice(head + 1).flatMap((row) =>
      typeof row[1] === "string" ? [[row[1], wanted.map((column) => row[column] ?? null)] as const] : [],
    ),
  );
}

describe("without the add-in", () => {
  const rubric = pointsRubric([["20"], ["30.5"], ["50"]]);
  const chance = new Chance(5);
  const { workbook } = rankTyped(rubric, units(24, 3), tiedPoints(chance, 24, maxima));
  const changes = ["U1", "U8", "U20", "U23"].flatMap((code, at) => [
    [...pointsCell(workbook, code, indicatorsKey.points("n2")), at * 12.5] as const,
    [...pointsCell(workbook, code, indicatorsKey.points("n0")), 20 - at / 10] as const,
  ]);
  const changed = typedInto(workbook, indicatorsSheetName, changes);
  const ours = rank(changed, rubric).book.standings;
  const shuffled = sorted(changed, indicatorsSheetName, new Chance(6));
  const shuffledRanks = sorted(changed, rankingSheetName, new Chance(7));

  test.each(["libreoffice", "gnumeric"] as const)("%s ranks anew when points change and rows are sorted", async (engine) => {
    const books = await Promise.all(
      [changed, shuffled, shuffledRanks].map(async (of, at) => ({ name: String(at), bytes: await writeXlsx(of) })),
    );
    const found = await recalculate(engine, books);
    books.forEach(({ name }, at) => {
      const sheets = found.get(name)!;
      const ranks = shownRanks([changed, shuffled, shuffledRanks][at]!, sheets);
      for (const { entry, rank: own, overall, indicators } of ours) {
        const expected = entry.unit.ranked ? [own, overall, ...indicators.values()].map((of) => of ?? words.ranks.none) : null;
        const [points, ...shown] = ranks.get(entry.unit.code)!;
        expect(points).toBeCloseTo(Number(entry.total!.n) / Number(entry.total!.d), 9);
        expect(shown).toEqual(expected ?? shown.map(() => words.ranks.encouraged));
      }
      const state = sheets[rankingSheetName]!.flat().filter((value) => value === words.ranks.outOfOrderBlocks);
      expect(state).toHaveLength(1);
    });
  });
});

test.each(["libreoffice", "gnumeric"] as const)("%s splits no tie", async (engine) => {
  const rubric = pointsRubric([["20"], ["30.5"], ["50"]]);
  const books = Array.from({ length: 5 }, (_, seed) => {
    const chance = new Chance(40 + seed);
    return rankTyped(rubric, units(150, 1 + (seed % 3)), tiedPoints(chance, 150, maxima));
  });
  const found = await recalculate(
    engine, await Promise.all(books.map(async ({ workbook }, at) => ({ name: String(at), bytes: await writeXlsx(workbook) }))),
  );
  let tied = 0;
  let split = 0;
  books.forEach(({ workbook, book }, at) => {
    const ranks = shownRanks(workbook, found.get(String(at))!);
    const groups = new Map<string, CellValue[]>();
    for (const { entry, rank: own } of book.standings) {
      if (own === null) continue;
      const key = `${entry.unit.block} ${rankKey(entry.total!)}`;
      groups.set(key, [...(groups.get(key) ?? []), ranks.get(entry.unit.code)![1]!]);
    }
    for (const group of groups.values()) {
      if (group.length < 2) continue;
      tied += group.length;
      if (new Set(group).size > 1) split += 1;
    }
    expect(new Set([...groups.values()].map(([first], i) => `${[...groups.keys()][i]!.split(" ")[1]} ${String(first)}`)).size).toBe(groups.size);
  });
  console.log(`${engine}: ${tied} units in ties, ${split} ties split`);
  expect(tied).toBeGreaterThan(100);
  expect(split).toBe(0);
});
