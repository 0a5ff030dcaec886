import type { Page } from "playwright-core";
import type { CellValue } from "../../core/sheet/workbook";
import { cellValue, type Desk, openDesk } from "./browser";
import { eventually, PanelView } from "./story";

/** Where a story is told: the panel, and the grid that stands beside it. */
export class Seat {
  constructor(
    readonly desk: Desk,
    readonly panel: PanelView = new PanelView(desk.page),
  ) {}

  get page(): Page {
    return this.desk.page;
  }

  readonly form = (cell: string, sheet = "Phiếu"): Promise<CellValue | undefined> => cellValue(this.page, sheet, cell);

  readonly holds = (sheet: string, values: Readonly<Record<string, unknown>>): Promise<void> =>
    eventually(async () => {
      const found = await Promise.all(Object.keys(values).map(async (cell) => [cell, await this.form(cell, sheet)]));
      expect(Object.fromEntries(found)).toEqual(values);
    });

  /** The language that the document around the panel declares. */
  readonly language = (): Promise<string | null> => this.panel.root.locator("xpath=ancestor::html").getAttribute("lang");

  /** Turns the panel from English to Vietnamese, by the page's own choice where it has one. */
  readonly speakVietnamese = async (): Promise<void> => {
    if (this.desk.frame === null) await this.page.locator(".bar select").selectOption("vi");
    else await this.panel.choose("Tiếng Việt", "Open the menu");
  };

  /** What Excel refused the task pane, with its reasons. */
  readonly refused = (): Promise<readonly string[]> =>
    this.page.evaluate(() => (globalThis as { readonly excel?: { readonly refused: readonly string[] } }).excel?.refused ?? []);

  /** Points, percent, band and rank of each unit of sheet `Xếp hạng`, by its heads. */
  readonly standings = (): Promise<Record<string, unknown>> => {
    const heads = ["Mã đơn vị", "Điểm", "Tỷ lệ (%)", "Xếp loại", "Hạng"];
    return this.page.evaluate(async (wanted) => {
      const { grid } = globalThis.scorebook!;
      await grid.settled();
      const { cells } = grid.save().sheets.find(({ name }) => name === "Xếp hạng")!;
      const at = cells.findIndex((cut) => wanted.every((head) => cut?.some((cell) => cell?.v === head)));
      const columns = wanted.map((head) => cells[at]!.findIndex((cell) => cell?.v === head));
      const rows = cells.slice(at + 1, at + 5).map((cut) => columns.map((column) => cut?.[column]?.v ?? null));
      return Object.fromEntries(rows.map(([code, ...values]) => [String(code), values]));
    }, heads);
  };
}

export const pageSeat = async (): Promise<Seat> => new Seat(await openDesk());

/** The task pane behind its first screen. */
export async function paneSeat(excel: Readonly<Record<string, string>> = {}): Promise<Seat> {
  const desk = await openDesk({ excel });
  try {
    await desk.frame!.getByRole("button", { name: "Bắt đầu" }).click();
  } catch (error) {
    await desk.close();
    throw new Error([String(error), ...desk.faults].join("\n"));
  }
  return new Seat(desk, new PanelView(desk.page, desk.frame!.locator(".panel-root")));
}
