import { findForm } from "../core/form/find";
import { type FormColumn, reservedRow, rowId } from "../core/form/layout";
import type { Difference } from "../core/proof/proof";
import { fromCell, decimalText, less, zero } from "../core/number/exact";
import { isCriterion, type Rubric, type Settings } from "../core/rubric/rubric";
import type { Address } from "../core/sheet/address";
import { snapshotOf } from "../core/sheet/apply";
import type { Cell, CellValue, Workbook } from "../core/sheet/workbook";
import { Chance } from "./kit/chance";
import { computed } from "./kit/differences";
import { digits15 } from "./kit/engines";
import { evaluated } from "./kit/evaluated";
import { proofOfBook, rankedCase } from "./kit/proved-book";
import { facts, sheetOf } from "./kit/ranking";

const first = Number(process.env["SEED"] ?? 1);
const cases = Array.from({ length: Number(process.env["RUBRICS"] ?? 24) }, (_, at) => first + at);

const drawn = new Map(cases.map((seed) => [seed, rankedCase(seed)]));

/** A workbook with one cell changed; what it holds otherwise stays, as in a program that computes nothing. */
const changed = (workbook: Workbook, { sheet: name, row, column }: Address, cell: Cell): Workbook => ({
  ...workbook,
  sheets: workbook.sheets.map((sheet) => (sheet.name !== name ? sheet : {
    ...sheet,
    cells: sheet.cells.map((line, r) => (r !== row ? line : Object.assign([...(line ?? [])], { [column]: cell }))),
  })),
});

const lively = cases.filter((_, at) => at % 3 === 0);

const valueAt = (workbook: Workbook, { sheet, row, column }: Address): CellValue =>
  sheetOf(workbook, sheet).cells[row]?.[column]?.v ?? null;

/** The computed cells of a form that tell of points. */
function computedCells(workbook: Workbook, rubric: Rubric, sheet: string): Address[] {
  const found = findForm(snapshotOf(workbook, facts, null).sheets.find(({ name }) => name === sheet)!)!;
  const at = (id: string, columns: readonly FormColumn[]): Address[] =>
    columns.map((column) => ({ sheet, row: found.rows.get(id)!, column: found.columns.get(column)! }));
  return [
    ...rubric.nodes.flatMap((node) => at(rowId(node.id), isCriterion(node)
      ? ["self", "final", "adjusted", "ownMax", "ownSelf", "ownFinal", "filled"] : ["max", "self", "final"])),
    ...at(reservedRow.total, ["max", "self", "final"]), ...at(reservedRow.percent, ["self", "final"]),
  ];
}

/** The total of each unit as the form or, untouched, the ranking shows it: by form number, null where there is none. */
const totalCell = (workbook: Workbook, sheet: string): Address => {
  const found = findForm(snapshotOf(workbook, facts, null).sheets.find(({ name }) => name === sheet)!)!;
  return { sheet, row: found.rows.get(reservedRow.total)!, column: found.columns.get("final")! };
};

interface Stand { readonly code: string; readonly block: string; readonly ranked: boolean; readonly total: number | null }

/** The ranking's own lines, read by the order of its columns. */
const standsOf = (workbook: Workbook): Stand[] =>
  sheetOf(workbook, "Xếp hạng").cells.slice(10).flatMap((row): Stand[] => {
    const [code, block, total, rank] = [1, 3, 4, 8].map((column) => row?.[column]?.v ?? null);
    if (typeof code !== "string" || code === "") return [];
    return [{ code, block: String(block), ranked: rank !== "KK", total: typeof total === "number" ? total : null }];
  });

/** A place counted by hand: ranks compare eight decimals. */
function placeOf(stands: readonly Stand[], code: string, ties: Settings["ties"]): number | null {
  const own = stands.find((stand) => stand.code === code)!;
  if (!own.ranked || own.total === null) return null;
  const near = (value: number): number => Number(value.toFixed(8));
  const others = stands.filter(({ ranked, block, total }) => ranked && block === own.block && total !== null)
    .map(({ total }) => near(total!));
  const above = others.filter((total) => total > near(own.total!));
  if (ties === "competition") return above.length + 1;
  return ties === "dense" ? new Set(above).size + 1 : others.filter((total) => total >= near(own.total!)).length;
}

const otherThan = (chance: Chance, value: CellValue): CellValue => {
  const number = typeof value === "number" ? value : 0;
  const more: CellValue[] = [Number((number + chance.whole(1, 400) / 100).toPrecision(12)), Number((number - 0.01).toPrecision(12))];
  const wrong: CellValue[] = ["0,5", { error: "#REF!" }, true, ...(value === null || value === "" ? [] : [null, ""])];
  return chance.pick(chance.often(60) ? more : wrong);
};

const spelt = (value: CellValue): string =>
  typeof value === "number" ? decimalText(fromCell(value), 15)
    : typeof value === "object" ? value?.error ?? "" : typeof value === "boolean" ? String(value).toUpperCase() : value;

