import type { FileIssues } from "../../issue/file";
import type { Says } from "../words";

export const file: Says<FileIssues> = {
  "not-xlsx": ({ name }) => `“${name}” không phải tệp .xlsx. Mở tệp bằng Excel rồi lưu thành “Excel Workbook (.xlsx)”.`,
};
