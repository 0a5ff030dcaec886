import type { Locator, Page } from "playwright-core";
import type { CellValue, Workbook } from "../../core/sheet/workbook";
import { cellName } from "../../core/sheet/address";

/**
 * A decision's annex as it comes out of a document: a title block, a header of two rows, three groups, eight criteria of
 * different kinds in the words of real decisions. 4, 6 and 8 need an assumption; 7 contradicts itself.
 */
export const annex: readonly (readonly string[])[] = [
  ["PHỤ LỤC", "", "", "", ""],
  ["BỘ CHỈ SỐ ĐÁNH GIÁ CHUYỂN ĐỔI SỐ CẤP XÃ NĂM 2026", "", "", "", ""],
  ["(Kèm theo Quyết định số 12/QĐ-UBND ngày 05 tháng 01 năm 2026)", "", "", "", ""],
  ["", "", "", "", ""],
  ["STT", "Chỉ số, tiêu chí", "Điểm", "Hướng dẫn chấm", ""],
  ["", "", "Tối đa", "Cách tính điểm", "Tài liệu kiểm chứng"],
  ["I", "Nhận thức số", "6", "", ""],
  [
    "1", "Người đứng đầu là Trưởng Ban Chỉ đạo chuyển đổi số", "2",
    "Trưởng Ban là Bí thư/Chủ tịch: điểm tối đa. Chưa có BCĐ, hoặc có nhưng Trưởng Ban không phải Bí thư/Chủ tịch: 0 điểm.",
    "Quyết định thành lập",
  ],
  [
    "2", "Chủ trì các cuộc họp về chuyển đổi số", "2",
    "a = số cuộc họp do Bí thư/Chủ tịch chủ trì; b = tổng số cuộc họp. Tỷ lệ = a/b. Điểm = Tỷ lệ*Điểm tối đa.",
    "Thông báo kết luận",
  ],
  [
    "3", "Cổng thông tin có chuyên mục riêng về chuyển đổi số", "2",
    "Có chuyên mục và số tin, bài trong năm: từ 52 trở lên: điểm tối đa; từ 20 đến 51: 1/2*điểm tối đa; " +
      "dưới 20: 1/4*điểm tối đa. Chưa có chuyên mục: 0 điểm.",
    "Đường dẫn chuyên mục",
  ],
  ["II", "Hoạt động chính quyền số", "11", "", ""],
  [
    "4", "Tỷ lệ hồ sơ trực tuyến toàn trình", "5",
    "a = hồ sơ toàn trình; b = tổng hồ sơ. Từ 80% trở lên: điểm tối đa; dưới 80%: Tỷ lệ*điểm tối đa.", "Báo cáo",
  ],
  [
    "5", "Báo cáo định kỳ hàng quý", "2", "Mỗi quý: đúng hạn 0,5 điểm; trễ hạn 0,25 điểm; không thực hiện 0 điểm.",
    "Văn bản báo cáo",
  ],
  ["6", "Tỷ lệ hồ sơ có kết quả giải quyết bản điện tử", "4", "100%: điểm tối đa; dưới 100%: Tỷ lệ*điểm tối đa.", "Báo cáo"],
  ["III", "Hoạt động kinh tế số và xã hội số", "3", "", ""],
  [
    "7", "Tổ chức triển khai kế hoạch phát triển kinh tế số", "1",
    "Đã ban hành kế hoạch hoặc tổ chức triển khai: điểm tối đa. Chưa ban hành hoặc chưa triển khai: 0 điểm.", "Kế hoạch",
  ],
  [
    "8", "Tuyên truyền, hướng dẫn người dân dùng dịch vụ số", "2",
    "Đủ 7 nội dung: điểm tối đa; chưa đủ: Điểm = Tỷ lệ*điểm tối đa; chưa tuyên truyền: 0 điểm.", "Báo cáo, hình ảnh",
  ],
  ["", "Tổng cộng", "20", "", ""],
];

/** Rows as a spreadsheet puts them on the clipboard. */
export const tabbed = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.map((text) => (/["\n\t]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text)).join("\t")).join("\n");

/** Asks again until an expectation holds, or throws its last failure. */
export async function eventually(expectation: () => Promise<void> | void, patience = 15000): Promise<void> {
  for (const until = Date.now() + patience; ; ) {
    try {
      return await expectation();
    } catch (error) {
      if (Date.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, 60));
    }
  }
}

export type Part = (name: string, tell: () => Promise<void>) => void;

/** The parts of a story, told one after another; after one that failed the others cannot go on. */
export function parts(): Part {
  let broken = false;
  return (name, tell) =>
    test(name, async () => {
      if (broken) throw new Error("an earlier part of the story failed");
      broken = true;
      await tell();
      broken = false;
    });
}

let pictures = 0;
/** Where `STORY_PICTURES` names a folder, what the page looks like now. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env["STORY_PICTURES"];
  pictures += 1;
  const number = String(pictures).padStart(2, "0");
  if (folder !== undefined) await page.screenshot({ path: `${folder}/story-${name}-${number}.png` });
}

/** What a person sees and presses in the panel. */
export class PanelView {
  constructor(
    readonly page: Page,
    readonly root: Locator = page.locator(".panel-root"),
  ) {}

  async text(): Promise<string> {
    return (await this.root.innerText()).replace(/\s+/g, " ");
  }

  says(...parts: readonly string[]): Promise<void> {
    return eventually(async () => {
      const text = await this.text();
      for (const part of parts) expect(text).toContain(part);
    });
  }

  saysNo(part: string): Promise<void> {
    return eventually(async () => expect(await this.text()).not.toContain(part));
  }

  /** The number on top once it stands still: points, maximum, what stands beside it. */
  total(points: string, max: string, ...beside: readonly string[]): Promise<void> {
    return eventually(async () => {
      expect(await this.root.locator(".sb-total-line").innerText()).toMatch(new RegExp(`^${points}\\s*/${max}(\\s|$)`));
      const text = await this.root.locator(".sb-total").innerText();
      for (const part of beside) expect(text).toContain(part);
    });
  }

  button(name: string): Locator {
    return this.root.getByRole("button", { name, exact: true }).last();
  }

  press(name: string): Promise<void> {
    return this.button(name).click();
  }

  async choose(command: string, menu = "Mở danh mục lệnh"): Promise<void> {
    await this.press(menu);
    // "Hoàn tác: lập lại phiếu" holds the name of another command.
    await this.root.locator("[role^=menuitem]", { hasText: new RegExp(`^\\s*${command.replace(/[.()?*+|]/g, "\\$&")}`) }).click();
  }

  /** How many problems wait, by the lists' own counts. */
  async problems(): Promise<number> {
    const counts = await this.root.locator(".sb-level-3 .sb-count").allInnerTexts();
    return counts.reduce((sum, count) => sum + Number(count), 0);
  }
}

/** The values of a saved workbook's sheet, by cell name. */
export function valuesOf(workbook: Workbook, sheet: string): (cell: string) => CellValue {
  const found = workbook.sheets.find(({ name }) => name === sheet);
  if (found === undefined) throw new Error(`no sheet ${sheet}`);
  const values = new Map<string, CellValue>();
  found.cells.forEach((cut, row) => cut?.forEach((cell, column) => {
    if (cell !== undefined) values.set(cellName(row, column), cell.v);
  }));
  return (cell) => values.get(cell) ?? null;
}
