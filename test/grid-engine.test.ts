import type { Page } from "playwright-core";
import { indicatorsKey, indicatorsSheetName } from "../core/form/indicators-layout";
import type { UnitForm } from "../core/form/indicators-rows";
import { rankingBook } from "../core/form/ranking-book";
import { rankingSheetName } from "../core/form/ranking-layout";
import { listOf } from "../core/form/units-home";
import { isCriterion, type Rubric } from "../core/rubric/rubric";
import { inputsOf } from "../core/rule/inputs";
import { score } from "../core/scoring/score";
import { parseCellName } from "../core/sheet/address";
import { snapshotOf } from "../core/sheet/apply";
import type { Block } from "../core/sheet/patch";
import type { CellValue, Workbook } from "../core/sheet/workbook";
import { rankingWords } from "../core/words/sheets";
import { type Desk, openDesk } from "./kit/browser";
import { Chance } from "./kit/chance";
import { type Difference, differences } from "./kit/differences";
import { digits15, type Sheets } from "./kit/engines";
import { formBook, type FormBook } from "./kit/form-book";
import { randomAnswer, type RandomCase, randomCase, randomRubric } from "./kit/random-rubric";
import { applied, facts, pointsCell, pointsRubric, rank, rankTyped, typedInto, unit } from "./kit/ranking";

const words = rankingWords("vi").ranks;

jest.setTimeout(600_000);

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

const groups = Array.from({ length: Math.ceil(cases.length / perBook) }, (_, index) =>
  banded(cases.slice(index * perBook, (index + 1) * perBook)),
);

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterEach(() => expect(desk.faults).toEqual([]));
afterAll(() => desk.close());

/** No formula of a form or ranking computes to this. */
const falseValue = 98765.4321;

type Place = readonly [sheet: string, row: number, column: number];

const formulaPlaces = (workbook: Workbook): Place[] =>
  workbook.sheets.flatMap(({ name, cells }) =>
    cells.flatMap((line, row) => (line ?? []).flatMap((cell, column) => (cell?.f === undefined ? [] : [[name, row, column] as const]))),
  );

/** The same formulas, each with a wrong value beside it: what is right afterwards was computed. */
const falsified = (workbook: Workbook): Workbook => ({
  ...workbook,
  sheets: workbook.sheets.map((sheet) => ({
    ...sheet,
    cells: sheet.cells.map((line) => line?.map((cell) => (cell?.f === undefined ? cell : { ...cell, v: falseValue }))),
  })),
});

/**
 * Shows a workbook and has every formula computed. It travels as text, which is quicker than as an object; gaps in lists
 * are null there. The grid checks cells of hidden sheets when it is idle: a book must not go before.
 */
const load = (page: Page, workbook: Workbook): Promise<void> =>
  page.evaluate(async (text) => {
    const { sheets, ...book } = JSON.parse(text) as Workbook;
    const gaps = <T>(list: readonly T[]): T[] => list.map((item) => item ?? (undefined as T));
    const whole = sheets.map((sheet) => ({
      ...sheet, cells: gaps(sheet.cells).map((line) => line && gaps(line)), rows: gaps(sheet.rows), columns: gaps(sheet.columns),
    }));
    await new Promise((done) => setTimeout(done, 50));
    await new Promise((done) => requestIdleCallback(done));
    globalThis.scorebook!.grid.load({ ...book, sheets: whole }, { fresh: false });
  }, JSON.stringify(workbook));

/** Writes values as one edit; the grid computes what hangs on them. */
const edit = (page: Page, edits: readonly { readonly sheet: string; readonly block: Block }[]): Promise<void> =>
  page.evaluate((blocks) => globalThis.scorebook!.grid.write(blocks), edits);

/** What the grid holds at these places once it has computed. */
async function values(page: Page, places: readonly Place[]): Promise<Sheets> {
  const found = await page.evaluate(
    async ([text, wrong]) => {
      const { grid } = globalThis.scorebook!;
      const list = JSON.parse(text) as [string, number, number][];
      const read = (): CellValue[] => list.map((place) => grid.value(...place) ?? null);
      for (let tries = 0; tries < 6; tries += 1) {
        await grid.settled();
        if (!read().includes(wrong)) break;
      }
      return JSON.stringify(read());
    },
    [JSON.stringify(places), falseValue] as const,
  );
  const sheets: Sheets = {};
  (JSON.parse(found) as CellValue[]).forEach((value, at) => {
    const [sheet, row, column] = places[at]!;
    const cells = (sheets[sheet] ??= []);
    while (cells.length <= row) cells.push([]);
    cells[row]![column] = value;
  });
  return sheets;
}

/** Columns of helpers that nobody rounds: the rule's value and points, and what a cap takes off a group. */
const unroundedColumns = ["measured", "points", "ownSelf", "ownFinal"] as const;

type Form = FormBook<RandomCase>["forms"][number];

