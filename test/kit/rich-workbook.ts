import type { Area } from "../../core/sheet/address";
import { emptySheet } from "../../core/sheet/apply";
import type { Cell, Sheet, Validation, Workbook } from "../../core/sheet/workbook";

const words = {
  prompt: { title: "Số cuộc họp", text: "Nhập số nguyên từ 0 đến 100.\nGhi 0 nếu không có." },
  error: { title: "Chưa đúng", text: "Cần một số từ 0 đến 100 & không âm <nhé>." },
  allowBlank: true,
};
const at = (row: number, column: number, rows = 1, columns = 1): Area => ({ row, column, rows, columns });
const check = (row: number, rule: Partial<Validation>) => ({ area: at(row, 1), rule: { ...words, ...rule } as Validation });

const texts = [
  "=1+1", "+84 28", "-5 điểm", "@tên", " có cách ", "dòng một\ndòng hai", "#REF!", "#N/A", "_x0041_", "0123", "3,5",
  "<b>&amp;</b>", "TRUE", "\ttab", "“ngoặc” 'đơn'", "1.1",
];
const values: Cell[] = [
  { v: 0 }, { v: -1.5 }, { v: 1e21 }, { v: 0.1 + 0.2 }, { v: 1.005, s: { format: "0.00" } }, { v: true }, { v: false },
  { v: { error: "#DIV/0!" } }, { v: 46113, s: { format: "dd/mm/yyyy" } }, { v: 46113.5, s: { format: "dd/mm/yyyy hh:mm" } },
  { v: 1, s: { format: "dd/mm/yyyy" } }, { v: "chữ", s: { format: "@" } }, { v: null, s: { fill: "FFF2CC", locked: false } },
];

const cells: Sheet = {
  ...emptySheet("Ô và chữ"),
  cells: [
    texts.map((v) => ({ v })),
    values,
    [
      { v: 3, f: "SUM(A2:B2)+4.5" }, { v: "Tốt & đẹp", f: 'IF(A3>0,"Tốt & đẹp","")' }, { v: "", f: 'IF(A3>9,"x","")' },
      { v: true, f: "AND(A3>0,LEN(B3)>0)" }, { v: null, f: "1/0" }, { v: 7, f: "'Bộ chỉ số'!A1" },
    ],
    [
      { v: "kiểu", s: { bold: true, italic: true, underline: true, size: 14, color: "C00000", fill: "DDEBF7" } },
      { v: "giữa", s: { align: "center", vertical: "middle", wrap: true, border: "thin" } },
      { v: "thụt", s: { align: "left", vertical: "top", indent: 2 } },
      { v: 0.5, s: { format: "0.0%", align: "right", locked: false } },
    ],
  ],
};

const form: Sheet = {
  ...emptySheet("Bộ chỉ số"),
  cells: [[{ v: 7 }], [{ v: "a" }, undefined, { v: "b" }], undefined, [undefined, { v: 2 }]],
  columns: [{ width: 8.5 }, undefined, { hidden: true }, { width: 20, hidden: true }],
  rows: [{ height: 30 }, undefined, { hidden: true }, undefined, { height: 15.75, hidden: true }],
  merges: [at(0, 0, 1, 3), at(1, 4, 2, 2)],
  validations: [
    check(1, { kind: "list", options: ["Tốt", "Khá \"giỏi\"", "Đạt"] }),
    check(2, { kind: "range", sheet: "_danh mục's", area: at(0, 0, 5, 1) }),
    check(3, { kind: "number", min: -0.5, max: 100 }),
    check(4, { kind: "whole", min: 0, max: 12 }),
    check(5, { kind: "length", max: 500 }),
    { area: at(6, 1, 3, 2), rule: { kind: "whole", min: 1, max: 2, ...words, allowBlank: false, prompt: { title: "", text: "" } } },
  ],
  conditionals: [
    { area: at(0, 0, 9, 3), formula: "$A1>5", style: { fill: "F8CBAD", bold: true, color: "9C0006" } },
    { area: at(3, 1), formula: "LEN(B4)=0", style: { fill: "FFEB9C", border: "thin" } },
  ],
  scales: [{ area: at(0, 0, 9, 1), low: "FFFFFF", high: "2F75B5" }],
  freeze: { rows: 2, columns: 1 },
  protection: { formatColumns: true, formatRows: true, filter: true, sort: false },
  print: { orientation: "landscape", fitWidth: true, repeat: [0, 1], footer: "&CTrang &P/&N", area: at(0, 0, 9, 4) },
  filter: at(1, 0, 8, 4),
  tab: "70AD47",
};

/** A workbook with every field of our types, Vietnamese names and texts that look like formulas. */
export const richWorkbook: Workbook = {
  sheets: [
    cells,
    form,
    { ...emptySheet("_danh mục's"), state: "hidden", cells: ["Rất tốt", "Tốt", "Khá", "Đạt", "Kém"].map((v) => [{ v }]) },
    { ...emptySheet("_scorebook"), state: "veryHidden", cells: [[{ v: "id" }, { v: "hcm-xa-2026" }]] },
    { ...emptySheet("Trống"), print: { orientation: "portrait", fitWidth: false, scale: 65, repeat: [1, 2], repeatColumns: [0, 1], breaks: [5, 28] } },
  ],
  active: "Bộ chỉ số",
  properties: { scorebook: "1", "scorebook-unit": "Phường Hạc Thành <1>" },
};
