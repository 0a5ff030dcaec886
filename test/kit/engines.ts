import { execFile, execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { initSync, Model } from "@ironcalc/wasm";
import { cellName, quoteSheet } from "../../core/sheet/address";
import type { CellValue, Workbook } from "../../core/sheet/workbook";
import { readValues, stripCached, type Values } from "./xlsx-values";

export type { Values };
export type Sheets = Record<string, Values>;
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

let ready = false;
function model(): Model {
  if (!ready) initSync({ module: readFileSync(join(require.resolve("@ironcalc/wasm"), "../wasm_bg.wasm")) });
  ready = true;
  return new Model("book", "en", "UTC", "en");
}

function typedIn(value: CellValue): string {
  if (value === null) return "";
  if (typeof value === "string") return `'${value}`;
  if (typeof value === "object") return value.error;
  return typeof value === "boolean" ? String(value).toUpperCase() : String(value);
}

const kinds = { number: 1, text: 2, logical: 4, error: 16 } as const;

/**
 * The same by IronCalc, which reads no files: cells are fed to it one by one. Formats are left out. Its numbers come
 * out only as formatted text, so that a sheet of its own spells each one in full.
 */
export function ironCalc(workbook: Workbook): Sheets {
  const engine = model();
  try {
    engine.pauseEvaluation();
    workbook.sheets.forEach((sheet, index) => {
      if (index > 0) engine.newSheet();
      engine.renameSheet(index, sheet.name);
    });
    const spelled = workbook.sheets.length;
    engine.newSheet();
    const places: { sheet: number; row: number; column: number }[] = [];
    workbook.sheets.forEach((sheet, index) =>
      sheet.cells.forEach((cells, row) =>
        cells?.forEach((cell, column) => {
          if (cell === undefined || (cell.v === null && cell.f === undefined)) return;
          engine.setUserInput(index, row + 1, column + 1, cell.f === undefined ? typedIn(cell.v) : `=${cell.f}`);
          places.push({ sheet: index, row, column });
          if (cell.f !== undefined) {
            engine.setUserInput(spelled, places.length, 1, `=${quoteSheet(sheet.name)}!${cellName(row, column)}&""`);
          }
        }),
      ),
    );
    engine.resumeEvaluation();
    engine.evaluate();
    const sheets: Sheets = Object.fromEntries(workbook.sheets.map((sheet) => [sheet.name, []]));
    places.forEach(({ sheet, row, column }, index) => {
      const { name, cells } = workbook.sheets[sheet]!;
      const values = sheets[name]!;
      while (values.length <= row) values.push([]);
      while (values[row]!.length < column) values[row]!.push(null);
      const source = cells[row]![column]!;
      const text = engine.getFormattedCellValue(sheet, row + 1, column + 1);
      const kind = engine.getCellType(sheet, row + 1, column + 1);
      if (source.f === undefined) values[row]![column] = source.v;
      else if (kind === kinds.number)
        values[row]![column] = Number(engine.getFormattedCellValue(spelled, index + 1, 1));
      else if (kind === kinds.logical) values[row]![column] = text === "TRUE";
      else values[row]![column] = kind === kinds.error ? { error: text } : text;
    });
    return sheets;
  } finally {
    engine.free();
  }
}
