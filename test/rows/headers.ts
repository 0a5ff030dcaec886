/** Header rows of published forms, rankings and datasets, with the role of each column; `body` is a row below, where it tells. */
export const headers: readonly {
  readonly id: string;
  readonly source: string;
  readonly rows: readonly (readonly string[])[];
  readonly roles: readonly string[];
  readonly body?: readonly (readonly string[])[];
}[] = [
  {
    id: "H01", source: "DTI cấp huyện, appendix of a provincial decision",
    rows: [
      ["STT", "Chỉ số/Chỉ số thành phần", "Điểm tối đa", "Cách xác định và tính điểm", "Tài liệu kiểm chứng", "Nguồn thu thập dữ liệu", "Đơn vị phối hợp xác minh số liệu"],
    ],
    roles: ["no", "criterion", "max", "method", "evidence", "dataSource", "verifyingUnit"],
  },
  {
    id: "H02", source: "QĐ 922/QĐ-BTTTT Phụ lục 1, Bảng I.1 (eballsviet.com 59970)",
    rows: [
      ["STT", "Chỉ số chính", "Chỉ số thành phần", "Tổng điểm (1000)", "Ghi chú"],
    ],
    roles: ["no", "criterion", "childCount", "max", "note"],
  },
  {
    id: "H03", source: "QĐ 922/QĐ-BTTTT Phụ lục 3, Bảng III.1 (download.vn 59972)",
    rows: [
      ["STT", "Chỉ số", "Điểm tối đa"],
    ],
    roles: ["no", "criterion", "max"],
  },
  {
    id: "H05", source: "PAR-index scoring system of a ministry, Word export",
    rows: [
      ["STT", "Tiêu chí", "Điểm tối đa", "Điểm tự chấm", "Điểm thẩm định", "Ghi chú của đơn vị", "Ghi chú của thẩm định"],
    ],
    roles: ["no", "criterion", "max", "self", "review", "unitNote", "reviewerNote"],
  },
  {
    id: "H07", source: "same system, ranking page",
    rows: [
      ["STT", "Tên đơn vị", "Mã đơn vị", "Điểm tối đa", "Điểm tự chấm", "Điểm thẩm định lần 1", "Điểm thẩm định lần 2", "Xếp hạng"],
    ],
    roles: ["no", "unit", "unitCode", "max", "self", "review", "review2", "rank"],
  },
  {
    id: "H08", source: "unit emulation scoring app",
    rows: [
      ["STT", "Tên tiêu chí", "Điểm tối đa", "Điểm tự chấm", "", "Thẩm định lần 1", "Giải trình", "Thẩm định lần 2", "Điểm cuối cùng"],
      ["", "", "", "Điểm", "File", "", "", "", ""],
    ],
    roles: ["no", "criterion", "max", "self", "evidence", "review", "explanation", "review2", "final"],
  },
  {
    id: "H09", source: "civil-servant/unit rating app",
    rows: [
      ["Tiêu chí chấm điểm", "Điểm chuẩn", "Đơn vị tính", "Điểm đơn vị tự chấm", "Điểm đơn vị, bộ phận tham mưu", "Điểm đánh giá, xếp loại", "Giải trình (Nếu có)", "Lịch sử đánh giá"],
    ],
    roles: ["criterion", "max", "measureUnit", "self", "adviserScore", "review", "explanation", "history"],
  },
  {
    id: "H11", source: "same, unit view",
    rows: [
      ["Điều kiện chấm điểm", "Nguyên tắc chấm điểm", "Điểm", "Tự chấm", "Cụm/Huyện/Thành đoàn chấm", "Tỉnh đoàn điểm", "Yêu cầu trong đánh giá kết quả thực hiện", "Yêu cầu minh chứng", "Ý kiến phản hồi", "Ban phụ trách", "Thời gian"],
    ],
    roles: ["criterion", "method", "max", "self", "review", "review2", "requirement", "evidenceRequired", "feedback", "ownerUnit", "time"],
  },
  {
    id: "H13", source: "department summary from sheets",
    rows: [
      ["STT", "Mã Sheet", "Tên Đơn Vị / Phòng Ban", "Điểm chuẩn", "Điểm tự chấm", "Điểm phúc tra", "Tỷ lệ (%)", "Xếp loại"],
    ],
    roles: ["no", "sheetCode", "unit", "max", "self", "review", "percent", "band"],
  },
  {
    id: "H14", source: "Kon Tum 2023 (kontum.edu.vn)",
    rows: [
      ["TT", "Đơn vị", "Chỉ số CĐS (% điểm đạt được so với điểm tối đa)", "Xếp loại"],
    ],
    roles: ["no", "unit", "percent", "band"],
  },
  {
    id: "H16", source: "DTI 2021, provinces (dti.gov.vn home)",
    rows: [
      ["Xếp hạng DTI", "Tỉnh, thành phố", "Xếp hạng CQS", "Xếp hạng KTS", "Xếp hạng XHS"],
    ],
    roles: ["rank+value", "unit", "rank+value", "rank+value", "rank+value"],
    body: [["1\n(0,6419)", "", "1\n(0,6419)", "1\n(0,6419)", "1\n(0,6419)"]],
  },
  {
    id: "H17", source: "DTI 2022, provinces (dti.gov.vn/xep-hang-2022)",
    rows: [
      ["XẾP HẠNG DTI", "CÁC TỈNH, THÀNH PHỐ TRỰC THUỘC TW", "XẾP HẠNG CHÍNH QUYỀN SỐ", "XẾP HẠNG KINH TẾ SỐ", "XẾP HẠNG XÃ HỘI SỐ"],
    ],
    roles: ["rank", "unit", "rank:pillar", "rank:pillar", "rank:pillar"],
  },
  {
    id: "H18", source: "DTI 2022 detail (dti.gov.vn/xep-hang-2022)",
    rows: [
      ["Xếp hạng DTI", "Các tỉnh, thành phố trực thuộc TW", "Chỉ số Nhận thức số", "Chỉ số Thể chế số", "Chỉ số Hạ tầng số", "Chỉ số Nhân lực số", "Chỉ số An toàn thông tin mạng", "Chỉ số Hoạt động chính quyền số", "Chỉ số Hoạt động kinh tế số", "Chỉ số Hoạt động xã hội số", "CHUYỂN ĐỔI SỐ CẤP TỈNH (PDTI)"],
    ],
    roles: ["rank", "unit", "indicator", "indicator", "indicator", "indicator", "indicator", "indicator", "indicator", "indicator", "total"],
  },
  {
    id: "H19", source: "e-government 2017 (vinhphuc.gov.vn)",
    rows: [
      ["TT", "Tỉnh, thành phố trực thuộc Trung ương", "Năm 2017"],
    ],
    roles: ["no", "unit", "rank+value"],
    body: [["", "", "01 (0,727)"]],
  },
  {
    id: "H20", source: "PCI 2021 (pcivietnam.vn)",
    rows: [
      ["Tỉnh", "Gia nhập thị trường", "Tiếp cận đất đai", "Tính minh bạch", "Chi phí thời gian", "Chi phí không chính thức", "Cạnh tranh bình đẳng", "Tính năng động", "Chính sách hỗ trợ doanh nghiệp", "Đào tạo lao động", "Thiết chế pháp lý", "Điểm số PCI", "Bảng xếp hạng", "Xếp loại PCI"],
    ],
    roles: ["unit", "indicator", "indicator", "indicator", "indicator", "indicator", "indicator", "indicator", "indicator", "indicator", "indicator", "total", "rank", "band"],
  },
  {
    id: "H22", source: "Young Pioneers council app",
    rows: [
      ["Tên Cơ Sở (Liên đội)", "Trạng thái Nộp", "Điểm tự chấm", "Điểm thẩm định", "Hành động"],
    ],
    roles: ["unit", "status", "self", "review", "ignore"],
  },
  {
    id: "H23", source: "PACA Thanh Hóa 2025, Google Sheets app, sheet PL4_TONG_HOP",
    rows: [
      ["ROW_ID", "MA_TIEU_CHI", "NOI_DUNG_TIEU_CHI", "CAP_TIEU_CHI", "CO_NHAP_LIEU", "Văn phòng UBND tỉnh", "Sở Tài chính", "Sở Nông nghiệp và Môi trường"],
    ],
    roles: ["rowId", "no", "criterion", "level", "isLeaf", "unitColumn", "unitColumn", "unitColumn"],
  },
  {
    id: "H24", source: "same workbook, sheet FORM_DATA",
    rows: [
      ["TIMESTAMP", "MA_DON_VI", "TEN_DON_VI", "NGUOI_NHAP", "DIEN_THOAI", "EMAIL", "ROW_ID", "MA_TIEU_CHI", "NOI_DUNG_TIEU_CHI", "CAP_TIEU_CHI", "CO_NHAP_LIEU", "SO_LIEU_MINH_CHUNG", "TRANG_THAI_GUI"],
    ],
    roles: ["time", "unitCode", "unit", "person", "phone", "email", "rowId", "no", "criterion", "level", "isLeaf", "evidence", "status"],
  },
  {
    id: "H25", source: "same workbook, sheet FILE_UPLOADS",
    rows: [
      ["TIMESTAMP", "MA_DON_VI", "TEN_DON_VI", "ROW_ID", "MA_TIEU_CHI", "TEN_TIEU_CHI", "FILE_NAME", "FILE_URL", "FILE_ID", "MIME_TYPE", "FILE_SIZE", "FOLDER_NAME", "FOLDER_URL", "NGUOI_NHAP", "DIEN_THOAI", "EMAIL", "TRANG_THAI"],
    ],
    roles: ["time", "unitCode", "unit", "rowId", "no", "criterion", "file", "link", "fileId", "ignore", "ignore", "ignore", "link", "person", "phone", "email", "status"],
  },
  {
    id: "H27", source: "public employee self-assessment",
    rows: [
      ["TT", "Nội dung tiêu chí đánh giá", "Điểm tối đa", "Cá nhân tự chấm", "Tổ trưởng đánh giá", "Minh chứng kèm theo"],
    ],
    roles: ["no", "criterion", "max", "self", "review", "evidence"],
  },
  {
    id: "H31", source: "summary table",
    rows: [
      ["#", "Họ và tên", "Bộ môn", "Điểm tự đánh giá", "Điểm đơn vị đánh giá", "Xếp loại"],
    ],
    roles: ["no", "unit", "group", "self", "review", "band"],
  },
  {
    id: "H32", source: "summary table",
    rows: [
      ["#", "Học kỳ", "Điểm tự đánh giá", "Điểm cố vấn", "Điểm chung kết", "Xếp loại"],
    ],
    roles: ["no", "period", "self", "review", "final", "band"],
  },
  {
    id: "H33", source: "scoring app",
    rows: [
      ["STT", "Tên tiêu chí", "Mô tả", "Điểm tối thiểu", "Điểm tối đa", "Hệ số", "Trạng thái"],
    ],
    roles: ["no", "criterion", "method", "min", "max", "weight", "status"],
  },
  {
    id: "H34", source: "civil-servant rating, commune",
    rows: [
      ["Trạng thái", "Điểm đơn vị tự chấm", ""],
      ["", "TC Chung (30đ)", "…"],
    ],
    roles: ["status", "self", "self"],
  },
];
