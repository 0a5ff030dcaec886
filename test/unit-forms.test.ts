import { formsOf, type Named } from "../core/form/form-of-unit";
import { readUnits } from "../core/form/units-home";
import type { CellValue } from "../core/sheet/workbook";
import { Desk } from "./kit/desk";

const named = (text: string): Named => {
  const [code, name] = text.split("|") as [string, string];
  return { code, name };
};

test.each<[string, string[], string[], (number | null)[]]>([
  ["a code", ["X01|Xã A", "X02|Xã B"], ["X02|Xã B", "X01|Xã A"], [1, 0]],
  ["a code beside another name", ["X01|Xã A"], ["X01|Xã A mới"], [0]],
  ["one name under two codes", ["X01|Xã Tân Lập", "X09|Xã Tân Lập"], ["X09|Xã Tân Lập", "X01|Xã Tân Lập"], [1, 0]],
  ["a form of another commune of that name", ["X01|Xã Tân Lập", "X02|Xã B"], ["X09|Xã Tân Lập"], [null, null]],
  ["a form without a code for one of two communes", ["X01|Xã Tân Lập", "X09|Xã Tân Lập"], ["|Xã Tân Lập"], [null, null]],
  ["the same, where one has a form of its own", ["X01|Xã A", "X09|Xã A"], ["X01|Xã A", "|Xã A"], [0, null]],
  ["a code in other letters", ["X01|Xã A", "X 02|Xã B"], ["x01|Xã A", "x  02|Xã B"], [0, 1]],
  ["a code in other letters beside its own spelling", ["X01|Xã A"], ["x01|Xã A", "X01|Xã A"], [1]],
  ["two spellings of a code that is spelt otherwise", ["X01 |Xã A"], ["x01|Xã A", "X01|Xã A"], [null]],
  ["a name in other letters, without a code", ["X02|xã  b"], ["|Xã B"], [0]],
  ["decomposed letters", ["X02|Xã Đảo"], [`|${"Xã Đảo".normalize("NFD")}`], [0]],
  ["a unit without a code", ["|Xã A"], ["X01|Xã A"], [0]],
  ["a unit without a code, one name under two codes", ["|Xã A"], ["X01|Xã A", "X09|Xã A"], [null]],
  ["a code before a name, whatever the order", ["X01|Xã A", "X02|Xã B"], ["|Xã A", "X01|Xã A", "X02|Xã B"], [1, 2]],
  ["two forms of a unit", ["X01|Xã A"], ["X01|Xã A", "X01|Xã A"], [0]],
  ["nameless", ["|"], ["|"], [null]],
])("whose form it is: %s", (_, units, forms, own) => {
  expect(formsOf(units.map(named), forms.map(named))).toEqual(own);
});

const table = [["STT", "Tiêu chí", "Điểm tối đa", "Cách tính điểm"], ["1", "Tiêu chí A", 5, "- Có: điểm tối đa; - Không: 0 điểm"]];

/** A workbook with the forms of some units, the first of them answered "Có", the others "Không". */
function deskWith(...units: string[]): { desk: Desk; sheets: string[] } {
  const desk = new Desk();
  desk.paste("Phụ lục", table);
  desk.confirm();
  desk.build(...units.map(named));
  const sheets = desk.workbook.sheets.map(({ name }) => name).filter((name) => name.startsWith("Phiếu"));
  sheets.forEach((sheet, at) => desk.enter(desk.cell("1", { input: "x" }, sheet), at === 0 ? "Có" : "Không"));
  return { desk, sheets };
}
const listed = (desk: Desk, ...units: string[]): void =>
  desk.paste("Đơn vị", [["Mã đơn vị", "Tên đơn vị"], ...units.map((unit) => unit.split("|"))]);
/** Code, name, points and rank of each line of the ranking. */
const ranks = (desk: Desk): CellValue[][] =>
  desk.sheet("Xếp hạng").cells.slice(10).flatMap((row) =>
    typeof row?.[0]?.v === "number" ? [[1, 2, 4, 8].map((column) => row[column]?.v ?? null)] : [],
  );

