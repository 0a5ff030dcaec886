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

const isScale = (rule: Rule): boolean => rule.getGradientCondition() !== null;

/** Conditional formats and heat colours: Google replaces all of a sheet's at once, so the kind not named is kept. */
export function writeConditionals({ sheet, part, made }: Place): void {
  const { conditionals, scales } = part;
  if (conditionals === undefined && scales === undefined) return;
  const both = conditionals !== undefined && scales !== undefined;
  const before = both || made ? [] : sheet.getConditionalFormatRules();
  const areas = [...(conditionals ?? []), ...(scales ?? [])].map(({ area }) => area);
  const ranges = rangesOf(sheet, areas);
  const count = conditionals?.length ?? 0;
  const formats = conditionals?.map((rule, index) => formatRule(rule, ranges[index]!));
  const heats = scales?.map(({ low, high }, index) =>
    SpreadsheetApp.newConditionalFormatRule()
      .setGradientMinpoint(`#${low.toLowerCase()}`).setGradientMaxpoint(`#${high.toLowerCase()}`)
      .setRanges([ranges[count + index]!]).build());
  sheet.setConditionalFormatRules([
    ...(formats ?? before.filter((rule) => !isScale(rule))), ...(heats ?? before.filter(isScale)),
  ]);
}
