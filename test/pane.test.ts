import type { Page } from "playwright-core";
import type { AxeResults } from "axe-core";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import webpack from "webpack";
import { openingBook } from "../excel-addin/page/opening";
import { isDark } from "../excel-addin/taskpane/office-theme";
import { builtFolder, builtPage } from "./kit/browser";
import { openPane, type Pane, type PaneOptions, themes } from "./kit/pane";
import { eventually } from "./kit/story";

jest.setTimeout(120000);

let pane: Pane | undefined;
beforeAll(() => {
  builtPage();
  builtFolder("stage");
}, 300000);
afterEach(async () => {
  await pane?.close();
  pane = undefined;
});

const open = async (options: PaneOptions = {}): Promise<Pane> => (pane = await openPane(options));
const seen = { "pane-welcome": "seen" };
const text = async (page: Page): Promise<string> => (await page.locator("#pane").innerText()).replace(/\s+/g, " ");
const says = (page: Page, ...parts: readonly string[]): Promise<void> =>
  eventually(async () => {
    const said = await text(page);
    for (const part of parts) expect(said).toContain(part);
  });
const press = (page: Page, name: string): Promise<void> => page.getByRole("button", { name, exact: true }).click();
const choose = async (page: Page, menu: string, item: string): Promise<void> => {
  await press(page, menu);
  await page.getByRole("menuitem", { name: item }).click();
};

