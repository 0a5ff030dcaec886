import { goTo, pasteInto, typeInto } from "./browser";
import type { Seat } from "./seat";
import { annex, eventually, type Part, tabbed } from "./story";

/** An annex is pasted, understood, made into a form and filled in; what is wrong is found and mended. */
export function tellFilling(part: Part, seat: () => Seat): void {
  part("the page opens on the annex of a real set, and has read it", async () => {
    const { page, panel } = seat();
    await panel.says("43 tiêu chí, 100 điểm: 42 đọc được, 1 chấm trực tiếp.");
    expect(await page.getByRole("tab").allInnerTexts()).toEqual(["Phụ lục"]);
  });

  part("an annex pasted into an empty sheet is read where it lies", async () => {
    const { page, panel } = seat();
    await page.getByRole("button", { name: "Mới" }).click();
    await panel.says("Dán bảng tiêu chí của quyết định vào trang tính");
    await pasteInto(page, "A1", tabbed(annex));
    await panel.says("8 tiêu chí, 20 điểm: 4 đọc được, 3 cần xác nhận, 1 chấm trực tiếp.");
  });

  part("the reading is shown before anything is built: sums, rules, assumptions to tick, a contradiction", async () => {
    const { panel } = seat();
    await panel.press("Xem và xác nhận");
    await panel.says(
      "8 tiêu chí · 3 nhóm · 20 điểm", "Bảng ở trang “Trang 1”, A5:E18", "Tổng điểm của 3 nhóm khớp với bảng.",
      "Hiểu là: a = số cuộc họp do Bí thư/Chủ tịch chủ trì; b = tổng số cuộc họp; Tỷ lệ = a/b; Điểm = Tỷ lệ × điểm tối đa.",
      "Hiểu là: Tỷ lệ = a/b, vì văn bản không ghi công thức tỷ lệ.",
      "cùng đúng trong một trường hợp", "4 tiêu chí sẽ chấm trực tiếp vì chưa đọc được hoặc chưa được xác nhận.",
    );
    await panel.root.getByLabel("Hiểu là: Tỷ lệ = a/b, vì văn bản không ghi công thức tỷ lệ.").check();
    await panel.says("3 tiêu chí sẽ chấm trực tiếp");
    await panel.root.getByLabel("Đồng ý cả 4 cách hiểu").check();
    await panel.says("Đã đồng ý 4/4", "1 tiêu chí sẽ chấm trực tiếp");
  });

  part("confirming writes the rubric in canonical words beside what was pasted", async () => {
    const { panel, form, holds } = seat();
    await panel.press("Lập trang Bộ chỉ số");
    await panel.says("Đã lập trang Bộ chỉ số.", "Bộ chỉ số đã sẵn sàng.");
    await holds("Bộ chỉ số", {
      B2: "BỘ CHỈ SỐ ĐÁNH GIÁ CHUYỂN ĐỔI SỐ CẤP XÃ NĂM 2026",
      C6: "Người đứng đầu là Trưởng Ban Chỉ đạo chuyển đổi số", D6: 2,
      E7: "a = số cuộc họp do Bí thư/Chủ tịch chủ trì;\nb = tổng số cuộc họp;\nTỷ lệ = a/b;\nĐiểm = Tỷ lệ × điểm tối đa.",
      E14: "Đã ban hành kế hoạch hoặc tổ chức triển khai: điểm tối đa. Chưa ban hành hoặc chưa triển khai: 0 điểm.",
    });
    expect(await form("D16", "Trang 1")).toBe(annex[15]![3]);
  });

  part("the form is built, and filling in begins at its first cell", async () => {
    const { page, panel } = seat();
    await panel.press("Lập phiếu");
    await panel.root.getByLabel("Tên đơn vị").fill("Phường Hạc Thành");
    await panel.press("Lập phiếu");
    await panel.says("1 phiếu; 7 tiêu chí tự tính điểm, 1 tiêu chí chấm trực tiếp.");
    await panel.press("Đến phiếu");
    await panel.total("0,00", "20");
    await panel.says("Đã điền 0/8 tiêu chí", "Còn 14 ô trống.");
    await eventually(async () => expect(await page.textContent(".standing b")).toBe("F10: trống"));
  });

  part("the total follows what is typed and chosen, by mouse and by keyboard", async () => {
    const { page, panel, holds } = seat();
    await page.locator(".standing select").selectOption("Có");
    await panel.total("2,00", "20", "10 %");
    await typeInto(page, "F12", "3,5");
    await typeInto(page, "F13", "7");
    await panel.total("3,00", "20", "15 %");
    await goTo(page, "F15");
    await page.keyboard.press("Alt+ArrowDown");
    await page.keyboard.type("C");
    await page.keyboard.press("Enter");
    await typeInto(page, "F16", "20");
    await panel.total("4,00", "20", "20 %");
    await panel.says("Đã điền 3/8 tiêu chí", "I. Nhận thức số: 4 trên 6 điểm");
    await holds("Phiếu", { F12: 3.5, H9: 2, H11: 1, H14: 1, H8: 4, H33: 4, I11: "Đủ", I18: "Chưa điền", I33: "Còn 5 tiêu chí" });
  });

  part("a paste over checked cells is read as people write numbers; what is no answer says so", async () => {
    const { page, panel, holds } = seat();
    await pasteInto(page, "F19", "abc\n1.000");
    await pasteInto(page, "F22", "đúng hạn\nTrễ hạn\nkhông thực hiện\nĐúng hạn");
    await typeInto(page, "F27", "85%");
    await typeInto(page, "F30", "0,5");
    await typeInto(page, "F32", "5");
    // 2 + 1 + 1 + – + – + 0.85 × 4 + 0.5 + 5/7 × 2 (1.43)
    await panel.total("9,33", "20", "46,65 %");
    await panel.says("Còn 3 chỗ cần xem lại.", "“abc” là chữ nên chưa được tính", "“đúng hạn” không có trong danh sách");
    await holds("Phiếu", {
      F20: 1000, F27: 0.85, F30: 0.5, H18: "", I18: "Sửa a", I19: "Phải là số (máy này viết 3.5)",
      I22: "Chọn trong danh sách", H26: 3.4, H31: 1.43,
    });
    expect(await panel.problems()).toBe(3);
  });

  part("a cell copied from another sheet brings no looks, and takes no dropdown away", async () => {
    const { page, panel, holds } = seat();
    await goTo(page, "B16", "Trang 1");
    await page.keyboard.press("Control+c");
    const copied = (): Promise<string> => page.evaluate(() => navigator.clipboard.readText());
    await eventually(async () => expect(await copied()).toContain("Tổ chức triển khai"));
    await goTo(page, "F23", "Phiếu");
    await page.keyboard.press("Control+v");
    await panel.says("Quý II: “Tổ chức triển khai kế hoạch phát triển kinh tế số” không có trong danh sách");
    await goTo(page, "F22");
    await goTo(page, "F23");
    await page.locator(".standing select").selectOption("Trễ hạn");
    await panel.saysNo("Quý II: “Tổ chức");
    await holds("Phiếu", { F23: "Trễ hạn" });
  });

  part("a problem leads to its cell, and is mended by one press or by typing", async () => {
    const { page, panel, holds } = seat();
    await panel.press("Sửa giúp cả 2 chỗ");
    await panel.says("Đã sửa 2 chỗ.", "Còn 1 chỗ cần xem lại.");
    await holds("Phiếu", { F22: "Đúng hạn", F24: "Không thực hiện", H21: 1.25 });
    expect(await panel.problems()).toBe(1);
    await panel.root.getByText("“abc” là chữ").click();
    await eventually(async () => expect(await page.textContent(".standing b")).toBe("F19: abc"));
    await page.keyboard.type("650");
    await page.keyboard.press("Enter");
    // 650/1000 is below 80 %: 0.65 × 5
    await panel.total("13,83", "20", "69,15 %");
    await panel.says("Phiếu đã đủ. In, ký và gửi.", "Không còn chỗ nào cần xem lại.", "Đã điền 8/8 tiêu chí");
    await holds("Phiếu", { H18: 3.25, I18: "Đủ", I33: "Đã điền đủ" });
  });
}
