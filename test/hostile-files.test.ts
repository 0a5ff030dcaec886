import { spawnSync } from "node:child_process";
import { join } from "node:path";
import "../core/words/both";
import { say } from "../core/words/say";
import { FileError, readXlsxFile, writeXlsx } from "../excel-addin/page/xlsx";
import { Chance } from "./kit/chance";
import type { Ran } from "./kit/hostile-run";
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
});
