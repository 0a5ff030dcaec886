import type { Page } from "playwright-core";
import { applyPatch, snapshotOf } from "../core/sheet/apply";
import { writtenIn } from "../core/sheet/journal";
import { hasJournal, journalColumn, journalSheet } from "../core/sheet/journal-mark";
import type { Patch } from "../core/sheet/patch";
import type { Facts, Snapshot } from "../core/sheet/snapshot";
import type { Workbook } from "../core/sheet/workbook";
import { ironCalculate } from "./double/iron-calc";
import type { WorldOptions } from "./double/sheets/world";
import { OfficeError } from "./double/office/office-object";
import { builtFolder, builtPage, type Desk as Browser, openDesk, openWorkbook, ready } from "./kit/browser";
import { gridDriver } from "./kit/grid-driver";
import { Desk } from "./kit/desk";
import { everything, operations } from "./kit/killed";
import { forkOf } from "./kit/forked";
import { openPane, type Pane } from "./kit/pane";
import { orderOf, seenIn, send } from "./kit/sheets-deaths";
import { eventually, PanelView } from "./kit/story";
import { builtSheets, workbookIn } from "./sheets-desk";
import { openStage, type Stage } from "./sheets-stage";

jest.setTimeout(240000);

const facts: Facts = { host: "excel", language: "vi", decimal: ",", now: "2026-11-22T08:00" };
const read = (workbook: Workbook): Snapshot => snapshotOf(workbook, facts, null);

/** How a person starts each operation in the panel. */
const presses: Readonly<Record<string, (panel: PanelView) => Promise<void>>> = {
  build: async (panel) => {
    await panel.press("Lập phiếu");
    await panel.root.getByLabel("Tên đơn vị").fill("Phường Hạc Thành");
    await panel.root.getByLabel("Năm").fill("2026");
    await panel.press("Lập phiếu");
  },
  rebuild: async (panel) => {
    await panel.choose("Lập lại phiếu");
    await panel.press("Lập phiếu");
    await panel.says("Trước khi lập lại");
    await panel.press("Lập lại phiếu");
  },
  rank: (panel) => panel.press("Xếp hạng"),
  repair: async (panel) => {
    await panel.choose("Kiểm tra và sửa");
    await panel.root.getByRole("button", { name: /^Sửa \d/ }).click();
  },
  "take back": (panel) => panel.choose("Hoàn tác"),
};

/** A workbook in which the operation is offered: units are ranked from their list. */
function workbookFor(name: string): Workbook {
  const from = operations.find((each) => each.name === name)!.from();
  if (name !== "rank") return from;
  const desk = new Desk(from);
  desk.write(desk.all(desk.app.listUnits(desk.snapshot())));
  return { ...ironCalculate(desk.workbook), active: "Đơn vị" };
}

const unanswered = "Chương trình bảng tính chưa trả lời. Đợi một lát, rồi thử lại.";
const unfinished = "Lần ghi trước dừng giữa chừng. Ghi tiếp để trang tính đầy đủ; số liệu đã nhập được giữ nguyên.";

/** What the journal of a workbook says is to be written. */
function journalIn(dead: Workbook): Patch {
  const column = journalSheet(read(dead))!.values.map((line) => line[journalColumn] ?? null);
  return { ...writtenIn(column)!.patch, expect: [] };
}

/** The workbook as the patch in its journal leaves it, written in one go. */
function inOneGo(from: Workbook, dead: Workbook): object {
  const result = applyPatch(from, journalIn(dead));
  if (!result.ok) throw new Error("stale");
  return everything(ironCalculate(result.workbook));
}

