import { say } from "../core/words/say";
import { readXlsxFile, writeXlsx } from "../excel-addin/page/xlsx";
import { emptySheet } from "../core/sheet/apply";
import type { Cell, Workbook } from "../core/sheet/workbook";
import { chartMarkup, dot, heldIn, withOwn } from "./kit/own-parts";

const cells = (...rows: number[]): Cell[][] => rows.map((v) => [{ v }]);
const book: Workbook = {
  sheets: [{ ...emptySheet("Phiếu A"), cells: cells(1, 2, 3) }, { ...emptySheet("Của tôi"), cells: cells(4, 5) }],
  active: "Phiếu A", properties: {},
};
const made = async (): Promise<Uint8Array> => withOwn(await writeXlsx(book), [
  {
    sheet: 0, number: 3, picture: dot, notes: [{ cell: "A2", text: "Xem lại số này", thread: true }, { cell: "A3", text: "Hỏi văn phòng" }],
    chart: { figures: "'Phiếu A'!$A$1:$A$3", at: [4, 2] },
  },
  { sheet: 1, number: 1, notes: [{ cell: "A1", text: "Của riêng" }], chart: { figures: "'Phiếu A'!$A$1:$A$2", at: [1, 1] } },
]);

test("charts, pictures and comments stand in the saved file as they stood in the opened one", async () => {
  const bytes = await made();
  const before = heldIn(bytes);
  expect(before["Phiếu A"]!.notes).toEqual([["A2", "Xem lại số này"], ["A3", "Hỏi văn phòng"]]);
  expect(before["Phiếu A"]!.threads.map(([cell]) => cell)).toEqual(["A2", "A2"]);
  expect(before["Của tôi"]!.charts).toEqual([chartMarkup("'Phiếu A'!$A$1:$A$2")]);
  const { workbook, issues } = await readXlsxFile(bytes, "a.xlsx");
  expect(issues.map((issue) => say(issue, "vi"))).toEqual([
    "Tệp có biểu đồ, hình vẽ, ghi chú của ô: được giữ nguyên trong bản lưu, nhưng trang này không hiển thị.",
  ]);
  const saved = await writeXlsx(JSON.parse(JSON.stringify(workbook)) as Workbook);
  expect(heldIn(saved)).toEqual(before);
  const again = await readXlsxFile(saved);
  expect(again.workbook).toEqual(workbook);
  expect(Buffer.from(await writeXlsx(again.workbook)).equals(Buffer.from(saved))).toBe(true);
});
