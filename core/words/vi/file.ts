import type { FileIssues, FilePart } from "../../issue/file";
import type { Says } from "../words";

const parts: Record<FilePart, string> = {
  charts: "biểu đồ",
  pictures: "hình vẽ",
  comments: "ghi chú của ô",
  links: "liên kết",
  names: "tên vùng",
  tables: "định dạng bảng",
  pivots: "bảng tổng hợp (pivot)",
  macros: "macro",
  fonts: "phông chữ riêng",
  checks: "một số kiểm tra dữ liệu",
  formats: "một số định dạng có điều kiện",
};

export const file: Says<FileIssues> = {
  "not-xlsx": ({ name }) => `“${name}” không phải tệp .xlsx. Mở tệp bằng Excel rồi lưu thành “Excel Workbook (.xlsx)”.`,
  "file-empty": ({ name }) => `Tệp “${name}” trống. Chọn tệp khác, hoặc xin người gửi gửi lại.`,
  "file-old-xls": ({ name }) =>
    `“${name}” là tệp .xls đời cũ. Mở tệp bằng Excel hoặc LibreOffice rồi lưu thành “Excel Workbook (.xlsx)”.`,
  "file-password": ({ name }) =>
    `Tệp “${name}” có mật khẩu. Mở tệp bằng Excel, bỏ mật khẩu (Tệp › Thông tin › Bảo vệ sổ làm việc) rồi lưu lại.`,
  "file-truncated": ({ name }) => `Tệp “${name}” bị thiếu phần cuối. Tải lại, hoặc xin người gửi gửi lại.`,
  "file-too-large": ({ name }) =>
    `Tệp “${name}” quá lớn để mở ở đây. Xoá các trang tính, hình ảnh không cần đến rồi lưu lại.`,
  "file-damaged": ({ name }) =>
    `Không đọc được tệp “${name}”: tệp bị hỏng. Mở bằng Excel, chọn sửa tệp rồi lưu lại, hoặc xin người gửi gửi lại.`,
  "file-text-long": ({ cell, length }) =>
    `Chưa lưu: ô ${cell} có ${length} ký tự, một ô của tệp .xlsx chỉ chứa 32.767 ký tự. Rút gọn hoặc tách sang ô khác rồi lưu lại.`,
  "file-parts-left": ({ parts: left }) =>
    `Tệp có ${left.map((part) => parts[part]).join(", ")}; bản lưu từ đây sẽ không còn những phần này. Hãy giữ lại tệp gốc.`,
};
