import type { SheetWords } from "../sheet-words";
import { formSheet } from "./form-sheet";

export const sheet: SheetWords = {
  form: formSheet,
  status: {
    full: "Đủ",
    unscored: "Không tính điểm",
    notApplicable: "Không áp dụng",
    notApplicableReason: "Không áp dụng: cần giải trình",
    notApplicableOnly: "Chọn “Không áp dụng” hoặc để trống",
    wrong: "Sửa {}",
    wrongOne: "Sửa số liệu",
    missing: "Thiếu {}",
    blank: "Chưa điền",
    unchosen: "Chưa chọn",
    direct: "Chấm điểm trực tiếp từ {} đến {}",
    relative: "Có điểm khi đủ các đơn vị",
    silent: "Mẫu số bằng 0: quyết định không nêu",
    excluded: "Mẫu số bằng 0: không tính tiêu chí này",
    negativeUnder: "Mẫu số nhỏ hơn 0",
    evidence: "Cần minh chứng",
    evidenceOrWords: "Cần minh chứng hoặc giải trình",
    clamped: "{} lớn hơn {}: tính 100 %",
    look: "Xem lại: {}",
    reviewRange: "Điểm thẩm định: số từ {} đến {}",
    reviewReason: "Cần lý do điều chỉnh",
    notNumber: "Phải là số (máy này viết {})",
    notInList: "Chọn trong danh sách",
    notWhole: "Phải là số nguyên",
    range: "Số phải từ {} đến {}",
    shareRange: "Từ 0 đến 100 %",
    negative: "Số phải từ 0 trở lên",
    tooLarge: "Số quá lớn",
    cellError: "Ô báo lỗi: nhập lại",
    left: "Còn {} tiêu chí",
    done: "Đã điền đủ",
  },
  checks: {
    list: {
      prompt: "Bấm mũi tên ở góc ô và chọn một mục.",
      error: "Ô này chỉ nhận một mục có trong danh sách. Chọn lại từ mũi tên ở góc ô.",
    },
    number: {
      prompt: "Nhập số, từ 0 trở lên. Không có thì ghi 0.",
      error: "Ô này chỉ nhận số, không nhận ngày hay phần trăm. Số phải từ 0 đến 1.000.000.000.000.000.",
    },
    whole: (max) => ({
      prompt: max === null ? "Nhập số đếm: 0, 1, 2… Không có thì ghi 0." : `Nhập số đếm từ 0 đến ${max}. Không có thì ghi 0.`,
      error:
        max === null
          ? "Ô này chỉ nhận số nguyên, không nhận ngày hay phần trăm. Số phải từ 0 đến 1.000.000.000.000.000."
          : `Ô này chỉ nhận số nguyên. Số phải từ 0 đến ${max}.`,
    }),
    share: {
      prompt: "Nhập tỷ lệ từ 0 % đến 100 %, ví dụ 85%.",
      error: "Ô này chỉ nhận tỷ lệ từ 0 % đến 100 %. Nhập lại kèm dấu %, ví dụ 85%.",
    },
    points: (min, max) => ({
      prompt: `Nhập số điểm từ ${min} đến ${max}.`,
      error: `Điểm phải là số từ ${min} đến ${max}. Nhập lại.`,
    }),
    reviewed: (min, max) => ({
      prompt: `Chỉ nhập khi thẩm định khác điểm tự chấm: từ ${min} đến ${max}, kèm lý do.`,
      error: `Điểm thẩm định phải là số từ ${min} đến ${max}. Nhập lại.`,
    }),
    evidence: (asked) => ({
      prompt: `Ghi số, ngày, trích yếu văn bản.${asked === "" ? "" : ` Cần: ${asked}`}`,
      error: "Nội dung quá dài: mỗi ô chỉ chứa 32.767 ký tự. Rút gọn hoặc tách ra.",
    }),
    explanation: {
      prompt: "Nêu lý do khi không áp dụng, thiếu minh chứng hoặc cần nói rõ thêm.",
      error: "Nội dung quá dài: mỗi ô chỉ chứa 32.767 ký tự. Rút gọn hoặc tách ra.",
    },
    reason: {
      prompt: "Nêu lý do khi điểm thẩm định khác điểm tự chấm.",
      error: "Nội dung quá dài: mỗi ô chỉ chứa 32.767 ký tự. Rút gọn hoặc tách ra.",
    },
    notApplicable: {
      prompt: "Để trống. Chỉ chọn “Không áp dụng” khi tiêu chí không có ở đơn vị, và ghi lý do ở cột “Giải trình”.",
      error: "Ô này để trống, hoặc chọn “Không áp dụng”. Số liệu nhập ở các dòng bên dưới.",
    },
    letterhead: {
      prompt: "Ghi theo thể thức văn bản của đơn vị.",
      error: "Nội dung quá dài: mỗi ô chỉ chứa 32.767 ký tự. Rút gọn lại.",
    },
  },
  store: { note: "Trang này do phần mềm ghi và đọc. Không sửa." },
  log: {
    heads: {
      when: "Thời điểm", what: "Việc", unit: "Đơn vị", code: "STT", name: "Tiêu chí", part: "Ô", value: "Nội dung",
    },
    parked: "Cất giữ",
    reworded: "Câu hỏi đổi lời",
    returned: "Đưa lại vào phiếu",
    note: "Chuyển khỏi phiếu",
    back: "Hoàn tác",
    operations: {
      confirm: "Lập trang Bộ chỉ số", build: "Lập phiếu",
      rebuild: "Lập lại phiếu", units: "Lập danh sách đơn vị",
      rank: "Xếp hạng", rule: "Chỉnh cách tính",
      convert: "Sửa giúp", settings: "Lưu thiết lập",
      preset: "Đặt bộ mẫu", repair: "Kiểm tra và sửa",
    },
    repaired: "Kiểm tra và sửa",
    gaveWay: "Nội dung bị thay khi viết lại",
    far: "Công thức cần xem lại",
    column: (name, count, first, computed) =>
      `Cột ${name}, ${count} ô như nhau; ô đầu: ${first}${computed === "" ? "" : ` ${computed} ô mang đúng kết quả tính nên không chép lại.`}`,
    parts: {
      evidence: "Tài liệu kiểm chứng",
      explanation: "Giải trình",
      reviewed: "Điểm thẩm định",
      reason: "Lý do điều chỉnh",
      notApplicable: "Không áp dụng",
    },
  },
};
