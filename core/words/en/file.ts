import type { FileIssues, FilePart } from "../../issue/file";
import type { Says } from "../words";

const parts: Record<FilePart, string> = {
  charts: "charts",
  pictures: "pictures",
  comments: "cell comments",
  links: "links",
  names: "named ranges",
  tables: "table formats",
  pivots: "pivot tables",
  macros: "macros",
  fonts: "fonts of its own",
  checks: "some data checks",
  formats: "some conditional formats",
};

export const file: Says<FileIssues> = {
  "not-xlsx": ({ name }) => `“${name}” is not an .xlsx file. Open it in Excel and save it as “Excel Workbook (.xlsx)”.`,
  "file-empty": ({ name }) => `The file “${name}” is empty. Choose another, or ask the sender to send it again.`,
  "file-old-xls": ({ name }) =>
    `“${name}” is an old .xls file. Open it in Excel or LibreOffice and save it as “Excel Workbook (.xlsx)”.`,
  "file-password": ({ name }) =>
    `The file “${name}” has a password. Open it in Excel, remove the password (File › Info › Protect Workbook) and save it.`,
  "file-truncated": ({ name }) =>
    `The end of the file “${name}” is missing. Download it again, or ask the sender to send it again.`,
  "file-too-large": ({ name }) =>
    `The file “${name}” is too large to open here. Remove sheets and pictures that are not needed and save it again.`,
  "file-damaged": ({ name }) =>
    `The file “${name}” cannot be read: it is damaged. Let Excel repair it and save it, or ask the sender to send it again.`,
  "file-text-long": ({ cell, length }) =>
    `Not saved: cell ${cell} has ${length} characters, a cell of an .xlsx file holds 32,767. Shorten or split it and save again.`,
  "file-parts-left": ({ parts: left }) =>
    `The file has ${left.map((part) => parts[part]).join(", ")}; a copy saved from here will not hold them. Keep the original.`,
};