const axe = readFileSync(join(__dirname, "../node_modules/axe-core/axe.min.js"), "utf8");
async function foundByAxe(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run());
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`));
}

test("comes up behind the real office.js: one first screen, then the workbook, nothing refused, nobody else asked", async () => {
  const { page, faults } = await open({ workbook: openingBook() });
  await says(page, "Scorebook giúp bạn chấm điểm", "Dán bảng tiêu chí", "Lập phiếu", "Xếp hạng");
  expect(await page.locator(".pane-note h1").evaluate((title) => title === document.activeElement)).toBe(true);
  expect(await foundByAxe(page)).toEqual([]);
  await press(page, "Bắt đầu");
  await says(page, "43 tiêu chí, 100 điểm:");
  expect(await page.locator(".pane-note").count()).toBe(0);
  expect(await foundByAxe(page)).toEqual([]);
  const paint = await page.evaluate(() => performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0);
  console.log(`task pane, first paint: ${Math.round(paint)} ms`);

  await page.reload();
  await says(page, "43 tiêu chí, 100 điểm:");
  expect(await text(page)).not.toContain("Scorebook giúp bạn chấm điểm");
  await choose(page, "Mở danh mục lệnh", "Hướng dẫn ngắn");
  await says(page, "Scorebook giúp bạn chấm điểm");
  await press(page, "Bắt đầu");
  await says(page, "43 tiêu chí, 100 điểm:");
  expect(faults).toEqual([]);
});

test.each([
  ["vi-VN", "vi-VN", "en-US", "vi"],
  ["en-US", "vi-VN", "en-US", "vi"],
  ["en-US", "en-US", "vi-VN", "vi"],
  ["en-US", "en-US", "en-US", "en"],
  ["fr-FR", "fr-FR", "fr-FR", "en"],
] as const)("Office in %s, its data in %s, a browser in %s: speaks %s", async (display, content, locale, language) => {
  const { page, faults } = await open({ facts: { display, content }, locale });
  await says(page, language === "vi" ? "Scorebook giúp bạn chấm điểm" : "Scorebook helps you score");
  expect(await page.locator("html").getAttribute("lang")).toBe(language);
  expect(faults).toEqual([]);
});

test("a language once chosen is spoken from then on, in the panel and on the first screen", async () => {
  const { page, faults } = await open();
  await press(page, "English");
  await says(page, "Scorebook helps you score");
  await press(page, "Begin");
  await says(page, "Paste the decision's criteria table");
  await page.reload();
  await says(page, "Paste the decision's criteria table");
  await press(page, "Open the menu");
  await page.getByRole("menuitemradio", { name: "Tiếng Việt" }).click();
  await says(page, "Dán bảng tiêu chí của quyết định vào trang tính");
  expect(await page.locator("html").getAttribute("lang")).toBe("vi");
  await page.reload();
  await says(page, "Dán bảng tiêu chí của quyết định vào trang tính");
  expect(faults).toEqual([]);
});

test.each([
  ["#ffffff", false], ["FFFFFF", false], ["#e6e6e6", false], ["#292929", true], ["#0A0A0A", true], ["#666666", true],
  ["#c8c8c8", false], ["white", null], ["", null], [undefined, null],
])("the colour %s of Office is dark: %s", (color, dark) => expect(isDark(color)).toBe(dark));

test("follows Office's theme, at once and when it changes", async () => {
  const { page, paint, faults } = await open({ facts: { theme: themes.dark }, remembered: seen });
  const ground = (): Promise<string> => page.locator(".sb-panel").first().evaluate((panel) => getComputedStyle(panel).backgroundColor);
  await says(page, "Dán bảng tiêu chí");
  expect(await ground()).toBe("rgb(41, 41, 41)");
  await paint(themes.light);
  await eventually(async () => {
    await page.evaluate(() => window.dispatchEvent(new Event("focus")));
    expect(await ground()).toBe("rgb(255, 255, 255)");
  });
  expect(faults).toEqual([]);
});

test("files are opened and saved on the page, which Excel opens in the person's browser", async () => {
  const { page, browsed, faults } = await open({ remembered: seen });
  await says(page, "Dán bảng tiêu chí");
  await choose(page, "Mở danh mục lệnh", "Mở hoặc lưu tệp");
  await says(page, "không nhận và không tải tệp xuống được", "Lưu sổ này trong Excel trước");
  expect(await foundByAxe(page)).toEqual([]);
  await press(page, "Mở trong trình duyệt");
  await eventually(() => expect(browsed).toEqual([new URL("./", page.url()).href]));
  await press(page, "Quay lại");
  await says(page, "Dán bảng tiêu chí của quyết định vào trang tính");
  expect(faults).toEqual([]);
});

test("an Excel that opens no browser leaves it to the view; where that opens nothing, the address is said", async () => {
  const { page, browsed } = await open({ facts: { sets: { ExcelApi: "1.14" } }, remembered: seen });
  await says(page, "Dán bảng tiêu chí");
  await choose(page, "Mở danh mục lệnh", "Mở hoặc lưu tệp");
  const [opened] = await Promise.all([page.context().waitForEvent("page"), press(page, "Mở trong trình duyệt")]);
  expect(opened.url()).toBe(new URL("./", page.url()).href);
  await opened.close();
  await page.evaluate(() => void (window.open = () => null));
  await press(page, "Mở trong trình duyệt");
  await says(page, `Chép địa chỉ này vào trình duyệt: ${new URL("./", page.url()).href}`);
  expect(browsed).toEqual([]);
});

describe("where it cannot run it says so, and what to do", () => {
  const finished = { vi: "điểm tự tính", en: "the points follow" };
  const rows: readonly (readonly [string, PaneOptions, readonly string[], readonly string[]])[] = [
    [
      "office.js answers 404", { office: "is missing" },
      ["Chưa nối được với Excel", "appsforoffice.microsoft.com", "Phiếu đã lập vẫn tự tính điểm", "Thử lại", "Mở trong trình duyệt"],
      ["Not connected to Excel yet", "appsforoffice.microsoft.com", "goes on scoring", "Try again", "Open in the browser"],
    ],
    [
      "outside of Excel", { facts: null },
      ["Trang này mở trong Excel", "Mở Scorebook", finished.vi, "Mở trong trình duyệt"],
      ["This page opens inside Excel", "Open Scorebook", finished.en, "Open in the browser"],
    ],
    [
      "in an Excel of ExcelApi 1.13", { facts: { sets: { ExcelApi: "1.13" } } },
      ["Bản Excel này chưa chạy được Scorebook", "Excel 2021", "Dùng phiếu đã lập như một tệp Excel bình thường", "Mở trong trình duyệt"],
      ["Scorebook does not run in this Excel yet", "Excel 2021", "Use the finished workbook", "Open in the browser"],
    ],
  ];
  test.each(rows)("%s", async (_where, options, vi, en) => {
    const { page } = await open(options);
    await says(page, ...vi);
    expect(await foundByAxe(page)).toEqual([]);
    expect(await page.evaluate(() => "scorebook" in globalThis)).toBe(false);
    await press(page, "English");
    await says(page, ...en);
  });

  test("an Excel that does not answer office.js: said after a while, and the network is not blamed", async () => {
    const { page } = await open({ office: "finds no Excel that answers", facts: null });
    await page.waitForFunction(() => "answerLate" in globalThis);
    await page.clock.fastForward(20000);
    await says(page, "Excel chưa trả lời", "đóng hẳn Excel rồi mở lại", "Thử lại");
    expect(await page.locator("body").innerText()).not.toContain("appsforoffice");
    await press(page, "English");
    await says(page, "Excel does not answer yet", "close Excel altogether");
  });

  test("office.js that does not come: said after a while, and the panel is there when it comes after all", async () => {
    const { page, answer } = await open({ office: "hangs", remembered: seen });
    await says(page, "Đang mở Scorebook…");
    await page.clock.fastForward(20000);
    await says(page, "Chưa nối được với Excel", "Trong lúc chờ, cứ nhập số liệu vào phiếu như thường.");
    await answer();
    await says(page, "Dán bảng tiêu chí của quyết định vào trang tính");
    expect(await page.locator(".pane-note").count()).toBe(0);
  });
});

describe("what is shipped", () => {
  const shipped = mkdtempSync(join(tmpdir(), "scorebook-shipped-"));
  let files: readonly string[];
  const read = (name: string): string => readFileSync(join(shipped, name), "utf8");

  beforeAll(async () => {
    const configs = jest.requireActual<(options: object) => webpack.Configuration[]>("../webpack.config.js")({ folder: shipped });
    await new Promise<void>((done, failed) =>
      webpack(configs).run((error, stats) => (error ?? stats?.hasErrors() ? failed(error ?? new Error(stats!.toString())) : done())));
    files = readdirSync(shipped).filter((name) => /\.(js|css|html)$/.test(name)).sort();
  }, 300000);
  afterAll(() => rmSync(shipped, { recursive: true }));

  test("is what is tried here, file by file, without the pages of development", () => {
    const development = /^(conformance|taskpane-double|help)/;
    const tried = builtPage();
    expect(files.filter((name) => development.test(name))).toEqual([]);
    expect(files.length).toBeGreaterThan(8);
    for (const name of files) expect([name, readFileSync(join(tried, name), "utf8") === read(name)]).toEqual([name, true]);
  });

  test("asks one address for office.js, under a policy without exceptions", () => {
    const html = read("taskpane.html");
    const policy = /http-equiv="?Content-Security-Policy"? content="([^"]*)"/.exec(html)![1]!;
    expect(policy.split("; ")).toEqual([
      "default-src 'none'", "script-src 'self' https://appsforoffice.microsoft.com", "connect-src https://appsforoffice.microsoft.com",
      "frame-src https://appsforoffice.microsoft.com", "style-src 'self'", "img-src 'self' data:", "base-uri 'none'", "form-action 'none'",
    ]);
    expect(html).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\s(style|on[a-z]+)=/);
    const scripts = [...html.matchAll(/<script[^>]*\ssrc="?([^"\s>]+)/g)].map(([, src]) => src!);
    expect(scripts).toEqual([expect.stringMatching(/^pane\.[0-9a-f]{8}\.js$/)]);
  });

  test("holds nothing of office.js or of the double; its bytes are printed", () => {
    for (const name of files) {
      expect([name, /ExcelDouble|SheetEngine|_RemoveReference|RichApi|OSF\.DDA|window\.external/.exec(read(name))?.[0]]).toEqual([name, undefined]);
    }
    const sizes = files.filter((name) => name.startsWith("pane."))
      .map((name) => [name.replace(/\.[0-9a-f]{8}/, ""), gzipSync(read(name), { level: 9 }).length]);
    console.log(`task pane, bytes gzipped: ${JSON.stringify(Object.fromEntries(sizes))}`);
  });
});
