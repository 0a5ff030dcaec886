import { execFile, execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import type { CellValue } from "../../core/sheet/workbook";
import type { Sheets } from "./iron-book";
import { readValues, stripCached, type Values } from "./xlsx-values";

export { ironCalc } from "./iron-book";
export type { Sheets, Values };
/** An .xlsx file in memory, with a name to find its values again. */
export interface Book {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A value as 15 digits have it: LibreOffice writes no more of a number into a file, Gnumeric 16, IronCalc all. */
export const digits15 = (value: CellValue): CellValue =>
  typeof value === "number" ? Number(value.toPrecision(15)) : value;

const run = promisify(execFile);
const packages = { soffice: "libreoffice-calc", ssconvert: "gnumeric" } as const;
type Tool = keyof typeof packages;

function versionOf(tool: Tool): string {
  try {
    return execFileSync(tool, ["--version"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] })
      .trim()
      .split("\n")[0]!;
  } catch {
    throw new Error(`${tool} is missing; install it with: sudo apt-get install -y ${packages[tool]}`);
  }
}

/** One line a tool, for the log of a test run. Throws where one is missing, with the command that installs it. */
export function toolVersions(): string[] {
  const engine = JSON.parse(readFileSync(join(require.resolve("@ironcalc/wasm"), "../package.json"), "utf8")) as {
    version: string;
  };
  return [versionOf("soffice"), versionOf("ssconvert"), `IronCalc ${engine.version}`, `Node ${process.version}`];
}

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "scorebook-"));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** LibreOffice keeps cached values of foreign files unless it is told to recalculate always (0). */
const settings = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`;

async function libreOffice(folder: string, paths: string[], out: string): Promise<void> {
  const profile = join(folder, "profile");
  mkdirSync(join(profile, "user"), { recursive: true });
  writeFileSync(join(profile, "user", "registrymodifications.xcu"), settings);
  const home = `-env:UserInstallation=${pathToFileURL(profile).href}`;
  await run("soffice", [
    home,
    "--headless",
    "--norestore",
    "--convert-to",
    "xlsx:Calc MS Excel 2007 XML",
    "--outdir",
    out,
    ...paths,
  ]);
}

async function gnumeric(paths: string[], out: string): Promise<void> {
  for (const path of paths) {
    const target = join(out, path.split("/").pop()!);
    await run("ssconvert", ["--recalc", "--export-type=Gnumeric_Excel:xlsx2", path, target], {
      env: { ...process.env, LC_ALL: "C.UTF-8" },
    });
  }
}

/**
 * Every sheet's values after the engine computed every formula afresh: cached values are taken out first.
 * Throws where the engine is missing or gave a file back no answer.
 */
export async function recalculate(
  engine: "libreoffice" | "gnumeric",
  files: readonly Book[],
): Promise<Map<string, Sheets>> {
  versionOf(engine === "libreoffice" ? "soffice" : "ssconvert");
  return inFolder(async (folder) => {
    const out = join(folder, "out");
    mkdirSync(out);
    const paths = files.map(({ bytes }, index) => {
      const path = join(folder, `${index}.xlsx`);
      writeFileSync(path, stripCached(bytes));
      return path;
    });
    await (engine === "libreoffice" ? libreOffice(folder, paths, out) : gnumeric(paths, out));
    return new Map(files.map(({ name }, index) => [name, readValues(readFileSync(join(out, `${index}.xlsx`)))]));
  });
}
