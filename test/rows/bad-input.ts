import { Desk, type FormPart } from "../kit/desk";
import type { Language } from "../../core/sheet/snapshot";
import type { CellValue } from "../../core/sheet/workbook";

type Value = string | number | null;
export const head = ["STT", "Tiêu chí", "Điểm tối đa", "Cách tính điểm", "Tài liệu kiểm chứng"] as const;
export const yesNo = "Có: điểm tối đa; không: 0 điểm";

/** A small annex with an input of every kind. */
export const annex: readonly (readonly Value[])[] = [
  head,
  ["I", "Nhận thức số", 20, null, null],
  ["1", "Người đứng đầu là Trưởng Ban chỉ đạo", 4, "Trưởng Ban là Bí thư: Điểm tối đa;\nPhó Bí thư: 1/2*Điểm tối đa;\nkhác: 0 điểm", "Quyết định"],
  ["2", "Tỷ lệ cuộc họp", 6, "a = số cuộc họp do Bí thư chủ trì;\nb = tổng số cuộc họp.\nTỷ lệ = a/b.\nĐiểm = Tỷ lệ*Điểm tối đa", "Biên bản"],
  ["3", "Tỷ lệ hồ sơ trực tuyến", 5, "Tỷ lệ hồ sơ trực tuyến từ 80% trở lên: Điểm tối đa; dưới 80%: Tỷ lệ/80%*Điểm tối đa", "Báo cáo"],
  ["4", "Số bài tuyên truyền", 5, "Từ 10 bài trở lên: điểm tối đa; từ 5 đến 9 bài: 1/2 điểm tối đa; dưới 5 bài: 0 điểm", null],
  ["II", "Hoạt động", 10, null, null],
  ["5", "Khảo sát người dân", 6, "Theo kết quả của Sở", null],
  ["6", "Kế hoạch năm", 4, yesNo, "Kế hoạch"],
  ["III", "Điểm thưởng, điểm trừ", null, null, null],
  ["7", "Sáng kiến", "+2", "Theo kết quả chấm của Hội đồng", null],
  ["8", "Chậm báo cáo", "-3", "Theo số lần chậm", null],
];

/** What the small form holds before anything goes wrong; 20.75 points. */
const answers: readonly (readonly [string, FormPart, Value])[] = [
  ["1", { input: "x" }, "Phó Bí thư"], ["2", { input: "a" }, 3], ["2", { input: "b" }, 4], ["3", { input: "r" }, 0.6],
  ["4", { input: "n" }, 7], ["5", { input: "points" }, 4.5], ["6", { input: "x" }, "Có"], ["7", { input: "points" }, 1],
  ["8", { input: "points" }, -1], ["1", "evidence", "QĐ 12/QĐ-UBND"], ["6", "evidence", "KH 05/KH-UBND"],
  ["5", "reviewed", 4], ["5", "reason", "thiếu phiếu"],
];

/** The small form, filled in: nothing is left to do in it. */
export function filledDesk(language: Language = "vi"): Desk {
  const desk = new Desk();
  desk.facts = { ...desk.facts, language };
  desk.paste("Phụ lục", annex);
  desk.confirm();
  desk.build({ code: "HT", name: "Phường Hạc Thành" });
  for (const [code, part, value] of answers) desk.enter(desk.cell(code, part), value);
  return desk;
}

/** Something that a person does to the filled form, and what is then said. */
export interface Deed {
  readonly title: string;
  readonly does: (desk: Desk) => void;
  /** `code cell` of each problem. */
  readonly says: readonly string[];
  /** Criteria whose points may change. */
  readonly touches?: readonly string[];
  /** Final points of the form afterwards; absent: 20.75. */
  readonly points?: string;
  /** What the status cell of the input, by formula, says of the cell. */
  readonly status?: string;
  /** What one press puts into the cell, where it can. */
  readonly mends?: string | number;
}

type Format = "dd/mm/yyyy" | "d/m" | "h:mm";

