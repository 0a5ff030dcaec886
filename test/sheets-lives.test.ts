import { createApp } from "../core/app";
import type { Patch } from "../core/sheet/patch";
import type { CellValue, Workbook } from "../core/sheet/workbook";
import { parseCellName } from "../core/sheet/address";
import { readXlsx, writeXlsx } from "../excel-addin/page/xlsx";
import { Person } from "./double/sheets/person";
import { openExcel } from "./host-excel";
import { Desk } from "./kit/desk";
import { annex } from "./kit/story";
import { builtSheets, openSheets, type SheetsDesk } from "./sheets-desk";

beforeAll(() => void builtSheets(), 600000);

const app = createApp();
const plan = new Desk();
const choice = { units: [{ code: "HT", name: "Phường Hạc Thành" }], year: "2026" };

/** The story's rubric, confirmed. */
function confirmed(): Workbook {
  const desk = new Desk();
  desk.paste("Phụ lục", annex.map((row) => row.map((text) => (text === "" ? null : text))));
  desk.confirm();
  return desk.workbook;
}

async function write({ host }: SheetsDesk, patch: Patch | null): Promise<void> {
  expect(await host.write(patch!)).toEqual({ ok: true });
}
async function buildIn(desk: SheetsDesk): Promise<void> {
  await write(desk, plan.all(app.build(await desk.host.read(), choice)).patch);
}
const value = ({ book }: SheetsDesk, cell: string, sheet = "Phiếu"): CellValue => {
  const { row, column } = parseCellName(cell)!;
  return book.engine.value(book.engine.find(sheet)!, row, column);
};
/** Everything that the story's form asks, with the total that it gives. */
function fill({ person }: SheetsDesk, decimal: "," | "."): void {
  const figures: readonly (readonly [string, string])[] = [
    ["F10", "Có"], ["F12", `3${decimal}5`], ["F13", "7"], ["F15", "Có"], ["F16", "20"], ["F19", "650"], ["F20", "1000"],
    ["F22", "Đúng hạn"], ["F23", "Trễ hạn"], ["F24", "Không thực hiện"], ["F25", "Đúng hạn"], ["F27", "85%"],
    ["F30", `0${decimal}5`], ["F32", "5"],
  ];
  for (const [cell, text] of figures) expect([cell, person.type("Phiếu", cell, text)]).toEqual([cell, null]);
}
const total = 13.83;
async function status(desk: SheetsDesk): Promise<{ stage: string; points: string | undefined; problems: number }> {
  const { stage, totals, findings } = app.look(await desk.host.read());
  return { stage, points: totals?.points, problems: findings.length };
}

describe.each([["vi_VN", ","], ["en_US", "."]] as const)("in a spreadsheet of %s", (locale, decimal) => {
  test("a form is built, filled in by hand and read to the same total", async () => {
    const desk = openSheets({ workbook: confirmed(), own: true, locale });
    await buildIn(desk);
    fill(desk, decimal);
    expect([value(desk, "H33"), value(desk, "I33"), value(desk, "I12")]).toEqual([total, "Đã điền đủ", ""]);
    expect(await status(desk)).toEqual({ stage: "full", points: "13.83", problems: 0 });
  });

  test("what breaks a check is refused when typed, and found when pasted", async () => {
    const desk = openSheets({ workbook: confirmed(), own: true, locale });
    await buildIn(desk);
    fill(desk, decimal);
    for (const [cell, text] of [["F12", "abc"], ["F12", "-1"], ["F22", "đúng hạn"], ["F16", `3${decimal}5`], ["F30", "2"], ["F27", "1200%"]] as const) {
      expect([cell, text, desk.person.type("Phiếu", cell, text)]).toEqual([cell, text, expect.stringMatching(/violates the data validation/)]);
    }
    expect(value(desk, "H33")).toBe(total);
    desk.person.paste("Phiếu", "F19", "abc\n1000");
    const { stage, problems } = await status(desk);
    expect({ stage, problems: problems > 0, shown: value(desk, "I19") }).toEqual({ stage: "form", problems: true, shown: `Phải là số (máy này viết 3${decimal}5)` });
  });

  test("the decimal mark of the other world is told apart, or shows by its size", async () => {
    const desk = openSheets({ workbook: confirmed(), own: true, locale });
    await buildIn(desk);
    fill(desk, decimal);
    const other = decimal === "," ? "0.85" : "0,85";
    // Sheets drops the mark: 085 is 85, which the share's own bounds refuse.
    expect(desk.person.type("Phiếu", "F27", other)).toMatch(/violates the data validation/);
    expect(value(desk, "H33")).toBe(total);
  });

  test("the spreadsheet's locale is changed after the build: nothing moves, and filling in goes on", async () => {
    const desk = openSheets({ workbook: confirmed(), own: true, locale });
    await buildIn(desk);
    fill(desk, decimal);
    const formulas = (await desk.host.read()).sheets.map((sheet) => sheet.formulas);
    desk.book.setLocale(locale === "vi_VN" ? "en_US" : "vi_VN");
    const mark = decimal === "," ? "." : ",";
    const again = await desk.host.read();
    expect(again.facts.decimal).toBe(mark);
    expect(again.sheets.map((sheet) => sheet.formulas)).toEqual(formulas);
    expect([value(desk, "H33"), app.look(again).totals?.points]).toEqual([total, "13.83"]);
    expect(desk.person.type("Phiếu", "F12", `1${mark}75`)).toBeNull();
    expect([value(desk, "F12"), value(desk, "H11")]).toEqual([1.75, 0.5]);
    await buildIn(desk);
    expect([value(desk, "F12"), value(desk, "H33")]).toEqual([1.75, 13.33]);
  });
});

