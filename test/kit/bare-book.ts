import type { Forged } from "./forged-zip";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** A workbook's parts in markup, each to be spoilt on its own. */
export interface Bare {
  /** What stands within `worksheet`, sheet by sheet. */
  readonly sheets?: readonly string[];
  readonly names?: readonly string[];
  readonly strings?: string;
  readonly styles?: string;
  /** Relations of the workbook, and of the first sheet, beside the needed ones. */
  readonly relations?: string;
  readonly sheetRelations?: string;
  readonly bookType?: string;
  readonly types?: string;
  readonly definedNames?: string;
  readonly custom?: string;
  /** Parts beside, and parts in place of others; null leaves one out. */
  readonly parts?: Readonly<Record<string, string | Uint8Array | null>>;
}

export const cells = (text: string): string => `<sheetData>${text}</sheetData>`;

const relation = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
const relations = (text: string): string => `<Relationships xmlns="${PACKAGE}/relationships">${text}</Relationships>`;

/** The parts of a workbook of one sheet with 7 in A1, changed as asked. */
export function bareBook(bare: Bare = {}): Forged[] {
  const {
    sheets = [cells('<row r="1"><c r="A1"><v>7</v></c></row>')], strings, styles, custom,
    names = sheets.map((_, i) => `T${i + 1}`), bookType = `${TYPE}.sheet.main+xml`,
  } = bare;
  const parts: Record<string, string | Uint8Array | null> = {
    "[Content_Types].xml": `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>${
      `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`
    }<Override PartName="/xl/workbook.xml" ContentType="${bookType}"/>${sheets.map((_, i) =>
      `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="${TYPE}.worksheet+xml"/>`).join("")}${bare.types ?? ""}</Types>`,
    "_rels/.rels": relations(
      relation("r1", "officeDocument", "xl/workbook.xml") +
        (custom === undefined ? "" : relation("r2", "custom-properties", "docProps/custom.xml"))),
    "xl/workbook.xml": `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${names.map((name, i) =>
      `<sheet name="${name}" sheetId="${i + 1}" r:id="s${i + 1}"/>`).join("")}</sheets>${bare.definedNames ?? ""}</workbook>`,
    "xl/_rels/workbook.xml.rels": relations(
      sheets.map((_, i) => relation(`s${i + 1}`, "worksheet", `worksheets/sheet${i + 1}.xml`)).join("") +
        (strings === undefined ? "" : relation("x1", "sharedStrings", "sharedStrings.xml")) +
        (styles === undefined ? "" : relation("x2", "styles", "styles.xml")) + (bare.relations ?? "")),
    ...Object.fromEntries(sheets.map((text, i) => [
      `xl/worksheets/sheet${i + 1}.xml`, `<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}">${text}</worksheet>`,
    ])),
    ...(strings === undefined ? {} : { "xl/sharedStrings.xml": `<sst xmlns="${MAIN}">${strings}</sst>` }),
    ...(styles === undefined ? {} : { "xl/styles.xml": `<styleSheet xmlns="${MAIN}">${styles}</styleSheet>` }),
    ...(bare.sheetRelations === undefined
      ? {} : { "xl/worksheets/_rels/sheet1.xml.rels": relations(bare.sheetRelations) }),
    ...(custom === undefined
      ? {} : { "docProps/custom.xml": `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">${custom}</Properties>` }),
    ...bare.parts,
  };
  return Object.entries(parts).flatMap(([path, content]) => (content === null ? [] : [{ path, content }]));
}

export const bareRelation = relation;
