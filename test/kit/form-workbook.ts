import type { Area } from "../../core/sheet/address";
import { emptySheet } from "../../core/sheet/apply";
import type { Cell, Sheet, Style, Validation, Workbook } from "../../core/sheet/workbook";

const open: Style = { locked: false, fill: "FFF2CC", border: "thin" };
const cell = (row: number, column: number, rows = 1, columns = 1): Area => ({ row, column, rows, columns });
const words = {
  prompt: { title: "a", text: "Nhập số cuộc họp, từ 0 đến 100." },
  error: { title: "Chưa đúng", text: "Cần một số từ 0 đến 100." },
  allowBlank: true,
};
const number: Validation = { ...words, kind: "number", min: 0, max: 100 };
const share: Validation = {
  kind: "number", min: 0, max: 1, allowBlank: true, prompt: { title: "", text: "Nhập tỷ lệ, ví dụ 85%." },
  error: { title: "", text: "Cần một tỷ lệ từ 0 % đến 100 %." },
};
const list: Validation = {
  kind: "list", options: ["Có", "Không"], allowBlank: true, prompt: { title: "", text: "Chọn Có hoặc Không." },
  error: { title: "", text: "Chọn một mục trong danh sách." },
};

/** A protected sheet with number cells B2:B4, a dropdown B5, formulas beside and below them and a share in B8. */
export const formSheet: Sheet = {
  ...emptySheet("Phiếu"),
  cells: [
    [{ v: "Tiêu chí", s: { bold: true } }, { v: "Số liệu", s: { bold: true } }, { v: "Điểm", s: { bold: true } }],
    ...[2, 3, 4].map((row): Cell[] => [
      { v: `Tiêu chí ${row - 1}` },
      { v: null, s: open },
      { v: "", f: `IF(LEN(B${row})=0,"",IF(ISNUMBER(B${row}),ROUND(B${row}/4+SIGN(B${row})*1/1000000000,2),"Phải là số"))` },
    ]),
    [{ v: "Công khai" }, { v: null, s: open }, { v: 0, f: 'IF(EXACT(B5,"Có"),2,0)' }],
    [{ v: "Tổng" }, undefined, { v: 0, f: "SUM(C2:C5)", s: { bold: true, format: "0.00" } }],
    [{ v: "Hạng" }, undefined, { v: 1, f: "'Xếp hạng'!C2" }],
    [{ v: "Tỷ lệ" }, { v: null, s: { ...open, format: "0.00%" } }],
  ],
  columns: [{ width: 30 }, { width: 14 }, { width: 14 }],
  validations: [{ area: cell(1, 1, 3, 1), rule: number }, { area: cell(4, 1), rule: list }, { area: cell(7, 1), rule: share }],
  conditionals: [{ area: cell(1, 2, 3, 1), formula: "LEN(C2)=0", style: { fill: "F8CBAD" } }],
  freeze: { rows: 1, columns: 0 },
  protection: { formatColumns: true, formatRows: true, filter: true, sort: false },
};

const ranking: Sheet = {
  ...emptySheet("Xếp hạng"),
  cells: [
    [{ v: "Đơn vị" }, { v: "Điểm" }, { v: "Hạng" }],
    [{ v: "Phường A" }, { v: 0, f: "'Phiếu'!C6" }, { v: 1, f: "RANK(B2,$B$2:$B$4)" }],
    [{ v: "Phường B" }, { v: 20 }, { v: 1, f: "RANK(B3,$B$2:$B$4)" }],
    [{ v: "Phường C" }, { v: 1.5 }, { v: 1, f: "RANK(B4,$B$2:$B$4)" }],
  ],
};

/** A form and a ranking that reads it. Cached values are those of an empty form, the ranks excepted. */
export const formWorkbook: Workbook = {
  sheets: [formSheet, ranking, { ...emptySheet("_scorebook"), state: "veryHidden", cells: [[{ v: "id" }]] }],
  active: "Phiếu",
  properties: { scorebook: "1" },
};
