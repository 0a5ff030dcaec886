import { gzipSync } from "node:zlib";
import { mkdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Browser, Page } from "playwright-core";
import { chromium } from "playwright-core";
import CssPlugin from "mini-css-extract-plugin";
import webpack from "webpack";
import type { Stage } from "./kit/panel-stage";
import { form, snapshot, states } from "./kit/panel-states";

declare const stage: Stage;
declare const axe: {
  run(options: object): Promise<{ violations: { id: string; help: string; nodes: { html: string; failureSummary: string }[] }[] }>;
};

const out = join(__dirname, "..", ".cache", "panel-stage");
const width = 300;

/** Scripts and style sheets of an entry; `alone` leaves out what stands in the core, outside the panel. */
function bundle(name: string, entry: string, alone: boolean): Promise<void> {
  const panel = join(__dirname, "..", "core", "panel");
  const compiler = webpack({
    mode: "production",
    target: ["web", "es2020"],
    entry: { [name]: entry },
    output: { path: out, filename: "[name].js", ...(alone ? { library: { type: "commonjs2" } } : {}) },
    resolve: { extensions: [".tsx", ".ts", ".mjs", ".js"] },
    performance: false,
    externals: !alone
      ? []
      : ({ context = "", request = "" }, done) => {
          const outside = request.startsWith(".") && !resolve(context, request).startsWith(panel);
          if (outside) done(undefined, `commonjs2 ${request}`);
          else done();
        },
    module: {
      rules: [
        {
          test: /\.tsx?$/,
          use: {
            loader: "swc-loader",
            options: {
              jsc: {
                target: "es2020",
                parser: { syntax: "typescript", tsx: true },
                transform: { react: { runtime: "automatic", importSource: "preact" } },
              },
            },
          },
        },
        { test: /\.css$/, use: [CssPlugin.loader, "css-loader"] },
      ],
    },
    plugins: [new CssPlugin()],
  })!;
  return new Promise((done, failed) => {
    compiler.run((error, stats) => {
      compiler.close(() => {
        if (error) failed(error);
        else if (stats?.hasErrors() === true) failed(new Error(stats.toString("errors-only")));
        else done();
      });
    });
  });
}

let browser: Browser;
let page: Page;
let zoomed: Page;
let large: Page;
let contrast: Page;

beforeAll(async () => {
  await bundle("stage", join(__dirname, "kit", "panel-stage.tsx"), false);
  browser = await chromium.launch({
    executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
      "--disable-component-update", "--disable-sync"],
  });
  page = await opened();
  zoomed = await opened({ viewport: { width: width / 2, height: 450 }, deviceScaleFactor: 2 });
  large = await opened();
  await large.addStyleTag({ content: "html { font-size: 200% }" });
  contrast = await opened({ forcedColors: "active" });
}, 180_000);

afterAll(() => browser?.close());

async function opened(options: Parameters<Browser["newPage"]>[0] = {}): Promise<Page> {
  const fresh = await browser.newPage({ viewport: { width, height: 900 }, reducedMotion: "reduce", ...options });
  await fresh.setContent(
    `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Scorebook</title>` +
    `<style>html, body { height: 100%; margin: 0 }</style></head><body><div id="panel" style="min-height: 100%"></div></body></html>`,
  );
  await fresh.addStyleTag({ content: readFileSync(join(out, "stage.css"), "utf8") });
  await fresh.addScriptTag({ content: readFileSync(join(out, "stage.js"), "utf8") });
  return fresh;
}

const names = Object.keys(states);
const shots = process.env["PANEL_SHOTS"];

async function shot(on: Page, name: string): Promise<void> {
  if (shots === undefined) return;
  mkdirSync(shots, { recursive: true });
  await on.screenshot({ path: join(shots, `panel-${name}.png`), fullPage: true });
}

const show = (on: Page, name: string, language: "vi" | "en" = "vi", theme: "light" | "dark" = "light") =>
  on.evaluate(([of, said, dressed]) => stage.show(of, said, dressed), [name, language, theme] as const);

/** What sticks out to the right of the panel. */
const tooWide = (on: Page): Promise<string[]> =>
  on.evaluate(() => {
    const most = document.documentElement.clientWidth;
    const over = Array.from(document.querySelectorAll(".sb-panel *")).filter((one) =>
      one.getBoundingClientRect().right > most + 0.5 && getComputedStyle(one).position !== "absolute");
    const scrolls = document.documentElement.scrollWidth > most ? ["the page scrolls sideways"] : [];
    return [...scrolls, ...over.map((one) => `${one.className} ${one.textContent?.slice(0, 40)}`)];
  });

