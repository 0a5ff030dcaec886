import { createApp } from "../core/app";
import { finish } from "../core/app/build";
import type { Progress, Run } from "../core/app-port";
import type { Area } from "../core/sheet/address";
import type { Host } from "../core/sheet/host";
import type { SheetPatch } from "../core/sheet/patch";
import type { Validation, Workbook } from "../core/sheet/workbook";
import { bookInUse, entered, entriesIn } from "./kit/damaged-book";
import type { Desk } from "./kit/desk";
import { openExcel } from "./host-excel";
import { builtSheets, openSheets } from "./sheets-desk";

jest.setTimeout(180000);

let whole: Desk;
beforeAll(() => {
  builtSheets();
  whole = bookInUse();
}, 600000);

const app = createApp();
const all = <T>(run: Run<T>): T => (typeof run === "object" && run !== null && "next" in run ? finish(run as Generator<Progress, T, void>) : (run as T));

/** What the panel asks of a host for a check and for a repair. */
async function pressed(host: Host): Promise<{ found: string[]; repair(): Promise<boolean> }> {
  const snapshot = await host.read();
  const guards = await host.inspect(all(app.asks(snapshot)));
  const { findings } = all(app.check(snapshot, guards));
  return {
    found: findings.map(({ issue }) => issue.code),
    repair: async () => {
      const { patch } = all(app.repair(snapshot, guards));
      return patch === null || (await host.write(patch)).ok;
    },
  };
}

const hosts: readonly (readonly [string, (workbook: Workbook) => Host])[] = [
  ["Excel", (workbook) => openExcel(workbook).host],
  ["Google Sheets", (workbook) => openSheets({ workbook }).host],
];

/** What was opened as a file, as the host itself would have written it. */
async function repairedBook(open: (workbook: Workbook) => Host, workbook: Workbook): Promise<Host> {
  const host = open(workbook);
  expect(await (await pressed(host)).repair()).toBe(true);
  return host;
}

const form = "Phiếu HT";
const cell = (row: number, column: number): Area => ({ row, column, rows: 1, columns: 1 });
const other: Validation = {
  kind: "list", options: ["Khác"], allowBlank: true, prompt: { title: "", text: "Chọn." }, error: { title: "", text: "Chọn." },
};

/** What people do to a form, as a host can be told to do it, and what is found. */
const damages: readonly (readonly [string, Omit<SheetPatch, "sheet">, readonly string[]])[] = [
  ["a score typed over", { blocks: [{ row: 8, column: 13, cells: [[{ v: 2 }]] }] }, ["damage-formula-lost"]],
  ["a label typed over", { blocks: [{ row: 8, column: 2, cells: [[{ v: "=1+1" }]] }] }, ["damage-text-changed"]],
  ["the sheet unprotected", { protection: null }, ["damage-protection-off"]],
  ["an answer's cell made text", { styles: [{ area: cell(18, 5), style: { format: "@" } }] }, ["damage-format-changed"]],
  ["an answer locked", { styles: [{ area: cell(18, 5), style: { locked: true } }] }, ["damage-cells-locked"]],
  ["a formula unlocked", { styles: [{ area: cell(8, 13), style: { locked: false } }] }, ["damage-cells-unlocked"]],
  ["another check", { validations: [{ area: cell(18, 5), rule: other }] }, ["damage-check-altered"]],
  ["the colours lost", { conditionals: [] }, ["damage-colours-lost"]],
];

describe.each(hosts)("%s", (_name, open) => {
  let host: Host;
  let answers: string[];
  beforeAll(async () => {
    host = await repairedBook(open, whole.workbook);
    answers = entriesIn(await host.read());
  });
  afterEach(async () => expect(entriesIn(await host.read())).toEqual(answers));

  test("what came as a file is whole after a repair, every answer as it was", async () => {
    expect(answers).toEqual(entered(whole));
    expect((await pressed(host)).found).toEqual([]);
  });

  test.each(damages)("%s", async (_what, part, found) => {
    await host.write({ expect: [], sheets: [{ sheet: form, ...part }] });
    const checked = await pressed(host);
    expect(checked.found.filter((code) => code !== "damage-values-stale")).toEqual(found);
    expect(await checked.repair()).toBe(true);
    expect((await pressed(host)).found).toEqual([]);
  });

  test("a sheet protected again leaves answers open", async () => {
    await host.write({ expect: [], sheets: [{ sheet: form, protection: null }] });
    await (await pressed(host)).repair();
    const [guards] = await host.inspect([{ sheet: form, area: { row: 18, column: 5, rows: 1, columns: 3 }, protection: null, checks: [] }]);
    expect(guards!.locked).toEqual([[false, true, true]]);
  });
});
