import { cellName } from "../core/sheet/address";
import type { Workbook } from "../core/sheet/workbook";
import { comparable } from "./host-contract";
import { cellText, goTo, openBytes, pasteInto, saveWorkbook } from "./kit/browser";
import { digits15, recalculate } from "./kit/engines";
import { pageSeat, paneSeat, type Seat } from "./kit/seat";
import { parts, picture, valuesOf } from "./kit/story";
import { tellFilling } from "./kit/story-filling";
import { tellJudging } from "./kit/story-judging";
import { tellRanking } from "./kit/story-ranking";
import { readValues } from "./kit/xlsx-values";

jest.setTimeout(120000);

interface Saved {
  readonly bytes: Uint8Array;
  readonly workbook: Workbook;
}
const left: Saved[] = [];

describe.each([
  ["on the page", "page", pageSeat],
  ["in Excel's task pane", "pane", paneSeat],
] as const)("%s", (_where, name, open) => {
  const part = parts();
  let seat: Seat;
  let saved: Saved;

  beforeAll(async () => {
    seat = await open();
    seat.page.setDefaultTimeout(15000);
  }, 300000);
  afterAll(async () => {
    await seat?.desk.close();
  });
  afterEach(async () => {
    await picture(seat.page, name);
    expect([...seat.desk.faults, ...(await seat.refused())]).toEqual([]);
  });

  tellFilling(part, () => seat);
  tellJudging(part, () => seat);
  tellRanking(part, () => seat);

  part("the file is saved, and opened again it is where it was left", async () => {
    const { page, panel, holds } = seat;
    saved = await saveWorkbook(page);
    left.push(saved);
    await openBytes(page, saved.bytes, "phiếu của tôi.xlsx");
    await goTo(page, "F12", "Phiếu");
    await panel.total("15,08", "20", "75,4 %", "Dẫn dắt", "Tự chấm 14,33", "Hạng 2/3");
    await panel.says("Đã điền 8/8 tiêu chí", "Phiếu đã đủ. In, ký và gửi.");
    expect(await cellText(page, "F12")).toBe("3,5");
    await pasteInto(page, "F13", "3,5", "Phiếu");
    await holds("Phiếu", { H11: 2, N11: 2 });
    await panel.total("15,08", "20", "Tự chấm 15,33");
  });
});

/** Days and times of the log differ from telling to telling. */
const timeless = (workbook: Workbook): unknown =>
  JSON.parse(JSON.stringify(comparable(workbook)).replace(/\d{4}-\d\d-\d\d[T ]\d\d:\d\d/g, "…").replace(/\d\d\/\d\d\/\d{4} \d\d:\d\d/g, "…"));

test("page and task pane leave the same workbook, cell by cell", () => {
  const [page, pane] = left.map(({ workbook }) => workbook);
  expect(page!.sheets.flatMap(({ cells }) => cells.flat().filter((cell) => cell !== undefined)).length).toBeGreaterThan(3500);
  expect(timeless(pane!)).toEqual(timeless(page!));
});

test("the saved file holds the same totals, bands, ranks and statuses in LibreOffice and Gnumeric", async () => {
  const [{ bytes, workbook }] = left as [Saved];
  const file = { name: "story", bytes };
  const ours = readValues(bytes);
  const own = valuesOf(workbook, "Phiếu");
  expect(["H33", "N33", "N34", "N35", "I11", "I33"].map(own)).toEqual([14.33, 15.08, 75.4, "Dẫn dắt", "Đủ", "Đã điền đủ"]);
  let compared = 0;
  const engines = await Promise.all([recalculate("libreoffice", [file]), recalculate("gnumeric", [file])]);
  for (const sheets of engines.map((engine) => engine.get("story")!)) {
    for (const { name, cells } of workbook.sheets) {
      cells.forEach((cut, row) => cut?.forEach((cell, column) => {
        if (cell?.f === undefined) return;
        const theirs = sheets[name]?.[row]?.[column] ?? "";
        const mine = ours[name]![row]![column] ?? "";
        compared += 1;
        if (digits15(theirs) !== digits15(mine)) {
          const at = `${name}!${cellName(row, column)} =${cell.f}`;
          throw new Error(`${at} is ${JSON.stringify(theirs)}, not ${JSON.stringify(mine)}`);
        }
      }));
    }
  }
  expect(compared).toBeGreaterThan(1500);
});
