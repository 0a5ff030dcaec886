import type { TableIssues } from "../../issue/table";
import type { Says } from "../words";

export const table: Says<TableIssues> = {
  "no-header": () => "Không thấy dòng tiêu đề của bảng tiêu chí. Bảng cần một dòng có “Tiêu chí” và “Điểm tối đa”.",
};