test("drawn rubrics and answers: nothing differs from the core", () => {
  let cells = 0;
  const wrong: unknown[] = [];
  for (const seed of cases) {
    const { rubric, workbook } = drawn.get(seed)!;
    const proof = proofOfBook(workbook, rubric);
    cells += proof.cells;
    if (proof.lost + proof.absent > 0) wrong.push({ seed, lost: proof.lost, absent: proof.absent });
    for (const each of proof.differences) wrong.push({ seed, ...each, effect: null });
  }
  console.log(`proof: ${cases.length} rubrics, ${cells} cells`);
  expect(wrong.slice(0, 12)).toEqual([]);
  expect(cells).toBeGreaterThan(cases.length * 100);
});

test("one cell typed over is found, and alone, with what it changes in points and rank", () => {
  let moved = 0;
  for (const seed of cases) {
    const { rubric, workbook } = drawn.get(seed)!;
    const chance = new Chance(seed + 77);
    for (let turn = 0; turn < 4; turn += 1) {
      const number = chance.whole(1, 4);
      const sheet = `Phiếu ${number}`;
      const cells = computedCells(workbook, rubric, sheet);
      const total = totalCell(workbook, sheet);
      const at = turn === 0 ? total : chance.pick(cells);
      const right = valueAt(workbook, at);
      const shown = otherThan(chance, right);
      const { differences } = proofOfBook(changed(workbook, at, { v: shown }), rubric);
      const percent = at.row === total.row + 1;
      const gain = decimalText(less(typeof right === "number" ? fromCell(right) : zero, typeof shown === "number" ? fromCell(shown) : zero), 15);
      const stands = standsOf(workbook);
      const code = `U${number}`;
      const onTotal = at.row === total.row && at.column === total.column;
      const own = stands.map((stand): Stand =>
        onTotal && stand.code === code ? { ...stand, total: typeof shown === "number" ? shown : null } : stand);
      const { ties } = rubric.settings;
      const ranked = stands.find((stand) => stand.code === code)!.ranked;
      const rank = ranked ? { shown: placeOf(own, code, ties), right: placeOf(stands, code, ties) } : null;
      if (rank !== null && rank.shown !== rank.right) moved += 1;
      expect({ seed, differences }).toEqual({
        seed,
        differences: [expect.objectContaining<Partial<Difference>>({
          at, shown: spelt(shown), right: spelt(right), follows: false,
          ...(percent ? { gain: null } : at.column === total.column || onTotal ? { gain } : {}),
          effect: { total: { shown: spelt(onTotal ? shown : valueAt(workbook, total)), right: spelt(valueAt(workbook, total)) }, rank },
        })],
      });
    }
  }
  console.log(`proof: ${cases.length * 4} cells typed over, ${moved} with another rank`);
  expect(moved).toBeGreaterThan(cases.length / 6);
});

test("one value over a formula in a living workbook: found as the cause, with the total and rank that it makes", () => {
  let followed = 0;
  for (const seed of lively) {
    const { rubric, workbook } = drawn.get(seed)!;
    const chance = new Chance(seed + 99);
    const number = chance.whole(1, 4);
    const sheet = `Phiếu ${number}`;
    const criteria = rubric.nodes.filter(isCriterion).length;
    const at = chance.pick(computedCells(workbook, rubric, sheet).slice(0, criteria * 7 + 2));
    const right = valueAt(workbook, at);
    const shown = typeof right === "number" ? right + 1 : 1;
    const live = evaluated(changed(workbook, at, { v: shown }));
    const { differences } = proofOfBook(live, rubric);
    const roots = differences.filter(({ follows }) => !follows);
    expect({ seed, roots: roots.map((each) => [each.at, each.shown, each.right]) }).toEqual({ seed, roots: [[at, spelt(shown), spelt(right)]] });
    followed += differences.length - 1;
    const total = totalCell(workbook, sheet);
    const { effect } = roots[0]!;
    expect(effect!.total).toEqual({ shown: spelt(digits15(valueAt(live, total))), right: spelt(valueAt(workbook, total)) });
    const own = standsOf(live).map((stand): Stand => {
      const untouched = standsOf(workbook).find(({ code }) => code === stand.code)!;
      return stand.code === `U${number}` ? stand : untouched;
    });
    if (effect!.rank !== null) expect({ seed, rank: effect!.rank.shown }).toEqual({ seed, rank: placeOf(own, `U${number}`, rubric.settings.ties) });
  }
  console.log(`proof: ${followed} cells follow from ${lively.length} causes`);
  expect(followed).toBeGreaterThan(lively.length * 3);
});

test("what LibreOffice computes of a form and its ranking is the core's", async () => {
  const { rubric, workbook } = drawn.get(first + 3)!;
  const [values] = await computed("libreoffice", [workbook]);
  const live: Workbook = {
    ...workbook,
    sheets: workbook.sheets.map((sheet) => ({
      ...sheet,
      cells: sheet.cells.map((row, r) => row?.map((cell, c) => (cell?.f === undefined ? cell : { ...cell, v: values![sheet.name]?.[r]?.[c] ?? null }))),
    })),
  };
  const { cells, differences } = proofOfBook(live, rubric);
  console.log(`proof: LibreOffice, ${cells} cells`);
  expect(differences).toEqual([]);
  expect(cells).toBeGreaterThan(100);
});
