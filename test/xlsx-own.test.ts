import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { say } from "../core/words/say";
import { cellName } from "../core/sheet/address";
import { guardsOf } from "../core/sheet/guards";
import { withFollowedNotes } from "../excel-addin/page/followed";
import { readXlsx, readXlsxFile, writeXlsx } from "../excel-addin/page/xlsx";
import { emptySheet } from "../core/sheet/apply";
import type { CarriedKind, Lines } from "../core/sheet/carried";
import type { Cell, Sheet, Workbook } from "../core/sheet/workbook";
import { movedFormula } from "../excel-addin/page/xlsx/chart-places";
import { settled } from "../excel-addin/page/xlsx/settle";
import { bareBook, bareRelation } from "./kit/bare-book";
import { units } from "./kit/damaged-book";
import { Desk } from "./kit/desk";
import { forgedZip } from "./kit/forged-zip";
import { own, ownBook } from "./kit/own-book";
import { chartMarkup, dot, heldIn, withOwn } from "./kit/own-parts";
import { unzip } from "./kit/zip";

const cells = (...rows: number[]): Cell[][] => rows.map((v) => [{ v }]);
const book: Workbook = {
  sheets: [{ ...emptySheet("Phiếu A"), cells: cells(1, 2, 3) }, { ...emptySheet("Của tôi"), cells: cells(4, 5) }],
  active: "Phiếu A", properties: {},
};
const made = async (): Promise<Uint8Array> => withOwn(await writeXlsx(book), [
  {
    sheet: 0, number: 3, picture: dot, notes: [{ cell: "A2", text: "Xem lại số này", thread: true }, { cell: "A3", text: "Hỏi văn phòng" }],
    chart: { figures: "'Phiếu A'!$A$1:$A$3", at: [4, 2] },
  },
  { sheet: 1, number: 1, notes: [{ cell: "A1", text: "Của riêng" }], chart: { figures: "'Phiếu A'!$A$1:$A$2", at: [1, 1] } },
]);

test("charts, pictures and comments stand in the saved file as they stood in the opened one", async () => {
  const bytes = await made();
  const before = heldIn(bytes);
  expect(before["Phiếu A"]!.notes).toEqual([["A2", "Xem lại số này"], ["A3", "Hỏi văn phòng"]]);
  expect(before["Phiếu A"]!.threads.map(([cell]) => cell)).toEqual(["A2", "A2"]);
  expect(before["Của tôi"]!.charts).toEqual([chartMarkup("'Phiếu A'!$A$1:$A$2")]);
  const { workbook, issues } = await readXlsxFile(bytes, "a.xlsx");
  expect(issues.map((issue) => say(issue, "vi"))).toEqual([
    "Tệp có biểu đồ, hình vẽ, ghi chú của ô: được giữ nguyên trong bản lưu, nhưng trang này không hiển thị.",
  ]);
  const saved = await writeXlsx(JSON.parse(JSON.stringify(workbook)) as Workbook);
  expect(heldIn(saved)).toEqual(before);
  const again = await readXlsxFile(saved);
  expect(again.workbook).toEqual(workbook);
  expect(Buffer.from(await writeXlsx(again.workbook)).equals(Buffer.from(saved))).toBe(true);
});