describe("Excel's task pane", () => {
  let pane: Pane;
  let panel: PanelView;
  beforeAll(async () => {
    builtPage();
    builtFolder("stage");
    pane = await openPane({ clock: true, remembered: { "pane-welcome": "seen" } });
    panel = new PanelView(pane.page);
  }, 300000);
  afterAll(async () => {
    await pane?.close();
  });
  afterEach(() => expect(pane.faults).toEqual([]));

  /** A formula is written after the first so many; `met` runs there. */
  const atFormula = (nth: number, met: () => void): void => {
    let things = 0;
    pane.double.acting = ({ Name }) => {
      if (Name === "Formulas" && things++ === nth) met();
    };
  };

  test.each(Object.keys(presses))("%s: Excel hangs in the middle: said in words that can be put away; a pane opened later ends it", async (name) => {
    const from = workbookFor(name);
    await pane.reopen(from);
    const { double } = pane;
    atFormula(2, () => {
      double.silent = true;
      throw new OfficeError("GeneralException", "told to hang");
    });
    await presses[name]!(panel);
    await eventually(() => expect(double.silent).toBe(true));
    await panel.saysNo(unanswered);
    await pane.page.clock.fastForward(10 * 60000);
    await panel.says(unanswered);
    await panel.press("Ẩn thông báo");
    await panel.saysNo(unanswered);
    const dead = pane.engine.workbook();
    expect(hasJournal(read(dead))).toBe(true);

    await pane.reopen();
    await panel.says(unfinished);
    await panel.press("Ghi tiếp");
    await panel.says("Đã ghi xong.");
    expect(everything(pane.engine.workbook())).toEqual(inOneGo(from, dead));
  });

  test.each(Object.keys(presses))("%s: the pane is closed in the middle: Excel ends what it was asked", async (name) => {
    const from = workbookFor(name);
    await pane.reopen(from);
    let dead: Workbook | null = null;
    let closed: Promise<unknown> | null = null;
    atFormula(2, () => {
      dead = pane.engine.workbook();
      closed = pane.page.goto("about:blank");
    });
    await presses[name]!(panel);
    await eventually(() => expect(closed).not.toBeNull());
    await closed;
    const after = pane.engine.workbook();
    expect(hasJournal(read(after))).toBe(false);
    expect(everything(after)).toEqual(inOneGo(from, dead!));
  });
});

describe("the sidebar of Google Sheets", () => {
  let stage: Stage;
  let panel: PanelView;
  beforeAll(async () => {
    builtSheets();
    stage = await openStage(operations[0]!.from(), "vi_VN", 300, { clock: true });
    panel = new PanelView(stage.page, stage.page.frameLocator("iframe").locator("#sidebar"));
    stage.page.setDefaultTimeout(20000);
  }, 300000);
  afterAll(async () => {
    await stage?.close();
  });
  afterEach(() => expect(stage.faults).toEqual([]));

  /** The run that writes is over in the third block of cells, of which the journal is the first. */
  const dying = (): WorldOptions => {
    let blocks = 0;
    return { heard: (member) => member !== "Range.setValues" || ++blocks < 3 };
  };

  test.each(Object.keys(presses))("%s: the script dies and no answer comes: said in words that can be put away; a sidebar opened later ends it", async (name) => {
    await stage.reopen(workbookFor(name));
    const before = forkOf(stage.book());
    let came = false;
    stage.nextWrite = { how: dying(), answered: false, came: () => void (came = true) };
    await presses[name]!(panel);
    await eventually(() => expect(came).toBe(true));
    await panel.saysNo(unanswered);
    await stage.page.clock.fastForward(7 * 60000);
    await panel.says(unanswered);
    await panel.press("Ẩn thông báo");
    await panel.saysNo(unanswered);
    const dead = workbookIn(stage.book());
    expect(hasJournal(read(dead))).toBe(true);
    // At once, without closing anything; and again by a sidebar that is opened later.
    await panel.says(unfinished);
    await stage.reopen();
    await panel.says(unfinished);
    await panel.press("Ghi tiếp");
    await panel.says("Đã ghi xong.");
    expect(send(stage.project().over(before), orderOf(journalIn(dead)))).toBe("written");
    expect(seenIn(stage.book())).toEqual(seenIn(before));
  });

  test.each(Object.keys(presses))("%s: the sidebar is closed in the middle: the script writes to its end", async (name) => {
    await stage.reopen(workbookFor(name));
    const before = forkOf(stage.book());
    let journal: Patch | null = null;
    let closed = false;
    stage.nextWrite = {
      how: { heard: (member) => void (member === "Range.setValue" && (journal ??= journalIn(workbookIn(forkOf(stage.book()))))) },
      came: () => stage.page.evaluate('document.querySelector("iframe").remove()').then(() => void (closed = true)),
    };
    await presses[name]!(panel);
    await eventually(() => expect(closed && journal !== null && stage.book().lockedBy === null).toBe(true));
    const after = workbookIn(stage.book());
    expect(hasJournal(read(after))).toBe(false);
    expect(send(stage.project().over(before), orderOf(journal!))).toBe("written");
    expect(everything(after)).toEqual(seenIn(before));
  });
});

