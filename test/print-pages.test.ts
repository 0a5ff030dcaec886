import { pagesOf } from "../core/form/page";
import { Desk } from "./kit/desk";

const wide = (count: number): number[] => Array.from({ length: count }, () => 10);

test.each<[string, Parameters<typeof pagesOf>, ReturnType<typeof pagesOf>]>([
  ["what is readable on one page stays on one", [wide(18), 2, [9]], { fitWidth: true }],
  ["hidden columns take no room", [[...wide(18), ...wide(40).map(() => null)], 2], { fitWidth: true }],
  ["what is not goes on beside it, and keeps its first columns", [wide(60), 2], { fitWidth: false, scale: 60, repeatColumns: [0, 1] }],
  ["a page begins where a part ends", [wide(60), 2, [12]], { fitWidth: false, scale: 65, repeatColumns: [0, 1], breaks: [12] }],
  ["at the last part that fits", [wide(60), 1, [12, 22, 40]], { fitWidth: false, scale: 61, repeatColumns: [0, 0], breaks: [22] }],
])("%s", (_, given, expected) => {
  expect(pagesOf(...given)).toEqual(expected);
});

test("the sheets of a ranking print what they hold, at a size that can be read", () => {
  const desk = new Desk();
  desk.preset("hcm-xa-2026");
  desk.confirm();
  desk.build({ code: "A", name: "Xã A" }, { code: "B", name: "Xã B" }, { code: "C", name: "Xã C" });
  desk.rank();
  const units = desk.sheet("Đơn vị");
  expect(units.print?.area).toEqual({ row: 1, column: 0, rows: 6, columns: 7 });
  expect([6, 7].map((row) => units.cells[row]?.[0]?.v ?? null)).toEqual(["C", null]);
  const points = desk.sheet("Chỉ số");
  expect(points.print).toMatchObject({ orientation: "landscape", fitWidth: false, scale: 65, repeatColumns: [0, 1], repeat: [4, 5] });
  const { area, breaks } = points.print!;
  expect(points.cells[5]![breaks![0]!]!.v).toBe("Tình trạng");
  const hidden = points.columns.findIndex((column, k) => k >= area!.columns && column?.hidden !== true);
  expect([hidden, area!.row + area!.rows]).toEqual([-1, 9]);
  expect(desk.sheet("Xếp hạng").print).toMatchObject({ orientation: "landscape", fitWidth: true, repeat: [9, 9] });
});
