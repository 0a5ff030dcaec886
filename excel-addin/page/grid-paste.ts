import type { Engine } from "./grid-engine";
import { isFigure } from "./grid-figure";
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

/** Before what the cell that it reaches has to read; people have no such letter. */
const MARK = "\ue5cb";

/** What a cell of a copied table says, where it waits to be read; null where it does not. */
export const marked = (text: unknown): string | null =>
  typeof text === "string" && text.startsWith(MARK) ? text.slice(MARK.length) : null;

/** A copied table whose figures wait until it is known which cells they reach. */
export function markFigures(html: string, isFigure: (text: string) => boolean): string {
  const page = new DOMParser().parseFromString(html, "text/html");
  for (const cell of page.querySelectorAll("td, th")) {
    const text = (cell.textContent ?? "").trim();
    if (isFigure(text)) cell.textContent = MARK + text;
  }
  return page.documentElement.outerHTML;
}

/** A copied table holds no formulas: what begins like one is words. */
const looksComputed = (text: string): boolean => text.startsWith("=");

/** The parts of the grid's clipboard that read copied tables, and the grid's own copies. */
interface Clipboard {
  readonly _htmlToUSM: { convert(html: string): unknown };
  legacyPaste(html: string | undefined, text: string | undefined, files: unknown): Promise<boolean>;
  _pasteExternal(html: string, how: string): Promise<boolean>;
  _pastePlainText(text: string, how: string): Promise<boolean>;
  _pasteInternal(copy: string, how: string): Promise<boolean>;
}

/**
 * What is pasted is read as people here write it, cell by cell, and text stays text. Over locks and
 * checks only contents are pasted: the checks, merges and looks of other places stay there.
 * @param ours whether cells of the sheet in hand ask for something, or are locked.
 */
export function readPastes(engine: Engine, decimal: () => "," | ".", ours: () => boolean): void {
  const { sheetsUi, univer } = engine;
  const clipboard = univer.__getInjector().get(sheetsUi.ISheetClipboardService) as unknown as Clipboard;
  const reader = clipboard._htmlToUSM;
  const convert = reader.convert.bind(reader);
  reader.convert = (html) =>
    convert(ours() ? markFigures(html, (text) => isFigure(engine, text)) : markFigures(spelledNumbers(html, decimal()), looksComputed));
  const contents = sheetsUi.PREDEFINED_HOOK_NAME_PASTE.SPECIAL_PASTE_VALUE;
  for (const paste of ["_pasteExternal", "_pasteInternal"] as const) {
    const any = clipboard[paste].bind(clipboard);
    clipboard[paste] = (copied, how) => any(copied, ours() ? contents : how);
  }
  // Text comes from the keyboard by the first way, from the menu by the second. One cell is read as many are; a formula
  // that is pasted alone stays one, where words are not asked for.
  const { legacyPaste, _pastePlainText } = clipboard;
  const asTable = (text: string, how: string): Promise<boolean> => clipboard._pasteExternal(tableOf(pastedRows(text)), how);
  const isFormula = (text: string): boolean => /^=[^\r\n\t]*$/.test(text);
  clipboard.legacyPaste = (html = "", text = "", files) =>
    html === "" && text !== "" && !isFormula(text)
      ? asTable(text, sheetsUi.PREDEFINED_HOOK_NAME_PASTE.DEFAULT_PASTE)
      : legacyPaste.call(clipboard, html, text, files);
  clipboard._pastePlainText = (text, how) => (isFormula(text) ? _pastePlainText.call(clipboard, text, how) : asTable(text, how));
}
