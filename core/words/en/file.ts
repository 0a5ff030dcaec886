import type { FileCap, FileIssues, FileKind, FilePart } from "../../issue/file";
import { plainNumber } from "../plain";
import type { Says } from "../words";

const parts: Record<FilePart, string> = {
  charts: "charts",
  pictures: "pictures",
  comments: "cell comments",
  links: "links",
  names: "named ranges",
  tables: "table formats",
  pivots: "pivot tables",
  controls: "buttons and embedded objects",
  fonts: "fonts of its own",
  checks: "some data checks",
  formats: "some conditional formats",
  areas: "what spread too far of merged areas, data checks, formats or filters",
};

const kinds: Record<FileKind, string> = {
  unknown: "is not an .xlsx file",
  text: "is a text file (.csv, .txt), not an .xlsx file",
  "web-page": "is a web page, not an .xlsx file",
  pdf: "is a PDF, not an .xlsx file",
  picture: "is a picture, not an .xlsx file",
  program: "is a program, not an .xlsx file; do not run it",
  archive: "is an archive of other things, not an .xlsx file",
  document: "is a Word document, not an .xlsx file",
  slides: "is a presentation, not an .xlsx file",
  opendocument: "is an OpenDocument file (.ods), not an .xlsx file",
  xlsb: "is a binary workbook (.xlsb), not an .xlsx file",
};

/** What Excel makes no workbook of. */
const strange: ReadonlySet<FileKind> = new Set(["pdf", "picture", "program", "archive", "document", "slides"]);

const number = (count: number): string => plainNumber(String(count), "en");

const caps: Record<FileCap, (most: string) => string> = {
  size: (most) => `it weighs more than ${most} MB`,
  content: (most) => `it unpacks to more than ${most} MB`,
  parts: (most) => `it has more than ${most} parts`,
  sheets: (most) => `it has more than ${most} sheets`,
  cells: (most) => `it has more than ${most} cells`,
  extent: (most) => `it spreads over more than ${most} cells, blank ones included`,
  strings: (most) => `it has more than ${most} different texts`,
  looks: (most) => `it has more than ${most} cell formats`,
  rules: (most) => `it has more than ${most} merged areas, data checks and conditional formats`,
  text: (most) => `a cell holds more than ${most} characters`,
  formulas: (most) => `its formulas hold more than ${most} characters together`,
};

/** The name of a part of the file, for those who help. */
const named = (part: string): string => (part === "" ? "" : ` (part “${part}”)`);

export const file: Says<FileIssues> = {
  "not-xlsx": ({ name, kind }) =>
    `“${name}” ${kinds[kind]}. ${strange.has(kind) ? "Choose another file, or ask the sender." : "Choose a workbook, or open it in Excel and save it as “Excel Workbook (.xlsx)”."}`,
  "file-empty": ({ name }) => `The file “${name}” is empty. Choose another, or ask the sender to send it again.`,
  "file-old-xls": ({ name }) =>
    `“${name}” is an old .xls file. Open it in Excel or LibreOffice and save it as “Excel Workbook (.xlsx)”.`,
  "file-password": ({ name }) =>
    `The file “${name}” has a password. Open it in Excel, remove the password (File › Info › Protect Workbook) and save it.`,
  "file-truncated": ({ name }) =>
    `The end of the file “${name}” is missing. Download it again, or ask the sender to send it again.`,
  "file-too-large": ({ name, cap, most }) =>
    `The file “${name}” is too large to open here: ${caps[cap](number(most))}. Delete what is not needed (sheets, spare rows and columns, formats), or split it into several files, and save it again.`,
  "file-bomb": ({ name, part }) =>
    `The file “${name}” was not opened: it swells on unpacking like a file made to freeze computers${named(part)}. Ask the sender, and for a copy saved from Excel.`,
  "file-contradicts": ({ name, part }) =>
    `The file “${name}” was not opened: it contradicts itself inside, so that each program would read something else${named(part)}. Open it in Excel and save it as .xlsx, or ask the sender to send it again.`,
  "file-paths": ({ name, part }) =>
    `The file “${name}” was not opened: it holds a path that leads out of the file${named(part)}. Ask the sender, and for a copy saved from Excel.`,
  "file-packing": ({ name, part }) =>
    `The file “${name}” was not opened: a packing program locked or packed it in a way of its own${named(part)}. Unpack it and remove the password, open it in Excel and save it as .xlsx.`,
  "file-markup": ({ name, part }) =>
    `The file “${name}” was not opened: it declares what no workbook does, mostly to harm${named(part)}. Ask the sender; if the file is trusted, open it in Excel and save it as .xlsx.`,
  "file-damaged": ({ name, part }) =>
    `The file “${name}” cannot be read: it is damaged${named(part)}. Let Excel repair it and save it, or ask the sender to send it again.`,
  "file-cells-order": ({ name, sheet, cell }) =>
    `The file “${name}” was not opened: sheet “${sheet}” holds cell ${cell} twice or out of order, so that each program would read another figure. Open it in Excel, check that cell and save it.`,
  "file-far-cell": ({ name, sheet, cell }) =>
    `The file “${name}” is too large to open here: sheet “${sheet}” reaches as far as cell ${cell}. Delete the blank rows and columns at the end of that sheet and save it again.`,
  "file-sheet-names": ({ name, sheet, fault }) =>
    fault === "twice"
      ? `The file “${name}” was not opened: two sheets are called “${sheet}”. Open it in Excel or LibreOffice, rename one and save it.`
      : `The file “${name}” was not opened: the sheet name “${sheet}” is blank or longer than 31 characters. Open it in LibreOffice or Excel, rename the sheet and save it.`,
  "file-macros": () =>
    "The file has macros: Scorebook neither reads nor runs them, and a copy saved from here will have none. Keep the original.",
  "file-outside": ({ count, cells }) =>
    `${count === 1 ? "A formula that fetches or calls" : `${number(count)} formulas that fetch or call`} something outside of the file (${cells.join(", ")}) became the last known ${count === 1 ? "value" : "values"}; nothing was fetched. Check ${count === 1 ? "that cell" : "those cells"}.`,
  "file-days-1904": ({ count, cells }) =>
    `The file counts days from 1904: ${count === 1 ? "a cell with a day" : `${number(count)} cells with days`} (${cells.join(", ")}) now ${count === 1 ? "counts" : "count"} from 1900 and still ${count === 1 ? "means the same day" : "mean the same days"}. Check formulas that count with ${count === 1 ? "it" : "them"}, and keep the original.`,
  "file-texts-missing": ({ count, cells }) =>
    `Part of the file is damaged: ${count === 1 ? "a cell points" : `${number(count)} cells point`} (${cells.join(", ")}) to text that the file no longer holds, and ${count === 1 ? "is" : "are"} blank here. Ask the sender what stood there, and keep the original.`,
  "file-text-long": ({ cell, length }) =>
    `Not saved: cell ${cell} has ${number(length)} characters, a cell of an .xlsx file holds 32,767. Shorten or split it and save again.`,
  "file-parts-kept": ({ parts: kept }) =>
    `The file has ${kept.map((part) => parts[part]).join(", ")}: a copy saved from here keeps them as they are, but this page does not show them.`,
  "file-parts-left": ({ parts: left }) =>
    `The file has ${left.map((part) => parts[part]).join(", ")}; a copy saved from here will not hold them. Keep the original.`,
};
