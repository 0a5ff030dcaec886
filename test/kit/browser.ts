import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { type Server, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { type Browser, type FrameLocator, type Page, chromium } from "playwright-core";
import sirv from "sirv";
import { parseCellName } from "../../core/sheet/address";
import type { CellValue, Workbook } from "../../core/sheet/workbook";
import type {} from "../../excel-addin/page/desk";
import { readXlsx, writeXlsx } from "../../excel-addin/page/xlsx";

const root = join(__dirname, "..", "..");

const built = new Set<string>();

/** Builds a folder of `dist` where its sources changed since the last time; returns the folder. */
export function builtFolder(name: "dev" | "stage"): string {
  const script = join(root, "excel-addin/build.mjs");
  if (!built.has(name)) execFileSync(process.execPath, [script, `--of=${name}`], { stdio: ["ignore", "ignore", "inherit"] });
  built.add(name);
  return join(root, "dist", name);
}

/** The page and the task pane, built. */
export const builtPage = (): string => builtFolder("dev");

type Handler = ReturnType<typeof sirv>;

/** The built folder; and Excel's double with Microsoft's own office.js from its package, as `npm start` serves them. */
function handlers(excel: boolean): readonly (readonly [path: string, handler: Handler])[] {
  const product = ["", sirv(builtPage(), { dev: false })] as const;
  if (!excel) return [product];
  const officeJs = join(root, "node_modules", "@microsoft", "office-js", "dist");
  return [["/office-js", sirv(officeJs, { dev: false })], ["", sirv(builtFolder("stage"), { dev: false })], product];
}

/** Serves the built page and task pane; with the stage of Excel's double where asked. */
export function serve(under: string, excel: boolean): Promise<{ server: Server; address: string }> {
  const all = handlers(excel);
  const server = createServer((request, response) => {
    const missing = (): void => {
      response.statusCode = 404;
      response.end();
    };
    if (request.url?.startsWith(under) !== true) return missing();
    const url = request.url.slice(under.length - 1).replace(/^\/\?host=excel/, "/stage.html?host=excel");
    const answer = ([first, ...rest]: typeof all): void => {
      if (first === undefined) return missing();
      const [path, handler] = first;
      if (!url.startsWith(path)) return answer(rest);
      request.url = url.slice(path.length);
      handler(request, response, () => answer(rest));
    };
    answer(all);
  });
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () =>
      resolve({ server, address: `http://localhost:${(server.address() as AddressInfo).port}${under}` }));
  });
}

/** The page in Chromium. `faults` gathers errors of the console and requests to other origins; a test expects none. */
export interface Desk {
  readonly page: Page;
  /** The task pane's frame, where the page plays Excel. */
  readonly frame: FrameLocator | null;
  readonly faults: string[];
  /** Milliseconds from the request of the page until it could be used. */
  readonly readyAfter: number;
  close(): Promise<void>;
}

/** How Chromium is started. */
export const flags = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync",
];

export interface DeskOptions {
  readonly width?: number;
  readonly height?: number;
  /** The path that the page is served under. */
  readonly under?: string;
  /** Opened as soon as the page is ready. */
  readonly workbook?: Workbook;
  /** Shows the built task pane over a double of Excel instead of the panel: `display`, `api`, `theme` and the like. */
  readonly excel?: Readonly<Record<string, string>>;
  readonly locale?: string;
}

