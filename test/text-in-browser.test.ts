import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Frame, Locator, Page } from "playwright-core";
import { type Desk, builtPage, cellText, openDesk, pasteInto, typeInto } from "./kit/browser";
import { openPane, type Pane } from "./kit/pane";
import { bareFormula, probedDesk } from "./kit/probed";
import { eventually, PanelView } from "./kit/story";
import { openStage, type Stage } from "./sheets-stage";

jest.setTimeout(240000);

/** Every way of markup and script at once, and a formula. */
const text = "=4711+1<img src=x onerror=\"document.title='run'\">\"'><script>document.title='run'</script></script>" +
  "<svg onload=document.title='run'></textarea><a href=\"javascript:document.title='run'\">x</a><!--{{4711}}${4711}<?!=1?>&lt;b&gt;\u2028\u202e";
const { workbook } = probedDesk(text);
const shown = "=4711+1<img src=x onerror=";

/** What no text may have made: elements that the panel never has, attributes that run, scripts that were not there. */
const made = (root: Locator): Promise<string[]> =>
  root.evaluate((panel) => {
    const all = (of: ParentNode, selector: string): string[] => Array.from(of.querySelectorAll(selector)).map((element) => element.outerHTML.slice(0, 120));
    return [
      ...all(panel, "img, script, iframe, object, embed, style, link, base, meta, form:not(.sb-stack), video, audio, math, template"),
      ...all(document, "[onerror], [onload], [onclick], [onfocus], [srcdoc], [href^='javascript' i], [src='x']"),
      ...Array.from(document.scripts).flatMap(({ text }) => (text.includes("title='run'") ? [text.slice(0, 120)] : [])),
      ...(/run|4711/.test(document.title) ? [document.title] : []),
    ];
  });

/** Opens every screen that the panel's menu leads to; each shows people's text and is made of nothing else. */
async function walk(panel: PanelView, menu: string): Promise<Record<string, readonly string[]>> {
  const wrong: Record<string, readonly string[]> = {};
  const look = async (name: string): Promise<void> => {
    await panel.root.locator("*").first().waitFor();
    const found = await made(panel.root);
    if (found.length > 0) wrong[name] = found;
  };
  await panel.says(shown);
  await look("the first screen");
  await panel.press(menu);
  const commands = (await panel.root.locator("[role^=menuitem]").allInnerTexts()).map((command) => command.trim());
  await panel.page.keyboard.press("Escape");
  expect(commands.length).toBeGreaterThan(4);
  // Others leave the panel, or choose a language.
  for (const command of commands.filter((each) => !/hoàn tác|lưu|mở tệp|mở trên|in phiếu|in \(|tiếng việt|english|nhận|gửi|tải|trợ giúp|hướng dẫn/i.test(each))) {
    await panel.choose(command.split("\n")[0]!, menu);
    await panel.page.waitForTimeout(300);
    await look(command);
    for (const name of [/^Chỉnh cách tính/, /^Lập phiếu$/]) {
      const button = panel.root.getByRole("button", { name }).first();
      if (!(await button.isVisible().catch(() => false)) || !(await button.isEnabled())) continue;
      await button.click();
      await panel.page.waitForTimeout(300);
      await look(`${command}, ${String(name)}`);
      await panel.page.keyboard.press("Escape");
    }
    await panel.page.keyboard.press("Escape");
    await panel.page.keyboard.press("Escape");
  }
  return wrong;
}

/** What a page under its policy refuses of what hostile text would do. */
async function refusals(page: Page | Frame): Promise<readonly string[]> {
  return page.evaluate(() => new Promise<string[]>((done) => {
    const found = new Set<string>();
    document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) =>
      void found.add(`${effectiveDirective} ${blockedURI.replace(/^https:\/\/a4711\.invalid.*/, "elsewhere")}`));
    const script = document.createElement("script");
    script.textContent = "globalThis.ran = 1";
    document.body.append(script);
    const image = document.createElement("img");
    image.setAttribute("onerror", "globalThis.ran = 2");
    image.src = "https://a4711.invalid/x.png";
    document.body.append(image);
    const far = document.createElement("script");
    far.src = "https://a4711.invalid/x.js";
    document.body.append(far);
    // Outside of what a driver runs, where a policy holds.
    setTimeout(() => {
      for (const run of [() => (0, eval)("globalThis.ran = 3"), () => new Function("globalThis.ran = 4")() as unknown]) {
        try {
          run();
        } catch {
          found.add("thrown");
        }
      }
      void fetch("https://a4711.invalid/").catch(() => undefined);
    }, 0);
    setTimeout(() => {
      for (const each of [script, image, far]) each.remove();
      found.add(`ran ${String((globalThis as { ran?: number }).ran ?? "nothing")}`);
      done([...found].sort());
    }, 1000);
  }));
}
const refused = [
  "connect-src elsewhere", "img-src elsewhere", "ran nothing", "script-src eval", "script-src-attr inline", "script-src-elem elsewhere", "script-src-elem inline", "thrown",
];