test("a commune is not ranked by the form of another one of its name", () => {
  const { desk } = deskWith("X09|Xã Tân Lập", "X01|Xã Tân Lập");
  listed(desk, "X01|Xã Tân Lập", "X02|Xã Tân Hưng");
  const findings = desk.rank();
  expect(ranks(desk)).toEqual([["X01", "Xã Tân Lập", 0, 1], ["X02", "Xã Tân Hưng", "", "–"]]);
  expect(findings.map(({ issue: { code, params } }) => [code, (params as { sheet?: string }).sheet])).toEqual([
    ["unit-no-score", undefined], ["unit-form-stray", "Phiếu X09"],
  ]);
});

test("panel, sheet and rebuild agree on whose form it is", () => {
  const { desk, sheets } = deskWith("x01|Xã A", "|Xã B");
  listed(desk, "X01|Xã A", "X02|xã b");
  const looks = sheets.map((sheet) => {
    desk.selection = { sheet, row: 9, column: 5 };
    return desk.look();
  });
  expect(looks.map(({ totals }) => totals?.rank)).toEqual([{ rank: 1, of: 2 }, { rank: 2, of: 2 }]);
  expect(looks[0]!.units?.list.map(({ hasForm }) => hasForm)).toEqual([true, true]);
  desk.rank();
  expect(ranks(desk)).toEqual([["X01", "Xã A", 5, 1], ["X02", "xã b", 0, 2]]);
  expect(desk.build(named("X01|Xã A"), named("X02|xã b")).forms.map(({ id }) => id)).toEqual(sheets);
});

test("forms with gaps are counted and ranked all the same", () => {
  const { desk, sheets } = deskWith("X01|Xã A", "X02|Xã B", "X03|Xã C");
  expect(desk.look().incomplete).toBe(0);
  for (const sheet of sheets.slice(1)) desk.enter(desk.cell("1", { input: "x" }, sheet), null);
  expect(desk.look().incomplete).toBe(2);
  desk.rank();
  expect(ranks(desk)).toHaveLength(3);
  expect(desk.look()).toMatchObject({ incomplete: 2, units: { received: 3, ranked: true } });
});

test("a commune of the same name gets a form of its own", () => {
  const { desk, sheets } = deskWith("|Xã Tân Lập");
  listed(desk, "X01|Xã Tân Lập", "X09|Xã Tân Lập");
  expect(desk.build(named("X09|Xã Tân Lập")).forms.map(({ id }) => id)).toEqual(["Phiếu X09"]);
  expect(desk.workbook.sheets.map(({ name }) => name)).toContain(sheets[0]);
});

test("codes made for forms without one are free", () => {
  const { desk } = deskWith("|Xã A", "DV01|Xã B", "dv03|Xã C", "|Xã D");
  expect(desk.rank()).toEqual([]);
  expect(ranks(desk)).toEqual([["DV02", "Xã A", 5, 1], ["DV01", "Xã B", 0, 2], ["dv03", "Xã C", 0, 2], ["DV04", "Xã D", 0, 2]]);
});

describe("what people wrote around our sheets stays when they are written again", () => {
  const { desk: ranked } = deskWith("X01|Xã A", "X02|Xã B");
  ranked.rank();
  const noted = (sheet: string): Desk => {
    const desk = ranked.copy();
    const { cells } = desk.sheet(sheet);
    const width = Math.max(...cells.map((row) => row?.length ?? 0));
    desk.enter({ sheet, row: cells.length + 2, column: 1 }, "ghi chú dưới");
    desk.enter({ sheet, row: 4, column: width + 1 }, "ghi chú bên");
    return desk;
  };
  const notes = (desk: Desk, sheet: string): CellValue[] =>
    desk.sheet(sheet).cells.flatMap((row) => (row ?? []).flatMap((cell) => (String(cell?.v).startsWith("ghi chú") ? [cell!.v] : [])));

  test.each(["Chỉ số", "Xếp hạng"])("%s", (sheet) => {
    const desk = noted(sheet);
    desk.rank();
    expect(notes(desk, sheet)).toEqual(["ghi chú bên", "ghi chú dưới"]);
    const last = desk.sheet("Đơn vị").cells.findIndex((row) => row?.[0]?.v === "X02");
    for (let k = 1; k <= 5; k += 1) {
      desk.enter({ sheet: "Đơn vị", row: last + k, column: 0 }, `Y${k}`);
      desk.enter({ sheet: "Đơn vị", row: last + k, column: 1 }, `Xã ${k}`);
    }
    desk.rank();
    expect(ranks(desk)).toHaveLength(7);
    expect(notes(desk, sheet)).toEqual(["ghi chú bên", "ghi chú dưới"]);
  });
});

