import { emptySheet } from "../core/sheet/apply";
import { emptyWorkbook } from "../core/sheet/workbook";
import { ironCalculate } from "./double/iron-calc";
import { bootExcel, type BootOptions } from "./double/office/boot";
import { SheetEngine } from "./double/sheet-engine";

const start = (options: BootOptions = {}) => {
  const engine = new SheetEngine({ ...emptyWorkbook, sheets: [emptySheet("Phiếu"), emptySheet("Hai")] }, ironCalculate);
  return { engine, ...bootExcel(engine, options) };
};

test("values and formulas go out and come back in one request", async () => {
  const { Excel, trips, double } = start();
  const read = await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem("phiếu").getRange("A1:C2");
    range.values = [[1, 2, "=A1+B1"], ["chữ", true, "'007"]];
    range.load("values,formulas,text,valueTypes,address,numberFormat");
    await context.sync();
    return range.toJSON();
  });
  expect(read).toEqual({
    values: [[1, 2, 3], ["chữ", true, "007"]],
    formulas: [[1, 2, "=A1+B1"], ["chữ", true, "007"]],
    text: [["1", "2", "3"], ["chữ", "TRUE", "007"]],
    valueTypes: [["Double", "Double", "Double"], ["String", "Boolean", "String"]],
    address: "Phiếu!A1:C2",
    numberFormat: [["General", "General", "General"], ["General", "General", "General"]],
  });
  expect(trips).toMatchObject({ requests: 1, releases: 1 });
  expect(double.references).toBe(0);
});

test("sheets are listed, added, found or not", async () => {
  const { Excel } = start();
  await Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load("items/name,items/visibility,items/position");
    const none = worksheets.getItemOrNullObject("Không có");
    const used = none.getUsedRangeOrNullObject(true);
    const added = worksheets.add("Ba");
    added.position = 0;
    added.load("name,position");
    await context.sync();
    expect(worksheets.items.map(({ name, visibility, position }) => [name, visibility, position])).toEqual([
      ["Phiếu", "Visible", 0], ["Hai", "Visible", 1],
    ]);
    expect([none.isNullObject, used.isNullObject, added.name, added.position]).toEqual([true, true, "Ba", 0]);
  });
});

test("events of a write reach the proxies after the answer", async () => {
  const { Excel } = start();
  const heard: unknown[] = [];
  await Excel.run(async (context) => {
    context.workbook.worksheets.onChanged.add(async (event) => void heard.push([event.address, event.source, event.triggerSource]));
    await context.sync();
    context.workbook.worksheets.getItem("Hai").getRange("B2").values = [["x"]];
    await context.sync();
    expect(heard).toEqual([]);
  });
  await new Promise((done) => setTimeout(done, 20));
  expect(heard).toEqual([["B2", "Local", "ThisLocalAddin"]]);
});
