import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The cells of one line of a comma-separated file; a cell in quotes may hold commas and doubled quotes. */
function cellsOf(line: string): string[] {
  return [...`${line},`.matchAll(/("(?:[^"]|"")*"|[^,]*),/g)].map((match) =>
    match[1]!.replace(/^"([\s\S]*)"$/, "$1").replace(/""/g, '"'),
  );
}

/** The rows of a table in `test/published`: its first line says where it was printed, its second names the columns. */
export function publishedRows(name: string): Record<string, string>[] {
  const [, head = "", ...lines] = readFileSync(join(__dirname, "../published", `${name}.csv`), "utf8").trim().split("\n");
  const columns = cellsOf(head);
  return lines.map((line) => {
    const cells = cellsOf(line);
    if (cells.length !== columns.length) throw new Error(`${name}: ${line}`);
    return Object.fromEntries(columns.map((column, at) => [column, cells[at]!]));
  });
}

/** A printed number with a decimal comma or point. */
export const printed = (text: string): string => text.replace("%", "").trim().replace(",", ".");
