import type { IStyleData } from "@univerjs/core";
import { tidyStyle } from "../../core/sheet/apply";
import type { Align, Style } from "../../core/sheet/workbook";

/** The grid keeps what it does not know of a look, so that lock and indent travel with the cell. */
export type GridStyle = IStyleData & { readonly locked?: boolean; readonly indent?: number };

const aligns: readonly Align[] = ["left", "center", "right"];
const verticals = ["top", "middle", "bottom"] as const;
const WRAP = 3;
const THIN = 1;
const INDENT = 12;

/** A look as the grid takes it. */
export function gridStyle(style: Style): GridStyle {
  const side = { s: THIN, cl: { rgb: "#7F7F7F" } };
  return {
    ...(style.bold === true ? { bl: 1 } : {}),
    ...(style.italic === true ? { it: 1 } : {}),
    ...(style.underline === true ? { ul: { s: 1 } } : {}),
    ...(style.size === undefined ? {} : { fs: style.size }),
    ...(style.color === undefined ? {} : { cl: { rgb: `#${style.color}` } }),
    ...(style.fill === undefined ? {} : { bg: { rgb: `#${style.fill}` } }),
    ...(style.wrap === true ? { tb: WRAP } : {}),
    ...(style.align === undefined ? {} : { ht: aligns.indexOf(style.align) + 1 }),
    ...(style.vertical === undefined ? {} : { vt: verticals.indexOf(style.vertical) + 1 }),
    ...(style.indent === undefined ? {} : { indent: style.indent, pd: { l: 2 + INDENT * style.indent } }),
    ...(style.format === undefined ? {} : { n: { pattern: style.format } }),
    ...(style.border === "thin" ? { bd: { t: side, r: side, b: side, l: side } } : {}),
    ...(style.locked === false ? { locked: false } : {}),
  };
}

const hex = (color: IStyleData["cl"]): string | undefined => {
  const text = color?.rgb ?? "";
  const match = /^#([0-9a-f]{6})$/i.exec(text);
  if (match !== null) return match[1]!.toUpperCase();
  const parts = /^rgba?\((\d+), *(\d+), *(\d+)/.exec(text);
  return parts?.slice(1, 4).map((part) => Number(part).toString(16).padStart(2, "0").toUpperCase()).join("");
};

/** The look that the grid holds, in our terms. */
export function styleOfGrid(look: GridStyle): Style {
  const color = hex(look.cl);
  const fill = hex(look.bg);
  const align = aligns[(look.ht ?? 0) - 1];
  const vertical = verticals[(look.vt ?? 0) - 1];
  const indent = look.indent ?? 0;
  return tidyStyle({
    bold: look.bl === 1,
    italic: look.it === 1,
    underline: look.ul?.s === 1,
    ...(look.fs === undefined ? {} : { size: look.fs }),
    ...(color === undefined || color === "000000" ? {} : { color }),
    ...(fill === undefined ? {} : { fill }),
    wrap: look.tb === WRAP,
    ...(align === undefined ? {} : { align }),
    ...(vertical === undefined ? {} : { vertical }),
    indent,
    format: look.n?.pattern ?? "General",
    border: look.bd?.t || look.bd?.b ? "thin" : "none",
    locked: look.locked !== false,
  });
}
