import type { FormIssues } from "../../issue/form";
import type { Says } from "../words";

export const form: Says<FormIssues> = {
  "sheet-missing": ({ sheet }) => `Không thấy trang tính “${sheet}”. Đặt lại tên trang tính cũ hoặc lập lại phiếu.`,
};
