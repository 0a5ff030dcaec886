import { openExcel, type ExcelDesk } from "./host-excel";
import { hostContract, type HostDriver } from "./host-contract";
import type { Change } from "../core/sheet/host";

let desk: ExcelDesk;

const driver: HostDriver = {
  trips: () => desk.trips.requests,
  open: async (workbook) => {
    desk = openExcel(workbook);
  },
  facts: async () => desk.host.facts(),
  read: (sheets) => desk.host.read(sheets),
  write: (patch) => desk.host.write(patch),
  show: (at) => desk.host.show(at),
  inspect: (asked) => desk.host.inspect(asked),
  watch: async () => {
    const changes: Change[] = [];
    const leave = desk.host.watch((change) => changes.push(change));
    await desk.settle();
    return {
      heard: async () => changes,
      stop: async () => {
        leave();
        await desk.settle();
      },
    };
  },
  workbook: async () => desk.engine.workbook(),
  selection: async () => {
    const { sheet, area } = desk.engine.selected;
    return { sheet: sheet.name, row: area.row, column: area.column };
  },
  type: async ({ sheet, row, column }, value) =>
    desk.engine.write(desk.engine.find(sheet)!, { row, column }, [[value]], { by: "person" }),
  select: async ({ sheet, row, column }) => desk.engine.select(
    desk.engine.find(sheet)!, { row, column, rows: 1, columns: 1 },
  ),
};

describe("Excel, over the double", () => hostContract(() => driver));