describe("where sheets and cells are called otherwise by now", () => {
  const opened = async (): Promise<Workbook> => (await readXlsxFile(await made())).workbook;
  const saved = async ({ sheets, ...rest }: Workbook, change: (sheet: Sheet, i: number) => Sheet | null): Promise<ReturnType<typeof heldIn>> =>
    heldIn(await writeXlsx({ ...rest, sheets: sheets.map(change).filter((sheet) => sheet !== null) }));
  const chart = (figures: string): string[] => [chartMarkup(figures)];

  test("a sheet has a new name: its charts follow, and others' that take figures from it", async () => {
    const held = await saved(await opened(), (sheet, i) => (i === 0 ? { ...sheet, name: "Phiếu 'mới' & A" } : sheet));
    expect(held["Phiếu 'mới' & A"]!.charts).toEqual(chart("'Phiếu ''mới'' &amp; A'!$A$1:$A$3"));
    expect(held["Phiếu 'mới' & A"]!.notes.length).toBe(2);
    expect(held["Của tôi"]!.charts).toEqual(chart("'Phiếu ''mới'' &amp; A'!$A$1:$A$2"));
  });

  test("two sheets change names with each other, and places", async () => {
    const { sheets, ...rest } = await opened();
    const held = await saved({ ...rest, sheets: [...sheets].reverse() }, (sheet, i) => ({ ...sheet, name: i === 0 ? "Phiếu A" : "Của tôi" }));
    expect(Object.keys(held)).toEqual(["Phiếu A", "Của tôi"]);
    expect(held["Phiếu A"]!.charts).toEqual(chart("'Của tôi'!$A$1:$A$2"));
    expect(held["Phiếu A"]!.notes).toEqual([["A1", "Của riêng"]]);
    expect(held["Của tôi"]!.charts).toEqual(chart("'Của tôi'!$A$1:$A$3"));
    expect(held["Của tôi"]!.pictures).toEqual([Buffer.from(dot)]);
  });

  test("a sheet is gone: all of its own with it, and the others' places on it", async () => {
    const held = await saved(await opened(), (sheet, i) => (i === 0 ? null : sheet));
    expect(held).toEqual({ "Của tôi": { charts: chart("#REF!"), notes: [["A1", "Của riêng"]], threads: [], pictures: [], anchors: [[1, 1]], boxes: ["A1"] } });
  });

  test("a sheet made anew under the old name keeps the others' places", async () => {
    const held = await saved(await opened(), (sheet, i) => (i === 0 ? { ...emptySheet("Phiếu A") } : sheet));
    expect(held["Của tôi"]!.charts).toEqual(chart("'Phiếu A'!$A$1:$A$2"));
    expect(held["Phiếu A"]).toMatchObject({ charts: [], notes: [] });
  });

  test("of two copies of a sheet the first has what hangs on it", async () => {
    const { sheets, ...rest } = await opened();
    const held = await saved({ ...rest, sheets: [sheets[0]!, { ...sheets[0]!, name: "Phiếu A (2)" }, sheets[1]!] }, (sheet) => sheet);
    expect(held["Phiếu A"]!.charts.length).toBe(1);
    expect(held["Phiếu A (2)"]).toMatchObject({ charts: [], notes: [], threads: [] });
  });

  const lined = (rows: Lines, columns?: Lines) => async () =>
    saved(await opened(), (sheet, i) => (i === 0 ? { ...sheet, carried: { ...sheet.carried!, rows, ...(columns === undefined ? {} : { columns }) } } : sheet));
  test.each<[string, () => ReturnType<typeof saved>, string, (readonly [string, string])[], readonly [number, number]]>([
    ["two rows put in above", lined([[null, 2], [0, 1]]), "'Phiếu A'!$A$3:$A$5", [["A4", "Xem lại số này"], ["A5", "Hỏi văn phòng"]], [6, 2]],
    ["a row put in between", lined([[0, 2], [null, 1], [2, 1]]), "'Phiếu A'!$A$1:$A$4", [["A2", "Xem lại số này"], ["A4", "Hỏi văn phòng"]], [5, 2]],
    ["the first row deleted", lined([[1, 1]]), "'Phiếu A'!$A$1:$A$2", [["A1", "Xem lại số này"], ["A2", "Hỏi văn phòng"]], [3, 2]],
    ["a row with a comment deleted", lined([[0, 1], [2, 1]]), "'Phiếu A'!$A$1:$A$2", [["A2", "Hỏi văn phòng"]], [3, 2]],
    ["all the figures deleted", lined([[3, 1]]), "#REF!", [], [1, 2]],
    ["the row under the chart's corner deleted", lined([[0, 4], [5, 1]]), "'Phiếu A'!$A$1:$A$3", [["A2", "Xem lại số này"], ["A3", "Hỏi văn phòng"]], [4, 2]],
    ["a row moved", lined([[1, 1], [0, 1], [2, 1]]), "'Phiếu A'!$A$2:$A$3", [["A1", "Xem lại số này"], ["A3", "Hỏi văn phòng"]], [4, 2]],
    ["a column put in before", lined([[0, 1]], [[null, 1], [0, 1]]), "'Phiếu A'!$B$1:$B$3", [["B2", "Xem lại số này"], ["B3", "Hỏi văn phòng"]], [4, 3]],
  ])("%s: comments, boxes, corners and places follow", async (_, run, figures, notes, corner) => {
    const held = await run();
    expect(held["Phiếu A"]!.charts).toEqual(chart(figures));
    expect(held["Phiếu A"]!.notes).toEqual(notes);
    expect(held["Phiếu A"]!.boxes).toEqual(notes.map(([cell]) => cell));
    expect(new Set(held["Phiếu A"]!.threads.map(([cell]) => cell))).toEqual(new Set(notes.filter(([, text]) => text.startsWith("Xem")).map(([cell]) => cell)));
    expect(held["Phiếu A"]!.anchors[0]).toEqual(corner);
  });
});