describe("the page", () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk({ workbook });
  });
  afterAll(() => desk?.close());

  test("makes nothing of people's text on any screen", async () => {
    expect(await walk(new PanelView(desk.page), "Mở danh mục lệnh")).toEqual({});
  });

  test("shows every sheet, and makes nothing of what is typed and pasted into words, as text, table or name", async () => {
    const { page } = desk;
    const names = await page.evaluate(() => globalThis.scorebook!.grid.save().sheets.filter(({ state }) => state === "visible").map(({ name }) => name));
    for (const name of names) {
      await page.evaluate((sheet) => globalThis.scorebook!.host.show({ sheet, row: 5, column: 1 }), name);
      await page.evaluate(() => globalThis.scorebook!.grid.drawn());
      expect(await made(page.locator(".panel-root"))).toEqual([]);
    }
    await page.evaluate((sheet) => globalThis.scorebook!.host.show({ sheet, row: 30, column: 12 }), "Phụ lục");
    await pasteInto(page, "P30", `${text}\t${text}\n-5\t${text}`, "Phụ lục");
    expect(await cellText(page, "P31", "Phụ lục")).toBe("-5");
    expect(await cellText(page, "Q31", "Phụ lục")).toContain(shown);
    expect(desk.faults).toEqual([]);
    const html = `<table><tr><td>${text.replace("<!--", "")}</td><td>=4711+1</td><td onclick="document.title='run'">-7</td></tr></table>`;
    await page.evaluate((copied) => navigator.clipboard.write([new ClipboardItem({ "text/html": new Blob([copied], { type: "text/html" }), "text/plain": new Blob(["x"], { type: "text/plain" }) })]), html);
    await page.evaluate((sheet) => globalThis.scorebook!.host.show({ sheet, row: 39, column: 15 }), "Phụ lục");
    await page.keyboard.press("Control+v");
    await eventually(async () => expect(await cellText(page, "R40", "Phụ lục")).toBe("-7"));
    expect(await cellText(page, "Q40", "Phụ lục")).toBe("=4711+1");
    // Copied markup is read in a document where nothing runs; Chromium says so for each handler in it.
    expect(desk.faults.filter((fault) => !fault.startsWith("console: Executing inline event handler violates"))).toEqual([]);
    desk.faults.length = 0;
    await typeInto(page, "P50", "<img src=x onerror=document.title='run'>", "Phụ lục");
    expect(await cellText(page, "P50", "Phụ lục")).toBe("<img src=x onerror=document.title='run'>");
    expect(await made(page.locator(".panel-root"))).toEqual([]);
    const formulas = await page.evaluate(() => globalThis.scorebook!.grid.save().sheets.flatMap(({ cells }) => cells.flatMap((line) => (line ?? []).flatMap((cell) => cell?.f ?? []))));
    expect(formulas.filter((formula) => bareFormula(formula).includes("4711"))).toEqual([]);
    expect(desk.faults).toEqual([]);
  });

  test("makes nothing of its own address", async () => {
    const { page } = desk;
    const address = new URL(page.url()).origin;
    const asked = new URLSearchParams(["lang", "name", "<script>"].map((key) => [key, text]));
    await page.goto(`${address}/?${asked.toString()}#${encodeURIComponent(text)}`);
    await page.waitForSelector(".bar button:enabled");
    expect(await made(page.locator("body"))).toEqual([]);
    expect(desk.faults).toEqual([]);
  });

  test("refuses what text would do if it were markup", async () => {
    expect(await refusals(desk.page)).toEqual(refused);
  });
});

describe("the task pane", () => {
  let pane: Pane;
  beforeAll(async () => {
    pane = await openPane({ workbook });
    await pane.page.getByRole("button", { name: "Bắt đầu" }).click();
  });
  afterAll(() => pane?.close());

  test("makes nothing of people's text on any screen", async () => {
    expect(await walk(new PanelView(pane.page), "Mở danh mục lệnh")).toEqual({});
    expect(pane.faults).toEqual([]);
  });

  test("refuses what text would do if it were markup", async () => {
    expect(await refusals(pane.page)).toEqual(refused);
  });
});

describe("the sidebar", () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(workbook, "vi_VN");
  });
  afterAll(() => stage?.close());

  test("makes nothing of people's text on any screen", async () => {
    const root = stage.page.frameLocator("iframe").locator(".sb-root").first();
    expect(await walk(new PanelView(stage.page, root), "Mở danh mục lệnh")).toEqual({});
    expect(stage.faults).toEqual([]);
  });
});

/** Google puts the sidebar into a frame of its own under its own policy; a page made by HtmlService can set none. */
const noPolicy: readonly string[] = [];
const office = "https://appsforoffice.microsoft.com";

test("every page that is built has a policy of its own: no script in it, no code from text, nobody else", () => {
  const folder = builtPage();
  const pages = readdirSync(folder).filter((name) => name.endsWith(".html") && !noPolicy.includes(name));
  expect(pages.length).toBeGreaterThan(5);
  for (const name of pages) {
    const html = readFileSync(join(folder, name), "utf8");
    const policy = new Map((/http-equiv="?Content-Security-Policy"? content="([^"]*)"/.exec(html)?.[1] ?? "").split("; ").map((part) => {
      const [directive = "", ...sources] = part.split(" ");
      return [directive, sources] as const;
    }));
    expect([name, policy.get("default-src")]).toEqual([name, [expect.stringMatching(/^'(none|self)'$/)]]);
    const scripts = policy.get("script-src") ?? policy.get("default-src")!;
    expect([name, scripts.filter((source) => !["'self'", "'none'", office].includes(source))]).toEqual([name, []]);
    const elsewhere = [...policy.values()].flat().filter((source) => /:\/\/|\*/.test(source));
    expect([name, elsewhere.filter((source) => source !== office || !/^(taskpane|conformance)/.test(name))]).toEqual([name, []]);
    expect([name, policy.get("base-uri"), policy.get("form-action")]).toEqual([name, ["'none'"], ["'none'"]]);
    expect([name, /<script(?![^>]*\ssrc=)|\son[a-z]+\s*=|javascript:/i.exec(html)?.[0]]).toEqual([name, undefined]);
  }
});