/** A value in an input's cell, with the cell's problem. */
function input(
  title: string, code: string, name: string, value: CellValue, says: string | readonly string[], points: string, status: string,
  more: { f?: string; format?: Format; mends?: string | number } = {},
): Deed {
  return {
    title, points, status, touches: [code], says: typeof says === "string" ? (says === "" ? [] : [says]) : says,
    does: (desk) => desk.enter(desk.cell(code, { input: name }), value, more.f, more.format),
    ...(more.mends === undefined ? {} : { mends: more.mends }),
  };
}

/** The engine that computes the status writes decimals with a point. */
const notNumber = "Phải là số (máy này viết 3.5)";
const cellError = "Ô báo lỗi: nhập lại";
const list = "Chọn trong danh sách";

/** Wrong contents of cells for figures. */
export const cells: readonly Deed[] = [
  input("words", "2", "a", "ba cuộc", "input-not-number F12", "16.25", notNumber),
  input("1.000 where the comma is the decimal mark", "2", "b", "1.000", "input-not-number F13", "16.25", notNumber, { mends: 1000 }),
  input("3,5 as text", "2", "a", "3,5", "input-not-number F12", "16.25", notNumber, { mends: 3.5 }),
  input("-3", "2", "a", -3, "input-out-of-range F12", "16.25", "Số phải từ 0 trở lên"),
  input("1e308", "2", "b", 1e308, "input-out-of-range F13", "16.25", "Số quá lớn"),
  input("1e16", "2", "b", 1e16, "input-out-of-range F13", "16.25", "Số quá lớn"),
  input("101 % typed", "3", "r", 1.01, "input-out-of-range F15", "17", "Từ 0 đến 100 %"),
  input("101 % pasted as text", "3", "r", "101%", "input-not-number F15", "17", notNumber),
  input("85 in a cell for a share", "3", "r", 85, "input-out-of-range F15", "17", "Từ 0 đến 100 %"),
  input("85 % pasted as text", "3", "r", "85%", "input-not-number F15", "17", notNumber, { mends: 0.85 }),
  input("0,85 typed where percents are shown", "3", "r", 0.0085, "share-small F15", "17.05", ""),
  input("1 %", "3", "r", 0.01, "", "17.06", ""),
  input("a time of day where a figure was typed", "4", "n", 0.520833333333333, ["date-entered F17", "input-not-whole F17"], "18.25", "Phải là số nguyên", { format: "h:mm" }),
  input("a date where a figure was typed", "4", "n", 45786, "date-entered F17", "23.25", "", { format: "dd/mm/yyyy" }),
  input("a date in words", "2", "a", "15/8/2026", "input-not-number F12", "16.25", notNumber),
  input("#REF!", "2", "a", { error: "#REF!" }, "input-cell-error F12", "16.25", cellError, { f: "1+#REF!" }),
  input("#DIV/0!", "2", "b", { error: "#DIV/0!" }, "input-cell-error F13", "16.25", cellError, { f: "1/0" }),
  input("#N/A in a dropdown's cell", "6", "x", { error: "#N/A" }, "input-cell-error F22", "16.75", list, { f: "NA()" }),
  input("a formula that gives a number", "2", "a", 3, "formula-entered F12", "20.75", "", { f: "1+2" }),
  input("a formula that gives a word", "2", "a", "ba", "input-not-number F12", "16.25", notNumber, { f: '"ba"' }),
  input("TRUE in a number cell", "2", "a", true, "input-not-number F12", "16.25", notNumber),
  input("TRUE in a dropdown's cell", "6", "x", true, "input-not-in-list F22", "16.75", list),
  input("a number in a dropdown's cell", "6", "x", 1, "input-not-in-list F22", "16.75", list),
  input("a member in decomposed letters", "1", "x", "Phó Bí thư".normalize("NFD"), "", "20.75", ""),
  input("a member in small letters", "1", "x", "phó bí thư", "input-not-in-list F10", "18.75", list, { mends: "Phó Bí thư" }),
  input("a member with a space behind", "1", "x", "Phó Bí thư ", "input-not-in-list F10", "18.75", list, { mends: "Phó Bí thư" }),
  input("a member with a hard space", "1", "x", "Phó\u00a0Bí thư", "input-not-in-list F10", "18.75", list, { mends: "Phó Bí thư" }),
  input("NaN", "2", "a", "NaN", "input-not-number F12", "16.25", notNumber),
  input("Infinity", "2", "a", "Infinity", "input-not-number F12", "16.25", notNumber),
  input("a space alone", "2", "a", " ", "input-not-number F12", "16.25", notNumber),
  input("half a count", "4", "n", 2.5, "input-not-whole F17", "18.25", "Phải là số nguyên"),
  input("more points than there are", "5", "points", 7, "input-out-of-range F20", "20.75", "Số phải từ 0 đến 6"),
  input("a deduction below the least", "8", "points", -4, "input-out-of-range F27", "21.75", "Số phải từ -3 đến 0"),
  input("a above b", "2", "a", 5, "ratio-above-one F12", "22.25", "a lớn hơn b: tính 100 %"),
  input("b is 0", "2", "b", 0, "denominator-zero F13", "16.25", ""),
  input("32,768 characters in a number cell", "2", "a", "9".repeat(32768), ["entry-long F12", "input-not-number F12"], "16.25", notNumber),
];

