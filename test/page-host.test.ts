import { gzipSync } from "node:zlib";
import { readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { parseCellName } from "../core/sheet/address";
import type { CellValue } from "../core/sheet/workbook";
import type { Patch } from "../core/sheet/patch";
import {
  type Desk, builtPage, cellText, cellValue, goTo, openBytes, openDesk, openWorkbook, pasteInto, saveWorkbook, typeInto,
} from "./kit/browser";
import { readXlsx, writeXlsx } from "../excel-addin/page/xlsx";
import { formWorkbook } from "./kit/form-workbook";
import { tidyWorkbook } from "./kit/workbooks";

jest.setTimeout(180000);

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk({ workbook: formWorkbook });
});
afterAll(async () => {
  await desk?.close();
});
afterEach(() => expect(desk.faults).toEqual([]));

const form = (cell: string): Promise<CellValue | undefined> => cellValue(desk.page, "Phiếu", cell);
const dialog = (): Promise<string | null> =>
  desk.page.locator("[role=dialog]").first().textContent({ timeout: 3000 }).catch(() => null);
const dismiss = async (): Promise<void> => {
  await desk.page.locator("[role=dialog] button").first().click();
  await desk.page.waitForSelector("[role=dialog]", { state: "detached" });
};

test.each([
  ["3,5", 3.5],
  ["3.5", 3.5],
  ["0,25", 0.25],
  ["12,345", 12.345],
  ["40", 40],
])("typed %s is the number %d, and the formula beside it follows", async (text, value) => {
  await typeInto(desk.page, "B2", text);
  expect(await form("B2")).toBe(value);
  expect(await form("C2")).toBe(Number((value / 4 + 1e-9).toFixed(2)));
});

test("a fraction is shown and edited with a comma, and editing alone does not change it", async () => {
  await typeInto(desk.page, "B2", "1,125");
  expect(await cellText(desk.page, "B2")).toBe("1,125");
  await desk.page.keyboard.press("F2");
  await desk.page.keyboard.press("Enter");
  expect(await form("B2")).toBe(1.125);
  await typeInto(desk.page, "B2", "40");
});

// Excel's rule for cells that show percents: whole percents are typed as numbers, a fraction without its 0 is a share.
test.each([
  ["85", 0.85],
  ["85,5", 0.855],
  ["85%", 0.85],
  ["100", 1],
  ["1", 0.01],
  ["0,85", 0.0085],
  [",85", 0.85],
])("typed %s into a cell that shows percents is %d, and editing alone does not change it", async (text, value) => {
  await typeInto(desk.page, "B8", text);
  expect(await form("B8")).toBe(value);
  await goTo(desk.page, "B8");
  await desk.page.keyboard.press("F2");
  await desk.page.keyboard.press("Enter");
  expect(await form("B8")).toBe(value);
});

test.each(["101", "-1", "850"])("typed %s into a share cell is refused in the form's own words", async (text) => {
  const before = await form("B8");
  await typeInto(desk.page, "B8", text);
  expect(await dialog()).toContain("Cần một tỷ lệ từ 0 % đến 100 %.");
  await dismiss();
  expect(await form("B8")).toBe(before);
});

test.each(["-5", "101", "1.000", "chín", "3,5,1", "85%", "85,5%", "12/5", "12/5/2026", "1e308", "0x10", "Infinity"])("typed %s is refused in the form's own words", async (text) => {
  const before = await form("B3");
  await typeInto(desk.page, "B3", text);
  expect(await dialog()).toContain("Cần một số từ 0 đến 100.");
  await dismiss();
  expect(await form("B3")).toBe(before);
});

describe("locked cells", () => {
  test("take neither typing nor Delete", async () => {
    await typeInto(desk.page, "C2", "99");
    await goTo(desk.page, "A2");
    await desk.page.keyboard.press("Delete");
    if ((await dialog()) !== null) await dismiss();
    expect(await form("A2")).toBe("Tiêu chí 1");
    expect(await form("C2")).toBe(10);
  });

  test("stop a paste that runs over them, before anything is written", async () => {
    await pasteInto(desk.page, "B3", "7\t1\n8\t2");
    expect(await dialog()).toContain("Không dán: vùng dán chạm ô khóa C3. Dán từng đoạn ô có nền màu.");
    await dismiss();
    expect([await form("B3"), await form("C3")]).toEqual([null, ""]);
  });

  test("are spoken of under the grid", async () => {
    await goTo(desk.page, "A2");
    expect(await desk.page.textContent(".standing")).toContain("ô khóa");
    await goTo(desk.page, "B3");
    expect(await desk.page.textContent(".standing")).toContain("Nhập số cuộc họp, từ 0 đến 100.");
  });
});

