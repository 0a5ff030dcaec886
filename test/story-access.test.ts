import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { AxeResults } from "axe-core";
import { cellValue, type Desk, openDesk, openWorkbook, pasteInto, typeInto } from "./kit/browser";
import { Desk as Workplace } from "./kit/desk";
import { annex, eventually, PanelView, picture, tabbed } from "./kit/story";
import "./kit/words";

jest.setTimeout(120000);

const axe = readFileSync(join(__dirname, "../node_modules/axe-core/axe.min.js"), "utf8");

let desk: Desk;
let panel: PanelView;
beforeAll(async () => {
  desk = await openDesk();
  desk.page.setDefaultTimeout(15000);
  panel = new PanelView(desk.page);
  // Colours on their way from one screen to the next are nobody's contrast.
  await desk.page.emulateMedia({ reducedMotion: "reduce" });
  await desk.page.evaluate(axe);
});
afterAll(async () => {
  await desk?.close();
});
afterEach(() => expect(desk.faults).toEqual([]));

/** What axe finds wrong with the page around the grid's own part. */
async function wrongs(): Promise<string[]> {
  const { violations } = await desk.page.evaluate(
    () => (globalThis as unknown as { axe: { run(of: object): Promise<AxeResults> } }).axe.run({ exclude: [[".grid"]] }),
  );
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

const focused = (): Promise<string> =>
  desk.page.evaluate(() => {
    const on = document.activeElement as HTMLElement | null;
    const around = on?.closest("label") ?? document.querySelector<HTMLElement>(`label[for="${on?.id ?? ""}"]`);
    const label = around?.innerText;
    return (on?.getAttribute("aria-label") ?? label ?? on?.innerText ?? "").replace(/\s+/g, " ").trim();
  });

/** Presses Tab until the keyboard is on what is called so. */
async function tabTo(name: string, key = "Tab"): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    if ((await focused()).startsWith(name)) return;
    await desk.page.keyboard.press(key);
  }
  throw new Error(`Tab does not lead to ${name}`);
}

test("with the keyboard alone: paste, confirm, build, fill, save", async () => {
  const { page } = desk;
  const { keyboard } = page;
  await page.locator(".bar button").first().focus();
  await tabTo("Mới");
  await keyboard.press("Enter");
  await panel.says("Dán bảng tiêu chí của quyết định vào trang tính");
  await pasteInto(page, "A1", tabbed(annex));
  await panel.says("8 tiêu chí, 20 điểm:");
  await keyboard.press("F6");
  await tabTo("Xem và xác nhận");
  await keyboard.press("Enter");
  await eventually(async () => expect(await focused()).toBe("Kiểm tra bộ chỉ số"));
  await tabTo("Đồng ý cả 4 cách hiểu");
  await keyboard.press("Space");
  await panel.says("Đã đồng ý 4/4");
  await keyboard.press("Control+Enter");
  await panel.says("Bộ chỉ số đã sẵn sàng.");
  await tabTo("Lập phiếu");
  await keyboard.press("Enter");
  await tabTo("Tên đơn vị");
  await keyboard.type("Phường Hạc Thành");
  await keyboard.press("Enter");
  await panel.says("1 phiếu; 7 tiêu chí tự tính điểm");
  await tabTo("Đến phiếu");
  await keyboard.press("Enter");
  await eventually(async () => expect(await page.textContent(".standing b")).toBe("F10: trống"));
  await keyboard.press("Alt+ArrowDown");
  await keyboard.press("ArrowDown");
  await keyboard.press("Enter");
  await panel.total("2,00", "20");
  await keyboard.press("Escape");
  await keyboard.press("ArrowDown");
  await keyboard.press("ArrowDown");
  await eventually(async () => expect(await page.textContent(".standing b")).toBe("F12: trống"));
  await keyboard.type("3,5");
  await keyboard.press("Enter");
  await keyboard.type("7");
  await keyboard.press("Enter");
  await panel.total("3,00", "20");
  expect(await cellValue(page, "Phiếu", "H11")).toBe(1);
  await keyboard.press("F6");
  await tabTo("Đến ô tiếp theo");
  await keyboard.press("Enter");
  await eventually(async () => expect(await page.textContent(".standing b")).toBe("F15: trống"));
  const download = page.waitForEvent("download");
  await page.locator(".bar button").first().focus();
  await tabTo("Lưu tệp");
  await keyboard.press("Enter");
  expect((await download).suggestedFilename()).toBe("Phiếu tự đánh giá Phường Hạc Thành 2026.xlsx");
});

