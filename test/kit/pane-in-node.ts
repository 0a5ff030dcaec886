import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { createContext, Script } from "node:vm";
import { emptySheet } from "../../core/sheet/apply";
import type { ExcelHost } from "../../excel-addin/taskpane/excel-host";
import { bootExcel } from "../double/office/boot";
import { SheetEngine } from "../double/sheet-engine";
import { bareDocument } from "./bare-document";
import { builtPage } from "./browser";

const site = "https://localhost/";
const officeJs = `${site}office-js/office.js`;

/** The built task pane, running in Node. */
export interface NodePane {
  /** The class of its host, minified as it is shipped; what it loads later comes from the built folder too. */
  readonly Host: typeof ExcelHost;
  /** Its own host, over an empty workbook. */
  readonly host: ExcelHost;
  /** Names of the files that ran, in their order. */
  readonly files: readonly string[];
  /** What a person would read in it. */
  text(): string;
}

/** A timer does not keep a test alive. */
const timed = (start: typeof setTimeout | typeof setInterval) => (act: () => void, milliseconds: number): NodeJS.Timeout =>
  start(act, milliseconds).unref();

/** As much of Office as a pane asks before it may use Excel. */
const office = {
  HostType: { Excel: "Excel" }, PlatformType: { OfficeOnline: "OfficeOnline" },
  context: {
    platform: "PC", displayLanguage: "vi-VN", contentLanguage: "vi-VN", requirements: { isSetSupported: () => true },
  },
  onReady: async (ready: (info: { host: string }) => void) => ready({ host: "Excel" }),
};

/**
 * Starts the task pane's own script, as webpack made it for a web server, in a Node context with a document that nobody
 * sees, and hands it Microsoft's proxies over the double.
 */
export async function startPane(): Promise<NodePane> {
  const folder = builtPage();
  const found = /src="?(pane\.\w+\.js)/.exec(readFileSync(join(folder, "taskpane.html"), "utf8"));
  if (found === null) throw new Error("taskpane.html names no script");
  const main = found[1]!;
  const files: string[] = [];
  const run = (name: string): void => {
    files.push(name);
    new Script(readFileSync(join(folder, name), "utf8"), { filename: name }).runInContext(world);
  };
  const document = bareDocument(site + main, officeJs, (address) => {
    if (address !== officeJs) run(basename(address));
    return true;
  });
  const engine = new SheetEngine({ sheets: [emptySheet("Trang 1")], active: "Trang 1", properties: {} });
  const none = (): void => {};
  const world: Record<string, unknown> = {
    console, document, Office: office, Excel: bootExcel(engine).Excel, queueMicrotask, performance,
    setTimeout: timed(setTimeout), clearTimeout, setInterval: timed(setInterval), clearInterval,
    requestAnimationFrame: (act: () => void) => setTimeout(act, 0), cancelAnimationFrame: clearTimeout,
    navigator: { languages: ["vi-VN"] }, location: { href: `${site}taskpane.html` },
    addEventListener: none, removeEventListener: none,
  };
  world["window"] = world["self"] = world;
  createContext(world);
  run(main);
  for (let turns = 0; world["scorebook"] === undefined; turns++) {
    if (turns === 1000) throw new Error(`the task pane did not start: ${document.pane.textContent}`);
    await new Promise((done) => setTimeout(done, 5));
  }
  const { host } = world["scorebook"] as { readonly host: ExcelHost };
  return { Host: host.constructor as typeof ExcelHost, host, files, text: () => document.pane.textContent };
}
