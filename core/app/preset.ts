import type { Outcome } from "../app-port";
import { heightOf, linesOf } from "../form/looks";
import { freeSheetName } from "../form/sheet-names";
import { issue } from "../issue/issue";
import { presetSheet } from "../rubric/preset";
import type { SheetPatch, Write } from "../sheet/patch";
import type { SheetSnapshot, Snapshot } from "../sheet/snapshot";
import { refused } from "./build";
import { findingOf } from "./finding";

const widths = [8, 56, 10, 70, 30];

/** A pasted annex as a patch: its cells, and widths and heights that let it be read. */
export function annexPatch(sheet: SheetSnapshot, name: string): SheetPatch {
  const cells = sheet.values.map((row) =>
    row.map((v): Write => ({ v: typeof v === "object" && v !== null ? v.error : v })),
  );
  const rows = sheet.values.length;
  const columns = Math.max(1, ...sheet.values.map((row) => row.length));
  const area = { row: 0, column: 0, rows, columns };
  const heads = sheet.values.findIndex((row) => row.filter((value) => value !== null && value !== "").length >= 3);
  const width = (column: number): number => widths[column] ?? 20;
  const lines = (row: number): number[] =>
    sheet.values[row]!.map((value, column) => (typeof value === "string" ? linesOf(value, width(column), row === heads) : 1));
  return {
    sheet: name,
    create: true,
    styles: [
      { area, style: { wrap: true, vertical: "top" } },
      { area: { ...area, columns: 1 }, style: { format: "@" } },
      ...(heads < 0
        ? []
        : [
            { area: { ...area, row: heads, rows: rows - heads }, style: { border: "thin" as const } },
            { area: { ...area, row: heads, rows: 1 }, style: { bold: true, align: "center" as const, vertical: "middle" as const } },
          ]),
      ...(heads < 1 ? [] : [{ area: { ...area, rows: heads }, style: { bold: true, wrap: false } }]),
    ],
    blocks: [{ row: 0, column: 0, cells }],
    print: { orientation: "landscape", fitWidth: true, ...(heads < 0 ? {} : { repeat: [heads, heads] as const }) },
    columns: Array.from({ length: columns }, (_, column) => ({ column, width: width(column) })),
    rows: Array.from({ length: rows }, (_, row) => ({ row, height: heightOf(row < heads ? 1 : Math.max(1, ...lines(row))) })),
  };
}

/** Puts a preset's annex into a new sheet, as it would be pasted. */
export function presetPatch(snapshot: Snapshot, id: string): Outcome {
  const name = freeSheetName("Phụ lục", snapshot.sheets.map((sheet) => sheet.name));
  const sheet = presetSheet(id, name);
  if (sheet === null) return refused(findingOf(issue("preset-unknown", {}, { name: id }), null));
  return { patch: { expect: [], sheets: [annexPatch(sheet, name)], show: { sheet: name, row: 0, column: 0 } }, findings: [] };
}
