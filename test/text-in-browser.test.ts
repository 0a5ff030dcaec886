import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Frame, Locator, Page } from "playwright-core";
import { type Desk, builtPage, openDesk } from "./kit/browser";
import { openPane, type Pane } from "./kit/pane";
import { probedDesk } from "./kit/probed";

jest.setTimeout(240000);

/** Every way of markup and script at once, and a formula. */
const text = "=4711+1<img src=x onerror=\"document.title='run'\">\"'><script>document.title='run'</script></script>" +
  "<svg onload=document.title='run'></textarea><a href=\"javascript:document.title='run'\">x</a><!--{{4711}}${4711}<?!=1?>&lt;b&gt;\u2028\u202e";
const { workbook } = probedDesk(text);

/** What no text may have made: elements that the panel never has, attributes that run, scripts that were not there. */
const made = (root: Locator): Promise<string[]> =>
  root.evaluate((panel) => {
    const all = (of: ParentNode, selector: string): string[] => Array.from(of.querySelectorAll(selector)).map((element) => element.outerHTML.slice(0, 120));
    return [
      ...all(panel, "img, script, iframe, object, embed, style, link, base, meta, form, video, audio, math, template"),
      ...all(document, "[onerror], [onload], [onclick], [onfocus], [srcdoc], [href^='javascript' i], [src='x'], script:not([src])"),
      ...(/run|4711/.test(document.title) ? [document.title] : []),
    ];
  });

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

  test("makes nothing of its own address", async () => {
    const { page } = desk;
    const address = new URL(page.url()).origin;
    for (const key of ["lang", "host", "name", "<script>"]) {
      await page.goto(`${address}/?${new URLSearchParams({ [key]: text }).toString()}#${encodeURIComponent(text)}`);
      await page.waitForSelector(".bar button:enabled");
      expect(await made(page.locator("body"))).toEqual([]);
    }
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

  test("refuses what text would do if it were markup", async () => {
    expect(await refusals(pane.page)).toEqual(refused);
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
