import type { Change } from "../core/sheet/host";
import { type Differs, hostContract, type HostDriver } from "./host-contract";
import { type Desk, openDesk } from "./kit/browser";

jest.setTimeout(300000);

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(async () => {
  await desk?.close();
});
afterEach(() => expect(desk.faults).toEqual([]));

declare global {
  var heardByTest: Change[] | undefined;
  var leaveForTest: (() => void) | undefined;
}

const driver: HostDriver = {
  open: (workbook) =>
    desk.page.evaluate(async (book) => {
      const { grid } = globalThis.scorebook!;
      grid.load(book);
      await grid.drawn();
      await grid.settled();
    }, workbook),
  facts: () => desk.page.evaluate(() => globalThis.scorebook!.host.facts()),
  read: (sheets) => desk.page.evaluate((names) => globalThis.scorebook!.host.read(names), sheets),
  write: (patch) => desk.page.evaluate((given) => globalThis.scorebook!.host.write(given), patch),
  show: (at) => desk.page.evaluate((place) => globalThis.scorebook!.host.show(place), at),
  watch: async () => {
    await desk.page.evaluate(() => {
      const heard: Change[] = (globalThis.heardByTest = []);
      globalThis.leaveForTest = globalThis.scorebook!.host.watch((change) => heard.push(change));
    });
    return {
      heard: () => desk.page.evaluate(() => globalThis.heardByTest!),
      stop: () => desk.page.evaluate(() => globalThis.leaveForTest!()),
    };
  },
  workbook: () =>
    desk.page.evaluate(async () => {
      const { grid } = globalThis.scorebook!;
      await grid.settled();
      return grid.save();
    }),
  selection: () => desk.page.evaluate(() => globalThis.scorebook!.grid.selection()),
  type: async (at, value) => {
    await driver.select(at);
    await desk.page.keyboard.type(String(value).replace(".", ","));
    await desk.page.keyboard.press("Enter");
  },
  select: async (at) => {
    await desk.page.evaluate((place) => globalThis.scorebook!.grid.show(place), at);
  },
};

const differs: Differs = {};

describe("the page, in Chromium", () => hostContract(() => driver, differs));