describe("the page", () => {
  let desk: Browser;
  let page: Page;
  let panel: PanelView;
  const driver = gridDriver(() => page, () => page);
  const turnTo = (to: Page): void => {
    page = to;
    page.setDefaultTimeout(20000);
    panel = new PanelView(page);
  };
  beforeAll(async () => {
    desk = await openDesk();
    turnTo(desk.page);
  }, 300000);
  afterAll(async () => {
    await desk?.close();
  });
  afterEach(() => expect(desk.faults).toEqual([]));

  const seen = async (): Promise<object> => everything(await driver.workbook());

  /** What the page keeps in the browser. */
  const kept = (): Promise<readonly string[]> => page.evaluate(async () =>
    [...Object.keys(localStorage), ...Object.keys(sessionStorage), ...(await indexedDB.databases()).map(({ name }) => name ?? "")]);

  test.each(Object.keys(presses))("%s: the grid does not let go of a cell: said in words, nothing is changed, and once it does all is written", async (name) => {
    await openWorkbook(page, workbookFor(name));
    const before = await seen();
    await page.evaluate(() => {
      const grid = globalThis.scorebook!.grid as { endEditing(): Promise<void> };
      const own = grid.endEditing.bind(grid);
      const wait = setTimeout;
      // The page's patience passes at once.
      const hasty = (act: () => void, time?: number): number => wait(act, time === 3000 ? 30 : time) as unknown as number;
      globalThis.setTimeout = hasty as typeof setTimeout;
      grid.endEditing = () => {
        grid.endEditing = own;
        wait(() => (globalThis.setTimeout = wait), 0);
        return new Promise(() => {});
      };
    });
    await presses[name]!(panel);
    await panel.says("Có một ô đang gõ dở.");
    expect(await seen()).toEqual(before);
    await panel.press("Thử lại");
    await panel.saysNo("Có một ô đang gõ dở.");
    if (name === "rebuild") await panel.press("Lập lại phiếu");
    await eventually(async () => expect(await seen()).not.toEqual(before));
    // What was written is not saved yet, and whoever closes the tab is asked first.
    await eventually(async () => expect(await page.evaluate(() => dispatchEvent(new Event("beforeunload", { cancelable: true })))).toBe(false));
  });

  /** Where in the grid's part of a write the tab is closed. */
  const places = ["save", "load", "drawn", "show", "load", "drawn"] as const;

  test.each(Object.keys(presses).map((name, k) => [name, places[k]!] as const))("%s: the tab is closed in the grid's %s: nothing is kept or left half done, and the file opens as it was", async (name, member) => {
    const from = workbookFor(name);
    await openWorkbook(page, from);
    const before = await seen();
    const left = page;
    const reached = left.waitForEvent("console", (message) => message.text() === "in the middle");
    await left.evaluate((of) => {
      const grid = globalThis.scorebook!.grid as unknown as Record<string, (...given: unknown[]) => unknown>;
      const [own, end] = [grid[of]!.bind(grid), grid["endEditing"]!.bind(grid)];
      // The write begins where a cell that is typed in is taken.
      let writes = false;
      grid["endEditing"] = () => {
        writes = true;
        return end();
      };
      grid[of] = (...given) => {
        if (!writes) return own(...given);
        console.log("in the middle");
        // Nothing goes on here any more; the tab is closed meanwhile.
        for (const until = performance.now() + 60000; performance.now() < until; );
        return undefined;
      };
    }, member);
    // The press itself is never answered.
    const pressed = presses[name]!(panel).catch(() => undefined);
    await reached;
    const next = await left.context().newPage();
    next.on("dialog", (question) => void question.accept());
    next.on("pageerror", ({ message }) => desk.faults.push(`error: ${message}`));
    turnTo(next);
    await left.close();
    await pressed;
    await page.goto(left.url());
    await ready(page);
    expect((await kept()).filter((key) => key !== "language")).toEqual([]);
    await panel.saysNo(unfinished);
    await openWorkbook(page, from);
    expect(await seen()).toEqual(before);
  });
});
