type Value = string | number | null;

/**
 * Annexes as they are pasted, and the tree they stand for. `[60]` is what a group declares, `= 2` what a criterion is
 * worth, `-5..0` a deduction, `+` points outside the maximum, `–` not scored; behind `|` the text of the rule. `issues`
 * are named with their cells.
 */
export interface TableCase {
  readonly title: string;
  readonly table: readonly (readonly Value[])[];
  readonly shown?: Readonly<Record<string, string>>;
  readonly tree: string;
  readonly total?: string;
  readonly issues?: readonly string[];
}

export const tables: readonly TableCase[] = [
  {
    title: "two levels, decimal codes, rules over several rows (Cao Lãnh, DTI huyện)",
    table: [
      ["STT", "Chỉ số/Chỉ số thành phần", "Điểm tối đa", "Cách xác định và tính điểm", "Tài liệu kiểm chứng"],
      ["1", "Nhận thức số", 30, null, null],
      ["1.1", "Người đứng đầu là Trưởng Ban chỉ đạo", 20, "Trưởng ban là Bí thư/Chủ tịch: Điểm tối đa", "Quyết định thành lập"],
      [null, null, null, "Phó: 1/2*Điểm tối đa", null],
      [null, null, null, "chưa có: 0 điểm", "Biên bản họp"],
      ["1.2", "Tỷ lệ cuộc họp", 10, "a = số cuộc họp chủ trì", null],
      ["", "", "", "b = tổng số cuộc họp", ""],
      ["", "do người đứng đầu chủ trì", "", "- Tỷ lệ = a/b;", ""],
      ["", "", "", "- Điểm = Tỷ lệ*Điểm tối đa", ""],
      ["2", "Thể chế số", "5", "", ""],
      ["2.1", "Kế hoạch năm", "5", "Đã ban hành: điểm tối đa; chưa: 0 điểm", ""],
      ["", "Tổng cộng", 35, "", ""],
      ["", "Ghi chú: - Số liệu tính đến 31/12.", "", "", ""],
    ],
    total: "35",
    tree: `
1 Nhận thức số [30]
  1.1 Người đứng đầu là Trưởng Ban chỉ đạo = 20 | Trưởng ban là Bí thư/Chủ tịch: Điểm tối đa ⏎ Phó: 1/2*Điểm tối đa ⏎ chưa có: 0 điểm
  1.2 Tỷ lệ cuộc họp do người đứng đầu chủ trì = 10 | a = số cuộc họp chủ trì ⏎ b = tổng số cuộc họp ⏎ - Tỷ lệ = a/b; ⏎ - Điểm = Tỷ lệ*Điểm tối đa
2 Thể chế số [5]
  2.1 Kế hoạch năm = 5 | Đã ban hành: điểm tối đa; chưa: 0 điểm`,
  },
  {
    title: "zero-padded criteria that run on under plain groups (HCM xã 2026)",
    table: [
      ["TT", "Chỉ số, chỉ số thành phần", "Điểm tối đa", "Cách tính điểm"],
      ["1", "Nhận thức số", 4, null],
      ["01", "Trưởng Ban chỉ đạo", 2, "Có: điểm tối đa; không: 0 điểm"],
      ["02", "Chủ trì họp", 2, "Có: điểm tối đa; không: 0 điểm"],
      ["2", "Thể chế số", 8, null],
      ["03", "Kế hoạch", 1, "Có: điểm tối đa; không: 0 điểm"],
      ["04", "Báo cáo", 1, "Có: điểm tối đa; không: 0 điểm"],
      ["05", "Lệ phí", 1, "Có: điểm tối đa; không: 0 điểm"],
      ["06", "Dữ liệu", 1, "Có: điểm tối đa; không: 0 điểm"],
      ["07", "Phong trào", 1, "Có: điểm tối đa; không: 0 điểm"],
      ["08", "Sáng kiến", 1, "Có: điểm tối đa; không: 0 điểm"],
      ["09", "Quy chế", 1, "Có: điểm tối đa; không: 0 điểm"],
      ["10", "Đề án", 1, "Có: điểm tối đa; không: 0 điểm"],
      ["3", "Hạ tầng số", 2, null],
      ["11", "Máy tính", 1, "Có: điểm tối đa; không: 0 điểm"],
      ["12", "Internet", 1, "Có: điểm tối đa; không: 0 điểm"],
    ],
    tree: `
1 Nhận thức số [4]
  01 Trưởng Ban chỉ đạo = 2 | Có: điểm tối đa; không: 0 điểm
  02 Chủ trì họp = 2 | Có: điểm tối đa; không: 0 điểm
2 Thể chế số [8]
  03 Kế hoạch = 1 | Có: điểm tối đa; không: 0 điểm
  04 Báo cáo = 1 | Có: điểm tối đa; không: 0 điểm
  05 Lệ phí = 1 | Có: điểm tối đa; không: 0 điểm
  06 Dữ liệu = 1 | Có: điểm tối đa; không: 0 điểm
  07 Phong trào = 1 | Có: điểm tối đa; không: 0 điểm
  08 Sáng kiến = 1 | Có: điểm tối đa; không: 0 điểm
  09 Quy chế = 1 | Có: điểm tối đa; không: 0 điểm
  10 Đề án = 1 | Có: điểm tối đa; không: 0 điểm
3 Hạ tầng số [2]
  11 Máy tính = 1 | Có: điểm tối đa; không: 0 điểm
  12 Internet = 1 | Có: điểm tối đa; không: 0 điểm`,
  },
  {
    title: "the same after a spreadsheet dropped the zeros",
    table: [
      ["TT", "Chỉ số", "Điểm tối đa", "Cách tính điểm"],
      [1, "Nhận thức số", 4, null],
      [1, "Trưởng Ban chỉ đạo", 2, "Có: 2 điểm"],
      [2, "Chủ trì họp", 2, "Có: 2 điểm"],
      [2, "Thể chế số", 2, null],
      [3, "Kế hoạch", 1, "Có: 1 điểm"],
      [4, "Báo cáo", 1, "Có: 1 điểm"],
      [3, "Hạ tầng số", 1, null],
      [5, "Máy tính", 1, "Có: 1 điểm"],
    ],
    tree: `
1 Nhận thức số [4]
  1 Trưởng Ban chỉ đạo = 2 | Có: 2 điểm
  2 Chủ trì họp = 2 | Có: 2 điểm
2 Thể chế số [2]
  3 Kế hoạch = 1 | Có: 1 điểm
  4 Báo cáo = 1 | Có: 1 điểm
3 Hạ tầng số [1]
  5 Máy tính = 1 | Có: 1 điểm`,
  },
  {
    title: "sections I, II over numbers that run on, below a title block, total in the header (QĐ 922)",
    table: [
      ["BỘ THÔNG TIN VÀ TRUYỀN THÔNG", null, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
      [null, null, "Độc lập - Tự do - Hạnh phúc"],
      [],
      ["BỘ CHỈ SỐ ĐÁNH GIÁ CHUYỂN ĐỔI SỐ CẤP TỈNH"],
      ["(Kèm theo Quyết định số 922/QĐ-BTTTT ngày 20 tháng 5 năm 2022)"],
      [],
      ["STT", "Chỉ số", "Tổng điểm (1000)"],
      ["I", "Nhóm chỉ số nền tảng", 500],
      ["1", "Nhận thức số", 300],
      ["1.1", "Người đứng đầu chỉ đạo", 100],
      ["1.2", "Chuyên mục", 200],
      ["2", "Thể chế số", 200],
      ["2.1", "Kế hoạch", 200],
      ["3", "Đô thị thông minh (Không tính điểm)", 0],
      ["3.1", "Trung tâm giám sát", 0],
      ["II", "Nhóm chỉ số về hoạt động", 500],
      ["4", "Hoạt động chính quyền số", 200],
      ["4.1", "Dịch vụ công", 200],
      ["5", "Hoạt động kinh tế số", 150],
      ["5.1", "Doanh nghiệp", 150],
      ["6", "Hoạt động xã hội số", 150],
      ["6.1", "Định danh", 150],
    ],
    total: "1000",
    tree: `
I Nhóm chỉ số nền tảng [500]
  1 Nhận thức số [300]
    1.1 Người đứng đầu chỉ đạo = 100
    1.2 Chuyên mục = 200
  2 Thể chế số [200]
    2.1 Kế hoạch = 200
  3 Đô thị thông minh (Không tính điểm) [0] –
    3.1 Trung tâm giám sát = 0 –
II Nhóm chỉ số về hoạt động [500]
  4 Hoạt động chính quyền số [200]
    4.1 Dịch vụ công = 200
  5 Hoạt động kinh tế số [150]
    5.1 Doanh nghiệp = 150
  6 Hoạt động xã hội số [150]
    6.1 Định danh = 150`,
  },
  {
    title: "three levels, bonus and deduction at the end (PAR index)",
    table: [
      ["BẢNG CHẤM ĐIỂM CHỈ SỐ CẢI CÁCH HÀNH CHÍNH"],
      ["Đơn vị: …………… - Năm 2025"],
      ["STT", "Tiêu chí", "Điểm tối đa", "Điểm tự chấm", "Điểm thẩm định", "Ghi chú của đơn vị", "Ghi chú của thẩm định"],
      ["1", "CÔNG TÁC CHỈ ĐẠO", 3],
      ["1.1", "Kế hoạch CCHC", 2],
      ["1.1.1", "Ban hành kế hoạch", 1],
      ["1.1.2", "Mức độ hoàn thành", 1],
      ["1.2", "Báo cáo", 1],
      [null, "Điểm thưởng", 5],
      [null, "Điểm phạt", 10],
      [null, "Tổng điểm", 3],
    ],
    total: "3",
    tree: `
1 CÔNG TÁC CHỈ ĐẠO [3]
  1.1 Kế hoạch CCHC [2]
    1.1.1 Ban hành kế hoạch = 1
    1.1.2 Mức độ hoàn thành = 1
  1.2 Báo cáo = 1
Điểm thưởng = 5 +
Điểm phạt = -10..0 +`,
  },
  {
    title: "a group of bonuses and deductions with a cap (PAR of a city)",
    table: [
      ["STT", "Nội dung", "Điểm tối đa", "Cách chấm điểm"],
      ["I", "Chỉ đạo", 2, null],
      ["1", "Kế hoạch", 2, "Có: điểm tối đa; không: 0 điểm"],
      ["II", "Điểm thưởng, điểm trừ", "Tối đa 04 điểm", null],
      ["1", "Có sáng kiến", "+1", "Có: 1 điểm; không: 0 điểm"],
      ["2", "Có mô hình mới", 1, "Có: 1 điểm; không: 0 điểm"],
      ["3", "Giải ngân dưới 95%", "-1", "Có: -1 điểm; không: 0 điểm"],
      ["4", "Trễ hạn báo cáo", "−1", "Có: -1 điểm; không: 0 điểm"],
    ],
    tree: `
I Chỉ đạo [2]
  1 Kế hoạch = 2 | Có: điểm tối đa; không: 0 điểm
II Điểm thưởng, điểm trừ [4] cap -2..4
  1 Có sáng kiến = 1 + | Có: 1 điểm; không: 0 điểm
  2 Có mô hình mới = 1 + | Có: 1 điểm; không: 0 điểm
  3 Giải ngân dưới 95% = -1..0 + | Có: -1 điểm; không: 0 điểm
  4 Trễ hạn báo cáo = -1..0 + | Có: -1 điểm; không: 0 điểm`,
  },
  {
    title: "codes and points typed into the name, no number column",
    table: [
      ["Tiêu chí", "Thang điểm", "Minh chứng"],
      ["I. NHÓM CHỈ SỐ NỀN TẢNG", null, null],
      ["1. Nhận thức số: (60 điểm)", null, null],
      ["1.1 Người đứng đầu", "(20 điểm)", "Quyết định"],
      ["1.2. Chuyên mục", "40đ", null],
      ["II. NHÓM HOẠT ĐỘNG", null, null],
      ["2. Chính quyền số (10đ)", null, null],
      ["2.1 Dịch vụ công", "10 điểm", null],
      ["1.1 Điểm cộng", "5 điểm", null],
    ],
    tree: `
I NHÓM CHỈ SỐ NỀN TẢNG []
  1 Nhận thức số [60]
    1.1 Người đứng đầu = 20
    1.2 Chuyên mục = 40
II NHÓM HOẠT ĐỘNG []
  2 Chính quyền số [10]
    2.1 Dịch vụ công = 10
    1.1 Điểm cộng = 5 +`,
    issues: ["code-duplicate A9", "code-misplaced A9"],
  },
  {
    title: "numbering that starts again in every section",
    table: [
      ["STT", "Chỉ số", "Điểm tối đa"],
      ["I", "Nhóm nền tảng", 30], ["1", "Nhận thức số", 20], ["1.1", "Kế hoạch", 20], ["2", "Thể chế số", 10], ["2.1", "Văn bản", 10],
      ["II", "Nhóm hoạt động", 15], ["1", "Chính quyền số", 15], ["1.1", "Hồ sơ", 15],
    ],
    tree: `
I Nhóm nền tảng [30]
  1 Nhận thức số [20]
    1.1 Kế hoạch = 20
  2 Thể chế số [10]
    2.1 Văn bản = 10
II Nhóm hoạt động [15]
  1 Chính quyền số [15]
    1.1 Hồ sơ = 15`,
    issues: [],
  },
  {
    title: "letters over letters, a code twice with children of another (PACA)",
    table: [
      ["MA_TIEU_CHI", "NOI_DUNG_TIEU_CHI", "Điểm tối đa"],
      ["A", "Phòng ngừa", 10],
      ["A.1", "Lãnh đạo", 4],
      ["A.2", "Thể chế", 6],
      ["A.2.1", "Văn bản", 1],
      ["A.2.3", "Công khai", 3],
      ["A.2.2.1", "Công khai tài sản", 1],
      ["A.2.2.2", "Công khai thu nhập", 2],
      ["A.2.3", "Kiểm tra", 2],
    ],
    tree: `
A Phòng ngừa [10]
  A.1 Lãnh đạo = 4
  A.2 Thể chế [6]
    A.2.1 Văn bản = 1
    A.2.3 Công khai [3]
      A.2.2.1 Công khai tài sản = 1
      A.2.2.2 Công khai thu nhập = 2
    A.2.3 Kiểm tra = 2`,
    issues: ["code-misplaced A7", "code-duplicate A9"],
  },
  {
    title: "codes that became numbers",
    table: [
      ["STT", "Tiêu chí", "Điểm tối đa"],
      [1, "Nhận thức số", 12],
      ...Array.from({ length: 9 }, (_, k): Value[] => [Number(`1.${k + 1}`), `Tiêu chí ${"abcdefghi"[k]!}`, 1]),
      [1.1, "Tiêu chí mười", 1],
      [1.11, "Tiêu chí mười một", 1],
      [1.12, "Tiêu chí mười hai", 1],
      [2, "Thể chế số", 1],
      [2.1, "Kế hoạch", 1],
    ],
    tree: `
1 Nhận thức số [12]
  1.1 Tiêu chí a = 1
  1.2 Tiêu chí b = 1
  1.3 Tiêu chí c = 1
  1.4 Tiêu chí d = 1
  1.5 Tiêu chí e = 1
  1.6 Tiêu chí f = 1
  1.7 Tiêu chí g = 1
  1.8 Tiêu chí h = 1
  1.9 Tiêu chí i = 1
  1.10 Tiêu chí mười = 1
  1.11 Tiêu chí mười một = 1
  1.12 Tiêu chí mười hai = 1
2 Thể chế số [1]
  2.1 Kế hoạch = 1`,
  },
  {
    title: "codes that became days, as serial numbers and as texts",
    table: [
      ["STT", "Tiêu chí", "Điểm tối đa"],
      [1, "Nhận thức số", 5],
      [46023, "Trưởng ban", 1],
      [46054, "Chuyên mục", 2],
      [36923, "Tin bài", 1],
      ["1-thg 2-02", "Lượt xem", 1],
      ["2026-03-01", "Cuộc họp", 2],
      [2, "Thể chế số", 1],
      [46024, "Kế hoạch", 1],
    ],
    shown: { A3: "01/01/2026", A4: "1-Feb", A5: "01/02/2001", A9: "2-thg 1" },
    tree: `
1 Nhận thức số [5]
  1.1 Trưởng ban = 1
  1.2 Chuyên mục [2]
    1.2.1 Tin bài = 1
    1.2.2 Lượt xem = 1
  1.3 Cuộc họp = 2
2 Thể chế số [1]
  2.1 Kế hoạch = 1`,
  },
  {
    title: "answer options below a criterion, with and without points of their own",
    table: [
      ["Tiêu chí, chỉ tiêu", "Nội dung", "Điểm số tối đa"],
      ["Tiêu chí 1", "Chỉ đạo, điều hành", 3],
      ["Chỉ tiêu 1", "Ban hành kế hoạch", 1],
      ["a)", "Đã ban hành đúng hạn", 1],
      ["b)", "Ban hành trễ", "0,5"],
      ["c)", "Chưa ban hành", 0],
      ["Chỉ tiêu 2", "Báo cáo", 2],
      [null, "a) Đúng hạn: 2 điểm", null],
      [null, "b) Trễ hạn: 1 điểm", null],
      ["Tiêu chí 2", "Nhân lực", 5],
      ["Chỉ tiêu 1", "Cán bộ", 2],
      ["Chỉ tiêu 2", "Tập huấn", 3],
      ["a)", "Cán bộ", 1],
      ["b)", "Người dân", 2],
    ],
    tree: `
Tiêu chí 1 Chỉ đạo, điều hành [3]
  Chỉ tiêu 1 Ban hành kế hoạch = 1 | Đã ban hành đúng hạn: 1 điểm; ⏎ Ban hành trễ: 0,5 điểm; ⏎ Chưa ban hành: 0 điểm;
  Chỉ tiêu 2 Báo cáo = 2 | a) Đúng hạn: 2 điểm ⏎ b) Trễ hạn: 1 điểm
Tiêu chí 2 Nhân lực [5]
  Chỉ tiêu 1 Cán bộ = 2
  Chỉ tiêu 2 Tập huấn [3]
    a Cán bộ = 1
    b Người dân = 2`,
  },
  {
    title: "two header rows, merged cells gone, column numbers below, headers repeated on the next page",
    table: [
      ["STT", "Tên tiêu chí", "Điểm", null, "Cách tính\nđiểm", "Điểm tự chấm", null],
      [null, null, "Tối đa", "Tối thiểu", null, "Điểm", "File"],
      ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)"],
      ["1", "Nhận thức", 3, null, null, null, null],
      ["1.1", "Kế hoạch", 3, 0, "Có: điểm tối đa; không: 0 điểm", null, null],
      ["STT", "Tên tiêu chí", "Điểm", null, "Cách tính\nđiểm", "Điểm tự chấm", null],
      [null, null, "Tối đa", "Tối thiểu", null, "Điểm", "File"],
      ["2", "Thể chế", 2, null, null, null, null],
      ["2.1", "Quy chế", 2, -1, "Có: điểm tối đa; không: 0 điểm", null, null],
    ],
    tree: `
1 Nhận thức [3]
  1.1 Kế hoạch = 3 | Có: điểm tối đa; không: 0 điểm
2 Thể chế [2]
  2.1 Quy chế = -1..2 | Có: điểm tối đa; không: 0 điểm`,
  },
  {
    title: "maxima as people write them, decided by the sums",
    table: [
      ["STT", "Tiêu chí", "Điểm tối đa"],
      ["1", "Nhận thức", "1.000"],
      ["1.1", "Kế hoạch", "600 điểm"],
      ["1.2", "Báo cáo", "(400đ)"],
      ["2", "Thể chế", "1.250"],
      ["2.1", "Quy chế", "1.250"],
      ["Tổng cộng", null, "2.250"],
    ],
    total: "2250",
    tree: `
1 Nhận thức [1000]
  1.1 Kế hoạch = 600
  1.2 Báo cáo = 400
2 Thể chế [1250]
  2.1 Quy chế = 1250`,
  },
  {
    title: "maxima with decimal commas",
    table: [
      ["STT", "Tiêu chí", "Điểm tối đa"],
      ["1", "Nhận thức", "2,75"],
      ["1.1", "Kế hoạch", "1,500"],
      ["1.2", "Báo cáo", "1,25"],
    ],
    tree: `
1 Nhận thức [2.75]
  1.1 Kế hoạch = 1.5
  1.2 Báo cáo = 1.25`,
  },
  {
    title: "fields, criteria and components in columns of their own",
    table: [
      ["Lĩnh vực", "Tiêu chí", "Tiêu chí thành phần", "Điểm tối đa"],
      ["Chỉ đạo", "Kế hoạch", "Ban hành", 1],
      [null, null, "Thực hiện", 2],
      [null, "Báo cáo", "Đúng hạn", 1],
      ["Thể chế", "Văn bản", "Ban hành", 4],
    ],
    tree: `
Chỉ đạo []
  Kế hoạch []
    Ban hành = 1
    Thực hiện = 2
  Báo cáo []
    Đúng hạn = 1
Thể chế []
  Văn bản []
    Ban hành = 4`,
  },
  {
    title: "the group named in a column beside each criterion (Tây Ninh's export)",
    table: [
      ["Mã", "Chỉ tiêu", "Nhóm", "Điểm tối đa", "Tự đánh giá", "Thẩm định", "Chênh lệch", "Trạng thái", "Phụ trách", "Minh chứng/Ghi chú"],
      ["1.1", "Băng rộng", "Hạ tầng và Nền tảng số", 10],
      ["1.2", "Phủ sóng 5G", "Hạ tầng và Nền tảng số", 10],
      ["2.1", "Đầu mối chuyển đổi số", "Nhân lực số", 30],
    ],
    tree: `
Hạ tầng và Nền tảng số []
  1.1 Băng rộng = 10
  1.2 Phủ sóng 5G = 10
Nhân lực số []
  2.1 Đầu mối chuyển đổi số = 30`,
  },
  {
    title: "text that begins with = + - @ stays text",
    table: [
      ["STT", "Tiêu chí", "Điểm tối đa", "Cách tính điểm"],
      ["1", "=1+1", 1, "=HYPERLINK(\"x\")"],
      ["2", "@nhóm", 1, "+ Có: 1 điểm"],
      ["3", "-A1", 1, "- Có: 1 điểm"],
    ],
    tree: `
1 =1+1 = 1 | =HYPERLINK("x")
2 @nhóm = 1 | + Có: 1 điểm
3 -A1 = 1 | - Có: 1 điểm`,
  },
  {
    title: "section rows in the number column, subtotals, notes and a signature below",
    table: [
      ["TT", "Nội dung đánh giá", "Điểm chuẩn", "Hướng dẫn chấm điểm"],
      ["I. NHÓM NỀN TẢNG", null, null, null],
      ["1.", "Nhận thức số", "(30 điểm)", null],
      ["1.1.", "Người đứng đầu", "10đ", "Có: 10 điểm; không: 0 điểm"],
      ["1.2.", "Chuyên mục", 20, "Có: 20 điểm; không: 0 điểm"],
      ["Cộng nhóm I", null, 30, null],
      ["II. HOẠT ĐỘNG", null, null, null],
      ["2.", "Chính quyền số", "70", null],
      ["2.1.", "Dịch vụ công", "70", "Có: 70 điểm; không: 0 điểm"],
      ["Cộng nhóm II", null, 70, null],
      ["TỔNG CỘNG", null, 100, null],
      ["Ghi chú:", null, null, null],
      ["1. Các đơn vị tự chấm điểm theo số liệu", null, null, null],
      ["- Nộp trước 31/12", null, null, null],
      [null, null, "TM. ỦY BAN NHÂN DÂN", null],
      [null, null, "CHỦ TỊCH", null],
      [null, null, "Nguyễn Văn A", null],
    ],
    total: "100",
    tree: `
I NHÓM NỀN TẢNG []
  1 Nhận thức số [30]
    1.1 Người đứng đầu = 10 | Có: 10 điểm; không: 0 điểm
    1.2 Chuyên mục = 20 | Có: 20 điểm; không: 0 điểm
II HOẠT ĐỘNG []
  2 Chính quyền số [70]
    2.1 Dịch vụ công = 70 | Có: 70 điểm; không: 0 điểm`,
  },
  {
    title: "the total first, groups without points",
    table: [
      ["STT", "Chỉ số", "Điểm tối đa"], [null, "Tổng số điểm", 100], ["I", "Nền tảng", null], ["1", "Nhận thức", 60], ["2", "Thể chế", 40],
    ],
    total: "100",
    tree: `
I Nền tảng []
  1 Nhận thức = 60
  2 Thể chế = 40`,
  },
  {
    title: "letters over numbers that start again, I after H, not at the left edge",
    table: [
      [],
      [null, "STT", null, "Tiêu chí", "Điểm"],
      ...["G", "H", "I", "K"].flatMap((letter): Value[][] => [[null, letter, null, `Nhóm ${letter}`, 2], [null, "1", null, "Một", 1], [null, "2", null, "Hai", 1]]),
    ],
    tree: `
G Nhóm G [2]
  1 Một = 1
  2 Hai = 1
H Nhóm H [2]
  1 Một = 1
  2 Hai = 1
I Nhóm I [2]
  1 Một = 1
  2 Hai = 1
K Nhóm K [2]
  1 Một = 1
  2 Hai = 1`,
  },
  {
    title: "rows without a code below their group",
    table: [
      ["STT", "Tiêu chí", "Điểm tối đa", "Cách tính điểm"],
      ["1", "Nhận thức", "5", null],
      [null, "Kế hoạch", "2", "Có: điểm tối đa"],
      [null, "Báo cáo", "3", "Có: điểm tối đa"],
      ["2", "Thể chế", 4, null],
      ["-", "Quy chế", 4, "Có: điểm tối đa"],
    ],
    tree: `
1 Nhận thức [5]
  Kế hoạch = 2 | Có: điểm tối đa
  Báo cáo = 3 | Có: điểm tối đa
2 Thể chế [4]
  - Quy chế = 4 | Có: điểm tối đa`,
  },
  {
    title: "no codes at all: rows without a rule are groups",
    table: [
      ["Tiêu chí", "Điểm tối đa", "Cách tính điểm"],
      ["NHẬN THỨC SỐ", 5, null], ["Kế hoạch", 2, "Có: 2 điểm"], ["Báo cáo", 3, "Có: 3 điểm"], ["Thể chế số", 4, null], ["Quy chế", 4, "Có: 4 điểm"],
    ],
    tree: `
NHẬN THỨC SỐ [5]
  Kế hoạch = 2 | Có: 2 điểm
  Báo cáo = 3 | Có: 3 điểm
Thể chế số [4]
  Quy chế = 4 | Có: 4 điểm`,
  },
  {
    title: "no codes and no rules: the declared total tells groups",
    table: [["Tiêu chí", "Điểm tối đa"], ["Nhận thức", 5], ["Kế hoạch", 2], ["Báo cáo", 3], ["Thể chế", "4,5"], ["Quy chế", "1,5"], ["Quy định", 3], ["Tổng cộng", "9,5"]],
    total: "9.5",
    tree: `
Nhận thức [5]
  Kế hoạch = 2
  Báo cáo = 3
Thể chế [4.5]
  Quy chế = 1.5
  Quy định = 3`,
  },
  {
    title: "a flat list that happens to add up stays flat",
    table: [["Tiêu chí", "Điểm tối đa"], ["Kế hoạch", 10], ["Báo cáo", 5], ["Quy chế", 5], ["Tổng cộng", 20]],
    total: "20",
    tree: `
Kế hoạch = 10
Báo cáo = 5
Quy chế = 5`,
  },
  {
    title: "rules below the names where there is no rule column",
    table: [
      ["STT", "Tiêu chí", "Điểm tối đa"],
      ["1.1", "Tỷ lệ họp", 10], [null, "a = số cuộc họp", null], [null, "b = tổng số cuộc họp", null], [null, "Điểm = a/b*Điểm tối đa", null],
      ["1.2", "Kế hoạch", 5], [null, "- Đã ban hành: 5 điểm", null], [null, "- Chưa ban hành: 0 điểm", null],
    ],
    tree: `
1.1 Tỷ lệ họp = 10 | a = số cuộc họp ⏎ b = tổng số cuộc họp ⏎ Điểm = a/b*Điểm tối đa
1.2 Kế hoạch = 5 | - Đã ban hành: 5 điểm ⏎ - Chưa ban hành: 0 điểm`,
  },
  {
    title: "general facts without points, a knock-out row worth 0",
    table: [
      ["STT", "Tiêu chí", "Điểm tối đa", "Cách tính điểm"],
      ["0", "Thông tin chung", null, null], ["0.1", "Dân số", null, null],
      ["1", "An toàn", 10, null], ["1.1", "Điểm liệt: để lộ bí mật", 0, null], ["1.2", "Hồ sơ", 10, "Có: điểm tối đa; không: 0 điểm"],
    ],
    tree: `
0 Thông tin chung [] –
  0.1 Dân số = 0 –
1 An toàn [10]
  1.1 Điểm liệt: để lộ bí mật = 0
  1.2 Hồ sơ = 10 | Có: điểm tối đa; không: 0 điểm`,
  },
  {
    title: "bonus and deduction groups without codes, in a filled form",
    table: [
      ["STT", "Tiêu chí", "Thang điểm", "Điểm tự chấm", "Điểm thẩm định", "Minh chứng"],
      [1, "Nhận thức", 20, 15, 10, null], ["1.1", "Kế hoạch", 20, 15, 10, "QĐ 12"],
      [null, "Điểm thưởng (tối đa 5 điểm)", null, null, null, null], ["a", "Sáng kiến", 3, 1, null, null], ["b", "Mô hình", 4, null, null, null],
      [null, "Điểm trừ", null, null, null, null], ["a", "Trễ hạn", 2, null, null, null], ["b", "Sai sót", "-1", null, null, null],
    ],
    tree: `
1 Nhận thức [20]
  1.1 Kế hoạch = 20
Điểm thưởng [5] cap 0..5
  a Sáng kiến = 3 +
  b Mô hình = 4 +
Điểm trừ []
  a Trễ hạn = -2..0 +
  b Sai sót = -1..0 +`,
  },
  {
    title: "articles and letters, the label of the number column unknown (conduct of students)",
    table: [
      ["Điều", "Nội dung", "Điểm"],
      ["Điều 4", "Ý thức học tập", 20], ["a", "Đi học", 10], ["b", "Nghiên cứu", 10],
      ["Điều 5", "Chấp hành", 25], ["a", "Nội quy", 25],
      ["IV", "Điểm cộng", 10], ["", "Tổng cộng", 45],
    ],
    total: "45",
    tree: `
Điều 4 Ý thức học tập [20]
  a Đi học = 10
  b Nghiên cứu = 10
Điều 5 Chấp hành [25]
  a Nội quy = 25
IV Điểm cộng = 10 +`,
  },
  {
    title: "decimal commas in codes, and groups whose rows are missing",
    table: [
      ["TT", "Tiêu chí", "Điểm tối đa"],
      ["1,1", "Kế hoạch", 10], ["1,2", "Báo cáo", 20], ["1,3,1", "Tin", 10], ["1,3,2", "Bài", 10], ["2,1", "Quy chế", 10],
    ],
    tree: `
1.1 Kế hoạch = 10
1.2 Báo cáo = 20
1.3.1 Tin = 10
1.3.2 Bài = 10
2.1 Quy chế = 10`,
  },
  {
    title: "maxima as people write them",
    table: [
      ["TT", "Tiêu chí", "Điểm tối đa"],
      ["1", "A", "100/100"], ["2", "B", "0-5"], ["3", "C", "từ 0 đến 3 điểm"], ["4", "D", "≤ 10 điểm"], ["5", "E", "Tối đa: 5đ"], ["6", "F", "10 điểm."],
      ["7", "G", "5 điểm (tối đa)"], ["8", "H", "Không tính điểm"], ["9", "I", "１０"], ["10", "K", "0,5 ĐIỂM"], ["11", "L", "1,5đ/lần"],
    ],
    tree: `
1 A = 100
2 B = 5
3 C = 3
4 D = 10
5 E = 5
6 F = 10
7 G = 5
8 H = 0 –
9 I = 10
10 K = 0.5
11 L = 0`,
    issues: ["max-unread C12"],
  },
  {
    title: "people who sign below the total are no criteria",
    table: [
      ["STT", "Tiêu chí", "Điểm tối đa"], ["1", "Kế hoạch", 5], ["2", "Báo cáo", 5], [null, "Tổng cộng", 10],
      [null, "TM. ỦY BAN NHÂN DÂN", null], ["1", "Nguyễn Văn A", 5], ["3", "Trần Thị B", null], [null, "Cộng", 15],
    ],
    total: "10",
    tree: `
1 Kế hoạch = 5
2 Báo cáo = 5`,
    issues: ["row-outside A6"],
  },
  {
    title: "signatures below a table without a total",
    table: [
      ["STT", "Tiêu chí", "Điểm tối đa"], ["1", "Kế hoạch", 5], ["2", "Báo cáo", 5],
      ["Nơi nhận:", null, "KT. CHỦ TỊCH"], ["3", "Nguyễn Văn A", 5],
    ],
    tree: `
1 Kế hoạch = 5
2 Báo cáo = 5`,
    issues: ["row-outside A5"],
  },
  {
    title: "a list in the notes below the total; what goes on with codes of its own goes on",
    table: [
      ["STT", "Tiêu chí", "Điểm tối đa"], ["1", "Kế hoạch", 5], ["2", "Báo cáo", 5], [null, "Tổng cộng", 10],
      ["Ghi chú:", null, null], ["1", "Xã loại I", 5], ["2", "Xã loại II", 4], ["3", "Sáng kiến", 2],
    ],
    tree: `
1 Kế hoạch = 5
2 Báo cáo = 5
3 Sáng kiến = 2`,
    issues: ["row-outside A6", "row-outside A7"],
  },
  {
    title: "points for more behind the notes of the total",
    table: [
      ["STT", "Tiêu chí", "Điểm tối đa"], ["1", "Kế hoạch", 5], [null, "Tổng cộng", 5], [null, "Ghi chú: số liệu năm", null],
      [null, "Điểm thưởng", 2], ["1", "Sáng kiến", 2],
    ],
    tree: `
1 Kế hoạch = 5
Điểm thưởng [2] cap 0..2
  1 Sáng kiến = 2 +`,
  },
  {
    title: "a header of three rows",
    table: [
      ["TT", "Nội dung", "Thang điểm", "", "Cách tính điểm"], ["", "", "Điểm", "", ""], ["", "", "Điểm tối đa", "Điểm tự chấm", ""],
      ["1", "Nhận thức", 5, null, null], ["1.1", "Kế hoạch", 5, null, "Có: điểm tối đa; không: 0 điểm"],
    ],
    tree: `
1 Nhận thức [5]
  1.1 Kế hoạch = 5 | Có: điểm tối đa; không: 0 điểm`,
  },
  {
    title: "a header of three rows with dashes",
    table: [
      ["TT", "Nội dung", "Thang điểm", "", "Cách tính điểm"], ["–", "–", "Điểm", "", "–"], ["–", "–", "Điểm tối đa", "Điểm tự chấm", "–"],
      ["1", "Nhận thức", 5, null, null], ["1.1", "Kế hoạch", 5, null, "Có: điểm tối đa; không: 0 điểm"],
    ],
    tree: `
1 Nhận thức [5]
  1.1 Kế hoạch = 5 | Có: điểm tối đa; không: 0 điểm`,
  },
];