async function axeFaults(on: Page): Promise<string[]> {
  if (!(await on.evaluate(() => "axe" in globalThis))) await on.addScriptTag({ content: readFileSync(require.resolve("axe-core/axe.min.js"), "utf8") });
  const { violations } = await on.evaluate(() => axe.run({ resultTypes: ["violations"] }));
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`));
}

describe.each(names)("%s", (name) => {
  test.each([["vi", "light"], ["en", "dark"]] as const)("in %s, %s: no fault that axe finds, nothing too wide", async (language, theme) => {
    await show(page, name, language, theme);
    await shot(page, `${name}-${language}-${theme}`);
    expect(await axeFaults(page)).toEqual([]);
    expect(await tooWide(page)).toEqual([]);
  });

  test("at 200 % zoom and with text twice as large nothing sticks out", async () => {
    await show(zoomed, name);
    await shot(zoomed, `${name}-zoom`);
    expect(await tooWide(zoomed)).toEqual([]);
    await show(large, name);
    await shot(large, `${name}-text`);
    expect(await tooWide(large)).toEqual([]);
  });

  test("in high contrast nothing is lost that was shown", async () => {
    await show(contrast, name);
    await shot(contrast, `${name}-contrast`);
    expect(await tooWide(contrast)).toEqual([]);
    const shown = (on: Page) => on.evaluate(() => document.body.innerText);
    await show(page, name);
    expect(await shown(contrast)).toBe(await shown(page));
  });
});

describe("the keyboard", () => {
  const effects = () => page.evaluate(() => stage.effects);
  const focused = () => page.evaluate(() => (document.activeElement?.textContent ?? "").trim());
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };

  test("goes through the first screen in its order, and presses go to the cells", async () => {
    await show(page, "form");
    const walked: string[] = [];
    for (let at = 0; at < 6; at += 1) {
      await press("Tab");
      walked.push(await focused());
    }
    expect(walked[1]).toBe("Đến ô tiếp theo");
    expect(walked[2]).toMatch(/^Sai giá trị/);
    expect(walked[3]).toMatch(/^1\.3 · E18/);
    expect(walked[4]).toBe("Sửa giúp");
    await press("Shift+Tab", "Shift+Tab", "Shift+Tab", "Shift+Tab", "Enter");
    expect(await effects()).toContainEqual({ do: "show", at: { sheet: "Phiếu", row: 15, column: 4 } });
    // Pressed again without an edit, it goes on to the cell after.
    await press("Enter");
    expect(await effects()).toContainEqual({ do: "show", at: { sheet: "Phiếu", row: 17, column: 4 } });
  });

  test("opens the menu, moves in it with arrows, leaves it with Escape, and changes the language", async () => {
    await show(page, "form");
    await press("Tab", "Enter");
    expect(await focused()).toBe("Đọc bảng tiêu chí");
    await press("ArrowUp");
    expect(await focused()).toBe("English");
    await press("Escape");
    expect(await page.locator("[role=menu]").count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-haspopup"))).toBe("menu");
    await press("ArrowDown", "End", "Enter");
    expect(await effects()).toContainEqual({ do: "language", language: "en" });
    expect(await page.locator(".sb-next").innerText()).toContain("Go to the next cell");
  });

  test("filters, ticks and confirms a reading", async () => {
    await show(page, "check-43");
    const all = page.getByRole("checkbox", { name: /Đồng ý cả 18/ });
    await all.focus();
    await press("Space");
    expect(await page.getByText("Đã đồng ý 18/18").count()).toBe(1);
    await page.getByRole("radio", { name: /Tất cả/ }).focus();
    await press("ArrowRight", "ArrowRight", "ArrowRight");
    expect(await page.locator(".sb-check-row").count()).toBe(3);
    await page.getByRole("button", { name: "Lập trang Bộ chỉ số" }).focus();
    await press("Enter");
    expect((await effects()).map((effect) => effect.do)).toEqual(["read"]);
  });

  test("types in the rule editor without losing its place, and closes it with Escape", async () => {
    await show(page, "refine");
    const threshold = page.getByLabel("Ngưỡng đạt điểm tối đa (%)");
    await threshold.fill("");
    await threshold.pressSequentially("80,5");
    await press("ArrowLeft", "7");
    expect(await threshold.inputValue()).toBe("80,75");
    expect((await effects()).pop()).toMatchObject({ do: "refine", criterion: "c5", draft: { threshold: "80,75" } });
    await press("Escape");
    expect(await page.locator(".sb-total").count()).toBe(1);
    expect(await focused()).toMatch(/^Phường Hạc Thành/);
  });

  test("keeps its place where a problem went away under it", async () => {
    await show(page, "form");
    await page.getByRole("button", { name: "Sửa giúp" }).focus();
    await page.evaluate(([status, read]) => {
      stage.tell({ is: "read", token: 5, snapshot: read });
      const last = stage.effects.find((effect) => effect.do === "look");
      if (last?.do === "look") stage.tell({ is: "looked", snapshot: last.snapshot, status });
    }, [{ ...form, findings: form.findings.filter(({ todo }) => todo === "blank") }, snapshot] as const);
    expect(await page.getByRole("button", { name: "Sửa giúp" }).count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.closest(".sb-section") !== null)).toBe(true);
  });
});

test("a thousand criteria: a page of rows at a time", async () => {
  await show(page, "check-500");
  expect(await page.locator(".sb-rows-list > li").count()).toBe(40);
  await page.getByRole("button", { name: "Xem thêm 40 dòng" }).click();
  expect(await page.locator(".sb-rows-list > li").count()).toBe(80);
});

test("people's text is shown as it stands and never becomes markup", async () => {
  await show(page, "markup");
  expect(await page.locator(".sb-panel img, .sb-panel b").count()).toBe(0);
  expect(await page.title()).toBe("Scorebook");
  expect(await page.locator("h1").innerText()).toContain("<img src=x onerror=document.title='run'><b>chữ</b> &amp; =1+1");
});

test("the dark and the light of the browser are followed where the host sets none", async () => {
  const ground = async (theme: string | null, colorScheme: "light" | "dark") => {
    await page.emulateMedia({ colorScheme });
    return page.evaluate((of) => {
      const root = document.getElementById("panel")!;
      if (of === null) delete root.dataset["theme"];
      else root.dataset["theme"] = of;
      return getComputedStyle(root).backgroundColor;
    }, theme);
  };
  await show(page, "form");
  const [white, dark] = ["rgb(255, 255, 255)", "rgb(41, 41, 41)"];
  expect([await ground(null, "dark"), await ground("light", "dark")]).toEqual([dark, white]);
  expect([await ground(null, "light"), await ground("dark", "light")]).toEqual([white, dark]);
});

test("the total glides, and ends on the exact text", async () => {
  const moving = await opened({ reducedMotion: "no-preference" });
  await show(moving, "form");
  const seen = await moving.evaluate(async (status) => {
    const points = document.querySelector(".sb-points")!;
    const texts = new Set<string | null>();
    new MutationObserver(() => texts.add(points.textContent)).observe(points, { characterData: true, subtree: true, childList: true });
    stage.tell({ is: "edited" });
    const last = stage.effects.find((effect) => effect.do === "read");
    stage.tell({ is: "read", token: last?.do === "read" ? last.token : 0, snapshot: stage.snapshot });
    const look = stage.effects.find((effect) => effect.do === "look");
    if (look?.do === "look") stage.tell({ is: "looked", snapshot: look.snapshot, status });
    await new Promise((done) => setTimeout(done, 600));
    return [...texts];
  }, { ...form, totals: { ...form.totals!, points: "80.5" } });
  expect(seen.length).toBeGreaterThan(2);
  expect(seen.pop()).toBe("80,50");
  await moving.close();
});

test("the total is said once typing pauses", async () => {
  await show(page, "form");
  await page.waitForFunction(() => document.querySelector(".sb-total [role=status]")?.textContent !== "");
  expect(await page.locator(".sb-total [role=status]").textContent()).toBe(
    "Tổng điểm 71,25 trên 100, 71,25 %, Xếp loại Nâng cao",
  );
});

test("the panel is small: its own code, Preact and the style sheet, without words and core", async () => {
  await bundle("panel", join(__dirname, "..", "core", "panel", "mount.tsx"), true);
  const bytes = ["panel.js", "stage.css"].map((file) => gzipSync(readFileSync(join(out, file))).length);
  expect(bytes[0]! + bytes[1]!).toBeLessThan(30_000);
});
