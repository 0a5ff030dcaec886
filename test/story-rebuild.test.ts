import { type Desk, goTo, openDesk, pasteInto, saveWorkbook, typeInto } from "./kit/browser";
import { Desk as Workplace } from "./kit/desk";
import { recalculate } from "./kit/engines";
import { annex, PanelView, parts, tabbed, valuesOf } from "./kit/story";
import "./kit/words";

jest.setTimeout(120000);

/** The form of the story as it was filled in: 2 + 1 + 1, 3.25 + 1.25 + 3.4, 0.5 given by hand and 1.43. */
function filled(): Workplace {
  const place = new Workplace();
  const cell = (text: string): string | number | null => (text === "" ? null : /^\d+$/.test(text) ? Number(text) : text);
  place.paste("Phụ lục", annex.map((row) => row.map(cell)));
  place.confirm();
  place.build({ code: "", name: "Phường Hạc Thành" });
  const answers: readonly (readonly [string, string, string | number])[] = [
    ["1", "x", "Có"], ["2", "a", 3.5], ["2", "b", 7], ["3", "p", "Có"], ["3", "n", 20], ["4", "a", 650], ["4", "b", 1000],
    ["5", "1.x", "Đúng hạn"], ["5", "2.x", "Trễ hạn"], ["5", "3.x", "Không thực hiện"], ["5", "4.x", "Đúng hạn"],
    ["6", "r", 0.85], ["7", "points", 0.5], ["8", "n", 5],
  ];
  for (const [code, input, value] of answers) place.enter(place.cell(code, { input }), value);
  place.enter(place.cell("4", "reviewed"), 3);
  place.enter(place.cell("4", "reason"), "Hồ sơ trùng");
  return place;
}

const part = parts();

let desk: Desk;
let panel: PanelView;
beforeAll(async () => {
  desk = await openDesk({ workbook: filled().workbook });
  desk.page.setDefaultTimeout(15000);
  panel = new PanelView(desk.page);
});
afterAll(async () => {
  await desk?.close();
});

part("an edited rubric is built again around the answers: kept, moved, new and parked are said first", async () => {
  const { page } = desk;
  await goTo(page, "F10", "Phiếu");
  await panel.total("13,58", "20", "67,9 %", "Tự chấm 13,83");

  await typeInto(page, "C6", "Người đứng đầu làm Trưởng Ban Chỉ đạo", "Bộ chỉ số");
  // The rows from 12 on, as they were put in order elsewhere: 6 went, another 6 came, 8 stands before 7.
  const { sheets } = await page.evaluate(() => globalThis.scorebook!.grid.save());
  const { cells } = sheets.find(({ name }) => name === "Bộ chỉ số")!;
  const [gone, group, seventh, eighth] = cells.slice(11).map((cut) => (cut ?? []).map((cell) => String(cell?.v ?? "")));
  const rule = "a = số cán bộ dùng chữ ký số; b = tổng số cán bộ.\nTỷ lệ = a/b. Điểm = Tỷ lệ*Điểm tối đa.";
  const added = ["", "6", "Tỷ lệ cán bộ dùng chữ ký số", "4", rule];
  await pasteInto(page, "A12", tabbed([[...added, ...gone!.slice(5)], group!, eighth!, seventh!]), "Bộ chỉ số");
  await typeInto(page, "B14", "7");
  await typeInto(page, "B15", "8");
  await panel.says("Bộ chỉ số đã được sửa sau khi lập phiếu.");

  await goTo(page, "F10", "Phiếu");
  await panel.choose("Lập lại phiếu");
  await panel.press("Lập phiếu");
  // 14 answers, 2 of a review, without the one of the deleted criterion
  await panel.says(
    "Trước khi lập lại", "15 câu trả lời được giữ lại.", "2 tiêu chí đổi mã, câu trả lời đi theo", "1 tiêu chí mới",
    "1 câu trả lời được cất đi",
  );
  for (const list of await panel.root.locator("details summary").all()) await list.click();
  await panel.says(
    "8 Tổ chức triển khai kế hoạch phát triển kinh tế số Phường Hạc Thành · từ 7 sang 8",
    "7 Tuyên truyền, hướng dẫn người dân dùng dịch vụ số Phường Hạc Thành · từ 8 sang 7",
    "6 Tỷ lệ cán bộ dùng chữ ký số", "6 Tỷ lệ hồ sơ có kết quả giải quyết bản điện tử",
    "Câu trả lời được cất trong tệp này, không mất.",
  );
  await panel.press("Lập lại phiếu");
  await panel.says("Đã lập phiếu", "1 phiếu; 7 tiêu chí tự tính điểm, 1 tiêu chí chấm trực tiếp.");
  await panel.press("Đến phiếu");
  // Without the 3.4 of the criterion that went
  await panel.total("10,18", "20", "50,9 %", "Tự chấm 10,43");
  await panel.says("Đã điền 7/8 tiêu chí", "Còn 2 ô trống.");
  expect(desk.faults).toEqual([]);
});

part("every answer stands with its criterion in the saved file, and LibreOffice scores it so", async () => {
  const { bytes, workbook } = await saveWorkbook(desk.page);
  const form = valuesOf(workbook, "Phiếu");
  const shown = (row: number): unknown[] => ["B", "C", "F", "H", "N"].map((column) => form(`${column}${row}`));
  expect(shown(9)).toEqual(["1", "Người đứng đầu làm Trưởng Ban Chỉ đạo", null, 2, 2]);
  expect([12, 13].map((row) => form(`F${row}`))).toEqual([3.5, 7]);
  expect(["F19", "F20", "H18", "L18", "M18", "N18"].map(form)).toEqual([650, 1000, 3.25, 3, "Hồ sơ trùng", 3]);
  expect(shown(26).slice(0, 4)).toEqual(["6", "Tỷ lệ cán bộ dùng chữ ký số", null, ""]);
  expect(shown(30)).toEqual(["7", "Tuyên truyền, hướng dẫn người dân dùng dịch vụ số", null, 1.43, 1.43]);
  expect([form("F31"), form("F33")]).toEqual([5, 0.5]);
  expect(JSON.stringify(workbook.sheets.find(({ name }) => name === "Nhật ký")!.cells)).toContain("0.85");
  const sheets = (await recalculate("libreoffice", [{ name: "rebuilt", bytes }])).get("rebuilt")!["Phiếu"]!;
  expect([sheets[33]![7], sheets[33]![13], sheets[34]![13]]).toEqual([10.43, 10.18, 50.9]);
});

part("a criterion that returns gets its parked answer back, to the same question", async () => {
  const { page } = desk;
  const name = "Tỷ lệ hồ sơ có kết quả giải quyết bản điện tử";
  await pasteInto(page, "C12", name, "Bộ chỉ số");
  await pasteInto(page, "E12", `r = ${name}; Tỷ lệ = r; Đạt 100%: điểm tối đa; Dưới 100%: Tỷ lệ × điểm tối đa.`);
  await panel.says("Bộ chỉ số đã được sửa sau khi lập phiếu.");
  await goTo(page, "F10", "Phiếu");
  await panel.choose("Lập lại phiếu");
  await panel.press("Lập phiếu");
  await panel.says("Trước khi lập lại", "15 câu trả lời được giữ lại.");
  await panel.press("Lập lại phiếu");
  await panel.press("Đến phiếu");
  await panel.total("13,58", "20", "67,9 %");
  expect(desk.faults).toEqual([]);
});
