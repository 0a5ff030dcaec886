import { createApp } from "../core/app";
import type { Patch } from "../core/sheet/patch";
import type { Workbook } from "../core/sheet/workbook";
import { comparable } from "./host-contract";
import { type Desk, openDesk } from "./kit/browser";
import { gridDriver } from "./kit/grid-driver";
import { operations } from "./kit/killed";

jest.setTimeout(300000);

declare global {
  /** Calls of the page's host into its grid, and of the grid into its engine, and which of them is to fail. */
  var trapOfTest: { fails: number; calls: string[]; members: readonly string[] } | undefined;
}

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
  await desk.page.evaluate(setTrap);
}, 300000);
afterAll(async () => {
  await desk?.close();
});
afterEach(() => expect(desk.faults.filter((fault) => !fault.includes("told to fail"))).toEqual([]));

const app = createApp();
const driver = gridDriver(() => desk.page, () => desk.page);

/** Runs in the page: what a write may call can be made to fail. */
function setTrap(): void {
  interface Inside {
    readonly engine: {
      readonly api: object;
      readonly core: { readonly ICommandService: unknown };
      readonly univer: { __getInjector(): { get(id: unknown): object } };
    };
  }
  globalThis.trapOfTest = { fails: Infinity, calls: [], members: [] };
  const trap = (of: object, ...members: readonly string[]): void => {
    const holder = of as Record<string, (...given: unknown[]) => unknown>;
    for (const member of members) {
      const own = holder[member]!;
      holder[member] = function trapped(this: unknown, ...given: unknown[]): unknown {
        const { fails, calls, members } = globalThis.trapOfTest!;
        if (members.includes(member) && calls.push(member) > fails) {
          globalThis.trapOfTest!.members = [];
          throw new Error(`told to fail: ${member}`);
        }
        return own.apply(this, given);
      };
    }
  };
  const { grid } = globalThis.scorebook!;
  const { engine } = grid as unknown as Inside;
  trap(grid, "endEditing", "save", "load", "write", "drawn", "show");
  trap(engine.api, "disposeUnit", "createWorkbook", "getFormula");
  trap(engine.univer.__getInjector().get(engine.core.ICommandService), "syncExecuteCommand");
}

/** Writes with the k-th of these calls failing; the calls that there were. */
async function failing(patch: Patch, members: readonly string[], k: number): Promise<readonly string[]> {
  await desk.page.evaluate(
    ([fails, of]) => void (globalThis.trapOfTest = { fails, calls: [], members: of }), [k, members] as const);
  const failure = await driver.write(patch).then(() => null, ({ message }: Error) => message);
  const calls = await desk.page.evaluate(() => {
    globalThis.trapOfTest!.members = [];
    return globalThis.trapOfTest!.calls;
  });
  if (calls.length <= k && failure !== null) throw new Error(failure);
  return calls;
}

const seen = (workbook: Workbook): string =>
  JSON.stringify({ ...comparable(workbook), active: null }, (_key, value: unknown) =>
    value !== null && typeof value === "object" && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value);

/** Answers in two sheets, which the grid takes in place. */
const filled: Patch = {
  expect: [],
  sheets: ["Ghi chú", "Phụ lục"].map((sheet) => ({ sheet, blocks: [{ row: 20, column: 0, cells: [[{ v: "a" }, { v: 2 }]] }] })),
};

const rebuild = operations.find(({ name }) => name === "rebuild")!;

const inGrid = ["endEditing", "save", "load", "write", "drawn", "show", "disposeUnit", "createWorkbook", "getFormula"];

// The page writes everything but contents alone in one way, so one operation stands for all of them.
test.each<readonly [string, readonly string[], () => Promise<Patch>]>([
  ["a rebuild", inGrid, async () => rebuild.press(app, await driver.read()).patch!],
  ["contents alone", [...inGrid, "syncExecuteCommand"], () => Promise.resolve(filled)],
])("%s: whichever call of the grid fails, all of it is written or nothing", async (name, members, work) => {
  await driver.open(rebuild.from());
  const old = seen(await driver.workbook());
  const patch = await work();
  const calls = await failing(patch, members, 1e9);
  const made = seen(await driver.workbook());
  expect(made).not.toBe(old);
  const told: string[] = [];
  for (const [at, member] of calls.entries()) {
    await driver.open(rebuild.from());
    await failing(patch, [member], calls.slice(0, at).filter((each) => each === member).length);
    const after = await driver.workbook().then(seen, String);
    told.push(`${member}: ${after === old ? "old" : after === made ? "new" : "neither"}`);
  }
  // The grid is as good as before.
  await driver.open(rebuild.from());
  await failing(patch, members, 1e9);
  expect(seen(await driver.workbook())).toBe(made);
  console.log(`${name}: ${told.join(", ")}`);
  expect(told.length).toBeGreaterThan(2);
  expect(told.filter((each) => each.endsWith("neither"))).toEqual([]);
});
