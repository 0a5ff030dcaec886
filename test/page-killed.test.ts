import { createApp } from "../core/app";
import type { Patch } from "../core/sheet/patch";
import type { Snapshot } from "../core/sheet/snapshot";
import type { Workbook } from "../core/sheet/workbook";
import { type Desk, openDesk } from "./kit/browser";
import { gridDriver } from "./kit/grid-driver";
import { everything, operations } from "./kit/killed";

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
  JSON.stringify(everything(workbook), (_key, value: unknown) =>
    value !== null && typeof value === "object" && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value);

/** Answers in two sheets, which the grid takes in place. */
const filled: Patch = {
  expect: [],
  sheets: ["Ghi chú", "Phụ lục"].map((sheet) => ({ sheet, blocks: [{ row: 20, column: 0, cells: [[{ v: "a" }, { v: 2 }]] }] })),
};

const inGrid = ["endEditing", "save", "load", "write", "drawn", "show", "disposeUnit", "createWorkbook", "getFormula"];
const snapshot = (): Promise<Snapshot> => driver.read();

test.each<readonly [string, () => Workbook, readonly string[], () => Promise<Patch>]>([
  // To the grid, ranking again is ranking.
  ...operations.filter(({ name }) => name !== "rank again").map(({ name, from, press }) =>
    [name, from, inGrid, async () => press(app, await snapshot()).patch!] as const),
  ["contents alone", operations[1]!.from, [...inGrid, "syncExecuteCommand"], () => Promise.resolve(filled)],
])("%s: whichever call of the grid fails, all of it is written or nothing", async (name, from, members, work) => {
  await driver.open(from());
  const old = seen(await driver.workbook());
  const patch = await work();
  const calls = await failing(patch, members, 1e9);
  const made = seen(await driver.workbook());
  expect(made).not.toBe(old);
  const told: string[] = [];
  let stands = made;
  for (const [at, member] of calls.entries()) {
    // What nothing came of must also serve the next write.
    if (stands !== old) await driver.open(from());
    await failing(patch, [member], calls.slice(0, at).filter((each) => each === member).length);
    stands = await driver.workbook().then(seen, String);
    told.push(`${member}: ${stands === old ? "old" : stands === made ? "new" : "neither"}`);
  }
  if (stands !== old) await driver.open(from());
  await failing(patch, members, 1e9);
  expect(seen(await driver.workbook())).toBe(made);
  console.log(`${name}: ${told.join(", ")}`);
  expect(told.length).toBeGreaterThan(2);
  expect(told.filter((each) => each.endsWith("neither"))).toEqual([]);
});
