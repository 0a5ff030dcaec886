import { cellName, quoteSheet } from "../../core/sheet/address";
import { writeXlsx } from "../../excel-addin/page/xlsx";
import { bookInUse, sheets } from "./damaged-book";
import type { Desk } from "./desk";
import { dot, withOwn } from "./own-parts";

/** Sheets of the workbook in use that somebody has put things on. */
export const own = { form: sheets[0], notes: "Sổ tay" } as const;

/** Where the input of a criterion stands on the form. */
export const inputOf = (desk: Desk, code: string, input: string): string => {
  const { row, column } = desk.cell(code, { input }, own.form);
  return cellName(row, column);
};

/** A workbook in use as a file: on a form a chart, a picture, a comment with answers and a plain one; the same on a sheet of one's own. */
export async function ownBook(desk: Desk = bookInUse()): Promise<Uint8Array> {
  const { workbook } = desk;
  const place = (name: string): number => workbook.sheets.findIndex((sheet) => sheet.name === name);
  const { row } = desk.cell("1", "final", own.form);
  return withOwn(await writeXlsx(workbook), [
    {
      sheet: place(own.form), number: 1, picture: dot,
      notes: [
        { cell: inputOf(desk, "4", "a"), text: "Đã hỏi Văn phòng", thread: true }, { cell: inputOf(desk, "6", "r"), text: "Lấy từ báo cáo quý III" },
      ],
      chart: { figures: `${quoteSheet(own.form)}!$N$${row + 1}:$N$${row + 9}`, at: [row + 30, 2] },
    },
    {
      sheet: place(own.notes), number: 2, notes: [{ cell: "B1", text: "Của riêng phòng" }],
      chart: { figures: `${quoteSheet(own.form)}!$N$${row + 1}:$N$${row + 3}`, at: [4, 3] },
    },
  ]);
}
