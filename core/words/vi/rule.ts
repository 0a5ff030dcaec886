import type { RuleIssues } from "../../issue/rule";
import type { Says } from "../words";

export const rule: Says<RuleIssues> = {
  "rule-unread": ({ fragment }) =>
    `Chưa hiểu cách tính điểm ở đoạn “${fragment}”. Tiêu chí tạm chấm điểm trực tiếp; sửa câu chữ hoặc bấm “Chỉnh cách tính”.`,
  "rule-empty": () => "Chưa có cách tính điểm. Tiêu chí tạm chấm điểm trực tiếp; nhập cách tính vào ô này nếu có.",
  "rule-contradictory": ({ first, second }) =>
    `Hai vế “${first}” và “${second}” cùng đúng trong một trường hợp. Chọn cách hiểu trong “Chỉnh cách tính”.`,
};
