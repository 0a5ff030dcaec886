import { readXlsxFile } from "../excel-addin/page/xlsx";
import { bookInUse } from "./kit/damaged-book";
import type { Desk as Place } from "./kit/desk";
import { type Desk, goTo, openBytes, openDesk, saveWorkbook, typeInto } from "./kit/browser";
import { inputOf, own, ownBook } from "./kit/own-book";
import { type Held, heldIn } from "./kit/own-parts";
import { PanelView } from "./kit/story";
import "./kit/words";

jest.setTimeout(180000);

let desk: Desk;
let panel: PanelView;
let bytes: Uint8Array;
let place: Place;
beforeAll(async () => {
  place = bookInUse();
  bytes = await ownBook(place);
  desk = await openDesk();
  desk.page.setDefaultTimeout(30000);
  panel = new PanelView(desk.page);
});
afterAll(async () => {
  await desk?.close();
});
afterEach(() => expect(desk.faults).toEqual([]));

const held = async (): Promise<Record<string, Held>> => heldIn((await saveWorkbook(desk.page)).bytes);

const command = (id: string, params: object): Promise<boolean> =>
  desk.page.evaluate(([name, given]) => (globalThis.scorebook!.grid as unknown as {
    engine: { api: { executeCommand(id: string, params: object): Promise<boolean> } };
  }).engine.api.executeCommand(name, given), [id, params] as const);
const sheetIds = (name: string): Promise<{ unitId: string; subUnitId: string }> =>
  desk.page.evaluate((wanted) => {
    const { engine } = globalThis.scorebook!.grid as unknown as { engine: { api: {
      getActiveWorkbook(): { getId(): string; getSheetByName(name: string): { getSheetId(): string } };
    } } };
    const book = engine.api.getActiveWorkbook();
    return { unitId: book.getId(), subUnitId: book.getSheetByName(wanted).getSheetId() };
  }, name);
const rows = async (sheet: string, work: "insert-row-by-range" | "remove-row", row: number): Promise<boolean> => {
  await goTo(desk.page, `A${row + 1}`, sheet);
  const range = { startRow: row, endRow: row, startColumn: 0, endColumn: 20, rangeType: 1 };
  return command(`sheet.command.${work}`, { ...(await sheetIds(sheet)), range, direction: 0 });
};

test("what hangs on sheets is told of at opening, and saved after a rebuild and a repair as it was", async () => {
  await openBytes(desk.page, bytes, "của tôi.xlsx");
  expect(await desk.page.textContent(".notice")).toContain(
    "Tệp có biểu đồ, hình vẽ, ghi chú của ô: được giữ nguyên trong bản lưu, nhưng trang này không hiển thị.");
  const before = heldIn(bytes);
  expect(await held()).toEqual(before);

  await typeInto(desk.page, inputOf(place, "8", "n"), "7", own.form);
  await panel.choose("Lập lại phiếu");
  await panel.press("Lập phiếu");
  await panel.says("Trước khi lập lại");
  await panel.press("Lập lại phiếu");
  await panel.says("Đã lập phiếu");
  expect(await held()).toMatchObject({ [own.form]: before[own.form], [own.notes]: before[own.notes] });

  const { row, column } = place.cell("4", "self", own.form);
  await desk.page.evaluate(([sheet, atRow, atColumn]) => globalThis.scorebook!.host.write({
    expect: [], sheets: [{ sheet, blocks: [{ row: atRow, column: atColumn, cells: [[{ v: 9 }]] }], conditionals: [] }],
  }), [own.form, row, column] as const);
  await panel.choose("Kiểm tra và sửa");
  await panel.root.getByRole("button", { name: /^Sửa \d+ chỗ/ }).click();
  await panel.says("Đã sửa ");
  const { bytes: saved } = await saveWorkbook(desk.page);
  expect(heldIn(saved)).toMatchObject({ [own.form]: before[own.form], [own.notes]: before[own.notes] });
  expect((await readXlsxFile(saved)).issues.map(({ code }) => code)).toEqual(["file-parts-kept"]);
});

test("rows that somebody puts in or deletes take comments and charts along, undo brings them back; a form's rows stay", async () => {
  const before = (await held())[own.notes]!;
  for (const work of ["insert-row-by-range", "remove-row"] as const) {
    expect(await rows(own.form, work, 3)).toBe(false);
    await desk.page.locator("[role=dialog] button").first().click();
    await desk.page.waitForSelector("[role=dialog]", { state: "detached" });
  }
  expect(await rows(own.notes, "insert-row-by-range", 0)).toBe(true);
  expect((await held())[own.notes]).toEqual({ ...before, notes: [["B2", "Của riêng phòng"]], boxes: ["B2"], anchors: [[5, 3]] });
  expect(await rows(own.notes, "remove-row", 1)).toBe(true);
  expect((await held())[own.notes]).toEqual({ ...before, notes: [], boxes: [], anchors: [[4, 3]] });
  await goTo(desk.page, "A1", own.notes);
  await desk.page.keyboard.press("Control+z");
  await desk.page.keyboard.press("Control+z");
  expect((await held())[own.notes]).toEqual(before);
});

test("a sheet named anew keeps its own, and charts find it; a deleted one takes its own along", async () => {
  await command("sheet.command.set-worksheet-name", { ...(await sheetIds(own.form)), name: "Phiếu của phường" });
  const renamed = await held();
  expect(renamed["Phiếu của phường"]!.notes.length).toBe(2);
  for (const name of ["Phiếu của phường", own.notes]) expect(renamed[name]!.charts[0]).toContain("<c:f>'Phiếu của phường'!$N$");
  await command("sheet.command.remove-sheet", await sheetIds(own.notes));
  const left = await held();
  expect(left[own.notes]).toBeUndefined();
  expect(left["Phiếu của phường"]).toEqual(renamed["Phiếu của phường"]);
  await goTo(desk.page, inputOf(place, "8", "n"), "Phiếu của phường");
  await desk.page.keyboard.press("Control+z");
  expect(await held()).toEqual(renamed);
});
