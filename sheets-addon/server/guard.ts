import { parseAreaName, type Area } from "../../core/sheet/address";
import { areaWithout } from "../../core/sheet/apply";
import { onlyFills } from "../../core/sheet/patch";
import { writtenAreas } from "./cells";
import { around } from "./join";
import { opennessOf } from "./looks";
import { type Place, rangeOf, rangesOf } from "./place";
import { Trouble } from "./trouble";

type Protection = GoogleAppsScript.Spreadsheet.Protection;

const sheetProtection = ({ sheet }: Place): Protection | undefined =>
  sheet.getProtections(SpreadsheetApp.ProtectionType.SHEET)[0];

/** Refuses a patch that the person at the keyboard may not write, before anything is written. */
export function mayWrite(place: Place): void {
  const { sheet, part } = place;
  if (!onlyFills(part) && sheetProtection(place)?.canEdit() === false) throw new Trouble("protected", part.sheet);
  const areas = part.clear ?? writtenAreas(place);
  const [rows, columns] = [sheet.getMaxRows(), sheet.getMaxColumns()];
  const inside = areas
    .map((area) => ({ ...area, rows: Math.min(area.rows, rows - area.row), columns: Math.min(area.columns, columns - area.column) }))
    .filter((area) => area.rows > 0 && area.columns > 0);
  if (inside.length === 0) return;
  // Who may write around all of them may write them all.
  if (inside.length > 1 && rangeOf(sheet, around(inside)).canEdit()) return;
  if (!rangesOf(sheet, inside).every((range) => range.canEdit())) throw new Trouble("protected", part.sheet);
}

/** What stays open of what was open before the patch. */
function openBefore(place: Place, guard: Protection): Area[] {
  const { sheet, part } = place;
  const whole = { row: 0, column: 0, rows: sheet.getMaxRows(), columns: sheet.getMaxColumns() };
  const gone = part.clear ?? [];
  const used = { ...whole, rows: Math.max(1, sheet.getLastRow()), columns: Math.max(1, sheet.getLastColumn()) };
  // A sheet that was emptied all over keeps nothing open, and its thousand areas need not be asked for.
  if (gone.reduce((left, area) => left.flatMap((each) => areaWithout(each, area)), [used as Area]).length === 0) return [];
  return guard.getUnprotectedRanges().flatMap((range) => {
    const area = parseAreaName(range.getA1Notation());
    return area === null ? [] : gone.reduce((left, cut) => left.flatMap((each) => areaWithout(each, cut)), [area]);
  });
}

/**
 * Protects a sheet but for the cells to be filled in. The owner and whoever runs this stay editors: Google takes nobody
 * of them out. Where others may edit through a group, it takes nobody out at all; then everyone is warned instead.
 */
export function writeProtection(place: Place): void {
  const { sheet, part, made } = place;
  const openness = opennessOf(place);
  if (part.protection === null) {
    sheetProtection(place)?.remove();
    return;
  }
  if (part.protection === undefined && openness.bounds() === null) return;
  const before = made ? undefined : sheetProtection(place);
  if (part.protection === undefined && before === undefined) return;
  const guard = before ?? sheet.protect();
  for (const area of before === undefined ? [] : openBefore(place, before)) {
    for (let row = area.row; row < area.row + area.rows; row++) {
      for (let column = area.column; column < area.column + area.columns; column++) {
        if (openness.at(row, column) === undefined) openness.lay({ row, column, rows: 1, columns: 1 }, true);
      }
    }
  }
  guard.setUnprotectedRanges(rangesOf(sheet, openness.areas().get(true) ?? []));
  if (before !== undefined) return;
  guard.setDescription("Scorebook");
  try {
    guard.removeEditors(guard.getEditors());
    if (guard.canDomainEdit()) guard.setDomainEdit(false);
  } catch {
    guard.setWarningOnly(true);
  }
}
