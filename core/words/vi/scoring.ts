import type { ScoringIssues } from "../../issue/scoring";
import type { Says } from "../words";

export const scoring: Says<ScoringIssues> = {
  "input-blank": ({ label }) => `${label} đang trống. Nhập số liệu, hoặc ghi 0 nếu không có.`,
  "denominator-zero": ({ label }) =>
    `Mẫu số (${label}) bằng 0 mà quyết định không nêu cách tính. Hỏi cơ quan ban hành, hoặc chọn “Không áp dụng”.`,
};
