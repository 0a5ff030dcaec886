import { cellName } from "../core/sheet/address";
import type { Workbook } from "../core/sheet/workbook";
import {
  cellText, cellValue, type Desk, goTo, openBytes, openDesk, pasteInto, saveWorkbook, showSheet, typeInto,
} from "./kit/browser";
import { digits15, recalculate } from "./kit/engines";
import { annex, eventually, PanelView, parts, picture, tabbed, valuesOf } from "./kit/story";
import { readValues } from "./kit/xlsx-values";

jest.setTimeout(120000);

const part = parts();

let desk: Desk;
let panel: PanelView;
let saved: { bytes: Uint8Array; workbook: Workbook };

beforeAll(async () => {
  desk = await openDesk();
  desk.page.setDefaultTimeout(15000);
  panel = new PanelView(desk.page);
});
afterAll(async () => {
  await desk?.close();
});
afterEach(async () => {
  await picture(desk.page, "main");
  expect(desk.faults).toEqual([]);
});

const form = (cell: string, sheet = "Phiếu") => cellValue(desk.page, sheet, cell);
const holds = (sheet: string, values: Readonly<Record<string, unknown>>): Promise<void> =>
  eventually(async () => {
    const found = await Promise.all(Object.keys(values).map(async (cell) => [cell, await form(cell, sheet)]));
    expect(Object.fromEntries(found)).toEqual(values);
  });

part("the page opens on the annex of a real set, and has read it", async () => {
  await panel.says("Đọc được 43 tiêu chí, 100 điểm. 1 dòng chưa đọc được.");
  expect(await desk.page.getByRole("tab").allInnerTexts()).toEqual(["Phụ lục"]);
});

part("an annex pasted into an empty sheet is read where it lies", async () => {
  await desk.page.getByRole("button", { name: "Mới" }).click();
  await panel.says("Dán bảng tiêu chí của quyết định vào trang tính");
  await pasteInto(desk.page, "A1", tabbed(annex));
  await panel.says("Đọc được 8 tiêu chí, 20 điểm. 3 dòng cần xác nhận, 1 dòng chưa đọc được.");
});

part("the reading is shown before anything is built: sums, rules, assumptions to tick, a contradiction", async () => {
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
  await panel.press("Lập phiếu");
  await panel.root.getByLabel("Tên đơn vị").fill("Phường Hạc Thành");
  await panel.press("Lập phiếu");
  await panel.says("1 phiếu; 7 tiêu chí tự tính điểm, 1 tiêu chí chấm trực tiếp.");
  await panel.press("Đến phiếu");
  await panel.total("0,00", "20");
  await panel.says("Đã điền 0/8 tiêu chí", "Còn 14 ô trống.");
  await eventually(async () => expect(await desk.page.textContent(".standing b")).toBe("F10: trống"));
});

