import { cellName, columnName, type Area } from "../../core/sheet/address";
import type { Validation } from "../../core/sheet/workbook";
import { Layer } from "./layer";
import { isEmptied, type Place, type Range, rangeOf, rangesOf } from "./place";

type Check = GoogleAppsScript.Spreadsheet.DataValidation;

/**
 * Google Sheets has one text for a check, shown at the cell and on refusal. It names no row where the check has words for
 * any: a form then takes as many checks as there are lists and bounds, and not five calls for each of its cells.
 */
export const helpOf = ({ brief, prompt, error }: Validation): string =>
  brief ?? [prompt.title, prompt.text === "" ? error.text : prompt.text].filter((text) => text !== "").join(". ");

const wholeFormula = (cell: string, min: number, max: number): string =>
  `=IFERROR(AND(${[`ISNUMBER(${cell})`, `${cell}=INT(${cell})`, `${cell}>=${min}`, `${cell}<=${max}`].join(";")});FALSE())`;

/** `cell` is the one that is checked; `alike` differs from this check in its cell alone. */
function builtCheck(rule: Validation, cell: string, members: Range | undefined, alike: Check | undefined): Check {
  if (rule.kind === "whole" && alike !== undefined) {
    return alike.copy().requireFormulaSatisfied(wholeFormula(cell, rule.min, rule.max)).build();
  }
  const builder = SpreadsheetApp.newDataValidation().setAllowInvalid(false).setHelpText(helpOf(rule));
  switch (rule.kind) {
    case "list":
      return builder.requireValueInList([...rule.options], true).build();
    case "range":
      return builder.requireValueInRange(members!, true).build();
    case "number":
      return builder.requireNumberBetween(rule.min, rule.max).build();
    case "whole":
      return builder.requireFormulaSatisfied(wholeFormula(cell, rule.min, rule.max)).build();
    case "length":
      // A cell holds more than any other program's; the check is there for its words.
      return builder.requireFormulaSatisfied("=TRUE()").build();
  }
}

/** What tells one check from another here. */
function keyOf(rule: Validation): string {
  const help = helpOf(rule);
  switch (rule.kind) {
    case "list":
      return JSON.stringify([help, rule.options]);
    case "range":
      return JSON.stringify([help, rule.sheet.toLowerCase(), rule.area]);
    case "number":
    case "whole":
      return JSON.stringify([help, rule.kind, rule.min, rule.max]);
    case "length":
      return JSON.stringify([help]);
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
  const { checks: known } = place;
  const keys = new Map<Validation, string>(named.map(({ rule }) => [rule, keyOf(rule)]));
  const built = (rule: Validation, cell: string): Check => {
    const alike = keys.get(rule)!;
    const key = rule.kind === "whole" ? `${alike} ${cell}` : alike;
    let check = known.get(key);
    if (check === undefined) known.set(key, (check = builtCheck(rule, cell, members.get(rule), known.get(alike))));
    if (!known.has(alike)) known.set(alike, check);
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