test("pasted figures become numbers; the cells keep their looks and checks", async () => {
  await pasteInto(desk.page, "B3", "7,25\n8,5");
  expect([await form("B3"), await form("B4")]).toEqual([7.25, 8.5]);
  await typeInto(desk.page, "B4", "-1");
  expect(await dialog()).toContain("Cần một số");
  await dismiss();
});

describe("a dropdown", () => {
  test("is picked with the mouse", async () => {
    await goTo(desk.page, "B5");
    const canvas = (await desk.page.locator("canvas[id^=univer-sheet-main]").boundingBox())!;
    await desk.page.mouse.click(canvas.x + 46 + 210 + 98 - 12, canvas.y + 20 + 4.5 * 20);
    await desk.page.getByText("Không", { exact: true }).last().click();
    expect(await form("B5")).toBe("Không");
  });

  test("is chosen with the keyboard from the line under the grid", async () => {
    await goTo(desk.page, "B5");
    await desk.page.keyboard.press("Alt+ArrowDown");
    await desk.page.keyboard.press("ArrowUp");
    expect(await form("B5")).toBe("Không");
    await desk.page.keyboard.press("Escape");
    expect(await form("B5")).toBe("Không");
    await desk.page.keyboard.press("Alt+ArrowDown");
    await desk.page.keyboard.press("ArrowUp");
    await desk.page.keyboard.press("Enter");
    expect(await form("B5")).toBe("Có");
    expect(await form("C5")).toBe(2);
  });

  test("knows its members in any case, and refuses others", async () => {
    await typeInto(desk.page, "B5", "KHÔNG");
    expect(await form("B5")).toBe("Không");
    await typeInto(desk.page, "B5", "Có lẽ");
    expect(await dialog()).toContain("Chọn một mục trong danh sách.");
    await dismiss();
    expect(await form("B5")).toBe("Không");
  });
});

test("formulas across sheets follow: total and rank", async () => {
  for (const [cell, text] of [["B2", "100"], ["B3", "10"], ["B4", "10"]] as const) await typeInto(desk.page, cell, text);
  expect(await form("C6")).toBe(30);
  expect(await form("C7")).toBe(1);
  expect(await cellText(desk.page, "C6")).toBe("30");
});

test("a file's name can be typed; what no system takes in a name is left out", async () => {
  const field = desk.page.getByLabel("Tên tệp khi lưu");
  await field.fill("Phiếu: quý 4/2026");
  await field.press("Enter");
  expect(await field.inputValue()).toBe("Phiếu quý 4 2026.xlsx");
  expect((await saveWorkbook(desk.page)).name).toBe("Phiếu quý 4 2026.xlsx");
  await field.fill("sổ");
  await field.press("Enter");
});

test("Ctrl+S saves what is being typed, and a name that is being typed", async () => {
  const { page } = desk;
  await goTo(page, "B3");
  await page.keyboard.type("10");
  const [first] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Control+s")]);
  expect(first.suggestedFilename()).toBe("sổ.xlsx");
  const { sheets } = await readXlsx(readFileSync(await first.path()));
  expect(sheets[0]!.cells[2]![1]!.v).toBe(10);
  const field = page.getByLabel("Tên tệp khi lưu");
  await field.fill("quý 4");
  const [second] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Control+s")]);
  expect(second.suggestedFilename()).toBe("quý 4.xlsx");
  await field.fill("sổ");
  await field.press("Enter");
});

test("a cell that stays open is said when the file is to be saved", async () => {
  const { page } = desk;
  await page.evaluate(() => {
    const { grid } = globalThis.scorebook!;
    const { endEditing } = grid;
    grid.endEditing = () => {
      grid.endEditing = endEditing;
      return new Promise(() => {});
    };
  });
  await page.keyboard.press("Control+s");
  await page.getByText("Có một ô đang gõ dở.").waitFor();
});

