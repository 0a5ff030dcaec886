import { cellAt, formulaAt } from "../form/find";
import { indicatorsHome } from "../form/indicators-layout";
import { rankingHome } from "../form/ranking-layout";
import { type Address, sameSheet } from "../sheet/address";
import type { Asked, Guards } from "../sheet/host";
import type { SheetPatch } from "../sheet/patch";
import { snapshotOf } from "../sheet/apply";
import type { SheetSnapshot, Snapshot } from "../sheet/snapshot";
import { type Cell, type CellValue, emptyWorkbook, type Sheet } from "../sheet/workbook";
import { type Against, beneath } from "./beneath";
import { isOpen } from "./cells";
import { type Damage, damage } from "./damage";
import { meantSheet, noFacts } from "./form";
import { askedOf, guardDamages, protectionMend } from "./guards";
import { type Places, placesAt } from "./places";
import { textsNotIn } from "./texts";
import { columnDamages, columnsBetween, takesPoints, unitDamages, unitTable } from "./ranking-rows";
import { alike, sameFormula, shifted } from "./spelling";

/** Whether the workbook was ranked. */
export const isRanked = (snapshot: Snapshot): boolean =>
  [rankingHome(snapshot), indicatorsHome(snapshot)].some(({ sheet }) => (sheet?.values.length ?? 0) > 0);

const standing = (snapshot: Snapshot, name: string): SheetSnapshot | null =>
  snapshot.sheets.find((sheet) => sameSheet(sheet.name, name)) ?? null;

/** A sheet of the ranking as it would be written, and as it stands. */
interface Pair extends Against {
  readonly part: SheetPatch;
}

function pairOf(part: SheetPatch, stands: SheetSnapshot): Pair {
  const meant = meantSheet(part);
  const read = snapshotOf({ ...emptyWorkbook, sheets: [meant] }, noFacts, null).sheets[0]!;
  return { part, meant, stands, read, own: unitTable(read), now: unitTable(stands) };
}

interface Wrong {
  readonly at: Address;
  readonly kind: "lost" | "text" | "altered" | "error";
  readonly was: CellValue;
  readonly meant: CellValue;
  /** Not in a row of a unit. */
  readonly around: boolean;
}

/** A cell of ours that no longer is what would be written; null where it is. */
function wrongAt(cell: Cell, stands: SheetSnapshot, from: number, at: Address, around: boolean): Wrong | null {
  const [held, formula] = [cellAt(stands, at.row, at.column), formulaAt(stands, at.row, at.column)];
  const wrong = (kind: Wrong["kind"]): Wrong => ({ at, kind, was: formula === null ? held : `=${formula}`, meant: cell.v, around });
  if (cell.f === undefined) {
    // Numbers of units count rows, and follow their order.
    const same = formula === null && (alike(cell.v, held) || (!around && typeof cell.v === "number" && typeof held === "number"));
    return cell.v === null || same ? null : wrong("text");
  }
  if (formula === null) return wrong("lost");
  const here = from === at.row ? cell.f : shifted(cell.f, (row, column) => ({ row: row === from ? at.row : row, column }));
  if (!sameFormula(formula, here)) return wrong("altered");
  return typeof held === "object" && held !== null && !alike(cell.v, held) ? wrong("error") : null;
}

/** Cells of a sheet against what would be written; shown cells follow their unit, helpers stay where they are. */
function wrongCells({ meant, read, stands, own, now }: Pair, displaced: boolean): Wrong[] {
  const columnOf = own === null || now === null ? null : columnsBetween(read, own, stands, now);
  const codeOf = new Map([...(own?.rows ?? [])].map(([code, row]) => [row, code]));
  return meant.cells.flatMap((cut, r) => (cut ?? []).flatMap((cell, column): Wrong[] => {
    if (cell === undefined || (isOpen(cell) && cell.f === undefined)) return [];
    const code = codeOf.get(r);
    if (displaced && (code === undefined || !isOpen(cell))) return [];
    const row = code === undefined || !isOpen(cell) ? r : (now?.rows.get(code) ?? r);
    if (displaced && !now?.rows.has(code!)) return [];
    const here = columnOf === null ? column : columnOf(column);
    if (here === null) return [];
    const wrong = wrongAt(cell, stands, r, { sheet: stands.name, row, column: here }, code === undefined);
    return wrong === null ? [] : [wrong];
  }));
}

