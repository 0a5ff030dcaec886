import { applyPatch, snapshotOf } from "../core/sheet/apply";
import { writtenIn } from "../core/sheet/journal";
import { hasJournal, journalColumn, journalSheet } from "../core/sheet/journal-mark";
import type { Facts, Snapshot } from "../core/sheet/snapshot";
import type { Workbook } from "../core/sheet/workbook";
import { ironCalculate } from "./double/iron-calc";
import { OfficeError } from "./double/office/office-object";
import { comparable } from "./host-contract";
import { builtFolder, builtPage } from "./kit/browser";
import { operations } from "./kit/killed";
import { openPane, type Pane } from "./kit/pane";
import { eventually, PanelView } from "./kit/story";

jest.setTimeout(240000);

beforeAll(() => {
  builtPage();
  builtFolder("stage");
}, 300000);

let pane: Pane | undefined;
afterEach(async () => {
  await pane?.close();
  pane = undefined;
});

const open = async (workbook: Workbook): Promise<{ pane: Pane; panel: PanelView }> => {
  pane = await openPane({ workbook, clock: true, remembered: { "pane-welcome": "seen" } });
  return { pane, panel: new PanelView(pane.page) };
};

const facts: Facts = { host: "excel", language: "vi", decimal: ",", now: "2026-11-22T08:00" };
const read = (workbook: Workbook): Snapshot => snapshotOf(workbook, facts, null);

/** The workbook as the patch in its journal leaves it, written in one go. */
function inOneGo(from: Workbook, dead: Workbook): object {
  const column = journalSheet(read(dead))!.values.map((line) => line[journalColumn] ?? null);
  const result = applyPatch(from, { ...writtenIn(column)!.patch, expect: [] });
  if (!result.ok) throw new Error("stale");
  return seen(ironCalculate(result.workbook));
}

const seen = (workbook: Workbook): object => JSON.parse(JSON.stringify({ ...comparable(workbook), active: null })) as object;

test("Excel stops answering in the middle: said in words; a pane opened later offers to go on, and ends it", async () => {
  const from = operations.find(({ name }) => name === "rank")!.from();
  const first = await open(from);
  await first.panel.choose("Thiết lập");
  await first.panel.root.getByLabel("Dùng bảng xếp loại của").selectOption({ label: "Lào Cai, DTI 2022 và 2023" });
  let things = 0;
  const { double } = first.pane;
  double.acting = ({ Name }) => {
    // In the second form, after the first one.
    if (Name !== "Formulas" || ++things < 2) return;
    double.silent = true;
    throw new OfficeError("GeneralException", "told to hang");
  };
  await first.panel.press("Lưu thiết lập");
  await eventually(() => expect(double.silent).toBe(true));
  await first.pane.page.clock.fastForward(10 * 60000);
  await first.panel.says("Chương trình bảng tính chưa trả lời. Đợi một lát, rồi thử lại.");
  expect(first.pane.faults).toEqual([]);
  const dead = first.pane.engine.workbook();
  expect(hasJournal(read(dead))).toBe(true);
  await first.pane.close();

  const { pane: second, panel } = await open(dead);
  await panel.says("Lần ghi trước dừng giữa chừng. Ghi tiếp để trang tính đầy đủ; số liệu đã nhập được giữ nguyên.");
  await panel.press("Ghi tiếp");
  await panel.says("Đã ghi xong.");
  const ended = second.engine.workbook();
  expect(hasJournal(read(ended))).toBe(false);
  expect(seen(ended)).toEqual(inOneGo(from, dead));
  expect(second.faults).toEqual([]);
});
