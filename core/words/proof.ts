import type { Language } from "../sheet/snapshot";

/** What is said of a proof: spoken in both languages where the proof is made, so that no panel loads it before. */
export interface ProofWords {
  readonly title: string;
  readonly again: string;
  readonly summary: (cells: string, differences: string) => string;
  readonly nothing: string;
  readonly scope: (forms: string, units: string | null) => string;
  readonly entered: (count: string) => string;
  readonly waiting: (count: string) => string;
  readonly lost: (count: string) => string;
  readonly absent: (count: string) => string;
  readonly outdated: string;
  readonly follows: (roots: string, follows: string) => string;
  readonly mend: string;
  readonly sheet: (sheet: string, unit: string) => string;
  readonly total: (shown: string, right: string) => string;
  readonly rank: (shown: string, right: string) => string;
  readonly unranked: string;
  readonly blank: string;
  readonly holds: (value: string) => string;
  readonly asText: (text: string) => string;
  readonly hidden: string;
  readonly line: (shown: string, right: string) => string;
  readonly lineBlank: (shown: string) => string;
  readonly gain: (points: string) => string;
  readonly moreCells: (count: string) => string;
  readonly moreSheets: (count: string) => string;
  readonly of: Readonly<Record<"points" | "percent" | "band" | "rank", string>>;
}

const vi: ProofWords = {
  title: "Kiểm chứng điểm",
  again: "Kiểm chứng lại",
  summary: (cells, differences) => `${cells} ô, ${differences} sai khác`,
  nothing: "Chưa có ô điểm nào để kiểm chứng. Lập phiếu trước.",
  scope: (forms, units) =>
    `Mọi điểm được tính lại từ câu trả lời của ${forms} phiếu${units === null ? "" : `; ${units} đơn vị trong bảng xếp hạng`}.`,
  entered: (count) => `${count} chỗ nhập điểm trực tiếp: lấy đúng như đã nhập.`,
  waiting: (count) => `${count} chỗ so với đơn vị khác: chưa có điểm khi chưa thẩm định.`,
  lost: (count) => `${count} ô không còn trên trang tính nên chưa kiểm chứng được.`,
  absent: (count) => `${count} đơn vị chưa có dòng trong bảng xếp hạng. Bấm “Xếp hạng lại” trong danh mục lệnh.`,
  outdated: "Bộ chỉ số đã đổi sau khi lập phiếu. Bấm “Lập lại phiếu” trong danh mục lệnh, rồi kiểm chứng lại.",
  follows: (roots, follows) => `${roots} ô sai từ gốc được liệt kê dưới đây; ${follows} ô khác sai theo và sẽ đúng khi các ô này đúng.`,
  mend: "Cách sửa: bấm “Kiểm tra và sửa” trong danh mục lệnh. Công thức được ghi lại, câu trả lời giữ nguyên.",
  sheet: (sheet, unit) => (unit === "" ? sheet : `${sheet}: ${unit}`),
  total: (shown, right) => `Tổng ${shown} → ${right}`,
  rank: (shown, right) => `hạng ${shown} → ${right}`,
  unranked: "chưa có",
  blank: "Đang trống",
  holds: (value) => `Đang ghi ${value}`,
  asText: (text) => `Đang là chữ “${text}”`,
  hidden: "cột ẩn",
  line: (shown, right) => `${shown}; đúng là ${right}`,
  lineBlank: (shown) => `${shown}; phải để trống`,
  gain: (points) => `(${points} điểm)`,
  moreCells: (count) => `và ${count} ô khác trên trang này`,
  moreSheets: (count) => `và ${count} trang hoặc đơn vị khác`,
  of: { points: "Tổng cộng", percent: "Tỷ lệ", band: "Xếp loại", rank: "Hạng" },
};

const en: ProofWords = {
  title: "Prove the points",
  again: "Prove again",
  summary: (cells, differences) => `${cells} cells, ${differences} ${differences === "1" ? "difference" : "differences"}`,
  nothing: "There are no points to prove yet. Build a form first.",
  scope: (forms, units) =>
    `Every score was computed again from the answers. Forms: ${forms}${units === null ? "" : `; units in the ranking: ${units}`}.`,
  entered: (count) => `Points entered by hand, taken as entered: ${count}.`,
  waiting: (count) => `Scores relative to other units, without points before the review: ${count}.`,
  lost: (count) => `Cells that are gone from their sheets and could not be proved: ${count}.`,
  absent: (count) => `Units without a row in the ranking: ${count}. Press “Rank again” in the menu.`,
  outdated: "The rubric was changed after the forms were built. Press “Build the form again” in the menu, then prove again.",
  follows: (roots, follows) => `Listed are the cells that are wrong by themselves: ${roots}. ${follows} more follow from them and will be right with them.`,
  mend: "To mend: press “Check and repair” in the menu. Formulas are written again, answers stay.",
  sheet: (sheet, unit) => (unit === "" ? sheet : `${sheet}: ${unit}`),
  total: (shown, right) => `Total ${shown} → ${right}`,
  rank: (shown, right) => `rank ${shown} → ${right}`,
  unranked: "none",
  blank: "Is blank",
  holds: (value) => `Shows ${value}`,
  asText: (text) => `Holds the text “${text}”`,
  hidden: "hidden column",
  line: (shown, right) => `${shown}; should be ${right}`,
  lineBlank: (shown) => `${shown}; should be blank`,
  gain: (points) => `(${points} points)`,
  moreCells: (count) => `and ${count} more cells on this sheet`,
  moreSheets: (count) => `and ${count} more sheets or units`,
  of: { points: "Total", percent: "Percent", band: "Band", rank: "Rank" },
};

export const proofWords = (language: Language): ProofWords => (language === "vi" ? vi : en);
