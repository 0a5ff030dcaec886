import { isOwnFormat, isOwnHeat, withOwn } from "../../core/sheet/own-formats";
import type { Conditional } from "../../core/sheet/workbook";
import { type Place, type Range, rangesOf } from "./place";

type Rule = GoogleAppsScript.Spreadsheet.ConditionalFormatRule;

function formatRule({ formula, style }: Conditional, range: Range): Rule {
  const { bold, italic, underline, color, fill } = style;
  const builder = SpreadsheetApp.newConditionalFormatRule().whenFormulaSatisfied(`=${formula}`).setRanges([range]);
  if (bold !== undefined) builder.setBold(bold);
  if (italic !== undefined) builder.setItalic(italic);
  if (underline !== undefined) builder.setUnderline(underline);
  if (color !== undefined) builder.setFontColor(`#${color.toLowerCase()}`);
  if (fill !== undefined) builder.setBackground(`#${fill.toLowerCase()}`);
  return builder.build();
}

const isOwnRule = (rule: Rule): boolean => {
  const condition = rule.getBooleanCondition();
  return condition !== null && condition.getCriteriaType() === SpreadsheetApp.BooleanCriteria.CUSTOM_FORMULA
    && isOwnFormat(String(condition.getCriteriaValues()[0]));
};

const colourOf = (text: string): string => text.replace("#", "").toUpperCase();

const isOwnScale = (rule: Rule): boolean => {
  const gradient = rule.getGradientCondition();
  return gradient !== null && isOwnHeat({ low: colourOf(gradient.getMinColor()), high: colourOf(gradient.getMaxColor()) });
};

/** Conditional formats and heat colours: Google replaces all of a sheet's at once, so those that are not ours are given again. */
export function writeConditionals({ sheet, part, made }: Place): void {
  const { conditionals, scales } = part;
  if (conditionals === undefined && scales === undefined) return;
  const before = made ? [] : sheet.getConditionalFormatRules();
  const areas = [...(conditionals ?? []), ...(scales ?? [])].map(({ area }) => area);
  const ranges = rangesOf(sheet, areas);
  const count = conditionals?.length ?? 0;
  const formats = conditionals?.map((rule, index) => formatRule(rule, ranges[index]!));
  const heats = scales?.map(({ low, high }, index) =>
    SpreadsheetApp.newConditionalFormatRule()
      .setGradientMinpoint(`#${low.toLowerCase()}`).setGradientMaxpoint(`#${high.toLowerCase()}`)
      .setRanges([ranges[count + index]!]).build());
  const [ownScales, ownRules] = [new Set(before.filter(isOwnScale)), new Set(before.filter(isOwnRule))];
  const ruled = formats === undefined ? before : withOwn(before, (rule) => ownRules.has(rule), formats);
  sheet.setConditionalFormatRules(heats === undefined ? ruled : withOwn(ruled, (rule) => ownScales.has(rule), heats));
}
