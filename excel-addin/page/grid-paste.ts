import type { Engine } from "./grid-engine";
import { typedNumber } from "./grid-typing";

/** The cells of text from a spreadsheet: tabs between cells, quotes around a cell that holds tabs or line breaks. */
export function pastedRows(text: string): string[][] {
  const rows: string[][] = [[]];
  const cells = /(?:"((?:[^"]|"")*)"(?=\t|\r?\n|$)|([^\t\r\n]*))(\t|\r?\n|$)/gy;
  for (let cell = cells.exec(text); cell !== null; cell = cells.exec(text)) {
    const [, quoted, plain = "", end] = cell;
    rows[rows.length - 1]!.push(quoted === undefined ? plain : quoted.replace(/""/g, '"'));
    if (end === "") break;
    if (end !== "\t") rows.push([]);
  }
  const last = rows[rows.length - 1]!;
  if (rows.length > 1 && last.every((cell) => cell === "")) rows.pop();
  return rows;
}

const marks: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (mark) => marks[mark]!).replace(/\r?\n/g, "<br>");

/** Rows as a table, its texts as they are and never as markup. */
export const tableOf = (rows: readonly (readonly string[])[]): string =>
  `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${escaped(cell)}</td>`).join("")}</tr>`).join("")}</table>`;

/** A copied table with its numbers spelled as the grid reads them: it knows a decimal point only. */
export function spelledNumbers(html: string, decimal: "," | "."): string {
  const page = new DOMParser().parseFromString(html, "text/html");
  let changed = false;
  for (const cell of page.querySelectorAll("td, th")) {
    const number = typedNumber(cell.textContent ?? "", decimal);
    if (number === null) continue;
    cell.textContent = number;
    changed = true;
  }
  return changed ? page.documentElement.outerHTML : html;
}

/** The parts of the grid's clipboard that read copied tables, and the grid's own copies. */
interface Clipboard {
  readonly _htmlToUSM: { convert(html: string): unknown };
  legacyPaste(html: string | undefined, text: string | undefined, files: unknown): Promise<boolean>;
  _pasteExternal(html: string, how: string): Promise<boolean>;
  _pastePlainText(text: string, how: string): Promise<boolean>;
  _pasteInternal(copy: string, how: string): Promise<boolean>;
}

/**
 * What is pasted is read as people here write it, cell by cell, and text stays text. Over locks only contents are pasted:
 * the checks, merges and looks of other places stay there.
 * @param locked whether the sheet in hand has locked cells.
 */
export function readPastes({ sheetsUi, univer }: Engine, decimal: () => "," | ".", locked: () => boolean): void {
  const clipboard = univer.__getInjector().get(sheetsUi.ISheetClipboardService) as unknown as Clipboard;
  const reader = clipboard._htmlToUSM;
  const convert = reader.convert.bind(reader);
  reader.convert = (html) => convert(spelledNumbers(html, decimal()));
  const contents = sheetsUi.PREDEFINED_HOOK_NAME_PASTE.SPECIAL_PASTE_VALUE;
  for (const paste of ["_pasteExternal", "_pasteInternal"] as const) {
    const any = clipboard[paste].bind(clipboard);
    clipboard[paste] = (copied, how) => any(copied, locked() ? contents : how);
  }
  // Text comes from the keyboard by the first way, from the menu by the second.
  const { legacyPaste, _pastePlainText } = clipboard;
  const asTable = (text: string, how: string): Promise<boolean> => clipboard._pasteExternal(tableOf(pastedRows(text)), how);
  const isTable = (text: string): boolean => /[\r\n\t]/.test(text);
  clipboard.legacyPaste = (html = "", text = "", files) =>
    html === "" && isTable(text)
      ? asTable(text, sheetsUi.PREDEFINED_HOOK_NAME_PASTE.DEFAULT_PASTE)
      : legacyPaste.call(clipboard, html, text, files);
  clipboard._pastePlainText = (text, how) => (isTable(text) ? asTable(text, how) : _pastePlainText.call(clipboard, text, how));
}
