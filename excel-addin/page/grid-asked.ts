import type { Engine } from "./grid-engine";
import type { Asked } from "./grid-typing";

/** Whether a number format shows percents; a % sign in quotes is only a letter. */
const showsPercents = (pattern: string): boolean => /%/.test(pattern.replace(/"[^"]*"|\\./g, ""));

/** What a cell of the workbook in hand asks for. */
export function askedAt({ api, sheets, univer }: Engine, subUnitId: string, row: number, column: number): Asked {
  const book = api.getActiveWorkbook();
  const sheet = book?.getSheetBySheetId(subUnitId) ?? null;
  if (!book || sheet === null) return { kind: "any", percents: false };
  const formats = univer.__getInjector().get(sheets.INumfmtService);
  const pattern = formats.getValue(book.getId(), subUnitId, row, column)?.pattern ?? "";
  const type = sheet.getRange(row, column).getDataValidation()?.rule.type;
  const kind = pattern === "@" || type === "textLength" ? "words" : type === "whole" || type === "decimal" ? "number" : "any";
  return { kind, percents: showsPercents(pattern) };
}
