import type { Area } from "../../core/sheet/address";
import { areaName, cellName, columnName } from "../../core/sheet/address";
import type { ColorScale, Conditional, Print, Protection, Style } from "../../core/sheet/workbook";

/** Pixels of the widest digit of the standard font (Calibri 11) at 96 pixels an inch. */
const digit = 7;
const pointsOfPixel = 0.75;

/**
 * Points of a column `characters` wide. ECMA-376 part 1, 18.3.1.13 `width`: pixels are
 * `TRUNC((256 * width + TRUNC(128 / digit)) / 256 * digit)`; `RangeFormat.columnWidth` counts points (office-js issues
 * 187 and 3036).
 */
export const pointsOfWidth = (characters: number): number =>
  Math.trunc(((256 * characters + Math.trunc(128 / digit)) / 256) * digit) * pointsOfPixel;

const colour = (rgb: string): string => `#${rgb}`;

const aligned = { left: "Left", center: "Center", right: "Right" } as const;
const stood = { top: "Top", middle: "Center", bottom: "Bottom" } as const;

/** Sets a look; fields that are absent stay as they are. */
export function setStyle(range: Excel.Range, { rows, columns }: Area, style: Style): void {
  const { bold, italic, underline, size, color, fill, border, wrap, align, vertical, indent, format, locked } = style;
  if (format !== undefined) {
    range.numberFormat = Array.from({ length: rows }, () => Array.from({ length: columns }, () => format));
  }
  const look = range.format;
  if (fill !== undefined) look.fill.color = colour(fill);
  if (bold !== undefined) look.font.bold = bold;
  if (italic !== undefined) look.font.italic = italic;
  if (underline !== undefined) look.font.underline = underline ? "Single" : "None";
  if (size !== undefined) look.font.size = size;
  if (color !== undefined) look.font.color = colour(color);
  if (wrap !== undefined) look.wrapText = wrap;
  if (align !== undefined) look.horizontalAlignment = aligned[align];
  if (indent !== undefined) look.indentLevel = indent;
  if (vertical !== undefined) look.verticalAlignment = stood[vertical];
  if (locked !== undefined) look.protection.locked = locked;
  if (border === undefined) return;
  const edges = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight"] as const;
  const across = rows > 1 ? (["InsideHorizontal"] as const) : [];
  const along = columns > 1 ? (["InsideVertical"] as const) : [];
  for (const edge of [...edges, ...across, ...along]) {
    const line = look.borders.getItem(edge);
    line.style = border === "thin" ? "Continuous" : "None";
    if (border === "thin") line.weight = "Thin";
  }
}

/**
 * Adds a format that shows where a formula holds; the newest has the highest priority. Excel takes the formula as
 * written for the first cell of the range it is set through (office-js issue 5194), as we mean it.
 */
export function addConditional(sheet: Excel.Worksheet, { area, formula, style }: Conditional): Excel.ConditionalFormat {
  const format = sheet.getRange(areaName(area)).conditionalFormats.add("Custom");
  const { custom } = format;
  custom.rule.formula = `=${formula}`;
  const { fill, color, bold, italic, underline, border } = style;
  if (fill !== undefined) custom.format.fill.color = colour(fill);
  if (color !== undefined) custom.format.font.color = colour(color);
  if (bold !== undefined) custom.format.font.bold = bold;
  if (italic !== undefined) custom.format.font.italic = italic;
  if (underline !== undefined) custom.format.font.underline = underline ? "Single" : "None";
  if (border !== "thin") return format;
  for (const edge of ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight"] as const) {
    custom.format.borders.getItem(edge).style = "Continuous";
  }
  return format;
}

/** Adds heat colours from the lowest value's fill to the highest's. */
export function addScale(sheet: Excel.Worksheet, { area, low, high }: ColorScale): Excel.ConditionalFormat {
  const format = sheet.getRange(areaName(area)).conditionalFormats.add("ColorScale");
  format.colorScale.criteria = {
    minimum: { type: "LowestValue", color: colour(low) },
    maximum: { type: "HighestValue", color: colour(high) },
  };
  return format;
}

/** `&Lleft&Cmiddle&Rright` by its places, `&&` a sign; text without a place stands in the middle, as in a file. */
export function footerParts(footer: string): { left: string; center: string; right: string } {
  const parts = { left: "", center: "", right: "" };
  const places = { L: "left", C: "center", R: "right" } as const;
  let place: keyof typeof parts = "center";
  for (const [, mark, text] of footer.matchAll(/&([LCR])|((?:[^&]|&&|&(?![LCR]))+)/g)) {
    if (mark !== undefined) place = places[mark as keyof typeof places];
    else parts[place] += text ?? "";
  }
  return parts;
}

/** The page set-up of a sheet, on A4. What is not named and Excel cannot take off again, as a print area, stays. */
export function setPrint(sheet: Excel.Worksheet, print: Print): void {
  const { orientation, fitWidth, scale, repeat, repeatColumns, breaks, footer, area } = print;
  const page = sheet.pageLayout;
  page.orientation = orientation === "landscape" ? "Landscape" : "Portrait";
  page.paperSize = "A4";
  page.zoom = fitWidth ? { horizontalFitToPages: 1 } : { scale: scale ?? 100 };
  if (area !== undefined) page.setPrintArea(areaName(area));
  if (repeat !== undefined) page.setPrintTitleRows(`$${repeat[0] + 1}:$${repeat[1] + 1}`);
  if (repeatColumns !== undefined) {
    page.setPrintTitleColumns(`$${columnName(repeatColumns[0])}:$${columnName(repeatColumns[1])}`);
  }
  if (breaks !== undefined) {
    sheet.verticalPageBreaks.removePageBreaks();
    for (const column of breaks) sheet.verticalPageBreaks.add(cellName(0, column));
  }
  if (footer === undefined) return;
  const { left, center, right } = footerParts(footer);
  const foot = page.headersFooters.defaultForAllPages;
  foot.leftFooter = left;
  foot.centerFooter = center;
  foot.rightFooter = right;
}

/** What protection allows. Never taken from what Excel reads back, which can hold nulls that it then refuses. */
export const protectionOptions = (
  { formatColumns, formatRows, filter, sort }: Protection,
): Excel.WorksheetProtectionOptions => ({
  allowFormatColumns: formatColumns,
  allowFormatRows: formatRows,
  allowAutoFilter: filter,
  allowSort: sort,
  selectionMode: "Normal",
});

/** What a protection allows, of what the core knows. */
export const protectionOf = (options: Excel.WorksheetProtectionOptions): Protection => ({
  formatColumns: options.allowFormatColumns === true, formatRows: options.allowFormatRows === true,
  filter: options.allowAutoFilter === true, sort: options.allowSort === true,
});

const grants = [
  "allowAutoFilter", "allowDeleteColumns", "allowDeleteRows", "allowEditObjects", "allowEditScenarios",
  "allowFormatCells", "allowFormatColumns", "allowFormatRows", "allowInsertColumns", "allowInsertHyperlinks",
  "allowInsertRows", "allowPivotTables", "allowSort",
] as const;

/** The same protection again, from what was read back. */
export function sameProtection(
  read: Excel.WorksheetProtectionOptions | null | undefined,
): Excel.WorksheetProtectionOptions {
  const granted = Object.fromEntries(grants.filter((grant) => read?.[grant] === true).map((grant) => [grant, true]));
  return { ...granted, selectionMode: read?.selectionMode ?? "Normal" };
}
