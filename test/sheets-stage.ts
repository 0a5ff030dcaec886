import { type Browser, chromium, type Page } from "playwright-core";
import { cellName } from "../core/sheet/address";
import { emptySheet } from "../core/sheet/apply";
import type { Workbook } from "../core/sheet/workbook";
import { ironCalculate } from "./double/iron-calc";
import { GoogleBook } from "./double/sheets/google-book";
import { displayText } from "./double/sheets/locale";
import { Person } from "./double/sheets/person";
import { Project } from "./double/sheets/project";
import { answerCall } from "./double/sheets/script-run";
import type { WorldOptions } from "./double/sheets/world";
import { flags } from "./kit/browser";
import { builtSheets } from "./sheets-desk";

/** The grid around the sidebar, as the story's hands reach for it: a line on the cell in hand, tabs, keys, a clipboard. */
const around = `<!DOCTYPE html><html lang="vi"><meta charset="utf-8"><title>Sổ</title>
<style>body{margin:0;font:13px sans-serif}main{margin-right:300px}iframe{position:fixed;right:0;top:0;width:300px;height:100%;border:0}</style>
<main><div class="bar"><button>Mới</button></div><p class="standing"><b></b> <select hidden></select></p><div class="tabs" role="tablist"></div>
<input class="keys" aria-label="Ô đang chọn"></main>
<script>
const find = (name) => document.querySelector(name);
const keys = find(".keys");
let cell = null, list = null;
async function draw() {
  cell = await theBook("stand");
  find(".standing b").textContent = cell.name + ": " + (cell.text || "trống");
  const select = find(".standing select");
  select.hidden = cell.members.length === 0;
  select.replaceChildren(...["", ...cell.members].map((text) => new Option(text, text)));
  find(".tabs").replaceChildren(...cell.tabs.map((text) => {
    const tab = document.createElement("button");
    tab.setAttribute("role", "tab");
    tab.textContent = text;
    tab.onclick = () => theBook("turn", text).then(draw);
    return tab;
  }));
}
const type = async (text) => { await theBook("type", cell.name, text); await draw(); };
keys.onkeydown = (event) => {
  if (event.altKey && event.key === "ArrowDown") { list = cell.members; event.preventDefault(); }
  if (event.key !== "Enter") return;
  const text = keys.value;
  keys.value = "";
  const member = list === null ? undefined : list.find((each) => each.startsWith(text));
  list = null;
  void type(member ?? text);
};
keys.onpaste = (event) => {
  event.preventDefault();
  void theBook("paste", cell.name, event.clipboardData.getData("text/plain")).then(draw);
};
find(".standing select").onchange = (event) => type(event.target.value);
find(".bar button").onclick = async () => { await theBook("fresh"); openSidebar(); await draw(); };
globalThis.selected = async () => { await draw(); keys.focus(); };
globalThis.scorebook = {
  host: { show: async (at) => { await theBook("show", at); await selected(); } },
  grid: {
    selection: () => cell.at, settled: async () => {},
    value: (sheet, row, column) => theBook("value", sheet, row, column),
    save: () => {
      const asked = new XMLHttpRequest();
      asked.open("GET", "/workbook", false);
      asked.send();
      return JSON.parse(asked.responseText);
    },
  },
};
addEventListener("message", async ({ source, data: { call, name, given } }) => {
  const answer = await callScript(name, given).then((value) => ({ value }), (error) => ({ error: error.message }));
  // A sidebar that was closed meanwhile hears no answer.
  source?.postMessage({ call, ...answer }, "*");
});
function openSidebar() {
  document.querySelector("iframe")?.remove();
  const frame = document.createElement("iframe");
  frame.setAttribute("sandbox", "allow-scripts allow-forms allow-modals allow-popups");
  frame.srcdoc = globalThis.sidebarPage;
  document.body.append(frame);
}
</script></html>`;

/** What Google puts before the sidebar's own page; the sidebar's two waits between looks are shortened. */
const google = `<script>
(() => {
  const wait = setTimeout;
  window.setTimeout = (act, time, ...rest) => wait(act, time === 4000 || time === 15000 ? 150 : time, ...rest);
  const runner = (done, failed) => new Proxy({}, { get: (_, name) =>
    name === "withSuccessHandler" ? (next) => runner(next, failed)
    : name === "withFailureHandler" ? (next) => runner(done, next)
    : (...given) => { asked.set(++last, [done, failed]); parent.postMessage({ call: last, name: String(name), given }, "*"); } });
  const asked = new Map();
  let last = 0;
  addEventListener("message", ({ data: { call, value, error } }) => {
    const [done, failed] = asked.get(call);
    asked.delete(call);
    if (error === undefined) done(value); else failed(new Error(error));
  });
  window.google = { script: { run: runner(() => {}, () => {}) } };
})();
</script>`;

/** What becomes of a call that writes: how its run goes, and whether the sidebar ever hears of it. */
export interface WriteFate {
  readonly how?: WorldOptions;
  readonly answered?: boolean;
  /** Called when the call has come, before it runs. */
  readonly came?: () => void | Promise<void>;
}

export interface Stage {
  readonly page: Page;
  readonly faults: string[];
  readonly book: () => GoogleBook;
  readonly project: () => Project;
  /** For the next call that writes, and no other. */
  nextWrite: WriteFate | null;
  /** Closes the sidebar, whatever it waits for, and opens it again, over another workbook where one is given. */
  reopen(workbook?: Workbook): Promise<void>;
  close(): Promise<void>;
}