/** What people put where a sheet of ours holds nothing: it goes when the sheet is written again. */
function emptiedCells({ meant, stands, own, now }: Pair): Damage[] {
  if (own === null || now === null) return [];
  const rowOf = new Map([...now.rows].map(([code, row]) => [row, own.rows.get(code)]));
  const { rows, columns } = now.reach ?? { rows: 0, columns: 0 };
  return stands.values.slice(0, rows).flatMap((cut, row) => cut.slice(0, columns).flatMap((value, column): Damage[] => {
    const formula = formulaAt(stands, row, column);
    const cell = meant.cells[rowOf.get(row) ?? row]?.[column];
    if (cell?.f !== undefined || (cell?.v ?? null) !== null || (formula === null && text(value) === "")) return [];
    // A formula that looks at another sheet is ours, of a unit whose points came from elsewhere then.
    if (formula !== null && formula.includes("!") && rowOf.has(row) && takesPoints(stands, column)) return [];
    const was = formula === null ? value : `=${formula}`;
    return [damage("damage-cell-emptied", { text: text(was) }, { sheet: stands.name, row, column }, "whole", was)];
  }));
}

const text = (value: CellValue): string => (value === null ? "" : typeof value === "object" ? value.error : String(value));

/**
 * Each wrong cell as one damage. Formulas of a column that all changed, those of a row that now takes its points from
 * elsewhere, and cells of a table of another size are one.
 */
function cellDamages(wrong: readonly Wrong[], { part: { sheet }, own }: Pair, resized: boolean): Damage[] {
  const units = own?.rows.size ?? 0;
  const altered = wrong.filter(({ kind, around }) => kind === "altered" && !around);
  const count = (pick: (at: Address) => number): Map<number, number> => altered.reduce(
    (all, { at }) => all.set(pick(at), (all.get(pick(at)) ?? 0) + 1), new Map<number, number>());
  const [byRow, byColumn] = [count(({ row }) => row), count(({ column }) => column)];
  const isOne = ({ around, at: { row, column } }: Wrong): boolean =>
    around ? resized : (byRow.get(row) ?? 0) > 1 || (units > 1 && (byColumn.get(column) ?? 0) >= units);
  const together = wrong.filter(isOne);
  const [first] = together;
  const each = wrong.filter((one) => !isOne(one)).map(({ at, kind, was, meant }): Damage => {
    switch (kind) {
      case "lost":
        return damage("damage-formula-lost", { text: text(was) }, at, "whole", was, meant);
      case "altered":
        return damage("damage-formula-altered", { formula: text(was) }, at, "whole", was);
      case "text":
        return damage("damage-text-changed", { text: text(was), meant: text(meant) }, at, "whole", was);
      case "error":
        return damage("damage-value-error", { count: 1, error: text(was) }, at, "whole", was);
    }
  });
  return first === undefined ? each : [damage("damage-ranking-altered", { sheet, count: together.length }, first.at, "whole", first.was), ...each];
}

/** What else is written again, so that the ranking changes with it. */
export interface Beside {
  /** Forms stand on other rows: every formula that speaks of them changes. */
  readonly forms: boolean;
  /** The rubric changed: columns may come and go. */
  readonly rubric: boolean;
}

/** Units and columns of a sheet that are gone, or there twice. */
function displacedIn({ read, stands, own, now }: Pair, beside: Beside): Damage[] {
  if (own === null || now === null) return [];
  return [...(beside.rubric ? [] : columnDamages(read, own, stands, now)), ...unitDamages(read, own, stands, now)];
}

/** The table has another size than it would have. */
const another = ({ own, now }: Pick<Pair, "own" | "now">): boolean =>
  own?.reach?.rows !== now?.reach?.rows || own?.reach?.columns !== now?.reach?.columns;

function sheetDamages(pair: Pair, displaced: readonly Damage[], others: boolean, rubric: boolean): Damage[] {
  const { stands, own, now, part: { sheet } } = pair;
  if (own !== null && now === null) return [damage("damage-ranking-altered", { sheet, count: 1 }, { sheet: stands.name, row: 0, column: 0 }, "whole")];
  const wrong = wrongCells(pair, displaced.length > 0);
  // Where rows moved, here or where the formulas look, each of them speaks of other cells: only what was typed over is known.
  const sure = ({ kind, was, around }: Wrong): boolean =>
    (was ?? "") !== "" && (kind === "lost" || (kind === "text" && !rubric && displaced.length === 0 && !(around && another(pair))));
  const known = displaced.length > 0 || others ? wrong.filter(sure) : wrong;
  return [...displaced, ...cellDamages(known, pair, another(pair))];
}

/** Most cells of a sheet that a host is asked to tell the guards of. */
const mostGuarded = 60_000;

const isFar = (formula: string | null | undefined): boolean => formula?.includes("!") === true;

/** Whether a unit's line takes its points from elsewhere than it would: then its checks are others, too. One cell is a slip. */
const resourced = (meant: Sheet, stands: SheetSnapshot, row: number): boolean =>
  (meant.cells[row] ?? []).filter((cell, column) => isOpen(cell) && isFar(cell?.f) !== isFar(formulaAt(stands, row, column))).length > 1;

/** A sheet down to the last row that holds anything: empty lines kept ready below a list grow with it. */
function filledPart(sheet: Sheet): Sheet {
  const rows = sheet.cells.reduce((last, cut, row) => ((cut ?? []).some((cell) => (cell?.v ?? null) !== null) ? row + 1 : last), 0);
  const validations = sheet.validations.filter(({ area }) => area.row < rows)
    .map((check) => ({ ...check, area: { ...check.area, rows: Math.min(check.area.rows, rows - check.area.row) } }));
  return { ...sheet, cells: sheet.cells.slice(0, rows), validations };
}

