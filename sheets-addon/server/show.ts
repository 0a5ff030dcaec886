import type { Address } from "../../core/sheet/address";
import { sameSheet } from "../../core/sheet/apply";
import type { Book } from "./place";

/** Leads to a cell; a sheet or a cell that is gone leaves the person where they are. */
export function show(book: Book, { sheet: name, row, column }: Address): void {
  const sheet = book.getSheets().find((each) => sameSheet(each.getName(), name));
  if (sheet === undefined || row >= sheet.getMaxRows() || column >= sheet.getMaxColumns()) return;
  if (sheet.isSheetHidden()) sheet.showSheet();
  book.setActiveSheet(sheet);
  book.setCurrentCell(sheet.getRange(row + 1, column + 1));
}
