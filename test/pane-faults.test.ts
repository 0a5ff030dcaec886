import type { Sheet, Workbook } from "../core/sheet/workbook";
import { openingBook } from "../excel-addin/page/opening";
import { builtFolder, builtPage } from "./kit/browser";
import { Desk } from "./kit/desk";
import { openPane, type Pane } from "./kit/pane";
import { PanelView } from "./kit/story";

jest.setTimeout(120000);

let form: Workbook;
beforeAll(() => {
  builtPage();
  builtFolder("stage");
  const desk = new Desk(openingBook());
  desk.confirm();
  desk.build({ code: "HT", name: "Phường Hạc Thành" });
  form = { ...desk.workbook, active: "Phiếu" };
}, 300000);

let pane: Pane | undefined;
afterEach(async () => {
  await pane?.close();
  pane = undefined;
});

async function openForm(): Promise<{ pane: Pane; panel: PanelView }> {
  pane = await openPane({ workbook: form, remembered: { "pane-welcome": "seen" } });
  const panel = new PanelView(pane.page);
  await panel.says("Phường Hạc Thành", "Còn 73 ô trống.");
  return { pane, panel };
}

/** Settings that change every form of the workbook. */
async function saveBands(panel: PanelView): Promise<void> {
  await panel.choose("Thiết lập");
  await panel.root.getByLabel("Dùng bảng xếp loại của").selectOption({ label: "Lào Cai, DTI 2022 và 2023" });
  await panel.press("Lưu thiết lập");
}

/** A row without the cells behind its last that holds or looks like something: one that was emptied is as good as none. */
function trimmed(cut: Sheet["cells"][number] = []): Sheet["cells"][number] {
  let length = cut.length;
  while (length > 0 && (cut[length - 1] ?? null) === null) length--;
  return cut.slice(0, length);
}

const values = ({ engine }: Pane): string =>
  JSON.stringify(engine.workbook().sheets.map(({ name, cells }) => [name, cells.map((cut) => trimmed(cut))]));

test("a cell being typed in: said in words, nothing written, done once the cell is finished", async () => {
  const { pane, panel } = await openForm();
  const before = values(pane);
  pane.double.beginEdit();
  await saveBands(panel);
  await panel.says("Có một ô đang gõ dở. Nhấn Enter để kết thúc, rồi thử lại.");
  expect(values(pane)).toBe(before);
  pane.double.endEdit();
  await panel.press("Thử lại");
  await panel.says("Đã lưu thiết lập.");
  expect(pane.faults).toEqual([]);
});

test("a form protected with somebody's password: said in words, nothing written, done once it is taken off", async () => {
  const { pane, panel } = await openForm();
  const sheet = pane.engine.find("Phiếu")!;
  sheet.guard = { allows: sheet.guard!.allows, password: "mật khẩu" };
  const before = values(pane);
  await saveBands(panel);
  await panel.says("Trang tính đang được người khác hoặc mật khẩu bảo vệ.");
  expect(values(pane)).toBe(before);
  sheet.guard = null;
  await panel.press("Thử lại");
  await panel.says("Đã lưu thiết lập.");
  expect(pane.faults).toEqual([]);
});

test("a workbook opened to read only: said in words, nothing written, still read and explained", async () => {
  const { pane, panel } = await openForm();
  pane.engine.readOnly = true;
  const before = values(pane);
  await saveBands(panel);
  await panel.says("Tệp đang mở ở chế độ chỉ đọc.");
  expect(values(pane)).toBe(before);
  await panel.press("Quay lại");
  await panel.press("Đến ô tiếp theo");
  await panel.says("Vì sao 01");
  expect(pane.faults).toEqual([]);
});

test("a person's hand in the sheet is heard: what was typed counts, what was picked where nothing tells of it too", async () => {
  const { pane, panel } = await openForm();
  const sheet = pane.engine.find("Phiếu")!;
  pane.engine.write(sheet, { row: 9, column: 5 }, [["Có"]], { by: "person", pick: true });
  await panel.total("2,00", "100");
  pane.engine.write(sheet, { row: 11, column: 5 }, [[3], [4]], { by: "person" });
  await panel.total("3,50", "100");
  expect(pane.faults).toEqual([]);
});
