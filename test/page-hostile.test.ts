import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import "../core/words/both";
import { say } from "../core/words/say";
import { FileError, readXlsxFile, writeXlsx } from "../excel-addin/page/xlsx";
import { emptySheet } from "../core/sheet/apply";
import { type Desk, cellValue, openBytes, openDesk } from "./kit/browser";
import { fileOf } from "./kit/hostile-run";
import { hostileFiles } from "./rows/hostile";

jest.setTimeout(60000);

let desk: Desk;
let before: Uint8Array;
let renderer: number;
const folder = mkdtempSync(join(tmpdir(), "scorebook-"));
const lines: string[] = [];

/** A figure of the page's process in MB: what it holds now, or the most since it was last asked to forget. */
function held(field: "VmRSS" | "VmHWM"): number {
  const line = new RegExp(`${field}:\\s+(\\d+) kB`).exec(readFileSync(`/proc/${renderer}/status`, "utf8"));
  return Number(line?.[1] ?? NaN) / 1024;
}

beforeAll(async () => {
  desk = await openDesk();
  const cells = [[{ v: "trước" }, { v: 41 }, { v: 42, f: "B1+1" }]];
  before = await writeXlsx({ sheets: [{ ...emptySheet("Trước"), cells }], active: "Trước", properties: {} });
  await openBytes(desk.page, before, "trước.xlsx");
  const session = await desk.page.context().browser()!.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  // Of the renderers the page's is the busiest.
  renderer = processInfo.filter(({ type }) => type === "renderer").sort((a, b) => b.cpuTime - a.cpuTime)[0]!.id;
}, 300000);
afterAll(async () => {
  await desk?.close();
  rmSync(folder, { recursive: true });
  console.info(["milliseconds, megabytes beyond what the page held:", ...lines].join("\n"));
});

/** What a person reads after such a file: the refusal, or that it is open and what to know of it. */
async function sentences(bytes: Uint8Array, file: string): Promise<{ refused: boolean; said: string[] }> {
  const outcome = await readXlsxFile(bytes, file).catch((error: unknown) => error);
  if (outcome instanceof FileError) return { refused: true, said: [say(outcome.issue, "vi")] };
  if (outcome instanceof Error) throw outcome;
  const { issues } = outcome as Awaited<ReturnType<typeof readXlsxFile>>;
  return { refused: false, said: [`Đã mở “${file}”.`, ...issues.map((issue) => say(issue, "vi"))] };
}

const untouched = async (): Promise<unknown> =>
  desk.page.evaluate(() => {
    const { sheets } = globalThis.scorebook!.grid.save();
    return sheets.map(({ name, cells }) => [name, cells.map((line) => line?.map((cell) => cell?.v ?? null))]);
  });

/** Every third one, and all that swell: Node has read each of them. */
const chosen = hostileFiles.flatMap((row, i) => (i % 3 === 0 || row.swells === true ? [[row.name, i] as const] : []));

test.each(chosen)("the page and %s", async (_, i) => {
  const row = hostileFiles[i]!;
  const bytes = row.make();
  const file = fileOf(row, i);
  const { refused, said } = await sentences(bytes, file);
  writeFileSync(join(folder, file), bytes);
  expect(refused).toBe(row.refused !== undefined);
  writeFileSync(`/proc/${renderer}/clear_refs`, "5");
  const start = held("VmRSS");
  const begun = performance.now();
  await desk.page.setInputFiles(".chooser", join(folder, file));
  await desk.page.waitForFunction(
    (parts) => parts.every((part) => document.querySelector(".notice")?.textContent?.includes(part) === true), said, { timeout: 40000 });
  const milliseconds = performance.now() - begun;
  lines.push(`${milliseconds.toFixed(0).padStart(6)} ${(held("VmHWM") - start).toFixed(0).padStart(6)}  ${row.name}`);
  expect(await desk.page.getAttribute(".notice", "class")).toBe(refused ? "notice bad" : "notice");
  if (refused) {
    expect(await untouched()).toEqual([["Trước", [["trước", 41, 42]]]]);
    expect(await desk.page.inputValue(".file input")).toBe("trước.xlsx");
  } else {
    const first = await desk.page.evaluate(() => globalThis.scorebook!.grid.save().sheets[0]!.name);
    expect(await cellValue(desk.page, first, "A1")).toBe(row.first === undefined ? 7 : row.first);
    expect(await desk.page.inputValue(".file input")).toMatch(/\.xlsx$/);
    await openBytes(desk.page, before, "trước.xlsx");
  }
  expect(desk.faults).toEqual([]);
});