part("the total follows what is typed and chosen, by mouse and by keyboard", async () => {
  const { page } = desk;
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
  const { page } = desk;
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
  const { page } = desk;
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
  const { page } = desk;
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

part("a rule that was not read is chosen in the guided editor; its cell receives the canonical words", async () => {
  const { page } = desk;
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
  await panel.choose("Thiết lập");
  await panel.root.getByLabel("Dùng bảng xếp loại của").selectOption({ label: "Lào Cai, DTI 2022 và 2023" });
  await panel.press("Lưu thiết lập");
  await panel.says("Đã lưu thiết lập.");
  // Above 75 % of 20, not at it: 15.01 - 14.33
  await panel.total("14,33", "20", "71,65 %", "Nâng cao", "+0,68 nữa là Dẫn dắt");
  await holds("Phiếu", { N35: "Nâng cao", N34: 71.65, F12: 3.5 });
});

part("a reviewer adjusts two scores; the unit's own stay beside them, and a reason is asked for", async () => {
  const { page } = desk;
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
  await goTo(desk.page, "F32", "Phiếu");
  await panel.says(
    "Vì sao 8 được 1,43 điểm?", "số nội dung 5", "× 2 điểm = 1,42857", "Làm tròn 1,4285714286 thành 1,43",
    "Nhóm III. Hoạt động kinh tế số và xã hội số: 2,43/3", "Tổng: 15,08/20", "Theo quyết định 12/QĐ-UBND", "n/7 × điểm tối đa.",
  );
  await goTo(desk.page, "F12");
  await panel.says(
    "Vì sao 2 được 2,00 điểm?", "a = số cuộc họp do Bí thư/Chủ tịch chủ trì 3,5", "b = tổng số cuộc họp 7", "Tỷ lệ 3,5/7 = 50 %",
    "50 % × 2 điểm = 1,00", "Thẩm định: 1,00 thành 2,00", "Nhóm I. Nhận thức số: 5,00/6", "Điểm = Tỷ lệ × điểm tối đa.",
  );
  await typeInto(desk.page, "M11", "Theo biên bản họp");
  await panel.says("Lý do: Theo biên bản họp", "Phiếu đã đủ. In, ký và gửi.");
  expect(await panel.problems()).toBe(0);
});

describe("four units, one of them encouraged", () => {
  part("are listed by pasting, and get their forms in one press", async () => {
    const { page } = desk;
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
    const { page } = desk;
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
    await showSheet(desk.page, "Đơn vị");
    await panel.says("4 đơn vị, 4 phiếu đã nhận.");
    await panel.press("Xếp hạng");
    await panel.says("Đã xếp hạng.");
    await eventually(async () => expect(await standings()).toEqual({
      HT: [15.08, 75.4, "Dẫn dắt", 1], DS: [15.08, 75.4, "Dẫn dắt", 1], QT: [13.5, 67.5, "Nâng cao", 3],
      NT: [20, 100, "Dẫn dắt", "KK"],
    }));
  });

  part("are ranked anew by formulas alone when a score changes", async () => {
    const { page } = desk;
    await pasteInto(page, "F10", "Có", "Phiếu QT");
    await eventually(async () => expect(await standings()).toEqual({
      HT: [15.08, 75.4, "Dẫn dắt", 2], DS: [15.08, 75.4, "Dẫn dắt", 2], QT: [15.5, 77.5, "Dẫn dắt", 1],
      NT: [20, 100, "Dẫn dắt", "KK"],
    }));
    await panel.total("15,50", "20", "77,5 %", "Dẫn dắt", "Hạng 1/3");
  });
});

/** Points, percent, band and rank of each unit of sheet `Xếp hạng`, by its heads. */
async function standings(): Promise<Record<string, unknown>> {
  const heads = ["Mã đơn vị", "Điểm", "Tỷ lệ (%)", "Xếp loại", "Hạng"];
  return desk.page.evaluate(async (wanted) => {
    const { grid } = globalThis.scorebook!;
    await grid.settled();
    const { cells } = grid.save().sheets.find(({ name }) => name === "Xếp hạng")!;
    const at = cells.findIndex((cut) => wanted.every((head) => cut?.some((cell) => cell?.v === head)));
    const columns = wanted.map((head) => cells[at]!.findIndex((cell) => cell?.v === head));
    const rows = cells.slice(at + 1, at + 5).map((cut) => columns.map((column) => cut?.[column]?.v ?? null));
    return Object.fromEntries(rows.map(([code, ...values]) => [String(code), values]));
  }, heads);
}

part("the panel speaks English and back; the form keeps the language it was built in", async () => {
  const { page } = desk;
  await panel.choose("English");
  await panel.total("15.50", "20", "77.5%", "Rank 1 of 3");
  await panel.says("By group", "The form is complete. Print, sign and send it.");
  expect(await page.locator("html").getAttribute("lang")).toBe("en");
  await goTo(page, "F12", "Phiếu");
  await panel.total("15.08", "20", "75.4%", "Self score 14.33");
  await panel.says("Why does 2 earn 2.00?", "Reason: Theo biên bản họp");
  expect(await form("I11")).toBe("Đủ");
  await page.locator(".bar select").selectOption("vi");
  await panel.total("15,08", "20", "75,4 %", "Tự chấm 14,33");
});

part("the saved file holds the same totals, bands, ranks and statuses in LibreOffice and Gnumeric", async () => {
  saved = await saveWorkbook(desk.page);
  const file = { name: "story", bytes: saved.bytes };
  const ours = readValues(saved.bytes);
  const own = valuesOf(saved.workbook, "Phiếu");
  expect(["H33", "N33", "N34", "N35", "I11", "I33"].map(own)).toEqual([14.33, 15.08, 75.4, "Dẫn dắt", "Đủ", "Đã điền đủ"]);
  let compared = 0;
  const engines = await Promise.all([recalculate("libreoffice", [file]), recalculate("gnumeric", [file])]);
  for (const sheets of engines.map((engine) => engine.get("story")!)) {
    for (const { name, cells } of saved.workbook.sheets) {
      cells.forEach((cut, row) => cut?.forEach((cell, column) => {
        if (cell?.f === undefined) return;
        const theirs = sheets[name]?.[row]?.[column] ?? "";
        const mine = ours[name]![row]![column] ?? "";
        compared += 1;
        if (digits15(theirs) !== digits15(mine)) {
          const at = `${name}!${cellName(row, column)} =${cell.f}`;
          throw new Error(`${at} is ${JSON.stringify(theirs)}, not ${JSON.stringify(mine)}`);
        }
      }));
    }
  }
  expect(compared).toBeGreaterThan(1500);
});

part("opened again, the file is where it was left", async () => {
  const { page } = desk;
  await openBytes(page, saved.bytes, "phiếu của tôi.xlsx");
  await goTo(page, "F12", "Phiếu");
  await panel.total("15,08", "20", "75,4 %", "Dẫn dắt", "Tự chấm 14,33", "Hạng 2/3");
  await panel.says("Đã điền 8/8 tiêu chí", "Phiếu đã đủ. In, ký và gửi.");
  expect(await cellText(page, "F12")).toBe("3,5");
  await pasteInto(page, "F13", "3,5", "Phiếu");
  await holds("Phiếu", { H11: 2, N11: 2 });
  await panel.total("15,08", "20", "Tự chấm 15,33");
});
