import { parseCellName, quoteSheet } from "../../core/sheet/address";

/** Texts stand as they are; after a sheet's name comes `!` and a cell, a row or a column. */
const cell = String.raw`\$?[A-Z]{1,3}\$?\d+`;
const place = String.raw`${cell}(?::${cell})?|\$?[A-Z]{1,3}:\$?[A-Z]{1,3}|\$?\d+:\$?\d+`;
const sheetName = String.raw`'((?:[^']|'')+)'|([\p{L}_][\p{L}\p{N}_.]*)`;
const parts = new RegExp(`"(?:[^"]|"")*"|(?:${sheetName})!(${place})?`, "giu");

function each(formula: string, sheet: string, how: (place: string | undefined, whole: string) => string): string {
  return formula.replace(parts, (whole: string, quoted?: string, bare?: string, place?: string) => {
    const name = quoted?.replace(/''/g, "'") ?? bare;
    return name !== undefined && name.toLowerCase() === sheet.toLowerCase() ? how(place, whole) : whole;
  });
}

/** A formula after a sheet got another name. */
export const renamedSheet = (formula: string, old: string, name: string): string =>
  each(formula, old, (place) => {
    const bare = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && parseCellName(name) === null;
    return `${bare ? name : quoteSheet(name)}!${place ?? ""}`;
  });

/** A formula after a sheet is gone: what named its cells is lost. */
export const deletedSheet = (formula: string, sheet: string): string => each(formula, sheet, () => "#REF!");
