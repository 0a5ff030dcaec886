import type { Language } from "../sheet/snapshot";

export type DamageGroup = "rubric" | "sheet" | "rows" | "formula" | "words" | "guard" | "people";

/** What is said around the things that a check found. */
export interface RepairWords {
  readonly title: string;
  readonly clean: string;
  readonly nothing: string;
  readonly found: (mends: string, left: string) => string;
  readonly scope: (cells: string, forms: string, answers: string) => string;
  readonly uninspected: string;
  /** What a repair mends that is not taken back with it. */
  readonly guardsStay: string;
  /** A repair that cannot be taken back. */
  readonly forGood: string;
  readonly done: (count: string, answers: string) => string;
  readonly left: (count: string) => string;
  readonly group: Readonly<Record<DamageGroup, string>>;
  readonly more: (count: string) => string;
  readonly repair: (count: string) => string;
  readonly again: string;
}

const vi: RepairWords = {
  title: "Kiểm tra và sửa",
  clean: "Không có chỗ nào hỏng.",
  nothing: "Chưa có phiếu nào để kiểm tra.",
  found: (mends, left) =>
    left === "0" ? `Tìm thấy ${mends} chỗ hỏng.` : mends === "0" ? `${left} chỗ cần bạn xem.` : `Tìm thấy ${mends} chỗ hỏng, và ${left} chỗ cần bạn xem.`,
  scope: (cells, forms, answers) => `Đã so ${cells} ô trên ${forms} phiếu với nội dung Scorebook sẽ ghi lúc này; ${answers} câu trả lời đang có.`,
  uninspected: "Chương trình này không cho biết bảo vệ, khóa ô, định dạng và kiểm tra dữ liệu, nên các mục đó chưa được so.",
  guardsStay: "Sửa xong vẫn hoàn tác được nội dung và công thức; riêng bảo vệ, khóa ô, định dạng và kiểm tra dữ liệu đã sửa thì giữ nguyên.",
  forGood: "Lần sửa này không hoàn tác được vì trạng thái trước đó quá lớn để lưu kèm.",
  done: (count, answers) => `Đã sửa ${count} chỗ, giữ nguyên ${answers} câu trả lời. Ghi vào “Nhật ký”.`,
  left: (count) => `Còn ${count} chỗ cần bạn xem.`,
  group: {
    rubric: "Bộ chỉ số và thiết lập", sheet: "Trang tính", rows: "Dòng và cột", formula: "Công thức", words: "Nhãn và nội dung",
    guard: "Bảo vệ, kiểm tra dữ liệu, định dạng", people: "Cần bạn xem",
  },
  more: (count) => `Và ${count} chỗ nữa cùng loại.`,
  repair: (count) => `Sửa ${count} chỗ`,
  again: "Kiểm tra lại",
};

const en: RepairWords = {
  title: "Check and repair",
  clean: "Nothing is damaged.",
  nothing: "There is no form to check yet.",
  found: (mends, left) =>
    left === "0" ? `Damage found: ${mends}.` : mends === "0" ? `To look at: ${left}.` : `Damage found: ${mends}; to look at: ${left}.`,
  scope: (cells, forms, answers) => `${cells} cells of ${forms} ${forms === "1" ? "form" : "forms"} compared with what Scorebook would write now; ${answers} answers stand.`,
  uninspected: "This program does not tell of protection, locks, formats and data checks, so these were not compared.",
  guardsStay: "A repair can be taken back: contents and formulas, that is; protection, locks, formats and data checks stay mended.",
  forGood: "This repair cannot be taken back: the state before is too large to keep with the file.",
  done: (count, answers) => `Repaired: ${count}. All ${answers} answers stay. Written down in the log.`,
  left: (count) => `Left to look at: ${count}.`,
  group: {
    rubric: "Criteria and settings", sheet: "Sheets", rows: "Rows and columns", formula: "Formulas", words: "Labels and contents",
    guard: "Protection, data checks, formats", people: "To look at",
  },
  more: (count) => `And ${count} more of this kind.`,
  repair: (count) => `Repair ${count}`,
  again: "Check again",
};

/** Loaded with the check, not with the panel. */
export const repairWords = (language: Language): RepairWords => (language === "vi" ? vi : en);
