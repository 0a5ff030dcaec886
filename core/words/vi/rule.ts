import type { GapIssue, RuleIssues } from "../../issue/rule";
import type { Says } from "../words";

const number = (text: string): string => text.replace(".", ",");

const parts = { options: "lựa chọn", bands: "mức", inputs: "ô nhập số liệu", amounts: "mức điểm" };

function span({ span, low, high }: GapIssue): string {
  const [from, to] = [number(low), number(high)];
  switch (span) {
    case "all":
      return "mọi giá trị";
    case "from":
      return `từ ${from} trở lên`;
    case "above":
      return `trên ${from}`;
    case "to":
      return `từ ${to} trở xuống`;
    case "below":
      return `dưới ${to}`;
    case "exactly":
      return `đúng ${from}`;
    case "from-to":
      return `từ ${from} đến ${to}`;
    case "from-below":
      return `từ ${from} đến dưới ${to}`;
    case "above-to":
      return `trên ${from} đến ${to}`;
    case "above-below":
      return `trên ${from} đến dưới ${to}`;
  }
}

export const rule: Says<RuleIssues> = {
  "rule-unread": ({ fragment }) =>
    `Chưa hiểu cách tính điểm ở đoạn “${fragment}”. Tiêu chí tạm chấm điểm trực tiếp; sửa câu chữ hoặc bấm “Chỉnh cách tính”.`,
  "rule-empty": () => "Chưa có cách tính điểm. Tiêu chí tạm chấm điểm trực tiếp; nhập cách tính vào ô này nếu có.",
  "rule-marks": ({ marks }) =>
    marks === "none"
      ? "Cách tính điểm viết không dấu nên chưa đọc, để tránh hiểu sai. Gõ lại có dấu (ví dụ “Không: 0 điểm”), hoặc bấm “Chỉnh cách tính”."
      : "Cách tính điểm gõ bằng bảng mã cũ (TCVN3 hoặc VNI) nên chưa đọc được. Chuyển sang Unicode rồi dán lại, hoặc bấm “Chỉnh cách tính”.",
  "rule-too-long": ({ length, most }) =>
    `Cách tính điểm dài ${length} ký tự, quá ${most} ký tự nên chưa đọc. Rút gọn, hoặc bấm “Chỉnh cách tính”.`,
  "rule-too-large": ({ part, count, most }) =>
    `Cách tính điểm có ${count} ${parts[part]}, quá ${most} nên chưa đọc. Tách thành nhiều tiêu chí, hoặc bấm “Chỉnh cách tính”.`,
  "rule-contradictory": ({ first, second }) =>
    `Hai vế “${first}” và “${second}” cùng đúng trong một trường hợp. Chọn kiểu tính điểm trong “Chỉnh cách tính”.`,
  "rule-gap": (values) =>
    `Cách tính không nêu điểm cho trường hợp: ${span(values)}. Bổ sung mức điểm còn thiếu, hoặc thêm “Còn lại: 0 điểm”.`,
  "rule-gap-either": ({ words }) =>
    `Cách tính không nêu điểm khi chỉ có một trong hai vế của “${words}”. Bổ sung mức điểm còn thiếu, hoặc thêm “Còn lại: 0 điểm”.`,
  "rule-overlap": ({ first, second }) =>
    `Hai mức “${first}” và “${second}” có giá trị chung mà điểm khác nhau. Ghi rõ “dưới” hoặc “từ … trở lên” ở mỗi mức.`,
  "rule-points": ({ points, min, max }) =>
    `Theo cách tính, điểm có thể là ${number(points)}, ngoài khoảng từ ${number(min)} đến ${number(max)} của tiêu chí. Sửa cách tính hoặc điểm tối đa.`,

  "assume-ratio": ({ over, under }) => `Hiểu là: Tỷ lệ = ${over}/${under}, vì văn bản không ghi công thức tỷ lệ.`,
  "assume-share": ({ label }) =>
    `Hiểu là: đơn vị nhập thẳng tỷ lệ phần trăm${label === "" ? "" : ` (${label})`}, vì văn bản không nêu tử số và mẫu số.`,
  "assume-sum": ({ parts }) => `Hiểu là: điểm của ${parts} ý được cộng lại.`,
  "assume-choice": ({ options }) => `Hiểu là: chỉ được điểm theo một trong ${options} mức.`,
  "assume-gap": ({ words }) =>
    `Hiểu là: người chấm chọn mức cho trường hợp giáp mốc “${words}” mà văn bản không nói tới.`,
  "assume-otherwise": ({ points }) => `Hiểu là: các trường hợp không nêu được ${number(points)} điểm.`,
  "assume-out-of": ({ label, of }) => `Hiểu là: Tỷ lệ = ${label}/${number(of)}.`,
  "assume-per-item": ({ label, most }) => `Hiểu là: đếm ${label}, tính nhiều nhất ${number(most)}.`,
  "assume-at-least": ({ value }) => `Hiểu là: từ ${number(value)} trở lên đều được mức điểm của ${number(value)}.`,
  "assume-none": ({ words }) => `Hiểu là: “${words}” nghĩa là số lượng bằng 0.`,
  "assume-waiver": ({ words, figure, label }) =>
    `Hiểu là: “${words}” nghĩa là ${figure}${label === "" ? "" : ` (${label})`} bằng 0.`,
  "assume-points": ({ points, max }) =>
    `Hiểu là: điểm cao nhất theo cách tính là ${number(points)}, khác điểm tối đa ${number(max)} của tiêu chí.`,
  "assume-limit": ({ limit }) => `Hiểu là: tổng cộng không vượt quá ${number(limit)} điểm của tiêu chí.`,
  "assume-from-maximum": ({ max, least }) =>
    `Hiểu là: bắt đầu từ điểm tối đa ${number(max)}, trừ dần, không dưới ${number(least)} điểm.`,
  "assume-nearest": () => "Hiểu là: khi nhiều mức cùng đúng, chỉ tính mức có ngưỡng gần số liệu nhất.",
  "assume-rest": ({ formula }) => `Hiểu là: “${formula}” áp dụng cho các trường hợp chưa có mức điểm riêng.`,
  "assume-part-maximum": ({ points }) =>
    `Hiểu là: “điểm tối đa” trong một phần hoặc một kỳ là điểm của phần, kỳ đó${points === "" ? "" : ` (${number(points)} điểm)`}.`,
  "assume-no-points": ({ words }) => `Hiểu là: “${words}” nghĩa là 0 điểm.`,
  "assume-note": ({ fragment }) => `Hiểu là: “${fragment}” chỉ là ghi chú, không làm thay đổi điểm.`,
  "assume-number": ({ text, value }) => `Hiểu là: “${text}” là số ${number(value)}.`,
  "assume-direct": ({ words }) => `Hiểu là: điểm được nhập trực tiếp theo “${words}”.`,
};