describe("two people", () => {
  const people = ["chu@so.gov.vn", "xa@so.gov.vn"];

  test("somebody edits while a build is worked out: it is refused and nothing is written", async () => {
    const desk = openSheets({ workbook: confirmed(), own: true, people });
    const { patch } = plan.all(app.build(await desk.host.read(), choice));
    const other = new Person(desk.book, people[1]);
    expect(other.type("Bộ chỉ số", "D6", "3")).toBeNull();
    const result = await desk.host.write(patch!);
    expect(result.ok).toBe(false);
    expect(desk.book.engine.find("Phiếu")).toBeNull();
    await buildIn(desk);
    expect(value(desk, "E9")).toBe(3);
  });

  test("while another run holds the lock nothing is written, and the person is told so", async () => {
    const desk = openSheets({ workbook: confirmed(), own: true });
    const { patch } = plan.all(app.build(await desk.host.read(), choice));
    desk.book.lockedBy = {};
    await expect(desk.host.write(patch!)).rejects.toMatchObject({ name: "HostError", code: "busy" });
    expect(desk.book.engine.find("Phiếu")).toBeNull();
  });

  test("an officer fills in what the owner's form leaves open, and nothing else; reading needs no right", async () => {
    const desk = openSheets({ workbook: confirmed(), own: true, people });
    await buildIn(desk);
    const officer = new Person(desk.book, people[1]);
    expect(officer.type("Phiếu", "F12", "3,5")).toBeNull();
    expect(officer.type("Phiếu", "H11", "2")).toMatch(/protected cell/);
    expect(officer.type("Phiếu", "D11", "x")).toMatch(/protected cell/);
    desk.book.user = people[1]!;
    expect((await status(desk)).stage).toBe("form");
    await expect(buildIn(desk)).rejects.toMatchObject({ name: "HostError", code: "protected" });
    expect(value(desk, "F12")).toBe(3.5);
  });

  test("a sheet that somebody else protects refuses a rebuild before anything is written", async () => {
    const desk = openSheets({ workbook: confirmed(), own: true, people });
    await buildIn(desk);
    const sheet = desk.book.engine.find("Phiếu")!;
    const { guards } = desk.book.extra(sheet);
    guards.splice(0, guards.length, {
      area: null, open: [], description: "của tôi", warningOnly: false, domainEdit: false, editors: new Set([people[0]!]),
    });
    const before = JSON.stringify(desk.book.workbook());
    desk.book.user = people[1]!;
    await expect(buildIn(desk)).rejects.toMatchObject({ code: "protected" });
    expect(JSON.stringify(desk.book.workbook())).toBe(before);
  });
});

