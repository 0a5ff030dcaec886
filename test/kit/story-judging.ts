import { goTo, pasteInto, typeInto } from "./browser";
import type { Seat } from "./seat";
import type { Part } from "./story";

/** A rule is chosen, bands are set, a reviewer adjusts, and each score is explained. */
export function tellJudging(part: Part, seat: () => Seat): void {
  part("a rule that was not read is chosen in the guided editor; its cell receives the canonical words", async () => {
    const { page, panel, holds } = seat();
    await goTo(page, "F30");
    await panel.says("Vì sao 7 được 0,50 điểm?", "Chấm trực tiếp 0,50 điểm");
    await panel.press("Chỉnh cách tính");
    await panel.says("Ô cách tính đang ghi", "Chưa ban hành hoặc chưa triển khai: 0 điểm.");
    await panel.root.getByLabel("Kiểu tính điểm").selectOption({ label: "Có hoặc Không" });
    await panel.root.getByLabel("Nội dung cần đạt").fill("Đã ban hành và triển khai kế hoạch");
    await panel.says("- Có (Đã ban hành và triển khai kế hoạch): điểm tối đa;", "Thử vài trường hợp");
    await panel.press("Ghi vào ô cách tính");
    await panel.says("Đã ghi cách tính. Câu trả lời không còn hợp cách tính mới được cất ở trang Nhật ký.", "Còn 1 ô trống.");
    const rule = "- Có (Đã ban hành và triển khai kế hoạch): điểm tối đa;\n- Không: 0 điểm.";
    await holds("Bộ chỉ số", { E14: rule });
    await holds("Phiếu", { D29: `${rule}\nTài liệu kiểm chứng: Kế hoạch`, F32: 5, F12: 3.5, F30: null });
    const log = await page.evaluate(() => globalThis.scorebook!.grid.save().sheets.find(({ name }) => name === "Nhật ký"));
    expect(JSON.stringify(log?.cells)).toContain("0.5");
    await pasteInto(page, "F30", "Có", "Phiếu");
    // 13.33 without the direct half point, and 1
    await panel.total("14,33", "20", "71,65 %");
  });

  part("a band scheme is chosen in the settings; the next band says how much is missing", async () => {
    const { panel, holds } = seat();
    await panel.choose("Thiết lập");
    await panel.root.getByLabel("Dùng bảng xếp loại của").selectOption({ label: "Lào Cai, DTI 2022 và 2023" });
    await panel.press("Lưu thiết lập");
    await panel.says("Đã lưu thiết lập.");
    // Above 75 % of 20, not at it: 15.01 - 14.33
    await panel.total("14,33", "20", "71,65 %", "Nâng cao", "+0,68 nữa là Dẫn dắt");
    await holds("Phiếu", { N35: "Nâng cao", N34: 71.65, F12: 3.5 });
  });

  part("a reviewer adjusts two scores; the unit's own stay beside them, and a reason is asked for", async () => {
    const { page, panel, holds } = seat();
    await typeInto(page, "L18", "3", "Phiếu");
    await typeInto(page, "M18", "Hồ sơ trùng");
    await typeInto(page, "L11", "2");
    // 14.33 - 0.25 + 1
    await panel.total("15,08", "20", "75,4 %", "Dẫn dắt", "Tự chấm 14,33");
    await panel.says("Cần ghi lý do", "Điểm thẩm định 2 khác điểm tự chấm 1 mà chưa có lý do.");
    await holds("Phiếu", {
      H18: 3.25, N18: 3, I18: "Đủ", H11: 1, N11: 2, I11: "Cần lý do điều chỉnh",
      H33: 14.33, N33: 15.08, H34: 71.65, N34: 75.4, N35: "Dẫn dắt",
    });
  });

  part("why a criterion has its points: figures, rule, rounding, review, group, total, clause", async () => {
    const { page, panel } = seat();
    await goTo(page, "F32", "Phiếu");
    await panel.says(
      "Vì sao 8 được 1,43 điểm?", "số nội dung 5", "× 2 điểm = 1,42857", "Làm tròn 1,4285714286 thành 1,43",
      "Nhóm III. Hoạt động kinh tế số và xã hội số: 2,43/3", "Tổng: 15,08/20", "Theo quyết định 12/QĐ-UBND", "n/7 × điểm tối đa.",
    );
    await goTo(page, "F12");
    await panel.says(
      "Vì sao 2 được 2,00 điểm?", "a = số cuộc họp do Bí thư/Chủ tịch chủ trì 3,5", "b = tổng số cuộc họp 7", "Tỷ lệ 3,5/7 = 50 %",
      "50 % × 2 điểm = 1,00", "Thẩm định: 1,00 thành 2,00", "Nhóm I. Nhận thức số: 5,00/6", "Điểm = Tỷ lệ × điểm tối đa.",
    );
    await typeInto(page, "M11", "Theo biên bản họp");
    // Enter led on to the next criterion's reason.
    await goTo(page, "F12");
    await panel.says("Lý do: Theo biên bản họp", "Phiếu đã đủ. In, ký và gửi.");
    expect(await panel.problems()).toBe(0);
  });
}