test.each([
  ["'Phiếu A'!$A$1:$C$3", "'Mới'!$A$3:$C$5"],
  ["Trang!A1", "Trang!A1"],
  ["('Phiếu A'!$A$1,'Phiếu A'!$A$3)", "('Mới'!$A$3,'Mới'!$A$5)"],
  ["'Phiếu A'!A:B", "'Mới'!A:B"],
  ["'Phiếu A'!$1:$2", "'Mới'!$3:$4"],
  ["'Phiếu A'!Tổng", "'Mới'!Tổng"],
  ["'Đã xóa'!$A$1&\"'Phiếu A'!A1\"", "#REF!&\"'Phiếu A'!A1\""],
  ["'PHIẾU A'!$A$1", "'Mới'!$A$3"],
  ["Đã!A1+SUM(Đã!B2:B3)", "Đã!A1+SUM(Đã!B2:B3)"],
  // Letters with their marks set apart, as files from a Mac may hold them.
  ["Phie\u0302\u0301u!$A$1:$A$2", "'Mới'!$A$3:$A$4"],
])("the places of %s after a new name and two rows put in above", (formula, expected) => {
  const where = (name: string) =>
    ["phiếu a", "phie\u0302\u0301u"].includes(name.toLowerCase()) ? { name: "Mới", rows: [[null, 2], [0, 1]] as const, columns: undefined } : name === "Đã xóa" || name === "u" ? null : undefined;
  expect(movedFormula(formula, where)).toBe(expected);
});

const spot = (row: number, more = ""): string =>
  `<xdr:twoCellAnchor${more}><xdr:from><xdr:col>0</xdr:col><xdr:row>${row}</xdr:row></xdr:from><xdr:sp><a:row>1</a:row></xdr:sp></xdr:twoCellAnchor>`;
test.each<[string, CarriedKind, (row: number) => string]>([
  ["a comment behind a mark in an attribute", "comments", (row) => `<x><comment authorId="a>b" ref="A${row}"><text/></comment></x>`],
  ["a comment behind one that says it is another", "comments", (row) => `<x><x:comment a=' ref="A9"' ref='A${row}'/><comment b='1' ref="B${row + 1}" c=""/></x>`],
  ["a box behind some that end at once", "notes", (row) => `<xml>${'<v:shape a=""/>'.repeat(3)}<v:shape><x:Row>${row}</x:Row><x:Column> 0</x:Column></v:shape></xml>`],
  ["a box without an attribute", "notes", (row) => `<xml><v:shape ><x:Row>${row}</x:Row><x:Column> 0</x:Column></v:shape><v:shape><x:Row>x</x:Row></v:shape></xml>`],
  ["a corner behind one that ends at once and stays", "drawing", (row) => `<d><xdr:oneCellAnchor editAs="absolute"/>${spot(row)}${spot(1, " editAs='absolute'")}</d>`],
  ["a corner behind a mark in an attribute", "drawing", (row) => `<d>${spot(row, ` a='> editAs="absolute"'`)}</d>`],
])("%s follows two rows put in above", (_, kind, part) => {
  const bytes = (row: number): string => Buffer.from(part(row)).toString("latin1");
  const carried = { name: "A", rows: [[null, 2], [0, 1]] as const, parts: [{ kind, bytes: bytes(5), relations: [] }] };
  expect(settled([{ ...emptySheet("A"), carried }])[0]!.parts[0]!.bytes).toBe(bytes(7).replace("<x:Column> 0", "<x:Column>0"));
});

