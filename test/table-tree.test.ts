import { parseCellName } from "../core/sheet/address";
import type { SheetSnapshot } from "../core/sheet/snapshot";
import { readTable, type TableReading, type TableRow } from "../core/rubric/table";
import { pastedSheet } from "../core/rubric/pasted";
import { type TableCase, tables } from "./rows/tables";

function sheetOf({ table, shown }: Pick<TableCase, "table" | "shown">): SheetSnapshot {
  const sheet = pastedSheet("Phụ lục", table);
  const texts: (string | null)[][] = table.map((row) => row.map(() => null));
  for (const [cell, text] of Object.entries(shown ?? {})) {
    const { row, column } = parseCellName(cell)!;
    texts[row]![column] = text;
  }
  return { ...sheet, texts };
}

function line(row: TableRow): string {
  const head = `${"  ".repeat(row.depth)}${[row.code, row.name].filter((part) => part !== "").join(" ")}`;
  const range = row.min === "0" ? row.max : `${row.min}..${row.max}`;
  const points = row.kind === "group" ? ` [${row.max ?? ""}]` : ` = ${range}${row.bonus ? " +" : ""}`;
  const cap = row.cap === null ? "" : ` cap ${row.cap.min}..${row.cap.max}`;
  const text = row.kind === "group" || row.text === "" ? "" : ` | ${row.text.replace(/\n/g, " ⏎ ")}`;
  return `${head}${points}${cap}${row.scored ? "" : " –"}${text}`;
}

const problems = (reading: TableReading): string[] =>
  [...reading.issues, ...(reading.kind === "read" ? reading.rows.flatMap(({ issues }) => issues) : [])].map(
    ({ code, at }) => `${code} ${at.cell?.replace(/^.*!/, "") ?? ""}`,
  );

test.each(tables.map((own) => [own.title, own] as const))("%s", (_, own) => {
  const reading = readTable(sheetOf(own));
  expect(problems(reading).sort()).toEqual([...(own.issues ?? [])].sort());
  if (reading.kind !== "read") throw new Error("no table was read");
  expect(`\n${reading.rows.map(line).join("\n")}`).toBe(own.tree);
  if (own.total !== undefined) expect(reading.total.declared).toBe(own.total);
});