const states: readonly (readonly [string, () => Promise<void>])[] = [
  ["a form with gaps and a wrong figure", async () => {
    await typeInto(desk.page, "F16", "20", "Phiếu");
    await pasteInto(desk.page, "F19", "abc");
    await panel.says("“abc” là chữ");
  }],
  ["the table's check", async () => panel.choose("Đọc bảng tiêu chí")],
  ["the guided editor", async () => {
    await panel.root.locator("summary, .sb-is-unread").first().waitFor();
    await panel.root.getByRole("button", { name: "Chỉnh cách tính" }).first().click();
    await panel.says("Kiểu tính điểm");
  }],
  ["the settings", async () => {
    await desk.page.keyboard.press("Escape");
    await panel.choose("Thiết lập");
    await panel.root.getByLabel("Dùng bảng xếp loại của").selectOption({ index: 1 });
  }],
  ["what a rebuild would do", async () => {
    await desk.page.keyboard.press("Escape");
    await panel.choose("Lập lại phiếu");
    await panel.press("Lập phiếu");
    await panel.says("Trước khi lập lại");
  }],
  ["about", async () => {
    await desk.page.keyboard.press("Escape");
    await panel.choose("Giới thiệu và quyền riêng tư");
  }],
];

describe.each([1400, 450, 300])("%d px wide", (width) => {
  test("every screen is whole, and clean to axe", async () => {
    const { page } = desk;
    await page.setViewportSize({ width, height: 800 });
    if (width < 1400) await page.getByRole("button", { name: "Chấm điểm" }).click().catch(() => undefined);
    for (const [name, open] of states) {
      if (width < 1400 && name.startsWith("a form")) continue;
      await open();
      await picture(page, `access-${width}`);
      for (const colorScheme of ["dark", "light"] as const) {
        await page.emulateMedia({ colorScheme });
        expect({ name, colorScheme, wrong: await wrongs() }).toEqual({ name, colorScheme, wrong: [] });
      }
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect({ name, wide }).toEqual({ name, wide: width });
    }
    await page.keyboard.press("Escape");
  });
});

test("a narrow page shows the grid when a problem leads there, and the panel again at a press", async () => {
  const { page } = desk;
  await panel.root.getByText("“abc” là chữ").first().click();
  await eventually(async () => expect(await page.textContent(".standing b")).toBe("F19: abc"));
  expect(await page.locator(".sheet").isVisible()).toBe(true);
  expect(await panel.root.isVisible()).toBe(false);
  expect(await wrongs()).toEqual([]);
  await page.getByRole("button", { name: "Chấm điểm" }).click();
  expect(await panel.root.isVisible()).toBe(true);
});

test("the units' screens are clean too", async () => {
  const { page } = desk;
  await page.setViewportSize({ width: 1400, height: 900 });
  // The mouse lies where the grid's tools are now, whose tips stand outside the grid.
  await page.mouse.move(0, 0);
  const place = new Workplace();
  place.paste("Phụ lục", annex.map((row) => row.map((text) => (text === "" ? null : text))));
  place.confirm();
  place.build({ code: "A", name: "Xã A" }, { code: "B", name: "Xã B" });
  place.rank();
  await openWorkbook(page, place.workbook, "xếp hạng.xlsx");
  await panel.says("Phiếu đang xem");
  expect(await wrongs()).toEqual([]);
});
