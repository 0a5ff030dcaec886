import { parseCellName } from "../../core/sheet/address";
import type { CellValue } from "../../core/sheet/workbook";
import { unzip, zip } from "./zip";

export type Values = CellValue[][];

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const plain = (xml: string): string =>
  xml
    .replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (_, hex?: string, decimal?: string, name?: string) =>
      name !== undefined
        ? entities[name]!
        : String.fromCodePoint(parseInt(hex ?? decimal!, hex === undefined ? 10 : 16)),
    )
    .replace(/_x([0-9A-F]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
const attribute = (tag: string, name: string): string | undefined => {
  const match = new RegExp(`\\s${name}="([^"]*)"`).exec(tag);
  return match === null ? undefined : plain(match[1]!);
};
/** The words of a string item: its runs joined, phonetic hints left out. */
const words = (xml: string): string =>
  [...xml.replace(/<rPh[\s>].*?<\/rPh>/gs, "").matchAll(/<t(?:\s[^>]*)?>(.*?)<\/t>/gs)]
    .map((run) => plain(run[1]!))
    .join("");

const cells = /<c(\s[^>]*?)(?:\/>|>(.*?)<\/c>)/gs;

function sheetParts(parts: ReadonlyMap<string, Buffer>): { name: string; path: string }[] {
  const text = (path: string): string => parts.get(path)!.toString("utf8");
  const targets = new Map<string, string>();
  for (const [tag] of text("xl/_rels/workbook.xml.rels").matchAll(/<Relationship\s[^>]*>/g)) {
    targets.set(attribute(tag, "Id")!, attribute(tag, "Target")!.replace(/^\/?(?:xl\/)?/, "xl/"));
  }
  return [...text("xl/workbook.xml").matchAll(/<sheet\s[^>]*>/g)].map(([tag]) => ({
    name: attribute(tag, "name")!,
    path: targets.get(attribute(tag, "r:id")!)!,
  }));
}

/** Every sheet's values, numbers with all the digits in the file, `values[row][column]` from 0, null where a cell is blank. */
export function readValues(bytes: Uint8Array): Record<string, Values> {
  const parts = unzip(bytes);
  const shared = [...(parts.get("xl/sharedStrings.xml")?.toString("utf8") ?? "").matchAll(/<si>(.*?)<\/si>/gs)];
  const strings = shared.map((item) => words(item[1]!));
  const sheets: Record<string, Values> = {};
  for (const { name, path } of sheetParts(parts)) {
    const values: Values = [];
    for (const [, tag, body = ""] of parts.get(path)!.toString("utf8").matchAll(cells)) {
      const { row, column } = parseCellName(attribute(tag!, "r")!)!;
      while (values.length <= row) values.push([]);
      while (values[row]!.length < column) values[row]!.push(null);
      const stored = /<v(?:\s[^>]*)?>(.*?)<\/v>/s.exec(body)?.[1];
      const type = attribute(tag!, "t") ?? "n";
      values[row]![column] = valueOf(type, stored, body, strings);
    }
    sheets[name] = values;
  }
  return sheets;
}

function valueOf(type: string, stored: string | undefined, body: string, strings: readonly string[]): CellValue {
  if (type === "inlineStr") return words(body);
  if (stored === undefined) return type === "str" && body.includes("<f") ? "" : null;
  if (type === "s") return strings[Number(stored)]!;
  if (type === "str") return plain(stored);
  if (type === "b") return stored === "1";
  if (type === "e") return { error: plain(stored) };
  return Number(stored);
}

/** The same file with no cached value left in any formula cell, so that what is read back was computed. */
export function stripCached(bytes: Uint8Array): Buffer {
  const parts = unzip(bytes);
  const bare = new Map<string, Uint8Array>(parts);
  for (const { path } of sheetParts(parts)) {
    const xml = parts
      .get(path)!
      .toString("utf8")
      .replace(cells, (cell: string, tag: string, body = "") => {
        if (!/<f[\s>/]/.test(body)) return cell;
        return `<c${tag.replace(/\st="[^"]*"/, "")}>${body.replace(/<v(?:\s[^>]*)?>.*?<\/v>|<v\/>/gs, "")}</c>`;
      });
    bare.set(path, Buffer.from(xml, "utf8"));
  }
  return zip(bare);
}
