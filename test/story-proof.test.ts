import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";
import { parseCellName } from "../core/sheet/address";
import { type Desk, openDesk, openWorkbook } from "./kit/browser";
import { evaluated } from "./kit/evaluated";
import { rankedDesk } from "./kit/ranked-desk";
import { eventually, PanelView, parts, picture } from "./kit/story";
import "./kit/words";

jest.setTimeout(180000);

const part = parts();
const axe = readFileSync(join(__dirname, "../node_modules/axe-core/axe.min.js"), "utf8");

async function wrongs(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(
    () => (globalThis as unknown as { axe: { run(of: object): Promise<AxeResults> } }).axe.run({ exclude: [[".grid"]] }),
  );
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

let desk: Desk;
let panel: PanelView;
beforeAll(async () => {
  desk = await openDesk();
  desk.page.setDefaultTimeout(30000);
  panel = new PanelView(desk.page);
  await desk.page.emulateMedia({ reducedMotion: "reduce" });
});
afterAll(async () => {
  await desk?.close();
});
afterEach(async () => {
  await picture(desk.page, "proof");
  expect(desk.faults).toEqual([]);
});

part("one press proves every score, and says so in one sentence", async () => {
  await openWorkbook(desk.page, rankedDesk().workbook);
  await panel.choose("Kiểm chứng điểm");
  await panel.says("165 ô, 0 sai khác", "tính lại từ câu trả lời của 3 phiếu", "3 chỗ nhập điểm trực tiếp");
  await panel.saysNo("Kiểm tra và sửa");
  expect(await wrongs(desk.page)).toEqual([]);
});

part("points typed over a formula are named, with what they change; a press leads to them", async () => {
  const plan = rankedDesk();
  const { row, column } = parseCellName("H9")!;
  plan.enter({ sheet: "Phiếu X02", row, column }, 10);
  await openWorkbook(desk.page, evaluated(plan.workbook), "sửa.xlsx");
  await panel.choose("Kiểm chứng điểm");
  await panel.says(
    "165 ô, 21 sai khác", "Phiếu X02: Xã Bình", "Tổng 15,00 → 10,00; hạng 1 → 2.", "1.1 · H9", "Đang ghi 10,00; đúng là 5,00 (-5,00 điểm).",
    "20 ô khác sai theo", "bấm “Kiểm tra và sửa”",
  );
  expect(await wrongs(desk.page)).toEqual([]);
  await panel.root.getByRole("button", { name: /Đang ghi 10,00/ }).click();
  await eventually(async () => expect(await desk.page.textContent(".standing b")).toMatch(/^H9:/));
  await panel.says("165 ô, 21 sai khác");
});

part("by keyboard, in English, on a narrow screen", async () => {
  const { page } = desk;
  await panel.choose("English");
  await panel.says("165 cells, 21 differences", "Total 15.00 → 10.00; rank 1 → 2.", "Shows 10.00; should be 5.00 (-5.00 points).");
  await page.keyboard.press("F6");
  await page.keyboard.press("Control+Enter");
  await panel.says("165 cells, 21 differences");
  await page.setViewportSize({ width: 300, height: 700 });
  await page.getByRole("button", { name: "Scoring" }).click();
  await panel.says("165 cells, 21 differences");
  await picture(page, "proof-narrow");
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(300);
  await page.setViewportSize({ width: 1400, height: 900 });
  await panel.root.locator("h2").first().focus();
  await page.keyboard.press("Escape");
  await panel.saysNo("165 cells");
});

part("what is said of privacy opens from the panel, holds together and keeps to itself", async () => {
  const { page } = desk;
  await panel.choose("About", "Open the menu");
  const [told] = await Promise.all([page.waitForEvent("popup"), panel.press("Privacy and licences")]);
  const faults: string[] = [];
  told.on("console", (message) => message.type() === "error" && faults.push(message.text()));
  await told.waitForLoadState();
  for (const [width, scheme] of [[300, "light"], [1400, "light"], [1400, "dark"]] as const) {
    await told.setViewportSize({ width, height: 900 });
    await told.emulateMedia({ colorScheme: scheme });
    expect(await told.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await picture(told, `privacy-${width}-${scheme}`);
  }
  // axe is put in by the test: the page itself lets no script run.
  const text = await told.innerText("main");
  for (const said of ["ReadWriteDocument", "spreadsheets.currentonly", "pane-welcome", "preact", "@univerjs/core"]) {
    expect(text).toContain(said);
  }
  expect(await told.getAttribute("meta[http-equiv=Content-Security-Policy]", "content")).toMatch(/^default-src 'none'; style-src 'self'/);
  expect(await told.locator("script, [style], [onclick]").count()).toBe(0);
  expect(await wrongs(told).catch((error: unknown) => [String(error)])).toEqual([]);
  const notices = await told.evaluate(() => document.querySelector("a[href='notices.txt']")?.getAttribute("href") ?? "");
  expect(notices).toBe("notices.txt");
  await told.close();
  expect(faults).toEqual([]);
});

part("the browser keeps what that page names, and no figure", async () => {
  const kept = await desk.page.evaluate(async () => ({
    local: Object.keys(localStorage), session: Object.keys(sessionStorage), cookie: document.cookie,
    databases: (await indexedDB.databases()).map(({ name }) => name),
  }));
  expect(kept).toEqual({ local: ["language"], session: [], cookie: "", databases: [] });
});