/** A value in another cell of a criterion. */
function beside(
  title: string, code: string, part: FormPart, value: CellValue, says: string | readonly string[],
  more: { f?: string; format?: Format; points?: string; mends?: string | number; touches?: readonly string[] } = {},
): Deed {
  const { f, format, ...rest } = more;
  return {
    title, touches: [code], says: typeof says === "string" ? (says === "" ? [] : [says]) : says,
    does: (desk) => desk.enter(desk.cell(code, part), value, f, format), ...rest,
  };
}

export const besides: readonly Deed[] = [
  beside("reviewed points in words", "1", "reviewed", "hai", "review-not-number L9"),
  beside("reviewed points out of range", "1", "reviewed", 9, "review-out-of-range L9"),
  beside("reviewed points without a reason", "1", "reviewed", 3, "review-reason-missing M9", { points: "21.75" }),
  beside("an error as reviewed points", "1", "reviewed", { error: "#N/A" }, "review-not-number L9", { f: "NA()" }),
  beside("a date as reviewed points", "1", "reviewed", 45000, ["date-entered L9", "review-out-of-range L9"], { format: "dd/mm/yyyy" }),
  beside("reviewed points as text", "1", "reviewed", "2,0", "review-not-number L9", { mends: 2 }),
  beside("words in the criterion's own cell", "2", "row", "abc", "not-applicable-unknown F11"),
  beside("a figure in the criterion's own cell", "2", "row", 5, "not-applicable-unknown F11"),
  beside("an error in the criterion's own cell", "2", "row", { error: "#REF!" }, "not-applicable-unknown F11", { f: "#REF!" }),
  beside("not applicable in small letters", "2", "row", "không áp dụng", "not-applicable-unknown F11", { mends: "Không áp dụng" }),
  beside("not applicable without a reason", "2", "row", "Không áp dụng", "not-applicable-reason-missing K11", { points: "16.25" }),
  beside("proof that a program took for a formula", "1", "evidence", { error: "#NAME?" }, "words-error J9", {
    f: "-QĐ-12", mends: "-QĐ-12",
  }),
  beside("proof that shows an error", "1", "evidence", { error: "#REF!" }, "words-error J9"),
  beside("proof by formula", "1", "evidence", "tệp", "formula-in-words J9", { f: 'HYPERLINK("https://a.vn","tệp")' }),
  beside("proof that is a number", "1", "evidence", 12, ""),
  beside("proof that begins with =", "1", "evidence", "=1+1", ""),
  beside("32,768 characters of proof", "1", "evidence", "m".repeat(32768), "entry-long J9"),
];

const form = "Phiếu";
const rubricSheet = "Bộ chỉ số";
const rowOf = (desk: Desk, code: string, part: FormPart = "row"): number => desk.cell(code, part).row;

/** What people do to rows and sheets. `rebuilt`: the points after one press of “Lập phiếu”. */
export interface Change extends Deed {
  readonly rebuilt?: string;
  /** Answers that come back with the press; absent: all that stood in the workbook. */
  readonly kept?: number;
  /** Problems that the press leaves; absent: none. */
  readonly leaves?: readonly string[];
}

