import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Page, type Route, chromium } from "playwright-core";
import { emptySheet } from "../../core/sheet/apply";
import type { Workbook } from "../../core/sheet/workbook";
import { ironCalculate } from "../double/iron-calc";
import { ExcelDouble } from "../double/office/excel-double";
import { SheetEngine } from "../double/sheet-engine";
import type { ExcelFacts } from "../stage/external";
import { builtFolder, flags, serve } from "./browser";

const officeJs = join(__dirname, "..", "..", "node_modules", "@microsoft", "office-js", "dist");
/** Where the built task pane asks for office.js. */
const microsoft = "https://appsforoffice.microsoft.com/lib/1/hosted";

export interface PaneOptions {
  readonly width?: number;
  readonly height?: number;
  readonly locale?: string;
  readonly forcedColors?: "active";
  readonly workbook?: Workbook;
  /** Languages, requirement sets and colours of Office; null: no Excel around. */
  readonly facts?: Partial<ExcelFacts> | null;
  /** What Microsoft's server does when it is asked for office.js. */
  readonly office?: "answers" | "is missing" | "hangs" | "finds no Excel that answers";
  /** Time can be put forward. */
  readonly clock?: boolean;
  /** What the browser remembers. */
  readonly remembered?: Readonly<Record<string, string>>;
}

/** The built task pane by itself, as it is shipped, with Microsoft's office.js over the double, in Chromium. */
export interface Pane {
  readonly page: Page;
  readonly engine: SheetEngine;
  readonly double: ExcelDouble;
  /** Errors of the console, refusals by the policy, requests to others than the two servers. */
  readonly faults: string[];
  /** Addresses that Excel was asked to open in the person's browser. */
  readonly browsed: string[];
  /** Lets Microsoft's server answer after all. */
  answer(): Promise<void>;
  /** Closes the task pane, whatever it is doing, and opens it again, over another workbook where one is given. */
  reopen(workbook?: Workbook): Promise<void>;
  /** Changes Office's theme. */
  paint(theme: ExcelFacts["theme"]): Promise<void>;
  close(): Promise<void>;
}

export const themes = {
  light: { bodyBackgroundColor: 0xffffff, bodyForegroundColor: 0x242424 },
  dark: { bodyBackgroundColor: 0x292929, bodyForegroundColor: 0xffffff },
} as const;

const vietnam: ExcelFacts = {
  display: "vi-VN", content: "vi-VN", theme: themes.light,
  sets: { ExcelApi: "1.14", OpenBrowserWindowApi: "1.1", DelayForCellEdit: "1.1" },
};

const blank: Workbook = { sheets: [emptySheet("Trang 1")], active: "Trang 1", properties: {} };

export async function openPane(options: PaneOptions = {}): Promise<Pane> {
  const { width = 320, height = 760, locale = "vi-VN", forcedColors, workbook = blank, office = "answers" } = options;
  const { server, address } = await serve("/", false);
  const excelOver = (opened: Workbook): ExcelDouble =>
    new ExcelDouble(new SheetEngine(opened, ironCalculate), { name: "sổ.xlsx", decimal: "," });
  let double = excelOver(workbook);
  const [faults, browsed]: [string[], string[]] = [[], []];
  const browser = await chromium.launch({ executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium", args: flags });
  const context = await browser.newContext({
    viewport: { width, height }, locale, ...(forcedColors === undefined ? {} : { forcedColors }),
  });
  let answers = office === "answers";
  const waiting: Route[] = [];
  const fulfil = (route: Route): Promise<void> => {
    const path = new URL(route.request().url()).pathname.replace("/lib/1/hosted", "");
    return route.fulfill({ path: officeJs + path, headers: { "access-control-allow-origin": "*" } });
  };
  await context.route(`${microsoft}/**`, async (route) => {
    if (office === "is missing") return route.fulfill({ status: 404 });
    if (office === "finds no Excel that answers") {
      const body = "globalThis.Office = { onReady: (ready) => void (globalThis.answerLate = ready) };";
      return route.fulfill({ body, contentType: "text/javascript", headers: { "access-control-allow-origin": "*" } });
    }
    if (answers) return fulfil(route);
    // As where a firewall swallows requests.
    waiting.push(route);
  });
  const page = await context.newPage();
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => faults.push(`error: ${error.stack ?? error.message}`));
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(address) && !url.startsWith(`${microsoft}/`) && !/^(data|blob):/.test(url)) faults.push(`request: ${url}`);
  });
  const tell = (entries: readonly object[]): void =>
    void page.evaluate((list) => (globalThis as unknown as Window & Stand).excel.hear(list), entries).catch(() => undefined);
  const facts = options.facts === null ? null : { ...vietnam, ...options.facts };
  if (facts !== null) {
    await page.exposeFunction("answerOffice", (json: string, asked: number) => double.request(json, asked));
    await page.exposeFunction("browseOffice", (url: string) => void browsed.push(url));
    double.onEvents(tell);
    await page.addInitScript(standIn, facts);
    await page.addInitScript({ content: readFileSync(join(builtFolder("stage"), "stage", "prelude.js"), "utf8") });
  }
  await page.addInitScript((remembered) => {
    if (location.href === "about:blank") return;
    for (const [key, value] of Object.entries(remembered)) localStorage.setItem(key, value);
  }, options.remembered ?? {});
  if (options.clock === true || office === "hangs" || office === "finds no Excel that answers") await page.clock.install();
  await page.goto(`${address}taskpane.html`, { waitUntil: "domcontentloaded" });
  const close = async (): Promise<void> => {
    await browser.close();
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  };
  const paint = (theme: ExcelFacts["theme"]): Promise<void> =>
    page.evaluate((colors) => void ((globalThis as unknown as Window & Stand).excel.facts.theme = colors), theme);
  const answer = async (): Promise<void> => {
    answers = true;
    await Promise.all(waiting.splice(0).map(fulfil));
  };
  const reopen = async (other?: Workbook): Promise<void> => {
    // Who is asked nothing more goes on with what was asked.
    await page.goto("about:blank");
    double.silent = false;
    double.acting = () => {};
    if (other !== undefined) {
      double = excelOver(other);
      double.onEvents(tell);
    }
    await page.goto(`${address}taskpane.html`, { waitUntil: "domcontentloaded" });
  };
  return {
    page, faults, browsed, answer, paint, reopen, close,
    get double() {
      return double;
    },
    get engine() {
      return double.engine;
    },
  };
}

interface Stand {
  readonly excel: { facts: { theme: object }; hear(entries: readonly object[]): void };
  answerOffice(json: string, flags: number): Promise<string>;
  browseOffice(url: string): Promise<void>;
}

/** Runs in the page: what the stage's prelude looks for in the window around the pane. */
function standIn(facts: ExcelFacts): void {
  const heard = new Set<(entries: readonly object[]) => void>();
  const outside = globalThis as unknown as Window & Stand;
  Object.assign(globalThis, {
    excel: {
      facts,
      request: (json: string, flags: number) => outside.answerOffice(json, flags),
      browse: (url: string) => void outside.browseOffice(url),
      hear: (entries: readonly object[]) => heard.forEach((each) => each(entries)),
      onEvents: (each: (entries: readonly object[]) => void) => {
        heard.add(each);
        return () => heard.delete(each);
      },
    },
  });
}