test("words around a list of units stand beside it when it is put in order", () => {
  const desk = new Desk();
  desk.paste("Đơn vị", [
    ["DANH SÁCH ĐƠN VỊ (kèm CV 123)"], ["STT", "Tên đơn vị", "Điện thoại"], ["I", "Khối sở", null], [1, "Sở A", "0901"],
    ["II", "Khối huyện", "đầu mối: ông X"], [1, "Huyện C", "0903"], ["Ghi chú: mới sáp nhập"], ["Người lập: Nguyễn Văn A"],
  ]);
  desk.write(desk.app.listUnits(desk.snapshot()));
  const texts = (): string[] => desk.sheet("Đơn vị").cells.flatMap((row) => (row ?? []).map((cell) => String(cell?.v ?? "")));
  const words = ["DANH SÁCH ĐƠN VỊ (kèm CV 123)", "0901", "đầu mối: ông X", "0903", "Ghi chú: mới sáp nhập", "Người lập: Nguyễn Văn A"];
  expect(words.filter((word) => !texts().includes(word))).toEqual([]);
  const { units } = readUnits(desk.snapshot());
  expect(units.map(({ name, block }) => [name, block])).toEqual([["Sở A", "Khối sở"], ["Huyện C", "Khối huyện"]]);
  const once = texts();
  desk.write(desk.app.listUnits(desk.snapshot()));
  expect(texts()).toEqual(once);
});

test("a list of units that is made holds the units of the forms; those of a list already there stay as they are", () => {
  const { desk } = deskWith("X01|Xã A", "|Xã B", "X01|Xã A");
  desk.write(desk.app.listUnits(desk.snapshot()));
  const units = (): string[] => readUnits(desk.snapshot()).units.map(({ code, name }) => `${code}|${name}`);
  expect(units()).toEqual(["X01|Xã A", "DV01|Xã B"]);
  desk.enter({ sheet: "Đơn vị", row: 5, column: 1 }, null);
  desk.enter({ sheet: "Đơn vị", row: 5, column: 0 }, null);
  desk.write(desk.app.listUnits(desk.snapshot()));
  expect(units()).toEqual(["X01|Xã A"]);
  desk.enter({ sheet: "Đơn vị", row: 4, column: 1 }, null);
  desk.enter({ sheet: "Đơn vị", row: 4, column: 0 }, null);
  desk.write(desk.app.listUnits(desk.snapshot()));
  expect(units()).toEqual(["X01|Xã A", "DV01|Xã B"]);
});

test("a form that names nobody gives the list no unit", () => {
  const { desk } = deskWith("|");
  desk.write(desk.app.listUnits(desk.snapshot()));
  expect(readUnits(desk.snapshot()).units).toEqual([]);
});

test("a code that stands twice is told, never changed: nothing is built or ranked for those units before it is mended", () => {
  const { desk } = deskWith("X01|Xã A");
  listed(desk, "HT|Xã B", "HT|Xã C", "X01|Xã A");
  desk.write(desk.app.listUnits(desk.snapshot()));
  const typed = desk.sheet("Đơn vị").cells.slice(4, 7).map((row) => row?.[0]?.v);
  expect(typed).toEqual(["HT", "HT", "X01"]);
  const { list } = desk.look().units!;
  for (const { code, name } of list.slice(0, 2)) {
    const stopped = desk.all(desk.app.build(desk.snapshot(), { units: [{ code, name }], year: "2026" }));
    expect([stopped.patch, stopped.findings.map(({ issue }) => issue.code)]).toEqual([null, ["unit-duplicate"]]);
  }
  const ranked = desk.all(desk.app.rank(desk.snapshot()));
  expect([ranked.patch, ranked.findings.map(({ issue, at }) => [issue.code, at?.row])]).toEqual([null, [["unit-duplicate", 5]]]);
  desk.enter({ sheet: "Đơn vị", row: 5, column: 0 }, "HT2");
  desk.rank();
  expect(ranks(desk).map(([code]) => code).sort()).toEqual(["HT", "HT2", "X01"]);
  expect(desk.build(named("HT2|Xã C")).forms.map(({ id }) => id)).toEqual(["Phiếu HT2"]);
});
