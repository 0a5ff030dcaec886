import { readFileSync, writeFileSync } from "node:fs";
import "../../core/words/both";
import type { Code } from "../../core/issue/issue";
import { HostError } from "../../core/sheet/host";
import { say } from "../../core/words/say";
import type { CellValue } from "../../core/sheet/workbook";
import { FileError, readXlsxFile } from "../../excel-addin/page/xlsx";
import { hostileFiles } from "../rows/hostile";

/** What became of a file that was read in a process of its own, and what it cost beyond what was there before. */
export interface Ran {
  readonly name: string;
  readonly bytes: number;
  readonly milliseconds: number;
  readonly megabytes: number;
  readonly refused: Code | null;
  readonly warnings: readonly Code[];
  readonly first: CellValue;
  /** What a person reads, in both languages. */
  readonly said: readonly string[];
  /** Anything else that was thrown. */
  readonly fault: string | null;
}

/** A figure of this process in MB: what it holds now, and the most that it held since it was last asked to forget. */
function held(field: "VmRSS" | "VmHWM"): number {
  const line = new RegExp(`${field}:\\s+(\\d+) kB`).exec(readFileSync("/proc/self/status", "utf8"));
  return Number(line?.[1] ?? NaN) / 1024;
}

export const fileOf = ({ file, name }: { readonly file?: string; readonly name: string }, i: number): string =>
  file ?? `${i} ${name}.xlsx`;

async function run(i: number): Promise<Ran> {
  const row = hostileFiles[i]!;
  const bytes = row.make();
  globalThis.gc?.();
  writeFileSync("/proc/self/clear_refs", "5");
  const before = held("VmRSS");
  const begun = performance.now();
  const outcome = await readXlsxFile(bytes, fileOf(row, i)).catch((error: unknown) => error);
  const milliseconds = performance.now() - begun;
  const cost = { name: row.name, bytes: bytes.length, milliseconds, megabytes: held("VmHWM") - before };
  if (outcome instanceof FileError) {
    const said = (["vi", "en"] as const).map((language) => say(outcome.issue, language));
    return { ...cost, refused: outcome.issue.code, warnings: [], first: null, said, fault: null };
  }
  if (outcome instanceof Error) {
    const fault = `${outcome instanceof HostError ? outcome.code : outcome.name}: ${outcome.message}`;
    return { ...cost, refused: null, warnings: [], first: null, said: [], fault };
  }
  const { workbook, issues } = outcome as Awaited<ReturnType<typeof readXlsxFile>>;
  return {
    ...cost, refused: null, warnings: issues.map(({ code }) => code), first: workbook.sheets[0]?.cells[0]?.[0]?.v ?? null,
    said: issues.map((issue) => say(issue, "vi")), fault: null,
  };
}

async function main(): Promise<void> {
  await readXlsxFile(hostileFiles.find(({ name }) => name === "a plain book")!.make(), "warm.xlsx");
  const asked = process.argv.slice(2).map(Number);
  const all: Ran[] = [];
  for (const i of asked.length > 0 ? asked : hostileFiles.keys()) all.push(await run(i));
  process.stdout.write(JSON.stringify(all));
}

if (process.argv[1]?.endsWith("hostile-run.ts") === true) void main();
