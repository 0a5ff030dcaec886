import type { SheetSnapshot, Snapshot } from "../sheet/snapshot";
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
/** The rubric's sheet, by its header; its name may have been changed. Null where none was confirmed. */
export function findRubricSheet(snapshot: Snapshot): SheetSnapshot | null {
  const needed = [rubricHeads.id, rubricHeads.rule, rubricHeads.kind];
  const found = snapshot.sheets.filter((sheet) =>
    sheet.values.slice(0, 60).some((cut) => needed.every((head) => cut.includes(head))));
  return found.find(({ name }) => name === sheetNames.rubric) ?? found[0] ?? null;
}
