import { annexPatch } from "../../core/app/preset";
import { presetSheet } from "../../core/rubric/preset";
import { applyPatch, emptySheet } from "../../core/sheet/apply";
import { emptyWorkbook, type Workbook } from "../../core/sheet/workbook";

/** A workbook with one empty sheet. */
export const emptyBook = (sheet: string): Workbook => ({ sheets: [emptySheet(sheet)], active: sheet, properties: {} });

/** The workbook that the page opens with: the annex of a real set, as it would be pasted. */
export function openingBook(): Workbook {
  const name = "Phụ lục";
  const annex = presetSheet("hcm-xa-2026", name);
  if (annex === null) return emptyBook(name);
  const pasted = applyPatch(emptyWorkbook, { expect: [], sheets: [annexPatch(annex, name)] });
  return pasted.ok ? { ...pasted.workbook, active: name } : emptyBook(name);
}
