import { presetSheet } from "../core/rubric/preset";
import { cellValue, type Desk, goTo, openDesk, pasteInto } from "./kit/browser";
import { eventually, PanelView, parts, picture, tabbed } from "./kit/story";
import "./kit/words";

jest.setTimeout(120000);

const part = parts();

let desk: Desk;
let panel: PanelView;
beforeAll(async () => {
  desk = await openDesk();
  desk.page.setDefaultTimeout(15000);
  panel = new PanelView(desk.page);
});
afterAll(async () => {
  await desk?.close();
});
afterEach(async () => {
  await picture(desk.page, "preset");
  expect(desk.faults).toEqual([]);
});

part("a newcomer's first presses build the form of the real set that the page opens with", async () => {
  await panel.press("Xem và xác nhận");
  await panel.says("43 tiêu chí · 8 nhóm · 100 điểm", "Có vấn đề", "Chưa đọc được 1", "Đọc được 42");
  await panel.press("Lập trang Bộ chỉ số");
  await panel.says("Bộ chỉ số đã sẵn sàng.");
  await panel.press("Lập phiếu");
  await panel.root.getByLabel("Tên đơn vị").fill("Phường Bến Thành");
  await panel.press("Lập phiếu");
  await panel.says("1 phiếu; 42 tiêu chí tự tính điểm, 1 tiêu chí chấm trực tiếp.");
  await panel.press("Đến phiếu");
  await panel.total("0,00", "100");
  await panel.says("Đã điền 0/43 tiêu chí");
  for (const [group, most] of [8, 10, 6, 10, 5, 45, 6, 10].entries()) await panel.says(`0 trên ${most} điểm ${group + 1}.`);
});

part("each press of the next step leads to the next cell that waits, and what is entered counts", async () => {
  const { page } = desk;
  await goTo(page, "F8");
  const seen: string[] = [];
  for (let presses = 0; presses < 5; presses++) {
    await panel.press("Đến ô tiếp theo");
    await eventually(async () => {
      const now = (await page.textContent(".standing b"))!;
      expect(now).toMatch(/^F\d+: trống$/);
      expect(seen).not.toContain(now);
      expect(await page.evaluate(() => document.activeElement?.closest(".panel-root") ?? null)).toBeNull();
    });
    const cell = (await page.textContent(".standing b"))!;
    seen.push(cell);
    const options = await page.locator(".standing select option").allInnerTexts();
    await page.keyboard.type(options.includes("Có") ? "Có" : presses % 2 === 1 ? "3" : "4");
    await page.keyboard.press("Enter");
    await eventually(async () => expect(await panel.text()).not.toContain(`· ${cell.split(":")[0]} `));
  }
  // 01: 2; 02 and 03: 3/4 × 2
  await panel.total("5,00", "100", "5 %");
  await panel.says("Đã điền 3/43 tiêu chí");
  expect(await cellValue(page, "Phiếu", "H8")).toBe(5);
  expect(seen.map((cell) => cell.split(":")[0])).toEqual(["F10", "F12", "F13", "F15", "F16"]);
});

part("the same annex pasted as text, its codes turned into numbers on the way, reads the same", async () => {
  const { page } = desk;
  const rows = presetSheet("hcm-xa-2026")!.values.map((row) => row.map((value) => String(value ?? "")));
  await page.getByRole("button", { name: "Mới" }).click();
  await panel.says("Dán bảng tiêu chí của quyết định vào trang tính");
  await pasteInto(page, "A1", tabbed(rows));
  await panel.says("43 tiêu chí, 100 điểm: 42 đọc được, 1 chấm trực tiếp.");
  await panel.press("Xem và xác nhận");
  await panel.says("43 tiêu chí · 8 nhóm · 100 điểm", "Chưa đọc được 1", "Đọc được 42");
});
