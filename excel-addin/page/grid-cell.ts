import type { ICellData } from "@univerjs/core";
import type { CellValue } from "../../core/sheet/workbook";

/** The grid's cell types. A string typed `FORCED` stays text though it looks like a number. */
const [STRING, NUMBER, BOOLEAN, FORCED] = [1, 2, 3, 4] as const;

/** A value as a cell of the grid holds it. Text never becomes a formula or a number. */
export function gridValue(value: CellValue): Pick<ICellData, "v" | "t" | "custom"> {
  if (value === null || value === "") return {};
  if (typeof value === "number") return { v: value, t: NUMBER };
  if (typeof value === "boolean") return { v: value ? 1 : 0, t: BOOLEAN };
  if (typeof value === "object") return { v: value.error, t: STRING, custom: { error: true } };
  return { v: value, t: /^[\s\d.,%+-]+$|^\d+e[+-]?\d+$/i.test(value) ? FORCED : STRING };
}

/** A formula cell as the grid holds it, with its last value. */
export const gridFormula = (formula: string, value: CellValue): ICellData => ({
  ...(value === "" ? { v: "", t: STRING } : gridValue(value)), f: `=${formula}`,
});

/** The value that a cell of the grid holds. */
export function valueOfGrid(cell: ICellData): CellValue {
  const { v, t, p, f, custom } = cell;
  if (p?.body !== undefined) return p.body.dataStream.replace(/\r\n$/, "").replace(/\r/g, "\n") || null;
  if (v === undefined || v === null) return null;
  if (t === BOOLEAN) return v === 1 || v === true || v === "TRUE" || v === "1";
  if (typeof v === "boolean") return v;
  if (typeof v === "number") return t === STRING || t === FORCED ? String(v) : v;
  if ((f !== undefined && f !== null) || custom?.error === true) {
    if (/^#(?:N\/A|NAME\?|REF!|DIV\/0!|VALUE!|NUM!|NULL!|SPILL!|CALC!)$/.test(v)) return { error: v };
  }
  if (t === NUMBER && v.trim() !== "" && Number.isFinite(Number(v))) return Number(v);
  return v === "" && (f === undefined || f === null) ? null : v;
}