test("what is saved is what was shown, and opens again", async () => {
  const { workbook, bytes, name } = await saveWorkbook(desk.page);
  expect(name).toBe("sổ.xlsx");
  const filled: Record<string, CellValue> = {
    B2: 100, B3: 10, B4: 10, B5: "Không", B8: 0.85, C2: 25, C3: 2.5, C4: 2.5, C5: 0, C6: 30, C7: 1,
  };
  const expected = structuredClone(formWorkbook) as unknown as { sheets: { cells: ({ v: CellValue } | undefined)[][] }[] };
  for (const [cell, v] of Object.entries(filled)) {
    const held = expected.sheets[0]!.cells[Number(cell.slice(1)) - 1]![cell.charCodeAt(0) - 65]!;
    held.v = v;
  }
  expected.sheets[1]!.cells[1]![1]!.v = 30;
  [1, 2, 3].forEach((rank, i) => (expected.sheets[1]!.cells[i + 1]![2]!.v = rank));
  expect(tidyWorkbook(workbook)).toEqual(tidyWorkbook(expected as unknown as typeof formWorkbook));
  await openBytes(desk.page, bytes, "mở lại.xlsx");
  expect(await form("C6")).toBe(30);
  expect(Buffer.from((await saveWorkbook(desk.page)).bytes).equals(Buffer.from(bytes))).toBe(true);
});

describe("the host", () => {
  const write = (patch: Patch) => desk.page.evaluate((plain) => globalThis.scorebook!.host.write(plain), patch);
  const block = (row: number, column: number, v: CellValue): Patch["sheets"][number] => ({
    sheet: "Phiếu", blocks: [{ row, column, cells: [[{ v: v as string }]] }],
  });
  beforeAll(() => openWorkbook(desk.page, formWorkbook, "host.xlsx"));

  test("reads values, formulas and the selection in one go", async () => {
    await typeInto(desk.page, "B2", "3,5");
    await goTo(desk.page, "B4");
    const snapshot = await desk.page.evaluate(() => globalThis.scorebook!.host.read());
    expect(snapshot.facts).toMatchObject({ host: "page", language: "vi", decimal: ",", name: "host.xlsx" });
    expect(snapshot.facts.now).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/);
    expect(snapshot.selection).toEqual({ sheet: "Phiếu", row: 3, column: 1 });
    expect(snapshot.sheets.map(({ name, state }) => [name, state])).toEqual([
      ["Phiếu", "visible"], ["Xếp hạng", "visible"], ["_scorebook", "veryHidden"],
    ]);
    expect(snapshot.sheets[0]!.values[1]).toEqual(["Tiêu chí 1", 3.5, 0.88]);
    expect(snapshot.sheets[0]!.formulas[5]).toEqual([null, null, "SUM(C2:C5)"]);
  });

  test("writes into locked cells, text as text, and undo takes it back", async () => {
    expect(await write({ expect: [], sheets: [block(1, 0, "=1+1")] })).toEqual({ ok: true });
    expect(await form("A2")).toBe("=1+1");
    await goTo(desk.page, "B4");
    await desk.page.keyboard.press("Control+z");
    expect(await form("A2")).toBe("Tiêu chí 1");
    await desk.page.keyboard.press("Control+y");
    expect(await form("A2")).toBe("=1+1");
  });

  test("refuses a patch computed from other values, and writes nothing", async () => {
    const expect1 = [{ sheet: "Phiếu", row: 1, column: 1, values: [[4]] }];
    expect(await write({ expect: expect1, sheets: [block(1, 1, 9)] })).toEqual({ ok: false, stale: expect1 });
    expect(await form("B2")).toBe(3.5);
  });

  test("makes a sheet, keeps the others' state, shows the place and computes anew", async () => {
    const patch: Patch = {
      expect: [],
      sheets: [
        {
          sheet: "Báo cáo", create: true, position: 1,
          blocks: [{ row: 0, column: 0, cells: [[{ v: "Tổng" }, { f: "'Phiếu'!C6*2", v: 0 }]] }],
          styles: [{ area: { row: 0, column: 0, rows: 1, columns: 2 }, style: { bold: true } }],
        },
      ],
      show: { sheet: "Báo cáo", row: 0, column: 1 },
    };
    expect(await write(patch)).toEqual({ ok: true });
    expect(await cellValue(desk.page, "Báo cáo", "B1")).toBe(1.76);
    expect(await desk.page.evaluate(() => globalThis.scorebook!.grid.selection())).toEqual({ sheet: "Báo cáo", row: 0, column: 1 });
    await typeInto(desk.page, "B2", "40", "Phiếu");
    expect(await cellValue(desk.page, "Báo cáo", "B1")).toBe(20);
    await typeInto(desk.page, "B2", "-4", "Phiếu");
    expect(await dialog()).toContain("Cần một số");
    await dismiss();
  });

  test("tells of edits and selections, and stops when it is left", async () => {
    const heard = await desk.page.evaluate(async () => {
      const { host, grid } = globalThis.scorebook!;
      const changes: string[] = [];
      const leave = host.watch((change) => changes.push(change.kind));
      const frame = () => new Promise((done) => setTimeout(done, 400));
      await frame();
      changes.length = 0;
      await host.show({ sheet: "Phiếu", row: 2, column: 1 });
      await frame();
      grid.write([{ sheet: "Phiếu", block: { row: 2, column: 1, cells: [[{ v: 5 }]] } }]);
      await frame();
      leave();
      const told = [...changes];
      grid.write([{ sheet: "Phiếu", block: { row: 2, column: 1, cells: [[{ v: 6 }]] } }]);
      await frame();
      return { told, after: changes.length - told.length };
    });
    expect(heard.told[0]).toBe("select");
    expect(heard.told.filter((kind) => kind === "edit").length).toBeGreaterThanOrEqual(1);
    expect(heard.told.length).toBeLessThanOrEqual(6);
    expect(heard.after).toBe(0);
  });
});

