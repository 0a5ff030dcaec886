import { ironCalculate } from "./double/iron-calc";
import { hostBadInput } from "./host-bad-input";
import { openExcel } from "./host-excel";

jest.setTimeout(120000);

describe("bad input in Excel", () =>
  hostBadInput((workbook, computes) => {
    const { host, engine } = openExcel(computes ? ironCalculate(workbook) : workbook);
    const form = (row: number, column: number) =>
      engine.workbook().sheets.find(({ name }) => name === "Phiếu")!.cells[row]?.[column]?.v;
    return { host, form };
  }));
