import type { Rubric } from "../rubric/rubric";
import { type Area, columnName } from "../sheet/address";
import type { SheetPatch, Write } from "../sheet/patch";
import type { SheetSnapshot } from "../sheet/snapshot";
import type { CellValue } from "../sheet/workbook";
import { sheetWords } from "../words/sheets";
import { dressForm } from "./dress";
import { cellAt, formulaAt, type FoundForm } from "./find";
import {
  firstHelper, formColumns, type FormColumn, type FormLayout, type FormRow, inputRowId, layoutForm, pillarRowId, reservedRow, rowId,
} from "./layout";

/** Stands for a row or column that a form has lost: beyond the last one of every program. */
const nowhere = 1 << 21;

/** The layout with rows and columns where a form has them; a row that stands twice is there twice. */
function layoutFound(rubric: Rubric, { sheet, columns, idColumn, owned, rows, idOf, twice }: FoundForm): FormLayout {
  const meant = layoutForm(rubric, sheet.name);
  const helpers = formColumns.slice(formColumns.indexOf(firstHelper)).flatMap((name) => columns.get(name) ?? []);
  // What people see begins and ends somewhere, whichever column is lost.
  const ends: Partial<Record<FormColumn, number>> = { code: idColumn + 1, [firstHelper]: Math.min(Math.max(idColumn, ...owned) + 1, ...helpers) };
  const own = Object.fromEntries(formColumns.map((name) => [name, columns.get(name) ?? ends[name] ?? nowhere])) as Record<FormColumn, number>;
  const named = new Set(columns.values());
  const options = [...owned].filter((column) => !named.has(column));
  const copies = new Map<string, number[]>();
  for (const [row, id] of idOf) copies.set(id, [row]);
  for (const { id, row } of twice) copies.get(id)?.push(row);
  const table = meant.rows.flatMap((each): FormRow[] => {
    const id = each.kind === "input" ? inputRowId(each.node.id, each.input.name) : rowId(each.id);
    return (copies.get(id) ?? []).map((row) => ({ ...each, row }));
  }).sort((a, b) => a.row - b.row);
  const at = (id: string): number => rows.get(id) ?? nowhere;
  const firstRow = table[0]?.row ?? nowhere;
  return {
    ...meant,
    columns: { ...own, id: idColumn < 0 ? nowhere : idColumn },
    width: Math.max(idColumn, ...owned) + 1,
    optionColumn: options.length === 0 ? nowhere : Math.min(...options),
    keyRow: at(reservedRow.mark), headRow: at(reservedRow.head),
    rows: table, firstRow, lastRow: table[table.length - 1]?.row ?? firstRow,
    totalRow: at(reservedRow.total), percentRow: at(reservedRow.percent), bandRow: at(reservedRow.band),
    pillars: meant.pillars.map(({ pillar }) => ({ pillar, row: at(pillarRowId(pillar.code)) })),
    agencyCell: { row: at(reservedRow.agency), column: own.name }, unitCell: { row: at(reservedRow.unit), column: own.name },
    unitCodeCell: { row: at(reservedRow.facts), column: own.rule }, periodCell: { row: at(reservedRow.facts), column: own.answer },
    progressCell: { row: at(reservedRow.facts), column: own.status }, dateCell: { row: at(reservedRow.date), column: own.evidence },
    titleRow: at(reservedRow.title), signRow: at(reservedRow.sign),
    endRow: rows.get(reservedRow.names) ?? Math.max(0, ...idOf.keys()),
  };
}

/**
 * A sheet that is no form any more, read beside the form that was made of it: the same rows, some columns fewer. Null where
 * it is not so. `idColumn` is -1 where the ids are gone.
 */
export function foundBeside(was: SheetSnapshot, now: FoundForm): FoundForm | null {
  const shown = (sheet: SheetSnapshot, row: number, column: number): CellValue | undefined =>
    formulaAt(sheet, row, column) === null ? cellAt(sheet, row, column) : undefined;
  const rows = [...now.idOf.keys()];
  const isSame = (before: number, column: number): boolean => {
    const filled = rows.filter((row) => (shown(now.sheet, row, column) ?? "=") !== "");
    return filled.filter((row) => shown(was, row, before) === shown(now.sheet, row, column)).length * 2 > filled.length;
  };
  const to = new Map<number, number>();
  let next = 0;
  for (const column of [...now.owned].sort((a, b) => a - b)) if (isSame(next, column)) to.set(column, next++);
  if (to.size * 2 < now.owned.size) return null;
  const moved = (column: number): number[] => (to.has(column) ? [to.get(column)!] : []);
  return {
    ...now, sheet: was, twice: [], idColumn: to.get(now.idColumn) ?? -1, owned: new Set([...now.owned].flatMap(moved)),
    columns: new Map([...now.columns].flatMap(([name, column]) => moved(column).map((own) => [name, own] as const))),
  };
}

/**
 * The looks, checks and protection of a form for its rows and columns as they were found, in whatever order they stand;
 * what the rubric does not know is left bare. `cells` are what stands in it.
 */
export function dressFound(rubric: Rubric, found: FoundForm, cells: readonly (readonly Write[])[]): Omit<SheetPatch, "sheet"> {
  const layout = layoutFound(rubric, found);
  const { language } = found;
  const dress = dressForm(rubric, layout, cells, { language }, sheetWords(language));
  const isThere = ({ row, rows, column, columns }: Area): boolean => row + rows <= nowhere && column + columns <= nowhere;
  const standing = <T extends { readonly area: Area }>(all: readonly T[] = []): T[] => all.filter(({ area }) => isThere(area));
  const { freeze, filter, print, ...rest } = dress;
  return {
    ...rest,
    styles: standing(dress.styles),
    validations: standing(dress.validations).filter(({ rule }) => rule.kind !== "range" || isThere(rule.area)),
    conditionals: standing(dress.conditionals).filter(({ formula }) => !formula.includes(columnName(nowhere))),
    ...(filter === undefined || !isThere(filter) ? {} : { filter }),
    ...(freeze === undefined || layout.headRow === nowhere || layout.columns.name === nowhere ? {} : { freeze }),
    ...(print === undefined || layout.headRow === nowhere || layout.columns.code === nowhere ? {} : { print }),
  };
}