const fresh: Workbook = { sheets: [emptySheet("Trang 1")], active: "Trang 1", properties: {} };

/** A figure as somebody types it under a locale; the story is told with decimal commas. */
const asTyped = (text: string, comma: boolean): string =>
  comma ? text : text.split(/([\t\n])/).map((part) =>
    /^\d[\d.]*(,\d+)?%?$/.test(part) ? part.replace(/[.,]/g, (mark) => (mark === "," ? "." : ",")) : part).join("");

/** The built sidebar in Chromium over the built script on the double, 300 pixels wide, in a sandboxed frame. */
export async function openStage(
  workbook: Workbook, locale: string, width = 300, options: { readonly clock?: boolean } = {},
): Promise<Stage> {
  const built = builtSheets();
  const faults: string[] = [];
  const made = (from: Workbook): Project =>
    new Project(new GoogleBook({ workbook: from, own: true, locale, calculate: ironCalculate }), built);
  let project = made(workbook);
  const place = (): { sheet: string; row: number; column: number } => project.book.engine.selection();
  const person = (): Person => new Person(project.book);
  const hands: Readonly<Record<string, (...given: never[]) => unknown>> = {
    stand: () => {
      const at = place();
      const { engine, locale: own } = project.book;
      const sheet = engine.find(at.sheet)!;
      engine.settle();
      const criteria = project.book.checkAt(sheet, at.row, at.column)?.rule.criteria;
      return {
        at, name: cellName(at.row, at.column),
        text: displayText(sheet.at(at.row, at.column)?.v ?? null, sheet.look(at.row, at.column).format, own),
        members: criteria?.kind === "VALUE_IN_LIST" ? criteria.values : [],
        tabs: engine.sheets.filter(({ state }) => state === "visible").map(({ name }) => name),
      };
    },
    show: (at: { sheet: string; row: number; column: number }) => person().select(at),
    turn: (sheet: string) => person().select({ sheet, row: 0, column: 0 }),
    type: (cell: string, text: string) => {
      const refused = person().type(place().sheet, cell, asTyped(text, project.book.locale.decimal === ","));
      if (refused !== null) faults.push(`refused: ${refused}`);
    },
    paste: (cell: string, text: string) => {
      const refused = person().paste(place().sheet, cell, asTyped(text, project.book.locale.decimal === ","));
      if (refused !== null) faults.push(`refused: ${refused}`);
    },
    value: (name: string, row: number, column: number) => {
      const sheet = project.book.engine.find(name);
      return sheet === null ? undefined : project.book.engine.value(sheet, row, column);
    },
    fresh: () => {
      project = made(fresh);
    },
  };

  let browser: Browser | undefined;
  try {
    browser = await chromium.launch({ executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium", args: flags });
    const context = await browser.newContext({ viewport: { width: 700 + width, height: 900 }, locale: "vi-VN" });
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    const page = await context.newPage();
    const opened = browser;
    const stage: Stage = {
      page, faults, book: () => project.book, project: () => project, nextWrite: null, close: () => opened.close(),
      reopen: async (other) => {
        await page.evaluate('document.querySelector("iframe")?.remove()');
        if (other !== undefined) project = made(other);
        await page.evaluate("openSidebar()");
      },
    };
    page.on("console", (message) => {
      if (message.type() === "error") faults.push(`console: ${message.text()}`);
    });
    page.on("pageerror", (error) => faults.push(`error: ${error.stack ?? error.message}`));
    page.on("request", (request) => {
      if (!/^(http:\/\/localhost\/|data:|blob:|about:)/.test(request.url())) faults.push(`request: ${request.url()}`);
    });
    await page.exposeFunction("theBook", (name: string, ...given: never[]) => hands[name]!(...given));
    await page.exposeFunction("callScript", async (name: string, given: unknown[]) => {
      const before = JSON.stringify(place());
      const fate = String(given[0]).startsWith('["write"') ? stage.nextWrite : null;
      if (fate !== null) {
        stage.nextWrite = null;
        await fate.came?.();
        project.next = fate.how ?? {};
      }
      const answered = answerCall(project, name, given);
      if (fate?.answered === false) {
        await answered.catch(() => undefined);
        return new Promise<never>(() => {});
      }
      const answer = await answered;
      // Whoever was led to a cell goes on there.
      if (JSON.stringify(place()) !== before) void page.evaluate("selected()").catch(() => undefined);
      return answer;
    });
    await page.route("http://localhost/**", (route) =>
      route.request().url().endsWith("/workbook")
        ? route.fulfill({ contentType: "application/json", body: JSON.stringify(project.book.workbook()) })
        : route.fulfill({ contentType: "text/html", body: around }));
    if (options.clock === true) await page.clock.install();
    await page.goto("http://localhost/");
    const sidebar = built.files.get("sidebar")!.replace("<head>", `<head>${google}`);
    await page.evaluate(`globalThis.sidebarPage = ${JSON.stringify(sidebar).replace(/</g, "\\u003c")}; openSidebar(); draw();`);
    return stage;
  } catch (error) {
    await browser?.close();
    throw error;
  }
}

