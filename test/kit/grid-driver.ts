import type { Frame, Page } from "playwright-core";
import type { Change, Host } from "../../core/sheet/host";
import type { HostDriver } from "../host-contract";

declare global {
  /** One for each who watches, in the order in which they began. */
  var watchesOfTest: { readonly heard: Change[]; readonly leave: () => void }[] | undefined;
}

/** What page and task pane leave where a test finds it. */
interface Found {
  readonly scorebook: { readonly host: Host };
}

/**
 * Drives a host whose workbook the page's grid holds.
 * @param place where the host lives: the page itself, or the task pane's frame.
 */
export function gridDriver(page: () => Page, place: () => Page | Frame): HostDriver {
  const driver: HostDriver = {
    open: (workbook) =>
      page().evaluate(async (book) => {
        const { grid } = globalThis.scorebook!;
        grid.load(book);
        await grid.drawn();
        await grid.settled();
      }, workbook),
    facts: () => place().evaluate(() => (globalThis as unknown as Found).scorebook.host.facts()),
    read: (sheets) => place().evaluate((names) => (globalThis as unknown as Found).scorebook.host.read(names), sheets),
    write: (patch) => place().evaluate((given) => (globalThis as unknown as Found).scorebook.host.write(given), patch),
    show: (at) => place().evaluate((there) => (globalThis as unknown as Found).scorebook.host.show(there), at),
    inspect: (asked) => place().evaluate((given) => (globalThis as unknown as Found).scorebook.host.inspect(given), asked),
    watch: async () => {
      const own = await place().evaluate(() => {
        const heard: Change[] = [];
        const leave = (globalThis as unknown as Found).scorebook.host.watch((change) => heard.push(change));
        return (globalThis.watchesOfTest ??= []).push({ heard, leave }) - 1;
      });
      return {
        heard: () => place().evaluate((index) => globalThis.watchesOfTest![index]!.heard, own),
        stop: () => place().evaluate((index) => globalThis.watchesOfTest![index]!.leave(), own),
      };
    },
    workbook: () =>
      page().evaluate(async () => {
        const { grid } = globalThis.scorebook!;
        await grid.settled();
        return grid.save();
      }),
    selection: () => page().evaluate(() => globalThis.scorebook!.grid.selection()),
    type: async (at, value) => {
      await driver.select(at);
      await page().keyboard.type(String(value).replace(".", ","));
      await page().keyboard.press("Enter");
    },
    select: (at) => page().evaluate((there) => globalThis.scorebook!.grid.show(there), at),
  };
  return driver;
}
