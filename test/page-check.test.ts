import { guardsOf } from "../core/sheet/guards";
import { writeXlsx } from "../excel-addin/page/xlsx";
import { type Desk as PageDesk, openBytes, openDesk, saveWorkbook } from "./kit/browser";
import { bookInUse, entered, without } from "./kit/damaged-book";
import { Desk } from "./kit/desk";
import { PanelView } from "./kit/story";
import { damageRows } from "./rows/damages";
import "./kit/words";

jest.setTimeout(300000);

let page: PageDesk;
let panel: PanelView;
let whole: Desk;
let spent = 0;
beforeAll(async () => {
  whole = bookInUse();
  page = await openDesk({ workbook: whole.workbook });
  page.page.setDefaultTimeout(30000);
  panel = new PanelView(page.page);
});
afterAll(async () => {
  process.stdout.write(`${rows.length} damaged files checked and repaired in the page in ${Math.round(spent)} ms\n`);
  await page?.close();
});
afterEach(() => expect(page.faults).toEqual([]));

/** What the core finds in the workbook that the page would save. */
function left(desk: Desk): string[] {
  const guards = guardsOf(desk.workbook, desk.all(desk.app.asks(desk.snapshot())));
  return desk.all(desk.app.check(desk.snapshot(), guards)).findings.filter(({ repairs }) => repairs).map(({ issue }) => issue.code);
}

test("a workbook in use is whole, as a file too", async () => {
  await openBytes(page.page, await writeXlsx(whole.workbook), "đang dùng.xlsx");
  await panel.choose("Kiểm tra và sửa");
  await panel.says("Không có chỗ nào hỏng.", "2 phiếu", "36 câu trả lời", "Kiểm tra lại");
});

/** Two of five, so that every kind is among them. */
const rows = damageRows.filter((_, at) => at % 5 < 2);

test.each(rows)("$name", async ({ name, damage, found, left: stays = [], page: seen = found, gone = 0, parked = 0, entered: more = 0 }) => {
  const damaged = whole.copy();
  damage(damaged);
  const before = entered(whole);
  const bytes = await writeXlsx(damaged.workbook);
  const began = performance.now();
  await openBytes(page.page, bytes, `${name}.xlsx`);
  await panel.choose("Kiểm tra và sửa");
  await panel.says("Đã so ");
  const text = await panel.text();
  const cells = seen.map((line) => / (.+)!([A-Z]+\d+)$/.exec(line)).filter((match) => match !== null);
  for (const [, sheet, cell] of cells) expect(text).toContain(`${sheet} · ${cell}`);
  const mends = seen.filter((line) => !stays.includes(line)).length;
  if (mends === 0) {
    expect(await panel.root.getByRole("button", { name: /^Sửa \d/ }).count()).toBe(0);
  } else {
    await panel.press(`Sửa ${mends} chỗ`);
    await panel.says(`Đã sửa ${mends} chỗ, giữ nguyên `);
  }
  const saved = new Desk((await saveWorkbook(page.page)).workbook);
  spent += performance.now() - began;
  expect(left(saved)).toEqual([]);
  const stay = entered(saved);
  expect(without(before, stay)).toHaveLength(gone + parked);
  expect(without(stay, before)).toHaveLength(more);
});
