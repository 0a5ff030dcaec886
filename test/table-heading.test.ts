import { gridOf } from "../core/rubric/grid";
import { readHeading } from "../core/rubric/heading";
import { pastedSheet } from "../core/rubric/pasted";

type Expected = Partial<ReturnType<typeof readHeading>>;

test.each<[string, (string | null)[][], Expected]>([
  [
    "letterhead, annex number, a title over two lines, decision and sums",
    [
      ["ỦY BAN NHÂN DÂN TỈNH TUYÊN QUANG", null, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
      [null, null, "Độc lập - Tự do - Hạnh phúc"],
      ["Số: 742/QĐ-UBND", null, "Tuyên Quang, ngày 24 tháng 6 năm 2022"],
      ["PHỤ LỤC II"],
      ["BỘ CHỈ SỐ ĐÁNH GIÁ, XẾP LOẠI MỨC ĐỘ CHUYỂN ĐỔI SỐ"],
      ["CỦA ỦY BAN NHÂN DÂN CẤP HUYỆN"],
      ["(Ban hành kèm theo Quyết định số 742/QĐ-UBND ngày 24/6/2022 của UBND tỉnh)"],
      ["Thang điểm tối đa: 850 điểm, gồm 165 tiêu chí thành phần"],
    ],
    {
      title: "BỘ CHỈ SỐ ĐÁNH GIÁ, XẾP LOẠI MỨC ĐỘ CHUYỂN ĐỔI SỐ CỦA ỦY BAN NHÂN DÂN CẤP HUYỆN",
      decision: "742/QĐ-UBND ngày 24/6/2022", level: "huyen", year: "", total: "850", criteria: 165,
    },
  ],
  [
    "the decision with its day in words",
    [["BỘ CHỈ SỐ CHUYỂN ĐỔI SỐ CẤP TỈNH"], ["(Kèm theo Quyết định số 922/QĐ-BTTTT ngày 20 tháng 5 năm 2022)"]],
    { decision: "922/QĐ-BTTTT ngày 20/5/2022", level: "tinh", year: "" },
  ],
  [
    "an annex whose word and title share a line", [["PHỤ LỤC: BỘ CHỈ SỐ DTI CẤP SỞ NĂM 2025"]],
    { title: "PHỤ LỤC: BỘ CHỈ SỐ DTI CẤP SỞ NĂM 2025", level: "so", year: "2025" },
  ],
  ["a year and a unit line", [["BẢNG CHẤM ĐIỂM CHỈ SỐ CẢI CÁCH HÀNH CHÍNH"], ["Đơn vị: …………… - Năm 2025"]], { title: "BẢNG CHẤM ĐIỂM CHỈ SỐ CẢI CÁCH HÀNH CHÍNH", year: "2025" }],
  ["two levels", [["Bộ tiêu chí áp dụng cho sở, ngành và cấp xã năm 2026"]], { level: "so+xa", year: "2026", title: "Bộ tiêu chí áp dụng cho sở, ngành và cấp xã năm 2026" }],
  ["a thousand points", [["BỘ CHỈ SỐ DTI"], ["Tổng điểm: 1.000 điểm"]], { total: "1000", criteria: null }],
  ["one cell of several lines", [["BỘ CHỈ SỐ\nCHUYỂN ĐỔI SỐ\nNăm 2024"]], { title: "BỘ CHỈ SỐ CHUYỂN ĐỔI SỐ", year: "2024" }],
  ["nothing", [], { title: "", decision: "", level: "", year: "", total: null, criteria: null }],
])("%s", (_, rows, expected) => {
  expect(readHeading(gridOf(pastedSheet("Sheet1", rows)), rows.length)).toMatchObject(expected);
});
