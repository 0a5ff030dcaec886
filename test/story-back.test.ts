import { type Desk, goTo, openDesk, saveWorkbook, typeInto } from "./kit/browser";
import { Desk as Workplace } from "./kit/desk";
import { annex, eventually, PanelView, parts, valuesOf } from "./kit/story";

jest.setTimeout(120000);

function confirmed(): Workplace {
  const place = new Workplace();
  const cell = (text: string): string | number | null => (text === "" ? null : /^\d+$/.test(text) ? Number(text) : text);
  place.paste("Phụ lục", annex.map((row) => row.map(cell)));
  place.confirm();
  return place;
}

const part = parts();

let desk: Desk;
let panel: PanelView;
beforeAll(async () => {
  desk = await openDesk({ workbook: confirmed().workbook });
  desk.page.setDefaultTimeout(15000);
  panel = new PanelView(desk.page);
});
afterAll(async () => {
  await desk?.close();
});

const names = (): Promise<string[]> =>
  desk.page.evaluate(() => globalThis.scorebook!.grid.save().sheets.filter(({ state }) => state === "visible").map(({ name }) => name));

part("a form is built, answered, and built again after its rubric was edited", async () => {
  const { page } = desk;
  await panel.press("Lập phiếu");
  await panel.root.getByLabel("Tên đơn vị").fill("Phường Hạc Thành");
  await panel.press("Lập phiếu");
  await panel.says("Đã lập phiếu");
  await panel.press("Đến phiếu");
  await typeInto(page, "F10", "Có");
  await panel.total("2,00", "20");
  await typeInto(page, "D6", "3", "Bộ chỉ số");
  await panel.says("Bộ chỉ số đã được sửa sau khi lập phiếu.");
  await goTo(page, "F10", "Phiếu");
  await panel.choose("Lập lại phiếu");
  await panel.press("Lập phiếu");
  await panel.says("Trước khi lập lại");
  await panel.press("Lập lại phiếu");
  await panel.says("Đã lập phiếu", "Hoàn tác");
  await panel.press("Đến phiếu");
  await panel.total("3,00", "21");
});

part("from the keyboard that is taken back: the form is as before, with what was answered since", async () => {
  const { page } = desk;
  await typeInto(page, "F12", "3,5");
  await typeInto(page, "F13", "7");
  await panel.total("4,00", "21");
  await panel.button("Mở danh mục lệnh").focus();
  await page.keyboard.press("Enter");
  const item = panel.root.locator("[role^=menuitem]", { hasText: /^Hoàn tác: lập lại phiếu \(\d\d:\d\d \d\d\/\d\d\/\d{4}\)$/ });
  for (let presses = 0; !(await item.evaluate((each) => each === document.activeElement)); presses += 1) {
    expect(presses).toBeLessThan(20);
    await page.keyboard.press("ArrowDown");
  }
  await page.keyboard.press("Enter");
  await panel.says("Đã hoàn tác. Câu trả lời được giữ nguyên.", "Bộ chỉ số đã được sửa sau khi lập phiếu.");
  const { workbook } = await saveWorkbook(page);
  const [form, rubric] = [valuesOf(workbook, "Phiếu"), valuesOf(workbook, "Bộ chỉ số")];
  expect(["E9", "F10", "H9", "F12", "F13", "H11"].map(form)).toEqual([2, "Có", 2, 3.5, 7, 1]);
  expect(rubric("D6")).toBe(3);
  expect(JSON.stringify(workbook.sheets.find(({ name }) => name === "Nhật ký")!.cells)).toContain("Lập lại phiếu");
  await panel.press("Mở danh mục lệnh");
  expect(await panel.root.locator("[role^=menuitem]", { hasText: "Hoàn tác" }).count()).toBe(0);
  await page.keyboard.press("Escape");
});

part("what was just done is taken back beside the words that say so", async () => {
  await panel.choose("Lập danh sách đơn vị");
  await panel.says("Đã lập trang “Đơn vị”.");
  expect(await names()).toContain("Đơn vị");
  await panel.press("Hoàn tác");
  await panel.says("Đã hoàn tác.");
  await eventually(async () => expect(await names()).toEqual(["Phụ lục", "Bộ chỉ số", "Phiếu", "Nhật ký"]));
  await panel.saysNo("Hoàn tác:");
  expect(desk.faults).toEqual([]);
});
