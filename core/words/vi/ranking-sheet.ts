import type { RankingWords } from "../ranking-words";

const long = "Nội dung quá dài. Rút gọn lại.";

export const rankingSheet: RankingWords = {
  units: {
    title: "DANH SÁCH ĐƠN VỊ",
    hint: "Nhập hoặc dán tên các đơn vị, mỗi đơn vị một dòng. Sửa danh sách xong thì bấm “Xếp hạng”.",
    heads: {
      code: "Mã đơn vị", name: "Tên đơn vị", block: "Khối", parent: "Đơn vị cấp trên", standing: "Diện xếp hạng",
      previousTotal: "Điểm kỳ trước", previousRank: "Hạng kỳ trước",
    },
    ranked: "Xếp hạng",
    encouraged: "Khuyến khích",
    checks: {
      code: {
        prompt: "Mã ngắn, không trùng nhau. Để trống thì phần mềm tự đặt.",
        error: "Mã đơn vị dài nhất 40 ký tự. Rút gọn lại.",
      },
      name: { prompt: "Ghi tên đầy đủ như trong văn bản.", error: "Tên đơn vị dài nhất 255 ký tự. Rút gọn lại." },
      block: {
        prompt: "Các đơn vị cùng khối được xếp hạng với nhau. Chỉ có một khối thì để trống.",
        error: "Tên khối dài nhất 200 ký tự. Rút gọn lại.",
      },
      parent: { prompt: "Ví dụ: xã thuộc huyện nào. Có thể để trống.", error: long },
      standing: {
        prompt: "Đơn vị khuyến khích được chấm điểm nhưng không xếp hạng.",
        error: "Ô này chỉ nhận một mục có trong danh sách. Chọn lại từ mũi tên ở góc ô.",
      },
      previousTotal: {
        prompt: "Tổng điểm kỳ trước, để so sánh. Có thể để trống.",
        error: "Ô này chỉ nhận số. Nhập lại bằng số, không kèm chữ.",
      },
      previousRank: {
        prompt: "Hạng kỳ trước, để so sánh. Có thể để trống.",
        error: "Ô này chỉ nhận số nguyên từ 1. Nhập lại.",
      },
    },
  },
  points: {
    title: "ĐIỂM THEO TỪNG CHỈ SỐ",
    hint: "Đơn vị có phiếu: điểm tự lấy từ phiếu. Đơn vị khác: nhập hoặc dán điểm từng chỉ số vào ô nền vàng.",
    heads: {
      code: "Mã đơn vị", name: "Đơn vị", block: "Khối", standing: "Diện", total: "Tổng điểm", max: "Điểm tối đa",
      percent: "Tỷ lệ (%)", band: "Xếp loại", note: "Tình trạng",
    },
    maxRow: "Điểm tối đa",
    noBlock: "(chưa có khối)",
    notes: {
      unlisted: "Mã không có trong trang “Đơn vị”",
      newBlock: "Khối mới: bấm “Xếp hạng” để cập nhật",
      wrong: "“{}”: nhập số từ {} đến {}",
      max: "Điểm tối đa của đơn vị: nhập số lớn hơn 0, không quá {}",
      none: "Chưa có điểm, chưa xếp hạng",
      missing: "Còn thiếu điểm {} chỉ số",
      encouraged: "Khuyến khích, không xếp hạng",
      full: "Đủ",
    },
    checks: {
      points: (name, min, max) => ({
        prompt: `Nhập điểm “${name}” từ ${min} đến ${max}.`,
        error: `Điểm phải là số từ ${min} đến ${max}. Kiểm tra dấu phẩy và nhập lại.`,
      }),
      max: (max) => ({
        prompt: `Điểm tối đa của riêng đơn vị: ${max}, trừ điểm các tiêu chí không áp dụng.`,
        error: `Điểm tối đa phải là số lớn hơn 0 và không quá ${max}. Nhập lại.`,
      }),
      computed: {
        prompt: "",
        error: "Ô này tự tính. Sửa điểm ở phiếu của đơn vị, sửa tên và khối ở trang “Đơn vị”.",
      },
    },
  },
  ranks: {
    annex: "PHỤ LỤC",
    title: "KẾT QUẢ ĐÁNH GIÁ, XẾP HẠNG",
    attached: "(Kèm theo Quyết định số ……/QĐ-…… ngày …… tháng …… năm ……)",
    heads: {
      number: "TT", name: "Đơn vị", block: "Khối", points: "Điểm", max: "Điểm tối đa", percent: "Tỷ lệ (%)",
      band: "Xếp loại", rank: "Hạng", overall: "Hạng chung", previousRank: "Hạng kỳ trước",
      rankDelta: "Tăng, giảm hạng", totalDelta: "Tăng, giảm điểm",
    },
    rankBy: (indicator) => `Hạng: ${indicator}`,
    encouraged: "KK",
    none: "–",
    legend: "KK: đơn vị khuyến khích, được chấm điểm nhưng không xếp hạng. –: chưa có điểm. Đơn vị bằng điểm cùng hạng.",
    outOfOrder: "Thứ tự dòng chưa theo hạng mới: sắp xếp theo cột Hạng.",
    outOfOrderBlocks: "Thứ tự dòng chưa theo hạng mới: sắp xếp theo cột Khối, rồi cột Hạng, hoặc bấm “Xếp hạng”.",
    summary: {
      title: "TỔNG HỢP THEO XẾP LOẠI",
      heads: { band: "Xếp loại", count: "Số đơn vị", share: "Tỷ lệ (%)" },
      all: "Tất cả đơn vị",
      bandless: "Dưới mức thấp nhất",
      counted: "Cộng",
      ranked: "Trong đó được xếp hạng",
      mean: "Điểm trung bình",
    },
    checks: {
      computed: { prompt: "", error: "Ô này tự tính. Sửa điểm ở phiếu của đơn vị hoặc ở trang “Chỉ số”." },
      letterhead: { prompt: "Ghi theo thể thức văn bản của cơ quan ban hành.", error: long },
    },
    preparedBy: "NGƯỜI LẬP BIỂU",
    preparedHint: "(Ký, ghi rõ họ tên)",
  },
};
