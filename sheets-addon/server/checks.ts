import { cellName, columnName, type Area } from "../../core/sheet/address";
import type { Validation } from "../../core/sheet/workbook";
import { Layer } from "./layer";
import { isEmptied, type Place, type Range, rangeOf, rangesOf } from "./place";

type Check = GoogleAppsScript.Spreadsheet.DataValidation;

/** Google Sheets has one text for a check, shown at the cell and on refusal. */
export const helpOf = ({ prompt, error }: Validation): string =>
  [prompt.title, prompt.text === "" ? error.text : prompt.text].filter((text) => text !== "").join(". ");

/** `cell` is the one that is checked. */
function builtCheck(rule: Validation, cell: string, members: Range | undefined): Check {
  const builder = SpreadsheetApp.newDataValidation().setAllowInvalid(false).setHelpText(helpOf(rule));
  switch (rule.kind) {
    case "list":
      return builder.requireValueInList([...rule.options], true).build();
    case "range":
      return builder.requireValueInRange(members!, true).build();
    case "number":
      return builder.requireNumberBetween(rule.min, rule.max).build();
    case "whole": {
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

const isWide = (area: Area): boolean => area.rows * area.columns > 1;

/**
 * All checks of a sheet in one call; checks that the patch does not name stay. What a formula says of many cells, written
 * for the first of them, is set for them together, which costs a call for each such area.
 */
export function writeChecks(place: Place): void {
  const layer = new Layer<Validation>();
  for (const { area, rule } of place.part.validations ?? []) layer.lay(area, rule);
  const bounds = layer.bounds();
  if (bounds === null) return;
  const named = place.part.validations ?? [];
  const wide = new Set<Validation>(named.flatMap(({ area, rule }) => (rule.kind === "whole" && isWide(area) ? [rule] : [])));
  const members = memberRanges(place);
  const built = (rule: Validation, cell: string): Check => {
    const key = `${rule.kind === "whole" ? cell : ""} ${JSON.stringify(rule)}`;
    let check = place.checks.get(key);
    if (check === undefined) place.checks.set(key, (check = builtCheck(rule, cell, members.get(rule))));
    return check;
  };
  const range = rangeOf(place.sheet, bounds);
  let before: (Check | null)[][] | null = null;
  const checks = Array.from({ length: bounds.rows }, (_, i) =>
    Array.from({ length: bounds.columns }, (_, j): Check | null => {
      const [row, column] = [bounds.row + i, bounds.column + j];
      const rule = layer.at(row, column);
      if (rule === undefined) return isEmptied(place, row, column) ? null : (before ??= range.getDataValidations())[i]![j]!;
      return wide.has(rule) ? null : built(rule, `$${columnName(column)}$${row + 1}`);
    }),
  );
  range.setDataValidations(checks);
  layer.areas().forEach((areas, rule) => {
    if (!wide.has(rule)) return;
    for (const area of areas) rangeOf(place.sheet, area).setDataValidation(built(rule, cellName(area.row, area.column)));
  });
}