test("a file that cannot be opened is said, and nothing is lost", async () => {
  const before = await form("B2");
  await desk.page.setInputFiles(".chooser", { name: "cũ.xls", mimeType: "", buffer: Buffer.from("abc") });
  expect(await desk.page.textContent(".notice.bad")).toContain("không phải tệp .xlsx");
  expect(await form("B2")).toBe(before);
});

test("a file dropped on the page is opened", async () => {
  const bytes = Array.from(await writeXlsx({ ...formWorkbook, sheets: [...formWorkbook.sheets].reverse(), active: "Xếp hạng" }));
  await desk.page.evaluate((plain) => {
    const files = new DataTransfer();
    files.items.add(new File([Uint8Array.from(plain)], "thả.xlsx"));
    const target = document.querySelector(".desk")!;
    for (const kind of ["dragover", "drop"]) {
      target.dispatchEvent(new DragEvent(kind, { dataTransfer: files, bubbles: true, cancelable: true }));
    }
  }, bytes);
  await desk.page.waitForFunction(() => document.querySelector(".notice")?.textContent?.includes("thả.xlsx") === true);
  expect(await desk.page.evaluate(() => globalThis.scorebook!.grid.selection()?.sheet)).toBe("Xếp hạng");
});

test("F6 leads from the grid to the panel and back", async () => {
  await goTo(desk.page, "B2", "Phiếu");
  const inPanel = () => desk.page.evaluate(() => document.activeElement?.closest(".panel") !== null);
  await desk.page.keyboard.press("F6");
  await desk.page.waitForFunction(() => document.activeElement?.closest(".panel") !== null);
  await desk.page.keyboard.press("F6");
  await desk.page.waitForFunction(() => document.activeElement?.closest(".panel") === null);
  expect(await inPanel()).toBe(false);
  await desk.page.keyboard.type("7");
  await desk.page.keyboard.press("Enter");
  expect(await form("B2")).toBe(7);
});

const inHand = (cell: string): Promise<unknown> =>
  desk.page.waitForFunction((start) => document.querySelector(".standing b")?.textContent?.startsWith(start) === true, `${cell}:`);

