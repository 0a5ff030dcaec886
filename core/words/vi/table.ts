import type { TableIssues } from "../../issue/table";
import type { Says } from "../words";

const comma = (points: string): string => points.replace(".", ",");

export const table: Says<TableIssues> = {
  "no-header": () => "Không thấy dòng tiêu đề của bảng tiêu chí. Thêm phía trên các tiêu chí một dòng có “Tiêu chí” và “Điểm tối đa”.",
  "two-tables": ({ first, second }) =>
    `Trang tính có hai bảng tiêu chí, ở ${first} và ${second}. Tách mỗi bảng sang một trang tính rồi đọc lại.`,
  "no-criteria": () => "Dưới dòng tiêu đề không có tiêu chí nào. Dán các dòng tiêu chí vào ngay dưới dòng tiêu đề.",
  "too-many-criteria": ({ count, most }) =>
    `Bảng có ${count} tiêu chí, nhiều hơn mức ${most} tiêu chí của một bộ chỉ số. Tách bảng thành nhiều bộ.`,
  "columns-twice": ({ first, second }) =>
    `Cột “${first}” và cột “${second}” cùng một nội dung; chỉ cột thứ nhất được đọc. Xóa hoặc đổi tên cột không dùng.`,

  "max-missing": () => "Thiếu điểm tối đa, tạm tính 0 điểm. Nhập điểm tối đa của tiêu chí.",
  "max-unread": ({ text }) => `Điểm tối đa “${text}” không phải là số điểm từ 0 đến 1.000.000, tạm tính 0 điểm. Nhập lại bằng chữ số.`,
  "min-unread": ({ text }) => `Điểm tối thiểu “${text}” không phải là số điểm đến 1.000.000, tạm tính 0 điểm. Nhập lại bằng chữ số.`,
  "max-negative": ({ points }) =>
    `Điểm tối đa ${comma(points)} nhỏ hơn 0 nên được hiểu là điểm trừ. Nếu không phải điểm trừ, nhập lại số dương.`,
  "max-ambiguous": ({ text, readings }) =>
    `Điểm tối đa “${text}” có thể là ${readings.map(comma).join(" hoặc ")}, tạm tính 0 điểm. Ghi lại cho rõ, ví dụ không dùng dấu phân cách hàng nghìn.`,
  "sign-unsure": () =>
    "Chưa rõ là điểm thưởng hay điểm trừ, tạm hiểu là điểm thưởng. Ghi dấu + hoặc − trước số điểm.",
  "max-below-min": ({ max, min }) => `Điểm tối đa ${comma(max)} nhỏ hơn điểm tối thiểu ${comma(min)}. Sửa một trong hai số.`,

  "sum-differs": ({ declared, found }) =>
    `Nhóm ghi ${comma(declared)} điểm nhưng các dòng trong nhóm cộng lại là ${comma(found)} điểm. Kiểm tra điểm tối đa của nhóm và của từng dòng.`,
  "total-differs": ({ declared, found }) =>
    `Bảng ghi tổng ${comma(declared)} điểm nhưng các tiêu chí cộng lại là ${comma(found)} điểm. Kiểm tra điểm tối đa của các dòng.`,
  "count-differs": ({ declared, found }) =>
    `Bảng ghi ${declared} tiêu chí nhưng đọc được ${found}. Kiểm tra xem có dòng nào thiếu hoặc thừa.`,

  "code-duplicate": ({ text, first }) => `Mã “${text}” đã dùng ở ô ${first}. Sửa một trong hai mã cho khác nhau.`,
  "code-unsure": ({ shown, taken }) =>
    `Bảng tính đã đổi mã thành “${shown}”; tạm hiểu là ${taken}. Định dạng ô là văn bản rồi nhập lại mã.`,
  "code-misplaced": ({ text, group }) =>
    `Mã “${text}” không thuộc “${group}” là nhóm đứng trước nó; dòng được xếp theo thứ tự trong bảng. Sửa mã hoặc chuyển dòng.`,
  "id-duplicate": () =>
    "Dòng này được chép từ một dòng khác nên được coi là tiêu chí mới. Nếu chép nhầm thì xóa dòng; nếu không, bấm “Đọc bảng” và xác nhận lại.",
  "name-empty": () => "Dòng chưa có tên. Nhập tên chỉ số, tiêu chí.",
  "text-long": ({ length, most }) => `Ô có ${length} ký tự, nhiều hơn mức ${most}; phần vượt quá không được giữ. Rút gọn nội dung.`,
  "group-empty": () => "Nhóm không có tiêu chí nào. Thêm tiêu chí hoặc xóa dòng.",
  "group-rule": ({ text }) =>
    `Dòng nhóm có cách tính “${text}” không được dùng: điểm của nhóm là tổng các dòng trong nhóm. Chuyển nội dung này xuống tiêu chí nếu cần.`,
  "row-unsure": ({ text }) =>
    `“${text}” không có mã và điểm nên được coi là tên nhóm. Nếu là phần tiếp của dòng trên, gộp vào ô của dòng đó.`,
  "row-outside": ({ text }) =>
    `“${text}” đứng sau phần ghi chú hoặc chữ ký ở cuối bảng nên không được đọc là tiêu chí. Nếu là tiêu chí, chuyển dòng lên trên phần đó.`,

  "cell-error": ({ error }) => `Ô đang báo lỗi ${error} nên được coi là trống. Nhập lại nội dung.`,
  "cells-computed": ({ count }) =>
    `Bảng có ${count} ô là công thức; giá trị đang hiện được đọc. Nếu số liệu chưa đúng, dán lại bảng dưới dạng giá trị.`,

  "parent-unknown": () => "Không thấy nhóm chứa dòng này, hoặc nhóm đứng sau nó. Sửa thứ tự các dòng.",
  "digits-few": ({ points, digits }) =>
    `Điểm ${comma(points)} có nhiều chữ số thập phân hơn mức làm tròn ${digits} chữ số. Tăng số chữ số thập phân hoặc sửa điểm.`,

  "band-name-empty": ({ from }) => `Mức xếp loại từ ${comma(from)} chưa có tên. Nhập tên mức.`,
  "band-name-duplicate": ({ name }) => `Mức xếp loại “${name}” đứng hai lần. Đổi tên hoặc xóa một mức.`,
  "band-order": ({ name, before }) => `Mức “${name}” cao hơn mức “${before}” đứng trước nó. Xếp các mức từ cao xuống thấp.`,
  "band-overlap": ({ name, other, from }) => `Hai mức “${other}” và “${name}” cùng bắt đầu từ ${comma(from)}. Sửa ngưỡng của một mức.`,
  "band-gap": ({ name, from }) =>
    `Kết quả dưới mức “${name}” (${comma(from)}) không thuộc mức nào. Thêm một mức bắt đầu từ 0.`,
  "band-unreachable": ({ name, from, most }) =>
    `Mức “${name}” bắt đầu từ ${comma(from)} nhưng kết quả cao nhất là ${comma(most)}. Kiểm tra đơn vị của ngưỡng (điểm hay %).`,
};
