import type { TableIssues } from "../../issue/table";
import type { Says } from "../words";

export const table: Says<TableIssues> = {
  "no-header": () => "No header row of a criteria table was found. It needs a row with “Tiêu chí” and “Điểm tối đa”.",
};
