import { type UnitList, unitKey, unitsHeadRow } from "../ranking/unit-list";
import { unitColumns } from "../ranking/unit-words";
import { toNumber } from "../number/exact";
import type { SheetPatch, Write } from "../sheet/patch";
import type { SheetSnapshot } from "../sheet/snapshot";
import type { CellValue, Validation } from "../sheet/workbook";
import type { RankingWords } from "../words/ranking-words";
import { looks } from "./looks";
import { lineHeight, rankingLooks, titleHeight, usedArea, widthsOf } from "./ranking-looks";
import { unitsSheetName } from "./units-home";

/** Empty rows kept ready below the last unit. */
const spareRows = 50;
const widths = { code: 12, name: 44, block: 26, parent: 24, standing: 16, previousTotal: 14, previousRank: 14 } as const;

/** Where the units stand: their rows, from the first to the last spare one; columns in the order of `unitColumns`. */
export interface UnitsLayout {
  readonly sheet: string;
  readonly firstRow: number;
  readonly rows: number;
  /** The sheet row of each unit. */
  readonly at: readonly number[];
}

export function layoutUnits(list: UnitList, sheet = unitsSheetName): UnitsLayout {
  const firstRow = unitsHeadRow + 1;
  const at = list.ours ? list.rows : list.units.map((_, index) => firstRow + index);
  const last = at.reduce((low, row) => Math.max(low, row), firstRow);
  return { sheet, firstRow, rows: last - firstRow + 1 + spareRows, at };
}

function checks(words: RankingWords["units"]): readonly Validation[] {
  return unitColumns.map((column): Validation => {
    const title = words.heads[column].slice(0, 32);
    const said = {
      prompt: { title, text: words.checks[column].prompt },
      error: { title, text: words.checks[column].error },
      allowBlank: true,
    };
    switch (column) {
      case "standing":
        return { ...said, kind: "list", options: [words.ranked, words.encouraged] };
      case "previousTotal":
        return { ...said, kind: "number", min: -1e9, max: 1e9 };
      case "previousRank":
        return { ...said, kind: "whole", min: 1, max: 1_000_000 };
      default:
        return { ...said, kind: "length", max: { code: 40, name: 255, block: 200, parent: 255 }[column] };
    }
  });
}

const writeOf = (value: CellValue): Write => ({
  v: typeof value === "object" && value !== null ? value.error : value,
});

/** The cells of one unit, tidied: what is blank or was not understood stays as people left it. */
function cellsOf(list: UnitList, index: number, words: RankingWords["units"]): Write[] {
  const unit = list.units[index]!;
  const { total = null, rank = null } = unit.previous ?? {};
  const filled = (value: string | number | null): Write => (value === null || value === "" ? null : { v: value });
  const cells: Write[] = [
    { v: unit.code },
    list.ours && unit.name === unit.code ? null : { v: unit.name },
    filled(unit.block),
    filled(unit.parent ?? ""),
    { v: unit.ranked ? words.ranked : words.encouraged },
    filled(total === null ? null : toNumber(total)),
    filled(rank),
  ];
  for (const [column, value] of list.unread[index] ?? []) cells[unitColumns.indexOf(column)] = writeOf(value);
  return cells;
}

/**
 * Sheet `Đơn vị`. A list as we write it is tidied in place: made codes are filled in, nobody's row moves. Any other
 * list is written anew, with the columns that we do not know beside it.
 */
export function unitsPatch(
  list: UnitList, sheet: SheetSnapshot | null, words: RankingWords, name = unitsSheetName,
): SheetPatch {
  const { firstRow, rows, at } = layoutUnits(list);
  const said = words.units;
  const width = unitColumns.length;
  const body: Write[][] = Array.from({ length: at.reduce((most, row) => Math.max(most, row - firstRow + 1), 0) }, () =>
    Array.from({ length: width }, () => null),
  );
  at.forEach((row, index) => (body[row - firstRow] = cellsOf(list, index, said)));
  list.extra.slice(1).forEach((cells, index) => body[index]!.push(...cells.map(writeOf)));
  const heads: Write[] = [
    ...unitColumns.map((column) => ({ v: said.heads[column] })), ...(list.extra[0] ?? []).map(writeOf),
  ];
  const table = { row: firstRow, column: 0, rows, columns: width };
  const old = usedArea(sheet);
  return {
    sheet: name,
    create: true,
    ...(list.ours || old === null ? {} : { clear: [old] }),
    styles: [
      { area: { row: 1, column: 0, rows: 1, columns: 1 }, style: rankingLooks.title },
      { area: { row: 2, column: 0, rows: 1, columns: 1 }, style: looks.quiet },
      { area: { row: unitsHeadRow, column: 0, rows: 1, columns: heads.length }, style: looks.head },
      { area: table, style: { ...looks.entered, vertical: "top", wrap: true } },
      { area: { ...table, columns: 1 }, style: { format: "@" } },
    ],
    blocks: [
      { row: 0, column: 0, cells: [unitColumns.map((column) => ({ v: unitKey(column) }))] },
      { row: 1, column: 0, cells: [[{ v: said.title }], [{ v: said.hint }], heads] },
      { row: firstRow, column: 0, cells: body },
      // Below the list they would be read as units.
      ...(list.around.length === 0
        ? []
        : [{ row: firstRow, column: heads.length + 1, cells: list.around.map((cells) => cells.map(writeOf)) }]),
    ],
    validations: checks(said).map((rule, column) => ({ area: { ...table, column, columns: 1 }, rule })),
    columns: widthsOf(unitColumns.map((column) => widths[column])),
    rows: [
      { row: 0, hidden: true }, { row: 1, height: titleHeight },
      ...at.map((row, index) => ({ row, height: lineHeight(list.units[index]!.name, widths.name) })),
    ],
    freeze: { rows: firstRow, columns: 2 },
    filter: { ...table, row: unitsHeadRow, rows: rows + 1 },
    print: {
      orientation: "landscape", fitWidth: true, repeat: [unitsHeadRow, unitsHeadRow], footer: "&P/&N",
      area: { row: 1, column: 0, rows: Math.max(firstRow, ...at.map((row) => row + 1)) - 1, columns: heads.length },
    },
    protection: rankingLooks.protection,
  };
}
