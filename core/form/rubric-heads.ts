import type { SheetSnapshot, Snapshot } from "../sheet/snapshot";
import type { CellValue } from "../sheet/workbook";
import { sheetNames } from "./sheet-names";

/** The columns of `Bộ chỉ số`, in Vietnamese whatever the panel's language: it is the decision's own table. */
export const rubricHeads = {
  id: "Mã hệ thống",
  code: "STT",
  name: "Chỉ số/Tiêu chí",
  max: "Điểm tối đa",
  rule: "Cách tính điểm",
  evidence: "Tài liệu kiểm chứng",
  kind: "Loại",
  level: "Cấp",
  min: "Điểm tối thiểu",
} as const;

/** The row of the heads on a rubric's sheet, with its texts composed as ours are; null where it has none. */
export function rubricHeadsIn(sheet: SheetSnapshot): { readonly row: number; readonly heads: readonly CellValue[] } | null {
  for (const [row, cut] of sheet.values.entries()) {
    const heads = cut.map((value) => (typeof value === "string" ? value.normalize("NFC") : value));
    if (heads.includes(rubricHeads.id) && heads.includes(rubricHeads.rule)) return { row, heads };
  }
  return null;
}

/** How far down people may have pushed the heads. */
const searchRows = 60;

/** The rubric's sheet, by its header; its name may have been changed. Null where none was confirmed. */
export function findRubricSheet(snapshot: Snapshot): SheetSnapshot | null {
  const found = snapshot.sheets.filter((sheet) =>
    rubricHeadsIn({ ...sheet, values: sheet.values.slice(0, searchRows) })?.heads.includes(rubricHeads.kind) === true);
  return found.find(({ name }) => name.normalize("NFC") === sheetNames.rubric) ?? found[0] ?? null;
}
