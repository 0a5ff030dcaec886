import type { DraftIssues } from "../../issue/draft";
import { plainNumber } from "../plain";
import type { Says } from "../words";

const number = (value: string): string => plainNumber(value, "vi");

export const draft: Says<DraftIssues> = {
  "draft-blank": () => "Chưa điền. Ghi ngắn gọn theo lời của quyết định.",
  "draft-not-amount": ({ text }) => `“${text}” chưa phải là điểm. Ghi số điểm (0,5) hoặc phần của điểm tối đa (1/2).`,
  "draft-not-percent": ({ text }) => `“${text}” chưa phải là tỷ lệ. Ghi từ 0 đến 100, ví dụ 75.`,
  "draft-not-count": ({ text }) => `“${text}” chưa phải là số đếm. Ghi số nguyên, ví dụ 52.`,
  "draft-amount-out-of-range": ({ text, min, max }) =>
    `“${text}” nằm ngoài khoảng từ ${number(min)} đến ${number(max)} điểm của tiêu chí. Sửa lại mức điểm.`,
  "draft-too-few": ({ least }) => `Cần ít nhất ${least} dòng. Thêm dòng còn thiếu.`,
  "draft-twice": ({ text }) => `“${text}” xuất hiện hai lần. Giữ lại một dòng.`,
  "draft-never-full": ({ max, best }) =>
    `Cao nhất mới được ${number(best)} trên ${number(max)} điểm. Kiểm tra xem quyết định có mức đạt điểm tối đa không.`,
};
