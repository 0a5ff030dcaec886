import { readFileSync, writeFileSync } from "node:fs";
import "../core/words/both";
import { writeXlsx } from "../excel-addin/page/xlsx";
import { readCase } from "./replay/case";
import { replay, resultOf } from "./replay/result";
import { workbookOf } from "./replay/workbook";

/** The replay door: a JSON case in (a file, or standard input), JSON out. See `test/replay/README.md`. */
async function main(): Promise<number> {
  const [file] = process.argv.slice(2);
  let text: string;
  try {
    text = readFileSync(file ?? 0, "utf8");
  } catch (error) {
    process.stderr.write(`the case cannot be read: ${error instanceof Error ? error.message : String(error)}\n`);
    return 2;
  }
  const read = readCase(text);
  if (!read.ok) {
    process.stderr.write(`${read.why.replace(/\s+/g, " ")}\n`);
    return 2;
  }
  const found = replay(read.case);
  if (read.case.xlsx !== undefined) {
    const decimal = /^en/i.test(read.case.locale ?? "vi-VN") ? "." : ",";
    const workbook = workbookOf(found, { host: "page", language: read.case.language ?? "vi", decimal, now: "2026-01-01T00:00" });
    if (workbook !== null) {
      const bytes = await writeXlsx(workbook);
      try {
        writeFileSync(read.case.xlsx, bytes);
      } catch (error) {
        process.stderr.write(`the workbook cannot be written: ${error instanceof Error ? error.message : String(error)}\n`);
        return 2;
      }
    }
  }
  process.stdout.write(`${JSON.stringify(resultOf(found), null, 2)}\n`);
  return 0;
}

main().then(
  (status) => (process.exitCode = status),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack ?? error.message : String(error)}\n`);
    process.exitCode = 1;
  },
);
