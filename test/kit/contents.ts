import { cellName } from "../../core/sheet/address";
import type { Workbook } from "../../core/sheet/workbook";

/** What the sheets hold by cell, their hidden facts and the log apart. What a formula shows follows from it. */
export function contents({ sheets }: Workbook): object {
  const held: Record<string, Record<string, object>> = {};
  for (const { name, cells } of sheets) {
    if (name === "_scorebook" || name === "Nhật ký") continue;
    const own: Record<string, object> = (held[name] = {});
    cells.forEach((cut, row) => cut?.forEach((cell, column) => {
      if (cell === undefined || ((cell.v === null || cell.v === "") && cell.f === undefined)) return;
      own[cellName(row, column)] = cell.f === undefined ? { v: cell.v } : { f: cell.f };
    }));
  }
  return held;
}
