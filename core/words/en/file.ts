import type { FileIssues } from "../../issue/file";
import type { Says } from "../words";

export const file: Says<FileIssues> = {
  "not-xlsx": ({ name }) => `“${name}” is not an .xlsx file. Open it in Excel and save it as “Excel Workbook (.xlsx)”.`,
};
