import { cellName } from "../../core/sheet/address";
import { unzip, zip } from "./zip";

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const RECENT = "http://schemas.microsoft.com/office";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const DRAWING = "http://schemas.openxmlformats.org/drawingml/2006";

export interface Note {
  readonly cell: string;
  readonly text: string;
  /** A thread of the newer kind beside the plain note. */
  readonly thread?: boolean;
}

/** What a person has put on one sheet, by its place among the sheets. */
export interface Own {
  readonly sheet: number;
  readonly notes?: readonly Note[];
  /** A chart of these figures, standing beside cell `at` (row and column from 0). */
  readonly chart?: { readonly figures: string; readonly at: readonly [row: number, column: number] };
  readonly picture?: Uint8Array;
  /** How the file's program numbers the parts; others than this sheet's may stand under the same names. */
  readonly number: number;
}

/** A red dot. */
export const dot = Uint8Array.from(Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg==", "base64"));

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const relation = (id: string, type: string, target: string): string => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`;
const relations = (text: string): string => `${head}<Relationships xmlns="${PACKAGE}/relationships">${text}</Relationships>`;

/** The markup of a bar chart as Excel writes it. */
export const chartMarkup = (figures: string, more = ""): string =>
  `${head}<c:chartSpace xmlns:c="${DRAWING}/chart" xmlns:a="${DRAWING}/main" xmlns:r="${OFFICE}"><c:roundedCorners val="0"/><c:chart><c:title><c:tx><c:rich><a:bodyPr/><a:p><a:r><a:t>Điểm của tôi</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title><c:autoTitleDeleted val="0"/><c:plotArea><c:layout/><c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/><c:ser><c:idx val="0"/><c:order val="0"/><c:val><c:numRef><c:f>${figures}</c:f><c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="1"/><c:pt idx="0"><c:v>1</c:v></c:pt></c:numCache></c:numRef></c:val></c:ser><c:gapWidth val="150"/><c:axId val="11"/><c:axId val="12"/></c:barChart><c:catAx><c:axId val="11"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="b"/><c:crossAx val="12"/></c:catAx><c:valAx><c:axId val="12"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="l"/><c:crossAx val="11"/></c:valAx></c:plotArea><c:plotVisOnly val="1"/></c:chart>${more}</c:chartSpace>`;

const anchor = (row: number, column: number, rows: number, body: string): string =>
  `<xdr:twoCellAnchor><xdr:from><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>${column + 6}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row + rows}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to>${body}<xdr:clientData/></xdr:twoCellAnchor>`;
const frame = (id: string): string =>
  `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="Biểu đồ 1"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="${DRAWING}/chart"><c:chart xmlns:c="${DRAWING}/chart" r:id="${id}"/></a:graphicData></a:graphic></xdr:graphicFrame>`;
const picture = (id: string): string =>
  `<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="3" name="Ảnh 1"/><xdr:cNvPicPr/></xdr:nvPicPr><xdr:blipFill><a:blip r:embed="${id}"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill><xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="95250" cy="95250"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic>`;
export const drawingMarkup = (body: string): string =>
  `${head}<xdr:wsDr xmlns:xdr="${DRAWING}/spreadsheetDrawing" xmlns:a="${DRAWING}/main" xmlns:r="${OFFICE}">${body}</xdr:wsDr>`;

const place = (cell: string): [row: number, column: number] => {
  const [, letters = "", digits = ""] = /^([A-Z]+)(\d+)$/.exec(cell)!;
  return [Number(digits) - 1, Array.from(letters).reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0) - 1];
};
const guid = (n: number): string => `{${String(n).padStart(8, "0")}-0000-4000-8000-000000000000}`;

const comments = (notes: readonly Note[], first: number): string => {
  const authors = notes.map(({ thread }, i) => (thread === true ? `tc=${guid(first + i)}` : "Nguyễn Văn A"));
  const list = notes.map(({ cell, text, thread }, i) =>
    `<comment ref="${cell}" authorId="${i}" shapeId="0"${thread === true ? ` xr:uid="${guid(first + i)}"` : ""}><text><t xml:space="preserve">${text}</t></text></comment>`);
  return `${head}<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="xr" xmlns:xr="${RECENT}/spreadsheetml/2014/revision"><authors>${authors.map((name) => `<author>${name}</author>`).join("")}</authors><commentList>${list.join("")}</commentList></comments>`;
};
const shapes = (notes: readonly Note[]): string =>
  `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>${notes.map(({ cell }, i) => {
    const [row, column] = place(cell);
    return `<v:shape id="_x0000_s${1025 + i}" type="#_x0000_t202" style="position:absolute;margin-left:80pt;margin-top:5pt;width:104pt;height:64pt;z-index:${i + 1};visibility:hidden" fillcolor="infoBackground [80]" strokecolor="none [81]" o:insetmode="auto"><v:fill color2="infoBackground [80]"/><v:shadow color="none [81]" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${column + 1}, 15, ${row}, 2, ${column + 3}, 15, ${row + 4}, 4</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`;
  }).join("")}</xml>`;
const threads = (notes: readonly Note[], first: number): string =>
  `${head}<ThreadedComments xmlns="${RECENT}/spreadsheetml/2018/threadedcomments">${notes.flatMap(({ cell, text, thread }, i) => (thread === true ? [
    `<threadedComment ref="${cell}" dT="2026-11-01T08:00:00.00" personId="${guid(1)}" id="${guid(first + i)}"><text>${text}</text></threadedComment>`,
    `<threadedComment ref="${cell}" dT="2026-11-01T09:00:00.00" personId="${guid(1)}" id="${guid(500 + first + i)}" parentId="${guid(first + i)}"><text>Đã xem</text></threadedComment>`,
  ] : [])).join("")}</ThreadedComments>`;
const persons = `${head}<personList xmlns="${RECENT}/spreadsheetml/2018/threadedcomments"><person displayName="Nguyễn Văn A" id="${guid(1)}" userId="a@example.gov.vn" providerId="None"/></personList>`;

/** The file with charts, pictures and comments on its sheets, as a person has put them there with Excel. */
export function withOwn(bytes: Uint8Array, all: readonly Own[]): Uint8Array {
  const parts = new Map<string, Uint8Array>(unzip(bytes));
  const text = (path: string): string => Buffer.from(parts.get(path)!).toString("utf8");
  const put = (path: string, content: string | Uint8Array): void => void parts.set(path, Buffer.from(content as string));
  const types: string[] = ['<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>', '<Default Extension="png" ContentType="image/png"/>'];
  const type = (path: string, name: string): void => void types.push(`<Override PartName="/${path}" ContentType="${name}"/>`);
  let threaded = false;
  for (const { sheet, notes = [], chart, picture: image, number: n } of all) {
    const own: string[] = [];
    const tags: string[] = [];
    if (chart !== undefined || image !== undefined) {
      const called = [
        ...(chart === undefined ? [] : [relation("rId1", `${OFFICE}/chart`, `../charts/chart${n}.xml`)]),
        ...(image === undefined ? [] : [relation("rId2", `${OFFICE}/image`, "../media/image1.png")]),
      ];
      put(`xl/drawings/drawing${n}.xml`, drawingMarkup(
        (chart === undefined ? "" : anchor(...chart.at, 12, frame("rId1"))) + (image === undefined ? "" : anchor(1, 1, 2, picture("rId2")))));
      put(`xl/drawings/_rels/drawing${n}.xml.rels`, relations(called.join("")));
      type(`xl/drawings/drawing${n}.xml`, "application/vnd.openxmlformats-officedocument.drawing+xml");
      own.push(relation("rId7", `${OFFICE}/drawing`, `../drawings/drawing${n}.xml`));
      tags.push('<drawing r:id="rId7"/>');
    }
    if (image !== undefined) put("xl/media/image1.png", image);
    if (chart !== undefined) {
      put(`xl/charts/chart${n}.xml`, chartMarkup(chart.figures));
      put(`xl/charts/style${n}.xml`, `${head}<cs:chartStyle xmlns:cs="${RECENT}/drawing/2012/chartStyle" id="201"/>`);
      put(`xl/charts/colors${n}.xml`, `${head}<cs:colorStyle xmlns:cs="${RECENT}/drawing/2012/chartStyle" xmlns:a="${DRAWING}/main" meth="cycle" id="10"><a:schemeClr val="accent1"/></cs:colorStyle>`);
      put(`xl/charts/_rels/chart${n}.xml.rels`, relations(
        relation("rId1", `${RECENT}/2011/relationships/chartStyle`, `style${n}.xml`) + relation("rId2", `${RECENT}/2011/relationships/chartColorStyle`, `colors${n}.xml`)));
      type(`xl/charts/chart${n}.xml`, "application/vnd.openxmlformats-officedocument.drawingml.chart+xml");
      type(`xl/charts/style${n}.xml`, "application/vnd.ms-office.chartstyle+xml");
      type(`xl/charts/colors${n}.xml`, "application/vnd.ms-office.chartcolorstyle+xml");
    }
    if (notes.length > 0) {
      put(`xl/comments${n}.xml`, comments(notes, 100 * n));
      put(`xl/drawings/vmlDrawing${n}.vml`, shapes(notes));
      type(`xl/comments${n}.xml`, `${SHEET}.comments+xml`);
      own.push(relation("rId8", `${OFFICE}/vmlDrawing`, `../drawings/vmlDrawing${n}.vml`), relation("rId9", `${OFFICE}/comments`, `../comments${n}.xml`));
      tags.push('<legacyDrawing r:id="rId8"/>');
    }
    if (notes.some(({ thread }) => thread === true)) {
      threaded = true;
      put(`xl/threadedComments/threadedComment${n}.xml`, threads(notes, 100 * n));
      type(`xl/threadedComments/threadedComment${n}.xml`, "application/vnd.ms-excel.threadedcomments+xml");
      own.push(relation("rId10", `${RECENT}/2017/10/relationships/threadedComment`, `../threadedComments/threadedComment${n}.xml`));
    }
    const path = `xl/worksheets/sheet${sheet + 1}.xml`;
    put(path, text(path).replace("</worksheet>", `${tags.join("")}</worksheet>`));
    put(`xl/worksheets/_rels/sheet${sheet + 1}.xml.rels`, relations(own.join("")));
  }
  if (threaded) {
    put("xl/persons/person.xml", persons);
    type("xl/persons/person.xml", "application/vnd.ms-excel.person+xml");
    const path = "xl/_rels/workbook.xml.rels";
    put(path, text(path).replace("</Relationships>", `${relation("rId99", `${RECENT}/2017/10/relationships/person`, "persons/person.xml")}</Relationships>`));
  }
  put("[Content_Types].xml", text("[Content_Types].xml").replace(/<Override/, `${types.filter((each) => each.startsWith("<Default")).join("")}<Override`)
    .replace("</Types>", `${types.filter((each) => each.startsWith("<Override")).join("")}</Types>`));
  return new Uint8Array(zip(parts));
}

/** What hangs on a sheet of a file, found by following relations from the workbook on; and all that does not hold together. */
export interface Held {
  readonly charts: readonly string[];
  readonly notes: readonly (readonly [cell: string, text: string])[];
  readonly threads: readonly (readonly [cell: string, text: string])[];
  readonly pictures: readonly Buffer[];
  /** Row and column of the first anchor. */
  readonly anchors: readonly (readonly [row: number, column: number])[];
  /** The cells of the notes' boxes. */
  readonly boxes: readonly string[];
}

const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(`\\s${name}=(["'])(.*?)\\1`).exec(tag)?.[2]?.replace(/&apos;/g, "'").replace(/&quot;/g, '"').replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&");

/** What CT_Worksheet wants in this order. */
const ORDER = [
  "sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr", "sheetProtection", "protectedRanges",
  "scenarios", "autoFilter", "sortState", "dataConsolidate", "customSheetViews", "mergeCells", "phoneticPr", "conditionalFormatting",
  "dataValidations", "hyperlinks", "printOptions", "pageMargins", "pageSetup", "headerFooter", "rowBreaks", "colBreaks",
  "customProperties", "cellWatches", "ignoredErrors", "smartTags", "drawing", "legacyDrawing", "legacyDrawingHF", "picture",
  "oleObjects", "controls", "webPublishItems", "tableParts", "extLst",
];

/** The sheets of a file by name. Throws where a relation leads nowhere, a part has no type, or a sheet's tags are out of order. */
export function heldIn(bytes: Uint8Array): Record<string, Held> {
  const parts = unzip(bytes);
  const text = (path: string): string => {
    const part = parts.get(path);
    if (part === undefined) throw new RangeError(`${path} is missing`);
    return part.toString("utf8");
  };
  const types = text("[Content_Types].xml");
  const defaults = new Map([...types.matchAll(/<Default [^>]*>/g)].map(([tag]) => [attribute(tag, "Extension")!.toLowerCase(), attribute(tag, "ContentType")!]));
  const overrides = [...types.matchAll(/<Override [^>]*>/g)].map(([tag]) => [attribute(tag, "PartName")!, attribute(tag, "ContentType")!] as const);
  if (new Set(overrides.map(([path]) => path.toLowerCase())).size !== overrides.length) throw new RangeError("a type stands twice");
  for (const [path] of overrides) text(path.slice(1));
  const typeOf = (path: string): string => {
    const type = new Map(overrides).get(`/${path}`) ?? defaults.get(path.split(".").pop()!.toLowerCase());
    if (type === undefined) throw new RangeError(`${path} has no type`);
    return type;
  };
  const reached = new Set<string>(["[Content_Types].xml", "_rels/.rels"]);
  const called = (path: string): { id: string; type: string; target: string }[] => {
    const folder = path.split("/").slice(0, -1);
    const own = [...folder, "_rels", `${path.split("/").pop()!}.rels`].join("/");
    if (!parts.has(own)) return [];
    reached.add(own);
    const found = [...text(own).matchAll(/<Relationship [^>]*>/g)].map(([tag]) => {
      if (attribute(tag, "TargetMode") === "External") throw new RangeError(`${own} leads outside`);
      const steps = [...folder];
      const target = attribute(tag, "Target")!;
      for (const step of target.split("/")) {
        if (step === "..") steps.pop();
        else steps.push(step);
      }
      return { id: attribute(tag, "Id")!, type: attribute(tag, "Type")!.replace(/^.*\//, ""), target: target.startsWith("/") ? target.slice(1) : steps.join("/") };
    });
    if (new Set(found.map(({ id }) => id)).size !== found.length) throw new RangeError(`${own} names a relation twice`);
    for (const { target } of found) {
      text(target);
      typeOf(target);
      reached.add(target);
      const ids = new Set(called(target).map(({ id }) => id));
      if (!/\.(xml|vml)$/.test(target)) continue;
      for (const [, id] of text(target).matchAll(/\s(?:r:(?:id|embed|link)|o:relid)="([^"]+)"/g)) {
        if (!ids.has(id!)) throw new RangeError(`${target} calls ${id!}, which is nothing`);
      }
    }
    return found;
  };
  called("");
  const root = [...text("_rels/.rels").matchAll(/<Relationship [^>]*>/g)].map(([tag]) => attribute(tag, "Target")!.replace(/^\//, ""));
  for (const path of root) {
    text(path);
    reached.add(path);
  }
  const lost = [...parts.keys()].filter((path) => !reached.has(path) && (called("xl/workbook.xml"), !reached.has(path)));
  if (lost.length > 0) throw new RangeError(`nothing calls ${lost.join(", ")}`);
  const book = called("xl/workbook.xml");
  return Object.fromEntries([...text("xl/workbook.xml").matchAll(/<sheet [^>]*>/g)].map(([tag]) => {
    const path = book.find(({ id }) => id === attribute(tag, "r:id"))!.target;
    const markup = text(path);
    const places = [...markup.replace(/<sheetData>.*<\/sheetData>/s, "<sheetData/>").matchAll(/<(\w+)[ />]/g)].map(([, name]) => ORDER.indexOf(name!)).filter((at) => at >= 0);
    if (places.some((at, i) => i > 0 && at < places[i - 1]!)) throw new RangeError(`${path}: tags out of order`);
    const own = called(path);
    const following = (type: string): string[] => own.filter((each) => each.type === type).map(({ target }) => target);
    const drawings = following("drawing");
    const hung = drawings.flatMap((drawing) => called(drawing));
    const words = (markup2: string, wanted: string): [string, string][] =>
      [...markup2.matchAll(new RegExp(`<${wanted} ([^>]*)>.*?<(?:\\w+:)?t(?:ext)?(?: [^>]*)?>([^<]+)<`, "gs"))].map(([, head2, said]) => [attribute(` ${head2!}`, "ref")!, said!]);
    return [attribute(tag, "name")!, {
      charts: hung.filter(({ type }) => type === "chart").map(({ target }) => text(target)),
      notes: following("comments").flatMap((target) => words(text(target), "comment")),
      boxes: following("vmlDrawing").flatMap((target) => [...text(target).matchAll(/<x:Row>(\d+)<\/x:Row><x:Column>(\d+)</g)]
        .map(([, row, column]) => cellName(Number(row), Number(column)))),
      threads: following("threadedComment").flatMap((target) => words(text(target), "threadedComment")),
      pictures: hung.filter(({ type }) => type === "image").map(({ target }) => parts.get(target)!),
      anchors: drawings.flatMap((drawing) => [...text(drawing).matchAll(/<xdr:from><xdr:col>(\d+)<.*?<xdr:row>(\d+)</g)].map(([, column, row]) => [Number(row), Number(column)] as const)),
    }];
  }));
}
