import type { RankingIssues } from "../../issue/ranking";
import { plainNumber } from "../plain";
import type { Says } from "../words";

const number = (value: string): string => plainNumber(value, "vi");

export const ranking: Says<RankingIssues> = {
  "unit-list-missing": ({ sheet }) =>
    `Trang “${sheet}” chưa có đơn vị nào. Nhập hoặc dán tên các đơn vị, mỗi đơn vị một dòng.`,
  "unit-duplicate": ({ code }) => `Mã đơn vị “${code}” xuất hiện hai lần. Đổi một mã trong trang “Đơn vị”.`,
  "unit-name-missing": ({ code }) => `Đơn vị có mã “${code}” chưa có tên. Nhập tên đơn vị hoặc xóa dòng này.`,
  "unit-name-duplicate": ({ name, block }) =>
    `“${name}” xuất hiện hai lần${block === "" ? "" : ` trong khối “${block}”`}. Xóa dòng thừa hoặc ghi rõ tên để phân biệt.`,
  "unit-block-missing": ({ name }) => `“${name}” chưa có khối, trong khi các đơn vị khác đã có. Chọn khối cho đơn vị này.`,
  "unit-block-unknown": ({ name, block, blocks }) =>
    `Khối “${block}” của “${name}” không có trong danh sách khối. Ghi một trong: ${blocks.join("; ")}.`,
  "unit-status-unknown": ({ name, text }) =>
    `“${name}”: chưa hiểu “${text}” ở cột diện xếp hạng, tạm tính là có xếp hạng. Chọn “Xếp hạng” hoặc “Khuyến khích”.`,
  "unit-previous-unread": ({ name, text }) =>
    `“${name}”: kết quả kỳ trước “${text}” không phải là số nên chưa so sánh được. Nhập lại bằng số.`,
  "unit-character": ({ text, kept }) =>
    `“${text}” có ký tự * ? ~ mà trang tính hiểu là ký tự thay thế, nên được ghi thành “${kept}”.`,
  "unit-no-score": ({ code, name }) =>
    `“${name}” (${code}) chưa có điểm nên chưa được xếp hạng. Nhận phiếu của đơn vị hoặc nhập điểm ở trang “Chỉ số”.`,
  "points-not-number": ({ name, indicator, text }) =>
    `“${name}”, chỉ số “${indicator}”: “${text}” không phải là số nên chưa được tính. Nhập lại bằng số.`,
  "points-out-of-range": ({ name, indicator, text, min, max }) =>
    `“${name}”, chỉ số “${indicator}”: ${number(text)} nằm ngoài khoảng từ ${number(min)} đến ${number(max)}. ` +
    "Kiểm tra dấu phẩy và nhập lại.",
  "points-missing": ({ name, indicators }) =>
    `“${name}” còn thiếu điểm: ${indicators.join("; ")}. Tổng điểm mới cộng các chỉ số đã có.`,
  "unit-max-wrong": ({ name, text, max }) =>
    `“${name}”: điểm tối đa “${text}” phải là số lớn hơn 0 và không quá ${number(max)}. Nhập lại điểm tối đa của đơn vị.`,
  "points-unlisted": ({ code, name }) =>
    `Điểm của “${name}” (${code}) được giữ ở cuối trang “Chỉ số” vì mã này không còn trong trang “Đơn vị”. ` +
    "Thêm lại đơn vị, hoặc xóa dòng nếu không dùng nữa.",
  "points-from-form": ({ name, indicator, text, form }) =>
    `“${name}”, chỉ số “${indicator}”: điểm nhập tay ${number(text)} được thay bằng điểm của phiếu “${form}”. Nếu chưa đúng, sửa trên phiếu.`,
  "unit-form-stray": ({ sheet, name }) =>
    `Phiếu ở trang “${sheet}”${name === "" ? " chưa ghi tên đơn vị" : ` của “${name}”`} không khớp với đơn vị nào trong trang “Đơn vị”. Sửa tên hoặc mã cho giống nhau.`,
};