/** What of a sheet stands where it would be written, so that its guards can be compared; null where only its protection can. */
function guarded({ part, meant, read, stands, own, now }: Pair): { expected: Sheet; places: Places } | null {
  const expected = filledPart(meant);
  const width = Math.max(0, ...expected.cells.map((cut) => cut?.length ?? 0));
  const still = own === null || now === null
    ? own === now && part.clear === undefined
    : !another({ own, now }) && unitDamages(read, own, stands, now).length === 0 &&
      [...own.rows].every(([code, row]) => now.rows.get(code) === row && !resourced(meant, stands, row));
  if (!still || width * expected.cells.length > mostGuarded) return null;
  return { expected, places: placesAt(expected.cells.map((_, row) => row), Array.from({ length: width }, (_, column) => column)) };
}

/** What a host is asked to tell of the sheets of a ranking. */
export const askedOfRanking = (meant: readonly SheetPatch[], snapshot: Snapshot): Asked[] => meant.flatMap((part) => {
  const stands = standing(snapshot, part.sheet);
  if (stands === null) return [];
  const pair = pairOf(part, stands);
  const held = guarded(pair);
  return [held !== null
    ? askedOf(held.expected, part.sheet, held.places)
    : { sheet: part.sheet, area: { row: 0, column: 0, rows: 1, columns: 1 }, protection: part.protection ?? null, checks: [] }];
});

function guardsAmiss(pair: Pair, guards: Guards | null): Damage[] {
  const { part: { sheet, protection }, meant } = pair;
  if (guards === null) return [];
  const held = guarded(pair);
  if (held !== null) return guardDamages(held.expected, sheet, held.places, guards);
  if (protection === undefined || protection === null || guards.protection !== null) return [];
  const open = meant.cells.flatMap((cut, row) =>
    (cut ?? []).flatMap((cell, column): Address[] => (isOpen(cell) ? [{ sheet, row, column }] : [])));
  return [damage("damage-protection-off", { sheet }, null, protectionMend(protection, open))];
}

/** What is amiss in a ranking, and what else gives way where it is written again. */
interface RankingCheck {
  readonly damages: readonly Damage[];
  readonly gives: readonly Damage[];
}

/** A ranking against what would be ranked now; `guards` as asked by `askedOfRanking`. */
export function checkRanking(
  meant: readonly SheetPatch[], snapshot: Snapshot, guards: readonly (Guards | null)[] | null, beside: Beside,
): RankingCheck {
  const found = meant.map((part) => ({ part, stands: standing(snapshot, part.sheet) }));
  const pairs = found.flatMap(({ part, stands }) => (stands === null ? [] : [pairOf(part, stands)]));
  const displaced = pairs.map((pair) => displacedIn(pair, beside));
  const others = beside.forms || displaced.some(({ length }) => length > 0);
  const damages = [
    ...found.filter(({ stands }) => stands === null).map(({ part: { sheet } }) => damage("damage-ranking-lost", { sheet }, null, "whole")),
    ...pairs.flatMap((pair, at) => guardsAmiss(pair, guards?.[at] ?? null)),
    ...pairs.flatMap((pair, at) => sheetDamages(pair, displaced[at]!, others, beside.rubric)),
  ];
  if (!beside.forms && !damages.some(({ mend }) => mend === "whole")) return { damages, gives: [] };
  const resized = beside.rubric || pairs.some(({ own, now }) => own !== null && own.reach?.columns !== now?.reach?.columns);
  const still = (pair: Pair, at: number): boolean => displaced[at]!.length === 0 && !another(pair) && !beside.rubric;
  const all = [...damages, ...pairs.flatMap((pair, at) => (still(pair, at) ? emptiedCells(pair) : []))];
  const placed = ({ at, was }: Damage): string => JSON.stringify([at, was]);
  const told = new Set(all.map(placed));
  return {
    damages: all,
    gives: pairs.flatMap((pair, at) => (still(pair, at) || pair.own === null ? [] : textsNotIn(pair.meant, pair.stands, beneath(pair, resized))))
      .filter((each) => !told.has(placed(each))),
  };
}

const typedOver = /^damage-(formula-lost|formula-altered|text-changed|cell-emptied|unit-twice|unit-unknown)$/;

/** What people typed over the cells of a ranking, which goes when it is written again. */
export function overwrittenRanking(meant: readonly SheetPatch[], snapshot: Snapshot, rubric: boolean): Damage[] {
  const { damages, gives } = checkRanking(meant, snapshot, null, { forms: true, rubric });
  return [...damages.filter(({ issue: { code }, was }) => typedOver.test(code) && text(was) !== ""), ...gives];
}