describe("a workbook in use", () => {
  let bytes: Uint8Array;
  let whole: Desk;
  beforeAll(async () => {
    bytes = await ownBook();
    whole = new Desk(await readXlsx(bytes));
  });
  const guarded = (desk: Desk) => guardsOf(desk.workbook, desk.all(desk.app.asks(desk.snapshot())));
  const repaired = (desk: Desk): void => desk.write(desk.all(desk.app.repair(desk.snapshot(), guarded(desk))));
  const rebuilt = (desk: Desk): void => void desk.build(...units);
  const edited = (desk: Desk): void => {
    const rubric = desk.sheet("Bộ chỉ số");
    const row = rubric.cells.findIndex((cut) => cut?.some((cell) => typeof cell?.v === "string" && cell.v.startsWith("Người đứng đầu")));
    desk.enter({ sheet: "Bộ chỉ số", row, column: 2 }, "Người đứng đầu làm Trưởng Ban Chỉ đạo");
  };
  const operations: readonly (readonly [name: string, work: (desk: Desk) => void])[] = [
    ["an answer typed", (desk) => desk.enter(desk.cell("8", { input: "n" }, own.form), 9)],
    ["a rebuild", rebuilt],
    ["a rebuild after the rubric was edited", (desk) => { edited(desk); rebuilt(desk); }],
    ["a rebuild by other settings", (desk) => desk.write(desk.app.settings(desk.snapshot(), { ...desk.look().settings!, digits: 3 }))],
    ["a repair of cells typed over", (desk) => {
      desk.enter(desk.cell("4", "self", own.form), 9);
      desk.change(own.form, (sheet) => ({ ...sheet, validations: [], conditionals: [] }));
      repaired(desk);
    }],
    ["a ranking", (desk) => void desk.rank()],
    ["a rebuild taken back", (desk) => { edited(desk); rebuilt(desk); desk.write(desk.app.takeBack(desk.snapshot())); }],
    ["a ranking taken back", (desk) => { desk.rank(); desk.write(desk.app.takeBack(desk.snapshot())); }],
  ];

  test.each(operations)("%s: all that hangs on its sheets is saved as it was", async (_, work) => {
    const desk = whole.copy();
    work(desk);
    const saved = await writeXlsx(desk.workbook);
    const [held, before] = [heldIn(saved), heldIn(bytes)];
    for (const name of [own.form, own.notes]) expect(held[name]).toEqual(before[name]);
    for (const [name, { charts, notes }] of Object.entries(held)) {
      if (name !== own.form && name !== own.notes) expect([charts, notes]).toEqual([[], []]);
    }
    const again = await readXlsxFile(saved);
    expect(again.issues.map(({ code, params }) => [code, params])).toEqual([["file-parts-kept", { parts: ["charts", "pictures", "comments"] }]]);
  });

  test("a form named anew and repaired keeps its own under the name it is given back", async () => {
    const desk = whole.copy();
    desk.renameSheet(own.form, "Phiếu của phường");
    repaired(desk);
    const held = heldIn(await writeXlsx(desk.workbook));
    const [name] = Object.entries(held).find(([, { notes }]) => notes.length === 2)!;
    expect(held[own.notes]!.charts[0]).toContain(`<c:f>'${name}'!`);
    expect(held[name]!.charts[0]).toContain(`<c:f>'${name}'!`);
  });

  test("a rebuild that moves criteria takes their comments along, and those of a criterion that went go below the form", async () => {
    const desk = whole.copy();
    const before = { ...desk.workbook };
    const old = desk.cell("6", { input: "r" }, own.form).row;
    // Criterion 4 goes, and 6 stands before all.
    const rubric = desk.sheet("Bộ chỉ số");
    const at = (code: string): number => rubric.cells.findIndex((cut) => cut?.some((cell) => cell?.v === code));
    const [first, fourth, sixth] = [at("1"), at("4"), at("6")] as const;
    desk.rows("Bộ chỉ số", (count) => {
      const order = Array.from({ length: count }, (_, k) => k).filter((k) => k !== fourth && k !== sixth);
      order.splice(order.indexOf(first), 0, sixth);
      return order;
    });
    rebuilt(desk);
    const followed = withFollowedNotes(before, desk.workbook);
    const held = heldIn(await writeXlsx(followed))[own.form]!;
    const now = desk.cell("6", { input: "r" }, own.form);
    expect(now.row).not.toBe(old);
    const below = held.notes.find(([, text]) => text.startsWith("Đã hỏi"))![0];
    expect(Number(/\d+/.exec(below)![0])).toBeGreaterThan(desk.sheet(own.form).cells.length);
    expect(held.notes.find(([, text]) => text.startsWith("Lấy từ"))![0]).toBe(cellName(now.row, now.column));
    expect(held.boxes).toEqual(held.notes.map(([cell]) => cell));
    expect(held.charts).toEqual(heldIn(bytes)[own.form]!.charts);
    expect(withFollowedNotes(before, before)).toBe(before);
  });
});

