import { spawnSync } from "node:child_process";
import { join } from "node:path";
import "../core/words/both";
import { say } from "../core/words/say";
import { FileError, readXlsxFile, writeXlsx } from "../excel-addin/page/xlsx";
import { emptySheet } from "../core/sheet/apply";
import { Chance } from "./kit/chance";
import type { Ran } from "./kit/hostile-run";
import { dot, heldIn, withOwn } from "./kit/own-parts";
import { filledDesk } from "./rows/bad-input";
import { hostileFiles } from "./rows/hostile";
import { unzip, zip } from "./kit/zip";

jest.setTimeout(120000);

/** Most that a refusal may hold beyond what was there. */
const MOST = 60;

const script = join(__dirname, "kit", "hostile-run.ts");
/** Reads hostile files in a process of their own. */
function ran(...places: readonly number[]): Ran[] {
  const args = ["--expose-gc", "--import", "tsx", script, ...places.map(String)];
  const { stdout, stderr, status } = spawnSync(process.execPath, args, { encoding: "utf8", maxBuffer: 2 ** 26, timeout: 100000 });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Ran[];
}

let all: Ran[];
beforeAll(() => {
  all = ran();
  const line = ({ milliseconds, megabytes, name, refused, warnings }: Ran): string =>
    `${milliseconds.toFixed(0).padStart(6)} ms ${megabytes.toFixed(0).padStart(4)} MB  ${name}: ${refused ?? (warnings.join(", ") || "opens")}`;
  console.info([`${all.length} hostile files`, ...all.map(line)].join("\n"));
});

