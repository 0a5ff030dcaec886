import { emptySheet } from "../../core/sheet/apply";
import type { Cell, Workbook } from "../../core/sheet/workbook";

const words = (line: readonly (string | number)[]): Cell[] => line.map((v) => ({ v }));

/** A workbook with one empty sheet. */
export const emptyBook = (sheet: string): Workbook => ({ sheets: [emptySheet(sheet)], active: sheet, properties: {} });

/** The workbook that the page opens with: a criteria table as it would be pasted from a decision. */
export function openingBook(): Workbook {
  const head: Cell = { v: "PHỤ LỤC: BỘ CHỈ SỐ CHUYỂN ĐỔI SỐ", s: { bold: true } };
  const cells = [
    [head],
    [],
    words(["STT", "Tiêu chí", "Điểm tối đa", "Cách tính điểm", "Tài liệu kiểm chứng"]),
    words(["1", "Có kế hoạch chuyển đổi số năm", 2, "Đã ban hành: Điểm tối đa; Chưa ban hành: 0 điểm", "Kế hoạch"]),
    words(["2", "Tỷ lệ hồ sơ trực tuyến", 5, "a = số hồ sơ trực tuyến; b = tổng số hồ sơ; Điểm = a/b*Điểm tối đa", "Báo cáo"]),
    words(["3", "Tỷ lệ cán bộ được tập huấn", 3, "a = số cán bộ được tập huấn; b = tổng số cán bộ; Điểm = a/b*Điểm tối đa", "Danh sách"]),
  ];
  const columns = [8, 40, 12, 60, 30].map((width) => ({ width }));
  return { sheets: [{ ...emptySheet("Phụ lục"), cells, columns }], active: "Phụ lục", properties: {} };
}