export const changes: readonly Change[] = [
  {
    title: "an input's row is deleted", does: (desk) => desk.deleteRow(form, rowOf(desk, "2", { input: "b" })),
    says: ["form-row-missing C11"], touches: ["2"], points: "16.25", rebuilt: "16.25", kept: 12, leaves: ["input-blank F13"],
  },
  {
    title: "a criterion's row is deleted", does: (desk) => desk.deleteRow(form, rowOf(desk, "2")),
    says: ["form-row-missing"], touches: ["2"], rebuilt: "20.75", kept: 13,
  },
  {
    title: "a criterion's block is deleted", does: (desk) => desk.deleteRow(form, rowOf(desk, "2"), 3),
    says: ["form-row-missing"], touches: ["2"], points: "16.25", rebuilt: "16.25", kept: 11,
    leaves: ["input-blank F12", "input-blank F13"],
  },
  { title: "a group's row is deleted", does: (desk) => desk.deleteRow(form, rowOf(desk, "5") - 1), says: [] },
  { title: "the hidden first row is deleted", does: (desk) => desk.deleteRow(form, 0), says: [] },
  { title: "the header row is deleted", does: (desk) => desk.deleteRow(form, 6), says: [] },
  { title: "a row is inserted", does: (desk) => desk.insertRow(form, rowOf(desk, "2", { input: "a" })), says: [] },
  {
    title: "an input's row is copied", does: (desk) => desk.duplicateRow(form, rowOf(desk, "2", { input: "a" })),
    says: ["form-row-twice C13"],
  },
  {
    title: "a criterion's row is copied", does: (desk) => desk.duplicateRow(form, rowOf(desk, "2")), says: ["form-row-twice C12"],
  },
  {
    title: "the rows are sorted", says: [],
    does: (desk) => desk.rows(form, (rows) => {
      const all = Array.from({ length: rows }, (_, row) => row);
      return [...all.slice(0, 8), ...all.slice(8, 27).reverse(), ...all.slice(27)];
    }),
  },
  { title: "the form's sheet is renamed", does: (desk) => desk.renameSheet(form, "Phiếu của tôi"), says: [] },
  { title: "the rubric's sheet is renamed", does: (desk) => desk.renameSheet(rubricSheet, "BCS 2026"), says: [] },
  { title: "the annex is deleted", does: (desk) => desk.deleteSheet("Phụ lục"), says: [] },
  { title: "the rubric's sheet is deleted", does: (desk) => desk.deleteSheet(rubricSheet), says: ["rubric-sheet-missing"] },
  { title: "the rubric's header is deleted", does: (desk) => desk.deleteRow(rubricSheet, 3), says: ["rubric-sheet-missing"] },
  { title: "the hidden sheet is deleted", does: (desk) => desk.deleteSheet("_scorebook"), says: ["store-missing"] },
  { title: "the dropdowns are wiped", does: (desk) => desk.change(form, (sheet) => ({ ...sheet, validations: [] })), says: [] },
  {
    title: "the proof's column is deleted", says: ["form-column-missing"], kept: 11,
    does: (desk) => desk.change(form, (sheet) => ({ ...sheet, cells: sheet.cells.map((line) => line?.filter((_, k) => k !== 9)) })),
  },
  {
    title: "a row of the rubric is deleted", does: (desk) => desk.deleteRow(rubricSheet, 6), touches: ["2"],
    says: ["form-row-unknown F13", "form-outdated", "sum-differs D5"], points: "16.25", rebuilt: "16.25", kept: 11,
    leaves: ["sum-differs D5"],
  },
  {
    title: "a row of the rubric is copied", does: (desk) => desk.duplicateRow(rubricSheet, 6), rebuilt: "20.75", kept: 13,
    says: ["form-outdated", "sum-differs D5", "code-duplicate B8", "id-duplicate A8"],
    leaves: ["input-blank F15", "input-blank F16", "sum-differs D5", "code-duplicate B8", "id-duplicate A8"],
  },
];