test("a spreadsheet that would hold more than ten million cells refuses a build, and not even the journal is written", async () => {
  const desk = openSheets({ workbook: confirmed(), own: true });
  const first = desk.book.engine.sheets[0]!;
  const grids = (): object => desk.book.engine.sheets.map((sheet) => {
    const { rows, columns } = desk.book.extra(sheet);
    return [sheet.name, rows, columns];
  });
  const all = (): object => [desk.book.workbook(), grids()];
  // Room for the journal, not for the form's own sheet.
  desk.book.extra(first).rows = 382000;
  const before = JSON.stringify(all());
  await expect(buildIn(desk)).rejects.toMatchObject({ name: "HostError", code: "too-big" });
  expect(JSON.stringify(all())).toBe(before);
});

describe("files cross over", () => {
  test("a form that the page saved goes on scoring, checking and being read in Sheets, and again in the page", async () => {
    const desk = new Desk(confirmed());
    desk.build({ code: "HT", name: "Phường Hạc Thành" });
    const sheets = openSheets({ workbook: await readXlsx(await writeXlsx(desk.workbook)) });
    expect(sheets.book.engine.find("_scorebook")!.state).toBe("hidden");
    fill(sheets, ",");
    expect([value(sheets, "H33"), value(sheets, "I33")]).toEqual([total, "Đã điền đủ"]);
    expect(await status(sheets)).toEqual({ stage: "full", points: "13.83", problems: 0 });
    expect(sheets.person.type("Phiếu", "F22", "đúng hạn")).toMatch(/violates/);
    expect(sheets.person.type("Phiếu", "F27", "1200%")).toMatch(/violates/);

    const back = new Desk(await readXlsx(await writeXlsx(sheets.book.workbook())));
    const look = back.look();
    expect([look.stage, look.totals?.points, look.findings]).toEqual(["full", "13.83", []]);
    expect(back.build({ code: "HT", name: "Phường Hạc Thành" })).toBeTruthy();
    expect(back.value(back.cell("2", { input: "a" }))).toBe(3.5);
  });

  test("a form that Excel's task pane built goes on in Sheets", async () => {
    const excel = openExcel(confirmed());
    const { patch } = plan.all(app.build(await excel.host.read(), choice));
    expect(await excel.host.write(patch!)).toEqual({ ok: true });
    const sheets = openSheets({ workbook: await readXlsx(await writeXlsx(excel.engine.workbook())), locale: "en_US" });
    fill(sheets, ".");
    expect(await status(sheets)).toEqual({ stage: "full", points: "13.83", problems: 0 });
  });

  test("a ranking built in Sheets goes on in a file, and one from a file in Sheets", async () => {
    const sheets = openSheets({ workbook: confirmed(), own: true });
    const units = ["HT", "DS"].map((code) => ({ code, name: `Phường ${code}` }));
    await write(sheets, plan.all(app.build(await sheets.host.read(), { units, year: "2026" })).patch);
    const forms = sheets.book.engine.sheets.map(({ name }) => name).filter((name) => name.startsWith("Phiếu"));
    expect(forms).toHaveLength(2);
    sheets.person.type(forms[0]!, "F10", "Có");
    sheets.person.type(forms[1]!, "F10", "Không");
    await write(sheets, plan.all(app.rank(await sheets.host.read())).patch);
    const ranks = (workbook: Workbook): Record<string, unknown> => {
      const { cells } = workbook.sheets.find(({ name }) => name === "Xếp hạng")!;
      const at = cells.findIndex((cut) => cut?.some((cell) => cell?.v === "Mã đơn vị"));
      const [code, rank] = ["Mã đơn vị", "Hạng"].map((head) => cells[at]!.findIndex((cell) => cell?.v === head));
      return Object.fromEntries(cells.slice(at + 1, at + 3).map((cut) => [cut?.[code!]?.v, cut?.[rank!]?.v]));
    };
    expect(ranks(sheets.book.workbook())).toEqual({ HT: 1, DS: 2 });
    const there = openSheets({ workbook: await readXlsx(await writeXlsx(sheets.book.workbook())) });
    there.person.type(forms[1]!, "F10", "Có");
    there.person.type(forms[1]!, "F32", "5");
    expect(ranks(there.book.workbook())).toEqual({ HT: 2, DS: 1 });
    await write(there, plan.all(app.rank(await there.host.read())).patch);
    expect(ranks(there.book.workbook())).toEqual({ HT: 2, DS: 1 });
  });
});
