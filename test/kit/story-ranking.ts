import { goTo, pasteInto, showSheet } from "./browser";
import type { Seat } from "./seat";
import { eventually, type Part, tabbed } from "./story";

/** Four units are listed, filled in and ranked; then the panel speaks English and back. */
export function tellRanking(part: Part, seat: () => Seat): void {
  describe("four units, one of them encouraged", () => {
    part("are listed by pasting, and get their forms in one press", async () => {
      const { page, panel } = seat();
      await panel.choose("Lập danh sách đơn vị");
      await panel.says("Nhập hoặc dán tên các đơn vị, mỗi đơn vị một dòng.");
      await pasteInto(page, "A5", tabbed([
        ["HT", "Phường Hạc Thành", "", "", ""], ["DS", "Phường Đông Sơn", "", "", ""], ["QT", "Xã Quảng Tâm", "", "", ""],
        ["NT", "Xã Nguyệt Ấn", "", "", "Khuyến khích"],
      ]), "Đơn vị");
      await panel.says("4 đơn vị, 1 phiếu đã nhận.");
      await panel.press("Lập phiếu");
      await panel.says("Phường Hạc Thành đã có phiếu");
      await panel.press("Lập 3 phiếu");
      await panel.says("3 phiếu; 8 tiêu chí tự tính điểm.");
      await panel.press("Đến phiếu");
    });

    part("are filled in differently, two of them to the same total", async () => {
      const { page, panel } = seat();
      const fill = async (sheet: string, first: string, second: string, third: string): Promise<void> => {
        await pasteInto(page, "F10", first.split("|").join("\n"), sheet);
        await pasteInto(page, "F19", second.split("|").join("\n"), sheet);
        await pasteInto(page, "F30", third.split("|").join("\n"), sheet);
      };
      // 2 + 2 + 2, then 0.4 × 5 + 1.25 + 0.85 × 4, then 1 + 1.43
      await fill("Phiếu DS", "Có||4|4||Có|60", "400|1000||Đúng hạn|Trễ hạn|Không thực hiện|Đúng hạn||85%", "Có||5");
      await panel.total("15,08", "20", "75,4 %", "Dẫn dắt");
      // 0 + 0.5 + 0, then 5 + 2 + 4, then 0 + 2
      await fill("Phiếu QT", "Không||1|4||Không|", "800|1000||Đúng hạn|Đúng hạn|Đúng hạn|Đúng hạn||100%", "Không||7");
      await panel.total("13,50", "20", "67,5 %", "Nâng cao");
      await fill("Phiếu NT", "Có||4|4||Có|52", "800|1000||Đúng hạn|Đúng hạn|Đúng hạn|Đúng hạn||100%", "Có||7");
      await panel.total("20,00", "20", "100 %", "Dẫn dắt");
    });

    part("are ranked: equal totals share a rank, the encouraged unit has none", async () => {
      const { page, panel, standings } = seat();
      await showSheet(page, "Đơn vị");
      await panel.says("4 đơn vị, 4 phiếu đã nhận.");
      await panel.press("Xếp hạng");
      await panel.says("Đã xếp hạng.");
      await eventually(async () => expect(await standings()).toEqual({
        HT: [15.08, 75.4, "Dẫn dắt", 1], DS: [15.08, 75.4, "Dẫn dắt", 1], QT: [13.5, 67.5, "Nâng cao", 3],
        NT: [20, 100, "Dẫn dắt", "KK"],
      }));
    });

    part("are ranked anew by formulas alone when a score changes", async () => {
      const { page, panel, standings } = seat();
      await pasteInto(page, "F10", "Có", "Phiếu QT");
      await eventually(async () => expect(await standings()).toEqual({
        HT: [15.08, 75.4, "Dẫn dắt", 2], DS: [15.08, 75.4, "Dẫn dắt", 2], QT: [15.5, 77.5, "Dẫn dắt", 1],
        NT: [20, 100, "Dẫn dắt", "KK"],
      }));
      await panel.total("15,50", "20", "77,5 %", "Dẫn dắt", "Hạng 1/3");
    });
  });

  part("the panel speaks English and back; the form keeps the language it was built in", async () => {
    const { page, panel, form, language, speakVietnamese } = seat();
    await panel.choose("English");
    await panel.total("15.50", "20", "77.5%", "Rank 1 of 3");
    await panel.says("By group", "The form is complete. Print, sign and send it.");
    expect(await language()).toBe("en");
    await goTo(page, "F12", "Phiếu");
    await panel.total("15.08", "20", "75.4%", "Self score 14.33");
    await panel.says("Why does 2 earn 2.00?", "Reason: Theo biên bản họp");
    expect(await form("I11")).toBe("Đủ");
    await speakVietnamese();
    await panel.total("15,08", "20", "75,4 %", "Tự chấm 14,33");
  });
}
