import { fromSheets } from "../core/formula/sheets-dialect";
import type { Sheet } from "../core/sheet/workbook";
import type { Change } from "../core/sheet/host";
import { type Differs, formOf43, type HostDriver, hostContract } from "./host-contract";
import { readRows, writeRows } from "./host-rows";
import { asInSheets, builtSheets, fitted, openSheets, type SheetsDesk, workbookIn } from "./sheets-desk";

/** A sidebar's window; its clock runs a hundred times as fast. */
const heard = new Map<string, Set<() => void>>();
const listening = {
  addEventListener: (name: string, each: () => void) => heard.set(name, (heard.get(name) ?? new Set()).add(each)),
  removeEventListener: (name: string, each: () => void) => heard.get(name)?.delete(each),
};
const hurried = (act: () => void, milliseconds: number): unknown => setTimeout(act, milliseconds / 100);

beforeAll(() => {
  builtSheets();
  Object.assign(globalThis, { ...listening, document: { ...listening, hidden: false }, window: { setTimeout: hurried } });
}, 600000);

let desk: SheetsDesk;

const driver = (locale: string): HostDriver => ({
  open: async (workbook) => {
    desk = openSheets({ locale, workbook, own: true });
    await desk.host.open();
    await desk.host.read();
  },
  facts: async () => desk.host.facts(),
  read: (sheets) => desk.host.read(sheets),
  write: (patch) => desk.host.write(patch),
  show: (at) => desk.host.show(at),
  inspect: (asked) => desk.host.inspect(asked),
  watch: async () => {
    const changes: Change[] = [];
    const leave = desk.host.watch((change) => changes.push(change));
    return { heard: async () => changes, stop: async () => leave() };
  },
  workbook: async () => workbookIn(desk.book),
  selection: async () => desk.book.engine.selection(),
  type: async ({ sheet, row, column }, value) => {
    const found = desk.book.engine.find(sheet)!;
    desk.book.put(found, row, column, { v: value });
    desk.book.touch();
  },
  select: async (at) => desk.person.select(at),
});

const why = "Google Sheets has no place for it; see the table in test/double/sheets/README.md";
/** A file comes with a value that nobody computed; Sheets computes it when it is first written to. */
const uncomputed = (sheet: Sheet): Sheet => ({
  ...asInSheets(sheet),
  cells: asInSheets(sheet).cells.map((cut) => cut?.map((cell) => (cell?.f === "1/0" ? { ...cell, v: null } : cell))),
});
/** For this host the core writes formulas in its dialect from the first. */
const neutral = (sheet: Sheet): Sheet => {
  const known = fitted(sheet);
  return {
    ...known,
    cells: known.cells.map((cut) => cut?.map((cell) => (cell?.f === undefined ? cell : { ...cell, f: fromSheets(cell.f, ".") }))),
    conditionals: known.conditionals.map((each) => ({ ...each, formula: fromSheets(each.formula, ".") })),
  };
};
const differs: Differs = {
  "the same values, formulas' too, sheets in any case": {
    why: "an error that somebody typed is read as its text", without: asInSheets,
    read: (value) => (typeof value === "object" && value !== null ? value.error : value),
  },
  ...Object.fromEntries(
    [...[...readRows, ...writeRows].map(({ name }) => name), formOf43].map((name) => [name, { why, without: name.startsWith("every kind of value") ? uncomputed : name === formOf43 ? neutral : asInSheets }]),
  ),
};

describe.each([["vi_VN", ","], ["en_US", "."]] as const)("Google Sheets, over the double, in a spreadsheet of %s", (locale, decimal) =>
  hostContract(() => driver(locale), differs, decimal));
