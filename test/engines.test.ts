import type { Cell, Workbook } from "../core/sheet/workbook";
import { emptyWorkbook } from "../core/sheet/workbook";
import { Chance } from "./kit/chance";
import { digits15, ironCalc, recalculate, toolVersions } from "./kit/engines";
import { IronBook } from "./kit/iron-book";
import { readValues, stripCached } from "./kit/xlsx-values";
import { zip } from "./kit/zip";

const part = (xml: string): Buffer => Buffer.from(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${xml}`);
const types = "http://schemas.openxmlformats.org/package/2006/content-types";
const links = "http://schemas.openxmlformats.org/package/2006/relationships";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const sheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** A file of one sheet, "Số", whose cells are written out here. */
function handmade(rows: string): Buffer {
  return zip(
    new Map([
      [
        "[Content_Types].xml",
        part(
          `<Types xmlns="${types}">` +
            `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
            `<Override PartName="/xl/workbook.xml" ContentType="${sheetType}.sheet.main+xml"/>` +
            `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${sheetType}.worksheet+xml"/></Types>`,
        ),
      ],
      [
        "_rels/.rels",
        part(
          `<Relationships xmlns="${links}">` +
            `<Relationship Id="a" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
        ),
      ],
      [
        "xl/_rels/workbook.xml.rels",
        part(
          `<Relationships xmlns="${links}">` +
            `<Relationship Id="b" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
        ),
      ],
      [
        "xl/workbook.xml",
        part(
          `<workbook xmlns="${main}" xmlns:r="${office}">` +
            `<sheets><sheet name="Số" sheetId="1" r:id="b"/></sheets></workbook>`,
        ),
      ],
      ["xl/worksheets/sheet1.xml", part(`<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`)],
    ]),
  );
}

// Every formula stands beside a false cached value; an engine that answers with one of them did not compute.
const cases = [
  ["A1*10", "<v>999</v>", "", 20],
  ["1/3", "<v>999</v>", "", 1 / 3],
  ["3*(1/10)", "<v>999</v>", "", 3 * 0.1],
  ['IF(A1=2,"a&amp;b","c")', "<v>sai</v>", ' t="str"', "a&b"],
  ["A1=2", "<v>0</v>", ' t="b"', true],
  ["A1/0", "<v>999</v>", "", { error: "#DIV/0!" }],
  ["ROUND(1005/1000+1/10^9,2)", "<v>999</v>", "", 1.01],
] as const;
const file = handmade(
  `<row r="1"><c r="A1"><v>2</v></c>${cases
    .map(([formula, cached, type], index) => `<c r="${"BCDEFGH"[index]}1"${type}><f>${formula}</f>${cached}</c>`)
    .join("")}</row>`,
);
const expected = [2, ...cases.map((each) => each[3])].map(digits15);

describe("recalculation", () => {
  test("the tools are here", () => console.log(toolVersions().join("\n")));

  test("the false values are in the file, and stripping takes them out", () => {
    expect(readValues(file)["Số"]![0]!.slice(0, 3)).toEqual([2, 999, 999]);
    expect(readValues(stripCached(file))["Số"]).toEqual([[2, null, null, null, null, null, null, null]]);
  });

  test.each(["libreoffice", "gnumeric"] as const)(
    "%s computes afresh",
    async (engine) => {
      const values = await recalculate(engine, [
        { name: "một", bytes: file },
        { name: "hai", bytes: file },
      ]);
      expect([...values.keys()]).toEqual(["một", "hai"]);
      for (const sheets of values.values()) expect(sheets["Số"]!.map((row) => row.map(digits15))).toEqual([expected]);
    },
    120_000,
  );

  test("IronCalc computes afresh", () => {
    const cells: Cell[] = [{ v: 2 }, ...cases.map(([f]) => ({ f: f.replace("&amp;", "&"), v: 999 }))];
    const sheet = {
      state: "visible",
      columns: [],
      rows: [],
      merges: [],
      validations: [],
      conditionals: [],
      scales: [],
    } as const;
    const book: Workbook = { ...emptyWorkbook, sheets: [{ ...sheet, name: "Số", cells: [cells] }] };
    expect(ironCalc(book)["Số"]!.map((row) => row.map(digits15))).toEqual([expected]);
  });

  test("IronCalc that took in what changed computes as it does from nothing", () => {
    const chance = new Chance(7);
    const contents: readonly Cell[] = [
      { v: 2 }, { v: -0.1 }, { v: "2" }, { v: "'" }, { v: "" }, { v: true }, { v: { error: "#N/A" } }, { v: null },
      ...["A1+B2", "1/3+Hai!A1", "IF(ISBLANK(B1),\"trống\",B1)", "COUNTA(A1:D4)", "A2&B3", "ISNUMBER(C1)", "Hai!B2", "SUM(Hai!A1:C2)"].map((f) => ({ f, v: 999 })),
    ];
    const sheet = { state: "visible", columns: [], rows: [], merges: [], validations: [], conditionals: [], scales: [] } as const;
    // Formulas in the lower half read the upper one, so that none reads itself.
    const drawn = (row: number): Cell | undefined => (chance.often(25) ? undefined : chance.pick(row < 4 ? contents.slice(0, 8) : contents));
    const cells: (Cell | undefined)[][] = Array.from({ length: 8 }, (_, row) => Array.from({ length: 4 }, () => drawn(row)));
    const book = (): Workbook => ({
      ...emptyWorkbook,
      sheets: [{ ...sheet, name: "Một", cells: cells.map((line) => [...line]) }, { ...sheet, name: "Hai", cells: cells.slice(0, 4).map((line) => [...line].reverse()) }],
    });
    const kept = new IronBook(book());
    const seen = new Set<string>();
    for (let turn = 0; turn < 60; turn += 1) {
      for (let edits = chance.whole(0, 6); edits > 0; edits -= 1) {
        const row = chance.whole(0, 7);
        cells[row]![chance.whole(0, 3)] = drawn(row);
      }
      const values = kept.values(book());
      expect(values).toEqual(ironCalc(book()));
      seen.add(JSON.stringify(values));
    }
    kept.free();
    expect(seen.size).toBeGreaterThan(40);
  });
});