const filledInputs = ({ filled }: Form) =>
  filled.rubric.nodes.filter(isCriterion).flatMap((node) =>
    inputsOf(node.rule, node).map((input) => ({ input, value: filled.answers.get(node.id)?.inputs[input.name] ?? null })),
  );

/** What the grid's engine is known to do otherwise than a spreadsheet. Such cells are counted and told, not forgiven elsewhere. */
const faults: readonly { readonly reason: string; holds(form: Form, found: Difference): boolean }[] = [
  {
    reason: "compares every bit, spreadsheets 15 digits: a figure one bit above its bound is refused",
    holds: (form) =>
      filledInputs(form).some(
        ({ input, value }) =>
          input.kind !== "list" && typeof value === "number" && value > Number(input.max) && digits15(value) === Number(input.max),
      ),
  },
  {
    reason: "takes text that spells an error for that error: the status says so, the points do not change",
    holds: (form, { cell, written, computed }) => {
      const at = parseCellName(cell)!;
      const row = form.layout.rows.find((each) => each.row === at.row);
      if (row?.kind !== "input" || at.column !== form.layout.columns.status) return false;
      const value = form.filled.answers.get(row.node.id)?.inputs[row.input.name] ?? null;
      return value !== null && typeof value === "object" && typeof written === "string" && typeof computed === "string";
    },
  },
];

const tally = new Map<string, number>(faults.map(({ reason }) => [reason, 0]));

/** How many cells were compared, and what differs for no known reason. */
function judged({ workbook, forms }: FormBook<RandomCase>, sheets: Sheets): { compared: number; wrong: unknown[] } {
  const { columns } = forms[0]!.layout;
  const unrounded = unroundedColumns.map((name) => columns[name]);
  const { compared, found } = differences(workbook, sheets, (_, column) => unrounded.includes(column));
  const wrong = found.flatMap((each) => {
    const form = forms.find(({ sheet }) => sheet === each.sheet);
    const fault = form === undefined ? undefined : faults.find(({ holds }) => holds(form, each));
    if (fault === undefined) return [{ seed: form?.filled.seed, ...each }];
    tally.set(fault.reason, tally.get(fault.reason)! + 1);
    return [];
  });
  return { compared, wrong };
}

const told = (): string[] => [...tally].map(([reason, count]) => `${count} cells left out: the grid ${reason}`);

test("the grid computes every formula of the forms to the core's value, whatever stood beside it", async () => {
  let cells = 0;
  for (const group of groups) {
    const book = formBook(group);
    await load(desk.page, falsified(book.workbook));
    const { compared, wrong } = judged(book, await values(desk.page, formulaPlaces(book.workbook)));
    expect(wrong.slice(0, 20)).toEqual([]);
    cells += compared;
  }
  console.log([`grid: ${cells} formula cells in ${cases.length} forms, seeds from ${first}`, ...told()].join("\n"));
});

/** The cells without a formula that differ, as they stand in the second workbook. */
function changes(from: Workbook, to: Workbook): { sheet: string; block: Block }[] {
  return to.sheets.flatMap(({ name, cells }) => {
    const before = from.sheets.find((sheet) => sheet.name === name)!.cells;
    return cells.flatMap((line, row) =>
      (line ?? []).flatMap((cell, column) => {
        const v = cell?.v ?? null;
        if (cell?.f !== undefined || v === (before[row]?.[column]?.v ?? null)) return [];
        if (typeof v === "object" && v !== null) throw new Error(`an error value in ${name}`);
        return [{ sheet: name, block: { row, column, cells: [[{ v }]] } }];
      }),
    );
  });
}

test("it computes anew what hangs on an edit, twice over, to the same values", async () => {
  let cells = 0;
  const answered = groups[0]!.slice(0, 12);
  const blank = answered.map((each): RandomCase => ({ ...each, answers: new Map(), reviews: new Map() }));
  const again = answered.map((each): RandomCase => {
    const chance = new Chance(each.seed + 5000);
    const { settings, nodes } = each.rubric;
    return {
      ...each,
      answers: new Map(nodes.filter(isCriterion).map((node) => [node.id, randomAnswer(chance, node, settings.notApplicable)])),
      reviews: new Map(),
    };
  });
  const books = [answered, again, blank, answered].map(formBook);
  await load(desk.page, falsified(books[0]!.workbook));
  await values(desk.page, formulaPlaces(books[0]!.workbook));
  for (let at = 1; at < books.length; at += 1) {
    await edit(desk.page, changes(books[at - 1]!.workbook, books[at]!.workbook));
    const { compared, wrong } = judged(books[at]!, await values(desk.page, formulaPlaces(books[at]!.workbook)));
    expect(wrong.slice(0, 20)).toEqual([]);
    cells += compared;
  }
  console.log(`grid: ${cells} formula cells after edits`);
});