export async function openDesk(options: DeskOptions = {}): Promise<Desk> {
  const { width = 1400, height = 900, under = "/", workbook, excel, locale = "vi-VN" } = options;
  const { server, address } = await serve(under, excel !== undefined);
  const faults: string[] = [];
  let browser: Browser | undefined;
  try {
    browser = await chromium.launch({ executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium", args: flags });
    const context = await browser.newContext({ viewport: { width, height }, acceptDownloads: true, locale });
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    const page = await context.newPage();
    page.on("console", (message) => {
      if (message.type() === "error") faults.push(`console: ${message.text()}`);
    });
    page.on("pageerror", (error) => faults.push(`error: ${error.stack ?? error.message}`));
    page.on("request", (request) => {
      const url = request.url();
      if (!url.startsWith(address) && !/^(data|blob):/.test(url)) faults.push(`request: ${url}`);
    });
    // "Discard changes?" is answered with yes, as a test that opens another file means it.
    page.on("dialog", (question) => void question.accept());
    const asked = Date.now();
    await page.goto(excel === undefined ? address : `${address}?${new URLSearchParams({ host: "excel", ...excel }).toString()}`);
    await ready(page);
    const readyAfter = Date.now() - asked;
    if (workbook !== undefined) await openWorkbook(page, workbook);
    const opened = browser;
    const close = async (): Promise<void> => {
      await opened.close();
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    };
    const frame = excel === undefined ? null : page.frameLocator("iframe.pane-frame");
    return { page, frame, faults, readyAfter, close };
  } catch (error) {
    await browser?.close();
    server.close();
    throw new Error([String(error), ...faults].join("\n"));
  }
}

/** Waits until the grid stands and file commands work. */
export const ready = (page: Page): Promise<unknown> => page.waitForSelector(".bar button:enabled", { timeout: 60000 });

/** Opens bytes as a person would choose a file. */
export async function openBytes(page: Page, bytes: Uint8Array, name: string): Promise<void> {
  await page.setInputFiles(".chooser", { name, mimeType: "application/octet-stream", buffer: Buffer.from(bytes) });
  await page.waitForFunction((text) => document.querySelector(".notice")?.textContent?.includes(text) === true, name);
  await page.evaluate(() => globalThis.scorebook!.grid.drawn());
}

export const openWorkbook = async (page: Page, workbook: Workbook, name = "sổ.xlsx"): Promise<void> =>
  openBytes(page, await writeXlsx(workbook), name);

/** Presses Save and reads the file that the browser received. */
export async function saveWorkbook(page: Page): Promise<{ bytes: Uint8Array; workbook: Workbook; name: string }> {
  const [download] = await Promise.all([page.waitForEvent("download"), page.click(".bar button:nth-of-type(2)")]);
  const bytes = readFileSync(await download.path());
  return { bytes, workbook: await readXlsx(bytes), name: download.suggestedFilename() };
}

/** Goes to a cell of the sheet that is shown, or of another. */
export async function goTo(page: Page, cell: string, sheet?: string): Promise<void> {
  const { row, column } = parseCellName(cell)!;
  await page.evaluate(
    async ([name, at]) => {
      const { grid, host } = globalThis.scorebook!;
      await host.show({ sheet: name ?? grid.selection()!.sheet, ...at });
    },
    [sheet, { row, column }] as const,
  );
  await page.waitForFunction(
    (start) => document.querySelector(".standing b")?.textContent?.startsWith(start) === true, `${cell}:`);
}

/** Types into a cell and presses Enter, as a person does. */
export async function typeInto(page: Page, cell: string, text: string, sheet?: string): Promise<void> {
  await goTo(page, cell, sheet);
  await page.keyboard.type(text);
  await page.keyboard.press("Enter");
}

/** Pastes text, tabs between columns, with the keyboard. */
export async function pasteInto(page: Page, cell: string, text: string, sheet?: string): Promise<void> {
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await goTo(page, cell, sheet);
  await page.keyboard.press("Control+v");
}

/** What the line under the grid says of a cell: "3,5", "trống". */
export async function cellText(page: Page, cell: string, sheet?: string): Promise<string> {
  await goTo(page, cell, sheet);
  const text = await page.textContent(".standing b");
  return (text ?? "").slice(cell.length + 2);
}

/** Shows another sheet by its tab. */
export const showSheet = (page: Page, name: string): Promise<void> => page.getByText(name, { exact: true }).last().click();

/** The value of a cell once formulas are computed. */
export async function cellValue(page: Page, sheet: string, cell: string): Promise<CellValue | undefined> {
  const { row, column } = parseCellName(cell)!;
  return page.evaluate(
    async ([name, at]) => {
      const { grid } = globalThis.scorebook!;
      await grid.settled();
      return grid.value(name, at.row, at.column);
    },
    [sheet, { row, column }] as const,
  );
}
