import { recalculate } from "./kit/engines";
import { formulasOf, probedDesk } from "./kit/probed";
import { badlySaid } from "./kit/well-said";
import { unzip } from "./kit/zip";
import { openExcel } from "./host-excel";
import { builtSheets, openSheets, workbookIn } from "./sheets-desk";
import { probes, texts } from "./rows/probes";
import { readCase } from "./replay/case";
import { replay, resultOf } from "./replay/result";
import type { Host } from "../core/sheet/host";
import { emptySheet } from "../core/sheet/apply";
import { emptyWorkbook, type Workbook } from "../core/sheet/workbook";
import { readXlsx, writeXlsx } from "../excel-addin/page/xlsx";
import { fileName, suggestedName } from "../excel-addin/page/file-name";

const elements = (parts: ReadonlyMap<string, Buffer>): Set<string> =>
  new Set([...parts].flatMap(([, part]) => [...part.toString("utf8").matchAll(/<([^\s>/]+)/g)].map(([, name]) => name!)));
let ours: ReadonlySet<string>;
beforeAll(async () => {
  builtSheets();
  // Text that reads like an error stays text only as a run of rich text.
  const files = ["chữ", "#REF!"].map((text) => writeXlsx({ ...probedDesk(text).workbook, properties: { tên: text } }));
  ours = new Set((await Promise.all(files)).flatMap((bytes) => [...elements(unzip(bytes))]));
}, 300000);