/** Points in steps of a tenth, few enough that many totals meet. */
const tiedPoints = (chance: Chance, count: number, maxima: readonly number[]): CellValue[][] =>
  Array.from({ length: count }, () =>
    maxima.map((max) => (chance.often(3) ? null : Math.round(chance.whole(0, 8) * max * 1.25) / 10)),
  );

const units = (count: number, blocks: number) =>
  Array.from({ length: count }, (_, at) => unit(`U${at + 1}`, blocks < 2 ? "" : `Khối ${at % blocks}`, { ranked: at % 7 !== 3 }));

const typedRankings = (["competition", "dense", "modified"] as const).flatMap((ties, seed) =>
  [1, 3].map((blocks) => {
    const rubric = pointsRubric([["20"], ["30.5"], ["50"], ["0", "-5"]], { ties, bandUnit: blocks === 1 ? "points" : "percent" });
    const chance = new Chance(first + 300 + seed);
    const points = tiedPoints(chance, 40, [20, 30.5, 50]).map((row) => [...row, -chance.whole(0, 5) / 2]);
    points[5] = ["3331,01", 3331.01, true, null];
    points[6] = [null, null, null, null];
    return { name: `${ties}, ${blocks} blocks`, rubric, ...rankTyped(rubric, units(40, blocks), points, [null, null, 60, "84", 0]) };
  }),
);

const formRankings = Array.from({ length: 6 }, (_, seed) => {
  const chance = new Chance(first + 400 + seed);
  const rubric: Rubric = randomRubric(chance, `xếp-hạng-${seed}`);
  const answersOf = () =>
    rubric.nodes.filter(isCriterion).map((node) => {
      const answer = randomAnswer(chance, node, rubric.settings.notApplicable);
      const inputs = Object.fromEntries(Object.entries(answer.inputs).map(([name, value]) => [name, digits15(value)]));
      return [node.id, { ...answer, inputs }] as const;
    });
  const book = formBook(Array.from({ length: 4 }, () => ({ rubric, answers: new Map(answersOf()), reviews: new Map() })));
  const forms = new Map<string, UnitForm>(
    book.forms.map(({ layout, filled }, at) => [`U${at + 1}`, { layout, scores: score(rubric, filled.answers) }]),
  );
  const list = listOf([...units(4, 2), unit("T1", "Khối 0"), unit("T2", "Khối 9")]);
  const empty = rankingBook(snapshotOf(book.workbook, facts, null), rubric, list, new Map());
  return { name: `forms of rubric ${seed}`, ...rank(applied(book.workbook, empty.patch), rubric, forms) };
});

test("it ranks as the core does", async () => {
  let cells = 0;
  const all = [...typedRankings, ...formRankings];
  const wrong: unknown[] = [];
  for (const { name, workbook } of all) {
    const ranking = workbook.sheets.filter((sheet) => [indicatorsSheetName, rankingSheetName].includes(sheet.name));
    const ours = { ...workbook, sheets: ranking };
    await load(desk.page, falsified(workbook));
    const { compared, found } = differences(ours, await values(desk.page, formulaPlaces(workbook)), () => true);
    wrong.push(...found.map((each) => ({ name, ...each })));
    cells += compared;
  }
  console.log(`grid: ${cells} formula cells of ${all.length} rankings`);
  expect(wrong.slice(0, 40)).toEqual([]);
});

test("points typed into a ranking rank the units anew", async () => {
  const { workbook, rubric } = typedRankings[1]!;
  const typed = [["U2", "n2", 50], ["U9", "n2", 0], ["U20", "n0", 19.9], ["U12", "n1", 30.5]] as const;
  const cells = typed.map(([code, id, points]) => [...pointsCell(workbook, code, indicatorsKey.points(id)), points] as const);
  const after = rank(typedInto(workbook, indicatorsSheetName, cells), rubric).book.standings;
  await load(desk.page, workbook);
  const places = formulaPlaces(workbook);
  await values(desk.page, places);
  await edit(desk.page, cells.map(([row, column, v]) => ({ sheet: indicatorsSheetName, block: { row, column, cells: [[{ v }]] } })));
  const shown = (await values(desk.page, places))[rankingSheetName]!;
  const { cells: lines } = workbook.sheets.find(({ name }) => name === rankingSheetName)!;
  const head = lines.findIndex((line) => line?.[0]?.v === words.heads.number);
  const [own, overall] = [words.heads.rank, words.heads.overall].map((name) => lines[head]!.findIndex((cell) => cell?.v === name));
  const ranks = after.map(({ entry }) => {
    const row = lines.findIndex((line, at) => at > head && line?.[1]?.v === entry.unit.code);
    return [entry.unit.code, shown[row]![own!], shown[row]![overall!]];
  });
  expect(ranks).toEqual(
    after.map(({ entry: { unit: of }, rank: inBlock, overall: inAll }) =>
      of.ranked ? [of.code, inBlock ?? words.none, inAll ?? words.none] : [of.code, words.encouraged, words.encouraged]),
  );
});
