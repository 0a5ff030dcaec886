import type { CellValue } from "../core/sheet/workbook";
import { parseCellName } from "../core/sheet/address";
import { Desk as Plan } from "./kit/desk";
import type { Desk } from "./kit/browser";
import { Seat } from "./kit/seat";
import { eventually, PanelView, type Part, parts, picture } from "./kit/story";
import { tellFilling } from "./kit/story-filling";
import { tellJudging } from "./kit/story-judging";
import { tellRanking } from "./kit/story-ranking";
import { builtSheets } from "./sheets-desk";
import { openStage, type Stage } from "./sheets-stage";

jest.setTimeout(180000);

/** The built sidebar beside the double's grid. */
class SheetsSeat extends Seat {
  constructor(private readonly stage: Stage) {
    const frame = stage.page.frameLocator("iframe");
    const desk: Desk = { page: stage.page, frame, faults: stage.faults, readyAfter: 0, close: () => stage.close() };
    super(desk, new PanelView(stage.page, frame.locator("#sidebar")));
  }

  override readonly form = async (cell: string, sheet = "Phiếu"): Promise<CellValue | undefined> => {
    const { row, column } = parseCellName(cell)!;
    const { engine } = this.stage.book();
    const found = engine.find(sheet);
    return found === null ? undefined : engine.value(found, row, column);
  };

  /** Sheets joins numbers to text with the locale's own mark. */
  override readonly holds = (sheet: string, values: Readonly<Record<string, unknown>>): Promise<void> =>
    eventually(async () => {
      const { decimal } = this.stage.book().locale;
      const expected = Object.fromEntries(Object.entries(values).map(([cell, value]) =>
        [cell, typeof value === "string" ? value.replace("máy này viết 3.5", `máy này viết 3${decimal}5`) : value]));
      const found = await Promise.all(Object.keys(values).map(async (cell) => [cell, await this.form(cell, sheet)]));
      expect(Object.fromEntries(found)).toEqual(expected);
    });

  override readonly standings = async (): Promise<Record<string, unknown>> => {
    const heads = ["Mã đơn vị", "Điểm", "Tỷ lệ (%)", "Xếp loại", "Hạng"];
    const { cells } = this.stage.book().workbook().sheets.find(({ name }) => name === "Xếp hạng")!;
    const at = cells.findIndex((cut) => heads.every((head) => cut?.some((cell) => cell?.v === head)));
    const columns = heads.map((head) => cells[at]!.findIndex((cell) => cell?.v === head));
    const rows = cells.slice(at + 1, at + 5).map((cut) => columns.map((column) => cut?.[column]?.v ?? null));
    return Object.fromEntries(rows.map(([code, ...values]) => [String(code), values]));
  };
}

/** A cell copied within Sheets brings its looks and takes the dropdown with it; nobody can hinder that there. */
const left = new Set(["a cell copied from another sheet brings no looks, and takes no dropdown away"]);

function preset(): Plan {
  const plan = new Plan();
  plan.preset("hcm-xa-2026");
  return plan;
}

describe.each(["vi_VN", "en_US"])("the main job in the sidebar of a spreadsheet of %s", (locale) => {
  const told = parts();
  const part: Part = (name, tell) => {
    if (!left.has(name)) told(name, tell);
  };
  let seat: SheetsSeat;
  let stage: Stage;

  beforeAll(async () => {
    builtSheets();
    const { workbook } = preset();
    stage = await openStage({ ...workbook, sheets: workbook.sheets.filter(({ name }) => name === "Phụ lục") }, locale);
    seat = new SheetsSeat(stage);
    stage.page.setDefaultTimeout(30000);
  }, 600000);
  afterAll(async () => {
    await stage?.close();
  });
  afterEach(async () => {
    await picture(stage.page, `sheets-${locale}`);
    expect(stage.faults).toEqual([]);
  });

  tellFilling(part, () => seat);
  tellJudging(part, () => seat);
  tellRanking(part, () => seat);

  part("a language that was chosen is spoken when the sidebar is opened again", async () => {
    const { page, panel } = seat;
    await panel.choose("English");
    await eventually(async () => expect(await panel.button("Open the menu").count()).toBe(1));
    await page.evaluate("openSidebar()");
    await eventually(async () => expect(await panel.button("Open the menu").count()).toBe(1));
    expect(await seat.language()).toBe("en");
    await seat.speakVietnamese();
    await panel.says("Cần xem lại");
  });

  part("nothing stands out of the sidebar's 300 pixels", async () => {
    const width = await seat.panel.root.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBe(300);
  });
});