/** What a file of XML cannot hold is left out of it; everything else comes back. */
const kept = (text: string): string => text.replace(/[\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/gu, "");

describe.each(probes)("%s in every field", (_title, text) => {
  const desk = probedDesk(text);
  const formulas = formulasOf(desk.workbook.sheets);

  test("leaves the formulas what they are, the text in its cells, a number a number", () => {
    expect(formulas.length).toBeGreaterThan(100);
    expect(formulas.filter((formula) => /4711|__proto__|constructor/.test(formula))).toEqual([]);
    const [form] = desk.look().forms.map(({ id }) => id);
    expect((["evidence", "explanation", "reason"] as const).map((part) => desk.value(desk.cell("1", part, form)))).toEqual([text, text, text]);
    const log = desk.workbook.sheets.find(({ name }) => /^Nhật ký/.test(name))!.cells.flat().map((cell) => cell?.v);
    expect(log.filter((value) => value === text).length).toBeGreaterThan(1);
    expect(log).toContain(-1);
    const status = desk.look();
    expect([...status.findings, ...desk.rank()].flatMap((finding) => badlySaid(finding, [text]))).toEqual([]);
  });

  test("is text in a file, and when that is opened again", async () => {
    const bytes = await writeXlsx({ ...desk.workbook, properties: { tên: text } });
    const parts = unzip(bytes);
    const written = [...parts].flatMap(([, part]) => [...part.toString("utf8").matchAll(/<f[ >]/g)]);
    expect(written.length).toBe(formulas.length);
    expect([...elements(parts)].filter((name) => !ours.has(name))).toEqual([]);
    const again = await readXlsx(bytes, "a.xlsx");
    expect(formulasOf(again.sheets)).toEqual(formulas);
    const values = (book: Workbook): unknown[][] => book.sheets.map(({ cells }) => cells.flatMap((line) => (line ?? []).flatMap((cell) =>
      cell === undefined || cell.v === null || cell.f !== undefined ? [] : [typeof cell.v === "string" ? kept(cell.v) : cell.v])));
    expect(values(again)).toEqual(values(desk.workbook));
  });

  test("is, as a file's name, one that every system takes", () => {
    const names = [fileName(text), fileName(`Phiếu ${text}.xlsx`), suggestedName(desk.snapshot())];
    for (const name of names) {
      expect(name).toMatch(/^$|\.xlsx$/);
      expect(name).not.toMatch(/[\\/:*?"<>|\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u202a-\u202e\u2066-\u2069\uffff]|^[ .]|^(con|nul|aux|prn|com\d|lpt\d)\./iu);
      expect(name.length).toBeLessThan(130);
    }
  });
});

/** What is read back of texts that a host was given, twice, in cells of no format and in cells for text. */
async function throughHost(host: Host): Promise<{ values: unknown; formulas: unknown }> {
  const cells = texts.map((v) => [{ v }, { v }]);
  const styles = [{ area: { row: 0, column: 1, rows: texts.length, columns: 1 }, style: { format: "@" } }];
  for (const patch of [{ sheet: "A", styles, blocks: [{ row: 0, column: 0, cells }] }, { sheet: "A", blocks: [{ row: 0, column: 0, cells }] }]) {
    expect(await host.write({ expect: [], sheets: [patch] })).toEqual({ ok: true });
  }
  expect(await host.write({ expect: [], sheets: [{ sheet: "A", blocks: [{ row: 0, column: 2, cells: [[{ v: -3.5 }], [{ v: -1 }]] }] }] })).toEqual({ ok: true });
  const { values, formulas } = (await host.read()).sheets.find(({ name }) => name === "A")!;
  expect([values[0]![2], values[1]![2]]).toEqual([-3.5, -1]);
  return { values: values.map((line) => line.slice(0, 2)), formulas: formulas.flat().filter((formula) => formula !== null) };
}
const blank: Workbook = { ...emptyWorkbook, sheets: [emptySheet("A")], active: "A" };

test("Excel is given text that reads back as that text", async () => {
  const { host } = openExcel(blank);
  expect(await throughHost(host)).toEqual({ values: texts.map((text) => [text, text]), formulas: [] });
});

test.each(["vi_VN", "en_US"])("Google Sheets is given text that reads back as that text, under %s", async (locale) => {
  const { host, book } = openSheets({ locale, workbook: blank, own: true });
  await host.open();
  await host.read();
  expect(await throughHost(host)).toEqual({ values: texts.map((text) => [text, text]), formulas: [] });
  expect(workbookIn(book).sheets.flatMap(({ cells }) => cells.flat().filter((cell) => cell?.f !== undefined))).toEqual([]);
});

test.each(["libreoffice", "gnumeric"] as const)("%s opens and saves a file of them as text", async (engine) => {
  const cells = texts.map((v) => [{ v }, { v, s: { format: "@" } }, { v: -1 }]);
  const form = probedDesk('=4711+1<img src=x>&"');
  const files = [
    { name: "texts", bytes: await writeXlsx({ ...blank, sheets: [{ ...emptySheet("A"), cells }] }) },
    { name: "form", bytes: await writeXlsx(form.workbook) },
  ];
  const saved = await recalculate(engine, files);
  // Programs leave out what XML cannot hold, and part lines in their own way.
  const same = (text: unknown): string => String(text).replace(/\r\n?/g, "\n").replace(/[\p{Cc}\p{Cs}\uffff]|_x00[01][0-9a-f]_/giu, "");
  const values = saved.get("texts")!["A"]!;
  expect(values.map((line) => line.slice(0, 2).map(same))).toEqual(texts.map((text) => [same(kept(text)), same(kept(text))]));
  expect(values.map((line) => line[2])).toEqual(texts.map(() => -1));
  const held = Object.values(saved.get("form")!).flat(2);
  expect(held.filter((value) => value === 4712)).toEqual([]);
  expect(held.filter((value) => String(value).startsWith("=4711+1<img src=x>&\"")).length).toBeGreaterThan(20);
});

test("a case may name its units, criteria and inputs by anything", () => {
  const before = Object.getOwnPropertyNames(Object.prototype).sort();
  const codes = texts.filter((text) => text.trim() !== "");
  const named = (value: unknown): string => `{${codes.map((text) => `${JSON.stringify(text)}:${JSON.stringify(value)}`).join(",")}}`;
  const read = readCase(`{"rubric":{"preset":"hcm-xa-2026"},"units":${JSON.stringify(codes.map((code) => ({ code, name: code, block: code })))},
    "answers":${named({ "02": { inputs: { a: "3", b: "4" }, evidence: "=4711+1" }, __proto__: { inputs: { __proto__: "1", constructor: "2" } } })},
    "reviews":${named({ "02": { points: "1", reason: "=4711+1", reviewer: "<b>" } })}}`);
  expect(read.ok).toBe(true);
  if (!read.ok) return;
  const { units } = JSON.parse(JSON.stringify(resultOf(replay(read.case)))) as { units: { code: string }[] };
  expect(units.map(({ code }) => code)).toEqual(codes.map((code) => expect.stringContaining(code.trim().slice(0, 3))));
  expect(Object.getOwnPropertyNames(Object.prototype).sort()).toEqual(before);
  expect(({} as Record<string, unknown>)["inputs"]).toBeUndefined();
});