/** All the markup of a file. */
const texts = (bytes: Uint8Array): string => [...unzip(bytes)].filter(([path]) => /\.(xml|vml)$/.test(path)).map(([, part]) => part.toString("utf8")).join("\n");

describe("other programs", () => {
  const folder = mkdtempSync(join(tmpdir(), "scorebook-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  /** A file as LibreOffice or Gnumeric would save it. */
  const by = (program: "soffice" | "ssconvert", name: string, bytes: Uint8Array, kind: "xlsx" | "ods"): Uint8Array => {
    const [from, to] = [join(folder, `${name}.xlsx`), join(folder, "out", `${name}.${kind}`)];
    mkdirSync(join(folder, "out"), { recursive: true });
    writeFileSync(from, bytes);
    if (program === "soffice") {
      execFileSync("soffice", [`-env:UserInstallation=file://${join(folder, "profile")}`, "--headless", "--convert-to", kind, "--outdir", join(folder, "out"), from], { stdio: "ignore" });
    } else {
      execFileSync("ssconvert", ["--export-type=Gnumeric_Excel:xlsx2", from, to], { stdio: "ignore", env: { ...process.env, LC_ALL: "C.UTF-8" } });
    }
    return readFileSync(to);
  };

  test("LibreOffice finds the charts and the comments of a saved file, and we those of a file that it wrote", async () => {
    const saved = await writeXlsx((await readXlsxFile(await made())).workbook);
    const theirs = by("soffice", "theirs", saved, "xlsx");
    const before = heldIn(theirs);
    expect(before["Phiếu A"]!.charts).toHaveLength(1);
    expect(before["Phiếu A"]!.notes.map(([cell]) => cell)).toEqual(["A2", "A3"]);
    const { workbook, issues } = await readXlsxFile(theirs);
    expect(issues.map(({ code, params }) => [code, params])).toContainEqual(["file-parts-kept", { parts: ["charts", "pictures", "comments"] }]);
    expect(heldIn(await writeXlsx(workbook))).toEqual(before);
    const renamed = { ...workbook, sheets: workbook.sheets.map((sheet, i) => (i === 0 ? { ...sheet, name: "Tên mới" } : sheet)) };
    const open = texts(by("soffice", "renamed", await writeXlsx(renamed), "ods"));
    for (const text of ["Xem lại số này", "Hỏi văn phòng", "Của riêng", "Điểm của tôi"]) expect([text, open.includes(text)]).toEqual([text, true]);
    expect(open.match(/<office:chart>/g)).toHaveLength(2);
    const places = [...open.matchAll(/values-cell-range-address="([^"]*)"/g)].map(([, place]) => place!.replace(/&apos;|\$/g, ""));
    expect(places.sort()).toEqual(["Tên mới.A1:Tên mới.A2", "Tên mới.A1:Tên mới.A3"]);
  });

  test("Gnumeric finds them too, and we those of a file that it wrote", async () => {
    const saved = await writeXlsx((await readXlsxFile(await made())).workbook);
    const theirs = by("ssconvert", "gnumeric", saved, "xlsx");
    const text = texts(theirs);
    for (const said of ["Xem lại số này", "Hỏi văn phòng", "Của riêng"]) expect([said, text.includes(said)]).toEqual([said, true]);
    expect([...unzip(theirs).keys()].filter((path) => /\/charts\/chart\d+\.xml$/.test(path))).toHaveLength(2);
    const { workbook } = await readXlsxFile(theirs);
    const ours = await writeXlsx(workbook);
    expect(texts(ours).includes("Xem lại số này")).toBe(true);
    expect(Object.values(heldIn(ours)).map(({ charts }) => charts.length)).toEqual([1, 1]);
  });
});

describe("parts as other programs write them", () => {
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  const drawing = "http://schemas.openxmlformats.org/drawingml/2006";
  const seven = '<sheetData><row r="1"><c r="A1"><v>7</v></c></row></sheetData>';
  const relations = (text: string): string => `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${text}</Relationships>`;
  const comments = `<comments ${main}><authors><author>A</author></authors><commentList><comment ref="A1" authorId="0" shapeId="0"><text><t>Một</t></text></comment><comment authorId="0" ref='B2'><text><r><t>Hai</t></r></text></comment></commentList></comments>`;
  // Paths from the root, no prefixes, names of its own, as openpyxl writes them.
  const python = (boxes: string): Uint8Array => forgedZip(bareBook({
    names: ["Phiếu 1"], sheets: [`${seven}<drawing r:id="rId1"/><legacyDrawing r:id="anysvml"/>`],
    sheetRelations: bareRelation("rId1", "drawing", "/xl/drawings/drawing1.xml") + bareRelation("comments", "comments", "/xl/comments/comment1.xml") +
      bareRelation("anysvml", "vmlDrawing", "/xl/drawings/commentsDrawing1.vml"),
    parts: {
      "xl/comments/comment1.xml": comments, "xl/drawings/commentsDrawing1.vml": boxes,
      "xl/drawings/drawing1.xml": `<wsDr xmlns="${drawing}/spreadsheetDrawing"><oneCellAnchor><from><col>3</col><colOff>0</colOff><row>1</row><rowOff>0</rowOff></from><ext cx="5400000" cy="2700000"/><graphicFrame><nvGraphicFramePr><cNvPr id="1" name="Chart 1"/><cNvGraphicFramePr/></nvGraphicFramePr><xfrm/><a:graphic xmlns:a="${drawing}/main"><a:graphicData uri="${drawing}/chart"><c:chart xmlns:c="${drawing}/chart" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId1"/></a:graphicData></a:graphic></graphicFrame><clientData/></oneCellAnchor></wsDr>`,
      "xl/drawings/_rels/drawing1.xml.rels": relations(bareRelation("rId1", "chart", "/xl/charts/chart1.xml")),
      "xl/charts/chart1.xml": `<chartSpace xmlns="${drawing}/chart"><chart><plotArea><barChart><ser><val><numRef><f>'Phiếu 1'!$A$1:$A$2</f></numRef></val></ser></barChart></plotArea></chart></chartSpace>`,
    },
  }));
  const plain = '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:x="urn:schemas-microsoft-com:office:excel">' + [[0, 0], [1, 1]].map(([row, column]) =>
    `<v:shape id="_x0000_s${row}" type="#_x0000_t202"><x:ClientData ObjectType="Note"><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`).join("") + "</xml>";
  const button = plain.replace("</xml>", '<v:shape id="b"><x:ClientData ObjectType="Button"><x:FmlaMacro>[0]!Run</x:FmlaMacro></x:ClientData></v:shape></xml>');

  test.each([["boxes of notes", plain], ["boxes among buttons", button], ["boxes that are no markup", "<xml><br></xml>"]])("%s", async (_, boxes) => {
    const { workbook, issues } = await readXlsxFile(python(boxes));
    expect(issues.map(({ code, params }) => [code, params])).toEqual([["file-parts-kept", { parts: ["charts", "comments"] }]]);
    const [sheet] = workbook.sheets;
    const moved = { ...sheet!, name: "Phiếu 2", carried: { ...sheet!.carried!, rows: [[null, 2], [0, 1]] as const } };
    const saved = await writeXlsx({ ...workbook, sheets: [moved] });
    const held = heldIn(saved)["Phiếu 2"]!;
    expect(held.notes).toEqual([["A3", "Một"], ["B4", "Hai"]]);
    expect(held.boxes).toEqual(["A3", "B4"]);
    expect(held.charts[0]).toContain("<f>'Phiếu 2'!$A$3:$A$4</f>");
    expect(texts(saved)).toContain("<row>3</row>");
    expect(texts(saved)).not.toContain("FmlaMacro");
  });

  test("an anchor that is closed at once takes nothing of the next one, which is said not to move", async () => {
    const corner = "<from><col>3</col><colOff>0</colOff><row>1</row><rowOff>0</rowOff></from>";
    const { workbook } = await readXlsxFile(forgedZip(bareBook({
      sheets: [`${seven}<drawing r:id="rId1"/>`], sheetRelations: bareRelation("rId1", "drawing", "/xl/drawings/drawing1.xml"),
      parts: { "xl/drawings/drawing1.xml": `<wsDr xmlns="${drawing}/spreadsheetDrawing"><oneCellAnchor/><oneCellAnchor editAs="absolute">${corner}</oneCellAnchor><oneCellAnchor editAs="a>b">${corner}</oneCellAnchor></wsDr>` },
    })));
    const saved = await writeXlsx({ ...workbook, sheets: workbook.sheets.map((sheet) => ({ ...sheet, carried: { ...sheet.carried!, rows: [[null, 2], [0, 1]] as const } })) });
    expect([...texts(saved).matchAll(/<row>(\d+)</g)].map(([, row]) => row)).toEqual(["1", "3"]);
  });
});
