import { cellName, type Area } from "../../core/sheet/address";
import type { Validation } from "../../core/sheet/workbook";
import { Layer } from "./layer";
import { isEmptied, type Place, type Range, rangeOf, rangesOf } from "./place";

type Check = GoogleAppsScript.Spreadsheet.DataValidation;

/** Google Sheets has one text for a check, shown at the cell and on refusal. */
export const helpOf = ({ prompt, error }: Validation): string =>
  [prompt.title, prompt.text === "" ? error.text : prompt.text].filter((text) => text !== "").join(". ");

function builtCheck(rule: Validation, row: number, column: number, members: Range | undefined): Check {
  const builder = SpreadsheetApp.newDataValidation().setAllowInvalid(false).setHelpText(helpOf(rule));
  switch (rule.kind) {
    case "list":
      return builder.requireValueInList([...rule.options], true).build();
    case "range":
      return builder.requireValueInRange(members!, true).build();
    case "number":
      return builder.requireNumberBetween(rule.min, rule.max).build();
    case "whole": {
      const cell = cellName(row, column).replace(/^([A-Z]+)/, "$$$1$$");
      const holds = [`ISNUMBER(${cell})`, `${cell}=INT(${cell})`, `${cell}>=${rule.min}`, `${cell}<=${rule.max}`];
      return builder.requireFormulaSatisfied(`=IFERROR(AND(${holds.join(";")});FALSE())`).build();
    }
    case "length":
      // A cell holds more than any other program's; the check is there for its words.
      return builder.requireFormulaSatisfied("=TRUE()").build();
  }
}

/** The cells in which the members of long dropdowns stand, in one trip for each sheet that holds them. */
function memberRanges(place: Place): Map<Validation, Range> {
  const found = new Map<Validation, Range>();
  const bySheet = new Map<string, { rule: Validation; area: Area }[]>();
  for (const { rule } of place.part.validations ?? []) {
    if (rule.kind !== "range") continue;
    const name = rule.sheet.toLowerCase();
    const own = bySheet.get(name);
    if (own === undefined) bySheet.set(name, [{ rule, area: rule.area }]);
    else own.push({ rule, area: rule.area });
  }
  bySheet.forEach((rules, name) => {
    const sheet = place.sheets.get(name);
    if (sheet === undefined) return;
    rangesOf(sheet, rules.map(({ area }) => area)).forEach((range, index) => found.set(rules[index]!.rule, range));
  });
  return found;
}

/** All checks of a sheet in one call; checks that the patch does not name stay. */
export function writeChecks(place: Place): void {
  const layer = new Layer<Validation>();
  for (const { area, rule } of place.part.validations ?? []) layer.lay(area, rule);
  const bounds = layer.bounds();
  if (bounds === null) return;
  const members = memberRanges(place);
  const built = new Map<string, Check>();
  const range = rangeOf(place.sheet, bounds);
  let before: (Check | null)[][] | null = null;
  const checks = Array.from({ length: bounds.rows }, (_, i) =>
    Array.from({ length: bounds.columns }, (_, j): Check | null => {
      const [row, column] = [bounds.row + i, bounds.column + j];
      const rule = layer.at(row, column);
      if (rule === undefined) return isEmptied(place, row, column) ? null : (before ??= range.getDataValidations())[i]![j]!;
      const key = rule.kind === "whole" ? `${row} ${column}` : JSON.stringify(rule);
      const known = built.get(key);
      if (known !== undefined) return known;
      const check = builtCheck(rule, row, column, members.get(rule));
      built.set(key, check);
      return check;
    }),
  );
  range.setDataValidations(checks);
}
