import { cellName, sameSheet } from "../sheet/address";
import type { SheetPatch, Write } from "../sheet/patch";
import type { Language, SheetSnapshot, Snapshot } from "../sheet/snapshot";
import { sheetWords } from "../words/sheets";
import { longestText } from "./layout";
import type { Rebuilt } from "./rebuild";
import { freeSheetName, sheetNames } from "./sheet-names";

const fields = ["when", "what", "unit", "code", "name", "part", "value"] as const;
type Field = (typeof fields)[number];

/** One line of `Nhật ký`; `value` as it was, the rest for people. */
export type LogLine = Readonly<Record<Exclude<Field, "value">, string>> & { readonly value: string | number | boolean };

const widths: Readonly<Record<Field, number>> = {
  when: 18, what: 22, unit: 26, code: 10, name: 44, part: 30, value: 40,
};

/** The log of a workbook, by its header. */
function findLog(snapshot: Snapshot): SheetSnapshot | null {
  const heads = (["vi", "en"] as const).map((language) => sheetWords(language).log.heads);
  const found = snapshot.sheets.find((sheet) =>
    heads.some((head) => fields.every((field, column) => sheet.values[0]?.[column] === head[field])));
  return found ?? null;
}

/** What the log of a workbook is called, or will be. */
export const logName = (snapshot: Snapshot): string =>
  findLog(snapshot)?.name ?? freeSheetName(sheetNames.log, snapshot.sheets.map((sheet) => sheet.name));

export const hasLog = (snapshot: Snapshot): boolean => findLog(snapshot) !== null;

/** Lines added below those that stand in the log; the sheet is made where it is missing. */
export function logPatch(lines: readonly LogLine[], snapshot: Snapshot, language: Language): SheetPatch {
  const old = findLog(snapshot);
  const words = sheetWords(language).log;
  const first = old === null ? 1 : Math.max(1, old.values.length);
  const cells = lines.map((line) => fields.map((field): Write => {
    const value = line[field];
    return { v: typeof value === "string" ? (value === "" ? null : value.slice(0, longestText)) : value };
  }));
  const head: Write[][] = [fields.map((field): Write => ({ v: words.heads[field] }))];
  return {
    sheet: logName(snapshot),
    create: true,
    styles: [
      ...(old === null
        ? [{
            area: { row: 0, column: 0, rows: 1, columns: fields.length },
            style: { bold: true, fill: "DCE6F1", wrap: true, border: "thin", vertical: "middle" } as const,
          }]
        : []),
      ...(lines.length === 0
        ? []
        : [{
            area: { row: first, column: 0, rows: lines.length, columns: fields.length },
            style: { wrap: true, vertical: "top", border: "thin" } as const,
          }]),
    ],
    blocks: [
      ...(old === null ? [{ row: 0, column: 0, cells: head }] : []),
      ...(cells.length === 0 ? [] : [{ row: first, column: 0, cells }]),
    ],
    ...(old === null
      ? {
          columns: fields.map((field, column) => ({ column, width: widths[field] })),
          freeze: { rows: 1, columns: 0 },
          print: { orientation: "landscape", fitWidth: true, repeat: [0, 0] } as const,
        }
      : {}),
  };
}

/** Parts of a patch with lines below those that they write into the log. */
export function withLogLines(sheets: readonly SheetPatch[], lines: readonly LogLine[], snapshot: Snapshot, language: Language): SheetPatch[] {
  const name = logName(snapshot);
  const at = sheets.findIndex(({ sheet, blocks = [] }) => sameSheet(sheet, name) && blocks.length > 0);
  const more = logPatch(lines, snapshot, language);
  const known = sheets[at];
  if (known === undefined) return [...sheets, more];
  const end = Math.max(...known.blocks!.map(({ row, cells }) => row + cells.length));
  const [own] = more.blocks!.slice(-1);
  const [look] = more.styles!.slice(-1);
  return sheets.map((part, i) => (i !== at ? part : {
    ...part,
    styles: [...(part.styles ?? []), { ...look!, area: { ...look!.area, row: end } }],
    blocks: [...known.blocks!, { ...own!, row: end }],
  }));
}

/** What a rebuild has to write into the log: what was parked, worded anew, what came back, what went below the form. */
export function logLines(rebuilt: Rebuilt, unit: { code: string; name: string }, now: string, language: Language): LogLine[] {
  const words = sheetWords(language).log;
  const when = now.replace("T", " ");
  const whose = [unit.code, unit.name].filter((part) => part !== "").join(" · ");
  const { report, sheet } = rebuilt;
  const text = (value: unknown): string | number | boolean =>
    typeof value === "number" || typeof value === "boolean" || typeof value === "string" ? value : "";
  return [
    ...report.parked.map(({ code, name, label, value }) => ({
      when, what: words.parked, unit: whose, code, name, part: label ?? "", value: text(value),
    })),
    ...report.reworded.map(({ code, name, label, value }) => ({
      when, what: words.reworded, unit: whose, code, name, part: label ?? "", value: text(value),
    })),
    ...report.returned.map(({ code, name, label, value }) => ({
      when, what: words.returned, unit: whose, code, name, part: label ?? "", value: text(value),
    })),
    ...report.notes.map((note) => ({
      when, what: words.note, unit: whose, code: "", name: "", part: `${sheet.sheet}!${cellName(note.row, 0)}`, value: note.text,
    })),
  ];
}
