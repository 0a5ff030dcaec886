import { readFileSync } from "node:fs";
import { join } from "node:path";
import { openExcel, type ExcelDesk } from "./host-excel";
import { hostContract, type HostDriver } from "./host-contract";
import type { Change } from "../core/sheet/host";
import { type NodePane, startPane } from "./kit/pane-in-node";

let pane: NodePane;
let desk: ExcelDesk;
beforeAll(async () => {
  pane = await startPane();
}, 600000);

const driver: HostDriver = {
  trips: () => desk.trips.requests,
  open: async (workbook) => {
    desk = openExcel(workbook, { Host: pane.Host });
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

test("the task pane as it is shipped runs over Microsoft's proxies, and reads", async () => {
  expect(pane.text()).toContain("Bắt đầu");
  const { sheets, facts } = await pane.host.read();
  expect(sheets.map(({ name }) => name)).toEqual(["Trang 1"]);
  expect(facts).toMatchObject({ host: "excel", language: "vi" });
  // One script; what writes and what inspects come when they are needed.
  expect(pane.files[0]).toMatch(/^pane\.\w+\.js$/);
  expect(readFileSync(join(__dirname, "..", "dist", "dev", pane.files[0]!), "utf8")).not.toContain("getCellProperties");
});

describe("Excel, the built task pane's host over the double", () => hostContract(() => driver));
