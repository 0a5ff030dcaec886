import { isUnitList, noUnits, readUnitList, type UnitList, unitKey } from "../ranking/unit-list";
import { issue, type Issue } from "../issue/issue";
import type { SheetSnapshot, Snapshot } from "../sheet/snapshot";
import type { Unit } from "../ranking/unit";
import { type Home, homeSheet, sheetNamed } from "./home-sheet";

export const unitsSheetName = "Đơn vị";

/** The sheet of the list. Somebody's own table that is called `Đơn vị` is no list of units. */
export function unitsHome(snapshot: Snapshot): Home {
  const home = homeSheet(snapshot, unitsSheetName, unitKey("name"));
  if (home.sheet !== null) return home;
  const sheet = sheetNamed(snapshot, unitsSheetName);
  return sheet !== null && isUnitList(sheet) ? { sheet, name: sheet.name } : home;
}

/** A look asks for the units several times. */
const known = new WeakMap<SheetSnapshot, UnitList>();

function listIn(sheet: SheetSnapshot): UnitList {
  let list = known.get(sheet);
  if (list === undefined) known.set(sheet, (list = readUnitList(sheet)));
  return list;
}

/**
 * The units that the workbook's list names, and what is wrong with the list. `blocks` holds the agreed blocks, where
 * there are any.
 */
export function readUnits(
  snapshot: Snapshot, blocks: readonly string[] | null = null,
): { units: readonly Unit[]; list: UnitList; issues: readonly Issue[] } {
  const { sheet } = unitsHome(snapshot);
  const list = sheet === null
    ? { ...noUnits, issues: [issue("unit-list-missing", {}, { sheet: unitsSheetName })] }
    : blocks === null ? listIn(sheet) : readUnitList(sheet, blocks);
  return { units: list.units, list, issues: list.issues };
}

/** Units that are already known, as a list that no sheet holds yet. */
export const listOf = (units: readonly Unit[]): UnitList => ({ ...noUnits, units, rows: units.map(() => -1) });
