/** What `Bộ chỉ số` says, in Vietnamese whatever the panel's language: it is the decision's own table. */
export const rubricSheet = {
  kinds: {
    group: "Nhóm", unscored: "Nhóm không tính điểm", criterion: "Tiêu chí", bonus: "Điểm thưởng", deduction: "Điểm trừ",
  },
  decision: (decision: string) => `(Theo ${decision})`,
  footer: "Trang &P/&N",
  checks: {
    kind: {
      prompt: "Chọn: nhóm chỉ cộng điểm, tiêu chí có cách tính, điểm thưởng và điểm trừ không vào điểm tối đa.",
      error: "Chọn một mục trong danh sách.",
    },
    points: { prompt: "Nhập số điểm.", error: "Ô này chỉ nhận số. Nhập lại số điểm, không kèm chữ." },
  },
} as const;