test.each(hostileFiles.map((row, i) => [row.name, i] as const))("%s", (_, i) => {
  const { refused, opens, first = 7 } = hostileFiles[i]!;
  const outcome = all[i]!;
  expect(outcome.fault).toBeNull();
  expect(outcome.refused).toBe(refused ?? null);
  expect(outcome.warnings).toEqual(opens ?? []);
  if (opens !== undefined) expect(outcome.first).toEqual(first);
  for (const said of outcome.said) expect(said).not.toMatch(/undefined|NaN|\[object/);
  if (refused !== undefined) {
    expect(outcome.said[0]).not.toBe(outcome.said[1]);
    for (const said of outcome.said) expect(said).toMatch(/“.*”/);
  }
});

test("what swells is refused within 60 MB, each in a process of its own", () => {
  const places = hostileFiles.flatMap(({ swells }, i) => (swells === true ? [i] : []));
  expect(places.length).toBeGreaterThanOrEqual(4);
  const costs = places.map((place) => ran(place)[0]!);
  console.info(costs.map(({ name, milliseconds, megabytes }) => `${name}: ${milliseconds.toFixed(0)} ms, ${megabytes.toFixed(1)} MB`).join("\n"));
  for (const { name, megabytes } of costs) expect([name, megabytes < MOST]).toEqual([name, true]);
});

describe("a real form, spoilt by chance", () => {
  const runs = Number(process.env["FUZZ"] ?? 300);
  const seed = Number(process.env["SEED"] ?? 1);

  async function outcomeOf(bytes: Uint8Array): Promise<string> {
    const outcome = await readXlsxFile(bytes, "phiếu.xlsx").catch((error: unknown) => error);
    if (outcome instanceof FileError) {
      expect(say(outcome.issue, "vi")).toContain("phiếu.xlsx");
      return outcome.issue.code;
    }
    if (outcome instanceof Error) throw outcome;
    return "opens";
  }
  const tell = (seen: readonly string[]): void =>
    console.info([...new Set(seen)].sort().map((code) => `${code}: ${seen.filter((each) => each === code).length}`).join(", "));

  test("turned bytes: a workbook or a sentence, never anything else", async () => {
    const whole = await writeXlsx(filledDesk().workbook);
    const chance = new Chance(seed);
    const seen: string[] = [];
    for (let k = 0; k < runs; k++) {
      const copy = whole.slice();
      for (let turns = chance.whole(1, 8); turns > 0; turns--) copy[chance.whole(0, copy.length - 1)] = chance.whole(0, 255);
      seen.push(await outcomeOf(copy));
    }
    tell(seen);
    expect(seen.filter((code) => code !== "opens").length).toBeGreaterThan(runs / 2);
  });

  test("turned markup, packed anew with true checksums: a workbook or a sentence, never anything else", async () => {
    const parts = unzip(await writeXlsx(filledDesk().workbook));
    const paths = [...parts.keys()];
    const chance = new Chance(seed + 1);
    const marks = ['"', "<", ">", "/", "&", "=", "0", "9", "A", " ", "-", ":", "<c/>", "<row>", "99999999999", "\u0000", "]]>"];
    const seen: string[] = [];
    for (let k = 0; k < runs / 3; k++) {
      const path = chance.pick(paths);
      const text = parts.get(path)!.toString("utf8");
      const at = chance.whole(0, text.length);
      const spoilt = text.slice(0, at) + chance.pick(marks) + text.slice(at + chance.whole(0, 3));
      seen.push(await outcomeOf(new Uint8Array(zip(new Map([...parts, [path, Buffer.from(spoilt)]])))));
    }
    tell(seen);
    expect(seen).toContain("opens");
    expect(seen).toContain("file-damaged");
  });

  test("turned markup of what hangs on sheets: a workbook whose copy holds together, or a sentence", async () => {
    const cells = [[{ v: 1 }], [{ v: 2 }], [{ v: 3 }]];
    const plain = { sheets: [{ ...emptySheet("A"), cells }, { ...emptySheet("B"), cells }], active: "A", properties: {} };
    const own = [0, 1].map((sheet) => ({
      sheet, number: sheet + 1, picture: dot, notes: [{ cell: "A2", text: "Xem", thread: true }, { cell: "B3", text: "Hỏi" }],
      chart: { figures: "A!$A$1:$A$3", at: [2, 2] as const },
    }));
    const parts = unzip(withOwn(await writeXlsx(plain), own));
    const hanging = [...parts.keys()].filter((path) => /drawings|charts|omments|persons|worksheets/.test(path));
    const chance = new Chance(seed + 2);
    const marks = [
      '"', "<", ">", "/", "&", "0", "999999999", "A1048577", "rId1", "rId9", "../", "xl/", "http://example.org/", "<x/>", "<!-- -->", "r:id=\"x\"",
      "macro=\"x\"", "]]>", " ref=\"A2\"", "'", "!", "#REF!",
    ];
    const seen: string[] = [];
    let copies = 0;
    for (let k = 0; k < runs / 4; k++) {
      const path = chance.pick(hanging);
      const text = parts.get(path)!.toString("utf8");
      const at = chance.whole(0, text.length);
      const spoilt = text.slice(0, at) + chance.pick(marks) + text.slice(at + chance.whole(0, 8));
      const bytes = new Uint8Array(zip(new Map([...parts, [path, Buffer.from(spoilt)]])));
      seen.push(await outcomeOf(bytes));
      if (seen[seen.length - 1] !== "opens") continue;
      const { workbook, issues } = await readXlsxFile(bytes);
      const kept = issues.find(({ code }) => code === "file-parts-kept");
      const saved = await writeXlsx(workbook);
      const held = Object.values(heldIn(saved));
      expect([path, spoilt.slice(at - 40, at + 40), (await readXlsxFile(saved)).issues.map(({ code }) => code)]).toEqual(
        [path, spoilt.slice(at - 40, at + 40), kept === undefined ? [] : ["file-parts-kept"]]);
      if (held.some(({ charts }) => charts.length > 0)) copies++;
    }
    tell(seen);
    expect(copies).toBeGreaterThan(runs / 8);
  });
});