// In Excel a single cell stops at the edge of the sheet; several cells are gone round.
test.each([
  ["Xếp hạng", "C3", "Shift+Tab", "B3"],
  ["Xếp hạng", "C3", "Shift+Enter", "C2"],
  ["Xếp hạng", "A3", "Shift+Tab", "A3"],
  ["Xếp hạng", "C1", "Shift+Enter", "C1"],
  ["Phiếu", "B3", "Shift+Enter", "B2"],
  ["Phiếu", "C3", "Shift+Tab", "B3"],
  ["Phiếu", "B8", "Shift+Enter", "B5"],
])("on %s in %s, %s leads to %s", async (sheet, from, keys, to) => {
  await goTo(desk.page, from, sheet);
  await desk.page.keyboard.press(keys);
  await inHand(to);
  const { row, column } = parseCellName(to)!;
  expect(await desk.page.evaluate(() => globalThis.scorebook!.grid.selection())).toEqual({ sheet, row, column });
});

test("after a step back the next key types there, and a typed cell takes its value before the step", async () => {
  const { keyboard } = desk.page;
  await goTo(desk.page, "C3", "Phiếu");
  await keyboard.press("Shift+Tab");
  await inHand("B3");
  await keyboard.type("9");
  await keyboard.press("Shift+Enter");
  await inHand("B2");
  expect(await form("B3")).toBe(9);
  await keyboard.type("40");
  await keyboard.press("Shift+Tab");
  await inHand("A2");
  expect(await form("B2")).toBe(40);
});

test("a selection of several cells is gone round backwards", async () => {
  const { keyboard } = desk.page;
  await goTo(desk.page, "B2", "Xếp hạng");
  await keyboard.press("Shift+ArrowRight");
  await keyboard.press("Shift+ArrowDown");
  await keyboard.press("Shift+Tab");
  await inHand("C3");
  await keyboard.press("Shift+Tab");
  await inHand("B3");
});

test("the page around the grid has no accessibility faults", async () => {
  await desk.page.evaluate(readFileSync(require.resolve("axe-core"), "utf8"));
  const found = await desk.page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run(what: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } };
    const { violations } = await axe.run({ exclude: [[".grid"]] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`);
  });
  expect(found).toEqual([]);
});

test("the page speaks English, the grid too", async () => {
  await desk.page.selectOption(".bar select", "en");
  await desk.page.getByText("New", { exact: true }).waitFor();
  await desk.page.waitForSelector("html[lang=en]");
  await typeInto(desk.page, "B2", "2.5", "Phiếu");
  expect(await form("B2")).toBe(2.5);
  await desk.page.selectOption(".bar select", "vi");
});

test("the page works from a folder below another address", async () => {
  const below = await openDesk({ under: "/so/diem/", width: 450 });
  try {
    expect(await below.page.isVisible(".panel")).toBe(true);
    expect(await below.page.isVisible(".grid canvas")).toBe(false);
    await typeInto(below.page, "B9", "3,5");
    expect(await cellValue(below.page, "Phụ lục", "B9")).toBe(3.5);
    expect(await below.page.isVisible(".panel")).toBe(false);
    expect(below.faults).toEqual([]);
  } finally {
    await below.close();
  }
});

test("the weights are within the budget", () => {
  const folder = builtPage();
  const packed = (name: string): number => gzipSync(readFileSync(join(folder, name)), { level: 9 }).length;
  const scripts = readdirSync(folder).filter((name) => name.endsWith(".js"));
  const weights = scripts.map((name) => ({ name, bytes: statSync(join(folder, name)).size, packed: packed(name) }));
  const first = readFileSync(join(folder, "index.html"), "utf8");
  const opened = weights.filter(({ name }) => first.includes(name));
  const page = opened.reduce((sum, { packed: own }) => sum + own, 0);
  // Parts of earlier builds may still lie there; the page's own script names its parts by their hashes.
  const names = opened.map(({ name }) => readFileSync(join(folder, name), "utf8")).join("");
  const isOurs = (name: string): boolean => names.includes(name.split(".")[1]!);
  const files = weights.filter(({ name }) => /^xlsx/.test(name) && isOurs(name)).map(({ name, packed: own }) => [name.split(".")[0], own] as const);
  console.log(`page ${page} B, .xlsx parts ${files.map(([name, own]) => `${name!} ${own} B`).join(", ")}, grid ${packed("grid/engine.js")} B (gzip); ready after ${desk.readyAfter} ms`);
  expect(files.map(([name]) => name).sort()).toEqual(["xlsx-read", "xlsx-write"]);
  // One who opens a file loads the first, one who saves it the second: together no more than one part once was.
  expect(files.reduce((sum, [, own]) => sum + own, 0)).toBeLessThanOrEqual(75_000);
});
