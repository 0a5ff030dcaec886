import { menu } from "../server/doors";
import { contentProbes } from "./contents";
import { placeProbes } from "./places";
import { type Book, type Json, plain, type Probe } from "./probe";
import { ruleProbes } from "./rules";

export { rpc, showSidebar } from "../server/doors";

const probes: readonly Probe[] = [...contentProbes, ...ruleProbes, ...placeProbes];
const own = "Scorebook thử (xóa được)";

/** One probe in a sheet of its own; trouble is an answer too. Nothing else in the spreadsheet is written to. */
function ask(book: Book, { id, asks, measured, run }: Probe): Json {
  const sheet = book.insertSheet(own, book.getNumSheets());
  try {
    const head = { id, asks, ...(measured === undefined ? {} : { measured }) };
    try {
      return { ...head, answer: run(sheet, book) };
    } catch (error) {
      return { ...head, failed: error instanceof Error ? error.message : String(error) };
    }
  } finally {
    book.deleteSheet(sheet);
  }
}

/** Every answer, with the spreadsheet that gave it. */
function answers(): Json {
  const book = SpreadsheetApp.getActiveSpreadsheet();
  const front = book.getActiveSheet();
  const left = book.getSheetByName(own);
  if (left !== null) book.deleteSheet(left);
  const found = probes.map((probe) => ask(book, probe));
  book.setActiveSheet(front);
  return {
    locale: book.getSpreadsheetLocale(), zone: book.getSpreadsheetTimeZone(), language: Session.getActiveUserLocale(),
    probes: plain(found.length), answers: found,
  };
}

/** Asks everything and shows the answers to be copied. */
export function compareWithGoogle(): void {
  const text = JSON.stringify(answers(), null, 1).replace(/[&<]/g, (sign) => (sign === "&" ? "&amp;" : "&lt;"));
  const area = `<textarea readonly autofocus onfocus="this.select()" style="width:100%;height:90vh;font:12px monospace">${text}</textarea>`;
  SpreadsheetApp.getUi().showModalDialog(HtmlService.createHtmlOutput(area).setWidth(900).setHeight(600), "Scorebook × Google Sheets");
}

export function onOpen(): void {
  menu().addItem("Đối chiếu Google Sheets", "compareWithGoogle").addToUi();
}

export function onInstall(): void {
  onOpen();
}
