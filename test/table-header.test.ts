import { findHeaders, rolesOf } from "../core/rubric/header";
import { gridOf } from "../core/rubric/grid";
import { roleOf } from "../core/rubric/role";
import { pastedSheet } from "../core/rubric/pasted";
import { headers } from "./rows/headers";

test.each(headers)("$id: $source", ({ rows, roles, body }) => {
  expect(rolesOf(rows, body ?? [])).toEqual(roles);
});

test.each([
  ["Điểm tối đa", "max"],
  ["ĐIỂM TỐI ĐA", "max"],
  ["Điểm tối đa".normalize("NFD"), "max"],
  ["Điểm\ntối đa", "max"],
  ["Điểm  tối\u00a0đa (1)", "max"],
  ["Điểm tối đa (3)=(1)+(2)", "max"],
  ["Điêm tôi đa", "max"],
  ["Điểm tốl đa", "max"],
  ["Đ iểm tối đa", "max"],
  ["Điểm số tối đa", "max"],
  ["Điểm chuẩn", "max"],
  ["Thang điểm", "max"],
  ["Tổng điểm (1000)", "max"],
  ["Tiêu chi", "criterion"],
  ["TIÊU CHÍ ĐÁNH GIÁ", "criterion"],
  ["Tièu chí", "criterion"],
  ["Tiẻu chl", "criterion"],
  ["Chỉ số/\nChỉ số thành phần", "criterion"],
  ["Nội dung tiêu chí đánh giá", "criterion"],
  ["Nội dung", "criterion"],
  ["Cách tính điểm", "method"],
  ["Cách xác định và tính điểm", "method"],
  ["Cách thức tính điểm", "method"],
  ["Phương pháp tính điểm", "method"],
  ["Nguyên tắc chấm điểm", "method"],
  ["Nguyên tắc chăm điểm", "method"],
  ["Tài liệu kiểm chứng", "evidence"],
  ["Minh chứng (Nếu có)", "evidence"],
  ["Nhận xét hoặc minh chứng", "evidence"],
  ["Yêu cầu minh chứng", "evidenceRequired"],
  ["Số TT", "no"],
  ["S.T.T", "no"],
  ["Mã hệ thống", "id"],
  ["Loại", "kind"],
  ["Cấp", "level"],
  ["Điểm tối thiểu", "min"],
  ["Cá nhân tự chấm", "self"],
  ["Chi đoàn tự chấm điểm", "self"],
  ["Hội đồng", "review"],
  ["Điểm điều tra XHH", "survey"],
  ["Đơn vị tính", "measureUnit"],
  ["Gia nhập thị trường", null],
  ["", null],
])("%j heads %s", (label, role) => {
  expect(roleOf(label)).toBe(role);
});

test.each([0, 1, 5, 15, 30])("the header is found below a title block of %i rows", (rows) => {
  const title = Array.from({ length: rows }, (_, k) => (k % 3 === 0 ? [`BỘ TIÊU CHÍ ${k}`, null, "Độc lập - Tự do - Hạnh phúc"] : [null, "Kèm theo Quyết định số 12/QĐ-UBND"]));
  const table = [...title, ["STT", "Tiêu chí", "Điểm tối đa"], ["1", "Kế hoạch", 2]];
  expect(findHeaders(gridOf(pastedSheet("Phụ lục", table))).map(({ row }) => row)).toEqual([rows]);
});
