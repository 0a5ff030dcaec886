import type { CellStyle, Workbook as FileBook } from "hucre/xlsx";
import { resolveThemeColor } from "hucre/xlsx";
import { tidyStyle } from "../../../core/sheet/apply";
import type { Align, Style } from "../../../core/sheet/workbook";

/** The font that a cell without one of its own has. */
export const baseFont = { name: "Calibri", size: 11 };

type Color = NonNullable<NonNullable<CellStyle["font"]>["color"]>;

/** A look as the file library takes it. */
export function fileStyle(style: Style): CellStyle {
  const { bold, italic, underline, size, color, fill, border, align, vertical, wrap, indent, format, locked } = style;
  const font = bold || italic || underline || size !== undefined || color !== undefined;
  const side = { style: "thin" } as const;
  return {
    ...(font
      ? {
          font: {
            ...baseFont,
            ...(size === undefined ? {} : { size }),
            ...(bold ? { bold } : {}),
            ...(italic ? { italic } : {}),
            ...(underline ? { underline } : {}),
            ...(color === undefined ? {} : { color: { rgb: color } }),
          },
        }
      : {}),
    ...(fill === undefined ? {} : { fill: { type: "pattern", pattern: "solid", fgColor: { rgb: fill } } }),
    ...(border === "thin" ? { border: { left: side, right: side, top: side, bottom: side } } : {}),
    ...(align !== undefined || vertical !== undefined || wrap || indent !== undefined
      ? {
          alignment: {
            ...(align === undefined ? {} : { horizontal: align }),
            ...(vertical === undefined ? {} : { vertical: vertical === "middle" ? "center" : vertical }),
            ...(wrap ? { wrapText: true } : {}),
            ...(indent === undefined ? {} : { indent }),
          },
        }
      : {}),
    ...(format === undefined ? {} : { numFmt: format }),
    ...(locked === false ? { protection: { locked } } : {}),
  };
}

/** A look that a conditional format lays over a cell's own: its fill is the pattern's background in a file. */
export function fileOverlay(style: Style): CellStyle {
  const { fill, border } = fileStyle(style);
  const { bold, italic, underline, size, color } = style;
  const font = {
    ...(bold ? { bold } : {}),
    ...(italic ? { italic } : {}),
    ...(underline ? { underline } : {}),
    ...(size === undefined ? {} : { size }),
    ...(color === undefined ? {} : { color: { rgb: color } }),
  };
  return {
    ...(Object.keys(font).length === 0 ? {} : { font }),
    ...(fill === undefined || fill.type !== "pattern" || fill.fgColor === undefined
      ? {}
      : { fill: { ...fill, bgColor: fill.fgColor } }),
    ...(border === undefined ? {} : { border }),
  };
}

const aligns: Record<string, Align> = { left: "left", center: "center", centerContinuous: "center", right: "right" };

/** Reads looks of one file, whose theme names some colours. An overlay is the look of a conditional format. */
export function styleReader(
  book: Pick<FileBook, "themeColors">,
): (style: CellStyle | undefined, overlay?: boolean) => Style {
  const rgb = (color: Color | undefined): string | undefined => {
    if (color?.rgb !== undefined) return color.rgb.slice(-6).toUpperCase();
    if (color?.theme === undefined || book.themeColors === undefined) return undefined;
    // Files number the theme's light and dark pairs the other way round than the theme lists them.
    const slot = color.theme < 4 ? color.theme ^ 1 : color.theme;
    return resolveThemeColor(book.themeColors, slot, color.tint);
  };
  const known = new WeakMap<CellStyle, Style>();
  return (look, overlay = false) => {
    if (look === undefined) return {};
    const before = known.get(look);
    if (before !== undefined) return before;
    const { font, fill, border, alignment, numFmt, protection } = look;
    const color = rgb(font?.color);
    const pattern = fill?.type === "pattern" ? fill : undefined;
    const ground = overlay
      ? rgb(pattern?.bgColor ?? pattern?.fgColor)
      : pattern !== undefined && pattern.pattern !== "none"
        ? rgb(pattern.pattern === "solid" ? pattern.fgColor : pattern.bgColor)
        : undefined;
    const align = alignment?.horizontal === undefined ? undefined : aligns[alignment.horizontal];
    const vertical = alignment?.vertical;
    const style = tidyStyle({
      bold: font?.bold === true,
      italic: font?.italic === true,
      underline: font?.underline !== undefined && font.underline !== false,
      ...(font?.size === undefined || font.size === baseFont.size ? {} : { size: font.size }),
      ...(color === undefined || color === "000000" ? {} : { color }),
      ...(ground === undefined ? {} : { fill: ground }),
      wrap: alignment?.wrapText === true,
      ...(align === undefined ? {} : { align }),
      vertical: vertical === "top" ? "top" : vertical === "center" ? "middle" : "bottom",
      indent: alignment?.indent ?? 0,
      format: numFmt ?? "General",
      border: border?.top !== undefined || border?.bottom !== undefined ? "thin" : "none",
      locked: protection?.locked !== false,
    });
    known.set(look, style);
    return style;
  };
}
