import type { ScoringIssues } from "../../issue/scoring";
import { isEndless, plainNumber, sharePercent } from "../plain";
import type { Says } from "../words";
import { named } from "./input";

const number = (value: string): string => plainNumber(value, "vi");

export const scoring: Says<ScoringIssues> = {
  "input-blank": ({ input, label }) =>
    input === "points" && label === ""
      ? "Chưa nhập điểm tự chấm. Nhập số điểm vào ô này."
      : `${named(input, label)} đang trống. Nhập số liệu; nếu không có thì ghi 0.`,
  "choice-blank": ({ input, label }) =>
    label === ""
      ? `${named(input, label)}: chưa chọn. Chọn một mục trong danh sách của ô.`
      : `Chưa chọn câu trả lời cho “${named(input, label)}”. Chọn trong danh sách của ô.`,
  "input-not-number": ({ input, label, text }) =>
    text.trim() === ""
      ? `${named(input, label)}: ô chỉ có dấu cách nên chưa được tính. Xóa dấu cách rồi nhập số.`
      : `${named(input, label)}: “${text}” là chữ nên chưa được tính. Nhập lại bằng số.`,
  "input-not-whole": ({ input, label, text }) =>
    `${named(input, label)}: “${number(text)}” phải là số nguyên. Nhập số đếm, không có phần lẻ.`,
  "input-out-of-range": ({ input, label, text, min, max, share }) => {
    const called = named(input, label);
    if (share === true) return `${called}: “${sharePercent(text, "vi")}” nằm ngoài khoảng từ 0 % đến 100 %. Nhập kèm dấu %, ví dụ 85%.`;
    if (!isEndless(max)) return `${called}: “${number(text)}” không dùng được. Nhập lại: số phải từ ${number(min)} đến ${number(max)}.`;
    return text.startsWith("-")
      ? `${called}: “${number(text)}” không dùng được. Nhập lại: số phải từ ${number(min)} trở lên.`
      : `${called}: “${number(text)}” lớn hơn mức mà bảng tính giữ đủ chữ số. Kiểm tra và nhập lại.`;
  },
  "input-not-in-list": ({ input, label, text, options }) =>
    `${named(input, label)}: “${text}” không có trong danh sách. Chọn một trong: ${options.join("; ")}.`,
  "input-cell-error": ({ input, label, text }) =>
    `${named(input, label)}: ô đang báo lỗi ${text}. Xóa nội dung ô rồi nhập số liệu.`,
  "input-unknown": ({ input, known }) => `Không có ô nhập “${input}”. Ghi theo tên ô của tiêu chí này: ${known.join(", ")}.`,
  "denominator-zero": ({ input, label }) =>
    `${named(input, label)} (mẫu số) bằng 0 mà quyết định không nêu cách tính. Hỏi cơ quan ban hành, hoặc chọn “Không áp dụng” và ghi lý do.`,
  "denominator-negative": ({ input, label }) => `${named(input, label)} (mẫu số) nhỏ hơn 0. Kiểm tra các số bị trừ.`,
  "ratio-above-one": ({ over, under }) => `${over} lớn hơn ${under}: được tính là 100 %. Kiểm tra lại hai số liệu này.`,
  "relative-pending": () => "Điểm so với các đơn vị khác, có sau khi đơn vị cuối cùng nộp phiếu.",
  "evidence-missing": ({ claimed }) =>
    `Tự chấm ${number(claimed)} điểm nhưng chưa có tài liệu kiểm chứng nên được tính 0 điểm. Ghi số, ngày, trích yếu văn bản.`,
  "explanation-missing": () => "Chưa có tài liệu kiểm chứng và cũng chưa có giải trình. Ghi lý do vào cột “Giải trình”.",
  "not-applicable-reason-missing": () => "Đã chọn “Không áp dụng” nhưng chưa ghi lý do. Ghi vào cột “Giải trình”.",
  "not-applicable-refused": () => "Bộ chỉ số này không cho phép “Không áp dụng”. Nhập số liệu của tiêu chí.",
  "review-not-number": ({ text }) => `Điểm thẩm định “${text}” không phải là số nên chưa được dùng. Nhập lại bằng số.`,
  "review-out-of-range": ({ text, min, max }) =>
    `Điểm thẩm định “${number(text)}” nằm ngoài khoảng từ ${number(min)} đến ${number(max)} nên chưa được dùng. Nhập lại.`,
  "review-reason-missing": ({ self, reviewed }) =>
    `Điểm thẩm định ${number(reviewed)} khác điểm tự chấm ${self === "" ? "(trống)" : number(self)} mà chưa có lý do. Ghi vào cột “Lý do điều chỉnh”.`,
};
