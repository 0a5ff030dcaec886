import type { CaseIssues } from "../../issue/case";
import type { Says } from "../words";

export const names: Says<CaseIssues> = {
  "preset-unknown": ({ name }) => `Không có bộ mẫu “${name}”. Chọn một bộ trong danh sách bộ mẫu.`,
  "criterion-unknown": ({ code }) => `Bộ chỉ số không có tiêu chí “${code}”. Kiểm tra mã tiêu chí; câu trả lời này chưa được tính.`,
  "criterion-gone": ({ sheet }) =>
    `Trang “${sheet}” không còn tiêu chí đang chỉnh: dòng của nó đã bị xóa hoặc sửa. Bấm Ctrl+Z trong trang tính để lấy lại dòng, hoặc quay lại và chọn tiêu chí khác.`,
  "unit-unknown": ({ code }) => `Danh sách đơn vị không có mã “${code}”. Thêm đơn vị hoặc sửa mã; câu trả lời này chưa được tính.`,
};
